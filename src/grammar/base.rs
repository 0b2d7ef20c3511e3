//! Base forms: whether "plan" has a tense, is an infinitive joined to one, or is a noun.
//!
//! Owns: plural subjects, also far from their verb, verbs joined to what was agreed.
//! Leaves to: [`super::subjunctive`] bare verbs behind "asking that", [`super::reading`] all other forms.

use super::lexicon::{Class, Form, Lemma, Valency};
use super::phrase::{
    AUXILIARY, BEFORE_NOUN, CLOSED, begins_phrase, complement_follows, ends_clause, has_verb, is_nominal, next_of, object_follows,
};
use super::stream::{Node, NodeKind};
use super::subjunctive::{is_asked, question_or_number};
use super::verb::{Group, Shape};

/// A base form: finite after a plural subject, bare infinitive after "and" or a comma that joins it to one.
pub(super) fn base(
    nodes: &[Node],
    at: usize,
    left: Option<(usize, &Node)>,
    before: &[Group],
    lemma: Lemma,
    valency: &dyn Valency,
) -> Option<Shape> {
    let node = &nodes[at];
    let performs = valency.performs(lemma);
    let noun = node
        .class
        .is(Class::VERB_NOUN.or(Class::NOUN).or(Class::VERB_ADJECTIVE).or(Class::ADJECTIVE));
    let Some((i, l)) = left else {
        return (complement_follows(nodes, at)
            // "Press Statement on": a title; "Support Chad in its quest.": none
            && !nodes.get(at + 1).is_some_and(|n| n.capital && !(n.name && (performs || valency.is_cue(lemma) && ends_sentence(nodes))))
            && !nodes.get(at + 1).is_some_and(|n| n.class.is(Class::OF)))
        .then_some(Shape::BareInfinitive);
    };
    // "made it clear that": the pronoun is the object of the verb before it
    let object = l.class.is(Class::OBJECT) && before.last().is_some_and(|g| g.nodes.end == i);
    if object && node.class.is(Class::ADJECTIVE.or(Class::VERB_ADJECTIVE)) {
        return None;
    }
    if l.class.is(Class::SUBJECT) {
        // "we're ready": the pronoun has its verb
        return (!l.class.is(AUXILIARY)).then_some(Shape::Finite);
    }
    let verb = |l: &Node| !noun || l.name && complement_follows(nodes, at) || object_follows(nodes, at) || question_or_number(nodes, at);
    if verb(l) && is_asked(nodes, i, before, valency) {
        return Some(Shape::Finite);
    }
    // "Lima and Quito, wary of the plan, say": what the commas insert parts a plural subject from its verb
    if valency.takes_that(lemma) && complement_follows(nodes, at) && inserted(nodes, i, before).is_some_and(|head| is_several(nodes, head))
    {
        return Some(Shape::Finite);
    }
    let joined = matches!(l.kind, NodeKind::Comma | NodeKind::Semicolon)
        || l.kind == NodeKind::Word && (l.class.is(Class::AND) || l.class.is(Class::CONJUNCTION) && !noun);
    let infinitive_follows = nodes.get(at + 1).is_some_and(|n| {
        n.class.is(Class::TO.or(Class::THAT))
            || performs && n.class.is(Class::PREPOSITION.or(Class::ADVERB).or(Class::ADJECTIVE)) && !n.class.is(Class::OF)
    });
    // "We, the ministers of Chad, Chile and Peru, reiterate our hope": all before it is a list of who acts
    let listed = |n: &Node| n.plural || n.class.is(Class::AND.or(Class::PLURAL));
    if matches!(l.kind, NodeKind::Comma | NodeKind::Dash)
        && before.is_empty()
        && performs
        && (object_follows(nodes, at) || infinitive_follows)
        && nodes[..i].iter().any(listed)
    {
        return Some(Shape::Finite);
    }
    if joined && (!noun || object_follows(nodes, at) || infinitive_follows) {
        let last = before
            .iter()
            .rev()
            .find(|g| !matches!(g.shape, Shape::Participle | Shape::PastOrParticiple) || g.nodes.end == i)?;
        // "They reaffirm the importance of X to do Y and condemn Z": joined to a verb that also performs, not to the nearest
        let performer = before
            .iter()
            .rev()
            .find(|g| g.shape == Shape::Finite && g.form == Form::Base && g.modal.is_none());
        // "have agreed to reopen the pier and plan to widen it": nobody agrees to plan
        let intends = valency.intends(lemma) && nodes.get(at + 1).is_some_and(|n| n.class.is(Class::TO));
        let plural = |g: &Group| g.shape == Shape::Finite && (g.form == Form::Base && g.modal.is_none() || is_plural_perfect(nodes, g));
        if intends && l.class.is(Class::AND) && before.iter().any(plural) {
            return Some(Shape::Finite);
        }
        // "to close the gap, keep the peace", "to monitor and verify the truce"
        let nearest =
            matches!(last.shape, Shape::ToInfinitive | Shape::BareInfinitive) && (l.kind == NodeKind::Comma || last.nodes.end == i);
        if performs && !nearest && performer.is_some_and(|g| valency.is_cue(g.lemma)) {
            return Some(Shape::Finite);
        }
        return match (last.shape, last.form) {
            (Shape::ToInfinitive | Shape::BareInfinitive, _) => Some(Shape::BareInfinitive),
            (Shape::Finite, Form::Base) => Some(if last.modal.is_some() {
                Shape::BareInfinitive
            } else {
                Shape::Finite
            }),
            // "have agreed, but remain", "say that the pass is closed, and warn": a plural verb joined to one
            _ => before.iter().rev().take(4).find_map(|g| match (g.shape, g.form) {
                (Shape::ToInfinitive | Shape::BareInfinitive, _) => Some(Shape::BareInfinitive),
                (Shape::Finite, Form::Base) if g.modal.is_some() => Some(Shape::BareInfinitive),
                (Shape::Finite, Form::Base) if !g.copula => Some(Shape::Finite),
                (Shape::Finite, Form::Participle) if is_plural_perfect(nodes, g) && !noun => Some(Shape::Finite),
                _ => None,
            }),
        };
    }
    if l.class.is(Class::RELATIVE) && !l.class.is(Class::SUBORDINATOR) {
        return Some(Shape::Finite);
    }
    if !noun && reports_late(nodes, (at, lemma), i, before, valency) {
        return Some(Shape::Finite);
    }
    let several = l.plural
        || l.class.is(Class::PLURAL)
        || l.name
            && !l.demonym
            && nodes[before.last().map_or(0, |g| g.nodes.end).min(i)..i]
                .iter()
                .any(|n| n.class.is(Class::AND))
        || (!noun || performs && before.is_empty() && is_only_tense(nodes, at))
            && l.class.0 & Class::DETERMINER.0 == 0
            && heads_plural(nodes, i, before, valency);
    let nominal = l.kind == NodeKind::Word && is_nominal(l) && !l.class.is(BEFORE_NOUN.or(Class::ADJECTIVE).or(Class::PREPOSITION))
        || l.class.is(Class::PLURAL);
    let free = !before.iter().any(|g| {
        g.shape == Shape::Finite
            && !nodes[g.nodes.end..at]
                .iter()
                .any(|n| n.kind != NodeKind::Word || n.class.is(Class::SUBORDINATOR.or(Class::RELATIVE).or(Class::CONJUNCTION)))
    });
    let next = nodes.get(at + 1);
    let governed = object_follows(nodes, at)
        || next.is_some_and(|n| n.class.is(Class::TO.or(Class::THAT)))
        || next.is_some_and(|n| n.class.is(Class::PREPOSITION)) && free;
    // "Chad and Mali often hold drills": behind a name no noun has an adverb before it
    let next_noun = next.is_some_and(|n| n.kind == NodeKind::Word && is_nominal(n) && !n.class.is(CLOSED));
    if several && nominal && l.name && i + 1 < at && nodes[at - 1].class.is(Class::ADVERB) && next_noun && before.is_empty() {
        return Some(Shape::Finite);
    }
    // "The E3 condemn the raid": a group may act as several
    let acts_as_several = l.name && performs && !noun && before.is_empty() && is_only_tense(nodes, at);
    let several = several || acts_as_several;
    let verb = if noun {
        governed && complement_follows(nodes, at)
    } else {
        // "aid workers say authorities have": a verb that governs a clause may have a bare noun behind it
        let clause = valency.takes_that(lemma) && next.is_some_and(begins_phrase);
        complement_follows(nodes, at) || l.name || clause
    };
    (nominal && several && verb && !next_of(nodes, at)).then_some(Shape::Finite)
}

