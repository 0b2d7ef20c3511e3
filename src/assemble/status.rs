//! Status: whether an act is made, planned or no more than possible, from the words around its verb.
//!
//! Owns: what conjunctions ("if", "unless") and modal verbs ("will", "may", "must") make of the act of their verb.
//! Leaves: infinitives and the verbs before them ("plans to", "is expected to") to [`super::licence`].
//! Source: the annotation guide, "Planned acts".

use crate::grammar::clause::{Clauses, Role, Verb};
use crate::grammar::verb::Shape;
use crate::rules::View;
use crate::statement::{Act, Status};

/// What a conjunction makes of the acts of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// "after the ministers agreed": the clause tells what happened.
    None,
    /// "if the ministers agree": nobody says that it happened.
    Open,
    /// "so that the ministers agree": no act of anybody.
    Silent,
}

/// Hypothetical assertions, hopes and plans are what any text is full of ("one can say", "we must work", "it would respond"):
/// no statements.
const ALWAYS: &[Act] = &[Act::Say, Act::Note, Act::Hope, Act::Intend];

/// Wishes put politely: "would like to" is a wish that is made.
const POLITE: &[&str] = &["like", "love", "prefer", "welcome", "appreciate", "want"];

/// What the conjunction before the clause of `verb` makes of it.
pub fn condition(view: &View, verb: &Verb) -> Condition {
    let Some(marker) = verb.marker else { return Condition::None };
    let word = |back: usize| marker.checked_sub(back).map_or("", |i| view.word(i));
    let before = match word(1) {
        // "asked me if"
        "me" | "us" | "him" | "her" | "them" | "reporters" => word(2),
        other => other,
    };
    match view.word(marker) {
        // "asked if Peru would leave": what somebody wants to know
        "if" | "whether" if matches!(before, "asked" | "ask" | "asks" | "asking" | "wondered") => Condition::Silent,
        "if" | "unless" | "whether" | "until" | "once" | "lest" => Condition::Open,
        "where" | "so" | "than" => Condition::Silent,
        "that" if before == "so" => Condition::Silent,
        _ => Condition::None,
    }
}

/// The status of `act`, done by verb `k`, after its modal; `inherited` where it has none. Nothing where the words do not make it
/// a statement.
pub fn status(view: &View, k: usize, act: &Act, inherited: Status) -> Option<Status> {
    let status = after_modal(view, k, inherited);
    let would = modal(view, k).is_some_and(|m| matches!(view.word(m), "would" | "'d"));
    let vague = status == Status::Hypothetical || status == Status::Planned && would;
    // "will recognise the rebels" is no remark, "will consider the plan" no judgment
    let deed = matches!(act, Act::Note | Act::Assess) && status == Status::Planned;
    (!deed && (!vague || !ALWAYS.contains(act))).then_some(status)
}

/// The modal of verb `k`, its own or that of the verb to which it is joined: "may sign and ratify".
fn modal(view: &View, k: usize) -> Option<usize> {
    view.clauses.verbs[k].group.modal.or_else(|| shared_modal(view, k))
}

/// The modal that verb `k`, a bare infinitive or the second of two passives, shares with the verb to which it is joined. Where another
/// between the two says the modal again, those who would share it would have said it too: "will share images, will train observers, and stand ready".
pub fn shared_modal(view: &View, k: usize) -> Option<usize> {
    let verbs = &view.clauses.verbs;
    let group = &verbs[k].group;
    // "will be backed by Chad and signed by Mali"
    let passive = group.passive && group.nodes.len() == 1;
    if verbs[k].role != Role::Coordinated || group.shape != Shape::BareInfinitive && !passive {
        return None;
    }
    let root = view.clauses.joined_to(k)?;
    let said_again = (root + 1..k).any(|i| view.clauses.joined_to(i) == Some(root) && verbs[i].group.modal.is_some());
    verbs[root].group.modal.filter(|_| !said_again)
}

fn after_modal(view: &View, k: usize, inherited: Status) -> Status {
    let group = &view.clauses.verbs[k].group;
    let Some(modal) = modal(view, k) else { return inherited };
    let word = view.word(modal);
    match word {
        // "We will not accept": said in the speakers' own voice it is done by saying it
        "will" | "'ll" | "shall" | "won't" if view.own_voice && group.negated => Status::Made,
        "will" | "'ll" | "shall" | "won't" => future(inherited),
        _ if word.ends_with("'ll") => future(inherited),
        "would" | "'d" if POLITE.contains(&view.lexicon.lemma(group.lemma)) => Status::Made,
        // "said it would sign": the future of a past report
        "would" | "'d" if told(view.clauses, k) => future(inherited),
        // "a spokesman would not confirm": told of the past, it is what he refused to do
        "would" | "wouldn't" if group.negated && !group.passive && inherited == Status::Made => inherited,
        // "could not confirm": it was not done
        "could" | "can" | "cannot" | "can't" | "couldn't" if group.negated && !group.passive => inherited,
        _ => Status::Hypothetical,
    }
}

/// A plan inside a condition stays a condition.
fn future(inherited: Status) -> Status {
    if inherited == Status::Made { Status::Planned } else { inherited }
}

/// Whether verb `k` stands in a that-clause, or in a sentence that somebody is named for: what is told there is told of the past.
fn told(clauses: &Clauses, k: usize) -> bool {
    let reported = clauses
        .joined_to(k)
        .is_some_and(|root| clauses.verbs[root].role == Role::Complement);
    reported || clauses.verbs.iter().any(|v| v.role == Role::Attribution)
}
