//! Word classes, as sets of bits.
//!
//! Owns: what a word can be; most words can be several things.
//! Leaves to: [`super`] which word is in which class.

use serde::{Deserialize, Serialize};

/// What a word can be; a set of bits, since most words can be several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class(pub u64);

macro_rules! classes {
    ($($(#[$m:meta])* $name:ident = $bit:expr),+ $(,)?) => {
        impl Class { $($(#[$m])* pub const $name: Class = Class(1 << $bit);)+ }
    };
}

classes! {
    /// Article, demonstrative, quantifier.
    DETERMINER = 0,
    /// "their"
    POSSESSIVE = 1,
    /// "three"
    NUMERAL = 2,
    /// "they"
    SUBJECT = 3,
    /// "them"
    OBJECT = 4,
    /// "of", "regarding"
    PREPOSITION = 5,
    /// "and", "or", "but"
    CONJUNCTION = 6,
    /// "that", "while"
    SUBORDINATOR = 7,
    /// "who", "which"
    RELATIVE = 8,
    /// "will"
    MODAL = 9,
    /// "is"
    BE = 10,
    /// "has"
    HAVE = 11,
    /// "did"
    DO = 12,
    /// "not"
    NEGATOR = 13,
    /// Adverbs, those in -ly included.
    ADVERB = 14,
    /// "Thursday"
    WEEKDAY = 15,
    /// "March"
    MONTH = 16,
    /// "week"
    TIME = 17,
    /// "joint"
    ADJECTIVE = 18,
    /// A noun that looks like a form of a verb ("talks", "meeting").
    NOUN = 19,
    /// A verb whose base form is also a common noun ("call").
    VERB_NOUN = 20,
    /// A verb whose base form is also an adjective ("welcome", "open").
    VERB_ADJECTIVE = 21,
    /// A verb whose participle is also an adjective ("united").
    PARTICIPLE_ADJECTIVE = 22,
    /// A verb whose -ing is also a noun ("meeting").
    ING_NOUN = 23,
    /// "remain"
    COPULA = 24,
    /// The word is in the list of common English words.
    KNOWN = 25,
    /// "to"
    TO = 26,
    /// "that"
    THAT = 27,
    /// "by"
    BY = 28,
    /// "of"
    OF = 29,
    /// "the", "a", "an"
    ARTICLE = 31,
    /// "with"
    WITH = 34,
    /// "was", "had", "did": an auxiliary in the past.
    PAST = 35,
    /// Ends in -ly and is no adverb ("friendly", "assembly").
    NOT_ADVERB = 33,
    /// "both", "these": a determiner that stands for several, also alone.
    PLURAL = 32,
    /// A form of a verb that governs no object: "appear".
    INTRANSITIVE = 36,
    /// "he", "she", "it": a verb behind them that ends in no -s says what shall be.
    SINGULAR = 37,
    /// A form of a verb whose clause begins with "that": "reject", where "say" needs none.
    WANTS_THAT = 38,
    /// A noun that names no party: what is done, thought or felt, a thing. "action", "role".
    THING = 39,
    /// A thing that says something: "statement", "proposal".
    TEXT = 40,
    /// An adjective or a participle that governs a clause in a frame of some rule: "confident", "worried"; the rules tell.
    FEELS = 41,
    /// An adjective that is the head of its phrase where no noun follows: "the capital", "the military".
    HEADS = 42,
    /// It opens a set phrase: "at" of "at the same time".
    OPENS_SET = 43,
    /// It ends a set phrase of two words.
    ENDS_PAIR = 44,
    /// It stands second in a longer one.
    SECOND_IN_SET = 45,
    /// It stands third or later in one.
    LATER_IN_SET = 46,
    /// A participle that stands behind its noun, and is a verb only with an object: "the states concerned".
    POSTPOSED = 47,
    /// A participle for what has become more or less, which describes a noun at least as often as it tells what was done: "increased".
    GRADED = 48,
    /// A conjunction that joins equals: "and", "or".
    AND = 30,
}

impl Class {
    /// Where a word can stand in a set phrase.
    pub const IN_SET: Class = Class(Class::OPENS_SET.0 | Class::ENDS_PAIR.0 | Class::SECOND_IN_SET.0 | Class::LATER_IN_SET.0);

    /// Whether it can be any of `other`.
    pub fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    pub const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}
