//! What is compared: gold statements, and statements as some version of some program wrote them.
//!
//! Owns: the two shapes and how they are read. The gold one is strict; the other takes what the measure needs and ignores
//! the rest, so that outputs of older versions can be scored too.

use crate::span::Span;
use crate::statement::Extraction;
use serde::Deserialize;

/// A gold file: the statements that people found in one document.
#[derive(Clone, Debug, Deserialize)]
pub struct Gold {
    /// The statements.
    pub statements: Vec<GoldStatement>,
}

/// One statement that people found.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldStatement {
    /// The act.
    pub act: String,
    /// Acts that a careful second reader could name.
    #[serde(default)]
    pub alt: Vec<String>,
    /// The words that signal it.
    pub cue: Phrase,
    /// Whether it was done.
    pub status: String,
    /// Whether it did not happen.
    pub negated: bool,
    /// Codes of the speakers, sorted.
    pub who: Vec<String>,
    /// Codes of the addressees, sorted.
    pub to: Vec<String>,
    /// Whose words tell it.
    pub mode: String,
    /// Its force, where the readers named it.
    #[serde(default)]
    pub force: Option<String>,
    /// Whether either answer is right.
    pub optional: bool,
    /// The pieces of the content.
    #[serde(default)]
    pub content: Option<Vec<Piece>>,
}

/// Words with their place.
#[derive(Clone, Debug, Deserialize)]
pub struct Phrase {
    /// Code points before it.
    pub start: u32,
    /// Code points before what follows it.
    pub end: u32,
    /// The words.
    #[serde(default)]
    pub text: String,
}

/// Words of a content.
#[derive(Clone, Debug, Deserialize)]
pub struct Piece {
    /// The words.
    pub text: String,
}

impl GoldStatement {
    /// The pieces of the content joined by a space.
    pub fn content_text(&self) -> String {
        let pieces = self.content.iter().flatten();
        pieces.map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// One document as a program read it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Predictions {
    /// The statements.
    pub statements: Vec<Predicted>,
}

/// One statement as a program wrote it.
#[derive(Clone, Debug, Deserialize)]
pub struct Predicted {
    pub(super) act: String,
    pub(super) cue: Cue,
    pub(super) status: Option<String>,
    pub(super) negated: Option<bool>,
    pub(super) mode: Option<String>,
    pub(super) force: Option<String>,
    pub(super) speakers: Option<Vec<PredictedParty>>,
    pub(super) addressees: Option<Vec<PredictedParty>>,
    pub(super) content: Option<PredictedContent>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Cue {
    pub(super) text: Option<String>,
    pub(super) span: Span,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct PredictedParty {
    entities: Option<Vec<PredictedEntity>>,
}

#[derive(Clone, Debug, Deserialize)]
struct PredictedEntity {
    code: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct PredictedContent {
    pub(super) text: Option<String>,
}

impl Predictions {
    /// What the measure needs of `extraction`.
    ///
    /// # Errors
    /// Never for an extraction of this version of the contract; the way goes through JSON.
    pub fn of(extraction: &Extraction) -> serde_json::Result<Self> {
        serde_json::from_value(serde_json::to_value(extraction)?)
    }
}

/// The codes of some parties, sorted, each once.
pub(super) fn codes(parties: Option<&Vec<PredictedParty>>) -> Vec<String> {
    let entities = parties.into_iter().flatten().flat_map(|party| party.entities.iter().flatten());
    let mut codes: Vec<String> = entities
        .filter_map(|entity| entity.code.clone())
        .filter(|code| !code.is_empty())
        .collect();
    codes.sort();
    codes.dedup();
    codes
}
