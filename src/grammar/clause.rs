//! Clauses: what each verb group is in its sentence, whose subject it has, under which verb it stands.
//!
//! Owns: finite or reduced, coordinated or new, complement or attribution, the subject's words.
//! Leaves to: [`super::extent`] where what a verb governs ends, [`crate::resolve`] who a subject is.

use super::lexicon::{Class, Form, Valency};
use super::phrase::{begins_phrase, is_nominal, object_after};
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

/// The verbs of a stream, in order.
#[derive(Clone, Debug, Default)]
pub struct Clauses {
    /// The verbs.
    pub verbs: Vec<Verb>,
}

impl Clauses {
    /// Finds the verbs of `nodes` and their roles; `valency` says what verbs can govern.
    pub fn of(nodes: &[Node], valency: &dyn Valency) -> Self {
        let mut builder = Builder { nodes, groups: groups(nodes, valency), verbs: Vec::new(), valency };
        for k in 0..builder.groups.len() {
            let verb = builder.verb(k);
            builder.verbs.push(verb);
        }
        builder.lend_subjects();
        Clauses { verbs: builder.verbs }
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

impl<'n> Builder<'n> {
    fn verb(&self, k: usize) -> Verb {
        let group = self.groups[k].clone();
        let (p, before) = self.before(k);
        let plain = |role, parent, subject| Verb { start: group.nodes.start, marker: None, role, parent, subject, group: group.clone() };
        if self.nodes[group.nodes.start].class.is(Class::SUBJECT) && group.head != group.nodes.start {
            // "we'll", "they've": the subject is inside the group
            return self.with_subject(k, group.nodes.start, group.clone());
        }
        match group.shape {
            Shape::ToInfinitive => self.infinitive(k, p, before, plain),
            Shape::BareInfinitive if before == Before::Start => plain(Role::Main, None, Subject::None),
            Shape::BareInfinitive => match self.last(k, |v| matches!(v.group.shape, Shape::ToInfinitive | Shape::BareInfinitive) || v.group.modal.is_some()) {
                Some(j) => plain(Role::Coordinated, Some(j), Subject::Of(j)),
                None => plain(Role::Infinitive, k.checked_sub(1), Subject::None),
            },
            Shape::Ing => self.ing(k, p, before, plain),
            Shape::Participle => self.participle(k, before, plain),
            Shape::PastOrParticiple if !self.is_finite(k, p, before) => self.participle(k, before, plain),
            Shape::Finite | Shape::PastOrParticiple => self.finite(k, p, before),
        }
    }

    /// The node before group `k`, adverbs and a comma around them left out, and what it is.
    fn before(&self, k: usize) -> (Option<usize>, Before) {
        let from = self.groups[k].nodes.start;
        let floor = k.checked_sub(1).map_or(0, |j| self.groups[j].nodes.end);
        let mut at = from;
        while at > floor && self.nodes[at - 1].class.is(Class::ADVERB) && !self.nodes[at - 1].class.is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::RELATIVE).or(Class::TIME).or(Class::DETERMINER)) && !self.nodes[at - 1].name {
            at -= 1;
        }
        if at < from && at > floor && self.nodes[at - 1].kind == NodeKind::Comma && self.nodes.get(from).is_some() && self.nodes[from - 1].kind == NodeKind::Comma {
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
        (Some(p), kind)
    }

    /// The last verb before `k` for which `test` holds.
    fn last(&self, k: usize, test: impl Fn(&Verb) -> bool) -> Option<usize> {
        (0..k).rev().find(|j| test(&self.verbs[*j]))
    }

    /// The last verb before `k` that has a tense of its own clause: not in a relative clause, not reduced.
    fn last_finite(&self, k: usize) -> Option<usize> {
        self.last(k, |v| matches!(v.role, Role::Main | Role::Complement | Role::Subordinate | Role::Attribution) || v.role == Role::Coordinated && is_tensed(&v.group))
    }

    fn infinitive(&self, k: usize, p: Option<usize>, before: Before, plain: impl Fn(Role, Option<usize>, Subject) -> Verb) -> Verb {
        if matches!(before, Before::And | Before::Comma | Before::But) && p.is_some()
            && let Some(j) = self.last(k, |v| v.group.shape == Shape::ToInfinitive && v.role == Role::Infinitive)
        {
            return plain(Role::Coordinated, Some(j), Subject::Of(j));
        }
        plain(Role::Infinitive, k.checked_sub(1), k.checked_sub(1).map_or(Subject::None, Subject::Of))
    }

    fn ing(&self, k: usize, p: Option<usize>, before: Before, plain: impl Fn(Role, Option<usize>, Subject) -> Verb) -> Verb {
        let host = self.last_finite(k);
        match before {
            Before::Preposition => Verb { marker: p, start: p.unwrap_or(0), ..plain(Role::Gerund, k.checked_sub(1), Subject::None) },
            Before::Subordinator => {
                Verb { marker: p, start: p.unwrap_or(0), ..plain(Role::Participle, host, host.map_or(Subject::None, Subject::Of)) }
            }
            Before::And | Before::But => match self.last(k, |v| v.group.shape == Shape::Ing && matches!(v.role, Role::Participle | Role::Gerund | Role::Coordinated)) {
                Some(j) => plain(Role::Coordinated, Some(j), Subject::Of(j)),
                None => plain(Role::Participle, host, host.map_or(Subject::None, Subject::Of)),
            },
            Before::Start | Before::Comma | Before::Dash | Before::Quote => {
                // "of managing A, preventing B and finding C": one list, unless the verb is an act that the speakers do
                let act = self.valency.performs(self.groups[k].lemma) && !self.list_goes_on(k);
                let listed = self.last(k, |v| v.group.shape == Shape::Ing).filter(|j| matches!(self.verbs[*j].role, Role::Gerund | Role::Coordinated) && before == Before::Comma && !act);
                match listed {
                    Some(j) => plain(Role::Coordinated, Some(j), Subject::Of(j)),
                    None => plain(Role::Participle, host, host.map_or(Subject::None, Subject::Of)),
                }
            }
            Before::Verb => plain(Role::Gerund, k.checked_sub(1), Subject::None),
            _ => self.absolute(k, p).unwrap_or_else(|| plain(Role::Reduced, k.checked_sub(1), Subject::None)),
        }
    }

    /// "with Merkel insisting that": a participle with a subject of its own behind "with".
    fn absolute(&self, k: usize, p: Option<usize>) -> Option<Verb> {
        let group = self.groups[k].clone();
        let end = p? + 1;
        let with = (self.floor(k)..end).rev().find(|i| self.nodes[*i].class.is(Class::WITH))?;
        let opens = with == 0 || self.nodes[with - 1].kind == NodeKind::Comma;
        let host = self.last_finite(k);
        (opens && with + 1 < end && self.valency.is_cue(group.lemma)).then(|| Verb { start: with, marker: None, role: Role::Participle, parent: host, subject: Subject::Phrase(with + 1..end), group })
    }

    /// "A, B, and C": another -ing form with "and" follows.
    fn list_goes_on(&self, k: usize) -> bool {
        let next = self.groups.get(k + 1);
        next.is_some_and(|g| g.shape == Shape::Ing && g.nodes.start > 0 && self.nodes[g.nodes.start - 1].class.is(Class::AND))
    }

    fn participle(&self, k: usize, before: Before, plain: impl Fn(Role, Option<usize>, Subject) -> Verb) -> Verb {
        let host = self.last_finite(k);
        match before {
            Before::Start | Before::Comma | Before::Dash | Before::Subordinator => plain(Role::Participle, host, host.map_or(Subject::None, Subject::Of)),
            _ => plain(Role::Reduced, k.checked_sub(1), Subject::None),
        }
    }

    /// Whether "agreed" has a tense here or is a participle inside a noun phrase.
    fn is_finite(&self, k: usize, p: Option<usize>, before: Before) -> bool {
        let group = &self.groups[k];
        let next = self.nodes.get(group.nodes.end);
        let stranded = next.is_some_and(|n| n.class.is(Class::PREPOSITION));
        let by = next.is_some_and(|n| n.class.is(Class::BY)) || stranded && self.nodes.get(group.nodes.end + 1).is_some_and(|n| n.class.is(Class::BY));
        match before {
            Before::Start => false,
            Before::Relative => true,
            Before::And | Before::But => {
                // "drafted and signed by": joined to the participle right before; else to the last verb with a tense
                let pair = k > 0 && p == Some(self.groups[k - 1].nodes.end) && matches!(self.verbs[k - 1].role, Role::Reduced | Role::Participle);
                !by && !pair && (self.last_finite(k).is_some() || self.last(k, |v| v.role == Role::Relative).is_some() || k == 0)
            }
            Before::Comma | Before::Dash | Before::Quote => !by && (self.last_finite(k).is_some() || p.is_some_and(|p| self.resumes(p))),
            Before::Verb | Before::Preposition | Before::Subordinator => false,
            Before::Nominal => {
                let p = p.unwrap_or(0);
                if self.nodes[p].class.is(Class::SUBJECT) && !self.nodes[p].class.is(Class::OBJECT) {
                    return true;
                }
                if by {
                    return false;
                }
                if object_after(self.nodes, group.nodes.end) {
                    return true;
                }
                let reports = self.valency.takes_that(group.lemma) && (!self.valency.takes_object(group.lemma) || next.is_some_and(begins_phrase));
                if self.nodes[p].class.is(Class::PLURAL) && stranded && self.last_finite(k).is_some() && p > 0 && !self.nodes[p - 1].class.is(Class::CONJUNCTION) && !self.valency.is_cue(group.lemma) {
                    // "those enshrined in"
                    return false;
                }
                let joined_noun = stranded && !self.valency.is_cue(group.lemma) && self.joined_noun(k);
                if joined_noun {
                    return false;
                }
                let infinitive = self.groups.get(k + 1).is_some_and(|g| g.shape == Shape::ToInfinitive && g.nodes.start == group.nodes.end);
                reports || infinitive && !self.inside_object(k) || !self.inside_object(k) && !self.tense_follows(k)
            }
        }
    }

    /// A comma that ends an apposition: something nominal stands before the comma that began it.
    fn resumes(&self, comma: usize) -> bool {
        (0..comma).any(|i| is_nominal(&self.nodes[i]))
    }

    /// "adopted resolutions and recommendations aimed at": only "and" stands between the verb before and the noun of this one.
    fn joined_noun(&self, k: usize) -> bool {
        let Some(j) = k.checked_sub(1).filter(|_| self.last_finite(k).is_some()) else { return false };
        let mut between = self.groups[j].nodes.end..self.groups[k].nodes.start;
        !between.any(|i| self.is_boundary(i) && !self.nodes[i].class.is(Class::AND))
    }

    /// A verb before, with nothing between that ends its object: "welcomed the agreement reached".
    fn inside_object(&self, k: usize) -> bool {
        let Some(j) = k.checked_sub(1) else { return false };
        let host = &self.verbs[j];
        let open = !(self.groups[j].nodes.end..self.groups[k].nodes.start).any(|i| self.is_boundary(i));
        let in_subject = matches!(host.role, Role::Relative | Role::Reduced) && self.last_finite(k).is_none();
        let reported = self.valency.takes_that(host.group.lemma) && !self.valency.takes_object(host.group.lemma);
        open && !in_subject && !reported
    }

    /// A verb with a tense follows, with nothing between that could begin a new clause.
    fn tense_follows(&self, k: usize) -> bool {
        for g in &self.groups[k + 1..] {
            if (self.groups[k].nodes.end..g.nodes.start).any(|i| self.is_boundary(i)) {
                return false;
            }
            if g.shape == Shape::Finite || g.shape == Shape::PastOrParticiple && object_after(self.nodes, g.nodes.end) {
                return true;
            }
        }
        false
    }

    fn is_boundary(&self, i: usize) -> bool {
        let n = &self.nodes[i];
        match n.kind {
            NodeKind::Comma | NodeKind::Semicolon | NodeKind::Colon | NodeKind::Dash | NodeKind::Quote(_) | NodeKind::Stop => true,
            NodeKind::Word if !n.name => n.class.is(Class::CONJUNCTION.or(Class::RELATIVE)) || n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::PREPOSITION.or(Class::DETERMINER)) || n.class.is(Class::THAT),
            _ => false,
        }
    }

