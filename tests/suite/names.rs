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
