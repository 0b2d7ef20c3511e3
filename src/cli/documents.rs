//! The one place where the command line meets the reader.
//!
//! Owns: what a run must know of its PATHs before anything is read.
//! Leaves to: [`crate::read::input`] finding, opening and decoding them.

use crate::read::files::{ending, is_listed};
pub use crate::read::input::{Found, Inputs, Options as ReadOptions, ReadError};
use std::path::{Path, PathBuf};

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
