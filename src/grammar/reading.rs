//! Readings: whether a word that could be a verb is one in its place, and in which form.
//!
//! Owns: the evidence of neighbours. No part-of-speech model: closed classes, verb tables and the words to the left and right
//! decide, in the order in which they are written here.
//! Leaves to: [`super::phrase`] what a noun phrase is, [`super::verb`] groups, [`super::clause`] roles.

use super::lexicon::{Class, Form, Lemma, Valency};
use super::phrase::{AUXILIARY, BEFORE_NOUN, CLOSED, begins_phrase, complement_follows, is_nominal, is_only_verb, next_of, object_follows};
use super::stream::{Node, NodeKind};
use super::verb::{Group, Shape};

/// The node before `at`, adverbs left out.
fn left(nodes: &[Node], from: usize) -> Option<(usize, &Node)> {
    (0..from)
        .rev()
        .map(|i| (i, &nodes[i]))
        .find(|(_, n)| !n.class.is(Class::ADVERB) || n.class.is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::DETERMINER)) || n.name)
}

/// What the word at `at` is, if it is a verb there: lemma, form, shape. `from` is where its adverbs begin.
pub fn reading(nodes: &[Node], at: usize, from: usize, before: &[Group], valency: &dyn Valency) -> Option<(Lemma, Form, Shape)> {
    let node = &nodes[at];
    if node.verbs.is_empty()
        || node.name
        || node.class.is(Class::PREPOSITION) && !node.class.is(Class::VERB_NOUN) && is_preposition_here(nodes, at)
    {
        return None;
    }
    let left = left(nodes, from);
    if node.capital
        && at > 0
        && left.is_some_and(|(_, l)| matches!(l.kind, NodeKind::Word | NodeKind::Clitic | NodeKind::Hyphen | NodeKind::Number))
    {
        return None;
    }
    let find = |form: Form| node.verbs.iter().find(|(_, f)| *f == form).map(|(l, _)| *l);
    if let Some(lemma) = find(Form::Ing) {
        // "with its spokesman Lin Tao saying the pact": a verb that reports, between a name and a phrase
        let reports = valency.takes_that(lemma)
            && left.is_some_and(|(_, l)| l.name || l.capital)
            && nodes
                .get(at + 1)
                .is_some_and(|n| n.class.is(Class::ARTICLE.or(Class::POSSESSIVE).or(Class::SUBJECT)) && !n.name);
        return (reports || is_ing(nodes, at, left)).then_some((lemma, Form::Ing, Shape::Ing));
    }
    if let Some(lemma) = find(Form::Past).filter(|_| find(Form::Base).is_none() || is_past(nodes, left)) {
        if !is_ed(nodes, at, left) {
            return None;
        }
        let shape = if find(Form::Participle).is_some() {
            Shape::PastOrParticiple
        } else {
            Shape::Finite
        };
        return Some((lemma, Form::Past, shape));
    }
    if let Some(lemma) = find(Form::Participle).filter(|_| find(Form::Base).is_none()) {
        return is_ed(nodes, at, left).then_some((lemma, Form::Participle, Shape::Participle));
    }
    // right behind a verb stands its object: "discussed measures", "made progress"
    if before.last().is_some_and(|g| g.nodes.end == from && !g.copula) && find(Form::Past).is_none() {
        return None;
    }
    if let Some(lemma) = find(Form::S) {
        return is_third_person(nodes, at, left, before, lemma, valency).then_some((lemma, Form::S, Shape::Finite));
    }
    let lemma = find(Form::Base)?;
    base(nodes, at, left, before, lemma, valency).map(|shape| (lemma, Form::Base, shape))
}

/// "including", "following", "concerning" before a noun phrase, after a comma or a noun; not "considering that the truce".
fn is_preposition_here(nodes: &[Node], at: usize) -> bool {
    let clause = nodes.get(at + 1).is_some_and(|n| n.class.is(Class::THAT))
        && nodes
            .get(at + 2)
            .is_some_and(|n| n.name || n.class.is(BEFORE_NOUN.or(Class::SUBJECT)));
    !clause && nodes.get(at + 1).is_some_and(begins_phrase)
}

/// "put", "set", "read": past where the subject before is a single third person.
fn is_past(_nodes: &[Node], left: Option<(usize, &Node)>) -> bool {
    left.is_some_and(|(_, l)| is_nominal(l) && !l.class.is(Class::MODAL.or(Class::TO)))
}

