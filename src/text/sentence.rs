//! Sentences: where one ends.
//!
//! Owns: stops, abbreviations before a capital, stops inside and outside a quotation mark, the bound on a sentence's length.
//! Leaves to: [`crate::grammar`] clauses and lists.

use super::token::{Kind, Token};
use std::ops::Range;

/// Words that begin a sentence oftener than they go on after "U.S.": closed classes only.
const STARTERS: &[&str] = &[
    "the",
    "a",
    "an",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "this",
    "that",
    "these",
    "those",
    "in",
    "on",
    "at",
    "but",
    "and",
    "however",
    "but",
    "his",
    "her",
    "its",
    "their",
    "our",
    "as",
    "after",
    "before",
    "while",
    "when",
    "if",
    "both",
    "there",
    "for",
    "with",
    "by",
    "also",
    "earlier",
    "meanwhile",
    "additionally",
    "furthermore",
    "moreover",
    "asked",
    "under",
    "during",
    "since",
    "although",
    "such",
];

/// Tokens after which a sentence is cut, at its last semicolon or comma if it has one: no sentence of a treaty or a communique is as
/// long, and every record carries its sentence, so that a text without full stops would grow with its square.
const LONGEST: usize = 1_000;

/// Sentences of one paragraph's tokens, as ranges that cover it.
pub(super) fn sentences<'t>(text: &str, tokens: &[Token], range: Range<usize>, form: &dyn Fn(usize) -> &'t str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = range.start;
    let mut i = range.start;
    while i < range.end {
        let mut end = i + 1;
        let stops = match tokens[i].kind {
            Kind::Stop => {
                while end < range.end && matches!(tokens[end].kind, Kind::Quote | Kind::Close | Kind::Stop) && !tokens[end].spaced {
                    end += 1;
                }
                end == range.end || begins(text, tokens, end, form)
            }
            Kind::Word if ends_dotted(text, &tokens[i]) && end < range.end => {
                while end < range.end && matches!(tokens[end].kind, Kind::Quote | Kind::Close) && !tokens[end].spaced {
                    end += 1;
                }
                end < range.end && tokens[end].spaced && tokens[end].capital && STARTERS.contains(&form(end))
            }
            _ => false,
        };
        if stops {
            found.push(start..end);
            start = end;
            i = end;
        } else {
            i += 1;
            if i - start >= LONGEST {
                i = soft(tokens, start..i);
                found.push(start..i);
                start = i;
            }
        }
    }
    if start < range.end {
        found.push(start..range.end);
    }
    found
}

/// Where to cut a sentence that is too long: behind the last semicolon or comma of its second half, else at its end.
fn soft(tokens: &[Token], sentence: Range<usize>) -> usize {
    let half = sentence.start + sentence.len() / 2..sentence.end;
    [Kind::Semicolon, Kind::Comma]
        .iter()
        .find_map(|kind| half.clone().rev().find(|i| tokens[*i].kind == *kind))
        .map_or(sentence.end, |i| i + 1)
}

fn ends_dotted(text: &str, token: &Token) -> bool {
    let place = token.place;
    place.end - place.start > 2 && text.as_bytes().get(place.end - 1) == Some(&b'.')
}

/// Whether a sentence can begin at token `at`: a capital, a digit, an opening mark, a bullet.
fn begins<'t>(text: &str, tokens: &[Token], at: usize, form: &dyn Fn(usize) -> &'t str) -> bool {
    let token = &tokens[at];
    if !token.spaced {
        // "region.“Our" lost its space
        return token.kind == Kind::Quote && token.place.of(text) == "“" || lost_space(text, tokens, at);
    }
    match token.kind {
        Kind::Word => token.capital || !token.place.of(text).starts_with(char::is_lowercase) || form(at) == "i",
        Kind::Number | Kind::Quote | Kind::Open | Kind::Dash | Kind::Hyphen | Kind::Symbol => true,
        _ => false,
    }
}

/// "the quota.The ministers": a page whose breaks were taken out, where a small word, a stop and a capitalised word stand without a space.
fn lost_space(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some([word, stop]) = at.checked_sub(2).and_then(|i| tokens.get(i..at)) else {
        return false;
    };
    let small = |t: &Token| t.kind == Kind::Word && t.place.of(text).len() > 2 && t.place.of(text).chars().all(char::is_lowercase);
    let mut letters = tokens[at].place.of(text).chars();
    let capitalised = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    stop.kind == Kind::Stop && !stop.spaced && small(word) && tokens[at].kind == Kind::Word && capitalised
}
