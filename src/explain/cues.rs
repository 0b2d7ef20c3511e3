//! The cues of a sentence: verbs that head frames, attributions, clauses without a verb, and words that no clause has as a verb.
//!
//! Owns: what is a cue, and which match and outcome belong to it.
//! Leaves to: [`super::build`] the sentence around it, [`super::frames`] the rules, [`super::reason`] the words.

use super::build::{One, head, words};
use super::frames::{beside, has_words, tried, won};
use super::{Cue, Found, LeftOut, Outcome, Reason, Resolved};
use crate::assemble::Left;
use crate::assemble::draft::Draft;
use crate::grammar::{Class, Lemma, Role};
use crate::text::token::Kind;
use std::ops::Range;

impl One<'_> {
    /// The cue that verb `k` of scene `n` is, if it is one.
    pub(super) fn verb_cue(&self, n: usize, k: usize) -> Option<Cue> {
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
                // no frame holds of a verb that reports what stands before it: its rule is chosen by what it reports
                Ok(draft) if scene.clauses.verbs[k].role == Role::Attribution || won(tries).is_none() => {
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
    pub(super) fn other_cues(&self, n: usize) -> Vec<Cue> {
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
    pub(super) fn unread_cues(&self, tokens: Range<usize>) -> Vec<Cue> {
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

fn left_out(reason: Reason, instead: Option<String>) -> Outcome {
    Outcome::LeftOut(LeftOut {
        reason,
        why: reason.why().to_string(),
        instead,
    })
}