fn is_ing(nodes: &[Node], at: usize, left: Option<(usize, &Node)>) -> bool {
    let node = &nodes[at];
    let noun = node.class.is(Class::NOUN.or(Class::ING_NOUN));
    let after_word = left
        .is_some_and(|(_, l)| l.kind == NodeKind::Word && !l.class.is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::CONJUNCTION)));
    // ", threatening to close", ", threatening further sanctions": an adjective that a comma sets off governs nothing
    let set_off = left.is_none_or(|(_, l)| l.kind != NodeKind::Word)
        && nodes
            .get(at + 1)
            .is_some_and(|n| n.class.is(Class::TO.or(Class::THAT).or(Class::ADJECTIVE).or(Class::NUMERAL)));
    if node.class.is(Class::ADJECTIVE)
        && !set_off
        && (!object_follows(nodes, at) || after_word && nodes.get(at + 1).is_some_and(|n| n.name || n.capital))
    {
        return false;
    }
    // "as visiting Chinese premier Li"
    if node.class.is(Class::ADJECTIVE) && after_prepositions(left) && nodes.get(at + 1).is_some_and(|n| n.demonym) {
        return false;
    }
    // "with President Berg saying that": what governs a clause is a verb
    if left.is_some_and(|(_, l)| l.name || l.capital) && nodes.get(at + 1).is_some_and(|n| n.class.is(Class::THAT)) {
        return true;
    }
    let of = nodes.get(at + 1).is_some_and(|n| n.class.is(Class::OF));
    match left {
        None => !of && (!noun || complement_follows(nodes, at)),
        Some((_, l)) => match l.kind {
            NodeKind::Clitic | NodeKind::Hyphen => false,
            NodeKind::Word if l.class.is(BEFORE_NOUN) && !l.class.is(Class::SUBORDINATOR.or(Class::CONJUNCTION)) => false,
            NodeKind::Word if l.class.is(Class::ADJECTIVE) && !l.class.is(Class::PREPOSITION) => false,
            NodeKind::Word if l.class.is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::TO)) => {
                !of && (!noun || complement_follows(nodes, at) || begins_after(nodes, at))
            }
            NodeKind::Word | NodeKind::Number if noun => !of && object_follows(nodes, at) && !l.capital,
            _ if of => false,
            _ => !noun || complement_follows(nodes, at),
        },
    }
}

/// A word before that is preposition and subordinator at once: "as", "after".
fn after_prepositions(left: Option<(usize, &Node)>) -> bool {
    left.is_some_and(|(_, l)| l.class.is(Class::PREPOSITION) && l.class.is(Class::SUBORDINATOR))
}

fn begins_after(nodes: &[Node], at: usize) -> bool {
    nodes.get(at + 1).is_some_and(|n| begins_phrase(n) && n.kind == NodeKind::Word)
}

/// Whether an -ed form is a verb and not an adjective before a noun.
fn is_ed(nodes: &[Node], at: usize, left: Option<(usize, &Node)>) -> bool {
    let node = &nodes[at];
    if node.class.is(Class::ADJECTIVE) && !complement_follows(nodes, at) {
        return false;
    }
    let Some((li, l)) = left else { return true };
    match l.kind {
        NodeKind::Clitic | NodeKind::Hyphen => object_follows(nodes, at) && l.kind == NodeKind::Hyphen,
        // "orderly and verified manner", "the abduction and reported abuse of"
        NodeKind::Word
            if l.class.is(Class::AND)
                && node.verbs.iter().any(|(_, f)| *f == Form::Participle)
                && !complement_follows(nodes, at)
                && li > 0
                && (nodes[li - 1].class.is(Class::ADJECTIVE) || nodes.get(at + 2).is_some_and(|n| n.class.is(Class::OF))) =>
        {
            false
        }
        NodeKind::Word if l.class.is(Class::POSSESSIVE) && !l.class.is(Class::OBJECT.or(Class::SUBJECT)) => false,
        // "both agreed", "the three emphasized that", "all supported the plan": a pronoun if a complement follows
        NodeKind::Word if l.class.is(Class::DETERMINER.or(Class::NUMERAL)) && !l.name => {
            !is_article(l) && complement_follows(nodes, at) && !node.class.is(Class::ADJECTIVE)
        }
        NodeKind::Word
            if l.class.is(Class::PREPOSITION) && !l.class.is(Class::CONJUNCTION.or(Class::SUBORDINATOR).or(Class::ADVERB)) && !l.name =>
        {
            false
        }
        NodeKind::Word if l.class.is(Class::ADJECTIVE) && !is_nominal(l) => false,
        _ => true,
    }
}

