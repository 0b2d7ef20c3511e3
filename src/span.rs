//! Places in a text.
//!
//! Owns: the two units in which a place is given. Inside the program a place is a [`Bytes`] range; at its border, in every
//! record, it is a [`Span`] of Unicode code points, because that is what Python, R and PostgreSQL count.
//! Leaves to: [`crate::text`] the table that turns one into the other.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A place in the document's text, counted in Unicode code points; `end` is exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// Code points before the first one of the span.
    pub start: u32,
    /// Code points before the first one after the span.
    pub end: u32,
}

/// A place in the document's text, counted in bytes of UTF-8; `end` is exclusive and both ends are character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bytes {
    /// Bytes before the span.
    pub start: usize,
    /// Bytes up to and with the last one of the span.
    pub end: usize,
}

impl Bytes {
    /// The place from `start` up to, not with, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The words at this place of `text`, or nothing where the place is not in `text`.
    #[inline]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// Turns byte offsets into code points.
///
/// ```
/// use demarche::span::{Bytes, CodePoints};
/// let text = "Zürich, 서울";
/// let at = CodePoints::new(text);
/// let span = at.span(Bytes::new(9, 15));
/// assert_eq!((span.start, span.end), (8, 10));
/// ```
pub struct CodePoints {
    /// For each block of 64 bytes the number of code points that begin before it; empty where the text is ASCII.
    blocks: Vec<u32>,
    bytes: Vec<u8>,
}

/// Bytes between two remembered counts: one cache line to count over, one `u32` to keep for it.
const BLOCK: usize = 64;

impl CodePoints {
    /// Counts the code points of `text` once.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self {
                blocks: Vec::new(),
                bytes: Vec::new(),
            };
        }
        let bytes = text.as_bytes().to_vec();
        let mut blocks = Vec::with_capacity(bytes.len() / BLOCK + 1);
        let mut seen = 0;
        for block in bytes.chunks(BLOCK) {
            blocks.push(seen);
            seen += begins(block);
        }
        blocks.push(seen);
        Self { blocks, bytes }
    }

    /// The number of code points before byte `at`; past the end of the text it is the number of all.
    pub fn before(&self, at: usize) -> u32 {
        if self.blocks.is_empty() {
            return at as u32;
        }
        let at = at.min(self.bytes.len());
        let block = at / BLOCK;
        self.blocks[block] + begins(&self.bytes[block * BLOCK..at])
    }

    /// The same place in code points.
    pub fn span(&self, place: Bytes) -> Span {
        Span {
            start: self.before(place.start),
            end: self.before(place.end),
        }
    }
}

/// Code points that begin in `bytes`: all but UTF-8 continuation bytes.
fn begins(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|b| (**b & 0xC0) != 0x80).count() as u32
}
