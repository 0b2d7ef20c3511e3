//! Where a name stands beside an office: before a comma, behind one, next in a list.
//!
//! Owns: what may stand between the two.
//! Leaves to: [`super::name`] the words of the name itself.

use super::name::{is_no_name, is_particle, is_title, name_at};
use super::owner::is_open_modifier;
use crate::names::portfolios::is_portfolio;
use crate::names::{MentionKind, Names, OfficeHit};
use crate::text::Text;
use crate::text::token::Kind;
use std::ops::Range;

/// A name that ends just before a comma before the office and what stands before it: "Bo Lind, Norway's new envoy".
pub(super) fn name_before(text: &Text, names: &Names, hit: &OfficeHit) -> Option<Range<usize>> {
    let sentence = text.sentences.get(text.sentence_of(hit.tokens.start))?.tokens.start;
    let mut i = hit.tokens.start;
    let comma = loop {
        if i == sentence || hit.tokens.start - i > 10 {
            return None;
        }
        i -= 1;
        match text.kind(i) {
            Kind::Comma => break i,
            Kind::Word | Kind::Clitic | Kind::Hyphen if premodifies(text, names, i, &hit.tokens) => {}
            _ => return None,
        }
    };
    // "the premier, Bo Lind, and the Chilean president": somebody else
    let another = text.word(comma + 1) == "and";
    name_ending(text, names, comma, sentence).filter(|_| !another)
}

/// The name that ends at token `comma`, no earlier than `sentence`: two words, or one that is known.
pub(in crate::names) fn name_ending(text: &Text, names: &Names, comma: usize, sentence: usize) -> Option<Range<usize>> {
    let mut start = comma;
    while start > sentence && comma - start < 7 {
        let word = text.word(start - 1);
        let token = &text.tokens[start - 1];
        let part = token.kind == Kind::Word && (token.capital && !is_no_name(word) || is_particle(word))
            || token.kind == Kind::Hyphen && !token.spaced;
        let free = names.at(start - 1).is_none_or(|m| m.kind == MentionKind::Person) && names.offices_within(start - 1..start).is_empty();
        if !part || !free {
            break;
        }
        start -= 1;
    }
    while start < comma && (is_title(text.word(start)) || is_particle(text.word(start))) {
        start += 1;
    }
    let whole = names.within(start..comma).iter().any(|m| m.kind == MentionKind::Person);
    (comma - start >= 2 || whole).then_some(start..comma)
}

/// Whether token `i` may stand between a comma and the office: determiner, owner, modifier; no verb, no preposition but "of".
fn premodifies(text: &Text, names: &Names, i: usize, office: &Range<usize>) -> bool {
    let word = text.word(i);
    names.is_name(i)
        || text.tokens[i].capital
        || matches!(text.kind(i), Kind::Clitic | Kind::Hyphen)
        || text.kind(i + 1) == Kind::Clitic
        || matches!(
            word,
            "the"
                | "a"
                | "an"
                | "of"
                | "and"
                | "his"
                | "her"
                | "its"
                | "new"
                | "top"
                | "chief"
                | "senior"
                | "deputy"
                | "former"
                | "acting"
                | "special"
                | "current"
                | "first"
                | "one"
                | "then"
        )
        || is_open_modifier(text, i)
        || i + 1 == office.start
            && !word.ends_with("ed")
            && !matches!(
                word,
                "to" | "by"
                    | "with"
                    | "in"
                    | "on"
                    | "at"
                    | "for"
                    | "said"
                    | "told"
                    | "met"
                    | "as"
                    | "from"
                    | "that"
                    | "who"
                    | "when"
                    | "while"
                    | "but"
                    | "or"
            )
}

