//! Clauses: what each verb group is in its sentence, whose subject it has, under which verb it stands.
//!
//! Owns: finite or reduced, coordinated or new, complement or attribution, the subject's words.
//! Leaves to: [`super::extent`] where what a verb governs ends, [`crate::resolve`] who a subject is.

mod attribution;
mod edge;
mod finite;
mod inserted;
mod intro;
mod joined;
mod nonfinite;
mod pairs;
mod preamble;
mod sign;
mod tense;

pub use attribution::quoted_as;

use super::lexicon::{Class, Form, Valency};
use super::phrase::{AUXILIARY, ends_in_comma};
use super::stream::{Node, NodeKind};
use super::verb::{Group, Shape, groups};
use std::ops::Range;

/// What a verb group is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The verb of a main clause.
    Main,
    /// Joined to `parent` by "and" or a comma: it has the same subject.
    Coordinated,
    /// The verb of a clause that `parent` reports ("said the ministers agreed").
    Complement,
    /// In a clause that a subordinator opens ("while", "after", "if").
    Subordinate,
    /// In a relative clause.
    Relative,
    /// A participle clause beside the main clause (", urging ...", "Expressing ..., they").
    Participle,
    /// A participle inside a noun phrase ("the pact signed in May").
    Reduced,
    /// "to agree"
    Infinitive,
    /// After a preposition or as an object.
    Gerund,
    /// Reports the clause or the quotation beside it ("..., the ministry said").
    Attribution,
}

/// The subject of a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// None in the words.
    None,
    /// These nodes.
    Phrase(Range<usize>),
    /// That of another verb.
    Of(usize),
}

/// A verb in its clause.
#[derive(Clone, Debug)]
pub struct Verb {
    /// The group.
    pub group: Group,
    /// What it is in the sentence.
    pub role: Role,
    /// The verb to which it is joined, under which it stands, or which it modifies.
    pub parent: Option<usize>,
    /// Its subject.
    pub subject: Subject,
    /// The preposition or subordinator that opens its clause.
    pub marker: Option<usize>,
    /// The first node of its clause, subject and marker included.
    pub start: usize,
}

impl Verb {
    /// A verb whose clause no marker opens: it begins with its subject, or with the verb where it has none of its own.
    fn new(group: Group, role: Role, parent: Option<usize>, subject: Subject) -> Self {
        let start = match &subject {
            Subject::Phrase(nodes) => nodes.start,
            Subject::Of(_) | Subject::None => group.nodes.start,
        };
        Self {
            group,
            role,
            parent,
            subject,
            marker: None,
            start,
        }
    }
}

/// The verbs of a stream, in order.
#[derive(Clone, Debug, Default)]
pub struct Clauses {
    /// The verbs.
    pub verbs: Vec<Verb>,
}

impl Clauses {
    /// Finds the verbs of `nodes` and their roles; `valency` says what verbs can govern.
    pub fn of(nodes: &[Node], valency: &dyn Valency) -> Self {
        let mut builder = Builder {
            nodes,
            groups: groups(nodes, valency),
            verbs: Vec::new(),
            valency,
        };
        for k in 0..builder.groups.len() {
            let verb = builder.verb(k);
            builder.verbs.push(verb);
        }
        builder.lend_subjects();
        builder.head_preamble();
        Clauses { verbs: builder.verbs }
    }

    /// Whether verb `k` stands below verb `host`, at any depth.
    pub fn hangs_on(&self, k: usize, host: usize) -> bool {
        let above = |v: &usize| self.verbs.get(*v)?.parent;
        std::iter::successors(above(&k), above).take(self.verbs.len()).any(|v| v == host)
    }

    /// Whether verb `k` stands below a verb of what somebody reports, at any depth.
    pub fn is_reported(&self, k: usize) -> bool {
        let above = |v: &usize| self.verbs.get(*v)?.parent;
        let mut up = std::iter::successors(above(&k), above).take(self.verbs.len());
        up.any(|v| self.verbs.get(v).is_some_and(|v| v.role == Role::Complement))
    }

    /// The verb to which `k` is joined in the end, through others joined to it; `k` itself where it is joined to none.
    pub fn joined_to(&self, k: usize) -> Option<usize> {
        let mut at = k;
        for _ in 0..=self.verbs.len() {
            let verb = self.verbs.get(at)?;
            if verb.role != Role::Coordinated {
                return Some(at);
            }
            at = verb.parent?;
        }
        None
    }

