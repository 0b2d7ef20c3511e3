//! Outputs of earlier runs, read back.
//!
//! Owns: what in a file is an output (an extraction, an array of them, or statements one a line), which file of a folder is one, and
//! writing one anew.
//! Leaves to: [`crate::diff`] what is done with them.

use super::Stop;
use crate::diff::{Found, Side};
use crate::output::{Failed, Format, Shape, Style, writer};
use crate::statement::{Extraction, SCHEMA_VERSION, Statement};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// What a file is at its top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One extraction.
    One,
    /// An array of extractions.
    Array,
    /// A statement a line.
    Lines,
}

/// A file of outputs.
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// What it is.
    pub kind: Kind,
    /// The ids of its documents, in order.
    pub documents: Vec<String>,
}

/// The outputs at a path, a file or a folder.
pub struct Outputs {
    /// What they say.
    pub side: Side,
    /// Where it stands.
    pub files: Vec<File>,
}

/// Bytes of a file that tell whether it is an output.
const HEAD: u64 = 4096;

/// The files of outputs at `path`; none where it holds texts.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, Stop> {
    if !path.is_dir() {
        return Ok(if is_output(path)? { vec![path.to_path_buf()] } else { Vec::new() });
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(path).sort_by_file_name() {
        let entry = entry.map_err(|error| Stop::unreadable(format!("cannot read {}: {error}", path.display())))?;
        if entry.file_type().is_file() && is_output(entry.path())? {
            found.push(entry.into_path());
        }
    }
    Ok(found)
}

/// Whether the file begins like an output. An empty `.jsonl` is one: no statement was found.
fn is_output(path: &Path) -> Result<bool, Stop> {
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("").to_lowercase();
    if !matches!(ending.as_str(), "json" | "jsonl" | "ndjson") {
        return Ok(false);
    }
    let mut head = Vec::new();
    let file = fs::File::open(path).map_err(|error| unread(path, &error))?;
    file.take(HEAD).read_to_end(&mut head).map_err(|error| unread(path, &error))?;
    let head = String::from_utf8_lossy(&head);
    let squeezed: String = head.chars().filter(|c| !c.is_whitespace()).take(200).collect();
    let statement = squeezed.starts_with("{\"id\":") && head.contains("\"act\"");
    let extraction = squeezed.starts_with("{\"schema_version\":") || squeezed.starts_with("[{\"schema_version\":") || squeezed == "[]";
    Ok(extraction || statement || squeezed.is_empty() && ending != "json")
}

/// Reads the outputs in `files`.
pub fn read(files: &[PathBuf]) -> Result<Outputs, Stop> {
    let parts: Vec<(File, Vec<(String, Found)>)> = files.par_iter().map(|path| file(path)).collect::<Result<_, Stop>>()?;
    let mut outputs = Outputs {
        side: Side::default(),
        files: Vec::new(),
    };
    let mut homes: BTreeMap<String, PathBuf> = BTreeMap::new();
    for (file, found) in parts {
        for (id, found) in found {
            if let Some(first) = homes.insert(id.clone(), file.path.clone()) {
                let place = if first == file.path {
                    "twice in".to_string()
                } else {
                    format!("in {} and in", first.display())
                };
                let stop = Stop::unreadable(format!("document {id:?} stands {place} {}", file.path.display()));
                return Err(stop.help("give each document an id of its own: documents are compared by their ids"));
            }
            outputs.side.documents.insert(id, found);
        }
        outputs.files.push(file);
    }
    Ok(outputs)
}

fn file(path: &Path) -> Result<(File, Vec<(String, Found)>), Stop> {
    let text = fs::read_to_string(path).map_err(|error| unread(path, &error))?;
    let top = text.trim_start();
    let many = top.starts_with('[');
    let (kind, documents) = if many {
        (Kind::Array, array(path, &text)?)
    } else if top.starts_with("{\"id\"") || top.is_empty() {
        (Kind::Lines, lines(path, &text)?)
    } else {
        let value = serde_json::from_str(&text).map_err(|error| broken(path, error.line(), &error))?;
        (Kind::One, vec![extraction(path, value)?])
    };
    let file = File {
        path: path.to_path_buf(),
        kind,
        documents: documents.iter().map(|d| d.0.clone()).collect(),
    };
    Ok((file, documents))
}

