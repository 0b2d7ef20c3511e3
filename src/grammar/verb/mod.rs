//! Verb groups: auxiliaries, adverbs and the head verb, as one unit.
//!
//! Owns: tense, voice, modality and negation of a group, and the decision whether a word that could be a verb is one, from its
//! left and right neighbours.
//! Leaves to: [`crate::grammar::clause`] whose subject it has.
//!
//! ```text
//! group      = to-group | modal-group | have-group | be-group | do-group | bare
//! to-group   = "to" adverb* ( "be" adverb* participle | "have" participle | base )
//! modal      = MODAL adverb* [ "have" adverb* ] [ "be" adverb* ( participle | ing ) | participle | base ]
//! have       = HAVE adverb* [ "been" adverb* ( participle | ing ) | participle ]
//! be         = BE adverb* [ "being" adverb* participle | participle | ing ]
//! do         = DO adverb* [ base ]
//! bare       = past | s | base | participle | ing
//! ```

mod infinitive;

use crate::grammar::cursor::{self, Nodes, Parsed, class, node};
use crate::grammar::lexicon::{Class, Form, Lemma, Valency};
use crate::grammar::reading::left;
use crate::grammar::stream::{Node, NodeKind};
use crate::grammar::subjunctive::{is_asked, is_bare_be};
use infinitive::to_group;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::fold_many0;
use std::ops::Range;

/// The shape of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Has a tense: "agreed", "have agreed", "will agree", "is agreed".
    Finite,
    /// "to agree"
    ToInfinitive,
    /// "agree" where no tense can be: after an infinitive's "and".
    BareInfinitive,
    /// "agreeing", "having agreed"
    Ing,
    /// "agreed" where past and participle look alike; [`crate::grammar::clause`] decides.
    PastOrParticiple,
    /// "taken": a participle only.
    Participle,
}

/// A verb group.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its nodes: auxiliaries, adverbs inside, head; leading adverbs too ("strongly condemned").
    pub nodes: Range<usize>,
    /// The head: the verb that means something, or the last auxiliary where it stands alone.
    pub head: usize,
    /// Lemma of the head.
    pub lemma: Lemma,
    /// Form of the head.
    pub form: Form,
    /// What it is.
    pub shape: Shape,
    /// The modal, "will" or "may", where one begins it.
    pub modal: Option<usize>,
    /// Passive voice, or "be" with a participle that is an adjective ("is concerned").
    pub passive: bool,
    /// "not", "never", "no longer" inside.
    pub negated: bool,
    /// A form of "be" with nothing after it that belongs to the group: a copula.
    pub copula: bool,
    /// "is agreeing"
    pub progressive: bool,
    /// What shall be: "leave" in "demanded that Peru leave", "be".
    pub subjunctive: bool,
}

/// Finds all verb groups of a stream, in order, no overlaps.
pub fn groups(nodes: &[Node], valency: &dyn Valency) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < nodes.len() {
        if !may_begin(&nodes[at]) {
            at += 1;
            continue;
        }
        match group(Nodes::from(nodes, at), nodes, &found, valency) {
            Ok((rest, group)) => {
                at = rest.at().max(at + 1);
                found.push(group);
            }
            Err(_) => at += 1,
        }
    }
    supply(nodes, &mut found);
    found
}

/// Whether a group can begin with this word, an adverb before it counted: with few words it can.
fn may_begin(node: &Node) -> bool {
    const FIRST: Class = AUXILIARY.or(Class::TO).or(Class::ADVERB).or(Class::NEGATOR);
    !node.verbs.is_empty() || node.class.is(FIRST)
}

