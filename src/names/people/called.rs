//! How somebody is called after the introduction: the keys of a name, and the title before a surname.
//!
//! Owns: which part of a name is the one that texts use, family names that are common words, titles.
//! Leaves to: [`super`] whom it means here.

use crate::names::{CodeId, Gazetteer, LearnedPerson, Names, OfficeClass};
use crate::text::Text;
use crate::text::token::Kind;
use rustc_hash::FxHashMap;

/// Keys by which a person may be called later.
pub(super) fn keys(person: &[String], codes: &[CodeId], gazetteer: &Gazetteer) -> Vec<String> {
    let words: Vec<&String> = person
        .iter()
        .filter(|w| w.chars().any(char::is_alphanumeric) && !matches!(w.as_str(), "jr" | "jr." | "sr."))
        .collect();
    let mut keys = Vec::new();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return keys;
    };
    let eastern = codes.iter().any(|c| {
        matches!(
            gazetteer.code_text(*c),
            "KOR" | "PRK" | "CHN" | "TWN" | "JPN" | "VNM" | "HKG" | "SGP" | "KHM" | "HUN" | "MMR"
        )
    });
    let family_first = eastern || words.len() >= 2 && words[1..].iter().all(|w| w.contains('-'));
    // "Cho Tae-yul": the hyphen tells the given name
    if !last.contains('-') || words.len() == 1 {
        keys.push((*last).clone());
    }
    if family_first && words.len() > 1 {
        keys.push((*first).clone());
    }
    if words.len() > 2 {
        // "Deve Gowda", "bin Salman", "Abu Marzuk", "Lopez Obrador"
        keys.push(format!("{} {}", words[words.len() - 2], last));
    }
    if !family_first && words.len() > 1 && (first.chars().count() > 3 || codes.is_empty()) {
        // few are called by the given name, some always; and whom nothing places may have his family name first
        keys.push((*first).clone());
    }
    // "Moussa Faki Mahamat", whom all call Faki: the last name is the mother's, or the father's
    let inner = words.get(1..words.len() - 1).unwrap_or_default();
    keys.extend(inner.iter().filter(|w| w.chars().count() > 3).map(|w| (*w).clone()));
    keys
}

pub(super) struct Candidate {
    pub(super) person: usize,
    pub(super) at: usize,
    /// Only the part of a name by which few are called.
    pub(super) weak: bool,
}

/// Under which words the people of a text may be called later; whom nothing places is of `home`, and is called as people are there.
pub(super) fn surnames(people: &[LearnedPerson], home: Option<CodeId>, gazetteer: &Gazetteer) -> FxHashMap<String, Vec<Candidate>> {
    let mut map: FxHashMap<String, Vec<Candidate>> = FxHashMap::default();
    for (p, person) in people.iter().enumerate() {
        let codes = if person.codes.is_empty() { home.as_slice() } else { &person.codes };
        for (k, key) in keys(&person.words, codes, gazetteer).into_iter().enumerate() {
            map.entry(key).or_default().push(Candidate {
                person: p,
                at: person.at,
                weak: k > 1,
            });
        }
    }
    map
}

/// The office or title right before token `i`, in lower case.
pub(super) fn titled(text: &Text, names: &Names, i: usize) -> Option<String> {
    let before = text.before(i)?;
    if matches!(
        text.word(before),
        "mr" | "mr." | "mrs" | "mrs." | "ms" | "ms." | "dr" | "dr." | "sen." | "gen." | "rep."
    ) {
        return Some(text.word(before).to_string());
    }
    let office = names.offices.binary_search_by_key(&i, |o| o.tokens.end).ok()?;
    let hit = names.offices.get(office)?;
    Some(text.slice(text.place(hit.tokens.clone())).to_lowercase())
}

/// Whether two offices share their noun: "Director" and "National Security Office Director"; "PM" is written out.
pub(super) fn shares_noun(role: &str, title: &str) -> bool {
    let role = role.to_lowercase();
    match title {
        "pm" => return role.contains("prime minister"),
        "fm" => return role.contains("foreign minister"),
        _ => {}
    }
    title
        .split_whitespace()
        .last()
        .is_some_and(|noun| role.split_whitespace().any(|w| w == noun))
}