    /// The verb whose subject phrase verb `k` has, following "the subject of"; `k` itself where it has its own.
    pub fn subject_of(&self, k: usize) -> Option<Range<usize>> {
        let mut at = k;
        for _ in 0..=self.verbs.len() {
            match &self.verbs.get(at)?.subject {
                Subject::Phrase(range) => return Some(range.clone()),
                Subject::Of(other) => at = *other,
                Subject::None => return None,
            }
        }
        None
    }
}

/// Nodes of a phrase that two commas insert between "and" and its verb.
const INSERTED: usize = 8;

struct Builder<'n> {
    nodes: &'n [Node],
    groups: Vec<Group>,
    verbs: Vec<Verb>,
    valency: &'n dyn Valency,
}

/// What stands right before a group, adverbs left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Before {
    Start,
    Comma,
    And,
    But,
    Relative,
    Subordinator,
    Preposition,
    Quote,
    Dash,
    Verb,
    Nominal,
}

/// Where the search for a subject stopped on its left.
struct Edge {
    /// First node of the subject.
    start: usize,
    /// What stands before it.
    kind: EdgeKind,
}

impl Edge {
    fn new(start: usize, kind: EdgeKind) -> Self {
        Self { start, kind }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum EdgeKind {
    /// The start of the stream, or an introduction that is no clause.
    Open,
    /// The verb that reports it, directly or by "that".
    Report(usize),
    /// "and", a comma, a semicolon: a new clause beside verb `.0`.
    Beside(usize),
    /// A subordinator at this node.
    Marker(usize),
    /// A relative pronoun, or "that" after a noun.
    Relative,
}

impl Builder<'_> {
    fn verb(&self, k: usize) -> Verb {
        let group = self.groups[k].clone();
        let (p, before) = self.before(k);
        let plain = |role, parent, subject| Verb {
            start: group.nodes.start,
            marker: None,
            role,
            parent,
            subject,
            group: group.clone(),
        };
        if self.holds_subject(&group) {
            return self.with_subject(k, group.nodes.start, group.clone());
        }
        match group.shape {
            Shape::ToInfinitive => self.infinitive(k, p, before, plain),
            Shape::BareInfinitive if before == Before::Start => plain(Role::Main, None, Subject::None),
            Shape::BareInfinitive => match self.last(k, |v| {
                matches!(v.group.shape, Shape::ToInfinitive | Shape::BareInfinitive) || v.group.modal.is_some()
            }) {
                Some(j) => plain(Role::Coordinated, Some(j), Subject::Of(j)),
                None => plain(Role::Infinitive, k.checked_sub(1), Subject::None),
            },
            Shape::Ing => self.ing(k, p, before, plain),
            Shape::Participle => self.participle(k, before, plain),
            Shape::PastOrParticiple if self.is_preambular(k) || !self.is_finite(k, p, before) => self.participle(k, before, plain),
            Shape::Finite | Shape::PastOrParticiple => self.finite(k, p, before),
        }
    }

    /// "we'll go", "they've", "it's": the subject is inside the group.
    fn holds_subject(&self, group: &Group) -> bool {
        let first = &self.nodes[group.nodes.start];
        first.class.is(Class::SUBJECT) && (group.head != group.nodes.start || first.class.is(AUXILIARY))
    }

    /// "Noting the efforts made by Peru,": a paragraph that a participle or an adjective opens and a comma ends has no tense, but in a clause of its own.
    fn is_preambular(&self, k: usize) -> bool {
        let clause = |n: &Node| n.class.is(Class::THAT.or(Class::RELATIVE).or(Class::SUBJECT)) && !n.name;
        let own = self.nodes[..self.groups[k].nodes.start].iter().any(clause);
        !own && self.is_preamble()
    }

    /// Whether the stream is a clause of a preamble: a participle or an adjective opens it, a comma ends it.
    fn is_preamble(&self) -> bool {
        let first = &self.groups[0];
        let opens = first.nodes.start == 0 && matches!(first.shape, Shape::Ing | Shape::Participle | Shape::PastOrParticiple)
            || self.nodes[0].class.is(Class::ADJECTIVE) && !self.nodes[0].name;
        opens && ends_in_comma(self.nodes)
    }

    /// The node before group `k`, adverbs and a comma around them left out, and what it is.
    fn before(&self, k: usize) -> (Option<usize>, Before) {
        let from = self.groups[k].nodes.start;
        let floor = k.checked_sub(1).map_or(0, |j| self.groups[j].nodes.end);
        let mut at = from;
        while at > floor
            && self.nodes[at - 1].class.is(Class::ADVERB)
            && !self.nodes[at - 1]
                .class
                .is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::RELATIVE).or(Class::DETERMINER))
            && !self.nodes[at - 1].name
        {
            at -= 1;
        }
        if at < from
            && at > floor
            && self.nodes[at - 1].kind == NodeKind::Comma
            && self.nodes.get(from).is_some()
            && self.nodes[from - 1].kind == NodeKind::Comma
        {
            at -= 1;
        }
        if at == 0 {
            return (None, Before::Start);
        }
        let p = at - 1;
        if k > 0 && p < self.groups[k - 1].nodes.end {
            return (Some(p), Before::Verb);
        }
        let n = &self.nodes[p];
        let kind = match n.kind {
            NodeKind::Comma | NodeKind::Semicolon | NodeKind::Colon | NodeKind::Stop => Before::Comma,
            NodeKind::Quote(_) => Before::Quote,
            NodeKind::Dash => Before::Dash,
            NodeKind::Word if n.name => Before::Nominal,
            NodeKind::Word if n.class.is(Class::AND) => Before::And,
            NodeKind::Word if n.class.is(Class::CONJUNCTION) => Before::But,
            NodeKind::Word if n.class.is(Class::RELATIVE) => Before::Relative,
            NodeKind::Word if n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::DETERMINER) => Before::Subordinator,
            NodeKind::Word if n.class.is(Class::PREPOSITION) => Before::Preposition,
            _ => Before::Nominal,
        };
        if kind == Before::Comma
            && let Some(and) = self.over_inserted_adjunct(p, floor)
        {
            return (Some(and), Before::And);
        }
        if kind == Before::Nominal
            && let Some(and) = self
                .over_adjunct(p, floor)
                .filter(|and| !self.describes(k, p) && !self.is_awaited_at(*and, k))
        {
            return (Some(and), Before::And);
        }
        (Some(p), kind)
    }

    /// "concluded that progress in trade and in this field gave": behind a "that" right behind the verb before `k`, whose clause has no verb up to
    /// node `and`.
    fn is_awaited_at(&self, and: usize, k: usize) -> bool {
        let host = (0..k).rev().find(|j| is_tensed(&self.groups[*j]));
        host.is_some_and(|h| {
            let that = self.groups[h].nodes.end;
            that + 1 < and && self.takes_clause(h) && self.nodes[that].class.is(Class::THAT)
        })
    }

    /// "and on issues related to Peru": a verb that is no act, governs what a preposition opens, and stands behind the noun at `p`, which tells no time.
    fn describes(&self, k: usize, p: usize) -> bool {
        let group = &self.groups[k];
        let governs = |n: &Node| n.class.is(Class::PREPOSITION.or(Class::TO)) && !n.name;
        let time = Class::WEEKDAY.or(Class::MONTH).or(Class::TIME);
        group.shape == Shape::PastOrParticiple
            && self.nodes.get(group.nodes.end).is_some_and(governs)
            && !self.nodes[group.head].class.is(Class::INTRANSITIVE)
            && !self.valency.is_cue(group.lemma)
            && self.nodes[p].plural
            && !self.nodes[p].class.is(time)
    }

    /// "and on Thursday rejected", "and in this regard requests": gives the "and" before a short phrase that is no subject.
    fn over_adjunct(&self, p: usize, floor: usize) -> Option<usize> {
        let preposition = (floor.max(p.saturating_sub(3))..p)
            .rev()
            .find(|i| self.nodes[*i].class.is(Class::PREPOSITION) && !self.nodes[*i].name)?;
        let and = preposition.checked_sub(1).filter(|a| *a >= floor)?;
        let inside = &self.nodes[preposition + 1..=p];
        let nouns = inside
            .iter()
            .filter(|n| !n.class.is(Class::DETERMINER.or(Class::ADJECTIVE)))
            .count();
        let adjunct = nouns == 1 && !inside.iter().any(|n| n.name && !n.class.is(Class::WEEKDAY));
        (adjunct && self.nodes[and].class.is(Class::CONJUNCTION)).then_some(and)
    }

    /// "and, in this regard, requests": the "and" before a phrase between two commas, the second of them at `close`.
    fn over_inserted_adjunct(&self, close: usize, floor: usize) -> Option<usize> {
        let open = (floor.max(close.saturating_sub(INSERTED))..close)
            .rev()
            .find(|i| self.nodes[*i].kind == NodeKind::Comma)?;
        let and = open.checked_sub(1).filter(|a| *a >= floor && self.nodes[*a].class.is(Class::AND))?;
        let first = self.nodes.get(open + 1).filter(|n| n.kind == NodeKind::Word && !n.name)?;
        let words = self.nodes[open + 1..close].iter().all(|n| n.kind == NodeKind::Word && !n.name);
        let opens = first.class.is(Class::PREPOSITION.or(Class::ADVERB));
        (self.nodes[close].kind == NodeKind::Comma && opens && words).then_some(and)
    }

    /// The last verb before `k` for which `test` holds.
    fn last(&self, k: usize, test: impl Fn(&Verb) -> bool) -> Option<usize> {
        (0..k).rev().find(|j| test(&self.verbs[*j]))
    }

    /// The last verb before `k` that has a tense of its own clause: not in a relative clause, not reduced.
    fn last_finite(&self, k: usize) -> Option<usize> {
        self.last(k, |v| {
            matches!(v.role, Role::Main | Role::Complement | Role::Subordinate | Role::Attribution)
                || v.role == Role::Coordinated && is_tensed(&v.group)
        })
    }

    /// Participle clauses before their main clause ("After rejecting the offer,"), or behind its subject, take the subject of the verb that follows.
    fn lend_subjects(&mut self) {
        for k in 0..self.verbs.len() {
            if let Some(j) = self.parted_by(k) {
                self.verbs[k].parent = Some(j);
                self.verbs[k].subject = Subject::Of(j);
                continue;
            }
            let opens = self.verbs[k].role == Role::Participle || self.verbs[k].role == Role::Gerund && k == 0;
            let lone = opens && self.verbs[k].subject == Subject::None;
            if !lone {
                continue;
            }
            let host = (k + 1..self.verbs.len()).find(|j| matches!(self.verbs[*j].role, Role::Main));
            // "Denied boarding is paid for": no comma before the main verb, the participle stands inside its subject
            let past = matches!(self.verbs[k].group.shape, Shape::PastOrParticiple | Shape::Participle);
            if let Some(j) = host.filter(|_| past)
                && !(self.verbs[k].group.nodes.end..self.verbs[j].group.nodes.start).any(|i| self.nodes[i].kind != NodeKind::Word)
            {
                self.verbs[k].role = Role::Reduced;
                continue;
            }
            if let Some(j) = host {
                self.verbs[k].parent = Some(j);
                self.verbs[k].subject = Subject::Of(j);
            }
        }
    }
}

