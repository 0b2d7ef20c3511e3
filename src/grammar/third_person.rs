//! Forms in -s: a verb with a singular subject, or a plural noun.
//!
//! Owns: the evidence of neighbours for either.
//! Leaves to: [`super::reading`] all other forms.

use super::base::inserted;
use super::lexicon::{Class, Form, Valency};
use super::phrase::{
    AUXILIARY, BEFORE_NOUN, CLOSED, begins_phrase, complement_follows, ends_clause, ends_in_comma, has_verb, is_nominal, is_only_verb,
    next_of, object_follows,
};
use super::reading::Seat;
use super::stream::{Node, NodeKind};
use super::verb::{Group, Shape};

/// "the", "a", "an": they only stand before a noun, other determiners also stand alone ("both agreed").
pub(super) fn is_article(node: &Node) -> bool {
    node.class.is(Class::ARTICLE)
}

/// Whether a form in -s is a verb in its place: "Seoul plans to", "the ministry says", not "flood plans", "the talks".
pub(super) fn is_third_person(seat: &Seat) -> bool {
    let (nodes, at) = (seat.nodes, seat.at);
    let Some((li, l)) = seat.left else {
        return opens_sentence(nodes, at, seat.performs());
    };
    // "Demands that ..., and calls upon": joined to a verb of the same person
    let joined = matches!(l.kind, NodeKind::Comma | NodeKind::Semicolon) || l.kind == NodeKind::Word && l.class.is(Class::AND);
    // "markets and places of worship": nobody places of anything
    if joined && is_noun_too(seat) && next_of(nodes, at) {
        return false;
    }
    let plural_object = seat.next().is_some_and(|n| n.plural || n.class.is(Class::ADJECTIVE));
    if joined && seat.performs() && (complement_follows(nodes, at) || plural_object) && follows_same(seat) {
        return true;
    }
    match l.kind {
        NodeKind::Clitic | NodeKind::Hyphen => false,
        // "20 lives"; "Article 5 forbids"
        NodeKind::Number => {
            let counts = li == 0 || !is_nominal(&nodes[li - 1]) || nodes[li - 1].kind != NodeKind::Word;
            !is_noun_too(seat) && !counts
        }
        NodeKind::Word => behind_word(seat, (li, l)),
        _ => behind_mark(seat, (li, l)),
    }
}

/// Whether the word may be a noun as well.
fn is_noun_too(seat: &Seat) -> bool {
    seat.node().class.is(Class::NOUN.or(Class::VERB_NOUN))
}

/// Whether a verb of the same person stands before.
fn follows_same(seat: &Seat) -> bool {
    seat.before.iter().rev().any(|g| g.form == Form::S && g.shape == Shape::Finite)
}

/// Behind a comma or another mark.
fn behind_mark(seat: &Seat, (li, l): (usize, &Node)) -> bool {
    let (nodes, at, node) = (seat.nodes, seat.at, seat.node());
    if matches!(l.kind, NodeKind::Comma | NodeKind::Semicolon) && !follows_same(seat) {
        // "The bank, which had been asked, says talks go on"
        if l.kind == NodeKind::Comma
            && !is_noun_too(seat)
            && seat.valency.takes_that(seat.lemma)
            && inserted(nodes, li, seat.before).is_some()
            && seat.next().is_some_and(is_nominal)
        {
            return true;
        }
        // "China, a major buyer, hopes that": behind a comma a noun governs no clause
        if node.class.is(Class::VERB_NOUN) {
            let clause = seat
                .next()
                .is_some_and(|n| n.class.is(Class::THAT) || n.class.is(Class::TO) && nodes.get(at + 2).is_some_and(is_only_verb));
            // "Acting under the Charter, calls upon States to"; "Deploring raids, attacks on ships and theft," is a preamble, without a tense
            let opens = nodes.first().is_some_and(|n| n.verbs.iter().any(|(_, f)| *f == Form::Ing));
            let opened = opens && !ends_in_comma(nodes) && seat.before.len() == 1;
            let calls = opened
                && seat.performs()
                && seat
                    .next()
                    .is_some_and(|n| n.class.is(Class::PREPOSITION) && !n.class.is(Class::OF));
            return clause || calls || object_follows(nodes, at) && !node.class.is(Class::NOUN);
        }
    }
    complement_follows(nodes, at) && !node.class.is(Class::NOUN)
}

