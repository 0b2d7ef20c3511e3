//! Which words stand near a verb, roughly: enough to tell of most frames that they cannot fit.
//!
//! Owns: [`Near`], a set of first letters. A verb like "call" heads a hundred frames and one of them fits; holding the others against the
//! clause word by word is what matching would spend its time on.
//! Leaves to: [`super`] holding the frames that may fit.

use super::View;
use crate::grammar::NodeKind;
use crate::rules::frame::Element;
use crate::rules::pack::Frame;
use std::ops::Range;
use std::sync::Arc;

/// The first two letters of the words that a verb can govern, one bit for each pair; two pairs may share a bit.
#[derive(Clone, Copy, Default)]
pub struct Near(u128);

impl View<'_> {
    /// Whether letters tell anything of what may fit verb `k`: not where somebody listens and wants every frame to be tried.
    fn letters_tell(&self, k: usize) -> bool {
        let open = self.nodes.last().is_some_and(|n| n.kind == NodeKind::Colon);
        !(open || self.clauses.verbs[k].group.passive || self.tries.borrow().is_some())
    }

    /// Whether `frame` may fit verb `k` by the words of the whole stream, which costs less than to ask how far the verb reaches.
    pub(super) fn may_fit(&self, frame: &Frame, k: usize) -> bool {
        let whole = || {
            let near = self.letters.get().unwrap_or_else(|| self.letters_of(0..self.nodes.len()));
            self.letters.set(Some(near));
            near
        };
        self.in_scope(frame) && (!self.letters_tell(k) || whole().may_hold(frame))
    }

    /// The letters near verb `k`; nothing where they tell nothing.
    pub(super) fn letters_near(&self, k: usize) -> Option<Near> {
        let start = self.clauses.verbs[k].group.nodes.end;
        self.letters_tell(k).then(|| self.letters_of(start..self.limit(k)))
    }

    fn letters_of(&self, nodes: Range<usize>) -> Near {
        Near(nodes.fold(0, |set, i| set | bit(self.word(i))))
    }
}

impl Near {
    /// Whether each of the frame's words may be there.
    pub(super) fn may_hold(self, frame: &Frame) -> bool {
        frame.letters.iter().all(|of| *of == ANY || self.0 & of != 0)
    }
}

/// Letters of words that cannot be told by them.
const ANY: u128 = u128::MAX;

/// For each element of a frame that is words the letters of one of which must be near; a plural begins like its singular, save that of a
/// word like "by".
pub(in crate::rules) fn letters(elements: &[Element]) -> Arc<[u128]> {
    let any = |w: &String| w.len() < 2 || w.len() == 2 && w.ends_with('y');
    let letters = elements.iter().filter_map(|element| match element {
        Element::Words(words) if words.iter().any(any) => Some(ANY),
        Element::Words(words) => Some(words.iter().fold(0, |set, word| set | bit(word))),
        _ => None,
    });
    letters.collect()
}

fn bit(word: &str) -> u128 {
    match word.as_bytes() {
        [first, second, ..] => 1 << ((u32::from(*first) * 29 + u32::from(*second)) % 128),
        [first] => 1 << (u32::from(*first) % 128),
        [] => 0,
    }
}
