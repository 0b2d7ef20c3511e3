//! `--format json`, `--format jsonl` and `--format documents`.
//!
//! Owns: the shape at the top (object or array) and the line that stands alone. Records are written from the types and never by
//! way of a JSON value, which would sort their keys.

use super::{Apart, Failed, Maker, Shape, Writer};
use crate::statement::{Extraction, Statement};
use std::io::{self, Write};

/// Bytes of a line with one statement, about: what its memory is taken for.
const LINE: usize = 1536;

/// One object for one document, an array for several.
pub struct JsonWriter<W> {
    out: W,
    /// Whether `[` has been written.
    open: bool,
    written: usize,
    /// The first document, where the shape may still turn out to be an object.
    held: Option<String>,
    shape: Shape,
}

impl<W: Write> JsonWriter<W> {
    pub fn new(out: W, shape: Shape) -> Self {
        Self {
            out,
            open: false,
            written: 0,
            held: None,
            shape,
        }
    }

    fn element(&mut self, text: &str) -> io::Result<()> {
        if !self.open {
            self.out.write_all(b"[")?;
            self.open = true;
        }
        self.out.write_all(if self.written == 0 { b"\n" } else { b",\n" })?;
        self.written += 1;
        self.out.write_all(text.as_bytes())
    }
}

impl<W: Write> Writer for JsonWriter<W> {
    fn document(&mut self, extraction: &Extraction) -> Result<(), Failed> {
        let text = serde_json::to_string_pretty(extraction).map_err(io::Error::from)?;
        if let Some(first) = self.held.take() {
            self.element(&first)?;
        } else if self.shape == Shape::One && !self.open {
            self.held = Some(text);
            return Ok(());
        }
        Ok(self.element(&text)?)
    }

    fn end(&mut self) -> Result<(), Failed> {
        match (self.held.take(), self.open, self.shape) {
            (Some(only), ..) => writeln!(self.out, "{only}")?,
            (None, true, _) => self.out.write_all(b"\n]\n")?,
            (None, false, Shape::Many) => self.out.write_all(b"[]\n")?,
            // The one document could not be read: there is nothing to say, and an empty array would be another type.
            (None, false, Shape::One) => (),
        }
        Ok(self.out.flush()?)
    }
}

/// Lines that stand alone.
pub struct LinesWriter<W> {
    out: W,
    maker: Maker,
}

impl<W> LinesWriter<W> {
    /// One statement a line.
    pub fn statements(out: W) -> Self {
        Self { out, maker: statements }
    }

    /// One document a line, with its statements.
    pub fn documents(out: W) -> Self {
        Self { out, maker: document }
    }
}

impl<W: Write> Writer for LinesWriter<W> {
    fn document(&mut self, extraction: &Extraction) -> Result<(), Failed> {
        let made = (self.maker)(extraction)?;
        self.put(&made)
    }

    fn end(&mut self) -> Result<(), Failed> {
        Ok(self.out.flush()?)
    }

    fn apart(&mut self) -> Option<&mut dyn Apart> {
        Some(self)
    }
}

impl<W: Write> Apart for LinesWriter<W> {
    fn maker(&self) -> Maker {
        self.maker
    }

    fn put(&mut self, made: &[u8]) -> Result<(), Failed> {
        Ok(self.out.write_all(made)?)
    }
}

fn document(extraction: &Extraction) -> Result<Vec<u8>, Failed> {
    let mut line = serde_json::to_vec(extraction).map_err(io::Error::from)?;
    line.push(b'\n');
    Ok(line)
}

fn statements(extraction: &Extraction) -> Result<Vec<u8>, Failed> {
    // what each line has behind its id and a record does not know
    let mut document = b",\"document\":".to_vec();
    serde_json::to_writer(&mut document, &extraction.document.id).map_err(io::Error::from)?;
    let mut lines = Vec::with_capacity(extraction.statements.len() * LINE);
    for statement in &extraction.statements {
        // a record that was read from a line knows its document, and says it already
        let told = statement.document.as_ref().map(|_| Statement {
            document: None,
            ..statement.clone()
        });
        let statement = told.as_ref().unwrap_or(statement);
        let start = lines.len();
        serde_json::to_writer(&mut lines, statement).map_err(io::Error::from)?;
        lines.push(b'\n');
        let behind = start + behind_id(&lines[start..], statement)?;
        lines.splice(behind..behind, document.iter().copied());
    }
    Ok(lines)
}

/// Where the id of a record ends in its `line`; the document stands behind it.
fn behind_id(line: &[u8], statement: &Statement) -> io::Result<usize> {
    let id = serde_json::to_vec(&statement.id)?;
    let end = b"{\"id\":".len() + id.len();
    debug_assert!(line.get(..end).is_some_and(|begin| begin.ends_with(&id)), "the id comes first");
    Ok(end.min(line.len()))
}
