//! How a text is laid out: its paragraphs, what kind each is, and where extraction cut a word.
//!
//! Owns: the view that the later stages read the text through; the text itself is never rewritten, so spans hold.
//! Leaves to: [`crate::text`] everything inside a paragraph.

use crate::span::Bytes;

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Running text.
    Body,
    /// The headline of the article, or a repetition of it.
    Headline,
    /// A heading inside the text.
    Heading,
    /// One item of a list, its marker not included.
    ListItem,
    /// A caption under a picture.
    Caption,
    /// Menus, share buttons, bylines, copyright, related links, reader reactions: nothing that the article says.
    Furniture,
    /// An interview or a discussion that was put behind the article; its questions and answers are not the report.
    Transcript,
}

impl ParagraphKind {
    /// Whether statements are looked for in it.
    pub fn is_read(self) -> bool {
        !matches!(self, ParagraphKind::Furniture | ParagraphKind::Transcript)
    }
}

/// One paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its place, without the marker, without white space at either end.
    pub place: Bytes,
    /// What it is for.
    pub kind: ParagraphKind,
    /// The bullet or number before it ("1.", "(a)", "-"), where there is one.
    pub marker: Option<Bytes>,
}

/// The layout of one document.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The paragraphs in order; they do not overlap and every non-blank byte belongs to one (or to its marker).
    pub paragraphs: Vec<Paragraph>,
    /// Byte offsets of line breaks that stand inside a word ("Ukrai\nne"), ascending.
    pub cuts: Vec<usize>,
}

/// Finds the layout of `text`; `is_word` says whether a lower-case word is known.
pub fn layout(text: &str, _is_word: &dyn Fn(&str) -> bool) -> Layout {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for block in text.split("\n\n") {
        let body = block.trim();
        if !body.is_empty() {
            let at = start + (block.len() - block.trim_start().len());
            paragraphs.push(Paragraph { place: Bytes::new(at, at + body.len()), kind: ParagraphKind::Body, marker: None });
        }
        start += block.len() + 2;
    }
    Layout { paragraphs, cuts: Vec::new() }
}
