//! What each mechanism is worth: the figures without the records that it makes.
//!
//! `cargo run --example ablation -- GOLD TEXTS`: a folder of DOC.json with the statements that people found, and one of DOC.txt.
//! The program itself has no switches; its records are made with all mechanisms, and those of one are left out before they are measured.

use demarche::assemble::watch::Watch;
use demarche::extract::{Extractor, Options};
use demarche::read::Document;
use demarche::score::{Gold, Predictions, Score};
use demarche::statement::Statement;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs, process::ExitCode};

/// A record, and the mechanisms without which it would not be.
type Made = (Statement, BTreeSet<String>);

fn main() -> ExitCode {
    let folders: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [gold, texts] = folders.as_slice() else {
        eprintln!("usage: cargo run --example ablation -- GOLD TEXTS");
        return ExitCode::from(2);
    };
    match measured(gold, texts) {
        Ok(table) => print!("{table}"),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(3);
        }
    }
    ExitCode::SUCCESS
}

fn measured(gold: &Path, texts: &Path) -> Result<String, String> {
    let extractor = Extractor::builtin(Options::default());
    let mut documents: Vec<(String, Gold, Vec<Made>)> = Vec::new();
    for path in json_files(gold)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let found: Gold = serde_json::from_str(&read(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        let made = made(&extractor, &name, &read(&texts.join(format!("{name}.txt")))?);
        documents.push((name, found, made));
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for mechanism in documents
        .iter()
        .flat_map(|(_, _, made)| made)
        .flat_map(|(_, mechanisms)| mechanisms)
    {
        *counts.entry(mechanism).or_default() += 1;
    }
    let mut rows: Vec<(f64, String)> = Vec::new();
    for (mechanism, count) in &counts {
        let (act, strict) = figures(&documents, Some(mechanism));
        rows.push((strict, format!("| {mechanism} | {count} | {act:.3} | {strict:.3} |\n")));
    }
    rows.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    let (act, strict) = figures(&documents, None);
    let all: usize = documents.iter().map(|(_, _, made)| made.len()).sum();
    let mut table =
        format!("| without | records | act F1 | strict F1 |\n|---|---|---|---|\n| nothing | {all} | {act:.3} | {strict:.3} |\n");
    table.extend(rows.into_iter().map(|(_, row)| row));
    Ok(table)
}

/// `act_f1` and `strict_f1` without the records of `mechanism`.
fn figures(documents: &[(String, Gold, Vec<Made>)], mechanism: Option<&str>) -> (f64, f64) {
    let mut score = Score::new();
    for (name, gold, made) in documents {
        let left: Vec<&Statement> = made
            .iter()
            .filter(|(_, mechanisms)| !mechanism.is_some_and(|m| mechanisms.contains(m)))
            .map(|(statement, _)| statement)
            .collect();
        let predicted: Predictions = serde_json::from_value(serde_json::json!({ "statements": left })).unwrap_or_default();
        score.document(name, &gold.statements, Some(&predicted.statements));
    }
    let figures: BTreeMap<String, f64> = score.figures().into_iter().map(|(name, figure)| (name, figure.value())).collect();
    (figures["act_f1"], figures["strict_f1"])
}

/// The records of a text with their mechanisms: the clause of the verb, the way to the speaker and to the addressee, mode and status.
fn made(extractor: &Extractor, name: &str, text: &str) -> Vec<Made> {
    let mut mechanisms: Vec<BTreeSet<String>> = Vec::new();
    let document = Document {
        id: name.to_string(),
        text: text.to_string(),
        ..Document::default()
    };
    let extraction = extractor.traced(&document, &mut |traced| {
        mechanisms = traced
            .kept
            .iter()
            .map(|d| {
                let draft = &traced.drafts[*d];
                let way = |of: &str, phrase: &Option<demarche::assemble::draft::Phrase>| {
                    let way = phrase.as_ref().map(|p| format!("{:?}", p.who.trail.way));
                    format!("{of}: {}", way.unwrap_or_else(|| "none".to_string()))
                };
                BTreeSet::from([
                    format!("clause: {}", clause(&traced.watch, *d)),
                    way("speaker", &draft.speaker),
                    way("addressee", &draft.addressee),
                    format!("mode: {:?}", draft.mode),
                    format!("status: {:?}", draft.status),
                ])
            })
            .collect();
    });
    extraction.statements.into_iter().zip(mechanisms).collect()
}

/// The role of the verb that made a draft.
fn clause(watch: &Watch, draft: usize) -> String {
    for scene in &watch.scenes {
        if let Some(k) = scene.fates.iter().position(|fate| *fate == Ok(draft)) {
            return format!("{:?}", scene.clauses.verbs[k].role);
        }
    }
    "none".to_string()
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "json"));
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
