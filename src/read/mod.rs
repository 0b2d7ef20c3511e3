//! From bytes to documents: finding inputs, decoding, HTML and Markdown, one document a line of JSONL, layout.
//!
//! Owns: [`Document`], the text that all spans index and what is known about it.
//! Leaves to: [`crate::text`] tokens and sentences.

mod asides;
mod credits;
mod cuts;
pub mod decode;
pub(crate) mod files;
mod furniture;
pub mod html;
pub mod input;
mod jsonl;
mod kinds;
pub mod language;
pub mod layout;
pub mod markdown;
mod marker;
mod paragraphs;
mod phrases;
pub mod published;
mod shape;
mod tags;
mod transcript;

use crate::span::Bytes;
use crate::statement::PublishedBasis;
use layout::ParagraphKind;

/// One document, decoded.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Stable name: the input's own `id`, else the file name without endings, else `stdin`.
    pub id: String,
    /// Path or URL, where there is one.
    pub uri: Option<String>,
    /// Title from the input or the page's metadata.
    pub title: Option<String>,
    /// Day of publication and how it was found; a date in the text is looked for later.
    pub published: Option<(jiff::civil::Date, PublishedBasis)>,
    /// Who published it, from the input or the page's metadata ("Yonhap").
    pub publisher: Option<String>,
    /// The text that all spans index: the decoded file, or the cleaned article of a page.
    pub text: String,
    /// What the reader learned of parts of `text` from markup (a caption element, a heading), by place.
    pub hints: Vec<(Bytes, ParagraphKind)>,
}
