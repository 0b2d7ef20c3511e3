//! Reading what was extracted before.
//!
//! Owns: the shapes in which extractions come back (JSON: an object or an array of them; JSON lines: statements or whole documents) and
//! putting statements together again that stood in lines of their own.
//! Leaves to: the command line which files; [`super::sift`] whether what is read agrees with the schemas.
//!
//! One document is held at a time, whatever the size of the file.

use crate::statement::{DocumentInfo, Extraction, Genre, SCHEMA_VERSION, Statement};
use rustc_hash::FxHashSet;
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead};

/// What is called for each document, or for each thing that is none, with its line where lines count; false ends the reading.
pub type Each<'e> = dyn FnMut(Result<Extraction, String>, Option<usize>) -> bool + 'e;

/// Reads a file of JSON: an extraction, or an array of them.
pub fn json(mut input: impl BufRead, each: &mut Each) -> io::Result<()> {
    while let Some(first) = input.fill_buf()?.first().copied() {
        match first {
            b if b.is_ascii_whitespace() => input.consume(1),
            b'[' => {
                let mut reader = serde_json::Deserializer::from_reader(input);
                if let Err(error) = (Elements { each: &mut *each }).deserialize(&mut reader) {
                    return broken(error, each);
                }
                return Ok(());
            }
            _ => {
                match serde_json::from_reader(input) {
                    Ok(value) => each(document(value), None),
                    Err(error) => return broken(error, each),
                };
                return Ok(());
            }
        }
    }
    Ok(())
}

/// Reads JSON lines: a statement or an extraction each.
pub fn lines(mut input: impl BufRead, each: &mut Each) -> io::Result<()> {
    let mut together = Together::default();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let read = match serde_json::from_slice::<Value>(&line) {
            Err(error) => Err(format!("expected a statement or a document as JSON, found broken JSON: {error}")),
            Ok(value) if value.get("statements").is_some() => match (together.take(), document(value)) {
                (Some(before), after) => Ok(vec![Ok(before), after]),
                (None, after) => Ok(vec![after]),
            },
            Ok(value) => together.add(value).map(|before| before.into_iter().map(Ok).collect()),
        };
        let going = match read {
            Err(message) => each(Err(message), Some(number)),
            Ok(read) => read.into_iter().all(|read| each(read, Some(number))),
        };
        if !going {
            return Ok(());
        }
    }
    if let Some(last) = together.take() {
        each(Ok(last), None);
    }
    Ok(())
}

fn broken(error: serde_json::Error, each: &mut Each) -> io::Result<()> {
    if error.is_io() {
        return Err(error.into());
    }
    each(
        Err(format!("expected JSON to the end of the file, found: {error}")),
        Some(error.line()),
    );
    Ok(())
}

fn document(value: Value) -> Result<Extraction, String> {
    let version = value.get("schema_version").and_then(Value::as_str).unwrap_or_default().to_string();
    if version != SCHEMA_VERSION {
        return Err(format!(
            "expected a document of schema version {SCHEMA_VERSION}, found {version:?}; extract it again"
        ));
    }
    serde_json::from_value(value).map_err(|error| format!("expected a document as `--format documents` writes it, found: {error}"))
}

/// Elements of an array, one at a time.
struct Elements<'e, 'f> {
    each: &'e mut Each<'f>,
}

impl<'de> DeserializeSeed<'de> for Elements<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Elements<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of documents")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let mut going = true;
        while let Some(value) = elements.next_element::<Value>()? {
            // What follows is still read, since the reader wants the end of the array.
            going = going && (self.each)(document(value), None);
        }
        Ok(())
    }
}

/// Statements of one document that stand in lines of their own.
#[derive(Default)]
struct Together {
    open: Option<Extraction>,
    /// Hashes of the ids that are done; ids themselves would be most of the memory of a long run.
    done: FxHashSet<u64>,
}

/// 64 bits: of ten million documents two would have one hash once in some hundred thousand runs; the second would be refused, and told.
fn hashed(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

impl Together {
    /// Takes a statement; gives the document before, where this one begins another.
    fn add(&mut self, value: Value) -> Result<Option<Extraction>, String> {
        let mut statement: Statement =
            serde_json::from_value(value).map_err(|error| format!("expected a statement as `--format jsonl` writes it, found: {error}"))?;
        let id = statement
            .document
            .take()
            .ok_or("expected a statement with the id of its `document`, found none")?;
        if let Some(open) = self.open.as_mut().filter(|open| open.document.id == id) {
            open.statements.push(statement);
            return Ok(None);
        }
        if self.done.contains(&hashed(&id)) {
            return Err(format!(
                "the statements of the document {id:?} do not stand together; sort the lines by document"
            ));
        }
        let before = self.take();
        self.open = Some(Extraction {
            schema_version: SCHEMA_VERSION.to_string(),
            document: unknown(id),
            statements: vec![statement],
        });
        Ok(before)
    }

    fn take(&mut self) -> Option<Extraction> {
        let open = self.open.take()?;
        self.done.insert(hashed(&open.document.id));
        Some(open)
    }
}

/// A document of which nothing but its id is known, see [`super::is_known`].
fn unknown(id: String) -> DocumentInfo {
    DocumentInfo {
        id,
        uri: None,
        title: None,
        published: None,
        published_basis: None,
        genre: Genre::News,
        language: String::new(),
        sha256: String::new(),
        chars: 0,
        text: None,
    }
}
