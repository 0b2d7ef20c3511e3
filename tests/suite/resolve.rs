//! Phrases in texts of our own: for whom each stands when one reads on.
//!
//! A text marks its phrases: `{S ...}` a subject, `{C ...}` a companion, `{O ...}` an object; the phrases are observed in order.

use demarche::extract::{Extractor, Options};
use demarche::names::{Context, Gazetteer, Names};
use demarche::read::layout::layout;
use demarche::resolve::{Discourse, Facts, Resolved, Role, Scope, Voice, genre};
use demarche::statement::{Basis, Genre};
use demarche::text::Text;
use std::ops::Range;
use std::sync::LazyLock;

/// The text without marks, and the marked places in bytes with their letter.
fn unmark(marked: &str) -> (String, Vec<(char, Range<usize>)>) {
    let mut raw = String::new();
    let mut open = Vec::new();
    let mut places = Vec::new();
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        match c {
            '{' => {
                let letter = chars.next().expect("a letter follows the brace");
                chars.next();
                open.push((letter, raw.len()));
            }
            '}' => {
                let (letter, start) = open.pop().expect("an opened brace");
                places.push((letter, start..raw.len()));
            }
            c => raw.push(c),
        }
    }
    (raw, places)
}

/// The genre of a text, by the verbs of the built-in rules.
fn genre_of(text: &Text, title: Option<&str>) -> Genre {
    static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::builtin(Options::default()));
    let performs = |word: &str| EXTRACTOR.rules().is_performative(EXTRACTOR.lexicon(), word);
    genre::genre(text, title, "doc", &performs)
}

/// For each marked phrase of a document its codes joined by commas, with what else was resolved.
fn read(marked: &str, title: Option<&str>) -> Vec<(String, Resolved)> {
    let (raw, places) = unmark(marked);
    let text = Text::new(&raw, layout(&raw, &[], &|_| true));
    let names = Names::scan(
        &text,
        Gazetteer::builtin(),
        Context {
            published: "2024-05-05".parse().ok(),
            publisher: None,
        },
    );
    let facts = Facts {
        genre: genre_of(&text, title),
        title,
        id: "doc",
    };
    let mut discourse = Discourse::new(&text, &names, &facts);
    let mut found = Vec::new();
    for (letter, place) in places {
        let np = text.token_at(place.start)..text.token_at(place.end);
        let party = discourse.party(np.clone(), &Voice::Outer);
        let role = match letter {
            'S' => Role::Subject,
            'C' => Role::Companion,
            _ => Role::Object,
        };
        discourse.observe(np, role);
        let codes: Vec<&str> = party.entities.iter().map(|e| e.code.as_str()).collect();
        found.push((codes.join(","), party));
    }
    found
}

fn codes(marked: &str) -> Vec<String> {
    read(marked, None).into_iter().map(|(codes, _)| codes).collect()
}

#[test]
fn names_in_a_phrase() {
    for (phrase, want) in [
        ("Norway", "NOR"),
        ("the foreign ministers of Norway, Chile and Peru", "CHL,NOR,PER"),
        ("Norwegian and Chilean officials", "CHL,NOR"),
        ("Peru's ambassador to Chile", "PER"),
        ("the Peruvian envoy for Haiti", "PER"),
        ("officials from Peru and Chile", "CHL,PER"),
        ("the United States and the European Union", "EU,USA"),
        ("Lebanon's Hezbollah", "HEZBOLLAH"),
        ("the leaders of NATO and Ukraine", "NATO,UKR"),
        ("the Foreign Ministry in Oslo", "NOR"),
        ("Peru, which borders Chile", "PER"),
        ("the NATO secretary general", "NATO"),
    ] {
        assert_eq!(codes(&format!("{{S {phrase}}} spoke.")), [want], "{phrase}");
    }
}

#[test]
fn who_may_not_speak() {
    for phrase in ["a Lima analyst", "Peruvian economists", "Norwegian media", "the Peruvian airline"] {
        let found = read(&format!("{{S {phrase}}} spoke."), None);
        assert_eq!(found[0].1.scope, Scope::Out, "{phrase}");
    }
    assert_eq!(read("{S the president of Acme Foods} spoke.", None)[0].0, "");
}

