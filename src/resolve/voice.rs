//! Whose text a document is: who "we", "the Council", "the two sides" are before any sentence is read.
//!
//! Owns: chapeau ("We, the ministers of ..."), release line ("issued by the governments of ..."), title, opening sentence.
//! Leaves to: [`super::discourse`] everything that the running text tells.

use super::Facts;
use super::acting::{self, GIVERS};
use super::meetings::{Bond, Set};
use crate::names::{CodeId, Context, Mention, MentionKind, Names};
use crate::read::layout::layout;
use crate::statement::{EntityKind, Genre};
use crate::text::Text;
use crate::text::token::Kind;
use std::collections::BTreeMap;
use std::ops::Range;

/// The parties whose text it is; empty for news.
pub(super) fn parties(text: &Text, names: &Names, facts: &Facts, sets: &[Set]) -> Vec<CodeId> {
    match facts.genre {
        Genre::News => Vec::new(),
        Genre::Resolution | Genre::BodyStatement => body(text, names).into_iter().collect(),
        Genre::Readout => participants(text, names)
            .or_else(|| {
                let by = stated_by(text, names);
                let early = |s: &&Set| s.bond == Bond::Acts && text.sentence_of(s.from) < 5;
                let acts = |by: &Vec<CodeId>| sets.iter().filter(early).any(|s| s.codes.contains(&by[0]));
                let both = opening(text, sets).filter(|_| by.as_ref().is_none_or(acts));
                both.or_else(|| pair(text, names)).or(by)
            })
            .unwrap_or_else(|| names.home.into_iter().collect()),
        Genre::Joint => told_members(
            text,
            names,
            without_factions(
                chapeau(text, names)
                    .or_else(|| released_by(text, names))
                    .or_else(|| facts.title.and_then(|t| label(t, names)))
                    .or_else(|| convened(text, names))
                    .or_else(|| {
                        acting::headings(text).find_map(|(range, line)| given_out_by(text, names, range).or_else(|| label(line, names)))
                    })
                    .or_else(|| letterhead(text, names))
                    .or_else(|| titled(text, names))
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

/// Where the text tells the members of a body that speaks ("The Forum includes A, B and C"), these.
fn told_members(text: &Text, names: &Names, codes: Vec<CodeId>) -> Vec<CodeId> {
    let told = codes.iter().find_map(|body| {
        if names.gazetteer.is_state(*body) {
            return None;
        }
        names.mentions.iter().filter(|m| m.codes == [*body]).find_map(|m| {
            let sentence = text.sentences.get(text.sentence_of(m.tokens.start))?;
            if matches!(text.kind(m.tokens.end), Kind::Dash | Kind::Hyphen | Kind::Open | Kind::Colon)
                && let Some(codes) = list(text, names, m.tokens.end + 1, sentence.tokens.end)
                && codes.len() > 2
                && codes.iter().all(|c| names.gazetteer.is_state(*c))
            {
                // "the Eight - A, B, C ... and H - condemn"
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

/// "Bo Lind represented Norway, Ana Ruiz represented Peru": the states that sat at the table.
fn represented(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    let state = |i: usize| {
        let at = i + 1 + usize::from(text.word(i + 1) == "the");
        names
            .at(at)
            .filter(|m| m.codes.len() == 1 && names.gazetteer.is_state(m.codes[0]))
            .map(|m| m.codes[0])
    };
    text.sentences.iter().take(8).find_map(|s| {
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

fn speaks(m: &Mention) -> bool {
    !m.codes.is_empty() && !matches!(m.kind, MentionKind::Media | MentionKind::Blocked)
}

/// The body at the head of a resolution: "The Security Council," on a line, else the first body named.
fn body(text: &Text, names: &Names) -> Option<CodeId> {
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

/// `"We," parties` in one of the first sentences.
fn chapeau(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    text.sentences.iter().take(20).find_map(|s| {
        let we = s.tokens.clone().take(6).find(|i| text.word(*i) == "we")?;
        (text.kind(we + 1) == Kind::Comma).then(|| list(text, names, we + 2, s.tokens.end))?
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
    text.sentences.iter().take(6).find_map(|s| {
        let verb = s.tokens.clone().skip(2).find(|i| came(text.word(*i)))?;
        let giver = (s.tokens.start..verb).rev().find(|i| GIVERS.contains(&text.word(*i)));
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

/// Tokens of a title.
const TITLE: usize = 24;

/// Words before the first name of a list that are neither small nor capital: "the heads and representatives of delegation of".
const PLAIN: usize = 3;

/// The names from token `from` on, as long as only small words and capitals stand between them.
fn list(text: &Text, names: &Names, from: usize, end: usize) -> Option<Vec<CodeId>> {
    let (mut codes, mut body) = (Vec::new(), Vec::new());
    let mut i = from;
    let (mut since, mut plain) = (0, 0);
    while i < end {
        if let Some(m) = names.at(i) {
            // "the presidents of the Market's member states, A of X, B of Y": those, and not the body
            let owner = m.kind == MentionKind::Organisation && matches!(text.word(m.tokens.end), "member" | "members");
            if speaks(m) && owner {
                body.extend(&m.codes);
            } else if speaks(m) {
                codes.extend(&m.codes);
            }
            i = m.tokens.end.max(i + 1);
            since = 0;
            continue;
        }
        let capital = text.tokens.get(i).is_some_and(|t| t.capital);
        let small = matches!(
            text.word(i),
            "the"
                | "of"
                | "and"
                | ","
                | ";"
                | "("
                | ")"
                | "for"
                | "representing"
                | "leaders"
                | "ministers"
                | "governments"
                | "heads"
                | "foreign"
                | "members"
                | "state"
                | "government"
                | "as"
                | "well"
                | "together"
                | "with"
                | "high"
                | "representative"
                | "representatives"
        );
        if !(codes.is_empty() || capital || small || text.kind(i) == Kind::Quote || text.kind(i) == Kind::Clitic) {
            break;
        }
        since += 1;
        plain += usize::from(!capital && !small);
        if since > 14 || plain > PLAIN {
            break;
        }
        i += 1;
    }
    if codes.is_empty() {
        codes = body;
    }
    codes.sort();
    codes.dedup();
    (!codes.is_empty()).then_some(codes)
}

/// The parties that a title names: "Joint Statement by A and B", "G7 Leaders' Statement".
fn label(title: &str, names: &Names) -> Option<Vec<CodeId>> {
    let text = Text::new(title, layout(title, &[], &|_| true));
    let found = Names::scan(&text, names.gazetteer, Context::default());
    // what a statement is on, or against, is none of its parties
    let stop = (0..text.tokens.len())
        .find(|i| matches!(text.word(*i), "on" | "condemning" | "regarding" | "concerning" | "marking"))
        .unwrap_or(text.tokens.len());
    let mut codes: Vec<CodeId> = found
        .within(0..stop)
        .iter()
        .filter(|m| speaks(m))
        .flat_map(|m| m.codes.clone())
        .collect();
    // "by Ana Ruiz and Bo Lind on the raid in Chad": nobody whom the names tell, and not those whom it is on
    let by = (0..stop).any(|i| text.word(i) == "by") && codes.is_empty();
    let one_state = !by && codes.len() < 2 && codes.iter().all(|c| names.gazetteer.is_state(*c));
    if one_state {
        codes = found.mentions.iter().filter(|m| speaks(m)).flat_map(|m| m.codes.clone()).collect();
    }
    codes.sort();
    codes.dedup();
    (codes.len() > 1 || codes.first().is_some_and(|c| !names.gazetteer.is_state(*c))).then_some(codes)
}

/// "Joint statement by Ana Ruiz and Commissioner Bo Lind on the raid": the body for which those act whom the line names, where it is one alone.
fn given_out_by(text: &Text, names: &Names, line: Range<usize>) -> Option<Vec<CodeId>> {
    let by = line.clone().find(|i| text.word(*i) == "by")?;
    let stop = (by..line.end).find(|i| matches!(text.word(*i), "on" | "regarding" | "about" | "concerning"));
    let person = |m: &&Mention| m.kind == MentionKind::Person && speaks(m);
    let told = |m: &&Mention| !m.person.and_then(|p| names.people.get(p)).is_some_and(|p| p.guessed);
    let mut codes: Vec<CodeId> = names
        .within(by..stop.unwrap_or(line.end))
        .iter()
        .filter(|m| person(m) && told(m))
        .flat_map(|m| m.codes.clone())
        .collect();
    codes.sort();
    codes.dedup();
    (codes.len() == 1 && !names.gazetteer.is_state(codes[0])).then_some(codes)
}

/// "Statement by the Peruvian Minister for Foreign Affairs, Ana Ruiz", alone on one of the first lines: the one state whose minister speaks.
fn stated_by(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    text.paragraph_tokens.iter().take(4).find_map(|range| {
        let by = acting::stated_by(text, range)?;
        let stop = (by..range.end)
            .find(|i| matches!(text.word(*i), "on" | "regarding" | "about" | "concerning"))
            .unwrap_or(range.end);
        let codes = list(text, names, by + 1, stop)?;
        (codes.len() == 1 && names.gazetteer.is_state(codes[0])).then_some(codes)
    })
}

/// "Republic of Peru Ministry of Foreign Affairs", alone on one of the first lines: the one state whose house gives the text out.
fn letterhead(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    const LETTERHEAD: usize = 14;
    let house = |i: usize| matches!(text.word(i), "ministry" | "department" | "embassy" | "presidency" | "chancellery");
    let lines = text.paragraph_tokens.iter().take(5);
    lines
        .filter(|range| range.len() <= LETTERHEAD && (range.start..range.end).any(house))
        .find_map(|range| {
            let mut codes: Vec<CodeId> = names
                .within(range.clone())
                .iter()
                .filter(|m| speaks(m))
                .flat_map(|m| m.codes.clone())
                .collect();
            codes.dedup();
            (codes.len() == 1 && names.gazetteer.is_state(codes[0])).then_some(codes)
        })
}

/// "OPEC: Meeting of the Conference ends", "MEETING OF THE BUREAU OF THE MOVEMENT": the body at the head of one of the first lines, before a
/// colon, or at the end of one.
fn titled(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    let lines = text.paragraph_tokens.iter().take(3);
    lines
        .filter(|range| range.len() <= TITLE && range.end > range.start && text.kind(range.end - 1) != Kind::Stop)
        .find_map(|range| {
            let body = |m: &&Mention| m.kind == MentionKind::Organisation && speaks(m);
            let edge =
                |m: &&Mention| m.tokens.end == range.end || m.tokens.start <= range.start + 1 && text.kind(m.tokens.end) == Kind::Colon;
            names.within(range.clone()).iter().filter(body).find(edge).map(|m| m.codes.clone())
        })
}

/// A file name as a title: "g7-leaders-statement" to "G7 Leaders Statement".
fn slug(id: &str) -> String {
    let words: Vec<String> = id
        .replace("-u-s-", "-us-")
        .replace("-u-k-", "-uk-")
        .split(['-', '_', '.'])
        .map(|w| match w {
            "us" | "uk" | "eu" | "un" | "rok" | "uae" | "nato" | "asean" | "aukus" | "brics" | "apec" => w.to_uppercase(),
            _ => w
                .chars()
                .next()
                .map(|c| c.to_uppercase().collect::<String>() + w.get(c.len_utf8()..).unwrap_or(""))
                .unwrap_or_default(),
        })
        .collect();
    words.join(" ")
}

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
        .or_else(|| early.clone().next())
        .map(|first| {
            // the fullest telling in the same sentence: "A met with B and C"
            let sentence = text.sentence_of(first.at.saturating_sub(1));
            let same = sets
                .iter()
                .filter(|s| s.bond == Bond::Acts && text.sentence_of(s.at.saturating_sub(1)) == sentence);
            same.max_by_key(|s| s.codes.len()).unwrap_or(first).codes.clone()
        })
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
