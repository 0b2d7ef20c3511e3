//! Shadows: frames that stand in two rules, of which one finds all.
//!
//! Owns: when a frame can never win: another rule has the same frame, stands before it, and asks for nothing more.
//! Leaves to: [`super::matcher`] how matches are ranked; here only ties between equal frames are looked at.

use super::pack::{Frame, Rule, Rules};
use std::collections::BTreeSet;

/// A rule of which another finds sentences first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shadow {
    /// The rule in the shadow.
    pub rule: usize,
    /// The rule before it.
    pub by: usize,
    /// No frame of the rule is left.
    pub whole: bool,
}

impl Rules {
    /// All shadows, by rule; one for each pair of rules.
    pub fn shadows(&self) -> Vec<Shadow> {
        let mut live = vec![0usize; self.rules.len()];
        let mut dead: BTreeSet<(usize, usize)> = BTreeSet::new();
        // Counted and sorted below: the order of the lists does not matter.
        #[allow(clippy::disallowed_methods)]
        let lists = self.index.heads.values().chain(self.index.copular.values());
        for frames in lists {
            for (at, frame) in frames.iter().enumerate() {
                let before = frames[..at].iter().find(|other| self.covers(other, frame));
                match before {
                    Some(other) => {
                        dead.insert((frame.rule, other.rule));
                    }
                    None => live[frame.rule] += 1,
                }
            }
        }
        let shadow = |(rule, by): (usize, usize)| Shadow {
            rule,
            by,
            whole: live[rule] == 0,
        };
        dead.into_iter().map(shadow).collect()
    }

    /// Whether `other`, which stands before `frame`, fits wherever that fits, with no lower rank.
    fn covers(&self, other: &Frame, frame: &Frame) -> bool {
        let (first, second): (&Rule, &Rule) = (&self.rules[other.rule], &self.rules[frame.rule]);
        let no_more = |asked: &[String], also: &[String]| asked.is_empty() || asked == also;
        other.rule != frame.rule
            && other.elements == frame.elements
            && other.auxiliary == frame.auxiliary
            && first.scope == second.scope
            // A rule with `heads` goes before one without.
            && (second.heads.is_empty() || first.heads == second.heads)
            && no_more(&first.heads, &second.heads)
            && no_more(&first.subjects, &second.subjects)
    }
}
