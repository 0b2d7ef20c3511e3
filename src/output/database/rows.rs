//! A document as rows of tables.
//!
//! Owns: which field of the contract is which cell, in the order of the columns in `schema/sql/tables.sql`.
//! Leaves to: [`super::sqlite`] and [`super::postgres`] bringing rows into a database.

use crate::output::{is_known, topic::topic};
use crate::span::Span;
use crate::statement::{Extraction, Party, Statement, Words};
use sha2::{Digest, Sha256};

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'e> {
    /// Nothing.
    Null,
    /// A text, or a day as a text.
    Text(&'e str),
    /// A text that is nowhere in the record.
    Made(String),
    /// A number.
    Int(i64),
    /// True or false.
    Bool(bool),
}

impl<'e> Value<'e> {
    fn maybe(text: Option<&'e str>) -> Self {
        text.map_or(Value::Null, Value::Text)
    }

    /// The text of the cell, where it has one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            Value::Made(text) => Some(text),
            _ => None,
        }
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Value::Int(number.into())
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Value::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The names of the tables into which a document goes, those first to which others refer.
pub const TABLES: [&str; 9] = [
    "documents",
    "statements",
    "parties",
    "entities",
    "people",
    "items",
    "pieces",
    "codes",
    "hedges",
];

/// A row: the index of its table in [`TABLES`], and the cells in the order of the columns.
pub type Row<'e> = (usize, Vec<Value<'e>>);

/// What tells whether a document that comes again has changed: a digest of all that would be written.
pub fn fingerprint(extraction: &Extraction) -> String {
    // The contract's types have no map and no float: they always become JSON.
    let bytes = serde_json::to_vec(extraction).unwrap_or_default();
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// All rows of a document, in an order in which no row refers to a later one.
pub fn rows<'e>(run: i64, extraction: &'e Extraction, fingerprint: &'e str) -> Vec<Row<'e>> {
    let mut rows = vec![(0, document(run, extraction, fingerprint))];
    for (position, found) in extraction.statements.iter().enumerate() {
        rows.push((1, statement(run, &extraction.document.id, position, found)));
        let key = || vec![Value::Int(run), Value::Text(&found.id)];
        for (role, parties) in [
            ("speaker", found.speakers.as_slice()),
            ("addressee", &found.addressees),
            ("source", found.source.as_slice()),
        ] {
            parties
                .iter()
                .enumerate()
                .for_each(|(at, party)| push_party(&mut rows, &key, role, at, party));
        }
        let mut push_words = |table: usize, words: &'e [Words]| {
            for (at, words) in words.iter().enumerate() {
                let cells = [at.into(), Value::Text(&words.text), words.span.start.into(), words.span.end.into()];
                rows.push((table, [key(), cells.to_vec()].concat()));
            }
        };
        if let Some(content) = &found.content {
            push_words(5, &content.items);
            push_words(6, &content.pieces);
        }
        push_words(8, &found.strength.hedges);
        for (scheme, codes) in [("cameo", &found.codes.cameo), ("plover", &found.codes.plover)] {
            for (at, code) in codes.iter().enumerate() {
                let text = Some(code.code.as_str()).filter(|code| !code.is_empty());
                let cells = [
                    Value::Text(scheme),
                    at.into(),
                    Value::maybe(text),
                    Value::Text(code.r#match.as_str()),
                ];
                rows.push((7, [key(), cells.to_vec()].concat()));
            }
        }
    }
    rows
}

fn document<'e>(run: i64, extraction: &'e Extraction, fingerprint: &'e str) -> Vec<Value<'e>> {
    let document = &extraction.document;
    let known = is_known(document);
    let when_known = |value: Value<'e>| if known { value } else { Value::Null };
    vec![
        Value::Int(run),
        Value::Text(&document.id),
        Value::maybe(document.uri.as_deref()),
        Value::maybe(document.title.as_deref()),
        Value::maybe(document.published.as_deref()),
        Value::maybe(document.published_basis.map(|basis| basis.as_str())),
        when_known(Value::Text(document.genre.as_str())),
        when_known(Value::Text(&document.language)),
        when_known(Value::Text(&document.sha256)),
        when_known(document.chars.into()),
        Value::maybe(document.text.as_deref()),
        Value::Text(fingerprint),
    ]
}

fn statement<'e>(run: i64, document: &'e str, position: usize, found: &'e Statement) -> Vec<Value<'e>> {
    let content = found.content.as_ref();
    let degree = found.strength.degree.as_ref();
    let time = found.time.as_ref();
    let [content_start, content_end] = place(content.map(|content| content.span));
    let [degree_start, degree_end] = place(degree.map(|degree| degree.span));
    let [time_start, time_end] = place(time.map(|time| time.span));
    vec![
        Value::Int(run),
        Value::Text(&found.id),
        Value::Text(document),
        position.into(),
        Value::Text(found.act.as_str()),
        Value::Text(found.force.as_str()),
        Value::Text(found.status.as_str()),
        Value::Bool(found.negated),
        Value::Text(found.mode.as_str()),
        Value::Text(&found.cue.text),
        found.cue.span.start.into(),
        found.cue.span.end.into(),
        Value::maybe(content.map(|content| content.text.as_str())),
        content_start,
        content_end,
        Value::maybe(content.map(|content| content.form.as_str())),
        content.and_then(|content| topic(&content.text)).map_or(Value::Null, Value::Made),
        Value::maybe(degree.map(|degree| degree.text.as_str())),
        degree_start,
        degree_end,
        u32::from(found.strength.level).into(),
        Value::maybe(time.map(|time| time.text.as_str())),
        time_start,
        time_end,
        Value::maybe(time.and_then(|time| time.earliest.as_deref())),
        Value::maybe(time.and_then(|time| time.latest.as_deref())),
        Value::maybe(time.map(|time| time.granularity.as_str())),
        Value::maybe(time.map(|time| time.basis.as_str())),
        Value::Text(&found.sentence.text),
        found.sentence.span.start.into(),
        found.sentence.span.end.into(),
        found.sentence.paragraph.into(),
        found.sentence.index.into(),
        Value::Text(&found.rule.id),
        Value::Text(&found.rule.pack),
        Value::Text(&found.rule.version),
    ]
}

fn push_party<'e>(rows: &mut Vec<Row<'e>>, key: &dyn Fn() -> Vec<Value<'e>>, role: &'e str, at: usize, party: &'e Party) {
    let key = || [key(), vec![Value::Text(role), at.into()]].concat();
    let [start, end] = place(party.span);
    let cells = [Value::maybe(party.text.as_deref()), start, end, Value::Text(party.basis.as_str())];
    rows.push((2, [key(), cells.to_vec()].concat()));
    for (position, entity) in party.entities.iter().enumerate() {
        let cells = [
            Value::Text(&entity.code),
            Value::Text(entity.kind.as_str()),
            Value::Text(&entity.name),
        ];
        rows.push((3, [key(), vec![position.into()], cells.to_vec()].concat()));
    }
    for (position, person) in party.people.iter().enumerate() {
        let cells = [Value::Text(&person.name), Value::maybe(person.role.as_deref())];
        rows.push((4, [key(), vec![position.into()], cells.to_vec()].concat()));
    }
}

fn place<'e>(span: Option<Span>) -> [Value<'e>; 2] {
    match span {
        Some(span) => [span.start.into(), span.end.into()],
        None => [Value::Null, Value::Null],
    }
}
