//! Those who act together: "both sides", "the three ministers".
//!
//! Owns: which of the sets told so far a group means.
//! Leaves to: [`crate::resolve::meetings`] sets that names alone tell.

use super::Discourse;
use crate::names::CodeId;
use crate::resolve::meetings::{Bond, Set};
use crate::resolve::trail::{Trail, Way};
use crate::statement::Genre;
use crate::text::token::Kind;
use std::ops::Range;

/// Sets that are looked back over: who stood together hundreds of meetings ago is not meant, and the work stays linear.
const SETS_BACK: usize = 200;

/// Tokens behind a passive in which the meeting stands where it was done: "was discussed in Lima at talks between Peru and Chile".
const MEETING_BEHIND: usize = 14;

/// The sets before token `at`, the latest first.
fn latest_first(sets: &[Set], at: usize) -> impl Iterator<Item = &Set> {
    sets[..sets.partition_point(|s| s.at <= at)].iter().rev().take(SETS_BACK)
}

impl Discourse<'_> {
    /// The latest set before token `at`, of `size` if given; sets that act together before sets only named together.
    pub(super) fn set(&self, at: usize, size: Option<usize>) -> Option<(Vec<CodeId>, Trail)> {
        let fits = |s: &&Set| size.is_none_or(|n| s.codes.len() == n);
        let latest = |bond: Bond| {
            let fitting = |s: &&Set| s.bond == bond && fits(s);
            let plain = latest_first(&self.told, at).find(|s| fitting(s) && !s.modifies);
            let told = latest_first(&self.told, at).find(fitting);
            let seen = latest_first(&self.seen, at).find(fitting);
            // "a Peru-Chile summit" some sentences ago is what others spoke of
            let far = |s: &Set| s.modifies && self.text.sentence_of(at.saturating_sub(1)) > self.text.sentence_of(s.at) + 1;
            let told = told.filter(|s| !far(s)).or(plain).or(told.filter(|_| seen.is_none()));
            let others = seen.is_some_and(far) && plain.is_some();
            let seen = seen.filter(|_| !others);
            match (told, seen) {
                // a later pair that shares nobody with those who acted is whom they talked about
                (Some(a), Some(b)) if a.at > b.at && a.codes.iter().any(|c| b.codes.contains(c)) => Some(a),
                (Some(_), Some(b)) => Some(b),
                (a, b) => a.or(b),
            }
        };
        if self.genre != Genre::News && self.parties.len() > 1 && size.is_none_or(|n| n == self.parties.len()) {
            return Some((self.parties.clone(), Way::Parties.into()));
        }
        let set = Bond::ALL.into_iter().find_map(latest)?;
        Some((set.codes.clone(), Trail::told(Way::Together, Some(set.from..set.at))))
    }

    /// "was discussed at a meeting between Peru and Chile": those between whom it was, behind the passive at token `at`.
    pub(super) fn set_behind(&self, at: usize) -> Option<(Vec<CodeId>, Trail)> {
        let sentence = self.text.sentences.get(self.text.sentence_of(at))?;
        let end = sentence.tokens.end.min(at + MEETING_BEHIND);
        let between = (at + 2..end).find(|i| self.text.word(*i) == "between" && is_meeting(self.text.word(*i - 1)))?;
        let from = self.told.partition_point(|s| s.at <= between);
        let set = self.told[from..].iter().take(SETS_BACK).find(|s| s.from > between)?;
        let near = set.from <= between + 4 && set.at <= sentence.tokens.end;
        near.then(|| (set.codes.clone(), Trail::told(Way::Together, Some(set.from..set.at))))
    }

    /// Whether others than `codes` acted together between two tokens.
    pub(super) fn acted_since(&self, from: usize, to: usize, codes: &[CodeId]) -> bool {
        let others = |sets| {
            let since = latest_first(sets, to).take_while(|s| s.at >= from);
            since
                .filter(|s| s.from >= from && s.bond == Bond::Acts && !s.modifies)
                .any(|s| s.codes != codes)
        };
        others(&self.told) || others(&self.seen)
    }

    /// The latest set before token `at` that holds nobody of `but`; those who act together before those who are named together.
    pub(super) fn set_without(&self, at: usize, size: Option<usize>, but: &[CodeId]) -> Option<(Vec<CodeId>, Trail)> {
        let fits = |s: &&Set| size.is_none_or(|n| s.codes.len() == n) && !s.codes.iter().any(|c| but.contains(c));
        self.latest(at, fits)
    }

    /// The latest set before token `at` that holds all of `codes` and somebody else.
    pub(super) fn set_with(&self, at: usize, codes: &[CodeId]) -> Option<(Vec<CodeId>, Trail)> {
        let all = |s: &&Set| s.codes.len() > codes.len() && codes.iter().all(|c| s.codes.contains(c));
        self.latest(at, all).filter(|_| !codes.is_empty())
    }

    /// The set that "both governments" means: the latest of states alone.
    pub(super) fn set_of_states(&self, at: usize, size: Option<usize>) -> Option<(Vec<CodeId>, Trail)> {
        let states = |codes: &[CodeId]| codes.iter().all(|c| self.names.gazetteer.is_state(*c));
        let set = self.set(at, size)?;
        if states(&set.0) {
            return Some(set);
        }
        let other = self.latest(at, |s| size.is_none_or(|n| s.codes.len() == n) && states(&s.codes));
        Some(other.unwrap_or(set))
    }

    /// The latest set before token `at` that fits; those who act together before others.
    fn latest(&self, at: usize, fits: impl Fn(&&Set) -> bool) -> Option<(Vec<CodeId>, Trail)> {
        let of = |bond: Bond| {
            let last = |sets| latest_first(sets, at).find(|s| s.bond == bond && fits(s));
            [last(&self.told), last(&self.seen)].into_iter().flatten().max_by_key(|s| s.at)
        };
        let set = Bond::ALL.into_iter().find_map(of)?;
        Some((set.codes.clone(), Trail::told(Way::Together, Some(set.from..set.at))))
    }

    /// Parties that the rest of the sentence names as a pair: "both sides praised the Peru-Chile alliance".
    pub(super) fn pair_in_sentence(&self, np: Range<usize>, size: Option<usize>) -> Option<(Vec<CodeId>, Trail)> {
        let sentence = self.text.sentences.get(self.text.sentence_of(np.start))?;
        let from = self.told.partition_point(|s| s.at <= np.end);
        let later = self.told[from..].iter().take_while(|s| s.at < sentence.tokens.end);
        later
            .filter(|s| {
                size == Some(s.codes.len())
                    && self
                        .names
                        .at(s.at - 1)
                        .is_some_and(|m| self.text.kind(m.tokens.start.wrapping_sub(1)) == Kind::Hyphen)
            })
            .find(|s| {
                matches!(
                    self.text.word(s.at),
                    "alliance" | "relations" | "relationship" | "ties" | "partnership" | "friendship" | "treaty" | "cooperation"
                )
            })
            .map(|s| (s.codes.clone(), Trail::told(Way::PairInSentence, Some(s.from..s.at))))
    }
}

/// A noun of an occasion on which parties talk.
fn is_meeting(noun: &str) -> bool {
    matches!(
        noun,
        "meeting"
            | "meetings"
            | "talks"
            | "summit"
            | "call"
            | "conversation"
            | "consultations"
            | "negotiations"
            | "discussions"
            | "session"
    )
}
