//! Frames that need more than their own words: copulas, "will", passives, clauses without a verb, shared objects.
//!
//! Owns: how a construction lends a frame its subject or its object.
//! Leaves to: [`super`] which match is best.

use super::{Captured, View, is_one_of};
use crate::grammar::clause::{Role, Subject, Verb};
use crate::grammar::phrase::{begins_phrase, is_nominal};
use crate::grammar::verb::Shape;
use crate::grammar::{Class, NodeKind, extent};
use crate::rules::frame::{Element, Kind};
use crate::rules::pack::Frame;
use std::ops::Range;

/// Nodes behind a passive among which its "by" stands.
const AGENT: usize = 16;

impl<'v> View<'v> {
    /// "We welcome and support X", "neither confirmed nor denied X": a verb right before "and" and another verb has that verb's object.
    pub(super) fn shared_object(&self, k: usize) -> Option<Captured> {
        let group = &self.clauses.verbs[k].group;
        let next = self
            .clauses
            .verbs
            .get(k + 1)
            .filter(|n| n.role == Role::Coordinated && n.parent == Some(k))?;
        let adjacent = next.group.nodes.start == group.nodes.end + 1 && self.nodes[group.nodes.end].class.is(Class::CONJUNCTION);
        if !adjacent || group.passive {
            return None;
        }
        let limit = self.limit(k + 1);
        self.rules
            .frames_of(group.lemma)
            .iter()
            .filter(|f| self.in_scope(f) && matches!(&*f.elements, [Element::Content(Kind::Any | Kind::Noun)]))
            .find_map(|frame| {
                let start = self.object(next.group.nodes.end, limit, Kind::Any)?;
                let found = Captured {
                    rule: frame.rule,
                    verb: k,
                    cue: group.nodes.clone(),
                    content: Some(start..limit),
                    kind: Some(Kind::Noun),
                    addressee: None,
                    passive: false,
                    agent: None,
                    words: 0,
                    gap: false,
                    denied: false,
                    open: false,
                };
                let fits = start < limit && self.head_fits(frame, &found);
                fits.then(|| {
                    self.hear_match(frame, None, &found);
                    found
                })
            })
    }

    /// "We will VP": the content is the verb phrase behind "will".
    pub(super) fn will(&self, frame: &Frame, k: usize) -> Option<Captured> {
        let group = &self.clauses.verbs[k].group;
        let modal = group.modal?;
        if group.negated && group.nodes.end == modal + 1 {
            return None;
        }
        // "will, in this regard, build"
        let inserted = (modal + 1..group.head).rev().find(|i| self.nodes[*i].kind == NodeKind::Comma);
        let start = (inserted.unwrap_or(modal) + 1..group.nodes.end)
            // "will also build": the adverb joins the act to the one before
            .find(|i| !self.nodes[*i].class.is(Class::NEGATOR) && !matches!(self.word(*i), "also" | "likewise" | "therefore" | "thus"))
            .unwrap_or(group.head);
        let end = self.limit_of(k, true);
        if group.nodes.end == modal + 1 {
            // "We will:" and a list
            let open = self.ends_in_colon(modal + 1);
            return open.then(|| Captured {
                rule: frame.rule,
                verb: k,
                cue: modal..modal + 1,
                content: None,
                kind: Some(Kind::Verb),
                addressee: None,
                passive: false,
                agent: None,
                words: 0,
                gap: false,
                denied: false,
                open,
            });
        }
        Some(Captured {
            rule: frame.rule,
            verb: k,
            cue: modal..modal + 1,
            content: (start < end).then_some(start..end),
            kind: Some(Kind::Verb),
            addressee: None,
            passive: false,
            agent: None,
            words: 0,
            gap: false,
            denied: false,
            open: false,
        })
    }

    pub(super) fn is_copular_verb(&self, k: usize) -> bool {
        let group = &self.clauses.verbs[k].group;
        self.nodes[group.head].class.is(Class::COPULA)
    }

    /// Frames "be ADJECTIVE" whose adjective stands behind the copula, adverbs and degree words between; and where it stands.
    pub(super) fn copular_frames(&self, k: usize) -> Vec<(&'v Frame, usize)> {
        let group = &self.clauses.verbs[k].group;
        let participle =
            matches!(group.shape, Shape::PastOrParticiple | Shape::Participle) && self.clauses.verbs[k].role == Role::Participle;
        let first = if group.passive || participle { group.head } else { group.nodes.end };
        let mut found = Vec::new();
        for at in first..self.nodes.len().min(first + 4) {
            let frames = self.rules.copular(self.word(at));
            found.extend(frames.iter().filter(|f| self.in_scope(f)).map(|f| (f, first)));
            let n = &self.nodes[at];
            if !(n.kind == NodeKind::Word
                && n.class.is(Class::ADVERB
                    .or(Class::ADJECTIVE)
                    .or(Class::DETERMINER)
                    .or(Class::PREPOSITION)
                    .or(Class::POSSESSIVE))
                || !n.verbs.is_empty())
            {
                break;
            }
        }
        found
    }

