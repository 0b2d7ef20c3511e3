//! The day of publication, where the head of a text names one.
//!
//! Owns: dates on a line of their own, in a dateline, in a page's time stamp, under the number of a resolution. A date inside a
//! sentence is no date of publication and is not taken.
//! Leaves to: [`super::input`] dates that the input gives, [`super::html`] those of a page's metadata, [`crate::resolve`] dates
//! that a statement is about.

use super::paragraphs::clip;
use crate::statement::PublishedBasis;
use jiff::civil::Date;

/// Lines at the top that are looked at.
const LINES: usize = 16;

/// The day of publication by the head of `text`; `year` is the year where something else tells it ("OSLO, April 8 -").
///
/// ```
/// use demarche::read::published::published;
/// let (day, _) = published("OSLO, April 7, 1997 (AFP) - The minister said on Monday that talks go on.", None).unwrap();
/// assert_eq!(day.to_string(), "1997-04-07");
/// ```
pub fn published(text: &str, year: Option<i16>) -> Option<(Date, PublishedBasis)> {
    let head = clip(text, 4_000);
    let lines = head.lines().map(str::trim).filter(|l| !l.is_empty()).take(LINES);
    lines
        .into_iter()
        .find_map(|line| dated(clip(line, 240), year))
        .map(|date| (date, PublishedBasis::Text))
}

/// The date of one line, where the line is about a date.
fn dated(line: &str, year: Option<i16>) -> Option<Date> {
    let line = line.trim_matches(|c: char| matches!(c, '*' | '_' | '#' | '(' | ')') || c.is_whitespace());
    if let Some(rest) = line.strip_prefix("date ").or_else(|| line.strip_prefix("Date: ")) {
        return find(rest, year).filter(|d| d.words.start == 0).map(|d| d.date);
    }
    let dateline = dateline(line).and_then(|place| find(place, year));
    if let Some(found) = dateline {
        return Some(found.date);
    }
    let found = find(line, None)?;
    let count = line.split_whitespace().count();
    let around = count - (found.words.end - found.words.start);
    let bare = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    let sentence = line.ends_with(['.', ';', ':']) && line.len() > bare.len() && count > 8;
    let last = found.words.end == count;
    let after_dash = found
        .words
        .start
        .checked_sub(1)
        .and_then(|i| line.split_whitespace().nth(i))
        .is_some_and(|w| matches!(w, "–" | "-" | "—"));
    let adopted = line.starts_with("Resolution ") || line.starts_with("Adopted ") || line.starts_with("on ") && count <= 4;
    (!sentence && around <= 6 && !runs_on(line, &found) || last && after_dash || adopted && last).then_some(found.date)
}

/// Prose around a date begins or goes on with a small word: "on 4 March 2022 the ministers".
fn runs_on(line: &str, found: &Found) -> bool {
    let small = |word: &str| word.chars().filter(|c| c.is_lowercase()).count() == word.chars().count() && word.len() > 1;
    let stamps = [
        "by",
        "of",
        "on",
        "at",
        "published",
        "updated",
        "posted",
        "am",
        "pm",
        "kst",
        "gmt",
        "international",
    ];
    let others = line
        .split_whitespace()
        .enumerate()
        .filter(|(i, _)| !found.words.contains(i))
        .map(|(_, w)| w.trim_matches(|c: char| !c.is_alphanumeric()));
    others.filter(|w| small(w) && !stamps.contains(w)).count() > 0 || line.ends_with(',')
}

/// What stands before the sentence: "OSLO, April 7 (AFP)" of "OSLO, April 7 (AFP) - The minister".
fn dateline(line: &str) -> Option<&str> {
    let capitals = line
        .split(|c: char| !c.is_alphabetic())
        .next()
        .is_some_and(|w| w.chars().count() >= 3 && w.chars().all(char::is_uppercase));
    if !capitals {
        return None;
    }
    let end = [
        " - ",
        " -- ",
        " — ",
        " – ",
        "--",
        "(AFP)",
        "(AP)",
        "(Reuters)",
        "(Xinhua)",
        "(Yonhap)",
    ]
    .iter()
    .filter_map(|s| line.find(s))
    .min()?;
    (end <= 70).then(|| &line[..end])
}

struct Found {
    date: Date,
    /// The words of the line that make the date.
    words: std::ops::Range<usize>,
}

/// The first date among the words of `line`.
fn find(line: &str, year: Option<i16>) -> Option<Found> {
    let words: Vec<&str> = line.split_whitespace().take(60).collect();
    (0..words.len()).find_map(|at| date_at(&words, at, year))
}

