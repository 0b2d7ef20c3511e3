//! What each paragraph is for.
//!
//! Owns: the order in which the tests are made and the place of a paragraph in the whole: what stands before the first running
//! text, what after the last.
//! Leaves to: [`super::furniture`] what one paragraph shows by itself, [`super::credits`] captions and their credits,
//! [`super::transcript`] interviews behind the article.
//!
//! Running text that is called furniture loses records; furniture that is called running text costs little, since it hardly
//! holds an act. So every test that throws away asks for more than one sign, and whoever is in doubt keeps the paragraph.

use super::furniture::is_furniture;
use super::layout::{Paragraph, ParagraphKind};
use super::shape::{Shape, is_running};
use super::{credits, transcript};
use crate::span::Bytes;

/// A paragraph on its way to a kind.
pub(super) struct Draft<'t> {
    pub(super) paragraph: Paragraph,
    /// Its kind is settled.
    pub(super) settled: bool,
    /// What can be seen of it; every test asks, so it is looked at once.
    pub(super) shape: Shape<'t>,
}

impl<'t> Draft<'t> {
    pub(super) fn new(text: &'t str, paragraph: Paragraph) -> Self {
        Self {
            paragraph,
            settled: false,
            shape: Shape::of(paragraph.place.of(text)),
        }
    }

    pub(super) fn settle(&mut self, kind: ParagraphKind) {
        self.paragraph.kind = kind;
        self.settled = true;
    }
}

/// The paragraphs with their kinds; some are divided, where a credit or a date stuck to the running text.
pub(super) fn with_kinds(text: &str, found: Vec<Paragraph>, hints: &[(Bytes, ParagraphKind)]) -> Vec<Paragraph> {
    let mut drafts = Vec::with_capacity(found.len() + 8);
    let script = script(text);
    for (i, paragraph) in found.into_iter().enumerate() {
        let hint = hint(&paragraph, hints);
        if let Some(kind) = hint {
            let mut draft = Draft::new(text, paragraph);
            draft.settle(kind);
            drafts.push(draft);
        } else {
            credits::divide(text, paragraph, i, &mut drafts);
        }
    }
    mark_furniture(text, &mut drafts, script);
    mark_headline(text, &mut drafts);
    transcript::mark(text, &mut drafts);
    mark_reactions(text, &mut drafts);
    mark_edges(&mut drafts);
    mark_headings(&mut drafts);
    drafts.into_iter().map(|d| d.paragraph).collect()
}

fn hint(paragraph: &Paragraph, hints: &[(Bytes, ParagraphKind)]) -> Option<ParagraphKind> {
    let start = paragraph.marker.map_or(paragraph.place.start, |m| m.start);
    // hints of nested elements overlap; the one that begins last is the innermost
    let at = hints.partition_point(|(place, _)| place.start <= start);
    hints[..at]
        .iter()
        .rev()
        .take(8)
        .find(|(place, _)| place.end > start)
        .map(|(_, kind)| *kind)
}

/// Share of Latin letters in the whole text, looked at in its first part.
fn script(text: &str) -> bool {
    const SEEN: usize = 20_000;
    if text.len() <= SEEN && plain_letters(text) * 2 > text.len() {
        return true;
    }
    let (mut latin, mut other) = (0_u32, 0_u32);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(SEEN) {
        if is_latin(c) { latin += 1 } else { other += 1 }
    }
    latin > other
}

/// The letters of English in `text`: counted by bytes, since where they are most of them nothing else needs a look.
fn plain_letters(text: &str) -> usize {
    // so few at a time that a byte holds their number: the compiler then counts many in one step
    let stretches = text.as_bytes().chunks(u8::MAX.into());
    let letters = |stretch: &[u8]| stretch.iter().map(|b| u8::from(b.is_ascii_alphabetic())).sum::<u8>();
    stretches.map(|stretch| usize::from(letters(stretch))).sum()
}

