//! Whose text a document is: who "we", "the Council", "the two sides" are before any sentence is read.
//!
//! Owns: chapeau ("We, the ministers of ..."), release line ("issued by the governments of ..."), opening sentences, and which of these counts.
//! Leaves to: [`super::heading`] titles and first lines; [`super::discourse`] everything that the running text tells.

use super::Facts;
use super::acting::{self, GIVERS};
use super::heading::{given_out_by, label, letterhead, slug, stated_by, titled};
use super::meetings::{Bond, Set};
use super::row::{list, speaks};
use crate::names::{CodeId, MentionKind, Names};
use crate::statement::{EntityKind, Genre};
use crate::text::Text;
use crate::text::token::Kind;
use std::collections::BTreeMap;
use std::ops::Range;

/// The parties whose text it is; empty for news.
pub(super) fn parties(text: &Text, names: &Names, facts: &Facts, sets: &[Set]) -> Vec<CodeId> {
    match facts.genre {
        Genre::News => Vec::new(),
        Genre::Resolution | Genre::BodyStatement => body(text, names, facts.genre).into_iter().collect(),
        Genre::Readout => participants(text, names)
            .or_else(|| {
                let by = stated_by(text, names);
                let early = |s: &&Set| s.bond == Bond::Acts && text.sentence_of(s.from) < 5;
                let acts = |by: &Vec<CodeId>| sets.iter().filter(early).any(|s| s.codes.contains(&by[0]));
                let both = opening(text, sets).filter(|_| by.as_ref().is_none_or(acts));
                both.or_else(|| pair(text, names)).or(by)
            })
            .or_else(|| letterhead(text, names))
            .unwrap_or_else(|| names.home.into_iter().collect()),
        Genre::Joint => told_members(
            text,
            names,
            without_factions(
                chapeau(text, names)
                    .or_else(|| stated_by(text, names))
                    .or_else(|| released_by(text, names))
                    .or_else(|| facts.title.and_then(|t| label(t, names)))
                    .or_else(|| convened(text, names))
                    .or_else(|| {
                        acting::headings(text).find_map(|(range, line)| given_out_by(text, names, range).or_else(|| label(line, names)))
                    })
                    .or_else(|| letterhead(text, names))
                    .or_else(|| titled(text, names))
                    .or_else(|| opener(text, names))
                    .or_else(|| opening(text, sets))
                    .or_else(|| label(&slug(facts.id), names))
                    .or_else(|| first_body(text, names))
                    // a home that only the names of the text suggest gave out no joint text
                    .unwrap_or_else(|| names.home.filter(|_| names.home_told).into_iter().collect()),
                names,
            ),
        ),
    }
}

/// Who speaks in a readout as "I": whom its heading or its letterhead names, else home.
pub(super) fn author(text: &Text, names: &Names, facts: &Facts) -> Option<CodeId> {
    let told = || stated_by(text, names).or_else(|| letterhead(text, names));
    let by = (facts.genre == Genre::Readout).then(told).flatten();
    by.and_then(|codes| codes.first().copied()).or(names.home)
}

/// Where the text tells the members of a body that speaks ("The Forum includes A, B and C"), these.
fn told_members(text: &Text, names: &Names, codes: Vec<CodeId>) -> Vec<CodeId> {
    let told = codes.iter().find_map(|body| {
        if names.gazetteer.is_state(*body) {
            return None;
        }
        names.mentions.iter().filter(|m| m.codes == [*body]).find_map(|m| {
            let sentence = text.sentences.get(text.sentence_of(m.tokens.start))?;
            // "A, B, C and D, members of the Eight, met"
            let before = m.tokens.start.saturating_sub(4).max(sentence.tokens.start)..m.tokens.start;
            if let Some(members) = before
                .clone()
                .find(|i| text.word(*i) == "members" && text.kind(i.saturating_sub(1)) == Kind::Comma)
                && let Some(codes) = list(text, names, sentence.tokens.start, members)
                && codes.len() > 2
                && codes.iter().all(|c| names.gazetteer.is_state(*c))
            {
                return Some(codes);
            }
            if let Some(codes) = told_behind(text, names, m.tokens.end, sentence.tokens.end).filter(|codes| !codes.contains(body)) {
                return Some(codes);
            }
            let verb = (m.tokens.end..m.tokens.end + 4)
                .find(|i| matches!(text.word(*i), "includes" | "include" | "comprises" | "comprise" | "included"))?;
            let end = text.sentences.get(text.sentence_of(verb))?.tokens.end;
            list(text, names, verb + 1, end).filter(|l| l.len() > 2)
        })
    });
    let bodies = !codes.iter().any(|c| names.gazetteer.is_state(*c));
    told.or_else(|| represented(text, names).filter(|_| bodies)).unwrap_or(codes)
}