/// Behind another word: a pronoun, a determiner, a preposition, a conjunction, or the noun that is its subject.
fn behind_word(seat: &Seat, (li, l): (usize, &Node)) -> bool {
    let (nodes, at, node) = (seat.nodes, seat.at, seat.node());
    if l.class.is(Class::SUBJECT.or(Class::RELATIVE)) && !l.class.is(Class::DETERMINER) {
        return true;
    }
    // "an ally that shares a border", "a way that serves peace": "that" stands before no plural; "the view that talks go on" has its verb behind
    let bare_object = |n: &Node| (is_nominal(n) || n.class.is(Class::ADJECTIVE)) && n.verbs.is_empty() && !n.class.is(CLOSED);
    if l.class.is(Class::THAT)
        && li > 0
        && is_nominal(&nodes[li - 1])
        && (object_follows(nodes, at) || seat.next().is_some_and(bare_object))
    {
        return true;
    }
    // "eight fighter jets to the Emirates"
    if li > 0 && nodes[li - 1].class.is(Class::NUMERAL) && !l.name && node.class.is(Class::VERB_NOUN) {
        return false;
    }
    if l.class.is(BEFORE_NOUN) && !l.name {
        return behind_determiner(seat, (li, l));
    }
    if l.class.is(Class::PREPOSITION.or(Class::ADJECTIVE)) && !l.name && !l.class.is(Class::CONJUNCTION) {
        return false;
    }
    if l.class.is(Class::CONJUNCTION.or(Class::AND)) {
        return behind_conjunction(seat, l);
    }
    is_state(seat, l) || is_apart(seat, (li, l)) || !is_noun_too(seat) || noun_is_verb(nodes, at, (li, l), seat.before, seat.valency)
}

/// "this underscores"; "the calls" and "other partners" are nouns.
fn behind_determiner(seat: &Seat, (li, l): (usize, &Node)) -> bool {
    let owned = li > 0 && seat.nodes[li - 1].class.is(Class::POSSESSIVE);
    !is_article(l)
        && !owned
        && !l
            .class
            .is(Class::POSSESSIVE.or(Class::NUMERAL).or(Class::PLURAL).or(Class::ADJECTIVE))
        && complement_follows(seat.nodes, seat.at)
        && !next_of(seat.nodes, seat.at)
        && !seat.node().class.is(Class::NOUN)
}

/// Behind "and" or "but": joined to a verb that has a tense.
fn behind_conjunction(seat: &Seat, l: &Node) -> bool {
    let (nodes, at) = (seat.nodes, seat.at);
    // "held the port and regards the strait as": no plural noun stands before an article
    let article = seat
        .next()
        .is_some_and(|n| n.class.is(Class::ARTICLE.or(Class::POSSESSIVE).or(Class::OBJECT)) && !n.name);
    let told = || {
        seat.before
            .iter()
            .any(|g| matches!(g.shape, Shape::Finite | Shape::PastOrParticiple))
    };
    if l.class.is(Class::AND) && article && told() {
        return true;
    }
    // "has denied it but admits that": no noun, so the tenses need not be the same
    let same = follows_same(seat);
    let complement = complement_follows(nodes, at) && !seat.node().class.is(Class::NOUN);
    (same || !is_noun_too(seat) && told()) && complement || same && turns(nodes, at)
}

/// "the door for talks remains open", "the envoy remains convinced that"
fn is_state(seat: &Seat, l: &Node) -> bool {
    let adjective = |n: &Node| n.class.is(Class::ADJECTIVE) && !n.class.is(Class::NOUN);
    let noun = is_nominal(l) && (l.class.is(Class::NOUN) || !l.class.is(Class::ADJECTIVE));
    seat.node().class.is(Class::COPULA) && (is_nominal(l) && seat.next().is_some_and(adjective) || noun && seat.felt())
}

/// "the ruling also sets precedents": an adverb stands between a subject and its verb, and before no plural noun.
fn is_apart(seat: &Seat, (li, l): (usize, &Node)) -> bool {
    let apart = li + 1 < seat.at && seat.nodes[seat.at - 1].class.is(Class::ADVERB) && seat.before.last().is_none_or(|g| g.nodes.end <= li);
    apart && acts(l) && seat.next().is_some_and(begins_phrase)
}

/// The same for the first word of a sentence: "Urges Chad to", not "Talks on the port were held".
fn opens_sentence(nodes: &[Node], at: usize, performs: bool) -> bool {
    let node = &nodes[at];
    // "Talks on the port were held", "Calls for peace went unheard": a noun, where another word of its clause has the tense
    let noun = node.class.is(Class::NOUN.or(Class::VERB_NOUN));
    let mut clause = (at + 1..nodes.len()).take_while(|i| !ends_clause(&nodes[*i]));
    if noun && clause.any(|i| nodes[i].class.is(AUXILIARY) && !nodes[i].name && !nodes[i - 1].class.is(Class::TO)) {
        return false;
    }
    !node.class.is(Class::NOUN.or(Class::VERB_NOUN)) && nodes.get(at + 1).is_some_and(is_nominal)
        || complement_follows(nodes, at) && (performs || !node.class.is(Class::NOUN) && !is_told(nodes, at))
        || at == 0 && object_follows(nodes, at)
        || at == 0 && !node.class.is(Class::NOUN.or(Class::VERB_NOUN)) && nodes.get(1).is_some_and(|n| n.class.is(Class::ADJECTIVE))
        || performs && nodes.get(at + 1).is_some_and(|n| n.class.is(Class::AND))
}

