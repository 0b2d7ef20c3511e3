//! From what was written down to sentences that tell it.
//!
//! Owns: which sentence a verb and a stream belong to, and what the grammar and the resolution say of it.
//! Leaves to: `cues` the cues in it.

use super::{Cue, Name, Reason, Resolved, Sentence, Stream, Token, Verb, reason};
use crate::assemble::draft::Phrase;
use crate::assemble::watch::Watched;
use crate::extract::Traced;
use crate::grammar::{NodeKind, Subject};
use crate::read::layout::ParagraphKind;
use crate::statement::{self as contract, Words};
use std::ops::Range;

/// All sentences of a document.
pub(super) fn sentences(traced: &Traced) -> Vec<Sentence> {
    let count = traced.text.sentences.len();
    let mut verbs: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
    let mut scenes: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (n, scene) in traced.watch.scenes.iter().enumerate() {
        for node in scene.stream.nodes.iter().filter(|n| !matches!(n.kind, NodeKind::Quote(_))) {
            let s = traced.text.sentence_of(node.tokens.start);
            if scenes[s].last() != Some(&n) {
                scenes[s].push(n);
            }
        }
        for k in 0..scene.clauses.verbs.len() {
            verbs[traced.text.sentence_of(head(scene, k))].push((n, k));
        }
    }
    let drafts = statements_of(traced);
    let mut seen = vec![false; traced.text.tokens.len()];
    let mut cued = seen.clone();
    let nodes = traced.watch.scenes.iter().flat_map(|s| &s.stream.nodes);
    let nodes = nodes.filter(|n| !matches!(n.kind, NodeKind::Quote(_))).map(|n| n.tokens.clone());
    nodes.for_each(|tokens| seen[tokens].fill(true));
    traced.drafts.iter().for_each(|d| cued[d.cue.clone()].fill(true));
    (0..count)
        .map(|s| {
            let one = One {
                traced,
                drafts: &drafts,
                s,
                verbs: &verbs[s],
                seen: &seen,
                cued: &cued,
            };
            one.sentence(&scenes[s])
        })
        .collect()
}

/// For each draft the number of its statement.
fn statements_of(traced: &Traced) -> Vec<Option<usize>> {
    let mut numbers = vec![None; traced.drafts.len()];
    for (n, draft) in traced.kept.iter().enumerate() {
        numbers[*draft] = Some(n);
    }
    numbers
}

pub(super) fn head(scene: &Watched, k: usize) -> usize {
    scene.stream.nodes[scene.clauses.verbs[k].group.head].tokens.start
}

/// The words of `tokens`.
pub(super) fn words(traced: &Traced, tokens: Range<usize>) -> Words {
    let place = traced.text.place(tokens);
    Words {
        text: traced.text.slice(place).to_string(),
        span: traced.text.span(place),
    }
}

/// One sentence on its way.
pub(super) struct One<'o> {
    pub(super) traced: &'o Traced<'o>,
    pub(super) drafts: &'o [Option<usize>],
    /// Its number.
    pub(super) s: usize,
    /// Its verbs, as (scene, verb).
    pub(super) verbs: &'o [(usize, usize)],
    /// Tokens of the document that are nodes of a stream.
    pub(super) seen: &'o [bool],
    /// Tokens of the document that are in the cue of a draft.
    pub(super) cued: &'o [bool],
}