    fn finite(&self, k: usize, p: Option<usize>, before: Before) -> Verb {
        let group = self.groups[k].clone();
        let plain = |role, parent, subject| Verb { start: group.nodes.start, marker: None, role, parent, subject, group: group.clone() };
        if let Some(subject) = self.inverted(k, before) {
            return plain(Role::Attribution, self.last_finite(k), Subject::Phrase(subject));
        }
        match before {
            Before::Start => plain(Role::Main, None, Subject::None),
            Before::Relative => self.relative(k, p.unwrap_or(0)),
            Before::Comma | Before::And | Before::But | Before::Dash | Before::Quote | Before::Verb => self.coordinated(k, p.unwrap_or(0), before),
            Before::Subordinator => {
                let host = self.last_finite(k);
                Verb { marker: p, ..plain(Role::Subordinate, host, host.map_or(Subject::None, Subject::Of)) }
            }
            Before::Preposition | Before::Nominal => self.with_subject(k, p.unwrap_or(0) + 1, group.clone()),
        }
    }

    /// "..., said Foreign Minister X": a reporting verb after a comma or a quotation, its subject behind it.
    fn inverted(&self, k: usize, before: Before) -> Option<Range<usize>> {
        let group = &self.groups[k];
        if !matches!(before, Before::Comma | Before::Quote) || !self.valency.takes_clause(group.lemma) || group.nodes.len() > 1 || !matches!(group.form, Form::Past | Form::S) {
            return None;
        }
        let quoted = self.nodes[..group.nodes.start].iter().rev().take(2).any(|n| matches!(n.kind, NodeKind::Quote(_)));
        if !quoted && (self.last_finite(k).is_none() || self.valency.takes_object(group.lemma)) {
            return None;
        }
        let first = self.nodes.get(group.nodes.end).filter(|n| n.kind == NodeKind::Word && (n.name || n.capital || n.class.is(Class::DETERMINER.or(Class::SUBJECT))))?;
        if first.class.is(Class::THAT) {
            return None;
        }
        let end = (group.nodes.end..self.nodes.len()).find(|i| matches!(self.nodes[*i].kind, NodeKind::Comma | NodeKind::Stop | NodeKind::Quote(_) | NodeKind::Semicolon | NodeKind::Dash | NodeKind::Colon)).unwrap_or(self.nodes.len());
        let verbless = !self.groups[k + 1..].iter().any(|g| g.nodes.start < end && g.shape != Shape::PastOrParticiple && g.shape != Shape::Ing && g.shape != Shape::ToInfinitive);
        verbless.then(|| group.nodes.end..self.trim_time(group.nodes.end, end))
    }

