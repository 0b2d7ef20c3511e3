//! What rules did in texts of the user.
//!
//! Owns: the tables of `--coverage`, and the line on rules that never fired.
//! Leaves to: [`crate::prove::Over`] the counts.

use crate::cli::rules::count;
use crate::cli::rules::paint::{ASIDE, STRONG, paint};
use crate::prove::Over;
use std::fmt::Write;

/// Characters of a sentence that are shown beside a word.
const SENTENCE: usize = 70;
/// Words that no rule knows, which people are shown; the JSON has all.
const WORDS: usize = 25;

/// How often each rule fired, and against whom.
pub fn table(text: &mut String, over: &Over) {
    let wide = over
        .rules
        .iter()
        .map(|fired| fired.id.chars().count())
        .max()
        .unwrap_or(0)
        .clamp(4, 36);
    let _ = writeln!(text, "\n{}", paint(STRONG, format!("{:wide$}  fired  alone  against", "rule")));
    for fired in over.rules.iter().filter(|fired| fired.records > 0) {
        let mut against: Vec<(&String, &usize)> = fired.against.iter().collect();
        against.sort_by_key(|(id, times)| (std::cmp::Reverse(**times), id.as_str()));
        let against: Vec<String> = against.iter().map(|(id, times)| format!("{id} {times}")).collect();
        let _ = writeln!(
            text,
            "{:wide$}  {:5}  {:5}  {}",
            fired.id,
            fired.records,
            fired.alone,
            paint(ASIDE, against.join(", "))
        );
    }
}

/// The verbs that no rule knows.
pub fn words(text: &mut String, over: &Over) {
    let shown = &over.unknown[..over.unknown.len().min(WORDS)];
    if shown.is_empty() {
        let _ = writeln!(
            text,
            "\nevery verb before \"to\", \"that\", a quotation or \"on\" heads a frame of some rule"
        );
        return;
    }
    let wide = shown.iter().map(|one| one.word.chars().count()).max().unwrap_or(0).clamp(21, 36);
    let head = format!("{:wide$}  to  that  quote  on  first", "verbs that no rule has");
    let _ = writeln!(text, "\n{}", paint(STRONG, head));
    for one in shown {
        let example: String = one
            .example
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .take(SENTENCE)
            .collect();
        let dots = if one.example.chars().count() > SENTENCE { "..." } else { "" };
        let counts = [(one.to, 2), (one.that, 4), (one.quote, 5), (one.on, 2)].map(|(n, wide)| match n {
            0 => format!("{:>wide$}", "·"),
            n => format!("{n:>wide$}"),
        });
        let _ = writeln!(
            text,
            "{:wide$}  {}  {}",
            one.word,
            counts.join("  "),
            paint(ASIDE, format!("{example}{dots}"))
        );
    }
    if over.unknown.len() > WORDS {
        let _ = writeln!(
            text,
            "{}",
            paint(
                ASIDE,
                format!("and {}; --format json has all", count(over.unknown.len() - WORDS, "more verb"))
            )
        );
    }
}

/// How many rules fired, and which never did.
pub fn coverage(over: &Over) -> String {
    let never: Vec<&str> = over.never().map(|fired| fired.id.as_str()).collect();
    let fired = over.rules.len() - never.len();
    let mut told = format!(
        "{fired} of {} fired in {}",
        count(over.rules.len(), "rule"),
        count(over.documents, "document")
    );
    if !never.is_empty() {
        told.push_str(&format!("; never: {}", never.join(", ")));
    }
    told
}
