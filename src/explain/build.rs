//! From what was written down to sentences that tell it.
//!
//! Owns: which sentence a verb, a stream and a cue belong to, and which words are cues that no clause has.
//! Leaves to: [`super::frames`] the rules, [`super::reason`] the words.

use super::frames::{beside, has_words, tried, won};
use super::{Cue, Found, LeftOut, Name, Outcome, Reason, Resolved, Sentence, Stream, Token, Verb, reason};
use crate::assemble::Left;
use crate::assemble::draft::{Draft, Phrase};
use crate::assemble::watch::Watched;
use crate::extract::Traced;
use crate::grammar::{Class, Lemma, NodeKind, Role, Subject};
use crate::read::layout::ParagraphKind;
use crate::statement::{self as contract, Words};
use crate::text::token::Kind;
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

fn head(scene: &Watched, k: usize) -> usize {
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
struct One<'o> {
    traced: &'o Traced<'o>,
    drafts: &'o [Option<usize>],
    /// Its number.
    s: usize,
    /// Its verbs, as (scene, verb).
    verbs: &'o [(usize, usize)],
    /// Tokens of the document that are nodes of a stream.
    seen: &'o [bool],
    /// Tokens of the document that are in the cue of a draft.
    cued: &'o [bool],
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
    fn kind(&self) -> (Option<Reason>, &'static str) {
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

    fn scene(&self, n: usize) -> &Watched {
        &self.traced.watch.scenes[n]
    }

    /// The number of verb `k` of scene `n` in this sentence, from 1.
    fn number(&self, n: usize, k: usize) -> Option<usize> {
        self.verbs.iter().position(|v| *v == (n, k)).map(|at| at + 1)
    }

    fn tokens(&self, n: usize, nodes: Range<usize>) -> Range<usize> {
        let nodes = &self.scene(n).stream.nodes[nodes];
        match (nodes.first(), nodes.last()) {
            (Some(first), Some(last)) => first.tokens.start..last.tokens.end,
            _ => 0..0,
        }
    }

    fn group(&self, n: usize, k: usize) -> Words {
        words(self.traced, self.tokens(n, self.scene(n).clauses.verbs[k].group.nodes.clone()))
    }

    fn token(&self, i: usize) -> Token {
        let lexicon = self.traced.lexicon;
        let entry = lexicon.entry(self.traced.text.word(i));
        let forms = entry.into_iter().flat_map(|e| e.verbs.iter());
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
                    .map(|c| self.traced.names.gazetteer.code_text(*c).to_string())
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

    fn resolved(&self, phrase: &Phrase) -> Resolved {
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

    /// The cue that verb `k` of scene `n` is, if it is one.
    fn verb_cue(&self, n: usize, k: usize) -> Option<Cue> {
        let scene = self.scene(n);
        let lemma = scene.clauses.verbs[k].group.lemma;
        let (tries, fate) = (&scene.tries[k], scene.fates[k]);
        let light = self.traced.rules.is_light(self.traced.lexicon.lemma(lemma));
        if fate.is_err() && (tries.is_empty() || light && !tries.iter().any(has_words)) {
            return None;
        }
        // the attribution itself is a cue of its own, see `other_cues`
        if fate == Err(Left::According) && self.cued[head(scene, k)] {
            return None;
        }
        let found = match fate {
            Ok(draft) => Some(self.found(&self.traced.drafts[draft])),
            Err(_) => won(tries).map(|c| Found {
                act: self.traced.rules.rules[c.rule].act.to_string(),
                rule: self.traced.rules.rules[c.rule].id.clone(),
                status: None,
                negated: false,
                content: c
                    .content
                    .clone()
                    .map(|c| words(self.traced, self.tokens(n, c)))
                    .into_iter()
                    .collect(),
                speaker: None,
                addressee: c.addressee.clone().map(|a| self.unresolved(n, a)),
                source: None,
            }),
        };
        let cue = match (fate, won(tries)) {
            (Ok(draft), _) => words(self.traced, self.traced.drafts[draft].cue.clone()),
            (Err(_), Some(c)) => words(self.traced, self.tokens(n, c.cue.clone())),
            (Err(_), None) => self.group(n, k),
        };
        Some(Cue {
            words: cue,
            verb: self.number(n, k),
            rules: match fate {
                // no frame is held against a verb that reports: its rule is chosen by what it reports
                Ok(draft) if scene.clauses.verbs[k].role == Role::Attribution => {
                    vec![beside(self.traced, self.traced.drafts[draft].rule)]
                }
                _ => tried(self.traced, &scene.stream.nodes, lemma, tries),
            },
            found,
            outcome: self.outcome(fate),
            weak: false,
        })
    }

    /// A phrase that nobody resolved, since no record came of it.
    fn unresolved(&self, n: usize, nodes: Range<usize>) -> Resolved {
        let (way, how) = ("not_resolved", "not resolved, since no record came of it");
        Resolved {
            words: Some(words(self.traced, self.tokens(n, nodes))),
            codes: Vec::new(),
            people: Vec::new(),
            way,
            how,
            told: None,
            scope: "unknown",
        }
    }

    fn found(&self, draft: &Draft) -> Found {
        let rule = &self.traced.rules.rules[draft.rule];
        Found {
            act: rule.act.to_string(),
            rule: rule.id.clone(),
            status: Some(draft.status),
            negated: draft.negated,
            content: draft.content.iter().map(|c| words(self.traced, c.clone())).collect(),
            speaker: draft.speaker.as_ref().map(|p| self.resolved(p)),
            addressee: draft.addressee.as_ref().map(|p| self.resolved(p)),
            source: draft.source.as_ref().map(|p| self.resolved(p)),
        }
    }

    fn outcome(&self, fate: Result<usize, Left>) -> Outcome {
        let id = |draft: usize| self.drafts[draft].and_then(|n| self.traced.statements.get(n)).map(|s| s.id.clone());
        match fate {
            Err(left) => left_out(Reason::Left(left), None),
            Ok(draft) => match self.traced.verdicts[draft] {
                Ok(()) => Outcome::Statement(id(draft).unwrap_or_default()),
                Err((left, other)) => left_out(Reason::Left(left), other.and_then(id)),
            },
        }
    }

    /// Drafts of scene `n` that no verb made, and a clause without a verb that no frame fits.
    fn other_cues(&self, n: usize) -> Vec<Cue> {
        let scene = self.scene(n);
        let here = |token: usize| self.traced.text.sentence_of(token) == self.s;
        let drafts = scene.others.iter().map(|d| (*d, &self.traced.drafts[*d]));
        let mut cues: Vec<Cue> = drafts
            .filter(|(_, draft)| here(draft.cue.start))
            .map(|(number, draft)| Cue {
                words: words(self.traced, draft.cue.clone()),
                verb: None,
                rules: vec![beside(self.traced, draft.rule)],
                found: Some(self.found(draft)),
                outcome: self.outcome(Ok(number)),
                weak: false,
            })
            .collect();
        let heads = |i: &usize| {
            !self
                .traced
                .rules
                .copular(self.traced.text.word(scene.stream.nodes[*i].tokens.start))
                .is_empty()
        };
        let first = (0..scene.stream.nodes.len().min(5))
            .find(heads)
            .filter(|i| here(scene.stream.nodes[*i].tokens.start));
        if let Some(head) = first.filter(|_| !scene.verbless.is_empty()) {
            let rules = tried(self.traced, &scene.stream.nodes, Lemma::UNKNOWN, &scene.verbless);
            match cues.first_mut().filter(|_| won(&scene.verbless).is_some()) {
                Some(cue) => cue.rules = rules,
                None => cues.push(Cue {
                    words: words(self.traced, self.tokens(n, head..head + 1)),
                    verb: None,
                    rules,
                    found: None,
                    outcome: left_out(Reason::Left(Left::NoFrame), None),
                    weak: false,
                }),
            }
        }
        cues
    }

    /// Words that head frames and that no clause has as a verb.
    fn unread_cues(&self, tokens: Range<usize>) -> Vec<Cue> {
        let grouped = |i: usize| {
            self.verbs.iter().any(|(n, k)| {
                let group = self.scene(*n).clauses.verbs[*k].group.nodes.clone();
                self.scene(*n).stream.nodes[group].iter().any(|node| node.tokens.contains(&i))
            })
        };
        let unread = self.kind().0;
        let mut cues = Vec::new();
        for i in tokens.filter(|i| self.traced.text.kind(*i) == Kind::Word) {
            let Some(class) = self.heads_frame(i) else { continue };
            if unread.is_none() && (grouped(i) || self.cued[i]) {
                continue;
            }
            let reason = unread.unwrap_or(if self.seen[i] { Reason::NotAVerb } else { Reason::Brackets });
            let noun = Class::NOUN
                .or(Class::VERB_NOUN)
                .or(Class::ING_NOUN)
                .or(Class::VERB_ADJECTIVE)
                .or(Class::PARTICIPLE_ADJECTIVE);
            cues.push(Cue {
                words: words(self.traced, i..i + 1),
                verb: None,
                rules: Vec::new(),
                found: None,
                outcome: left_out(reason, None),
                weak: class.is(noun),
            });
        }
        cues
    }

    /// What token `i` can be, if it can be a verb that heads a frame and means something by itself.
    fn heads_frame(&self, i: usize) -> Option<Class> {
        let entry = self.traced.lexicon.entry(self.traced.text.word(i))?;
        let heads =
            |lemma: Lemma| !self.traced.rules.frames_of(lemma).is_empty() && !self.traced.rules.is_light(self.traced.lexicon.lemma(lemma));
        let heads = !self.traced.names.is_name(i) && entry.verbs.iter().any(|(l, _)| heads(*l));
        heads.then_some(entry.class)
    }
}

fn person(person: &contract::Person) -> String {
    match &person.role {
        Some(role) => format!("{} ({role})", person.name),
        None => person.name.clone(),
    }
}

fn left_out(reason: Reason, instead: Option<String>) -> Outcome {
    Outcome::LeftOut(LeftOut {
        reason,
        why: reason.why().to_string(),
        instead,
    })
}

/// The name of a value in small letters.
fn lower(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}
