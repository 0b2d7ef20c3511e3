//! What the lexicon says of one word.
//!
//! Owns: an entry, and its bytes in the compiled lexicon: eight of its classes, then three for each verb form. They are read at nearly
//! every word of a text, so they have a fixed width.
//! Leaves to: [`super`] which word has which entry.

use super::Class;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smallvec::SmallVec;

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// "agree"
    Base,
    /// "agrees"
    S,
    /// "agreed" as a finite verb
    Past,
    /// "agreed" as a participle
    Participle,
    /// "agreeing"
    Ing,
}

/// All forms, each in the place that is its number in the compiled lexicon.
const FORMS: [Form; 5] = [Form::Base, Form::S, Form::Past, Form::Participle, Form::Ing];

/// The number of a lemma in [`super::Lexicon::lemma`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lemma(pub u16);

impl Lemma {
    /// A word that looks like a verb and is in no list.
    pub const UNKNOWN: Lemma = Lemma(0);
}

/// What the lexicon says of one word.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Its classes.
    pub class: Class,
    /// The verb forms that it can be.
    pub verbs: SmallVec<[(Lemma, Form); 2]>,
}

impl Entry {
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (class, verbs) = bytes.split_first_chunk()?;
        let (verbs, rest) = verbs.as_chunks();
        let mut entry = Entry {
            class: Class(u64::from_le_bytes(*class)),
            verbs: SmallVec::new(),
        };
        for [low, high, form] in verbs {
            let lemma = Lemma(u16::from_le_bytes([*low, *high]));
            entry.verbs.push((lemma, *FORMS.get(usize::from(*form))?));
        }
        rest.is_empty().then_some(entry)
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut bytes = self.class.0.to_le_bytes().to_vec();
        for (lemma, form) in &self.verbs {
            bytes.extend(lemma.0.to_le_bytes());
            bytes.push(*form as u8);
        }
        to.serialize_bytes(&bytes)
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let bytes = <&[u8]>::deserialize(from)?;
        Entry::from_bytes(bytes).ok_or_else(|| D::Error::custom("no entry of the lexicon"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Entry, FORMS, Form, Lemma};

    #[test]
    fn entries_come_back_from_their_bytes() {
        let entry = Entry {
            class: Class::ADVERB.or(Class::NEGATOR),
            verbs: FORMS
                .iter()
                .zip([1, 300, 0, 65_535, 7])
                .map(|(form, lemma)| (Lemma(lemma), *form))
                .collect(),
        };
        let bytes = postcard::to_stdvec(&entry).unwrap();
        let back: Entry = postcard::from_bytes(&bytes).unwrap();
        assert_eq!((back.class, back.verbs), (entry.class, entry.verbs));
    }

    #[test]
    fn a_form_without_a_number_is_an_error() {
        let entry = Entry {
            verbs: [(Lemma(1), Form::Ing)].into_iter().collect(),
            ..Entry::default()
        };
        let mut bytes = postcard::to_stdvec(&entry).unwrap();
        *bytes.last_mut().unwrap() = 5;
        assert!(postcard::from_bytes::<Entry>(&bytes).is_err());
    }
}