    /// Takes "on Friday", "in a statement" off the end of a noun phrase.
    fn trim_time(&self, start: usize, end: usize) -> usize {
        let mut cut = end;
        for i in (start + 1..end).rev() {
            let n = &self.nodes[i];
            if n.class.is(Class::WEEKDAY) {
                cut = if self.nodes[i - 1].class.is(Class::PREPOSITION) { i - 1 } else { i };
            } else if n.class.is(Class::PREPOSITION) && !n.class.is(Class::OF) && !n.name && self.nodes.get(i + 1).is_some_and(|n| n.class.is(Class::ARTICLE)) && cut == end {
                cut = i;
            }
        }
        cut.max(start + 1)
    }

    fn relative(&self, k: usize, pronoun: usize) -> Verb {
        let group = self.groups[k].clone();
        let mut end = pronoun;
        if end > 0 && self.nodes[end - 1].kind == NodeKind::Comma {
            end -= 1;
        }
        let start = self.phrase_start(end, self.floor(k));
        Verb { start: pronoun, marker: Some(pronoun), role: Role::Relative, parent: self.last_finite(k), subject: Subject::Phrase(start..end), group }
    }

    /// The end of the verb group before `k`: no subject of `k` reaches over it.
    fn floor(&self, k: usize) -> usize {
        k.checked_sub(1).map_or(0, |j| self.groups[j].nodes.end)
    }

