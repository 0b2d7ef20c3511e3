//! `--validate`, `--schema` and `--rejects`: what is checked, and where goes what fails.
//!
//! Owns: when records are checked without being asked, the file of rejects.
//! Leaves to: [`crate::output::sift`] the check.

use super::Stop;
use super::destination::{Out, Pending, file};
use crate::output::sift::{Reject, Sieve};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

/// Bytes of input up to which records are checked without being asked: checking costs about a fifth of the time, which nobody
/// notices up to here.
pub const CHECKED: u64 = 64 << 20;

/// Options of the check.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Check each record against the published schema [default: where the input is under 64 MB]
    #[arg(long, overrides_with = "no_validate")]
    validate: bool,
    /// Write records without checking them
    #[arg(long)]
    no_validate: bool,
    /// Check each record against this JSON Schema too: of a statement, or of a document with its statements
    #[arg(long, value_name = "FILE", conflicts_with = "no_validate")]
    pub schema: Option<PathBuf>,
    /// Write records that fail a check to this file, a JSON object a line with path, reason and record
    #[arg(long, value_name = "FILE", conflicts_with = "no_validate")]
    pub rejects: Option<PathBuf>,
}

/// The check of a run.
pub struct Checks {
    /// What to say where nobody has asked for no check, and there is none.
    pub unasked: Option<String>,
    /// What checks; nothing where the user wants none.
    pub sieve: Option<Arc<Sieve>>,
    rejects: Option<(String, Out, Option<Pending>)>,
}

impl Checks {
    /// The check that `args` ask for, over an input of so many bytes.
    pub fn new(args: &CheckArgs, bytes: Option<u64>) -> Result<Self, Stop> {
        let asked = args.validate || args.schema.is_some() || args.rejects.is_some();
        let small = bytes.is_none_or(|bytes| bytes < CHECKED);
        let own = args.schema.as_ref().map(|path| {
            let name = path.display();
            let unread = |error| Stop::unreadable(format!("cannot read the schema {name}: {error}")).help("name a file with a JSON Schema");
            let text = fs::read_to_string(path).map_err(unread)?;
            serde_json::from_str(&text).map_err(|error| {
                Stop::usage(format!("{name}: expected a JSON Schema, found no JSON: {error}"))
                    .help("`demarche schema statement > my.json` gives one to begin with")
            })
        });
        let own: Option<serde_json::Value> = own.transpose()?;
        let checked = asked || (small && !args.no_validate);
        let unasked = (!checked && !args.no_validate).then(|| {
            format!(
                "records are not checked against the schema, since the input has {} MB, and only less than {} MB is checked unasked; \
                 --validate checks all the same, --no-validate leaves this line out",
                bytes.unwrap_or_default() >> 20,
                CHECKED >> 20
            )
        });
        let sieve = checked.then(|| Sieve::new(own.as_ref()));
        let sieve = sieve.transpose().map_err(|error| {
            let name = args.schema.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
            Stop::usage(format!("{name}: expected a JSON Schema, found: {error}"))
                .help("`demarche schema statement > my.json` gives one to begin with; a $ref leads into the same file or to urn:demarche:schema:1:statement")
        })?;
        let rejects = args
            .rejects
            .as_ref()
            .map(|path| file(path).map(|(out, pending)| (path.display().to_string(), out, pending)));
        Ok(Self {
            unasked,
            sieve: sieve.map(Arc::new),
            rejects: rejects.transpose()?,
        })
    }

    /// Writes what was set aside; the line that tells it.
    pub fn reject(&mut self, reject: &Reject) -> Result<String, Stop> {
        if let Some((name, out, _)) = &mut self.rejects {
            let line = serde_json::to_vec(reject).unwrap_or_default();
            out.write_all(&line)
                .and_then(|()| out.write_all(b"\n"))
                .map_err(|error| Stop::unwritten(name, &error))?;
        }
        let Reject {
            document,
            statement,
            path,
            reason,
            ..
        } = reject;
        let statement = statement.as_ref().map(|id| format!(", statement {id}")).unwrap_or_default();
        let path = if path.is_empty() { "/" } else { path };
        Ok(format!(
            "document {document}{statement}, at {path}: {reason}; the record is left out"
        ))
    }

    /// All is written: the file gets its name.
    pub fn keep(self) -> Result<(), Stop> {
        let Some((name, mut out, pending)) = self.rejects else {
            return Ok(());
        };
        let kept = out.flush().and_then(|()| {
            drop(out);
            pending.map_or(Ok(()), Pending::keep)
        });
        kept.map_err(|error| Stop::unwritten(&name, &error))
    }
}
