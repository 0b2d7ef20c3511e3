//! Why a sentence gave what it gave, and what stopped the rest.
//!
//! Owns: what is told of a sentence: its words and clauses as the grammar saw them, each cue in it, the rules that were held
//! against the cue and how far they got, which match won, who the speaker is and which words told, the record or the reason why there
//! is none.
//! Leaves to: [`crate::extract`] the work itself. Nothing is worked out a second time here: [`Extractor::traced`] runs the very
//! code that extracts and hands out what it wrote down on the way.

mod build;
mod cues;
mod frames;
mod reason;
pub mod text;

pub use reason::Reason;

use crate::assemble::Left;
use crate::extract::{Extractor, Traced};
use crate::read::Document;
use crate::statement::{self as contract, Extraction, Genre, Status, Words};
use serde::Serialize;

/// One document, explained.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// The `id` of the document.
    pub document: String,
    /// What kind of text it is taken for.
    pub genre: Genre,
    /// Its language; of other languages than `en` there is nothing to tell.
    pub language: String,
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
}

/// One sentence, explained.
#[derive(Clone, Debug, Serialize)]
pub struct Sentence {
    /// The sentence.
    pub sentence: contract::Sentence,
    /// What its paragraph is: body, headline, heading, list item, caption, furniture, transcript.
    pub paragraph: &'static str,
    /// Its words and marks.
    pub tokens: Vec<Token>,
    /// What the grammar read as one: the sentence, and each quotation in it.
    pub streams: Vec<Stream>,
    /// The cues in it, in order.
    pub cues: Vec<Cue>,
}

/// A word or mark.
#[derive(Clone, Debug, Serialize)]
pub struct Token {
    /// It, and its place.
    #[serde(flatten)]
    pub words: Words,
    /// The verb forms that it can be: "agree/past".
    pub verbs: Vec<String>,
    /// Whom it names, where it is part of a name.
    pub name: Option<Name>,
    /// The number of the verb to whose group it belongs, see [`Verb::number`].
    pub verb: Option<usize>,
}

/// What a name names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Name {
    /// State, adjective, seat, organ, organisation, person, media, blocked.
    pub kind: String,
    /// For whom it stands.
    pub codes: Vec<String>,
}

/// What the grammar read as one run of words.
#[derive(Clone, Debug, Serialize)]
pub struct Stream {
    /// The words of the quotation whose inside it is; null for the sentence outside quotations.
    pub quotation: Option<Words>,
    /// Who speaks in the quotation.
    pub speaker: Option<Resolved>,
    /// The verbs of this sentence.
    pub verbs: Vec<Verb>,
}

/// A verb in its clause.
#[derive(Clone, Debug, Serialize)]
pub struct Verb {
    /// Its number in the sentence, from 1.
    pub number: usize,
    /// The verb group.
    pub group: Words,
    /// What it is in the sentence: main, coordinated, complement, subordinate, relative, participle, reduced, infinitive, gerund,
    /// attribution.
    pub role: String,
    /// Its shape: finite, toinfinitive, bareinfinitive, ing, pastorparticiple, participle.
    pub shape: String,
    /// The number of the verb under which it stands, where that is in this sentence.
    pub under: Option<usize>,
    /// Its subject.
    pub subject: Option<Resolved>,
    /// The number of the verb whose subject it has.
    pub subject_of: Option<usize>,
}

/// A phrase, and how it was resolved.
#[derive(Clone, Debug, Serialize)]
pub struct Resolved {
    /// The phrase; null where no words name the party here.
    pub words: Option<Words>,
    /// The codes for which it stands.
    pub codes: Vec<String>,
    /// The people whom it names, with their offices: "Ana Ruiz (foreign minister)".
    pub people: Vec<String>,
    /// By which way: one word, for programs.
    pub way: &'static str,
    /// By which way, for people.
    pub how: &'static str,
    /// The earlier words that told.
    pub told: Option<Words>,
    /// Whether it may speak: in, optional, out, unknown.
    pub scope: &'static str,
}

/// A cue: a verb that heads a frame, or words that could.
#[derive(Clone, Debug, Serialize)]
pub struct Cue {
    /// Its words.
    pub words: Words,
    /// The number of the verb in the sentence.
    pub verb: Option<usize>,
    /// The rules that were held against it: what won, what fits too, then what got furthest.
    pub rules: Vec<Tried>,
    /// The match, where there is one.
    pub found: Option<Found>,
    /// What came of it.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// The word is a common noun or adjective, too: as one it is no cue that anybody would miss.
    #[serde(skip)]
    pub weak: bool,
}

