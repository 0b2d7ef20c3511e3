//! The contract: what one statement is, field by field.
//!
//! Owns: the types of every record that leaves the program, their names and their order. The doc comments of the fields
//! are user text: they become the descriptions in `schema/`.
//! Leaves to: [`crate::output`] how records are written and validated.

mod own_act;

pub use own_act::OwnAct;

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

macro_rules! word_enum {
    // An enum whose list a user may lengthen: its last variant holds the words of others.
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? } else $(#[$ometa:meta])* $own:ident($held:ident)) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant,)+ $(#[$ometa])* #[serde(untagged)] $own($held) }

        impl $name {
            /// All values of the contract itself, in the order of the schema.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word that stands for it in a record.
            pub fn as_str(&self) -> &str {
                match self { $($name::$variant => $word,)+ $name::$own(held) => held.as_str() }
            }

            /// The value that `word` stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                let listed = Self::ALL.iter().copied().find(|v| v.as_str() == word);
                listed.or_else(|| $held::new(word).map($name::$own))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// All values, in the order of the schema.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word that stands for it in a record.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// The value that `word` stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.as_str() == word)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

word_enum! {
    /// How the date of publication was found.
    PublishedBasis {
        /// Given with `--date` or in a field of the input.
        Given = "given",
        /// Read from the page's metadata.
        Metadata = "metadata",
        /// Read from the head of the text (dateline, date under the headline, date of a resolution).
        Text = "text",
    }
}

word_enum! {
    /// What kind of text a document is.
    Genre {
        /// A news report.
        News = "news",
        /// A statement in the speakers' own voice: communique, declaration, joint statement.
        Joint = "joint",
        /// One side's account of a meeting or call.
        Readout = "readout",
        /// A resolution or decision of a body, clause by clause.
        Resolution = "resolution",
        /// A body's statement to the press in the third person ("The members of the Security Council condemned ...").
        BodyStatement = "body_statement",
    }
}

word_enum! {
    /// The speech act, as the annotation guide names it.
    Act {
        /// Agreed to, on, that or with; reached an agreement, concurred.
        Agree = "agree",
        /// Pledged, promised, vowed, committed to, guaranteed.
        Pledge = "pledge",
        /// Decided, resolved to, determined to.
        Decide = "decide",
        /// Plans, intends or aims to; "will" in the speakers' own voice.
        Intend = "intend",
        /// Offered, expressed willingness or readiness, is open to.
        Offer = "offer",
        /// Accepted, approved, consented.
        Accept = "accept",
        /// Signed, concluded, adopted or ratified a named instrument.
        Sign = "sign",
        /// Launched, established, created or set up as an act of the meeting.
        Establish = "establish",
        /// Announced, declared, proclaimed, unveiled.
        Announce = "announce",
        /// Said, stated, told, added; "according to X" with X's own words.
        Say = "say",
        /// Reaffirmed, reiterated, renewed, restated.
        Reaffirm = "reaffirm",
        /// Emphasised, stressed, underscored, highlighted, pointed out.
        Emphasize = "emphasize",
        /// Assessed, described as, considered, viewed, judged.
        Assess = "assess",
        /// Noted, acknowledged, recognised, recalled.
        Note = "note",
        /// Confirmed, corroborated, admitted.
        Confirm = "confirm",
        /// Denied, refuted, dismissed a claim.
        Deny = "deny",
        /// Accused, blamed, charged.
        Accuse = "accuse",
        /// Warned, cautioned.
        Warn = "warn",
        /// Threatened.
        Threaten = "threaten",
        /// Welcomed, hailed, praised, commended, appreciated.
        Welcome = "welcome",
        /// Thanked, expressed gratitude.
        Thank = "thank",
        /// Congratulated.
        Congratulate = "congratulate",
        /// Supported, backed, endorsed.
        Support = "support",
        /// Expressed concern, is concerned, was alarmed.
        ExpressConcern = "express_concern",
        /// Condemned, denounced, deplored, criticised.
        Condemn = "condemn",
        /// Opposed, objected to.
        Oppose = "oppose",
        /// Regretted, apologised, expressed condolences.
        Regret = "regret",
        /// Hoped, looked forward to, wished.
        Hope = "hope",
        /// Rejected, refused to, ruled out, declined to.
        Reject = "reject",
        /// Urged, called on X to, pressed, encouraged.
        Urge = "urge",
        /// Called for, sought, advocated.
        CallFor = "call_for",
        /// Demanded, insisted, required.
        Demand = "demand",
        /// Asked, requested, invited.
        Request = "request",
        /// Proposed, suggested, recommended.
        Propose = "propose",
        /// Discussed, exchanged views, held talks, consulted, reviewed.
        Discuss = "discuss",
    } else
        /// An act of a rule pack's own; the pack says what it means.
        Own(OwnAct)
}

word_enum! {
    /// Illocutionary force after Searle; `interaction` is an act of two parties on each other.
    Force {
        /// Commits the speaker to do something.
        Commissive = "commissive",
        /// Changes the world by being said.
        Declarative = "declarative",
        /// Says how things are.
        Assertive = "assertive",
        /// Says how the speaker feels toward something.
        Expressive = "expressive",
        /// Tries to get somebody to do something.
        Directive = "directive",
        /// Parties deal with each other.
        Interaction = "interaction",
    }
}

word_enum! {
    /// Whether the act was done.
    Status {
        /// Reported as done, or performed by the words.
        Made = "made",
        /// Announced by the speaker for later.
        Planned = "planned",
        /// Others expect it.
        Expected = "expected",
        /// May, should, if.
        Hypothetical = "hypothetical",
    }
}

word_enum! {
    /// Whose words tell the act.
    Mode {
        /// The reporter tells the act.
        Narrated = "narrated",
        /// The reporter attributes it to a source.
        Indirect = "indirect",
        /// Inside quotation marks, or in the document's own voice.
        Direct = "direct",
    }
}

word_enum! {
    /// How a party was resolved.
    Basis {
        /// A name stands in the words.
        Name = "name",
        /// An office known to the gazetteer or learned from the text.
        Office = "office",
        /// A group noun that stands for members the text told ("the three ministers").
        Group = "group",
        /// A pronoun.
        Pronoun = "pronoun",
        /// The document's own voice ("We", the body of a resolution).
        Document = "document",
        /// Not in the words of the clause: context tells.
        Implied = "implied",
    }
}

word_enum! {
    /// What kind of actor a code stands for.
    EntityKind {
        /// A state, its organs and officials; `code` is ISO 3166-1 alpha-3 (or the former code of a historical state).
        State = "state",
        /// An international organisation or one of its bodies.
        Organisation = "organisation",
        /// An informal group of states.
        Bloc = "bloc",
        /// A party or political movement.
        Party = "party",
        /// An armed group.
        ArmedGroup = "armed_group",
    }
}

word_enum! {
    /// The grammatical form of a content.
    ContentForm {
        /// A to-infinitive or a bare verb phrase.
        Infinitive = "infinitive",
        /// A that-clause, with or without `that`.
        Clause = "clause",
        /// An -ing phrase.
        Gerund = "gerund",
        /// A noun phrase.
        NounPhrase = "noun_phrase",
        /// The words inside quotation marks.
        Quote = "quote",
    }
}

word_enum! {
    /// How exact a time is.
    Granularity {
        /// One day.
        Day = "day",
        /// One week.
        Week = "week",
        /// One month.
        Month = "month",
        /// Three months.
        Quarter = "quarter",
        /// One year.
        Year = "year",
        /// Anything else; see `earliest` and `latest`.
        Range = "range",
    }
}

word_enum! {
    /// How a time was worked out.
    TimeBasis {
        /// The words give the full date.
        Explicit = "explicit",
        /// Counted from the date of publication ("on the 25th", "Thursday", "last August").
        Published = "published",
        /// The words give no date that can be counted; `earliest` and `latest` are null.
        Unanchored = "unanchored",
    }
}

word_enum! {
    /// How well a code of another scheme fits an act, in the terms of SKOS.
    Match {
        /// The same meaning.
        Exact = "exact",
        /// The scheme's code is wider than the act.
        Broad = "broad",
        /// The scheme's code is narrower than the act.
        Narrow = "narrow",
        /// The scheme has no code for it.
        None = "none",
    }
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
