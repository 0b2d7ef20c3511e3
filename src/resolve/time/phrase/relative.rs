//! Times told from now: "last week", "over the next two years", "three days ago".
//!
//! Owns: their grammar. Leaves to: [`crate::resolve::time::words`] single words.

use super::dates::{month_alone, shift};
use super::period::any_unit;
use crate::resolve::time::calendar::{Said, granularity_of};
use crate::resolve::time::words::{Unit, count, some, unit, units};
use crate::statement::Granularity;
use crate::text::slice::{Parsed, Tokens, one_of, phrase, word};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};

/// `rest = ("earlier" | "later") ["in"] ("this" unit | "the" unit)`
pub(super) fn rest_of(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, later) = alt((value(false, word("earlier")), value(true, word("later")))).parse(tokens)?;
    let the = preceded(pair(word("in"), one_of(&["the", "this"])), unit);
    let period = alt((
        map(the, |unit| Said::Around { unit, shift: 0 }),
        preceded(word("in"), month_alone),
        around_now,
    ));
    map(period, |of| Said::Rest { later, of: Box::new(of) }).parse(rest)
}

/// `around now = ("this" | "last" | "next") unit`; "the next year" is a stretch, "this day" and "next day" are counted from the day told of.
pub(super) fn around_now(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    map(pair(shift, verify(unit, |unit| *unit != Unit::Day)), |(shift, unit)| Said::Around {
        unit,
        shift,
    })
    .parse(tokens)
}

/// `stretch = ["the"] ("past" | "next" ...) count units | "the" ("past" | "next" ...) unit | vague`
pub(super) fn stretch(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let way = || alt((value(-1, one_of(&["past", "last"])), value(1, one_of(&["next", "coming"]))));
    let counted = preceded(opt(word("the")), (way(), count, any_unit));
    // "the next day" is counted from the day told of, not from publication
    let single = preceded(word("the"), pair(way(), verify(unit, |unit| *unit != Unit::Day)));
    alt((
        map(counted, |(way, count, unit)| Said::Stretch { count: way * count, unit }),
        map(single, |(way, unit)| Said::Stretch { count: way, unit }),
        vague,
    ))
    .parse(tokens)
}

/// `vague = ["the"] ("coming" | "recent" ...) ["few"] units | ("this" | "that" | "the" ("same" | "next" ...)) unit | "the near future"`
fn vague(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let near = one_of(&["coming", "upcoming", "recent", "past", "last", "next", "following", "previous"]);
    let some_units = (opt(one_of(&["the", "these"])), near, opt(some), units);
    let other = alt((
        value((), one_of(&["this", "that"])),
        value(
            (),
            (opt(word("the")), one_of(&["same", "previous", "next", "following", "preceding"])),
        ),
    ));
    alt((
        value(Said::Vague(Granularity::Range), some_units),
        map(preceded(other, unit), |unit| Said::Vague(granularity_of(unit))),
        value(Said::Vague(Granularity::Range), phrase("the near future")),
    ))
    .parse(tokens)
}

/// `ago = (count | "a few") units ("ago" | "earlier" | "later")`
pub(super) fn ago(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let away = terminated(pair(count, any_unit), word("ago"));
    let number = alt((value((), pair(opt(word("a")), some)), value((), count)));
    alt((
        map(away, |(count, unit)| Said::Away { count: -count, unit }),
        value(
            Said::Vague(Granularity::Range),
            (number, opt(word("of")), any_unit, one_of(&["ago", "earlier", "later", "before"])),
        ),
    ))
    .parse(tokens)
}