#[test]
fn two_meetings_have_two_pairs_of_both_sides() {
    let found = codes(
        "{S Norwegian Foreign Minister Ola Berg} met with {C Chilean Foreign Minister Ana Ruiz}. {S Both sides} spoke.\n\n\
         Later {S Berg} met with {C Peruvian Foreign Minister Aldo Quispe}. {S The two ministers} agreed. {S They} signed.",
    );
    assert_eq!(found, ["NOR", "CHL", "CHL,NOR", "NOR", "PER", "NOR,PER", "NOR,PER"]);
}

#[test]
fn a_number_picks_the_set_of_its_size() {
    let found = codes(
        "{S The defence ministers of Norway, Chile and Peru} gathered. {S Norway and Chile} spoke first. {S The three ministers} agreed.",
    );
    assert_eq!(found[2], "CHL,NOR,PER");
}

#[test]
fn he_is_the_last_person_and_it_the_last_state() {
    let found = codes("{S Norwegian Foreign Minister Ola Berg} spoke. {S He} smiled. {S Peru} wavered. {S It} waited.");
    assert_eq!(found, ["NOR", "NOR", "PER", "PER"]);
    let found = codes("{S Norwegian Foreign Minister Ola Berg} spoke. {S Marta Lund} listened. {S She} smiled.");
    assert_eq!(found[2], "", "an unknown person clears the pronoun");
}

#[test]
fn offices_are_remembered() {
    let found = codes(
        "{S Norwegian Foreign Minister Ola Berg} met with {C Chilean President Ana Ruiz}. {S The minister} left. {S The president} stayed.",
    );
    assert_eq!(found[2..], ["NOR", "CHL"]);
}

#[test]
fn pronouns_in_a_coordination() {
    assert_eq!(
        codes("{S Norwegian Foreign Minister Ola Berg} spoke. {S He and Chile's Ana Ruiz} met.")[1],
        "CHL,NOR"
    );
}

#[test]
fn we_is_the_voice_of_the_text_or_of_the_quotation() {
    let found = read(
        "{S We}, the foreign ministers of Norway, Chile and Peru, met in Oslo. {S We} agreed.",
        None,
    );
    assert_eq!(found[1].0, "CHL,NOR,PER");
    assert_eq!(found[1].1.basis, Basis::Document);

    let raw = "Norway thanked Peru.";
    let text = Text::new(raw, layout(raw, &[], &|_| true));
    let names = Names::scan(&text, Gazetteer::builtin(), Context::default());
    let facts = Facts {
        genre: Genre::News,
        title: None,
        id: "doc",
    };
    let discourse = Discourse::new(&text, &names, &facts);
    let speaker = discourse.party(2..3, &Voice::Outer);
    assert_eq!(speaker.entities[0].code, "PER");
    let (raw, _) = unmark("We agree.");
    let text = Text::new(&raw, layout(&raw, &[], &|_| true));
    let names = Names::scan(&text, Gazetteer::builtin(), Context::default());
    let discourse = Discourse::new(&text, &names, &facts);
    assert_eq!(discourse.party(0..1, &Voice::Quote(&speaker)).entities, speaker.entities);
}

#[test]
fn a_title_tells_the_parties() {
    let found = read(
        "{S The two sides} took stock of their work. {S They} agreed to meet.",
        Some("Joint Statement by Norway and Peru"),
    );
    assert_eq!(found[0].0, "NOR,PER");
    assert_eq!(found[1].0, "NOR,PER");
}

#[test]
fn genres_are_told_apart() {
    let of = |raw: &str, title: Option<&str>| genre_of(&Text::new(raw, layout(raw, &[], &|_| true)), title);
    assert_eq!(
        of(
            "The Security Council,\n\nRecalling its earlier work,\n\n1. Decides to return to it.",
            None
        ),
        Genre::Resolution
    );
    assert_eq!(
        of(
            "Security Council Press Statement on Floods\n\nThe members of the Security Council mourned.",
            None
        ),
        Genre::BodyStatement
    );
    assert_eq!(
        of("We, the leaders of Norway and Peru, met. We agreed on fish.", None),
        Genre::Joint
    );
    assert_eq!(
        of(
            "Norway and Peru met on fish. They agreed.",
            Some("Joint Statement of Norway and Peru")
        ),
        Genre::Joint
    );
    assert_eq!(
        of("The minister called his colleague.", Some("Readout of the minister's call")),
        Genre::Readout
    );
    assert_eq!(of("Norway thanked Peru on Monday, a spokesman said.", None), Genre::News);
}

