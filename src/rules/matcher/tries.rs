//! Tries: which frames were held against a verb, how far each got and what stopped it.
//!
//! Owns: what the matcher tells of its own work, where somebody listens ([`View::tried`]); else it writes nothing down.
//! Leaves to: [`crate::explain`] the words for people.

use super::{Captured, View};
use crate::rules::frame::Element;
use crate::rules::pack::{Frame, Scope};

/// One frame that was held against a verb.
#[derive(Clone, Debug)]
pub struct Try {
    /// The frame, without optional parts.
    pub frame: Frame,
    /// What came of it.
    pub end: End,
}

/// What came of holding a frame.
#[derive(Clone, Debug)]
pub enum End {
    /// It fits; the match with the highest rank wins, the first of equals. Without a rank it goes before all others.
    Held(Option<Rank>, Captured),
    /// Something is missing.
    Stopped(Stop),
}

/// What stopped a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// An element of the frame finds nothing that fills it.
    Element {
        /// The element.
        element: Element,
        /// Elements before it, which were filled.
        filled: usize,
        /// The node at which it was looked for.
        at: usize,
        /// What the verb governs has ended there.
        ended: bool,
    },
    /// The verb lacks the auxiliary with which the frame begins.
    Auxiliary(&'static str),
    /// The rule holds elsewhere only.
    Scope(Scope),
    /// The rule wants another noun at the head of the subject.
    Subject,
    /// The rule wants another noun at the head of the content.
    Head,
    /// The passive has nothing that could be the frame's object, or nothing stands where the construction wants it.
    Construction,
}

/// What speaks for a match, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rank {
    /// Words of the frame that stand in the text.
    pub words: i32,
    /// A word stands behind a filler.
    pub gap: i32,
    /// The rule is for this kind of text.
    pub scope: i32,
    /// A filled content; a quotation most, then a clause.
    pub content: i32,
    /// A filled addressee.
    pub addressee: i32,
    /// The rule names the nouns that it takes.
    pub heads: i32,
    /// The frame names the auxiliary.
    pub auxiliary: i32,
}

impl Rank {
    /// All points.
    pub fn total(&self) -> i32 {
        self.words + self.gap + self.scope + self.content + self.addressee + self.heads + self.auxiliary
    }
}

/// What is written down while somebody listens.
#[derive(Debug, Default)]
pub struct Tries {
    list: Vec<Try>,
    /// The last stop inside a frame, with the number of its elements that were left.
    stop: Option<(usize, Stop)>,
    /// The node at which the search for a word got stuck.
    stuck: usize,
}

impl View<'_> {
    /// All that [`View::best`] tries for verb `k`, by running it.
    pub fn tried(&self, k: usize) -> Vec<Try> {
        let frames = self.rules.frames_of(self.clauses.verbs[k].group.lemma);
        let mut tries = self.listening(|| {
            self.best(k);
        });
        for frame in frames {
            let stop = match (self.rules.rules[frame.rule].scope, frame.auxiliary) {
                (Some(scope), _) if !self.in_scope(frame) => Stop::Scope(scope),
                (_, Some(auxiliary)) if !self.has_auxiliary(frame, k) => Stop::Auxiliary(auxiliary),
                _ => continue,
            };
            tries.push(Try {
                frame: frame.clone(),
                end: End::Stopped(stop),
            });
        }
        tries
    }

    /// All that [`View::verbless`] tries from node `at` on.
    pub fn tried_verbless(&self, at: usize) -> Vec<Try> {
        self.listening(|| {
            self.verbless(at);
        })
    }

    fn listening(&self, work: impl FnOnce()) -> Vec<Try> {
        self.tries.replace(Some(Tries::default()));
        work();
        self.tries.take().map(|tries| tries.list).unwrap_or_default()
    }

    /// Passes `found` on; where nothing was found, and somebody listens, writes down what stopped `frame`.
    pub(super) fn heard(&self, frame: &Frame, found: Option<Captured>) -> Option<Captured> {
        if found.is_none()
            && let Some(tries) = self.tries.borrow_mut().as_mut()
        {
            let stop = match tries.stop.take() {
                Some((left, Stop::Element { element, at, ended, .. })) => Stop::Element {
                    filled: frame.elements.len().saturating_sub(left),
                    element,
                    at,
                    ended,
                },
                Some((_, stop)) => stop,
                None => Stop::Construction,
            };
            tries.stuck = 0;
            tries.list.push(Try {
                frame: frame.clone(),
                end: End::Stopped(stop),
            });
        }
        found
    }

    /// `frame` fits but for this.
    pub(super) fn hear_stop(&self, frame: &Frame, stop: Stop) {
        self.hear(frame, || End::Stopped(stop));
    }

    /// `frame` fits.
    pub(super) fn hear_match(&self, frame: &Frame, rank: Option<Rank>, found: &Captured) {
        self.hear(frame, || End::Held(rank, found.clone()));
    }

    fn hear(&self, frame: &Frame, end: impl FnOnce() -> End) {
        if let Some(tries) = self.tries.borrow_mut().as_mut() {
            tries.stop = None;
            tries.stuck = 0;
            tries.list.push(Try {
                frame: frame.clone(),
                end: end(),
            });
        }
    }

    /// Passes `filled` on; where it is nothing, element `e` of `frame` is what stops it, looked for from node `at` on.
    pub(super) fn filled<T>(&self, frame: &Frame, e: usize, at: usize, limit: usize, filled: Option<T>) -> Option<T> {
        if filled.is_none()
            && let Some(tries) = self.tries.borrow_mut().as_mut()
        {
            let at = at.max(tries.stuck);
            let stop = Stop::Element {
                element: frame.elements[e].clone(),
                filled: e,
                at,
                ended: at >= limit,
            };
            tries.stop = Some((frame.elements.len() - e, stop));
        }
        filled
    }

    /// The search for a word got stuck at node `at`.
    pub(super) fn stuck(&self, at: usize) {
        if let Some(tries) = self.tries.borrow_mut().as_mut() {
            tries.stuck = at;
        }
    }
}
