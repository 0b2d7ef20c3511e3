//! Licences: when an infinitive is an act of its own.
//!
//! Owns: the verbs before "to" that make the act behind them planned or expected, or add nothing to it ("continue to support").
//! Everything else makes an infinitive the content of the verb before it.
//! Source: the annotation guide, "Planned acts".

use crate::grammar::clause::{Clauses, Role};
use crate::grammar::verb::Shape;
use crate::grammar::{Form, Valency};
use crate::rules::View;
use crate::statement::Status;

/// "plans to discuss"
const PLANS: &[&str] = &[
    "plan", "intend", "aim", "prepare", "schedule", "slate", "mean", "arrange", "set", "seek", "be",
];
/// "is expected to announce"
const EXPECTS: &[&str] = &["expect", "anticipate", "predict", "tip", "project"];
/// "continue to support", "went on to say": the act is done
const CARRIES: &[&str] = &[
    "fail", "neglect", "continue", "go", "begin", "start", "proceed", "move", "join", "use", "have", "manage",
];
/// "would like to thank": what is said so politely is done, where saying is doing
const POLITE: &[&str] = &["like", "wish", "want"];
/// Adjectives behind a copula: "is due to sign"
const DUE: &[&str] = &["about", "due", "set", "scheduled", "poised", "slated", "supposed"];

/// "was quick to condemn": it did
const PROMPT: &[&str] = &["quick", "swift", "prompt"];
/// Where one speaks: "used her speech to urge", "took the opportunity to thank"
const OCCASIONS: &[&str] = &[
    "address",
    "appearance",
    "briefing",
    "call",
    "chance",
    "conference",
    "conversation",
    "interview",
    "meeting",
    "meetings",
    "occasion",
    "opportunity",
    "platform",
    "podium",
    "remarks",
    "session",
    "speech",
    "statement",
    "summit",
    "talks",
    "trip",
    "visit",
];

/// What the verb before an infinitive says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Licence {
    /// The verb before it.
    pub verb: usize,
    /// What that makes of the act.
    pub status: Status,
    /// It says that the act was not done: "failed to agree".
    pub failed: bool,
}

/// Whether the infinitive `k` is an act of its own, and with which status.
pub fn licence(view: &View, k: usize) -> Option<Licence> {
    let verb = &view.clauses.verbs[k];
    if verb.group.shape != Shape::ToInfinitive || verb.role != Role::Infinitive {
        return None;
    }
    let p = verb.parent?;
    let host = &view.clauses.verbs[p];
    if !stands_alone(view.clauses, p) || host.group.negated {
        return None;
    }
    let between: Vec<&str> = (host.group.nodes.end..verb.group.nodes.start).map(|i| view.word(i)).collect();
    let lemma = view.lexicon.lemma(host.group.lemma);
    let filler = |words: &[&str]| words.len() <= 3;
    // "became the latest country to condemn": it did
    let one_of_them = matches!(lemma, "become" | "be")
        && between.first().is_some_and(|w| *w == "the")
        && between
            .iter()
            .any(|w| matches!(*w, "first" | "second" | "third" | "latest" | "last" | "only"))
        && between
            .last()
            .is_some_and(|w| matches!(*w, "country" | "state" | "nation" | "government" | "leader" | "power"));
    if one_of_them && between.len() <= 5 {
        return Some(done(p));
    }
    // "has yet to agree", "is still yet to agree": it did not
    if (lemma == "have" || host.group.copula) && between.last().is_some_and(|w| *w == "yet") && between.len() <= 2 {
        return Some(Licence { failed: true, ..done(p) });
    }
    if host.group.copula {
        if lemma == "be" && matches!(between[..], [prompt] if PROMPT.contains(&prompt)) {
            return Some(done(p));
        }
        let due = between.iter().any(|w| DUE.contains(w));
        let direct = between.is_empty();
        return (due || direct && lemma == "be").then_some(Licence {
            verb: p,
            status: Status::Planned,
            failed: false,
        });
    }
    // "held a news conference to announce": it was done there
    let conference = matches!(lemma, "hold" | "call" | "convene" | "give")
        && between.len() <= 5
        && between.last().is_some_and(|w| matches!(*w, "conference" | "briefing"))
        && between.iter().any(|w| matches!(*w, "news" | "press"));
    // "wrote to Chad last week to ask"
    let wrote = lemma == "write" && host.group.form == Form::Past && between.first().is_some_and(|w| *w == "to");
    // "used a telephone call with Peru to urge it", "took the opportunity to thank"
    let occasion = matches!(lemma, "use" | "take" | "seize")
        && host.group.modal.is_none()
        && (2..=9).contains(&between.len())
        && between.iter().any(|w| OCCASIONS.contains(w));
    // "phoned Chad's Berg to congratulate him", "spoke with Peru's envoy to thank him": it was said there
    let named = (host.group.nodes.end..verb.group.nodes.start).any(|i| view.nodes[i].name);
    let asks = between.first().is_some_and(|w| matches!(*w, "on" | "upon" | "for" | "off"));
    let called = matches!(lemma, "call" | "phone" | "ring" | "speak" | "talk" | "telephone")
        && host.group.form == Form::Past
        && !host.group.passive
        && verb.parent == k.checked_sub(1)
        && named
        && !asks;
    if conference || wrote || occasion || called {
        return Some(done(p));
    }
    // "used the money to pave a road"
    let means = lemma == "use" && !between.is_empty();
    if means || !filler(&between) || between.iter().any(|w| matches!(*w, "," | "and")) {
        return None;
    }
    // "I would like to thank Chad", "we want to express our regret": it is done by saying so; "would like to visit" is a wish
    if POLITE.contains(&lemma) {
        let modal = host.group.modal.map_or("", |m| view.word(m));
        let said = match lemma {
            "want" => modal.is_empty() && view.own_voice && host.group.form == Form::Base,
            _ => modal.is_empty() || lemma == "like" && matches!(modal, "would" | "'d"),
        };
        return (said && view.rules.performs(verb.group.lemma)).then(|| done(p));
    }
    // "is going to sign": not yet; "went on to say" is done
    let soon = lemma == "go" && host.group.form == Form::Ing && between.is_empty();
    let own_will = view.own_voice && host.group.modal.is_some();
    let status = if EXPECTS.contains(&lemma) && host.group.passive {
        Status::Expected
    } else if soon || PLANS.contains(&lemma) && between.is_empty() {
        Status::Planned
    } else if CARRIES.contains(&lemma) && !own_will {
        match host.group.modal {
            Some(m) if matches!(view.word(m), "will" | "'ll" | "shall") => Status::Planned,
            Some(_) => return None,
            // "has to condemn", "said it had to condemn" as "must condemn"; who "had to apologise" did
            None if lemma == "have" && (view.word(host.group.head) != "had" || host.role == Role::Complement) => Status::Hypothetical,
            None => Status::Made,
        }
    } else {
        return None;
    };
    let failed = matches!(lemma, "fail" | "neglect");
    Some(Licence { verb: p, status, failed })
}

/// The act was done by way of verb `p`.
fn done(p: usize) -> Licence {
    Licence {
        verb: p,
        status: Status::Made,
        failed: false,
    }
}

/// Whether verb `p` stands in a clause whose acts count.
fn stands_alone(clauses: &Clauses, p: usize) -> bool {
    !matches!(clauses.verbs[p].group.shape, Shape::BareInfinitive | Shape::ToInfinitive)
        && matches!(
            clauses.verbs[p].role,
            Role::Main | Role::Coordinated | Role::Complement | Role::Subordinate | Role::Participle | Role::Attribution
        )
}