#[test]
fn the_body_speaks_in_its_resolution() {
    let raw = "The Security Council,\n\nRecalling its earlier work on Peru,\n\n1. Decides to return to it.";
    let text = Text::new(raw, layout(raw, &[], &|_| true));
    let names = Names::scan(&text, Gazetteer::builtin(), Context::default());
    let discourse = Discourse::new(
        &text,
        &names,
        &Facts {
            genre: Genre::Resolution,
            title: None,
            id: "doc",
        },
    );
    assert_eq!(discourse.document().entities[0].code, "UNSC");
    assert_eq!(discourse.implied(6, None).entities[0].code, "UNSC");
}

#[test]
fn kinds_stand_for_the_last_of_their_kind() {
    let found = codes("{S The Taliban} fought. {S Peru} watched. {S The insurgent group} stopped. {S The country} rejoiced.");
    assert_eq!(found, ["TALIBAN", "PER", "TALIBAN", "PER"]);
}

#[test]
fn vague_groups_stand_for_nobody() {
    assert_eq!(codes("{S Peru} spoke. {S Several countries} listened.")[1], "");
}

#[test]
fn phrases_outside_the_text_are_nobody() {
    let raw = "Peru spoke.";
    let text = Text::new(raw, layout(raw, &[], &|_| true));
    let names = Names::scan(&text, Gazetteer::builtin(), Context::default());
    let mut discourse = Discourse::new(
        &text,
        &names,
        &Facts {
            genre: Genre::News,
            title: None,
            id: "",
        },
    );
    discourse.observe(7..99, Role::Subject);
    assert!(discourse.party(50..90, &Voice::Outer).entities.is_empty());
    assert!(discourse.party(0..99, &Voice::Outer).entities.len() == 1);
}

#[test]
fn an_apposition_adds_no_party() {
    assert_eq!(codes("{S Hamas, a rival of Peru}, spoke."), ["HAMAS"]);
}

#[test]
fn allies_of_a_state_are_not_the_state() {
    assert_eq!(codes("{S Norway's Western allies} spoke."), [""]);
}

#[test]
fn a_minister_is_for_something_and_of_somebody() {
    assert_eq!(codes("{S the deputy minister for external trade of Peru} spoke."), ["PER"]);
    assert_eq!(codes("{S Peru's U.N. ambassador} spoke."), ["PER"]);
}

#[test]
fn an_office_of_an_unknown_house_is_nobodys() {
    let found = read("{S Peru} spoke. {S A spokesman for Acme} listened.", None);
    assert_eq!((found[1].0.as_str(), found[1].1.scope), ("", Scope::Unknown));
}

#[test]
fn a_ministry_is_it() {
    let found = codes("{S Norway's Foreign Ministry} spoke. {S Peruvian President Ana Ruiz} listened. {S It} added more. {S She} left.");
    assert_eq!(found[2..], ["NOR", "PER"]);
}

#[test]
fn a_body_stands_for_the_members_that_the_text_tells() {
    let found =
        codes("{S We}, the ministers of ASEAN, met. {S We} agreed on fish. ASEAN includes Laos, Thailand and Vietnam for this purpose.");
    assert_eq!(found[1], "LAO,THA,VNM");
}

#[test]
fn the_secretary_general_is_that_of_the_united_nations() {
    assert_eq!(codes("{O The Secretary-General} was asked."), ["UN"]);
    assert_eq!(
        codes("{S NATO Secretary-General Ana Ruiz} spoke. {S The Secretary-General} left.")[1],
        "NATO"
    );
}

#[test]
fn a_statement_is_of_whoever_spoke_in_it() {
    assert_eq!(
        codes("{S Norway} said in a statement that {S Peru} was late. {S The statement} said more. \"Yes,\" he said. \"No,\" he told us."),
        ["NOR", "PER", "NOR"]
    );
}

