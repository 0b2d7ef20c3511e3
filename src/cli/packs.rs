//! `--rules` and `--no-builtin`: which rules a command works with.
//!
//! Owns: the two options, reading rule files, showing what is wrong in them (nothing is extracted with a part of them), and how the
//! version of all rules together is named.
//! Leaves to: [`crate::rules`] what a rule file is.

use super::{Stop, report};
use crate::extract::{Extractor, Options};
use crate::rules::{BUILTIN, PackError, RuleFile};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// What the built-in pack is made of (rules, words, names), as a digest; `build.rs` works it out.
pub const BUILTIN_DIGEST: &str = env!("DEMARCHE_RULES_DIGEST");

/// Options of the commands that work with rules; where one of them means something more, its help says so.
#[derive(Debug, clap::Args)]
pub struct RuleArgs {
    /// Rules of your own, added to the built-in ones; may be repeated, and the later rule of an id counts
    #[arg(long, value_name = "FILE")]
    pub rules: Vec<PathBuf>,
    /// Leave the built-in rules out; words and names stay
    #[arg(long)]
    pub no_builtin: bool,
}

impl RuleArgs {
    /// An extractor with these rules and `options`, of which the built-in rules are left to us; `consequence` says what was not
    /// done where a file cannot be used.
    pub fn extractor(&self, options: Options, consequence: &str) -> Result<Extractor, Stop> {
        let no_builtin = self.no_builtin;
        extractor(Options { no_builtin, ..options }, &self.rules, consequence)
    }
}

/// An extractor with the built-in rules, unless `options` leave them out, and those of `files`.
pub fn extractor(options: Options, files: &[PathBuf], consequence: &str) -> Result<Extractor, Stop> {
    if options.no_builtin && files.is_empty() {
        let stop = Stop::usage("--no-builtin leaves no rule, and no --rules FILE brings one");
        return Err(stop.help("name a rule file, or leave --no-builtin out"));
    }
    let read = files.iter().map(|path| file(path)).collect::<Result<Vec<_>, Stop>>()?;
    Extractor::with_packs(options, &read).map_err(|errors| {
        errors.iter().for_each(show);
        let names: Vec<&str> = errors.iter().map(|e| e.file.as_str()).collect();
        let stop = Stop::usage(format!("cannot use the rules of {}; {consequence}", names.join(", ")));
        stop.help("mend what is marked above, or leave the file out")
    })
}

/// One rule file, unread.
fn file(path: &Path) -> Result<RuleFile, Stop> {
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| {
        let stop = Stop::unreadable(format!("cannot read the rule file {name}: {error}"));
        stop.help("name a rule file, not a folder; --rules may be repeated")
    })?;
    Ok(RuleFile { name, bytes })
}

/// The version of all rules together, as databases and Parquet keep it: each pack with its version and the digest of what it is made
/// of, since rules may change while their version stays. Words and names of the built-in pack count also where its rules are left out.
pub fn version(extractor: &Extractor, files: &[PathBuf]) -> Result<String, Stop> {
    let rules = &extractor.rules().rules;
    let builtin = match rules.iter().find(|rule| rule.pack == BUILTIN) {
        Some(rule) => format!("{BUILTIN} {} ({BUILTIN_DIGEST})", rule.version),
        None => format!("without {BUILTIN} ({BUILTIN_DIGEST})"),
    };
    let mut packs = vec![builtin];
    for path in files {
        let RuleFile { name, bytes } = file(path)?;
        let pack = match rules.iter().find(|rule| rule.file == name) {
            Some(rule) => format!("{} {}", rule.pack, rule.version),
            // Words and names alone, or rules that a later file has replaced.
            None => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        };
        let digest = Sha256::digest(&bytes);
        packs.push(format!(
            "{pack} ({:02x}{:02x}{:02x}{:02x})",
            digest[0], digest[1], digest[2], digest[3]
        ));
    }
    Ok(packs.join("; "))
}

/// Shows what is wrong in one file: drawn where that can be done, else plain.
fn show(error: &PackError) {
    match drawn(error) {
        Some(drawing) => report::block(&drawing),
        None => report::block(&format!("{error}\n")),
    }
}

#[cfg(feature = "fancy")]
fn drawn(error: &PackError) -> Option<String> {
    // Colours are taken out on the way where nobody wants them.
    let handler = miette::GraphicalReportHandler::new_themed(miette::GraphicalTheme::unicode())
        .with_width(120)
        .with_links(false);
    let mut drawing = String::new();
    for report in error.reports()? {
        handler.render_report(&mut drawing, report.as_ref()).ok()?;
    }
    if error.unshown() > 0 {
        drawing.push_str(&format!("{}: {} more\n", error.file, error.unshown()));
    }
    Some(drawing)
}

#[cfg(not(feature = "fancy"))]
fn drawn(_: &PackError) -> Option<String> {
    None
}