/// The same for a word that is a noun, too: "Seoul plans to", "the ministry calls for".
fn noun_is_verb(nodes: &[Node], at: usize, (li, l): (usize, &Node), before: &[Group], valency: &dyn Valency) -> bool {
    let node = &nodes[at];
    // "Seoul plans to", "the ministry calls for": a name or a singular noun before, a complement of the verb behind
    let next = nodes.get(at + 1);
    if l.demonym {
        return false;
    }
    // "strengthen Peru-Chile ties in all fields": names that a hyphen joins are no subject
    let joined = l.name && li > 1 && nodes[li - 1].kind == NodeKind::Hyphen && nodes[li - 2].name;
    if heads_subject(nodes, at) || joined {
        return false;
    }
    // "dismissed US claims that": the object of a verb behind which no clause stands without its "that"
    let claimed = |g: &Group| {
        let bare = valency.takes_that(g.lemma) && !nodes[g.head].class.is(Class::WANTS_THAT);
        g.nodes.end < at && nodes[g.nodes.end..at].iter().all(|n| n.name) && !bare
    };
    if next.is_some_and(|n| n.class.is(Class::THAT)) && before.last().is_some_and(claimed) {
        return false;
    }
    let relative =
        next.is_some_and(|n| n.class.is(Class::THAT)) && nodes.get(at + 2).is_some_and(|n| is_only_verb(n) || n.class.is(AUXILIARY));
    let governed = object_follows(nodes, at) && !relative
        || next.is_some_and(|n| {
            n.class.is(Class::TO)
                || n.class.is(Class::THAT) && !relative
                // "out of peace talks unless": a word that is above all a noun
                || n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::PREPOSITION.or(Class::THAT)) && !node.class.is(Class::NOUN)
        });
    // "swapped brief school visits with": behind a verb that reports nothing a noun ends its object
    let object = next.is_some_and(|n| n.class.is(Class::PREPOSITION))
        && before.last().is_some_and(|g| {
            g.shape != Shape::Ing
                && !valency.takes_that(g.lemma)
                && g.nodes.end < li
                && nodes[g.nodes.end..at]
                    .iter()
                    .all(|n| n.kind == NodeKind::Word && (n.name || !n.class.is(CLOSED)))
        });
    if object || !l.name && inside_object(nodes, li, before, valency) {
        return false;
    }
    if acts(l) && next.is_some_and(|n| begins_phrase(n) && (n.verbs.is_empty() || n.plural)) && is_awaited(nodes, at, li, before, valency) {
        return true;
    }
    // "paying for the wall that Chad wants is wrong": a name that "that" parts from its noun, and the tense of the clause around
    let clause = l.name && next.is_some_and(|n| n.class.is(Class::BE.or(Class::MODAL)) && !n.name);
    if clause && li > 1 && nodes[li - 1].class.is(Class::THAT) && is_nominal(&nodes[li - 2]) {
        return true;
    }
    let loose = complement_follows(nodes, at) && !node.class.is(Class::NOUN);
    if l.name || l.capital {
        governed || loose || has_no_other_verb(nodes, li, at) || next.is_some_and(|n| n.class.is(Class::PREPOSITION)) && l.name
    } else {
        governed
            && !is_plural(l)
            && is_nominal(l)
            && !governed_noun(nodes, at, before, valency)
            && !l.verbs.iter().any(|(_, f)| *f == Form::Participle)
    }
}

/// A noun in the singular: "the ruling sets".
fn acts(l: &Node) -> bool {
    (is_nominal(l) || l.class.is(Class::ING_NOUN)) && !is_plural(l) && (l.name || !l.class.is(Class::ADJECTIVE))
}

/// "said the decision sets important precedents": the verb before governs nothing but a clause, and no other word up to the end of it could be its verb.
fn is_awaited(nodes: &[Node], at: usize, li: usize, before: &[Group], valency: &dyn Valency) -> bool {
    let Some(g) = before.last().filter(|g| g.nodes.end <= li) else {
        return false;
    };
    let only = valency.takes_that(g.lemma) && !valency.takes_object(g.lemma) && !valency.takes_hearer(g.lemma);
    let whole = !nodes[g.nodes.end..at].iter().any(ends_clause);
    let end = (at + 1..nodes.len()).find(|i| ends_clause(&nodes[*i])).unwrap_or(nodes.len());
    only && whole && !has_verb(&nodes[at + 1..end])
}

