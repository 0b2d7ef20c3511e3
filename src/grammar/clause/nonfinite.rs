//! Verbs without a tense: infinitives, participles, gerunds.
//!
//! Owns: which of them is a clause beside the main one, which is inside a noun phrase.
//! Leaves to: [`super`] the order in which verbs are read.

use super::{Before, Builder, Role, Subject, Verb, is_tensed};
use crate::grammar::lexicon::Class;
use crate::grammar::stream::NodeKind;
use crate::grammar::verb::Shape;

impl Builder<'_> {
    pub(super) fn infinitive(
        &self,
        k: usize,
        p: Option<usize>,
        before: Before,
        plain: impl Fn(Role, Option<usize>, Subject) -> Verb,
    ) -> Verb {
        if matches!(before, Before::And | Before::Comma | Before::But)
            && p.is_some()
            && let Some(j) = self.last(k, |v| v.group.shape == Shape::ToInfinitive && v.role == Role::Infinitive)
        {
            return plain(Role::Coordinated, Some(j), Subject::Of(j));
        }
        plain(
            Role::Infinitive,
            k.checked_sub(1),
            k.checked_sub(1).map_or(Subject::None, Subject::Of),
        )
    }

    pub(super) fn ing(&self, k: usize, p: Option<usize>, before: Before, plain: impl Fn(Role, Option<usize>, Subject) -> Verb) -> Verb {
        let host = self.last_finite(k).map(|h| self.over_report(h, k));
        match before {
            Before::Preposition => Verb {
                marker: p,
                start: p.unwrap_or(0),
                ..plain(Role::Gerund, k.checked_sub(1), host.map_or(Subject::None, Subject::Of))
            },
            Before::Subordinator => Verb {
                marker: p,
                start: p.unwrap_or(0),
                ..plain(Role::Participle, host, host.map_or(Subject::None, Subject::Of))
            },
            Before::And | Before::But => match self.joined_ing(k).or_else(|| self.last(k, |v| v.group.progressive)) {
                Some(j) => plain(Role::Coordinated, Some(j), Subject::Of(j)),
                None => plain(Role::Participle, host, host.map_or(Subject::None, Subject::Of)),
            },
            Before::Start | Before::Comma | Before::Dash | Before::Quote => {
                // "of managing A, preventing B and finding C": one list, unless the verb is an act that the speakers do
                let act = self.valency.performs(self.groups[k].lemma) && !self.list_goes_on(k);
                let listed = self
                    .last(k, |v| v.group.shape == Shape::Ing)
                    .filter(|j| matches!(self.verbs[*j].role, Role::Gerund | Role::Coordinated) && before == Before::Comma && !act);
                match listed {
                    Some(j) => plain(Role::Coordinated, Some(j), Subject::Of(j)),
                    None => plain(Role::Participle, host, host.map_or(Subject::None, Subject::Of)),
                }
            }
            Before::Verb => plain(Role::Gerund, k.checked_sub(1), Subject::None),
            // "said it backed the plan adding that": a plan says nothing, so a comma is missing
            Before::Nominal if host.is_some() && self.says_for_deed(k, p) => {
                plain(Role::Participle, host, host.map_or(Subject::None, Subject::Of))
            }
            _ => self
                .absolute(k, p)
                .unwrap_or_else(|| plain(Role::Reduced, k.checked_sub(1), Subject::None)),
        }
    }

    /// Whether verb `k` reports a clause, right behind a deed or a thing that is no text.
    fn says_for_deed(&self, k: usize, p: Option<usize>) -> bool {
        let group = &self.groups[k];
        // "refused to meet him saying it": nobody is met while he says so, unlike "heard him say"
        let infinitive = k
            .checked_sub(1)
            .is_some_and(|j| self.groups[j].shape == Shape::ToInfinitive && !self.takes_clause(j));
        let deed = p.is_some_and(|p| {
            let n = &self.nodes[p];
            let met = infinitive && n.class.is(Class::OBJECT) && !n.class.is(Class::SUBJECT.or(Class::DETERMINER));
            met || n.class.is(Class::THING) && !n.class.is(Class::TEXT) && !n.name
        });
        let that = self.nodes.get(group.nodes.end).is_some_and(|n| n.class.is(Class::THAT));
        deed && self.valency.takes_that(group.lemma) && (that || self.takes_bare_clause(k) && self.clause_follows(k))
    }

    /// "said the talks come first, playing down": a participle that is a cue belongs to who reports, not to a plain verb of what is
    /// reported; nor to what is denied: "denied reports that Peru had left, stressing".
    fn over_report(&self, host: usize, k: usize) -> usize {
        // "demanded that Peru leave, adding that": whatever stands below what is asked for
        let up = |v: &usize| self.verbs[*v].parent.filter(|up| up < v);
        let asked = std::iter::successors(Some(host), up).find(|v| self.is_asked_for(*v));
        if let Some(asks) = asked.and_then(|v| self.verbs[v].parent) {
            return asks;
        }
        let verb = &self.verbs[host];
        match verb.parent {
            Some(up) if verb.role == Role::Complement && self.valency.disowns(self.verbs[up].group.lemma) => up,
            Some(up) if verb.role == Role::Complement && self.outranks(k, host) => up,
            _ => host,
        }
    }

    /// Participle `k` is a cue and verb `host` none; or it reports a clause and `host` could report none: "said Lind would go, adding that".
    fn outranks(&self, k: usize, host: usize) -> bool {
        let (own, other) = (self.groups[k].lemma, self.verbs[host].group.lemma);
        let end = self.groups[k].nodes.end;
        let that = self.nodes.get(end).is_some_and(|n| n.class.is(Class::THAT));
        // ", adding he would not sign"
        let bare = self.takes_bare_clause(k)
            && self
                .groups
                .get(k + 1)
                .is_some_and(|g| is_tensed(g) && self.nodes[end..g.nodes.start].iter().all(|n| n.kind == NodeKind::Word));
        let clause = that || bare;
        self.valency.is_cue(own) && !self.valency.is_cue(other) || clause && self.valency.takes_that(own) && !self.valency.takes_that(other)
    }

    /// "with Merkel insisting that": a participle with a subject of its own behind "with".
    pub(super) fn absolute(&self, k: usize, p: Option<usize>) -> Option<Verb> {
        let group = self.groups[k].clone();
        let end = p? + 1;
        let with = (self.floor(k)..end).rev().find(|i| self.nodes[*i].class.is(Class::WITH))?;
        // "fell on Tuesday with Chad denouncing it", "fell with analysts saying they": a day, or a clause that is said
        let told = self.valency.takes_that(group.lemma)
            && self
                .nodes
                .get(group.nodes.end)
                .is_some_and(|n| n.class.is(Class::SUBJECT.or(Class::THAT)));
        let opens = with == 0 || self.nodes[with - 1].kind == NodeKind::Comma || self.nodes[with - 1].class.is(Class::WEEKDAY) || told;
        let host = self.last_finite(k);
        (opens && with + 1 < end && self.valency.is_cue(group.lemma)).then(|| Verb {
            start: with,
            marker: None,
            role: Role::Participle,
            parent: host,
            subject: Subject::Phrase(with + 1..end),
            group,
        })
    }

    /// The -ing form that "and" joins verb `k` to: an act to an act ("Commending Chad for keeping ..., and expressing"), else the nearest.
    fn joined_ing(&self, k: usize) -> Option<usize> {
        let act = self.valency.performs(self.groups[k].lemma);
        let clause = |v: &Verb| {
            // "a statement opposing the coup and calling for a vote"
            let described = act && v.role == Role::Reduced && self.valency.acts(v.group.lemma);
            v.group.shape == Shape::Ing && (matches!(v.role, Role::Participle | Role::Gerund | Role::Coordinated) || described)
        };
        let performing = self.last(k, |v| clause(v) && v.role != Role::Gerund && self.valency.performs(v.group.lemma));
        performing.filter(|_| act).or_else(|| self.last(k, clause))
    }

    /// "A, B, and C": another -ing form with "and" follows.
    pub(super) fn list_goes_on(&self, k: usize) -> bool {
        let next = self.groups.get(k + 1);
        next.is_some_and(|g| g.shape == Shape::Ing && g.nodes.start > 0 && self.nodes[g.nodes.start - 1].class.is(Class::AND))
    }

    pub(super) fn participle(&self, k: usize, before: Before, plain: impl Fn(Role, Option<usize>, Subject) -> Verb) -> Verb {
        let host = self.last_finite(k);
        let joins = matches!(before, Before::And | Before::But);
        if let Some(j) = self.passive_before(k).filter(|_| joins) {
            let mut verb = plain(Role::Coordinated, Some(j), Subject::Of(j));
            verb.group.passive = true;
            return verb;
        }
        match before {
            // "Gravely concerned by the raids, and alarmed at the number": joined to the participle that opens the clause
            Before::And | Before::But if host.is_none() && self.verbs.first().is_some_and(|v| v.role == Role::Participle) => {
                plain(Role::Participle, None, Subject::None)
            }
            Before::Start | Before::Comma | Before::Dash | Before::Subordinator => {
                plain(Role::Participle, host, host.map_or(Subject::None, Subject::Of))
            }
            _ => plain(Role::Reduced, k.checked_sub(1), Subject::None),
        }
    }

    /// "was backed by Chad and rejected by Mali": the passive right before participle `k`, each of the two with those who did it.
    fn passive_before(&self, k: usize) -> Option<usize> {
        let host = self.last_finite(k).filter(|j| j + 1 == k && self.groups[*j].passive)?;
        let by = |j: usize| self.nodes.get(self.groups[j].nodes.end).is_some_and(|n| n.class.is(Class::BY));
        (by(host) && by(k)).then_some(host)
    }
}