/// "the Eight - A, B, C ... and H - condemn", "the Lakes countries (A, B and C)": those who are told one by one behind the name of a body that
/// ends before token `at`; in brackets bodies, too.
fn told_behind(text: &Text, names: &Names, at: usize, end: usize) -> Option<Vec<CodeId>> {
    let noun = matches!(text.word(at), "countries" | "members" | "nations" | "states");
    let mark = at + usize::from(noun && text.kind(at + 1) == Kind::Open);
    let bracket = text.kind(mark) == Kind::Open;
    if !bracket && !matches!(text.kind(mark), Kind::Dash | Kind::Hyphen | Kind::Colon) {
        return None;
    }
    let close = (mark + 1..end).find(|i| bracket && text.kind(*i) == Kind::Close).unwrap_or(end);
    let codes = list(text, names, mark + 1, close)?;
    (codes.len() > 2 && codes.iter().all(|c| bracket || names.gazetteer.is_state(*c))).then_some(codes)
}

/// "Bo Lind represented Norway, Ana Ruiz represented Peru", "The governments of A, B and C express": the states that sat at the table.
fn represented(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    let state = |i: usize| {
        let at = i + 1 + usize::from(text.word(i + 1) == "the");
        names
            .at(at)
            .filter(|m| m.codes.len() == 1 && names.gazetteer.is_state(m.codes[0]))
            .map(|m| m.codes[0])
    };
    let governments = |s: Range<usize>| {
        let opens = (text.word(s.start), text.word(s.start + 1), text.word(s.start + 2)) == ("the", "governments", "of");
        opens
            .then(|| list(text, names, s.start + 3, s.end))
            .flatten()
            .filter(|codes| codes.len() > 2)
    };
    text.sentences.iter().take(8).find_map(|s| {
        if let Some(codes) = governments(s.tokens.clone()) {
            return Some(codes);
        }
        let mut codes: Vec<CodeId> = s
            .tokens
            .clone()
            .filter(|i| text.word(*i) == "represented")
            .filter_map(state)
            .collect();
        codes.sort();
        codes.dedup();
        (codes.len() > 1).then_some(codes)
    })
}

/// A party whose leader signs for the state adds no side of its own.
fn without_factions(codes: Vec<CodeId>, names: &Names) -> Vec<CodeId> {
    let is_party = |c: &CodeId| names.entity(*c).is_some_and(|e| e.kind == EntityKind::Party);
    let states = codes.iter().filter(|c| names.gazetteer.is_state(**c)).count();
    codes.into_iter().filter(|c| states < 2 || !is_party(c)).collect()
}

/// The body at the head of a resolution: "The Security Council," on a line, else the first body named.
fn body(text: &Text, names: &Names, genre: Genre) -> Option<CodeId> {
    // "The members of the Council noted": whose members speak, whatever stands in the title
    let of_members = || {
        names.mentions.iter().find(|m| {
            let before = |back: usize| m.tokens.start.checked_sub(back).map_or("", |i| text.word(i));
            m.kind == MentionKind::Organisation && (before(3), before(2), before(1)) == ("members", "of", "the")
        })
    };
    if genre == Genre::BodyStatement
        && let Some(m) = of_members()
    {
        return m.codes.first().copied();
    }
    let lines = || text.paragraph_tokens.iter().take(60);
    let at_start = lines().find_map(|range| {
        let m = names
            .at(range.start)
            .or_else(|| names.at(range.start + 1))
            .filter(|m| m.kind == MentionKind::Organisation)?;
        (text.kind(m.tokens.end) == Kind::Comma).then(|| m.codes.first().copied())?
    });
    // "The General Conference," alone: whatever its clauses name below is another body
    let alone = |range: &&Range<usize>| {
        let comma = range.end.checked_sub(1).is_some_and(|last| text.kind(last) == Kind::Comma);
        comma && range.len() <= BODY_LINE && text.word(range.start) == "the"
    };
    let end = lines().find(alone).map_or(text.tokens.len(), |range| range.end);
    at_start.or_else(|| {
        names
            .within(0..end)
            .iter()
            .find(|m| m.kind == MentionKind::Organisation)
            .and_then(|m| m.codes.first().copied())
    })
}

