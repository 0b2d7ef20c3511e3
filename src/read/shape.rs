//! What can be seen of one paragraph.
//!
//! Owns: [`Shape`]: how long it is, how it ends, whether it looks like a label, a headline, a heading or running text.
//! Leaves to: [`super::furniture`] and [`super::kinds`] what follows from it.

use super::paragraphs::{clip, ends_sentence};
use crate::marks::{is_apostrophe, is_quote};
use crate::sought::Sought;

/// What can be seen of a paragraph without understanding it; of a very long one its head and its end.
pub(super) struct Shape<'t> {
    /// Without Markdown's emphasis around it.
    pub(super) bare: &'t str,
    /// The first 400 bytes in lower case, curly apostrophes straightened.
    pub(super) lower: String,
    /// Words, counted up to 100.
    pub(super) words: usize,
    /// The last character, closing marks aside, is a stop or a colon.
    pub(super) ends: bool,
}

impl<'t> Shape<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let emphasis = |c: char| c == '*' || c == '_' || c.is_whitespace();
        let bare = text.trim_matches(emphasis);
        let bare = bare
            .strip_prefix("<u>")
            .and_then(|b| b.strip_suffix("</u>"))
            .unwrap_or(bare)
            .trim_matches(emphasis);
        let mut lower = clip(bare, 400).to_lowercase();
        if lower.contains('’') {
            lower = lower.replace('’', "'");
        }
        let words = count_words(bare, 100);
        Self {
            bare,
            lower,
            words,
            ends: ends_sentence(bare),
        }
    }

    /// At most `most` words without a stop, a comma or a colon at the end.
    pub(super) fn is_label(&self, most: usize) -> bool {
        self.words <= most && !self.ends && !self.bare.ends_with([',', ';', '-', '–', '—'])
    }

    /// A short call to the reader: "Join us!"
    pub(super) fn is_call(&self) -> bool {
        self.words <= 6 && self.bare.ends_with('!')
    }

    /// Five words or more without a full stop; not so long that it must be running text.
    pub(super) fn is_headline(&self) -> bool {
        let stops = self.bare.ends_with(['.', ':', ';', ','])
            || self.ends
                && !self
                    .bare
                    .ends_with(|c| is_quote(c) || is_apostrophe(c) || matches!(c, '?' | '!' | ')'));
        (5..=35).contains(&self.words)
            && !stops
            && self.bare.starts_with(|c: char| !c.is_lowercase())
            && !self.lower.starts_with("office of")
    }

    /// Few words, one of them the kind of the document: "Joint Communique", "Resolution 12 (1950)".
    pub(super) fn names_document(&self) -> bool {
        const NAMES: &[&str] = &[
            "resolution",
            "statement",
            "communiqu",
            "declaration",
            "readout",
            "press release",
            "joint",
        ];
        self.words <= 12 && !self.bare.ends_with(['.', ':', ',']) && NAMES.iter().any(|n| self.lower.contains(n))
    }

    /// "Resolution 12 (1950)", whatever stands around it.
    pub(super) fn is_resolution(&self) -> bool {
        self.words <= 12
            && self
                .lower
                .strip_prefix("resolution ")
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// A short line inside the text that is no sentence.
    pub(super) fn is_heading(&self) -> bool {
        let stops = self.ends && !self.bare.ends_with('?') || self.bare.ends_with([';', ',', '-']) || self.bare.contains(". ");
        (1..=14).contains(&self.words)
            && !stops
            && self
                .bare
                .starts_with(|c: char| c.is_uppercase() || is_quote(c) || is_apostrophe(c) || c == '‘')
    }

    /// Without the punctuation at its end.
    pub(super) fn plain(&self) -> &str {
        self.lower
            .trim_end_matches(|c: char| c.is_ascii_punctuation() || c.is_whitespace() || c == '…')
    }

    /// Whether `words` stand in it.
    pub(super) fn holds(&self, words: &Sought) -> bool {
        words.is_in(&self.lower)
    }

    /// Whether it begins with one of `phrases`.
    pub(super) fn begins(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|p| self.lower.starts_with(p))
    }
}

/// Bytes of ASCII that are looked at in one go: where nothing ends it early, the compiler takes many at a time.
const STRETCH: usize = 128;

/// The words of `text` between white space, counted up to `most`.
fn count_words(text: &str, most: usize) -> usize {
    if !text.is_ascii() {
        return count_among_others(text, most);
    }
    let blank = |byte: u8| matches!(byte, b' ' | b'\t'..=b'\r');
    let bytes = text.as_bytes();
    let mut words = usize::from(bytes.first().is_some_and(|first| !blank(*first)));
    let mut from = 1;
    while from < bytes.len() && words < most {
        let end = bytes.len().min(from + STRETCH);
        let pairs = bytes[from - 1..].iter().zip(&bytes[from..end]);
        words += usize::from(pairs.map(|(before, byte)| u8::from(blank(*before) && !blank(*byte))).sum::<u8>());
        from = end;
    }
    words.min(most)
}

/// The same of a text that is not all ASCII; byte by byte, since nearly all white space is one byte.
fn count_among_others(text: &str, most: usize) -> usize {
    let (mut words, mut inside) = (0, false);
    for (at, byte) in text.bytes().enumerate() {
        let blank = match byte {
            b' ' | b'\t'..=b'\r' => true,
            // the first byte of a character decides for its others
            0xC0.. => text[at..].starts_with(char::is_whitespace),
            0x80..0xC0 => continue,
            _ => false,
        };
        words += usize::from(!blank && !inside);
        inside = !blank;
        if words == most {
            break;
        }
    }
    words
}

/// A sentence, or so many words that it must be text.
pub(super) fn is_running(shape: &Shape) -> bool {
    shape.words >= 25 || shape.words >= 6 && shape.ends
}

#[cfg(test)]
mod tests {
    use super::count_words;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_those_between_white_space(text in any::<String>(), spaced in "[a-z\u{e9}\u{201c} \t\n\u{a0}\u{85}\u{2003}\u{3000}]{0,40}", most in 1_usize..9) {
            for text in [&text, &spaced] {
                prop_assert_eq!(count_words(text, most), text.split_whitespace().take(most).count());
            }
        }
    }
}