#[test]
fn the_place_that_opens_a_sentence_owns_its_offices() {
    assert_eq!(codes("{S Norway} left. In Lima, {S the foreign ministry} agreed."), ["NOR", "PER"]);
}

#[test]
fn leaders_of_a_region_are_nobodys_guess() {
    assert_eq!(codes("{S Norway} left. {S Arab leaders} agreed."), ["NOR", ""]);
}

#[test]
fn the_other_party() {
    assert_eq!(
        codes("{S Norwegian Minister Ada Holm} met Peru's Minister Aldo Quispe. {S Her counterpart} left.")[1],
        "PER"
    );
    let text = "Chile and Peru quarrel. {S The former} left, {S the latter} stayed.";
    assert_eq!(codes(text), ["CHL", "PER"]);
    assert_eq!(codes("{S Chile and Peru} met. {S Each side} left.")[1], "CHL,PER");
}

#[test]
fn some_of_many_are_nobody_that_can_be_told() {
    for phrase in ["Three of its allies", "Ten of the council's 15 members"] {
        let (got, who) = read(&format!("{{S Chile}} spoke. {{S {phrase}}} left."), None).remove(1);
        assert_eq!((got.as_str(), who.scope), ("", Scope::In), "{phrase}");
    }
    assert_eq!(codes("LIMA, June 4 -- {S The rebels} fled.")[0], "");
    assert_eq!(codes("LIMA, June 4 -- {S The army} left.")[0], "PER");
}

#[test]
fn members_and_bodies_by_what_they_are_called() {
    let text = "{S ASEAN} met in Lima with {C Peru}. {S The six members} left.";
    assert_eq!(codes(text)[2], "ASEAN");
    let text = "The Security Council and the IAEA met. {S The council} left.";
    assert_eq!(codes(text), ["UNSC"]);
    assert_eq!(codes("LIMA, June 4 -- {S The EU} met. {S Foreign ministers} left.")[1], "EU");
}

#[test]
fn a_capital_that_opens_a_sentence_is_no_owner() {
    assert_eq!(codes("LIMA, June 4 -- Rain fell. {S Monetary officials} left.")[0], "PER");
    assert_eq!(codes("LIMA, June 4 -- Rain fell on Acme. {S Acme officials} left.")[0], "");
}

#[test]
fn kin_speak_for_nobody() {
    let found = read("{S Peru's president} left. {S The president's sister} wept.", None);
    assert_eq!(found[1].1.scope, Scope::Out);
}

#[test]
fn an_addressee_is_never_the_speaker() {
    let (raw, places) = unmark("Chile and Peru met in Oslo. {S Norway and Kenya} urged {O both sides} to stay.");
    let text = Text::new(&raw, layout(&raw, &[], &|_| true));
    let names = Names::scan(&text, Gazetteer::builtin(), Context::default());
    let facts = Facts {
        genre: Genre::News,
        title: None,
        id: "doc",
    };
    let discourse = Discourse::new(&text, &names, &facts);
    let np = |k: usize| text.token_at(places[k].1.start)..text.token_at(places[k].1.end);
    let speaker = discourse.party(np(0), &Voice::Outer);
    let addressee = discourse.addressed(np(1), &Voice::Outer, &speaker);
    let codes: Vec<&str> = addressee.entities.iter().map(|e| e.code.as_str()).collect();
    assert_eq!(codes, ["CHL", "PER"]);
}

#[test]
fn whose_it_is_goes_before_where_it_is() {
    assert_eq!(codes("{S Kenya} spoke. {S Its embassy in Lima} closed.")[1], "KEN");
}

#[test]
fn ethnic_parties_and_rebels_are_not_their_neighbours() {
    assert_eq!(codes("LIMA, June 4 -- {S The ethnic Chilean party} left.")[0], "PER");
    assert_eq!(codes("LIMA, June 4 -- {S A rebel commander} left.")[0], "");
}

