//! The grammar of times, in nom over tokens.
//!
//! Owns: which words make a time and what they say, with no calendar at hand.
//! Leaves to: [`super::words`] single words, [`super::calendar`] the days.
//! A time is `strong` where its words alone are a time ("12 August", "last week"), and `weak` where they are one after the
//! right preposition only ("in May", "in 2030", "on the 25th"), because a bare number or month is oftener something else.

use super::bound::bounded;
use super::calendar::{Part, Said, Which, granularity_of};
use super::words::{
    Unit, count, day, decade_year, hyphen, iso_date, month, ordinal, ordinal_day, prefixed_year, some, unit, units, weekday, year,
};
use crate::statement::Granularity;
use crate::text::slice::{NoMatch, Parsed, Tokens, kind, one_of, phrase, token, word};
use crate::text::token::Kind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};

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

fn iso(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    map(iso_date, |(year, month, day)| Said::Days {
        which: Which::Named(year),
        month,
        first: day,
        last: day,
    })
    .parse(tokens)
}

/// `day first = ["the"] day [("-" | "to" | "and") day] ["of"] month [[","] which year]`
fn day_first(tokens: Tokens<'_>) -> Parsed<'_, Said> {
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
fn month_first(tokens: Tokens<'_>) -> Parsed<'_, Said> {
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
fn shift(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    alt((
        value(-1, alt((phrase("this past"), phrase("this last"), phrase("last"), phrase("past")))),
        value(1, alt((phrase("this coming"), phrase("next"), phrase("coming")))),
        value(0, alt((phrase("this"), phrase("the current"), phrase("the present")))),
    ))
    .parse(tokens)
}

fn month_of_year(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    map(pair(month, year_after), |(month, which)| Said::Month { which, month }).parse(tokens)
}

/// `which month = ("last" | "next" | "this") month`
fn which_month(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    map(pair(shift, month), |(shift, month)| Said::Month {
        which: near(shift, Which::Shifted(0)),
        month,
    })
    .parse(tokens)
}

fn near(shift: i32, here: Which) -> Which {
    match shift {
        0 => here,
        n if n < 0 => Which::Before,
        _ => Which::After,
    }
}

/// `part = ["the"] ("end" | "first half" | "third quarter" ...) "of" period | ("early" | "mid" | "late") ["in"] period | quarter`
fn part(tokens: Tokens<'_>) -> Parsed<'_, Said> {
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
fn period(tokens: Tokens<'_>) -> Parsed<'_, Said> {
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

/// `rest = ("earlier" | "later") ["in"] ("this" unit | "the" unit)`
fn rest_of(tokens: Tokens<'_>) -> Parsed<'_, Said> {
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
fn around_now(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    map(pair(shift, verify(unit, |unit| *unit != Unit::Day)), |(shift, unit)| Said::Around {
        unit,
        shift,
    })
    .parse(tokens)
}

/// `stretch = ["the"] ("past" | "next" ...) count units | "the" ("past" | "next" ...) unit | vague`
fn stretch(tokens: Tokens<'_>) -> Parsed<'_, Said> {
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
fn ago(tokens: Tokens<'_>) -> Parsed<'_, Said> {
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

/// `named day = "today" | "yesterday" | "this morning" | "last night" | "the day after tomorrow" ...`
fn named_day(tokens: Tokens<'_>) -> Parsed<'_, Said> {
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
fn on_weekday(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, _) = opt(one_of(&["early", "late", "earlier"])).parse(tokens)?;
    let (rest, (which, day)) = pair(opt(shift), weekday).parse(rest)?;
    let (rest, _) = opt(one_of(&["morning", "afternoon", "evening", "night"])).parse(rest)?;
    if let Ok((rest, date)) = preceded(opt(kind(Kind::Comma)), alt((iso, day_first, month_first))).parse(rest) {
        return Ok((rest, date));
    }
    let which = which.map_or(Which::Open, |shift| near(shift, Which::Open));
    Ok((rest, Said::Weekday { day, which }))
}

/// `end of unit = "year-end" | "month-end"`
fn end_of_unit(tokens: Tokens<'_>) -> Parsed<'_, Said> {
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
fn prefixed(tokens: Tokens<'_>) -> Parsed<'_, Said> {
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

/// `nth of = "the" ordinal day "of" ("this" | "last" | "next") "month"`
fn nth_of(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, day) = preceded(word("the"), ordinal_day).parse(tokens)?;
    let (rest, months) = preceded(opt(word("of")), terminated(shift, word("month"))).parse(rest)?;
    Ok((rest, Said::DayOfMonth { day, months: Some(months) }))
}

/// `nth = "the" ordinal day`, where no noun follows: "the 25th session" is no day.
fn nth(tokens: Tokens<'_>) -> Parsed<'_, Said> {
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

/// `decade = "the" "1990s"`
fn decade(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    map(preceded(word("the"), decade_year), |first| Said::Years { first, last: first + 9 }).parse(tokens)
}

/// `years = year [("-" | "/") year]`, the second perhaps in two digits ("2023-24").
fn years(tokens: Tokens<'_>) -> Parsed<'_, Said> {
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

/// A month with nothing beside it. "by May", "from April": a given name too, where a person may stand; the caller's preposition decides.
fn month_alone(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    map(month, |month| Said::Month { which: Which::Open, month }).parse(tokens)
}

pub(super) fn any_unit(tokens: Tokens<'_>) -> Parsed<'_, Unit> {
    alt((units, unit)).parse(tokens)
}