/// "The ministry worries about rains", "that the truce ends on Sunday": a clause in which no word was taken for a verb with a tense
/// has one all the same; it is the first word that could be a third person where a noun stands before it and no noun behind it.
fn supply(nodes: &[Node], found: &mut Vec<Group>) {
    let opens = |i: usize| i == 0 || nodes[i - 1].class.is(Class::THAT) && nodes[i].class.is(Class::DETERMINER);
    for start in (0..nodes.len()).filter(|i| opens(*i)) {
        let end = || {
            let mut rest = start..nodes.len();
            rest.find(|i| crate::grammar::phrase::ends_clause(&nodes[*i]))
                .unwrap_or(nodes.len())
        };
        let place = found.partition_point(|g| g.nodes.start < start);
        let within = if start == 0 { nodes.len() } else { end() };
        let tensed = found[place..]
            .iter()
            .take_while(|g| g.nodes.start < within)
            .any(|g| matches!(g.shape, Shape::Finite | Shape::PastOrParticiple));
        if tensed {
            continue;
        }
        let mut words = start + 1..end();
        let Some((at, lemma)) = words.find_map(|i| crate::grammar::phrase::only_tense(nodes, i).map(|lemma| (i, lemma))) else {
            continue;
        };
        let place = found.partition_point(|g| g.nodes.start < at);
        if found.get(place).is_some_and(|g| g.nodes.start == at) {
            continue;
        }
        let group = finish(
            at,
            &Nodes::from(nodes, at + 1),
            Shape::Finite,
            None,
            false,
            Tail::active((at, lemma), Form::S),
        );
        found.insert(place, group);
    }
}

fn group<'n>(input: Nodes<'n>, all: &[Node], before: &[Group], valency: &dyn Valency) -> Parsed<'n, Group> {
    let start = input.at();
    let (input, _) = adverbs(input)?;
    let led = input.at() > start;
    let stop = nom::Err::Error(cursor::NoMatch { at: start });
    let first = input.first().ok_or(stop.clone())?;
    if first.kind != NodeKind::Word || first.name && !first.class.is(AUXILIARY) {
        return Err(stop);
    }
    // a group begins with "to", an auxiliary or a form of a verb
    if first.verbs.is_empty() && !first.class.is(AUXILIARY.or(Class::TO)) {
        return Err(stop);
    }
    let parsed = alt((
        |i| to_group(i, all, before, valency),
        modal_group,
        have_group,
        be_group,
        do_group,
        |i| bare(i, all, start, before, valency),
    ))
    .parse(input);
    let (rest, mut group) = parsed?;
    // adverbs before the group belong to it, unless it is a to-infinitive ("also to")
    if led && group.shape != Shape::ToInfinitive && leading(all, start, group.nodes.start) {
        group.negated |= (start..group.nodes.start).any(|i| all[i].class.is(Class::NEGATOR));
        group.nodes.start = start;
    } else if led {
        // try again from the word itself, so that the adverbs stay outside
        group.negated |= (start..group.nodes.start).any(|i| all[i].class.is(Class::NEGATOR));
    }
    Ok((rest, group))
}

const AUXILIARY: Class = Class(Class::BE.0 | Class::HAVE.0 | Class::DO.0 | Class::MODAL.0);

/// Whether the adverbs `from..to` lead a verb ("strongly", "also") and do not end the clause before it ("today").
fn leading(all: &[Node], from: usize, to: usize) -> bool {
    (from..to).all(|i| !all[i].class.is(Class::TIME.or(Class::WEEKDAY)))
}

/// `adverb* = ( ADVERB | NEGATOR )* [ insertion ]`; says whether one negates.
fn adverbs(input: Nodes<'_>) -> Parsed<'_, bool> {
    let adverb = node(|n| {
        !n.name
            && n.class.is(Class::ADVERB.or(Class::NEGATOR))
            && n.kind == NodeKind::Word
            && !n.class.is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::MONTH))
            && !n.class.is(AUXILIARY)
    });
    // most groups begin with their verb
    let plain = |n: &Node| n.kind == NodeKind::Word && !n.class.is(Class::ADVERB.or(Class::NEGATOR));
    if input.first().is_some_and(plain) {
        return Ok((input, false));
    }
    let negates = |at: usize| input.get(at).is_some_and(|n| n.class.is(Class::NEGATOR));
    let mut many = fold_many0(adverb, || false, |negated, at| negated || negates(at));
    let (rest, negated) = many.parse(input)?;
    match insertion(rest) {
        Some(behind) => many.parse(behind).map(|(rest, again)| (rest, negated | again)),
        None => Ok((rest, negated)),
    }
}

/// Nodes of an insertion, its commas included.
const INSERTION: usize = 6;

