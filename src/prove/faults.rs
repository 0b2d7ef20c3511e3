//! Faults of a rule that no single example shows.
//!
//! Owns: how many examples a rule needs, that a quiet one holds a word of the rule, that a firing one marks one cue, that the rule can fire at all.
//! Leaves to: [`super::trial`] what the examples give; [`crate::rules`] which frames stand before others.

use crate::extract::Extractor;
use crate::grammar::Lexicon;
use crate::rules::marked::Marked;
use crate::rules::{Rule, Shadow};
use serde::Serialize;
use std::collections::BTreeSet;

/// Examples of each kind that a rule needs: one shows that it can, two begin to show where it ends.
const NEEDED: usize = 2;

/// What is wrong with a rule itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Fault {
    /// Too few examples in which it fires.
    FewFiring {
        /// How many there are.
        examples: usize,
    },
    /// Too few examples in which it is quiet.
    FewQuiet {
        /// How many there are.
        examples: usize,
    },
    /// A quiet example without a word of the rule: it tests nothing.
    NoCue {
        /// The line of the example.
        line: usize,
        /// The example.
        example: String,
        /// Words that it could hold.
        words: Vec<String>,
    },
    /// A firing example that does not mark one cue.
    Unmarked {
        /// The line of the example.
        line: usize,
        /// The example.
        example: String,
        /// How many cues it marks.
        cues: usize,
    },
    /// A quiet example with marks: nothing is to be found in it.
    Marked {
        /// The line of the example.
        line: usize,
        /// The example.
        example: String,
    },
    /// The same example twice.
    Twice {
        /// The line of the second.
        line: usize,
        /// The example.
        example: String,
    },
    /// All frames of the rule stand in another rule too, which finds the sentences first.
    Shadowed {
        /// That rule.
        by: String,
        /// Its pack.
        pack: String,
    },
    /// The rule has not fired in a corpus.
    NeverFired {
        /// How many documents were read.
        documents: usize,
    },
}

/// The faults of the rule at `place`.
pub fn faults(extractor: &Extractor, place: usize, shadows: &[Shadow]) -> Vec<Fault> {
    let rule = &extractor.rules().rules[place];
    let mut faults = Vec::new();
    if rule.fires.len() < NEEDED {
        faults.push(Fault::FewFiring {
            examples: rule.fires.len(),
        });
    }
    if rule.quiet.len() < NEEDED {
        faults.push(Fault::FewQuiet {
            examples: rule.quiet.len(),
        });
    }
    for (example, line) in rule.fires.iter().zip(&rule.lines.fires) {
        let cues = Marked::parse(example).map_or(0, |marked| marked.words("cue").len());
        if cues != 1 {
            let (line, example) = (*line, example.clone());
            faults.push(Fault::Unmarked { line, example, cues });
        }
    }
    let words = cue_words(rule);
    for (example, line) in rule.quiet.iter().zip(&rule.lines.quiet) {
        let (line, example) = (*line, example.clone());
        if example.contains(['[', ']']) {
            faults.push(Fault::Marked { line, example });
        } else if !holds(&example, &words, extractor.lexicon()) {
            let words = words.iter().take(6).cloned().collect();
            faults.push(Fault::NoCue { line, example, words });
        }
    }
    let mut seen = BTreeSet::new();
    let lines = rule.lines.fires.iter().chain(&rule.lines.quiet);
    for (example, line) in rule.fires.iter().chain(&rule.quiet).zip(lines) {
        if !seen.insert(example) {
            let (line, example) = (*line, example.clone());
            faults.push(Fault::Twice { line, example });
        }
    }
    if let Some(shadow) = shadows.iter().find(|shadow| shadow.rule == place && shadow.whole) {
        let by = &extractor.rules().rules[shadow.by];
        faults.push(Fault::Shadowed {
            by: by.id.clone(),
            pack: by.pack.clone(),
        });
    }
    faults
}

/// Words of frames that say nothing about an act.
const SMALL: &[&str] = &[
    "a", "about", "an", "and", "as", "at", "be", "by", "for", "from", "have", "in", "into", "it", "its", "itself", "make", "of", "on",
    "out", "over", "that", "the", "their", "to", "toward", "towards", "under", "up", "upon", "with", "no", "not", "take", "give", "put",
];

/// The words of a rule's frames that make its cues, in alphabetical order.
pub fn cue_words(rule: &Rule) -> BTreeSet<String> {
    let mut words: BTreeSet<String> = rule.heads.iter().chain(&rule.subjects).cloned().collect();
    for frame in &rule.frames {
        let mut depth = 0;
        let bare: String = frame
            .chars()
            .map(|c| {
                depth += i32::from(c == '<' || c == '{') - i32::from(c == '>' || c == '}');
                if depth > 0 || "<>{}()|".contains(c) { ' ' } else { c }
            })
            .collect();
        words.extend(bare.split_whitespace().filter(|word| !SMALL.contains(word)).map(String::from));
        // A frame of nothing but small words ("put forward" apart) has only these.
        let heads = frame.split(' ').next().unwrap_or("").split('|');
        words.extend(
            heads
                .filter(|word| rule.frames.len() == 1 || !SMALL.contains(word))
                .map(String::from),
        );
    }
    words
}

/// Whether a sentence holds a form of one of `words`.
fn holds(sentence: &str, words: &BTreeSet<String>, lexicon: &Lexicon) -> bool {
    let sentence = sentence.to_lowercase();
    let is_form = |found: &str, word: &str| {
        found.starts_with(stem(word))
            || lexicon.find(word).is_some_and(|lemma| {
                let entry = lexicon.entry(found);
                entry.is_some_and(|entry| entry.verbs.iter().any(|(verb, _)| *verb == lemma))
            })
    };
    let mut found = sentence.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    found.any(|found| words.iter().any(|word| is_form(found, word)))
}

/// What all regular forms of `word` begin with.
fn stem(word: &str) -> &str {
    let stem = word.strip_suffix("ie").or_else(|| word.strip_suffix("ed"));
    match stem.or_else(|| word.strip_suffix(['e', 'y'])) {
        Some(stem) if stem.len() >= 3 => stem,
        _ => word,
    }
}
