//! `demarche score`.
//!
//! Owns: where the two sides of the comparison come from; the measure is [`crate::score`]'s.

use super::documents::{ReadError, ReadOptions, documents};
use super::packs::RuleArgs;
use super::{DIFFERENCE, Stop, UNREADABLE, report};
use crate::extract::Options;
use crate::score::{Figure, Gold, Predictions, Score};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Measure extractions against statements that people found.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
#[command(mut_arg("rules", |rules| rules.help("Rules of your own, as for `extract`; with texts only")))]
#[command(mut_arg("no_builtin", |builtin| builtin.help("Leave the built-in rules out; with texts only")))]
pub struct Args {
    /// Folder of gold files: DOC.json, or DOC.ann with DOC.txt as brat keeps them
    gold: PathBuf,
    /// Folder of DOC.json as `extract --format json` wrote them, or texts that are extracted now: a folder or a file, DOC.txt
    path: PathBuf,
    #[command(flatten)]
    packs: RuleArgs,
    /// List every miss, false alarm and wrong field, and how each act fared
    #[arg(long)]
    errors: bool,
    /// The figures as a JSON object
    #[arg(long)]
    json: bool,
    /// Fail where a figure is below a value, as in act_f1=0.88; may be repeated
    #[arg(long, value_name = "NAME=VALUE", value_parser = floor)]
    min: Vec<Floor>,
}

const EXAMPLES: &str = "\
Examples:
  demarche score gold/ predictions/ --errors
  demarche score gold/ texts/ --min act_f1=0.88 --min strict_f1=0.7

cue_*: cues meet; act_*: cues meet and acts agree; strict_*: speaker, status, negation and content agree too. speaker to force are
shares of the pairs that meet.

Exit codes: 0 done, 1 a figure is below its floor or a document has no prediction, 2 wrong usage, 3 something could not be read.";

#[derive(Clone, Debug)]
struct Floor {
    name: String,
    value: f64,
}

fn floor(text: &str) -> Result<Floor, String> {
    let (name, value) = text.split_once('=').ok_or("expected NAME=VALUE, as in act_f1=0.88")?;
    let value = value.parse().map_err(|_| format!("expected a number after `=`, found {value:?}"))?;
    if Score::new().figures().iter().all(|(figure, _)| figure != name) {
        let names: Vec<String> = Score::new().figures().into_iter().map(|(figure, _)| figure).collect();
        return Err(format!("no figure is called {name:?}; there are {}", names.join(", ")));
    }
    Ok(Floor {
        name: name.to_string(),
        value,
    })
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    let gold = gold(&args.gold)?;
    let (predictions, unreadable) = match json_files(&args.path) {
        Ok(files) if !files.is_empty() && (!args.packs.rules.is_empty() || args.packs.no_builtin) => {
            let stop = Stop::usage(format!(
                "--rules and --no-builtin need texts, and {} holds extractions that were made before",
                args.path.display()
            ));
            return Err(stop.help("name a folder of texts, or leave the option out"));
        }
        Ok(files) if !files.is_empty() => predicted(&files, &gold)?,
        _ => extracted(args, &gold)?,
    };
    let mut score = Score::new();
    for (name, statements) in &gold {
        let found = predictions.get(name);
        if found.is_none() {
            report::warning(&format!("no prediction for {name}"));
        }
        score.document(name, &statements.statements, found.map(|found| found.statements.as_slice()));
    }
    super::print(&shown(args, &score))?;
    let figures: BTreeMap<String, Figure> = score.figures().into_iter().collect();
    let mut low = false;
    for Floor { name, value } in &args.min {
        if let Some(figure) = figures.get(name).filter(|figure| figure.value() < *value) {
            low = true;
            report::error(&format!("{name} is {figure}, below {value}"));
        }
    }
    Ok(match (unreadable, low || score.missing_documents() > 0) {
        (true, _) => UNREADABLE,
        (false, true) => DIFFERENCE,
        (false, false) => 0,
    })
}

