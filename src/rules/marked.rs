//! The examples of the rules: "[speaker Fiji] [cue urged] [addressee Spain] to [content share its data]."
//!
//! Owns: how the marks are read, which words stand in which role, and a sentence with marks put into it.
//! Leaves to: `crate::prove` what an example must give.

use crate::span::Span;

/// The names of the roles.
pub const ROLES: [&str; 5] = ["speaker", "cue", "addressee", "content", "source"];

/// A sentence without its marks, and the places of the marked words in code points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The sentence.
    pub text: String,
    /// Roles and places, in the order in which the marks close.
    pub roles: Vec<(&'static str, Span)>,
}

/// Why an example cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, found {found}")]
pub struct MarkError {
    /// What could have stood there.
    pub expected: String,
    /// What stands there.
    pub found: String,
    /// Byte of the example at which it stands.
    pub at: usize,
    /// How many bytes are to blame.
    pub length: usize,
    /// The word behind a bracket that is no role.
    pub role: Option<String>,
}

impl Marked {
    /// Reads `example`; one mark may stand inside another.
    ///
    /// # Errors
    /// Names a role that there is not, and a bracket without its other half.
    pub fn parse(example: &str) -> Result<Self, MarkError> {
        let (mut text, mut length) = (String::with_capacity(example.len()), 0);
        let (mut roles, mut open) = (Vec::new(), Vec::new());
        let mut rest = example;
        while let Some(c) = rest.chars().next() {
            let at = example.len() - rest.len();
            rest = &rest[c.len_utf8()..];
            match c {
                '[' => {
                    let role = role(rest).ok_or_else(|| unknown(rest, at))?;
                    rest = &rest[role.len() + 1..];
                    open.push((role, length, at));
                }
                ']' => {
                    let (role, start, from) = open.pop().ok_or_else(|| MarkError {
                        expected: "a `[` before each `]`".to_string(),
                        found: "a `]` alone".to_string(),
                        at,
                        length: 1,
                        role: None,
                    })?;
                    if start == length {
                        return Err(MarkError {
                            expected: format!("words in `[{role} ...]`"),
                            found: "none".to_string(),
                            at: from,
                            length: at + 1 - from,
                            role: None,
                        });
                    }
                    roles.push((role, Span { start, end: length }));
                }
                _ => {
                    text.push(c);
                    length += 1;
                }
            }
        }
        match open.first() {
            Some((role, _, at)) => Err(MarkError {
                expected: format!("a `]` for each `[{role}`"),
                found: "none to the end of the example".to_string(),
                at: *at,
                length: role.len() + 1,
                role: None,
            }),
            None => Ok(Self { text, roles }),
        }
    }

    /// The words in `role`, in the order of the text.
    pub fn words(&self, role: &str) -> Vec<String> {
        let mut spans: Vec<Span> = self.roles.iter().filter(|(name, _)| *name == role).map(|(_, span)| *span).collect();
        spans.sort();
        let words = |span: Span| self.text.chars().skip(span.start as usize).take((span.end - span.start) as usize);
        spans.into_iter().map(|span| words(span).collect()).collect()
    }

    /// The sentence with its marks, as an example is written.
    pub fn written(&self) -> String {
        let mut written = String::with_capacity(self.text.len() + 12 * self.roles.len());
        // Of marks that open together the longest opens first, so that the shorter ones close inside it.
        let mut opening: Vec<&(&str, Span)> = self.roles.iter().collect();
        opening.sort_by_key(|(_, span)| (span.start, std::cmp::Reverse(span.end)));
        let mut opening = opening.into_iter().peekable();
        let mut closing: Vec<u32> = self.roles.iter().map(|(_, span)| span.end).collect();
        closing.sort_unstable();
        let mut closing = closing.into_iter().peekable();
        for (at, c) in self.text.chars().map(Some).chain([None]).enumerate() {
            let at = at as u32;
            while closing.next_if(|end| *end <= at).is_some() {
                written.push(']');
            }
            while let Some((role, _)) = opening.next_if(|(_, span)| span.start == at && c.is_some()) {
                written.extend(["[", role, " "]);
            }
            written.extend(c);
        }
        written
    }
}

/// The role that `rest` begins with, a space behind it.
fn role(rest: &str) -> Option<&'static str> {
    let named = |role: &&str| rest.strip_prefix(*role).is_some_and(|rest| rest.starts_with(' '));
    ROLES.into_iter().find(named)
}

fn unknown(rest: &str, at: usize) -> MarkError {
    let word: String = rest.chars().take_while(|c| !c.is_whitespace() && *c != ']').take(40).collect();
    MarkError {
        expected: format!("a role after `[`, one of {}", ROLES.join(", ")),
        found: if word.is_empty() { "none".to_string() } else { format!("{word:?}") },
        at,
        length: 1 + word.len(),
        role: Some(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read() {
        let marked = Marked::parse("[speaker Perú] [cue urged [addressee Fiji]] to [content stop].").expect("an example");
        assert_eq!(marked.text, "Perú urged Fiji to stop.");
        assert_eq!(marked.words("speaker"), ["Perú"]);
        assert_eq!(marked.words("cue"), ["urged Fiji"]);
        assert_eq!(marked.words("content"), ["stop"]);
        assert!(marked.roles.contains(&("addressee", Span { start: 11, end: 15 })));
    }

    #[test]
    fn what_is_wrong_has_a_place() {
        for (broken, at) in [
            ("[cue agreed", 0),
            ("é agreed]", 9),
            ("So [verb agreed]", 3),
            ("[cue]", 0),
            ("[speaker A] [cue ] on", 12),
            ("[speaker A] [", 12),
        ] {
            assert_eq!(Marked::parse(broken).expect_err(broken).at, at, "{broken}");
        }
    }

    #[test]
    fn what_was_read_is_written_again() {
        for example in [
            "[speaker Perú] [cue urged [addressee Fiji]] to [content stop].",
            "No mark.",
            "[cue All of it]",
            "",
        ] {
            assert_eq!(Marked::parse(example).expect("an example").written(), example);
        }
    }
}
