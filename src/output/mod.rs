//! How extractions leave the program.
//!
//! Owns: the four formats behind one trait, [`Writer`], and the line to them: ids ([`id`]), schemas ([`schema`]) and the check of
//! every record before it is written ([`validate`]).
//! Leaves to: [`crate::statement`] what a record holds; to the command line where the bytes go.
//! From: the contract (`schema/`), and the complaints of those who read other coders' output: spans of words alone, codes that
//! a spreadsheet turns into numbers.

mod csv;
pub mod id;
mod json;
mod places;
pub mod schema;
mod text;
pub mod validate;

pub use csv::COLUMNS as CSV_COLUMNS;
pub use text::plain;

use crate::statement::Extraction;
use std::io::{self, Write};

/// Writes extractions one after the other; keeps no more than one of them in memory.
pub trait Writer {
    /// Writes what stands before the first document.
    fn begin(&mut self) -> io::Result<()>;
    /// Writes one document.
    fn document(&mut self, extraction: &Extraction) -> io::Result<()>;
    /// Writes what stands after the last document and flushes.
    fn end(&mut self) -> io::Result<()>;
}

/// The formats that `--format` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people: who, act, whom, what, and the sentence that proves it
    Text,
    /// One object for one document; an array of them for several
    Json,
    /// One statement a line, each with the id of its document
    Jsonl,
    /// One statement a row, flat
    Csv,
}

/// What JSON output is at its top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An object, as long as there is one document; asked for by naming one file.
    One,
    /// An array, also of one document or of none; asked for by naming a folder, several files or a file of many documents.
    Many,
}

/// A writer of `format` into `out`; `shape` matters to JSON only, `colour` to text only.
pub fn writer<'w>(format: Format, out: impl Write + 'w, shape: Shape, colour: bool) -> Box<dyn Writer + 'w> {
    match format {
        Format::Text => Box::new(text::TextWriter::new(out, colour)),
        Format::Json => Box::new(json::JsonWriter::new(out, shape)),
        Format::Jsonl => Box::new(json::LinesWriter::new(out)),
        Format::Csv => Box::new(csv::CsvWriter::new(out)),
    }
}
