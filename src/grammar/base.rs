//! Base forms: whether "plan" has a tense, is an infinitive joined to one, or is a noun.
//!
//! Owns: plural subjects, also far from their verb, verbs joined to what was agreed.
//! Leaves to: [`super::subjunctive`] bare verbs behind "asking that", [`super::reading`] all other forms.

use super::lexicon::{Class, Form, Valency};
use super::phrase::{
    AUXILIARY, BEFORE_NOUN, CLOSED, begins_phrase, complement_follows, ends_clause, has_verb, is_nominal, next_of, object_follows,
};
use super::reading::Seat;
use super::stream::{Node, NodeKind};
use super::subjunctive::{is_asked, question_or_number};
use super::verb::{Group, Shape};

/// A base form: finite after a plural subject, bare infinitive after "and" or a comma that joins it to one.
pub(super) fn base(seat: &Seat) -> Option<Shape> {
    let Some((i, l)) = seat.left else {
        return opens_title_or_list(seat).then_some(Shape::BareInfinitive);
    };
    let (nodes, at, before, node) = (seat.nodes, seat.at, seat.before, seat.node());
    // "made it clear that": the pronoun is the object of the verb before it
    let object = l.class.is(Class::OBJECT) && before.last().is_some_and(|g| g.nodes.end == i);
    if object && node.class.is(Class::ADJECTIVE.or(Class::VERB_ADJECTIVE)) {
        return None;
    }
    if l.class.is(Class::SUBJECT) {
        // "we're ready": the pronoun has its verb
        return (!l.class.is(AUXILIARY)).then_some(Shape::Finite);
    }
    let noun = is_noun_too(node);
    let verb = !noun || l.name && complement_follows(nodes, at) || object_follows(nodes, at) || question_or_number(nodes, at);
    if verb && is_asked(nodes, i, before, seat.valency) || reports_behind_insertion(seat, i) || is_listed(seat, (i, l)) {
        return Some(Shape::Finite);
    }
    let joins = matches!(l.kind, NodeKind::Comma | NodeKind::Semicolon)
        || l.kind == NodeKind::Word && (l.class.is(Class::AND) || l.class.is(Class::CONJUNCTION) && !noun);
    if joins && (!noun || object_follows(nodes, at) || infinitive_follows(seat)) {
        return joined(seat, (i, l), noun);
    }
    let relative = l.class.is(Class::RELATIVE) && !l.class.is(Class::SUBORDINATOR);
    let finite = relative || !noun && reports_late(seat, i) || behind_plural(seat, (i, l), noun);
    finite.then_some(Shape::Finite)
}

/// Whether the word may be a noun or an adjective as well.
fn is_noun_too(node: &Node) -> bool {
    node.class
        .is(Class::VERB_NOUN.or(Class::NOUN).or(Class::VERB_ADJECTIVE).or(Class::ADJECTIVE))
}

/// The first word of a stream: "Support Chad in its quest.", not "Press Statement on", a title.
fn opens_title_or_list(seat: &Seat) -> bool {
    let named = |n: &Node| n.name && (seat.performs() || seat.valency.is_cue(seat.lemma) && ends_sentence(seat.nodes));
    complement_follows(seat.nodes, seat.at) && !seat.next().is_some_and(|n| n.capital && !named(n) || n.class.is(Class::OF))
}

/// "plan to", "agree that"; behind a verb that performs also what a preposition opens.
fn infinitive_follows(seat: &Seat) -> bool {
    // "stand with", "stand united with"
    let behind = Class::PREPOSITION
        .or(Class::ADVERB)
        .or(Class::ADJECTIVE)
        .or(Class::PARTICIPLE_ADJECTIVE);
    seat.next()
        .is_some_and(|n| n.class.is(Class::TO.or(Class::THAT)) || seat.performs() && n.class.is(behind) && !n.class.is(Class::OF))
}

