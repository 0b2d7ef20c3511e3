//! The command line.
//!
//! Owns: commands and their options, exit codes, and who sees what: stdout is data only, stderr is for people.
//! Leaves to: the library all work; a command here reads options, calls it and says what happened.
//!
//! Exit codes: 0 done; 1 a check found a difference, or a record was left out; 2 wrong usage; 3 something could not be read or
//! written. With 1 and 3, everything else is still done.

mod checks;
mod destination;
mod diff;
mod documents;
mod explain;
mod extract;
mod left_out;
mod load;
mod locate;
mod outlets;
mod outputs;
mod packs;
mod report;
mod rules;
mod run;
mod score;
mod target;
mod validate;

pub use checks::CHECKED;

use crate::output::schema::{Kind, schema_text};
use clap::{Parser, Subcommand, ValueEnum};
use std::io::{self, Write};
use std::process::ExitCode;

/// Reads diplomatic text and writes down who agreed to, pledged, urged or condemned what.
///
/// demarche reads news articles, joint statements, readouts and resolutions and writes one record for each diplomatic speech
/// act: who did what by saying it, toward whom, about what, with the words that prove it and their place.
#[derive(Debug, Parser)]
#[command(name = "demarche", version, long_version = LONG_VERSION, propagate_version = true, arg_required_else_help = true, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Colours on a terminal; NO_COLOR, CLICOLOR and CLICOLOR_FORCE are obeyed with `auto`
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    color: Colour,
}

/// What `--version` says; `-V` has the number alone.
const LONG_VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    "\nbuilt-in rules ",
    env!("CARGO_PKG_VERSION"),
    " (",
    env!("DEMARCHE_RULES_DIGEST"),
    ")"
);

const EXAMPLES: &str = "\
Examples:
  demarche extract article.txt                    read one article, for people
  demarche extract news/ --to statements.jsonl    a folder, one statement a line
  cat a.txt | demarche extract --format csv       from a pipe into a table
  demarche schema extraction                      the JSON Schema of what comes out

Exit codes: 0 done, 1 a check found a difference, 2 wrong usage, 3 something could not be read or written (the rest is done).";

#[derive(Debug, Subcommand)]
enum Command {
    /// Extract statements from texts
    Extract(extract::Args),
    /// Load what was extracted before into a database or another format
    Load(load::Args),
    /// Tell why a sentence gave what it gave, and what stopped the rest
    Explain(explain::Args),
    /// Compare two extractions, or two sets of rules over the same texts
    Diff(diff::Args),
    /// Print the JSON Schemas of the output and of rule packs
    #[command(
        after_help = "Examples:\n  demarche schema                  what --format json writes\n  demarche schema statement        a line of --format jsonl\n  demarche schema rules            a rule pack, for editors that complete TOML"
    )]
    Schema {
        /// Which schema
        #[arg(default_value = "extraction")]
        kind: SchemaOf,
    },
    /// Check JSON or JSONL files against the schemas
    Validate(validate::Args),
    /// See, prove and begin rule packs
    Rules(rules::Args),
    /// Measure extractions against statements that people found
    Score(score::Args),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SchemaOf {
    /// One statement: a line of `--format jsonl`
    Statement,
    /// A document with its statements: what `--format json` writes
    Extraction,
    /// A rule pack
    Rules,
}

impl SchemaOf {
    fn text(self) -> String {
        match self {
            SchemaOf::Statement => schema_text(Kind::Statement),
            SchemaOf::Extraction => schema_text(Kind::Extraction),
            SchemaOf::Rules => crate::rules::form::schema_text(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Colour {
    /// On a terminal that wants them
    Auto,
    /// Also in a pipe
    Always,
    /// Nowhere
    Never,
}

/// Why a command ended before its work was done, or with something to tell.
#[derive(Debug)]
struct Stop {
    code: u8,
    /// What was expected, what was found and where; nothing where the reader of our output has left.
    message: Option<String>,
    /// What to do about it.
    help: Option<String>,
}

/// A check found a difference.
const DIFFERENCE: u8 = 1;
/// Wrong usage.
const USAGE: u8 = 2;
/// Something could not be read or written.
const UNREADABLE: u8 = 3;

impl Stop {
    fn usage(message: impl Into<String>) -> Self {
        Self {
            code: USAGE,
            message: Some(message.into()),
            help: None,
        }
    }

    fn unreadable(message: impl Into<String>) -> Self {
        Self {
            code: UNREADABLE,
            message: Some(message.into()),
            help: None,
        }
    }

    fn help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
        }
    }

    /// A write to `to` failed. A pipe that somebody closed (`| head`) has seen enough: that is no error.
    fn unwritten(to: &str, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self {
                code: 0,
                message: None,
                help: None,
            },
            io::ErrorKind::StorageFull => Self::unreadable(format!("cannot write {to}: {error}"))
                .help("make room on the disk, or name a file on another one, and run again"),
            _ => Self::unreadable(format!("cannot write {to}: {error}")),
        }
    }
}

/// Runs the command that the arguments of this process name.
pub fn run() -> ExitCode {
    // clap prints help and usage errors itself, with exit codes 0 and 2.
    let cli = Cli::parse();
    match cli.color {
        Colour::Auto => (),
        Colour::Always => anstream::ColorChoice::Always.write_global(),
        Colour::Never => anstream::ColorChoice::Never.write_global(),
    }
    let done = match cli.command {
        Command::Extract(args) => extract::run(&args),
        Command::Load(args) => load::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Schema { kind } => print(&kind.text()),
        Command::Validate(args) => validate::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Score(args) => score::run(&args),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(stop) => {
            report::stopped(&stop);
            ExitCode::from(stop.code)
        }
    }
}

/// Writes a short text to stdout.
fn print(text: &str) -> Result<u8, Stop> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|error| Stop::unwritten("to stdout", &error))?;
    Ok(0)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        super::Cli::command().debug_assert();
    }
}