/// "backs the plan but doubts that it will work", "but worries about the cost": behind "but" a noun would need a verb of its own.
fn turns(nodes: &[Node], at: usize) -> bool {
    let Some(next) = nodes.get(at + 1) else { return false };
    match () {
        _ if next.class.is(Class::THAT) || begins_phrase(next) && object_follows(nodes, at) => true,
        _ => next.class.is(Class::PREPOSITION) && nodes[at].class.is(Class::VERB_NOUN) && !has_verb(&nodes[at + 2..]),
    }
}

/// "that Peru bears part of the blame": behind "that" and a name, where no other word could be the verb of the clause.
fn has_no_other_verb(nodes: &[Node], name: usize, at: usize) -> bool {
    let first = (0..name)
        .rev()
        .find(|i| !nodes[*i].name)
        .filter(|i| nodes[*i].class.is(Class::THAT));
    first.is_some() && nodes.len() > at + 1 && nodes[at + 1].kind == NodeKind::Word && !has_verb(&nodes[at + 1..])
}

/// "Reports that he was ill were denied": a word that is a noun too opens the sentence, and what "that" opens has its own verb.
fn is_told(nodes: &[Node], at: usize) -> bool {
    nodes[at].class.is(Class::VERB_NOUN) && nodes.get(at + 1).is_some_and(|n| n.class.is(Class::THAT))
}

/// "appealed to cruise lines to": a bare noun that a preposition right behind an open verb governs is no subject, what follows it is a
/// noun too.
fn governed_noun(nodes: &[Node], at: usize, before: &[Group], valency: &dyn Valency) -> bool {
    let Some(g) = before.last().filter(|g| !valency.takes_that(g.lemma) && g.shape != Shape::Ing) else {
        return false;
    };
    let between = &nodes[g.nodes.end.min(at)..at];
    between.first().is_some_and(|n| n.class.is(Class::PREPOSITION.or(Class::TO)))
        && between[1..]
            .iter()
            .all(|n| n.kind == NodeKind::Word && !n.name && !n.class.is(BEFORE_NOUN.or(CLOSED)))
}

/// "welcomed the progress of follow-up measures to": the verb before has its object right behind it, so it is no participle of the subject, and
/// nothing up to node `last` opens another clause.
fn inside_object(nodes: &[Node], last: usize, before: &[Group], valency: &dyn Valency) -> bool {
    let Some(g) = before
        .iter()
        .rev()
        .find(|g| matches!(g.shape, Shape::Finite | Shape::PastOrParticiple))
    else {
        return false;
    };
    // "are neither judges nor advocates": what stands before the word is still the verb's
    let Some(between) = nodes.get(g.nodes.end..=last) else {
        return false;
    };
    let reports = between.iter().any(ends_clause);
    let object = nodes.get(g.nodes.end).is_some_and(|n| {
        is_nominal(n)
            && !n.class.is(Class::WEEKDAY
                .or(Class::MONTH)
                .or(Class::TIME)
                .or(Class::ADVERB)
                .or(Class::PREPOSITION))
    });
    g.shape == Shape::PastOrParticiple && !valency.takes_that(g.lemma) && object && !reports && g.nodes.end < last
}

/// "EU allies on Monday welcomed a plan", "NATO forces in Mali have": a plural noun, a short phrase of names or days behind it, and then
/// an auxiliary, or behind a day a verb in the past with its object: whose tense that is nobody can mistake.
fn heads_subject(nodes: &[Node], at: usize) -> bool {
    let opens = |n: &Node| n.kind == NodeKind::Word && !n.name && (n.class.is(Class::WEEKDAY) || n.class.is(Class::PREPOSITION));
    if !nodes.get(at + 1).is_some_and(opens) {
        return false;
    }
    let timed = |n: &Node| n.class.is(Class::WEEKDAY.or(Class::MONTH).or(Class::TIME));
    let inside = |n: &Node| matches!(n.kind, NodeKind::Word | NodeKind::Number) && (n.name || timed(n) || n.class.is(Class::ARTICLE));
    let Some(end) = (at + 2..nodes.len()).find(|i| !inside(&nodes[*i]) && nodes[*i].kind != NodeKind::Number) else {
        return false;
    };
    let bare = end == at + 2 && !timed(&nodes[at + 1]);
    let next = &nodes[end];
    let auxiliary = next.class.is(AUXILIARY) && !next.name;
    let told = timed(&nodes[end - 1]) && next.verbs.iter().any(|(_, f)| *f == Form::Past) && complement_follows(nodes, end);
    !bare && next.kind == NodeKind::Word && (auxiliary || told)
}

/// A plural noun, by its form in the verb table; the words themselves are not at hand.
fn is_plural(node: &Node) -> bool {
    node.verbs.iter().any(|(_, f)| *f == Form::S)
}
