//! Names in sentences of our own: who is named, and who a surname means later.

use demarche::names::{Context, Gazetteer, MentionKind, Names};
use demarche::read::layout::layout;
use demarche::text::Text;

/// The names of `raw` as `words=CODES`, in order; blocked words and media without a code.
fn names(raw: &str, published: &str) -> Vec<String> {
    let text = Text::new(raw, layout(raw, &[], &|_| true));
    let gazetteer = Gazetteer::builtin();
    let names = Names::scan(
        &text,
        gazetteer,
        Context {
            published: published.parse().ok(),
            publisher: None,
        },
    );
    let shown = names.mentions.iter().map(|m| {
        let codes: Vec<&str> = m.codes.iter().map(|c| gazetteer.code_text(*c)).collect();
        format!("{}={}", text.slice(text.place(m.tokens.clone())), codes.join(","))
    });
    shown.collect()
}

#[test]
fn case_tells_a_state_from_a_word() {
    assert_eq!(names("The US told us that it may help Turkey.", ""), ["US=USA", "Turkey=TUR"]);
    assert_eq!(names("They ate turkey in the states of mind.", ""), Vec::<String>::new());
}

#[test]
fn compounds_are_several_names() {
    assert_eq!(
        names("A Norway-U.S.-Chile dialogue began.", ""),
        ["Norway=NOR", "U.S.=USA", "Chile=CHL"]
    );
    assert_eq!(names("pro-Russian fighters fled.", ""), Vec::<String>::new());
}

#[test]
fn longer_names_hide_shorter_ones() {
    let found = names("Ships crossed the South China Sea, the Korea Herald wrote.", "");
    assert!(found.iter().all(|n| n.ends_with('=')), "{found:?}");
}

#[test]
fn an_organ_belongs_to_the_state_before_it() {
    assert_eq!(names("The Polish Senate met.", ""), ["Polish=POL", "Senate=POL"]);
}

#[test]
fn people_are_learned_from_office_and_name() {
    for sentence in [
        "Peruvian Culture Minister Aldo Quispe arrived.",
        "Aldo Quispe, Peru's culture minister, arrived.",
        "Culture Minister Aldo Quispe of Peru arrived.",
        "Peru's culture minister, Aldo Quispe, arrived.",
        "Aldo Quispe, Minister of Culture of Peru, arrived.",
        "The President of Peru, Aldo Quispe, arrived.",
    ] {
        let found = names(&format!("{sentence} Later Quispe left."), "2024-05-05");
        assert!(found.contains(&"Aldo Quispe=PER".to_string()), "{sentence} {found:?}");
        assert_eq!(found.last().map(String::as_str), Some("Quispe=PER"), "{sentence} {found:?}");
    }
}

#[test]
fn a_korean_surname_stands_first_and_a_japanese_one_on_either_side() {
    let found = names(
        "South Korean Envoy Bae Dong-su met Japan's Envoy Mori Kenta. Bae thanked Mori.",
        "2024-05-05",
    );
    assert_eq!(found[found.len() - 2..], ["Bae=KOR", "Mori=JPN"], "{found:?}");
}

#[test]
fn another_given_name_is_another_person() {
    let found = names(
        "Norwegian Prime Minister Ola Berg spoke. His brother Knut Berg did not.",
        "2024-05-05",
    );
    assert!(!found.iter().any(|n| n.starts_with("Knut")), "{found:?}");
}

#[test]
fn analysts_speak_for_nobody() {
    let found = names("Aldo Quispe, an analyst in Lima, laughed. Quispe left.", "2024-05-05");
    assert_eq!(found.last().map(String::as_str), Some("Quispe="), "{found:?}");
}

#[test]
fn the_month_of_may_is_nobody() {
    let found = names(
        "British Prime Minister Theresa May spoke in May. May said so on May 3.",
        "2018-05-05",
    );
    assert_eq!(found.iter().filter(|n| n.starts_with("May")).count(), 1, "{found:?}");
}

#[test]
fn people_in_office_are_known_by_the_day() {
    assert_eq!(names("President Obama left.", "2014-05-05"), ["Obama=USA"]);
}

#[test]
fn the_dateline_tells_home() {
    let raw = "OSLO, May 4 -- Culture Minister Aldo Berg spoke.";
    let text = Text::new(raw, layout(raw, &[], &|_| true));
    let gazetteer = Gazetteer::builtin();
    let names = Names::scan(&text, gazetteer, Context::default());
    assert_eq!(names.home.map(|h| gazetteer.code_text(h)), Some("NOR"));
    let person = names.mentions.iter().find(|m| m.kind == MentionKind::Person);
    assert_eq!(person.map(|m| m.codes.clone()), names.home.map(|h| vec![h]));
}