/// What came of a cue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A record: its id.
    Statement(String),
    /// No record.
    LeftOut(LeftOut),
}

/// Why a cue gave no record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The reason: one word, for programs.
    pub reason: Reason,
    /// The reason, for people.
    pub why: String,
    /// The id of the statement that stays in its place.
    pub instead: Option<String>,
}

/// A frame that was held against a cue.
#[derive(Clone, Debug, Serialize)]
pub struct Tried {
    /// The id of the rule.
    pub rule: String,
    /// Its pack.
    pub pack: String,
    /// The frame, one reading of its optional parts.
    pub frame: String,
    /// Elements behind the head.
    pub of: usize,
    /// How many of them were filled.
    pub filled: usize,
    /// Won, fits (and was outranked) or stopped.
    pub result: Fit,
    /// The points of a match that fits; none where it goes before all others.
    pub points: Option<i32>,
    /// What the points are for, or what was expected and what was found.
    pub why: String,
    /// Where it stopped.
    pub stopped_at: Option<Words>,
}

/// How a frame fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// It fits, and nothing fits better.
    Won,
    /// It fits, and another fits better.
    Outranked,
    /// Something is missing.
    Stopped,
}

/// A match, whether a record came of it or not.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    /// The act.
    pub act: String,
    /// The rule.
    pub rule: String,
    /// Whether the act was done; nothing where the match went no further than its clause.
    pub status: Option<Status>,
    /// Whether the text says that it did not happen.
    pub negated: bool,
    /// The content.
    pub content: Vec<Words>,
    /// Who acts; nothing where the match went no further than its clause.
    pub speaker: Option<Resolved>,
    /// At whom.
    pub addressee: Option<Resolved>,
    /// Who reported it.
    pub source: Option<Resolved>,
}

/// A sentence that has a cue and gave no record, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Unused {
    /// The `id` of the document.
    pub document: String,
    /// The sentence.
    pub sentence: contract::Sentence,
    /// Its cues.
    pub left_out: Vec<UnusedCue>,
}

/// A cue of such a sentence.
#[derive(Clone, Debug, Serialize)]
pub struct UnusedCue {
    /// Its words.
    pub cue: Words,
    /// The rule that got furthest.
    pub rule: Option<String>,
    /// The reason: one word, for programs.
    pub reason: Reason,
    /// The reason, for people.
    pub why: String,
}

/// Extracts `document` and explains each of its sentences.
pub fn explain(extractor: &Extractor, document: &Document) -> (Extraction, Explanation) {
    let mut sentences = Vec::new();
    let extraction = extractor.traced(document, &mut |traced: Traced| sentences = build::sentences(&traced));
    let explanation = Explanation {
        document: extraction.document.id.clone(),
        genre: extraction.document.genre,
        language: extraction.document.language.clone(),
        sentences,
    };
    (extraction, explanation)
}

impl Explanation {
    /// The sentences that have a cue and gave no record.
    pub fn unused(&self) -> Vec<Unused> {
        let sentences = self.sentences.iter().filter(|s| s.cues.iter().all(Cue::is_left));
        let unused = sentences.map(|s| Unused {
            document: self.document.clone(),
            sentence: s.sentence.clone(),
            left_out: s.cues.iter().filter(|c| !c.weak).filter_map(unused).collect(),
        });
        unused.filter(|u| !u.left_out.is_empty()).collect()
    }
}

fn unused(cue: &Cue) -> Option<UnusedCue> {
    let Outcome::LeftOut(left) = &cue.outcome else { return None };
    Some(UnusedCue {
        cue: cue.words.clone(),
        rule: cue
            .found
            .as_ref()
            .map(|f| f.rule.clone())
            .or_else(|| cue.rules.first().map(|r| r.rule.clone())),
        reason: left.reason,
        why: match (left.reason, cue.rules.first()) {
            (Reason::Left(Left::NoFrame), Some(rule)) => format!("{}: {}", left.why, rule.why),
            _ => left.why.clone(),
        },
    })
}

impl Cue {
    /// Whether no record came of it.
    pub fn is_left(&self) -> bool {
        matches!(self.outcome, Outcome::LeftOut(_))
    }
}
