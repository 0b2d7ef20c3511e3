//! The lexicon as a compiled table.
//!
//! Owns: its form there; words are looked up where they stand in the file, until somebody adds one.
//! Leaves to: [`crate::compiled`] whether the file is still that of the texts, and the lookup.

use super::{Entry, Lemma, Lexicon};
use crate::compiled::{self, Table};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
struct Stored<'s> {
    lemmas: Vec<&'s str>,
    #[serde(borrow)]
    places: &'s [u8],
    /// Words with their entries.
    records: &'s [u8],
}

impl Lexicon {
    /// The lexicon in `file`; nothing where it was made from other sources than those of `digest`.
    pub fn from_compiled(file: &'static [u8], digest: &str) -> Option<Self> {
        let stored: Stored<'static> = compiled::read(file, digest)?;
        Some(Lexicon {
            table: Some(Table::new(stored.places, stored.records)?),
            words: FxHashMap::default(),
            ids: FxHashMap::default(),
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
        let (places, records) = Table::parts(&words)?;
        let stored = Stored {
            lemmas: self.lemmas.iter().map(|lemma| &**lemma).collect(),
            places: &places,
            records: &records,
        };
        compiled::write(&stored, digest)
    }

    /// Takes the words out of the compiled table, so that others can be added.
    pub(super) fn thaw(&mut self) {
        let Some(table) = self.table.take() else { return };
        self.words = table.pairs().map(|(word, entry)| (Cow::Borrowed(word), entry)).collect();
        let ids = (0..).map(Lemma).zip(&self.lemmas).skip(1);
        self.ids = ids.map(|(id, lemma)| (lemma.clone(), id)).collect();
    }
}
