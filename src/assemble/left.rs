//! Why a cue gives no record: every way out of the walk and of the overlap policy has its name here.
//!
//! Owns: the list; it is whole, so that nothing is left out for a reason that `explain` could not tell.
//! Leaves to: [`crate::explain`] the words for people.

/// Why a verb or a draft is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Left {
    /// No frame of any rule fits.
    NoFrame,
    /// In a relative clause: told in passing.
    Relative,
    /// A participle inside a noun phrase: history.
    Reduced,
    /// A past participle beside a clause.
    Participle,
    /// An -ing form after a preposition, or as an object.
    Gerund,
    /// An infinitive that is the content or the purpose of another verb.
    Infinitive,
    /// Joined to a verb that is itself only content.
    Joined,
    /// What somebody denies, rejects or asks for: the content of an act that reports nothing.
    Content,
    /// In a clause of result, place or comparison: "so", "where", "than".
    Condition,
    /// Only possible, and an act that any text is full of: "one can say", "we must hope".
    Modal,
    /// A participle of intention tells no act.
    Intending,
    /// "will" of somebody else, or in a clause that somebody reports: no promise.
    NoPromise,
    /// A passive of saying or thinking without an agent: anybody may have.
    Anybody,
    /// The clause has no subject, and nothing lends it one.
    NoSubject,
    /// What was done acts, and nobody: "the trip underlined".
    Thing,
    /// "according to" is read with the clause beside it.
    According,
    /// It reports a clause, but no rule says which act that is.
    NoReport,
    /// The cue has no words of its own.
    NoWords,
    /// Overlap policy 1: the infinitive behind it is the act.
    HostOfInfinitive,
    /// Overlap policy 1: an act inside the quotation says more than "according to".
    QuotedActSaysMore,
    /// Overlap policy 2: the speaker is out of scope.
    OutOfScope,
    /// Overlap policy 2: nobody knows for whom the speaker acts.
    UnknownSpeaker,
    /// Overlap policy 3: its cue lies inside the cue of another record.
    InsideCue,
}

impl Left {
    /// All reasons.
    pub const ALL: &'static [Left] = &[
        Left::NoFrame,
        Left::Relative,
        Left::Reduced,
        Left::Participle,
        Left::Gerund,
        Left::Infinitive,
        Left::Joined,
        Left::Content,
        Left::Condition,
        Left::Modal,
        Left::Intending,
        Left::NoPromise,
        Left::Anybody,
        Left::NoSubject,
        Left::Thing,
        Left::According,
        Left::NoReport,
        Left::NoWords,
        Left::HostOfInfinitive,
        Left::QuotedActSaysMore,
        Left::OutOfScope,
        Left::UnknownSpeaker,
        Left::InsideCue,
    ];
}
