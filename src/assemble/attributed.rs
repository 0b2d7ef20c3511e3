//! What attributions report beside a plain quotation: the end of a clause, the clause before "X quoted Y as saying".
//!
//! Owns: what goes on behind the comma that closes the attribution, who is quoted by somebody else.
//! Leaves to: [`super::quotation`] the attribution itself.

use super::nonfinite::quoted_party;
use super::walk::{Scene, Walk};
use crate::grammar::NodeKind;
use crate::grammar::clause::Role;
use crate::rules::frame::Kind;
use crate::statement::Mode;
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

    /// "The port is shut, the agency quoted Lind as saying": the clause before the comma, where nothing stands behind verb `k`.
    fn clause_before_quoting(&self, scene: &Scene, k: usize) -> Option<Range<usize>> {
        let (nodes, verbs) = (scene.view.nodes, &scene.view.clauses.verbs);
        let host = verbs[k].parent.map(|p| &verbs[p])?;
        let comma = host.start.checked_sub(1).filter(|i| nodes[*i].kind == NodeKind::Comma)?;
        let ends = nodes.get(verbs[k].group.nodes.end).is_none_or(|n| n.kind == NodeKind::Stop);
        let first = (0..comma).find(|i| nodes[*i].kind == NodeKind::Word)?;
        let clause = verbs
            .iter()
            .any(|v| v.group.nodes.end <= comma && !matches!(v.role, Role::Reduced | Role::Infinitive));
        (ends && clause).then_some(first..comma)
    }

    /// "«Q», the agency quoted Lind as saying": the quotations that no verb took are whose it says.
    pub(super) fn quoted_before(&mut self, scene: &mut Scene) {
        let verbs = &scene.view.clauses.verbs;
        let done = |k: usize| scene.made.iter().any(|m| m.verb == k);
        let Some(k) = (0..verbs.len()).find(|k| !done(*k) && quoted_party(scene, *k).is_some()) else {
            return;
        };
        let quotes = self.untaken(scene);
        let (group, marker) = (verbs[k].group.clone(), verbs[k].marker);
        let clause = self.clause_before_quoting(scene, k).filter(|_| quotes.is_empty());
        let told = !quotes.is_empty() || clause.is_some();
        let Some(rule) = self.reporting_rule(group.lemma, None, clause.is_none()).filter(|_| told) else {
            return;
        };
        let Some((speaker, source)) = self.quoted_by(scene, k) else {
            return;
        };
        let Some(cue) = self.tokens(scene, marker.unwrap_or(group.nodes.start)..group.nodes.end) else {
            return;
        };
        let pieces = quotes.iter().map(|i| *i..*i + 1).chain(clause.clone());
        let content = pieces.filter_map(|piece| self.content(scene, piece)).collect();
        for node in &quotes {
            self.attach(scene, *node, &speaker);
        }
        let (kind, mode) = match clause {
            Some(_) => (Kind::That, Mode::Narrated),
            None => (Kind::Quote, Mode::Direct),
        };
        if kind == Kind::That {
            let made: Vec<usize> = scene.made.iter().map(|m| m.draft).collect();
            made.into_iter().for_each(|draft| self.is_told_by(draft, &speaker));
        }
        let draft = self.push_report(scene, k, rule, cue, content, kind, speaker, mode);
        self.drafts[draft].source = source;
        scene.fates[k] = Some(Ok(draft));
    }
}
