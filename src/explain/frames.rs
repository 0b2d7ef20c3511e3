//! What was tried, in words: the frame as one writes it, what it expected and what it found.
//!
//! Owns: the wording of stops and ranks, and which tries are worth showing first.
//! Leaves to: [`crate::rules::tries`] what stopped a frame.

use super::{Fit, Tried};
use crate::extract::Traced;
use crate::grammar::{Lemma, Node, NodeKind};
use crate::rules::frame::{Element, Kind};
use crate::rules::pack::Frame;
use crate::rules::tries::{End, Rank, Stop, Try};
use crate::rules::{Captured, Scope};
use crate::statement::Words;

/// The tries for a verb with this lemma: what won, what fits too by points, then what got furthest.
pub(super) fn tried(traced: &Traced, nodes: &[Node], lemma: Lemma, tries: &[Try]) -> Vec<Tried> {
    let won = winner(tries);
    let mut list: Vec<Tried> = Vec::new();
    for (n, t) in tries.iter().enumerate() {
        let one = one(traced, nodes, lemma, t, won == Some(n));
        if !list.iter().any(|o| o.rule == one.rule && o.frame == one.frame && o.why == one.why) {
            list.push(one);
        }
    }
    list.sort_by_key(|t| (t.result, std::cmp::Reverse((t.points, t.filled))));
    list
}

/// The match that won: the first without a rank, else the first of the highest.
pub(super) fn winner(tries: &[Try]) -> Option<usize> {
    let mut best: Option<(usize, i32)> = None;
    for (n, t) in tries.iter().enumerate() {
        match &t.end {
            End::Held(None, _) => return Some(n),
            End::Held(Some(rank), _) if best.is_none_or(|(_, points)| rank.total() > points) => best = Some((n, rank.total())),
            _ => {}
        }
    }
    best.map(|(n, _)| n)
}

/// The match of the winner.
pub(super) fn won(tries: &[Try]) -> Option<&Captured> {
    match &tries.get(winner(tries)?)?.end {
        End::Held(_, found) => Some(found),
        End::Stopped(_) => None,
    }
}

/// The rule of what is read beside a clause or a quotation: "..., the ministry said", "according to".
pub(super) fn beside(traced: &Traced, rule: usize) -> Tried {
    let rule = &traced.rules.rules[rule];
    Tried {
        rule: rule.id.clone(),
        pack: rule.pack.clone(),
        frame: "beside its content".to_string(),
        of: 0,
        filled: 0,
        result: Fit::Won,
        points: None,
        why: "it reports the clause or quotation beside it".to_string(),
        stopped_at: None,
    }
}

/// Whether a word of the frame, besides its head, stands in the text.
pub(super) fn has_words(t: &Try) -> bool {
    match &t.end {
        End::Held(..) => true,
        End::Stopped(Stop::Element { filled, .. }) => t.frame.elements.iter().take(*filled).any(|e| matches!(e, Element::Words(_))),
        End::Stopped(_) => false,
    }
}

fn one(traced: &Traced, nodes: &[Node], lemma: Lemma, t: &Try, won: bool) -> Tried {
    let rule = &traced.rules.rules[t.frame.rule];
    let (filled, result, points, why, stopped_at) = match &t.end {
        End::Held(rank, _) => {
            let result = if won { Fit::Won } else { Fit::Outranked };
            (t.frame.elements.len(), result, rank.map(|r| r.total()), points(*rank), None)
        }
        End::Stopped(stop) => {
            let (filled, at) = match stop {
                Stop::Element { filled, at, .. } => (*filled, nodes.get(*at).map(|n| n.tokens.clone())),
                _ => (0, None),
            };
            let at = at.map(|tokens| super::build::words(traced, tokens));
            (filled, Fit::Stopped, None, why(traced, nodes, t, stop, at.as_ref()), at)
        }
    };
    Tried {
        rule: rule.id.clone(),
        pack: rule.pack.clone(),
        frame: written(traced, lemma, &t.frame),
        of: t.frame.elements.len(),
        filled,
        result,
        points,
        why,
        stopped_at,
    }
}

/// The frame as one writes it.
fn written(traced: &Traced, lemma: Lemma, frame: &Frame) -> String {
    let of_verb = traced
        .rules
        .frames_of(lemma)
        .iter()
        .any(|f| f.rule == frame.rule && f.elements == frame.elements);
    let head = if of_verb { traced.lexicon.lemma(lemma) } else { "be" };
    let mut words: Vec<String> = frame.auxiliary.iter().map(|a| a.to_string()).collect();
    words.push(head.to_string());
    words.extend(frame.elements.iter().map(element));
    words.join(" ")
}

fn element(element: &Element) -> String {
    match element {
        Element::Words(words) => words.join("|"),
        Element::Degree => "{degree}".to_string(),
        Element::Addressee => "<addressee>".to_string(),
        Element::Content(Kind::Any) => "<content>".to_string(),
        Element::Content(Kind::Verb) => "<content:verb>".to_string(),
        Element::Content(Kind::Noun) => "<content:noun>".to_string(),
        Element::Content(Kind::Gerund) => "<content:gerund>".to_string(),
        Element::Content(Kind::That) => "<content:that>".to_string(),
        Element::Content(Kind::Quote) => "<content:quote>".to_string(),
        Element::Optional(inner) => format!("({})", inner.iter().map(self::element).collect::<Vec<_>>().join(" ")),
    }
}

