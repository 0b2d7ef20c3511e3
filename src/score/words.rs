//! How much two contents share, counted in words.
//!
//! Owns: the word of the measure: `\w+(?:[-'’]\w+)*` as Python's `re` reads it, lower case, the curly apostrophe as the straight one.
//! From: the reference scorer in Python; its `\w` is a letter or a number by general category, or `_`, so a combining mark
//! parts two words.

use std::collections::BTreeMap;
use unicode_general_category::{GeneralCategory as Category, get_general_category};

/// The share of words that `left` and `right` have in common, as F1 from 0 to 1; two empty texts agree.
pub fn word_f1(left: &str, right: &str) -> f64 {
    let (left, right) = (words(left), words(right));
    let size = |bag: &BTreeMap<String, usize>| bag.values().sum::<usize>();
    if left.is_empty() && right.is_empty() {
        return 1.0;
    }
    let both: usize = left.iter().map(|(word, count)| count.min(right.get(word).unwrap_or(&0))).sum();
    if both == 0 {
        0.0
    } else {
        2.0 * both as f64 / (size(&left) + size(&right)) as f64
    }
}

/// The words of `text` and how often each stands in it.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut bag = BTreeMap::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_word) {
        let (word, after) = word(&rest[start..]);
        *bag.entry(word.to_lowercase().replace('’', "'")).or_insert(0) += 1;
        rest = after;
    }
    bag
}

/// Splits `text`, which begins with a word character, behind its first word.
fn word(text: &str) -> (&str, &str) {
    let mut end = text.find(|c| !is_word(c)).unwrap_or(text.len());
    loop {
        let mut after = text[end..].chars();
        match (after.next(), after.next()) {
            (Some(joint @ ('-' | '\'' | '’')), Some(next)) if is_word(next) => {
                let part = end + joint.len_utf8();
                end = text[part..].find(|c| !is_word(c)).map_or(text.len(), |length| part + length);
            }
            _ => return text.split_at(end),
        }
    }
}

fn is_word(c: char) -> bool {
    use Category::*;
    c == '_'
        || matches!(
            get_general_category(c),
            UppercaseLetter | LowercaseLetter | TitlecaseLetter | ModifierLetter | OtherLetter | DecimalNumber | LetterNumber | OtherNumber
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<String> {
        words(text).into_keys().collect()
    }

    // What Python 3.11 finds in the same strings.
    #[test]
    fn words_are_those_of_python() {
        assert_eq!(
            list("long-term x'y rock’n’roll -a- b'"),
            ["a", "b", "long-term", "rock'n'roll", "x'y"]
        );
        assert_eq!(list("a--b a-'b"), ["a", "b"]);
        assert_eq!(list("e\u{301}te\u{301} x_1 ½ Ⅻ 三国 ⓐ"), ["e", "te", "x_1", "½", "ⅻ", "三国"]);
        // A capital I with a dot becomes two characters; a sigma at the end of a word has its own form.
        assert_eq!(list("\u{130} \u{3a3}\u{39f}\u{3a3}"), ["i\u{307}", "\u{3c3}\u{3bf}\u{3c2}"]);
        assert_eq!(list("का"), ["क"]);
    }

    #[test]
    fn f1_counts_repeated_words() {
        assert_eq!(word_f1("", "—"), 1.0);
        assert_eq!(word_f1("a", ""), 0.0);
        assert_eq!(word_f1("the sea the land", "the sea"), 4.0 / 6.0);
    }

    proptest::proptest! {
        #[test]
        fn f1_is_a_share_and_symmetric(left in ".{0,40}", right in "[a-c'’ -]{0,20}") {
            let share = word_f1(&left, &right);
            proptest::prop_assert!((0.0..=1.0).contains(&share));
            proptest::prop_assert_eq!(share, word_f1(&right, &left));
            proptest::prop_assert_eq!(word_f1(&right, &right), 1.0);
        }
    }
}
