//! `demarche extract`.
//!
//! Owns: its options and what they mean together.
//! Leaves to: [`super::run`] the run over many documents.

use super::checks::{self, Checks};
use super::destination::refuse_folder;
use super::documents::{TextArgs, documents, is_input, is_many};
use super::outlets::{Outlets, Shared, colour};
use super::packs::{RuleArgs, version};
use super::report::Report;
use super::run::{Run, pool};
use super::target::{self, Target, targets};
use super::{Stop, left_out};
use crate::extract::{Extractor, Options};
use crate::output::{Format, Shape};
use std::io::{IsTerminal, stdin};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Extract statements from texts.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = LONG)]
#[command(mut_arg("date", |date| date.help("Day of publication, YYYY-MM-DD; only a date in a field of JSONL input goes before it")))]
pub struct Args {
    /// Files or folders: .txt, .md, .html, .jsonl (a document a line), each also .gz; `-` is standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    output: target::OutputArgs,
    /// Skip documents that all destinations already have, read with these rules; for databases
    #[arg(long)]
    resume: bool,
    /// Whose statements to keep
    #[arg(long, value_enum, default_value_t = Scope::Political)]
    scope: Scope,
    #[command(flatten)]
    packs: RuleArgs,
    #[command(flatten)]
    texts: TextArgs,
    /// Write the text that spans index along with each document; for json, documents and databases
    #[arg(long)]
    with_text: bool,
    /// Write, in the place of statements, the sentences that have a cue and gave none, with the reason
    #[arg(long, conflicts_with = "with_text")]
    left_out: bool,
    /// Threads to work with [default: as many as there are cores]
    #[arg(long, value_name = "N", value_parser = threads)]
    threads: Option<NonZeroUsize>,
    #[command(flatten)]
    checks: checks::CheckArgs,
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
  text       for people: who -> act -> whom: what, the sentence with the cue marked, the rule
  json       one file: an object; several files, a folder or JSONL input: an array of such objects
  jsonl      one statement a line, with the id of its document
  documents  one document a line with its statements
  csv, tsv   one statement a row; lists joined by `;`, codes with their match (`057:exact`)

Databases (--to x.sqlite or x.db): tables, views and a full-text index, made where they are missing. A document that
comes again changes nothing, a changed one replaces its statements, and two versions of the rules stand side by side.

Rules of your own have the form of the built-in ones (rules/acts/README.md in the source). Optional keys at the head of the file:
pack = \"name\", which records carry (else the file's name), and version = \"1.0\".

Exit codes: 0 done, 1 a record did not agree with the schema and was left out, 2 wrong usage or a rule file that cannot be used, 3 something could not be
read or written (the rest is done).

Examples:
  demarche extract article.txt
  demarche extract article.html --format json --with-text
  demarche extract news/ --to news.sqlite --to statements.csv --threads 8
  demarche extract dump.jsonl.gz --text-field body --format csv > statements.csv
  curl -s https://example.org/statement | demarche extract --date 2024-05-31";

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Scope {
    /// Those who act for states, organisations, parties and movements
    Political,
    /// Everybody's, as in general news
    All,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    let paths = paths(args)?;
    let targets = targets(&args.output)?;
    if args.with_text && !targets.iter().any(Target::holds_text) {
        return Err(Stop::usage("--with-text needs --format json, documents or a database")
            .help("the other formats write statements, not documents"));
    }
    if let Some(file) = targets.iter().find(|target| args.resume && !target.is_database()) {
        return Err(
            Stop::usage(format!("--resume needs databases, and cannot ask {} what it has", file.name()))
                .help("a file is written anew and whole; leave --resume out, or extract into x.sqlite"),
        );
    }
    target::refuse_shared(&targets, &args.checks, &paths, &args.packs.rules, is_input)?;
    for folder in targets.iter().filter_map(Target::folder) {
        refuse_folder(folder, &paths)?;
    }
    let chosen = Options {
        all_speakers: args.scope == Scope::All,
        with_text: args.with_text || targets.iter().any(Target::needs_text),
        ..Options::default()
    };
    let inputs = documents(&paths, args.texts.options());
    let bytes = inputs.bytes();
    // The checks first: their schema is compiled while the rules are read and the first documents extracted.
    let checks = Checks::new(&args.checks, bytes);
    let extractor = args.packs.extractor(chosen, "nothing was extracted")?;
    let checks = checks?;
    if args.left_out {
        return left_out(args, &extractor, &paths, &targets);
    }
    let mut version = version(&extractor, &args.packs.rules)?;
    if args.scope == Scope::All {
        version.push_str("; all speakers");
    }
    let shape = if paths.len() == 1 && !is_many(&paths[0]) {
        Shape::One
    } else {
        Shape::Many
    };
    let shared = Shared {
        style: args.output.style(shape, &version),
        with_text: args.with_text,
    };
    let busy = target::busy(&targets);
    let run = Run {
        // needed until the end, and taking its thousands of words apart would be a tenth of the time of a page
        extractor: Box::leak(Box::new(extractor)),
        pool: pool(args.threads)?.into(),
        outlets: Outlets::open(&targets, &shared)?,
        report: Report::new(args.quiet, busy, inputs.bytes(), inputs.done()),
        checks,
        resume: args.resume,
        ids: targets.iter().any(Target::is_database).then(Default::default),
    };
    run.all(inputs)
}

/// `--left-out`: another kind of record, for the formats that can hold it.
fn left_out(args: &Args, extractor: &Extractor, paths: &[PathBuf], targets: &[Target]) -> Result<u8, Stop> {
    let (to, format) = match targets {
        [Target::Stdout(format)] => (None, *format),
        [Target::File(path, format)] => (Some(path.as_path()), *format),
        _ => return Err(Stop::usage("--left-out wants one destination, a file or standard output").help("--to left-out.csv")),
    };
    if !matches!(format, Format::Text | Format::Json | Format::Jsonl | Format::Csv) {
        return Err(Stop::usage("--left-out has the formats text, json, jsonl and csv").help("--format csv"));
    }
    let run = left_out::Run {
        extractor,
        pool: &pool(args.threads)?,
        colour: colour(to.is_none(), format),
        quiet: args.quiet,
    };
    run.all(paths, args.texts.options(), format, to)
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

fn threads(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "expected a number from 1 on".to_string())
}
