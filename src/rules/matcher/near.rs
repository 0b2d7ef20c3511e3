//! Which words stand near a verb, roughly: enough to tell of most frames that they cannot fit.
//!
//! Owns: [`Near`], a set of first letters. A verb like "call" heads a hundred frames and one of them fits; holding the others against the
//! clause word by word is what matching would spend its time on.
//! Leaves to: [`super`] holding the frames that may fit.

use super::View;
use crate::grammar::NodeKind;
use crate::rules::frame::Element;
use crate::rules::pack::Frame;

/// The first two letters of the words that a verb can govern, one bit for each pair; two pairs may share a bit.
#[derive(Clone, Copy)]
pub(super) struct Near(u128);

impl View<'_> {
    /// The letters near verb `k`; nothing where they tell nothing, or where somebody listens and wants every frame to be tried.
    pub(super) fn letters_near(&self, k: usize) -> Option<Near> {
        let group = &self.clauses.verbs[k].group;
        let open = self.nodes.last().is_some_and(|n| n.kind == NodeKind::Colon);
        if open || group.passive || self.tries.borrow().is_some() {
            return None;
        }
        Some(Near((group.nodes.end..self.limit(k)).fold(0, |set, i| set | bit(self.word(i)))))
    }
}

impl Near {
    /// Whether each of the frame's words may be there; a plural begins like its singular, save that of a word like "by".
    pub(super) fn may_hold(self, frame: &Frame) -> bool {
        frame.elements.iter().all(|element| match element {
            Element::Words(words) => words
                .iter()
                .any(|w| w.len() < 2 || w.len() == 2 && w.ends_with('y') || self.0 & bit(w) != 0),
            _ => true,
        })
    }
}

fn bit(word: &str) -> u128 {
    match word.as_bytes() {
        [first, second, ..] => 1 << ((u32::from(*first) * 29 + u32::from(*second)) % 128),
        [first] => 1 << (u32::from(*first) % 128),
        [] => 0,
    }
}
