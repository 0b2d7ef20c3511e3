//! `demarche extract --left-out`: the sentences that have a cue and gave no statement.
//!
//! Owns: their formats. They stand in the place of statements, so that each line of an output is of one kind.
//! Leaves to: [`crate::explain`] which sentences these are, and why.

use super::destination::Destination;
use super::documents::{Found, ReadError, ReadOptions, documents};
use super::report::Report;
use super::run::batch;
use super::{Stop, UNREADABLE};
use crate::explain::text::Drawing;
use crate::explain::{Unused, explain};
use crate::extract::Extractor;
use crate::output::Format;
use rayon::prelude::*;
use serde::Serialize;
use std::io::{self, IsTerminal, Write, stdout};
use std::path::{Path, PathBuf};

/// The columns of the table: a row a cue.
const COLUMNS: [&str; 9] = [
    "document",
    "sentence_start",
    "sentence_end",
    "sentence",
    "cue",
    "cue_start",
    "rule",
    "reason",
    "why",
];

/// What works, and how it shows.
pub(super) struct Run<'r> {
    pub(super) extractor: &'r Extractor,
    pub(super) pool: &'r rayon::ThreadPool,
    pub(super) colour: bool,
    pub(super) quiet: bool,
}

impl Run<'_> {
    /// Goes through all documents at `paths` and writes what was left out.
    pub(super) fn all(&self, paths: &[PathBuf], options: ReadOptions, format: Format, to: Option<&Path>) -> Result<u8, Stop> {
        let mut destination = match to {
            Some(to) => Destination::file(to)?,
            None => Destination::stdout(self.colour),
        };
        let name = to.map_or("to stdout".to_string(), |to| to.display().to_string());
        let mut inputs = documents(paths, options);
        let busy = to.is_none() && stdout().is_terminal();
        let mut report = Report::new(self.quiet, busy, inputs.bytes(), inputs.done());
        let unwritten = |error: io::Error| Stop::unwritten(&name, &error);
        let mut out = Out::new(format, destination.out(), self.colour).map_err(unwritten)?;
        let unused = |input: Result<Found, ReadError>| input.map(|found| explain(self.extractor, &found.document).1.unused());
        while let Some(read) = batch(&mut inputs) {
            let done: Vec<_> = self.pool.install(|| read.into_par_iter().map(unused).collect());
            for result in done {
                match result {
                    Ok(sentences) => {
                        sentences.iter().try_for_each(|s| out.sentence(s)).map_err(unwritten)?;
                        report.document(sentences.len());
                    }
                    Err(unread) => report.skip(&unread.to_string()),
                }
            }
        }
        out.end().map_err(unwritten)?;
        drop(out);
        destination.keep().map_err(unwritten)?;
        Ok(if report.skipped() > 0 { UNREADABLE } else { 0 })
    }
}

/// Where sentences go, in one of the formats.
enum Out<'o> {
    Text(Drawing<&'o mut dyn Write>),
    Json(&'o mut dyn Write, usize),
    Lines(&'o mut dyn Write),
    Table(Box<csv::Writer<&'o mut dyn Write>>),
}

impl<'o> Out<'o> {
    fn new(format: Format, out: &'o mut dyn Write, colour: bool) -> io::Result<Self> {
        Ok(match format {
            Format::Text => Out::Text(Drawing::new(out, colour)),
            Format::Json => Out::Json(out, 0),
            Format::Csv => {
                let mut table = csv::Writer::from_writer(out);
                table.write_record(COLUMNS)?;
                Out::Table(Box::new(table))
            }
            // The command line lets no other through.
            _ => Out::Lines(out),
        })
    }

    fn sentence(&mut self, unused: &Unused) -> io::Result<()> {
        match self {
            Out::Text(drawing) => drawing.unused(unused),
            Out::Json(out, written) => {
                out.write_all(if *written == 0 { b"[\n" } else { b",\n" })?;
                *written += 1;
                unused.serialize(&mut serde_json::Serializer::pretty(&mut **out))?;
                Ok(())
            }
            Out::Lines(out) => {
                unused.serialize(&mut serde_json::Serializer::new(&mut **out))?;
                out.write_all(b"\n")
            }
            Out::Table(table) => unused.left_out.iter().try_for_each(|cue| {
                let (sentence, span) = (&unused.sentence, cue.cue.span);
                table.write_record([
                    unused.document.as_str(),
                    &sentence.span.start.to_string(),
                    &sentence.span.end.to_string(),
                    &sentence.text,
                    &cue.cue.text,
                    &span.start.to_string(),
                    cue.rule.as_deref().unwrap_or(""),
                    cue.reason.as_str(),
                    &cue.why,
                ])?;
                Ok(())
            }),
        }
    }

    fn end(&mut self) -> io::Result<()> {
        match self {
            Out::Text(drawing) => drawing.flush(),
            Out::Json(out, written) => {
                out.write_all(if *written == 0 { b"[]\n" } else { b"\n]\n" })?;
                out.flush()
            }
            Out::Lines(out) => out.flush(),
            Out::Table(table) => table.flush(),
        }
    }
}
