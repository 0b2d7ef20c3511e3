//! The addressee of a frame.
//!
//! Owns: where the party begins and ends before the word, the clause or the second object that the frame has next.
//! Leaves to: [`super`] which match is best, [`crate::resolve`] who the party is.

use super::{ADDRESSEE, View, is_one_of};
use crate::grammar::clause::Role;
use crate::grammar::phrase::{begins_phrase, is_nominal, thing};
use crate::grammar::verb::Shape;
use crate::grammar::{Class, Form, Lemma, Node, NodeKind, Valency};
use crate::rules::frame::{Element, Kind};
use std::ops::Range;

/// Words that stand before a noun.
const BEFORE_NOUN: Class = Class(Class::DETERMINER.0 | Class::POSSESSIVE.0 | Class::NUMERAL.0);

impl View<'_> {
    /// Where an addressee that begins at `start` ends: before the word that the frame has next.
    pub(super) fn addressee_end(
        &self,
        start: usize,
        limit: usize,
        next: Option<&Element>,
        after: Option<&Element>,
        k: Option<usize>,
    ) -> Option<usize> {
        let first = self.nodes.get(start).filter(|_| start < limit)?;
        if !begins_phrase(first) || first.class.is(Class::THAT) || first.class.is(Class::SUBJECT) && !first.class.is(Class::OBJECT) {
            return None;
        }
        if self
            .clauses
            .verbs
            .iter()
            .any(|v| v.group.nodes.start == start && v.group.shape != Shape::PastOrParticiple && v.group.shape != Shape::Participle)
        {
            return None;
        }
        let stop = limit.min(start + ADDRESSEE);
        match next {
            Some(Element::Words(words)) => {
                let verbal = matches!(after, Some(Element::Content(Kind::Verb)));
                let party = |end: usize| self.is_party_phrase(start, end, verbal);
                (start + 1..stop)
                    .find(|i| {
                        is_one_of(self.word(*i), words)
                            && !self.nodes[*i].name
                            && !self.is_of_those(*i)
                            && (!verbal || !words.iter().any(|w| w == "to") || self.infinitive_at(*i) && !self.is_of_relative(*i))
                    })
                    .filter(|end| !self.tense_between(start, *end, k) && party(*end) && !self.opens_clause_between(start, *end))
                    .filter(|end| !self.is_told_of(start, *end))
            }
            Some(Element::Content(Kind::That)) => {
                let complement = self
                    .clauses
                    .verbs
                    .iter()
                    .find(|v| v.role == Role::Complement && v.parent == k && v.group.nodes.start > start);
                let that = (start + 1..stop).find(|i| self.nodes[*i].class.is(Class::THAT));
                // "told reporters | he would travel and that he hoped": the first clause needs no "that"
                let first = complement.map(|v| v.start).filter(|c| *c > start && that.is_none_or(|t| *c < t));
                first.or(that).or(complement.map(|v| v.start)).filter(|end| *end > start)
            }
            Some(Element::Content(Kind::Quote)) => (start + 1..=stop).find(|i| {
                self.nodes
                    .get(*i)
                    .is_none_or(|n| matches!(n.kind, NodeKind::Comma | NodeKind::Colon | NodeKind::Quote(_) | NodeKind::Stop))
            }),
            Some(Element::Content(Kind::Any | Kind::Noun) | Element::Degree) => self.first_object(start, stop),
            _ => Some(self.over_second(start, self.phrase_end(start, stop), stop)),
        }
    }

    /// "told Lind of the need for a truce | to": a name is nobody's, so what "of" begins is what somebody is told.
    fn is_told_of(&self, start: usize, end: usize) -> bool {
        let named = |n: &Node| n.name || n.capital && !n.plural;
        let of = (start..end).find(|i| !named(&self.nodes[*i]));
        let topic =
            |of: usize| self.nodes[of].class.is(Class::OF) && self.nodes[of + 1..end].first().is_some_and(|n| !n.name && !n.capital);
        of.is_some_and(|of| of > start && topic(of))
    }

    /// "the families of those killed | in the raid": a preposition behind a participle that describes "those".
    fn is_of_those(&self, i: usize) -> bool {
        let n = &self.nodes[i];
        let preposition = n.class.is(Class::PREPOSITION) && !n.name && !n.class.is(Class::TO) && self.word(i) != "for";
        preposition && i > 0 && self.describes_those(i - 1)
    }

    /// "those killed", "those most affected": the participle.
    fn describes_those(&self, i: usize) -> bool {
        let those = |i: usize| self.word(i) == "those";
        let behind = i > 0 && those(i - 1) || i > 1 && those(i - 2) && self.nodes[i - 1].class.is(Class::ADVERB);
        behind && self.nodes[i].verbs.iter().any(|(_, form)| *form == Form::Participle)
    }

    /// "condolences to the families | and to the Government of Chad": over a second phrase that the same preposition governs.
    fn over_second(&self, start: usize, end: usize, stop: usize) -> usize {
        let governs = start > 0 && matches!(self.word(start - 1), "to" | "with") && !self.nodes[start - 1].name;
        let again = governs && end + 2 < stop && self.word(end) == "and" && self.word(end + 1) == self.word(start - 1);
        let second = again
            .then(|| self.phrase_end(end + 2, stop))
            .filter(|_| begins_phrase(&self.nodes[end + 2]));
        let Some(mut last) = second.filter(|e| *e > end + 2) else {
            return end;
        };
        // "the Governments of Chad, Mali and Peru"
        let joins = |n: &Node| n.kind == NodeKind::Comma || n.class.is(Class::AND) && !n.name;
        while last + 1 < stop && joins(&self.nodes[last]) && self.nodes[last + 1].name {
            last = self.phrase_end(last + 1, stop).max(last + 2);
        }
        last
    }

    /// "offered Spain | two planes", "gave the rebels | an ultimatum", "wished the new president | success": where the first of two
    /// objects ends. The second begins with a word that stands before nouns, behind a name or a pronoun, or is the last noun.
    pub(super) fn first_object(&self, start: usize, stop: usize) -> Option<usize> {
        let end = self.phrase_end(start, stop);
        if let Some(close) = self.over_name(end, stop) {
            return Some(close + 1);
        }
        let inner = start + 1..end;
        let ends_noun = |i: usize| {
            let n = &self.nodes[i];
            is_nominal(n)
                && n.kind == NodeKind::Word
                && !n.class.is(BEFORE_NOUN.or(Class::AND).or(Class::OF))
                && (n.name || !n.class.is(Class::ADJECTIVE))
        };
        let opens = |i: usize| self.nodes[i].class.is(BEFORE_NOUN) && !self.nodes[i].name || self.nodes[i].kind == NodeKind::Number;
        let plain = |i: usize| {
            let n = &self.nodes[i];
            n.kind == NodeKind::Word && !n.name && !n.capital && !n.class.is(Class::AND.or(Class::OF))
        };
        let pronoun = self.nodes[start].class.is(Class::OBJECT) && !self.nodes[start].class.is(Class::POSSESSIVE.or(Class::DETERMINER));
        if pronoun {
            return (start + 1 < end).then_some(start + 1);
        }
        inner
            .clone()
            .find(|i| opens(*i) && ends_noun(*i - 1))
            .or_else(|| {
                inner
                    .clone()
                    .find(|i| self.nodes[*i - 1].name && !self.nodes[*i - 1].demonym && plain(*i))
            })
            .or_else(|| {
                inner
                    .last()
                    // "a measured response" is one phrase: nobody is promised to "a measured"
                    .filter(|_| !matches!(self.word(start), "a" | "an"))
                    .filter(|i| *i > start + 1 && plain(*i) && ends_noun(*i) && ends_noun(*i - 1))
            })
            // "emphasized to the envoy | how grave it was"
            .or_else(|| (end < stop && matches!(self.word(end), "how" | "why" | "what" | "whether")).then_some(end))
    }

    /// "discussed with his counterpart, Bo Lind, | the plan": the comma that closes a name behind the one at `open`, where a phrase follows.
    fn over_name(&self, open: usize, stop: usize) -> Option<usize> {
        let comma = |i: usize| self.nodes[i].kind == NodeKind::Comma;
        let close = (open + 2..stop.saturating_sub(1)).find(|i| comma(*i)).filter(|_| comma(open))?;
        let name = self.nodes[open + 1..close].iter().all(|n| n.name);
        let next = &self.nodes[close + 1];
        (name && begins_phrase(next) && !next.name && next.class.is(BEFORE_NOUN)).then_some(close)
    }

    /// "accused Israel | on Monday | of", "thanked India | , which had sheltered them, | for": the party without what stands between it
    /// and the word that the frame has next.
    pub(super) fn party_end(&self, start: usize, end: usize) -> usize {
        let relative = (start + 1..end.saturating_sub(1))
            .find(|i| self.nodes[*i].kind == NodeKind::Comma && self.nodes[*i + 1].class.is(Class::RELATIVE));
        let mut end = self.over_place(start, relative.or_else(|| self.insertion(start, end)).unwrap_or(end));
        if end > start + 1 && self.nodes[end - 1].class.is(Class::WEEKDAY) {
            end -= 1;
            if end > start + 1 && self.nodes[end - 1].class.is(Class::PREPOSITION) && !self.nodes[end - 1].name {
                end -= 1;
            }
        }
        // "told Chad | not to"; "with his counterpart, Bo Lind, | the plan"
        while end > start + 1 && (self.nodes[end - 1].class.is(Class::NEGATOR) || self.nodes[end - 1].kind == NodeKind::Comma) {
            end -= 1;
        }
        // "met Chad | later on Friday | to discuss"
        if end > start + 2 && matches!((self.word(end - 2), self.word(end - 1)), ("later" | "earlier", "on")) {
            end -= 1;
        }
        if end > start + 1 && matches!(self.word(end - 1), "later" | "earlier" | "again" | "also") && !self.nodes[end - 1].name {
            end -= 1;
        }
        end
    }

    /// "requests the envoy | , on the basis of the plan, | to": the first comma of what two commas insert behind a party.
    fn insertion(&self, start: usize, end: usize) -> Option<usize> {
        let comma = |i: usize| self.nodes[i].kind == NodeKind::Comma;
        let opens = |i: usize| self.nodes[i].class.is(Class::PREPOSITION.or(Class::ADVERB)) && !self.nodes[i].name;
        let closed = end > start + 3 && comma(end - 1);
        (start + 1..end - 1).find(|i| closed && comma(*i) && opens(i + 1))
    }

    /// "met Premier Ana Ruiz | in Lima on Friday | to discuss": a name without the place behind it, a party without the day or the margins.
    fn over_place(&self, start: usize, end: usize) -> usize {
        let day = |i: usize| self.nodes.get(i).is_some_and(|n| n.class.is(Class::WEEKDAY.or(Class::MONTH)));
        let dated = |i: usize| {
            day(i + 1) || self.nodes[i + 1].kind == NodeKind::Number && day(i + 2) || matches!(self.word(i + 2), "sidelines" | "margins")
        };
        let place = (start + 1..end.saturating_sub(1)).find(|i| {
            let place = matches!(self.word(*i), "in" | "at") && self.nodes[*i + 1].name && self.nodes[*i - 1].name;
            (place || self.word(*i) == "on" && dated(*i)) && !self.nodes[*i].name
        });
        let end = place.unwrap_or(end);
        // "his counterpart, Minister Ruiz, | on May 5"
        let comma = place.is_some() && end > start + 1 && self.nodes[end - 1].kind == NodeKind::Comma;
        end - usize::from(comma)
    }

    /// "told the assembly": the hearer that `lemma` governs from node `at` on.
    pub fn hearer(&self, lemma: Lemma, at: usize) -> Option<Range<usize>> {
        let first = self.nodes.get(at)?;
        let opens = begins_phrase(first) && !first.class.is(Class::WEEKDAY.or(Class::TIME).or(Class::MONTH).or(Class::THAT));
        let end = self.phrase_end(at, self.nodes.len().min(at + ADDRESSEE));
        (self.rules.takes_hearer(lemma) && opens && at < end).then_some(at..end)
    }

    /// "thanked X for": the phrase of an addressee holds no preposition but "of"; before "to" it may, unless it is "a meeting with X".
    pub(super) fn is_party_phrase(&self, start: usize, end: usize, verbal: bool) -> bool {
        let end = self.party_end(start, end);
        if self.is_thing(start..end) {
            return false;
        }
        // "warned the commander in Peru of"
        let place = |i: usize| matches!(self.word(i), "in" | "at") && self.nodes.get(i + 1).is_some_and(|n| n.name);
        let preposition = (start + 1..end).any(|i| {
            let n = &self.nodes[i];
            n.class.is(Class::PREPOSITION) && !n.class.is(Class::OF.or(Class::AND)) && !n.name && !place(i) && !self.is_of_those(i)
        });
        // "reporters | the decision": two phrases, of which only the first could be a party
        let two = (start + 1..end).any(|i| {
            self.nodes[i].class.is(Class::ARTICLE)
                && self.nodes[i - 1].kind == NodeKind::Word
                && is_nominal(&self.nodes[i - 1])
                // "all the parties"
                && !self.nodes[i - 1].class.is(Class::PREPOSITION.or(Class::AND).or(Class::DETERMINER))
        });
        if two {
            return false;
        }
        let indefinite = matches!(self.word(start), "a" | "an");
        // "invited its envoys to a meeting | to discuss": to a meeting is where, not who
        let occasion = (start + 1..end).any(|i| self.word(i) == "to" && !self.infinitive_at(i) && matches!(self.word(i + 1), "a" | "an"));
        !preposition && !occasion || verbal && !indefinite && !occasion
    }

    /// "urged action to end the war", "urged the release of the crew to build trust", "urged the halting of the talks to": no party.
    fn is_thing(&self, phrase: Range<usize>) -> bool {
        let people = |word: &str| matches!(word, "meeting" | "gathering" | "grouping");
        let gerund = |n: &Node| n.class.is(Class::NOUN.or(Class::ING_NOUN)) && n.verbs.iter().any(|(_, form)| *form == Form::Ing);
        let named = |n: &Node| n.name || n.capital;
        thing(&self.nodes[phrase.clone()]).is_some()
            || self
                .head_noun(phrase)
                .is_some_and(|i| gerund(&self.nodes[i]) && !named(&self.nodes[i]) && !people(self.word(i)))
    }

    /// "telling reporters | that 50 years of isolation had failed": a clause begins before node `to`.
    fn opens_clause_between(&self, from: usize, to: usize) -> bool {
        let complement = |v: &crate::grammar::clause::Verb| v.role == Role::Complement && v.group.nodes.start >= to;
        (from + 1..to).any(|i| self.nodes[i].class.is(Class::THAT)) && self.clauses.verbs.iter().any(complement)
    }

    pub(super) fn tense_between(&self, from: usize, to: usize, k: Option<usize>) -> bool {
        self.clauses.verbs.iter().enumerate().any(|(j, v)| {
            Some(j) != k
                && v.group.nodes.start >= from
                && v.group.nodes.end <= to
                && (matches!(v.role, Role::Main | Role::Complement | Role::Coordinated | Role::Attribution)
                    // "warned Peru of war if its army moves on and begins to"
                    || v.role == Role::Subordinate && v.start > from && self.nodes[v.start - 1].kind == NodeKind::Word
                    // "ordered the activation of a force, saying that ... to"
                    || v.role == Role::Participle && v.start > from && self.nodes[v.start - 1].kind == NodeKind::Comma)
        })
    }

    /// The end of a noun phrase that begins at `start`: before a preposition other than "of", a verb, a comma that lists nothing.
    pub(super) fn phrase_end(&self, start: usize, stop: usize) -> usize {
        let mut i = start;
        while i < stop {
            let n = &self.nodes[i];
            let inside = match n.kind {
                NodeKind::Word => {
                    n.name
                        || n.class.is(Class::OF)
                        || i > start && (self.describes_those(i) || self.is_of_those(i))
                        || n.class.is(Class::AND)
                            && self
                                .nodes
                                .get(i + 1)
                                .is_some_and(|n| n.name || n.class.is(Class::DETERMINER.or(Class::POSSESSIVE)))
                        || !n.class.is(Class::PREPOSITION
                            .or(Class::SUBORDINATOR)
                            .or(Class::RELATIVE)
                            .or(Class::CONJUNCTION)
                            .or(Class::TO))
                            // "a weekly briefing": behind an article a word in -ly is no adverb
                            && (!n.class.is(Class::ADVERB) || i > start && self.nodes[i - 1].class.is(Class::ARTICLE))
                            && !self.clauses.verbs.iter().any(|v| v.group.nodes.start == i)
                }
                NodeKind::Number | NodeKind::Clitic | NodeKind::Hyphen | NodeKind::Symbol => true,
                _ => false,
            };
            if !inside {
                break;
            }
            i += 1;
        }
        i
    }
}
