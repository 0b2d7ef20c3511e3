//! `demarche load`.
//!
//! Owns: bringing what was extracted before into destinations, and which version of the rules it was made with: the packs that
//! its records name.
//! Leaves to: [`crate::output::extracted`] reading it.

use super::checks::{self, Checks};
use super::outlets::{Made, Outlets, Shared};
use super::report::Report;
use super::run::{batch_is_full, code, refuse};
use super::target::{self, Target, targets};
use super::{Stop, UNREADABLE};
use crate::output::extracted::{self, Each};
use crate::output::{Shape, is_known};
use crate::statement::Extraction;
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Load what was extracted before into a database or another format.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files: .jsonl (a statement or a document a line) or .json, each also .gz
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    output: target::OutputArgs,
    /// Version of the rules, as the table `runs` names it [default: the packs that the records name]
    #[arg(long, value_name = "RULES")]
    run: Option<String>,
    #[command(flatten)]
    checks: checks::CheckArgs,
    /// No progress, no line at the end; errors are still told
    #[arg(long, short)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  demarche extract news/ --format documents --to night.jsonl
  demarche load night.jsonl --to news.sqlite
  demarche load night.jsonl --to night.csv --bom

What --format jsonl writes can be loaded too, but knows nothing of its documents: no title, no day of publication.
--format documents and json keep all.

Exit codes: 0 done, 1 a record did not agree with the schema and was left out, 2 wrong usage, 3 something could not be read or
written (the rest is done).";

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    let targets = targets(&args.output)?;
    target::refuse_shared(&targets, &args.checks, &args.files, &[], |_| true)?;
    let bytes = args
        .files
        .iter()
        .map(|path| std::fs::metadata(path).map_or(0, |found| found.len()))
        .sum();
    let read = Arc::new(AtomicU64::new(0));
    let rules = match &args.run {
        Some(run) => run.clone(),
        None => packs(&args.files)?,
    };
    let shared = Shared {
        style: args.output.style(Shape::Many, &rules),
        with_text: true,
    };
    let mut load = Load {
        outlets: Outlets::open(&targets, &shared)?,
        needs_document: targets.iter().find(|target| target.needs_document()).map(Target::name),
        report: Report::new(args.quiet, target::busy(&targets), Some(bytes), read.clone()),
        checks: Checks::new(&args.checks, Some(bytes))?,
        waiting: (0, 0),
    };
    if let Some(unasked) = &load.checks.unasked {
        load.report.warn(unasked);
    }
    let done = args.files.iter().try_for_each(|path| load.file(path, &read));
    let Load {
        outlets,
        checks,
        mut report,
        ..
    } = load;
    let kept = done.and_then(|()| {
        refuse(&mut report, &outlets.keep()?);
        checks.keep()
    });
    report.finish(kept.is_err());
    kept.map(|()| code(&report))
}

struct Load {
    outlets: Outlets,
    report: Report,
    checks: Checks,
    /// A destination that cannot do without what is known of a document.
    needs_document: Option<String>,
    /// Documents and statements since the last batch.
    waiting: (usize, usize),
}

impl Load {
    fn file(&mut self, path: &Path, read: &Arc<AtomicU64>) -> Result<(), Stop> {
        let mut stop = None;
        let name = path.display().to_string();
        let mut each = |found: Result<Extraction, String>, line: Option<usize>| {
            let taken = match found {
                Ok(extraction) => self.take(extraction),
                Err(message) => {
                    let at = line.map_or(String::new(), |line| format!(":{line}"));
                    self.report.skip(&format!("{name}{at}: {message}"));
                    Ok(())
                }
            };
            taken.map_err(|error| stop = Some(error)).is_ok()
        };
        let done = documents(path, read, &mut each);
        if let Some(stop) = stop {
            return Err(stop);
        }
        if let Err(error) = done {
            self.report.skip(&unread(path, &error));
        }
        Ok(())
    }

    fn take(&mut self, mut extraction: Extraction) -> Result<(), Stop> {
        if let Some(name) = self.needs_document.as_ref().filter(|_| !is_known(&extraction.document)) {
            let stop = Stop::usage(format!(
                "cannot write {name}: its format holds documents, and the input holds statements alone"
            ));
            return Err(stop.help("extract with --format documents, or load into .jsonl, .csv or a database"));
        }
        if let Some(sieve) = &self.checks.sieve {
            let text = extraction.document.text.clone();
            let (rejects, whole) = sieve.sift(&mut extraction, text.as_deref());
            for reject in &rejects {
                let line = self.checks.reject(reject)?;
                self.report.reject(&line);
            }
            if whole {
                return Ok(());
            }
        }
        self.outlets.document(&extraction, Made::default())?;
        self.report.document(extraction.statements.len());
        self.waiting = (self.waiting.0 + 1, self.waiting.1 + extraction.statements.len());
        if batch_is_full(self.waiting) {
            self.waiting = (0, 0);
            let refusals = self.outlets.batch()?;
            refuse(&mut self.report, &refusals);
        }
        Ok(())
    }
}

/// The packs that the records of all files name, in order; a first reading, since a database wants to know before the first record.
fn packs(files: &[PathBuf]) -> Result<String, Stop> {
    let mut packs = std::collections::BTreeSet::new();
    for path in files {
        if path.as_os_str() == "-" {
            return Err(
                Stop::usage("standard input cannot be read twice: first for the version of the rules, then for the records")
                    .help("name a file, or say the version: --run \"builtin 0.1.0\""),
            );
        }
        let mut each = |found: Result<Extraction, String>, _: Option<usize>| {
            let statements = found.into_iter().flat_map(|found| found.statements);
            packs.extend(statements.map(|statement| format!("{} {}", statement.rule.pack, statement.rule.version)));
            true
        };
        documents(path, &Arc::default(), &mut each).map_err(|error| Stop {
            code: UNREADABLE,
            message: Some(unread(path, &error)),
            help: Some("check the path and its permissions".to_string()),
        })?;
    }
    Ok(packs.into_iter().collect::<Vec<_>>().join("; "))
}

fn unread(path: &Path, error: &io::Error) -> String {
    format!("cannot read {}: {error}", path.display())
}

/// All documents of a file.
fn documents(path: &Path, read: &Arc<AtomicU64>, each: &mut Each) -> io::Result<()> {
    let raw: Box<dyn Read> = match path.as_os_str() == "-" {
        true => Box::new(io::stdin()),
        false => Box::new(Counted {
            file: File::open(path)?,
            read: read.clone(),
        }),
    };
    let mut reader = BufReader::with_capacity(64 * 1024, raw);
    let zipped = reader.fill_buf()?.starts_with(&[0x1F, 0x8B]);
    let reader: Box<dyn BufRead> = match zipped {
        true => Box::new(BufReader::with_capacity(64 * 1024, MultiGzDecoder::new(reader))),
        false => Box::new(reader),
    };
    match crate::read::files::ending(path).as_str() {
        "json" => extracted::json(reader, each),
        _ => extracted::lines(reader, each),
    }
}

struct Counted {
    file: File,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(bytes)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
