//! Who meets whom: sets of parties that names alone tell, before any clause is read.
//!
//! Owns: names coordinated with each other ("A, B and C", "A-B"), and the two sides of "met with", "talks between".
//! Leaves to: [`super::discourse`] sets that need a resolved phrase.

use super::phrase;
use crate::names::{CodeId, Mention, MentionKind, Names};
use crate::text::Text;
use crate::text::token::Kind;

/// What binds the parties of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// They act together.
    Acts,
    /// They are named together.
    Named,
    /// They are named as some of others: "groups including A and B".
    Examples,
}

impl Bond {
    /// All, the closest first.
    pub(super) const ALL: [Self; 3] = [Self::Acts, Self::Named, Self::Examples];
}

/// A set of two or more parties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Set {
    /// Token from which it is told.
    pub(super) from: usize,
    /// Token up to which it is told.
    pub(super) at: usize,
    /// Sorted, without doubles, at least two.
    pub(super) codes: Vec<CodeId>,
    /// What the words say of them together.
    pub(super) bond: Bond,
    /// The parties only say what kind of thing something is: "a Peru-Chile summit".
    pub(super) modifies: bool,
}

/// All sets of a document by place.
pub(super) fn sets(text: &Text, names: &Names) -> Vec<Set> {
    let mut sets = Vec::new();
    for sentence in &text.sentences {
        let within = names.within(sentence.tokens.clone());
        compounds(text, names, within, sentence.tokens.end, &mut sets);
        if let Some(set) = meeting(text, names, sentence.tokens.clone()) {
            sets.push(set);
        }
    }
    sets.sort_by_key(|s| s.at);
    sets
}

fn speaks(m: &Mention) -> bool {
    !m.codes.is_empty() && !matches!(m.kind, MentionKind::Media | MentionKind::Blocked)
}

/// Words that may stand between the names of a list: "the foreign ministers of A, B and C", "A's Ann and B's Bo".
fn joins(text: &Text, names: &Names, i: usize) -> bool {
    matches!(
        text.kind(i),
        Kind::Comma | Kind::Hyphen | Kind::Quote | Kind::Clitic | Kind::Open | Kind::Close
    ) || matches!(
        text.word(i),
        "and"
            | "&"
            | "the"
            | "of"
            | "/"
            | "as"
            | "well"
            | "his"
            | "her"
            | "counterpart"
            | "government"
            | "governments"
            | "its"
            | "both"
            | "republic"
            | "kingdom"
            | "–"
            | "—"
    ) || !names.offices_within(i..i + 1).is_empty()
        || text.tokens.get(i).is_some_and(|t| t.capital)
        || names
            .offices
            .binary_search_by(|o| {
                if o.tokens.end <= i {
                    std::cmp::Ordering::Less
                } else if o.tokens.start > i {
                    std::cmp::Ordering::Greater
                } else {
                    std::cmp::Ordering::Equal
                }
            })
            .is_ok()
}

fn compounds(text: &Text, names: &Names, mentions: &[Mention], end: usize, sets: &mut Vec<Set>) {
    let mut k = 0;
    while k < mentions.len() {
        let mut codes = mentions[k].codes.clone();
        let mut last = k;
        while speaks(&mentions[last]) && last + 1 < mentions.len() && speaks(&mentions[last + 1]) {
            let gap = mentions[last].tokens.end..mentions[last + 1].tokens.start;
            let coordinated = gap
                .clone()
                .any(|i| matches!(text.word(i), "and" | "," | "&" | "/" | "-" | "–" | "—"))
                || gap.is_empty();
            let owned = gap.clone().all(|i| !matches!(text.word(i), "and" | "," | "&" | "-" | "/"));
            // "BRUSSELS — President Lind": a dash between spaces joins nobody
            let dashed = gap
                .clone()
                .any(|i| matches!(text.word(i), "–" | "—" | "--") && text.tokens[i].spaced);
            if dashed || gap.len() > 12 || !(coordinated || owned) || !gap.clone().all(|i| joins(text, names, i)) {
                break;
            }
            last += 1;
            codes.extend(&mentions[last].codes);
        }
        codes.sort();
        codes.dedup();
        let start = mentions[k].tokens.start;
        if codes.len() > 1 {
            let to = mentions[last].tokens.end;
            let near = (start.saturating_sub(5)..start).any(|i| is_human(text.word(i)))
                || (to..(to + 5).min(end)).any(|i| is_meeting(text.word(i)) || is_human(text.word(i)));
            let people = mentions[k..=last].iter().any(|m| m.kind == MentionKind::Person);
            sets.push(Set {
                from: start,
                at: to,
                codes,
                bond: match near || people {
                    _ if is_example(text, start) => Bond::Examples,
                    true => Bond::Acts,
                    false => Bond::Named,
                },
                modifies: is_compound(text, names, &mentions[k..=last]),
            });
        }
        k = last + 1;
    }
}

/// "groups including A and B": some of those meant, which does not tell who acts.
fn is_example(text: &Text, start: usize) -> bool {
    let before = start.checked_sub(1).filter(|b| text.word(*b) == "the").unwrap_or(start);
    before.checked_sub(1).is_some_and(|b| text.word(b) == "including")
}

/// Whether the names are one word with hyphens before a noun: "the Peru-Chile border".
pub(super) fn is_compound(text: &Text, names: &Names, mentions: &[Mention]) -> bool {
    let tight = |pair: &[Mention]| {
        let gap = pair[0].tokens.end..pair[1].tokens.start;
        gap.len() == 1 && matches!(text.word(gap.start), "-" | "–" | "—" | "/")
    };
    let noun = mentions.last().is_some_and(|m| {
        let after = m.tokens.end;
        text.kind(after) == Kind::Word && !names.is_name(after) && text.tokens.get(after).is_some_and(|t| !t.capital)
    });
    noun && mentions.windows(2).all(tight)
}

