//! Verbs with a tense: their roles.
//!
//! Owns: relative, coordinated, reported, attributing, and inverted ("..., said X").
//! Leaves to: [`super`] the order in which verbs are read.

use super::{Before, Builder, EdgeKind, Role, Subject, Tense, Verb, is_tensed, tense};
use crate::grammar::lexicon::{Class, Form};
use crate::grammar::phrase::{begins_phrase, is_nominal};
use crate::grammar::stream::NodeKind;
use crate::grammar::verb::{Group, Shape};
use std::ops::Range;

/// Nodes of a list of names.
const LIST: usize = 12;

impl Builder<'_> {
    pub(super) fn finite(&self, k: usize, p: Option<usize>, before: Before) -> Verb {
        let group = self.groups[k].clone();
        let plain = |role, parent, subject| Verb {
            start: group.nodes.start,
            marker: None,
            role,
            parent,
            subject,
            group: group.clone(),
        };
        if let Some(subject) = self.inverted(k, before) {
            return plain(Role::Attribution, self.last_finite(k), Subject::Phrase(subject));
        }
        match before {
            Before::Start => plain(Role::Main, None, Subject::None),
            Before::Relative => self.relative(k, p.unwrap_or(0)),
            Before::Comma | Before::And | Before::But | Before::Dash | Before::Quote | Before::Verb => {
                self.coordinated(k, p.unwrap_or(0), before)
            }
            Before::Subordinator => {
                let host = self.last_finite(k);
                Verb {
                    marker: p,
                    ..plain(Role::Subordinate, host, host.map_or(Subject::None, Subject::Of))
                }
            }
            Before::Preposition | Before::Nominal => self.with_subject(k, p.unwrap_or(0) + 1, group.clone()),
        }
    }

    /// "..., said Foreign Minister X": a reporting verb after a comma or a quotation, its subject behind it.
    pub(super) fn inverted(&self, k: usize, before: Before) -> Option<Range<usize>> {
        let group = &self.groups[k];
        if !matches!(before, Before::Comma | Before::Quote)
            || !self.valency.takes_clause(group.lemma)
            || group.nodes.len() > 1
            || !matches!(group.form, Form::Past | Form::S)
        {
            return None;
        }
        let quoted = self.nodes[..group.nodes.start]
            .iter()
            .rev()
            .take(2)
            .any(|n| matches!(n.kind, NodeKind::Quote(_)));
        if !quoted && (self.last_finite(k).is_none() || self.valency.takes_object(group.lemma)) {
            return None;
        }
        let first = self
            .nodes
            .get(group.nodes.end)
            .filter(|n| n.kind == NodeKind::Word && (n.name || n.capital || n.class.is(Class::DETERMINER.or(Class::SUBJECT))))?;
        if first.class.is(Class::THAT) {
            return None;
        }
        let end = (group.nodes.end..self.nodes.len())
            .find(|i| {
                matches!(
                    self.nodes[*i].kind,
                    NodeKind::Comma | NodeKind::Stop | NodeKind::Quote(_) | NodeKind::Semicolon | NodeKind::Dash | NodeKind::Colon
                )
            })
            .unwrap_or(self.nodes.len());
        let verbless = !self.groups[k + 1..]
            .iter()
            .any(|g| g.nodes.start < end && g.shape != Shape::PastOrParticiple && g.shape != Shape::Ing && g.shape != Shape::ToInfinitive);
        verbless.then(|| group.nodes.end..self.trim_time(group.nodes.end, end))
    }

    /// Takes "on Friday", "in a statement" off the end of a noun phrase.
    pub(super) fn trim_time(&self, start: usize, end: usize) -> usize {
        let mut cut = end;
        for i in (start + 1..end).rev() {
            let n = &self.nodes[i];
            if n.class.is(Class::WEEKDAY) {
                cut = if self.nodes[i - 1].class.is(Class::PREPOSITION) { i - 1 } else { i };
            } else if n.class.is(Class::PREPOSITION)
                && !n.class.is(Class::OF)
                && !n.name
                && self.nodes.get(i + 1).is_some_and(|n| n.class.is(Class::ARTICLE))
                && cut == end
            {
                cut = i;
            }
        }
        cut.max(start + 1)
    }

    pub(super) fn relative(&self, k: usize, pronoun: usize) -> Verb {
        let group = self.groups[k].clone();
        let mut end = pronoun;
        if end > 0 && self.nodes[end - 1].kind == NodeKind::Comma {
            end -= 1;
        }
        let start = self.phrase_start(end, self.floor(k));
        Verb {
            start: pronoun,
            marker: Some(pronoun),
            role: Role::Relative,
            parent: self.last_finite(k),
            subject: Subject::Phrase(start..end),
            group,
        }
    }

    /// "Norway was disappointed, the minister said, and accused": what follows an inserted attribution goes on with the clause that it
    /// reports, unless it reports too ("he said, and added that").
    fn over_attribution(&self, host: usize, group: &Group) -> usize {
        let verb = &self.verbs[host];
        let reported = verb.parent.filter(|p| verb.role == Role::Attribution && *p < host);
        reported.filter(|_| !self.valency.takes_clause(group.lemma)).unwrap_or(host)
    }

    /// "The text, a spokeswoman pointed out, obliges": a reporting verb between two commas inside a clause whose own verb `next` comes
    /// behind it. Gives the comma before the insertion.
    fn inserted_report(&self, k: usize, start: usize, end: usize) -> Option<usize> {
        let group = &self.groups[k];
        let after = (group.nodes.end..self.nodes.len().min(group.nodes.end + 3)).find(|i| self.nodes[*i].kind == NodeKind::Comma)?;
        let next = self.groups.get(k + 1).filter(|g| is_tensed(g) && g.nodes.start == after + 1)?;
        let comma = (start + 1..end).rev().find(|i| self.nodes[*i].kind == NodeKind::Comma)?;
        let plain = self.nodes[start..comma].iter().all(|n| n.kind != NodeKind::Comma) && comma + 1 < end;
        (plain && (self.valency.takes_clause(group.lemma) || self.has_particle(group)) && !self.valency.takes_clause(next.lemma))
            .then_some(comma)
    }

    /// "a conference that Turkey, Qatar and the United Nations proposed": the pronoun before a list of names whose last begins at `start`.
    fn listed_relative(&self, start: usize) -> Option<usize> {
        let inside = |i: usize| self.nodes[i].name || self.nodes[i].kind == NodeKind::Comma || self.nodes[i].class.is(Class::ARTICLE);
        let comma = start.checked_sub(1).filter(|i| self.nodes[*i].kind == NodeKind::Comma)?;
        let pronoun = (0..comma).rev().take(LIST).find(|i| !inside(*i))?;
        let n = &self.nodes[pronoun];
        let noun = pronoun
            .checked_sub(1)
            .is_some_and(|i| is_nominal(&self.nodes[i]) && self.nodes[i].kind == NodeKind::Word);
        let list = pronoun + 1 < comma && self.nodes.get(start).is_some_and(|n| n.name);
        (list && n.kind == NodeKind::Word && n.class.is(Class::RELATIVE) && noun).then_some(pronoun)
    }

    /// The end of the verb group before `k`: no subject of `k` reaches over it.
    pub(super) fn floor(&self, k: usize) -> usize {
        k.checked_sub(1).map_or(0, |j| self.groups[j].nodes.end)
    }

    /// A verb right behind "and" or a comma: it shares the subject of the verb to which it is joined, or goes on after an
    /// apposition or a relative clause.
    pub(super) fn coordinated(&self, k: usize, p: usize, before: Before) -> Verb {
        let group = self.groups[k].clone();
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
        let resumes =
            matches!(before, Before::Comma | Before::Dash) && host.is_none_or(|h| relative.is_some_and(|r| r > h) && self.takes_clause(h));
        if resumes || before == Before::Comma && self.ends_apposition(k, p) {
            return self.with_subject(k, p, group);
        }
        let comma = [Some(p), p.checked_sub(1)]
            .into_iter()
            .flatten()
            .any(|i| matches!(self.nodes[i].kind, NodeKind::Comma | NodeKind::Semicolon));
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
                if host.is_none_or(|h| r > h) && !(self.groups[r].nodes.end..p).any(|i| self.nodes[i].kind == NodeKind::Comma) =>
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

    /// An attribution before which only the subject of the clause that it interrupts stands.
    fn opens_stream(&self, k: usize) -> bool {
        let verb = &self.verbs[k];
        let before = &self.nodes[..verb.start];
        verb.role == Role::Attribution
            && verb.parent.is_none()
            && before.len() > 1
            && before.last().is_some_and(|n| n.kind == NodeKind::Comma)
            && before.iter().all(|n| !matches!(n.kind, NodeKind::Quote(_)))
    }

    /// The first of the verbs that are joined to each other and of which verb `k` is one.
    fn root(&self, k: usize) -> usize {
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
    fn has_actor(&self, k: usize) -> bool {
        match &self.verbs[k].subject {
            Subject::Phrase(s) => self.nodes[..s.end]
                .last()
                .is_some_and(|n| n.name || n.class.is(Class::SUBJECT) && !n.class.is(Class::DETERMINER)),
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
            (that + 2..p).any(|i| self.nodes[i].kind == NodeKind::Comma) && self.nodes.get(that + 1).is_some_and(begins_phrase)
        })
    }

    pub(super) fn takes_clause(&self, j: usize) -> bool {
        self.valency.takes_that(self.groups[j].lemma)
    }

    /// A finite verb with a noun phrase that ends before node `end`.
    pub(super) fn with_subject(&self, k: usize, end: usize, group: Group) -> Verb {
        let inside = self.nodes[group.nodes.start].class.is(Class::SUBJECT) && group.head != group.nodes.start && end == group.nodes.start;
        let end = if inside { end + 1 } else { end };
        let edge = self.edge(k, end);
        if edge.kind == EdgeKind::Open
            && let Some(comma) = self.inserted_report(k, edge.start, end)
        {
            return Verb {
                start: comma + 1,
                marker: None,
                role: Role::Attribution,
                parent: None,
                subject: Subject::Phrase(comma + 1..end),
                group,
            };
        }
        let end = self.before_insertion(edge.start, end);
        let subject = if edge.start < end {
            Subject::Phrase(edge.start..end)
        } else {
            Subject::None
        };
        let (role, parent, marker) = match edge.kind {
            EdgeKind::Open => (Role::Main, None, None),
            EdgeKind::Report(j) => (Role::Complement, Some(j), None),
            EdgeKind::Relative => (Role::Relative, self.last_finite(k), None),
            EdgeKind::Marker(m) => (Role::Subordinate, self.last_finite(k), Some(m)),
            EdgeKind::Beside(j) => self.beside(self.joins_reporter(j, &group, false)),
        };
        if let Some(pronoun) = self.listed_relative(edge.start) {
            return Verb {
                start: pronoun,
                marker: Some(pronoun),
                role: Role::Relative,
                parent: self.last_finite(k),
                subject: Subject::Phrase(pronoun + 1..end),
                group,
            };
        }
        if self.is_attribution(k, edge.start, &group) {
            return Verb {
                start: edge.start,
                marker: None,
                role: Role::Attribution,
                parent: self.last_finite(k),
                subject,
                group,
            };
        }
        Verb {
            start: marker.unwrap_or(edge.start),
            marker,
            role,
            parent,
            subject,
            group,
        }
    }

    /// "the official, speaking on condition of anonymity," and "Macron, who had met Trump,": the subject ends before what a comma
    /// inserts with a verb of its own.
    pub(super) fn before_insertion(&self, start: usize, end: usize) -> usize {
        let inserted = self.verbs.iter().find(|v| {
            v.start > start + 1
                && v.start < end
                && matches!(v.role, Role::Participle | Role::Relative)
                && self.nodes[v.start - 1].kind == NodeKind::Comma
                // "Shin, who heads the office, Sullivan, and Akiba voiced": a list goes on behind it
                && !(v.start..end).any(|i| self.nodes[i].kind == NodeKind::Comma && self.nodes.get(i + 1).is_some_and(|n| n.class.is(Class::AND)))
        });
        let mut end = inserted.map_or(end, |v| v.start - 1);
        // "The assembly on Monday adopted"
        if end > start + 1 && self.nodes[end - 1].class.is(Class::WEEKDAY) {
            end -= 1;
            if end > start + 1 && self.nodes[end - 1].class.is(Class::PREPOSITION) {
                end -= 1;
            }
        }
        end
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
    pub(super) fn is_attribution(&self, k: usize, start: usize, group: &Group) -> bool {
        let Some(b) = start.checked_sub(1) else { return false };
        let reports = match group.passive {
            true => self.is_quoted_as(group),
            false => self.valency.takes_clause(group.lemma) || self.has_particle(group),
        };
        if !reports || !matches!(self.nodes[b].kind, NodeKind::Comma | NodeKind::Quote(_) | NodeKind::Dash) {
            return false;
        }
        let next = self.nodes.get(group.nodes.end);
        let object = next.is_some_and(|n| {
            n.kind == NodeKind::Word
                && begins_phrase(n)
                && !n.class.is(Class::WEEKDAY.or(Class::TIME).or(Class::ADVERB).or(Class::MONTH))
                && !n.class.is(Class::PREPOSITION)
        });
        if object && !self.valency.takes_hearer(group.lemma) {
            return false;
        }
        if self.is_bare_relative(start, group.nodes.start) {
            return false;
        }
        // "Having grown up there, she said, she knew", "Until then, she said, they will": the clause comes behind
        let opened = if self.verbs.is_empty() { 2 } else { 1 };
        let before_clause = next.is_some_and(|n| n.kind == NodeKind::Comma)
            && self
                .groups
                .get(k + 1)
                .is_some_and(|g| is_tensed(g) && g.nodes.start >= group.nodes.end + opened);
        let has_clause =
            before_clause || self.last_finite(k).is_some() || self.nodes[..start].iter().any(|n| matches!(n.kind, NodeKind::Quote(_)));
        let end = (group.nodes.end..self.nodes.len())
            .find(|i| {
                matches!(
                    self.nodes[*i].kind,
                    NodeKind::Comma | NodeKind::Stop | NodeKind::Quote(_) | NodeKind::Semicolon | NodeKind::Dash | NodeKind::Colon
                )
            })
            .unwrap_or(self.nodes.len());
        let that = self.nodes.get(group.nodes.end).is_some_and(|n| n.class.is(Class::THAT));
        let tensed = self.groups[k + 1..]
            .iter()
            .take_while(|g| g.nodes.start < end)
            // "told fellow leaders as he closed the meeting": a clause of time reports nothing
            .take_while(|g| {
                !self.nodes[group.nodes.end..g.nodes.start]
                    .iter()
                    .any(|n| n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::THAT) && !n.name)
            })
            .any(|g| matches!(g.shape, Shape::Finite | Shape::PastOrParticiple));
        let colon = self.nodes.get(end).is_some_and(|n| n.kind == NodeKind::Colon);
        let to = self.nodes.get(group.nodes.end).is_some_and(|n| n.class.is(Class::TO));
        has_clause && !that && !tensed && !colon && !to && end - group.nodes.end <= 12
    }

    /// "..., a spokeswoman pointed out": a cue, a particle, and the end of the clause.
    fn has_particle(&self, group: &Group) -> bool {
        let at = group.nodes.end;
        self.valency.is_cue(group.lemma)
            && !group.copula
            && self
                .nodes
                .get(at)
                .is_some_and(|n| n.kind == NodeKind::Word && n.class.is(Class::PREPOSITION) && n.class.is(Class::ADVERB))
            && self
                .nodes
                .get(at + 1)
                .is_none_or(|n| matches!(n.kind, NodeKind::Comma | NodeKind::Stop | NodeKind::Quote(_)))
    }

    /// "was quoted as saying": a passive behind which a preposition and a reporting participle stand.
    fn is_quoted_as(&self, group: &Group) -> bool {
        self.nodes.get(group.nodes.end).is_some_and(|n| n.class.is(Class::PREPOSITION))
            && self
                .nodes
                .get(group.nodes.end + 1)
                .is_some_and(|n| n.verbs.iter().any(|(l, f)| *f == Form::Ing && self.valency.takes_clause(*l)))
    }

    /// "a demand Trudeau rejected": an article's noun, and another subject right behind it.
    pub(super) fn is_bare_relative(&self, start: usize, end: usize) -> bool {
        self.nodes[start].class.is(Class::ARTICLE)
            && (start + 2..end).any(|i| {
                self.nodes[i].name
                    && !self.nodes[i].demonym
                    && self.nodes[i - 1].kind == NodeKind::Word
                    && !self.nodes[i - 1].name
                    && !self.nodes[i - 1].capital
                    && is_nominal(&self.nodes[i - 1])
                    && !self.nodes[i - 1].class.is(Class::ADJECTIVE)
            })
    }
}
