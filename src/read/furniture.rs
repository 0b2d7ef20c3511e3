//! Page furniture, by what one paragraph shows by itself.
//!
//! Owns: telling menus, bylines, datelines, symbols, contacts, links, copyright and the author's biography.
//! Leaves to: [`super::phrases`] their words, [`super::kinds`] what follows from the place in the whole text.

use super::kinds::is_latin;
use super::paragraphs::{clip, ends_sentence};
use super::phrases::{CREDITS, LABELS, LEADS, MENU_WORDS, holds, opens};
use super::shape::Shape;
use crate::marks::is_quote;
use crate::sought::{self, Sought};

/// Whether a paragraph is furniture by its own words. `latin_text`: the document as a whole is in Latin letters.
pub(super) fn is_furniture(shape: &Shape, latin_text: bool, after_source: bool, last: bool) -> bool {
    let short = shape.words <= 25;
    is_wordless(shape)
        || latin_text && is_other_script(shape)
        || is_menu(shape)
        || shape.begins(MARKUP)
        || short && (is_byline(shape) || is_dateline(shape) || is_symbol(shape) || is_contact(shape) || is_link(shape))
        || is_copyright(shape)
        || is_note(shape)
        || (after_source || last) && is_biography(shape, after_source)
}

const MARKUP: &[&str] = &["<!--", "![](", "<img ", "<hr", "&nbsp;", "&#"];

/// Rules, page numbers, stars: no letter in it.
fn is_wordless(shape: &Shape) -> bool {
    !shape.bare.chars().any(char::is_alphabetic)
}

fn is_other_script(shape: &Shape) -> bool {
    const SEEN: usize = 2_000;
    if shape.bare.is_ascii() {
        return false;
    }
    let letters = shape.bare.chars().filter(|c| c.is_alphabetic()).take(SEEN);
    let (latin, all) = letters.fold((0, 0), |(latin, all), c| (latin + usize::from(is_latin(c)), all + 1));
    latin * 2 < all
}

fn is_menu(shape: &Shape) -> bool {
    if shape.words > 20 {
        return false;
    }
    let mut words = shape
        .lower
        .split(|c: char| c.is_whitespace() || matches!(c, '|' | '·' | '/'))
        .filter(|w| w.chars().any(char::is_alphabetic));
    let all_menu = words.all(|w| holds(MENU_WORDS, w.trim_matches(|c: char| !c.is_alphanumeric() && c != '_')));
    let bars = shape.bare.matches(" | ").count();
    let gallery = shape.begins(&["slideshow (", "gallery ("]) && shape.words <= 4;
    all_menu
        || holds(LABELS, shape.plain())
        || gallery
        || bars >= 2 && !shape.ends
        || shape.begins(&["categories:", "tags:", "tagged:", "topics:", "filed under"])
}

/// "By Ann Lee", "Reporter Kim", "Feb. 3, 2020 - 10:00 By Ann Lee", "Updated 3 May 2021", "Reporting by ...; editing by ...".
fn is_byline(shape: &Shape) -> bool {
    // "Lee reported from Oslo.": names on both sides, so that no news from a place is meant
    let from = || {
        let parted = shape.bare.split_once(" reported from ");
        parted.is_some_and(|(who, place)| are_names(who) && are_names(place))
    };
    let helped = || HELPED.iter().any(|w| shape.holds(w)) && shape.bare.matches(". ").count() <= 1;
    let credited = || !shape.ends || shape.bare.starts_with(['(', '—']) || shape.holds(&EDITING);
    if opens(CREDITS, &shape.lower) && credited() || shape.words <= 8 && from() || shape.words <= 15 && helped() {
        return true;
    }
    let by_name =
        shape.lower.strip_prefix("by ").is_some() && shape.words <= 9 && !shape.ends && are_names(shape.bare.get(3..).unwrap_or(""));
    let digits = || shape.bare.bytes().filter(u8::is_ascii_digit).count();
    let stamp = || STAMPS.iter().any(|w| shape.holds(w));
    let dated_by = || {
        let parted = shape.bare.split_once(" By ").or_else(|| shape.bare.split_once(" by "));
        parted.is_some_and(|(before, name)| {
            has_date(&before.to_lowercase())
                && before.split_whitespace().count() <= 6
                && name.split_whitespace().count() <= 5
                && are_names(name)
        })
    };
    let stamped = shape.words <= 12 && !shape.ends && digits() >= 4 && has_date(&shape.lower) && (stamp() || dated_by());
    let reporter = shape.words <= 10 && !shape.ends && (shape.holds(&REPORTER) || shape.lower.ends_with(" reporter"));
    by_name || stamped || reporter
}