/// What speaks for a match.
fn points(rank: Option<Rank>) -> String {
    let Some(rank) = rank else {
        return "goes before all others".to_string();
    };
    let parts = [
        (rank.words, "words of the frame"),
        (rank.gap, "a word stands apart"),
        (rank.scope, "made for this kind of text"),
        (rank.content, "content"),
        (rank.addressee, "addressee"),
        (rank.heads, "noun that the rule names"),
        (rank.auxiliary, "auxiliary that the frame names"),
    ];
    let parts: Vec<String> = parts.iter().filter(|p| p.0 != 0).map(|(n, what)| format!("{what} {n:+}")).collect();
    if parts.is_empty() {
        "nothing but its head".to_string()
    } else {
        parts.join(", ")
    }
}

fn why(traced: &Traced, nodes: &[Node], t: &Try, stop: &Stop, at: Option<&Words>) -> String {
    let rule = &traced.rules.rules[t.frame.rule];
    match stop {
        Stop::Element {
            filled, at: node, ended, ..
        } => {
            let expected = expected(&t.frame.elements, *filled);
            let found = match (&t.frame.elements[*filled], at) {
                // the word is there, and what stands behind it is not what the frame goes on with
                (Element::Words(words), Some(at)) if words.contains(&at.text.to_lowercase()) => astray(&t.frame.elements, *filled, at),
                _ => found(nodes, *node, *ended, at),
            };
            format!("expected {expected}, found {found}")
        }
        Stop::Auxiliary(auxiliary) => format!("expected the auxiliary \"{auxiliary}\", found none"),
        Stop::Scope(Scope::Resolution) => "holds in clauses of a resolution only".to_string(),
        Stop::Scope(Scope::OwnVoice) => "holds in the speakers' own voice only".to_string(),
        Stop::Scope(Scope::Attribution) => "holds beside a clause only, without a verb".to_string(),
        Stop::Subject => format!("expected a subject headed by {}, found another", quoted(&rule.subjects)),
        Stop::Head => format!("expected a content headed by {}, found another", quoted(&rule.heads)),
        Stop::Construction => "the frame has no place in this construction".to_string(),
    }
}

/// What the element `e` and what follows it want.
fn expected(elements: &[Element], e: usize) -> String {
    let noun = e > 0 && elements[e - 1] == Element::Degree;
    match (elements.get(e), elements.get(e + 1)) {
        (Some(Element::Words(words)), Some(Element::Content(Kind::Verb))) if words.iter().any(|w| w == "to") => {
            "a to-infinitive".to_string()
        }
        (Some(Element::Words(words)), _) if noun => format!("the noun {}", quoted(words)),
        (Some(Element::Words(words)), _) => quoted(words),
        (Some(Element::Addressee), Some(Element::Content(Kind::Any | Kind::Noun)) | None) => "a party".to_string(),
        (Some(Element::Addressee), Some(_)) => format!("a party and then {}", expected(elements, e + 1)),
        (Some(Element::Content(kind)), _) => content(*kind).to_string(),
        _ => "more".to_string(),
    }
}

fn astray(elements: &[Element], e: usize, at: &Words) -> String {
    match elements.get(e + 1) {
        Some(Element::Content(Kind::Verb)) => format!("\"{}\" without an infinitive", at.text),
        Some(Element::Content(_)) if at.text.eq_ignore_ascii_case("to") => "a to-infinitive".to_string(),
        _ => format!("\"{}\" with something else behind it", at.text),
    }
}

fn content(kind: Kind) -> &'static str {
    match kind {
        Kind::Any => "a noun phrase, an -ing form or a wh-clause",
        Kind::Verb => "a verb",
        Kind::Noun => "a noun phrase",
        Kind::Gerund => "an -ing form",
        Kind::That => "a clause",
        Kind::Quote => "a quotation",
    }
}

/// Words of a list that are shown.
const SHOWN: usize = 4;

fn quoted(words: &[String]) -> String {
    let mut shown: Vec<String> = words.iter().take(SHOWN).map(|w| format!("\"{w}\"")).collect();
    if words.len() > SHOWN {
        shown.push("...".to_string());
    }
    shown.join(" or ")
}

fn found(nodes: &[Node], at: usize, ended: bool, words: Option<&Words>) -> String {
    let what = match nodes.get(at).map(|n| n.kind) {
        None | Some(NodeKind::Stop) => return "the end of the sentence".to_string(),
        Some(NodeKind::Comma) => "a comma".to_string(),
        Some(NodeKind::Colon) => "a colon".to_string(),
        Some(NodeKind::Semicolon) => "a semicolon".to_string(),
        Some(NodeKind::Dash) => "a dash".to_string(),
        Some(NodeKind::Quote(_)) => "a quotation".to_string(),
        Some(_) => format!("\"{}\"", words.map_or("", |w| &w.text)),
    };
    if ended { format!("the end of its reach at {what}") } else { what }
}
