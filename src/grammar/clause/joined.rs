//! Verbs behind "and", "but" or a comma: to which verb they are joined.
//!
//! Owns: shared subjects, also over a reported clause ("said that ..., and accused"), over an attribution and after an apposition.
//! Leaves to: [`super`] the order in which verbs are read. The evidence is tense, what a verb can govern, and commas.

use super::{Before, Builder, Role, Subject, Tense, Verb, is_tensed, tense};
use crate::grammar::lexicon::Class;
use crate::grammar::phrase::{begins_phrase, is_nominal};
use crate::grammar::stream::NodeKind;
use crate::grammar::verb::{Group, Shape};
use std::ops::Range;

impl Builder<'_> {
    /// A verb right behind "and" or a comma: it shares the subject of the verb to which it is joined, or goes on after an
    /// apposition or a relative clause.
    pub(super) fn coordinated(&self, k: usize, p: usize, before: Before) -> Verb {
        let group = self.groups[k].clone();
        if let Some(start) = self
            .appositive(k, p)
            .filter(|s| before == Before::Comma && self.is_attribution(k, *s, &group))
        {
            return Verb {
                start,
                marker: None,
                role: Role::Attribution,
                parent: self.last_finite(k),
                subject: Subject::Phrase(start..p),
                group,
            };
        }
        let relative = self.last(k, |v| v.role == Role::Relative);
        if before == Before::Verb && relative.is_some_and(|r| r + 1 == k && self.takes_clause(r)) {
            // "which he said had withstood": the pronoun is the subject of the clause that is reported
            return Verb {
                start: group.nodes.start,
                marker: None,
                role: Role::Relative,
                parent: relative,
                subject: Subject::None,
                group,
            };
        }
        let host = self.last_finite(k);
        if let Some((reporter, subject)) = self.over_bare_relative(k, host, before) {
            return Verb {
                start: subject.start,
                marker: None,
                role: Role::Complement,
                parent: Some(reporter),
                subject: Subject::Phrase(subject),
                group,
            };
        }
        if let Some(subject) = self.behind_concession(k, p).filter(|_| before == Before::Comma) {
            return Verb {
                start: subject.start,
                marker: None,
                role: Role::Main,
                parent: None,
                subject: Subject::Phrase(subject),
                group,
            };
        }
        if let Some(inserted) = host.filter(|h| *h + 1 == k && before == Before::Comma && self.opens_stream(*h)) {
            let end = self.verbs[inserted].start - 1;
            let start = self.skip_intro(0, end);
            return Verb {
                start,
                marker: None,
                role: Role::Main,
                parent: None,
                subject: Subject::Phrase(start..end),
                group,
            };
        }
        if let Some((reporter, subject)) = self.over_insertion(k, p).filter(|_| matches!(before, Before::Comma | Before::Dash)) {
            return Verb {
                start: subject.start,
                marker: None,
                role: Role::Complement,
                parent: Some(reporter),
                subject: Subject::Phrase(subject),
                group,
            };
        }
        let resumes =
            matches!(before, Before::Comma | Before::Dash) && host.is_none_or(|h| relative.is_some_and(|r| r > h) && self.takes_clause(h));
        if resumes || before == Before::Comma && self.ends_apposition(k, p) {
            return match self.pair_behind_that(k, p) {
                Some((reporter, start)) if !resumes => Verb {
                    start,
                    marker: None,
                    role: Role::Complement,
                    parent: Some(reporter),
                    subject: Subject::Phrase(start..p),
                    group,
                },
                _ => self.with_subject(k, p, group),
            };
        }
        let comma = [Some(p), p.checked_sub(1)]
            .into_iter()
            .flatten()
            .any(|i| matches!(self.nodes[i].kind, NodeKind::Comma | NodeKind::Semicolon));
        // "Rey, a member who went to talks where he spoke, said": nothing but clauses inside the subject stands before
        let nested = before == Before::Comma
            && relative.is_some_and(|r| host == Some(r + 1))
            && host.is_some_and(|h| self.verbs[h].role == Role::Subordinate)
            && self
                .verbs
                .iter()
                .all(|v| !matches!(v.role, Role::Main | Role::Complement | Role::Attribution));
        if nested {
            let start = self.skip_intro(0, p);
            return Verb {
                start,
                marker: None,
                role: Role::Main,
                parent: None,
                subject: Subject::Phrase(start..self.before_insertion(start, p).max(start + 1)),
                group,
            };
        }
        let host = host.map(|h| self.over_attribution(h, &group));
        let host = host.map(|h| self.joins_reporter(h, &group, comma));
        let joined = match (before, relative) {
            // "who met A and agreed": joined to the relative clause's verb, where no comma closed it
            // "accused X of breaking what it had signed and confirmed that": a clause is reported by the verb that is a cue
            (Before::And | Before::But, Some(_))
                if self.nodes.get(group.nodes.end).is_some_and(|n| n.class.is(Class::THAT))
                    && host.is_some_and(|h| {
                        self.valency.is_cue(self.groups[h].lemma) && tense(self.nodes, &self.groups[h]) == tense(self.nodes, &group)
                    }) =>
            {
                host
            }
            (Before::And | Before::But, Some(r))
                if host.is_none_or(|h| r > h && !self.performs_again(h, r, &group))
                    && self.nodes[self.groups[r].head].quoted == self.nodes[group.head].quoted
                    && !(self.groups[r].nodes.end..p).any(|i| self.nodes[i].kind == NodeKind::Comma) =>
            {
                Some(r)
            }
            _ => host.or(relative),
        };
        match joined {
            Some(j) => {
                let role = if self.verbs[j].role == Role::Relative {
                    Role::Relative
                } else {
                    Role::Coordinated
                };
                Verb {
                    start: group.nodes.start,
                    marker: None,
                    role,
                    parent: Some(j),
                    subject: Subject::Of(j),
                    group,
                }
            }
            // «Q» and added, «Q»: its subject stands in another sentence
            None if before == Before::And && p > 0 && matches!(self.nodes[p - 1].kind, NodeKind::Quote(_)) => Verb {
                start: group.nodes.start,
                marker: None,
                role: Role::Main,
                parent: None,
                subject: Subject::None,
                group,
            },
            None => self.with_subject(k, p, group),
        }
    }

    /// "We oppose rules that limit trade and will work to end them": who performs one act performs the next, and not the rules.
    fn performs_again(&self, host: usize, relative: usize, group: &Group) -> bool {
        let present = |g: &Group| tense(self.nodes, g) == Tense::Present;
        let act = |g: &Group| self.valency.performs(g.lemma);
        let modal = group.modal.is_some() && self.groups[relative].modal.is_none() && !self.groups[relative].copula;
        let again = act(group) && present(group) || modal;
        again && act(&self.groups[host]) && present(&self.groups[host]) && !act(&self.groups[relative])
    }

    /// "Peru opposes the plan, its envoy to Lima, Ana Ruiz, said": a phrase and a name between the three commas before a reporting verb,
    /// in either order. Gives where the first begins.
    fn appositive(&self, k: usize, last: usize) -> Option<usize> {
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
        let two = led(first + 1) && led(middle + 1) && (named(first + 1, middle) || named(middle + 1, last));
        let joined = self.nodes[first + 1..last]
            .iter()
            .any(|n| n.kind == NodeKind::Word && n.class.is(Class::AND));
        (two && !joined && self.valency.takes_clause(self.groups[k].lemma)).then_some(first + 1)
    }

    /// "Norway was disappointed, the minister said, and accused": what follows an inserted attribution goes on with the clause that it
    /// reports, unless it reports too ("he said, and added that").
    pub(super) fn over_attribution(&self, host: usize, group: &Group) -> usize {
        let verb = &self.verbs[host];
        let reported = verb.parent.filter(|p| verb.role == Role::Attribution && *p < host);
        reported.filter(|_| !self.valency.takes_clause(group.lemma)).unwrap_or(host)
    }

    /// "stressed that trade had been a pillar, and affirmed that", "countered that inspections worked and proposed": a verb behind
    /// "and" joins the cue that reports, and not the verb of what is reported, where their tenses say so, where it is an act and the
    /// other verb is none, or where a comma (`comma`) sets it off.
    pub(super) fn joins_reporter(&self, host: usize, group: &Group, comma: bool) -> usize {
        let own = tense(self.nodes, group);
        let acts = self.valency.acts(group.lemma) || self.valency.performs(group.lemma);
        let mut at = host;
        for _ in 0..4 {
            let verb = &self.verbs[at];
            let root = self.root(at);
            let reported = self.verbs[root].role == Role::Complement;
            let up = match self.verbs[root].role {
                Role::Complement | Role::Subordinate => self.verbs[root].parent,
                _ => None,
            };
            let Some(up) = up.filter(|up| *up < root && is_tensed(&self.verbs[*up].group)) else {
                break;
            };
            let (inner, outer) = (tense(self.nodes, &verb.group), tense(self.nodes, &self.verbs[up].group));
            let past = |t: Tense| matches!(t, Tense::Past | Tense::Pluperfect);
            let fits = past(own) == past(outer) || own == Tense::Modal || own == Tense::Perfect;
            // "said it "wants no war but will not wait"": both in the words that are quoted
            if !self.nodes[self.verbs[up].group.head].quoted && self.nodes[verb.group.head..=group.head].iter().all(|n| n.quoted) {
                break;
            }
            // "said its army "will do what it must" and accused": the quoted words end what is reported
            let before = self.nodes[..group.nodes.start]
                .iter()
                .rfind(|n| n.kind == NodeKind::Word && !n.class.is(Class::CONJUNCTION.or(Class::ADVERB)));
            if fits
                && !self.nodes[group.head].quoted
                && before.is_some_and(|n| n.quoted)
                && outer == Tense::Past
                && own == Tense::Past
                && !past(inner)
            {
                at = up;
                continue;
            }
            // "said Lind would visit Bergen, and would also meet": the same modal again
            let modal = |g: &Group| g.modal.and_then(|m| self.nodes[m].verbs.first()).map(|v| v.0);
            if reported && own == Tense::Modal && modal(group).is_some() && modal(group) == modal(&verb.group) {
                break;
            }
            if reported && outer == Tense::Past && self.goes_on_inside(root, group, own, inner) {
                break;
            }
            // "said she was worried and had called them", "said the sides had met and agreed to": told from inside
            let inside = own == Tense::Pluperfect && past(inner) && outer == Tense::Past
                || self.valency.agrees(group.lemma) && self.is_several(root) && !self.is_several(up);
            if inside {
                break;
            }
            let weak = verb.group.passive || !self.valency.acts(verb.group.lemma);
            let clash = match (inner, own) {
                (_, Tense::Modal | Tense::Perfect) | (Tense::Perfect, _) => false,
                (Tense::Pluperfect, Tense::Past) => acts && (comma || weak),
                _ => inner != own && outer != Tense::Modal,
            };
            let plain = acts && (verb.group.passive || !self.valency.is_cue(verb.group.lemma)) && !self.has_actor(root);
            let set_off = comma && weak && self.valency.is_cue(group.lemma);
            let performs = self.valency.performs(group.lemma)
                && !self.valency.performs(verb.group.lemma)
                && own != Tense::Modal
                && (self.valency.acts(group.lemma) || !self.has_actor(root));
            if !fits || !(clash || reported && (plain || set_off || performs)) {
                break;
            }
            at = up;
        }
        at
    }

    /// "said Peru was ready to talk but would not yield", "said it would stay but was prepared to talk": "would" and a state of mind, behind a
    /// past that reports, are told from inside; "would not say" is what whoever reports would not.
    fn goes_on_inside(&self, root: usize, group: &Group, own: Tense, inner: Tense) -> bool {
        let would = own == Tense::Modal && inner == Tense::Past && !self.valency.takes_clause(group.lemma);
        let pronoun =
            matches!(&self.verbs[root].subject, Subject::Phrase(s) if s.len() == 1 && self.nodes[s.start].class.is(Class::SUBJECT));
        let state = own == Tense::Past && inner == Tense::Modal && (group.copula || group.passive) && pronoun;
        would || state
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

    /// The first of the verbs that are joined to each other and of which verb `k` is one.
    pub(super) fn root(&self, k: usize) -> usize {
        let mut at = k;
        while self.verbs[at].role == Role::Coordinated {
            match self.verbs[at].parent.filter(|up| *up < at) {
                Some(up) => at = up,
                None => break,
            }
        }
        at
    }

    /// The subject of verb `k` is a name or a pronoun: somebody who could act again.
    pub(super) fn has_actor(&self, k: usize) -> bool {
        match &self.verbs[k].subject {
            Subject::Phrase(s) => self.nodes[..s.end]
                .last()
                .is_some_and(|n| n.name || n.class.is(Class::SUBJECT) && !n.class.is(Class::DETERMINER)),
            _ => false,
        }
    }

    /// The subject of verb `k` is several: "the sides", "Peru and Chile".
    fn is_several(&self, k: usize) -> bool {
        match &self.verbs[k].subject {
            Subject::Phrase(s) => {
                let nodes = &self.nodes[s.clone()];
                nodes
                    .iter()
                    .any(|n| n.kind == NodeKind::Word && !n.name && n.class.is(Class::AND.or(Class::PLURAL)))
                    || nodes.last().is_some_and(|n| n.plural && !n.name)
            }
            _ => false,
        }
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
    fn over_insertion(&self, k: usize, p: usize) -> Option<(usize, Range<usize>)> {
        let comma = |j: usize| j > 0 && matches!(self.nodes[j - 1].kind, NodeKind::Comma | NodeKind::Dash);
        let inserted = |j: &usize| {
            let verb = &self.verbs[*j];
            // "the force, to be led by Libya, would": an infinitive behind a comma
            matches!(verb.role, Role::Relative | Role::Participle | Role::Reduced)
                || verb.role == Role::Infinitive && comma(verb.group.nodes.start)
        };
        let reporter = (0..k).rev().find(|j| !inserted(j))?;
        if !self.takes_clause(reporter) || !is_tensed(&self.groups[reporter]) || self.verbs[reporter].role == Role::Attribution {
            return None;
        }
        let floor = self.groups[reporter].nodes.end;
        let mark = |i: usize| matches!(self.nodes[i].kind, NodeKind::Comma | NodeKind::Dash);
        let first = (floor + 1..p).find(|i| mark(*i))?;
        // "said 40 lorries, including ten with tents, were": a preposition opens what has no verb
        if reporter + 1 == k
            && !(first + 1 < p && self.nodes[first + 1].class.is(Class::PREPOSITION) && self.nodes[p].kind == NodeKind::Comma)
        {
            return None;
        }
        let that = (floor..first).find(|i| self.nodes[*i].class.is(Class::THAT));
        let start = that.map_or_else(|| self.after_hearer(reporter, self.after_fillers(floor, first), first), |t| t + 1);
        let phrase = self.nodes[start..first]
            .iter()
            .all(|n| n.kind != NodeKind::Word || !n.class.is(Class::CONJUNCTION) || n.class.is(Class::AND));
        let opens = matches!(self.nodes[start].kind, NodeKind::Word | NodeKind::Number)
            && begins_phrase(&self.nodes[start])
            && !self.nodes[start].class.is(Class::TIME.or(Class::WEEKDAY));
        let verbless = self.groups[reporter + 1].nodes.start > first;
        (start < first && phrase && opens && verbless && is_nominal(&self.nodes[first - 1])).then_some((reporter, start..first))
    }

    /// "said the offices Chad wanted closed had been shut", "said the mine in which arms were found had been blown up": right behind the verb
    /// of a relative clause, the verb whose clause `host` awaits, and its subject before the relative clause.
    fn over_bare_relative(&self, k: usize, host: Option<usize>, before: Before) -> Option<(usize, Range<usize>)> {
        let reporter = host.filter(|r| before == Before::Verb && self.groups[k].shape == Shape::Finite && self.awaits_clause(*r, k))?;
        let floor = self.groups[reporter].nodes.end;
        let first = self.groups[reporter + 1].nodes.start;
        let start = self.after_fillers(floor, first);
        let start = start + usize::from(self.nodes[start].class.is(Class::THAT));
        let noun = (start + 1..first).find(|i| {
            let n = &self.nodes[*i];
            let relative = n.class.is(Class::RELATIVE.or(Class::PREPOSITION)) && !n.class.is(Class::OF) && !n.name;
            relative
                || n.name && is_nominal(&self.nodes[*i - 1]) && !self.nodes[*i - 1].name && !self.nodes[*i - 1].class.is(Class::ADJECTIVE)
        });
        (start < first && begins_phrase(&self.nodes[start])).then(|| (reporter, start..noun.unwrap_or(first)))
    }

    /// "Although Lind said so, Ruiz, head of the bank, left": the subject of the main clause before an apposition, behind a clause that a
    /// subordinator opens at the head of the sentence.
    fn behind_concession(&self, k: usize, p: usize) -> Option<Range<usize>> {
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
    fn pair_behind_that(&self, k: usize, p: usize) -> Option<(usize, usize)> {
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

    /// A clause beside the clause of verb `j`: reported with it, or main.
    pub(super) fn beside(&self, j: usize) -> (Role, Option<usize>, Option<usize>) {
        let mut at = j;
        while self.verbs[at].role == Role::Coordinated {
            match self.verbs[at].parent {
                Some(up) => at = up,
                None => break,
            }
        }
        let verb = &self.verbs[at];
        if let (Role::Subordinate, Some(m)) = (verb.role, verb.marker) {
            // "said that while X, Y": the main clause of what is reported comes behind its subordinate clause
            let that = (m.saturating_sub(2)..m).find(|i| self.nodes[*i].class.is(Class::THAT));
            let reporter = that.and_then(|t| (0..at).rev().find(|j| self.groups[*j].nodes.end <= t && self.takes_clause(*j)));
            // "said if X, Y": the subordinate clause right behind the verb that reports
            let right_behind = |j: &usize| self.groups[*j].nodes.end == m && self.takes_clause(*j) && is_tensed(&self.groups[*j]);
            let reporter = reporter.or_else(|| at.checked_sub(1).filter(right_behind));
            if let Some(reporter) = reporter {
                return (Role::Complement, Some(reporter), None);
            }
        }
        match verb.role {
            Role::Complement => (Role::Complement, verb.parent, None),
            _ => (Role::Main, None, None),
        }
    }
}
