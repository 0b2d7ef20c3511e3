//! Times with a preposition that changes what they mean: deadlines, beginnings, spans between two times.
//!
//! Owns: "by", "until", "before", "since", "from ... to", "within", and "in three months".
//! Leaves to: [`super::phrase`] the time behind the preposition.

use super::calendar::{Bound, Said};
use super::phrase::{any, any_unit};
use super::words::{count, some, unit};
use crate::statement::Granularity;
use crate::text::slice::{Parsed, Tokens, kind, one_of, phrase, word};
use crate::text::token::Kind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, not, opt, value};
use nom::sequence::{pair, preceded, terminated};

/// `bounded = "from" any ("to" | "until" ...) any | "between" any "and" any | ("by" | "until" ...) any | "within" ...`
pub(super) fn bounded(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    alt((between, within, hence, bound_by)).parse(tokens)
}

fn between(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let to = || one_of(&["to", "until", "till", "through"]);
    let ends = |(first, last)| Said::Between {
        first: Box::new(first),
        last: Box::new(last),
    };
    alt((
        map(preceded(word("from"), pair(any, preceded(to(), any))), ends),
        map(preceded(word("between"), pair(any, preceded(word("and"), any))), ends),
    ))
    .parse(tokens)
}

/// `within = ("within" | "inside") ["the" ["next" | "coming"]] count unit | "within" "the" unit`
fn within(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, _) = one_of(&["within", "inside"])(tokens)?;
    let (rest, _) = opt(preceded(word("the"), opt(one_of(&["next", "coming"])))).parse(rest)?;
    let stretch = terminated(pair(count, any_unit), not(counted_from));
    alt((
        map(stretch, |(count, unit)| Said::Stretch { count, unit }),
        value(Said::Vague(Granularity::Range), pair(alt((value((), count), some)), any_unit)),
        map(preceded(opt(word("this")), unit), |unit| Said::Rest {
            later: true,
            of: Box::new(Said::Around { unit, shift: 0 }),
        }),
    ))
    .parse(rest)
}

/// After "within three months": the words name another day to count from.
fn counted_from(tokens: Tokens<'_>) -> Parsed<'_, usize> {
    one_of(&["of", "after", "from", "following"])(tokens)
}

/// `hence = "in" count units ["'" "time"]`
fn hence(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, (count, unit)) = preceded(word("in"), pair(count, any_unit)).parse(tokens)?;
    match pair(kind(Kind::Clitic), word("time")).parse(rest) {
        Ok((rest, _)) => Ok((rest, Said::Away { count, unit })),
        Err(_) => Ok((rest, Said::Hence { count, unit })),
    }
}

fn bound_by(tokens: Tokens<'_>) -> Parsed<'_, Said> {
    let (rest, bound) = bound(tokens)?;
    let (rest, _) = opt(alt((
        phrase("at least"),
        phrase("the latest"),
        value((), one_of(&["about", "around", "at", "in", "on"])),
    )))
    .parse(rest)?;
    let (rest, of) = any(rest)?;
    // "from Nov. 20 to 23": the run of days has both ends already
    let is_run = matches!(of, Said::Days { first, last, .. } if first < last);
    Ok((
        rest,
        if bound == Bound::From && is_run {
            of
        } else {
            Said::Bound { bound, of: Box::new(of) }
        },
    ))
}

/// `bound = "by" | "until" | "before" | "since" | "after" | ...`
fn bound(tokens: Tokens<'_>) -> Parsed<'_, Bound> {
    alt((
        value(
            Bound::Until,
            (
                opt(word("by")),
                alt((phrase("no later than"), phrase("not later than"), phrase("at the latest by"))),
            ),
        ),
        value(Bound::Until, one_of(&["by", "until", "till", "through"])),
        value(Bound::Before, alt((phrase("prior to"), phrase("before"), phrase("ahead of")))),
        value(Bound::Since, word("since")),
        value(
            Bound::From,
            alt((
                phrase("as of"),
                phrase("as from"),
                phrase("starting"),
                phrase("beginning"),
                phrase("effective"),
                phrase("from"),
            )),
        ),
        value(Bound::After, word("after")),
    ))
    .parse(tokens)
}
