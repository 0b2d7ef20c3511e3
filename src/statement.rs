//! The contract: what one statement is, field by field.
//!
//! Owns: the types of every record that leaves the program, their names and their order. The doc comments of the fields
//! are user text: they become the descriptions in `schema/`.
//! Leaves to: [`crate::output`] how records are written and validated.

mod own_act;
mod terms;

pub use own_act::OwnAct;
pub use terms::*;

use crate::span::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the contract; it changes when a field changes its meaning.
pub const SCHEMA_VERSION: &str = "1";

/// Everything that was extracted from one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Extraction {
    /// Version of this contract, `"1"`.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    pub schema_version: String,
    /// The document that was read.
    pub document: DocumentInfo,
    /// The statements, by the place of their cue.
    pub statements: Vec<Statement>,
}

/// What is known of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentInfo {
    /// Stable name of the document: its `id` in JSONL input, else its file name without endings.
    pub id: String,
    /// Where it was read: a path, a URL from the input, or null for standard input.
    pub uri: Option<String>,
    /// Title, where the input or the page names one.
    pub title: Option<String>,
    /// Date of publication, `YYYY-MM-DD`.
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub published: Option<String>,
    /// How `published` was found.
    pub published_basis: Option<PublishedBasis>,
    /// What kind of text it is.
    pub genre: Genre,
    /// ISO 639-1 code of the language; other than `en` gives no statements.
    pub language: String,
    /// SHA-256 of the text that spans index, in lower-case hexadecimal.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// Length of the text that spans index, in code points.
    pub chars: u32,
    /// The text that spans index; written with `--with-text` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// One diplomatic act that a text reports or performs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Stable name of the statement, made from document id, act, cue, content and speakers; a shift of offsets does not change it.
    #[schemars(regex(pattern = r"^[0-9a-f]{16}(-[0-9]+)?$"))]
    pub id: String,
    /// The `id` of the document; written in `--format jsonl` and `csv`, where statements stand alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The speech act.
    pub act: Act,
    /// Its illocutionary force; for `reaffirm` and `emphasize` it follows the content.
    pub force: Force,
    /// Whether the act was done.
    pub status: Status,
    /// True where the text says that the act did not happen.
    pub negated: bool,
    /// Whose words tell the act.
    pub mode: Mode,
    /// Who acts, as written and resolved.
    pub speakers: Vec<Party>,
    /// At whom the act is directed.
    pub addressees: Vec<Party>,
    /// Who reported the act, where somebody did.
    pub source: Option<Party>,
    /// The words that signal the act.
    pub cue: Words,
    /// What is agreed, urged, condemned.
    pub content: Option<Content>,
    /// How strong it is put.
    pub strength: Strength,
    /// When it was done, or is to be done.
    pub time: Option<Time>,
    /// The act in the coding schemes of the field.
    pub codes: Codes,
    /// The sentence in which the cue stands.
    pub sentence: Sentence,
    /// The rule that found it.
    pub rule: RuleRef,
}

/// Words of the text and their place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The words, exactly as they stand in the text.
    pub text: String,
    /// Their place.
    pub span: Span,
}

/// A speaker, an addressee or a source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The phrase as written; null where the party is implied and no words of this document name it here.
    pub text: Option<String>,
    /// Its place; null with `text`.
    pub span: Option<Span>,
    /// The states and organisations for which it stands.
    pub entities: Vec<Entity>,
    /// The people whom it names.
    pub people: Vec<Person>,
    /// How it was resolved.
    pub basis: Basis,
}

/// A state, an organisation, a movement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// ISO 3166-1 alpha-3 for a state, the usual short name for an organisation (`UN`, `NATO`, `G7`); of a party that no table knows, the
    /// letters that the text gives for its name, else the name in capitals.
    pub code: String,
    /// What kind of actor it is.
    pub kind: EntityKind,
    /// Its usual English name.
    pub name: String,
}

/// A person who acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The fullest name that the document gives, else the name as written.
    pub name: String,
    /// The office as the text or the gazetteer names it.
    pub role: Option<String>,
}

/// What is agreed, urged, condemned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The pieces, joined by one space where an attribution interrupts a quote.
    pub text: String,
    /// From the start of the first piece to the end of the last.
    pub span: Span,
    /// Its grammatical form.
    pub form: ContentForm,
    /// The pieces in order; one, unless a quote is interrupted.
    #[schemars(length(min = 1))]
    pub pieces: Vec<Words>,
    /// The coordinated parts ("to secure A, expand B and improve C" has three); empty where there is one only.
    pub items: Vec<Words>,
}

/// How strong an act is put.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Strength {
    /// The degree words, as in "deep concern" or "strongly condemned".
    pub degree: Option<Words>,
    /// Ordinal within the act's family: 0 hedged, 1 plain, 2 raised ("serious concern"), 3 high ("deep concern"), 4 highest
    /// ("in the strongest terms").
    #[schemars(range(max = 4))]
    pub level: u8,
    /// Words that soften the commitment ("seek to", "where appropriate").
    pub hedges: Vec<Words>,
}

/// A time in the words of the text, worked out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// The words.
    pub text: String,
    /// Their place.
    pub span: Span,
    /// First day that it can mean, `YYYY-MM-DD`.
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub earliest: Option<String>,
    /// Last day that it can mean, `YYYY-MM-DD`.
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub latest: Option<String>,
    /// How exact it is.
    pub granularity: Granularity,
    /// How it was worked out.
    pub basis: TimeBasis,
}

/// The act in the coding schemes of the field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    /// CAMEO event codes, as text with their zeros.
    pub cameo: Vec<Code>,
    /// PLOVER event types.
    pub plover: Vec<Code>,
}

/// One code of a scheme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The code; empty where `match` is `none`.
    pub code: String,
    /// How well it fits.
    pub r#match: Match,
}

/// The sentence in which a cue stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// The sentence as it stands in the text.
    pub text: String,
    /// Its place.
    pub span: Span,
    /// Number of its paragraph in the document, from 0.
    pub paragraph: u32,
    /// Number of the sentence in the document, from 0.
    pub index: u32,
}

/// The rule that made a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleRef {
    /// Name of the rule in its pack.
    pub id: String,
    /// Name of the pack.
    pub pack: String,
    /// Version of the pack.
    pub version: String,
}