/// `office [ "of" owner | "to" place | "there" ] "," name ","`
pub(super) fn name_after_comma(text: &Text, names: &Names, hit: &OfficeHit) -> Option<Range<usize>> {
    if hit.plural {
        return None;
    }
    let mut i = hit.tokens.end;
    // complement of the office, names and small words only
    while i < hit.tokens.end + 14 && text.kind(i) != Kind::Comma {
        let capital = text.tokens.get(i).is_some_and(|t| t.capital);
        if !(names.is_name(i)
            || capital
            || is_portfolio(text.word(i))
            || matches!(
                text.word(i),
                "of" | "to" | "for" | "the" | "and" | "in" | "foreign" | "office" | "there" | "here"
            ))
        {
            return None;
        }
        i += 1;
    }
    let name = name_at(text, names, i + 1)?;
    let closed = matches!(
        text.kind(name.end),
        Kind::Comma | Kind::Stop | Kind::Close | Kind::Quote | Kind::Dash
    ) || text.word(name.end) == "and"
        || name.end >= text.tokens.len();
    let known = names.at(name.start).is_some_and(|m| m.kind == MentionKind::Person);
    let listed = names.offices.binary_search_by_key(&name.end, |o| o.tokens.start).is_ok();
    (text.kind(i) == Kind::Comma && (closed && name.len() >= 2 || known) && !listed).then_some(name)
}

/// `office ("for" | "to" | "on" | "of" ...) words name`: "special envoy for African affairs Bo Lind", "ambassador to Peru Ana Ruiz". The
/// complement ends with a name or with a word that no name begins with, and the name has two words.
pub(super) fn name_after_complement(text: &Text, names: &Names, hit: &OfficeHit) -> Option<Range<usize>> {
    let first = hit.tokens.end;
    if hit.plural || !matches!(text.word(first), "for" | "to" | "on" | "of" | "in") {
        return None;
    }
    let mut i = first + 1;
    while i < first + 9 {
        if let Some(m) = names.at(i).filter(|m| m.kind != MentionKind::Person) {
            i = m.tokens.end.max(i + 1);
        } else {
            let capital = |i: usize| text.tokens.get(i).is_some_and(|t| t.capital);
            let word = text.word(i);
            let part = text.kind(i) == Kind::Word
                && (is_no_name(word) || is_portfolio(word) || !capital(i) || !capital(i + 1) || portfolio_follows(text, i));
            let verb = matches!(
                text.word(i),
                "said" | "told" | "says" | "met" | "was" | "is" | "has" | "had" | "who" | "that"
            );
            if !part || verb {
                return None;
            }
            i += 1;
        }
        let before = i - 1;
        // "head of the Blue Front (BF) Ana Ruiz"
        if text.kind(i) == Kind::Open && text.kind(i + 2) == Kind::Close {
            i += 3;
        }
        let ended = names.at(before).is_some_and(|m| m.kind != MentionKind::Person)
            || is_portfolio(text.word(before))
            || is_unit(text.word(before));
        if ended && let Some(name) = name_at(text, names, i).filter(|n| n.start == i && n.len() >= 2) {
            return Some(name);
        }
    }
    None
}

/// "Home Affairs", "Gender Equality and Labour": within three words of the one at `i` a portfolio ends, and more follows.
fn portfolio_follows(text: &Text, i: usize) -> bool {
    let words = (i + 1..=i + 3).take_while(|k| text.kind(*k) == Kind::Word);
    words
        .into_iter()
        .any(|k| is_portfolio(text.word(k)) && text.kind(k + 1) == Kind::Word)
}

pub(super) fn next_in_list(text: &Text, end: usize) -> Option<usize> {
    match (text.kind(end), text.word(end), text.word(end + 1)) {
        (Kind::Comma, _, "and") => Some(end + 2),
        (Kind::Comma, _, _) | (_, "and", _) => Some(end + 1),
        _ => None,
    }
}

/// Nouns for what an office is held in, right behind which its holder is named: "spokesman of the movement Bo Lind".
fn is_unit(noun: &str) -> bool {
    matches!(
        noun,
        "movement" | "group" | "faction" | "militia" | "rebels" | "guerrillas" | "bureau" | "politburo" | "wing" | "secretariat"
    )
}