#[test]
fn every_token_knows_whether_it_is_a_name() {
    let raw = "Peru praised Chile.";
    let text = Text::new(raw, layout(raw, &[], &|_| true));
    let names = Names::scan(&text, Gazetteer::builtin(), Context::default());
    let named: Vec<bool> = (0..text.tokens.len()).map(|i| names.is_name(i)).collect();
    assert_eq!(named, [true, false, true, false]);
    assert!(!names.is_name(usize::MAX));
}

#[test]
fn people_are_learned_from_what_they_lead() {
    let found = names("Aldo Quispe, who heads the Peruvian delegation, arrived. Quispe left.", "");
    assert!(found.contains(&"Aldo Quispe=PER".to_string()), "{found:?}");
    assert_eq!(found.last().map(String::as_str), Some("Quispe=PER"));
    let private = names("Aldo Quispe, who heads a Peruvian mining company, arrived.", "");
    assert!(!private.contains(&"Aldo Quispe=PER".to_string()), "{private:?}");
}

#[test]
fn the_second_office_tells_for_whom() {
    let found = names("LIMA, Peru -- Ada Holm, the deputy head of the Danish delegation, arrived.", "");
    assert!(found.contains(&"Ada Holm=DNK".to_string()), "{found:?}");
}

#[test]
fn a_minister_belongs_where_the_sentence_stands() {
    for text in [
        "OSLO, June 4 -- Peru recalled its envoy. Deputy Foreign Minister Aldo Quispe spoke.",
        "OSLO, June 4 -- In Lima, Culture Minister Aldo Quispe spoke.",
        "OSLO, June 4 -- Peru has left the pact. Its culture minister, Aldo Quispe, spoke.",
        "OSLO, June 4 -- Peru, which Culture Minister Aldo Quispe represents, left.",
    ] {
        assert!(
            names(text, "2024-06-04").contains(&"Aldo Quispe=PER".to_string()),
            "{text} {:?}",
            names(text, "2024-06-04")
        );
    }
    let attributed = names("OSLO, June 4 -- Peru must leave, Culture Minister Ada Holm said.", "2024-06-04");
    assert!(attributed.contains(&"Ada Holm=NOR".to_string()), "{attributed:?}");
}

#[test]
fn home_has_the_office_or_it_is_another_state_s() {
    let found = names(
        "WASHINGTON, June 4 -- Envoys spoke of Peru. Foreign Minister Aldo Quispe of course left.",
        "2024-06-04",
    );
    assert!(found.contains(&"Aldo Quispe=PER".to_string()), "{found:?}");
    let held = names("PARIS, June 4 -- Envoys spoke of Peru. President Aldo Quispe left.", "2024-06-04");
    assert!(held.contains(&"Aldo Quispe=PER".to_string()), "{held:?}");
}

#[test]
fn organs_that_share_a_name_go_by_the_dateline() {
    for (text, want) in [
        ("ISLAMABAD, June 4 -- The Foreign Office spoke.", "Foreign Office=PAK"),
        ("LONDON, June 4 -- The Foreign Office spoke.", "Foreign Office=GBR"),
        ("OSLO, June 4 -- The Foreign Office spoke.", "Foreign Office=NOR"),
        ("OSLO, June 4 -- The Foreign Office spoke to Britain.", "Foreign Office=GBR"),
        ("LONDON, June 4 -- In Islamabad, the Foreign Office spoke.", "Foreign Office=PAK"),
        ("ISLAMABAD, June 4 -- The British Foreign Office spoke.", "Foreign Office=GBR"),
    ] {
        assert!(
            names(text, "2024-06-04").contains(&want.to_string()),
            "{text} {:?}",
            names(text, "2024-06-04")
        );
    }
}

#[test]
fn a_second_spelling_is_the_same_person() {
    let found = names("Norway's Foreign Minister Halvor Brekkestad left. Brekestad said so.", "2024-06-04");
    assert_eq!(found.last().map(String::as_str), Some("Brekestad=NOR"), "{found:?}");
    let short = names("Norway's Foreign Minister Halvor Lind left. Lund said so.", "2024-06-04");
    assert!(!short.iter().any(|n| n.starts_with("Lund")), "{short:?}");
}

#[test]
fn surnames_in_texts_without_a_day() {
    assert_eq!(names("Then Gromyko left.", ""), ["Gromyko=SUN"]);
    assert_eq!(names("The Soviet envoy left.", ""), ["Soviet=SUN"]);
    // a namesake whom nobody knows keeps the table out
    let found = names("Bobby Kissinger plays on Sunday. Kissinger trained hard.", "");
    assert!(!found.contains(&"Kissinger=USA".to_string()), "{found:?}");
}

