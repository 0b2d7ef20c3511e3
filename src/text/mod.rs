//! A document's text as tokens, quotations, sentences and paragraphs.
//!
//! Owns: [`Text`], the one view that grammar and resolution read.
//! Leaves to: [`crate::read`] decoding and layout, [`crate::grammar`] everything about syntax.

mod dateline;
mod forms;
pub mod quote;
pub mod sentence;
pub mod slice;
pub mod token;

use crate::read::layout::{Layout, Paragraph};
use crate::span::{Bytes, CodePoints, Span};
pub use forms::{ByForm, Vocabulary};

use quote::Quote;
use std::ops::Range;
use std::sync::OnceLock;
use token::{Kind, Token};

/// A sentence: its tokens and its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, final stop and closing marks included.
    pub tokens: Range<usize>,
    /// Index into [`Text::paragraphs`].
    pub paragraph: usize,
}

/// Sentences of a paragraph that are looked back over: nobody writes so many, and a text without breaks stays linear.
const PARAGRAPH: usize = 60;

/// A document's text, tokenised once.
pub struct Text<'t> {
    /// The text that all places index.
    pub raw: &'t str,
    /// All tokens in order.
    pub tokens: Vec<Token>,
    /// Quotations, by opening mark.
    pub quotes: Vec<Quote>,
    /// Sentences in order; quotation marks do not stop the division ("A. B," he said is two).
    pub sentences: Vec<Sentence>,
    /// Paragraphs in order.
    pub paragraphs: Vec<Paragraph>,
    /// Tokens of each paragraph.
    pub paragraph_tokens: Vec<Range<usize>>,
    /// The first token of each paragraph behind the dateline that may open it.
    pub report: Vec<usize>,
    vocabulary: Vocabulary,
    /// Each form with its tokens that have a capital of their own, where somebody asked for it; see [`Text::has_own_capital`].
    capitals: OnceLock<Vec<(u32, usize)>>,
    points: CodePoints,
}

impl<'t> Text<'t> {
    /// Tokenises `raw` after `layout`.
    pub fn new(raw: &'t str, layout: Layout) -> Self {
        Self::after(Vocabulary::default(), raw, layout)
    }

    /// The same, after texts that had the forms of `vocabulary`.
    pub fn after(vocabulary: Vocabulary, raw: &'t str, layout: Layout) -> Self {
        let mut text = Text {
            raw,
            // a token, with the white space behind it, has four to six bytes
            tokens: Vec::with_capacity(raw.len() / 4),
            quotes: Vec::new(),
            sentences: Vec::new(),
            paragraphs: layout.paragraphs,
            paragraph_tokens: Vec::new(),
            report: Vec::new(),
            vocabulary,
            capitals: OnceLock::new(),
            points: CodePoints::new(raw),
        };
        for p in 0..text.paragraphs.len() {
            text.add_paragraph(p, &layout.cuts, &layout.asides);
        }
        text
    }

    /// The forms of this text and of those before it, for the next one.
    pub fn into_vocabulary(self) -> Vocabulary {
        self.vocabulary
    }

    fn add_paragraph(&mut self, p: usize, cuts: &[usize], asides: &[Bytes]) {
        let first = self.tokens.len();
        let place = self.paragraphs[p].place;
        let mut from = place.start;
        let inside = asides.partition_point(|aside| aside.start < place.start);
        for aside in asides[inside..].iter().take_while(|aside| aside.end <= place.end) {
            token::tokenize(
                self.raw,
                Bytes::new(from, aside.start),
                cuts,
                &mut self.tokens,
                &mut self.vocabulary.forms,
            );
            from = aside.end;
        }
        token::tokenize(
            self.raw,
            Bytes::new(from, place.end),
            cuts,
            &mut self.tokens,
            &mut self.vocabulary.forms,
        );
        let range = first..self.tokens.len();
        let quote_start = self.quotes.len();
        quote::pair(self.raw, &mut self.tokens, range.clone(), &mut self.quotes);
        self.continue_quote(quote_start, first);
        self.report.push(dateline::end(self, range.clone()).unwrap_or(range.start));
        let sentences = sentence::sentences(self.raw, &self.tokens, range.clone(), &|i| self.word(i));
        for sentence in &sentences {
            token::hush(&mut self.tokens[sentence.clone()]);
        }
        self.sentences
            .extend(sentences.into_iter().map(|tokens| Sentence { tokens, paragraph: p }));
        self.paragraph_tokens.push(range);
    }