/// `"We," parties` in one of the first sentences, or "As parties, we".
fn chapeau(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    text.sentences.iter().take(20).find_map(|s| {
        let own = || {
            let comma = s
                .tokens
                .clone()
                .find(|i| text.kind(*i) == Kind::Comma && text.word(i + 1) == "we")?;
            let named = |i: usize| names.is_name(i) || matches!(text.word(i), "the" | "and" | "of" | "members" | ",");
            let whole = text.word(s.tokens.start) == "as" && (s.tokens.start + 1..comma).all(named);
            whole.then(|| list(text, names, s.tokens.start + 1, comma))?
        };
        match acting::chapeau(text, s.tokens.clone()) {
            Some(we) => list(text, names, we + 2, s.tokens.end),
            None => own(),
        }
    })
}

/// "released by the governments of A and B", "Statement on X by the heads of government of A"
fn released_by(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    text.sentences.iter().take(12).enumerate().find_map(|(index, s)| {
        let released = |by: usize| matches!(text.word(by - 1), "released" | "issued" | "adopted" | "made");
        let titled = index < 2 && matches!(text.word(s.tokens.start), "statement" | "declaration" | "communique" | "communiqué");
        let by = (s.tokens.start + 1..s.tokens.end).find(|i| text.word(*i) == "by" && (titled || released(*i)))?;
        let codes = list(text, names, by + 1, s.tokens.end)?;
        (codes.len() > 1 || codes.first().is_some_and(|c| !names.gazetteer.is_state(*c))).then_some(codes)
    })
}

/// "The Foreign Ministers of A and B met", "The Contact Group met", "Heads of State of X, meeting in": those who came together in one of the first
/// sentences.
fn convened(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    let came = |word: &str| {
        matches!(
            word,
            "met"
                | "meet"
                | "meeting"
                | "held"
                | "gathered"
                | "convened"
                | "assembled"
                | "adopted"
                | "issued"
                | "released"
                | "agreed"
                | "conferred"
        )
    };
    // "on the margins of the Council meeting, adopted": a meeting, and nobody who meets
    let noun = |i: usize| text.word(i) == "meeting" && text.kind(i + 1) == Kind::Comma && text.tokens[i - 1].capital;
    let governed = |giver: usize, start: usize| {
        let small = |i: &usize| !text.tokens[*i].capital && text.word(*i) != "the";
        let before = (start..giver).rev().find(small);
        before.is_some_and(|i| matches!(text.word(i), "of" | "at"))
    };
    text.sentences.iter().take(6).find_map(|s| {
        let verb = s.tokens.clone().skip(2).find(|i| came(text.word(*i)) && !noun(*i))?;
        let givers = || (s.tokens.start..verb).rev().filter(|i| GIVERS.contains(&text.word(*i)));
        let giver = givers().find(|i| !governed(*i, s.tokens.start)).or_else(|| givers().next());
        let before = |at: usize| {
            at.checked_sub(1)
                .and_then(|i| names.at(i))
                .filter(|m| speaks(m))
                .map(|m| m.codes.clone())
        };
        let led = |giver: usize| {
            let title = (s.tokens.start..giver).rev().take(3).find(|i| names.is_name(*i));
            list(text, names, giver + 1, verb).or_else(|| before(title? + 1))
        };
        let codes = giver.and_then(led).or_else(|| before(verb))?;
        (codes.len() > 1 || codes.first().is_some_and(|c| !names.gazetteer.is_state(*c))).then_some(codes)
    })
}

