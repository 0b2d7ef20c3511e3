//! Phrases: which words can be nouns, where a noun phrase or a clause begins and goes on.
//!
//! Owns: what a node can be in a noun phrase, what may follow a verb.
//! Leaves to: [`super::reading`] which words are verbs, [`super::clause`] roles. The knowledge is in the closed classes and verb tables.

use super::lexicon::{Class, Form, Lemma};
use super::stream::{Node, NodeKind};

/// Words that stand before a noun.
pub(super) const BEFORE_NOUN: Class = Class(Class::DETERMINER.0 | Class::POSSESSIVE.0 | Class::NUMERAL.0);
pub(super) const AUXILIARY: Class = Class(Class::BE.0 | Class::HAVE.0 | Class::DO.0 | Class::MODAL.0);
/// Words that cannot be inside a noun phrase.
pub(super) const CLOSED: Class = Class(
    Class::SUBJECT.0
        | Class::PREPOSITION.0
        | Class::CONJUNCTION.0
        | Class::SUBORDINATOR.0
        | Class::RELATIVE.0
        | AUXILIARY.0
        | Class::NEGATOR.0,
);

/// Whether the node can end a noun phrase: a noun, a name, a pronoun, a number.
#[inline]
pub fn is_nominal(node: &Node) -> bool {
    match node.kind {
        NodeKind::Number | NodeKind::Clitic | NodeKind::Symbol => true,
        NodeKind::Word => {
            node.name
                || node.class.is(Class::SUBJECT
                    .or(Class::OBJECT)
                    .or(Class::WEEKDAY)
                    .or(Class::MONTH)
                    .or(Class::TIME)
                    .or(Class::NOUN))
                || !node.class.is(CLOSED.or(Class::ADVERB)) && !is_only_verb(node) && !is_only_adjective(node)
        }
        _ => false,
    }
}

/// A word that is an adjective and no noun, as far as the lists know.
fn is_only_adjective(node: &Node) -> bool {
    node.class.is(Class::ADJECTIVE) && !node.class.is(Class::NOUN.or(Class::VERB_NOUN).or(Class::ING_NOUN)) && !node.capital
}

/// A word that is a verb and nothing else, as far as the lists know.
pub(super) fn is_only_verb(node: &Node) -> bool {
    !node.verbs.is_empty()
        && !node.capital
        && !node.class.is(Class::VERB_NOUN
            .or(Class::ING_NOUN)
            .or(Class::NOUN)
            .or(Class::ADJECTIVE)
            .or(Class::PARTICIPLE_ADJECTIVE)
            .or(Class::VERB_ADJECTIVE))
}

/// Whether a comma ends the stream, as it does a clause of a preamble; the number of a note may stand behind it.
pub(super) fn ends_in_comma(nodes: &[Node]) -> bool {
    match nodes {
        [.., comma, note] if matches!(note.kind, NodeKind::Number | NodeKind::Symbol) => comma.kind == NodeKind::Comma,
        [.., last] => last.kind == NodeKind::Comma,
        [] => false,
    }
}

/// "after", "before", "as": a word that opens a clause of time or governs a noun.
pub(super) fn is_temporal(node: &Node) -> bool {
    node.kind == NodeKind::Word && !node.name && node.class.is(Class::SUBORDINATOR) && node.class.is(Class::PREPOSITION)
}

/// An adverb that is nothing else.
pub(super) fn is_plain_adverb(node: &Node) -> bool {
    let other = Class::PREPOSITION
        .or(Class::DETERMINER)
        .or(Class::ADJECTIVE)
        .or(Class::SUBORDINATOR);
    node.class.is(Class::ADVERB) && !node.class.is(other) && !node.name
}

/// Whether the nodes are a set phrase, with or without its comma, and nothing else: "in addition,".
pub fn is_set_phrase(nodes: &[Node]) -> bool {
    let words = nodes.iter().filter(|n| n.kind != NodeKind::Comma).count();
    words > 1 && nodes.iter().all(|n| n.kind == NodeKind::Comma || is_plain_adverb(n))
}

