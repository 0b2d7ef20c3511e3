//! The left edge of a subject.
//!
//! Owns: where a subject begins and what stands before it, step by step from the surest sign to the weakest.
//! Leaves to: [`super::sign`] what is a sign of a new clause, [`super::intro`] subjects that no verb stands before.

use super::{Builder, Edge, EdgeKind, Role, is_tensed};
use crate::grammar::lexicon::{Class, Form};
use crate::grammar::phrase::{begins_phrase, is_nominal, is_temporal};
use crate::grammar::stream::{Node, NodeKind};

/// Nodes between a reporting verb and its "that".
const LONGEST_FILLER: usize = 14;

/// What can open an adjunct right behind a verb.
const ADJUNCT: Class = Class::PREPOSITION.or(Class::WEEKDAY).or(Class::TIME);

/// Nodes between a verb and a "that" which its object has: "expressed its firm hope that".
const NEAR_THAT: usize = 5;

/// A subject whose left edge is looked for.
struct Sought {
    /// The verb that acts in it.
    k: usize,
    /// The node behind its last.
    end: usize,
    /// The verb before it whose clause it may belong to, and the node behind that.
    host: usize,
    floor: usize,
    /// The node behind the last verb of any kind before it.
    last_verb: usize,
    /// The nearest sign of a new clause, from the right.
    sign: Option<usize>,
}