/// `2024-10-26`, `Feb. 23, 2024`, `23 February 2024`, `16-17 November, 2023` (the last day counts).
fn date_at(words: &[&str], at: usize, year: Option<i16>) -> Option<Found> {
    let figures_in = words[at].bytes().any(|b| b.is_ascii_digit());
    if figures_in && let Some(date) = figures(words[at]) {
        return Some(Found { date, words: at..at + 1 });
    }
    if !figures_in && month(words[at]).is_none() {
        return None;
    }
    // a comma may stand apart ("April 8 , 1997")
    let mut parts = words
        .iter()
        .enumerate()
        .skip(at)
        .filter(|(_, w)| w.chars().any(char::is_alphanumeric))
        .map(|(i, w)| (i, *w));
    let (_, first) = parts.next().filter(|(i, _)| *i == at)?;
    let (second_at, second) = parts.next()?;
    let third = parts.next();
    let (month, day) = match (month(first), day(second)) {
        (Some(month), Some(day)) => (month, day),
        _ => (month(second)?, day(first)?),
    };
    let (end, year) = match third.and_then(|(i, w)| Some((i, full_year(w)?))) {
        Some((i, year)) => (i + 1, year),
        None => (second_at + 1, year?),
    };
    let date = Date::new(year, month, day).ok()?;
    Some(Found { date, words: at..end })
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The months by their names, January first.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month by its name or an abbreviation of it.
pub(crate) fn month(word: &str) -> Option<i8> {
    // no month begins with another letter
    let first = word.bytes().find(u8::is_ascii_alphanumeric)?;
    if !matches!(first | 0x20, b'j' | b'f' | b'm' | b'a' | b's' | b'o' | b'n' | b'd') {
        return None;
    }
    let word = bare(word);
    if !(3..=9).contains(&word.len()) {
        return None;
    }
    let short = |m: &str| word.len() <= 4 && m.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let at = MONTHS.iter().position(|m| m.eq_ignore_ascii_case(word) || short(m))?;
    i8::try_from(at + 1).ok()
}

fn day(word: &str) -> Option<i8> {
    let last = bare(word).rsplit(['-', '–', '/']).next()?;
    let number = last.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = &last[number.len()..];
    (matches!(ending, "" | "st" | "nd" | "rd" | "th") && number.len() <= 2)
        .then(|| number.parse().ok())?
        .filter(|d| (1..=31).contains(d))
}

fn full_year(word: &str) -> Option<i16> {
    let word = bare(word);
    (word.len() == 4).then(|| word.parse().ok())?.filter(|y| (1800..=2200).contains(y))
}

/// A day in figures, year first: "2024-10-26", also with a time behind it ("2024-10-26T10:00:00Z"), "2024.10.26.", "2024/10/26".
pub(super) fn figures(word: &str) -> Option<Date> {
    let day = word.split(['T', ' ']).next()?.trim_matches(|c: char| !c.is_ascii_digit());
    let mut parts = day.split(['-', '.', '/']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none() && year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
    if !whole {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A date in a field that is a date and nothing else, as people and pages write it.
pub(super) fn field(value: &str) -> Option<Date> {
    let value = clip(value.trim(), 80);
    figures(value)
        .or_else(|| find(value, None).map(|f| f.date))
        .or_else(|| compact(value))
}

/// "20241026", perhaps with a time behind it.
fn compact(value: &str) -> Option<Date> {
    let digits = value.get(..8).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
    Date::new(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{field, published};
    use proptest::prelude::*;

    fn day(text: &str) -> Option<String> {
        published(text, None).map(|(date, _)| date.to_string())
    }

    #[test]
    fn dates_at_the_head_are_found() {
        for (text, expected) in [
            (
                "Ministers meet again\n\nFeb. 3, 2021 - 10:05 By Ann Lee\nThe ministers met.",
                "2021-02-03",
            ),
            ("Resolution 12 (1950)\nof 7 June 1950\n\nThe Council,", "1950-06-07"),
            ("OSLO, April 8 , 1997 (AFP)\n\nMinister visits", "1997-04-08"),
            ("Ministers meet\n2024-10-26\nOSLO, Oct. 26 (Xinhua) -- They met.", "2024-10-26"),
            (" date 2019-04-21 The Council adopted a text.", "2019-04-21"),
            ("29 JUNE 2015\nSC/1", "2015-06-29"),
            ("FOR THE PRESS 3rd April, 1968.", "1968-04-03"),
            (
                "Press Statement on the Attack in the Port – 4 September 2016\n\nThe members",
                "2016-09-04",
            ),
            ("**Lima, 15-16 November 2022**\n\n1\\. We met.", "2022-11-16"),
            ("Adopted by the Council at its 12th meeting,\non 4 December 2002\n", "2002-12-04"),
            ("APP Published 08 May, 2023 06:40am", "2023-05-08"),
        ] {
            assert_eq!(day(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn dates_in_sentences_are_none() {
        for text in [
            "The ministers met in Oslo on 4 March 2022 to discuss the border.",
            "The pact of May 14, 2019 was renewed.",
            "Leaders met in Lima\non November 16, 2023 and agreed on the\nplan.",
            "Version 1.2.3 of the text",
            "",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn a_dateline_without_a_year_needs_one() {
        let text = "WASHINGTON, April 8 (AFP) - The minister spoke.";
        assert_eq!(day(text), None);
        assert_eq!(
            published(text, Some(1997)).map(|(d, _)| d.to_string()).as_deref(),
            Some("1997-04-08")
        );
    }

    #[test]
    fn fields_are_read_as_pages_write_them() {
        for value in [
            "2024-10-26T10:00:00+09:00",
            "2024.10.26.",
            "26 October 2024",
            "October 26, 2024 10:00",
            "20241026T1000",
            "Sat, 26 Oct 2024 10:00:00 GMT",
        ] {
            assert_eq!(field(value).map(|d| d.to_string()).as_deref(), Some("2024-10-26"), "{value}");
        }
        assert_eq!(field("2024-02-31"), None);
        assert_eq!(field("yesterday"), None);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in any::<String>(), words in "[0-9A-Za-z.,/: \n-]{0,80}") {
            let _ = (published(&text, Some(2024)), field(&text), published(&words, None), field(&words));
        }
    }
}
