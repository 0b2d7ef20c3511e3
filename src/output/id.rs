//! Ids of statements that survive an edit elsewhere in the text.
//!
//! Owns: how an id is made. It hashes what a statement says, not where: document id, act, cue, content and speakers, with case
//! and white space folded, so that a corrected typo in another paragraph moves no id in anybody's database.
//! Leaves to: the engine to call [`Ids::next`] in the order in which statements are written.

use crate::spaces::squeezed;
use crate::statement::{Act, Party};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Bytes of the hash that are kept: 64 bits, so that among a million statements of one document a false meeting has odds below
/// one in ten million, and the id still fits a column that people read.
const KEPT: usize = 8;

/// Gives out ids for the statements of one document; the second statement that says the same in the same document gets `-2`.
#[derive(Debug, Default)]
pub struct Ids {
    seen: BTreeMap<String, u32>,
}

impl Ids {
    /// An empty book, for a new document.
    pub fn new() -> Self {
        Self::default()
    }

    /// The id of the next statement of the document.
    pub fn next(&mut self, document: &str, act: Act, cue: &str, content: Option<&str>, speakers: &[Party]) -> String {
        let id = statement_id(document, act, cue, content, speakers);
        let count = self.seen.entry(id.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { id } else { format!("{id}-{count}") }
    }
}

/// The id of a statement that says this in `document`, 16 hexadecimal digits; duplicates are the affair of [`Ids`].
///
/// A speaker counts with the words that name him, so that a better gazetteer does not rename records; an implied one, who has
/// no words, counts with his codes.
pub fn statement_id(document: &str, act: Act, cue: &str, content: Option<&str>, speakers: &[Party]) -> String {
    let mut said = Vec::with_capacity(512);
    part(&mut said, document);
    part(&mut said, act.as_str());
    folded(&mut said, cue);
    folded(&mut said, content.unwrap_or(""));
    for speaker in speakers {
        match &speaker.text {
            Some(text) => folded(&mut said, text),
            None => speaker.entities.iter().for_each(|entity| part(&mut said, &entity.code)),
        }
    }
    hex(&Sha256::digest(&said)[..KEPT])
}

/// Two small hexadecimal digits for each byte.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: [u8; 16] = *b"0123456789abcdef";
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xF]);
    halves.map(|half| char::from(DIGITS[usize::from(half)])).collect()
}

/// Puts one part in, its length first, so that "ab" + "c" differs from "a" + "bc".
fn part(said: &mut Vec<u8>, text: &str) {
    said.extend_from_slice(&(text.len() as u64).to_le_bytes());
    said.extend_from_slice(text.as_bytes());
}

/// Puts one part in, in lower case, white space runs as one space.
fn folded(said: &mut Vec<u8>, text: &str) {
    match text.is_ascii() {
        true => part(said, &squeezed(text).to_ascii_lowercase()),
        false => part(said, &squeezed(&text.to_lowercase())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_and_white_space_only() {
        let id = |cue: &str| statement_id("d", Act::Agree, cue, Some("meet"), &[]);
        assert_eq!(id("Agreed  to"), id("agreed\nto"));
        assert_ne!(id("agreed to"), id("agreed on"));
        assert_eq!(id("agreed to").len(), 16);
        assert_eq!(hex(&[0x00, 0x9F, 0xA0]), "009fa0");
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(
            statement_id("d", Act::Agree, "agreed", Some("to meet"), &[]),
            statement_id("d", Act::Agree, "agreed to", Some("meet"), &[])
        );
    }

    #[test]
    fn numbers_true_duplicates() {
        let mut ids = Ids::new();
        let first = ids.next("d", Act::Urge, "urged", None, &[]);
        assert_eq!(ids.next("d", Act::Urge, "urged", None, &[]), format!("{first}-2"));
        assert_eq!(ids.next("d", Act::Urge, "urged", None, &[]), format!("{first}-3"));
        assert_ne!(ids.next("d", Act::Warn, "urged", None, &[]), format!("{first}-4"));
    }
}
