//! Verbs behind "and", "but" or a comma: to which verb they are joined.
//!
//! Owns: shared subjects, also over a reported clause ("said that ..., and accused") and over an attribution.
//! The evidence is tense, what a verb can govern, and commas.
//! Leaves to: [`super::inserted`] subjects that commas part from their verb, [`super`] the order in which verbs are read.

use super::{Before, Builder, Role, Subject, Tense, Verb, is_tensed, tense};
use crate::grammar::lexicon::{Class, Form};
use crate::grammar::phrase::thing;
use crate::grammar::stream::{Node, NodeKind};
use crate::grammar::verb::{Group, Shape};

/// A verb that goes on behind what parted it from its subject: its role, the verb that reports it, its subject.
type Resumed = (Role, Option<usize>, Subject);

/// How many verbs that report each other are gone up.
const REPORTERS: usize = 4;

/// A verb behind "and" may be joined to the verb before it or to the one that reports that.
struct Fork<'g> {
    /// The verb behind "and".
    group: &'g Group,
    /// The verb before it.
    at: usize,
    /// The first of those to which that one is joined.
    root: usize,
    /// The verb that reports it, or on which its clause depends.
    up: usize,
    /// Whether it is reported.
    reported: bool,
    /// The tense behind "and".
    own: Tense,
    /// The tense of the verb before it.
    inner: Tense,
    /// The tense of the verb above.
    outer: Tense,
    /// Whether a comma sets it off.
    comma: bool,
    /// Whether it has no subject of its own.
    shares: bool,
}

impl Fork<'_> {
    /// Whether the tense goes with that of the verb above.
    fn fits(&self) -> bool {
        self.own.is_past() == self.outer.is_past() || matches!(self.own, Tense::Modal | Tense::Perfect)
    }
}

