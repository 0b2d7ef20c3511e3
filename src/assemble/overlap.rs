//! The one overlap policy: which drafts become records.
//!
//! 1. A draft that another supersedes goes (the host of an infinitive that is the act).
//! 2. A draft without a speaker who is known, or whose speaker is out of scope, goes where only politics is asked for.
//! 3. Of two drafts whose cues share a token, the one whose cue begins earlier stays where the other lies inside its cue; else
//!    both stay: "expressed support" in one and "supported" in the other never share a token.

use super::draft::{Draft, Phrase};
use crate::resolve::Scope;
use std::ops::Range;

/// Applies the policy; keeps the order of the text.
pub fn settle(mut drafts: Vec<Draft>, all_speakers: bool) -> Vec<Draft> {
    drafts.retain(|d| !d.superseded && (all_speakers || d.speaker.as_ref().is_some_and(speaks)));
    drafts.sort_by_key(|d| (d.cue.start, std::cmp::Reverse(d.cue.end)));
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        if !kept.last().is_some_and(|before| inside(&draft.cue, &before.cue)) {
            kept.push(draft);
        }
    }
    kept
}

fn inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Whether a phrase may speak in a political statement: an actor of the guide, or one whom it leaves open.
fn speaks(phrase: &Phrase) -> bool {
    match phrase.who.scope {
        Scope::In => true,
        Scope::Optional => !phrase.who.entities.is_empty(),
        Scope::Unknown => !phrase.who.entities.is_empty(),
        Scope::Out => false,
    }
}
