//! Days and months by name or number: "12 August", "March 3-5, 2024", "last Monday", "the 25th".
//!
//! Owns: the grammar of dates. Leaves to: [`crate::resolve::time::words`] single words.

use crate::resolve::time::calendar::{Said, Which};
use crate::resolve::time::words::{Unit, day, hyphen, iso_date, month, ordinal_day, weekday, year};
use crate::text::slice::{Parsed, Tokens, kind, one_of, phrase, token, word};
use crate::text::token::Kind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};

pub(super) fn iso(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    map(iso_date, |(year, month, day)| Said::Days {
        which: Which::Named(year),
        month,
        first: day,
        last: day,
    })
    .parse(tokens)
}

/// `day first = ["the"] day [("-" | "to" | "and") day] ["of"] month [[","] which year]`
pub(super) fn day_first(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, (first, last)) = preceded(opt(word("the")), day_run).parse(tokens)?;
    let (rest, month) = preceded(opt(word("of")), month).parse(rest)?;
    let (rest, which) = opt(year_after).parse(rest)?;
    Ok((
        rest,
        Said::Days {
            which: which.unwrap_or(Which::Open),
            month,
            first,
            last,
        },
    ))
}

/// `month first = month ["the"] day [("-" | "to" | "and") day] [[","] which year]`
pub(super) fn month_first(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, month) = month(tokens)?;
    let (rest, (first, last)) = preceded(opt(word("the")), day_run).parse(rest)?;
    let (rest, which) = opt(year_after).parse(rest)?;
    Ok((
        rest,
        Said::Days {
            which: which.unwrap_or(Which::Open),
            month,
            first,
            last,
        },
    ))
}

/// One day or a run of them: the first and the last.
fn day_run(tokens: Tokens<'_>) -> Parsed<'_, (i8, i8)> {
    let one = || alt((day, ordinal_day));
    let to = alt((hyphen, one_of(&["to", "and"])));
    let run = verify(pair(one(), preceded(pair(to, opt(word("the"))), one())), |(a, b)| a < b);
    alt((run, map(one(), |day| (day, day)))).parse(tokens)
}

/// `which year = year | ["of"] ("this" | "last" | "next") "year"`, after an optional comma.
fn year_after(tokens: Tokens<'_>) -> Parsed<'_, Which> {
    let named = preceded(opt(alt((kind(Kind::Comma), word("of")))), map(year, Which::Named));
    let shifted = preceded(opt(word("of")), terminated(shift, word("year")));
    alt((named, map(shifted, Which::Shifted))).parse(tokens)
}

/// `shift = "this" | "last" | "next" ...`: how many units from now.
pub(super) fn shift(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    alt((
        value(-1, alt((phrase("this past"), phrase("this last"), phrase("last"), phrase("past")))),
        value(1, alt((phrase("this coming"), phrase("next"), phrase("coming")))),
        value(0, alt((phrase("this"), phrase("the current"), phrase("the present")))),
    ))
    .parse(tokens)
}

pub(super) fn month_of_year(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    map(pair(month, year_after), |(month, which)| Said::Month { which, month }).parse(tokens)
}

/// `which month = ("last" | "next" | "this") month`
pub(super) fn which_month(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    map(pair(shift, month), |(shift, month)| Said::Month {
        which: near(shift, Which::Shifted(0)),
        month,
    })
    .parse(tokens)
}

pub(super) fn near(shift: i32, here: Which) -> Which {
    match shift {
        0 => here,
        n if n < 0 => Which::Before,
        _ => Which::After,
    }
}

/// `named day = "today" | "yesterday" | "this morning" | "last night" | "the day after tomorrow" ...`
pub(super) fn named_day(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let night = || one_of(&["morning", "afternoon", "evening", "night"]);
    let shift = alt((
        value(-2, phrase("the day before yesterday")),
        value(2, phrase("the day after tomorrow")),
        value(-1, terminated(word("yesterday"), opt(night()))),
        value(1, terminated(word("tomorrow"), opt(night()))),
        value(-1, phrase("last night")),
        value(
            0,
            alt((
                value((), one_of(&["today", "tonight"])),
                value((), (word("earlier"), word("today"))),
                value((), pair(word("this"), night())),
            )),
        ),
    ));
    map(shift, |shift| Said::Around { unit: Unit::Day, shift }).parse(tokens)
}

/// `on weekday = ["early" | "late"] ["last" | "next" | "this"] weekday ["morning" ...] [[","] date]`: a date beside it decides.
pub(super) fn on_weekday(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, _) = opt(one_of(&["early", "late", "earlier"])).parse(tokens)?;
    let (rest, (which, day)) = pair(opt(shift), weekday).parse(rest)?;
    let (rest, _) = opt(one_of(&["morning", "afternoon", "evening", "night"])).parse(rest)?;
    if let Ok((rest, date)) = preceded(opt(kind(Kind::Comma)), alt((iso, day_first, month_first))).parse(rest) {
        return Ok((rest, date));
    }
    let which = which.map_or(Which::Open, |shift| near(shift, Which::Open));
    Ok((rest, Said::Weekday { day, which }))
}

/// `nth of = "the" ordinal day "of" ("this" | "last" | "next") "month"`
pub(super) fn nth_of(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, day) = preceded(word("the"), ordinal_day).parse(tokens)?;
    let (rest, months) = preceded(opt(word("of")), terminated(shift, word("month"))).parse(rest)?;
    Ok((rest, Said::DayOfMonth { day, months: Some(months) }))
}

/// `nth = "the" ordinal day`, where no noun follows: "the 25th session" is no day.
pub(super) fn nth(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, day) = preceded(opt(word("the")), ordinal_day).parse(tokens)?;
    not(noun).parse(rest)?;
    Ok((rest, Said::DayOfMonth { day, months: None }))
}

/// Words that can follow "the 25th" without being counted by it.
const AFTER_A_DAY: &[&str] = &[
    "a",
    "about",
    "after",
    "amid",
    "an",
    "and",
    "as",
    "at",
    "before",
    "but",
    "by",
    "during",
    "following",
    "for",
    "from",
    "he",
    "if",
    "in",
    "into",
    "it",
    "its",
    "local",
    "morning",
    "on",
    "or",
    "over",
    "she",
    "so",
    "that",
    "the",
    "their",
    "they",
    "this",
    "to",
    "under",
    "until",
    "we",
    "when",
    "where",
    "which",
    "while",
    "with",
];

/// A word that may be a noun after an ordinal; numbers and all unknown words may.
fn noun(tokens: Tokens<'_>) -> Parsed<'_, usize> {
    token(|text, i| (matches!(text.kind(i), Kind::Word | Kind::Number | Kind::Hyphen) && !AFTER_A_DAY.contains(&text.word(i))).then_some(i))(
        tokens,
    )
}

/// A month with nothing beside it. "by May", "from April": a given name too, where a person may stand; the caller's preposition decides.
pub(super) fn month_alone(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    map(month, |month| Said::Month { which: Which::Open, month }).parse(tokens)
}
