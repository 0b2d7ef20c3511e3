//! Infinitives with "to".
//!
//! Owns: whether the word behind "to" is a verb.
//! Leaves to: [`super`] the other groups.

use super::{AUXILIARY, Group, Shape, Tail, adverbs, be_tail, finish, own};
use crate::grammar::cursor::{self, Nodes, Parsed, class, node};
use crate::grammar::lexicon::{Class, Form, Lemma, Valency};
use crate::grammar::phrase::object_follows;
use crate::grammar::stream::{Node, NodeKind};

pub(super) fn to_group<'n>(input: Nodes<'n>, all: &[Node], before: &[Group], valency: &dyn Valency) -> Parsed<'n, Group> {
    let start = input.at();
    let (to, _) = class(Class::TO)(input)?;
    let (mut after, negated) = adverbs(to)?;
    // "to close three consulates": a word that is adverb and verb, with no verb behind it, is the verb
    if cursor::form(Form::Base)(after).is_err() && cursor::form(Form::Base)(to).is_ok() {
        after = to;
    }
    if let Ok((rest, be)) = node(|n| n.class.is(Class::BE) && n.verbs.iter().any(|(_, f)| *f == Form::Base))(after) {
        let (rest, tail) = be_tail(rest, be, own(input, be))?;
        return Ok((rest, finish(start, &rest, Shape::ToInfinitive, None, negated, tail)));
    }
    if let Ok((rest, _)) = class(Class::HAVE)(after)
        && let Ok((rest, (head, lemma))) = cursor::form(Form::Participle)(rest)
    {
        let tail = Tail::active((head, lemma), Form::Participle);
        return Ok((rest, finish(start, &rest, Shape::ToInfinitive, None, negated, tail)));
    }
    let (rest, head) = cursor::form(Form::Base)(after).or_else(|_| unlisted(after, all))?;
    // "bowed to pressure": a word that is a noun too, behind a verb whose "to" governs nouns
    let yields = before.last().is_some_and(|g| g.nodes.end == start && valency.yields_to(g.lemma));
    let noun = yields && all[head.0].class.is(Class::VERB_NOUN) && !object_follows(all, head.0);
    if noun || is_noun_after_to(all, head.0) {
        return Err(nom::Err::Error(cursor::NoMatch { at: start }));
    }
    let tail = Tail::active(head, Form::Base);
    Ok((rest, finish(start, &rest, Shape::ToInfinitive, None, negated, tail)))
}

/// "to replant its mangroves": a word in no list between "to" and an object.
fn unlisted<'n>(input: Nodes<'n>, all: &[Node]) -> Parsed<'n, (usize, Lemma)> {
    let (rest, at) = node(|n| n.kind == NodeKind::Word && n.class.0 == 0 && n.verbs.is_empty() && !n.name && !n.capital)(input)?;
    let object = all
        .get(at + 1)
        .is_some_and(|n| n.class.is(Class::DETERMINER.or(Class::POSSESSIVE)) && !n.class.is(Class::SUBORDINATOR));
    match object {
        true => Ok((rest, (at, Lemma::UNKNOWN))),
        false => Err(nom::Err::Error(cursor::NoMatch { at })),
    }
}

/// "in response to demands", "an end to conflict and": after "to" a word that is noun and verb is a verb, unless what
/// follows shows a noun: "of", a verb, the end.
fn is_noun_after_to(all: &[Node], head: usize) -> bool {
    let node = &all[head];
    // "face to face", "eye to eye"
    let doubled = head > 1 && same_word(&all[head - 2], node);
    if node.name || node.capital && head > 1 || doubled {
        return true;
    }
    if !node.class.is(Class::VERB_NOUN) {
        return false;
    }
    match all.get(head + 1) {
        None => false,
        Some(n) => n.class.is(Class::OF) || n.class.is(AUXILIARY) && !n.class.is(Class::DETERMINER),
    }
}

/// Nodes do not know their words; two words with the same readings that are verbs are taken for one.
fn same_word(a: &Node, b: &Node) -> bool {
    a.kind == NodeKind::Word && a.class == b.class && !b.verbs.is_empty() && a.verbs == b.verbs
}
