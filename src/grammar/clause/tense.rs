//! Finite or not: whether "agreed" has a tense where it stands.
//!
//! Owns: the evidence for a past tense against a participle.
//! Leaves to: [`super`] the order in which verbs are read.

use super::{Before, Builder, Role, Tense, is_tensed, tense};
use crate::grammar::lexicon::Class;
use crate::grammar::phrase::{begins_phrase, is_nominal, is_plain_adverb, is_set_phrase, is_temporal, object_after};
use crate::grammar::stream::{Node, NodeKind};
use crate::grammar::verb::{Group, Shape};

/// What can begin a phrase behind a verb and is no object of it.
const NO_OBJECT: Class =
    Class(Class::PREPOSITION.0 | Class::ADVERB.0 | Class::WEEKDAY.0 | Class::MONTH.0 | Class::TIME.0 | Class::ADJECTIVE.0);

impl Builder<'_> {
    /// Whether "agreed" has a tense here or is a participle inside a noun phrase.
    pub(super) fn is_finite(&self, k: usize, p: Option<usize>, before: Before) -> bool {
        let group = &self.groups[k];
        let next = self.nodes.get(group.nodes.end);
        let stranded = next.is_some_and(|n| n.class.is(Class::PREPOSITION));
        // "responded by threatening": what it was done with, and nobody who did it
        let means = self
            .groups
            .get(k + 1)
            .is_some_and(|g| g.shape == Shape::Ing && g.nodes.start == group.nodes.end + 1);
        // "the summit, hosted recently by Norway"
        let apart = usize::from(next.is_some_and(is_plain_adverb));
        let by_at = |i: usize| self.nodes.get(i).is_some_and(|n| n.class.is(Class::BY));
        let by = by_at(group.nodes.end + apart) && !means && !self.is_manner(group.nodes.end + 1) && !self.valency.governs_by(group.lemma)
            || stranded && by_at(group.nodes.end + 1);
        // "calls on the states concerned to report", "a pact, rooted in trust, can"
        let apart = matches!(before, Before::Nominal | Before::Comma | Before::And);
        if apart && self.nodes[group.head].class.is(Class::POSTPOSED) && !object_after(self.nodes, group.nodes.end) {
            return false;
        }
        match before {
            Before::Start => false,
            Before::Relative => true,
            Before::And | Before::But => {
                // "drafted and signed by": joined to the participle right before; else to the last verb with a tense
                let pair = k > 0 && p == Some(self.groups[k - 1].nodes.end) && matches!(self.verbs[k - 1].role, Role::Reduced | Role::Participle)
                    // "called the vote "flawed" and urged a recount"
                    && self.nodes[self.groups[k - 1].head].quoted == self.nodes[group.head].quoted;
                // "called the draft biased and urged members to wait"
                let next = self.nodes.get(group.nodes.end);
                let asks = self.valency.performs(group.lemma)
                    && next.is_some_and(|n| begins_phrase(n) && !n.class.is(Class::PREPOSITION))
                    && self
                        .groups
                        .get(k + 1)
                        .is_some_and(|g| g.shape == Shape::ToInfinitive && g.nodes.start <= group.nodes.end + 4);
                // "must be held to account and prevented from leaving": the modal governs both
                let modal = self
                    .last_finite(k)
                    .map(|j| &self.groups[j])
                    .is_some_and(|g| (g.modal.is_some() || g.subjunctive) && g.passive);
                let governed = modal && next.is_some_and(|n| n.class.is(Class::PREPOSITION)) && !self.valency.is_cue(group.lemma);
                !by && !governed
                    && (!pair || asks)
                    && (self.last_finite(k).is_some() || self.last(k, |v| v.role == Role::Relative).is_some() || k == 0)
            }
            Before::Quote if self.valency.takes_clause(group.lemma) => true,
            // "...", said the premier: the mark may stand before the comma
            Before::Comma if p.is_some_and(|p| self.ends_quotation(p)) && self.inverted(k, before).is_some() => true,
            Before::Comma if self.is_inserted(k, p.unwrap_or(0)) => false,
            Before::Comma if stranded && self.describes_before(k, p.unwrap_or(0)) => false,
            Before::Comma | Before::Dash | Before::Quote => !by && (self.last_finite(k).is_some() || p.is_some_and(|p| self.resumes(p))),
            Before::Verb => self.ends_relative(k),
            Before::Preposition | Before::Subordinator => false,
            Before::Nominal => {
                let p = p.unwrap_or(0);
                if self.nodes[p].class.is(Class::SUBJECT) && !self.nodes[p].class.is(Class::OBJECT) {
                    return true;
                }
                if by {
                    return false;
                }
                // "denounced Friday a decision", "denounced once again such acts": what stands before the object
                let behind = self.nodes[group.nodes.end..].iter();
                let before_object = behind.take_while(|n| n.class.is(Class::WEEKDAY) || is_plain_adverb(n)).count();
                if self.valency.takes_that(group.lemma) && self.clause_behind_day(group.nodes.end) {
                    return true;
                }
                let dated = next.is_some_and(|n| n.class.is(Class::MONTH.or(Class::WEEKDAY)) || n.kind == NodeKind::Number);
                if (stranded || dated) && self.introduces(k) {
                    return false;
                }
                if self.awaited(k)
                    || object_after(self.nodes, group.nodes.end + before_object)
                    || self.nodes[group.head].class.is(Class::INTRANSITIVE)
                {
                    return true;
                }
                let reports =
                    self.valency.takes_that(group.lemma) && (!self.valency.takes_object(group.lemma) || next.is_some_and(begins_phrase));
                if self.nodes[p].class.is(Class::PLURAL)
                    && stranded
                    && self.last_finite(k).is_some()
                    && p > 0
                    && !self.nodes[p - 1].class.is(Class::CONJUNCTION)
                    && !self.valency.is_cue(group.lemma)
                {
                    // "those enshrined in"
                    return false;
                }
                let transitive = self.valency.takes_object(group.lemma) && !self.valency.takes_clause(group.lemma);
                let light = k > 0 && transitive && !is_tensed(&self.groups[k - 1]);
                // "the principles and decisions agreed at the summit": deeds do not act
                let deed = self.nodes[p].class.is(Class::THING) && !self.nodes[p].class.is(Class::TEXT) && !self.nodes[p].name;
                let joined_noun = stranded
                    && ((!self.valency.is_cue(group.lemma) || light || deed) && self.joined_noun(k)
                        || self.done_for_names(k)
                        || self.ends_title(k));
                if joined_noun {
                    return false;
                }
                let infinitive = self.infinitive_follows(k);
                // "free a worker held since March": a verb that could report, with nothing behind it that is reported
                let idle = stranded && self.inside_object(k) && !self.clause_follows(k);
                reports && !idle || infinitive && !self.inside_object(k) || !self.inside_object(k) && !self.tense_follows(k)
            }
        }
    }

    /// A quotation right before node `i`.
    fn ends_quotation(&self, i: usize) -> bool {
        i > 0 && matches!(self.nodes[i - 1].kind, NodeKind::Quote(_))
    }

    /// "a process of talks, aimed at peace": a verb that is no act and stands before a preposition, behind a noun and a comma; what comes behind
    /// it joins no other verb to it.
    fn describes_before(&self, k: usize, comma: usize) -> bool {
        let group = &self.groups[k];
        let noun = comma > 0 && is_nominal(&self.nodes[comma - 1]) && !self.nodes[comma - 1].name;
        let list =
            |g: &Group| g.shape == Shape::PastOrParticiple && g.nodes.start > 0 && self.nodes[g.nodes.start - 1].class.is(Class::AND);
        let act = self.valency.is_cue(group.lemma) && !self.valency.intends(group.lemma);
        let plain = !act && !self.nodes[group.head].class.is(Class::INTRANSITIVE);
        // "We hail our ties, built on trust and rooted in": where the clause is in the present, no past joins it
        let present = self
            .last_finite(k)
            .is_some_and(|h| tense(self.nodes, &self.groups[h]) == Tense::Present);
        noun && (present || plain && !self.groups[k + 1..].iter().any(list))
    }

    /// "agreed by telephone on Saturday": behind "by", one bare noun that is nobody.
    fn is_manner(&self, at: usize) -> bool {
        let bare = |n: &Node| {
            n.kind == NodeKind::Word
                && !n.name
                && !n.capital
                && !n.plural
                && is_nominal(n)
                && !n.class.is(Class::OBJECT.or(Class::NUMERAL).or(Class::DETERMINER))
        };
        let ends = |n: &Node| {
            n.kind != NodeKind::Word && n.kind != NodeKind::Clitic
                || n.class.is(Class::PREPOSITION.or(Class::TO).or(Class::WEEKDAY)) && !n.name
        };
        self.nodes.get(at).is_some_and(bare) && self.nodes.get(at + 1).is_none_or(ends)
    }

    /// "an official who asked not to be named said", "rebels who refuse will be pursued": a verb that reports, or one with an auxiliary, right
    /// behind the infinitive or the verb of a relative clause, where nothing but the relative clause has had a tense yet.
    pub(super) fn ends_relative(&self, k: usize) -> bool {
        let infinitive = k.checked_sub(1).is_some_and(|j| self.groups[j].shape == Shape::ToInfinitive);
        let relative = self.verbs.iter().any(|v| v.role == Role::Relative);
        let only = self.verbs.iter().all(|v| v.role == Role::Relative || !is_tensed(&v.group));
        // "Rebels who refuse will be pursued": an auxiliary right behind the verb of the relative clause
        let group = &self.groups[k];
        let auxiliary = group.shape == Shape::Finite && group.nodes.len() > 1;
        let behind = auxiliary
            && k.checked_sub(1)
                .is_some_and(|j| self.verbs[j].role == Role::Relative && !self.takes_clause(j));
        only && (infinitive && relative && (auxiliary || self.valency.takes_that(group.lemma)) || behind)
    }

    /// "announced in May he was leaving", "agreed last week it was wrong", "concluded on Monday that it": a time, and a pronoun that acts.
    fn clause_behind_day(&self, at: usize) -> bool {
        let day = Class::WEEKDAY.or(Class::MONTH).or(Class::TIME);
        let from = at + usize::from(self.nodes.get(at).is_some_and(|n| n.class.is(Class::PREPOSITION) && !n.name));
        let timed = |n: &Node| n.class.is(day) || n.kind == NodeKind::Number && from > at;
        let Some(end) = (from..self.nodes.len().min(at + 4)).find(|i| !timed(&self.nodes[*i])) else {
            return false;
        };
        let that = self.nodes[end].class.is(Class::THAT);
        let first = end + usize::from(that);
        let tensed = || self.groups.iter().any(|g| g.nodes.start == first + 1 && g.shape == Shape::Finite);
        let acts =
            |n: &Node| n.class.is(Class::SUBJECT) && !n.class.is(Class::DETERMINER) && (that || !n.class.is(Class::OBJECT) || tensed());
        end > from && self.nodes.get(first).is_some_and(acts)
    }

    /// "adopted resolutions and recommendations aimed at": only "and" stands between the verb before and the noun of this one.
    pub(super) fn joined_noun(&self, k: usize) -> bool {
        let open = |j: &usize| self.last_finite(k).is_some() || self.verbs[*j].group.shape == Shape::Ing;
        let Some(j) = k.checked_sub(1).filter(open) else {
            return false;
        };
        let last = (self.groups[j].nodes.end..self.groups[k].nodes.start)
            .rev()
            .find(|i| self.is_boundary(*i));
        // behind a list's "and" stands a noun without article: "A, B, and energy security focused on"
        last.is_none_or(|i| {
            self.nodes[i].class.is(Class::AND)
                && self
                    .nodes
                    .get(i + 1)
                    .is_some_and(|n| !n.name && !n.capital && !n.class.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT)))
        })
    }

    /// "In a statement read from Lima, the group said": an introduction that a preposition opens, up to the comma before the tense.
    fn introduces(&self, k: usize) -> bool {
        let group = &self.groups[k];
        let opens = |n: &Node| n.class.is(Class::PREPOSITION) && !n.class.is(Class::SUBORDINATOR) && !n.name;
        let comma = (group.nodes.end..self.nodes.len()).find(|i| self.nodes[*i].kind == NodeKind::Comma);
        let plain = !self.nodes[..group.nodes.start].iter().any(|n| n.kind == NodeKind::Comma);
        let tensed = comma.is_some_and(|c| self.groups[k + 1..].iter().any(|g| g.nodes.start > c && is_tensed(g)));
        let first = self.groups[..k].iter().all(|g| !is_tensed(g));
        opens(&self.nodes[0]) && plain && first && tensed && !self.valency.is_cue(group.lemma)
    }

    /// "said flights to reach the ports in the north and the south doubled": the verb before governs nothing but a clause, and this is the
    /// only tense that the clause can have.
    fn awaited(&self, k: usize) -> bool {
        // ", hinting more work remained": a participle that reports
        let beside = k.checked_sub(1).filter(|j| self.verbs[*j].role == Role::Participle);
        beside.or(self.last_finite(k)).is_some_and(|r| self.awaits_clause(r, k)) && !self.tense_follows(k)
    }

    /// Whether verb `r` can govern nothing but a clause, and has none yet before verb `k`.
    pub(super) fn awaits_clause(&self, r: usize, k: usize) -> bool {
        let lemma = self.groups[r].lemma;
        let only = self.valency.takes_that(lemma) && !self.valency.takes_object(lemma) && !self.valency.takes_hearer(lemma);
        let clause = only && self.verbs[r].role != Role::Attribution;
        let parts = |n: &Node| {
            matches!(
                n.kind,
                NodeKind::Comma | NodeKind::Quote(_) | NodeKind::Dash | NodeKind::Semicolon | NodeKind::Colon
            )
        };
        clause
            && (r + 1..k).all(|j| !is_tensed(&self.groups[j]) || matches!(self.verbs[j].role, Role::Relative | Role::Reduced))
            && !self.nodes[self.groups[r].nodes.end..self.groups[k].nodes.start].iter().any(parts)
    }

    /// "hosted the Conference on Trade and Growth held in Oslo": a title in capitals, governed by a verb, ends right before verb `k`.
    fn ends_title(&self, k: usize) -> bool {
        let start = self.groups[k].nodes.start;
        let Some([of, first, and, last]) = start.checked_sub(4).and_then(|from| self.nodes[from..start].first_chunk()) else {
            return false;
        };
        let title = |n: &Node| n.kind == NodeKind::Word && n.capital && !n.name;
        self.last_finite(k).is_some() && of.class.is(Class::PREPOSITION) && title(first) && and.class.is(Class::AND) && title(last)
    }

    /// "thanked Peru and Chile for the trucks delivered in May": two names behind a verb and what they are thanked for.
    fn done_for_names(&self, k: usize) -> bool {
        let Some(j) = k.checked_sub(1).filter(|j| is_tensed(&self.groups[*j])) else {
            return false;
        };
        let (from, to) = (self.groups[j].nodes.end, self.groups[k].nodes.start);
        let is_name = |n: &Node| n.name || n.class.is(Class::ARTICLE);
        let and = (from..to)
            .find(|i| !is_name(&self.nodes[*i]))
            .filter(|i| self.nodes[*i].class.is(Class::AND) && *i > from);
        let governor = and.and_then(|and| (and + 1..to).find(|i| !is_name(&self.nodes[*i])).filter(|i| *i > and + 1));
        governor.is_some_and(|g| {
            let n = &self.nodes[g];
            n.class.is(Class::PREPOSITION) && !n.class.is(Class::OF) && !(g..to).any(|i| self.is_boundary(i))
        })
    }

    /// A comma that ends an apposition, with something nominal before the comma that began it; or one behind a set phrase that opens the
    /// sentence: "In addition, concurred that".
    pub(super) fn resumes(&self, comma: usize) -> bool {
        is_set_phrase(&self.nodes[..comma]) || (0..comma).any(|i| is_nominal(&self.nodes[i]))
    }

    /// A verb before, with nothing between that ends its object: "welcomed the agreement reached".
    pub(super) fn inside_object(&self, k: usize) -> bool {
        let Some(j) = k.checked_sub(1) else { return false };
        let host = &self.verbs[j];
        if self.opens_time(j, k) {
            return false;
        }
        let open = !(self.groups[j].nodes.end..self.groups[k].nodes.start).any(|i| self.is_boundary(i));
        let in_subject = matches!(host.role, Role::Relative | Role::Reduced) && self.last_finite(k).is_none();
        let reported = self.valency.takes_that(host.group.lemma) && !self.valency.takes_object(host.group.lemma);
        open && !in_subject && !reported
    }

    /// "came after the president threatened to", "condemned the raid after soldiers opened fire", "before Chile agreed to talks": verb `k`, with an
    /// object or an infinitive or behind a name, in a clause of time that opens behind verb `j`.
    fn opens_time(&self, j: usize, k: usize) -> bool {
        let (from, start, end) = (self.groups[j].nodes.end, self.groups[k].nodes.start, self.groups[k].nodes.end);
        let time = (from..start.saturating_sub(1)).rev().find(|i| is_temporal(&self.nodes[*i]));
        let Some(time) = time else {
            return false;
        };
        let subject = &self.nodes[time + 1..start];
        let plain = subject.iter().all(|n| n.kind != NodeKind::Comma) && !(time + 1..start).any(|i| self.is_boundary(i));
        let named = subject.iter().all(|n| n.name || n.class.is(Class::ARTICLE));
        let object = self.nodes.get(end).is_some_and(|n| begins_phrase(n) && !n.class.is(NO_OBJECT));
        plain && (named || self.infinitive_follows(k) || object) && !self.tense_follows(k)
    }

    /// "said the talks, held in Bern, had failed": a participle between two commas, the first behind a phrase that a reporting verb has right
    /// behind it, the second before the tense that this phrase is the subject of.
    fn is_inserted(&self, k: usize, comma: usize) -> bool {
        let Some(j) = k.checked_sub(1).filter(|j| is_tensed(&self.groups[*j]) && self.takes_clause(*j)) else {
            return false;
        };
        let from = self.groups[j].nodes.end;
        let phrase = from + 1 < comma
            && self.nodes[from..comma].iter().all(|n| n.kind != NodeKind::Comma)
            && is_nominal(&self.nodes[comma - 1])
            && begins_phrase(&self.nodes[from]);
        phrase
            && self.groups.get(k + 1).is_some_and(|g| {
                let closing = g.nodes.start.checked_sub(1).is_some_and(|i| self.nodes[i].kind == NodeKind::Comma);
                let plain = (self.groups[k].nodes.end..g.nodes.start.max(1) - 1).all(|i| !self.is_boundary(i));
                closing && plain && g.shape == Shape::Finite
            })
    }

    /// "threatened to close", "threatened not to renew": an infinitive right behind the verb.
    fn infinitive_follows(&self, k: usize) -> bool {
        let end = self.groups[k].nodes.end;
        let not = usize::from(self.nodes.get(end).is_some_and(|n| n.class.is(Class::NEGATOR)));
        self.groups
            .get(k + 1)
            .is_some_and(|g| g.shape == Shape::ToInfinitive && (g.nodes.start == end || g.nodes.start == end + not))
    }

    /// "that" or a verb with a tense behind verb `k`, before a comma.
    pub(super) fn clause_follows(&self, k: usize) -> bool {
        let from = self.groups[k].nodes.end;
        let end = (from..self.nodes.len())
            .find(|i| {
                !matches!(
                    self.nodes[*i].kind,
                    NodeKind::Word | NodeKind::Number | NodeKind::Clitic | NodeKind::Hyphen
                )
            })
            .unwrap_or(self.nodes.len());
        let that = self.nodes[from..end].iter().any(|n| n.class.is(Class::THAT));
        // "held in Lima and noted": joined, and no clause of this verb
        let joined = |g: &Group| g.nodes.start > 0 && self.nodes[g.nodes.start - 1].class.is(Class::CONJUNCTION);
        that || self.groups[k + 1..]
            .iter()
            .any(|g| g.nodes.start < end && is_tensed(g) && !joined(g))
    }

    /// A verb with a tense follows, with nothing between that could begin a new clause.
    pub(super) fn tense_follows(&self, k: usize) -> bool {
        let end = self.groups[k].nodes.end;
        // "Talks resumed after the envoy made a visit": a clause of time right behind the verb
        let time = self.nodes.get(end).is_some_and(is_temporal);
        let described = self.is_of_document(k);
        for (before, g) in self.groups[k..].iter().zip(&self.groups[k + 1..]) {
            // "A statement issued after the talks said": the first could govern an object and has none, the second reports
            let reports = self.valency.takes_object(self.groups[k].lemma) && self.valency.takes_that(g.lemma);
            let own_subject = time && !reports && is_tensed(g) && g.nodes.start > end + 1 && is_nominal(&self.nodes[g.nodes.start - 1]);
            if own_subject || self.is_reported(before, g) || (end..g.nodes.start).any(|i| self.is_boundary(i)) {
                return false;
            }
            // "to restore | ousted President X" has no tense; "a statement issued in Lima | called on Chad" has
            let apart = g.shape == Shape::PastOrParticiple && g.nodes.start > before.nodes.end;
            let told = apart && self.valency.takes_that(g.lemma) && self.clause_behind_day(g.nodes.end);
            if g.shape == Shape::Finite || told || apart && (object_after(self.nodes, g.nodes.end) || described && self.performs_here(g)) {
                return true;
            }
        }
        false
    }

    /// "saying it was": the verb `g` behind a pronoun, right behind a verb that reports and has no tense.
    fn is_reported(&self, before: &Group, g: &Group) -> bool {
        let pronoun = self.nodes[g.nodes.start - 1].class;
        let acts = pronoun.is(Class::SUBJECT) && !pronoun.is(Class::DETERMINER) && before.nodes.end + 1 == g.nodes.start;
        acts && matches!(before.shape, Shape::Ing | Shape::ToInfinitive) && self.valency.takes_that(before.lemma)
    }

    /// "A statement issued in Lima": a verb that could govern an object and has none, in a stream that begins with "a" or "the" and no name.
    fn is_of_document(&self, k: usize) -> bool {
        let group = &self.groups[k];
        let stranded = self
            .nodes
            .get(group.nodes.end)
            .is_some_and(|n| n.class.is(Class::PREPOSITION) && !n.name);
        let before = &self.nodes[..group.nodes.start];
        let opens = k == 0 && before.len() > 1 && before[0].class.is(Class::ARTICLE) && before.iter().all(|n| !n.name);
        opens && stranded && self.valency.takes_object(group.lemma)
    }

    /// An act, and nobody behind "by".
    fn performs_here(&self, group: &Group) -> bool {
        let mut next = self.nodes[group.nodes.end..].iter().take(2);
        self.valency.performs(group.lemma) && next.all(|n| !n.class.is(Class::BY))
    }

    pub(super) fn is_boundary(&self, i: usize) -> bool {
        let n = &self.nodes[i];
        match n.kind {
            NodeKind::Comma | NodeKind::Semicolon | NodeKind::Colon | NodeKind::Dash | NodeKind::Quote(_) | NodeKind::Stop => true,
            // "the Peruvian and Chilean governments"
            NodeKind::Word if n.class.is(Class::AND) && self.joins_demonyms(i) => false,
            NodeKind::Word if !n.name => {
                n.class.is(Class::CONJUNCTION.or(Class::RELATIVE))
                    || n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::PREPOSITION.or(Class::DETERMINER))
                    || n.class.is(Class::THAT)
            }
            _ => false,
        }
    }
}
