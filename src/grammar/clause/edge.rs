//! The left edge of a subject.
//!
//! Owns: where a subject begins and what stands before it.
//! Leaves to: [`super`] the order in which verbs are read.

use super::{Builder, Edge, EdgeKind, Role, Tense, Verb, is_tensed, tense};
use crate::grammar::lexicon::{Class, Form};
use crate::grammar::phrase::{begins_phrase, is_nominal, is_temporal, measure, thing};
use crate::grammar::stream::{Node, NodeKind};
use crate::grammar::verb::Shape;

/// Nodes between a reporting verb and its "that".
const LONGEST_FILLER: usize = 14;

/// What can open an adjunct right behind a verb.
const ADJUNCT: Class = Class::PREPOSITION.or(Class::WEEKDAY).or(Class::TIME);

/// Nodes between a verb and a "that" which its object has: "expressed its firm hope that".
const NEAR_THAT: usize = 5;

impl Builder<'_> {
    /// Where the subject that ends before node `end` begins, and what stands before it.
    pub(super) fn edge(&self, k: usize, end: usize) -> Edge {
        // ", adding he might", ", saying pieces found there showed": a participle or an infinitive can report too
        let nearest = (0..k)
            .rev()
            .find(|j| self.verbs[*j].role != Role::Reduced || self.groups[*j].form == Form::Ing)
            .filter(|_| self.nodes.get(end).is_none_or(|n| n.kind != NodeKind::Comma))
            .filter(|j| {
                !is_tensed(&self.groups[*j])
                    && self.takes_bare_clause(*j)
                    && (self.verbs[*j].role != Role::Reduced || self.groups[*j].form == Form::Ing)
            });
        let Some(host) = nearest.or_else(|| self.last_finite(k)) else {
            return self.open_edge(end);
        };
        let floor = self.groups[host].nodes.end;
        let last_verb = self.floor(k);
        // the nearest sign of a new clause, from the right
        let sign = (floor..end)
            .rev()
            .find(|i| self.opens_clause(*i, end))
            .map(|i| self.over_inserted(i, floor))
            .map(|i| self.over_names(i, floor));
        let sign = sign.or_else(|| self.weak_sign(host, last_verb, end));
        if let Some(start) = self.behind_mark(host, k, end) {
            return Edge {
                start,
                kind: EdgeKind::Report(host),
            };
        }
        let intro = |comma: usize| Some((self.that_before_intro(comma, floor)?, comma));
        let last = (floor..end.saturating_sub(1))
            .rev()
            .find(|i| self.nodes[*i].kind == NodeKind::Comma);
        if let Some((that, comma)) = last
            .and_then(intro)
            .filter(|(that, _)| self.nodes[that + 1].kind == NodeKind::Comma)
        {
            return Edge {
                start: comma + 1,
                kind: self.that_edge(host, that).kind,
            };
        }
        if let Some(that) = sign.and_then(|and| self.that_before_pair(and, floor, k))
            && (self.takes_clause(host) || that <= floor + NEAR_THAT)
        {
            return self.that_edge(host, that);
        }
        if let Some(reporter) = sign.and_then(|and| self.reporter_before_pair(and, k)) {
            return Edge {
                start: self.groups[reporter].nodes.end,
                kind: EdgeKind::Report(reporter),
            };
        }
        if let Some((that, comma)) = sign.and_then(intro) {
            return Edge {
                start: comma + 1,
                kind: self.that_edge(host, that).kind,
            };
        }
        if let Some(start) = sign.and_then(|i| self.awaited_start(host, k, i, end)) {
            return Edge {
                start,
                kind: EdgeKind::Report(host),
            };
        }
        if let Some(i) = sign {
            let n = &self.nodes[i];
            if n.class.is(Class::THAT) {
                return self.that_edge(host, i);
            }
            if n.kind == NodeKind::Word && n.class.is(Class::RELATIVE) && !n.class.is(Class::SUBORDINATOR) {
                return Edge {
                    start: i + 1,
                    kind: EdgeKind::Relative,
                };
            }
            if n.kind == NodeKind::Word && !n.class.is(Class::CONJUNCTION) {
                return Edge {
                    start: i + 1,
                    kind: EdgeKind::Marker(i),
                };
            }
        }
        let pronoun = end > 0 && self.nodes[end - 1].class.is(Class::SUBJECT) && !self.nodes[end - 1].class.is(Class::DETERMINER);
        if pronoun && end >= 2 && sign.is_none_or(|i| i + 1 < end - 1) {
            // "as we navigate", "but I see": a pronoun alone behind a word that can open a clause
            let before = &self.nodes[end - 2];
            if before.kind == NodeKind::Word && before.class.is(Class::SUBORDINATOR) && !before.class.is(Class::THAT) && end - 2 >= floor {
                return Edge {
                    start: end - 1,
                    kind: EdgeKind::Marker(end - 2),
                };
            }
            let comma = end >= 3 && self.nodes[end - 3].kind == NodeKind::Comma;
            let joins = !before.class.is(Class::AND) || comma || self.valency.takes_object(self.groups[host].lemma);
            if before.kind == NodeKind::Word && before.class.is(Class::CONJUNCTION) && joins && end - 2 >= floor {
                return Edge {
                    start: end - 1,
                    kind: EdgeKind::Beside(host),
                };
            }
        }
        // "said the ministers agreed": all that follows the reporting verb is the subject
        let reporter = self.takes_bare_clause(host) && last_verb == floor || self.awaits_clause(host, k);
        // "proposed a patrol but Denmark had not replied": "but" joins no two subjects
        let parted = sign.is_some_and(|i| {
            let n = &self.nodes[i];
            // "reject the plan and we reject": a pronoun that only acts is no second object
            let acts = pronoun && i + 2 == end && i > floor && self.valency.takes_object(self.groups[host].lemma);
            n.class.is(Class::CONJUNCTION)
                && (!n.class.is(Class::AND)
                    || acts
                    || self.ends_own_object(host, i) && self.nodes[i + 1].name
                    || self.is_thing_beside(host, k, i))
        });
        // "failed to agree on a text after Peru and Chile objected"
        let clause = (floor + 1..end.saturating_sub(1)).rev().find(|i| {
            let n = &self.nodes[*i];
            // "as soon as", "long after", "as well as"
            let led = *i >= 2 && self.nodes[*i - 2].class.is(Class::SUBORDINATOR.or(Class::ADVERB));
            let adverb = |i: usize| self.nodes[i].class.is(Class::ADVERB);
            let degree = adverb(*i - 1) || led && self.nodes[*i - 1].class.is(Class::ADJECTIVE) || adverb(*i + 1);
            let plain = self.nodes[*i..end].iter().all(|n| n.kind == NodeKind::Word);
            is_temporal(n) && !degree && plain
        });
        let governs = self.nodes.get(floor).is_some_and(|n| n.class.is(Class::PREPOSITION) && !n.name);
        // "announced a boycott after Peru rejected it": the object is told, whoever acts behind "after" is no part of it
        let object = |m: &usize| {
            let lemma = self.groups[host].lemma;
            let told = (self.valency.takes_object(lemma) || self.valency.takes_hearer(lemma)) && begins_phrase(&self.nodes[floor]);
            told && self.groups[k].modal.is_none() && begins_phrase(&self.nodes[m + 1])
        };
        let agreed = governs && self.valency.agrees(self.groups[host].lemma);
        if let Some(m) = clause.filter(|m| reporter && (agreed || object(m))) {
            return Edge {
                start: m + 1,
                kind: EdgeKind::Marker(m),
            };
        }
        if reporter && !parted {
            let start = self.after_hearer(host, self.after_fillers(floor, end), end);
            let start = start + usize::from(start + 1 < end && self.nodes[start].class.is(Class::THAT));
            let comma = (start..end).any(|i| {
                matches!(
                    self.nodes[i].kind,
                    NodeKind::Comma | NodeKind::Dash | NodeKind::Semicolon | NodeKind::Colon | NodeKind::Quote(_)
                )
            });
            if start < end && (!comma || self.is_list(start, end)) {
                return Edge {
                    start,
                    kind: EdgeKind::Report(host),
                };
            }
        }
        if end > 0
            && self.nodes[end - 1].class.is(Class::SUBJECT)
            && !matches!(end.checked_sub(2).map(|i| &self.nodes[i]), Some(n) if n.class.is(Class::AND))
        {
            let start = end - 1;
            // "said that Chile, a neighbour it has long distrusted,": behind a comma the noun has a relative clause
            let last = &self.nodes[start.max(1) - 1];
            let inserted =
                (floor..start).any(|i| self.nodes[i].kind == NodeKind::Comma) && (is_nominal(last) || last.class.is(Class::ADVERB));
            let reporter = reporter && !inserted;
            // "made clear | they could not", "made it plain | she would": an adjective between the verb and its clause
            let dummy = usize::from(self.nodes[floor].class.is(Class::SINGULAR));
            let predicate = start == floor + dummy + 1
                && self.valency.is_cue(self.groups[host].lemma)
                && self.nodes[floor + dummy].class.is(Class::ADJECTIVE)
                && !is_nominal(&self.nodes[floor + dummy]);
            let reporter = reporter || predicate;
            let kind = match start.checked_sub(1).map(|i| &self.nodes[i]) {
                Some(n) if n.kind == NodeKind::Word && !n.class.is(Class::CONJUNCTION) && reporter => EdgeKind::Report(host),
                // "the measures we agreed": a relative clause without a pronoun
                Some(n) if n.kind == NodeKind::Word && is_nominal(n) && !n.class.is(Class::CONJUNCTION) => EdgeKind::Relative,
                _ => EdgeKind::Beside(host),
            };
            return Edge { start, kind };
        }
        match sign {
            Some(i) => Edge {
                start: self.skip_intro(self.over_and(i, floor) + 1, end),
                kind: EdgeKind::Beside(host),
            },
            None if self.takes_bare_clause(host) => Edge {
                start: self.after_hearer(host, self.after_fillers(floor, end), end),
                kind: EdgeKind::Report(host),
            },
            None => Edge {
                start: self.phrase_start(end, last_verb),
                kind: EdgeKind::Relative,
            },
        }
    }

    /// Where the subject begins of the clause that verb `host` awaits, where `sign` opens none: "said a list of states that face limits
    /// would grow", whose "that" has its verb already, and "said besides opening the fair, he would stay".
    fn awaited_start(&self, host: usize, k: usize, sign: usize, end: usize) -> Option<usize> {
        let floor = self.groups[host].nodes.end;
        let gerund = self.groups.iter().any(|g| g.nodes.start == floor + 1 && g.shape == Shape::Ing);
        let pronoun = |n: &Node| n.class.is(Class::SUBJECT) && !n.class.is(Class::DETERMINER);
        let only = !self.nodes[floor..sign].iter().any(|n| n.kind == NodeKind::Comma);
        let intro = gerund && only && self.takes_clause(host) && self.nodes[floor].class.is(Class::PREPOSITION);
        if intro && self.nodes[sign].kind == NodeKind::Comma && pronoun(&self.nodes[sign + 1]) {
            return Some(sign + 1);
        }
        let has_verb = |v: &&Verb| v.role == Role::Relative && v.group.nodes.start == sign + 1;
        let relative = self.nodes[sign].class.is(Class::THAT.or(Class::RELATIVE)) && self.verbs.iter().any(|v| has_verb(&v));
        (relative && self.awaits_clause(host, k)).then(|| self.after_hearer(host, self.after_fillers(floor, end), end))
    }

    /// "confirmed the raid and Chile denied it", "announced sanctions and the ministry said": a thing and somebody are no pair that acts.
    fn is_thing_beside(&self, host: usize, k: usize, and: usize) -> bool {
        let floor = self.groups[host].nodes.end;
        let (object, somebody) = (&self.nodes[floor..and], &self.nodes[and + 1..self.groups[k].nodes.start]);
        let plain = object.iter().all(|n| n.kind == NodeKind::Word && !n.name);
        let one = plain && object.first().is_some_and(|n| n.class.is(Class::ARTICLE)) && object.last().is_some_and(|n| !n.plural);
        let deed = thing(object).is_some()
            && object
                .iter()
                .all(|n| matches!(n.kind, NodeKind::Word | NodeKind::Number | NodeKind::Clitic));
        let named = somebody.first().is_some_and(|n| n.name && !n.demonym);
        let lemma = self.groups[k].lemma;
        let acts = self.valency.takes_that(lemma) || self.valency.acts(lemma);
        let party = named || acts && somebody.first().is_some_and(|n| n.name || n.class.is(Class::ARTICLE)) && thing(somebody).is_none();
        self.valency.takes_object(self.groups[host].lemma)
            && !matches!(tense(self.nodes, &self.groups[k]), Tense::Modal | Tense::Pluperfect)
            && (one && named || deed && party)
    }

    /// "conveyed its support to Peru and Chile offered": what stands between verb and "and" is the subject's own, no clause.
    fn ends_own_object(&self, host: usize, and: usize) -> bool {
        let floor = self.groups[host].nodes.end;
        (self.valency.takes_object(self.groups[host].lemma) || thing(&self.nodes[floor..and]).is_some())
            && self.nodes[floor].class.is(Class::POSSESSIVE)
            && self.nodes[floor..and]
                .iter()
                .any(|n| n.class.is(Class::PREPOSITION.or(Class::TO)) && !n.name)
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

    /// "that, collectively, we provide": from the second comma of an inserted phrase back to the "that" before the first.
    fn over_inserted(&self, i: usize, floor: usize) -> usize {
        if self.nodes[i].kind != NodeKind::Comma {
            return i;
        }
        let first = (floor.max(i.saturating_sub(8))..i)
            .rev()
            .find(|c| self.nodes[*c].kind == NodeKind::Comma);
        match first {
            Some(c)
                if c > floor
                    && self.nodes[c - 1].class.is(Class::THAT)
                    && !self.groups.iter().any(|g| g.nodes.start > c && g.nodes.end <= i && is_tensed(g)) =>
            {
                c - 1
            }
            _ => i,
        }
    }

    /// "said that in addition to this, she went": the "that" before an introduction which the comma ends.
    fn that_before_intro(&self, comma: usize, floor: usize) -> Option<usize> {
        let that = (floor..comma)
            .find(|i| self.nodes[*i].class.is(Class::THAT))
            .filter(|_| self.nodes[comma].kind == NodeKind::Comma)?;
        // "noted that, under the pact, she": a comma on either side
        let opening = that + 1 + usize::from(self.nodes.get(that + 1).is_some_and(|n| n.kind == NodeKind::Comma));
        let first = self.nodes[..comma].get(opening).filter(|n| n.kind == NodeKind::Word && !n.name)?;
        // "that according to what was obtained by Peru, it": what describes a noun has no tense
        let verbless = !(0..self.verbs.len()).any(|j| {
            let g = &self.groups[j];
            g.nodes.start > that && g.nodes.start < comma && is_tensed(g) && self.verbs[j].role != Role::Reduced
        });
        let only = !self.nodes[opening..comma].iter().any(|n| n.kind == NodeKind::Comma);
        let according = self.groups.iter().any(|g| g.nodes.start == opening && g.shape == Shape::Ing);
        let opens = according
            || first.class.is(Class::PREPOSITION.or(Class::ADVERB))
            // "due to reasons", "contrary to reports"
            || first.class.is(Class::ADJECTIVE) && self.nodes.get(opening + 1).is_some_and(|n| n.class.is(Class::TO))
            || self.nodes[comma - 1].class.is(Class::TIME.or(Class::WEEKDAY));
        (verbless && only && opens).then_some(that)
    }

    /// "agreed to push the talks as the envoy met": a word that can be preposition or subordinator, where what stands before it is
    /// governed by a verb and is no subject.
    fn weak_sign(&self, host: usize, last_verb: usize, end: usize) -> Option<usize> {
        let floor = self.groups[host].nodes.end;
        if self.takes_bare_clause(host) && last_verb == floor {
            return None;
        }
        (last_verb.max(floor)..end.saturating_sub(1)).rev().find(|i| {
            let n = &self.nodes[*i];
            // "as soon as", "as well as"
            let degree = *i > 0 && self.nodes[*i - 1].class.is(Class::ADVERB.or(Class::ADJECTIVE));
            is_temporal(n) && !degree
        })
    }

    /// "..., the Secretary and the ministers committed": an "and" inside the subject; gives the comma before it, else `i`.
    pub(super) fn over_and(&self, i: usize, floor: usize) -> usize {
        if !self.nodes[i].class.is(Class::AND) {
            return i;
        }
        let comma = (floor..i)
            .rev()
            .find(|c| matches!(self.nodes[*c].kind, NodeKind::Comma | NodeKind::Semicolon | NodeKind::Dash));
        let Some(comma) = comma.filter(|c| c + 1 < i) else { return i };
        let first = &self.nodes[comma + 1];
        let noun = first.name || first.capital || first.class.is(Class::DETERMINER);
        let verbless = !self.groups.iter().any(|g| g.nodes.start > comma && g.nodes.start < i);
        if noun && verbless { comma } else { i }
    }

    /// A sign between two finite verbs that a new clause begins after node `i`; "and" and a comma only where what is between
    /// them and `end` can be a subject.
    pub(super) fn opens_clause(&self, i: usize, end: usize) -> bool {
        let n = &self.nodes[i];
        if i + 1 >= end {
            return false;
        }
        match n.kind {
            NodeKind::Comma | NodeKind::Semicolon | NodeKind::Colon | NodeKind::Dash | NodeKind::Quote(_) | NodeKind::Stop => true,
            NodeKind::Word if n.name || n.class.is(Class::AND) && self.joins_adjectives(i) => false,
            NodeKind::Word => {
                n.class.is(Class::CONJUNCTION)
                    || n.class.is(Class::THAT) && !self.nodes[i + 1].class.is(Class::PREPOSITION)
                    || n.class.is(Class::RELATIVE) && !n.class.is(Class::DETERMINER)
                    || n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::PREPOSITION.or(Class::DETERMINER).or(Class::ADVERB))
                    || n.class.is(Class::SUBORDINATOR) && n.class.is(Class::PREPOSITION) && !self.inside_phrase(i)
                    || n.class.is(Class::SUBORDINATOR)
                        && !n.class.is(Class::PREPOSITION)
                        && i > 0
                        && self.nodes[i - 1].kind == NodeKind::Comma
            }
            _ => false,
        }
    }

    /// "the recent free and fair", "a just and lasting": an "and" between two adjectives before one noun.
    fn joins_adjectives(&self, and: usize) -> bool {
        const LEADS: Class = Class(Class::DETERMINER.0 | Class::ADJECTIVE.0 | Class::POSSESSIVE.0 | Class::PREPOSITION.0);
        let Some([lead, first]) = and.checked_sub(2).and_then(|from| self.nodes[from..and].first_chunk()) else {
            return false;
        };
        let adjective = |n: &Node| n.kind == NodeKind::Word && n.class.is(Class::ADJECTIVE) && !n.name;
        let participle = |n: &Node| n.verbs.iter().any(|(_, form)| *form == Form::Participle);
        let plain = !first.class.is(Class::NOUN.or(Class::PLURAL)) && !first.plural;
        // "the strong and multi-faceted ties": a word that no list has, before a noun
        let bare = |n: &Node| n.kind == NodeKind::Word && !n.name && !n.capital && is_nominal(n) && !n.class.is(LEADS);
        let unknown = self.nodes.get(and + 1..and + 3).is_some_and(|two| two.iter().all(bare));
        let second = unknown || self.nodes.get(and + 1).is_some_and(|n| adjective(n) || participle(n));
        adjective(first) && plain && lead.class.is(LEADS) && !lead.name && second
    }

    /// "the talks after the summit": a preposition that could also open a clause, right after a noun.
    pub(super) fn inside_phrase(&self, i: usize) -> bool {
        i > 0 && is_nominal(&self.nodes[i - 1]) && !self.nodes[i - 1].class.is(Class::WEEKDAY) && !self.is_measured(i)
    }

    /// ", a day after", ", two weeks before": how long, between a comma and a word that opens a clause at node `i`.
    fn is_measured(&self, i: usize) -> bool {
        measure(self.nodes, i).is_some_and(|start| start > 0 && start + 1 < i && self.nodes[start - 1].kind == NodeKind::Comma)
    }

    pub(super) fn that_edge(&self, host: usize, that: usize) -> Edge {
        let start = that + 1;
        let between = that.saturating_sub(self.groups[host].nodes.end);
        // "said that Peru was ready but that Chad was not"
        let joined = that > 0 && self.nodes[that - 1].class.is(Class::CONJUNCTION);
        if joined && self.verbs[host].role == Role::Complement {
            return Edge {
                start,
                kind: self.verbs[host].parent.map_or(EdgeKind::Relative, EdgeKind::Report),
            };
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
        if self.takes_clause(host) && light && (between <= 6 || own) {
            Edge {
                start,
                kind: EdgeKind::Report(host),
            }
        } else if light && between <= 5 {
            // "expressed hope that", "reached an understanding that": a noun's clause right behind a light verb
            Edge {
                start,
                kind: EdgeKind::Report(host),
            }
        } else {
            Edge {
                start,
                kind: EdgeKind::Relative,
            }
        }
    }
}
