//! The edges of a noun phrase and of its coordinated parts.
//!
//! Owns: what is no part of the phrase: marks, datelines, quantities, relative clauses.
//! Leaves to: [`super`] the names in it.

use super::words::ends_phrase;
use crate::names::Names;
use crate::text::Text;
use crate::text::token::Kind;
use std::ops::Range;

/// The phrase without marks at its ends and without a relative clause.
pub(in crate::resolve) fn trim(text: &Text, np: Range<usize>) -> Range<usize> {
    let mut range = np.start..np.end.min(text.tokens.len());
    while range.start < range.end && !matches!(text.kind(range.start), Kind::Word | Kind::Number) {
        range.start += 1;
    }
    // "more than 40 countries" are countries
    let behind = |words: usize| text.word(range.start + words);
    let quantity = match behind(0) {
        "more" | "fewer" | "less" if behind(1) == "than" => 2,
        "at" if matches!(behind(1), "least" | "most") => 2,
        "up" if behind(1) == "to" => 2,
        "as" if matches!(behind(1), "many" | "few") && behind(2) == "as" => 3,
        _ => 0,
    };
    if range.len() > quantity + 1 {
        range.start += quantity;
    }
    // "one of the officials" is an official
    if range.len() > 2
        && text.word(range.start + 1) == "of"
        && matches!(text.word(range.start), "one" | "some" | "many" | "most" | "several" | "none")
    {
        range.start += 2;
    }
    // "a number of officials" are officials
    if range.len() > 3
        && text.word(range.start) == "a"
        && matches!(text.word(range.start + 1), "number" | "handful" | "majority" | "couple")
        && text.word(range.start + 2) == "of"
    {
        range.start += 3;
    }
    // "Shin, who heads the office, Akiba, and Sullivan": a list goes on behind the relative clause
    let goes_on = |from: usize| (from..range.end).any(|i| text.kind(i) == Kind::Comma && text.word(i + 1) == "and");
    if let Some(end) = (range.start + 1..range.end)
        .find(|i| ends_phrase(text.word(*i)))
        .filter(|i| !goes_on(*i))
    {
        range.end = end;
    }
    while range.start < range.end && !matches!(text.kind(range.end - 1), Kind::Word | Kind::Number | Kind::Clitic | Kind::Close) {
        range.end -= 1;
    }
    range
}

/// Coordinated parts: cut at "and", "as well as", "along with", "&", and at commas of a list.
pub(in crate::resolve) fn parts(text: &Text, names: &Names, np: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = np.start;
    let mut i = np.start;
    while i < np.end {
        if let Some(m) = names.at(i) {
            i = m.tokens.end.max(i + 1);
            continue;
        }
        let long = match text.word(i) {
            "as" if text.word(i + 1) == "well" && text.word(i + 2) == "as" => 3,
            "along" | "together" if text.word(i + 1) == "with" => 2,
            "," if text.word(i + 1) == "and" => 2,
            "and" | "&" | "or" | "," => 1,
            _ => 0,
        };
        if long > 0 {
            if start < i {
                parts.push(start..i);
            }
            start = i + long;
            i = start;
        } else {
            i += 1;
        }
    }
    if start < np.end {
        parts.push(start..np.end);
    }
    parts
}