/// "Lima and Quito, wary of the plan, say": what the commas insert parts a plural subject from its verb.
fn reports_behind_insertion(seat: &Seat, i: usize) -> bool {
    seat.valency.takes_that(seat.lemma)
        && complement_follows(seat.nodes, seat.at)
        && inserted(seat.nodes, i, seat.before).is_some_and(|head| is_several(seat.nodes, head))
}

/// "We, the ministers of Chad, Chile and Peru, reiterate our hope": all before it is a list of who acts.
fn is_listed(seat: &Seat, (i, l): (usize, &Node)) -> bool {
    let several = |n: &Node| n.plural || n.class.is(Class::AND.or(Class::PLURAL));
    matches!(l.kind, NodeKind::Comma | NodeKind::Dash)
        && seat.before.is_empty()
        && seat.performs()
        && (object_follows(seat.nodes, seat.at) || infinitive_follows(seat))
        && seat.nodes[..i].iter().any(several)
}

/// Behind "and" or a comma: what the verb is to which it is joined.
fn joined(seat: &Seat, (i, l): (usize, &Node), noun: bool) -> Option<Shape> {
    let (nodes, before) = (seat.nodes, seat.before);
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
    let intends = seat.valency.intends(seat.lemma) && seat.next().is_some_and(|n| n.class.is(Class::TO));
    let plural = |g: &Group| g.shape == Shape::Finite && (g.form == Form::Base && g.modal.is_none() || is_plural_perfect(nodes, g));
    if intends && l.class.is(Class::AND) && before.iter().any(plural) {
        return Some(Shape::Finite);
    }
    // "We took note of the plan and welcome the talks": who speaks now told before what was done
    let ours = seat
        .nodes
        .first()
        .is_some_and(|n| n.class.is(Class::SUBJECT) && !n.class.is(Class::SINGULAR))
        && last.shape == Shape::Finite;
    if ours && l.class.is(Class::AND) && seat.performs() && last.form == Form::Past && object_follows(nodes, seat.at) {
        return Some(Shape::Finite);
    }
    // "to close the gap, keep the peace", "to monitor and verify the truce"
    let nearest = matches!(last.shape, Shape::ToInfinitive | Shape::BareInfinitive) && (l.kind == NodeKind::Comma || last.nodes.end == i);
    if seat.performs() && !nearest && performer.is_some_and(|g| seat.valency.is_cue(g.lemma)) {
        return Some(Shape::Finite);
    }
    match (last.shape, last.form) {
        (Shape::ToInfinitive | Shape::BareInfinitive, _) => Some(Shape::BareInfinitive),
        (Shape::Finite, Form::Base) if last.modal.is_some() => Some(Shape::BareInfinitive),
        (Shape::Finite, Form::Base) => Some(Shape::Finite),
        // "have agreed, but remain", "say that the pass is closed, and warn": a plural verb joined to one
        _ => before.iter().rev().take(4).find_map(|g| match (g.shape, g.form) {
            (Shape::ToInfinitive | Shape::BareInfinitive, _) => Some(Shape::BareInfinitive),
            (Shape::Finite, Form::Base) if g.modal.is_some() => Some(Shape::BareInfinitive),
            (Shape::Finite, Form::Base) if !g.copula => Some(Shape::Finite),
            (Shape::Finite, Form::Participle) if is_plural_perfect(nodes, g) && !noun => Some(Shape::Finite),
            _ => None,
        }),
    }
}

