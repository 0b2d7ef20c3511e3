//! Offices and callings: "foreign minister", "spokesperson", "analyst".
//!
//! Owns: where the phrases of `offices.tsv` stand in a text.
//! Leaves to: [`super::learn`] who holds the office, [`crate::resolve`] what it says of a phrase.

use super::{Names, OfficeClass, OfficeScope};
use crate::text::Text;
use crate::text::token::Kind;
use std::borrow::Cow;
use std::ops::Range;

/// One office word or phrase in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeHit {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What kind of office it is.
    pub class: OfficeClass,
    /// Whether its holder may speak.
    pub scope: OfficeScope,
    /// More than one holder: "ministers".
    pub plural: bool,
}

/// Tokens of the longest office that begins with a form.
struct Longest(u8);

/// All office phrases, longest first at each token, singular or plural, outside the names.
pub(super) fn scan(text: &Text, names: &Names) -> Vec<OfficeHit> {
    let mut hits = Vec::new();
    let mut key = String::new();
    let longest = text.by_form(|form| Longest(longest(names, form)));
    for paragraph in &text.paragraph_tokens {
        let mut i = paragraph.start;
        while i < paragraph.end {
            let most = usize::from(longest.at(text, i).0).min(paragraph.end - i);
            if most == 0 {
                i += 1;
                continue;
            }
            let hit = if text.kind(i) == Kind::Word && !names.is_name(i) && !is_adjective(text, i) {
                longest_at(text, names, i, most, &mut key)
            } else {
                None
            };
            match hit {
                Some(hit) => {
                    i = hit.tokens.end;
                    if hits.last().is_some_and(|before| is_modifier(text, before, &hit)) {
                        hits.pop();
                    }
                    hits.push(hit);
                }
                None => i += 1,
            }
        }
    }
    hits
}

/// "a former chair umpire", "the foreign minister spokesman": of two small nouns of person side by side the second says what somebody is.
fn is_modifier(text: &Text, first: &OfficeHit, second: &OfficeHit) -> bool {
    let small = |hit: &OfficeHit| text.tokens.get(hit.tokens.start).is_some_and(|t| !t.capital);
    let person = |hit: &OfficeHit| hit.class.is_person() && small(hit);
    first.tokens.end == second.tokens.start && !first.plural && person(first) && person(second)
}

/// "the official Blue Book rules", "their official Lima office": no title, but an adjective before a name that is no person's.
fn is_adjective(text: &Text, i: usize) -> bool {
    let before = || i.checked_sub(1).map_or("", |k| text.word(k));
    let capital = |k: usize| text.tokens.get(k).is_some_and(|t| t.capital && t.kind == Kind::Word);
    text.word(i) == "official" && !capital(i) && capital(i + 1) && matches!(before(), "the" | "an" | "its" | "their" | "his" | "her")
}

/// Tokens of the longest office that begins with `word`, or with its singular.
fn longest(names: &Names, word: &str) -> u8 {
    let single = singular(word).map_or(0, |single| names.gazetteer.longest_office(&single));
    names.gazetteer.longest_office(word).max(single)
}

/// The longest office from token `i`, of `most` tokens at most.
fn longest_at(text: &Text, names: &Names, i: usize, most: usize, key: &mut String) -> Option<OfficeHit> {
    let gazetteer = names.gazetteer;
    for n in (1..=most).rev() {
        key.clear();
        for k in i..i + n {
            let tight = text.kind(k) == Kind::Hyphen || k > i && text.kind(k - 1) == Kind::Hyphen;
            if k > i && !tight {
                key.push(' ');
            }
            key.push_str(text.word(k));
        }
        if let Some(office) = gazetteer.office(key) {
            let plural = singular(key).is_some_and(|single| gazetteer.office(&single).is_some());
            return Some(OfficeHit {
                tokens: i..i + n,
                class: office.class,
                scope: office.scope,
                plural,
            });
        }
        // the phrase as it stands was looked up
        let single = if n < 3 { singular(key) } else { singular_head(key) };
        if let Some(single) = single
            && let Some(office) = gazetteer.office(&single)
        {
            return Some(OfficeHit {
                tokens: i..i + n,
                class: office.class,
                scope: office.scope,
                plural: true,
            });
        }
    }
    None
}

/// The singular of a phrase whose noun stands before "of" or last: "secretaries of state", "foreign ministers".
fn singular_head(phrase: &str) -> Option<Cow<'_, str>> {
    match phrase.split_once(" of ") {
        Some((head, rest)) => Some(format!("{} of {rest}", singular(head).unwrap_or(head.into())).into()),
        None => singular(phrase),
    }
}

/// The singular of a regular noun; nothing where the word looks like none in the plural.
fn singular(word: &str) -> Option<Cow<'_, str>> {
    if !word.ends_with(['s', 'n']) {
        return None;
    }
    if let Some(stem) = word.strip_suffix("men") {
        return Some(format!("{stem}man").into());
    }
    let stem = word.strip_suffix('s')?;
    match stem.strip_suffix("ie") {
        Some(stem) => Some(format!("{stem}y").into()),
        None => Some(stem.into()).filter(|_| !stem.ends_with('s')),
    }
}
