//! Trails: by which way a phrase was resolved, and which earlier words told it.
//!
//! Owns: the names of the ways; each answer of [`super::discourse`] carries one, so that `explain` repeats what was done and
//! works nothing out a second time.
//! Leaves to: [`crate::explain`] the words for people.

use std::ops::Range;

/// The way by which a phrase was resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Way {
    /// Nothing tells.
    #[default]
    Nobody,
    /// The noun of the phrase says that it is out of scope.
    OutOfScope,
    /// The text reports on games, where a state or a city is its team.
    Team,
    /// Names in the phrase.
    Names,
    /// Names in one part of the phrase, an earlier phrase in another.
    Parts,
    /// "we" or "I" in a quotation: its speaker.
    Quoted,
    /// The document's own parties.
    Parties,
    /// The person who acted last.
    LastPerson,
    /// The group that acted last.
    LastGroup,
    /// The state or body that acted last.
    LastThing,
    /// Whoever acted last.
    LastSubject,
    /// The name before it in its paragraph.
    LastNamed,
    /// Who was called by this noun before.
    SameNoun,
    /// Who was introduced with this office.
    SameOffice,
    /// Those who were told to act, meet or stand together.
    Together,
    /// The pair that the rest of the sentence names.
    PairInSentence,
    /// The place with which the sentence opens.
    PlaceBefore,
    /// Who gave out the document of which the phrase speaks.
    Issuer,
    /// The last named actor of the kind that the noun tells.
    LastOfKind,
    /// A term that stands for one party by custom.
    Custom,
    /// The other of two parties, since one's own people need no placing.
    OtherSide,
    /// The state from which the text reports.
    Home,
    /// The state spoken of last.
    LastState,
}

/// A way, and the tokens of the phrase that told.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Trail {
    /// The way.
    pub way: Way,
    /// The earlier words; nothing where the phrase's own words or the whole document tell.
    pub told: Option<Range<usize>>,
}

impl Trail {
    /// This way, told by `tokens`.
    pub fn told(way: Way, tokens: Option<Range<usize>>) -> Self {
        Self { way, told: tokens }
    }
}

impl From<Way> for Trail {
    fn from(way: Way) -> Self {
        Self { way, told: None }
    }
}
