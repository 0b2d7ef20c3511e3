//! The frame language: what the lines `frames = [...]` of a rule mean.
//!
//! Owns: its grammar, in nom, and its errors.
//! Leaves to: [`super::matcher`] holding a frame against a clause.
//!
//! ```text
//! frame    = element { " " element }
//! element  = "{degree}" | slot | "(" frame ")" | words
//! slot     = "<" ( "addressee" | "content" [ ":" kind ] ) ">"
//! kind     = "verb" | "noun" | "gerund" | "that" | "quote"
//! words    = word { "|" word }
//! ```

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, space0, space1};
use nom::combinator::{all_consuming, cut, map, opt, value, verify};
use nom::error::{ErrorKind, ParseError};
use nom::multi::separated_list1;
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a content slot takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A noun phrase, a gerund, a wh-clause.
    Any,
    /// A bare verb phrase; the `to` stands before it in the frame.
    Verb,
    /// A noun phrase.
    Noun,
    /// An -ing phrase.
    Gerund,
    /// A finite clause, with or without "that".
    That,
    /// Words in quotation marks.
    Quote,
}

/// One element of a frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Element {
    /// One of these words; shared by all readings of the frame.
    Words(Arc<[String]>),
    /// Any run of words that stand before a noun.
    Degree,
    /// A noun phrase: the addressee.
    Addressee,
    /// The content.
    Content(Kind),
    /// A part that may be missing.
    Optional(Vec<Element>),
}

/// Why a frame could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, found {found} at character {at} of the frame \"{frame}\"")]
pub struct FrameError {
    /// What could have stood there.
    pub expected: String,
    /// What stands there.
    pub found: String,
    /// Byte offset in the frame.
    pub at: usize,
    /// The frame.
    pub frame: String,
}

struct Stop<'f> {
    rest: &'f str,
    expected: &'static str,
}

impl<'f> ParseError<&'f str> for Stop<'f> {
    fn from_error_kind(rest: &'f str, _: ErrorKind) -> Self {
        Stop {
            rest,
            expected: "a word, {degree}, <addressee>, <content> or ( ... )",
        }
    }
    fn append(_: &'f str, _: ErrorKind, other: Self) -> Self {
        other
    }
}

type Parsed<'f, T> = IResult<&'f str, T, Stop<'f>>;

/// Reads a frame.
///
/// # Errors
/// Says what was expected, what was found and where, in bytes of the frame.
pub fn parse(frame: &str) -> Result<Vec<Element>, FrameError> {
    let elements = match all_consuming(delimited(space0, elements, space0)).parse(frame) {
        Ok((_, elements)) => elements,
        Err(nom::Err::Error(stop) | nom::Err::Failure(stop)) => return Err(error(frame, stop.rest, stop.expected)),
        Err(nom::Err::Incomplete(_)) => return Err(error(frame, "", "more")),
    };
    match elements.first() {
        Some(Element::Words(_)) => Ok(elements),
        _ => Err(error(frame, frame, "a verb in its base form, first in the frame")),
    }
}

fn error(frame: &str, rest: &str, expected: &str) -> FrameError {
    // The bracket that opens a slot belongs to what is shown.
    let at = frame.len() - rest.len();
    let at = if frame[..at].ends_with(['<', '{']) { at - 1 } else { at };
    let rest = &frame[at..];
    let found = match rest.split_whitespace().next() {
        Some(word) => format!("\"{word}\""),
        None => "the end".to_string(),
    };
    FrameError {
        expected: expected.to_string(),
        found,
        at,
        frame: frame.to_string(),
    }
}

fn elements(input: &str) -> Parsed<'_, Vec<Element>> {
    separated_list1(space1, element).parse(input)
}

fn element(input: &str) -> Parsed<'_, Element> {
    alt((
        preceded(char('{'), cut(expect("{degree}", value(Element::Degree, tag("degree}"))))),
        preceded(
            char('<'),
            cut(expect("<addressee>, <content> or <content:verb|noun|gerund|that|quote>", slot)),
        ),
        preceded(
            char('('),
            cut(map(
                delimited(space0, elements, expect("\")\"", preceded(space0, char(')')))),
                Element::Optional,
            )),
        ),
        map(separated_list1(char('|'), word), |words| {
            Element::Words(words.into_iter().map(str::to_string).collect())
        }),
    ))
    .parse(input)
}

fn slot(input: &str) -> Parsed<'_, Element> {
    let kind = alt((
        value(Kind::Verb, tag(":verb")),
        value(Kind::Noun, tag(":noun")),
        value(Kind::Gerund, tag(":gerund")),
        value(Kind::That, tag(":that")),
        value(Kind::Quote, tag(":quote")),
    ));
    alt((
        value(Element::Addressee, tag("addressee>")),
        map(delimited(tag("content"), opt(kind), char('>')), |kind| {
            Element::Content(kind.unwrap_or(Kind::Any))
        }),
    ))
    .parse(input)
}

/// Letters, digits, apostrophe and hyphen of one word, which is not all hyphens and apostrophes.
fn word(input: &str) -> Parsed<'_, &str> {
    let signs = take_while1(|c: char| c.is_alphanumeric() || c == '-' || c == '\'');
    verify(signs, |word: &str| word.contains(char::is_alphanumeric)).parse(input)
}

/// Names what `parser` would have taken, for the error.
fn expect<'f, T>(
    expected: &'static str,
    mut parser: impl Parser<&'f str, Output = T, Error = Stop<'f>>,
) -> impl FnMut(&'f str) -> Parsed<'f, T> {
    move |input| {
        parser.parse(input).map_err(|e| match e {
            nom::Err::Error(_) => nom::Err::Failure(Stop { rest: input, expected }),
            other => other,
        })
    }
}

/// All readings of a frame without optional parts: each optional part once in, once out; the longest first.
pub fn variants(elements: &[Element]) -> Vec<Vec<Element>> {
    let mut all: Vec<Vec<Element>> = vec![Vec::new()];
    for element in elements {
        match element {
            Element::Optional(inner) => {
                let with = variants(inner);
                let before = all.clone();
                all = before
                    .iter()
                    .flat_map(|start| with.iter().map(move |w| start.iter().chain(w).cloned().collect()))
                    .collect();
                all.extend(before);
            }
            other => all.iter_mut().for_each(|v| v.push(other.clone())),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_words_slots_and_optional_parts() {
        let frame = parse("urge|press <addressee> to <content:verb>").expect("a good frame");
        assert_eq!(frame.len(), 4);
        assert_eq!(frame[0], Element::Words(Arc::from(["urge".to_string(), "press".to_string()])));
        assert_eq!(frame[3], Element::Content(Kind::Verb));
        let frame = parse("discuss <content> (with <addressee>)").expect("a good frame");
        assert_eq!(variants(&frame).len(), 2);
    }

    #[test]
    fn an_error_says_what_was_expected_and_where() {
        let wrong = parse("agree on <contents>").expect_err("no such slot");
        assert_eq!(wrong.at, 9);
        assert!(wrong.expected.contains("content>"), "{wrong}");
        let wrong = parse("agree (on <content>").expect_err("open bracket");
        assert!(wrong.expected.contains(')'), "{wrong}");
        for empty in ["", " ", "()", "(agree)", "(agree) to", "|", "-", "''", "{degree}", "<content>"] {
            assert!(parse(empty).is_err(), "{empty:?} could match nothing at all");
        }
        assert!(parse("<content> agree").is_err());
    }
}
