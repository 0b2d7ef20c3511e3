//! The JSON Schemas of the contract.
//!
//! Owns: how the types of [`crate::statement`] become the files in `schema/`: JSON Schema 2020-12, what is written rather than what
//! could be read, so that every field is required but the two that only some formats carry.
//! Leaves to: the doc comments of the types the descriptions; to `tests/suite/schema.rs` that files and types agree.

use crate::statement::{Extraction, Statement};
use schemars::JsonSchema;
use serde_json::Value;

/// The things that come out and have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One statement: a line of `--format jsonl`.
    Statement,
    /// A document with its statements: what `--format json` writes.
    Extraction,
}

impl Kind {
    /// Both, in the order of the help text.
    pub const ALL: [Kind; 2] = [Kind::Statement, Kind::Extraction];

    /// The name of the kind, and the stem of its file in `schema/`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Statement => "statement",
            Kind::Extraction => "extraction",
        }
    }
}

/// The schema of `kind`.
pub fn schema(kind: Kind) -> Value {
    match kind {
        Kind::Statement => generate::<Statement>(kind),
        Kind::Extraction => generate::<Extraction>(kind),
    }
}

/// The schema of `kind` as it stands in `schema/`, with a line break at its end.
pub fn schema_text(kind: Kind) -> String {
    format!("{:#}\n", schema(kind))
}

fn generate<T: JsonSchema>(kind: Kind) -> Value {
    crate::schema::generate::<T>(kind.name(), crate::statement::SCHEMA_VERSION, false)
}