/// Right behind its subject, several: "the sides agree", "Chad and Mali often hold drills".
fn behind_plural(seat: &Seat, (i, l): (usize, &Node), noun: bool) -> bool {
    let (nodes, at, before, next) = (seat.nodes, seat.at, seat.before, seat.next());
    let nominal = l.kind == NodeKind::Word && is_nominal(l) && !l.class.is(BEFORE_NOUN.or(Class::ADJECTIVE).or(Class::PREPOSITION))
        || l.class.is(Class::PLURAL);
    if !nominal {
        return false;
    }
    let several = is_plural_subject(seat, (i, l), noun);
    if seat.node().class.is(Class::COPULA) && several && seat.felt() {
        return true;
    }
    // "Chad and Mali often hold drills": behind a name no noun has an adverb before it
    let next_noun = next.is_some_and(|n| n.kind == NodeKind::Word && is_nominal(n) && !n.class.is(CLOSED));
    if several && l.name && i + 1 < at && nodes[at - 1].class.is(Class::ADVERB) && next_noun && before.is_empty() {
        return true;
    }
    // "The E3 condemn the raid": a group may act as several
    let acts_as_several = || l.name && seat.performs() && !noun && before.is_empty() && is_only_tense(nodes, at);
    if next_of(nodes, at) || !several && !acts_as_several() {
        return false;
    }
    if noun {
        return is_governing(seat) && complement_follows(nodes, at);
    }
    // "aid workers say authorities have": a verb that governs a clause may have a bare noun behind it
    let clause = seat.valency.takes_that(seat.lemma) && next.is_some_and(begins_phrase);
    complement_follows(nodes, at) || l.name || clause
}

/// Whether the subject that ends at node `i` is several: a plural, names joined by "and", a plural with a preposition behind it.
fn is_plural_subject(seat: &Seat, (i, l): (usize, &Node), noun: bool) -> bool {
    let (nodes, before) = (seat.nodes, seat.before);
    let names = || {
        let from = before.last().map_or(0, |g| g.nodes.end).min(i);
        l.name && !l.demonym && nodes[from..i].iter().any(|n| n.class.is(Class::AND))
    };
    let far = || {
        (!noun || seat.performs() && (before.is_empty() || is_behind_clause(seat, i)) && is_only_tense(nodes, seat.at))
            && l.class.0 & Class::DETERMINER.0 == 0
            && heads_plural(nodes, i, before, seat.valency)
    };
    l.plural || l.class.is(Class::PLURAL) || names() || far()
}

/// "As the fund grows, the members of the forum stress": behind the comma of the clause that opens the stream.
fn is_behind_clause(seat: &Seat, i: usize) -> bool {
    let comma = seat.nodes[..i].iter().rposition(|n| n.kind == NodeKind::Comma);
    let opens = seat.nodes[0].class.is(Class::SUBORDINATOR) && !seat.nodes[0].name;
    opens && comma.is_some_and(|comma| seat.before.iter().all(|g| g.nodes.end <= comma))
}

/// A word that is a noun, too, has behind it what a verb governs; a preposition says so only in a clause that has no verb yet.
fn is_governing(seat: &Seat) -> bool {
    let (nodes, at) = (seat.nodes, seat.at);
    let parts = |n: &Node| n.kind != NodeKind::Word || n.class.is(Class::SUBORDINATOR.or(Class::RELATIVE).or(Class::CONJUNCTION));
    let free = || {
        !seat
            .before
            .iter()
            .any(|g| g.shape == Shape::Finite && !nodes[g.nodes.end..at].iter().any(parts))
    };
    object_follows(nodes, at)
        || seat
            .next()
            .is_some_and(|n| n.class.is(Class::TO.or(Class::THAT)) || n.class.is(Class::PREPOSITION) && free())
}

/// Whether a mark ends the stream: no title has one.
fn ends_sentence(nodes: &[Node]) -> bool {
    nodes
        .last()
        .is_some_and(|n| matches!(n.kind, NodeKind::Stop | NodeKind::Semicolon | NodeKind::Comma))
}

/// "others involved in trying to end the war say most boats are lost": a verb that governs nothing but a clause and has one, behind a noun and
/// verbs without a tense that describe a plural.
fn reports_late(seat: &Seat, last: usize) -> bool {
    let (nodes, at, before, valency) = (seat.nodes, seat.at, seat.before, seat.valency);
    let only = valency.takes_that(seat.lemma) && !valency.takes_object(seat.lemma) && !valency.takes_hearer(seat.lemma);
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
        // "As the fund grows, the members of the group stress"
        Some(g) if before.len() == 1 && (g.shape == Shape::Ing && g.nodes.start == 0 || nodes[0].class.is(Class::SUBORDINATOR)) => {
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
