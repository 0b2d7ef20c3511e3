//! Acts that a rule pack brings: "x-climate-target".
//!
//! Owns: which names they may have. They begin with `x-`, so that no later version of the contract can mean something else by one.
//! Leaves to: the pack what the act means, with its force and its codes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Longest name, in bytes: it is held without an allocation, so that [`super::Act`] stays a plain value.
const LONGEST: usize = 47;

/// The name of an act in a pack's own namespace: `x-`, then words of lower-case letters and digits joined by hyphens, at most 47 characters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^x-[a-z0-9]+(-[a-z0-9]+)*$", "maxLength" = LONGEST))]
pub struct OwnAct {
    length: u8,
    /// The name, then zeros.
    bytes: [u8; LONGEST],
}

impl OwnAct {
    /// The act of this name; nothing where it is not a name for one.
    pub fn new(name: &str) -> Option<Self> {
        let words = name.strip_prefix("x-")?;
        let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if name.len() > LONGEST || !words.split('-').all(is_word) {
            return None;
        }
        let mut bytes = [0; LONGEST];
        bytes[..name.len()].copy_from_slice(name.as_bytes());
        Some(Self {
            length: name.len() as u8,
            bytes,
        })
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        // It was copied from a text; an empty name cannot come to be.
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or("")
    }
}

impl PartialOrd for OwnAct {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for OwnAct {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl fmt::Debug for OwnAct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OwnAct({:?})", self.as_str())
    }
}

impl TryFrom<String> for OwnAct {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let shown: String = name.chars().take(60).collect();
        Self::new(&name)
            .ok_or_else(|| format!("expected an act of the list, or one of a pack's own as x-words-in-lower-case, found {shown:?}"))
    }
}

impl From<OwnAct> for String {
    fn from(act: OwnAct) -> Self {
        act.as_str().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::Act;

    #[test]
    fn names_are_kept_and_others_refused() {
        for name in ["x-climate-target", "x-1", &format!("x-{}", "a".repeat(LONGEST - 2))] {
            assert_eq!(OwnAct::new(name).expect("a name").as_str(), name);
        }
        for name in [
            "",
            "x-",
            "x",
            "climate",
            "x-Climate",
            "x--a",
            "x-a-",
            "x-é",
            "x-a b",
            &format!("x-{}", "a".repeat(LONGEST - 1)),
        ] {
            assert_eq!(OwnAct::new(name), None, "{name}");
        }
    }

    #[test]
    fn an_act_is_one_word_in_a_record() {
        let act = Act::from_word("x-climate-target").expect("an act");
        assert_eq!(serde_json::to_string(&act).expect("a word"), "\"x-climate-target\"");
        assert_eq!(serde_json::from_str::<Act>("\"x-climate-target\"").expect("an act"), act);
        assert_eq!(serde_json::from_str::<Act>("\"agree\"").expect("an act"), Act::Agree);
        assert!(serde_json::from_str::<Act>("\"climate-target\"").is_err());
        assert!(act > Act::Discuss);
    }
}
