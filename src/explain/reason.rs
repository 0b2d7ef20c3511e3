//! The reasons why a cue gives no record, and the ways by which a phrase is resolved, in words for programs and for people.
//!
//! Owns: the words. Both lists are whole: a match over each has no branch for "other".
//! Leaves to: [`crate::assemble::Left`] and [`crate::resolve::trail::Way`] which reasons and ways there are.

use crate::assemble::Left;
use crate::resolve::Scope;
use crate::resolve::trail::Way;
use serde::{Serialize, Serializer};

/// Why a cue gives no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It was read, and this came of it.
    Left(Left),
    /// Its paragraph is page furniture.
    Furniture,
    /// Its paragraph belongs to an interview behind the article.
    Transcript,
    /// Its paragraph is a heading.
    Heading,
    /// Its paragraph is an item of a list that goes on with the content of a record.
    ListItem,
    /// It stands in brackets, which are not read.
    Brackets,
    /// The grammar reads it as a noun or an adjective.
    NotAVerb,
}

impl Reason {
    /// All reasons.
    pub fn all() -> impl Iterator<Item = Reason> {
        let read = Left::ALL.iter().copied().map(Reason::Left);
        read.chain([
            Reason::Furniture,
            Reason::Transcript,
            Reason::Heading,
            Reason::ListItem,
            Reason::Brackets,
            Reason::NotAVerb,
        ])
    }

    /// The word for programs.
    pub fn as_str(self) -> &'static str {
        self.words().0
    }

    /// The sentence for people.
    pub fn why(self) -> &'static str {
        self.words().1
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Reason::Left(left) => words(left),
            Reason::Furniture => (
                "furniture",
                "page furniture (menu, byline, copyright, related links): the article does not say it",
            ),
            Reason::Transcript => ("transcript", "an interview or discussion put behind the article: not the report"),
            Reason::Heading => ("heading", "a heading inside the text: it names what follows and reports nothing"),
            Reason::ListItem => ("list_item", "an item of a list: it goes on with the content of the record above it"),
            Reason::Brackets => ("brackets", "in brackets: they are left out of the reading"),
            Reason::NotAVerb => ("not_a_verb", "read as a noun or an adjective here: a bare noun is no act"),
        }
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

fn words(left: Left) -> (&'static str, &'static str) {
    match left {
        Left::NoFrame => ("no_frame", "no frame of any rule fits"),
        Left::Relative => ("relative_clause", "in a relative clause: told in passing, not reported"),
        Left::Reduced => (
            "inside_noun_phrase",
            "a participle inside a noun phrase: it describes, it does not report",
        ),
        Left::Participle => (
            "past_participle",
            "a past participle beside a clause: it describes, it does not report",
        ),
        Left::Gerund => ("gerund", "an -ing form after a preposition or as an object: no clause of its own"),
        Left::Infinitive => ("infinitive", "an infinitive: the content or the purpose of another verb"),
        Left::Content => (
            "content_of_no_report",
            "what somebody denies, rejects or asks for: only the content of that act",
        ),
        Left::Joined => ("joined_to_content", "joined to a verb that is itself only the content of another"),
        Left::Condition => (
            "comparison_or_result",
            "in a clause of result, place or comparison (\"so\", \"where\", \"than\"): no act of its own",
        ),
        Left::Modal => (
            "irrealis",
            "irrealis: only possible, or only wished for, and not an act that counts as such",
        ),
        Left::Intending => ("intending", "a participle of intention (\"intending to\") tells no act"),
        Left::NoPromise => (
            "no_promise",
            "\"will\" of somebody else, or in a reported clause: a forecast and no promise",
        ),
        Left::Anybody => ("anybody", "a passive of saying or thinking without an agent: anybody may have"),
        Left::NoSubject => ("no_subject", "nobody acts: the clause has no subject and borrows none"),
        Left::Thing => (
            "subject_is_no_party",
            "the subject is what was done, and nobody who acts: \"the trip underlined\"",
        ),
        Left::According => (
            "according_to",
            "\"according to\" is read together with the clause beside it, which is the record",
        ),
        Left::NoReport => (
            "no_reporting_rule",
            "it reports the clause beside it, but no rule says which act that is",
        ),
        Left::NoWords => ("no_words", "the cue has no words of its own"),
        Left::HostOfInfinitive => (
            "overlap_1_infinitive",
            "overlap policy, line 1: the infinitive behind it is the act",
        ),
        Left::QuotedActSaysMore => (
            "overlap_1_quoted_act",
            "overlap policy, line 1: an act inside the quotation says more than \"according to\"",
        ),
        Left::OutOfScope => (
            "overlap_2_out_of_scope",
            "overlap policy, line 2: the speaker is out of scope (analyst, company, court, medium, private person)",
        ),
        Left::UnknownSpeaker => (
            "overlap_2_unknown_speaker",
            "overlap policy, line 2: nothing tells for which state or body the speaker acts",
        ),
        Left::InsideCue => (
            "overlap_3_inside_cue",
            "overlap policy, line 3: it lies inside the cue of another record",
        ),
    }
}

/// A way of resolving, for programs and for people.
pub(super) fn way(way: Way) -> (&'static str, &'static str) {
    match way {
        Way::Nobody => ("nobody", "nothing tells who it is"),
        Way::OutOfScope => ("out_of_scope", "its noun says that it acts for no state or body"),
        Way::Team => ("team", "a report on games: a state or a city there is its team"),
        Way::Names => ("names", "named in these words"),
        Way::Parts => ("parts", "named in part here, in part before"),
        Way::Quoted => ("quoted", "the speaker of the quotation"),
        Way::Parties => ("parties", "the document's own parties"),
        Way::LastPerson => ("last_person", "the person who acted last"),
        Way::LastGroup => ("last_group", "the group that acted last"),
        Way::LastThing => ("last_thing", "the state or body that acted last"),
        Way::LastSubject => ("last_subject", "whoever acted last"),
        Way::LastNamed => ("last_named", "the last name before it in the paragraph"),
        Way::SameNoun => ("same_noun", "who was called so before"),
        Way::SameOffice => ("same_office", "who was introduced with this office"),
        Way::Together => ("together", "those who were last told to act or stand together"),
        Way::PairInSentence => ("pair_in_sentence", "the pair that the rest of the sentence names"),
        Way::PlaceBefore => ("place_before", "the place with which the sentence opens"),
        Way::Issuer => ("issuer", "who gave out the document"),
        Way::LastOfKind => ("last_of_kind", "the last named of this kind"),
        Way::Custom => ("custom", "by custom, or by the document's own definition"),
        Way::OtherSide => ("other_side", "the other of the two parties"),
        Way::Home => ("home", "the state from which the text reports"),
        Way::LastState => ("last_state", "the state spoken of last"),
    }
}

/// A scope, in one word.
pub(super) fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::In => "in",
        Scope::Optional => "optional",
        Scope::Out => "out",
        Scope::Unknown => "unknown",
    }
}
