//! Drafts: a match on its way to a record.
//!
//! Owns: what is known of a statement before its phrases are resolved to parties.
//! Leaves to: [`super::record`] the finished record.

use crate::resolve::Resolved;
use crate::rules::frame::Kind;
use crate::statement::{Mode, Status};
use std::ops::Range;

/// A phrase and who it is.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Its tokens; nothing where no words name it here.
    pub tokens: Option<Range<usize>>,
    /// Who it is.
    pub who: Resolved,
}

/// A statement without its derived fields. Ranges are tokens of the document.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Index of the rule.
    pub rule: usize,
    /// The cue's words.
    pub cue: Range<usize>,
    /// The content, in pieces where an attribution interrupts a quotation.
    pub content: Vec<Range<usize>>,
    /// What kind of slot took the content.
    pub kind: Option<Kind>,
    /// Who acts.
    pub speaker: Option<Phrase>,
    /// At whom.
    pub addressee: Option<Phrase>,
    /// Who reported it.
    pub source: Option<Phrase>,
    /// Whether it was done.
    pub status: Status,
    /// The text says that it did not happen.
    pub negated: bool,
    /// Whose words tell it.
    pub mode: Mode,
    /// Whoever acts here by what the text told before, where the speaker's own words tell nobody.
    pub guess: Option<Resolved>,
    /// Another draft says the same better.
    pub superseded: Option<Superseded>,
}

/// Which other draft says the same better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Superseded {
    /// The infinitive behind "plans to".
    ByInfinitive,
    /// An act inside the quotation of "according to".
    ByQuoted,
}
