//! How well extractions agree with what people found.
//!
//! Owns: the measure. A prediction meets a gold statement where their cues share a code point and, for the `act_*` figures, their
//! acts agree; pairs are made greedily, what is demanded before what is optional, nearest cue first. Speaker, addressee, content,
//! status, mode and force are measured on the pairs that meet; `strict_*` counts a pair only where speaker, status and
//! negation are right and the contents share at least 0.8 of their words.
//! Leaves to: the command line where files come from; to `words` what a word is.
//! From: the reference scorer, a Python script; `.ci/run` holds the two together on a gold set where both are at hand, and
//! `tests/suite/score.rs` on pairs of our own.

pub mod brat;
mod gold;
mod pairs;
mod words;

pub use gold::{Gold, GoldStatement, Phrase, Piece, Predicted, Predictions};
pub use pairs::{greedy, meet};
pub use words::word_f1;

use gold::codes;
use pairs::{Counts, counts, pairs};

/// Acts that have an addressee; only on these is it measured.
const DIRECTED: &[&str] = &[
    "urge",
    "request",
    "demand",
    "warn",
    "accuse",
    "condemn",
    "thank",
    "congratulate",
    "threaten",
];

/// Fields that are measured on the pairs that meet, in the order in which they are shown.
const FIELDS: [&str; 7] = ["speaker", "addressee", "content", "content_exact", "status", "mode", "force"];

/// A content counts as the same from this word F1 on.
const SAME_CONTENT: f64 = 0.8;

/// One figure of the result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// A share from 0 to 1.
    Share(f64),
    /// A number of things.
    Count(usize),
}

impl Figure {
    /// The figure as a number.
    pub fn value(self) -> f64 {
        match self {
            Figure::Share(share) => share,
            Figure::Count(count) => count as f64,
        }
    }
}

impl std::fmt::Display for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Figure::Share(share) => write!(f, "{share:.3}"),
            Figure::Count(count) => write!(f, "{count}"),
        }
    }
}

/// How one act fared.
#[derive(Clone, Debug, Default)]
pub struct ActCounts {
    /// The act.
    pub act: String,
    /// Found, and right.
    pub right: usize,
    /// Demanded, not found.
    pub missed: usize,
    /// Found, not there.
    pub wrong: usize,
}