/// Where "two weeks", "just a day" begins that ends before node `end`.
pub(super) fn measure(nodes: &[Node], end: usize) -> Option<usize> {
    let part = |n: &Node| n.kind == NodeKind::Number || n.class.is(Class::TIME.or(Class::NUMERAL).or(Class::ARTICLE).or(Class::ADVERB));
    let timed = end > 0 && nodes[end - 1].class.is(Class::TIME);
    timed.then(|| (0..end).rev().find(|i| !part(&nodes[*i])).map_or(0, |i| i + 1))
}

/// Whether the node can begin a noun phrase: article, possessive, name, number, pronoun, capital, plain noun.
#[inline]
pub fn begins_phrase(node: &Node) -> bool {
    match node.kind {
        NodeKind::Number | NodeKind::Symbol => true,
        NodeKind::Word => {
            node.name
                || node.class.is(BEFORE_NOUN.or(Class::OBJECT).or(Class::SUBJECT).or(Class::ADJECTIVE))
                || !node.class.is(CLOSED.or(Class::ADVERB))
        }
        _ => false,
    }
}

/// Whether what follows a verb shows that it is one: a complement, the end of the clause, an adverb.
pub(super) fn complement_follows(nodes: &[Node], at: usize) -> bool {
    match nodes.get(at + 1) {
        None => true,
        Some(n) => match n.kind {
            NodeKind::Comma
            | NodeKind::Colon
            | NodeKind::Stop
            | NodeKind::Quote(_)
            | NodeKind::Semicolon
            | NodeKind::Dash
            | NodeKind::Number => true,
            NodeKind::Word => {
                n.name
                    || n.capital
                    || n.class.is(BEFORE_NOUN
                        .or(Class::PREPOSITION)
                        .or(Class::SUBORDINATOR)
                        .or(Class::TO)
                        .or(Class::OBJECT)
                        .or(Class::SUBJECT)
                        .or(Class::ADVERB)
                        .or(Class::WEEKDAY)
                        .or(Class::NEGATOR))
                    || n.quoted
            }
            _ => false,
        },
    }
}

/// Whether a word that can only be a verb or an auxiliary stands among `nodes`.
pub(super) fn has_verb(nodes: &[Node]) -> bool {
    // "in May"
    let month = |n: &Node| n.capital && n.class.is(Class::MONTH);
    nodes.iter().any(|n| is_only_verb(n) || n.class.is(AUXILIARY) && !month(n))
}

/// Whether what follows is a direct object: then a word before it cannot be a passive participle.
pub(super) fn object_follows(nodes: &[Node], at: usize) -> bool {
    nodes.get(at + 1).is_some_and(|n| {
        n.kind == NodeKind::Word
            && ((n.name || n.capital) && !n.class.is(Class::WEEKDAY.or(Class::MONTH))
                || n.class.is(BEFORE_NOUN.or(Class::OBJECT).or(Class::SUBJECT))
                || n.class.is(Class::THAT))
            || matches!(n.kind, NodeKind::Quote(_))
    })
}

/// Whether a direct object begins at node `at`, and not a time ("this week", "last May").
pub fn object_after(nodes: &[Node], at: usize) -> bool {
    let time = nodes.get(at).is_some_and(|n| n.class.is(Class::DETERMINER))
        && nodes
            .get(at + 1)
            .is_some_and(|n| n.class.is(Class::TIME.or(Class::WEEKDAY).or(Class::MONTH)));
    at > 0 && !time && object_follows(nodes, at - 1)
}