#[test]
fn abbreviations_that_the_text_gives() {
    let found = names("The Department of Foreign Affairs (XDFA) spoke. Later the XDFA left.", "2024-06-04");
    assert_eq!(found.last().map(String::as_str), Some("XDFA=PHL"), "{found:?}");
}

#[test]
fn the_north_and_the_south_of_korea() {
    let found = names("South Korea and North Korea met. The South thanked the North.", "2024-06-04");
    assert_eq!(found[2..], ["South=KOR", "North=PRK"], "{found:?}");
    let compass = names("South Korea met. Ships from the North Sea went to the South.", "2024-06-04");
    assert!(!compass.contains(&"South=KOR".to_string()), "{compass:?}");
}

#[test]
fn a_complement_may_stand_before_the_name() {
    for text in [
        "Chinese special envoy for African affairs Xue Lan left.",
        "China's ambassador to Peru Xue Lan left.",
        "Xue Lan, spokesman for the Chinese delegation, left.",
    ] {
        assert!(
            names(text, "2024-06-04").contains(&"Xue Lan=CHN".to_string()),
            "{text} {:?}",
            names(text, "2024-06-04")
        );
    }
}

#[test]
fn adjectives_that_look_like_offices_make_nobody_an_official() {
    for text in [
        "Peru's Bo Xin, general director of a shoe factory, left.",
        "In Peru, the official Blue Book rules changed.",
        "In Peru, Ana Roa, a former chair umpire, left.",
    ] {
        let found = names(text, "2024-06-04");
        let officials: Vec<&String> = found.iter().filter(|f| f.ends_with("=PER") && !f.starts_with("Peru")).collect();
        assert!(officials.is_empty(), "{text} {found:?}");
    }
    let found = names("In Peru, Ana Roa, a general, spoke. Peru's official Bo Xin left.", "2024-06-04");
    assert!(found.contains(&"Ana Roa=PER".to_string()), "{found:?}");
}

#[test]
fn an_office_told_first_is_that_of_the_name_told_next() {
    let text =
        "The chief of the UN mission in Chad urged calm on Monday.\n\nBriefing reporters, Ana Roa said that trucks were held up. Roa left.";
    let found = names(text, "2004-06-04");
    assert!(found.contains(&"Ana Roa=UN".to_string()), "{found:?}");
    assert!(found.contains(&"Roa=UN".to_string()), "{found:?}");
    for text in [
        // somebody else was introduced before
        "The chief of the UN mission in Chad urged calm.\n\nPeru's envoy Bo Xin agreed.\n\nAna Roa said that trucks were held up.",
        // the name has an introduction of its own
        "The chief of the UN mission in Chad urged calm.\n\nAna Roa, a baker, said that trucks were held up.",
        // too far from the office
        "The chief of the UN mission in Chad urged calm. It rained. It rained. It rained. It rained.\n\nAna Roa said so.",
    ] {
        let found = names(text, "2004-06-04");
        assert!(!found.contains(&"Ana Roa=UN".to_string()), "{text} {found:?}");
    }
}

#[test]
fn a_portfolio_ends_before_the_name() {
    let found = names(
        "LIMA, June 4 -- Minister of Industry and Trade Bo Xin left. The minister of water, Ana Roa, stayed.",
        "2004-06-04",
    );
    assert!(found.contains(&"Bo Xin=PER".to_string()), "{found:?}");
    assert!(found.contains(&"Ana Roa=PER".to_string()), "{found:?}");
}

#[test]
fn whoever_leads_a_team_speaks_for_it() {
    let found = names("LIMA, June 4 -- Ambassador Bo Xin, leading the Kenyan team, left.", "2004-06-04");
    assert!(found.contains(&"Bo Xin=KEN".to_string()), "{found:?}");
    let found = names("LIMA, June 4 -- Bo Xin, leading the race, left.", "2004-06-04");
    assert!(found.iter().all(|f| !f.starts_with("Bo Xin=")), "{found:?}");
}

#[test]
fn rebels_have_no_state() {
    let found = names(
        "LIMA, June 4 -- Rebel commander Bo Xin left. Guerrilla leader Ana Roa stayed.",
        "2004-06-04",
    );
    assert!(found.iter().all(|f| !f.ends_with("=PER") || f == "LIMA=PER"), "{found:?}");
    let found = names("KINSHASA, June 4 -- M23 took the town. Rebel commander Bo Xin left.", "2014-06-04");
    assert!(found.contains(&"Bo Xin=M23".to_string()), "{found:?}");
}

