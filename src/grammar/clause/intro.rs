//! What stands before a subject: introductions, fillers, the noun phrase itself.
//!
//! Owns: skipping "In addition,", "On Friday,", "told reporters in Oslo".
//! Leaves to: [`super`] the order in which verbs are read.

use super::{Builder, Edge, EdgeKind, Role, is_tensed};
use crate::grammar::lexicon::Class;
use crate::grammar::phrase::{begins_phrase, feeling, is_nominal, is_set_phrase, is_temporal, measure};
use crate::grammar::stream::{Node, NodeKind};

/// Nodes of a clause without a verb, its subordinator included: "While in Lima".
const VERBLESS: usize = 6;

impl Builder<'_> {
    /// No finite verb before: the subject is all from the start of the stream, introductions left out.
    pub(super) fn open_edge(&self, end: usize) -> Edge {
        if end > 0
            && self.nodes[end - 1].class.is(Class::SUBJECT)
            && !matches!(end.checked_sub(2).map(|i| &self.nodes[i]), Some(n) if n.class.is(Class::AND))
        {
            return Edge {
                start: end - 1,
                kind: self.opener(end - 1),
            };
        }
        let that = (0..end).rev().find(|i| {
            self.nodes[*i].class.is(Class::THAT)
                && *i + 1 < end
                && !self.nodes[*i].name
                && *i > 0
                && self.nodes[*i - 1].kind == NodeKind::Word
        });
        // "Asked about that pledge, the minister said": before a comma it stands before a noun
        let that = that.filter(|t| !self.nodes[*t..end].iter().any(|n| n.kind == NodeKind::Comma));
        let that = that.filter(|t| !self.groups.iter().any(|g| g.nodes.start > *t && g.nodes.end <= end));
        if let Some(that) = that {
            return Edge {
                start: that + 1,
                kind: EdgeKind::Relative,
            };
        }
        if let Some(start) = self.relative_before(end) {
            return Edge {
                start,
                kind: EdgeKind::Relative,
            };
        }
        // "a judge who led the talks where the line | was drawn"
        let last = self.groups.iter().map(|g| g.nodes.end).filter(|e| *e <= end).max().unwrap_or(end);
        let clause = (last + 1..end.saturating_sub(1)).rev().find(|i| {
            let n = &self.nodes[*i];
            n.kind == NodeKind::Word
                && !n.name
                && n.class.is(Class::SUBORDINATOR)
                && n.class.is(Class::RELATIVE)
                && !n.class.is(Class::PREPOSITION.or(Class::DETERMINER).or(Class::THAT))
        });
        if let Some(i) = clause.filter(|_| self.verbs.iter().any(|v| v.role == Role::Relative)) {
            return Edge {
                start: i + 1,
                kind: EdgeKind::Marker(i),
            };
        }
        if let Some(m) = self.measured(end) {
            return Edge {
                start: m + 1,
                kind: EdgeKind::Marker(m),
            };
        }
        let start = self.conceded(end).unwrap_or_else(|| self.skip_intro(0, end));
        let kind = self.opener(start);
        Edge { start, kind }
    }

    /// "A day after Peru said so, Chad agreed": the word of time behind a measure at the head of the sentence.
    fn measured(&self, end: usize) -> Option<usize> {
        let m = (1..end.saturating_sub(1)).find(|i| is_temporal(&self.nodes[*i]) && measure(self.nodes, *i) == Some(0))?;
        let plain = |n: &Node| matches!(n.kind, NodeKind::Word | NodeKind::Clitic | NodeKind::Hyphen | NodeKind::Number);
        let phrase = begins_phrase(&self.nodes[m + 1]) && self.nodes[m + 1..end].iter().all(plain);
        (phrase && !self.groups.iter().any(|g| g.nodes.start > m && g.nodes.end <= end)).then_some(m)
    }

    /// "A gift to some, though the ministry says": where the clause begins which a comma and a subordinator part from what had no verb.
    fn conceded(&self, end: usize) -> Option<usize> {
        let comma = (1..end.saturating_sub(1)).rev().find(|i| self.nodes[*i].kind == NodeKind::Comma)?;
        let n = self.nodes.get(comma + 1).filter(|n| n.kind == NodeKind::Word && !n.name)?;
        let only = !n
            .class
            .is(Class::PREPOSITION.or(Class::DETERMINER).or(Class::RELATIVE).or(Class::THAT));
        let verb = self.groups.iter().any(|g| g.nodes.start == comma + 2);
        let phrase = begins_phrase(self.nodes.get(comma + 2)?)
            && !verb
            && [end - 1, end]
                .iter()
                .all(|i| self.nodes.get(*i).is_none_or(|n| n.kind != NodeKind::Comma));
        (n.class.is(Class::SUBORDINATOR) && only && phrase && comma + 2 < end).then_some(comma + 2)
    }

    /// "Serra, whose party", "the talks, at which the ministers": where the subject of a relative clause behind a comma begins.
    fn relative_before(&self, end: usize) -> Option<usize> {
        let pronoun = (1..end.saturating_sub(1)).rev().find(|i| {
            let n = &self.nodes[*i];
            n.kind == NodeKind::Word && !n.name && n.class.is(Class::RELATIVE) && !n.class.is(Class::SUBORDINATOR.or(Class::THAT))
        })?;
        let own = self.nodes[pronoun].class.is(Class::POSSESSIVE);
        let before = &self.nodes[pronoun - 1];
        let governed = before.class.is(Class::PREPOSITION) && pronoun > 1 && self.nodes[pronoun - 2].kind == NodeKind::Comma;
        let set_off = before.kind == NodeKind::Comma && own || governed;
        let verbless = !self.groups.iter().any(|g| g.nodes.start > pronoun && g.nodes.end <= end);
        let plain = verbless && self.nodes[pronoun..end].iter().all(|n| n.kind != NodeKind::Comma);
        (set_off && plain).then_some(if own { pronoun } else { pronoun + 1 })
    }

    /// A subordinator at the head of the sentence: "While Japan agreed, ...".
    pub(super) fn opener(&self, start: usize) -> EdgeKind {
        match start.checked_sub(1) {
            Some(i) if self.nodes[i].kind == NodeKind::Word && self.nodes[i].class.is(Class::RELATIVE) => EdgeKind::Relative,
            Some(i) if self.nodes[i].kind == NodeKind::Word && self.nodes[i].class.is(Class::SUBORDINATOR) => EdgeKind::Marker(i),
            _ => EdgeKind::Open,
        }
    }

    /// Skips what stands before a subject: adverbs, "In addition,", "On Friday,", "Expressing concern over X,".
    pub(super) fn skip_intro(&self, from: usize, end: usize) -> usize {
        let mut start = from;
        loop {
            let Some(n) = self.nodes[..end].get(start) else {
                // "In addition, concurred that": nothing but the set phrase
                let bare = start == end && is_set_phrase(&self.nodes[from..end]);
                return if bare { end } else { from.min(end) };
            };
            let verbal = !n.name
                && self.groups.iter().enumerate().any(|(j, g)| {
                    g.nodes.contains(&start) && (!is_tensed(g) || self.verbs.get(j).is_some_and(|v| v.role == Role::Participle))
                });
            let opens = n.kind != NodeKind::Word && n.kind != NodeKind::Number && n.kind != NodeKind::Symbol;
            let subordinator = n.kind == NodeKind::Word && n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::PREPOSITION) && !n.name;
            if opens || n.kind == NodeKind::Word && n.class.is(Class::CONJUNCTION) || subordinator {
                start = self.after_verbless(start, end).filter(|_| subordinator).unwrap_or(start + 1);
                continue;
            }
            // "Today's resolution"
            let owns = self.nodes.get(start + 1).is_some_and(|n| n.kind == NodeKind::Clitic);
            let adverb = n.kind == NodeKind::Word
                && !owns
                && n.class.is(Class::ADVERB.or(Class::NEGATOR))
                && (!n.class.is(Class::DETERMINER.or(Class::ADJECTIVE).or(Class::NUMERAL))
                    // "Earlier in Lima, the envoy", "Earlier Chad"
                    || start + 1 < end && {
                        let next = &self.nodes[start + 1];
                        next.class.is(Class::PREPOSITION) && !next.name || next.name && !next.demonym && n.class.is(Class::ADVERB)
                    })
                && !n.name;
            let preposition = n.kind == NodeKind::Word && n.class.is(Class::PREPOSITION) && !n.name;
            // "Today the United States, Japan and Korea": no comma ends what the adverb opens
            let begins = |n: &Node| n.class.is(Class::ARTICLE) || n.name && !n.class.is(Class::ADVERB);
            if adverb && !preposition && !verbal && self.nodes[..end].get(start + 1).is_some_and(begins) {
                start += 1;
                continue;
            }
            if verbal || preposition || adverb {
                match self.after_intro(start, end, verbal) {
                    Some(next) => start = next,
                    None if adverb => start += 1,
                    None => return self.phrase_start(end, start + 1),
                }
                continue;
            }
            let day = self.after_day(start, end);
            // "Last week, on a visit to Lima, the envoy"
            if day > start && self.nodes[day - 1].kind == NodeKind::Comma {
                start = day;
                continue;
            }
            return day;
        }
    }

    /// "If anything, | Norway", "While in Lima, | the envoy": behind the one comma that ends a few words without verb and name.
    fn after_verbless(&self, start: usize, end: usize) -> Option<usize> {
        let comma = (start + 2..end.saturating_sub(1).min(start + VERBLESS)).find(|i| self.nodes[*i].kind == NodeKind::Comma)?;
        let plain = |n: &Node| n.kind == NodeKind::Word && !n.class.is(Class::AND);
        let verbless = !self.groups.iter().any(|g| g.nodes.start > start && g.nodes.start < comma);
        (verbless && self.nodes[start..comma].iter().all(plain) && self.nodes[comma + 1..end].iter().all(plain)).then_some(comma + 1)
    }

    /// "Late on Wednesday | the prime minister", "Last week, | Norway": a day before a subject.
    fn after_day(&self, start: usize, end: usize) -> usize {
        let led = self.nodes[start].kind == NodeKind::Word && !self.nodes[start].name && !self.nodes[start].class.is(Class::ARTICLE);
        (start..end.saturating_sub(1).min(start + 4))
            .take_while(|i| !self.nodes[*i].name)
            .find(|i| {
                let next = &self.nodes[*i + 1];
                let comma = next.kind == NodeKind::Comma && *i + 2 < end;
                let timed = |n: &Node| n.class.is(Class::WEEKDAY.or(Class::TIME));
                // "Hours earlier, Norway"
                let earlier = self.nodes[*i].class.is(Class::ADVERB) && *i > start && timed(&self.nodes[*i - 1]);
                (timed(&self.nodes[*i]) || earlier) && (next.name || next.class.is(Class::ARTICLE) || comma)
            })
            .filter(|_| led)
            .map_or(start, |i| i + 1 + usize::from(self.nodes[i + 1].kind == NodeKind::Comma))
    }

    /// The node after the comma that ends an introduction; for one with a verb the last comma before a phrase that can be a
    /// subject, since its object may hold commas.
    pub(super) fn after_intro(&self, start: usize, end: usize, verbal: bool) -> Option<usize> {
        let mut commas = (start..end.saturating_sub(1)).filter(|i| self.nodes[*i].kind == NodeKind::Comma);
        if verbal {
            // "Calling for a halt, Shin, the adviser, Sullivan, U.S. adviser, and Akiba, the director, voiced": "and" behind a comma
            // closes a list of subjects; it begins with the first name
            let listed =
                (start..end.saturating_sub(1)).any(|i| self.nodes[i].kind == NodeKind::Comma && self.nodes[i + 1].class.is(Class::AND));
            if listed && let Some(first) = commas.clone().find(|i| self.nodes[*i + 1].name) {
                return Some(first + 1);
            }
            commas.rfind(|i| begins_phrase(&self.nodes[*i + 1])).map(|i| i + 1)
        } else {
            commas.next().map(|i| self.behind_titles(i + 1, end))
        }
    }

    /// "At the invitation of Bo Lind, President of Norway, | Ana Ruiz, President of Peru,", "of the Custodian, King Lind, King of Norway, | the
    /// ministers": behind the titles of whom the introduction names.
    fn behind_titles(&self, from: usize, end: usize) -> usize {
        let titled = |i: usize| {
            let n = &self.nodes[i];
            let title = n.kind == NodeKind::Word && n.capital && !n.name && is_nominal(n) && !n.plural;
            title && self.nodes.get(i + 1).is_some_and(|n| n.class.is(Class::OF))
        };
        let next = |i: usize| {
            (i..end.saturating_sub(1))
                .find(|i| self.nodes[*i].kind == NodeKind::Comma)
                .map(|i| i + 1)
        };
        match next(from) {
            Some(behind) if titled(from) && !self.nodes[behind].class.is(Class::AND) => behind,
            Some(title) if titled(title) => next(title)
                .filter(|i| self.nodes[*i].class.is(Class::ARTICLE) && self.nodes.get(*i + 1).is_some_and(|n| n.plural))
                .unwrap_or(from),
            _ => from,
        }
    }

    /// "told reporters on Friday in Seoul": what may stand between a reporting verb and the subject of what it reports.
    pub(super) fn after_fillers(&self, from: usize, end: usize) -> usize {
        let copula = |i: usize| self.nodes[i].class.is(Class::BE.or(Class::COPULA));
        let adjective = feeling(self.nodes, from).filter(|i| from > 0 && copula(from - 1) && i + 1 < end);
        let mut at = adjective.map_or(from, |i| i + 1);
        while at < end {
            let n = &self.nodes[at];
            let weekday = n.class.is(Class::WEEKDAY) && at + 1 < end;
            // "saying early tests": the adjective of the subject
            if n.class.is(Class::ADJECTIVE)
                && self
                    .nodes
                    .get(at + 1)
                    .is_some_and(|n| n.kind == NodeKind::Word && n.plural && !n.name)
            {
                return at;
            }
            if n.kind == NodeKind::Word && (n.class.is(Class::ADVERB) && !n.class.is(Class::DETERMINER) && !n.name || weekday) {
                at += 1;
            } else if n.class.is(Class::PREPOSITION) && !n.name && at + 2 < end && self.nodes[at + 1].class.is(Class::WEEKDAY) {
                at += 2;
            } else if let Some(behind) = self.behind_time(at, end) {
                at = behind;
            } else if n.kind == NodeKind::Word && n.class.is(Class::PREPOSITION) && !n.name && at + 2 < end {
                // a short prepositional phrase: "in a statement", "on Friday", "at the meeting"
                let words = (at + 1..end.min(at + 6)).take_while(|i| self.nodes[*i].kind != NodeKind::Comma);
                // "in a statement | following the talks | the pact": one phrase behind the other
                let another = |i: usize| {
                    let n = &self.nodes[i];
                    i > at + 1
                        && n.kind == NodeKind::Word
                        && n.class.is(Class::PREPOSITION)
                        && !n.class.is(Class::OF.or(Class::TO))
                        && !n.name
                };
                let stop = words.into_iter().find(|i| self.starts_after(*i, at) || another(*i));
                match stop {
                    Some(next) if another(next) => match self.after_fillers(next, end) {
                        behind if behind > next => return behind,
                        _ => return at,
                    },
                    Some(next) => at = next,
                    None => return at,
                }
            } else {
                return at;
            }
        }
        at
    }

    /// "said | last week | it", "said | the same day | Chad": behind a time that has no preposition, where a phrase begins there.
    fn behind_time(&self, at: usize, end: usize) -> Option<usize> {
        let word = |i: usize| self.nodes[i].kind == NodeKind::Word && !self.nodes[i].name;
        let leads = |n: &Node| n.class.is(Class::DETERMINER.or(Class::ADJECTIVE).or(Class::NUMERAL)) || n.kind == NodeKind::Number;
        let unit = (at + 1..end.min(at + 4)).find(|i| !leads(&self.nodes[*i]) || self.nodes[*i].class.is(Class::TIME))?;
        let led = self.nodes[at..unit].iter().all(|n| leads(n) && !n.name);
        let behind = (unit + 1..end).find(|i| !(word(*i) && self.nodes[*i].class.is(Class::ADVERB)))?;
        let n = &self.nodes[behind];
        let begins = n.name || n.class.is(Class::ARTICLE.or(Class::POSSESSIVE).or(Class::SUBJECT));
        (led && word(unit) && self.nodes[unit].class.is(Class::TIME) && n.kind == NodeKind::Word && begins).then_some(behind)
    }

    /// A phrase begins at `i` after the one that the preposition at `from` governs has had its noun.
    pub(super) fn starts_after(&self, i: usize, from: usize) -> bool {
        i > from + 1
            && is_nominal(&self.nodes[i - 1])
            && !self.nodes[i - 1].class.is(Class::ADJECTIVE)
            && (self.nodes[i].class.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT))
                || self.nodes[i].name && !self.nodes[i - 1].name)
    }

    /// "A, B and C": commas, and an "and" after the last of them.
    pub(super) fn is_list(&self, start: usize, end: usize) -> bool {
        // "quick results, and the chancellor": one comma right before "and" parts clauses
        let listed =
            (start..end).any(|i| self.nodes[i].kind == NodeKind::Comma && !self.nodes.get(i + 1).is_some_and(|n| n.class.is(Class::AND)));
        let last = (start..end)
            .rev()
            .find(|i| self.nodes[*i].kind == NodeKind::Comma)
            .filter(|_| listed || self.nodes[start].name);
        let and = last.is_some_and(|c| (c..end).any(|i| self.nodes[i].class.is(Class::AND)));
        and && begins_phrase(&self.nodes[start])
    }

    /// Walks left from `end` over one noun phrase: stops before a determiner or a name that another noun runs into.
    pub(super) fn phrase_start(&self, end: usize, floor: usize) -> usize {
        let mut start = end;
        while start > floor {
            let i = start - 1;
            let n = &self.nodes[i];
            let inside = match n.kind {
                NodeKind::Word => {
                    n.name
                        || is_nominal(n)
                        || n.class.is(Class::DETERMINER
                            .or(Class::POSSESSIVE)
                            .or(Class::NUMERAL)
                            .or(Class::ADJECTIVE)
                            .or(Class::PREPOSITION)
                            .or(Class::AND))
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
                next.class.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT)) && !next.class.is(Class::PREPOSITION)
                    || next.name && !n.name && !n.capital && n.kind == NodeKind::Word
            };
            if meets {
                break;
            }
            start = i;
        }
        while start < end
            && self.nodes[start].kind == NodeKind::Word
            && self.nodes[start].class.is(Class::PREPOSITION.or(Class::AND))
            && !self.nodes[start].name
        {
            start += 1;
        }
        start
    }
}
