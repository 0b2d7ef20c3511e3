//! `demarche extract`.
//!
//! Owns: the run over many documents: batches read one after the other, extracted and checked by all threads, written in the order in
//! which they were read. A batch bounds the memory, whatever the size of the input.

use super::destination::{Destination, refuse_input};
use super::documents::{Found, ReadError, ReadOptions, documents, is_input, is_many};
use super::packs::extractor;
use super::report::Report;
use super::{Stop, UNREADABLE, left_out};
use crate::extract::{Extractor, Options};
use crate::output::validate::{Checker, Invalid};
use crate::output::{Format, Shape, Writer, writer};
use crate::statement::Extraction;
use rayon::prelude::*;
use std::io::{IsTerminal, stdin, stdout};
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

/// Extract statements from texts.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = LONG)]
pub struct Args {
    /// Files or folders: .txt, .md, .html, .jsonl (a document a line), each also .gz; `-` is standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Format of the output [default: by the ending of --to; else text on a terminal, jsonl in a pipe]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write to this file, which appears when it is complete; `-` is standard output
    #[arg(long, value_name = "DEST")]
    to: Option<PathBuf>,
    /// Whose statements to keep
    #[arg(long, value_enum, default_value_t = Scope::Political)]
    scope: Scope,
    /// Rules of your own, added to the built-in ones; may be repeated, and the later rule of an id counts
    #[arg(long, value_name = "FILE")]
    rules: Vec<PathBuf>,
    /// Leave the built-in rules out; words and names stay
    #[arg(long)]
    no_builtin: bool,
    /// Day of publication, YYYY-MM-DD; only a date in a field of JSONL input goes before it
    #[arg(long, value_name = "DATE")]
    date: Option<jiff::civil::Date>,
    /// Field of a JSONL line that holds the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    text_field: String,
    /// Write the text that spans index along with each document; with --format json
    #[arg(long)]
    with_text: bool,
    /// Write, in the place of statements, the sentences that have a cue and gave none, with the reason
    #[arg(long, conflicts_with = "with_text")]
    left_out: bool,
    /// Threads to work with [default: as many as there are cores]
    #[arg(long, value_name = "N", value_parser = threads)]
    threads: Option<NonZeroUsize>,
    /// Write records without checking them against the schema
    #[arg(long)]
    no_validate: bool,
    /// No progress, no warnings, no line at the end; errors are still told
    #[arg(long, short)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  demarche extract article.txt                        read one article, for people
  demarche extract article.html --format json         all fields, one object
  demarche extract news/ --to statements.jsonl        a folder, one statement a line
  demarche extract dump.jsonl.gz --text-field body --format csv > statements.csv
  demarche extract news/ --rules trade.toml           with rules of your own
  curl -s https://example.org/statement | demarche extract --date 2024-05-31

--help tells more.";

const LONG: &str = "\
Formats:
  text    for people: who -> act -> whom: what, the sentence with the cue marked, the rule
  json    one file: an object; several files, a folder or JSONL input: an array of such objects
  jsonl   one statement a line, with the id of its document
  csv     one statement a row; lists joined by `;`, codes with their match (`057:exact`)

Rules of your own have the form of the built-in ones (rules/acts/README.md in the source). Optional keys at the head of the file:
pack = \"name\", which records carry (else the file's name), and version = \"1.0\".

Exit codes: 0 done, 2 wrong usage or a rule file that cannot be used, 3 something could not be read or written (the rest is done), or a record did not agree with
the schema (a bug of demarche: the run stops and says where).

Examples:
  demarche extract article.txt
  demarche extract article.html --format json --with-text
  demarche extract news/ --to statements.jsonl --threads 8
  demarche extract dump.jsonl.gz --text-field body --format csv > statements.csv
  curl -s https://example.org/statement | demarche extract --date 2024-05-31";

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Scope {
    /// Those who act for states, organisations, parties and movements
    Political,
    /// Everybody's, as in general news
    All,
}

/// Documents of a batch: enough that all threads have work while the slowest finishes.
const BATCH_DOCUMENTS: usize = 256;
/// Bytes of text after which a batch is full: what one run keeps in memory, its records not counted.
const BATCH_BYTES: usize = 16 << 20;

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    let paths = paths(args)?;
    let to = args.to.as_deref().filter(|to| *to != Path::new("-"));
    let format = format(args, to)?;
    if args.with_text && format != Format::Json {
        return Err(Stop::usage("--with-text needs --format json").help("the other formats write statements, not documents"));
    }
    if let Some(to) = to {
        refuse_input(to, &paths, is_input)?;
        refuse_input(to, &args.rules, is_input)?;
    }
    let chosen = Options {
        all_speakers: args.scope == Scope::All,
        with_text: args.with_text,
        no_builtin: args.no_builtin,
    };
    let (extractor, checker) = thread::scope(|scope| {
        // The schemas are compiled while the rules are read.
        let checker = (!args.no_validate).then(|| scope.spawn(Checker::new));
        let extractor = extractor(chosen, &args.rules);
        let checker = checker.map(|made| made.join().unwrap_or_else(|panic| resume_unwind(panic)));
        (extractor, checker)
    });
    let extractor = extractor?;
    let colour = colour(to.is_none(), format);
    if args.left_out {
        let run = left_out::Run {
            extractor: &extractor,
            pool: &pool(args.threads)?,
            colour,
            quiet: args.quiet,
        };
        let options = ReadOptions {
            text_field: args.text_field.clone(),
            published: args.date,
        };
        return run.all(&paths, options, format, to);
    }
    let mut destination = match to {
        Some(to) => Destination::file(to)?,
        None => Destination::stdout(colour),
    };
    let name = to.map_or("to stdout".to_string(), |to| to.display().to_string());
    let report = Report::new(args.quiet, to.is_none() && stdout().is_terminal());
    let shape = if paths.len() == 1 && !is_many(&paths[0]) {
        Shape::One
    } else {
        Shape::Many
    };
    let options = ReadOptions {
        text_field: args.text_field.clone(),
        published: args.date,
    };
    let report = {
        let mut run = Run {
            extractor,
            checker,
            pool: pool(args.threads)?,
            writer: writer(format, destination.out(), shape, colour),
            report,
            name: &name,
        };
        run.all(&paths, options)?;
        run.report
    };
    destination.keep().map_err(|error| Stop::unwritten(&name, &error))?;
    report.finish();
    Ok(if report.skipped() > 0 { UNREADABLE } else { 0 })
}