fn is_human(word: &str) -> bool {
    matches!(
        word,
        "leaders"
            | "ministers"
            | "presidents"
            | "advisors"
            | "advisers"
            | "officials"
            | "envoys"
            | "representatives"
            | "chiefs"
            | "diplomats"
            | "negotiators"
            | "directors"
            | "heads"
            | "governments"
    )
}

/// Words of meeting and talking.
fn is_meeting(word: &str) -> bool {
    matches!(
        word,
        "met"
            | "meet"
            | "meeting"
            | "meetings"
            | "talks"
            | "call"
            | "spoke"
            | "summit"
            | "consultations"
            | "discussions"
            | "dialogue"
            | "held"
            | "agreed"
            | "signed"
            | "have"
            | "decided"
            | "said"
    )
}

/// Tokens of the longest name.
const NAME: usize = 16;

/// `party ... met|talks|call ... with party`: both together.
fn meeting(text: &Text, names: &Names, sentence: std::ops::Range<usize>) -> Option<Set> {
    // two names at least, one on either side; one that began before the sentence may reach into it
    let named = names.within(sentence.start.saturating_sub(NAME)..sentence.end);
    if named.iter().filter(|m| !m.codes.is_empty()).count() < 2 {
        return None;
    }
    // "A met B", "A received B"
    let direct = (sentence.start + 1..sentence.end).find(|i| {
        matches!(text.word(*i), "met" | "meets" | "received" | "hosted" | "telephoned" | "phoned")
            && names.within(i + 1..(i + 7).min(sentence.end)).iter().any(|m| {
                speaks(m) && (m.kind == MentionKind::Person || text.word(m.tokens.end) == "counterpart" || is_office(names, i + 1))
            })
            && !matches!(text.word(i + 1), "with" | "by")
    });
    let joined = (sentence.start + 1..sentence.end).find(|i| {
        matches!(text.word(*i), "with" | "by" | "to" | "between" | "hosted")
            && (i.saturating_sub(4).max(sentence.start)..*i).any(|k| is_talk(text.word(k), text.word(*i)))
    });
    let with = joined.or(direct)?;
    let right_end = (with + 1..sentence.end)
        .find(|i| {
            names.at(*i).is_none()
                && (matches!(text.kind(*i), Kind::Stop | Kind::Semicolon | Kind::Dash)
                    || is_next_clause(text, *i)
                    || matches!(
                        text.word(*i),
                        "on" | "in" | "at" | "to" | "where" | "who" | "that" | "during" | "after" | "before" | "about"
                    ))
        })
        .unwrap_or(sentence.end);
    let verb = match joined {
        Some(_) => (sentence.start..with).rev().find(|k| is_talk(text.word(*k), text.word(with)))?,
        None => with,
    };
    let left = phrase::named(
        text,
        names,
        phrase::trim(text, clause_start(text, names, sentence.start, verb)..verb),
    );
    let right = phrase::named(text, names, phrase::trim(text, with + 1..right_end));
    let mut codes = left.codes;
    if right.codes.is_empty() || codes.is_empty() {
        return None;
    }
    codes.extend(right.codes);
    codes.sort();
    codes.dedup();
    (codes.len() > 1).then_some(Set {
        from: sentence.start,
        at: right_end,
        codes,
        bond: Bond::Acts,
        modifies: false,
    })
}

/// Whether a comma at `i` ends the clause: "met Ruiz, and the two sides agreed".
fn is_next_clause(text: &Text, i: usize) -> bool {
    let group = matches!(text.word(i + 2), "both" | "they" | "he" | "she" | "each")
        || text.word(i + 2) == "the" && matches!(text.word(i + 3), "two" | "pair" | "sides" | "leaders");
    text.kind(i) == Kind::Comma && matches!(text.word(i + 1), "and" | "but" | "where") && group
}

fn is_talk(word: &str, preposition: &str) -> bool {
    match preposition {
        "with" => matches!(
            word,
            "met"
                | "meet"
                | "meets"
                | "meeting"
                | "meetings"
                | "talks"
                | "talk"
                | "call"
                | "spoke"
                | "spoken"
                | "speak"
                | "summit"
                | "consultations"
                | "conversation"
                | "discussions"
                | "dialogue"
                | "telephone"
                | "talked"
                | "conferred"
                | "negotiations"
        ),
        "to" => matches!(word, "spoke" | "spoken" | "talked"),
        _ => false,
    }
}

/// Whether somebody with an office stands right behind token `at`: "met the foreign minister of Chile".
fn is_office(names: &Names, at: usize) -> bool {
    names.offices_within(at..at + 5).iter().any(|o| o.class.is_person())
}

/// The subject before a verb: from the last comma-free stretch that holds a name.
fn clause_start(text: &Text, names: &Names, sentence: usize, verb: usize) -> usize {
    // "LIMA (Agency) - Ruiz met": the place of the report meets nobody
    let sentence = text.report_start(sentence);
    let first = names
        .within(sentence..verb)
        .iter()
        .find(|m| speaks(m))
        .map_or(sentence, |m| m.tokens.start);
    // "On Friday in Lima, Ann Ruiz met": what stands before a comma after a preposition is no subject
    let opening = matches!(
        text.word(sentence),
        "on" | "in" | "at" | "during" | "after" | "before" | "following" | "today" | "yesterday" | "while" | "as"
    );
    let comma = (sentence..verb).find(|i| text.kind(*i) == Kind::Comma && names.within(*i..verb).iter().any(speaks));
    match comma {
        Some(comma) if opening => comma + 1,
        _ => first.min(verb),
    }
}
