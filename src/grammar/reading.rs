//! Readings: whether a word that could be a verb is one in its place, and in which form.
//!
//! Owns: the evidence of neighbours. No part-of-speech model: closed classes, verb tables and the words to the left and right
//! decide, in the order in which they are written here.
//! Leaves to: [`super::base`] base forms, [`super::phrase`] what a noun phrase is, [`super::verb`] groups, [`super::clause`] roles.

use super::base::base;
use super::lexicon::{Class, Form, Lemma, Valency};
use super::phrase::{AUXILIARY, BEFORE_NOUN, begins_phrase, complement_follows, has_verb, is_nominal, object_follows};
use super::stream::{Node, NodeKind};
use super::third_person::{is_article, is_third_person};
use super::verb::{Group, Shape};

/// A word that could be a form of `lemma`, in its place among its neighbours.
pub(super) struct Seat<'n> {
    pub(super) nodes: &'n [Node],
    /// Its node.
    pub(super) at: usize,
    /// The node before it and its adverbs.
    pub(super) left: Option<(usize, &'n Node)>,
    /// The verb groups before it.
    pub(super) before: &'n [Group],
    pub(super) lemma: Lemma,
    pub(super) valency: &'n dyn Valency,
}

impl<'n> Seat<'n> {
    pub(super) fn node(&self) -> &'n Node {
        &self.nodes[self.at]
    }

    pub(super) fn next(&self) -> Option<&'n Node> {
        self.nodes.get(self.at + 1)
    }

    pub(super) fn performs(&self) -> bool {
        self.valency.performs(self.lemma)
    }

    /// "convinced that", "committed to": behind the word a participle, and what that governs.
    pub(super) fn felt(&self) -> bool {
        let participle = |n: &Node| n.verbs.iter().any(|(_, form)| *form == Form::Participle);
        let governs = |n: &Node| n.class.is(Class::THAT.or(Class::TO).or(Class::PREPOSITION));
        self.next().is_some_and(participle) && self.nodes.get(self.at + 2).is_some_and(governs)
    }
}

/// The node before `at`, adverbs left out.
pub(super) fn left(nodes: &[Node], from: usize) -> Option<(usize, &Node)> {
    (0..from)
        .rev()
        .map(|i| (i, &nodes[i]))
        .find(|(_, n)| !n.class.is(Class::ADVERB) || n.class.is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::DETERMINER)) || n.name)
}

/// Verbs to look back over for a participle to which another is joined.
const JOINED_BACK: usize = 3;

