//! Trials: one example, extracted, and held against its marks.
//!
//! Owns: what an example must give. A sentence in `fires` gives a record by its rule with the marked roles, one in `quiet` none by its rule.
//! Which other rules fire is no fault, but somebody should look at it.
//! Leaves to: [`crate::rules::marked`] reading the marks, [`crate::score`] how alike two contents are.

use crate::extract::Extractor;
use crate::read::Document;
use crate::rules::marked::Marked;
use crate::rules::{Rule, Scope};
use crate::score::word_f1;
use crate::span::Span;
use crate::statement::{Party, Statement};
use rayon::prelude::*;
use serde::Serialize;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A content counts as the marked one from this word F1 on.
const SAME_CONTENT: f64 = 0.9;

/// One example and what it did.
#[derive(Clone, Debug, Serialize)]
pub struct Trial {
    /// Which of the rule's examples of this kind it is, from 0.
    #[serde(skip)]
    pub number: usize,
    /// Its line in the file.
    pub line: usize,
    /// Whether the rule is to fire.
    pub fires: bool,
    /// The example as written.
    pub example: String,
    /// The sentence without its marks.
    pub text: String,
    /// What came out instead of what is marked, written like an example; nothing where no record came near.
    pub found: Option<String>,
    /// What is wrong; empty where all is as marked.
    pub wrong: Vec<Wrong>,
    /// The ids of the other rules that fired.
    pub others: Vec<String>,
}

/// What is wrong with what an example gives.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Wrong {
    /// In what respect.
    pub what: Role,
    /// The words that were marked.
    pub expected: String,
    /// The words that came out.
    pub found: String,
}

/// In what respect an example is not as marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The program panicked, which is a bug of it.
    Panic,
    /// The rule gives no record where the cue is marked.
    Silent,
    /// The rule gives a record and should not.
    Fires,
    /// Another content.
    Content,
    /// Another speaker.
    Speaker,
    /// Another addressee.
    Addressee,
    /// Another source.
    Source,
}

impl Role {
    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Panic => "panic",
            Role::Silent => "silent",
            Role::Fires => "fires",
            Role::Content => "content",
            Role::Speaker => "speaker",
            Role::Addressee => "addressee",
            Role::Source => "source",
        }
    }
}

/// Tries the examples of all rules that are `wanted`; with the index of the rule, in the order of the rules.
pub fn trials(extractor: &Extractor, wanted: &dyn Fn(&Rule) -> bool) -> Vec<(usize, Trial)> {
    let rules = &extractor.rules().rules;
    let examples = rules.iter().enumerate().filter(|(_, rule)| wanted(rule)).flat_map(|(n, rule)| {
        let fires = (0..rule.fires.len()).map(move |number| (n, number, true));
        fires.chain((0..rule.quiet.len()).map(move |number| (n, number, false)))
    });
    let examples: Vec<(usize, usize, bool)> = examples.collect();
    let tried = examples
        .into_par_iter()
        .map(|(n, number, fires)| (n, tried(extractor, &rules[n], number, fires)));
    tried.collect()
}

/// Tries one example of `rule`.
pub(super) fn tried(extractor: &Extractor, rule: &Rule, number: usize, fires: bool) -> Trial {
    let (examples, lines) = match fires {
        true => (&rule.fires, &rule.lines.fires),
        false => (&rule.quiet, &rule.lines.quiet),
    };
    let example = examples.get(number).cloned().unwrap_or_default();
    // Marks were read with the file; a built-in file that has wrong ones is caught by the tests of this tree.
    let marked = Marked::parse(&example).unwrap_or_else(|_| Marked {
        text: example.clone(),
        roles: Vec::new(),
    });
    let mut trial = Trial {
        number,
        line: lines.get(number).copied().unwrap_or(rule.lines.id),
        fires,
        example,
        text: marked.text.clone(),
        found: None,
        wrong: Vec::new(),
        others: Vec::new(),
    };
    let Ok(records) = catch_unwind(AssertUnwindSafe(|| records(extractor, rule.scope, &marked.text))) else {
        trial.wrong.push(wrong(Role::Panic, "", "the program panicked"));
        return trial;
    };
    let (own, others): (Vec<Statement>, Vec<Statement>) = records.into_iter().partition(|record| record.rule.id == rule.id);
    trial.others = others.iter().map(|record| record.rule.id.clone()).collect();
    if !fires {
        if let Some(record) = own.first() {
            trial.wrong.push(wrong(Role::Fires, "", &record.cue.text));
            trial.found = Some(written(&marked, record));
        }
        return trial;
    }
    let cues: Vec<Span> = marked
        .roles
        .iter()
        .filter(|(role, _)| *role == "cue")
        .map(|(_, span)| *span)
        .collect();
    let meets = |record: &&Statement| cues.iter().any(|cue| meet(*cue, record.cue.span));
    let best = own
        .iter()
        .filter(meets)
        .map(|record| (differences(&marked, record), record))
        .min_by_key(|(wrong, _)| wrong.len());
    match best {
        Some((wrong, record)) => {
            trial.found = (!wrong.is_empty()).then(|| written(&marked, record));
            trial.wrong = wrong;
        }
        None => {
            trial
                .wrong
                .push(wrong(Role::Silent, &marked.words("cue").join(" "), &trial.others.join(", ")));
            trial.found = others.iter().find(meets).map(|record| written(&marked, record));
        }
    }
    trial
}