/// Whether a clause ends before the node: punctuation, or a word that opens or joins another.
#[inline]
pub fn ends_clause(node: &Node) -> bool {
    match node.kind {
        NodeKind::Comma | NodeKind::Semicolon | NodeKind::Colon | NodeKind::Dash | NodeKind::Quote(_) | NodeKind::Stop => true,
        NodeKind::Word if !node.name => {
            node.class.is(Class::RELATIVE.or(Class::THAT))
                || node.class.is(Class::CONJUNCTION)
                || node.class.is(Class::SUBORDINATOR) && !node.class.is(Class::PREPOSITION.or(Class::DETERMINER))
        }
        _ => false,
    }
}

/// The lemma of a word in -s that would be the only verb with a tense of its clause: a singular noun before it, a complement or
/// the end behind it.
pub fn only_tense(nodes: &[Node], at: usize) -> Option<Lemma> {
    let (node, l) = (&nodes[at], &nodes[at - 1]);
    let (lemma, _) = node.verbs.iter().find(|(_, f)| *f == Form::S)?;
    let noun = l.kind == NodeKind::Word
        && is_nominal(l)
        && !l.plural
        && !l.demonym
        && !l.class.is(BEFORE_NOUN.or(Class::PREPOSITION).or(Class::TIME).or(Class::WEEKDAY))
        && (l.name || !l.class.is(Class::ADJECTIVE));
    // a word that is above all a noun only in a sentence that begins like one: "The ministry worries about rains."
    let sentence = nodes[0].class.is(Class::DETERMINER.or(Class::POSSESSIVE)) && nodes.last().is_some_and(|n| n.kind == NodeKind::Stop);
    let fits = node.class.is(Class::VERB_NOUN) && (sentence || !node.class.is(Class::NOUN)) && !node.name && !node.capital;
    (fits && noun && complement_follows(nodes, at) && !next_of(nodes, at)).then_some(*lemma)
}

pub(super) fn next_of(nodes: &[Node], at: usize) -> bool {
    nodes.get(at + 1).is_some_and(|n| n.class.is(Class::OF))
}

/// The adjective that governs a clause at node `at`, or behind an adverb there: "confident", "very worried".
pub fn feeling(nodes: &[Node], at: usize) -> Option<usize> {
    let degree = nodes.get(at).is_some_and(|n| n.class.is(Class::ADVERB));
    let adjective = at + usize::from(degree);
    nodes
        .get(adjective)
        .filter(|n| n.class.is(Class::FEELS) && !n.name)
        .map(|_| adjective)
}

/// The head of a noun phrase that names a deed or a thing, and nobody; the head is the last word before a preposition or a clause.
pub fn thing(phrase: &[Node]) -> Option<&Node> {
    let part = |n: &Node| matches!(n.kind, NodeKind::Word | NodeKind::Clitic | NodeKind::Number | NodeKind::Hyphen);
    let linking = Class::PREPOSITION
        .or(Class::SUBORDINATOR)
        .or(Class::RELATIVE)
        .or(Class::CONJUNCTION)
        .or(Class::TO);
    let opens = |n: &Node| n.class.is(linking) && !n.name;
    let closes = |n: &Node| !part(n) || opens(n);
    // "cooperation, where appropriate, between", "action again to"
    let behind_noun = |i: usize| phrase[i].class.is(Class::ADVERB) && phrase[i - 1].class.is(Class::THING);
    let end = (1..phrase.len()).find(|i| closes(&phrase[*i]) || behind_noun(*i)).map(|i| i - 1);
    // "the defence and security forces": what "and" joins stands before one noun
    let plain = |n: &Node| n.kind == NodeKind::Word && !n.name && is_nominal(n) && !n.class.is(CLOSED);
    let joined = end.and_then(|end| phrase.get(end + 1..)).and_then(<[Node]>::split_first);
    let one = joined.is_some_and(|(and, rest)| and.class.is(Class::AND) && rest.len() > 1 && rest.iter().all(plain));
    let head = end.filter(|_| !one).map_or(phrase.last(), |end| phrase.get(end));
    head.filter(|n| n.class.is(Class::THING) && !n.class.is(Class::SUBJECT) && !n.name && !n.capital)
}
