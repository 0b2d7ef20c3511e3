//! With which two words a name can begin.
//!
//! Owns: a set of pairs in one bit each, by their hash. It may hold a pair that nobody put in, and holds every pair that somebody did:
//! whoever asks it first looks names up at one word in thirty and not at one in three ("the", "New", "National" begin hundreds).
//! Leaves to: [`super`] the names.

use crate::compiled;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

/// Bits: sixteen for each of the eight thousand pairs or so of the tables, so that one pair in sixteen is taken for one of them.
const BITS: usize = 1 << 17;

/// A set of pairs of words.
#[derive(Clone)]
pub(super) struct Pairs(Cow<'static, [u8]>);

impl Default for Pairs {
    fn default() -> Self {
        Self(vec![0; BITS / 8].into())
    }
}

impl Pairs {
    /// Puts a pair in.
    pub(super) fn add(&mut self, first: &str, second: &str) {
        let at = place(first, second);
        if let Some(byte) = self.0.to_mut().get_mut(at / 8) {
            *byte |= 1 << (at % 8);
        }
    }

    /// Whether the pair may have been put in.
    pub(super) fn may_hold(&self, first: &str, second: &str) -> bool {
        let at = place(first, second);
        self.0.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1)
    }
}

/// The bit of a pair.
fn place(first: &str, second: &str) -> usize {
    compiled::hash([first.as_bytes(), b" ", second.as_bytes()]) as usize % BITS
}

impl Serialize for Pairs {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de: 'static> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self(Cow::Borrowed(<&'static [u8]>::deserialize(from)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::Pairs;

    #[test]
    fn what_was_put_in_is_held_and_little_else() {
        let mut pairs = Pairs::default();
        let words: Vec<String> = (0..100).map(|n| format!("word{n}")).collect();
        for pair in words.windows(2) {
            pairs.add(&pair[0], &pair[1]);
        }
        assert!(words.windows(2).all(|pair| pairs.may_hold(&pair[0], &pair[1])));
        let others = words.windows(2).filter(|pair| pairs.may_hold(&pair[1], &pair[0])).count();
        assert!(others < 5, "{others} of 99");
    }
}
