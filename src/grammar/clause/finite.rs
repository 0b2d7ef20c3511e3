//! Verbs with a tense: their roles.
//!
//! Owns: relative, reported, subordinate; the subject before the verb.
//! Verbs behind "and" are in [`super::joined`], attributions in [`super::attribution`].
//! Leaves to: [`super`] the order in which verbs are read.

use super::{Before, Builder, EdgeKind, Role, Subject, Verb};
use crate::grammar::lexicon::Class;
use crate::grammar::phrase::{feeling, is_nominal};
use crate::grammar::stream::NodeKind;
use crate::grammar::verb::{Group, Shape};

/// Nodes of a list of names.
const LIST: usize = 12;

impl Builder<'_> {
    pub(super) fn finite(&self, k: usize, p: Option<usize>, before: Before) -> Verb {
        let group = self.groups[k].clone();
        let plain = |role, parent, subject| Verb {
            start: group.nodes.start,
            marker: None,
            role,
            parent,
            subject,
            group: group.clone(),
        };
        if let Some(subject) = self.inverted(k, before) {
            return plain(Role::Attribution, self.last_finite(k), Subject::Phrase(subject));
        }
        match before {
            Before::Start => plain(Role::Main, None, Subject::None),
            Before::Relative => self.relative(k, p.unwrap_or(0)),
            Before::Comma | Before::And | Before::But | Before::Dash | Before::Quote | Before::Verb => {
                self.coordinated(k, p.unwrap_or(0), before)
            }
            Before::Subordinator => {
                let host = self.last_finite(k);
                Verb {
                    marker: p,
                    ..plain(Role::Subordinate, host, host.map_or(Subject::None, Subject::Of))
                }
            }
            Before::Preposition | Before::Nominal => self.with_subject(k, p.unwrap_or(0) + 1, group.clone()),
        }
    }

    pub(super) fn relative(&self, k: usize, pronoun: usize) -> Verb {
        let group = self.groups[k].clone();
        let mut end = pronoun;
        if end > 0 && self.nodes[end - 1].kind == NodeKind::Comma {
            end -= 1;
        }
        let start = self.phrase_start(end, self.floor(k));
        Verb {
            start: pronoun,
            marker: Some(pronoun),
            role: Role::Relative,
            parent: self.last_finite(k),
            subject: Subject::Phrase(start..end),
            group,
        }
    }

    /// "a conference that Turkey, Qatar and the United Nations proposed": the pronoun before a list of names whose last begins at `start`.
    fn listed_relative(&self, start: usize) -> Option<usize> {
        let inside = |i: usize| self.nodes[i].name || self.nodes[i].kind == NodeKind::Comma || self.nodes[i].class.is(Class::ARTICLE);
        let comma = start.checked_sub(1).filter(|i| self.nodes[*i].kind == NodeKind::Comma)?;
        let pronoun = (0..comma).rev().take(LIST).find(|i| !inside(*i))?;
        let n = &self.nodes[pronoun];
        let noun = pronoun
            .checked_sub(1)
            .is_some_and(|i| is_nominal(&self.nodes[i]) && self.nodes[i].kind == NodeKind::Word);
        let list = pronoun + 1 < comma && self.nodes.get(start).is_some_and(|n| n.name);
        (list && n.kind == NodeKind::Word && n.class.is(Class::RELATIVE) && noun).then_some(pronoun)
    }

    /// "Noting that, despite the efforts of all, Chad refuses,": behind the "that" of a clause of a preamble; whether the subject that begins at node
    /// `start` is of what is noted.
    fn is_noted(&self, start: usize) -> bool {
        let noting = self.groups[0].nodes.end;
        let that = (noting..start.min(noting + 3)).any(|i| self.nodes[i].class.is(Class::THAT));
        let relative = start > 0 && self.nodes[start - 1].class.is(Class::RELATIVE) && !self.nodes[start - 1].class.is(Class::THAT);
        that && !relative && self.is_preamble() && self.groups[0].shape == Shape::Ing && self.takes_clause(0)
    }

    /// The end of the verb group before `k`: no subject of `k` reaches over it.
    pub(super) fn floor(&self, k: usize) -> usize {
        k.checked_sub(1).map_or(0, |j| self.groups[j].nodes.end)
    }

    pub(super) fn takes_clause(&self, j: usize) -> bool {
        self.valency.takes_that(self.groups[j].lemma)
    }

    /// Whether a clause behind verb `j` needs no "that": "said it was", not "rejected it was".
    pub(super) fn takes_bare_clause(&self, j: usize) -> bool {
        self.takes_clause(j) && !self.nodes[self.groups[j].head].class.is(Class::WANTS_THAT) || self.feeling(j).is_some()
    }

    /// The adjective behind the copula `j`, or the participle in its group, that governs a clause: "was confident", "is very worried".
    pub(super) fn feeling(&self, j: usize) -> Option<usize> {
        let group = &self.groups[j];
        match group.passive {
            true => feeling(self.nodes, group.head),
            false => feeling(self.nodes, group.nodes.end).filter(|_| group.copula),
        }
    }

    /// A finite verb with a noun phrase that ends before node `end`.
    pub(super) fn with_subject(&self, k: usize, end: usize, group: Group) -> Verb {
        let inside = self.holds_subject(&group) && end == group.nodes.start;
        let end = if inside { end + 1 } else { end };
        let edge = self.edge(k, end);
        if edge.kind == EdgeKind::Open
            && let Some(comma) = self.inserted_report(k, edge.start, end)
        {
            return Verb::new(group, Role::Attribution, None, Subject::Phrase(comma + 1..end));
        }
        let end = self.before_insertion(edge.start, end);
        let subject = if edge.start < end {
            Subject::Phrase(edge.start..end)
        } else {
            Subject::None
        };
        if self.follows_participle(k, edge.start) {
            return Verb {
                start: edge.start,
                marker: None,
                role: Role::Main,
                parent: None,
                subject,
                group,
            };
        }
        let (role, parent, marker) = match edge.kind {
            _ if self.is_noted(edge.start) => (Role::Complement, Some(0), None),
            EdgeKind::Open => (Role::Main, None, None),
            EdgeKind::Report(j) => (Role::Complement, Some(j), None),
            EdgeKind::Relative => (Role::Relative, self.last_finite(k), None),
            EdgeKind::Marker(m) => (Role::Subordinate, self.last_finite(k), Some(m)),
            EdgeKind::Beside(j) => self.beside(self.joins_reporter(j, &group, false, false)),
        };
        if let Some(pronoun) = self.listed_relative(edge.start) {
            return Verb {
                start: pronoun,
                marker: Some(pronoun),
                role: Role::Relative,
                parent: self.last_finite(k),
                subject: Subject::Phrase(pronoun + 1..end),
                group,
            };
        }
        if self.is_attribution(k, edge.start, &group) {
            return Verb {
                start: edge.start,
                marker: None,
                role: Role::Attribution,
                parent: self.last_finite(k),
                subject,
                group,
            };
        }
        Verb {
            start: marker.unwrap_or(edge.start),
            marker,
            role,
            parent,
            subject,
            group,
        }
    }

    /// "the official, speaking on condition of anonymity," and "Macron, who had met Trump,": the subject ends before what a comma
    /// inserts with a verb of its own.
    pub(super) fn before_insertion(&self, start: usize, end: usize) -> usize {
        let inserted = self.verbs.iter().find(|v| {
            v.start > start + 1
                && v.start < end
                && matches!(v.role, Role::Participle | Role::Relative)
                && matches!(self.nodes[v.start - 1].kind, NodeKind::Comma | NodeKind::Dash)
                // "Shin, who heads the office, Sullivan, and Akiba voiced": a list goes on behind it
                && !(v.start..end).any(|i| self.nodes[i].kind == NodeKind::Comma && self.nodes.get(i + 1).is_some_and(|n| n.class.is(Class::AND)))
        });
        // "the talks, at which the ministers met,"
        let governed = self.verbs.iter().find_map(|v| {
            let relative =
                v.role == Role::Relative && v.start > start + 3 && v.start < end && self.nodes[v.start - 1].class.is(Class::RELATIVE);
            (relative && self.nodes[v.start - 3].kind == NodeKind::Comma).then(|| v.start - 3)
        });
        let mut end = inserted.map(|v| v.start - 1).or(governed).unwrap_or(end);
        // "Chad, on the other hand,", "Bo Lind, in a message,": a phrase between commas
        let phrase = (start + 1..end.saturating_sub(2)).find(|i| {
            let next = &self.nodes[*i + 1];
            let opens =
                next.class.is(Class::PREPOSITION) && !next.name && !next.class.is(Class::OF.or(Class::WITH).or(Class::SUBORDINATOR));
            let whole = self.nodes[*i + 1..end - 1]
                .iter()
                .all(|n| n.kind != NodeKind::Comma && !n.class.is(Class::AND));
            self.nodes[*i].kind == NodeKind::Comma && opens && whole
        });
        end = phrase.unwrap_or(end);
        // "Chad, meanwhile," and "Chad, however,": an adverb between commas
        let adverbs = |from: usize| {
            self.nodes[from..end]
                .iter()
                .all(|n| n.kind == NodeKind::Comma || n.class.is(Class::ADVERB) && !n.name)
        };
        if let Some(comma) = (start + 1..end.saturating_sub(1)).find(|i| self.nodes[*i].kind == NodeKind::Comma && adverbs(*i)) {
            end = comma;
        }
        // "The government today accused", "Chad a week later agreed"
        while end > start + 1 && self.nodes[end - 1].class.is(Class::TIME) && self.nodes[end - 1].class.is(Class::ADVERB) {
            end -= 1;
        }
        // "The assembly on Monday adopted"
        if end > start + 1 && self.nodes[end - 1].class.is(Class::WEEKDAY) {
            end -= 1;
            if end > start + 1 && self.nodes[end - 1].class.is(Class::PREPOSITION) {
                end -= 1;
            }
        }
        end
    }
}