static HELPED: [Sought; 2] = sought::all(["contributed to this report", "contributed to this story"]);
static EDITING: Sought = Sought::new("editing by");
static STAMPS: [Sought; 4] = sought::all(["published", "updated", "posted", "modified"]);
static REPORTER: Sought = Sought::new("= reporter");

/// All words begin with a capital, save those that names hold ("van", "and", "of").
fn are_names(words: &str) -> bool {
    words.split_whitespace().all(|w| {
        w.starts_with(|c: char| !c.is_lowercase()) || matches!(w, "and" | "van" | "von" | "de" | "der" | "al" | "bin" | "in" | "of" | "for")
    })
}

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A month's name or a day in figures.
fn has_date(lower: &str) -> bool {
    lower
        .split(|c: char| c.is_whitespace() || c == ',')
        .any(|w| is_month(w) || is_figures(w))
}

fn is_month(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let full = [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "sept",
        "october",
        "november",
        "december",
    ];
    MONTHS.contains(&word) || full.contains(&word)
}

/// "2020-02-03", "3/2/2020", "2020.02.03."
fn is_figures(word: &str) -> bool {
    let parts: Vec<&str> = word.trim_end_matches('.').split(['-', '/', '.']).take(4).collect();
    parts.len() == 3
        && parts
            .iter()
            .all(|p| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
}

/// A place and a date, or a date alone, with no sentence behind it: "OSLO, April 7, 1997 (AFP)", "16 January 2014".
fn is_dateline(shape: &Shape) -> bool {
    if shape.words > 9 || shape.bare.ends_with(':') || shape.ends && !shape.bare.ends_with(')') {
        return false;
    }
    let digits = shape.bare.chars().filter(char::is_ascii_digit).count();
    let mut others = shape
        .bare
        .split(|c: char| c.is_whitespace() || c == ',' || c == '-' || c == '–')
        .filter(|w| w.chars().any(char::is_alphabetic) && !is_month(&w.to_lowercase()) && !w.starts_with('('));
    let capital = |w: &str| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || w == "date";
    let dated = digits > 0 && has_date(&shape.lower) && others.clone().count() <= 3 && others.all(capital);
    let agency = shape.words <= 6
        && [
            "(afp)",
            "(ap)--",
            "(ap) --",
            "(ap)",
            "(reuters)",
            "(xinhua)",
            "(xinhua) --",
            "(yonhap)",
            "(upi)",
        ]
        .iter()
        .any(|a| shape.lower.ends_with(a));
    dated || agency
}

/// A document's symbol: "S/RES/1445 (2002)", "02-72318 (E)", "SC/11955".
fn is_symbol(shape: &Shape) -> bool {
    let long = |w: &str| w.chars().filter(|c| c.is_lowercase()).count() >= 3;
    let marked = shape
        .bare
        .split_whitespace()
        .any(|w| w.contains(['/', '-']) && w.bytes().any(|b| b.is_ascii_digit()));
    let prefixed =
        shape.words <= 3 && shape.bare.bytes().any(|b| b.is_ascii_digit()) && !shape.bare.bytes().any(|b| b.is_ascii_lowercase());
    shape.words <= 4 && !shape.ends && !shape.bare.split_whitespace().any(long) && (marked || prefixed)
}

/// A line with an address of mail, to write to somebody.
fn is_contact(shape: &Shape) -> bool {
    static HIDDEN: Sought = Sought::new("[email protected]");
    static NUMBERS: [Sought; 2] = sought::all([" by phone ", "(+"]);
    let mail = || HIDDEN.is_in(&shape.lower) || shape.lower.split_whitespace().any(is_mail);
    let numbers = || shape.begins(&["tel:", "tel.", "tel +", "phone:", "fax:"]) || NUMBERS.iter().any(|w| shape.holds(w));
    (shape.words <= 8 || shape.begins(&["email ", "e-mail ", "send ", "contact ", "write to "])) && mail()
        || !shape.ends && shape.words <= 20 && numbers()
}

fn is_mail(word: &str) -> bool {
    word.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// Lines that lead to another page.
fn is_link(shape: &Shape) -> bool {
    static NETWORKS: [Sought; 5] = sought::all(["twitter", "facebook", "instagram", "telegram", "youtube"]);
    static CLICK: Sought = Sought::new(" click ");
    static SAID: Sought = Sought::new(" said");
    let follows = shape.begins(&["follow "]) && shape.words <= 12 && NETWORKS.iter().any(|w| shape.holds(w));
    let last = shape.lower.split_whitespace().next_back();
    let clicks = last.is_some_and(|w| w.contains('/') || w.starts_with("here")) && shape.holds(&CLICK);
    // "Somebody asked to explain the vote Read more": the link's word stuck to the title of another article
    let stuck = shape.lower.strip_suffix(" read more").is_some_and(|rest| !ends_sentence(rest));
    // a longer sentence, or one that quotes somebody, only begins with such words
    let sentence = || shape.ends && (shape.words > 10 || shape.holds(&SAID) || shape.bare.contains(is_quote));
    let label = || shape.lower.split_once(':').map(|(label, _)| label.split_whitespace().count());
    let labelled = || label().is_some_and(|words| words <= 2);
    opens(LEADS, &shape.lower) && (labelled() || !sentence()) || follows || clicks || stuck
}

fn is_copyright(shape: &Shape) -> bool {
    static RESERVED: Sought = Sought::new("all rights reserved");
    static FREE: Sought = Sought::new("available without charge");
    static PUBLISHER: Sought = Sought::new("publisher");
    static REPRODUCTION: Sought = Sought::new("unauthorized reproduction");
    // "Copyright talks between ..." is news, "Copyright 2020" is none
    let named = shape.lower.strip_prefix("copyright").is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.starts_with("by ") || !rest.starts_with(char::is_alphabetic)
    });
    let first = named || shape.begins(&["©", "(c) ", "ⓒ", "<저작권자"]);
    let reserved = || shape.holds(&RESERVED);
    let licence = || shape.holds(&FREE) && shape.holds(&PUBLISHER) || shape.holds(&REPRODUCTION);
    shape.words <= 40 && (first && (!shape.ends || shape.words <= 12) || reserved()) || shape.words <= 80 && licence()
}