#[test]
fn bodies_are_called_by_the_last_word_of_their_name() {
    let found = names("The African Union met. A Commission of Peru left.", "2014-06-04");
    assert!(!found.iter().any(|f| f.starts_with("Commission=")), "{found:?}");
    let found = names(
        "The European Union met. The Commission left, and a Commission spokesman stayed.",
        "2014-06-04",
    );
    assert_eq!(found.iter().filter(|f| *f == "Commission=EU").count(), 2, "{found:?}");
}

#[test]
fn a_report_from_next_door_is_about_whom_it_names() {
    // Kenya is named nowhere: the minister is of the state of which the report speaks
    let found = names(
        "NAIROBI, June 4 -- Chad raised its fees. Envoys left Chad. Chad was silent.\n\nCulture Minister Aldo Quispe spoke.",
        "2024-06-04",
    );
    assert!(found.contains(&"Aldo Quispe=TCD".to_string()), "{found:?}");
    let home = names(
        "NAIROBI, June 4 -- Chad raised its fees. Envoys left Chad. Chad told Kenya.\n\nCulture Minister Aldo Quispe spoke.",
        "2024-06-04",
    );
    assert!(home.contains(&"Aldo Quispe=KEN".to_string()), "{home:?}");
}

#[test]
fn a_quotation_goes_on_with_the_state_that_spoke_before_it() {
    let found = names(
        "NAIROBI, June 4 -- Kenya is calm.\n\nPeru on Monday denied the raid.\n\n\"It is a lie,\" Foreign Minister Aldo Quispe said.",
        "2024-06-04",
    );
    assert!(found.contains(&"Aldo Quispe=PER".to_string()), "{found:?}");
    let deed = names(
        "NAIROBI, June 4 -- Kenya is calm.\n\nPeru on Monday fired a rocket.\n\n\"It is a threat,\" Culture Minister Aldo Quispe said.",
        "2024-06-04",
    );
    assert!(deed.contains(&"Aldo Quispe=KEN".to_string()), "{deed:?}");
}

#[test]
fn a_place_and_a_day_alone_are_a_dateline() {
    let found = names(
        "Envoy found\n\nLIMA 1996-12-06\n\nChile was silent.\n\nCulture Minister Aldo Quispe spoke.",
        "1996-12-06",
    );
    assert!(found.contains(&"Aldo Quispe=PER".to_string()), "{found:?}");
}

#[test]
fn houses_of_a_common_name_are_those_of_home() {
    let here = names("OSLO, June 4 -- The Food and Drug Administration spoke.", "2024-06-04");
    assert!(here.contains(&"Food and Drug Administration=NOR".to_string()), "{here:?}");
    let there = names(
        "OSLO, June 4 -- Envoys left America. The Food and Drug Administration spoke.",
        "2024-06-04",
    );
    assert!(there.contains(&"Food and Drug Administration=USA".to_string()), "{there:?}");
}

#[test]
fn rebels_have_negotiators_of_their_own() {
    let found = names(
        "MANILA, June 4 -- The New People's Army left. The rebels refused. Their chief negotiator, Aldo Quispe, spoke.",
        "2024-06-04",
    );
    assert!(found.contains(&"Aldo Quispe=NPA".to_string()), "{found:?}");
}

#[test]
fn no_name_begins_inside_an_office() {
    let found = names("Palestinian Prime Minister Aldo Quispe spoke in Gaza.", "2024-06-04");
    assert!(found.contains(&"Aldo Quispe=PSE".to_string()), "{found:?}");
}

#[test]
fn of_several_offices_the_text_names_one() {
    let found = names("Prime Minister Jens Stoltenberg spoke in Oslo.", "2011-06-04");
    assert!(found.contains(&"Jens Stoltenberg=NOR".to_string()), "{found:?}");
    // written for short
    let short = names("PM Jens Stoltenberg spoke in Oslo.", "2011-06-04");
    assert!(short.contains(&"Jens Stoltenberg=NOR".to_string()), "{short:?}");
    let later = names("NATO Secretary General Jens Stoltenberg spoke in Oslo.", "2018-06-04");
    assert!(later.contains(&"Jens Stoltenberg=NATO".to_string()), "{later:?}");
}

#[test]
fn a_headline_is_no_dateline() {
    let found = names(
        "Nairobi to inspect Chadian ships: minister\n\nPeru on Monday denied the raid. Culture Minister Aldo Quispe spoke.",
        "2024-06-04",
    );
    assert!(found.contains(&"Aldo Quispe=PER".to_string()), "{found:?}");
}