    /// A verb right behind "and" or a comma: it shares the subject of the verb to which it is joined, or goes on after an
    /// apposition or a relative clause.
    fn coordinated(&self, k: usize, p: usize, before: Before) -> Verb {
        let group = self.groups[k].clone();
        let relative = self.last(k, |v| v.role == Role::Relative);
        let host = self.last_finite(k);
        let resumes = matches!(before, Before::Comma | Before::Dash) && host.is_none_or(|h| relative.is_some_and(|r| r > h) && self.takes_clause(h));
        if resumes || before == Before::Comma && self.ends_apposition(k, p) {
            return self.with_subject(k, p, group);
        }
        let host = host.map(|h| self.joins_reporter(h, &group));
        let joined = match (before, relative) {
            // "who met A and agreed": joined to the relative clause's verb, where no comma closed it
            (Before::And | Before::But, Some(r)) if host.is_none_or(|h| r > h) && !(self.groups[r].nodes.end..p).any(|i| self.nodes[i].kind == NodeKind::Comma) => Some(r),
            _ => host.or(relative),
        };
        match joined {
            Some(j) => {
                let role = if self.verbs[j].role == Role::Relative { Role::Relative } else { Role::Coordinated };
                Verb { start: group.nodes.start, marker: None, role, parent: Some(j), subject: Subject::Of(j), group }
            }
            // «Q» and added, «Q»: its subject stands in another sentence
            None if before == Before::And && p > 0 && matches!(self.nodes[p - 1].kind, NodeKind::Quote(_)) => {
                Verb { start: group.nodes.start, marker: None, role: Role::Main, parent: None, subject: Subject::None, group }
            }
            None => self.with_subject(k, p, group),
        }
    }

    /// "stressed that trade had been a pillar, and affirmed that": a cue joins the cue that reports, not the plain verb of what is
    /// reported.
    fn joins_reporter(&self, host: usize, group: &Group) -> usize {
        let mut at = host;
        for _ in 0..4 {
            let verb = &self.verbs[at];
            let up = match verb.role {
                Role::Complement | Role::Coordinated | Role::Subordinate => verb.parent,
                _ => None,
            };
            let Some(up) = up.filter(|up| *up < at) else { break };
            let same = is_past(&self.verbs[up].group) == is_past(group) && is_tensed(&self.verbs[up].group);
            let clash = is_past(&verb.group) != is_past(group) || verb.group.modal.is_some() && group.modal.is_none() && self.verbs[up].group.modal.is_none();
            let plain = verb.role == Role::Complement && self.valency.performs(group.lemma) && !self.valency.performs(verb.group.lemma);
            if !(same && (clash || plain)) && !(clash && verb.role == Role::Coordinated) {
                break;
            }
            at = up;
        }
        if is_past(&self.verbs[at].group) == is_past(group) { at } else { host }
    }