impl Builder<'_> {
    /// Where the subject that ends before node `end` begins, and what stands before it.
    pub(super) fn edge(&self, k: usize, end: usize) -> Edge {
        // ", adding he might", ", saying pieces found there showed": a participle or an infinitive can report too
        // not so "when it moved towards holding a vote, Peru eased": a comma ends what a gerund governs
        let ended = |j: usize| {
            // nothing where the gerund itself is the subject: "urging could be heard"
            let inside = self.nodes.get(self.groups[j].nodes.end..end).unwrap_or_default();
            self.verbs[j].role == Role::Gerund && inside.iter().any(|n| n.kind == NodeKind::Comma)
        };
        let nearest = (0..k)
            .rev()
            .find(|j| self.verbs[*j].role != Role::Reduced || self.groups[*j].form == Form::Ing)
            .filter(|_| self.nodes.get(end).is_none_or(|n| n.kind != NodeKind::Comma))
            .filter(|j| {
                !is_tensed(&self.groups[*j])
                    && self.takes_bare_clause(*j)
                    && !ended(*j)
                    && (self.verbs[*j].role != Role::Reduced || self.groups[*j].form == Form::Ing)
            });
        let Some(host) = nearest.or_else(|| self.last_finite(k)) else {
            return self.open_edge(end);
        };
        let (floor, last_verb) = (self.groups[host].nodes.end, self.floor(k));
        let sign = (floor..end)
            .rev()
            .find(|i| self.opens_clause(*i, end))
            .map(|i| self.over_inserted(i, floor))
            .map(|i| self.over_names(i, floor))
            .or_else(|| self.weak_sign(host, last_verb, end));
        let sought = Sought {
            k,
            end,
            host,
            floor,
            last_verb,
            sign,
        };
        self.behind_mark(host, k, end)
            .map(|start| Edge::new(start, EdgeKind::Report(host)))
            .or_else(|| self.behind_intro(&sought))
            .or_else(|| self.behind_sign(&sought))
            .or_else(|| self.lone_pronoun(&sought))
            .or_else(|| self.behind_reporter(&sought))
            .unwrap_or_else(|| self.behind_anything(&sought))
    }

    /// "noted that, under the pact, she": behind the comma that ends an introduction.
    fn behind_intro(&self, s: &Sought) -> Option<Edge> {
        let comma = (s.floor..s.end.saturating_sub(1))
            .rev()
            .find(|i| self.nodes[*i].kind == NodeKind::Comma)?;
        let that = self.that_before_intro(comma, s.floor)?;
        let set_off = self.nodes[that + 1].kind == NodeKind::Comma;
        set_off.then(|| Edge::new(comma + 1, self.that_edge(s.host, that).kind))
    }

    /// Behind the nearest sign of a new clause, where that says of itself what it opens.
    fn behind_sign(&self, s: &Sought) -> Option<Edge> {
        let sign = s.sign?;
        if let Some(that) = self.that_before_pair(sign, s.floor, s.k)
            && (self.takes_clause(s.host) || that <= s.floor + NEAR_THAT)
        {
            return Some(self.that_edge(s.host, that));
        }
        if let Some(marker) = self.marker_before_pair(sign, s.floor, s.end) {
            return Some(Edge::new(marker + 1, EdgeKind::Marker(marker)));
        }
        if let Some(reporter) = self.reporter_before_pair(sign, s.k) {
            return Some(Edge::new(self.groups[reporter].nodes.end, EdgeKind::Report(reporter)));
        }
        if let Some(that) = self.that_before_intro(sign, s.floor) {
            return Some(Edge::new(sign + 1, self.that_edge(s.host, that).kind));
        }
        if let Some(start) = self.awaited_start(s.host, s.k, sign, s.end) {
            return Some(Edge::new(start, EdgeKind::Report(s.host)));
        }
        let n = &self.nodes[sign];
        let word = n.kind == NodeKind::Word;
        match () {
            _ if n.class.is(Class::THAT) => Some(self.that_edge(s.host, sign)),
            _ if word && n.class.is(Class::RELATIVE) && !n.class.is(Class::SUBORDINATOR) => Some(Edge::new(sign + 1, EdgeKind::Relative)),
            _ if word && !n.class.is(Class::CONJUNCTION) => Some(Edge::new(sign + 1, EdgeKind::Marker(sign))),
            _ => None,
        }
    }

    /// Whether the subject ends with a pronoun that only acts.
    fn ends_with_pronoun(&self, end: usize) -> bool {
        end > 0 && self.nodes[end - 1].class.is(Class::SUBJECT) && !self.nodes[end - 1].class.is(Class::DETERMINER)
    }

    /// "as we navigate", "but I see": a pronoun alone behind a word that can open a clause.
    fn lone_pronoun(&self, s: &Sought) -> Option<Edge> {
        let &Sought { end, host, floor, .. } = s;
        if !self.ends_with_pronoun(end) || end < 2 || s.sign.is_some_and(|i| i + 1 >= end - 1) || end - 2 < floor {
            return None;
        }
        let before = &self.nodes[end - 2];
        if before.kind == NodeKind::Word && before.class.is(Class::SUBORDINATOR) && !before.class.is(Class::THAT) {
            return Some(Edge::new(end - 1, EdgeKind::Marker(end - 2)));
        }
        let comma = end >= 3 && self.nodes[end - 3].kind == NodeKind::Comma;
        let joins = !before.class.is(Class::AND) || comma || self.valency.takes_object(self.groups[host].lemma);
        let joined = before.kind == NodeKind::Word && before.class.is(Class::CONJUNCTION) && joins;
        joined.then(|| Edge::new(end - 1, EdgeKind::Beside(host)))
    }

    /// "said the ministers agreed": all that follows the reporting verb is the subject, where no second clause stands before it.
    fn behind_reporter(&self, s: &Sought) -> Option<Edge> {
        let reporter = self.takes_bare_clause(s.host) && s.last_verb == s.floor || self.awaits_clause(s.host, s.k);
        if reporter && let Some(edge) = self.behind_temporal(s) {
            return Some(edge);
        }
        if reporter && !self.is_parted(s) {
            let start = self.after_hearer(s.host, self.after_fillers(s.floor, s.end), s.end);
            let start = start + usize::from(start + 1 < s.end && self.nodes[start].class.is(Class::THAT));
            let stops = |n: &Node| {
                matches!(
                    n.kind,
                    NodeKind::Comma | NodeKind::Dash | NodeKind::Semicolon | NodeKind::Colon | NodeKind::Quote(_)
                )
            };
            if start < s.end && (!self.nodes[start..s.end].iter().any(stops) || self.is_list(start, s.end)) {
                return Some(Edge::new(start, EdgeKind::Report(s.host)));
            }
        }
        self.at_pronoun(s, reporter)
    }

    /// "proposed a patrol but Denmark had not replied": "but" joins no two subjects.
    fn is_parted(&self, s: &Sought) -> bool {
        let Some(i) = s.sign else { return false };
        let n = &self.nodes[i];
        // "reject the plan and we reject": a pronoun that only acts is no second object
        let acts = self.ends_with_pronoun(s.end) && i + 2 == s.end && i > s.floor && self.valency.takes_object(self.groups[s.host].lemma);
        n.class.is(Class::CONJUNCTION)
            && (!n.class.is(Class::AND)
                || acts
                || self.ends_own_object(s.host, i) && self.nodes[i + 1].name
                || self.is_thing_beside(s.host, s.k, i))
    }

    /// "failed to agree on a text after Peru and Chile objected": behind a word of time whose clause the reporter does not await.
    fn behind_temporal(&self, s: &Sought) -> Option<Edge> {
        let &Sought { k, end, host, floor, .. } = s;
        // "stressed its role as a host and we agreed": a pronoun that only acts begins a clause of its own
        if self.ends_with_pronoun(end) && end >= 2 && self.nodes[end - 2].class.is(Class::AND) {
            return None;
        }
        let m = (floor + 1..end.saturating_sub(1)).rev().find(|i| {
            let n = &self.nodes[*i];
            // "as soon as", "long after", "as well as"
            let led = *i >= 2 && self.nodes[*i - 2].class.is(Class::SUBORDINATOR.or(Class::ADVERB));
            let adverb = |i: usize| self.nodes[i].class.is(Class::ADVERB);
            let degree = adverb(*i - 1) || led && self.nodes[*i - 1].class.is(Class::ADJECTIVE) || adverb(*i + 1);
            let plain = self.nodes[*i..end].iter().all(|n| n.kind == NodeKind::Word);
            is_temporal(n) && !degree && plain
        })?;
        let lemma = self.groups[host].lemma;
        let governs = self.nodes[floor].class.is(Class::PREPOSITION) && !self.nodes[floor].name;
        let agreed = governs && self.valency.agrees(lemma);
        // "announced a boycott after Peru rejected it": the object is told, whoever acts behind "after" is no part of it
        let told = (self.valency.takes_object(lemma) || self.valency.takes_hearer(lemma)) && begins_phrase(&self.nodes[floor]);
        let object = told && self.groups[k].modal.is_none() && begins_phrase(&self.nodes[m + 1]);
        (agreed || object).then(|| Edge::new(m + 1, EdgeKind::Marker(m)))
    }

    /// "the measures we agreed", "made clear they could not": a pronoun right before the verb, with no "and" before it.
    fn at_pronoun(&self, s: &Sought, reporter: bool) -> Option<Edge> {
        let &Sought { end, host, floor, .. } = s;
        let start = end.checked_sub(1).filter(|i| self.nodes[*i].class.is(Class::SUBJECT))?;
        let before = start.checked_sub(1).map(|i| &self.nodes[i]);
        if before.is_some_and(|n| n.class.is(Class::AND)) {
            return None;
        }
        // "said that Chile, a neighbour it has long distrusted,": behind a comma the noun has a relative clause
        let last = &self.nodes[start.max(1) - 1];
        let inserted = (floor..start).any(|i| self.nodes[i].kind == NodeKind::Comma) && (is_nominal(last) || last.class.is(Class::ADVERB));
        // "made clear | they could not", "made it plain | she would": an adjective between the verb and its clause
        let dummy = usize::from(self.nodes[floor].class.is(Class::SINGULAR));
        let predicate = start == floor + dummy + 1
            && self.valency.is_cue(self.groups[host].lemma)
            && self.nodes[floor + dummy].class.is(Class::ADJECTIVE)
            && !is_nominal(&self.nodes[floor + dummy]);
        let reporter = reporter && !inserted || predicate;
        let joined = |n: &Node| n.kind != NodeKind::Word || n.class.is(Class::CONJUNCTION);
        let kind = match before.filter(|n| !joined(n)) {
            Some(_) if reporter => EdgeKind::Report(host),
            // "the measures we agreed": a relative clause without a pronoun
            Some(n) if is_nominal(n) => EdgeKind::Relative,
            _ => EdgeKind::Beside(host),
        };
        Some(Edge::new(start, kind))
    }

    /// The last word: behind the sign, behind a verb that takes a clause, or a relative clause without a pronoun.
    fn behind_anything(&self, s: &Sought) -> Edge {
        match s.sign {
            Some(i) => Edge::new(self.skip_intro(self.over_and(i, s.floor) + 1, s.end), EdgeKind::Beside(s.host)),
            None if self.takes_bare_clause(s.host) => {
                let start = self.after_hearer(s.host, self.after_fillers(s.floor, s.end), s.end);
                Edge::new(start, EdgeKind::Report(s.host))
            }
            None => Edge::new(self.phrase_start(s.end, s.last_verb), EdgeKind::Relative),
        }
    }

    /// "told MPs | she was ready", "told reporters | the talks": the subject without the hearer before it.
    pub(super) fn after_hearer(&self, host: usize, start: usize, end: usize) -> usize {
        if !self.valency.takes_hearer(self.groups[host].lemma) || start + 1 >= end {
            return start;
        }
        let ends_noun =
            |i: usize| is_nominal(&self.nodes[i]) && !self.nodes[i].class.is(Class::DETERMINER.or(Class::AND).or(Class::ADJECTIVE));
        (start + 1..end)
            .find(|i| {
                self.nodes[*i].class.is(Class::ARTICLE.or(Class::POSSESSIVE).or(Class::SUBJECT))
                    && !self.nodes[*i].name
                    && ends_noun(*i - 1)
            })
            // "told Fox News | new talks": a name and a phrase in small letters
            .or_else(|| (start + 1..end).find(|i| self.nodes[start..*i].iter().all(|n| n.name) && self.opens_small(*i)))
            // "told reporters | Oslo backed": hearers in small letters and a name
            .or_else(|| {
                (start + 1..end).find(|i| self.nodes[*i].name && (start..*i).all(|h| self.opens_small(h)) && self.nodes[*i - 1].plural)
            })
            .unwrap_or(start)
    }

    /// A word in small letters that can begin a noun phrase.
    fn opens_small(&self, i: usize) -> bool {
        let n = &self.nodes[i];
        let closed = Class::PREPOSITION
            .or(Class::CONJUNCTION)
            .or(Class::SUBORDINATOR)
            .or(Class::RELATIVE)
            .or(Class::WEEKDAY)
            .or(Class::TIME)
            .or(Class::ADVERB);
        n.kind == NodeKind::Word && !n.name && !n.capital && !n.class.is(closed)
    }

    /// Whether verb `j` has a clause that it reports.
    fn has_complement(&self, j: usize) -> bool {
        self.verbs.iter().any(|v| v.role == Role::Complement && v.parent == Some(j))
    }

    /// What the clause is that the "that" at node `that` opens behind verb `host`: what that reports, or a relative clause.
    pub(super) fn that_edge(&self, host: usize, that: usize) -> Edge {
        let start = that + 1;
        let between = that.saturating_sub(self.groups[host].nodes.end);
        // "said that Peru was ready but that Chad was not"
        let joined = that > 0 && self.nodes[that - 1].class.is(Class::CONJUNCTION);
        if joined && self.verbs[host].role == Role::Complement {
            return Edge::new(start, self.verbs[host].parent.map_or(EdgeKind::Relative, EdgeKind::Report));
        }
        // "said after the talks had ended that Chad was ready": the clause of time has no "that" of its own
        let before = &self.nodes[that.max(1) - 1];
        let timed = Class::WEEKDAY.or(Class::MONTH).or(Class::TIME);
        let loose = !is_nominal(before) || before.class.is(timed) || before.name && !before.demonym;
        if self.verbs[host].role == Role::Subordinate
            && !self.takes_clause(host)
            && let Some(up) = self.verbs[host]
                .parent
                .filter(|up| self.takes_clause(*up) && !self.has_complement(*up))
            // "told reporters after the plan was adopted with their support that": a hearer awaits what he is told
            && (loose || self.valency.takes_hearer(self.groups[up].lemma) && !self.nodes[self.groups[up].nodes.end].class.is(ADJUNCT))
        {
            return Edge::new(start, EdgeKind::Report(up));
        }
        // "an accord that Berg says could end the strike": a tense right behind another, so the noun is what the second speaks of
        let embeds = self.groups.windows(2).find(|g| g[0].nodes.start > that).is_some_and(|g| {
            let object = self.groups[host].nodes.end < that && is_nominal(&self.nodes[that - 1]);
            object && is_tensed(&g[0]) && self.valency.takes_that(g[0].lemma) && is_tensed(&g[1]) && g[0].nodes.end == g[1].nodes.start
        });
        if embeds {
            return Edge::new(start, EdgeKind::Relative);
        }
        let last_verb = self.last(self.verbs.len(), |v| v.group.nodes.start < that) == Some(host);
        // "announced in the wake of the meeting between Lind and Ruiz that": a name has no "that" of its own, however far
        let named = that > 0 && self.nodes[that - 1].name && !self.nodes[that - 1].demonym;
        let far = named && between <= 2 * LONGEST_FILLER && self.nodes[self.groups[host].nodes.end].class.is(ADJUNCT);
        let light = last_verb && (between <= LONGEST_FILLER || far);
        // "told reporters after the talks in Tokyo on Wednesday that": a hearer and a day belong to the verb
        let last = &self.nodes[that - 1];
        // and a name has "who" or "which" behind it
        let own = !is_nominal(last)
            || named
            || last.class.is(Class::WEEKDAY.or(Class::TIME))
            || self.valency.takes_hearer(self.groups[host].lemma);
        // "expressed hope that", "reached an understanding that": a noun's clause right behind a light verb
        let near = light && between <= NEAR_THAT;
        let reported = near || self.takes_clause(host) && light && (between <= 6 || own);
        Edge::new(start, if reported { EdgeKind::Report(host) } else { EdgeKind::Relative })
    }
}
