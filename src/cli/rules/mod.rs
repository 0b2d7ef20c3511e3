//! `demarche rules`: see, prove and begin rule packs.
//!
//! Owns: the subcommands, and how rules look to people.
//! Leaves to: [`crate::rules`] reading them, [`crate::prove`] what is right and wrong.

mod check;
mod list;
mod new;
mod paint;
mod show;

use super::Stop;
use crate::extract::Options;
use crate::rules::{BUILTIN, Rule};
use std::io::Write;

/// See, prove and begin rule packs.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Prove packs: their form, their examples, who else fires
    Check(check::Args),
    /// List the rules
    List(list::Args),
    /// Show a rule as a manual page
    Show(show::Args),
    /// Begin a pack with a commented skeleton
    New(new::Args),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    match &args.command {
        Command::Check(args) => check::run(args),
        Command::List(args) => list::run(args),
        Command::Show(args) => show::run(args),
        Command::New(args) => new::run(args),
    }
}

/// Examples are about words, not about who is in scope: all speakers count.
fn everybody(no_builtin: bool) -> Options {
    Options {
        all_speakers: true,
        no_builtin,
        ..Options::default()
    }
}

/// Writes to stdout, with colours where they are wanted.
fn tell(text: &str) -> Result<(), Stop> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|error| Stop::unwritten("to stdout", &error))
}

/// Writes a value as JSON.
fn tell_json(value: &impl serde::Serialize) -> Result<(), Stop> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Stop::unreadable(format!("cannot write JSON: {error}")))?;
    tell(&format!("{text}\n"))
}

/// The codes of a rule in words: "CAMEO 030 (broad)".
fn codes(rule: &Rule) -> Vec<String> {
    let schemes = [("CAMEO", &rule.cameo), ("PLOVER", &rule.plover)];
    let told = schemes.iter().flat_map(|(scheme, codes)| {
        codes.iter().map(move |code| match code.code.is_empty() {
            true => format!("{scheme} has none"),
            false => format!("{scheme} {} ({})", code.code, code.r#match),
        })
    });
    told.collect()
}

/// "climate 1.0"; the built-in pack by its name alone.
fn pack(rule: &Rule) -> String {
    match rule.pack.as_str() {
        BUILTIN => BUILTIN.to_string(),
        name => format!("{name} {}", rule.version),
    }
}

/// "1 rule", "2 rules".
fn count(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
