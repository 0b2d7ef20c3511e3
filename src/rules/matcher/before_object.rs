//! What may stand between a verb and its object: "welcomed on Monday in the warmest terms the release".
//!
//! Owns: adverbs, days, phrases of manner, judgments; where the object begins behind them.
//! Leaves to: [`super::slots`] whether an object begins there.

use super::View;
use crate::grammar::phrase::begins_phrase;
use crate::grammar::{Class, Node, NodeKind};

/// Nodes from a comma behind a verb to the one that closes what both insert: ", on behalf of the government and people of Norway,".
const INSERTED: usize = 14;

impl View<'_> {
    /// "calls further for", "requests further that": behind an adverb that may be an adjective, too, stands no noun.
    fn governs_next(&self, at: usize) -> bool {
        let next = self.nodes.get(at + 1);
        next.is_some_and(|n| n.class.is(Class::PREPOSITION.or(Class::THAT).or(Class::ARTICLE)) && !n.name)
    }

    /// "welcomed on Monday the release": a day or an adverb between verb and object.
    pub(super) fn skip_adverbs_before_object(&self, at: usize, limit: usize) -> usize {
        let mut start = at;
        let mut phrases = 0;
        while start < limit {
            let n = &self.nodes[start];
            // "discussed yesterday's meeting"
            let owner = self.nodes.get(start + 1).is_some_and(|n| n.kind == NodeKind::Clitic);
            // "announced later Tuesday a levy"
            let dated = n.class.is(Class::ADVERB) && self.nodes.get(start + 1).is_some_and(|n| n.class.is(Class::WEEKDAY) && !n.name);
            let filler = n.kind == NodeKind::Word
                && !n.name
                && !owner
                && (dated
                    || n.class.is(Class::ADVERB) && n.class.is(Class::ADJECTIVE) && self.governs_next(start)
                    || n.class.is(Class::ADVERB)
                        && !n
                            .class
                            .is(Class::DETERMINER.or(Class::ADJECTIVE).or(Class::NUMERAL).or(Class::PREPOSITION))
                    || n.class.is(Class::WEEKDAY));
            let phrase = n.kind == NodeKind::Word
                && n.class.is(Class::PREPOSITION)
                && !n.class.is(Class::TO.or(Class::OF))
                && phrases == 0
                && self.is_manner(start);
            let time = self.nodes.get(start + 1).is_some_and(|n| n.class.is(Class::TIME))
                && self
                    .nodes
                    .get(start + 2)
                    .is_some_and(|n| n.name || n.class.is(Class::DETERMINER.or(Class::POSSESSIVE)));
            if n.kind == NodeKind::Word
                && n.class.is(Class::PREPOSITION)
                && !n.class.is(Class::TO.or(Class::OF))
                && start == at
                && self.is_short_manner(start)
            {
                start += 2;
            } else if start == at
                && let Some(behind) = self.over_judgment(start, limit)
            {
                start = behind;
            } else if n.kind == NodeKind::Word && time && start == at {
                // "declared last week a ceasefire"
                start += 2;
            } else if n.kind == NodeKind::Comma && start == at {
                // "welcomed, in this regard, the": a pair of commas
                match (start + 1..limit.min(start + INSERTED)).find(|i| self.nodes[*i].kind == NodeKind::Comma) {
                    Some(second) if self.nodes[start + 1].class.is(Class::PREPOSITION.or(Class::ADVERB)) => start = second + 1,
                    _ => return start,
                }
            } else if filler {
                start += 1;
            } else if phrase {
                match self.skip_filler(start, limit) {
                    Some(next) if next < limit && begins_phrase(&self.nodes[next]) => start = next,
                    _ => return start,
                }
                phrases += 1;
            } else {
                break;
            }
        }
        start
    }

    /// "in the strongest terms", "on Monday": phrases that may stand between a verb and its object.
    fn is_manner(&self, at: usize) -> bool {
        (at + 1..(at + 5).min(self.nodes.len())).any(|i| {
            matches!(self.word(i), "terms" | "term" | "language" | "words" | "way" | "manner")
                || self.nodes[i].class.is(Class::WEEKDAY) && i == at + 1
                // "noting in this regard the role of"
                || matches!(self.word(i), "regard" | "connection" | "context" | "respect") && self.nodes[i - 1].class.is(Class::DETERMINER)
        })
    }

    /// "endorsed as fair and reasonable the plan": where the object begins behind "as" and its adjectives.
    fn over_judgment(&self, at: usize, limit: usize) -> Option<usize> {
        let quality = |i: &usize| !self.nodes[*i].name && self.nodes[*i].class.is(Class::ADJECTIVE.or(Class::AND).or(Class::ADVERB));
        let end = (at + 1..limit.min(at + 7))
            .find(|i| !quality(i))
            .filter(|_| self.word(at) == "as")?;
        let object = |n: &Node| n.name || n.class.is(Class::DETERMINER.or(Class::POSSESSIVE));
        (end > at + 2 && self.nodes[at + 1].class.is(Class::ADJECTIVE) && object(&self.nodes[end])).then_some(end)
    }

    /// "in particular the", "in detail the": a preposition and one word, and then an object.
    fn is_short_manner(&self, at: usize) -> bool {
        let word = self.nodes.get(at + 1).is_some_and(|n| {
            n.kind == NodeKind::Word
                && !n.name
                && !n.capital
                && !n
                    .class
                    .is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::OBJECT).or(Class::NUMERAL))
                // "back down before the vote"
                && !n.class.is(Class::PREPOSITION)
        });
        // "dismissed as "lies" reports that"
        let quoted = |i: usize| self.nodes.get(i).is_some_and(|n| n.quoted);
        if word && self.word(at) == "as" && quoted(at + 1) && !quoted(at + 2) && self.nodes.get(at + 2).is_some_and(begins_phrase) {
            return true;
        }
        word && self
            .nodes
            .get(at + 2)
            .is_some_and(|n| n.name || n.class.is(Class::DETERMINER.or(Class::POSSESSIVE)))
    }
}