/// What the word at `at` is, if it is a verb there: lemma, form, shape. `from` is where its adverbs begin.
pub fn reading(nodes: &[Node], at: usize, from: usize, before: &[Group], valency: &dyn Valency) -> Option<(Lemma, Form, Shape)> {
    let node = &nodes[at];
    if node.verbs.is_empty()
        || node.name
        || node.class.is(Class::PREPOSITION)
            && !node.class.is(Class::VERB_NOUN)
            && is_preposition_here(nodes, at)
            // "Considering the report,": a clause of a preamble, which nothing follows
            && !(at == 0 && nodes.last().is_some_and(|n| n.kind == NodeKind::Comma))
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
    // ", Finance Minister Bo Lind said": the first word of a title
    if node.capital && left.is_some_and(|(_, l)| l.kind == NodeKind::Comma) && nodes.get(at + 1).is_some_and(|n| n.capital) {
        return None;
    }
    let find = |form: Form| node.verbs.iter().find(|(_, f)| *f == form).map(|(l, _)| *l);
    if let Some(lemma) = find(Form::Ing) {
        // "with its spokesman Lin Tao saying the pact": a verb that reports, between a name and a phrase
        let clause = |n: &Node| {
            n.class.is(Class::ARTICLE.or(Class::POSSESSIVE).or(Class::SUBJECT))
                || (begins_phrase(n) || n.class.is(Class::SUBORDINATOR)) && n.kind == NodeKind::Word && has_verb(&nodes[at + 2..])
        };
        let named = left.is_some_and(|(_, l)| l.name || l.capital && !l.class.is(BEFORE_NOUN));
        let reports = valency.takes_that(lemma) && named && nodes.get(at + 1).is_some_and(|n| clause(n) && !n.name);
        // ", saying early tests showed that": behind a comma, with a phrase behind it
        let set_off = valency.takes_that(lemma)
            && left.is_some_and(|(_, l)| l.kind == NodeKind::Comma)
            && nodes.get(at + 1).is_some_and(|n| begins_phrase(n) && n.kind == NodeKind::Word);
        // "urging Peru not to build it and calling for aid": joined to a participle that acts, too
        let joined = left.is_some_and(|(_, l)| l.class.is(Class::AND) && !l.name)
            && valency.is_cue(lemma)
            && nodes
                .get(at + 1)
                .is_some_and(|n| n.class.is(Class::PREPOSITION) && !n.class.is(Class::OF))
            && before
                .iter()
                .rev()
                .take(JOINED_BACK)
                .any(|g| g.shape == Shape::Ing && valency.is_cue(g.lemma));
        return (reports || set_off || joined || is_ing(nodes, at, left)).then_some((lemma, Form::Ing, Shape::Ing));
    }
    if let Some(lemma) = find(Form::Past).filter(|_| find(Form::Base).is_none() || is_past(nodes, left)) {
        if !is_ed(nodes, at, left) || !valency.performs(lemma) && describes_object(nodes, at, left, before, valency) {
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
    let seat = |lemma| Seat {
        nodes,
        at,
        left,
        before,
        lemma,
        valency,
    };
    if let Some(lemma) = find(Form::S) {
        return is_third_person(&seat(lemma)).then_some((lemma, Form::S, Shape::Finite));
    }
    let lemma = find(Form::Base)?;
    base(&seat(lemma)).map(|shape| (lemma, Form::Base, shape))
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
    // "the raid in Lima, Peru resulting in": an adjective stands before a noun
    let behind_noun = left.is_some_and(|(_, l)| l.name || is_nominal(l) && !l.class.is(BEFORE_NOUN.or(Class::ADJECTIVE)))
        && nodes
            .get(at + 1)
            .is_some_and(|n| n.class.is(Class::PREPOSITION) && !n.class.is(Class::OF) && !n.name);
    // "by threatening to leave", "looked forward to participating in"
    let means = left.is_some_and(|(_, l)| l.class.is(Class::PREPOSITION.or(Class::TO)) && !l.name)
        && nodes
            .get(at + 1)
            .is_some_and(|n| n.class.is(Class::TO.or(Class::PREPOSITION)) && !n.class.is(Class::OF) && !n.name);
    let verbal = set_off || behind_noun || means;
    if node.class.is(Class::ADJECTIVE)
        && !verbal
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
        // "Calling attention to the plan,": a clause of a preamble
        None if nodes.last().is_some_and(|n| n.kind == NodeKind::Comma) => !of,
        None => !of && (!noun || complement_follows(nodes, at) || opens_for_another(nodes, at)),
        Some((_, l)) => match l.kind {
            NodeKind::Clitic | NodeKind::Hyphen => false,
            NodeKind::Word if l.class.is(BEFORE_NOUN) && !l.class.is(Class::SUBORDINATOR.or(Class::CONJUNCTION)) => false,
            NodeKind::Word if l.class.is(Class::ADJECTIVE) && !l.class.is(Class::PREPOSITION) => false,
            NodeKind::Word if l.class.is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::TO)) => {
                !of && (!noun || complement_follows(nodes, at) || begins_after(nodes, at))
            }
            // "a resolution calling for an end": what says something governs what a preposition begins
            NodeKind::Word if noun && l.class.is(Class::TEXT) && !l.name && behind_noun => true,
            NodeKind::Word | NodeKind::Number if noun => !of && object_follows(nodes, at) && !l.capital,
            _ if of => false,
            _ => !noun || complement_follows(nodes, at),
        },
    }
}