/// Whether the words before a surname are a title: "Mr", or a single holder's office with its capital.
pub(super) fn calls_by_name(text: &Text, names: &Names, at: usize) -> bool {
    match names
        .offices
        .binary_search_by_key(&at, |o| o.tokens.end)
        .ok()
        .and_then(|o| names.offices.get(o))
    {
        Some(o) => {
            !o.plural
                && !matches!(o.class, OfficeClass::Body | OfficeClass::Group | OfficeClass::Official)
                && text.tokens.get(o.tokens.end - 1).is_some_and(|t| t.capital)
        }
        None => true,
    }
}

/// Family names that are common words, too: alone they need a title before them.
pub(super) fn is_word(word: &str) -> bool {
    matches!(
        word,
        "will"
            | "may"
            | "an"
            | "so"
            | "he"
            | "do"
            | "to"
            | "no"
            | "can"
            | "in"
            | "on"
            | "can't"
            | "many"
            | "long"
            | "young"
            | "sun"
            | "hope"
            | "white"
            | "black"
            | "price"
            | "grant"
            | "bill"
            | "mark"
            | "case"
            | "sanders'"
            | "son"
            | "gold"
    )
}

/// Whether a family name that is also a word stands where it can be no month and no auxiliary: "Mrs May said", "May's plan".
pub(super) fn clear_name(text: &Text, i: usize, known: bool) -> bool {
    let sentence = text.sentences.get(text.sentence_of(i)).map_or(0, |s| s.tokens.start);
    let before = if i > 0 { text.word(i - 1) } else { "" };
    let next = text.word(i + 1);
    let month = text.kind(i + 1) == Kind::Number
        || matches!(
            before,
            "in" | "of"
                | "by"
                | "on"
                | "since"
                | "until"
                | "till"
                | "last"
                | "this"
                | "next"
                | "early"
                | "late"
                | "from"
                | "to"
                | "and"
                | "through"
                | "between"
        )
        || text.kind(i.wrapping_sub(1)) == Kind::Number;
    let ends = matches!(text.kind(i + 1), Kind::Comma | Kind::Stop)
        || matches!(
            next,
            "we" | "i" | "you" | "god" | "the" | "this" | "he" | "she" | "they" | "it" | "be" | "not" | "his" | "her" | "your"
        );
    !month
        && (i > sentence
            || known && !ends && !text.tokens.get(i + 1).is_some_and(|t| t.capital)
            || matches!(
                next,
                "said" | "told" | "has" | "had" | "was" | "is" | "will" | "also" | "asked" | "'s"
            ))
}

/// Whether two names differ by one letter put in, left out, changed, or by two that changed places; the first letters agree.
pub(super) fn is_one_letter_off(a: &str, b: &str) -> bool {
    // asked of every name for every unknown word: most begin with another letter
    if a.chars().next() != b.chars().next() {
        return false;
    }
    if a.is_ascii() && b.is_ascii() {
        return one_apart(a.as_bytes(), b.as_bytes());
    }
    one_apart(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
}

fn one_apart<L: PartialEq>(a: &[L], b: &[L]) -> bool {
    if a.len().abs_diff(b.len()) > 1 || a.first() != b.first() || a == b {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[same..], &b[same..]);
    match (rest_a, rest_b) {
        ([x, y, more_a @ ..], [u, v, more_b @ ..]) if x == v && y == u && more_a == more_b => true,
        ([_, more_a @ ..], [_, more_b @ ..]) if more_a == more_b => true,
        _ => rest_a.split_first().is_some_and(|(_, more)| more == rest_b) || rest_b.split_first().is_some_and(|(_, more)| more == rest_a),
    }
}

#[cfg(test)]
mod tests {
    use super::is_one_letter_off;

    #[test]
    fn one_letter_is_not_two() {
        for (a, b) in [
            ("brekkestad", "brekestad"),
            ("rastogi", "rastgoi"),
            ("sharif", "sharifi"),
            ("quispe", "quispo"),
        ] {
            assert!(is_one_letter_off(a, b) && is_one_letter_off(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("zhang", "chang"),
            ("brekkestad", "breckstad"),
            ("quispe", "quispe"),
            ("lind", "lindholm"),
        ] {
            assert!(!is_one_letter_off(a, b) && !is_one_letter_off(b, a), "{a} {b}");
        }
    }
}