/// "The Foreign Ministers of the Forum expressed concern": for whom those act with whom the text opens.
fn opener(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    let first = text.sentences.first()?.tokens.clone();
    let giver = (first.start + 1..first.end.min(first.start + 3)).find(|i| GIVERS.contains(&text.word(*i)))?;
    let opens = text.word(first.start) == "the" && text.word(giver + 1) == "of";
    opens.then(|| list(text, names, giver + 2, first.end)).flatten()
}

/// "Participants in the call included A, B and C": these, and who opens the text.
fn participants(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    let first = text.sentences.first()?.tokens.clone();
    text.sentences.iter().take(30).find_map(|s| {
        let start = s.tokens.start;
        if !matches!(text.word(start), "participants" | "participating" | "attendees") && text.word(start + 1) != "participants" {
            return None;
        }
        let verb = s
            .tokens
            .clone()
            .take(9)
            .find(|i| matches!(text.word(*i), "included" | "were" | "include" | "are"))?;
        let mut codes = list(text, names, verb + 1, s.tokens.end)?;
        codes.extend(
            names
                .within(first.clone())
                .iter()
                .find(|m| speaks(m))
                .into_iter()
                .flat_map(|m| m.codes.clone()),
        );
        codes.sort();
        codes.dedup();
        (codes.len() > 1).then_some(codes)
    })
}

/// Tokens of the line of a body above its clauses.
const BODY_LINE: usize = 8;

/// The first parties that act together in the opening sentences.
fn opening(text: &Text, sets: &[Set]) -> Option<Vec<CodeId>> {
    let end = text
        .sentences
        .get(8.min(text.sentences.len().saturating_sub(1)))
        .map_or(0, |s| s.tokens.end);
    let early = sets.iter().filter(|s| s.at <= end);
    early
        .clone()
        .find(|s| s.bond == Bond::Acts)
        .or_else(|| early.clone().find(|s| !is_place_or_topic(text, s)))
        .map(|first| {
            // the fullest telling in the same sentence: "A met with B and C"
            let sentence = text.sentence_of(first.at.saturating_sub(1));
            let same = sets
                .iter()
                .filter(|s| s.bond == Bond::Acts && text.sentence_of(s.at.saturating_sub(1)) == sentence);
            same.max_by_key(|s| s.codes.len()).unwrap_or(first).codes.clone()
        })
}

/// "the violence in Peru and Chile", "on Peru and Chile": where something is, or what it is about.
fn is_place_or_topic(text: &Text, set: &Set) -> bool {
    let before = |back: usize| set.from.checked_sub(back).map_or("", |i| text.word(i));
    let governor = if before(1) == "the" { before(2) } else { before(1) };
    matches!(governor, "in" | "on" | "about" | "against" | "across" | "near" | "throughout")
}

/// Sentences in which a readout says that two have spoken.
const PAIR: usize = 4;

/// The two states that a readout names most, where it opens with "the two leaders" and tells only later who they are.
fn pair(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    let two = |i: usize| {
        let who = matches!(
            text.word(i + 1),
            "leaders" | "sides" | "presidents" | "ministers" | "countries" | "premiers" | "chancellors"
        );
        text.word(i) == "two" && who
    };
    let opens = text.sentences.iter().take(PAIR).any(|s| s.tokens.clone().any(two));
    let mut counts: BTreeMap<CodeId, usize> = BTreeMap::new();
    for m in names.mentions.iter().filter(|m| speaks(m)) {
        if let [code] = m.codes[..]
            && names.gazetteer.is_state(code)
        {
            *counts.entry(code).or_default() += 1;
        }
    }
    let mut most: Vec<(CodeId, usize)> = counts.into_iter().collect();
    most.sort_by_key(|(code, n)| (std::cmp::Reverse(*n), *code));
    let third = most.get(2).map_or(0, |m| m.1);
    let second = most.get(1).filter(|m| opens && m.1 > 1 && m.1 > third)?;
    let mut codes = vec![most[0].0, second.0];
    codes.sort();
    Some(codes)
}

fn first_body(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    let end = text
        .sentences
        .get(4.min(text.sentences.len().saturating_sub(1)))
        .map_or(0, |s| s.tokens.end);
    names
        .within(0..end)
        .iter()
        .find(|m| m.kind == MentionKind::Organisation && speaks(m))
        .map(|m| m.codes.clone())
}