fn wrong(what: Role, expected: &str, found: &str) -> Wrong {
    Wrong {
        what,
        expected: expected.to_string(),
        found: found.to_string(),
    }
}

/// The records whose cue stands in `sentence`, in a document in which a rule of this scope holds; places count from the sentence.
fn records(extractor: &Extractor, scope: Option<Scope>, sentence: &str) -> Vec<Statement> {
    let head = match scope {
        None | Some(Scope::Attribution) => "",
        Some(Scope::Resolution) => "RESOLUTION 900 (1990)\n\nThe Security Council,\n\nRecalling its earlier resolutions,\n\n",
        Some(Scope::OwnVoice) => "Joint statement of Norway and Peru\n\n",
    };
    let start = head.chars().count() as u32;
    let document = Document {
        id: "example".to_string(),
        text: format!("{head}{sentence}\n"),
        ..Document::default()
    };
    let mut records = extractor.extract(&document).statements;
    records.retain(|record| record.cue.span.start >= start);
    records.iter_mut().for_each(|record| shift(record, start));
    records
}

/// Counts the places of a record from `start` on.
fn shift(record: &mut Statement, start: u32) {
    let parties = record.speakers.iter_mut().chain(&mut record.addressees).chain(&mut record.source);
    let spans = parties.filter_map(|party| party.span.as_mut());
    let content = record.content.iter_mut().flat_map(|content| &mut content.pieces);
    let spans = spans.chain(content.map(|piece| &mut piece.span)).chain([&mut record.cue.span]);
    for span in spans {
        (span.start, span.end) = (span.start.saturating_sub(start), span.end.saturating_sub(start));
    }
}

fn differences(marked: &Marked, record: &Statement) -> Vec<Wrong> {
    let mut differences = Vec::new();
    let expected = marked.words("content").join(" ");
    let found = record.content.as_ref().map_or("", |content| content.text.as_str());
    if word_f1(&expected, found) < SAME_CONTENT {
        differences.push(wrong(Role::Content, &expected, found));
    }
    let parties = [
        (Role::Speaker, &record.speakers[..]),
        (Role::Addressee, &record.addressees[..]),
        (Role::Source, record.source.as_slice()),
    ];
    for (role, parties) in parties {
        let expected = marked.words(role.as_str()).join(" ");
        let found = words(parties);
        if !expected.is_empty() && expected != found {
            differences.push(wrong(role, &expected, &found));
        }
    }
    differences
}

fn words(parties: &[Party]) -> String {
    let texts: Vec<&str> = parties.iter().filter_map(|party| party.text.as_deref()).collect();
    texts.join(" ")
}

/// The sentence with the roles of `record` marked: cue and content, and what the example marks besides.
fn written(marked: &Marked, record: &Statement) -> String {
    let length = marked.text.chars().count() as u32;
    let shown = |role: &str| !matches!(role, "speaker" | "source") || marked.roles.iter().any(|(name, _)| *name == role);
    let mut roles = super::about::roles(record);
    roles.retain(|(role, span)| shown(role) && span.start < span.end && span.end <= length);
    let found = Marked {
        text: marked.text.clone(),
        roles,
    };
    found.written()
}

fn meet(a: Span, b: Span) -> bool {
    a.end.min(b.end) > a.start.max(b.start)
}
