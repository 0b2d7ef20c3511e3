//! The words of a frame: right behind the head, or behind fillers.
//!
//! Owns: what may stand between a verb and what it governs.
//! Leaves to: [`super`] which match is best.

use super::{DEGREE, REACH, View, is_one_of};
use crate::grammar::clause::Role;
use crate::grammar::phrase::{begins_phrase, is_nominal};
use crate::grammar::verb::Shape;
use crate::grammar::{Class, Form, Node, NodeKind, extent};
use crate::rules::frame::{Element, Kind};

/// Nodes of a prepositional phrase between a verb and what it governs.
const FILLER: usize = 10;
/// The same where commas insert it.
const INSERTED: usize = 16;

impl View<'_> {
    pub(super) fn skip_adverbs(&self, at: usize, limit: usize) -> usize {
        (at..limit)
            .find(|i| {
                self.nodes[*i].name
                    || !(self.nodes[*i].class.is(Class::ADVERB.or(Class::WEEKDAY))
                        && !self.nodes[*i].class.is(Class::DETERMINER)
                        && !self.nodes[*i].class.is(Class::PREPOSITION))
            })
            .unwrap_or(limit)
    }

    /// The noun of a light verb, behind words that stand before a noun.
    pub(super) fn find_noun(&self, nouns: &[String], at: usize, limit: usize) -> Option<usize> {
        // "voiced on Sunday his country's support for", "expressed, on behalf of all, his thanks for"
        let at = match self.nodes.get(at) {
            Some(n) if n.class.is(Class::PREPOSITION.or(Class::WEEKDAY)) && !n.name || n.kind == NodeKind::Comma => {
                self.skip_adverbs_before_object(at, limit)
            }
            _ => at,
        };
        for i in at..limit.min(at + DEGREE) {
            let n = &self.nodes[i];
            if n.class.is(Class::THAT)
                || self
                    .clauses
                    .verbs
                    .iter()
                    .any(|v| v.group.nodes.contains(&i) && v.role != Role::Reduced)
            {
                return None;
            }
            if n.kind == NodeKind::Word && is_one_of(self.word(i), nouns) {
                return Some(self.joined_noun(nouns, i, limit).unwrap_or(i));
            }
            // "gave the rebels | an ultimatum": the noun belongs to a second object
            if n.class.is(Class::ARTICLE) && i > at && is_nominal(&self.nodes[i - 1]) && !self.nodes[i - 1].class.is(Class::DETERMINER) {
                return None;
            }
            let before_noun = match n.kind {
                NodeKind::Word => {
                    n.class.is(Class::DETERMINER
                        .or(Class::POSSESSIVE)
                        .or(Class::NUMERAL)
                        .or(Class::ADVERB)
                        .or(Class::ADJECTIVE)
                        .or(Class::AND))
                        || n.name
                        || !n
                            .class
                            .is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::RELATIVE).or(Class::SUBJECT))
                }
                NodeKind::Hyphen | NodeKind::Number | NodeKind::Clitic | NodeKind::Symbol => true,
                NodeKind::Comma => i > at,
                _ => false,
            };
            if !before_noun {
                return None;
            }
        }
        None
    }

    /// "its sympathy and deepest condolences to": another of the `nouns` that "and" joins to the one at node `i`, with nothing but what stands
    /// before a noun between.
    fn joined_noun(&self, nouns: &[String], i: usize, limit: usize) -> Option<usize> {
        let before = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::ADJECTIVE).or(Class::ADVERB);
        let and = Some(i + 1).filter(|a| *a < limit && self.nodes[*a].class.is(Class::AND) && !self.nodes[*a].name)?;
        let second = (and + 1..limit.min(and + 4)).find(|j| !self.nodes[*j].class.is(before))?;
        is_one_of(self.word(second), nouns).then_some(second)
    }

    /// A governed word: right behind, or behind fillers.
    pub(super) fn find_word(
        &self,
        words: &[String],
        at: usize,
        limit: usize,
        near: bool,
        fill: bool,
        next: Option<&Element>,
    ) -> Option<usize> {
        let verbal = matches!(next, Some(Element::Content(Kind::Verb)));
        let fits = |i: usize| {
            is_one_of(self.word(i), words)
                && !self.is_on_day(i)
                // "decided to:" and a list
                && (!verbal || words.iter().all(|w| w != "to") || self.infinitive_at(i) || self.ends_in_colon(i + 1))
                && (verbal || self.word(i) != "to" || !self.infinitive_at(i) || !matches!(next, Some(Element::Content(_))))
        };
        // "agreed not to": the "not" belongs to the content, see `content`
        let behind_not = |i: usize| verbal && self.nodes[i].class.is(Class::NEGATOR) && i + 1 < limit && fits(i + 1);
        if at < limit && fits(at) {
            return Some(at);
        }
        if at < limit && behind_not(at) {
            return Some(at + 1);
        }
        if !near && !fill {
            return None;
        }
        let mut i = at;
        if fill && self.nodes.get(at).is_some_and(|n| n.class.is(Class::OF)) && !words.iter().any(|w| w == "of") {
            // "the support of the United States for": whose it is stands between the noun and its preposition
            let end = self.phrase_end(at + 1, limit.min(at + REACH));
            return (end < limit && fits(end)).then_some(end);
        }
        // behind what two commas insert the word may stand farther off
        let closes = |i: usize| self.nodes[i].kind == NodeKind::Comma && i + 1 < limit && fits(i + 1);
        while i < limit && (i < at + REACH || fits(i) || closes(i)) {
            if i > at && fits(i) {
                return Some(i);
            }
            if i > at && behind_not(i) {
                return Some(i + 1);
            }
            self.stuck(i);
            i = self.skip_filler(i, limit)?;
        }
        None
    }

    /// One filler from `at` on: an adverb, a day, "in the strongest terms", "with his counterpart", a pair of commas.
    pub(super) fn skip_filler(&self, at: usize, limit: usize) -> Option<usize> {
        let n = self.nodes.get(at).filter(|_| at < limit)?;
        // "for over an hour", "shocked and distressed by": another adjective with the same preposition
        let over = self.over_duration(at, limit).or_else(|| self.over_joined_adjective(at));
        if over.is_some() {
            return over;
        }
        match n.kind {
            NodeKind::Comma if self.over_country(at).is_some() => self.over_country(at),
            NodeKind::Comma | NodeKind::Dash => Some(self.over_report(at).or_else(|| self.over_inserted(at)).unwrap_or(at + 1)),
            NodeKind::Word
                if n.class.is(Class::WEEKDAY.or(Class::NEGATOR)) || n.class.is(Class::ADVERB) && !n.class.is(Class::DETERMINER) =>
            {
                Some(at + 1)
            }
            NodeKind::Word if matches!(self.word(at), "more" | "again") => Some(at + 1),
            NodeKind::Word if n.class.is(Class::TIME) || n.class.is(Class::MONTH) && n.capital => Some(at + 1),
            NodeKind::Number => Some(at + 1),
            NodeKind::Word
                if n.class.is(Class::ADJECTIVE.or(Class::DETERMINER))
                    && self
                        .nodes
                        .get(at + 1)
                        .is_some_and(|n| n.class.is(Class::TIME.or(Class::WEEKDAY).or(Class::MONTH))) =>
            {
                Some(at + 1)
            }
            NodeKind::Word if self.opens_filler(at) => {
                // a prepositional phrase: its nouns, up to a word that cannot be inside
                let mut i = at + 1;
                // "decides, in the light of the request of the Government of Chad, to"
                let inserted = at > 0 && self.nodes[at - 1].kind == NodeKind::Comma;
                let reach = if inserted { INSERTED } else { FILLER };
                while i < limit && i < at + reach {
                    let w = &self.nodes[i];
                    let inside = match w.kind {
                        NodeKind::Word => {
                            w.name
                                || w.class.is(Class::OF.or(Class::AND))
                                || (begins_phrase(w) || is_nominal(w))
                                    && !w.class.is(Class::SUBJECT)
                                    && !self
                                        .clauses
                                        .verbs
                                        .iter()
                                        .any(|v| v.group.nodes.start == i && v.group.shape != Shape::Ing)
                        }
                        NodeKind::Number | NodeKind::Clitic | NodeKind::Hyphen => true,
                        _ => false,
                    };
                    // "in the strongest terms | the enactment": a second phrase begins
                    let joins = Class::AND
                        .or(Class::OF)
                        .or(Class::DETERMINER)
                        .or(Class::POSSESSIVE)
                        .or(Class::PREPOSITION);
                    let second = i > at + 1
                        && (w.class.is(Class::DETERMINER.or(Class::POSSESSIVE))
                            || w.name && !self.nodes[i - 1].name && is_nominal(&self.nodes[i - 1]))
                        && !self.nodes[i - 1].class.is(joins);
                    if !inside || second {
                        break;
                    }
                    i += 1;
                }
                (i > at + 1).then_some(i)
            }
            _ => None,
        }
    }

    /// "voiced concern on the 25th about": a day of the month, and not what the frame has its "on" for.
    fn is_on_day(&self, at: usize) -> bool {
        let number = self.word(at) == "on" && self.word(at + 1) == "the" && self.word(at + 2).starts_with(|c: char| c.is_ascii_digit());
        number && !self.nodes.get(at + 3).is_some_and(|n| is_nominal(n) && n.kind == NodeKind::Word)
    }

    /// "in Manila, Philippines to discuss": from the comma between two names of one place to the node behind the second.
    fn over_country(&self, comma: usize) -> Option<usize> {
        let name = |i: usize| self.nodes.get(i).is_some_and(|n| n.name);
        let end = (comma + 1..self.nodes.len()).find(|i| !name(*i)).unwrap_or(self.nodes.len());
        let governs = Class::PREPOSITION.or(Class::TO).or(Class::WEEKDAY).or(Class::THAT);
        let closes = self
            .nodes
            .get(end)
            .is_none_or(|n| n.kind == NodeKind::Comma || n.kind == NodeKind::Number || n.class.is(governs));
        (comma > 0 && name(comma - 1) && end > comma + 1 && closes).then_some(end)
    }

    /// "agreed, the envoy said, that": from the comma before an attribution to the node behind the comma after it.
    fn over_report(&self, comma: usize) -> Option<usize> {
        let verb = self
            .clauses
            .verbs
            .iter()
            .find(|v| v.role == Role::Attribution && v.start == comma + 1)?;
        extent::interrupts(self.nodes, verb).map(|c| c + 1)
    }

    /// "agreed, under pressure from Peru, to": from the comma before a phrase without a tense to the node behind the comma after it, where the
    /// verb's "to" or "that" stands.
    fn over_inserted(&self, comma: usize) -> Option<usize> {
        let close = (comma + 1..self.nodes.len().min(comma + REACH)).find(|i| self.nodes[*i].kind == NodeKind::Comma)?;
        let governed = self.nodes.get(close + 1).is_some_and(|n| n.class.is(Class::TO.or(Class::THAT)));
        let first = self.nodes.get(comma + 1)?;
        let phrase = first.kind == NodeKind::Word && first.class.is(Class::PREPOSITION.or(Class::ADVERB)) && !first.name;
        let tensed = |v: &crate::grammar::clause::Verb| {
            v.group.nodes.start > comma && v.group.nodes.end <= close && matches!(v.group.shape, Shape::Finite | Shape::PastOrParticiple)
        };
        (governed && phrase && !self.clauses.verbs.iter().any(tensed)).then_some(close + 1)
    }

    /// "for over 30 minutes", "for two hours": behind its unit.
    fn over_duration(&self, at: usize, limit: usize) -> Option<usize> {
        if self.word(at) != "for" {
            return None;
        }
        let unit = (at + 1..limit.min(at + 6)).find(|i| self.nodes[*i].class.is(Class::TIME))?;
        let counts = |n: &crate::grammar::Node| n.kind == NodeKind::Number || n.class.is(Class::NUMERAL.or(Class::ARTICLE));
        let loose = |n: &crate::grammar::Node| counts(n) || n.class.is(Class::ADVERB.or(Class::PREPOSITION).or(Class::DETERMINER));
        let measure = &self.nodes[at + 1..unit];
        (measure.iter().any(counts) && measure.iter().all(loose)).then_some(unit + 1)
    }

    /// A preposition whose phrase tells when, where, how or with whom; "on" and "for" only with a day.
    pub(super) fn opens_filler(&self, at: usize) -> bool {
        match self.word(at) {
            "in" | "at" | "during" | "with" | "by" | "after" | "before" | "from" | "following" | "through" | "via" => true,
            "on" => {
                self.nodes
                    .get(at + 1)
                    .is_some_and(|n| n.class.is(Class::WEEKDAY.or(Class::MONTH)) || n.kind == NodeKind::Number)
                    || self.is_channel(at + 1)
                    || matches!(self.word(at + 2), "sidelines" | "margins" | "phone" | "telephone")
                    || self.nodes.get(at + 2).is_some_and(|n| n.kind == NodeKind::Number)
            }
            // "for the first time"
            "for" => self.word(at + 2) == "time" || self.word(at + 3) == "time",
            _ => false,
        }
    }

    /// "on television", "on Facebook": where it was said, right before "that", a comma or a day.
    fn is_channel(&self, at: usize) -> bool {
        let closed = |i: usize| {
            self.nodes
                .get(i)
                .is_some_and(|n| n.kind == NodeKind::Comma || n.class.is(Class::THAT.or(Class::WEEKDAY)))
        };
        let named = self.nodes.get(at).is_some_and(|n| n.name || n.capital);
        let media = matches!(
            self.word(at),
            "television" | "tv" | "radio" | "twitter" | "facebook" | "telegram" | "air"
        );
        (named || media) && closed(at + 1) || matches!(self.word(at + 1), "television" | "tv" | "radio") && closed(at + 2)
    }

    /// "shocked and deeply distressed by": from node `and`, between two adjectives or participles, to the preposition behind the second.
    fn over_joined_adjective(&self, and: usize) -> Option<usize> {
        let describes = |i: usize| {
            let n = &self.nodes[i];
            n.class.is(Class::ADJECTIVE) || n.verbs.iter().any(|(_, form)| *form == Form::Participle)
        };
        let joins = self.nodes[and].kind == NodeKind::Word && self.nodes[and].class.is(Class::AND);
        let before = and.checked_sub(1).filter(|_| joins)?;
        let degree = self.nodes.get(and + 1).is_some_and(|n| n.class.is(Class::ADVERB) && !n.name);
        let second = and + 1 + usize::from(degree);
        let governs = |n: &Node| n.class.is(Class::PREPOSITION) && !n.name;
        let governed = self.nodes.get(second + 1).is_some_and(governs);
        (governed && describes(before) && describes(second) && !self.nodes[second].name).then_some(second + 1)
    }

    /// A to-infinitive begins at node `i`, or "not to" does.
    pub fn infinitive_at(&self, i: usize) -> bool {
        self.clauses
            .verbs
            .iter()
            .any(|v| v.group.shape == Shape::ToInfinitive && v.group.nodes.start == i)
    }

    /// "the talks that are set | to end": the infinitive at node `i` belongs to the relative clause right before it.
    pub(super) fn is_of_relative(&self, i: usize) -> bool {
        let clause =
            |v: &crate::grammar::clause::Verb| v.role == Role::Relative && v.group.nodes.end == i && (v.group.passive || v.group.copula);
        self.clauses.verbs.iter().any(clause)
    }
}