/// A letter of the Latin script (Basic Latin to Latin Extended, and Additional for Vietnamese).
pub(super) fn is_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn mark_furniture(text: &str, drafts: &mut [Draft], latin_text: bool) {
    for i in 0..drafts.len() {
        if drafts[i].settled || drafts[i].paragraph.kind == ParagraphKind::Heading {
            continue;
        }
        let shape = &drafts[i].shape;
        let after_source = i
            .checked_sub(1)
            .is_some_and(|b| drafts[b].paragraph.place.of(text).starts_with("Source:"));
        let last = drafts.len() - i <= 2;
        if is_furniture(shape, latin_text, after_source, last) {
            drafts[i].settle(ParagraphKind::Furniture);
        }
    }
}

/// The first title-like paragraph before the running text, and later paragraphs that repeat it.
fn mark_headline(text: &str, drafts: &mut [Draft]) {
    let first_running = drafts.iter().position(|d| !d.settled && is_running(&d.shape));
    let head = first_running.unwrap_or(drafts.len()).min(12);
    let settled = drafts.iter().position(|d| d.settled && d.paragraph.kind == ParagraphKind::Headline);
    let open = |d: &Draft| !d.settled && d.paragraph.marker.is_none();
    let first = |test: &dyn Fn(&Shape) -> bool| drafts[..head].iter().position(|d| open(d) && test(&d.shape));
    let found = first(&|s| s.is_resolution())
        .or_else(|| first(&|s| s.is_headline()))
        .or_else(|| first(&|s| s.names_document()));
    // markup names the headline, or a caption repeats it: the earlier of the two stands at the top
    let Some(at) = found.into_iter().chain(settled).min() else { return };
    drafts[at].settle(ParagraphKind::Headline);
    let headline = drafts[at].paragraph.place.of(text);
    // what else stands before it is a menu, if it is short
    for draft in &mut drafts[..at] {
        if !draft.settled && draft.paragraph.marker.is_none() && draft.shape.is_label(4) {
            draft.settle(match draft.shape.names_document() {
                true => ParagraphKind::Headline,
                false => ParagraphKind::Furniture,
            });
        }
    }
    for draft in drafts.iter_mut().skip(at + 1) {
        if !draft.settled && draft.paragraph.place.of(text).eq_ignore_ascii_case(headline) {
            draft.settle(ParagraphKind::Headline);
        }
    }
}

/// Buttons for readers' feelings: three or more very short list items in a row, one of them a count or a feeling.
fn mark_reactions(text: &str, drafts: &mut [Draft]) {
    let is_short = |d: &Draft| d.paragraph.kind == ParagraphKind::ListItem && !d.settled && d.shape.words <= 3;
    let mut i = 0;
    while i < drafts.len() {
        let end = i + drafts[i..].iter().take_while(|d| is_short(d)).count();
        let counts = |d: &Draft| {
            let words = d.paragraph.place.of(text);
            words.starts_with(|c: char| c.is_ascii_digit()) || words.starts_with("I ") || words.starts_with("I'") || words.starts_with("I’")
        };
        if end - i >= 3 && drafts[i..end].iter().any(counts) {
            drafts[i..end].iter_mut().for_each(|d| d.settle(ParagraphKind::Furniture));
        }
        i = end.max(i + 1);
    }
}

/// Labels before the first running text and after the last.
fn mark_edges(drafts: &mut [Draft]) {
    let running = |d: &Draft| d.paragraph.kind.is_read() && is_running(&d.shape);
    let Some(first) = drafts.iter().position(running) else { return };
    let last = drafts.iter().rposition(running).unwrap_or(first);
    let has_headline = drafts[..first].iter().any(|d| d.paragraph.kind == ParagraphKind::Headline);
    let most = if has_headline { 4 } else { 3 };
    for (i, draft) in drafts.iter_mut().enumerate() {
        if draft.settled || draft.paragraph.marker.is_some() || (first..=last).contains(&i) {
            continue;
        }
        let shape = &draft.shape;
        if i < first && shape.is_label(most) && !shape.names_document() || i > last && (shape.is_label(8) || shape.is_call()) {
            draft.settle(ParagraphKind::Furniture);
        }
    }
}

fn mark_headings(drafts: &mut [Draft]) {
    let count = drafts.len();
    for (i, draft) in drafts.iter_mut().enumerate() {
        if !draft.settled && draft.paragraph.marker.is_none() && i + 1 < count && draft.shape.is_heading() {
            draft.settle(ParagraphKind::Heading);
        }
    }
}
