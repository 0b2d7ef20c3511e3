//! Subjects that stand apart from their verb: before an apposition, a relative clause, an attribution, a concession.
//!
//! Owns: whose verb it is that follows what commas insert.
//! Leaves to: [`super::joined`] the order in which these are asked.

use super::{Before, Builder, Role, Subject, is_tensed};
use crate::grammar::lexicon::{Class, Form};
use crate::grammar::phrase::{begins_phrase, is_nominal};
use crate::grammar::stream::{Node, NodeKind};
use crate::grammar::verb::Shape;
use std::ops::Range;

/// Nodes of those to whom something is told, before the comma behind which it stands.
const LONGEST_HEARER: usize = 6;

impl Builder<'_> {
    /// "Peru opposes the plan, its envoy to Lima, Ana Ruiz, said": a phrase and a name between the three commas before a reporting verb,
    /// in either order. Gives where the first begins.
    pub(super) fn appositive(&self, k: usize, last: usize) -> Option<usize> {
        let comma = |from: usize, to: usize| (from..to).rev().find(|i| self.nodes[*i].kind == NodeKind::Comma);
        let floor = self.floor(k);
        let middle = comma(floor, last)?;
        let first = comma(floor, middle)?;
        let led = |i: usize| {
            let n = &self.nodes[i];
            n.kind == NodeKind::Word && (n.name || n.capital || n.class.is(Class::ARTICLE.or(Class::POSSESSIVE)))
        };
        let named = |from: usize, to: usize| {
            self.nodes[from..to].iter().all(|n| n.name || n.capital || n.kind != NodeKind::Word)
                && self.nodes[to - 1].kind == NodeKind::Word
        };
        // "Ana Ruiz, director of the drug office, said": what says who a name is needs no article
        let told = |i: usize| self.nodes[i].kind == NodeKind::Word && begins_phrase(&self.nodes[i]);
        let named_first = named(first + 1, middle);
        let two = led(first + 1) && (named_first && told(middle + 1) || led(middle + 1) && named(middle + 1, last));
        // "A, B and C said" are three; "minister of trade and industry" is one
        let joined = (first + 1..last).any(|i| {
            let n = &self.nodes[i];
            let list = !named_first || i < middle || self.nodes[i - 1].kind == NodeKind::Comma;
            n.kind == NodeKind::Word && !n.name && n.class.is(Class::AND) && list
        });
        (two && !joined && self.valency.takes_clause(self.groups[k].lemma)).then_some(first + 1)
    }

    /// An attribution before which only the subject of the clause that it interrupts stands.
    pub(super) fn opens_stream(&self, k: usize) -> bool {
        let verb = &self.verbs[k];
        let before = &self.nodes[..verb.start];
        verb.role == Role::Attribution
            && verb.parent.is_none()
            && before.len() > 1
            && before.last().is_some_and(|n| n.kind == NodeKind::Comma)
            && before.iter().all(|n| !matches!(n.kind, NodeKind::Quote(_)))
    }

    /// "told Reuters that Kim, the former envoy, would lead": a comma after an apposition to the subject of a that-clause.
    pub(super) fn ends_apposition(&self, k: usize, p: usize) -> bool {
        let floor = self.floor(k);
        // "X said so, while Berg, a junior minister, wrote": a word that opens a clause behind a comma, and a name
        let opens = |i: usize| {
            let n = &self.nodes[i];
            n.kind == NodeKind::Word
                && n.class.is(Class::CONJUNCTION.or(Class::SUBORDINATOR))
                && !n.class.is(Class::PREPOSITION)
                && i > floor
                && self.nodes[i - 1].kind == NodeKind::Comma
                && self.nodes.get(i + 1).is_some_and(|n| n.name || n.class.is(Class::ARTICLE))
        };
        let that = (floor..p).find(|i| self.nodes[*i].class.is(Class::THAT) || opens(*i));
        that.is_some_and(|that| {
            (that + 2..p).any(|i| self.nodes[i].kind == NodeKind::Comma)
                && self
                    .nodes
                    .get(that + 1)
                    .is_some_and(|n| begins_phrase(n) || n.class.is(Class::PREPOSITION))
        })
    }

    /// "said the talks, which began in May, had failed", "said that the talks, held in Bern, had failed": the reporter and the subject before
    /// what commas insert, where nothing of what it reports has had a verb yet.
    pub(super) fn over_insertion(&self, k: usize, p: usize) -> Option<(usize, Range<usize>)> {
        let comma = |j: usize| j > 0 && matches!(self.nodes[j - 1].kind, NodeKind::Comma | NodeKind::Dash);
        let inserted = |j: &usize| {
            let verb = &self.verbs[*j];
            // "the force, to be led by Libya, would": an infinitive behind a comma
            // "as a contribution to removing the mines": a gerund within what is inserted
            matches!(verb.role, Role::Relative | Role::Participle | Role::Reduced | Role::Gerund)
                || verb.role == Role::Infinitive && (comma(verb.group.nodes.start) || self.is_of_noun(*j))
        };
        // "said that Peru, demanding that Chile leave, had": what stands below what is inserted
        let up = |j: &usize| self.verbs[*j].parent.filter(|up| up < j);
        let within = |j: usize| std::iter::successors(Some(j), up).any(|j| inserted(&j) && self.verbs[j].role == Role::Participle);
        let reporter = (0..k).rev().find(|j| !inserted(j) && !within(*j))?;
        // "made clear that the council, as a friend of peace and order, had"
        let clear = || {
            let adjective = |n: &Node| n.class.is(Class::ADJECTIVE);
            let behind = self.groups[reporter].nodes.end;
            self.nodes.get(behind).is_some_and(adjective) && self.nodes.get(behind + 1).is_some_and(|n| n.class.is(Class::THAT))
        };
        if !(self.takes_clause(reporter) || clear()) || !is_tensed(&self.groups[reporter]) || self.verbs[reporter].role == Role::Attribution
        {
            return None;
        }
        let floor = self.groups[reporter].nodes.end;
        let mark = |i: usize| matches!(self.nodes[i].kind, NodeKind::Comma | NodeKind::Dash);
        // a dash ends what a dash begins
        let dash = |i: usize| self.nodes[i].kind == NodeKind::Dash;
        let opening = (floor + 1..p).rev().find(|i| dash(*i)).filter(|_| dash(p));
        let first = opening.or_else(|| (floor + 1..p).find(|i| mark(*i)))?;
        // "said 40 lorries, including ten with tents, were", "said that Chile, the host, was": a preposition or a phrase opens what has no verb
        // not "recalled the pact, the truce, condemned": two objects, and the next verb of whoever recalls
        let awaits = (floor..first).any(|i| self.nodes[i].class.is(Class::THAT)) || !self.valency.takes_object(self.groups[reporter].lemma);
        // "the foreign minister, Ana Ruiz,"; "Chad, Peru," begins a list
        let named = !self.nodes[first - 1].name && first + 1 < p && self.nodes[first + 1..p].iter().all(|n| n.name);
        // "Chile, Lima's main partner,"
        let owner = (first + 1..p).find(|i| !self.nodes[*i].name);
        let owned = owner.is_some_and(|i| i > first + 1 && self.nodes[i].kind == NodeKind::Clitic);
        let says_who = |n: &Node| n.class.is(Class::ARTICLE.or(Class::POSSESSIVE).or(Class::NUMERAL)) || named || owned;
        let opens = |n: &Node| n.class.is(Class::PREPOSITION) || awaits && says_who(n);
        // "said half of them — 600 people — had": dashes only insert
        let verbless = first + 1 < p && (opening.is_some() || self.nodes[p].kind == NodeKind::Comma && opens(&self.nodes[first + 1]));
        let only = self.groups[reporter + 1..k].iter().all(|g| g.nodes.end <= first);
        if only && !(verbless && (first + 1..p).all(|i| self.nodes[i].kind != NodeKind::Comma)) {
            return None;
        }
        let that = (floor..first).find(|i| self.nodes[*i].class.is(Class::THAT));
        let start = that.map_or_else(|| self.after_hearer(reporter, self.after_fillers(floor, first), first), |t| t + 1);
        let phrase = self.nodes[start..first]
            .iter()
            .all(|n| n.kind != NodeKind::Word || !n.class.is(Class::CONJUNCTION) || n.class.is(Class::AND));
        let opens = matches!(self.nodes[start].kind, NodeKind::Word | NodeKind::Number)
            && begins_phrase(&self.nodes[start])
            // "half" is a quantity before it is a time
            && (!self.nodes[start].class.is(Class::TIME.or(Class::WEEKDAY)) || self.nodes[start].class.is(Class::DETERMINER));
        let verbless =
            (reporter + 1..k).all(|j| self.groups[j].nodes.start > first || self.is_of_noun(j) || self.verbs[j].role == Role::Reduced);
        // "half of the capital, Lima, — 600 people — have": the comma before the dash ends the subject, too
        let end = first - usize::from(opening.is_some() && self.nodes[first - 1].kind == NodeKind::Comma);
        (start < end && phrase && opens && verbless && is_nominal(&self.nodes[end - 1])).then_some((reporter, start..end))
    }

    /// "He said: the pact is dead", "she said on Monday, the sides would meet", "added that, the toll will rise", "told the house, Peru is ready":
    /// where the clause begins that a colon or a comma parts from the verb that governs it; the first clause of a sentence, before which
    /// nobody said anything.
    pub(super) fn behind_mark(&self, r: usize, k: usize, end: usize) -> Option<usize> {
        let floor = self.groups[r].nodes.end;
        let (lemma, form) = (self.groups[r].lemma, self.groups[r].form);
        let hears = self.valency.takes_hearer(lemma);
        let only = self.takes_bare_clause(r) && (hears || !self.valency.takes_object(lemma));
        let first = self.verbs[r].role == Role::Main && self.last_finite(r).is_none() && matches!(form, Form::Past | Form::S);
        let mark = (floor..end)
            .find(|i| matches!(self.nodes[*i].kind, NodeKind::Comma | NodeKind::Colon))
            .filter(|_| only && first)?;
        // "said, the statements made by the envoy are false": what stands between describes the subject
        let describes = |j: usize| self.groups[j].nodes.start > mark && matches!(self.verbs[j].role, Role::Reduced | Role::Relative);
        if !(r + 1..k).all(describes) {
            return None;
        }
        let filler = &self.nodes[floor..mark];
        let when =
            |n: &Node| n.class.is(Class::WEEKDAY.or(Class::MONTH).or(Class::TIME).or(Class::DETERMINER)) || n.kind == NodeKind::Number;
        let day = filler.len() <= 4 && filler.iter().all(|n| when(n) || n.class.is(Class::PREPOSITION) && !n.name);
        let that = matches!(filler, [that] if that.class.is(Class::THAT));
        let hearer = hears && !filler.is_empty() && filler.len() <= LONGEST_HEARER && filler.iter().all(is_hearer);
        let start = self.behind_opening(mark + 1, end);
        let subject = &self.nodes[start..end];
        let plain = subject
            .iter()
            .all(|n| matches!(n.kind, NodeKind::Word | NodeKind::Number | NodeKind::Clitic | NodeKind::Hyphen));
        let opens = subject
            .first()
            .is_some_and(|n| begins_phrase(n) && !n.class.is(Class::CONJUNCTION.or(Class::RELATIVE).or(Class::PREPOSITION)));
        let told = if hears { hearer } else { day || that };
        (told && plain && opens).then_some(start)
    }

    /// Behind an introduction that a comma ends: "said, as always, | this is", "said, with regard to the note, | no such thing".
    fn behind_opening(&self, from: usize, end: usize) -> usize {
        let introduces = self.nodes.get(from).is_some_and(|n| {
            n.kind == NodeKind::Word && !n.name && n.class.is(Class::PREPOSITION.or(Class::ADVERB).or(Class::SUBORDINATOR))
        });
        let comma = (from..end).rev().find(|i| self.nodes[*i].kind == NodeKind::Comma);
        comma.filter(|_| introduces).map_or(from, |comma| comma + 1)
    }

    /// "the plan to fish", "a decision to leave": an infinitive that says which noun is meant.
    fn is_of_noun(&self, j: usize) -> bool {
        let group = &self.groups[j];
        let noun = |b: usize| {
            let n = &self.nodes[b];
            let article = b > 0 && self.nodes[b - 1].class.is(Class::ARTICLE);
            is_nominal(n) && !n.name && (n.verbs.is_empty() || article)
        };
        group.shape == Shape::ToInfinitive && group.nodes.start.checked_sub(1).is_some_and(noun)
    }

    /// "Peru, noting that Chile had signed, urged it to": the subject before a participle between commas, where all verbs behind it stand below
    /// it and none with a tense before it.
    pub(super) fn over_participle(&self, k: usize) -> Option<Range<usize>> {
        let comma = |i: usize| i > 0 && matches!(self.nodes[i - 1].kind, NodeKind::Comma | NodeKind::Dash);
        let v = (0..k).find(|j| self.verbs[*j].role == Role::Participle && comma(self.verbs[*j].start))?;
        let before = self.verbs[..v].iter().all(|w| matches!(w.role, Role::Relative | Role::Reduced));
        let up = |j: &usize| self.verbs[*j].parent.filter(|up| up < j);
        let below = (v + 1..k).all(|j| std::iter::successors(Some(j), up).any(|j| j == v));
        let end = self.verbs[v].start - 1;
        let start = self.skip_intro(0, end);
        let phrase = start < end && is_nominal(&self.nodes[end - 1]) && begins_phrase(&self.nodes[start]);
        (before && below && phrase && v + 1 < k).then(|| start..self.before_insertion(start, end).max(start + 1))
    }

    /// "Stressing that terror was a threat, Chad urged calm": the main clause, behind a comma, of a sentence that a participle opens; whether verb
    /// `k`, whose subject begins at node `start`, is its verb.
    pub(super) fn follows_participle(&self, k: usize, start: usize) -> bool {
        let comma = start > 0 && self.nodes[start - 1].kind == NodeKind::Comma;
        let Some((first, rest)) = self.verbs[..k].split_first().filter(|_| comma) else {
            return false;
        };
        let opens = first.role == Role::Participle && first.group.shape == Shape::Ing && first.subject == Subject::None && first.start == 0;
        let told = rest.first().is_some_and(|v| v.role == Role::Complement && v.parent == Some(0));
        let below = rest.iter().all(|v| !matches!(v.role, Role::Main | Role::Attribution));
        let last = !self.groups[k + 1..].iter().any(is_tensed);
        opens && told && below && (last || self.valency.is_cue(self.groups[k].lemma))
    }

    /// "said the offices Chad wanted closed had been shut", "said the mine in which arms were found had been blown up": right behind the verb
    /// of a relative clause, the verb whose clause `host` awaits, and its subject before the relative clause.
    pub(super) fn over_bare_relative(&self, k: usize, host: Option<usize>, before: Before) -> Option<(usize, Range<usize>)> {
        let reporter = host.filter(|r| before == Before::Verb && self.groups[k].shape == Shape::Finite && self.awaits_clause(*r, k))?;
        let floor = self.groups[reporter].nodes.end;
        let mut first = self.groups[reporter + 1].nodes.start;
        let start = self.after_fillers(floor, first);
        let start = start + usize::from(self.nodes[start].class.is(Class::THAT));
        // "said that paying for the wall Chad wants would be wrong": a gerund begins the subject
        if start == first && self.groups[reporter + 1].shape == Shape::Ing && reporter + 2 < k {
            first = self.groups[reporter + 2].nodes.start;
        }
        let noun = (start + 1..first).find(|i| {
            let n = &self.nodes[*i];
            let relative = n.class.is(Class::RELATIVE.or(Class::PREPOSITION)) && !n.class.is(Class::OF) && !n.name;
            relative
                || n.name && is_nominal(&self.nodes[*i - 1]) && !self.nodes[*i - 1].name && !self.nodes[*i - 1].class.is(Class::ADJECTIVE)
        });
        (start < first && begins_phrase(&self.nodes[start])).then(|| (reporter, start..noun.unwrap_or(first)))
    }

    /// "agreed that any rules that were to be changed would need": an auxiliary right behind the verbs of the relative clause `relative`, whose noun
    /// stands behind the "that" of the verb that reports.
    pub(super) fn over_relative(&self, k: usize, relative: usize) -> Option<(usize, Range<usize>)> {
        let auxiliary = self.groups[k].shape == Shape::Finite && self.groups[k].nodes.len() > 1;
        let inside = (relative + 1..k).all(|j| self.verbs[j].role == Role::Infinitive);
        let reporter = self.verbs[relative]
            .parent
            .filter(|r| auxiliary && inside && self.takes_clause(*r) && is_tensed(&self.groups[*r]))?;
        let that = self.groups[reporter].nodes.end;
        let subject = that + 1..self.verbs[relative].start;
        let plain = |n: &Node| matches!(n.kind, NodeKind::Word | NodeKind::Clitic | NodeKind::Hyphen | NodeKind::Number);
        let opens = self.nodes[that].class.is(Class::THAT) && self.nodes.get(that + 1).is_some_and(begins_phrase);
        let free = self.verbs[reporter + 1..relative].iter().all(|v| !is_tensed(&v.group));
        (opens && free && !subject.is_empty() && self.nodes[subject.clone()].iter().all(plain)).then_some((reporter, subject))
    }

    /// "Although Lind said so, Ruiz, head of the bank, left": the subject of the main clause before an apposition, behind a clause that a
    /// subordinator opens at the head of the sentence.
    pub(super) fn behind_concession(&self, k: usize, p: usize) -> Option<Range<usize>> {
        let opened = self
            .verbs
            .first()
            .is_some_and(|v| v.role == Role::Subordinate && v.marker.is_some_and(|m| m <= 1));
        let none_main = self.verbs[..k].iter().all(|v| !matches!(v.role, Role::Main | Role::Attribution));
        let from = self.floor(k);
        let mut commas = (from..p).filter(|i| self.nodes[*i].kind == NodeKind::Comma);
        let (first, second) = (commas.next()?, commas.next()?);
        let phrase = first + 1 < second && self.nodes[first + 1..second].iter().all(|n| n.name || n.class.is(Class::ARTICLE));
        let apposition = commas.next().is_none()
            && self
                .nodes
                .get(second + 1)
                .is_some_and(|n| begins_phrase(n) && !n.class.is(Class::AND));
        (opened && none_main && phrase && apposition).then_some(first + 1..second)
    }

    /// "said that during the visit he and his host, Berg, had agreed": the reporter and where the subject begins, where a pronoun and
    /// "and" stand before the apposition.
    pub(super) fn pair_behind_that(&self, k: usize, p: usize) -> Option<(usize, usize)> {
        let reporter = k.checked_sub(1).filter(|j| self.takes_clause(*j) && is_tensed(&self.groups[*j]))?;
        let floor = self.groups[reporter].nodes.end;
        let that = (floor..p).find(|i| self.nodes[*i].class.is(Class::THAT))?;
        let pronoun = |i: &usize| self.nodes[*i].class.is(Class::SUBJECT) && !self.nodes[*i].class.is(Class::DETERMINER.or(Class::OBJECT));
        let start = (that + 1..p).find(pronoun)?;
        self.nodes
            .get(start + 1)
            .is_some_and(|n| n.class.is(Class::AND))
            .then_some((reporter, start))
    }
}

/// A node of a name or a plain noun phrase.
fn is_hearer(n: &Node) -> bool {
    let closed = Class::PREPOSITION
        .or(Class::CONJUNCTION)
        .or(Class::RELATIVE)
        .or(Class::THAT)
        .or(Class::TO);
    matches!(n.kind, NodeKind::Clitic) || n.kind == NodeKind::Word && (n.name || !n.class.is(closed))
}
