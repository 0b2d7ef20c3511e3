//! `--format json` and `--format jsonl`.
//!
//! Owns: the shape at the top (object or array) and the line that stands alone. Records are written from the types and never by
//! way of a JSON value, which would sort their keys.

use super::{Shape, Writer};
use crate::statement::Extraction;
use serde::Serialize;
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
    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn document(&mut self, extraction: &Extraction) -> io::Result<()> {
        let text = serde_json::to_string_pretty(extraction)?;
        if let Some(first) = self.held.take() {
            self.element(&first)?;
        } else if self.shape == Shape::One && !self.open {
            self.held = Some(text);
            return Ok(());
        }
        self.element(&text)
    }

    fn end(&mut self) -> io::Result<()> {
        match (self.held.take(), self.open, self.shape) {
            (Some(only), ..) => writeln!(self.out, "{only}")?,
            (None, true, _) => self.out.write_all(b"\n]\n")?,
            (None, false, Shape::Many) => self.out.write_all(b"[]\n")?,
            // The one document could not be read: there is nothing to say, and an empty array would be another type.
            (None, false, Shape::One) => (),
        }
        self.out.flush()
    }
}

/// One statement a line.
pub struct LinesWriter<W> {
    out: W,
}

impl<W: Write> LinesWriter<W> {
    pub fn new(out: W) -> Self {
        Self { out }
    }
}

impl<W: Write> Writer for LinesWriter<W> {
    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn document(&mut self, extraction: &Extraction) -> io::Result<()> {
        for statement in &extraction.statements {
            let mut line = statement.clone();
            line.document = Some(extraction.document.id.clone());
            line.serialize(&mut serde_json::Serializer::new(&mut self.out))?;
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
