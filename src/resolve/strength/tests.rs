//! Degrees and hedges in sentences of our own; cue and content stand in brackets.

use super::*;
use crate::read::layout::layout;
use proptest::prelude::*;

fn words() -> StrengthWords {
    StrengthWords::builtin().expect("the lexicon can be read")
}

/// Degree, level and hedges of "before [cue] after [content] behind".
fn of(marked: &str, force: Force) -> (Option<String>, u8, Vec<String>) {
    let mut raw = String::new();
    let mut spans = Vec::new();
    for (n, piece) in marked.split(['[', ']']).enumerate() {
        if n % 2 == 1 {
            spans.push(raw.len()..raw.len() + piece.len());
        }
        raw.push_str(piece);
    }
    let text = Text::new(&raw, layout(&raw, &[], &|_| true));
    let tokens = |n: usize| spans.get(n).map(|s| text.token_at(s.start)..text.token_at(s.end - 1) + 1);
    let found = strength(&text, tokens(0).expect("a cue is marked"), tokens(1), force, &words());
    (
        found.degree.map(|d| d.text),
        found.level,
        found.hedges.into_iter().map(|h| h.text).collect(),
    )
}

#[test]
fn degree_words_and_levels() {
    let cases = [
        ("Peru [voiced concern over] [the raid].", None, 1),
        ("Peru [voiced serious concern over] [the raid].", Some("serious"), 2),
        (
            "Peru [voiced its deep and abiding concern over] [the raid].",
            Some("deep and abiding"),
            3,
        ),
        ("Peru [voiced its continued support for] [the raid].", None, 1),
        ("Peru [strongly condemned] [the brutal raid].", Some("strongly"), 2),
        ("Peru [very strongly condemned] [the raid].", Some("very strongly"), 3),
        (
            "Peru [condemned] in the strongest terms [the raid].",
            Some("in the strongest terms"),
            4,
        ),
        (
            "Peru [condemned] [the raid] in the strongest possible terms.",
            Some("in the strongest possible terms"),
            4,
        ),
        ("Peru [expressed its deepest regret over] [the raid].", Some("deepest"), 4),
        ("Peru [cautiously welcomed] [the deep cuts].", Some("cautiously"), 0),
        (
            "Peru [expressed its shared unwavering support for] [the talks].",
            Some("unwavering"),
            4,
        ),
        ("Peru [pointed out] [the raid].", None, 1),
        ("[Gravely concerned about] [the raid],", Some("Gravely"), 3),
    ];
    for (marked, degree, level) in cases {
        assert_eq!(
            of(marked, Force::Expressive),
            (degree.map(str::to_string), level, vec![]),
            "{marked}"
        );
    }
}

#[test]
fn hedges_soften_commitments_only() {
    let marked = "Peru [pledged to] [seek to open the port, where appropriate].";
    assert_eq!(
        of(marked, Force::Commissive),
        (None, 1, vec!["seek to".into(), "where appropriate".into()])
    );
    assert_eq!(of(marked, Force::Expressive).2, Vec::<String>::new());
    let deeper = "Peru [pledged to] [help states that seek to join].";
    assert_eq!(of(deeper, Force::Commissive).2, Vec::<String>::new());
    // the cue is the act, so it does not hedge itself
    assert_eq!(of("We [seek to] [open the port].", Force::Commissive), (None, 1, vec![]));
    assert_eq!(of("Peru [agreed in principle to] [open the port].", Force::Commissive).1, 0);
}

proptest! {
    #[test]
    fn any_string_is_weighed(raw in "\\PC*", a in 0usize..40, b in 0usize..40, c in 0usize..40) {
        let text = Text::new(&raw, layout(&raw, &[], &|_| true));
        let found = strength(&text, a..a + b % 5, Some(c..c + b), Force::Commissive, &words());
        prop_assert!(found.level <= 4);
        for words in found.degree.iter().chain(&found.hedges) {
            prop_assert!(raw.contains(&words.text));
        }
    }
}