fn array(path: &Path, text: &str) -> Result<Vec<(String, Found)>, Stop> {
    let values: Vec<Value> = serde_json::from_str(text).map_err(|error| broken(path, error.line(), &error))?;
    values.into_par_iter().map(|value| extraction(path, value)).collect()
}

fn extraction(path: &Path, value: Value) -> Result<(String, Found), Stop> {
    let version = value.get("schema_version").and_then(Value::as_str).unwrap_or("none").to_string();
    if version != SCHEMA_VERSION {
        let stop = Stop::unreadable(format!(
            "{}: its schema_version is {version:?}, and this demarche reads {SCHEMA_VERSION:?}",
            path.display()
        ));
        return Err(stop.help("extract the texts again with this version; records of two versions of the contract cannot be compared"));
    }
    let extraction = Extraction::deserialize(value).map_err(|error| alien(path, None, &error))?;
    let found = Found {
        info: Some(extraction.document.clone()),
        statements: extraction.statements,
    };
    Ok((extraction.document.id, found))
}

fn lines(path: &Path, text: &str) -> Result<Vec<(String, Found)>, Stop> {
    let lines: Vec<(usize, &str)> = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
    let statements: Vec<Statement> = lines
        .into_par_iter()
        .map(|(n, line)| {
            serde_json::from_str(line).map_err(|error| match error.is_data() {
                true => alien(path, Some(n + 1), &error),
                false => broken(path, n + 1, &error),
            })
        })
        .collect::<Result<_, Stop>>()?;
    let mut order: Vec<String> = Vec::new();
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    for mut statement in statements {
        let id = statement.document.take().unwrap_or_default();
        if !found.contains_key(&id) {
            order.push(id.clone());
        }
        found.entry(id).or_default().statements.push(statement);
    }
    let take = |id: String| found.remove(&id).map(|f| (id, f));
    Ok(order.into_iter().filter_map(take).collect())
}

/// Writes `documents` to `path` in the form of `kind`.
pub fn write(path: &Path, kind: Kind, documents: &[Extraction]) -> Result<(), Stop> {
    let mut destination = super::destination::Destination::file(path)?;
    let (format, shape) = match kind {
        Kind::One => (Format::Json, Shape::One),
        Kind::Array => (Format::Json, Shape::Many),
        Kind::Lines => (Format::Jsonl, Shape::Many),
    };
    let name = path.display().to_string();
    let failed = |failed: Failed| Stop::unreadable(format!("cannot write {name}: {failed}"));
    let style = Style {
        shape,
        colour: false,
        bom: false,
        flat: false,
        rules: "",
    };
    let mut out = writer(format, destination.out(), style).map_err(failed)?;
    out.begin().map_err(failed)?;
    documents.iter().try_for_each(|d| out.document(d)).map_err(failed)?;
    out.end().map_err(failed)?;
    drop(out);
    destination.keep().map_err(|error| Stop::unwritten(&name, &error))
}

fn unread(path: &Path, error: &std::io::Error) -> Stop {
    Stop::unreadable(format!("cannot read {}: {error}", path.display()))
}

fn broken(path: &Path, line: usize, error: &serde_json::Error) -> Stop {
    let stop = Stop::unreadable(format!("{}:{line}: not JSON: {error}", path.display()));
    stop.help("expected what `demarche extract --format json` or jsonl wrote; `demarche validate` lists all that is wrong in a file")
}

fn alien(path: &Path, line: Option<usize>, error: &serde_json::Error) -> Stop {
    let line = line.map_or(String::new(), |line| format!(":{line}"));
    let stop = Stop::unreadable(format!("{}{line}: JSON, but no output of this demarche: {error}", path.display()));
    stop.help("expected what `demarche extract --format json` or jsonl wrote; `demarche validate` lists all that is wrong in a file")
}