/// "the", "a", "an": they only stand before a noun, other determiners also stand alone ("both agreed").
fn is_article(node: &Node) -> bool {
    node.class.is(Class::ARTICLE)
}

fn is_third_person(nodes: &[Node], at: usize, left: Option<(usize, &Node)>, before: &[Group], lemma: Lemma, valency: &dyn Valency) -> bool {
    let node = &nodes[at];
    let performs = valency.performs(lemma);
    let Some((li, l)) = left else {
        return !node.class.is(Class::NOUN.or(Class::VERB_NOUN)) && nodes.get(at + 1).is_some_and(is_nominal)
            || complement_follows(nodes, at) && (performs || !node.class.is(Class::NOUN))
            || at == 0 && object_follows(nodes, at)
            || at == 0 && !node.class.is(Class::NOUN.or(Class::VERB_NOUN)) && nodes.get(1).is_some_and(|n| n.class.is(Class::ADJECTIVE))
            || performs && nodes.get(at + 1).is_some_and(|n| n.class.is(Class::AND));
    };
    // "Demands that ..., and calls upon": joined to a verb of the same person
    let joined = matches!(l.kind, NodeKind::Comma | NodeKind::Semicolon) || l.kind == NodeKind::Word && l.class.is(Class::AND);
    let same = before.iter().rev().any(|g| g.form == Form::S && g.shape == Shape::Finite);
    let plural_object = nodes.get(at + 1).is_some_and(|n| n.plural || n.class.is(Class::ADJECTIVE));
    if joined && same && performs && (complement_follows(nodes, at) || plural_object) {
        return true;
    }
    match l.kind {
        NodeKind::Clitic | NodeKind::Hyphen => return false,
        NodeKind::Word => {}
        NodeKind::Number => return !node.class.is(Class::VERB_NOUN.or(Class::NOUN)),
        // "China, a major buyer, hopes that": behind a comma a noun governs no clause
        NodeKind::Comma | NodeKind::Semicolon if !same && node.class.is(Class::VERB_NOUN) => {
            let clause = nodes
                .get(at + 1)
                .is_some_and(|n| n.class.is(Class::THAT) || n.class.is(Class::TO) && nodes.get(at + 2).is_some_and(is_only_verb));
            return clause || object_follows(nodes, at) && !node.class.is(Class::NOUN);
        }
        _ => return complement_follows(nodes, at) && !node.class.is(Class::NOUN),
    }
    if l.class.is(Class::SUBJECT.or(Class::RELATIVE)) && !l.class.is(Class::DETERMINER) {
        return true;
    }
    // "an ally that shares a border"
    if l.class.is(Class::THAT) && object_follows(nodes, at) && li > 0 && is_nominal(&nodes[li - 1]) {
        return true;
    }
    // "eight fighter jets to the Emirates"
    if li > 0 && nodes[li - 1].class.is(Class::NUMERAL) && !l.name && node.class.is(Class::VERB_NOUN) {
        return false;
    }
    if l.class.is(BEFORE_NOUN) && !l.name {
        // "this underscores"; "the calls" is a noun
        let owned = li > 0 && nodes[li - 1].class.is(Class::POSSESSIVE);
        return !is_article(l)
            && !owned
            && !l.class.is(Class::POSSESSIVE.or(Class::NUMERAL).or(Class::PLURAL))
            && complement_follows(nodes, at)
            && !node.class.is(Class::NOUN);
    }
    if l.class.is(Class::PREPOSITION.or(Class::ADJECTIVE)) && !l.name && !l.class.is(Class::CONJUNCTION) {
        return false;
    }
    // "held the port and regards the strait as": no plural noun stands before an article
    let article = nodes.get(at + 1).is_some_and(|n| n.class.is(Class::ARTICLE.or(Class::POSSESSIVE)));
    let told = |g: &Group| matches!(g.shape, Shape::Finite | Shape::PastOrParticiple);
    if l.class.is(Class::AND) && article && before.iter().any(told) {
        return true;
    }
    if l.class.is(Class::CONJUNCTION) {
        return same && complement_follows(nodes, at) && !node.class.is(Class::NOUN);
    }
    // "the door for talks remains open"
    if node.class.is(Class::COPULA)
        && is_nominal(l)
        && nodes
            .get(at + 1)
            .is_some_and(|n| n.class.is(Class::ADJECTIVE) && !n.class.is(Class::NOUN))
    {
        return true;
    }
    if node.class.is(Class::NOUN.or(Class::VERB_NOUN)) {
        // "Seoul plans to", "the ministry calls for": a name or a singular noun before, a complement of the verb behind
        let next = nodes.get(at + 1);
        if l.demonym {
            return false;
        }
        let relative =
            next.is_some_and(|n| n.class.is(Class::THAT)) && nodes.get(at + 2).is_some_and(|n| is_only_verb(n) || n.class.is(AUXILIARY));
        let governed = object_follows(nodes, at) && !relative
            || next.is_some_and(|n| {
                n.class.is(Class::TO)
                    || n.class.is(Class::THAT) && !relative
                    || n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::PREPOSITION.or(Class::THAT))
            });
        // "exchanged terse Twitter messages with": behind a verb that reports nothing a noun ends its object
        let object = next.is_some_and(|n| n.class.is(Class::PREPOSITION))
            && before.last().is_some_and(|g| {
                g.shape != Shape::Ing
                    && !valency.takes_that(g.lemma)
                    && g.nodes.end < li
                    && nodes[g.nodes.end..at]
                        .iter()
                        .all(|n| n.kind == NodeKind::Word && (n.name || !n.class.is(CLOSED)))
            });
        if object {
            return false;
        }
        let loose = complement_follows(nodes, at) && !node.class.is(Class::NOUN);
        return if l.name || l.capital {
            governed || loose || next.is_some_and(|n| n.class.is(Class::PREPOSITION)) && l.name
        } else {
            governed
                && !is_plural(l)
                && is_nominal(l)
                && !governed_noun(nodes, at, before, valency)
                && !l.verbs.iter().any(|(_, f)| *f == Form::Participle)
        };
    }
    true
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

