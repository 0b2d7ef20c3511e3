//! The head of a noun phrase: which noun says whether the party may speak.
//!
//! Owns: the office at the head, and the scope that follows from it or from the first name.
//! Leaves to: [`super`] whom the names stand for.

use super::words::{governs, is_kin};
use crate::names::{MentionKind, Names, OfficeHit, OfficeScope};
use crate::resolve::Scope;
use crate::text::Text;
use crate::text::token::Kind;
use std::ops::Range;

/// Whether the party may speak, by its head noun: the last office before the first preposition or comma.
pub(super) fn scope(text: &Text, names: &Names, np: Range<usize>) -> Scope {
    let end = head_end(text, names, &np);
    // "the premier's sister" speaks for nobody
    let last = end.max(np.start + 1) - 1;
    // "his brother, Defence Minister Lind": an office of one's own
    let placed = || {
        let mut behind = names.offices_within(last + 2..np.end.max(last + 2)).iter();
        text.kind(last + 1) == Kind::Comma && behind.any(|o| o.scope == OfficeScope::In)
    };
    if last < np.end && is_kin(text.word(last)) && !placed() {
        return Scope::Out;
    }
    if let Some(office) = office_before(text, names, &np, end) {
        // "the U.N. experts", "an OSCE observer": those whom a body sends
        let sent = matches!(text.word(office.tokens.start), "expert" | "experts" | "observer" | "observers");
        let body = |b: usize| {
            names
                .at(b)
                .is_some_and(|m| m.kind == MentionKind::Organisation && !m.codes.is_empty())
        };
        if sent && office.tokens.start > np.start && body(office.tokens.start - 1) {
            return Scope::In;
        }
        return match office.scope {
            OfficeScope::In => Scope::In,
            OfficeScope::Optional => Scope::Optional,
            OfficeScope::Out => Scope::Out,
        };
    }
    // "China's Global Times", "Peru's Zilco": the medium or the company at the end is the head
    if names
        .within(np.start..end)
        .last()
        .is_some_and(|m| matches!(m.kind, MentionKind::Media | MentionKind::Company) && m.tokens.end == end)
    {
        return Scope::Out;
    }
    let mut mentions = names.within(np.start..end).iter().chain(names.within(np.clone()));
    match mentions.next() {
        Some(m) if matches!(m.kind, MentionKind::Media | MentionKind::Company) => Scope::Out,
        Some(m) if m.kind == MentionKind::Blocked => Scope::Unknown,
        Some(m) if m.kind == MentionKind::Person => m
            .person
            .and_then(|p| names.people.get(p))
            .map_or(Scope::Unknown, |p| match p.scope {
                OfficeScope::Out => Scope::Out,
                OfficeScope::Optional => Scope::Optional,
                OfficeScope::In if p.codes.is_empty() => Scope::Unknown,
                OfficeScope::In => Scope::In,
            }),
        Some(_) => Scope::In,
        None => Scope::Unknown,
    }
}

/// The office that is the head of the phrase; for "X, an analyst at Y" the one in the apposition.
pub(in crate::resolve) fn head_office<'n>(text: &Text, names: &'n Names, np: Range<usize>) -> Option<&'n OfficeHit> {
    office_before(text, names, &np, head_end(text, names, &np))
}

/// The same where the head of the phrase is known to end at `end`.
fn office_before<'n>(text: &Text, names: &'n Names, np: &Range<usize>, end: usize) -> Option<&'n OfficeHit> {
    let hits = names.offices_within(np.start..end);
    if let Some(last) = hits.last() {
        // "a minister's lawyer": what an office owns is not the office
        return Some(last);
    }
    let person_first = names.at(np.start).is_some_and(|m| m.kind == MentionKind::Person)
        || text.tokens.get(np.start).is_some_and(|t| t.capital) && text.kind(end) == Kind::Comma;
    let apposition = end + 1
        ..(end + 1..np.end)
            .find(|i| names.at(*i).is_none() && (governs(text.word(*i)) || text.word(*i) == ","))
            .unwrap_or(np.end);
    if person_first && text.kind(end) == Kind::Comma && apposition.start < apposition.end {
        names.offices_within(apposition).last()
    } else {
        None
    }
}

fn head_end(text: &Text, names: &Names, np: &Range<usize>) -> usize {
    // "minister of defence" is one office, its "of" ends nothing
    let offices = names.offices_within(np.clone());
    let inside = |i: usize| offices.iter().any(|o| o.tokens.contains(&i));
    (np.start + 1..np.end)
        .find(|i| names.at(*i).is_none() && !inside(*i) && (governs(text.word(*i)) || matches!(text.word(*i), "of" | "from" | "by" | ",")))
        .unwrap_or(np.end)
}

/// Whether a new party begins at token `at`: an office or a person stands before the next comma.
pub(super) fn new_head(text: &Text, names: &Names, at: usize, end: usize) -> bool {
    let stop = (at..end)
        .find(|i| names.at(*i).is_none() && matches!(text.word(*i), "," | "and" | "&" | "of" | "to" | "for" | "in"))
        .unwrap_or(end);
    let first = at + usize::from(text.word(at) == "the");
    // "the last movement in Peru, the Blue Front": the name of what was told
    let body = names
        .at(first)
        .is_some_and(|m| m.kind == MentionKind::Organisation && m.tokens.start == first && first > at);
    body || names.within(at..stop).iter().any(|m| m.kind == MentionKind::Person)
        || names.offices_within(at..stop).iter().any(|o| o.class.is_person())
}