impl Builder<'_> {
    /// A verb right behind "and" or a comma: it shares the subject of the verb to which it is joined, or goes on after an
    /// apposition or a relative clause.
    pub(super) fn coordinated(&self, k: usize, p: usize, before: Before) -> Verb {
        let group = self.groups[k].clone();
        if let Some(start) = self
            .appositive(k, p)
            .filter(|s| before == Before::Comma && self.is_attribution(k, *s, &group))
        {
            return Verb::new(group, Role::Attribution, self.last_finite(k), Subject::Phrase(start..p));
        }
        let relative = self.last(k, |v| v.role == Role::Relative);
        let host = self.last_finite(k);
        let resumed = self
            .behind_relative(k, host, relative, before)
            .or_else(|| self.behind_commas(k, p, host, before));
        if let Some((role, parent, subject)) = resumed {
            return Verb::new(group, role, parent, subject);
        }
        let resumes =
            matches!(before, Before::Comma | Before::Dash) && host.is_none_or(|h| relative.is_some_and(|r| r > h) && self.takes_clause(h));
        if resumes || before == Before::Comma && self.ends_apposition(k, p) {
            return match self.pair_behind_that(k, p) {
                Some((reporter, start)) if !resumes => Verb::new(group, Role::Complement, Some(reporter), Subject::Phrase(start..p)),
                _ => self.with_subject(k, p, group),
            };
        }
        if before == Before::Comma && self.is_nested(host, relative) {
            let start = self.skip_intro(0, p);
            let subject = Subject::Phrase(start..self.before_insertion(start, p).max(start + 1));
            return Verb::new(group, Role::Main, None, subject);
        }
        match self.joined_verb(k, p, host, relative, before) {
            Some(j) => {
                let role = match self.verbs[j].role {
                    Role::Relative => Role::Relative,
                    _ => Role::Coordinated,
                };
                // "and, in this regard, calls": what stands behind the "and" belongs to this verb
                let inserted = before == Before::And && self.nodes[p].class.is(Class::AND) && p + 1 < group.nodes.start;
                let start = if inserted { p + 1 } else { group.nodes.start };
                Verb {
                    start,
                    ..Verb::new(group, role, Some(j), Subject::Of(j))
                }
            }
            // «Q» and added, «Q»: its subject stands in another sentence
            None if before == Before::And && p > 0 && matches!(self.nodes[p - 1].kind, NodeKind::Quote(_)) => {
                Verb::new(group, Role::Main, None, Subject::None)
            }
            None => self.with_subject(k, p, group),
        }
    }

    /// A verb that goes on behind a relative clause (`relative` is its verb), or inside one.
    fn behind_relative(&self, k: usize, host: Option<usize>, relative: Option<usize>, before: Before) -> Option<Resumed> {
        if before == Before::Verb && relative.is_some_and(|r| r + 1 == k && self.takes_clause(r)) {
            // "which he said had withstood": the pronoun is the subject of the clause that is reported
            return Some((Role::Relative, relative, Subject::None));
        }
        if before == Before::Verb
            && self.ends_relative(k)
            && let Some(Subject::Phrase(subject)) = relative.map(|r| self.verbs[r].subject.clone())
        {
            return Some((Role::Main, None, Subject::Phrase(subject)));
        }
        let reported = self.over_bare_relative(k, host, before);
        let (reporter, subject) = reported.or_else(|| self.over_relative(k, relative?).filter(|_| before == Before::Verb))?;
        Some((Role::Complement, Some(reporter), Subject::Phrase(subject)))
    }

    /// A verb that goes on with its subject behind what two commas or dashes inserted.
    fn behind_commas(&self, k: usize, p: usize, host: Option<usize>, before: Before) -> Option<Resumed> {
        if before == Before::Comma {
            if self.closes_opening(k, p) {
                return Some((Role::Main, None, Subject::None));
            }
            if let Some(subject) = self.behind_concession(k, p).or_else(|| self.over_participle(k)) {
                return Some((Role::Main, None, Subject::Phrase(subject)));
            }
            if let Some(inserted) = host.filter(|h| *h + 1 == k && self.opens_stream(*h)) {
                let end = self.verbs[inserted].start - 1;
                return Some((Role::Main, None, Subject::Phrase(self.skip_intro(0, end)..end)));
            }
        }
        let inserts = matches!(before, Before::Comma | Before::Dash);
        let (reporter, subject) = self.over_insertion(k, p).filter(|_| inserts)?;
        Some((Role::Complement, Some(reporter), Subject::Phrase(subject)))
    }

    /// "Acting under Chapter VII of the Charter of the United Nations, decides": a verb in the present behind the one comma of a sentence that a
    /// participle opens; whoever gives out the text decides.
    fn closes_opening(&self, k: usize, p: usize) -> bool {
        let opens = self
            .verbs
            .first()
            .is_some_and(|v| v.role == Role::Participle && v.start == 0 && v.group.shape == Shape::Ing);
        let comma = |n: &Node| n.kind == NodeKind::Comma;
        opens && self.groups[k].form == Form::S && !self.nodes[..p].iter().any(comma)
    }

    /// "Rey, a member who went to talks where he spoke, said": nothing but clauses inside the subject stands before.
    fn is_nested(&self, host: Option<usize>, relative: Option<usize>) -> bool {
        let inside = |v: &Verb| !matches!(v.role, Role::Main | Role::Complement | Role::Attribution);
        relative.is_some_and(|r| host == Some(r + 1))
            && host.is_some_and(|h| self.verbs[h].role == Role::Subordinate)
            && self.verbs.iter().all(inside)
    }

    /// The verb to which verb `k` is joined: the last with a tense (`host`), one above it that reports, or that of a relative clause.
    fn joined_verb(&self, k: usize, p: usize, host: Option<usize>, relative: Option<usize>, before: Before) -> Option<usize> {
        let group = &self.groups[k];
        let set_off = |i: usize| matches!(self.nodes[i].kind, NodeKind::Comma | NodeKind::Semicolon);
        let comma = set_off(p) || p > 0 && set_off(p - 1);
        let host = host.map(|h| self.over_attribution(h, group));
        let host = host.map(|h| self.joins_reporter(h, group, comma, true));
        let Some(r) = relative.filter(|_| matches!(before, Before::And | Before::But)) else {
            return host.or(relative);
        };
        // "accused X of breaking what it had signed and confirmed that": a clause is reported by the verb that is a cue
        let that = self.nodes.get(group.nodes.end).is_some_and(|n| n.class.is(Class::THAT));
        let reports =
            |h: usize| self.valency.is_cue(self.groups[h].lemma) && tense(self.nodes, &self.groups[h]) == tense(self.nodes, group);
        if that && host.is_some_and(reports) {
            return host;
        }
        // "who met A and agreed": joined to the relative clause's verb, where no comma closed it
        let inside = host.is_none_or(|h| r > h && !self.performs_again(h, r, group))
            && self.nodes[self.groups[r].head].quoted == self.nodes[group.head].quoted
            && !(self.groups[r].nodes.end..p).any(set_off);
        if inside { relative } else { host.or(relative) }
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
        let mut at = host;
        for _ in 0..REPORTERS {
            let Some(fork) = self.fork(at, group, comma, shares) else { break };
            let asked = self.is_asked_for(fork.root) && !self.is_bare(group, fork.up) && !self.shares_passive(&fork);
            // "said it "wants no war but will not wait"": both in the words that are quoted
            let quoted = !self.nodes[self.verbs[fork.up].group.head].quoted
                && self.nodes[self.verbs[at].group.head..=group.head].iter().all(|n| n.quoted);
            if !asked && (quoted || !self.is_above(&fork) && (self.is_inside(&fork) || !self.clashes(&fork))) {
                break;
            }
            at = fork.up;
        }
        at
    }

    /// Where `group` may be joined to verb `at` or to the one that reports it; none where nobody does.
    fn fork<'g>(&self, at: usize, group: &'g Group, comma: bool, shares: bool) -> Option<Fork<'g>> {
        let root = self.root(at);
        let reported = self.verbs[root].role == Role::Complement;
        let below = reported || self.verbs[root].role == Role::Subordinate;
        let up = self.verbs[root].parent.filter(|_| below)?;
        let tensed = up < root && is_tensed(&self.verbs[up].group);
        let outer = tense(self.nodes, &self.verbs[up].group);
        let own = tense(self.nodes, group);
        // "has proposed that it be moved and asked": a participle of the same perfect
        let participle = outer == Tense::Perfect && own == Tense::Past && group.shape == Shape::PastOrParticiple;
        tensed.then(|| Fork {
            group,
            at,
            root,
            up,
            reported,
            own: if participle { Tense::Perfect } else { own },
            inner: tense(self.nodes, &self.verbs[at].group),
            outer,
            comma,
            shares,
        })
    }

    /// "urges that they be freed and sent home": a second participle behind "be", with no object.
    fn shares_passive(&self, fork: &Fork) -> bool {
        let group = fork.group;
        let loose = |n: &Node| {
            let small = Class::PREPOSITION.or(Class::ADVERB).or(Class::CONJUNCTION);
            n.kind != NodeKind::Word || n.class.is(small) && !n.class.is(Class::THAT.or(Class::TO)) && !n.name
        };
        let alone = self.nodes.get(group.nodes.end).is_none_or(loose);
        let acts = self.valency.is_cue(group.lemma) && fork.fits();
        self.verbs[fork.at].group.passive && group.shape == Shape::PastOrParticiple && alone && !acts
    }

    /// Whether only who reports can be the subject of the verb behind "and".
    fn is_above(&self, fork: &Fork) -> bool {
        let Fork { group, root, up, own, .. } = *fork;
        let acts = self.valency.acts(group.lemma) || self.valency.performs(group.lemma);
        let subordinate = self.verbs[root].role == Role::Subordinate;
        let told = own != Tense::Modal && !group.passive;
        // "says the rebels came from Peru and wants them to leave": one, and not several
        let one = || fork.reported && self.is_singular(group) && self.is_several(root) && !self.is_several(up);
        // "said it had worsened since fighting broke out and said": no fighting says anything
        let reports = || {
            subordinate
                && acts
                && told
                && self.valency.takes_that(group.lemma)
                && fork.fits()
                && !self.has_actor(root)
                && self.verbs[up].parent.is_some_and(|r| self.takes_clause(r))
        };
        // "said the law will stay as it has been but noted": the past fits neither the clause nor its host, only who reports both
        let past = || subordinate && own.is_past() && !fork.inner.is_past() && !fork.outer.is_past();
        // "said the plan was dead and urged talks": no plan urges anything
        // not "said the visit had been short and had added to the ties": both are told of the visit
        let same = own == Tense::Pluperfect && fork.inner == own;
        let thing = || fork.reported && acts && told && !same && fork.fits() && self.is_of_thing(root);
        if fork.shares && (one() || reports() || past() || thing()) {
            return true;
        }
        // "said its army "will do what it must" and accused": the quoted words end what is reported
        let before = self.nodes[..group.nodes.start]
            .iter()
            .rfind(|n| n.kind == NodeKind::Word && !n.class.is(Class::CONJUNCTION.or(Class::ADVERB)));
        let ends = !self.nodes[group.head].quoted && before.is_some_and(|n| n.quoted);
        ends && fork.fits() && fork.outer == Tense::Past && own == Tense::Past && !fork.inner.is_past()
    }

    /// Whether the verb behind "and" goes on with what is reported.
    fn is_inside(&self, fork: &Fork) -> bool {
        let Fork { group, root, up, own, .. } = *fork;
        // "said Lind would visit Bergen, and would also meet": the same modal again
        let modal = |g: &Group| g.modal.and_then(|m| self.nodes[m].verbs.first()).map(|v| v.0);
        let again = own == Tense::Modal && modal(group).is_some() && modal(group) == modal(&self.verbs[fork.at].group);
        // "said the people cherish the friendship and will support": what is told in the present goes on in the future
        let future = own == Tense::Modal && fork.inner == Tense::Present && !self.valency.takes_object(self.groups[up].lemma);
        let goes_on = fork.outer == Tense::Past && (future || self.goes_on_inside(root, group, own, fork.inner));
        if fork.reported && (again || goes_on) {
            return true;
        }
        // "said she was worried and had called them", "said the sides had met and agreed to": told from inside
        own == Tense::Pluperfect && fork.inner.is_past() && fork.outer == Tense::Past
            || self.valency.agrees(group.lemma) && self.is_several(root) && !self.is_several(up)
    }

    /// Whether tenses, or what the verbs do, speak against one clause for both.
    fn clashes(&self, fork: &Fork) -> bool {
        let Fork { group, root, own, .. } = *fork;
        let verb = &self.verbs[fork.at].group;
        let acts = self.valency.acts(group.lemma) || self.valency.performs(group.lemma);
        let weak = verb.passive || !self.valency.acts(verb.lemma);
        let clash = match (fork.inner, own) {
            // "has demanded that they leave and has threatened": the same tense again
            (Tense::Present | Tense::Modal, Tense::Perfect) if fork.outer == Tense::Perfect => true,
            (_, Tense::Modal | Tense::Perfect) | (Tense::Perfect, _) => false,
            (Tense::Pluperfect, Tense::Past) => acts && (fork.comma || weak),
            _ => fork.inner != own && fork.outer != Tense::Modal,
        };
        let plain = || acts && (verb.passive || !self.valency.is_cue(verb.lemma)) && !self.has_actor(root);
        let set_off = || fork.comma && weak && self.valency.is_cue(group.lemma);
        let performs = || {
            self.valency.performs(group.lemma)
                && !self.valency.performs(verb.lemma)
                && own != Tense::Modal
                && (self.valency.acts(group.lemma) || !self.has_actor(root))
        };
        fork.fits() && (clash || fork.reported && (plain() || set_off() || performs()))
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
