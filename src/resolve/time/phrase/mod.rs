//! The grammar of times, in nom over tokens.
//!
//! Owns: which words make a time and what they say, with no calendar at hand.
//! Leaves to: [`dates`], [`period`] and [`relative`] the kinds of times, [`super::words`] single words, [`super::calendar`] the days.
//! A time is `strong` where its words alone are a time ("12 August", "last week"), and `weak` where they are one after the
//! right preposition only ("in May", "in 2030", "on the 25th"), because a bare number or month is oftener something else.

mod dates;
mod period;
mod relative;

pub(super) use period::any_unit;

use super::bound::bounded;
use super::calendar::Said;
use crate::text::slice::{Parsed, Tokens, kind, one_of, phrase, word};
use crate::text::token::Kind;
use dates::{day_first, iso, month_alone, month_first, month_of_year, named_day, nth, nth_of, on_weekday, which_month};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, value};
use nom::sequence::preceded;
use period::{decade, end_of_unit, part, prefixed, years};
use relative::{ago, around_now, rest_of, stretch};

/// `time = bounded | placed | strong`: what is said, and the tokens before it that are no part of its span ("on").
pub(super) fn time(tokens: Tokens<'_>) -> Parsed<'_, (usize, Said)> {
    let (rest, (skipped, said)) = alt((map(bounded, |said| (0, said)), placed, map(strong, |said| (0, said)))).parse(tokens)?;
    let (rest, _) = opt(local_time).parse(rest)?;
    // "Friday's talks", "this year's summit": the time of a thing, not of a deed
    not(kind(Kind::Clitic)).parse(rest)?;
    // "last week of May" is a week of May, not the week before
    if matches!(said, Said::Around { .. } | Said::Stretch { .. }) {
        not(word("of")).parse(rest)?;
    }
    Ok((rest, (skipped, said)))
}

/// `local time = "(" "local" "time" ")"`, as Korean agencies write.
fn local_time(tokens: Tokens<'_>) -> Parsed<'_, ()> {
    value(
        (),
        (
            kind(Kind::Open),
            opt(word("korean")),
            one_of(&["local", "korea"]),
            word("time"),
            kind(Kind::Close),
        ),
    )
    .parse(tokens)
}

/// `any = strong | weak`: behind a preposition that bounds.
pub(super) fn any(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    alt((strong, preceded(opt(word("the")), month_alone), years, nth)).parse(tokens)
}

/// `placed = ("in" | "during" ...) (month | years) | "on" nth`: the preposition is no part of the span.
fn placed(tokens: Tokens<'_>) -> Parsed<'_, (usize, Said)> {
    let skip = |said| (1, said);
    alt((
        map(
            preceded(one_of(&["in", "during", "for", "throughout", "of"]), alt((strong, month_alone))),
            skip,
        ),
        map(
            preceded(one_of(&["in", "during", "for", "throughout", "of", "around"]), years),
            skip,
        ),
        map(preceded(word("on"), alt((strong, nth))), skip),
    ))
    .parse(tokens)
}

/// `strong`: see the module.
fn strong(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    alt((
        alt((iso, day_first, month_first, month_of_year, which_month)),
        alt((part, rest_of, around_now, stretch, ago, named_day, on_weekday)),
        alt((end_of_unit, prefixed, nth_of, decade, preceded(phrase("the year"), years))),
    ))
    .parse(tokens)
}
