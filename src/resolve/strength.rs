//! How strongly an act is put: degree words, their level, hedges.
//!
//! Owns: which words of a cue and a content raise, lower or soften an act.
//! Leaves to: `rules/lexicon/degree.toml` and `rules/lexicon/hedges.toml` the words and what they weigh, to the caller where cue
//! and content stand.
//! The level is that of the highest degree word; a word of level 0, or a hedge inside the cue, beats all; without any it is 1.
//! Words of level 1 ("joint", "continued") only stand in the place of a degree and are not reported.

mod graded;
#[cfg(test)]
mod tests;
mod words;

pub use words::StrengthWords;

use crate::statement::{Force, Strength, Words};
use crate::text::Text;
use crate::text::token::Kind;
use graded::Graded;
use std::ops::Range;
use words::Hedge;

/// How strongly the act with this cue and content is put; hedges are looked for where `force` commits the speaker.
pub fn strength(text: &Text, cue: Range<usize>, content: Option<Range<usize>>, force: Force, words: &StrengthWords) -> Strength {
    let all = text.tokens.len();
    let cue = cue.start.min(all)..cue.end.min(all);
    let content = content.map(|c| c.start.min(all)..c.end.min(all));
    let words = &Graded::new(text, words);
    let degrees = degrees(text, &cue, content.as_ref(), words);
    let hedges = if force == Force::Commissive {
        hedges(text, &cue, content.as_ref(), words)
    } else {
        Vec::new()
    };
    let softened = hedges
        .iter()
        .any(|hedge| hedge.end <= beside(text, &cue, content.as_ref()).end && hedge.start >= cue.start);
    let level = |degree: &(Range<usize>, u8)| degree.1;
    let lowered = degrees.iter().find(|degree| level(degree) == 0);
    // of equals the first
    let degree = lowered.or_else(|| degrees.iter().rev().max_by_key(|degree| level(degree)));
    let level = if softened { 0 } else { degree.map_or(1, level) };
    Strength {
        degree: degree.map(|(tokens, _)| as_words(text, tokens)),
        level,
        hedges: hedges.iter().map(|h| as_words(text, h)).collect(),
    }
}

fn as_words(text: &Text, tokens: &Range<usize>) -> Words {
    let place = text.place(tokens.clone());
    Words {
        text: text.slice(place).to_string(),
        span: text.span(place),
    }
}

/// Tokens behind a cue in which "in the strongest terms" may begin.
const REACH: usize = 8;

/// The cue and what follows it, up to the content, the next stop, or [`REACH`].
fn beside(text: &Text, cue: &Range<usize>, content: Option<&Range<usize>>) -> Range<usize> {
    let content = content.filter(|c| c.start >= cue.end);
    let limit = content.map_or(cue.end + REACH, |c| c.start).min(text.tokens.len());
    cue.start..until_stop(text, cue.end, limit)
}

fn until_stop(text: &Text, start: usize, limit: usize) -> usize {
    let stops = |i: &usize| matches!(text.kind(*i), Kind::Stop | Kind::Semicolon | Kind::Colon | Kind::Quote);
    (start..limit).find(stops).unwrap_or(limit.max(start))
}

/// Runs of degree words with their level, in order: beside the verb, inside the cue, and phrases of manner behind the content.
fn degrees(text: &Text, cue: &Range<usize>, content: Option<&Range<usize>>, words: &Graded) -> Vec<(Range<usize>, u8)> {
    let near = beside(text, cue, content);
    let before = (0..3)
        .map_while(|n| cue.start.checked_sub(n + 1))
        .take_while(|i| text.word(*i).ends_with("ly") || text.word(*i) == "and")
        .count();
    let mut found = Vec::new();
    let mut i = near.start - before;
    while i < near.end {
        // adjectives beyond the cue belong to other nouns
        // and "pointed out" is a verb
        let is_verb = text.word(i).ends_with("ed") && (i == cue.start || text.word(i + 1) == "out");
        let run = run_at(text, i, near.end, i < cue.end && !is_verb, words);
        i = run.as_ref().map_or(i + 1, |(tokens, _)| tokens.end);
        found.extend(run.filter(|(_, level)| *level != 1));
    }
    if let Some(content) = content.filter(|c| c.start >= cue.end) {
        let end = until_stop(text, content.end, (content.end + REACH).min(text.tokens.len()));
        found.extend(manner(text, content.start..end, words));
    }
    found
}

