//! From the PATHs of a command to documents.
//!
//! Owns: nothing; it is the one place where the command line meets the reader.

use crate::read::Document;
use crate::statement::PublishedBasis;
use jiff::civil::Date;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How inputs are read.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// The field of a JSONL line that holds the text.
    pub text_field: String,
    /// The day of publication of all documents that name none themselves.
    pub date: Option<Date>,
}

/// A document, and what was not as one would wish in reading it.
#[derive(Debug)]
pub struct Opened {
    /// The document.
    pub document: Document,
    /// Bytes that were no text, and the like.
    pub warnings: Vec<String>,
}

/// The documents at `paths`, in the order of the paths and, in a folder, of the names; what cannot be read is told in its place.
pub fn documents<'p>(paths: &'p [PathBuf], options: &'p ReadOptions) -> impl Iterator<Item = Result<Opened, String>> + Send + 'p {
    paths.iter().flat_map(|path| files(path)).flat_map(|file| match file {
        Ok(path) => read(&path, options),
        Err(error) => vec![Err(error)],
    })
}

/// Whether a folder would give `path` as an input.
pub fn is_input(path: &Path) -> bool {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    [".txt", ".md", ".html", ".htm", ".jsonl"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Whether `path` holds many documents by its nature.
pub fn is_many(path: &Path) -> bool {
    let name = path.to_string_lossy().to_lowercase();
    path.is_dir() || name.strip_suffix(".gz").unwrap_or(&name).ends_with(".jsonl")
}

fn files(path: &Path) -> Vec<Result<PathBuf, String>> {
    if !path.is_dir() {
        return vec![Ok(path.to_path_buf())];
    }
    let entries = walkdir::WalkDir::new(path).sort_by_file_name().into_iter();
    entries
        .filter_map(|entry| match entry {
            Ok(entry) => (entry.file_type().is_file() && is_input(entry.path())).then(|| Ok(entry.into_path())),
            Err(error) => Some(Err(error.to_string())),
        })
        .collect()
}

fn read(path: &Path, options: &ReadOptions) -> Vec<Result<Opened, String>> {
    let name = path.display().to_string();
    let stdin = name == "-";
    let mut bytes = Vec::new();
    let got = if stdin {
        io::stdin().lock().read_to_end(&mut bytes).map(drop)
    } else {
        fs::read(path).map(|b| bytes = b)
    };
    if let Err(error) = got {
        return vec![Err(format!("cannot read {name}: {error}"))];
    }
    if bytes.contains(&0) {
        return vec![Err(format!("{name}: not a text (a zero byte)"))];
    }
    let (text, warnings) = match String::from_utf8(bytes) {
        Ok(text) => (text, Vec::new()),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            (
                String::from_utf8_lossy(error.as_bytes()).into_owned(),
                vec![format!("{name}: not UTF-8 at byte {at}")],
            )
        }
    };
    let published = options.date.map(|date| (date, PublishedBasis::Given));
    if !name.ends_with(".jsonl") {
        let id = if stdin {
            "stdin".to_string()
        } else {
            path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
        };
        let document = Document {
            id,
            uri: (!stdin).then_some(name),
            published,
            text,
            ..Document::default()
        };
        return vec![Ok(Opened { document, warnings })];
    }
    let line = |(n, line): (usize, &str)| {
        let value: serde_json::Value = serde_json::from_str(line).map_err(|error| format!("{name}:{n}: {error}"))?;
        let field = |field: &str| value.get(field).and_then(|v| v.as_str()).map(String::from);
        let text = field(&options.text_field).ok_or(format!("{name}:{n}: no field {:?}", options.text_field))?;
        let id = field("id").unwrap_or_else(|| n.to_string());
        Ok(Opened {
            document: Document {
                id,
                published,
                text,
                ..Document::default()
            },
            warnings: Vec::new(),
        })
    };
    text.lines()
        .enumerate()
        .map(|(n, text)| (n + 1, text))
        .filter(|(_, text)| !text.trim().is_empty())
        .map(line)
        .collect()
}
