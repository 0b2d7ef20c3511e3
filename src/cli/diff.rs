//! `demarche diff`.
//!
//! Owns: where the two sides come from (outputs, or texts that are extracted now, under rules of their own), and `--update`.
//! Leaves to: [`crate::diff`] the comparison.

use super::documents::{TextArgs, documents};
use super::outputs::{self, File, Kind};
use super::packs::extractor;
use super::{DIFFERENCE, Stop, UNREADABLE, report};
use crate::diff::text::{draw, summary};
use crate::diff::{Diff, Found, Side, diff};
use crate::extract::Options;
use crate::statement::{DocumentInfo, Extraction, SCHEMA_VERSION};
use anstream::{AutoStream, ColorChoice};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::{BufWriter, Write, stdout};
use std::path::{Path, PathBuf};

/// Compare two extractions, or two sets of rules over the same texts, statement by statement.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, mut_arg("date", |date| date.help("Day of publication of the texts, YYYY-MM-DD")))]
pub struct Args {
    /// Outputs of `extract` (.json, .jsonl, or a folder of them), or texts that are extracted now
    before: PathBuf,
    /// The same; left out, the texts of BEFORE are extracted twice, under --rules-before and --rules-after
    after: Option<PathBuf>,
    /// Rules for the texts of BEFORE: a file, or a folder with .toml files; may be repeated
    #[arg(long, value_name = "FILE")]
    rules_before: Vec<PathBuf>,
    /// Rules for the texts of AFTER
    #[arg(long, value_name = "FILE")]
    rules_after: Vec<PathBuf>,
    /// Leave the built-in rules out, on both sides
    #[arg(long)]
    no_builtin: bool,
    /// Format of the difference: text for people, json for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Overwrite the outputs of BEFORE with those of AFTER, after showing what differs; refused where CI is set
    #[arg(long)]
    update: bool,
    #[command(flatten)]
    texts: TextArgs,
}

const EXAMPLES: &str = "\
Examples:
  demarche diff old.jsonl new.jsonl                         two outputs
  demarche diff expected/ texts/                            a folder of golden outputs against what comes out now: the test for CI
  demarche diff expected/ texts/ --rules-after mine.toml    the same with rules of your own
  demarche diff texts/ --rules-after mine.toml              what a rule file changes
  demarche diff texts/ --rules-before v1/ --rules-after v2/ two versions of a pack
  demarche diff texts/ --no-builtin --rules-before old/rules/acts --rules-after rules/acts
                                                            two versions of the built-in one
  demarche diff expected/ texts/ --update                   accept what comes out now: writes expected/DOC.json

Statements are matched by their id, then by cues that overlap. Places and versions of packs are not compared.

Exit codes: 0 nothing differs (or it was accepted with --update), 1 something differs, 2 wrong usage, 3 something could not be read.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people, with the words that differ underlined
    Text,
    /// For programs
    Json,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    if args.update && std::env::var_os("CI").is_some_and(|ci| !ci.is_empty() && ci != "false" && ci != "0") {
        let stop = Stop::usage("--update is refused here: the variable CI is set");
        return Err(stop.help("golden outputs are accepted by people; run it at your desk, read the difference, and commit it"));
    }
    let (before, after, unread) = sides(args)?;
    let found = diff(&before.side, &after);
    let unwritten = |error: std::io::Error| Stop::unwritten("to stdout", &error);
    show(args.format, &found).map_err(unwritten)?;
    if unread {
        return Ok(UNREADABLE);
    }
    if args.update && !found.is_empty() {
        return update(args, &before.files, &before.side, &after, &found);
    }
    Ok(if found.is_empty() { 0 } else { DIFFERENCE })
}

fn show(format: Format, found: &Diff) -> std::io::Result<()> {
    match format {
        Format::Text => {
            let colour = AutoStream::choice(&stdout()) != ColorChoice::Never;
            let mut out = BufWriter::new(AutoStream::auto(stdout()));
            draw(found, &mut out, colour)?;
            out.flush()
        }
        Format::Json => {
            let mut out = BufWriter::new(stdout());
            found.serialize(&mut serde_json::Serializer::pretty(&mut out))?;
            out.write_all(b"\n")?;
            out.flush()
        }
    }
}

/// The first side with its files.
struct Before {
    side: Side,
    files: Vec<File>,
}

