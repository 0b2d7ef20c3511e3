//! How extractions leave the program.
//!
//! Owns: the formats and databases behind one trait, [`Writer`], and the line to them: ids ([`id`]), schemas ([`schema`]) and the
//! check of every record before it is written ([`validate`]).
//! Leaves to: [`crate::statement`] what a record holds; to the command line where the bytes go.
//! From: the contract (`schema/`), and the complaints of those who read other coders' output: spans of words alone, codes that
//! a spreadsheet turns into numbers.

mod brat;
mod csv;
pub mod database;
pub mod extracted;
pub mod id;
mod json;
mod parquet;
mod places;
pub mod schema;
pub mod sift;
mod text;
pub mod topic;
mod tree;
pub mod validate;
mod webannotation;

pub use brat::BratWriter;
pub use csv::COLUMNS as CSV_COLUMNS;
pub use text::plain;

use crate::statement::{DocumentInfo, Extraction};
use std::io::{self, Write};

/// Writes extractions one after the other; keeps no more than a batch of them in memory.
pub trait Writer {
    /// Writes what stands before the first document.
    fn begin(&mut self) -> Result<(), Failed> {
        Ok(())
    }
    /// Writes one document.
    fn document(&mut self, extraction: &Extraction) -> Result<(), Failed>;
    /// A batch ends: a good moment to make what was written last.
    fn batch(&mut self) -> Result<(), Failed> {
        Ok(())
    }
    /// Writes what stands after the last document and flushes.
    fn end(&mut self) -> Result<(), Failed>;
    /// The documents that this destination could not take since it was last asked; the others are written.
    fn refusals(&mut self) -> Vec<Refusal> {
        Vec::new()
    }
    /// Itself, where what it writes of a document depends on no other document.
    fn apart(&mut self) -> Option<&mut dyn Apart> {
        None
    }
    /// Which of some documents, each with the SHA-256 of its text, are there already, read with these rules.
    fn has(&mut self, documents: &[(&str, &str)]) -> Result<Vec<bool>, Failed> {
        Ok(vec![false; documents.len()])
    }
}

/// A writer whose documents are made apart, each by the thread that read it, and only put one behind the other in the order of the input.
pub trait Apart {
    /// How the bytes of one document are made.
    fn maker(&self) -> Maker;
    /// Writes what the maker made of the next document.
    fn put(&mut self, made: &[u8]) -> Result<(), Failed>;
}

/// Makes the bytes of one document.
pub type Maker = fn(&Extraction) -> Result<Vec<u8>, Failed>;

/// Why a destination takes nothing any more.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// Bytes could not be written.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// Something else, and what to do about it.
    #[error("{message}")]
    Told {
        /// What was expected and what was found.
        message: String,
        /// What to do.
        help: String,
    },
}

impl Failed {
    /// A failure in one line, and what to do about it.
    pub fn told(message: impl Into<String>, help: impl Into<String>) -> Self {
        Failed::Told {
            message: message.into(),
            help: help.into(),
        }
    }
}

/// A document that a destination could not take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its id.
    pub document: String,
    /// Why.
    pub reason: String,
}

impl Refusal {
    /// Of a document whose words the destination would have to show.
    fn without_text(document: &DocumentInfo) -> Self {
        Refusal {
            document: document.id.clone(),
            reason: "it came without its text; extract it with --with-text".to_string(),
        }
    }
}

/// Whether anything is known of the document but its id; not so where statements were read from JSONL, which holds no more.
pub fn is_known(document: &DocumentInfo) -> bool {
    !document.sha256.is_empty()
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
    /// One document a line with its statements: what `load` reads without loss
    Documents,
    /// One statement a row, flat
    Csv,
    /// The same with tabs
    Tsv,
    /// One statement a row, nested, or flat with --flat
    Parquet,
    /// A .txt and an .ann file a document in a folder, to correct by hand in brat
    Brat,
    /// W3C Web Annotations as JSON-LD
    Webannotation,
}

impl Format {
    /// Whether it has a place for the text of a document.
    pub fn holds_text(self) -> bool {
        matches!(self, Format::Json | Format::Documents) || self.needs_text()
    }

    /// Whether it cannot do without the text of a document.
    pub fn needs_text(self) -> bool {
        matches!(self, Format::Brat | Format::Webannotation)
    }

    /// Whether it cannot do without what is known of a document.
    pub fn needs_document(self) -> bool {
        matches!(self, Format::Json | Format::Documents) || self.needs_text()
    }
}

/// What JSON output is at its top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An object, as long as there is one document; asked for by naming one file.
    One,
    /// An array, also of one document or of none; asked for by naming a folder, several files or a file of many documents.
    Many,
}

/// What a user can switch in a format.
#[derive(Clone, Copy, Debug)]
pub struct Style<'s> {
    /// The top of JSON.
    pub shape: Shape,
    /// Whether text has colours.
    pub colour: bool,
    /// Whether CSV and TSV begin with a byte order mark, by which Excel knows UTF-8.
    pub bom: bool,
    /// Whether Parquet has flat columns.
    pub flat: bool,
    /// The version of the rules, as databases and Parquet keep it.
    pub rules: &'s str,
}

/// A writer of `format` into `out`.
///
/// # Errors
/// Where `out` does not take the head of a file, or the format is many files ([`BratWriter`]).
pub fn writer<'w>(format: Format, out: impl Write + Send + 'w, style: Style) -> Result<Box<dyn Writer + 'w>, Failed> {
    Ok(match format {
        Format::Text => Box::new(text::TextWriter::new(out, style.colour)),
        Format::Json => Box::new(json::JsonWriter::new(out, style.shape)),
        Format::Jsonl => Box::new(json::LinesWriter::statements(out)),
        Format::Documents => Box::new(json::LinesWriter::documents(out)),
        Format::Csv => Box::new(csv::CsvWriter::new(out, b',', style.bom)),
        Format::Tsv => Box::new(csv::CsvWriter::new(out, b'\t', style.bom)),
        Format::Parquet => Box::new(parquet::ParquetWriter::new(out, style.flat, style.rules)?),
        Format::Webannotation => Box::new(webannotation::WebannotationWriter::new(out)),
        Format::Brat => {
            return Err(Failed::told(
                "brat wants two files a document",
                "name a folder: --format brat --to FOLDER",
            ));
        }
    })
}