    /// Frames of a preambular clause without a verb ("Deeply concerned about", "Mindful of"), from node `at` on.
    pub fn verbless(&self, at: usize) -> Option<Captured> {
        let mut best: Option<(i32, Captured)> = None;
        let mut start = at;
        while start < self.nodes.len() && start < at + 5 {
            for frame in self.rules.copular(self.word(start)).iter().filter(|f| self.in_scope(f)) {
                if let Some(mut found) = self.heard(frame, self.hold_from(frame, None, start, at)) {
                    found.cue.start = at;
                    let rank = self.rank(frame, &found);
                    self.hear_match(frame, Some(rank), &found);
                    let rank = rank.total();
                    if best.as_ref().is_none_or(|(r, _)| rank > *r) {
                        best = Some((rank, found));
                    }
                }
            }
            start += 1;
        }
        best.map(|(_, f)| f)
    }

    /// A clause without a verb ends at its comma before the next clause, that is at the end of the stream.
    pub(super) fn verbless_limit(&self, at: usize) -> usize {
        let end = (at..self.nodes.len())
            .find(|i| self.nodes[*i].kind == NodeKind::Stop)
            .unwrap_or(self.nodes.len());
        extent::trim(self.nodes, at, end)
    }

    /// "by Japan and Korea" behind the passive `k`: right behind it, or behind its complement ("was reached on X by A").
    pub fn agent(&self, k: usize) -> Option<Range<usize>> {
        const MANNER: &[&str] = &[
            "consensus",
            "acclamation",
            "vote",
            "votes",
            "unanimity",
            "phone",
            "telephone",
            "video",
            "letter",
            "majority",
            "mail",
            "email",
        ];
        let from = self.clauses.verbs[k].group.nodes.end;
        let of_another = |by: usize| {
            self.clauses
                .verbs
                .iter()
                .enumerate()
                .any(|(j, v)| j != k && v.group.nodes.end == by)
        };
        // "talks were held between Peru and Chile": what is done between two is done by both
        let opens = |i: usize| {
            self.nodes[i].class.is(Class::BY)
                || self.word(i) == "between" && self.nodes.get(i + 1).is_some_and(|n| n.name || n.class.is(Class::ARTICLE))
        };
        // "it was noted that this was a visit by Peru": nobody behind "that" noted it
        let reach = self.nodes.len().min(from + AGENT);
        let clause = (from..reach).find(|i| self.nodes[*i].class.is(Class::THAT) && self.finite_before(*i, self.nodes.len()));
        let end = clause.unwrap_or(reach);
        let by = (from..end).find(|i| {
            opens(*i)
                && !of_another(*i)
                && self.nodes.get(*i + 1).is_some_and(|n| {
                    begins_phrase(n)
                        && !n.class.is(Class::WEEKDAY.or(Class::TIME))
                        && (n.kind != NodeKind::Number || n.plural || self.counts_actors(*i + 2))
                })
                && !self
                    .clauses
                    .verbs
                    .iter()
                    .any(|v| v.group.nodes.start == *i + 1 && v.group.shape == Shape::Ing)
        })?;
        if (by + 1..by + 4).any(|i| MANNER.contains(&self.word(i))) {
            return None;
        }
        // "by 12 states": the number is part of it
        let first = by + 1 + usize::from(self.nodes[by + 1].kind == NodeKind::Number);
        let end = (first..self.nodes.len()).find(|i| self.ends_agent(*i)).unwrap_or(self.nodes.len());
        let end = self.next_clause(k, first).map_or(end, |start| end.min(start));
        (by + 1 < end).then_some(by + 1..end)
    }

    /// "applauded by Chad | but Mali vowed to fight it", "signed by Chad | and welcomed by Mali": where the "and" or "but" stands before the next
    /// clause behind node `from`.
    fn next_clause(&self, k: usize, from: usize) -> Option<usize> {
        let begins = |v: &Verb| match &v.subject {
            Subject::Phrase(phrase) if v.role == Role::Main => Some(phrase.start),
            _ if v.role == Role::Coordinated => Some(v.group.nodes.start),
            _ => None,
        };
        let start = self.clauses.verbs[k + 1..].iter().filter_map(begins).find(|start| *start > from)?;
        start
            .checked_sub(1)
            .filter(|i| self.nodes[*i].class.is(Class::CONJUNCTION.or(Class::AND)))
    }