    /// "told Reuters that Kim, the former envoy, would lead": a comma after an apposition to the subject of a that-clause.
    fn ends_apposition(&self, k: usize, p: usize) -> bool {
        let floor = self.floor(k);
        let that = (floor..p).find(|i| self.nodes[*i].class.is(Class::THAT));
        that.is_some_and(|that| (that + 2..p).any(|i| self.nodes[i].kind == NodeKind::Comma) && self.nodes.get(that + 1).is_some_and(begins_phrase))
    }

    fn takes_clause(&self, j: usize) -> bool {
        self.valency.takes_that(self.groups[j].lemma)
    }

    /// A finite verb with a noun phrase that ends before node `end`.
    fn with_subject(&self, k: usize, end: usize, group: Group) -> Verb {
        let inside = self.nodes[group.nodes.start].class.is(Class::SUBJECT) && group.head != group.nodes.start && end == group.nodes.start;
        let end = if inside { end + 1 } else { end };
        let edge = self.edge(k, end);
        let end = self.before_insertion(edge.start, end);
        let subject = if edge.start < end { Subject::Phrase(edge.start..end) } else { Subject::None };
        let (role, parent, marker) = match edge.kind {
            EdgeKind::Open => (Role::Main, None, None),
            EdgeKind::Report(j) => (Role::Complement, Some(j), None),
            EdgeKind::Relative => (Role::Relative, self.last_finite(k), None),
            EdgeKind::Marker(m) => (Role::Subordinate, self.last_finite(k), Some(m)),
            EdgeKind::Beside(j) => self.beside(j),
        };
        if self.is_attribution(k, edge.start, &group) {
            return Verb { start: edge.start, marker: None, role: Role::Attribution, parent: self.last_finite(k), subject, group };
        }
        Verb { start: marker.unwrap_or(edge.start), marker, role, parent, subject, group }
    }

    /// "the official, speaking on condition of anonymity," and "Macron, who had met Trump,": the subject ends before what a comma
    /// inserts with a verb of its own.
    fn before_insertion(&self, start: usize, end: usize) -> usize {
        let inserted = self.verbs.iter().find(|v| v.start > start + 1 && v.start < end && matches!(v.role, Role::Participle | Role::Relative) && self.nodes[v.start - 1].kind == NodeKind::Comma);
        inserted.map_or(end, |v| v.start - 1)
    }

