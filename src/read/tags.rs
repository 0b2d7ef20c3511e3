//! HTML as a row of tags and texts.
//!
//! Owns: dividing markup, serialised or raw, into opening tags, closing tags and decoded text, in one pass and without a tree, so
//! that no depth of nesting can exhaust the stack.
//! Leaves to: [`super::html`] what the elements mean.

use std::borrow::Cow;

/// One piece of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// An opening tag: its name in lower case.
    Open(String),
    /// A closing tag.
    Close(String),
    /// Text with its character references replaced.
    Text(String),
}

/// The pieces of some markup.
pub(super) struct Pieces<'h> {
    rest: &'h str,
    /// The element whose content is no markup and is skipped: `script` or `style`.
    raw: Option<&'static str>,
}

impl<'h> Pieces<'h> {
    pub(super) fn new(html: &'h str) -> Self {
        Self { rest: html, raw: None }
    }

    /// Takes everything up to and with `end`, or everything.
    fn skip(&mut self, end: &str) {
        self.rest = self.rest.split_once(end).map_or("", |(_, after)| after);
    }

    /// Takes the raw content of an element, up to its closing tag.
    fn skip_raw(&mut self, name: &str) {
        let close = self.rest.match_indices("</").find(|(at, _)| {
            self.rest
                .get(at + 2..at + 2 + name.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(name))
        });
        self.rest = close.map_or("", |(at, _)| &self.rest[at..]);
    }

    /// A tag whose "<" stands at the front; None where it is none, but text.
    fn tag(&mut self) -> Option<Piece> {
        let inner = &self.rest[1..];
        let closing = inner.starts_with('/');
        let named = inner.get(usize::from(closing)..)?;
        let len = named.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
        if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let name = named[..len].to_ascii_lowercase();
        self.rest = after_tag(&named[len..]);
        if closing {
            return Some(Piece::Close(name));
        }
        self.raw = ["script", "style"].into_iter().find(|raw| *raw == name);
        Some(Piece::Open(name))
    }
}

/// Bytes after which a quotation mark in a tag counts as never closed; so many tags cost no more than their length.
const LONGEST_TAG: usize = 8 * 1024;

/// What follows the ">" of a tag; one inside quotation marks does not end it.
fn after_tag(attributes: &str) -> &str {
    let mut quote = None;
    for (at, b) in attributes.bytes().enumerate().take(LONGEST_TAG) {
        match (quote, b) {
            (None, b'>') => return &attributes[at + 1..],
            (None, b'"' | b'\'') => quote = Some(b),
            (Some(open), b) if open == b => quote = None,
            _ => {}
        }
    }
    // a quotation mark that nobody closes ate the rest: end at the next bracket instead
    attributes.split_once('>').map_or("", |(_, after)| after)
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if let Some(name) = self.raw.take() {
            self.skip_raw(name);
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if self.rest.starts_with("<!--") {
                self.skip("-->");
                continue;
            }
            if self.rest.starts_with("<!") || self.rest.starts_with("<?") {
                self.skip(">");
                continue;
            }
            if self.rest.starts_with('<')
                && let Some(tag) = self.tag()
            {
                return Some(tag);
            }
            let end = self.rest.get(1..).and_then(|r| r.find('<')).map_or(self.rest.len(), |at| at + 1);
            // a first character of several bytes makes `get(1..)` fail: look for the next tag from the front
            let end = if self.rest.is_char_boundary(1) {
                end
            } else {
                self.rest.find('<').unwrap_or(self.rest.len())
            };
            let (text, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Some(Piece::Text(decoded(text).into_owned()));
        }
    }
}

/// Character references replaced: all numbers, and the names that serialisers and newspapers use.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match reference(rest) {
            Some((c, len)) => {
                out.push(c);
                rest = &rest[len..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

const NAMES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("shy", '\u{ad}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("copy", '©'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("agrave", 'à'),
    ("uuml", 'ü'),
    ("ouml", 'ö'),
    ("auml", 'ä'),
    ("szlig", 'ß'),
    ("ccedil", 'ç'),
    ("ntilde", 'ñ'),
    ("euro", '€'),
    ("pound", '£'),
    ("laquo", '«'),
    ("raquo", '»'),
];

/// `&name;` `&#10;` `&#xA;` at the front: the character, and the length of the reference.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
            char::from_u32(code).filter(|c| *c != '\0')?
        }
        None => NAMES.iter().find(|(n, _)| *n == name)?.1,
    };
    Some((c, end + 1))
}

#[cfg(test)]
mod tests {
    use super::{Piece, Pieces};
    use proptest::prelude::*;

    fn text(html: &str) -> String {
        Pieces::new(html)
            .filter_map(|p| if let Piece::Text(t) = p { Some(t) } else { None })
            .collect()
    }

    #[test]
    fn tags_comments_and_scripts_are_no_text() {
        let html = "<!DOCTYPE html><P class=\"a>b\">We<!-- <b>no</b> --> agree</p><script>if (a<b) \"</p>\"</SCRIPT>.<style>p{}</style>";
        assert_eq!(text(html), "We agree.");
        assert_eq!(Pieces::new(html).next(), Some(Piece::Open("p".to_string())));
    }

    #[test]
    fn references_are_replaced_and_stray_signs_stay() {
        assert_eq!(
            text("R&amp;D &#8220;now&#x201D; 3 < 4 & 5 &unknown; é<"),
            "R&D “now” 3 < 4 & 5 &unknown; é<"
        );
    }

    proptest! {
        #[test]
        fn no_markup_makes_it_panic_or_hang(html in any::<String>(), like in "[<>/a-z\"&#;!é -]{0,60}") {
            prop_assert!(Pieces::new(&html).count() <= html.len());
            prop_assert!(Pieces::new(&like).count() <= like.len());
        }
    }
}