/// Adds documents up.
#[derive(Clone, Debug, Default)]
pub struct Score {
    cue: Totals,
    act: Totals,
    strict: Totals,
    fields: [(f64, usize); FIELDS.len()],
    missing_documents: usize,
    acts: Vec<ActCounts>,
    /// Each miss, false alarm and wrong field, a line each.
    pub errors: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Totals {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    /// Nothing seen yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the document `name`; `None` where there is no prediction for it, which counts as one without statements.
    pub fn document(&mut self, name: &str, gold: &[GoldStatement], predicted: Option<&[Predicted]>) {
        self.missing_documents += usize::from(predicted.is_none());
        let predicted = predicted.unwrap_or_default();
        self.cue.add(&counts(gold, predicted, &pairs(gold, predicted, false)));
        let met = pairs(gold, predicted, true);
        let found = counts(gold, predicted, &met);
        self.act.add(&found);
        for &g in &found.missed {
            let statement = &gold[g];
            self.act_counts(&statement.act).missed += 1;
            let content = statement
                .content
                .iter()
                .flatten()
                .next()
                .map(|piece| piece.text.as_str())
                .unwrap_or("");
            self.errors.push(format!(
                "{name}: missed {}: {:?} {:?}",
                statement.act,
                statement.cue.text,
                head(content, 70)
            ));
        }
        for &p in &found.wrong {
            let statement = &predicted[p];
            self.act_counts(&statement.act).wrong += 1;
            let content = statement.content.as_ref().and_then(|content| content.text.as_deref()).unwrap_or("");
            let cue = statement.cue.text.as_deref().unwrap_or("");
            self.errors
                .push(format!("{name}: false {}: {cue:?} {:?}", statement.act, head(content, 70)));
        }
        let mut strict = 0;
        for &(g, p) in met.iter().filter(|(g, _)| !gold[*g].optional) {
            self.act_counts(&gold[g].act).right += 1;
            strict += usize::from(self.pair(name, &gold[g], &predicted[p]));
        }
        self.strict.right += strict;
        self.strict.wrong += found.wrong.len() + found.right - strict;
        self.strict.missed += found.missed.len() + found.right - strict;
    }

    /// Measures the fields of one pair; true where it counts as strictly right.
    fn pair(&mut self, name: &str, gold: &GoldStatement, predicted: &Predicted) -> bool {
        let want = gold.content_text();
        let got = predicted.content.as_ref().and_then(|content| content.text.as_deref()).unwrap_or("");
        let (who, to) = (codes(predicted.speakers.as_ref()), codes(predicted.addressees.as_ref()));
        let content = word_f1(&want, got);
        let share = |right: bool| Some(f64::from(u8::from(right)));
        let speaker = who == gold.who;
        let status = predicted.status.as_deref() == Some(&gold.status) && predicted.negated.unwrap_or(false) == gold.negated;
        let directed = DIRECTED.contains(&gold.act.as_str()) && !gold.to.is_empty();
        let force = gold.force.as_deref().filter(|force| !force.is_empty());
        let measured = [
            share(speaker),
            if directed { share(to == gold.to) } else { None },
            Some(content),
            share(content >= 0.99),
            share(status),
            share((predicted.mode.as_deref() == Some("direct")) == (gold.mode == "direct")),
            force.and_then(|force| share(predicted.force.as_deref() == Some(force))),
        ];
        let mut wrong = Vec::new();
        for ((sum, field), value) in self.fields.iter_mut().zip(FIELDS).zip(measured) {
            let Some(value) = value else { continue };
            sum.0 += value;
            sum.1 += 1;
            if value < SAME_CONTENT && field != "content_exact" {
                wrong.push(field);
            }
        }
        if !wrong.is_empty() {
            self.errors.push(format!(
                "{name}: {} {:?}: wrong {}; who {:?} got {who:?}; to {:?} got {to:?}; content {:?} got {:?}",
                gold.act,
                gold.cue.text,
                wrong.join(", "),
                gold.who,
                gold.to,
                head(&want, 90),
                head(got, 90)
            ));
        }
        speaker && status && content >= SAME_CONTENT
    }

    fn act_counts(&mut self, act: &str) -> &mut ActCounts {
        let at = self.acts.iter().position(|counts| counts.act == act).unwrap_or_else(|| {
            self.acts.push(ActCounts {
                act: act.to_string(),
                ..ActCounts::default()
            });
            self.acts.len() - 1
        });
        &mut self.acts[at]
    }

    /// All figures with their names, in the order in which they are shown.
    pub fn figures(&self) -> Vec<(String, Figure)> {
        let mut figures = Vec::new();
        for (kind, totals) in [("cue", &self.cue), ("act", &self.act), ("strict", &self.strict)] {
            for (what, share) in ["precision", "recall", "f1"].iter().zip(totals.shares()) {
                figures.push((format!("{kind}_{what}"), Figure::Share(share)));
            }
        }
        for (field, (sum, count)) in FIELDS.iter().zip(self.fields) {
            figures.push((field.to_string(), Figure::Share(if count == 0 { 1.0 } else { sum / count as f64 })));
        }
        figures.push(("gold".to_string(), Figure::Count(self.act.right + self.act.missed)));
        figures.push(("missing_documents".to_string(), Figure::Count(self.missing_documents)));
        figures
    }

    /// How each act fared, the one with most errors first.
    pub fn acts(&self) -> Vec<ActCounts> {
        let mut acts = self.acts.clone();
        acts.sort_by_key(|counts| std::cmp::Reverse(counts.missed + counts.wrong));
        acts
    }

    /// Documents for which there was no prediction.
    pub fn missing_documents(&self) -> usize {
        self.missing_documents
    }
}

impl Totals {
    fn add(&mut self, counts: &Counts) {
        self.right += counts.right;
        self.wrong += counts.wrong.len();
        self.missed += counts.missed.len();
    }

    /// Precision, recall and F1; where nothing was to be found, or nothing was said, it is 1.
    fn shares(&self) -> [f64; 3] {
        let share = |of: usize| if of == 0 { 1.0 } else { self.right as f64 / of as f64 };
        let (precision, recall) = (share(self.right + self.wrong), share(self.right + self.missed));
        let both = precision + recall;
        [precision, recall, if both == 0.0 { 0.0 } else { 2.0 * precision * recall / both }]
    }
}

fn head(text: &str, points: usize) -> String {
    text.chars().take(points).collect()
}
