//! The content of a frame.
//!
//! Owns: where a content begins and ends.
//! Leaves to: [`super`] which match is best.

use super::{Captured, REACH, View, is_one_of};
use crate::grammar::clause::Role;
use crate::grammar::phrase::{begins_phrase, is_nominal};
use crate::grammar::verb::Shape;
use crate::grammar::{Class, NodeKind, Valency};
use crate::rules::frame::{Element, Kind};
use crate::statement::Act;
use std::ops::Range;

/// Nouns with a "from" of their own.
const MOVES: &[&str] = &[
    "departure",
    "evacuation",
    "exit",
    "expulsion",
    "pull-out",
    "pullout",
    "release",
    "removal",
    "retreat",
    "withdrawal",
];

/// Nouns with a "with" of their own.
const MEETS: &[&str] = &[
    "agreement",
    "alliance",
    "ceasefire",
    "contacts",
    "conversation",
    "cooperation",
    "deal",
    "dialogue",
    "engagement",
    "engagements",
    "links",
    "meeting",
    "meetings",
    "negotiations",
    "partnership",
    "peace",
    "relations",
    "relationship",
    "summit",
    "talks",
    "ties",
    "trade",
    "treaty",
    "truce",
    "war",
];

impl View<'_> {
    /// The content that a slot of `kind` takes from `at` on.
    #[allow(clippy::too_many_arguments, reason = "the places of one frame, read once")]
    pub(super) fn content(
        &self,
        kind: Kind,
        at: usize,
        limit: usize,
        k: Option<usize>,
        next: Option<&Element>,
        found: &mut Captured,
        contiguous: bool,
    ) -> Option<Range<usize>> {
        let mut start = at;
        match kind {
            Kind::Verb => {
                // behind `to`; the infinitive's own "to" was eaten as the frame's word
                let is_verb = self
                    .clauses
                    .verbs
                    .iter()
                    .any(|v| v.group.nodes.contains(&start) || v.group.nodes.start == start);
                if !is_verb {
                    return None;
                }
                // "agreed not to": the "not" belongs to the content
                if start >= 2 && self.nodes[start - 2].class.is(Class::NEGATOR) {
                    found.cue.end = found.cue.end.min(start - 2);
                    start -= 2;
                }
            }
            Kind::That => {
                start = self.that_clause(at, limit, k, found, contiguous)?;
            }
            Kind::Quote => {
                let quote = self.quote_after(at, limit)?;
                return Some(quote..self.quote_end(quote, limit));
            }
            Kind::Gerund => {
                self.clauses
                    .verbs
                    .iter()
                    .find(|v| v.group.shape == Shape::Ing && v.group.nodes.start == start)?;
            }
            Kind::Noun | Kind::Any => {
                start = self.object(at, limit, kind)?;
                // "notes that the steps" and then no verb that the grammar knows
                if self.opens_unread_clause(start, k) {
                    start += 1;
                    if contiguous {
                        found.cue.end = start;
                    }
                }
                // "held talks on the sidelines of": where, and not what about
                let place = matches!(self.word(start + 1), "sidelines" | "margins" | "fringes");
                if place && self.rules.rules[found.rule].act == Act::Discuss {
                    return None;
                }
            }
        }
        let talks = self.rules.rules[found.rule].act == Act::Discuss;
        let end = self.content_end(start, limit, next, talks);
        (start < end).then_some(start..end)
    }

    /// An object: a noun phrase, or for [`Kind::Any`] also a gerund, a wh-clause, a quotation.
    pub(super) fn object(&self, at: usize, limit: usize, kind: Kind) -> Option<usize> {
        let start = self.skip_adverbs_before_object(at, limit);
        let n = self.nodes.get(start).filter(|_| start < limit)?;
        if let NodeKind::Quote(_) = n.kind {
            return Some(start);
        }
        // "agreed on Tuesday", "agreed in May": a day is no object
        let day = n.class.is(Class::WEEKDAY)
            || n.class.is(Class::ADJECTIVE) && !n.name && self.nodes.get(start + 1).is_some_and(|n| n.class.is(Class::WEEKDAY))
            || n.kind == NodeKind::Number && self.nodes.get(start + 1).is_some_and(|n| n.class.is(Class::MONTH));
        // "agreed last month to halt it", "resolved last June to"
        let time = matches!(self.word(start), "last" | "next" | "this" | "early" | "earlier" | "late")
            && self
                .nodes
                .get(start + 1)
                .is_some_and(|n| n.class.is(Class::TIME.or(Class::MONTH)) && !n.name)
            && self.infinitive_at(start + 2);
        let day = day || time;
        if day && !self.nodes.get(start + 1).is_some_and(|n| n.kind == NodeKind::Clitic) {
            return None;
        }
        let verb = self
            .clauses
            .verbs
            .iter()
            .find(|v| v.group.nodes.start == start && v.group.shape != Shape::PastOrParticiple && v.group.shape != Shape::Participle);
        if let Some(verb) = verb {
            return (kind == Kind::Any && verb.group.shape == Shape::Ing).then_some(start);
        }
        // "refused even to meet"
        if n.class.is(Class::ADVERB) && !n.name && self.infinitive_at(start + 1) {
            return None;
        }
        let wh = kind == Kind::Any
            && (n.class.is(Class::RELATIVE) || matches!(self.word(start), "whether" | "how" | "what" | "why" | "when" | "where"));
        // "criticised what it called a plot": a clause that is a noun phrase
        let inside = |v: &crate::grammar::Verb| v.role == Role::Relative && v.start == start + 1 && v.group.nodes.start < limit;
        let wh = wh || self.word(start) == "what" && self.clauses.verbs.iter().any(inside);
        let clause = n.class.is(Class::THAT) && !self.is_determiner(start) && self.finite_before(start, self.nodes.len());
        let pronoun = n.class.is(Class::SUBJECT) && !n.class.is(Class::OBJECT);
        let owner = n.class.is(Class::TIME.or(Class::ADVERB)) && self.nodes.get(start + 1).is_some_and(|n| n.kind == NodeKind::Clitic);
        (wh || owner || begins_phrase(n) && !clause && !pronoun || n.kind == NodeKind::Symbol || self.is_amount(start)).then_some(start)
    }

    /// "that" before what can be no noun of its own, "that the", "that Peru", behind a verb that governs clauses.
    fn opens_unread_clause(&self, at: usize, k: Option<usize>) -> bool {
        let governs = k.is_some_and(|k| self.rules.takes_that(self.clauses.verbs[k].group.lemma));
        let opens = |n: &crate::grammar::Node| n.name || n.plural || n.class.is(Class::DETERMINER.or(Class::POSSESSIVE));
        governs && self.nodes[at].class.is(Class::THAT) && self.nodes.get(at + 1).is_some_and(opens)
    }

    /// "up to 40 boats", "at least $2bn", "as many as 300".
    fn is_amount(&self, at: usize) -> bool {
        let number = |i: usize| {
            self.nodes
                .get(i)
                .is_some_and(|n| matches!(n.kind, NodeKind::Number | NodeKind::Symbol) || n.class.is(Class::NUMERAL))
        };
        match (self.word(at), self.word(at + 1)) {
            ("up", "to") | ("at", "least" | "most") | ("more" | "less" | "fewer", "than") => number(at + 2),
            ("as", "many" | "much" | "few" | "little") => number(at + 3),
            _ => false,
        }
    }

    pub(super) fn finite_before(&self, at: usize, limit: usize) -> bool {
        self.clauses.verbs.iter().any(|v| {
            v.group.nodes.start > at + 1 && v.group.nodes.start < limit && v.group.shape == Shape::Finite
                || v.role == Role::Complement && v.group.nodes.start > at && v.group.nodes.start < limit
        })
    }

    /// "dismissed that account as", "disputed that view, saying": "that" before a noun with no verb behind it.
    fn is_determiner(&self, that: usize) -> bool {
        let noun = |n: &crate::grammar::Node| is_nominal(n) && !n.plural && !n.name && !n.capital && !n.class.is(Class::SUBJECT);
        // "that half of the people": a quantity begins the clause
        let quantity = matches!(
            self.word(that + 1),
            "half" | "part" | "most" | "much" | "none" | "neither" | "either" | "all"
        );
        // "recommended that export of grain be stopped"
        let opens = |v: &crate::grammar::Verb| v.role == Role::Complement && v.start == that + 1;
        self.nodes.get(that + 1).is_some_and(noun)
            && !quantity
            && !self.clauses.verbs.iter().any(opens)
            && self
                .nodes
                .get(that + 2)
                .is_none_or(|n| n.class.is(Class::PREPOSITION) && !n.name || matches!(n.kind, NodeKind::Stop | NodeKind::Comma))
    }

    /// A finite clause: "that" and a verb with a tense, or a clause that the grammar put under `k`.
    pub(super) fn that_clause(&self, at: usize, limit: usize, k: Option<usize>, found: &mut Captured, contiguous: bool) -> Option<usize> {
        let mut i = at;
        while i < limit.min(at + REACH) {
            let clause = |i: usize| self.finite_before(i, self.nodes.len()) || self.opens_unread_clause(i, k);
            if self.nodes[i].class.is(Class::THAT) && !self.is_determiner(i) && clause(i) {
                if contiguous && (i <= at + 1 || found.cue.end == at) {
                    found.cue.end = if i == at { i + 1 } else { found.cue.end };
                }
                return Some(i + 1);
            }
            match self.skip_filler(i, limit) {
                Some(next) => i = next,
                None => break,
            }
        }
        let verb = self.clauses.verbs.iter().find(|v| {
            // "was quoted as saying X": the clause stands under the last verb of the frame
            let ours = v.parent == k || v.parent.is_some_and(|p| self.clauses.verbs[p].group.nodes.end == at);
            v.role == Role::Complement && ours && v.start >= at && v.start < limit
        })?;
        // "confirm reports that": the clause belongs to the noun
        let noun = self.nodes[at].kind == NodeKind::Word
            && is_nominal(&self.nodes[at])
            && !self.nodes[at].class.is(Class::TIME.or(Class::WEEKDAY).or(Class::SUBJECT))
            && self.nodes[verb.start - 1].class.is(Class::THAT)
            && (verb.start == at + 2 || self.is_noun_phrase(at..verb.start - 1));
        // "responded to a question about a report that": the clause belongs to what the preposition governs
        let governed = self.nodes[at].class.is(Class::PREPOSITION)
            && verb.start > at + 2
            && self.nodes[verb.start - 1].class.is(Class::THAT)
            && matches!(
                self.word(verb.start - 2),
                "report"
                    | "reports"
                    | "claim"
                    | "claims"
                    | "allegation"
                    | "allegations"
                    | "suggestion"
                    | "suggestions"
                    | "fact"
                    | "idea"
                    | "news"
            );
        if noun || governed {
            return None;
        }
        // "said if X, Y": a subordinate clause opens the clause that is reported
        let opened = self
            .clauses
            .verbs
            .iter()
            .any(|v| v.role == Role::Subordinate && v.marker == Some(at) && v.start < verb.start);
        // "said on Monday, the sides would meet": the comma right before the clause
        let direct = (at..verb.start).all(|i| self.nodes[i].kind != NodeKind::Comma || i == at || i + 1 == verb.start);
        // "said in a speech at the harbour, a place of note, that": the second comma closes an apposition
        let closes = verb.start >= at + 3
            && self.nodes[verb.start - 1].class.is(Class::THAT)
            && self.nodes[verb.start - 2].kind == NodeKind::Comma
            && self.nodes[at].class.is(Class::PREPOSITION);
        // "said besides opening the fair, it would": an introduction of what is said
        let introduced = self.nodes[at].class.is(Class::PREPOSITION)
            && self.nodes[verb.start - 1].kind == NodeKind::Comma
            && self
                .clauses
                .verbs
                .iter()
                .any(|v| v.role == Role::Gerund && v.group.nodes.start == at + 1);
        // "said, as always, it was": behind the first comma
        let set_off = self.nodes[at].kind == NodeKind::Comma && self.nodes[verb.start - 1].kind == NodeKind::Comma && verb.start > at + 1;
        // "said after the talks had ended that it": behind its "that"
        let that = self.nodes[verb.start - 1].class.is(Class::THAT);
        let start = if opened && !that || introduced { at } else { verb.start };
        (direct || opened || closes || introduced).then_some(if set_off { at + 1 } else { start })
    }

    /// "the old position", "Norway's view": a phrase of one noun and what stands before it.
    fn is_noun_phrase(&self, range: Range<usize>) -> bool {
        let closed = Class::PREPOSITION
            .or(Class::SUBORDINATOR)
            .or(Class::RELATIVE)
            .or(Class::CONJUNCTION)
            .or(Class::TIME)
            .or(Class::WEEKDAY);
        let nodes = self.nodes.get(range).unwrap_or_default();
        let led = nodes
            .first()
            .is_some_and(|n| n.name || n.class.is(Class::ARTICLE.or(Class::POSSESSIVE)));
        let noun = nodes.last().is_some_and(|n| is_nominal(n) && !n.name && !n.capital);
        let plain = |n: &crate::grammar::Node| {
            n.kind == NodeKind::Clitic || n.kind == NodeKind::Hyphen || n.kind == NodeKind::Word && (n.name || !n.class.is(closed))
        };
        led && noun && nodes.iter().all(plain)
    }

    /// "saying “Donald is right” about the defeat": a quotation that the sentence goes on from is part of what is said.
    fn quote_end(&self, quote: usize, limit: usize) -> usize {
        let closed = self.nodes[quote].tokens.end.checked_sub(2).is_some_and(|last| {
            matches!(
                self.text.kind(last),
                crate::text::token::Kind::Comma | crate::text::token::Kind::Stop
            )
        });
        let goes_on = matches!(self.word(quote + 1), "about" | "of" | "toward" | "towards" | "against");
        match goes_on && !closed && quote + 2 < limit {
            true => limit,
            false => quote + 1,
        }
    }

    /// A quotation behind the verb: ": ...", ", ...", "that ...", "on Friday, ...".
    pub(super) fn quote_after(&self, at: usize, _limit: usize) -> Option<usize> {
        // "stressed the price of delay: ...": the object is what is stressed
        let object = self.nodes.get(at).is_some_and(|n| {
            n.kind == NodeKind::Word
                && begins_phrase(n)
                && !n.class.is(Class::WEEKDAY
                    .or(Class::TIME)
                    .or(Class::ADVERB)
                    .or(Class::MONTH)
                    .or(Class::PREPOSITION))
        });
        if object {
            return None;
        }
        for i in at..self.nodes.len().min(at + 24) {
            let n = &self.nodes[i];
            match n.kind {
                NodeKind::Quote(_) => return Some(i),
                NodeKind::Stop | NodeKind::Semicolon => return None,
                _ if self
                    .clauses
                    .verbs
                    .iter()
                    // "Responding to the report, she said: ...": what another verb says
                    .any(|v| v.group.nodes.start == i && (v.group.shape == Shape::Finite || v.role == Role::Main)) =>
                {
                    return None;
                }
                _ => {}
            }
        }
        None
    }

    /// The end of a content: the limit, or before the next words of the frame ("discuss <content> with <addressee>").
    /// What is discussed where one `talks` may have a "with" of its own.
    pub(super) fn content_end(&self, start: usize, limit: usize, next: Option<&Element>, talks: bool) -> usize {
        let Some(Element::Words(words)) = next else { return limit };
        // "offered aid if they agreed to talks": the word of another verb is not the frame's
        let own = |i: usize| {
            let between = |v: &&crate::grammar::clause::Verb| v.group.nodes.start > start && v.group.nodes.end <= i;
            let tensed = |v: &crate::grammar::clause::Verb| v.role == Role::Subordinate;
            !self.clauses.verbs.iter().filter(between).any(tensed)
        };
        // "demands the withdrawal of all forces from Peru": the noun's own
        let moves = |i: usize| {
            let head = self.head_noun(start..i).map_or("", |h| self.word(h));
            self.word(i) == "from" && (MOVES.contains(&head) || MOVES.contains(&self.word(i - 1)))
        };
        // "discussed yesterday's meeting with Berg", "discussed relations with Peru"
        let meets = |i: usize| talks && self.word(i) == "with" && MEETS.contains(&self.word(i - 1));
        (start + 1..limit)
            .rev()
            .find(|i| is_one_of(self.word(*i), words) && own(*i) && !moves(*i) && !meets(*i))
            .unwrap_or(limit)
    }

    /// The noun that heads a noun phrase: its last word before a preposition, a clause or a comma.
    pub(super) fn head_noun(&self, phrase: Range<usize>) -> Option<usize> {
        // "economic and political cooperation"
        let adjective = |i: usize| {
            self.nodes
                .get(i)
                .is_some_and(|n| n.class.is(Class::ADJECTIVE) && !n.class.is(Class::NOUN) && !n.name)
        };
        let joins = |i: usize| self.nodes[i].class.is(Class::AND) && adjective(i - 1) && adjective(i + 1) && i + 2 < phrase.end;
        let stop = phrase
            .clone()
            .find(|i| {
                let n = &self.nodes[*i];
                let closed = Class::PREPOSITION
                    .or(Class::SUBORDINATOR)
                    .or(Class::RELATIVE)
                    .or(Class::CONJUNCTION)
                    .or(Class::TO)
                    .or(Class::THAT);
                *i > phrase.start
                    && (!matches!(
                        n.kind,
                        NodeKind::Clitic | NodeKind::Hyphen | NodeKind::Word | NodeKind::Number | NodeKind::Symbol
                    ) || n.class.is(closed) && !n.name && !joins(*i)
                        || self.clauses.verbs.iter().any(|v| v.group.nodes.start == *i))
            })
            .unwrap_or(phrase.end);
        stop.checked_sub(1).filter(|i| *i >= phrase.start)
    }
}
