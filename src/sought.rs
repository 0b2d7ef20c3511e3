//! Words that are looked for again and again.
//!
//! Owns: [`Sought`]: memchr looks at many letters at once, and takes longer to make itself ready than to go through a few lines; so that is
//! done once.

use memchr::memmem::Finder;
use std::sync::OnceLock;

/// Words to look for in texts.
pub struct Sought {
    /// The words.
    pub words: &'static str,
    finder: OnceLock<Finder<'static>>,
}

impl Sought {
    /// Looks for `words`.
    pub const fn new(words: &'static str) -> Self {
        let finder = OnceLock::new();
        Sought { words, finder }
    }

    /// Whether the words stand in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        let finder = self.finder.get_or_init(|| Finder::new(self.words));
        finder.find(text.as_bytes()).is_some()
    }
}

/// A list of [`Sought`].
pub const fn all<const N: usize>(words: [&'static str; N]) -> [Sought; N] {
    let mut sought = [const { Sought::new("") }; N];
    let mut i = 0;
    while i < N {
        sought[i].words = words[i];
        i += 1;
    }
    sought
}

#[cfg(test)]
mod tests {
    use super::{Sought, all};

    static LIST: [Sought; 2] = all(["joint", "statement"]);

    #[test]
    fn words_are_found_wherever_they_stand() {
        for text in ["joint", "a joint text", "it is joint"] {
            assert!(LIST[0].is_in(text) && !LIST[1].is_in(text), "{text}");
        }
        assert!(!LIST[0].is_in(""));
    }
}
