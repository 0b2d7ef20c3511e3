//! `demarche validate`.
//!
//! Owns: what in a file is a record (an extraction, a statement, an array of either, or one a line) and where in the file a
//! failure stands.

use super::locate::line_of;
use super::{DIFFERENCE, Stop, UNREADABLE, report};
use crate::output::schema::Kind;
use crate::output::validate::{Checker, Failure};
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

/// Check JSON or JSONL files against the schemas.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files: a statement, an extraction or an array of them as JSON, or one a line (.jsonl); `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// No line at the end
    #[arg(long, short)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  demarche validate statements.jsonl
  demarche extract news/ | demarche validate -

Each failure is one line on stdout: FILE:LINE: /path/in/the/record: what is wrong. Besides the schema, words must agree with
their places: as long as their span, and, where the document's text is in the file, equal to its slice.

Exit codes: 0 all records are valid, 1 some are not, 2 wrong usage, 3 a file could not be read.";

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    let mut run = Run {
        checker: Checker::new(),
        records: 0,
        failures: 0,
        out: Box::new(io::BufWriter::new(io::stdout())),
    };
    let mut unreadable = 0;
    for path in &args.files {
        match run.file(path) {
            Ok(()) => (),
            Err(Trouble::Read(error)) => {
                unreadable += 1;
                report::error(&format!("cannot read {}: {error}", path.display()));
            }
            Err(Trouble::Write(error)) => return Err(Stop::unwritten("to stdout", &error)),
        }
    }
    run.out.flush().map_err(|error| Stop::unwritten("to stdout", &error))?;
    if !args.quiet {
        let _ = writeln!(anstream::stderr(), "{} records, {} failures", run.records, run.failures);
    }
    Ok(match (unreadable, run.failures) {
        (0, 0) => 0,
        (0, _) => DIFFERENCE,
        _ => UNREADABLE,
    })
}

struct Run {
    checker: Checker,
    records: usize,
    failures: usize,
    out: Box<dyn Write>,
}

enum Trouble {
    Read(io::Error),
    Write(io::Error),
}

impl Run {
    fn file(&mut self, path: &Path) -> Result<(), Trouble> {
        let name = path.display().to_string();
        let mut input: Box<dyn BufRead> = match name.as_str() {
            "-" => Box::new(BufReader::new(io::stdin())),
            _ => Box::new(BufReader::new(File::open(path).map_err(Trouble::Read)?)),
        };
        // The first line tells: a whole value on it, and more behind it, is a file of lines. So is one whose name says so.
        let mut first = String::new();
        input.read_line(&mut first).map_err(Trouble::Read)?;
        let ending = path.extension().and_then(|ending| ending.to_str());
        if matches!(ending, Some("jsonl" | "ndjson")) || serde_json::from_str::<Value>(&first).is_ok_and(|value| value.is_object()) {
            return self.lines(&name, &first, input);
        }
        let mut text = first;
        input.read_to_string(&mut text).map_err(Trouble::Read)?;
        self.whole(&name, &text)
    }

    fn lines(&mut self, name: &str, first: &str, mut input: impl BufRead) -> Result<(), Trouble> {
        let mut line = first.to_string();
        for number in 1.. {
            if line.is_empty() {
                break;
            }
            if !line.trim().is_empty() {
                match serde_json::from_str(&line) {
                    Ok(value) => self.record(name, &value, "", |_| number)?,
                    Err(error) => self.broken(name, number, &error)?,
                }
            }
            line.clear();
            input.read_line(&mut line).map_err(Trouble::Read)?;
        }
        Ok(())
    }

    fn whole(&mut self, name: &str, text: &str) -> Result<(), Trouble> {
        match serde_json::from_str::<Value>(text) {
            Ok(Value::Array(elements)) => elements.iter().enumerate().try_for_each(|(number, element)| {
                let top = format!("/{number}");
                self.record(name, element, &top, |path| line_of(text, path))
            }),
            Ok(value) => self.record(name, &value, "", |path| line_of(text, path)),
            Err(error) => self.broken(name, error.line(), &error),
        }
    }

    /// Checks one record; `top` is its path in the file and `line` finds the line of a path.
    fn record(&mut self, name: &str, value: &Value, top: &str, line: impl Fn(&str) -> usize) -> Result<(), Trouble> {
        self.records += 1;
        let kind = if value.get("statements").is_some() || value.get("schema_version").is_some() {
            Kind::Extraction
        } else {
            Kind::Statement
        };
        self.checker.failures(kind, value).into_iter().try_for_each(|failure| {
            let path = format!("{top}{}", failure.path);
            self.tell(name, line(&path), &Failure { path, ..failure })
        })
    }

    fn broken(&mut self, name: &str, line: usize, error: &serde_json::Error) -> Result<(), Trouble> {
        self.records += 1;
        self.tell(
            name,
            line,
            &Failure {
                path: String::new(),
                reason: format!("not JSON: {error}"),
            },
        )
    }

    fn tell(&mut self, name: &str, line: usize, failure: &Failure) -> Result<(), Trouble> {
        self.failures += 1;
        let path = if failure.path.is_empty() { "/" } else { &failure.path };
        writeln!(self.out, "{name}:{line}: {path}: {}", failure.reason).map_err(Trouble::Write)
    }
}