#[test]
fn rebels_are_the_armed_group_of_the_text() {
    assert_eq!(codes("LUANDA, June 4 -- {S Angolan rebels} left. UNITA smiled."), ["UNITA"]);
    assert_eq!(codes("LUANDA, June 4 -- {S Angolan rebels} left."), [""]);
    assert_eq!(codes("LUANDA, June 4 -- {S Angolan officials} left. UNITA smiled."), ["AGO"]);
}

#[test]
fn a_spokeswoman_speaks_for_the_body_that_opens_her_sentence() {
    assert_eq!(
        codes("LIMA, June 4 -- The European Commission was at work, {S a spokeswoman} said."),
        ["EU"]
    );
    assert_eq!(codes("LIMA, June 4 -- The roof was open, {S a spokeswoman} said."), ["PER"]);
}

#[test]
fn both_governments_are_states() {
    let text = "Chile and Peru met. NATO and the EU spoke. {S Both governments} left.";
    assert_eq!(codes(text), ["CHL,PER"]);
}

#[test]
fn experts_whom_a_body_sends_speak() {
    assert_eq!(read("{S The U.N. experts} spoke.", None)[0].1.scope, Scope::In);
    assert_eq!(read("{S The wine experts} spoke.", None)[0].1.scope, Scope::Out);
}

#[test]
fn companions_act_too() {
    assert_eq!(codes("{S Norway, along with Chile and Peru,} spoke."), ["CHL,NOR,PER"]);
    assert_eq!(codes("{S Norway together with Chile} spoke."), ["CHL,NOR"]);
    assert_eq!(codes("{S Norway's talks with Chile} ended."), ["NOR"]);
}

#[test]
fn the_country_s_army_is_that_of_the_state_told_last() {
    assert_eq!(
        codes("{S North Korea} spoke of South Korea. {S The country's army} fired.")[1],
        "PRK"
    );
}

#[test]
fn a_meeting_place_owns_nobody() {
    assert_eq!(codes("{S African leaders meeting in Lima} spoke."), [""]);
    assert_eq!(codes("{S The foreign ministry in Lima} spoke."), ["PER"]);
}

#[test]
fn opponents_are_not_those_who_have_them() {
    assert_eq!(codes("{S Norway} spoke. {S Its rivals} left.")[1], "");
    assert_eq!(codes("{S Norway} spoke. {S Its envoys} left.")[1], "NOR");
}

#[test]
fn a_statement_is_theirs_who_signed_it() {
    let found = codes("OSLO, June 4 -- {S The statement}, signed by Norway, Chile and Peru, urges calm.");
    assert_eq!(found, ["CHL,NOR,PER"]);
}

#[test]
fn the_opposition_and_rebels_are_not_the_state() {
    assert_eq!(codes("LIMA, June 4 -- {S The Chilean opposition's main group} left.")[0], "");
    assert_eq!(codes("LIMA, June 4 -- {S Chile rebels} left.")[0], "");
}

#[test]
fn a_party_is_not_its_leader_s_state() {
    assert_eq!(
        codes("{S Zimbabwean President Robert Mugabe} spoke. {S Mugabe's ZANU-PF party} left.")[1],
        "ZANU-PF"
    );
    assert_eq!(
        codes("{S Zimbabwean President Robert Mugabe} spoke. {S Mugabe's government} left.")[1],
        "ZWE"
    );
}

#[test]
fn houses_in_small_letters_are_those_of_the_dateline() {
    assert_eq!(codes("OSLO, June 4 -- {S Chile} spoke. {S The foreign ministry} left.")[1], "NOR");
}

#[test]
fn the_president_named_right_before_is_meant() {
    let found = codes(
        "LIMA, June 4 -- {S Peruvian President Ana Ruiz} spoke.\n\nEnvoys met {O Chilean President Bo Lind}. {S The president} left.",
    );
    assert_eq!(found[2], "CHL");
}

#[test]
fn the_pope_is_the_holy_see() {
    assert_eq!(codes("{S The Pope} spoke. {S The pontiff} left."), ["VAT", "VAT"]);
}

#[test]
fn an_army_is_it_and_not_he() {
    assert_eq!(codes("{S Chile} spoke. {S The Peruvian army} fired. {S It} left.")[2], "PER");
    assert_eq!(codes("{S Chile} spoke. {S The Peruvian army chief} fired. {S He} left.")[2], "PER");
}
