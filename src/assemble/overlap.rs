//! The one overlap policy: which drafts become records.
//!
//! 1. A draft that another supersedes goes (the host of an infinitive that is the act).
//! 2. A draft without a speaker who is known, or whose speaker is out of scope, goes where only politics is asked for; of those whom
//!    nothing places, `among.rs` has taken in before who acts among known parties.
//! 3. Of two drafts whose cues share a token, the one whose cue begins earlier stays where the other lies inside its cue; else
//!    both stay: "expressed support" in one and "supported" in the other never share a token.

use super::draft::{Draft, Phrase, Superseded};
use super::left::Left;
use crate::resolve::Scope;
use std::ops::Range;

/// What became of a draft: it stays, or it goes, for this reason and in favour of that other draft.
pub type Verdict = Result<(), (Left, Option<usize>)>;

/// Applies the policy: the numbers of the drafts that stay, in the order of the text, and what became of each draft; of one that
/// goes by the third line also the draft that stays in its place.
pub fn settle(drafts: &[Draft], all_speakers: bool) -> (Vec<usize>, Vec<Verdict>) {
    let mut verdicts: Vec<_> = drafts.iter().map(|d| alone(d, all_speakers).map_err(|left| (left, None))).collect();
    let mut order: Vec<usize> = (0..drafts.len()).filter(|d| verdicts[*d].is_ok()).collect();
    order.sort_by_key(|d| (drafts[*d].cue.start, std::cmp::Reverse(drafts[*d].cue.end)));
    let mut kept: Vec<usize> = Vec::with_capacity(order.len());
    for draft in order {
        match kept.last() {
            Some(before) if inside(&drafts[draft].cue, &drafts[*before].cue) => verdicts[draft] = Err((Left::InsideCue, Some(*before))),
            _ => kept.push(draft),
        }
    }
    (kept, verdicts)
}

/// The lines of the policy that look at one draft only.
fn alone(draft: &Draft, all_speakers: bool) -> Result<(), Left> {
    match draft.superseded {
        Some(Superseded::ByInfinitive) => return Err(Left::HostOfInfinitive),
        Some(Superseded::ByQuoted) => return Err(Left::QuotedActSaysMore),
        None => {}
    }
    match &draft.speaker {
        _ if all_speakers => Ok(()),
        Some(phrase) if phrase.who.scope == Scope::Out => Err(Left::OutOfScope),
        Some(phrase) if speaks(phrase) => Ok(()),
        _ => Err(Left::UnknownSpeaker),
    }
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
