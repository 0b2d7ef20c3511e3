//! A run of tokens as nom input.
//!
//! Owns: [`Tokens`], what every parser over tokens eats, [`NoMatch`], its error, and the smallest parsers.
//! Leaves to: [`crate::resolve::time`] and the grammar all parsers that mean something.
//! A run is a slice of token indices, not of tokens, so that a caller may leave tokens out (a quotation, an aside) and still
//! get the places of the text back.

use super::Text;
use super::token::Kind;
use nom::error::{ErrorKind, ParseError};
use nom::{IResult, Input, Needed};
use std::iter::{Copied, Enumerate};
use std::slice::Iter;

/// Tokens of one text, ascending by index.
#[derive(Clone, Copy)]
pub struct Tokens<'a> {
    /// The text to which the indices belong.
    pub text: &'a Text<'a>,
    /// Indices into [`Text::tokens`].
    pub at: &'a [usize],
}

/// What a parser over tokens gives: the tokens left and a value.
pub type Parsed<'a, T> = IResult<Tokens<'a>, T, NoMatch>;

/// The error of parsers over tokens: no match is no error, so it carries nothing and costs nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoMatch;

impl<I> ParseError<I> for NoMatch {
    fn from_error_kind(_: I, _: ErrorKind) -> Self {
        NoMatch
    }

    fn append(_: I, _: ErrorKind, other: Self) -> Self {
        other
    }
}

impl<'a> Tokens<'a> {
    /// The tokens `at` of `text`.
    pub fn new(text: &'a Text<'a>, at: &'a [usize]) -> Self {
        Self { text, at }
    }

    /// The index of the first token.
    pub fn first(&self) -> Option<usize> {
        self.at.first().copied()
    }

    /// How many tokens were eaten between this run and `rest`, the end of the same run.
    pub fn eaten(&self, rest: &Self) -> usize {
        self.at.len().saturating_sub(rest.at.len())
    }
}

impl std::fmt::Debug for Tokens<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.at.iter().map(|i| self.text.as_written(*i))).finish()
    }
}

impl<'a> Input for Tokens<'a> {
    type Item = usize;
    type Iter = Copied<Iter<'a, usize>>;
    type IterIndices = Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.at.len()
    }

    fn take(&self, index: usize) -> Self {
        Self {
            at: self.at.get(..index).unwrap_or(self.at),
            ..*self
        }
    }

    fn take_from(&self, index: usize) -> Self {
        Self {
            at: self.at.get(index..).unwrap_or(&[]),
            ..*self
        }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.at.iter().position(|i| predicate(*i))
    }

    fn iter_elements(&self) -> Self::Iter {
        self.at.iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if self.at.len() >= count {
            Ok(count)
        } else {
            Err(Needed::new(count - self.at.len()))
        }
    }
}

/// Eats one token for which `read` has a value.
pub fn token<'a, T>(read: impl Fn(&'a Text<'a>, usize) -> Option<T>) -> impl Fn(Tokens<'a>) -> Parsed<'a, T> {
    move |tokens| match tokens.first().and_then(|i| read(tokens.text, i)) {
        Some(value) => Ok((tokens.take_from(1), value)),
        None => Err(nom::Err::Error(NoMatch)),
    }
}

/// Eats one word, given in lower case.
pub fn word<'a>(form: &'static str) -> impl Fn(Tokens<'a>) -> Parsed<'a, usize> {
    token(move |text, i| (text.word(i) == form).then_some(i))
}

/// Eats one of `forms`, given in lower case.
pub fn one_of<'a>(forms: &'static [&'static str]) -> impl Fn(Tokens<'a>) -> Parsed<'a, usize> {
    token(move |text, i| forms.contains(&text.word(i)).then_some(i))
}

/// Eats the words of `phrase`, which stand one after the other with a space between them.
pub fn phrase<'a>(phrase: &'static str) -> impl Fn(Tokens<'a>) -> Parsed<'a, ()> {
    move |tokens| {
        let mut rest = tokens;
        let mut left = phrase;
        // nearly always the first word is another, and nothing is divided
        while let Some(form) = rest.first().map(|i| rest.text.word(i)).filter(|form| !form.is_empty()) {
            let Some(after) = left.strip_prefix(form) else { break };
            rest = rest.take_from(1);
            match after.strip_prefix(' ') {
                Some(more) => left = more,
                None if after.is_empty() => return Ok((rest, ())),
                None => break,
            }
        }
        Err(nom::Err::Error(NoMatch))
    }
}

/// Eats one token of `kind`.
pub fn kind<'a>(kind: Kind) -> impl Fn(Tokens<'a>) -> Parsed<'a, usize> {
    token(move |text, i| (text.kind(i) == kind).then_some(i))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::layout::layout;

    #[test]
    fn parsers_eat_tokens_and_skip_what_is_left_out() {
        let raw = "The envoys (both of them) met at noon.";
        let text = Text::new(raw, layout(raw, &[], &|_| true));
        let at: Vec<usize> = (0..text.tokens.len()).filter(|i| !(2..7).contains(i)).collect();
        let tokens = Tokens::new(&text, &at);
        let (rest, ()) = phrase("the envoys met")(tokens).expect("the aside is left out");
        assert_eq!(tokens.eaten(&rest), 3);
        assert_eq!(rest.first().map(|i| text.as_written(i)), Some("at"));
        assert!(word("met")(rest).is_err());
        assert!(kind(Kind::Stop)(tokens.take_from(99)).is_err());
    }
}