/// One run: what works, and where the results go.
struct Run<'r> {
    extractor: Extractor,
    checker: Option<Checker>,
    pool: rayon::ThreadPool,
    writer: Box<dyn Writer + 'r>,
    report: Report,
    name: &'r str,
}

impl Run<'_> {
    fn all(&mut self, paths: &[PathBuf], options: ReadOptions) -> Result<(), Stop> {
        self.writer.begin().map_err(|error| Stop::unwritten(self.name, &error))?;
        let mut inputs = documents(paths, options);
        let mut current = batch(&mut inputs);
        while let Some(read) = current {
            // One thread reads the next batch while the others work on this one.
            let (extractor, checker) = (&self.extractor, self.checker.as_ref());
            let work = |input: Result<Found, ReadError>| input.map(|found| (extract(extractor, checker, &found), found));
            let (done, next): (Vec<_>, _) = self
                .pool
                .install(|| rayon::join(|| read.into_par_iter().map(work).collect(), || batch(&mut inputs)));
            for result in done {
                match result {
                    Ok((extraction, found)) => self.write(&extraction.map_err(contradiction)?, &found)?,
                    Err(unread) => self.report.skip(&unread.to_string()),
                }
            }
            current = next;
        }
        self.writer.end().map_err(|error| Stop::unwritten(self.name, &error))
    }

    fn write(&mut self, extraction: &Extraction, found: &Found) -> Result<(), Stop> {
        let document = &extraction.document;
        let name = document.uri.as_deref().unwrap_or(&document.id);
        for warning in &found.warnings {
            self.report.warn(&format!("{name}: {warning}"));
        }
        let empty = found.document.text.trim().is_empty();
        if document.language != "en" && !empty {
            self.report.warn(&format!(
                "{name}: the language is {:?}, not English; no statements",
                document.language
            ));
        }
        self.writer
            .document(extraction)
            .map_err(|error| Stop::unwritten(self.name, &error))?;
        self.report.document(extraction.statements.len());
        Ok(())
    }
}