/// Both sides, and whether some text could not be read.
fn sides(args: &Args) -> Result<(Before, Side, bool), Stop> {
    let Some(after) = &args.after else {
        return two_rules(args);
    };
    let (files, texts) = (outputs::files(&args.before)?, outputs::files(after)?);
    // where BEFORE is to be written there may be nothing yet
    let new = args.update && files.is_empty() && is_empty(&args.before);
    let (before, unread_before) = match files.is_empty() && !new {
        true => {
            if args.update {
                let stop = Stop::usage(format!("--update overwrites outputs, and {} holds texts", args.before.display()));
                return Err(stop.help("name the folder of golden outputs first, the texts second"));
            }
            let (side, unread) = extracted(args, &args.before, &args.rules_before)?;
            (Before { side, files: Vec::new() }, unread)
        }
        false => {
            needs_texts(&args.rules_before, "--rules-before", &args.before)?;
            let read = outputs::read(&files)?;
            let before = Before {
                side: read.side,
                files: read.files,
            };
            (before, false)
        }
    };
    let (after, unread_after) = match texts.is_empty() {
        true => extracted(args, after, &args.rules_after)?,
        false => {
            needs_texts(&args.rules_after, "--rules-after", after)?;
            (outputs::read(&texts)?.side, false)
        }
    };
    Ok((before, after, unread_before || unread_after))
}

/// One corpus under two sets of rules.
fn two_rules(args: &Args) -> Result<(Before, Side, bool), Stop> {
    if args.rules_before.is_empty() && args.rules_after.is_empty() {
        let stop = Stop::usage("only one side is named");
        return Err(stop.help("name AFTER, or say --rules-after FILE to see what rules change; `demarche diff --help` has examples"));
    }
    if args.update {
        return Err(Stop::usage("--update overwrites outputs, and one side only is named")
            .help("name the folder of golden outputs first, the texts second"));
    }
    if let Some(output) = outputs::files(&args.before)?.first() {
        let stop = Stop::usage(format!("{} is an output, and rules need texts", output.display()));
        return Err(stop.help("name the texts, or two outputs without --rules-before and --rules-after"));
    }
    let (side, unread_before) = extracted(args, &args.before, &args.rules_before)?;
    let (after, unread_after) = extracted(args, &args.before, &args.rules_after)?;
    Ok((Before { side, files: Vec::new() }, after, unread_before || unread_after))
}

fn needs_texts(rules: &[PathBuf], option: &str, path: &Path) -> Result<(), Stop> {
    if rules.is_empty() {
        return Ok(());
    }
    let stop = Stop::usage(format!(
        "{option} needs texts, and {} holds outputs that were made before",
        path.display()
    ));
    Err(stop.help(format!("name the texts there, or leave {option} out")))
}

/// Whether nothing is at `path`, or a folder without files.
fn is_empty(path: &Path) -> bool {
    !path.exists() || path.read_dir().is_ok_and(|mut entries| entries.next().is_none())
}

/// What comes out of the texts at `path` now, and whether some could not be read.
fn extracted(args: &Args, path: &Path, rules: &[PathBuf]) -> Result<(Side, bool), Stop> {
    let chosen = Options {
        no_builtin: args.no_builtin,
        ..Options::default()
    };
    let extractor = extractor(chosen, &rule_files(rules)?, "nothing was extracted")?;
    let mut side = Side::default();
    let mut unread = false;
    let mut inputs = documents(&[path.to_path_buf()], args.texts.options());
    while let Some(batch) = super::run::batch(&mut inputs) {
        let done: Vec<_> = batch
            .into_par_iter()
            .map(|input| input.map(|found| extractor.extract(&found.document)))
            .collect();
        for result in done {
            match result {
                Ok(extraction) => add(&mut side, extraction)?,
                Err(error) => {
                    unread = true;
                    report::error(&error.to_string());
                }
            }
        }
    }
    Ok((side, unread))
}

fn add(side: &mut Side, extraction: Extraction) -> Result<(), Stop> {
    let id = extraction.document.id.clone();
    let found = Found {
        info: Some(extraction.document),
        statements: extraction.statements,
    };
    match side.documents.insert(id.clone(), found) {
        None => Ok(()),
        Some(_) => {
            let stop = Stop::unreadable(format!("two texts have the id {id:?}"));
            Err(stop.help("an id is the name of the file without its ending, or the `id` of a JSONL line; documents are compared by it"))
        }
    }
}

