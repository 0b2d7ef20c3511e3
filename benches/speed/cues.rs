//! The limit: a scan for the forms of all verbs that head a built-in frame and mean something by themselves, and nothing else.
//!
//! Owns: which words these are, and the automaton. No program that looks at the words can be faster than one that only looks for them.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use demarche::grammar::{Class, Lexicon, Valency};
use demarche::rules::Rules;
use demarche::rules::frame::{self, Element};
use std::collections::BTreeSet;

/// Irregular forms stand here; what is regular is spelt below.
const VERBS: &str = include_str!("../../rules/lexicon/verbs.tsv");

/// Endings of regular forms, on the verb whole, without its last letter, and with that letter twice.
const ENDINGS: &[&str] = &["", "s", "es", "ies", "d", "ed", "ied", "ing"];

/// The forms of all verbs that head a frame of a built-in rule, without auxiliaries and those that mean little without their noun ("make").
pub fn forms(rules: &Rules, lexicon: &Lexicon) -> BTreeSet<String> {
    let mut heads = heads(rules);
    let auxiliary = Class::BE.or(Class::HAVE).or(Class::DO).or(Class::MODAL);
    heads.retain(|head| !rules.is_light(head) && !lexicon.entry(head).is_some_and(|e| e.class.is(auxiliary)));
    let mut forms = BTreeSet::new();
    for head in &heads {
        let short = head.get(..head.len().saturating_sub(1)).unwrap_or(head);
        let double = format!("{head}{}", head.get(short.len()..).unwrap_or(""));
        let spelt = [head, short, &double]
            .into_iter()
            .flat_map(|s| ENDINGS.iter().map(move |e| format!("{s}{e}")));
        let is_form = |word: &String| {
            let entry = lexicon.entry(word);
            entry.is_some_and(|e| {
                e.verbs
                    .iter()
                    .any(|(lemma, _)| lexicon.lemma(*lemma) == head.as_str() && rules.is_cue(*lemma))
            })
        };
        forms.extend(spelt.filter(is_form));
    }
    for line in VERBS.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        if let [lemma, past, participle, ..] = columns[..]
            && heads.contains(lemma)
        {
            forms.extend(
                [past, participle]
                    .iter()
                    .flat_map(|c| c.split(';'))
                    .filter(|w| !w.is_empty())
                    .map(String::from),
            );
        }
    }
    forms
}

/// The words with which frames begin.
fn heads(rules: &Rules) -> BTreeSet<String> {
    let mut heads = BTreeSet::new();
    for shape in rules.rules.iter().flat_map(|rule| &rule.frames) {
        for variant in frame::variants(&frame::parse(shape).expect("a built-in frame")) {
            if let Some(Element::Words(words)) = variant.first() {
                heads.extend(words.iter().cloned());
            }
        }
    }
    heads
}

/// An automaton that finds `forms`, forced to be a DFA and without the shortcuts that skip text: it looks at every byte.
pub fn scan(forms: &BTreeSet<String>) -> AhoCorasick {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .prefilter(false)
        .build(forms)
        .expect("some hundred words fit a DFA")
}
