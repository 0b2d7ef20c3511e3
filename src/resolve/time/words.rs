//! The words that times are made of: months, weekdays, numbers, units.
//!
//! Owns: what one token can mean in a time.
//! Leaves to: [`super::phrase`] how they stand together.
//! Months and weekdays need their capital, since "may", "march" and "august" are other words too.

use crate::read::published::MONTHS;
use crate::text::Text;
use crate::text::slice::{Parsed, Tokens, token};
use crate::text::token::Kind;
use jiff::civil::Weekday;

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

const NUMBERS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// `month = "January" | "Jan." | "Jan" | ...`
pub(super) fn month(tokens: Tokens<'_>) -> Parsed<'_, i8> {
    token(|text, i| if capital(text, i) { month_number(text.word(i)) } else { None })(tokens)
}

/// The number of the month that the lower-case `form` names.
fn month_number(form: &str) -> Option<i8> {
    let form = form.trim_end_matches('.');
    let full = |m: &str| m == form || m.get(..3) == Some(form) || (m == "september" && form == "sept");
    MONTHS.iter().position(|m| full(m)).and_then(|m| i8::try_from(m + 1).ok())
}

/// `weekday = "Monday" | ...`
pub(super) fn weekday(tokens: Tokens<'_>) -> Parsed<'_, Weekday> {
    token(|text, i| {
        if capital(text, i) {
            WEEKDAYS.iter().find(|(name, _)| *name == text.word(i)).map(|(_, day)| *day)
        } else {
            None
        }
    })(tokens)
}

fn capital(text: &Text, i: usize) -> bool {
    text.tokens.get(i).is_some_and(|t| t.capital)
}

/// `day = "1" ... "31"`, with nothing behind it.
pub(super) fn day(tokens: Tokens<'_>) -> Parsed<'_, i8> {
    token(|text, i| {
        text.word(i)
            .parse()
            .ok()
            .filter(|day| (1..=31).contains(day) && !text.word(i).starts_with('0'))
    })(tokens)
}

/// `ordinal day = "1st" ... "31st"`
pub(super) fn ordinal_day(tokens: Tokens<'_>) -> Parsed<'_, i8> {
    token(|text, i| {
        let form = text.word(i);
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| form.strip_suffix(ending))?;
        digits.parse().ok().filter(|day| (1..=31).contains(day))
    })(tokens)
}

/// `year = "1800" ... "2199"`: what diplomats write about; "1540" is more often a resolution.
pub(super) fn year(tokens: Tokens<'_>) -> Parsed<'_, i16> {
    token(|text, i| year_number(text.word(i)))(tokens)
}

fn year_number(form: &str) -> Option<i16> {
    if form.len() != 4 {
        return None;
    }
    form.parse().ok().filter(|year| (1800..2200).contains(year))
}

/// `prefixed year = "mid-2025" | "end-2025" | "late-2025" | ...`: the prefix and the year.
pub(super) fn prefixed_year(tokens: Tokens<'_>) -> Parsed<'_, (&str, i16)> {
    token(|text, i| {
        text.word(i)
            .split_once('-')
            .and_then(|(prefix, year)| Some((prefix, year_number(year)?)))
    })(tokens)
}

/// `decade = "1990s" | "2030s" | ...`: its first year.
pub(super) fn decade_year(tokens: Tokens<'_>) -> Parsed<'_, i16> {
    token(|text, i| text.word(i).strip_suffix('s').and_then(year_number).filter(|year| year % 10 == 0))(tokens)
}

/// `count = "1" | "one" | "a" | ... | "twelve"`
pub(super) fn count(tokens: Tokens<'_>) -> Parsed<'_, i32> {
    token(|text, i| {
        let form = text.word(i);
        if matches!(form, "a" | "an") {
            return Some(1);
        }
        let named = NUMBERS.iter().position(|n| *n == form).and_then(|n| i32::try_from(n).ok());
        named.or_else(|| form.parse().ok()).filter(|n| (1..=1000).contains(n))
    })(tokens)
}

/// `some = "few" | "several" | ...`: a number that nobody knows.
pub(super) fn some(tokens: Tokens<'_>) -> Parsed<'_, ()> {
    token(|text, i| matches!(text.word(i), "few" | "several" | "some" | "many" | "couple").then_some(()))(tokens)
}

/// `unit = "day" | "week" | ...`, in the singular.
pub(super) fn unit(tokens: Tokens<'_>) -> Parsed<'_, Unit> {
    token(|text, i| unit_named(text.word(i)))(tokens)
}

/// `units = "days" | "weeks" | ...`, in the plural.
pub(super) fn units(tokens: Tokens<'_>) -> Parsed<'_, Unit> {
    token(|text, i| {
        let form = text.word(i);
        if form == "centuries" {
            Some(Unit::Century)
        } else {
            form.strip_suffix('s').and_then(unit_named)
        }
    })(tokens)
}

/// Whether a word is one of those without one of which no words are a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A digit, a unit, "today".
    Always,
    /// A month or a weekday.
    WithCapital,
    /// Any other word.
    Never,
}

/// What sort of sign a lower-case `form` is.
pub(super) fn sign(form: &str) -> Sign {
    // asked of every form of a text: many begin with another letter than all of these
    let begins = |b: u8| matches!(b, b'a' | b'c'..=b'f' | b'j' | b'm'..=b'o' | b'q' | b's'..=b't' | b'w' | b'y');
    let digit = || form.bytes().any(|b| b.is_ascii_digit());
    if !form.bytes().next().is_some_and(begins) && !form.ends_with("-end") {
        return if digit() { Sign::Always } else { Sign::Never };
    }
    let named = || {
        matches!(
            form,
            "today" | "tonight" | "yesterday" | "tomorrow" | "morning" | "afternoon" | "evening" | "night" | "future" | "centuries"
        ) || unit_named(form.trim_end_matches('s')).is_some()
            || form.ends_with("-end")
    };
    if digit() || named() {
        Sign::Always
    } else if month_number(form).is_some() || is_weekday(form) {
        Sign::WithCapital
    } else {
        Sign::Never
    }
}

/// Whether a time can begin with tokens `i` and the next: few do, and the grammar ([`super::phrase::time`]) is not tried at the others.
pub(super) fn begins(text: &Text, i: usize) -> bool {
    opens(text, i) && goes_on(text, i)
}

/// Whether token `i` is one of all first words of a time.
fn opens(text: &Text, i: usize) -> bool {
    let form = text.word(i);
    let known = || {
        matches!(
            form,
            // bounds and places
            "by" | "until" | "till" | "through" | "before" | "prior" | "ahead" | "since" | "as" | "starting" | "effective" | "from" | "after"
                | "between" | "within" | "inside" | "no" | "not" | "at" | "in" | "during" | "for" | "throughout" | "of" | "around" | "on"
            // parts
                | "first" | "second" | "third" | "fourth" | "latter" | "end" | "close" | "beginning" | "start" | "middle" | "early" | "mid"
                | "late" | "year-end" | "month-end"
            // from now
                | "the" | "this" | "that" | "these" | "last" | "past" | "next" | "coming" | "upcoming" | "recent" | "following" | "previous"
                | "preceding" | "same" | "earlier" | "later" | "today" | "tonight" | "yesterday" | "tomorrow"
            // counts
                | "a" | "an" | "few" | "several" | "some" | "many" | "couple"
        ) || NUMBERS.contains(&form)
    };
    form.bytes().any(|b| b.is_ascii_digit()) || capital(text, i) && (month_number(form).is_some() || is_weekday(form)) || known()
}

/// Whether the token behind `first` lets a time go on that begins there: behind a preposition and behind "the" stands something else
/// nearly always.
fn goes_on(text: &Text, first: usize) -> bool {
    let preposition = matches!(
        text.word(first),
        "in" | "during"
            | "for"
            | "throughout"
            | "of"
            | "on"
            | "by"
            | "until"
            | "till"
            | "through"
            | "before"
            | "since"
            | "from"
            | "after"
            | "between"
    );
    let next = first + usize::from(preposition);
    if preposition && !opens(text, next) && text.word(next) != "about" {
        return false;
    }
    text.word(next) != "the" || opens(text, next + 1) || matches!(text.word(next + 1), "current" | "present" | "near" | "year" | "day")
}

fn is_weekday(form: &str) -> bool {
    WEEKDAYS.iter().any(|(name, _)| *name == form)
}

fn unit_named(form: &str) -> Option<Unit> {
    Some(match form {
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

/// `ordinal = "first" | "second" | "third" | "fourth" | "1st" ...`
pub(super) fn ordinal(tokens: Tokens<'_>) -> Parsed<'_, i8> {
    token(|text, i| match text.word(i) {
        "first" | "1st" => Some(1),
        "second" | "2nd" => Some(2),
        "third" | "3rd" => Some(3),
        "fourth" | "4th" => Some(4),
        _ => None,
    })(tokens)
}

/// `iso = year "-" month "-" day`, or one token with stops or strokes in it ("2024/10/26", "26.10.2024").
pub(super) fn iso_date(tokens: Tokens<'_>) -> Parsed<'_, (i16, i8, i8)> {
    if let Ok(found) = token(|text, i| joined_date(text.word(i)))(tokens) {
        return Ok(found);
    }
    let (rest, y) = year(tokens)?;
    let (rest, _) = hyphen(rest)?;
    let (rest, m) = two_digits(rest)?;
    let (rest, _) = hyphen(rest)?;
    let (rest, d) = two_digits(rest)?;
    Ok((rest, (y, m, d)))
}

/// `26/10/2024` is left out: nobody can tell the day from the month.
fn joined_date(form: &str) -> Option<(i16, i8, i8)> {
    let parts = |by: char| {
        let mut parts = form.split(by);
        let found = (parts.next()?, parts.next()?, parts.next()?);
        parts.next().is_none().then_some(found)
    };
    if let Some((y, m, d)) = parts('/').or_else(|| parts('.'))
        && let Some(year) = year_number(y)
    {
        return Some((year, m.parse().ok()?, d.parse().ok()?));
    }
    let (d, m, y) = parts('.')?;
    Some((year_number(y)?, m.parse().ok()?, d.parse().ok()?))
}

fn two_digits(tokens: Tokens<'_>) -> Parsed<'_, i8> {
    token(|text, i| Some(text.word(i)).filter(|w| w.len() == 2).and_then(|w| w.parse().ok()))(tokens)
}

/// A hyphen or dash with no space before it.
pub(super) fn hyphen(tokens: Tokens<'_>) -> Parsed<'_, usize> {
    token(|text, i| (matches!(text.kind(i), Kind::Hyphen | Kind::Dash) && text.tokens.get(i).is_some_and(|t| !t.spaced)).then_some(i))(
        tokens,
    )
}