/// A plural noun, by its form in the verb table; the words themselves are not at hand.
fn is_plural(node: &Node) -> bool {
    node.verbs.iter().any(|(_, f)| *f == Form::S)
}

/// A base form: finite after a plural subject, bare infinitive after "and" or a comma that joins it to one.
fn base(nodes: &[Node], at: usize, left: Option<(usize, &Node)>, before: &[Group], lemma: Lemma, valency: &dyn Valency) -> Option<Shape> {
    let node = &nodes[at];
    let performs = valency.performs(lemma);
    let noun = node
        .class
        .is(Class::VERB_NOUN.or(Class::NOUN).or(Class::VERB_ADJECTIVE).or(Class::ADJECTIVE));
    let Some((i, l)) = left else {
        return (complement_follows(nodes, at)
            && (performs || !nodes.get(at + 1).is_some_and(|n| n.capital))
            && !nodes.get(at + 1).is_some_and(|n| n.class.is(Class::OF)))
        .then_some(Shape::BareInfinitive);
    };
    // "made it clear that": the pronoun is the object of the verb before it
    let object = l.class.is(Class::OBJECT) && before.last().is_some_and(|g| g.nodes.end == i);
    if object && node.class.is(Class::ADJECTIVE.or(Class::VERB_ADJECTIVE)) {
        return None;
    }
    if l.class.is(Class::SUBJECT) {
        return Some(Shape::Finite);
    }
    let joined = matches!(l.kind, NodeKind::Comma | NodeKind::Semicolon)
        || l.kind == NodeKind::Word && (l.class.is(Class::AND) || l.class.is(Class::CONJUNCTION) && !noun);
    let infinitive_follows = nodes.get(at + 1).is_some_and(|n| {
        n.class.is(Class::TO.or(Class::THAT))
            || performs && n.class.is(Class::PREPOSITION.or(Class::ADVERB).or(Class::ADJECTIVE)) && !n.class.is(Class::OF)
    });
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
        // "have agreed to speed up the talks and plan to sign": nobody agrees to plan
        let intends = valency.intends(lemma) && nodes.get(at + 1).is_some_and(|n| n.class.is(Class::TO));
        let plural = |g: &Group| g.shape == Shape::Finite && (g.form == Form::Base && g.modal.is_none() || is_plural_perfect(nodes, g));
        if intends && l.class.is(Class::AND) && before.iter().any(plural) {
            return Some(Shape::Finite);
        }
        let nearest = matches!(last.shape, Shape::ToInfinitive | Shape::BareInfinitive) && l.kind == NodeKind::Comma;
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
    let several = l.plural
        || l.class.is(Class::PLURAL)
        || l.name
            && !l.demonym
            && nodes[before.last().map_or(0, |g| g.nodes.end).min(i)..i]
                .iter()
                .any(|n| n.class.is(Class::AND))
        || !noun && l.class.0 & Class::DETERMINER.0 == 0 && heads_plural(nodes, i, before, valency);
    let nominal = l.kind == NodeKind::Word && is_nominal(l) && !l.class.is(BEFORE_NOUN.or(Class::ADJECTIVE).or(Class::PREPOSITION))
        || l.class.is(Class::PLURAL);
    let free = !before.iter().any(|g| {
        g.shape == Shape::Finite
            && !nodes[g.nodes.end..at]
                .iter()
                .any(|n| n.kind != NodeKind::Word || n.class.is(Class::SUBORDINATOR.or(Class::RELATIVE).or(Class::CONJUNCTION)))
    });
    // "asking that Tokyo share all data": a bare verb behind a phrase that "that" opens right behind the verb that asks
    let asked = before.last().is_some_and(|g| {
        let that = g.nodes.end;
        let phrase = |n: &Node| matches!(n.kind, NodeKind::Word | NodeKind::Clitic | NodeKind::Hyphen) && (n.name || !n.class.is(CLOSED));
        valency.acts(g.lemma)
            && valency.takes_that(g.lemma)
            && nodes.get(that).is_some_and(|n| n.class.is(Class::THAT))
            && that + 1 < at
            && nodes[that + 1..at].iter().all(phrase)
    });
    if asked && noun && object_follows(nodes, at) && (l.name || is_nominal(l)) && !l.class.is(BEFORE_NOUN.or(Class::ADJECTIVE)) {
        return Some(Shape::Finite);
    }
    let next = nodes.get(at + 1);
    let governed = object_follows(nodes, at)
        || next.is_some_and(|n| n.class.is(Class::TO.or(Class::THAT)))
        || next.is_some_and(|n| n.class.is(Class::PREPOSITION)) && free;
    let verb = if noun {
        governed && complement_follows(nodes, at)
    } else {
        complement_follows(nodes, at) || l.name
    };
    (nominal && several && verb && !next_of(nodes, at)).then_some(Shape::Finite)
}