/// The rule files that are named; of a folder its .toml files, sorted.
fn rule_files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Stop> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let entries = path.read_dir().and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
        let entries = entries.map_err(|error| Stop::unreadable(format!("cannot read {}: {error}", path.display())))?;
        let mut inside: Vec<PathBuf> = entries.into_iter().map(|e| e.path()).collect();
        inside.retain(|p| p.extension().is_some_and(|ending| ending == "toml"));
        if inside.is_empty() {
            return Err(Stop::usage(format!("no .toml file in {}", path.display())).help("name a rule file, or a folder with rule files"));
        }
        inside.sort();
        files.extend(inside);
    }
    Ok(files)
}

/// Writes AFTER over BEFORE, file by file, and says so.
fn update(args: &Args, files: &[File], before: &Side, after: &Side, found: &Diff) -> Result<u8, Stop> {
    let headed = files.iter().any(|f| f.kind != Kind::Lines) || files.is_empty();
    if headed && after.documents.values().any(|d| d.info.is_none()) {
        let stop = Stop::usage("--update would lose the heads of documents: AFTER is JSONL, which has none");
        return Err(stop.help("name the texts, or an output of `extract --format json`"));
    }
    let differing = differing(found);
    let mut written = 0;
    let mut kept = 0;
    for file in files {
        for id in file.documents.iter().filter(|id| !after.documents.contains_key(*id)) {
            kept += 1;
            report::warning(&format!("{}: {id} has no text in AFTER and was left as it is", file.path.display()));
        }
        if !file
            .documents
            .iter()
            .any(|id| differing.contains(id.as_str()) && after.documents.contains_key(id))
        {
            continue;
        }
        let documents: Vec<Extraction> = file
            .documents
            .iter()
            .filter_map(|id| whole(id, file.kind, after.documents.get(id).or(before.documents.get(id))?))
            .collect();
        outputs::write(&file.path, file.kind, &documents)?;
        written += 1;
        report::warning(&format!("OVERWRITTEN {}", file.path.display()));
    }
    let new: Vec<(&String, &Found)> = after
        .documents
        .iter()
        .filter(|(id, _)| !before.documents.contains_key(*id))
        .collect();
    if !new.is_empty() && !args.before.is_dir() && !files.is_empty() {
        let stop = Stop::usage(format!(
            "{} documents are new, and {} is one file",
            new.len(),
            args.before.display()
        ));
        return Err(stop.help("write the file anew with `demarche extract --to`, or keep golden outputs in a folder, a file a document"));
    }
    for (id, found) in new {
        let Some(extraction) = whole(id, Kind::One, found) else { continue };
        let path = args.before.join(format!("{}.json", id.replace(['/', '\\'], "_")));
        std::fs::create_dir_all(&args.before).map_err(|error| Stop::unwritten(&args.before.display().to_string(), &error))?;
        outputs::write(&path, Kind::One, &[extraction])?;
        written += 1;
        report::warning(&format!("WRITTEN {} (new)", path.display()));
    }
    report::warning(&format!(
        "{written} files of {} are now what comes out, right or wrong: read the difference above before you commit them",
        args.before.display()
    ));
    report::warning(&summary(found));
    Ok(if kept > 0 { DIFFERENCE } else { 0 })
}

/// The ids of documents in which something differs.
fn differing(found: &Diff) -> BTreeSet<&str> {
    let rules = found.rules.iter();
    let statements = rules.flat_map(|r| {
        let singles = r.added.iter().chain(&r.gone).map(|s| s.document.as_str());
        singles.chain(r.changed.iter().map(|c| c.document.as_str()))
    });
    statements.chain(found.documents.iter().map(|d| d.document.as_str())).collect()
}

/// A document as it is written; a file of lines needs no head.
fn whole(id: &str, kind: Kind, found: &Found) -> Option<Extraction> {
    let head = match (&found.info, kind) {
        (Some(info), _) => info.clone(),
        (None, Kind::Lines) => headless(id),
        (None, Kind::One | Kind::Array) => return None,
    };
    Some(Extraction {
        schema_version: SCHEMA_VERSION.to_string(),
        document: head,
        statements: found.statements.clone(),
    })
}

fn headless(id: &str) -> DocumentInfo {
    DocumentInfo {
        id: id.to_string(),
        uri: None,
        title: None,
        published: None,
        published_basis: None,
        genre: crate::statement::Genre::News,
        language: "en".to_string(),
        sha256: String::new(),
        chars: 0,
        text: None,
    }
}
