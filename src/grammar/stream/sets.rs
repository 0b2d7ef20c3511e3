//! Set phrases that stand where an adverb may: "at the same time", "a week later".
//!
//! Owns: which words of a stream are one; each of them counts as an adverb from then on.
//! Leaves to: [`crate::grammar::lexicon`] which phrases there are.

use super::{Node, NodeKind, Source};
use crate::grammar::lexicon::Class;
use crate::grammar::phrase::{AUXILIARY, is_temporal};

/// Words of the longest set phrase: "as a matter of urgency".
const LONGEST: usize = 5;

impl Source<'_> {
    /// Makes adverbs of the words of the set phrases in `nodes`; of time, where one of them is a time.
    pub(super) fn join_sets(&self, nodes: &mut [Node]) {
        self.count_than(nodes);
        let mut i = 0;
        while i + 1 < nodes.len() {
            let Some(set) = self.set_at(nodes, i) else {
                i += 1;
                continue;
            };
            // "said next week would be decisive": a time that acts
            let acts = nodes.get(set.end).is_some_and(|n| n.class.is(AUXILIARY));
            let words = &mut nodes[i..set.end];
            let time = words.iter().any(|n| n.class.is(Class::TIME));
            if set.class.is(Class::ADVERB) && !(time && acts) {
                for node in words {
                    node.class = if time { Class::ADVERB.or(Class::TIME) } else { Class::ADVERB };
                    node.verbs.clear();
                }
            }
            i = set.end;
        }
    }

    /// "more than 100 people", "fewer than half": "than" belongs to the number and opens no clause.
    fn count_than(&self, nodes: &mut [Node]) {
        for i in 1..nodes.len().saturating_sub(1) {
            let counts = nodes[i].class.is(Class::SUBORDINATOR)
                && self.text.word(nodes[i].tokens.start) == "than"
                && matches!(self.text.word(nodes[i - 1].tokens.start), "more" | "less" | "fewer" | "greater")
                && (nodes[i + 1].kind == NodeKind::Number || nodes[i + 1].class.is(Class::NUMERAL));
            if counts {
                nodes[i].class = Class::NUMERAL;
            }
        }
    }

    /// The longest set phrase that begins at node `i`: of "as well as" not "as well" alone.
    fn set_at(&self, nodes: &[Node], i: usize) -> Option<Set> {
        if !self.can_stand(&nodes[i], Class::OPENS_SET) {
            return None;
        }
        let later = || {
            (i + 2..nodes.len().min(i + LONGEST))
                .take_while(|j| self.can_stand(&nodes[*j], Class::LATER_IN_SET))
                .count()
        };
        let longer = if self.can_stand(&nodes[i + 1], Class::SECOND_IN_SET) {
            later()
        } else {
            0
        };
        let pair = self.can_stand(&nodes[i + 1], Class::ENDS_PAIR).then_some(i + 2);
        if longer == 0 && pair.is_none() {
            return None;
        }
        let ends = (i + 3..i + 3 + longer).rev().chain(pair);
        ends.filter(|end| !nodes.get(*end).is_some_and(goes_on)).find_map(|end| {
            let class = self.lexicon.entry(&self.joined(&nodes[i..end]))?.class;
            Some(Set { end, class })
        })
    }

    /// Whether the word of `node` can stand at `place` of a set phrase.
    fn can_stand(&self, node: &Node, place: Class) -> bool {
        self.known.at(self.text, node.tokens.start).in_set.is(place) && node.kind == NodeKind::Word && !node.name
    }

    fn joined(&self, nodes: &[Node]) -> String {
        let mut words = String::with_capacity(32);
        for node in nodes {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(self.text.word(node.tokens.start));
        }
        words
    }
}

/// A set phrase in a stream: the node behind it, and what it is.
struct Set {
    end: usize,
    class: Class,
}

/// "last week's plan" owns, "at least 30" counts, and "one day after" governs.
fn goes_on(node: &Node) -> bool {
    is_temporal(node)
        || matches!(node.kind, NodeKind::Clitic | NodeKind::Number | NodeKind::Symbol)
        || node.class.is(Class::NUMERAL) && !node.class.is(Class::ADVERB)
}
