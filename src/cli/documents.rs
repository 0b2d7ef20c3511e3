//! The one place where the command line meets the reader.
//!
//! Owns: the options `--date` and `--text-field`, and what a run must know of its PATHs before anything is read.
//! Leaves to: [`crate::read::input`] finding, opening and decoding them.

pub use crate::read::Document;
use crate::read::files::{ending, is_listed};
pub use crate::read::input::{Found, Inputs, Options as ReadOptions, ReadError};
use std::path::{Path, PathBuf};

/// Options of the commands that read texts.
#[derive(Debug, clap::Args)]
pub struct TextArgs {
    /// Day of publication, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    date: Option<jiff::civil::Date>,
    /// Field of a JSONL line that holds the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    text_field: String,
}

impl TextArgs {
    /// How to read.
    pub fn options(&self) -> ReadOptions {
        ReadOptions {
            text_field: self.text_field.clone(),
            published: self.date,
        }
    }
}

/// The documents at `paths`, in their order; what cannot be read is told in its place.
pub fn documents(paths: &[PathBuf], options: ReadOptions) -> Inputs {
    Inputs::new(paths, options)
}

/// Whether a folder would give `path` as an input.
pub fn is_input(path: &Path) -> bool {
    is_listed(path)
}

/// Whether `path` holds many documents by its nature.
pub fn is_many(path: &Path) -> bool {
    path.is_dir() || matches!(ending(path).as_str(), "jsonl" | "ndjson" | "json")
}