/// "Briefing reporters in Oslo, the envoy said": a plural right behind the first word, and a comma with somebody behind it whose verb is the
/// first of the sentence.
fn opens_for_another(nodes: &[Node], at: usize) -> bool {
    let object = nodes.get(at + 1).is_some_and(|n| n.plural && n.verbs.is_empty() && is_nominal(n));
    let comma = nodes.iter().position(|n| n.kind == NodeKind::Comma).filter(|_| object);
    comma.is_some_and(|comma| {
        let somebody = nodes.get(comma + 1).is_some_and(|n| begins_phrase(n) || n.capital);
        somebody && !has_verb(&nodes[at + 1..comma]) && has_verb(&nodes[comma + 1..])
    })
}

/// A word before that is preposition and subordinator at once: "as", "after".
fn after_prepositions(left: Option<(usize, &Node)>) -> bool {
    left.is_some_and(|(_, l)| l.class.is(Class::PREPOSITION) && l.class.is(Class::SUBORDINATOR))
}

fn begins_after(nodes: &[Node], at: usize) -> bool {
    nodes.get(at + 1).is_some_and(|n| begins_phrase(n) && n.kind == NodeKind::Word)
}

/// "commended him for his leadership and continued efforts in", "urged the release of all hostages and abducted persons": an adjective before a
/// noun that is joined to the object of a verb that acts; both are somebody's, or both are bare behind "of" or the verb's preposition.
fn describes_object(nodes: &[Node], at: usize, left: Option<(usize, &Node)>, before: &[Group], valency: &dyn Valency) -> bool {
    let noun = |n: &Node| n.kind == NodeKind::Word && !n.name && is_nominal(n);
    let joins =
        |l: &Node| l.class.is(Class::AND) || l.class.is(Class::CONJUNCTION) && !l.class.is(Class::PREPOSITION.or(Class::SUBORDINATOR));
    let Some((and, _)) = left.filter(|(i, l)| joins(l) && *i > 0 && noun(&nodes[*i - 1])) else {
        return false;
    };
    let closed = |n: &Node| n.kind != NodeKind::Word || n.class.is(Class::PREPOSITION.or(Class::ARTICLE)) && !n.class.is(Class::POSSESSIVE);
    let opener = nodes[..and - 1].iter().rposition(closed);
    let phrase = &nodes[opener.map_or(0, |i| i + 1)..and - 1];
    let owned = phrase.iter().any(|n| n.class.is(Class::POSSESSIVE) && !n.name);
    // not so "praised the drills at sea and compared notes on": two acts
    let behind = |i: usize| before.last().is_some_and(|g| g.nodes.end == i);
    let governed = opener.is_some_and(|i| nodes[i].class.is(Class::OF) || nodes[i].class.is(Class::PREPOSITION) && behind(i));
    let acts = before.last().is_some_and(|g| valency.performs(g.lemma));
    let described = nodes.get(at + 1).is_some_and(|n| noun(n) && (n.plural || governed));
    // "agreed on enhanced cooperation and increased trade", "the resumption of talks and improved relations": more or less than it was
    let bare = !phrase.is_empty() && !phrase.iter().any(|n| n.class.is(Class::DETERMINER)) || opener.is_some_and(|i| i + 2 == and);
    let graded = nodes[at].class.is(Class::GRADED) && bare && opener.is_some_and(|i| nodes[i].class.is(Class::PREPOSITION));
    graded && nodes.get(at + 1).is_some_and(noun)
        || (owned || governed) && acts && described && nodes[at].class.is(Class::PARTICIPLE_ADJECTIVE)
}

/// "exhausted ministers had", "jailed Peruvian rebels were": before a plural, maybe with the adjective of a state, and its auxiliary.
fn is_before_subject(nodes: &[Node], at: usize) -> bool {
    let noun = at + 1 + usize::from(nodes.get(at + 1).is_some_and(|n| n.demonym));
    let plural = |n: &Node| n.plural && is_nominal(n) && !n.name && n.verbs.is_empty();
    nodes.get(noun).is_some_and(plural) && nodes.get(noun + 1).is_some_and(|n| n.class.is(AUXILIARY) && !n.name)
}

