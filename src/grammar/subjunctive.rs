//! The subjunctive: bare verbs that say what shall be, "demanded that Peru leave the pass".
//!
//! Owns: behind which "that" a bare verb has a singular subject.
//! Leaves to: [`super::base`] all other bare verbs, [`super::clause`] what a verb behind it is joined to.

use super::lexicon::{Class, Form, Valency};
use super::phrase::{BEFORE_NOUN, CLOSED, is_nominal};
use super::stream::{Node, NodeKind};
use super::verb::Group;

/// "asking that Tokyo share all data", "demanded that Peru, the other party, leave the pass": a bare verb behind the phrase that "that" opens
/// right behind the verb that asks; `last` is the node before it. Commas may insert something, a relative clause too. "that it leave" needs
/// nobody who asks.
pub(super) fn is_asked(nodes: &[Node], last: usize, before: &[Group], valency: &dyn Valency) -> bool {
    if nodes[last].class.is(Class::SINGULAR) && last > 0 && nodes[last - 1].class.is(Class::THAT) {
        return true;
    }
    // "requests further that"
    let opens = |g: &Group| {
        g.nodes.end
            + usize::from(
                nodes
                    .get(g.nodes.end)
                    .is_some_and(|n| n.class.is(Class::ADVERB) && !n.class.is(Class::THAT)),
            )
    };
    let that = |g: &&Group| nodes.get(opens(g)).is_some_and(|n| n.class.is(Class::THAT)) && opens(g) < last;
    let Some(g) = before
        .iter()
        .rev()
        .take(3)
        .find(that)
        .filter(|g| valency.acts(g.lemma) && valency.takes_that(g.lemma))
    else {
        return false;
    };
    let from = opens(g) + 1;
    // "demands that, as a first step, Peru leave": behind what two commas insert
    let comma = |i: usize| nodes[i].kind == NodeKind::Comma;
    let intro = (from < last && comma(from)).then(|| (from + 1..last).find(|i| comma(*i))).flatten();
    let from = intro.map_or(from, |i| i + 1);
    let several = valency.asks(g.lemma);
    let inside = |n: &Node| n.name || n.class.is(Class::OF) || several && n.class.is(Class::AND) || !n.class.is(CLOSED);
    let part = |n: &Node| matches!(n.kind, NodeKind::Word | NodeKind::Clitic | NodeKind::Hyphen) && inside(n);
    let inserts = nodes[last].kind == NodeKind::Comma;
    let end = match inserts {
        true => (from + 1..last).find(|i| nodes[*i].kind == NodeKind::Comma),
        false => Some(last + 1),
    };
    let Some(end) = end.filter(|end| *end > from && nodes[from..*end].iter().all(part)) else {
        return false;
    };
    let l = &nodes[end - 1];
    let single =
        !inserts || !nodes[end + 1..last].iter().any(|n| n.kind == NodeKind::Comma) && !nodes[end + 1].class.is(Class::CONJUNCTION);
    let verbless = !before.iter().any(|v| v.nodes.start >= from && v.nodes.end <= end);
    // "agreed that the ministers meet" may tell what they do
    let one = valency.asks(g.lemma) || !l.plural && !nodes[from..end].iter().any(|n| n.class.is(Class::AND.or(Class::PLURAL)) && !n.name);
    single && verbless && one && (l.name || is_nominal(l)) && !l.class.is(BEFORE_NOUN.or(Class::ADJECTIVE))
}

/// "halt what it called raids", "free 20 prisoners": what follows a verb, and no noun.
pub(super) fn question_or_number(nodes: &[Node], at: usize) -> bool {
    let next = nodes.get(at + 1);
    next.is_some_and(|n| n.kind == NodeKind::Number || n.class.is(Class::RELATIVE) && !n.class.is(Class::THAT))
}

/// "that Peru be heard": "be" alone has no tense, whatever stands before it.
pub(super) fn is_bare_be(node: &Node) -> bool {
    node.class.is(Class::BE) && node.verbs.iter().any(|(_, f)| *f == Form::Base)
}
