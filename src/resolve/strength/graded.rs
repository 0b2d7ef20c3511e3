//! What the words of strength say of the forms of a text.
//!
//! Owns: asking them once a form: nearly all words of a text are none of them.
//! Leaves to: [`super::words`] the words.

use super::words::{Hedge, StrengthWords, phrase_at};
use crate::text::{ByForm, Text};

/// The words, and what they say of each form of a text: nearly all of its words are none of them.
pub(super) struct Graded<'w> {
    words: &'w StrengthWords,
    known: ByForm<Grade>,
}

/// What is known of a form.
struct Grade {
    /// A phrase that softens begins with it.
    hedges: bool,
    /// A phrase that tells a degree begins with it.
    degrees: bool,
    raises: bool,
    /// Its level where only adverbs count, and where adjectives do, too.
    levels: [Option<u8>; 2],
}

impl<'w> Graded<'w> {
    /// What `words` say of the forms of `text`.
    pub(super) fn new(text: &Text, words: &'w StrengthWords) -> Self {
        let known = text.by_form(|form| Grade {
            hedges: words.hedges.contains_key(form),
            degrees: words.degrees.contains_key(form),
            raises: words.raisers.contains(form),
            levels: [words.level(form, false), words.level(form, true)],
        });
        Graded { words, known }
    }

    /// The hedge at token `i` that ends within `end` and `fits`: how many tokens, and where it counts.
    pub(super) fn hedge_at(&self, text: &Text, i: usize, end: usize, fits: impl Fn(Hedge) -> bool) -> Option<(usize, Hedge)> {
        let begins = self.known.at(text, i).hedges;
        begins.then(|| phrase_at(&self.words.hedges, text, i, end, fits)).flatten()
    }

    /// The phrase of degree at token `i` that ends within `end`: how many tokens, and its level.
    pub(super) fn degree_at(&self, text: &Text, i: usize, end: usize) -> Option<(usize, u8)> {
        let begins = self.known.at(text, i).degrees;
        begins.then(|| phrase_at(&self.words.degrees, text, i, end, |_| true)).flatten()
    }

    /// Whether token `i` raises the degree word behind it.
    pub(super) fn raises(&self, text: &Text, i: usize) -> bool {
        self.known.at(text, i).raises
    }

    /// The level of token `i` by itself, see [`StrengthWords::level`].
    pub(super) fn level(&self, text: &Text, i: usize, adjectives: bool) -> Option<u8> {
        self.known.at(text, i).levels[usize::from(adjectives)]
    }
}