/// Whether a mark ends the stream: no title has one.
fn ends_sentence(nodes: &[Node]) -> bool {
    nodes
        .last()
        .is_some_and(|n| matches!(n.kind, NodeKind::Stop | NodeKind::Semicolon | NodeKind::Comma))
}

/// "others involved in trying to end the war say most boats are lost": a verb that governs nothing but a clause and has one, behind a noun and
/// verbs without a tense that describe a plural.
fn reports_late(nodes: &[Node], (at, lemma): (usize, Lemma), last: usize, before: &[Group], valency: &dyn Valency) -> bool {
    let only = valency.takes_that(lemma) && !valency.takes_object(lemma) && !valency.takes_hearer(lemma);
    let described = before.first().is_some_and(|g| {
        let head = g.nodes.start.checked_sub(1).map(|i| &nodes[i]);
        matches!(g.shape, Shape::PastOrParticiple | Shape::Participle | Shape::Ing)
            && head.is_some_and(|n| n.plural || n.class.is(Class::PLURAL))
    });
    let tenseless = || before.iter().all(|g| g.shape != Shape::Finite);
    let clause = || nodes.get(at + 1).is_some_and(|n| begins_phrase(n) || n.class.is(Class::THAT)) && has_verb(&nodes[at + 1..]);
    only && described && is_nominal(&nodes[last]) && tenseless() && clause()
}

