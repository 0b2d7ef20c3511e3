//! What an attribution reports where no quotation stands beside it: the end of the clause.
//!
//! Owns: what goes on behind the comma that closes the attribution.
//! Leaves to: [`super::quotation`] the attribution itself.

use super::walk::{Scene, Walk};
use crate::grammar::NodeKind;
use crate::grammar::clause::Role;
use std::ops::Range;

impl Walk<'_> {
    /// "When asked about the raid", "Pressed on the raid": how it came that somebody spoke, at the head of a sentence.
    pub(super) fn is_asked_first(&self, scene: &Scene, nodes: Range<usize>) -> bool {
        let asked = |i: usize| matches!(scene.view.word(i), "asked" | "pressed" | "questioned" | "speaking" | "addressing");
        let verb = |i: usize| {
            scene
                .view
                .clauses
                .verbs
                .iter()
                .any(|v| v.role == Role::Participle && v.group.head == i)
        };
        nodes.take(3).any(|i| asked(i) && verb(i))
    }

    /// "The port must close, he said, because the pier is unsafe": what goes on behind the comma that closes the attribution belongs to
    /// what he said, where it is no act of its own and not joined to "said". Gives that comma.
    pub(super) fn goes_on(&self, scene: &Scene, k: usize) -> Option<usize> {
        let verbs = &scene.view.clauses.verbs;
        let end = verbs[k].group.nodes.end;
        let comma = scene.view.nodes.get(end).filter(|n| n.kind == NodeKind::Comma).map(|_| end)?;
        let joins = matches!(
            scene.view.word(comma + 1),
            "because" | "if" | "unless" | "until" | "since" | "but" | "and" | "or"
        );
        let next = verbs.get(k + 1);
        let joined = next.is_some_and(|v| v.role == Role::Coordinated && v.parent == Some(k));
        // "Whether it rains or not, Chad said, the fair will open": the main clause behind its subordinate clause
        let opened = verbs[k]
            .parent
            .is_some_and(|p| verbs[p].role == Role::Subordinate && verbs[p].start <= 1)
            && next.is_some_and(|v| v.role == Role::Main && v.start == comma + 1);
        let act = scene.made.iter().any(|m| m.verb > k && m.verb != usize::MAX);
        (joins && !joined && !act || opened).then_some(comma)
    }
}
