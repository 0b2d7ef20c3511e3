//! Signs of a new clause between two verbs.
//!
//! Owns: which words and marks open a clause, which only look so, and the "that" that stands before an introduction.
//! Leaves to: [`super::edge`] what follows of them for the subject.

use super::{Builder, Role, Verb, is_tensed};
use crate::grammar::lexicon::{Class, Form};
use crate::grammar::phrase::{is_nominal, is_temporal, measure};
use crate::grammar::stream::{Node, NodeKind};
use crate::grammar::verb::Shape;

impl Builder<'_> {
    /// A sign between two finite verbs that a new clause begins after node `i`; "and" and a comma only where what is between
    /// them and `end` can be a subject.
    pub(super) fn opens_clause(&self, i: usize, end: usize) -> bool {
        let n = &self.nodes[i];
        if i + 1 >= end {
            return false;
        }
        match n.kind {
            NodeKind::Comma | NodeKind::Semicolon | NodeKind::Colon | NodeKind::Dash | NodeKind::Quote(_) | NodeKind::Stop => true,
            NodeKind::Word if n.name || n.class.is(Class::AND) && (self.joins_demonyms(i) || self.joins_adjectives(i)) => false,
            NodeKind::Word => {
                n.class.is(Class::CONJUNCTION)
                    || n.class.is(Class::THAT) && !self.nodes[i + 1].class.is(Class::PREPOSITION)
                    || n.class.is(Class::RELATIVE) && !n.class.is(Class::DETERMINER)
                    || n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::PREPOSITION.or(Class::DETERMINER).or(Class::ADVERB))
                    || n.class.is(Class::SUBORDINATOR) && n.class.is(Class::PREPOSITION) && !self.inside_phrase(i)
                    || n.class.is(Class::SUBORDINATOR)
                        && !n.class.is(Class::PREPOSITION)
                        && i > 0
                        && self.nodes[i - 1].kind == NodeKind::Comma
            }
            _ => false,
        }
    }

    /// "the Peruvian and Chilean governments": an "and" between two adjectives of states.
    pub(super) fn joins_demonyms(&self, and: usize) -> bool {
        and > 0 && self.nodes[and - 1].demonym && self.nodes.get(and + 1).is_some_and(|n| n.demonym)
    }

    /// "the recent free and fair", "a just and lasting": an "and" between two adjectives before one noun.
    fn joins_adjectives(&self, and: usize) -> bool {
        const LEADS: Class = Class(Class::DETERMINER.0 | Class::ADJECTIVE.0 | Class::POSSESSIVE.0 | Class::PREPOSITION.0);
        let Some([lead, first]) = and.checked_sub(2).and_then(|from| self.nodes[from..and].first_chunk()) else {
            return false;
        };
        let adjective = |n: &Node| n.kind == NodeKind::Word && n.class.is(Class::ADJECTIVE) && !n.name;
        let participle = |n: &Node| n.verbs.iter().any(|(_, form)| *form == Form::Participle);
        let plain = !first.class.is(Class::NOUN.or(Class::PLURAL)) && !first.plural;
        // "the strong and multi-faceted ties": a word that no list has, before a noun
        let bare = |n: &Node| n.kind == NodeKind::Word && !n.name && !n.capital && is_nominal(n) && !n.class.is(LEADS);
        let unknown = self.nodes.get(and + 1..and + 3).is_some_and(|two| two.iter().all(bare));
        let second = unknown || self.nodes.get(and + 1).is_some_and(|n| adjective(n) || participle(n));
        adjective(first) && plain && lead.class.is(LEADS) && !lead.name && second
    }

    /// "the talks after the summit": a preposition that could also open a clause, right after a noun.
    pub(super) fn inside_phrase(&self, i: usize) -> bool {
        i > 0 && is_nominal(&self.nodes[i - 1]) && !self.nodes[i - 1].class.is(Class::WEEKDAY) && !self.is_measured(i)
    }

    /// ", a day after", ", two weeks before", ", hours after": how long, between a comma and a word that opens a clause at node `i`.
    fn is_measured(&self, i: usize) -> bool {
        let long = |start: usize| start + 1 < i || self.nodes[start].plural;
        measure(self.nodes, i).is_some_and(|start| start > 0 && long(start) && self.nodes[start - 1].kind == NodeKind::Comma)
    }

    /// "agreed to push the talks as the envoy met": a word that can be preposition or subordinator, where what stands before it is
    /// governed by a verb and is no subject.
    pub(super) fn weak_sign(&self, host: usize, last_verb: usize, end: usize) -> Option<usize> {
        let floor = self.groups[host].nodes.end;
        if self.takes_bare_clause(host) && last_verb == floor {
            return None;
        }
        (last_verb.max(floor)..end.saturating_sub(1)).rev().find(|i| {
            let n = &self.nodes[*i];
            // "as soon as", "as well as"
            let degree = *i > 0 && self.nodes[*i - 1].class.is(Class::ADVERB.or(Class::ADJECTIVE));
            is_temporal(n) && !degree
        })
    }

    /// "that, collectively, we provide": from the second comma of an inserted phrase back to the "that" before the first.
    pub(super) fn over_inserted(&self, i: usize, floor: usize) -> usize {
        if self.nodes[i].kind != NodeKind::Comma {
            return i;
        }
        let first = (floor.max(i.saturating_sub(8))..i)
            .rev()
            .find(|c| self.nodes[*c].kind == NodeKind::Comma);
        match first {
            Some(c)
                if c > floor
                    && self.nodes[c - 1].class.is(Class::THAT)
                    && !self.groups.iter().any(|g| g.nodes.start > c && g.nodes.end <= i && is_tensed(g)) =>
            {
                c - 1
            }
            _ => i,
        }
    }

    /// "said that in addition to this, she went": the "that" before an introduction which the comma ends.
    pub(super) fn that_before_intro(&self, comma: usize, floor: usize) -> Option<usize> {
        let that = (floor..comma)
            .find(|i| self.nodes[*i].class.is(Class::THAT))
            .filter(|_| self.nodes[comma].kind == NodeKind::Comma)?;
        // "noted that, under the pact, she": a comma on either side
        let opening = that + 1 + usize::from(self.nodes.get(that + 1).is_some_and(|n| n.kind == NodeKind::Comma));
        let first = self.nodes[..comma].get(opening).filter(|n| n.kind == NodeKind::Word && !n.name)?;
        // "that according to what was obtained by Peru, it": what describes a noun has no tense
        let verbless = !(0..self.verbs.len()).any(|j| {
            let g = &self.groups[j];
            g.nodes.start > that && g.nodes.start < comma && is_tensed(g) && self.verbs[j].role != Role::Reduced
        });
        let only = !self.nodes[opening..comma].iter().any(|n| n.kind == NodeKind::Comma);
        let according = self.groups.iter().any(|g| g.nodes.start == opening && g.shape == Shape::Ing);
        let opens = according
            || first.class.is(Class::PREPOSITION.or(Class::ADVERB))
            // "due to reasons", "contrary to reports"
            || first.class.is(Class::ADJECTIVE) && self.nodes.get(opening + 1).is_some_and(|n| n.class.is(Class::TO))
            || self.nodes[comma - 1].class.is(Class::TIME.or(Class::WEEKDAY));
        (verbless && only && opens).then_some(that)
    }

    /// "..., the Secretary and the ministers committed": an "and" inside the subject; gives the comma before it, else `i`.
    pub(super) fn over_and(&self, i: usize, floor: usize) -> usize {
        if !self.nodes[i].class.is(Class::AND) {
            return i;
        }
        let comma = (floor..i)
            .rev()
            .find(|c| matches!(self.nodes[*c].kind, NodeKind::Comma | NodeKind::Semicolon | NodeKind::Dash));
        let Some(comma) = comma.filter(|c| c + 1 < i) else { return i };
        let first = &self.nodes[comma + 1];
        let noun = first.name || first.capital || first.class.is(Class::DETERMINER);
        let verbless = !self.groups.iter().any(|g| g.nodes.start > comma && g.nodes.start < i);
        if noun && verbless { comma } else { i }
    }

    /// Where the subject begins of the clause that verb `host` awaits, where `sign` opens none: "said a list of states that face limits
    /// would grow", whose "that" has its verb already, and "said besides opening the fair, he would stay".
    pub(super) fn awaited_start(&self, host: usize, k: usize, sign: usize, end: usize) -> Option<usize> {
        let floor = self.groups[host].nodes.end;
        let gerund = self.groups.iter().any(|g| g.nodes.start == floor + 1 && g.shape == Shape::Ing);
        let pronoun = |n: &Node| n.class.is(Class::SUBJECT) && !n.class.is(Class::DETERMINER);
        let only = !self.nodes[floor..sign].iter().any(|n| n.kind == NodeKind::Comma);
        let intro = gerund && only && self.takes_clause(host) && self.nodes[floor].class.is(Class::PREPOSITION);
        if intro && self.nodes[sign].kind == NodeKind::Comma && pronoun(&self.nodes[sign + 1]) {
            return Some(sign + 1);
        }
        let has_verb = |v: &&Verb| v.role == Role::Relative && v.group.nodes.start == sign + 1;
        let relative = self.nodes[sign].class.is(Class::THAT.or(Class::RELATIVE)) && self.verbs.iter().any(|v| has_verb(&v));
        (relative && self.awaits_clause(host, k)).then(|| self.after_hearer(host, self.after_fillers(floor, end), end))
    }
}