fn shown(args: &Args, score: &Score) -> String {
    // Writing to a String cannot fail.
    let mut text = String::new();
    if args.errors {
        score.errors.iter().for_each(|error| text.extend([error, "\n"]));
    }
    let figures = score.figures();
    if args.json {
        // By hand, since a JSON map would sort the names.
        let number = |figure: &Figure| match figure {
            Figure::Share(share) => serde_json::Value::from(*share),
            Figure::Count(count) => serde_json::Value::from(*count),
        };
        let lines: Vec<String> = figures
            .iter()
            .map(|(name, figure)| format!(" \"{name}\": {}", number(figure)))
            .collect();
        let _ = writeln!(text, "{{\n{}\n}}", lines.join(",\n"));
        return text;
    }
    let line: Vec<String> = figures.iter().map(|(name, figure)| format!("{name} {figure}")).collect();
    let _ = writeln!(text, "{}", line.join("  "));
    if args.errors {
        for act in score.acts() {
            let _ = writeln!(
                text,
                "  {:16} right {:4} missed {:4} false {:4}",
                act.act, act.right, act.missed, act.wrong
            );
        }
    }
    text
}

fn gold(folder: &Path) -> Result<BTreeMap<String, Gold>, Stop> {
    let help = "a gold folder holds DOC.json files, each with a list `statements`, or DOC.ann files with their DOC.txt";
    let files = json_files(folder).map_err(|error| Stop::unreadable(format!("cannot read {}: {error}", folder.display())).help(help))?;
    if !files.is_empty() {
        return files.iter().map(|path| Ok((stem(path), json(path)?))).collect();
    }
    let unreadable = |error: std::io::Error| Stop::unreadable(format!("cannot read {}: {error}", folder.display())).help(help);
    let corrected = with_ending(folder, "ann").map_err(unreadable)?;
    if corrected.is_empty() {
        return Err(Stop::unreadable(format!("no .json and no .ann file in {}", folder.display())).help(help));
    }
    corrected.iter().map(|path| Ok((stem(path), brat(path)?))).collect()
}

/// Gold that a person corrected in brat.
fn brat(path: &Path) -> Result<Gold, Stop> {
    let read = |path: &Path| {
        let unread = |error| Stop::unreadable(format!("cannot read {}: {error}", path.display()));
        fs::read_to_string(path).map_err(|error| unread(error).help("brat keeps a DOC.txt beside each DOC.ann"))
    };
    let (annotations, text) = (read(path)?, read(&path.with_extension("txt"))?);
    crate::score::brat::gold(&annotations, &text).map_err(|error| Stop::unreadable(format!("{}: {error}", path.display())))
}

/// Predictions that stand in files, of the documents that have gold.
fn predicted(files: &[PathBuf], gold: &BTreeMap<String, Gold>) -> Result<(BTreeMap<String, Predictions>, bool), Stop> {
    let wanted = files.iter().filter(|path| gold.contains_key(&stem(path)));
    let predictions = wanted.map(|path| Ok((stem(path), json(path)?))).collect::<Result<_, Stop>>()?;
    Ok((predictions, false))
}

/// Predictions made now, of the documents that have gold.
fn extracted(args: &Args, gold: &BTreeMap<String, Gold>) -> Result<(BTreeMap<String, Predictions>, bool), Stop> {
    let extractor = args.packs.extractor(Options::default(), "nothing was extracted")?;
    let paths = [args.path.clone()];
    let mut unreadable = false;
    let mut unread = |error: &ReadError| {
        unreadable = true;
        report::error(&error.to_string());
    };
    let wanted = documents(&paths, ReadOptions::default()).filter_map(|input| {
        let found = input.inspect_err(&mut unread).ok();
        found.filter(|found| gold.contains_key(&found.document.id))
    });
    let wanted: Vec<_> = wanted.collect();
    let made = wanted.par_iter().map(|found| {
        let predictions = Predictions::of(&extractor.extract(&found.document)).map_err(|error| Stop::unreadable(error.to_string()))?;
        Ok((found.document.id.clone(), predictions))
    });
    Ok((made.collect::<Result<_, Stop>>()?, unreadable))
}

fn json_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    with_ending(folder, "json")
}

fn with_ending(folder: &Path, wanted: &str) -> std::io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    let paths = entries.into_iter().map(|entry| entry.path());
    Ok(paths
        .filter(|path| path.extension().is_some_and(|ending| ending == wanted))
        .collect())
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn json<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, Stop> {
    let text = fs::read_to_string(path).map_err(|error| Stop::unreadable(format!("cannot read {}: {error}", path.display())))?;
    serde_json::from_str(&text).map_err(|error| Stop::unreadable(format!("{}: {error}", path.display())))
}
