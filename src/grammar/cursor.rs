//! nom over nodes: the input type and the smallest parsers.
//!
//! Owns: [`Nodes`], a slice of a stream that nom can eat from, and parsers of one node.
//! Leaves to: [`super::verb`] and [`super::phrase`] the grammar.

use super::lexicon::{Class, Form, Lemma};
use super::stream::Node;
use nom::{IResult, Needed};

/// Nodes still to be read.
#[derive(Clone, Copy, Debug)]
pub struct Nodes<'n> {
    all: &'n [Node],
    at: usize,
    end: usize,
}

/// Why a parser did not match: where it stood. Small and `Copy`, since it is made for every branch that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoMatch {
    /// Node at which it stood.
    pub at: usize,
}

impl<'n> nom::error::ParseError<Nodes<'n>> for NoMatch {
    fn from_error_kind(input: Nodes<'n>, _: nom::error::ErrorKind) -> Self {
        NoMatch { at: input.at }
    }
    fn append(_: Nodes<'n>, _: nom::error::ErrorKind, other: Self) -> Self {
        other
    }
}

/// What the parsers of the grammar return.
pub type Parsed<'n, T> = IResult<Nodes<'n>, T, NoMatch>;

impl<'n> Nodes<'n> {
    /// The nodes from `at` on.
    pub fn from(all: &'n [Node], at: usize) -> Self {
        Nodes {
            all,
            at: at.min(all.len()),
            end: all.len(),
        }
    }

    /// Index in the stream of the next node.
    #[inline]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The node with index `at` in the stream, read or not.
    #[inline]
    pub fn get(&self, at: usize) -> Option<&'n Node> {
        self.all.get(at)
    }

    /// The next node.
    #[inline]
    pub fn first(&self) -> Option<&'n Node> {
        self.all[..self.end].get(self.at)
    }
}

impl<'n> nom::Input for Nodes<'n> {
    type Item = &'n Node;
    type Iter = std::slice::Iter<'n, Node>;
    type IterIndices = std::iter::Enumerate<std::slice::Iter<'n, Node>>;

    fn input_len(&self) -> usize {
        self.end - self.at
    }
    fn take(&self, index: usize) -> Self {
        Nodes {
            end: self.at + index,
            ..*self
        }
    }
    fn take_from(&self, index: usize) -> Self {
        Nodes {
            at: self.at + index,
            ..*self
        }
    }
    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }
    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.all[self.at..self.end].iter().position(predicate)
    }
    fn iter_elements(&self) -> Self::Iter {
        self.all[self.at..self.end].iter()
    }
    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }
    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if self.input_len() >= count {
            Ok(count)
        } else {
            Err(Needed::new(count - self.input_len()))
        }
    }
}

/// Eats one node for which `test` holds; gives its index.
pub fn node<'n>(test: impl Fn(&Node) -> bool) -> impl Fn(Nodes<'n>) -> Parsed<'n, usize> {
    move |input: Nodes<'n>| match input.first() {
        Some(n) if test(n) => Ok((nom::Input::take_from(&input, 1), input.at())),
        _ => Err(nom::Err::Error(NoMatch { at: input.at() })),
    }
}

/// Eats one word of `class`.
pub fn class<'n>(class: Class) -> impl Fn(Nodes<'n>) -> Parsed<'n, usize> {
    node(move |n| n.class.is(class))
}

/// Eats one word that can be `form` of a verb; gives its index and lemma.
pub fn form<'n>(form: Form) -> impl Fn(Nodes<'n>) -> Parsed<'n, (usize, Lemma)> {
    move |input: Nodes<'n>| {
        let lemma = input
            .first()
            .and_then(|n| n.verbs.iter().find(|(_, f)| *f == form))
            .map(|(l, _)| *l);
        match lemma {
            Some(lemma) => Ok((nom::Input::take_from(&input, 1), (input.at(), lemma))),
            None => Err(nom::Err::Error(NoMatch { at: input.at() })),
        }
    }
}