    /// A clause beside the clause of verb `j`: reported with it, or main.
    fn beside(&self, j: usize) -> (Role, Option<usize>, Option<usize>) {
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
            if let Some(reporter) = reporter {
                return (Role::Complement, Some(reporter), None);
            }
        }
        match verb.role {
            Role::Complement => (Role::Complement, verb.parent, None),
            _ => (Role::Main, None, None),
        }
    }

    /// ", X said" with nothing reported behind it: it reports what stands before.
    fn is_attribution(&self, k: usize, start: usize, group: &Group) -> bool {
        let Some(b) = start.checked_sub(1) else { return false };
        if !self.valency.takes_clause(group.lemma) || !matches!(self.nodes[b].kind, NodeKind::Comma | NodeKind::Quote(_) | NodeKind::Dash) || group.passive {
            return false;
        }
        let next = self.nodes.get(group.nodes.end);
        let object = next.is_some_and(|n| n.kind == NodeKind::Word && begins_phrase(n) && !n.class.is(Class::WEEKDAY.or(Class::TIME).or(Class::ADVERB).or(Class::MONTH)) && !n.class.is(Class::PREPOSITION));
        if object && !self.valency.takes_hearer(group.lemma) {
            return false;
        }
        if self.is_bare_relative(start, group.nodes.start) {
            return false;
        }
        let has_clause = self.last_finite(k).is_some() || self.nodes[..start].iter().any(|n| matches!(n.kind, NodeKind::Quote(_)));
        let end = (group.nodes.end..self.nodes.len()).find(|i| matches!(self.nodes[*i].kind, NodeKind::Comma | NodeKind::Stop | NodeKind::Quote(_) | NodeKind::Semicolon | NodeKind::Dash | NodeKind::Colon)).unwrap_or(self.nodes.len());
        let that = self.nodes.get(group.nodes.end).is_some_and(|n| n.class.is(Class::THAT));
        let tensed = self.groups[k + 1..].iter().any(|g| g.nodes.start < end && matches!(g.shape, Shape::Finite | Shape::PastOrParticiple));
        let colon = self.nodes.get(end).is_some_and(|n| n.kind == NodeKind::Colon);
        let to = self.nodes.get(group.nodes.end).is_some_and(|n| n.class.is(Class::TO));
        has_clause && !that && !tensed && !colon && !to && end - group.nodes.end <= 12
    }

    /// "a demand Trudeau rejected": an article's noun, and another subject right behind it.
    fn is_bare_relative(&self, start: usize, end: usize) -> bool {
        self.nodes[start].class.is(Class::ARTICLE)
            && (start + 2..end).any(|i| self.nodes[i].name && !self.nodes[i].demonym && self.nodes[i - 1].kind == NodeKind::Word && !self.nodes[i - 1].name && !self.nodes[i - 1].capital && is_nominal(&self.nodes[i - 1]) && !self.nodes[i - 1].class.is(Class::ADJECTIVE))
    }

    /// Where the subject that ends before node `end` begins, and what stands before it.
    fn edge(&self, k: usize, end: usize) -> Edge {
        // ", adding he might": a participle or an infinitive can report too
        let nearest = k.checked_sub(1).filter(|j| !is_tensed(&self.groups[*j]) && self.takes_clause(*j) && self.verbs[*j].role != Role::Reduced);
        let Some(host) = nearest.or_else(|| self.last_finite(k)) else { return self.open_edge(end) };
        let floor = self.groups[host].nodes.end;
        let last_verb = self.floor(k);
        // the nearest sign of a new clause, from the right
        let sign = (floor..end).rev().find(|i| self.opens_clause(*i, end));
        if let Some(i) = sign {
            let n = &self.nodes[i];
            if n.class.is(Class::THAT) {
                return self.that_edge(host, i);
            }
            if n.kind == NodeKind::Word && n.class.is(Class::RELATIVE) && !n.class.is(Class::SUBORDINATOR) {
                return Edge { start: i + 1, kind: EdgeKind::Relative };
            }
            if n.kind == NodeKind::Word && !n.class.is(Class::CONJUNCTION) {
                return Edge { start: i + 1, kind: EdgeKind::Marker(i) };
            }
        }
        // "said the ministers agreed": all that follows the reporting verb is the subject
        let reporter = self.takes_clause(host) && last_verb == floor;
        if reporter {
            let start = self.after_fillers(floor, end);
            let comma = (start..end).any(|i| matches!(self.nodes[i].kind, NodeKind::Comma | NodeKind::Dash | NodeKind::Semicolon));
            if start < end && (!comma || self.is_list(start, end)) {
                return Edge { start, kind: EdgeKind::Report(host) };
            }
        }
        if self.nodes[end - 1].class.is(Class::SUBJECT) && !matches!(end.checked_sub(2).map(|i| &self.nodes[i]), Some(n) if n.class.is(Class::AND)) {
            let start = end - 1;
            let kind = match start.checked_sub(1).map(|i| &self.nodes[i]) {
                Some(n) if n.kind == NodeKind::Word && !n.class.is(Class::CONJUNCTION) && reporter => EdgeKind::Report(host),
                // "the measures we agreed": a relative clause without a pronoun
                Some(n) if n.kind == NodeKind::Word && is_nominal(n) && !n.class.is(Class::CONJUNCTION) => EdgeKind::Relative,
                _ => EdgeKind::Beside(host),
            };
            return Edge { start, kind };
        }
        match sign {
            Some(i) => Edge { start: self.skip_intro(self.over_and(i, floor) + 1, end), kind: EdgeKind::Beside(host) },
            None if self.takes_clause(host) => Edge { start: self.after_fillers(floor, end), kind: EdgeKind::Report(host) },
            None => Edge { start: self.phrase_start(end, last_verb), kind: EdgeKind::Relative },
        }
    }

    /// "..., the Secretary and the ministers committed": an "and" inside the subject; gives the comma before it, else `i`.
    fn over_and(&self, i: usize, floor: usize) -> usize {
        if !self.nodes[i].class.is(Class::AND) {
            return i;
        }
        let comma = (floor..i).rev().find(|c| matches!(self.nodes[*c].kind, NodeKind::Comma | NodeKind::Semicolon | NodeKind::Dash));
        let Some(comma) = comma.filter(|c| c + 1 < i) else { return i };
        let first = &self.nodes[comma + 1];
        let noun = first.name || first.capital || first.class.is(Class::DETERMINER);
        let verbless = !self.groups.iter().any(|g| g.nodes.start > comma && g.nodes.start < i);
        if noun && verbless { comma } else { i }
    }

    /// A sign between two finite verbs that a new clause begins after node `i`; "and" and a comma only where what is between
    /// them and `end` can be a subject.
    fn opens_clause(&self, i: usize, end: usize) -> bool {
        let n = &self.nodes[i];
        if i + 1 >= end {
            return false;
        }
        match n.kind {
            NodeKind::Comma | NodeKind::Semicolon | NodeKind::Colon | NodeKind::Dash | NodeKind::Quote(_) | NodeKind::Stop => true,
            NodeKind::Word if n.name => false,
            NodeKind::Word => {
                n.class.is(Class::CONJUNCTION)
                    || n.class.is(Class::THAT) && !self.nodes[i + 1].class.is(Class::PREPOSITION)
                    || n.class.is(Class::RELATIVE) && !n.class.is(Class::DETERMINER)
                    || n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::PREPOSITION.or(Class::DETERMINER).or(Class::ADVERB))
                    || n.class.is(Class::SUBORDINATOR) && n.class.is(Class::PREPOSITION) && !self.inside_phrase(i)
            }
            _ => false,
        }
    }

    /// "the talks after the summit": a preposition that could also open a clause, right after a noun.
    fn inside_phrase(&self, i: usize) -> bool {
        i > 0 && is_nominal(&self.nodes[i - 1]) && !self.nodes[i - 1].class.is(Class::WEEKDAY)
    }

    fn that_edge(&self, host: usize, that: usize) -> Edge {
        let start = that + 1;
        let between = that.saturating_sub(self.groups[host].nodes.end);
        let joined = that > 0 && self.nodes[that - 1].class.is(Class::AND);
        if joined && self.verbs[host].role == Role::Complement {
            return Edge { start, kind: self.verbs[host].parent.map_or(EdgeKind::Relative, EdgeKind::Report) };
        }
        let light = self.last(self.verbs.len(), |_| true) == Some(host) && between <= 12;
        if self.takes_clause(host) && light && (between <= 6 || !is_nominal(&self.nodes[that - 1])) {
            Edge { start, kind: EdgeKind::Report(host) }
        } else if light && between <= 5 {
            // "expressed hope that", "reached an understanding that": a noun's clause right behind a light verb
            Edge { start, kind: EdgeKind::Report(host) }
        } else {
            Edge { start, kind: EdgeKind::Relative }
        }
    }

    /// No finite verb before: the subject is all from the start of the stream, introductions left out.
    fn open_edge(&self, end: usize) -> Edge {
        if end > 0 && self.nodes[end - 1].class.is(Class::SUBJECT) && !matches!(end.checked_sub(2).map(|i| &self.nodes[i]), Some(n) if n.class.is(Class::AND)) {
            return Edge { start: end - 1, kind: self.opener(end - 1) };
        }
        let that = (0..end).rev().find(|i| self.nodes[*i].class.is(Class::THAT) && *i + 1 < end && !self.nodes[*i].name && *i > 0 && self.nodes[*i - 1].kind == NodeKind::Word);
        let that = that.filter(|t| !self.groups.iter().any(|g| g.nodes.start > *t && g.nodes.end <= end));
        if let Some(that) = that {
            return Edge { start: that + 1, kind: EdgeKind::Relative };
        }
        let start = self.skip_intro(0, end);
        let kind = self.opener(start);
        Edge { start, kind }
    }

    /// A subordinator at the head of the sentence: "While Japan agreed, ...".
    fn opener(&self, start: usize) -> EdgeKind {
        match start.checked_sub(1) {
            Some(i) if self.nodes[i].kind == NodeKind::Word && self.nodes[i].class.is(Class::RELATIVE) => EdgeKind::Relative,
            Some(i) if self.nodes[i].kind == NodeKind::Word && self.nodes[i].class.is(Class::SUBORDINATOR) => EdgeKind::Marker(i),
            _ => EdgeKind::Open,
        }
    }

    /// Skips what stands before a subject: adverbs, "In addition,", "On Friday,", "Expressing concern over X,", a dateline.
    fn skip_intro(&self, from: usize, end: usize) -> usize {
        let mut start = from;
        loop {
            let Some(n) = self.nodes[..end].get(start) else { return from.min(end) };
            let verbal = self.groups.iter().any(|g| g.nodes.contains(&start) && !is_tensed(g)) && !n.name;
            let opens = n.kind != NodeKind::Word && n.kind != NodeKind::Number && n.kind != NodeKind::Symbol;
            let subordinator = n.kind == NodeKind::Word && n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::PREPOSITION) && !n.name;
            if opens || n.kind == NodeKind::Word && n.class.is(Class::CONJUNCTION) || subordinator {
                start += 1;
                continue;
            }
            let adverb = n.kind == NodeKind::Word && n.class.is(Class::ADVERB) && !n.class.is(Class::DETERMINER.or(Class::ADJECTIVE).or(Class::NUMERAL)) && !n.name;
            let preposition = n.kind == NodeKind::Word && n.class.is(Class::PREPOSITION) && !n.name;
            if verbal || preposition || adverb {
                match self.after_intro(start, end, verbal) {
                    Some(next) => start = next,
                    None if adverb => start += 1,
                    None => return self.phrase_start(end, start + 1),
                }
                continue;
            }
            return start;
        }
    }

    /// The node after the comma that ends an introduction; for one with a verb the last comma before a phrase that can be a
    /// subject, since its object may hold commas.
    fn after_intro(&self, start: usize, end: usize, verbal: bool) -> Option<usize> {
        let mut commas = (start..end.saturating_sub(1)).filter(|i| self.nodes[*i].kind == NodeKind::Comma);
        if verbal {
            commas.rfind(|i| begins_phrase(&self.nodes[*i + 1])).map(|i| i + 1)
        } else {
            commas.next().map(|i| i + 1)
        }
    }

    /// "told reporters on Friday in Seoul": what may stand between a reporting verb and the subject of what it reports.
    fn after_fillers(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end {
            let n = &self.nodes[at];
            let weekday = n.class.is(Class::WEEKDAY) && at + 1 < end;
            if n.kind == NodeKind::Word && (n.class.is(Class::ADVERB) && !n.class.is(Class::DETERMINER) && !n.name || weekday) {
                at += 1;
            } else if n.kind == NodeKind::Word && n.class.is(Class::PREPOSITION) && !n.name && at + 2 < end {
                // a short prepositional phrase: "in a statement", "on Friday", "at the meeting"
                let stop = (at + 1..end.min(at + 6)).find(|i| self.starts_after(*i, at));
                match stop {
                    Some(next) => at = next,
                    None => return at,
                }
            } else {
                return at;
            }
        }
        at
    }

    /// A phrase begins at `i` after the one that the preposition at `from` governs has had its noun.
    fn starts_after(&self, i: usize, from: usize) -> bool {
        i > from + 1 && is_nominal(&self.nodes[i - 1]) && !self.nodes[i - 1].class.is(Class::ADJECTIVE)
            && (self.nodes[i].class.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT)) || self.nodes[i].name && !self.nodes[i - 1].name)
    }

    /// "A, B and C": commas, and an "and" after the last of them.
    fn is_list(&self, start: usize, end: usize) -> bool {
        let last = (start..end).rev().find(|i| self.nodes[*i].kind == NodeKind::Comma);
        let and = last.is_some_and(|c| (c..end).any(|i| self.nodes[i].class.is(Class::AND)));
        and && begins_phrase(&self.nodes[start])
    }

    /// Walks left from `end` over one noun phrase: stops before a determiner or a name that another noun runs into.
    fn phrase_start(&self, end: usize, floor: usize) -> usize {
        let mut start = end;
        while start > floor {
            let i = start - 1;
            let n = &self.nodes[i];
            let inside = match n.kind {
                NodeKind::Word => {
                    n.name || is_nominal(n) || n.class.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::NUMERAL).or(Class::ADJECTIVE).or(Class::PREPOSITION).or(Class::AND))
                }
                NodeKind::Number | NodeKind::Clitic | NodeKind::Hyphen | NodeKind::Symbol => true,
                _ => false,
            };
            if !inside {
                break;
            }
            // "In a statement | Japan", "On Friday | the ministers": two nouns meet without a word that joins them
            let meets = start < end && start > floor && is_nominal(n) && !n.class.is(Class::ADJECTIVE) && {
                let next = &self.nodes[start];
                next.class.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT)) && !next.class.is(Class::PREPOSITION) || next.name && !n.name && !n.capital && n.kind == NodeKind::Word
            };
            if meets {
                break;
            }
            start = i;
        }
        while start < end && self.nodes[start].kind == NodeKind::Word && self.nodes[start].class.is(Class::PREPOSITION.or(Class::AND)) && !self.nodes[start].name {
            start += 1;
        }
        start
    }

    /// Participle clauses before their main clause take the subject of the verb that follows.
    fn lend_subjects(&mut self) {
        for k in 0..self.verbs.len() {
            let lone = self.verbs[k].role == Role::Participle && self.verbs[k].subject == Subject::None;
            if !lone {
                continue;
            }
            let host = (k + 1..self.verbs.len()).find(|j| matches!(self.verbs[*j].role, Role::Main));
            if let Some(j) = host {
                self.verbs[k].parent = Some(j);
                self.verbs[k].subject = Subject::Of(j);
            }
        }
    }
}

/// "agreed", "had agreed": told as past. "agree", "have agreed", "will agree" are not.
fn is_past(group: &Group) -> bool {
    group.form == Form::Past && group.modal.is_none()
}

/// Whether the group has, or may have, a tense.
fn is_tensed(group: &Group) -> bool {
    matches!(group.shape, Shape::Finite | Shape::PastOrParticiple)
}