/// Notes of the page about itself, and source references at the foot of a resolution.
fn is_note(shape: &Shape) -> bool {
    static TRANSLATED: Sought = Sought::new("translat");
    static NOTES: [Sought; 4] = sought::all([
        "provisional translation",
        "unofficial translation",
        "translated by ai",
        "machine translation",
    ]);
    let starred = shape.bare.starts_with(['※', '(']) || shape.words <= 60;
    let translated = || shape.holds(&TRANSLATED) && NOTES.iter().any(|p| shape.holds(p));
    let browser = shape.begins(&[
        "please upgrade your browser",
        "media playback is unsupported",
        "javascript is",
        "your browser does not",
    ]) && shape.words <= 40;
    let number = shape.bare.bytes().take_while(u8::is_ascii_digit).count();
    let rest = shape.lower.get(number..).unwrap_or("").trim_start();
    let reference = (1..=3).contains(&number)
        && [
            "ibid",
            "official records",
            "united nations, treaty series",
            "see official records",
            "see a/",
            "see s/",
            "document ",
        ]
        .iter()
        .any(|p| rest.starts_with(p));
    starred && translated() || browser || reference
}

/// "Ann Lee is a reporter for the Herald": who wrote it, at the very end.
fn is_biography(shape: &Shape, after_source: bool) -> bool {
    const TRADES: &[&str] = &[
        "journalist",
        "reporter",
        "writer",
        "columnist",
        "correspondent",
        "contributor",
        "editor",
        "author",
        "blogger",
    ];
    let head = clip(&shape.lower, 160);
    let named = shape.bare.split_whitespace().take(2).all(|w| w.starts_with(char::is_uppercase));
    let is = [" is a ", " is an ", " is the "]
        .iter()
        .find_map(|p| head.split_once(p))
        .map(|(before, after)| (before.split_whitespace().count(), after));
    let Some((before, after)) = is else { return false };
    let trade = TRADES.iter().any(|t| after.contains(t));
    let outlet = after_source
        || [" for the ", " at the ", " based in ", " covering "]
            .iter()
            .any(|p| after.contains(p));
    named && before <= 5 && trade && outlet && !shape.bare.contains(is_quote)
}