impl One<'_> {
    fn sentence(&self, scenes: &[usize]) -> Sentence {
        let sentence = &self.traced.text.sentences[self.s];
        let place = words(self.traced, sentence.tokens.clone());
        let mut cues: Vec<Cue> = self.verbs.iter().filter_map(|(n, k)| self.verb_cue(*n, *k)).collect();
        cues.extend(scenes.iter().flat_map(|n| self.other_cues(*n)));
        cues.extend(self.unread_cues(sentence.tokens.clone()));
        cues.sort_by_key(|c| (c.words.span.start, c.words.span.end));
        Sentence {
            sentence: contract::Sentence {
                text: place.text,
                span: place.span,
                paragraph: sentence.paragraph as u32,
                index: self.s as u32,
            },
            paragraph: self.kind().1,
            tokens: sentence.tokens.clone().map(|i| self.token(i)).collect(),
            streams: scenes.iter().map(|n| self.stream(*n)).collect(),
            cues,
        }
    }

    /// Why the sentence is not read at all, and what its paragraph is.
    pub(super) fn kind(&self) -> (Option<Reason>, &'static str) {
        let paragraph = self.traced.text.sentences[self.s].paragraph;
        let item = self.traced.watch.items.iter().any(|(p, _)| *p == paragraph);
        match self.traced.text.paragraphs[paragraph].kind {
            ParagraphKind::Furniture => (Some(Reason::Furniture), "furniture"),
            ParagraphKind::Transcript => (Some(Reason::Transcript), "transcript"),
            ParagraphKind::Heading => (Some(Reason::Heading), "heading"),
            _ if item => (Some(Reason::ListItem), "list item"),
            ParagraphKind::Body => (None, "body"),
            ParagraphKind::Headline => (None, "headline"),
            ParagraphKind::ListItem => (None, "list item"),
            ParagraphKind::Caption => (None, "caption"),
        }
    }

    pub(super) fn scene(&self, n: usize) -> &Watched {
        &self.traced.watch.scenes[n]
    }

    /// The number of verb `k` of scene `n` in this sentence, from 1.
    pub(super) fn number(&self, n: usize, k: usize) -> Option<usize> {
        self.verbs.iter().position(|v| *v == (n, k)).map(|at| at + 1)
    }

    pub(super) fn tokens(&self, n: usize, nodes: Range<usize>) -> Range<usize> {
        let nodes = &self.scene(n).stream.nodes[nodes];
        match (nodes.first(), nodes.last()) {
            (Some(first), Some(last)) => first.tokens.start..last.tokens.end,
            _ => 0..0,
        }
    }

    pub(super) fn group(&self, n: usize, k: usize) -> Words {
        words(self.traced, self.tokens(n, self.scene(n).clauses.verbs[k].group.nodes.clone()))
    }

    fn token(&self, i: usize) -> Token {
        let lexicon = self.traced.lexicon;
        let entry = lexicon.entry(self.traced.text.word(i));
        let forms = entry.iter().flat_map(|e| e.verbs.iter());
        let verb = self.verbs.iter().position(|(n, k)| {
            let group = self.scene(*n).clauses.verbs[*k].group.nodes.clone();
            self.scene(*n).stream.nodes[group].iter().any(|node| node.tokens.contains(&i))
        });
        Token {
            words: words(self.traced, i..i + 1),
            verbs: forms.map(|(l, f)| format!("{}/{}", lexicon.lemma(*l), lower(f))).collect(),
            name: self.traced.names.at(i).map(|m| Name {
                kind: lower(&m.kind),
                codes: m
                    .codes
                    .iter()
                    .map(|c| self.traced.names.entity(*c).map_or_else(String::new, |e| e.code.clone()))
                    .collect(),
            }),
            verb: verb.map(|at| at + 1),
        }
    }

    fn stream(&self, n: usize) -> Stream {
        let scene = self.scene(n);
        let own = self.verbs.iter().filter(|v| v.0 == n).map(|v| v.1);
        Stream {
            quotation: scene
                .stream
                .inside
                .map(|q| words(self.traced, self.traced.text.quotes[q].inside.clone())),
            speaker: scene.quoted.as_ref().map(|p| self.resolved(p)),
            verbs: own.map(|k| self.verb(n, k)).collect(),
        }
    }

    fn verb(&self, n: usize, k: usize) -> Verb {
        let scene = self.scene(n);
        let verb = &scene.clauses.verbs[k];
        Verb {
            number: self.number(n, k).unwrap_or_default(),
            group: self.group(n, k),
            role: lower(&verb.role),
            shape: lower(&verb.group.shape),
            under: verb.parent.and_then(|p| self.number(n, p)),
            subject: scene.subjects[k].as_ref().map(|p| self.resolved(p)),
            subject_of: match verb.subject {
                Subject::Of(other) => self.number(n, other),
                Subject::Phrase(_) | Subject::None => None,
            },
        }
    }

    pub(super) fn resolved(&self, phrase: &Phrase) -> Resolved {
        let (way, how) = reason::way(phrase.who.trail.way);
        Resolved {
            words: phrase.tokens.clone().map(|t| words(self.traced, t)),
            codes: phrase.who.entities.iter().map(|e| e.code.clone()).collect(),
            people: phrase.who.people.iter().map(person).collect(),
            way,
            how,
            told: phrase.who.trail.told.clone().map(|t| words(self.traced, t)),
            scope: reason::scope(phrase.who.scope),
        }
    }
}

fn person(person: &contract::Person) -> String {
    match &person.role {
        Some(role) => format!("{} ({role})", person.name),
        None => person.name.clone(),
    }
}

/// The name of a value in small letters.
fn lower(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}
