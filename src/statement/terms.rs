//! The vocabularies of a record: the words that its fields may hold, each with what it means.
//!
//! Owns: the enums of the contract, with the words that stand for their values in every output and in rule files.
//! Leaves to: [`super`] the records that hold them.

use super::OwnAct;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
