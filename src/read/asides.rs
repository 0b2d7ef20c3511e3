//! Lists of links that a page prints inside a sentence: "President Ana RojasRojas opens the pier | Senate votes MORE said that ...".
//!
//! Owns: where such a list begins (a name runs into the next word) and ends (the link MORE in capitals). Its headlines would else be read
//! as what the sentence says.
//! Leaves to: [`super::credits`] what stuck to either end of a paragraph, [`crate::text`] reading over them.

use crate::sought::Sought;
use crate::span::Bytes;

/// The link behind the last headline.
const LAST: &str = "MORE";

/// Bytes of the longest list: some five headlines.
const LONGEST: usize = 700;

/// Letters before a capital inside a word from which on two words ran together; "MacGee" and "DeLeon" are one.
const RUN_TOGETHER: usize = 4;

/// The lists inside `paragraph`, in order.
pub(super) fn asides(text: &str, paragraph: Bytes) -> Vec<Bytes> {
    let mut found = Vec::new();
    let mut from = paragraph.start;
    while let Some(end) = last_link(text, from, paragraph.end) {
        let floor = from.max(end.saturating_sub(LONGEST));
        found.extend(begin(text, floor, end - LAST.len()).map(|start| Bytes::new(start, end)));
        from = end;
    }
    found
}

/// The end of the first link MORE that stands for itself.
fn last_link(text: &str, from: usize, end: usize) -> Option<usize> {
    static LINK: Sought = Sought::new(LAST);
    let part = text.get(from..end).filter(|part| LINK.is_in(part))?;
    let mut links = part.match_indices(LAST).map(|(at, _)| (at, at + LAST.len()));
    let alone = |(at, after): &(usize, usize)| {
        part[..*at].ends_with(char::is_whitespace) && !part[*after..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
    };
    links.find(alone).map(|(_, after)| from + after)
}

/// Where a name runs into a capital, first between `from` and `end`.
fn begin(text: &str, from: usize, end: usize) -> Option<usize> {
    let from = (from..end).find(|at| text.is_char_boundary(*at))?;
    let mut letters = 0;
    let mut small = false;
    for (at, c) in text[from..end].char_indices() {
        if c.is_uppercase() && small && letters >= RUN_TOGETHER {
            return Some(from + at);
        }
        letters = match c.is_uppercase() && small {
            true => 1,
            false if c.is_alphabetic() => letters + 1,
            false => 0,
        };
        small = c.is_lowercase();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        asides(text, Bytes::new(0, text.len()))
            .into_iter()
            .map(|place| place.of(text))
            .collect()
    }

    #[test]
    fn a_list_of_links_begins_where_a_name_runs_into_the_next_word() {
        assert_eq!(
            found("President Ana RojasSenate passes the budget | Rojas visits Lima MORE said Peru would wait."),
            ["Senate passes the budget | Rojas visits Lima MORE"]
        );
        assert_eq!(
            found("Jim McCormickMcCormick to retire MORE and Ana RojasThe day in Lima MORE met."),
            ["McCormick to retire MORE", "The day in Lima MORE"]
        );
    }

    #[test]
    fn running_text_holds_none() {
        for text in [
            "Senator McGee wants MORE money.",
            "The MacArthur plan asks for MORE, he said.",
            "An iPhone costs MORE than that.",
            "Ana RojasSenate passes it.",
            "MORE",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
