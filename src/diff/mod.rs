//! Two extractions of the same documents, compared record by record.
//!
//! Owns: which statement of the one is which of the other (`matching`), what counts as a change ([`fields`]), and the sum grouped
//! by rule.
//! Leaves to: the command line where the two sides come from; to [`crate::score`] pairing by overlap.

pub mod fields;
mod matching;
pub mod text;
mod words;

pub use fields::Field;
pub use matching::By;

use crate::statement::{DocumentInfo, Statement};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One side: documents by their `id`.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// The documents.
    pub documents: BTreeMap<String, Found>,
}

/// What is known of one document on one side.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Its head; JSONL has none.
    pub info: Option<DocumentInfo>,
    /// Its statements, in their order.
    pub statements: Vec<Statement>,
}

/// All that differs.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Diff {
    /// How much.
    pub counts: Counts,
    /// Documents whose head differs, or that one side only has.
    pub documents: Vec<DocumentDiff>,
    /// What differs by rule, sorted by its name.
    pub rules: Vec<RuleDiff>,
}

/// How much differs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Documents of either side.
    pub documents: usize,
    /// Documents in which nothing differs.
    pub documents_same: usize,
    /// Statements of the first side.
    pub before: usize,
    /// Statements of the second side.
    pub after: usize,
    /// Statements that are the same.
    pub same: usize,
    /// Statements of the second side that meet none of the first.
    pub added: usize,
    /// Statements of the first side that meet none of the second.
    pub gone: usize,
    /// Statements that meet, and differ.
    pub changed: usize,
}

/// What differs between the heads of a document.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentDiff {
    /// The `id` of the document.
    pub document: String,
    /// Which side has it alone, if one has.
    pub only: Option<Only>,
    /// What differs.
    pub fields: Vec<Field>,
}

/// The side that has a document alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Only {
    /// The first.
    Before,
    /// The second.
    After,
}

/// What differs for one rule.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RuleDiff {
    /// The rule: that of the second side, where both have the statement.
    pub rule: String,
    /// Statements of the second side only.
    pub added: Vec<Single>,
    /// Statements of the first side only.
    pub gone: Vec<Single>,
    /// Statements that differ.
    pub changed: Vec<Change>,
}

/// A statement of one side.
#[derive(Clone, Debug, Serialize)]
pub struct Single {
    /// The `id` of the document.
    pub document: String,
    /// The statement.
    pub statement: Statement,
}

/// A statement that both sides have, and that differs.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// The `id` of the document.
    pub document: String,
    /// How the two were found to be one.
    pub matched_by: By,
    /// What differs.
    pub fields: Vec<Field>,
    /// The statement of the first side.
    pub before: Statement,
    /// The statement of the second side.
    pub after: Statement,
}

/// What differs in one document.
#[derive(Default)]
struct One {
    head: Option<DocumentDiff>,
    added: Vec<Statement>,
    gone: Vec<Statement>,
    changed: Vec<Change>,
    same: usize,
}

/// Compares two sides.
pub fn diff(before: &Side, after: &Side) -> Diff {
    let ids: BTreeSet<&String> = before.documents.keys().chain(after.documents.keys()).collect();
    let ids: Vec<&String> = ids.into_iter().collect();
    let ones: Vec<(&String, One)> = ids
        .into_par_iter()
        .map(|id| (id, document(id, before.documents.get(id), after.documents.get(id))))
        .collect();
    let statements = |side: &Side| side.documents.values().map(|d| d.statements.len()).sum();
    let mut diff = Diff {
        counts: Counts {
            documents: ones.len(),
            before: statements(before),
            after: statements(after),
            ..Counts::default()
        },
        ..Diff::default()
    };
    let mut rules: BTreeMap<String, RuleDiff> = BTreeMap::new();
    for (id, one) in ones {
        diff.counts.add(&one);
        diff.documents.extend(one.head);
        let single = |statement: Statement| Single {
            document: id.clone(),
            statement,
        };
        for statement in one.added {
            rules.entry(statement.rule.id.clone()).or_default().added.push(single(statement));
        }
        for statement in one.gone {
            rules.entry(statement.rule.id.clone()).or_default().gone.push(single(statement));
        }
        for change in one.changed {
            rules.entry(change.after.rule.id.clone()).or_default().changed.push(change);
        }
    }
    diff.rules = rules.into_iter().map(|(rule, found)| RuleDiff { rule, ..found }).collect();
    diff
}

impl Diff {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.documents.is_empty()
    }
}

impl Counts {
    fn add(&mut self, one: &One) {
        self.same += one.same;
        self.added += one.added.len();
        self.gone += one.gone.len();
        self.changed += one.changed.len();
        let differs = one.head.is_some() || !one.added.is_empty() || !one.gone.is_empty() || !one.changed.is_empty();
        self.documents_same += usize::from(!differs);
    }
}

fn document(id: &str, before: Option<&Found>, after: Option<&Found>) -> One {
    let empty = Found::default();
    let mut one = One {
        head: head(id, before, after),
        ..One::default()
    };
    let (before, after) = (before.unwrap_or(&empty), after.unwrap_or(&empty));
    let same_text = match (&before.info, &after.info) {
        (Some(b), Some(a)) => b.sha256 == a.sha256,
        _ => true,
    };
    let pairs = matching::pairs(&before.statements, &after.statements, same_text);
    let (mut met_before, mut met_after) = (vec![false; before.statements.len()], vec![false; after.statements.len()]);
    for (b, a, by) in pairs {
        (met_before[b], met_after[a]) = (true, true);
        let (b, a) = (&before.statements[b], &after.statements[a]);
        let fields = fields::changed(b, a);
        if fields.is_empty() {
            one.same += 1;
        } else {
            one.changed.push(Change {
                document: id.to_string(),
                matched_by: by,
                fields,
                before: b.clone(),
                after: a.clone(),
            });
        }
    }
    let left = |statements: &[Statement], met: &[bool]| {
        let left = statements.iter().zip(met).filter(|(_, met)| !**met);
        left.map(|(statement, _)| statement.clone()).collect()
    };
    one.gone = left(&before.statements, &met_before);
    one.added = left(&after.statements, &met_after);
    one
}

/// What differs in the head. A side without heads has no documents without statements, so that a missing one says nothing.
fn head(id: &str, before: Option<&Found>, after: Option<&Found>) -> Option<DocumentDiff> {
    let (only, fields) = match (before, after) {
        (Some(b), Some(a)) => match (&b.info, &a.info) {
            (Some(b), Some(a)) => (None, fields::heads(b, a)),
            _ => (None, Vec::new()),
        },
        (Some(b), None) if b.info.is_some() => (Some(Only::Before), Vec::new()),
        (None, Some(a)) if a.info.is_some() => (Some(Only::After), Vec::new()),
        _ => (None, Vec::new()),
    };
    (only.is_some() || !fields.is_empty()).then(|| DocumentDiff {
        document: id.to_string(),
        only,
        fields,
    })
}
