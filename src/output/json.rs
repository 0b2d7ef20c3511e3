//! `--format json`, `--format jsonl` and `--format documents`.
//!
//! Owns: the shape at the top (object or array) and the line that stands alone. Records are written from the types and never by
//! way of a JSON value, which would sort their keys.

use super::{Failed, Shape, Writer};
use crate::statement::{Extraction, Statement};
use std::io::{self, Write};

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

/// One statement a line.
pub struct LinesWriter<W> {
    out: W,
    /// The line that is being made: a record is some hundred small pieces, and each would be a call of `out`.
    line: Vec<u8>,
    /// What each line of a document has behind its id and a record does not know: the document.
    document: Vec<u8>,
}

impl<W: Write> LinesWriter<W> {
    pub fn new(out: W) -> Self {
        Self {
            out,
            line: Vec::new(),
            document: Vec::new(),
        }
    }
}

impl<W: Write> Writer for LinesWriter<W> {
    fn document(&mut self, extraction: &Extraction) -> Result<(), Failed> {
        self.document.clear();
        self.document.extend(b",\"document\":");
        serde_json::to_writer(&mut self.document, &extraction.document.id).map_err(io::Error::from)?;
        for statement in &extraction.statements {
            // a record that was read from a line knows its document, and says it already
            let told = statement.document.as_ref().map(|_| Statement {
                document: None,
                ..statement.clone()
            });
            let statement = told.as_ref().unwrap_or(statement);
            self.line.clear();
            serde_json::to_writer(&mut self.line, statement).map_err(io::Error::from)?;
            self.line.push(b'\n');
            let (id, rest) = self.line.split_at(behind_id(&self.line, statement)?);
            self.out.write_all(id)?;
            self.out.write_all(&self.document)?;
            self.out.write_all(rest)?;
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Failed> {
        Ok(self.out.flush()?)
    }
}

/// Where the id of a record ends in its `line`; the document stands behind it.
fn behind_id(line: &[u8], statement: &Statement) -> io::Result<usize> {
    let id = serde_json::to_vec(&statement.id)?;
    let end = b"{\"id\":".len() + id.len();
    debug_assert!(line.get(..end).is_some_and(|begin| begin.ends_with(&id)), "the id comes first");
    Ok(end.min(line.len()))
}

/// One document a line, with its statements.
pub struct DocumentsWriter<W> {
    out: W,
}

impl<W: Write> DocumentsWriter<W> {
    pub fn new(out: W) -> Self {
        Self { out }
    }
}

impl<W: Write> Writer for DocumentsWriter<W> {
    fn document(&mut self, extraction: &Extraction) -> Result<(), Failed> {
        serde_json::to_writer(&mut self.out, extraction).map_err(io::Error::from)?;
        Ok(self.out.write_all(b"\n")?)
    }

    fn end(&mut self) -> Result<(), Failed> {
        Ok(self.out.flush()?)
    }
}
