//! How a text is laid out: its paragraphs, what kind each is, and where extraction cut a word.
//!
//! Owns: the view that the later stages read the text through; the text itself is never rewritten, so spans hold.
//! Leaves to: [`super::paragraphs`] where one begins and ends, [`super::kinds`] what it is for, [`super::cuts`] words cut by a
//! line break, [`crate::text`] everything inside a paragraph.

use super::{cuts, kinds, paragraphs};
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
    /// Byte offsets of line breaks that stand inside a word ("Ukrai\nne"), ascending; of `\r\n` both bytes.
    pub cuts: Vec<usize>,
}

/// Finds the layout of `text`. `hints` say what markup told of parts of it ([`super::Document::hints`]); `is_word` says whether
/// a lower-case word is known.
///
/// ```
/// use demarche::read::layout::{ParagraphKind, layout};
/// let text = "Ministers meet in Oslo for talks\n\nThe ministers agreed to reopen the ferry line between the two ports.\n";
/// let found = layout(text, &[], &|_| false);
/// assert_eq!(found.paragraphs[0].kind, ParagraphKind::Headline);
/// assert_eq!(found.paragraphs[1].kind, ParagraphKind::Body);
/// ```
pub fn layout(text: &str, hints: &[(Bytes, ParagraphKind)], is_word: &dyn Fn(&str) -> bool) -> Layout {
    let lines = paragraphs::lines(text);
    let found = paragraphs::paragraphs(text, &lines, hints);
    let paragraphs = kinds::with_kinds(text, found, hints);
    let cuts = cuts::cuts(text, &lines, is_word);
    Layout { paragraphs, cuts }
}