/// `insertion = "," ADVERB+ ","` before a verb: "will, therefore, work".
fn insertion(input: Nodes<'_>) -> Option<Nodes<'_>> {
    let at = input.at();
    let comma = |i: &usize| input.get(*i).is_some_and(|n| n.kind == NodeKind::Comma);
    let adverb = |i: usize| input.get(i).is_some_and(|n| n.class.is(Class::ADVERB) && !n.name);
    let close = Some(at).filter(comma).and_then(|_| (at + 2..at + INSERTION).find(comma))?;
    let next = (close + 1..close + INSERTION).find(|i| !adverb(*i))?;
    let verb = input.get(next).is_some_and(|n| !n.verbs.is_empty() && !n.name);
    (verb && (at + 1..close).all(adverb)).then(|| nom::Input::take_from(&input, close + 1 - at))
}

/// The lemma of the auxiliary at node `at`, for a group that ends in it.
fn own(input: Nodes<'_>, at: usize) -> Lemma {
    input.get(at).and_then(|n| n.verbs.first()).map_or(Lemma::UNKNOWN, |v| v.0)
}

/// The end of a group: its head, and what "be" before it makes of it.
struct Tail {
    head: usize,
    lemma: Lemma,
    form: Form,
    passive: bool,
    progressive: bool,
    negated: bool,
    copula: bool,
}

impl Tail {
    /// The head as [`cursor::form`] gives it, in the active voice.
    fn active((head, lemma): (usize, Lemma), form: Form) -> Self {
        Tail {
            head,
            lemma,
            form,
            passive: false,
            progressive: false,
            negated: false,
            copula: false,
        }
    }

    /// "agreed" behind a form of "be".
    fn passive(head: (usize, Lemma), negated: bool) -> Self {
        Tail {
            passive: true,
            negated,
            ..Tail::active(head, Form::Participle)
        }
    }

    /// A form of "be" that stands alone.
    fn copula(head: (usize, Lemma), negated: bool) -> Self {
        Tail {
            copula: true,
            negated,
            ..Tail::active(head, Form::Base)
        }
    }

    fn progressive(self) -> Self {
        Tail { progressive: true, ..self }
    }
}

/// `be-tail = BE-form adverb* [ "being" adverb* ] ( participle | ing )`, after the form of "be" itself was eaten at `be`.
fn be_tail<'n>(input: Nodes<'n>, be: usize, own: Lemma) -> Parsed<'n, Tail> {
    let (after, negated) = adverbs(input)?;
    if let Ok((rest, head)) = cursor::form(Form::Participle)(after)
        && !after.first().is_some_and(|n| n.name)
    {
        return Ok((rest, Tail::passive(head, negated)));
    }
    if let Ok((rest, being)) = node(|n| n.class.is(Class::BE))(after) {
        let (rest, not) = adverbs(rest)?;
        let negated = negated | not;
        return Ok(match cursor::form(Form::Participle)(rest) {
            Ok((rest, head)) => (rest, Tail::passive(head, negated).progressive()),
            Err(_) => (rest, Tail::copula((being, own), negated).progressive()),
        });
    }
    let noun = after.first().is_some_and(|n| n.class.is(Class::NOUN) || n.name);
    if !noun && let Ok((rest, head)) = cursor::form(Form::Ing)(after) {
        let tail = Tail {
            negated,
            ..Tail::active(head, Form::Ing).progressive()
        };
        return Ok((rest, tail));
    }
    // a copula: the adverbs stay outside, its complement may need them ("is deeply concerned" was read above)
    Ok((if negated { after } else { input }, Tail::copula((be, own), negated)))
}

fn finish(start: usize, rest: &Nodes<'_>, shape: Shape, modal: Option<usize>, negated: bool, tail: Tail) -> Group {
    Group {
        nodes: start..rest.at().max(tail.head + 1),
        head: tail.head,
        lemma: tail.lemma,
        form: tail.form,
        shape,
        modal,
        passive: tail.passive,
        negated: negated | tail.negated,
        copula: tail.copula,
        progressive: tail.progressive,
        subjunctive: false,
    }
}