/// Whether an -ed form is a verb and not an adjective before a noun.
fn is_ed(nodes: &[Node], at: usize, left: Option<(usize, &Node)>) -> bool {
    let node = &nodes[at];
    // "they left open the question", "the rebels who left will": a pronoun with no noun behind it
    let pronoun = |l: &Node| {
        l.class.is(Class::SUBJECT.or(Class::RELATIVE)) && !l.class.is(Class::OBJECT.or(Class::DETERMINER).or(Class::SUBORDINATOR))
    };
    if node.class.is(Class::ADJECTIVE) && !complement_follows(nodes, at) && !left.is_some_and(|(_, l)| pronoun(l)) {
        return false;
    }
    let Some((li, l)) = left else {
        // "Jailed Peruvian leader Ana Ruiz vowed": an adjective of who is named; "Told Peru had left, she"
        let described = nodes.get(at + 1).is_some_and(|n| n.name) && node.class.is(Class::PARTICIPLE_ADJECTIVE);
        return !described;
    };
    match l.kind {
        // "In the end, exhausted ministers had agreed": the auxiliary behind the noun has the tense
        NodeKind::Comma if is_before_subject(nodes, at) => false,
        NodeKind::Clitic | NodeKind::Hyphen => object_follows(nodes, at) && l.kind == NodeKind::Hyphen,
        // "orderly and verified manner", "the abduction and reported abuse of"
        NodeKind::Word
            if l.class.is(Class::AND)
                && node.verbs.iter().any(|(_, f)| *f == Form::Participle)
                && !complement_follows(nodes, at)
                // "and suggested moving"
                && !nodes.get(at + 1).is_some_and(|n| n.verbs.iter().any(|(_, f)| *f == Form::Ing))
                && li > 0
                // "was dead and urged talks": an adjective that is told of somebody goes with no noun
                && !(li > 1 && nodes[li - 2].class.is(Class::BE.or(Class::COPULA)) && nodes.get(at + 1).is_some_and(is_nominal))
                && (nodes[li - 1].class.is(Class::ADJECTIVE)
                    // a participle that is an adjective too: "met Ruiz and discussed ways of ending" is none
                    || node.class.is(Class::PARTICIPLE_ADJECTIVE) && nodes.get(at + 2).is_some_and(|n| n.class.is(Class::OF))) =>
        {
            false
        }
        // "common but differentiated responsibilities"
        NodeKind::Word
            if l.class.is(Class::CONJUNCTION)
                && !l.class.is(Class::AND)
                && li > 0
                && nodes[li - 1].class.is(Class::ADJECTIVE)
                && !(li > 1 && nodes[li - 2].class.is(Class::BE.or(Class::COPULA)))
                && nodes.get(at + 1).is_some_and(|n| n.plural && is_nominal(n) && !n.name) =>
        {
            false
        }
        NodeKind::Word if l.class.is(Class::POSSESSIVE) && !l.class.is(Class::OBJECT.or(Class::SUBJECT)) => false,
        // "both agreed", "the three emphasized that", "all supported the plan": a pronoun if a complement follows
        NodeKind::Word if l.class.is(Class::DETERMINER.or(Class::NUMERAL)) && !l.name => {
            // "three suspected Peruvian spies were held": a later verb has the tense
            let described = l.class.is(Class::NUMERAL)
                && nodes.get(at + 1).is_some_and(|n| n.name)
                && node.class.is(Class::PARTICIPLE_ADJECTIVE)
                && nodes[at + 1..]
                    .iter()
                    .take_while(|n| n.kind == NodeKind::Word)
                    .any(|n| n.class.is(AUXILIARY) && !n.name);
            !is_article(l) && complement_follows(nodes, at) && !node.class.is(Class::ADJECTIVE) && !described
        }
        NodeKind::Word
            if l.class.is(Class::PREPOSITION) && !l.class.is(Class::CONJUNCTION.or(Class::SUBORDINATOR).or(Class::ADVERB)) && !l.name =>
        {
            false
        }
        NodeKind::Word if l.class.is(Class::ADJECTIVE) && !is_nominal(l) => false,
        // "the importance of continued coordinated efforts": what stands between a preposition and its noun describes the noun
        NodeKind::Word
            if l.verbs.iter().any(|(_, f)| *f == Form::Participle)
                && li > 0
                && nodes[li - 1].class.is(Class::PREPOSITION)
                && !nodes[li - 1].class.is(Class::SUBORDINATOR)
                && !nodes[li - 1].name =>
        {
            false
        }
        _ => true,
    }
}
