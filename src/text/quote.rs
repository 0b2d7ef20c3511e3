//! Quotation marks, paired.
//!
//! Owns: which mark opens and which closes, also where prose opens twice and closes once, never closes, or goes on over
//! paragraphs with a new opening mark each.
//! Leaves to: [`crate::grammar`] what the words inside mean.

use super::token::{Kind, Token};
use crate::marks::is_apostrophe;
use std::ops::Range;

/// A quotation: two marks and the tokens between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Token of the opening mark.
    pub open: usize,
    /// Tokens inside.
    pub inside: Range<usize>,
    /// First token after the quotation and its closing mark.
    pub end: usize,
    /// A closing mark was found; else the quotation runs to the end of its paragraph.
    pub closed: bool,
    /// Made of single marks, as inside another quotation or around a name.
    pub single: bool,
    /// It goes on in a later paragraph that opens with a mark again.
    pub continues: bool,
}

/// Which side of a quotation a mark is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Open,
    Close,
    Either,
}

/// Pairs the marks of one paragraph (`tokens[range]`), in text order.
pub(super) fn pair(text: &str, tokens: &mut [Token], range: Range<usize>, quotes: &mut Vec<Quote>) {
    let mut open: Option<usize> = None;
    let mut open_single: Option<usize> = None;
    let mut nested: Option<usize> = None;
    let first = quotes.len();
    for i in range.clone() {
        if tokens[i].kind != Kind::Quote {
            continue;
        }
        let mark = tokens[i].place.of(text);
        if is_single(mark) {
            pair_single(text, tokens, &range, i, &mut open_single, quotes);
            continue;
        }
        if nested == Some(i) {
            nested = None;
            continue;
        }
        match (side(mark, tokens, &range, i), open) {
            (Side::Open | Side::Either, None) => open = Some(i),
            (Side::Open, Some(before)) if closes_late(text, tokens, &range, i) => {
                quotes.push(closed(before, i, false));
                open = None;
            }
            (Side::Open, Some(before)) => {
                nested = nested_close(text, tokens, &range, i);
                if let Some(close) = nested {
                    // a "word" so marked inside it, as where only straight marks are at hand
                    quotes.push(closed(i, close, true));
                } else {
                    // opened twice, closed once: the second mark begins the quotation anew, the first lost its partner
                    quotes.push(unclosed(before, i, false));
                    open = Some(i);
                }
            }
            (Side::Close | Side::Either, Some(before)) => {
                quotes.push(closed(before, i, false));
                open = None;
            }
            (Side::Close, None) => {}
        }
    }
    if let Some(before) = open {
        quotes.push(unclosed(before, range.end, false));
    }
    // "said: 'The plan is dead.", and the next paragraph opens with a mark again
    let goes_on = |i: usize| i == range.start && quotes[..first].last().is_some_and(|q| q.single && !q.closed && q.end == i);
    let told = |i: usize| i > range.start && matches!(tokens[i - 1].kind, Kind::Colon | Kind::Comma);
    if let Some(before) = open_single.filter(|i| told(*i) || goes_on(*i)) {
        quotes.push(unclosed(before, range.end, true));
    }
    quotes[first..].sort_by_key(|q| (q.open, std::cmp::Reverse(q.end)));
}

/// "the talks are over, "Lind said": a straight mark that stands before a name instead of behind the comma; those left in the paragraph are pairs.
fn closes_late(text: &str, tokens: &[Token], range: &Range<usize>, i: usize) -> bool {
    let straight = |k: usize| tokens[k].kind == Kind::Quote && tokens[k].place.of(text) == "\"";
    let named = tokens.get(i + 1).is_some_and(|t| t.capital && t.kind == Kind::Word);
    let says = || (i + 2..range.end.min(i + 5)).any(|k| tokens[k].place.of(text) == "said");
    let left = || (i + 1..range.end).filter(|k| straight(*k)).take(MARKS).count();
    straight(i) && tokens[i - 1].kind == Kind::Comma && named && says() && left() % 2 == 0
}

/// Tokens of what is marked with the same marks inside a quotation: 'the "memorandum" from the other side'.
const NESTED: usize = 8;
/// Marks to look at for the close of what is around it.
const MARKS: usize = 16;

/// The mark that closes what the one at `i` opens inside a quotation, where that one is closed in its paragraph, too: all that is opened from
/// here on is closed, and one more.
fn nested_close(text: &str, tokens: &[Token], range: &Range<usize>, i: usize) -> Option<usize> {
    let marks = (i + 1..range.end).filter(|k| tokens[*k].kind == Kind::Quote && !is_single(tokens[*k].place.of(text)));
    // so that a text of nothing but marks is read in linear time
    let marks = marks.take(MARKS);
    let (mut depth, mut close) = (2, None);
    for k in marks {
        match side(tokens[k].place.of(text), tokens, range, k) {
            Side::Open => depth += 1,
            Side::Close | Side::Either => depth -= 1,
        }
        close = close.or(Some(k).filter(|_| depth == 1));
        if depth == 0 || close.is_none_or(|c| c > i + NESTED) {
            break;
        }
    }
    close.filter(|c| depth == 0 && *c > i + 1 && *c <= i + NESTED)
}

/// A quotation between the marks `open` and `close`.
fn closed(open: usize, close: usize, single: bool) -> Quote {
    Quote {
        closed: true,
        end: close + 1,
        ..unclosed(open, close, single)
    }
}

/// A quotation without its closing mark, up to token `end`.
fn unclosed(open: usize, end: usize, single: bool) -> Quote {
    Quote {
        open,
        inside: open + 1..end,
        end,
        closed: false,
        single,
        continues: false,
    }
}

fn is_single(mark: &str) -> bool {
    let mut letters = mark.chars();
    let first = letters.next();
    letters.next().is_none() && first.is_some_and(|c| is_apostrophe(c) || matches!(c, '‘' | '`'))
}

fn pair_single(text: &str, tokens: &mut [Token], range: &Range<usize>, i: usize, open: &mut Option<usize>, quotes: &mut Vec<Quote>) {
    let next_tight = i + 1 < range.end && !tokens[i + 1].spaced;
    match *open {
        None if tokens[i].spaced && next_tight || tokens[i].place.of(text) == "‘" => *open = Some(i),
        // a plural's apostrophe ("ministers' meeting") is no mark
        None => tokens[i].kind = Kind::Clitic,
        Some(before) if i - before > 1 && !tokens[i].spaced => {
            let plural = i + 1 < range.end
                && tokens[i + 1].spaced
                && tokens[i + 1].kind == Kind::Word
                && tokens[i - 1].place.of(text).ends_with('s');
            let another =
                (i + 1..range.end).any(|k| tokens[k].kind == Kind::Quote && is_single(tokens[k].place.of(text)) && !tokens[k].spaced);
            if plural && another {
                tokens[i].kind = Kind::Clitic;
                return;
            }
            quotes.push(closed(before, i, true));
            *open = None;
        }
        Some(_) => *open = Some(i),
    }
}

fn side(mark: &str, tokens: &[Token], range: &Range<usize>, i: usize) -> Side {
    match mark {
        "“" | "„" | "‟" | "«" | "``" | "〝" | "❝" => Side::Open,
        "”" | "»" | "〞" | "❞" => Side::Close,
        _ => {
            let before = i == range.start || tokens[i].spaced || matches!(tokens[i - 1].kind, Kind::Open | Kind::Dash);
            let after = i + 1 == range.end || tokens[i + 1].spaced;
            match (before, after) {
                (true, false) => Side::Open,
                (false, _) => Side::Close,
                (true, true) => Side::Either,
            }
        }
    }
}