/// The longest run of degree words at token `i`: "deep and abiding", "very strong", "in the strongest terms".
fn run_at(text: &Text, i: usize, end: usize, adjectives: bool, words: &Graded) -> Option<(Range<usize>, u8)> {
    let (mut at, mut level) = one_at(text, i, end, adjectives, words)?;
    let mut run = i..at;
    while at < end {
        let joined = at + usize::from(text.word(at) == "and" || text.kind(at) == Kind::Comma);
        let Some((next, other)) = one_at(text, joined, end, adjectives, words) else {
            break;
        };
        // plain words at either end are no degree: "shared unwavering", "strong continued"
        run.start = if level == 1 { joined } else { run.start };
        run.end = if other == 1 && level != 1 { run.end } else { next };
        level = if level == 0 || other == 0 { 0 } else { level.max(other) };
        at = next;
    }
    Some((run, level))
}

/// One degree word or phrase at token `i`, a raiser before it counted in: where it ends, and its level.
fn one_at(text: &Text, i: usize, end: usize, adjectives: bool, words: &Graded) -> Option<(usize, u8)> {
    if i >= end {
        return None;
    }
    if let Some((eaten, level)) = words.degree_at(text, i, end) {
        return Some((i + eaten, level));
    }
    if words.raises(text, i)
        && i + 1 < end
        && let Some(level) = words.level(text, i + 1, adjectives).filter(|level| *level > 1)
    {
        return Some((i + 2, (level + 1).min(4)));
    }
    words.level(text, i, adjectives).map(|level| (i + 1, level))
}

/// "condemned the raid in the strongest terms": phrases that can only tell how something is said.
fn manner(text: &Text, range: Range<usize>, words: &Graded) -> Option<(Range<usize>, u8)> {
    let says_how = |tokens: Range<usize>| {
        tokens.into_iter().any(|i| {
            matches!(
                text.word(i),
                "terms" | "language" | "manner" | "reservation" | "reservations" | "hesitation"
            )
        })
    };
    let opens = |i: &usize| matches!(text.word(*i), "in" | "without");
    range.clone().filter(opens).find_map(|i| {
        let (eaten, level) = words.degree_at(text, i, range.end)?;
        says_how(i..i + eaten).then_some((i..i + eaten, level))
    })
}

/// Hedges in the cue, beside it, and in the content, in order.
fn hedges(text: &Text, cue: &Range<usize>, content: Option<&Range<usize>>, words: &Graded) -> Vec<Range<usize>> {
    let in_cue = |_, hedge| matches!(hedge, Hedge::Modal | Hedge::Adjective | Hedge::Phrase);
    let mut found = hedges_in(text, beside(text, cue, content), words, in_cue);
    if let Some(content) = content {
        let in_content = |i: usize, hedge| match hedge {
            Hedge::Verb => begins_verb_phrase(text, content, i),
            Hedge::Adjective => i < content.start + 3,
            Hedge::Modal => false,
            Hedge::Phrase | Hedge::PhraseOfContent => true,
        };
        found.extend(hedges_in(text, content.clone(), words, in_content));
    }
    found.sort_by_key(|tokens| (tokens.start, tokens.end));
    found.dedup();
    found
}

fn hedges_in(text: &Text, range: Range<usize>, words: &Graded, counts: impl Fn(usize, Hedge) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut i = range.start;
    while i < range.end {
        let hedge = words.hedge_at(text, i, range.end, |hedge| counts(i, hedge));
        let eaten = hedge.map_or(1, |(eaten, _)| eaten);
        if hedge.is_some() {
            found.push(i..i + eaten);
        }
        i += eaten;
    }
    found
}

/// Whether a verb at `i` heads a verb phrase of the content, not one deeper in it ("states that seek to join").
fn begins_verb_phrase(text: &Text, content: &Range<usize>, i: usize) -> bool {
    i == content.start || text.kind(i - 1) == Kind::Comma || matches!(text.word(i - 1), "and" | "or" | "to" | "will" | "also" | "not")
}
