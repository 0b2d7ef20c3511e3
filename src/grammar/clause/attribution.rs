//! Attributions: verbs that report the clause or the quotation beside them.
//!
//! Owns: "..., X said", "..., said X", "X, he said, does Y", "was quoted as saying".
//! Leaves to: [`super`] the order in which verbs are read, [`crate::assemble`] what they report.

use super::{Before, Builder, is_tensed};
use crate::grammar::lexicon::{Class, Form};
use crate::grammar::phrase::{begins_phrase, is_nominal};
use crate::grammar::stream::{Node, NodeKind};
use crate::grammar::verb::{Group, Shape};
use std::ops::Range;

/// Nodes behind an attribution up to the end of its sentence: where, when and to whom it was said.
const BEHIND_CLAUSE: usize = 15;
/// The same, where a quotation right before it can only be what was said.
const BEHIND_QUOTE: usize = 40;
/// Words of a title in small letters, with the name behind it.
const TITLE: usize = 8;
/// Nodes of the agent in "was quoted by a daily as saying".
const AGENT: usize = 8;

impl Builder<'_> {
    /// "..., said Foreign Minister X": a reporting verb after a comma or a quotation, its subject behind it.
    pub(super) fn inverted(&self, k: usize, before: Before) -> Option<Range<usize>> {
        let group = &self.groups[k];
        if !matches!(before, Before::Comma | Before::Quote)
            || !self.valency.takes_clause(group.lemma)
            // "the premier, a lawyer, told Swedish radio": what follows is who heard it, but for "«Q», warned President Bo Lind"
            || self.valency.takes_hearer(group.lemma) && !self.follows_quotation(group.nodes.start)
            || group.nodes.len() > 1
            || !matches!(group.form, Form::Past | Form::S)
        {
            return None;
        }
        let quoted = self.nodes[..group.nodes.start]
            .iter()
            .rev()
            .take(2)
            .any(|n| matches!(n.kind, NodeKind::Quote(_)));
        if !quoted && (self.last_finite(k).is_none() || self.valency.takes_object(group.lemma)) {
            return None;
        }
        let first = self.nodes.get(group.nodes.end).filter(|n| {
            n.kind == NodeKind::Word
                && (n.name || n.capital || n.class.is(Class::DETERMINER.or(Class::SUBJECT)) || self.titled(group.nodes.end))
        })?;
        // ", said Thursday": a day says nothing
        let day = first.class.is(Class::WEEKDAY.or(Class::TIME).or(Class::MONTH)) && !first.name;
        if first.class.is(Class::THAT) || day {
            return None;
        }
        let end = (group.nodes.end..self.nodes.len())
            .find(|i| {
                matches!(
                    self.nodes[*i].kind,
                    NodeKind::Comma | NodeKind::Stop | NodeKind::Quote(_) | NodeKind::Semicolon | NodeKind::Dash | NodeKind::Colon
                )
            })
            .unwrap_or(self.nodes.len());
        let verbless = !self.groups[k + 1..]
            .iter()
            .take_while(|g| g.nodes.start < end)
            // "thanked the crew and pledged": two verbs that share a subject
            .any(|g| {
                !matches!(g.shape, Shape::PastOrParticiple | Shape::Ing | Shape::ToInfinitive)
                    || self.nodes[g.nodes.start - 1].class.is(Class::AND)
            });
        verbless.then(|| group.nodes.end..self.trim_time(group.nodes.end, end))
    }

    /// Whether nothing but a comma stands between a quotation and node `i`.
    fn follows_quotation(&self, i: usize) -> bool {
        let at = i.checked_sub(1).filter(|at| self.nodes[*at].kind == NodeKind::Comma).unwrap_or(i);
        at > 0 && matches!(self.nodes[at - 1].kind, NodeKind::Quote(_))
    }

    /// "deputy police chief Bo Lind": words in small letters and a name, up to the end of the clause.
    fn titled(&self, from: usize) -> bool {
        let plain = |n: &Node| n.kind == NodeKind::Word && !n.capital && begins_phrase(n) && !n.class.is(Class::SUBJECT.or(Class::OBJECT));
        let inside = |n: &Node| n.kind == NodeKind::Word && (n.name || n.capital || plain(n));
        let end = (from..self.nodes.len()).find(|i| !inside(&self.nodes[*i]) || self.nodes[*i].class.is(Class::WEEKDAY));
        let end = end.unwrap_or(self.nodes.len());
        let closed = self
            .nodes
            .get(end)
            .is_none_or(|n| matches!(n.kind, NodeKind::Stop | NodeKind::Comma) || n.class.is(Class::WEEKDAY.or(Class::PREPOSITION)));
        let named = end > from + 1 && end <= from + TITLE && self.nodes[end - 1].name;
        plain(&self.nodes[from]) && named && closed
    }

    /// Takes "on Friday", "in a statement" off the end of a noun phrase.
    pub(super) fn trim_time(&self, start: usize, end: usize) -> usize {
        let mut cut = end;
        for i in (start + 1..end).rev() {
            let n = &self.nodes[i];
            if n.class.is(Class::WEEKDAY) {
                cut = if self.nodes[i - 1].class.is(Class::PREPOSITION) { i - 1 } else { i };
            } else if n.class.is(Class::PREPOSITION)
                && !n.class.is(Class::OF)
                && !n.name
                && self.nodes.get(i + 1).is_some_and(|n| n.class.is(Class::ARTICLE))
                && cut == end
            {
                cut = i;
            }
        }
        cut.max(start + 1)
    }

    /// "The text, a spokeswoman pointed out, obliges": a reporting verb between two commas inside a clause whose own verb `next` comes
    /// behind it. Gives the comma before the insertion.
    pub(super) fn inserted_report(&self, k: usize, start: usize, end: usize) -> Option<usize> {
        let group = &self.groups[k];
        let after = (group.nodes.end..self.nodes.len().min(group.nodes.end + 3)).find(|i| self.nodes[*i].kind == NodeKind::Comma)?;
        let next = self.groups.get(k + 1).filter(|g| is_tensed(g) && g.nodes.start == after + 1)?;
        // "The panel, they said, should report": the pronoun alone is the subject, what stands before its comma goes on behind the other
        let before = start.checked_sub(1).filter(|i| self.nodes[*i].kind == NodeKind::Comma);
        let (start, comma) = match before {
            Some(comma) => (self.skip_intro(0, comma), comma),
            None => (start, (start + 1..end).rev().find(|i| self.nodes[*i].kind == NodeKind::Comma)?),
        };
        let plain = start < comma && self.nodes[start..comma].iter().all(|n| n.kind != NodeKind::Comma) && comma + 1 < end;
        (plain
            && (self.valency.takes_clause(group.lemma) || self.has_particle(group))
            && (next.modal.is_some() || !self.valency.takes_clause(next.lemma)))
        .then_some(comma)
    }

    /// ", X said" with nothing reported behind it: it reports what stands before.
    pub(super) fn is_attribution(&self, k: usize, start: usize, group: &Group) -> bool {
        let Some(b) = start.checked_sub(1) else { return false };
        let reports = match group.passive {
            true => self.is_quoted_as(group),
            false => self.valency.takes_clause(group.lemma) || self.has_particle(group),
        };
        if !reports || !matches!(self.nodes[b].kind, NodeKind::Comma | NodeKind::Quote(_) | NodeKind::Dash) {
            return false;
        }
        let next = self.nodes.get(group.nodes.end);
        let object = next.is_some_and(|n| {
            n.kind == NodeKind::Word
                && begins_phrase(n)
                && !n.class.is(Class::WEEKDAY.or(Class::TIME).or(Class::ADVERB).or(Class::MONTH))
                && !n.class.is(Class::PREPOSITION)
        });
        if object && !self.valency.takes_hearer(group.lemma) {
            return false;
        }
        // "the former president Bo Lind has claimed": a full name and no object
        let full = group.nodes.start > start + 1 && self.nodes[group.nodes.start - 2..group.nodes.start].iter().all(|n| n.name);
        let named = full && self.valency.takes_that(group.lemma) && next.is_none_or(|n| n.kind != NodeKind::Word);
        if self.is_bare_relative(start, group.nodes.start) && !named || self.asks_to_act(k) {
            return false;
        }
        // "it has asked for talks": what was said once has no perfect before where it was said
        let has = self.nodes[group.nodes.start].class.is(Class::HAVE) && !self.nodes[group.nodes.start].class.is(Class::PAST);
        if has && start + 1 == group.nodes.start && next.is_some_and(|n| n.class.is(Class::PREPOSITION) && !n.name) {
            return false;
        }
        // "Having grown up there, she said, she knew", "Until then, she said, they will": the clause comes behind
        let opened = if self.verbs.is_empty() { 2 } else { 1 };
        let before_clause = next.is_some_and(|n| n.kind == NodeKind::Comma)
            && self
                .groups
                .get(k + 1)
                .is_some_and(|g| is_tensed(g) && g.nodes.start >= group.nodes.end + opened);
        let has_clause =
            before_clause || self.last_finite(k).is_some() || self.nodes[..start].iter().any(|n| matches!(n.kind, NodeKind::Quote(_)));
        let end = (group.nodes.end..self.nodes.len())
            .find(|i| {
                matches!(
                    self.nodes[*i].kind,
                    NodeKind::Comma | NodeKind::Stop | NodeKind::Quote(_) | NodeKind::Semicolon | NodeKind::Dash | NodeKind::Colon
                )
            })
            .unwrap_or(self.nodes.len());
        let that = self.nodes.get(group.nodes.end).is_some_and(|n| n.class.is(Class::THAT));
        let quoted = matches!(self.nodes[b].kind, NodeKind::Quote(_)) || b > 0 && matches!(self.nodes[b - 1].kind, NodeKind::Quote(_));
        let hears = self.valency.takes_hearer(group.lemma);
        let tensed = self.groups[k + 1..]
            .iter()
            .take_while(|g| g.nodes.start < end)
            // "told fellow leaders as he closed the meeting", "in a speech in which he spoke": a clause of time, a relative clause
            .take_while(|g| {
                !self.nodes[group.nodes.end..g.nodes.start]
                    .iter()
                    .any(|n| n.class.is(Class::SUBORDINATOR.or(Class::RELATIVE)) && !n.class.is(Class::THAT) && !n.name)
            })
            // "said in a statement released here": the participle belongs to the noun behind the preposition
            .any(|g| {
                // "told supporters gathered in Lima": the participle belongs to the hearer
                let hearer = quoted && hears && self.nodes.get(g.nodes.end).is_some_and(|n| n.class.is(Class::PREPOSITION));
                let past = g.shape == Shape::PastOrParticiple && !hearer && !self.inside_phrase_of(group.nodes.end, g.nodes.start);
                g.shape == Shape::Finite || past
            });
        let colon = self.nodes.get(end).is_some_and(|n| n.kind == NodeKind::Colon);
        // "«Q», she wrote to leaders": no infinitive
        let infinitive = |g: &Group| g.shape == Shape::ToInfinitive && g.nodes.start == group.nodes.end;
        let written = quoted && !self.groups.get(k + 1).is_some_and(infinitive);
        let to = !written && self.nodes.get(group.nodes.end).is_some_and(|n| n.class.is(Class::TO));
        let reach = if quoted { BEHIND_QUOTE } else { BEHIND_CLAUSE };
        has_clause && !that && !tensed && !colon && !to && end - group.nodes.end <= reach
    }

    /// "they urged the council to act": an infinitive behind the hearer, with no preposition or comma between.
    fn asks_to_act(&self, k: usize) -> bool {
        let hearer = |n: &Node| n.kind == NodeKind::Word && (n.name || !n.class.is(Class::PREPOSITION)) || n.kind == NodeKind::Clitic;
        let from = self.groups[k].nodes.end;
        let next = self
            .groups
            .get(k + 1)
            .filter(|g| g.shape == Shape::ToInfinitive && g.nodes.start > from);
        self.valency.takes_hearer(self.groups[k].lemma) && next.is_some_and(|g| self.nodes[from..g.nodes.start].iter().all(hearer))
    }

    /// A preposition at `from` and nothing but its phrase up to node `to`.
    fn inside_phrase_of(&self, from: usize, to: usize) -> bool {
        let preposition =
            self.nodes[from].kind == NodeKind::Word && self.nodes[from].class.is(Class::PREPOSITION) && !self.nodes[from].name;
        preposition && from + 1 < to && self.phrase_start(to, from + 1) == from + 1
    }

    /// "..., a spokeswoman pointed out": a cue, a particle, and the end of the clause.
    pub(super) fn has_particle(&self, group: &Group) -> bool {
        let at = group.nodes.end;
        self.valency.is_cue(group.lemma)
            && !group.copula
            && self
                .nodes
                .get(at)
                .is_some_and(|n| n.kind == NodeKind::Word && n.class.is(Class::PREPOSITION) && n.class.is(Class::ADVERB))
            && self
                .nodes
                .get(at + 1)
                .is_none_or(|n| matches!(n.kind, NodeKind::Comma | NodeKind::Stop | NodeKind::Quote(_)))
    }

    /// "was quoted as saying", "was quoted by a daily as saying": a passive behind which a preposition and a reporting participle stand.
    pub(super) fn is_quoted_as(&self, group: &Group) -> bool {
        quoted_as(self.nodes, group).is_some_and(|i| self.nodes[i].verbs.iter().any(|(l, _)| self.valency.takes_clause(*l)))
    }

    /// "a demand Trudeau rejected": an article's noun, and another subject right behind it.
    pub(super) fn is_bare_relative(&self, start: usize, end: usize) -> bool {
        self.nodes[start].class.is(Class::ARTICLE)
            && (start + 2..end).any(|i| {
                self.nodes[i].name
                    && !self.nodes[i].demonym
                    && self.nodes[i - 1].kind == NodeKind::Word
                    && !self.nodes[i - 1].name
                    && !self.nodes[i - 1].capital
                    && is_nominal(&self.nodes[i - 1])
                    && !self.nodes[i - 1].class.is(Class::ADJECTIVE)
            })
    }
}

/// The participle of "was quoted as saying", "was quoted by a daily as saying": behind a preposition right behind the passive or its agent.
pub fn quoted_as(nodes: &[Node], group: &Group) -> Option<usize> {
    let saying = |i: usize| nodes.get(i).is_some_and(|n| n.verbs.iter().any(|(_, f)| *f == Form::Ing));
    let preposition = |i: usize| nodes.get(i).is_some_and(|n| n.class.is(Class::PREPOSITION) && !n.name);
    let behind = group.nodes.end;
    if preposition(behind) && saying(behind + 1) {
        return Some(behind + 1);
    }
    nodes
        .get(behind)
        .filter(|n| n.class.is(Class::BY))
        .and_then(|_| (behind + 2..nodes.len().min(behind + AGENT)).find(|i| preposition(*i - 1) && saying(*i)))
}