/// The last node before what two commas insert, the second of them at `close`: "the rebels, who hold the north, say". No verb with a
/// tense stands before the first, nor between them but in a relative clause.
pub(super) fn inserted(nodes: &[Node], close: usize, before: &[Group]) -> Option<usize> {
    if nodes[close].kind != NodeKind::Comma {
        return None;
    }
    let open = (1..close).rev().find(|i| nodes[*i].kind == NodeKind::Comma)?;
    let relative = nodes[open + 1].class.is(Class::RELATIVE) && !nodes[open + 1].class.is(Class::THAT);
    let tensed = |g: &Group| g.shape == Shape::Finite || g.shape == Shape::PastOrParticiple && !relative && g.nodes.start > open + 1;
    let clause = before.iter().any(|g| tensed(g) && (g.nodes.start < open || !relative));
    let opens = nodes[open + 1].class.is(Class::CONJUNCTION.or(Class::AND));
    (!clause && !opens && is_nominal(&nodes[open - 1])).then_some(open - 1)
}

/// Whether the phrase that ends at node `last` is several: a plural, or names joined by "and".
fn is_several(nodes: &[Node], last: usize) -> bool {
    let l = &nodes[last];
    let joined = (0..last)
        .rev()
        .take(8)
        .take_while(|i| nodes[*i].kind != NodeKind::Comma)
        .any(|i| nodes[i].class.is(Class::AND));
    l.plural || l.class.is(Class::PLURAL) || l.name && joined
}

/// "the gaps in the plan remain": the phrase that ends at node `last` is governed by a preposition behind a plural noun, and no verb with
/// a tense stands before it in its clause.
fn heads_plural(nodes: &[Node], last: usize, before: &[Group], valency: &dyn Valency) -> bool {
    let floor = match before.last() {
        Some(g) if g.shape == Shape::Finite && valency.takes_that(g.lemma) => g.nodes.end,
        // "Taking the report into account, the members of the group recognise"
        Some(g) if before.len() == 1 && g.shape == Shape::Ing && g.nodes.start == 0 => {
            let comma = (g.nodes.end..last).rev().find(|i| nodes[*i].kind == NodeKind::Comma);
            match comma {
                Some(comma) => comma,
                None => return false,
            }
        }
        Some(g) if g.shape == Shape::PastOrParticiple && valency.takes_that(g.lemma) => g.nodes.end,
        Some(_) => return false,
        None => 0,
    };
    let inside = |n: &Node| {
        matches!(n.kind, NodeKind::Word | NodeKind::Number | NodeKind::Hyphen | NodeKind::Clitic)
            && (n.name || n.class.is(Class::PREPOSITION) || !n.class.is(CLOSED))
    };
    (floor + 1..=last).rev().take_while(|i| inside(&nodes[*i])).any(|i| {
        nodes[i].class.is(Class::PREPOSITION) && !nodes[i].name && nodes[i - 1].plural && !nodes[i - 1].name && is_nominal(&nodes[i - 1])
    })
}

/// "The members of the Council call on the parties to leave": no other word up to the end of the clause has a tense.
fn is_only_tense(nodes: &[Node], at: usize) -> bool {
    let tensed = |n: &Node| {
        n.kind == NodeKind::Word
            && !n.name
            && (n.class.is(AUXILIARY) || n.verbs.iter().any(|(_, f)| *f == Form::Past) && !n.class.is(Class::ADJECTIVE))
    };
    !nodes[at + 1..].iter().take_while(|n| !ends_clause(n)).any(tensed)
}

/// "have agreed", "have been told"
fn is_plural_perfect(nodes: &[Node], group: &Group) -> bool {
    let first = &nodes[group.nodes.start];
    first.class.is(Class::HAVE) && first.verbs.iter().any(|(_, f)| *f == Form::Base)
}
