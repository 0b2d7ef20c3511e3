//! `--to`: what a destination is, by its form.
//!
//! Owns: endings and addresses, and which options fit which destination.
//! Leaves to: [`super::outlets`] opening them.

use super::Stop;
use super::checks::CheckArgs;
use super::destination::{real, refuse_input};
use crate::output::{Format, Shape, Style};
use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};

/// Where statements go, for `extract` and for `load`.
#[derive(Debug, clap::Args)]
pub struct OutputArgs {
    /// Format of the output [default: by the ending of --to; else text on a terminal, jsonl in a pipe]
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Write to a file, which appears when it is complete, or into a database (.sqlite, .db, postgres://...); may be repeated; `-` is standard output
    #[arg(long, value_name = "DEST")]
    pub to: Vec<PathBuf>,
    /// Begin CSV and TSV with a byte order mark, by which Excel knows UTF-8
    #[arg(long)]
    pub bom: bool,
    /// Write Parquet in the flat columns of CSV
    #[arg(long)]
    pub flat: bool,
}

impl OutputArgs {
    /// How files look; each of them knows itself whether it has colours.
    pub fn style<'s>(&self, shape: Shape, rules: &'s str) -> Style<'s> {
        let (bom, flat) = (self.bom, self.flat);
        Style {
            shape,
            colour: false,
            bom,
            flat,
            rules,
        }
    }
}

/// A destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Standard output.
    Stdout(Format),
    /// A file, written anew.
    File(PathBuf, Format),
    /// A folder of brat's pairs of files.
    Folder(PathBuf),
    /// A database in a file.
    Sqlite(PathBuf),
    /// A database on a server, by its address.
    Postgres(String),
}

impl Target {
    /// Its name in what people read.
    pub fn name(&self) -> String {
        match self {
            Target::Stdout(_) => "to stdout".to_string(),
            Target::File(path, _) | Target::Folder(path) | Target::Sqlite(path) => path.display().to_string(),
            Target::Postgres(address) => without_password(address),
        }
    }

    /// The file that it writes.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Target::Stdout(_) | Target::Postgres(_) => None,
            Target::File(path, _) | Target::Folder(path) | Target::Sqlite(path) => Some(path),
        }
    }

    /// The folder into which it writes many files.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Target::Folder(path) => Some(path),
            _ => None,
        }
    }

    /// The format in which it writes one file.
    fn format(&self) -> Option<Format> {
        match self {
            Target::Stdout(format) | Target::File(_, format) => Some(*format),
            _ => None,
        }
    }

    /// Whether it is a database, which knows what it holds.
    pub fn is_database(&self) -> bool {
        matches!(self, Target::Sqlite(_) | Target::Postgres(_))
    }

    /// Whether it has a place for the text of a document.
    pub fn holds_text(&self) -> bool {
        match self {
            Target::Stdout(format) | Target::File(_, format) => format.holds_text(),
            Target::Folder(_) => true,
            Target::Sqlite(_) | Target::Postgres(_) => true,
        }
    }

    /// Whether it cannot do without the text of a document.
    pub fn needs_text(&self) -> bool {
        match self {
            Target::Stdout(format) | Target::File(_, format) => format.needs_text(),
            Target::Folder(_) => true,
            Target::Sqlite(_) | Target::Postgres(_) => false,
        }
    }

    /// Whether it cannot do without what is known of a document.
    pub fn needs_document(&self) -> bool {
        match self {
            Target::Stdout(format) | Target::File(_, format) => format.needs_document(),
            Target::Folder(_) => true,
            Target::Sqlite(_) | Target::Postgres(_) => false,
        }
    }
}

/// The destinations that `args` names; standard output where it names none.
pub fn targets(args: &OutputArgs) -> Result<Vec<Target>, Stop> {
    let alone = args.to.len() < 2;
    let mut targets: Vec<Target> = Vec::new();
    for to in &args.to {
        let target = target(to, args.format, alone)?;
        if targets.iter().any(|other| same(other, &target)) {
            return Err(Stop::usage(format!("--to {} is named twice", to.display())).help("name each destination once"));
        }
        targets.push(target);
    }
    if targets.is_empty() {
        targets.push(Target::Stdout(args.format.unwrap_or_else(usual)));
    }
    let formats: Vec<Format> = targets.iter().filter_map(Target::format).collect();
    let some = |wanted: &[Format]| formats.iter().any(|format| wanted.contains(format));
    if args.bom && !some(&[Format::Csv, Format::Tsv]) {
        return Err(Stop::usage("--bom needs CSV or TSV").help("--to x.csv, or --format csv"));
    }
    if args.flat && !some(&[Format::Parquet]) {
        return Err(Stop::usage("--flat needs Parquet").help("--to x.parquet, or --format parquet"));
    }
    if some(&[Format::Brat]) {
        return Err(Stop::usage("brat wants two files a document").help("name a folder: --format brat --to FOLDER"));
    }
    Ok(targets)
}