    /// A quotation that the paragraph before left open goes on where this paragraph opens with a mark.
    fn continue_quote(&mut self, quote_start: usize, first: usize) {
        let opens = self.quotes.get(quote_start).filter(|q| q.open == first).map(|q| q.single);
        if let Some(single) = opens
            && let Some(before) = self.quotes[..quote_start].iter_mut().rev().find(|q| q.single == single)
            && !before.closed
            && before.end == first
        {
            before.continues = true;
        }
    }

    /// The lower-case form of token `i`: straight apostrophes, no line break inside; "'s" for every possessive ending.
    #[inline]
    pub fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| self.vocabulary.forms.word(t.form))
    }

    /// Token `i` as it stands in the text.
    #[inline]
    pub fn as_written(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |t| t.place.of(self.raw))
    }

    /// What token `i` is; [`Kind::Symbol`] past the end.
    #[inline]
    pub fn kind(&self, i: usize) -> Kind {
        self.tokens.get(i).map_or(Kind::Symbol, |t| t.kind)
    }

    /// The place of tokens `range` in bytes; empty at the first token for an empty range.
    pub fn place(&self, range: Range<usize>) -> Bytes {
        match (
            self.tokens.get(range.start),
            range.end.checked_sub(1).and_then(|last| self.tokens.get(last)),
        ) {
            (Some(first), Some(last)) if range.start < range.end => Bytes::new(first.place.start, last.place.end),
            (Some(first), _) => Bytes::new(first.place.start, first.place.start),
            _ => Bytes::new(self.raw.len(), self.raw.len()),
        }
    }

    /// The words at `place`, exactly as they stand in the text.
    pub fn slice(&self, place: Bytes) -> &'t str {
        place.of(self.raw)
    }

    /// `place` in code points.
    pub fn span(&self, place: Bytes) -> Span {
        self.points.span(place)
    }

    /// Length of the text in code points.
    pub fn chars(&self) -> u32 {
        self.points.before(self.raw.len())
    }

    /// The index of the sentence that holds token `i`.
    #[inline]
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentences
            .partition_point(|s| s.tokens.end <= i)
            .min(self.sentences.len().saturating_sub(1))
    }

    /// The tokens of the paragraph of token `i`: the end of a headline has no stop, and yet nothing goes on behind it.
    pub fn paragraph_of(&self, i: usize) -> Range<usize> {
        let sentence = self.sentences.get(self.sentence_of(i));
        sentence.map_or(0..0, |s| self.paragraph_tokens[s.paragraph].clone())
    }

    /// The token before token `i`, in the same paragraph.
    pub fn before(&self, i: usize) -> Option<usize> {
        i.checked_sub(1).filter(|before| *before >= self.paragraph_of(i).start)
    }

    /// Where the sentence that begins with token `start` begins behind the dateline that may open it.
    pub fn report_start(&self, start: usize) -> usize {
        let sentence = self.sentences.get(self.sentence_of(start));
        let report = sentence.and_then(|s| self.report.get(s.paragraph).copied().filter(|r| s.tokens.contains(r)));
        report.map_or(start, |report| report.max(start))
    }

    /// The sentences of a paragraph before sentence `sentence`, the nearest first, [`PARAGRAPH`] at most.
    pub fn earlier_in_paragraph(&self, sentence: usize) -> impl Iterator<Item = usize> + '_ {
        let of = |s: usize| self.sentences.get(s).map(|s| s.paragraph);
        (0..sentence).rev().take(PARAGRAPH).take_while(move |s| of(*s) == of(sentence))
    }

    /// The token whose place holds byte `at`, or the first one after it.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|t| t.place.end <= at)
    }
}