fn extract(extractor: &Extractor, checker: Option<&Checker>, found: &Found) -> Result<Extraction, Invalid> {
    let extraction = extractor.extract(&found.document);
    match checker {
        Some(checker) => checker.check(&extraction, &found.document.text).map(|()| extraction),
        None => Ok(extraction),
    }
}

/// A record of ours does not agree with our own contract.
fn contradiction(invalid: Invalid) -> Stop {
    let stop = Stop::unreadable(format!("a record does not agree with the schema: {invalid}"));
    stop.help("this is a bug of demarche or of a rule pack, not of your text; please report it; --no-validate writes the record as it is")
}

/// The next inputs, up to the bounds of a batch; nothing at the end.
pub(super) fn batch(inputs: &mut impl Iterator<Item = Result<Found, ReadError>>) -> Option<Vec<Result<Found, ReadError>>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH_DOCUMENTS && bytes < BATCH_BYTES {
        let Some(input) = inputs.next() else { break };
        bytes += input.as_ref().map_or(0, |found| found.document.text.len());
        batch.push(input);
    }
    (!batch.is_empty()).then_some(batch)
}

fn paths(args: &Args) -> Result<Vec<PathBuf>, Stop> {
    if !args.paths.is_empty() {
        return Ok(args.paths.clone());
    }
    if stdin().is_terminal() {
        return Err(Stop::usage("nothing to read: no PATH is named and standard input is the terminal")
            .help("name files or folders, or `-` to type; `demarche extract --help` has examples"));
    }
    Ok(vec![PathBuf::from("-")])
}

fn format(args: &Args, to: Option<&Path>) -> Result<Format, Stop> {
    match (args.format, to) {
        (Some(format), _) => Ok(format),
        (None, None) => Ok(if stdout().is_terminal() { Format::Text } else { Format::Jsonl }),
        (None, Some(to)) => match to.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase).as_deref() {
            Some("txt") => Ok(Format::Text),
            Some("json") => Ok(Format::Json),
            Some("jsonl" | "ndjson") => Ok(Format::Jsonl),
            Some("csv") => Ok(Format::Csv),
            _ => Err(Stop::usage(format!("the ending of {} names no format", to.display()))
                .help("end the name in .txt, .json, .jsonl or .csv, or say --format")),
        },
    }
}

/// Whether to write colours: asked of the terminal, the environment and `--color`, which has been noted globally.
fn colour(to_stdout: bool, format: Format) -> bool {
    use anstream::{AutoStream, ColorChoice};
    match (format, to_stdout) {
        (Format::Text, true) => AutoStream::choice(&stdout()) != ColorChoice::Never,
        (Format::Text, false) => matches!(ColorChoice::global(), ColorChoice::Always | ColorChoice::AlwaysAnsi),
        _ => false,
    }
}

fn threads(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "expected a number from 1 on".to_string())
}

fn pool(threads: Option<NonZeroUsize>) -> Result<rayon::ThreadPool, Stop> {
    let builder = rayon::ThreadPoolBuilder::new().num_threads(threads.map_or(0, NonZeroUsize::get));
    builder
        .build()
        .map_err(|error| Stop::unreadable(format!("cannot start threads: {error}")))
}
