//! The dateline before the first sentence of a report: "LIMA, Peru (Agency) -- ", "Quito, 27 Nov 88 (Agency) -- [Text] ".
//!
//! Owns: where the report begins behind it. It is told by its print alone: capitals, figures and commas up to a bracket and a dash.
//! Leaves to: [`crate::names`] which place it names. Knowledge: the datelines of the agencies since 1980, and of broadcasts that others wrote down.

use super::Text;
use super::token::Kind;
use std::ops::Range;

/// Tokens of the longest dateline: two places, a date and an agency.
const LONGEST: usize = 22;
/// Tokens of a paragraph that may open with a place alone.
const SENTENCE: usize = 12;
/// Tokens in its brackets: "(Radio Cadena of the North)".
const BRACKET: usize = 9;

/// The token with which the report begins, where a dateline opens the paragraph with `tokens`.
pub(super) fn end(text: &Text, tokens: Range<usize>) -> Option<usize> {
    // "(Service - Agency (AG)) LIMA, May 3 (AG) -- ": whoever passed the report on, before its own dateline
    if text.kind(tokens.start) == Kind::Open {
        let close = closing(text, tokens.start, tokens.end)?;
        let behind = (close..tokens.end).find(|i| text.kind(*i) != Kind::Close)?;
        return (text.kind(behind) == Kind::Word).then(|| end(text, behind..tokens.end)).flatten();
    }
    // "10 October 2008 – ": a day and no place
    let day = text.kind(tokens.start) == Kind::Number && is_month(text.word(tokens.start + 1));
    let first = text.tokens.get(tokens.start).filter(|t| t.capital && t.kind == Kind::Word || day)?;
    let (mut bracket, mut figures) = (false, day);
    let mut i = tokens.start + 1;
    while i < tokens.end.min(tokens.start + LONGEST) {
        let token = &text.tokens[i];
        match token.kind {
            Kind::Open => {
                let agency = is_agency(text.word(i + 1));
                i = closing(text, i, tokens.end)?;
                bracket = true;
                // "Geneva, Jan 23 (Agency) India said"
                if (first.caps || figures || agency) && is_capital(text, i + 1) {
                    return Some(i + 1);
                }
            }
            Kind::Colon => return behind(text, i, &tokens, bracket || first.caps || figures, bracket),
            Kind::Dash | Kind::Hyphen if token.kind == Kind::Dash || token.spaced => {
                let signs = bracket || first.caps || figures || is_bare(text, i, &tokens);
                return behind(text, i, &tokens, signs, bracket);
            }
            Kind::Symbol if text.word(i) == "_" => return behind(text, i, &tokens, bracket, bracket),
            Kind::Number => figures = true,
            Kind::Comma | Kind::Hyphen | Kind::Symbol | Kind::Stop | Kind::Clitic => {}
            Kind::Word if token.capital || matches!(text.word(i), "de" | "la" | "al" | "el" | "of") => {}
            _ => return None,
        }
        i += 1;
    }
    None
}

/// The token behind the mark at `mark`, where `signs` say that a dateline ends there and a sentence begins: after a bracket anyhow, else with a capital.
fn behind(text: &Text, mark: usize, tokens: &Range<usize>, signs: bool, bracket: bool) -> Option<usize> {
    let same = |i: &usize| text.kind(*i) == text.kind(mark);
    let mut start = (mark + 1..tokens.end).find(|i| !same(i))?;
    // "[Text]": the broadcast as it was heard
    if text.kind(start) == Kind::Open && text.word(start + 1) == "text" {
        start = closing(text, start, tokens.end)? + 1;
    }
    let quoted = text.kind(start) == Kind::Quote;
    let begins = bracket && text.kind(mark) != Kind::Colon || is_capital(text, start) || quoted;
    (signs && begins && start + 2 < tokens.end).then_some(start)
}

/// "Nairobi - Eritrea has": a place of one word or two, and the only such stroke of a sentence.
fn is_bare(text: &Text, mark: usize, tokens: &Range<usize>) -> bool {
    let stroke = |i: &usize| matches!(text.kind(*i), Kind::Dash | Kind::Hyphen) && text.tokens[*i].spaced;
    let place = (tokens.start..mark).all(|i| is_capital(text, i)) && mark - tokens.start <= 2;
    let sentence = tokens.len() >= SENTENCE && tokens.end.checked_sub(1).is_some_and(|last| text.kind(last) == Kind::Stop);
    place && sentence && (mark + 1..tokens.end).find(stroke).is_none()
}

fn is_month(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "january"
            | "jan"
            | "february"
            | "feb"
            | "march"
            | "mar"
            | "april"
            | "apr"
            | "may"
            | "june"
            | "jun"
            | "july"
            | "jul"
            | "august"
            | "aug"
            | "september"
            | "sept"
            | "sep"
            | "october"
            | "oct"
            | "november"
            | "nov"
            | "december"
            | "dec"
    )
}

/// Agencies and stations that print their name in a bracket and no dash behind it: "Nairobi, Kenya (CNN) Ethiopia said".
fn is_agency(word: &str) -> bool {
    matches!(
        word,
        "afp"
            | "ani"
            | "ansa"
            | "ap"
            | "bbc"
            | "cnn"
            | "dpa"
            | "efe"
            | "ians"
            | "ips"
            | "irin"
            | "kyodo"
            | "pti"
            | "reuter"
            | "reuters"
            | "tass"
            | "upi"
            | "voa"
            | "xinhua"
            | "yonhap"
    )
}

fn closing(text: &Text, open: usize, end: usize) -> Option<usize> {
    (open + 1..end.min(open + 1 + BRACKET)).find(|i| text.kind(*i) == Kind::Close)
}

fn is_capital(text: &Text, i: usize) -> bool {
    text.tokens.get(i).is_some_and(|t| t.capital && t.kind == Kind::Word)
}