/// "the gaps in the plan remain": the phrase that ends at node `last` is governed by a preposition behind a plural noun, and no verb with
/// a tense stands before it in its clause.
fn heads_plural(nodes: &[Node], last: usize, before: &[Group], valency: &dyn Valency) -> bool {
    let floor = match before.last() {
        Some(g) if g.shape == Shape::Finite && valency.takes_that(g.lemma) => g.nodes.end,
        Some(g) if g.shape == Shape::PastOrParticiple && valency.takes_that(g.lemma) => g.nodes.end,
        Some(_) => return false,
        None => 0,
    };
    let inside = |n: &Node| {
        matches!(n.kind, NodeKind::Word | NodeKind::Number | NodeKind::Hyphen | NodeKind::Clitic)
            && (n.name || n.class.is(Class::PREPOSITION) || !n.class.is(CLOSED))
    };
    (floor + 1..=last)
        .rev()
        .take_while(|i| inside(&nodes[*i]))
        .any(|i| nodes[i].class.is(Class::PREPOSITION) && !nodes[i].name && nodes[i - 1].plural && is_nominal(&nodes[i - 1]))
}

/// "have agreed", "have been told"
fn is_plural_perfect(nodes: &[Node], group: &Group) -> bool {
    let first = &nodes[group.nodes.start];
    first.class.is(Class::HAVE) && first.verbs.iter().any(|(_, f)| *f == Form::Base)
}
