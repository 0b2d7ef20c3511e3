//! `demarche rules new`.
//!
//! Owns: the skeleton's way to the user; it never writes over a file.

use super::super::Stop;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::PathBuf;

const SKELETON: &str = include_str!("../../../rules/skeleton.toml");

/// Begin a pack with a commented skeleton.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Write to this file, which must not be there yet; standard output without it
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  demarche rules new climate.toml        a pack called climate
  demarche rules check climate.toml      which passes as it is: change it, and check again";

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    let Some(file) = args.file.as_deref().filter(|file| file.as_os_str() != "-") else {
        return super::super::print(&named("mine")).map(|_| 0);
    };
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name: String = stem
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect::<String>()
        .trim_matches('-')
        .to_string();
    let name = match name.as_str() {
        "" | crate::rules::BUILTIN => "mine",
        name => name,
    };
    let path = file.display();
    let written = OpenOptions::new().write(true).create_new(true).open(file);
    let written = written.and_then(|mut out| out.write_all(named(name).as_bytes()));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Stop::usage(format!("{path} is there already")).help("name another file; demarche writes over none")
        }
        _ => Stop::unreadable(format!("cannot write {path}: {error}")),
    })?;
    let _ = writeln!(anstream::stderr(), "wrote {path}; `demarche rules check {path}` tries it");
    Ok(0)
}

fn named(name: &str) -> String {
    SKELETON.replacen("pack = \"NAME\"", &format!("pack = \"{name}\""), 1)
}
