//! The party whom an act is about where no slot of its frame names it: who is asked in a clause, whose conduct is condemned.
//!
//! Owns: which words of the content name that party.
//! Leaves to: [`super::keep`] the slots of the frame, [`crate::resolve`] who a phrase is.

use super::draft::Phrase;
use super::walk::{Scene, Walk};
use crate::grammar::clause::{Role, Subject, Verb};
use crate::grammar::verb::Shape;
use crate::grammar::{Class, NodeKind};
use crate::rules::Captured;
use crate::rules::frame::Kind;
use crate::statement::Act;
use std::ops::Range;

impl Walk<'_> {
    /// Whom a demand or a complaint is about: the subject of its clause, where that is a name. "demanded that Chile withdraw".
    pub(super) fn who_shall(&mut self, scene: &Scene, found: &Captured) -> Option<Phrase> {
        let act = self.rules.rules[found.rule].act;
        if !matches!(act, Act::Demand | Act::Urge | Act::Request | Act::Condemn | Act::Accuse) || found.kind == Some(Kind::Quote) {
            return None;
        }
        let content = found.content.clone()?;
        let nodes = scene.view.nodes;
        // "demands that, as a first step, Chile withdraw": behind what a comma closes before any verb
        let introduced = |at: usize| {
            let verb = |v: &Verb| v.group.nodes.start >= content.start && v.group.nodes.start < at;
            at > content.start + 1 && nodes[at - 1].kind == NodeKind::Comma && !scene.view.clauses.verbs.iter().any(verb)
        };
        let starts = |s: &Range<usize>| s.start >= content.start && (s.start <= content.start + 1 || introduced(s.start));
        let subject = scene.view.clauses.verbs.iter().find_map(|v| match &v.subject {
            Subject::Phrase(nodes) if v.role == Role::Complement && starts(nodes) => Some(nodes.clone()),
            _ => None,
        })?;
        let named = scene.view.nodes[subject.clone()].iter().take(3).any(|n| n.name);
        let tokens = self.tokens(scene, subject).filter(|_| named)?;
        let phrase = self.party(scene, tokens);
        (!phrase.who.entities.is_empty()).then_some(phrase)
    }

    /// The party whose conduct is condemned, opposed or a concern, where the content names it as the doer: "North Korea's launches",
    /// "the launch by Iran", "cooperation between A and B", or the party itself.
    pub(super) fn doer(&mut self, scene: &Scene, found: &Captured) -> Option<Phrase> {
        let act = self.rules.rules[found.rule].act;
        let asked = act == Act::Request && found.content.clone().is_some_and(|c| self.is_asked_for(scene, c));
        let owned_only = matches!(act, Act::Congratulate | Act::Thank) || asked;
        if !matches!(act, Act::Condemn | Act::Oppose | Act::ExpressConcern | Act::Accuse) && !owned_only || found.kind == Some(Kind::Quote)
        {
            return None;
        }
        let content = found.content.clone()?;
        let nodes = scene.view.nodes;
        let stop = content
            .clone()
            .find(|i| *i > content.start && (nodes[*i].class.is(Class::THAT.or(Class::RELATIVE)) || scene.view.infinitive_at(*i)))
            .unwrap_or(content.end)
            .min(content.start + 30);
        let owner = (content.start..stop)
            .take_while(|i| !nodes[*i].class.is(Class::PREPOSITION) || nodes[*i].name || *i == content.start)
            .filter(|i| nodes[*i].kind == NodeKind::Clitic)
            .last();
        let by = (content.start + 1..stop)
            .find(|i| nodes[*i].class.is(Class::BY) && nodes.get(*i + 1).is_some_and(|n| n.name || n.class.is(Class::ARTICLE)));
        let between = (content.start + 1..stop).find(|i| scene.view.word(*i) == "between");
        let range = match (owner, between, by) {
            (Some(owner), _, _) => content.start..owner,
            (None, None, None) if !owned_only && self.named_doer(scene, &content).is_some() => self.named_doer(scene, &content)?,
            (None, Some(between), _) => between + 1..self.names_end(scene, between + 1, content.end),
            (None, None, Some(by)) => by + 1..self.names_end(scene, by + 1, content.end),
            _ if nodes[content.clone()].iter().take(4).any(|n| n.name) => {
                let end = self.names_end(scene, content.start, content.end);
                // "thanks for the cabinet of Peru waiting": the clause tells what it did
                let clause = scene
                    .view
                    .clauses
                    .verbs
                    .iter()
                    .any(|v| v.group.nodes.start == end && v.group.shape == Shape::Ing);
                let whole = clause
                    || nodes
                        .get(end)
                        .is_none_or(|n| end >= content.end || n.kind != NodeKind::Word || n.class.is(Class::PREPOSITION));
                if !whole {
                    return None;
                }
                content.start..end
            }
            _ => return None,
        };
        self.known_party(scene, range)
    }

    /// "Peru's help", "Chile's consent to": what only its owner can give.
    fn is_asked_for(&self, scene: &Scene, content: Range<usize>) -> bool {
        const GIVEN: &[&str] = &[
            "advice",
            "approval",
            "assistance",
            "backing",
            "consent",
            "cooperation",
            "help",
            "permission",
            "support",
        ];
        let owner = content.clone().find(|i| scene.view.nodes[*i].kind == NodeKind::Clitic);
        owner.is_some_and(|o| (o + 1..content.end.min(o + 3)).any(|i| GIVEN.contains(&scene.view.word(i))))
    }

    /// Who is threatened, where the content names them as those to whom it would be done: "tariffs on Peruvian copper", "break with Chile".
    pub(super) fn threatened(&mut self, scene: &Scene, found: &Captured) -> Option<Phrase> {
        let act = self.rules.rules[found.rule].act;
        if act != Act::Threaten || found.kind == Some(Kind::Quote) {
            return None;
        }
        let content = found.content.clone()?;
        let nodes = scene.view.nodes;
        let ends = Class::RELATIVE.or(Class::SUBORDINATOR).or(Class::THAT).or(Class::CONJUNCTION);
        let ended = |i: &usize| nodes[*i].kind == NodeKind::Comma || nodes[*i].class.is(ends) && !nodes[*i].name && *i > content.start;
        let stop = content.clone().find(ended).unwrap_or(content.end);
        let Some(name) = (content.start..stop).find(|i| nodes[*i].name) else {
            return self.on_condition(scene, content);
        };
        // what governs the name: a verb, "on", "against", "with"; in Lima nothing is done to Peru
        let governor = (content.start..name).rev().find(|i| {
            let n = &nodes[*i];
            n.class.is(Class::PREPOSITION) || scene.view.clauses.verbs.iter().any(|v| v.group.head == *i)
        });
        let place = governor.is_some_and(|i| {
            let done_to = matches!(scene.view.word(i), "on" | "against" | "with" | "from" | "to");
            nodes[i].class.is(Class::PREPOSITION) && !done_to
        });
        let end = self.names_end(scene, name, stop);
        self.known_party(scene, Some(name..end).filter(|_| !place)?)
    }

    /// "sanctions unless Chad opened the mine": who can avert what is threatened.
    fn on_condition(&mut self, scene: &Scene, content: Range<usize>) -> Option<Phrase> {
        let averts = |v: &&Verb| {
            let marker = v.marker.filter(|m| content.contains(m));
            marker.is_some_and(|m| matches!(scene.view.word(m), "unless" | "if"))
        };
        let verb = scene.view.clauses.verbs.iter().find(averts)?;
        let Subject::Phrase(subject) = verb.subject.clone() else {
            return None;
        };
        self.known_party(scene, subject)
    }

    /// The party of these nodes, where it acts for a state or a body.
    fn known_party(&mut self, scene: &Scene, nodes: Range<usize>) -> Option<Phrase> {
        let tokens = self.tokens(scene, nodes)?;
        let phrase = self.party(scene, tokens);
        (!phrase.who.entities.is_empty()).then_some(phrase)
    }

    /// "recent DPRK launches", "the failure of Israel": a state's name before the noun of a deed, or behind "of".
    fn named_doer(&self, scene: &Scene, content: &Range<usize>) -> Option<Range<usize>> {
        const DEEDS: &[&str] = &[
            "failure",
            "refusal",
            "decision",
            "aggression",
            "actions",
            "attempts",
            "policy",
            "policies",
            "behaviour",
            "behavior",
            "conduct",
            "complicity",
            "interference",
            "intransigence",
            "involvement",
            "obstruction",
            "participation",
        ];
        let nodes = scene.view.nodes;
        let stop = content
            .clone()
            .find(|i| *i > content.start && nodes[*i].class.is(Class::PREPOSITION) && !nodes[*i].name)
            .unwrap_or(content.end);
        let name = (content.start..stop).find(|i| nodes[*i].name);
        if let Some(name) = name.filter(|n| *n > content.start || nodes[content.start].demonym) {
            let end = (name..stop).find(|i| !nodes[*i].name).unwrap_or(stop);
            return (end < stop && nodes[end].kind == NodeKind::Word && !nodes[end].class.is(Class::AND)).then_some(name..end);
        }
        let of =
            nodes.get(stop).is_some_and(|n| n.class.is(Class::OF)) && stop > content.start && DEEDS.contains(&scene.view.word(stop - 1));
        of.then(|| stop + 1..self.names_end(scene, stop + 1, content.end))
            .filter(|r| r.start < r.end)
    }

    /// The end of a run of names from `from`: titles, names, "and", commas between names.
    fn names_end(&self, scene: &Scene, from: usize, end: usize) -> usize {
        let nodes = scene.view.nodes;
        let mut at = from;
        while at < end {
            let n = &nodes[at];
            let next_name = nodes.get(at + 1).is_some_and(|n| n.name || n.capital);
            let inside = n.name
                || n.class.is(Class::ARTICLE)
                || n.capital
                || (n.class.is(Class::AND) || n.kind == NodeKind::Comma) && next_name
                // "the Government of Peru", not "the killing by Peru of Chileans"
                || n.class.is(Class::OF) && next_name && at > from && !nodes[at - 1].name
                || n.kind == NodeKind::Hyphen;
            if !inside {
                break;
            }
            at += 1;
        }
        at
    }
}
