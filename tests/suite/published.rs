//! The published articles, pinned by position: act, places, codes, rule, and no word of the text.
//!
//! The articles belong to their publishers and are not in the tree. `DEMARCHE_ARTICLES` names the folder that holds them (`.ci/run` sets
//! it); without it these tests say that they were left out. `DEMARCHE_ARTICLES=... INSTA_UPDATE=always cargo test --test suite
//! published` writes the snapshots again.

use crate::snapshots;
use crate::texts;
use demarche::statement::{Extraction, Party, Statement};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// How the files of the articles begin.
const ARTICLES: [&str; 5] = ["000", "001", "002", "003", "004"];

/// The article whose file name begins with `number` and an underscore; none where the articles are not at hand.
fn article(number: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("DEMARCHE_ARTICLES") else {
        eprintln!(
            "published article {number}: left out, since DEMARCHE_ARTICLES names no folder that holds it. \
             The articles belong to their publishers and are no part of this tree."
        );
        return None;
    };
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("DEMARCHE_ARTICLES, {}: {error}", Path::new(&folder).display()));
    let paths = entries.map(|entry| entry.unwrap().path());
    let is_it = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&format!("{number}_")) && name.ends_with(".txt")
    };
    let mut found: Vec<PathBuf> = paths.filter(is_it).collect();
    assert_eq!(found.len(), 1, "one file {number}_*.txt in {}", Path::new(&folder).display());
    found.pop()
}

fn pin(number: &str) {
    let Some(path) = article(number) else { return };
    let extraction = texts::extractor().extract(&texts::read(&path, None));
    snapshots::compare(&format!("published__{number}"), &positions(&extraction));
}

#[test]
fn article_000() {
    pin("000");
}

#[test]
fn article_001() {
    pin("001");
}

#[test]
fn article_002() {
    pin("002");
}

#[test]
fn article_003() {
    pin("003");
}

#[test]
fn article_004() {
    pin("004");
}

#[test]
fn every_published_article_has_its_snapshot() {
    if !snapshots::writing() {
        assert_eq!(snapshots::kept("published"), ARTICLES);
    }
}

/// A line a record: cue, act, speakers, addressees, content by place, rule.
fn positions(extraction: &Extraction) -> String {
    let document = &extraction.document;
    let mut lines = format!(
        "{} code points, {}, {} statements\n",
        document.chars,
        document.genre,
        extraction.statements.len()
    );
    for statement in &extraction.statements {
        writeln!(lines, "{}", position(statement)).unwrap();
    }
    lines
}

fn position(statement: &Statement) -> String {
    let cue = statement.cue.span;
    let negated = if statement.negated { " negated" } else { "" };
    let mut line = format!(
        "{:>5}..{:<5} {} {}{negated} {}",
        cue.start, cue.end, statement.act, statement.status, statement.mode
    );
    let parties = |line: &mut String, name: &str, parties: &[Party]| {
        for party in parties {
            let codes: Vec<&str> = party.entities.iter().map(|entity| entity.code.as_str()).collect();
            let place = party.span.map_or("-".to_string(), |span| format!("{}..{}", span.start, span.end));
            write!(
                line,
                " | {name} {place} {}",
                if codes.is_empty() { "-".to_string() } else { codes.join("+") }
            )
            .unwrap();
        }
    };
    parties(&mut line, "S", &statement.speakers);
    parties(&mut line, "A", &statement.addressees);
    parties(&mut line, "source", statement.source.as_slice());
    if let Some(content) = &statement.content {
        let pieces: Vec<String> = content
            .pieces
            .iter()
            .map(|piece| format!("{}..{}", piece.span.start, piece.span.end))
            .collect();
        write!(line, " | content {}", pieces.join(" + ")).unwrap();
    }
    format!("{line} | {}", statement.rule.id)
}

/// The snapshots hold no text: every word in them is one of the program's own.
#[test]
fn the_positions_hold_no_words_of_the_text() {
    let made = crate::made::extraction();
    let lines = positions(&made);
    let body = lines.split_once('\n').unwrap().1;
    assert_eq!(body.lines().count(), made.statements.len());
    for word in crate::made::TEXT
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 3)
    {
        let own = ["agree", "will"].contains(&word);
        assert!(own || !body.contains(word), "{word:?} of the text stands in {body}");
    }
}