fn modal_group<'n>(input: Nodes<'n>) -> Parsed<'n, Group> {
    let start = input.at();
    let (after, modal) = class(Class::MODAL)(input)?;
    if is_month_or_noun(input, modal) {
        return Err(nom::Err::Error(cursor::NoMatch { at: start }));
    }
    let itself = own(input, modal);
    let modal_negated = input.first().is_some_and(|n| n.class.is(Class::NEGATOR));
    let (after, negated) = adverbs(after)?;
    let negated = negated | modal_negated;
    let (after, have) = opt(class(Class::HAVE)).parse(after)?;
    let (after, not) = adverbs(after)?;
    let negated = negated | not;
    if let Ok((rest, be)) = node(|n| n.class.is(Class::BE))(after) {
        let (rest, tail) = be_tail(rest, be, own(input, be))?;
        return Ok((rest, finish(start, &rest, Shape::Finite, Some(modal), negated, tail)));
    }
    let form = if have.is_some() { Form::Participle } else { Form::Base };
    if let Ok((rest, (head, lemma))) = cursor::form(form)(after) {
        let tail = Tail::active((head, lemma), form);
        return Ok((rest, finish(start, &rest, Shape::Finite, Some(modal), negated, tail)));
    }
    if let Some(have) = have {
        let tail = Tail::active((have, own(input, have)), Form::Base);
        return Ok((after, finish(start, &after, Shape::Finite, Some(modal), negated, tail)));
    }
    // an ellipsis, or a modal before a word that no list has as a verb: that word is the verb
    let unknown = after
        .first()
        .is_some_and(|n| n.kind == NodeKind::Word && n.class.0 & !Class::KNOWN.0 == 0 && !n.capital);
    let (rest, head) = if unknown {
        (nom::Input::take_from(&after, 1), after.at())
    } else {
        (after, modal)
    };
    let lemma = if unknown { Lemma::UNKNOWN } else { itself };
    let tail = Tail::active((head, lemma), Form::Base);
    Ok((rest, finish(start, &rest, Shape::Finite, Some(modal), negated, tail)))
}

/// "May 10", "in May", "the free will of", "his will": no modals.
fn is_month_or_noun(input: Nodes<'_>, at: usize) -> bool {
    let dated = input.get(at + 1).is_some_and(|n| n.kind == NodeKind::Number)
        || at > 0 && input.get(at - 1).is_some_and(|n| n.kind == NodeKind::Number);
    let month = at > 0 && input.get(at).is_some_and(|n| n.capital && (n.class.is(Class::MONTH) || dated));
    let before = at.checked_sub(1).and_then(|i| input.get(i));
    let noun = before.is_some_and(|n| {
        !n.name
            && (n.class.is(Class::ADJECTIVE.or(Class::POSSESSIVE).or(Class::ARTICLE))
                && !n.class.is(Class::SUBJECT.or(Class::OBJECT).or(Class::ADVERB))
                || n.kind == NodeKind::Clitic)
    });
    let preposition = before.is_some_and(|n| n.class.is(Class::PREPOSITION) && !n.class.is(Class::ADVERB.or(Class::SUBORDINATOR)))
        && input.get(at).is_some_and(|n| n.capital);
    // "the contingent would grow": a word that can be an adjective is the noun, where a verb follows
    let verb = input
        .get(at + 1)
        .is_some_and(|n| n.class.is(Class::BE.or(Class::HAVE)) || n.verbs.iter().any(|(_, f)| *f == Form::Base));
    let adjective = before.is_some_and(|n| n.class.is(Class::ADJECTIVE));
    month || noun && !(adjective && verb) || preposition
}

fn have_group<'n>(input: Nodes<'n>) -> Parsed<'n, Group> {
    let start = input.at();
    let (after_have, have) = class(Class::HAVE)(input)?;
    let shape = if input.first().is_some_and(|n| n.verbs.iter().any(|(_, f)| *f == Form::Ing)) {
        Shape::Ing
    } else {
        Shape::Finite
    };
    let negated_form = input.first().is_some_and(|n| n.class.is(Class::NEGATOR));
    let (after, negated) = adverbs(after_have)?;
    let negated = negated | negated_form;
    let after = over_day(after);
    if let Ok((rest, be)) = node(|n| n.class.is(Class::BE) && n.verbs.iter().any(|(_, f)| *f == Form::Participle))(after) {
        let (rest, tail) = be_tail(rest, be, own(input, be))?;
        return Ok((rest, finish(start, &rest, shape, None, negated, tail)));
    }
    if let Ok((rest, (head, lemma))) = cursor::form(Form::Participle)(after) {
        let tail = Tail::active((head, lemma), Form::Participle);
        return Ok((rest, finish(start, &rest, shape, None, negated, tail)));
    }
    // "it's late": "has" wants a participle
    if input.first().is_some_and(|n| n.class.is(Class::BE)) {
        return Err(nom::Err::Error(cursor::NoMatch { at: start }));
    }
    let tail = Tail::active((have, own(input, have)), Form::Base);
    Ok((after_have, finish(start, &after_have, shape, None, negated, tail)))
}