/// Whether two destinations are one, whatever they are called.
fn same(one: &Target, other: &Target) -> bool {
    match (one, other) {
        (Target::Stdout(_), Target::Stdout(_)) => true,
        (Target::Postgres(one), Target::Postgres(other)) => one == other,
        _ => one.path().zip(other.path()).is_some_and(|(one, other)| real(one) == real(other)),
    }
}

/// Refuses to write what the run reads, the inputs `paths` and `others`, and to write rejects where statements go.
pub fn refuse_shared(
    targets: &[Target],
    checks: &CheckArgs,
    paths: &[PathBuf],
    others: &[PathBuf],
    is_input: fn(&Path) -> bool,
) -> Result<(), Stop> {
    let rejects = checks.rejects.as_deref();
    for to in targets.iter().filter_map(Target::path).chain(rejects) {
        refuse_input(to, paths, is_input)?;
        refuse_input(to, others, is_input)?;
        refuse_input(to, checks.schema.as_slice(), is_input)?;
    }
    if let Some(rejects) = rejects.filter(|rejects| targets.iter().filter_map(Target::path).any(|to| real(to) == real(rejects))) {
        let stop = Stop::usage(format!("--rejects {} is a destination too", rejects.display()));
        return Err(stop.help("name another file for what is left out"));
    }
    Ok(())
}

/// With one destination `format` goes before the ending; with several it says what the endings do not.
fn target(to: &Path, format: Option<Format>, alone: bool) -> Result<Target, Stop> {
    if to.as_os_str() == "-" {
        return Ok(Target::Stdout(format.unwrap_or_else(usual)));
    }
    let address = to
        .to_str()
        .filter(|to| to.starts_with("postgres://") || to.starts_with("postgresql://"));
    if let Some(address) = address {
        if alone && format.is_some() {
            return Err(Stop::usage("--format does not fit a database").help("leave --format out"));
        }
        return Ok(Target::Postgres(address.to_string()));
    }
    let ending = to.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    let ending = ending.as_deref().unwrap_or_default();
    if matches!(ending, "sqlite" | "sqlite3" | "db") {
        if alone && format.is_some() {
            return Err(Stop::usage(format!("--format does not fit {}, which is a database", to.display())).help("leave --format out"));
        }
        return Ok(Target::Sqlite(to.to_path_buf()));
    }
    let by_ending = match ending {
        "txt" => Some(Format::Text),
        "json" => Some(Format::Json),
        "jsonl" | "ndjson" => Some(Format::Jsonl),
        "csv" => Some(Format::Csv),
        "tsv" => Some(Format::Tsv),
        "parquet" => Some(Format::Parquet),
        "jsonld" => Some(Format::Webannotation),
        _ => None,
    };
    let chosen = if alone { format.or(by_ending) } else { by_ending.or(format) };
    match chosen {
        Some(Format::Brat) => Ok(Target::Folder(to.to_path_buf())),
        Some(format) => Ok(Target::File(to.to_path_buf(), format)),
        None => Err(Stop::usage(format!("the ending of {} names no format", to.display()))
            .help("end the name in .txt, .json, .jsonl, .csv, .tsv, .parquet, .jsonld, .sqlite or .db, or say --format")),
    }
}

/// Whether stdout is a terminal that is being written to.
pub fn busy(targets: &[Target]) -> bool {
    targets.iter().any(|target| matches!(target, Target::Stdout(_))) && stdout().is_terminal()
}

/// An address as it may be shown.
fn without_password(address: &str) -> String {
    let plain = address.split('?').next().unwrap_or_default();
    let (scheme, rest) = plain.split_once("://").unwrap_or(("", plain));
    // A password may hold an `@`; the last one ends it.
    match rest.rsplit_once('@') {
        Some((user, place)) => format!("{scheme}://{}@{place}", user.split(':').next().unwrap_or_default()),
        None => plain.to_string(),
    }
}

fn usual() -> Format {
    if stdout().is_terminal() { Format::Text } else { Format::Jsonl }
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_is_never_shown() {
        for address in [
            "postgres://me:s3cret@host:5432/news",
            "postgres://me:s3@cret@host:5432/news?password=s3cret",
            "postgres://me@host:5432/news",
        ] {
            assert_eq!(without_password(address), "postgres://me@host:5432/news");
        }
        assert_eq!(without_password("postgres:///news?user=me&password=s3cret"), "postgres:///news");
    }
}
