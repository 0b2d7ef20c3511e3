//! The examples of the rules: "[speaker Fiji] [cue urged] [addressee Spain] to [content share its data]."
//!
//! Owns: how the marks are read, and which words stand in which role.

use demarche::span::Span;

/// The names of the roles.
pub const ROLES: [&str; 5] = ["speaker", "cue", "addressee", "content", "source"];

/// A sentence without its marks, and the places of the marked words in code points.
pub struct Marked {
    pub text: String,
    pub roles: Vec<(&'static str, Span)>,
}

impl Marked {
    /// Reads `example`; one mark may stand inside another.
    ///
    /// # Errors
    /// Names a role that there is not, and a bracket without its other half.
    pub fn parse(example: &str) -> Result<Self, String> {
        let (mut text, mut length) = (String::new(), 0);
        let (mut roles, mut open) = (Vec::new(), Vec::new());
        let mut rest = example;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                '[' => {
                    let role = ROLES.into_iter().find(|role| rest.starts_with(&format!("{role} ")));
                    let role = role.ok_or_else(|| format!("a role is expected after `[`, of {ROLES:?}, found {rest:?}"))?;
                    rest = &rest[role.len() + 1..];
                    open.push((role, length));
                }
                ']' => {
                    let (role, start) = open.pop().ok_or("a `]` without its `[`")?;
                    roles.push((role, Span { start, end: length }));
                }
                _ => {
                    text.push(c);
                    length += 1;
                }
            }
        }
        match open.first() {
            Some((role, _)) => Err(format!("`[{role}` has no `]`")),
            None => Ok(Self { text, roles }),
        }
    }

    /// The words in `role`, in the order of the text.
    pub fn words(&self, role: &str) -> Vec<String> {
        let mut spans: Vec<Span> = self.roles.iter().filter(|(name, _)| *name == role).map(|(_, span)| *span).collect();
        spans.sort();
        spans
            .into_iter()
            .map(|span| {
                self.text
                    .chars()
                    .skip(span.start as usize)
                    .take((span.end - span.start) as usize)
                    .collect()
            })
            .collect()
    }
}

#[test]
fn marks_are_read() {
    let marked = Marked::parse("[speaker Perú] [cue urged [addressee Fiji]] to [content stop].").unwrap();
    assert_eq!(marked.text, "Perú urged Fiji to stop.");
    assert_eq!(marked.words("speaker"), ["Perú"]);
    assert_eq!(marked.words("cue"), ["urged Fiji"]);
    assert_eq!(marked.words("content"), ["stop"]);
    assert!(marked.roles.contains(&("addressee", Span { start: 11, end: 15 })));
    for broken in ["[cue agreed", "agreed]", "[verb agreed]", "[cue]"] {
        assert!(Marked::parse(broken).is_err(), "{broken}");
    }
}
