//! Parts of the calendar: "the end of June", "mid-2025", "the third quarter", "the 1990s".
//!
//! Owns: the grammar of periods. Leaves to: [`crate::resolve::time::words`] single words.

use super::dates::{month_alone, month_of_year, which_month};
use super::relative::around_now;
use crate::resolve::time::calendar::{Part, Said};
use crate::resolve::time::words::{Unit, decade_year, hyphen, ordinal, prefixed_year, unit, units, year};
use crate::text::slice::{NoMatch, Parsed, Tokens, one_of, phrase, token, word};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};

/// `part = ["the"] ("end" | "first half" | "third quarter" ...) "of" period | ("early" | "mid" | "late") ["in"] period | quarter`
pub(super) fn part(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let of = |(part, of)| Said::Part { part, of: Box::new(of) };
    let halves = terminated(half, one_of(&["of", "in"]));
    let edges = terminated(edge, one_of(&["of"]));
    alt((
        map(preceded(opt(word("the")), pair(alt((halves, edges)), period)), of),
        map(pair(thirds, preceded(opt(word("in")), period)), of),
        map(pair(quarter_named, preceded(opt(word("of")), period)), of),
        map(quarter_named, |part| Said::Part {
            part,
            of: Box::new(Said::AnyYear),
        }),
    ))
    .parse(tokens)
}

/// What can have parts: a month, a year, a unit that holds or borders the day of publication.
pub(super) fn period(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    alt((
        month_of_year,
        which_month,
        around_now,
        map(preceded(opt(one_of(&["the", "this"])), terminated(unit, not(word("of")))), |unit| {
            Said::Around { unit, shift: 0 }
        }),
        month_alone,
        preceded(opt(phrase("the year")), years),
        decade,
    ))
    .parse(tokens)
}

fn edge(tokens: Tokens<'_>) -> Parsed<'_, Part> {
    alt((
        value(Part::End, one_of(&["end", "close"])),
        value(Part::Begin, one_of(&["beginning", "start"])),
        value(Part::Mid, one_of(&["middle"])),
    ))
    .parse(tokens)
}

fn half(tokens: Tokens<'_>) -> Parsed<'_, Part> {
    let first = value(Part::Half(1), alt((phrase("first half"), phrase("1st half"))));
    alt((
        first,
        value(
            Part::Half(2),
            alt((phrase("second half"), phrase("latter half"), phrase("2nd half"))),
        ),
    ))
    .parse(tokens)
}

fn thirds(tokens: Tokens<'_>) -> Parsed<'_, Part> {
    alt((
        value(Part::Early, word("early")),
        value(Part::Late, word("late")),
        value(Part::Mid, terminated(one_of(&["mid", "middle"]), opt(hyphen))),
        value(Part::End, terminated(word("end"), hyphen)),
    ))
    .parse(tokens)
}

/// `quarter = ["the"] ordinal "quarter" | "Q3"`
fn quarter_named(tokens: Tokens<'_>) -> Parsed<'_, Part> {
    let short = token(|text, i| match text.word(i) {
        "q1" => Some(1),
        "q2" => Some(2),
        "q3" => Some(3),
        "q4" => Some(4),
        _ => None,
    });
    let long = preceded(opt(word("the")), terminated(ordinal, word("quarter")));
    map(alt((short, long)), Part::Quarter).parse(tokens)
}

/// `end of unit = "year-end" | "month-end"`
pub(super) fn end_of_unit(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let end = token(|text, i| match text.word(i) {
        "year-end" => Some(Unit::Year),
        "month-end" => Some(Unit::Month),
        _ => None,
    });
    map(preceded(opt(word("the")), end), |unit| Said::Part {
        part: Part::End,
        of: Box::new(Said::Around { unit, shift: 0 }),
    })
    .parse(tokens)
}

/// `prefixed = "mid-2025" | "end-2025" ...`
pub(super) fn prefixed(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, (prefix, year)) = prefixed_year(tokens)?;
    let part = match prefix {
        "mid" => Part::Mid,
        "end" => Part::End,
        "early" => Part::Early,
        "late" => Part::Late,
        _ => return Err(nom::Err::Error(NoMatch)),
    };
    Ok((
        rest,
        Said::Part {
            part,
            of: Box::new(Said::Years { first: year, last: year }),
        },
    ))
}

/// `decade = "the" "1990s"`
pub(super) fn decade(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    map(preceded(word("the"), decade_year), |first| Said::Years { first, last: first + 9 }).parse(tokens)
}

/// `years = year [("-" | "/") year]`, the second perhaps in two digits ("2023-24").
pub(super) fn years(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, first) = year(tokens)?;
    let short = token(|text, i| Some(text.word(i)).filter(|w| w.len() == 2).and_then(|w| w.parse::<i16>().ok()));
    let second = alt((year, map(short, |last| first - first % 100 + last)));
    let (rest, last) = opt(verify(preceded(hyphen, second), |last| *last > first)).parse(rest)?;
    Ok((
        rest,
        Said::Years {
            first,
            last: last.unwrap_or(first),
        },
    ))
}

pub(in crate::resolve::time) fn any_unit(tokens: Tokens<'_>) -> Parsed<'_, Unit> {
    alt((units, unit)).parse(tokens)
}