impl Builder<'_> {
    /// "said Peru, noting that Chile had lied, closed": the reported verb whose subject ends at the comma before participle `k`.
    fn parted_by(&self, k: usize) -> Option<usize> {
        let verb = &self.verbs[k];
        let comma = verb.start > 0 && matches!(self.nodes[verb.start - 1].kind, NodeKind::Comma | NodeKind::Dash);
        let parted = |j: &usize| matches!(&self.verbs[*j].subject, Subject::Phrase(s) if s.end + 1 == verb.start);
        (verb.role == Role::Participle && comma)
            .then(|| (k + 1..self.verbs.len()).find(|j| self.verbs[*j].role == Role::Complement && parted(j)))
            .flatten()
    }
}

/// What the first word of a group says of its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tense {
    /// "agreed", "was agreed"
    Past,
    /// "had agreed"
    Pluperfect,
    /// "agrees", "is agreed"
    Present,
    /// "has agreed": stands beside either.
    Perfect,
    /// "will agree", "would agree"
    Modal,
}

impl Tense {
    /// "agreed" or "had agreed".
    fn is_past(self) -> bool {
        matches!(self, Tense::Past | Tense::Pluperfect)
    }
}

fn tense(nodes: &[Node], group: &Group) -> Tense {
    if group.modal.is_some() {
        return Tense::Modal;
    }
    let auxiliary = nodes[group.nodes.start..group.head]
        .iter()
        .find(|n| n.class.is(Class::BE.or(Class::HAVE).or(Class::DO)));
    match auxiliary {
        Some(n) if n.class.is(Class::PAST) && n.class.is(Class::HAVE) => Tense::Pluperfect,
        Some(n) if n.class.is(Class::PAST) => Tense::Past,
        Some(n) if n.class.is(Class::HAVE) => Tense::Perfect,
        Some(_) => Tense::Present,
        None if nodes[group.head].class.is(Class::PAST) => Tense::Past,
        None if group.form == Form::Past && !group.copula => Tense::Past,
        None => Tense::Present,
    }
}

/// Whether the group has, or may have, a tense.
fn is_tensed(group: &Group) -> bool {
    matches!(group.shape, Shape::Finite | Shape::PastOrParticiple)
}