/// "had on Wednesday threatened": a day between the auxiliary and its participle.
fn over_day(input: Nodes<'_>) -> Nodes<'_> {
    let at = input.at();
    let is = |i: usize, class: Class| input.get(i).is_some_and(|n| n.class.is(class) && n.kind == NodeKind::Word);
    // "has since urged": the only word that can be preposition, subordinator and adverb at once in this place
    let since = is(at, Class::PREPOSITION) && is(at, Class::SUBORDINATOR);
    let skipped = match (
        is(at, Class::PREPOSITION) && is(at + 1, Class::WEEKDAY),
        is(at, Class::WEEKDAY) || since,
    ) {
        (true, _) => 2,
        (false, true) => 1,
        _ => return input,
    };
    let rest = nom::Input::take_from(&input, skipped.min(nom::Input::input_len(&input)));
    if cursor::form(Form::Participle)(rest).is_ok() {
        rest
    } else {
        input
    }
}

fn be_group<'n>(input: Nodes<'n>) -> Parsed<'n, Group> {
    let start = input.at();
    let (after, be) = class(Class::BE)(input)?;
    let first = input.first();
    let shape = if first.is_some_and(|n| n.verbs.iter().any(|(_, f)| *f == Form::Ing)) {
        Shape::Ing
    } else {
        Shape::Finite
    };
    let negated = first.is_some_and(|n| n.class.is(Class::NEGATOR));
    let (rest, tail) = be_tail(after, be, own(input, be))?;
    let subjunctive = shape == Shape::Finite && first.is_some_and(is_bare_be);
    let group = finish(start, &rest, shape, None, negated, tail);
    Ok((rest, Group { subjunctive, ..group }))
}

fn do_group<'n>(input: Nodes<'n>) -> Parsed<'n, Group> {
    let start = input.at();
    let (after_do, at) = class(Class::DO)(input)?;
    let negated = input.first().is_some_and(|n| n.class.is(Class::NEGATOR));
    let (after, not) = adverbs(after_do)?;
    if let Ok((rest, (head, lemma))) = cursor::form(Form::Base)(after) {
        let tail = Tail::active((head, lemma), Form::Base);
        return Ok((rest, finish(start, &rest, Shape::Finite, None, negated | not, tail)));
    }
    let is = |form: Form| input.first().is_some_and(|n| n.verbs.iter().any(|(_, f)| *f == form));
    let (shape, form) = match () {
        _ if is(Form::Ing) => (Shape::Ing, Form::Ing),
        _ if is(Form::Participle) && !is(Form::Past) => (Shape::Participle, Form::Participle),
        _ => (Shape::Finite, Form::Base),
    };
    let tail = Tail::active((at, own(input, at)), form);
    Ok((after_do, finish(start, &after_do, shape, None, negated, tail)))
}

/// One word that is a verb in its place; see [`crate::grammar::reading::reading`] for the evidence that decides.
fn bare<'n>(input: Nodes<'n>, all: &[Node], led_from: usize, before: &[Group], valency: &dyn Valency) -> Parsed<'n, Group> {
    let at = input.at();
    let Some((lemma, form, shape)) = crate::grammar::reading::reading(all, at, led_from, before, valency) else {
        return Err(nom::Err::Error(cursor::NoMatch { at }));
    };
    let rest = nom::Input::take_from(&input, 1);
    let group = finish(at, &rest, shape, None, false, Tail::active((at, lemma), form));
    // "only then could it hope to": the modal stands before the pronoun
    let inverted = |at: usize| all[at + 1].class.is(Class::SUBJECT) && !all[at + 1].name && all[at].class.is(Class::MODAL) && !all[at].name;
    let modal = led_from
        .checked_sub(2)
        .filter(|at| form == Form::Base && shape == Shape::Finite && inverted(*at));
    let subjunctive =
        form == Form::Base && shape == Shape::Finite && left(all, led_from).is_some_and(|(l, _)| is_asked(all, l, before, valency));
    let group = Group {
        subjunctive,
        modal,
        ..group
    };
    Ok((rest, group))
}
