//! Verbs without a tense that are acts all the same: "urging", "issued a statement condemning", "by agreeing to", "without condemning".
//!
//! Owns: when a participle or a gerund counts.
//! Leaves to: [`super::licence`] infinitives, [`super::walk`] everything else.

use super::walk::{Scene, Walk};
use crate::grammar::clause::Role as ClauseRole;
use crate::grammar::phrase::begins_phrase;
use crate::grammar::verb::Shape;
use crate::grammar::{Class, Form};
use std::ops::Range;

impl Walk<'_> {
    /// A participle with an object of its own ("urging"), or one that opens a sentence ("Concerned about").
    pub(super) fn participle_counts(&self, scene: &Scene, k: usize) -> bool {
        let group = &scene.view.clauses.verbs[k].group;
        let marker = scene.view.clauses.verbs[k].marker;
        let verbs = &scene.view.clauses.verbs;
        // "was quoted by the agency as warning"
        let quoted = |m: usize| {
            let host = verbs[k].parent.map(|p| &verbs[p].group).filter(|g| g.passive);
            scene.view.word(m) == "as" && host.is_some_and(|g| is_quoting(scene.view.lexicon.lemma(g.lemma)))
        };
        // "called it a plot before urging calm": done next, where the deed before it is told
        let told = verbs[k]
            .parent
            .map(|p| &verbs[p].group)
            .is_some_and(|g| g.form == Form::Past && g.modal.is_none() && !g.negated);
        let beside = marker.is_none_or(|m| match scene.view.word(m) {
            "while" | "whilst" | "when" | "though" | "although" => true,
            "before" | "after" => told,
            _ => quoted(m),
        });
        (beside || quoted_party(scene, k).is_some()) && (group.shape == Shape::Ing || group.nodes.start == 0 || scene.view.resolution)
    }

    /// "adopted a statement condemning": the participle says what the text does, and whoever issued it does it.
    pub(super) fn is_text_of_act(&self, scene: &Scene, k: usize) -> bool {
        const TEXTS: &[&str] = &[
            "statement",
            "resolution",
            "declaration",
            "communique",
            "communiqué",
            "letter",
            "message",
            "motion",
            "memorandum",
            "note",
            "report",
            "decree",
        ];
        let verb = &scene.view.clauses.verbs[k];
        const ISSUES: &[&str] = &[
            "adopt",
            "approve",
            "issue",
            "release",
            "pass",
            "publish",
            "sign",
            "send",
            "table",
            "endorse",
            "deliver",
            "make",
            "read",
            "draft",
            "hand",
            "give",
            "submit",
            "circulate",
            "present",
        ];
        let lemma = verb
            .parent
            .map_or("", |p| scene.view.lexicon.lemma(scene.view.clauses.verbs[p].group.lemma));
        let issued = ISSUES.contains(&lemma);
        // "has written to the council asking it to act"
        if lemma == "write" && verb.group.shape == Shape::Ing {
            return true;
        }
        let before = (0..verb.group.nodes.start)
            .rev()
            .find(|i| !scene.view.nodes[*i].class.is(Class::WEEKDAY.or(Class::TIME)));
        // "issued a statement after the talks saying"
        let opens = |i: usize| {
            let n = &scene.view.nodes[i];
            n.class.is(Class::PREPOSITION.or(Class::TO)) && !n.class.is(Class::OF) && !n.name
        };
        let from = verb.parent.map_or(0, |p| scene.view.clauses.verbs[p].group.nodes.end);
        let followed = || (from..verb.group.nodes.start.saturating_sub(1)).any(|i| TEXTS.contains(&scene.view.word(i)) && opens(i + 1));
        // "pressed the council to adopt a statement condemning": nobody has adopted it
        let asked = verb.parent.is_some_and(|p| {
            let host = &scene.view.clauses.verbs[p];
            let above = host.parent.map(|up| scene.view.clauses.verbs[up].group.nodes.end);
            host.group.shape == Shape::ToInfinitive && above.is_some_and(|end| end < host.group.nodes.start)
        });
        issued && !asked && verb.group.shape == Shape::Ing && (before.is_some_and(|i| TEXTS.contains(&scene.view.word(i))) || followed())
    }

    /// "stunned his allies by agreeing to talks", "spoke after rejecting an offer", "Besides urging calm, Peru offered": what was done with a
    /// deed that is told as done.
    pub(super) fn is_means(&self, scene: &Scene, k: usize) -> bool {
        let verbs = &scene.view.clauses.verbs;
        let means = verbs[k].marker.is_some_and(|m| match scene.view.word(m) {
            "by" | "after" | "besides" => true,
            // "in addition to urging"
            "to" => m > 0 && scene.view.word(m - 1) == "addition",
            _ => false,
        });
        let within = verbs[k].marker.is_some_and(|m| scene.view.word(m) == "in");
        verbs[k].parent.is_some_and(|p| {
            let host = &verbs[p];
            let told = matches!(host.role, ClauseRole::Main | ClauseRole::Coordinated | ClauseRole::Complement);
            // "joins Chad in condemning": whoever joins does it, too
            let joins = within && scene.view.lexicon.lemma(host.group.lemma) == "join";
            told && host.group.modal.is_none() && !host.group.negated && (joins || means && host.group.form == Form::Past)
        })
    }

    /// "without condemning", "stopped short of condemning"
    pub(super) fn is_denial(&self, scene: &Scene, k: usize) -> bool {
        let view = &scene.view;
        let short = |m: usize| m > 0 && view.word(m) == "of" && view.word(m - 1) == "short";
        view.clauses.verbs[k].marker.is_some_and(|m| view.word(m) == "without" || short(m))
    }
}

/// "quoted Lind as saying", "reported Lind as saying"
fn is_quoting(lemma: &str) -> bool {
    matches!(lemma, "quote" | "cite" | "report")
}

/// The nodes of the party whom somebody else quotes: "the agency quoted Lind as saying that"; `k` is the verb behind "as".
pub(super) fn quoted_party(scene: &Scene, k: usize) -> Option<Range<usize>> {
    let verb = &scene.view.clauses.verbs[k];
    let marker = verb
        .marker
        .filter(|m| scene.view.word(*m) == "as" && verb.group.shape == Shape::Ing)?;
    let host = &scene.view.clauses.verbs[verb.parent?].group;
    let party = host.nodes.end..marker;
    let active = !host.passive && is_quoting(scene.view.lexicon.lemma(host.lemma));
    (active && party.start < party.end && begins_phrase(&scene.view.nodes[party.start])).then_some(party)
}
