//! The values of a TOML file, each with its place, read one by one; what is not as it should be is noted.
//!
//! Owns: kinds of values, keys and closed lists of words; it knows nothing of rules.
//! Leaves to: [`super`] which keys there are and what they mean.

use crate::rules::problem::{Problem, nearest};
use std::ops::{Range, RangeInclusive};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and its place.
pub(super) type Value<'s> = Spanned<DeValue<'s>>;

/// One file on its way from TOML to rules; complaints are collected, and reading goes on.
pub(super) struct Reader<'s> {
    pub(super) source: &'s str,
    pub(super) problems: Vec<Problem>,
    /// The TOML is whole, so that what is missing is the author's omission.
    pub(super) whole: bool,
    /// Where each line begins, in bytes.
    starts: Vec<usize>,
}

impl<'s> Reader<'s> {
    /// A reader that has found nothing wrong yet.
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            problems: Vec::new(),
            whole: true,
            starts: std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect(),
        }
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// Notes a complaint; reading goes on.
    pub(super) fn say(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    pub(super) fn mistyped(&mut self, value: &Value<'s>, key: &str, expected: &str, help: &str) {
        let message = format!("expected {expected} for `{key}`, found {}", kind(value.get_ref()));
        self.say(Problem::new(message, value.span(), "not of this kind").help(help));
    }

    pub(super) fn keys(&mut self, table: &DeTable<'s>, known: &[&str], elsewhere: &[&str], place: &str) {
        for key in table.keys() {
            let word: &str = key.get_ref();
            if known.contains(&word) {
                continue;
            }
            let help = match (nearest(word, known.iter().copied()), elsewhere.contains(&word)) {
                (Some(near), _) => format!("did you mean `{near}`?"),
                (None, true) if known.contains(&"id") => format!("`{word}` belongs at the head of the file, before the first [[rule]]"),
                (None, true) => format!("`{word}` belongs under a line [[rule]]"),
                (None, false) => "take the line out".to_string(),
            };
            let message = format!(
                "expected {} {place}, found `{word}`",
                known.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ")
            );
            self.say(Problem::new(message, key.span(), "no such key").help(help));
        }
    }

    pub(super) fn needed<'v>(&mut self, table: &'v DeTable<'s>, key: &str, at: &Range<usize>, help: &str) -> Option<&'v Value<'s>> {
        let value = table.get(key);
        if value.is_none() && self.whole {
            self.say(Problem::new(format!("expected `{key}`, found none"), at.clone(), "here").help(format!("write {help}")));
        }
        value
    }

    pub(super) fn table<'v>(&mut self, value: &'v Value<'s>, what: &str) -> Option<&'v DeTable<'s>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.say(Problem::new(
                format!("expected {what} as a table, found {}", kind(value.get_ref())),
                value.span(),
                "not of this kind",
            ));
        }
        table
    }

    pub(super) fn string(&mut self, value: &Value<'s>, key: &str) -> Option<String> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            let why = if key == "code" { ": codes keep their zeros so" } else { "" };
            self.mistyped(value, key, "a text", &format!("put it in quotation marks{why}"));
        }
        text.map(str::to_string)
    }

    /// One of `words`.
    pub(super) fn word(&mut self, value: &Value<'s>, key: &str, words: &[&str]) -> Option<String> {
        let word = self.string(value, key)?;
        if words.contains(&word.as_str()) {
            return Some(word);
        }
        let help = match nearest(&word, words.iter().copied()) {
            Some(near) => format!("did you mean {near:?}?"),
            None => format!("take one of {}", words.join(", ")),
        };
        let message = format!("expected a word that `{key}` can have, found {word:?}");
        self.say(Problem::new(message, value.span(), "no such word").help(help));
        None
    }

    /// A whole number within `bounds`.
    pub(super) fn number(&mut self, value: &Value<'s>, key: &str, bounds: RangeInclusive<u8>) -> Option<u8> {
        let number = value.get_ref().as_integer().and_then(|n| n.as_str().parse().ok());
        let number = number.filter(|n| bounds.contains(n));
        if number.is_none() {
            let expected = format!("a number from {} to {}", bounds.start(), bounds.end());
            self.mistyped(value, key, &expected, &format!("write {key} = {}", bounds.end()));
        }
        number
    }

    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as a text or as a date of TOML.
    pub(super) fn day(&mut self, value: &Value<'s>, key: &str) -> Option<String> {
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            DeValue::Integer(year) => year.as_str().to_string(),
            _ => String::new(),
        };
        let full = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.clone(),
        };
        let form = full.len() == 10
            && full
                .bytes()
                .enumerate()
                .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        if form && full.parse::<jiff::civil::Date>().is_ok() {
            return Some(text);
        }
        self.mistyped(
            value,
            key,
            "a day, a month or a year",
            "write it as \"2024-05-31\", \"2024-05\" or \"2024\"",
        );
        None
    }

    pub(super) fn strings(&mut self, value: &Value<'s>, key: &str) -> Vec<(String, Range<usize>)> {
        let DeValue::Array(list) = value.get_ref() else {
            self.mistyped(value, key, "a list of texts", "put it in brackets: [\"...\"]");
            return Vec::new();
        };
        list.iter()
            .filter_map(|one| self.string(one, key).map(|text| (text, one.span())))
            .collect()
    }

    /// Where the bytes of a text stand in the file; all of the text where escapes have moved them.
    pub(super) fn inside(&self, at: &Range<usize>, text: &str, from: usize, length: usize) -> Range<usize> {
        let raw = self.source.get(at.clone()).unwrap_or("");
        match raw.find(text).filter(|_| raw.len() <= text.len() + 6) {
            Some(quote) => at.start + quote + from..at.start + quote + from + length,
            None => at.clone(),
        }
    }
}

/// What a value is, for a complaint.
pub(super) fn kind(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("the text {text:?}"),
        DeValue::Integer(number) => format!("the number {number}"),
        DeValue::Float(number) => format!("the number {number}"),
        DeValue::Boolean(truth) => truth.to_string(),
        DeValue::Datetime(date) => format!("the date {date}"),
        DeValue::Array(_) => "a list".to_string(),
        DeValue::Table(_) => "a table".to_string(),
    }
}
