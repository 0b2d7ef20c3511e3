//! Verbs behind "and", "but" or a comma: to which verb they are joined.
//!
//! Owns: shared subjects, also over a reported clause ("said that ..., and accused") and over an attribution.
//! The evidence is tense, what a verb can govern, and commas.
//! Leaves to: [`super::inserted`] subjects that commas part from their verb, [`super`] the order in which verbs are read.

use super::{Before, Builder, Role, Subject, Tense, Verb, is_tensed, tense};
use crate::grammar::lexicon::{Class, Form};
use crate::grammar::phrase::thing;
use crate::grammar::stream::NodeKind;
use crate::grammar::verb::{Group, Shape};

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
        if before == Before::Verb
            && self.ends_relative(k)
            && let Some(Subject::Phrase(subject)) = relative.map(|r| self.verbs[r].subject.clone())
        {
            return Verb {
                start: subject.start,
                marker: None,
                role: Role::Main,
                parent: None,
                subject: Subject::Phrase(subject),
                group,
            };
        }
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
        let main = self.behind_concession(k, p).or_else(|| self.over_participle(k));
        if let Some(subject) = main.filter(|_| before == Before::Comma) {
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
        let host = host.map(|h| self.joins_reporter(h, &group, comma, true));
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
                    && !(self.groups[r].nodes.end..p).any(|i| matches!(self.nodes[i].kind, NodeKind::Comma | NodeKind::Semicolon)) =>
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
                // "and, in this regard, calls": what stands behind the "and" belongs to this verb
                let start = match before {
                    Before::And if self.nodes[p].class.is(Class::AND) && p + 1 < group.nodes.start => p + 1,
                    _ => group.nodes.start,
                };
                Verb {
                    start,
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

    /// "We oppose rules that limit trade and will work to end them": who performs one act performs the next, and not the rules; "discussed the
    /// floods they face and agreed": who did one thing did the next.
    fn performs_again(&self, host: usize, relative: usize, group: &Group) -> bool {
        let present = |g: &Group| tense(self.nodes, g) == Tense::Present;
        let act = |g: &Group| self.valency.performs(g.lemma);
        let modal = group.modal.is_some() && self.groups[relative].modal.is_none() && !self.groups[relative].copula;
        let again = act(group) && present(group) || modal;
        let past = |g: &Group| tense(self.nodes, g) == Tense::Past;
        // "a region that is open and based on law": a participle beside the adjective
        let stranded = self.nodes.get(group.nodes.end).is_some_and(|n| n.class.is(Class::PREPOSITION));
        let described = self.groups[relative].copula && stranded;
        let did =
            self.valency.acts(group.lemma) && past(group) && past(&self.groups[host]) && present(&self.groups[relative]) && !described;
        did || again && act(&self.groups[host]) && present(&self.groups[host]) && !act(&self.groups[relative])
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
    /// other verb is none, or where a comma (`comma`) sets it off. It `shares` its subject with the verb before, or has one of its own.
    pub(super) fn joins_reporter(&self, host: usize, group: &Group, comma: bool, shares: bool) -> usize {
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
            if self.is_asked_for(root) && !self.is_bare(group, up) {
                at = up;
                continue;
            }
            let (inner, outer) = (tense(self.nodes, &verb.group), tense(self.nodes, &self.verbs[up].group));
            // "has proposed that it be moved and asked": a participle of the same perfect
            let participle = outer == Tense::Perfect && own == Tense::Past && group.shape == Shape::PastOrParticiple;
            let own = if participle { Tense::Perfect } else { own };
            let past = |t: Tense| matches!(t, Tense::Past | Tense::Pluperfect);
            let fits = past(own) == past(outer) || own == Tense::Modal || own == Tense::Perfect;
            // "said it "wants no war but will not wait"": both in the words that are quoted
            if !self.nodes[self.verbs[up].group.head].quoted && self.nodes[verb.group.head..=group.head].iter().all(|n| n.quoted) {
                break;
            }
            // "says the rebels came from Peru and wants them to leave": one, and not several
            if shares && reported && self.is_singular(group) && self.is_several(root) && !self.is_several(up) {
                at = up;
                continue;
            }
            // "said it had worsened since fighting broke out and said": no fighting says anything
            let reports = self.valency.takes_that(group.lemma) && own != Tense::Modal && !group.passive;
            if shares
                && self.verbs[root].role == Role::Subordinate
                && acts
                && reports
                && fits
                && !self.has_actor(root)
                && self.verbs[up].parent.is_some_and(|r| self.takes_clause(r))
            {
                at = up;
                continue;
            }
            // "said the law will stay as it has been but noted": the past fits neither the clause nor its host, only who reports both
            if shares && self.verbs[root].role == Role::Subordinate && past(own) && !past(inner) && !past(outer) {
                at = up;
                continue;
            }
            // "said the plan was dead and urged talks": no plan urges anything
            if shares && reported && acts && fits && own != Tense::Modal && !group.passive && self.is_of_thing(root) {
                at = up;
                continue;
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
            // "said the people cherish the friendship and will support": what is told in the present goes on in the future
            let future = own == Tense::Modal && inner == Tense::Present && !self.valency.takes_object(self.groups[up].lemma);
            if reported && outer == Tense::Past && (future || self.goes_on_inside(root, group, own, inner)) {
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
                // "has demanded that they leave and has threatened": the same tense again
                (Tense::Present | Tense::Modal, Tense::Perfect) if outer == Tense::Perfect => true,
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

    /// Whether the first word of the group is one that only one has: "has", "is", "agrees".
    fn is_singular(&self, group: &Group) -> bool {
        let first = &self.nodes[group.nodes.start];
        let forms = &first.verbs;
        forms.iter().any(|(_, form)| *form == Form::S) && !forms.iter().any(|(_, form)| matches!(form, Form::Base | Form::Past))
    }

    /// Whether verb `k` says what shall be, as content of who asks: "demanded that Peru leave".
    pub(super) fn is_asked_for(&self, k: usize) -> bool {
        self.verbs[k].role == Role::Complement && self.verbs[k].group.subjunctive
    }

    /// Whether what is asked for can go on with `group`: "that Peru leave and pay"; not "demand that Peru leave and condemn", where `asks`
    /// has the same form.
    fn is_bare(&self, group: &Group, asks: usize) -> bool {
        let bare = group.form == Form::Base && group.modal.is_none();
        let same = self.verbs[asks].group.form == Form::Base && self.verbs[asks].group.modal.is_none();
        bare && !(same && self.valency.performs(group.lemma))
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

    /// The subject of verb `k` is a deed or a thing, and nobody: "the plan", "relations with Peru", "there".
    fn is_of_thing(&self, k: usize) -> bool {
        let Subject::Phrase(subject) = &self.verbs[k].subject else {
            return false;
        };
        let nodes = &self.nodes[subject.clone()];
        let there = matches!(nodes, [there] if there.class.is(Class::THING));
        there || thing(nodes).is_some()
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
            // and "said that last year, when X, Y"
            let that = (m.saturating_sub(4)..m).find(|i| self.nodes[*i].class.is(Class::THAT));
            let reporter = that.and_then(|t| (0..at).rev().find(|j| self.groups[*j].nodes.end <= t && self.takes_clause(*j)));
            // "said if X, Y": the subordinate clause right behind the verb that reports
            let reports = |j: usize| self.takes_clause(j) && (is_tensed(&self.groups[j]) || self.groups[j].shape == Shape::Ing);
            let right_behind = |j: &usize| self.groups[*j].nodes.end == m && reports(*j);
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