    /// "by 12 states": the noun at node `i` is one of those who act.
    fn counts_actors(&self, i: usize) -> bool {
        matches!(
            self.word(i),
            "states" | "countries" | "nations" | "members" | "governments" | "leaders" | "ministers" | "parties" | "groups" | "delegations"
        )
    }

    fn ends_agent(&self, i: usize) -> bool {
        let n = &self.nodes[i];
        let next = self.nodes.get(i + 1);
        let listed = n.kind == NodeKind::Comma && next.is_some_and(|n| n.name) && self.nodes[i - 1].name;
        let dated = n.class.is(Class::PREPOSITION)
            && next.is_some_and(|n| n.class.is(Class::WEEKDAY.or(Class::MONTH)) || n.kind == NodeKind::Number);
        n.kind != NodeKind::Word && n.kind != NodeKind::Clitic && n.kind != NodeKind::Hyphen && !listed
            || (n.class.is(Class::SUBORDINATOR
                .or(Class::TO)
                .or(Class::THAT)
                .or(Class::RELATIVE)
                .or(Class::WEEKDAY))
                || dated)
                && !n.name
    }

    /// A passive and its by-phrase, which may stand before the complement or behind it.
    pub(super) fn hold_with_agent(&self, frame: &Frame, k: usize) -> Option<Captured> {
        let from = self.clauses.verbs[k].group.nodes.end;
        let Some(agent) = self.agent(k) else {
            return self.hold_passive(frame, k, from);
        };
        let near = (from..agent.start - 1).all(|i| self.nodes[i].class.is(Class::ADVERB));
        let mut found = None;
        if near {
            // "was accused by Harare | of poaching", "were urged by the pope | to spare"
            let governed = |i: usize| i == agent.end || self.nodes[i].class.is(Class::PREPOSITION) && !self.nodes[i].name;
            found = (agent.start + 1..=agent.end).filter(|i| governed(*i)).find_map(|at| {
                let mut found = self.hold_passive(frame, k, at)?;
                found.cue = self.clauses.verbs[k].group.nodes.clone();
                found.agent = Some(agent.start..at);
                (found.words > 0).then_some(found)
            });
        }
        let mut found = found.or_else(|| self.hold_passive(frame, k, from))?;
        if found.agent.is_none() {
            let by = agent.start - 1;
            for slot in [&mut found.content, &mut found.addressee].into_iter().flatten() {
                if slot.start < by && by < slot.end {
                    slot.end = extent::trim(self.nodes, slot.start, by);
                }
            }
            found.agent = Some(agent);
        }
        Some(found)
    }

    /// "is generally accepted wisdom", "is made worse": what looks like a passive stands before a noun or an adjective.
    fn is_attributive(&self, at: usize, light: bool) -> bool {
        self.nodes.get(at).is_some_and(|n| {
            let closed = Class::PREPOSITION
                .or(Class::ADVERB)
                .or(Class::TIME)
                .or(Class::WEEKDAY)
                .or(Class::MONTH)
                .or(Class::OBJECT);
            let bare = is_nominal(n) && n.kind == NodeKind::Word && !n.name && !n.capital && !n.quoted && !n.class.is(closed);
            let verbal = self.clauses.verbs.iter().any(|v| v.group.nodes.start == at);
            (bare && !light || light && n.class.is(Class::ADJECTIVE)) && !n.class.is(closed) && !verbal && !n.class.is(Class::CONJUNCTION)
        })
    }

    /// "they were not authorized to speak": what is settled is what they are to do, never they.
    fn is_told_to(&self, subject: &Range<usize>, at: usize) -> bool {
        let person = |i: usize| matches!(self.word(i), "he" | "i" | "she" | "they" | "we" | "you");
        subject.len() == 1 && person(subject.start) && self.infinitive_at(at)
    }

