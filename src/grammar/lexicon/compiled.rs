//! The lexicon as a compiled table.
//!
//! Owns: its form there; words stay where they stand in the file.
//! Leaves to: [`crate::compiled`] whether the file is still that of the texts.

use super::{Entry, Lemma, Lexicon};
use crate::compiled;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
struct Stored<'s> {
    /// By the word.
    #[serde(borrow)]
    words: Vec<(&'s str, Entry)>,
    lemmas: Vec<&'s str>,
}

impl Lexicon {
    /// The lexicon in `file`; nothing where it was made from other sources than those of `digest`.
    pub fn from_compiled(file: &'static [u8], digest: &str) -> Option<Self> {
        let stored: Stored<'static> = compiled::read(file, digest)?;
        let borrowed = |(word, entry)| (Cow::Borrowed(word), entry);
        Some(Lexicon {
            words: stored.words.into_iter().map(borrowed).collect(),
            ids: (0..)
                .map(Lemma)
                .zip(&stored.lemmas)
                .skip(1)
                .map(|(id, word)| (Cow::Borrowed(*word), id))
                .collect(),
            lemmas: stored.lemmas.into_iter().map(Cow::Borrowed).collect(),
        })
    }

    /// The bytes of a file with this lexicon.
    ///
    /// # Errors
    /// Where it has a form that the file cannot hold.
    #[allow(clippy::disallowed_methods, reason = "sorted before it is written")]
    pub fn compile(&self, digest: &str) -> Result<Vec<u8>, postcard::Error> {
        let mut words: Vec<(&str, Entry)> = self.words.iter().map(|(word, entry)| (&**word, entry.clone())).collect();
        words.sort_by_key(|(word, _)| *word);
        let lemmas = self.lemmas.iter().map(|lemma| &**lemma).collect();
        compiled::write(&Stored { words, lemmas }, digest)
    }
}
