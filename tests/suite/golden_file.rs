//! A golden, read: the article and what a person found in it.
//!
//! Owns: the form of `statements.json` and the places of its words. `golden/README.md` describes the form.

use crate::texts::{self, Squeezed};
use demarche::read::Document;
use demarche::span::Span;
use demarche::statement::{Act, Force, Genre, Mode, Status};
use jiff::civil::Date;
use serde::Deserialize;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub note: String,
    pub published: Date,
    pub genre: Genre,
    pub statements: Vec<Wanted>,
}

/// One statement as a person wrote it down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    pub at: String,
    pub act: Act,
    pub alt: Vec<Act>,
    pub force: Option<Force>,
    pub status: Status,
    pub negated: bool,
    pub mode: Mode,
    pub speaker: Option<String>,
    pub who: Vec<String>,
    pub addressee: Option<String>,
    pub to: Vec<String>,
    pub source: Option<String>,
    pub content: Vec<String>,
    pub optional: bool,
    pub why: Option<String>,
}

/// A golden with its article.
pub struct Golden {
    pub name: String,
    pub file: File,
    pub document: Document,
    pub text: Squeezed,
}

impl Golden {
    pub fn load(name: &str) -> Self {
        let path = texts::tree("golden").join(name).join("statements.json");
        let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let file: File = serde_json::from_str(&source).unwrap_or_else(|error| panic!("{name}: {error}"));
        let document = texts::read(&texts::article(name), Some(file.published));
        let text = Squeezed::new(&document.text);
        Self {
            name: name.to_string(),
            file,
            document,
            text,
        }
    }

    /// The cues' places, in the order of the file.
    ///
    /// # Panics
    /// Where a cue does not stand in the text once; `golden::every_golden_is_well_formed` names all of these.
    pub fn cues(&self) -> Vec<Span> {
        let cue = |wanted: &Wanted| self.text.cue(&wanted.at);
        let cues = self
            .file
            .statements
            .iter()
            .map(|wanted| cue(wanted).unwrap_or_else(|error| panic!("{}: {:?}: {error}", self.name, wanted.at)));
        cues.collect()
    }

    /// The phrases of `wanted` that do not stand in the text as it was read.
    pub fn strangers<'w>(&self, wanted: &'w Wanted) -> Vec<&'w String> {
        let phrases = wanted
            .speaker
            .iter()
            .chain(&wanted.addressee)
            .chain(&wanted.source)
            .chain(&wanted.content);
        phrases.filter(|phrase| self.text.find(phrase).is_empty()).collect()
    }

    /// What is wrong with the form of the file.
    pub fn complaints(&self) -> Vec<String> {
        let mut complaints = Vec::new();
        let mut last = 0;
        for wanted in &self.file.statements {
            let mut complain = |what: String| complaints.push(format!("{}: {:?}: {what}", self.name, wanted.at));
            match self.text.cue(&wanted.at) {
                Err(error) => complain(error),
                Ok(cue) if cue.start < last => complain("it stands before the cue of the statement above".to_string()),
                Ok(cue) => last = cue.start,
            }
            for codes in [&wanted.who, &wanted.to] {
                let gazetteer = demarche::names::Gazetteer::builtin();
                let strangers: Vec<&String> = codes.iter().filter(|code| gazetteer.code(code).is_none()).collect();
                if !strangers.is_empty() {
                    complain(format!("the gazetteer has no code {strangers:?}"));
                }
                if !codes.is_sorted_by(|a, b| a < b) {
                    complain(format!("{codes:?} is not sorted, or has doubles"));
                }
            }
            if wanted.alt.contains(&wanted.act) {
                complain("its act is among its alternatives".to_string());
            }
            if wanted.force.is_some() && !matches!(wanted.act, Act::Reaffirm | Act::Emphasize) {
                complain("its force follows from its act".to_string());
            }
            if wanted.optional && wanted.why.as_deref().unwrap_or("").is_empty() {
                complain("it is optional, and nobody says why".to_string());
            }
        }
        if self.file.note.is_empty() || self.file.statements.is_empty() {
            complaints.push(format!("{}: it has no note, or no statement", self.name));
        }
        complaints
    }
}