    /// A passive: what stands first in the frame is the subject; the rest of it is held against the nodes from `at` on.
    pub(super) fn hold_passive(&self, frame: &Frame, k: usize, at: usize) -> Option<Captured> {
        let group = &self.clauses.verbs[k].group;
        let subject = self.clauses.subject_of(k)?;
        let first = frame.elements.first()?;
        let rest = |skip: usize| Frame {
            rule: frame.rule,
            elements: frame.elements[skip..].into(),
            letters: frame.letters.clone(),
            words: frame.words,
            auxiliary: None,
        };
        match first {
            Element::Addressee => {
                let mut found = self.hold(&rest(1), k, at, true)?;
                found.addressee = Some(subject);
                Some(found)
            }
            Element::Content(Kind::Any | Kind::Noun) => {
                if frame.elements.len() == 1 && (self.is_attributive(group.nodes.end, false) || self.is_told_to(&subject, at)) {
                    return None;
                }
                let mut found = self.hold(&rest(1), k, at, true)?;
                found.content = Some(subject);
                found.kind = Some(Kind::Noun);
                Some(found)
            }
            Element::Degree | Element::Words(_) => {
                let skip = usize::from(*first == Element::Degree);
                if let (1, Some(Element::Words(nouns))) = (skip, frame.elements.get(1)) {
                    if self.is_attributive(group.nodes.end, true) {
                        return None;
                    }
                    let noun = self.nodes[subject.clone()]
                        .iter()
                        .enumerate()
                        .map(|(i, _)| subject.start + i)
                        .find(|i| is_one_of(self.word(*i), nouns))?;
                    let of = self
                        .nodes
                        .get(noun + 1)
                        .is_none_or(|n| noun + 1 >= subject.end || n.class.is(Class::PREPOSITION.or(Class::TO).or(Class::THAT)));
                    if !of {
                        return None;
                    }
                    let mut found = match self.hold(&rest(2), k, at, true) {
                        Some(found) => found,
                        // "Consensus on tariffs was reached": the complement stands behind the noun
                        None => self.hold_from(&rest(2), Some(k), noun + 1, noun)?,
                    };
                    found.passive = true;
                    if let Some(content) = &mut found.content
                        && content.start < group.nodes.start
                    {
                        // "The statement, on Iraq was read out": it may stand behind the end of the subject
                        let end = if content.start < subject.end {
                            subject.end
                        } else {
                            group.nodes.start
                        };
                        content.end = content.end.min(end);
                    }
                    found.cue = group.nodes.clone();
                    found.words += 1;
                    return Some(found);
                }
                // "It was agreed that", "It was agreed to"
                let it = subject.len() == 1 && self.word(subject.start) == "it";
                if it {
                    self.hold(frame, k, at, true)
                } else {
                    self.prepositional_passive(frame, k, subject.clone())
                        .or_else(|| self.asked_of(frame, k, subject))
                }
            }
            Element::Content(Kind::That) if subject.len() == 1 && self.word(subject.start) == "it" => self.hold(frame, k, at, true),
            _ => None,
        }
    }

    /// "States were called upon to help": who is asked is the subject, the governed word is stranded before "to".
    fn asked_of(&self, frame: &Frame, k: usize, subject: Range<usize>) -> Option<Captured> {
        let [Element::Words(words), Element::Addressee, behind @ ..] = &frame.elements[..] else {
            return None;
        };
        if !matches!(behind, [Element::Words(_), Element::Content(Kind::Verb)]) {
            return None;
        }
        let rest = Frame {
            elements: behind.into(),
            auxiliary: None,
            ..frame.clone()
        };
        let at = self.clauses.verbs[k].group.nodes.end;
        // "were called upon by the council | to help"
        let agent = self.agent(k).filter(|agent| agent.start == at + 2);
        let end = agent.as_ref().map_or(at + 1, |agent| agent.end);
        let to = (at + 1..=end)
            .find(|i| self.infinitive_at(*i))
            .filter(|_| is_one_of(self.word(at), words))?;
        let mut found = self.hold(&rest, k, to, true)?;
        found.agent = agent.map(|agent| agent.start..to.min(agent.end));
        found.addressee = Some(subject);
        found.words += 1;
        Some(found)
    }

    /// "The text was agreed on", "was called for": the governed word is stranded behind the verb.
    pub(super) fn prepositional_passive(&self, frame: &Frame, k: usize, subject: Range<usize>) -> Option<Captured> {
        let group = &self.clauses.verbs[k].group;
        let (Element::Words(words), Some(Element::Content(_))) = (frame.elements.first()?, frame.elements.get(1)) else {
            return None;
        };
        let at = group.nodes.end;
        let stranded = is_one_of(self.word(at), words) && !self.nodes.get(at + 1).is_some_and(begins_phrase);
        stranded.then(|| Captured {
            rule: frame.rule,
            verb: k,
            cue: group.nodes.start..at + 1,
            content: Some(subject),
            kind: Some(Kind::Noun),
            addressee: None,
            passive: true,
            agent: None,
            words: 1,
            gap: false,
            denied: false,
            open: false,
        })
    }
}
