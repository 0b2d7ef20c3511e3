//! Words and their places: does `span` lead to `text`?
//!
//! Owns: which fields of a statement are words of the text, and what must hold of them: the span is not empty, it is as long
//! as the words, and, where the text is at hand, the slice is the words.
//! Leaves to: [`super::validate`] everything that the schema can say.

use super::validate::Failure;
use crate::span::{Bytes, Span};
use crate::statement::{Party, Statement, Words};

/// Slices a text by code points.
pub struct Slices<'t> {
    text: &'t str,
    /// The byte at which each code point begins, and the length; empty where the text is ASCII and both counts are one.
    starts: Vec<usize>,
}

impl<'t> Slices<'t> {
    /// Counts the code points of `text` once.
    pub fn new(text: &'t str) -> Self {
        let starts = match text.is_ascii() {
            true => Vec::new(),
            false => text.char_indices().map(|(at, _)| at).chain([text.len()]).collect(),
        };
        Self { text, starts }
    }

    /// The words at `span`; nothing where it leaves the text.
    pub fn at(&self, span: Span) -> Option<&'t str> {
        let byte = |point: u32| match self.starts.is_empty() {
            true => Some(point as usize),
            false => self.starts.get(point as usize).copied(),
        };
        let place = Bytes::new(byte(span.start)?, byte(span.end)?);
        self.text.get(place.start..place.end)
    }
}

/// All places of `statement` that do not lead to their words; paths start at the statement.
pub fn misplaced(statement: &Statement, slices: Option<&Slices>) -> Vec<Failure> {
    let mut failures = Vec::new();
    each_place(statement, &mut |path, text, span| {
        if let Some(reason) = complaint(text, span, slices) {
            failures.push(Failure {
                path: path.to_string(),
                reason,
            });
        }
    });
    if let Some(content) = &statement.content {
        let ends = content.pieces.first().zip(content.pieces.last());
        if ends.is_none_or(|(first, last)| (first.span.start, last.span.end) != (content.span.start, content.span.end)) {
            failures.push(Failure {
                path: "/content/span".to_string(),
                reason: "it does not reach from the first piece to the last".to_string(),
            });
        }
        let joined = content.pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ");
        if joined != content.text {
            failures.push(Failure {
                path: "/content/text".to_string(),
                reason: "it is not the pieces joined by one space".to_string(),
            });
        }
    }
    failures
}

fn complaint(text: &str, span: Span, slices: Option<&Slices>) -> Option<String> {
    let Span { start, end } = span;
    if start >= end {
        return Some(format!("the span {start}..{end} is empty"));
    }
    let points = text.chars().count();
    if points != (end - start) as usize {
        return Some(format!(
            "the span {start}..{end} holds {} code points, the text {points}: {text:?}",
            end - start
        ));
    }
    match slices?.at(span) {
        None => Some(format!("the span {start}..{end} leaves the document's text")),
        Some(found) if found != text => Some(format!("the document has {found:?} at {start}..{end}, the record {text:?}")),
        Some(_) => None,
    }
}

/// A path that is only put together when somebody wants to see it.
struct Path<'p>(&'p [&'p dyn std::fmt::Display]);

impl std::fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|step| write!(f, "/{step}"))
    }
}

/// Calls `see` with each field that is words of the text; the content as a whole is not one, its pieces are.
fn each_place(statement: &Statement, see: &mut dyn FnMut(Path, &str, Span)) {
    let mut words = |steps: &[&dyn std::fmt::Display], words: &Words| see(Path(steps), &words.text, words.span);
    words(&[&"cue"], &statement.cue);
    if let Some(content) = &statement.content {
        content
            .pieces
            .iter()
            .enumerate()
            .for_each(|(n, piece)| words(&[&"content", &"pieces", &n], piece));
        content
            .items
            .iter()
            .enumerate()
            .for_each(|(n, item)| words(&[&"content", &"items", &n], item));
    }
    if let Some(degree) = &statement.strength.degree {
        words(&[&"strength", &"degree"], degree);
    }
    statement
        .strength
        .hedges
        .iter()
        .enumerate()
        .for_each(|(n, hedge)| words(&[&"strength", &"hedges", &n], hedge));
    let mut party = |steps: &[&dyn std::fmt::Display], party: &Party| {
        if let (Some(text), Some(span)) = (&party.text, party.span) {
            see(Path(steps), text, span);
        }
    };
    statement
        .speakers
        .iter()
        .enumerate()
        .for_each(|(n, speaker)| party(&[&"speakers", &n], speaker));
    statement
        .addressees
        .iter()
        .enumerate()
        .for_each(|(n, addressee)| party(&[&"addressees", &n], addressee));
    if let Some(source) = &statement.source {
        party(&[&"source"], source);
    }
    if let Some(time) = &statement.time {
        see(Path(&[&"time"]), &time.text, time.span);
    }
    see(Path(&[&"sentence"]), &statement.sentence.text, statement.sentence.span);
}
