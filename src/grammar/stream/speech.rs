//! Which quotations are speech.
//!
//! Owns: whether quotation marks hold somebody's sentence, a phrase of the reporter's sentence, or the name of something.
//! Leaves to: [`super`] the streams that follow from it.

use super::Source;
use crate::grammar::lexicon::{Class, Form};
use crate::text::token::Kind;
use std::ops::Range;

/// Tokens of an attribution between the two halves of a quotation, its commas counted.
const INTERRUPTION: usize = 14;

/// Words of a quotation up to which it is a phrase of the sentence and not speech, where no comma or colon sets it off: "a
/// grave violation", "the Spirit of Camp David".
const PHRASE_WORDS: usize = 3;

impl Source<'_> {
    /// Whether a quotation is speech and not a phrase of the sentence.
    pub(super) fn is_speech(&self, q: usize, paragraph_start: usize) -> bool {
        let quote = &self.text.quotes[q];
        let words = quote.inside.clone().filter(|i| self.text.kind(*i) == Kind::Word).count();
        let Some(first) = quote
            .inside
            .clone()
            .find(|i| matches!(self.text.kind(*i), Kind::Word | Kind::Number))
        else {
            return false;
        };
        let capital = self.text.tokens[first].capital || self.text.kind(first) == Kind::Number;
        let before = quote.open.checked_sub(1).filter(|b| *b >= paragraph_start);
        let set_off = before.is_none_or(|b| matches!(self.text.kind(b), Kind::Comma | Kind::Colon | Kind::Stop | Kind::Quote | Kind::Dash));
        let joins = before.is_some_and(|b| matches!(self.text.word(b), "and" | "but"))
            && words > PHRASE_WORDS
            && q > 0
            && self.text.quotes[q - 1].closed
            && before.is_some_and(|b| b <= self.text.quotes[q - 1].end + 1);
        let set_off = set_off || joins;
        let follows_that = before.is_some_and(|b| self.text.word(b) == "that");
        let verb_before = before.is_some_and(|b| {
            self.entry(b)
                .is_some_and(|e| e.verbs.iter().any(|(l, _)| self.valency.takes_clause(*l)))
        });
        if !quote.closed && !quote.continues && self.stray(quote.inside.clone()) {
            return false;
        }
        // "its commitment to the accords" of last year: the sentence goes on behind the mark
        let goes_on =
            quote.closed && self.text.word(quote.end) == "of" && !matches!(self.text.kind(quote.inside.end - 1), Kind::Comma | Kind::Stop);
        if follows_that || words == 0 || quote.single && words < 5 || goes_on {
            return false;
        }
        // "told "Morning Talk" host Bo Lind": the name of something, and the sentence goes on
        let called = words <= PHRASE_WORDS
            && !set_off
            && quote.closed
            && !matches!(self.text.kind(quote.inside.end - 1), Kind::Comma | Kind::Stop)
            && self.text.kind(quote.end) == Kind::Word
            && !self.attribution_follows(quote.end, self.text.tokens.len());
        if called && before.is_some() {
            return false;
        }
        if before.is_none() || capital && (set_off || verb_before) {
            return words > PHRASE_WORDS || set_off || verb_before || self.attribution_follows(quote.end, self.text.tokens.len());
        }
        if set_off && !capital && self.goes_on(q, paragraph_start) {
            return true;
        }
        // a small letter after a comma or colon: "he added, "but we ...""
        set_off
            && before.is_some_and(|b| matches!(self.text.kind(b), Kind::Comma | Kind::Colon))
            && words > PHRASE_WORDS
            && self.pronoun_begins(first)
    }

    /// "The lake," he said, "is ours": a quotation that goes on behind the attribution that interrupts it.
    pub(super) fn goes_on(&self, q: usize, paragraph_start: usize) -> bool {
        let Some(last) = q.checked_sub(1).map(|p| &self.text.quotes[p]) else {
            return false;
        };
        let between = last.end..self.text.quotes[q].open;
        let interrupted = last.inside.end.checked_sub(1).is_some_and(|i| self.text.kind(i) == Kind::Comma);
        let comma = between.end.checked_sub(1).is_some_and(|i| self.text.kind(i) == Kind::Comma);
        last.closed && last.open >= paragraph_start && interrupted && comma && between.len() <= INTERRUPTION && self.reports(between)
    }

    /// A reporting verb stands among the words of `range`.
    pub(super) fn reports(&self, mut range: Range<usize>) -> bool {
        range.any(|i| {
            self.entry(i).is_some_and(|e| {
                e.verbs
                    .iter()
                    .any(|(l, f)| matches!(f, Form::Past | Form::S) && self.valency.takes_clause(*l))
            })
        })
    }

    /// An opening mark that nothing closes, before "He said": the mark is a slip, the words are the reporter's.
    pub(super) fn stray(&self, inside: Range<usize>) -> bool {
        inside.take(4).any(|i| {
            self.entry(i).is_some_and(|e| {
                e.verbs
                    .iter()
                    .any(|(l, f)| matches!(f, Form::Past) && self.valency.takes_clause(*l))
            })
        })
    }

    pub(super) fn pronoun_begins(&self, first: usize) -> bool {
        (first..first + 3).any(|i| self.entry(i).is_some_and(|e| e.class.is(Class::SUBJECT)))
    }
}
