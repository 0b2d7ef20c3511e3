//! From a match to a draft: content, speaker, source, mode.
//!
//! Owns: which phrase is whose.
//! Leaves to: [`crate::resolve`] who a phrase is.

use super::draft::{Draft, Phrase};
use super::left::Left;
use super::licence;
use super::nonfinite::quoted_party;
use super::walk::{Made, Scene, Walk, quotation};
use crate::grammar::clause::{Role, Subject};
use crate::grammar::phrase::{is_set_phrase, thing};
use crate::grammar::{Class, Form, NodeKind, Valency};
use crate::resolve::{Resolved, Scope as ReadScope, Voice};
use crate::rules::Captured;
use crate::rules::frame::Kind;
use crate::statement::{Act, Basis, Genre, Mode, Status};
use crate::text::token::Kind as TokenKind;
use std::ops::Range;

impl Walk<'_> {
    /// Makes a draft of a match, unless nobody speaks.
    pub(super) fn keep(&mut self, scene: &mut Scene, k: usize, found: Captured, status: Status) -> Result<usize, Left> {
        let nobody = if found.passive { Left::Anybody } else { Left::NoSubject };
        if let Some((speaker, source)) = self.quoted_by(scene, k) {
            return self.push(scene, k, found, speaker, source, status, false);
        }
        if !found.passive && self.is_deed(scene, k, &found) {
            return Err(Left::Thing);
        }
        let speaker = self.speaker(scene, k, &found).ok_or(nobody)?;
        let speaker = self.with_the_other(scene, &found, speaker);
        let source = self.reported_by(scene, k);
        let start = scene.view.clauses.verbs[k].group.nodes.start;
        let negated = scene.view.clauses.verbs[k].group.negated
            || found.denied
            || start > 0 && scene.view.word(start - 1) == "nor"
            || self.is_denial(scene, k)
            || self.is_none(&speaker)
            || licence::licence(&scene.view, k).is_some_and(|l| l.failed);
        self.push(scene, k, found, speaker, source, status, negated)
    }

    /// "The exchange of fire threatened to", "his trip underlined": a deed at the head of the subject acts for nobody. Texts say things, and
    /// talks are held.
    fn is_deed(&self, scene: &Scene, k: usize, found: &Captured) -> bool {
        let held = self.rules.rules[found.rule].act == Act::Discuss;
        let subject = self.owner(scene, k).map(|owner| &scene.view.clauses.verbs[owner].subject);
        let Some(Subject::Phrase(subject)) = subject.filter(|_| !held) else {
            return false;
        };
        let nodes = scene.view.nodes;
        // "In addition, condemned": no subject at all
        let adverbial = subject.start > 0 && nodes[subject.start - 1].class.is(Class::PREPOSITION);
        let parted = nodes[subject.clone()].iter().any(|n| n.kind == NodeKind::Comma);
        !adverbial && !parted && thing(&nodes[subject.clone()]).is_some_and(|n| !n.class.is(Class::TEXT))
    }

    /// "No country has condemned", "neither side agreed", "not a single member backed".
    fn is_none(&self, speaker: &Phrase) -> bool {
        let Some(tokens) = &speaker.tokens else { return false };
        let before = tokens.start.checked_sub(1).map_or("", |b| self.text.word(b));
        matches!(self.text.word(tokens.start), "no" | "neither" | "none" | "nobody")
            || before == "not" && self.text.word(tokens.start) == "a"
    }

    /// "The agency quoted Lind as saying that": who is quoted at verb `k`, and by whom.
    pub(super) fn quoted_by(&mut self, scene: &Scene, k: usize) -> Option<(Phrase, Option<Phrase>)> {
        let tokens = self.tokens(scene, quoted_party(scene, k)?)?;
        let host = scene.view.clauses.verbs[k].parent?;
        let source = self.owner(scene, host).and_then(|o| scene.subjects[o].clone());
        Some((self.party(scene, tokens), source))
    }

    /// "We agreed", one of two says after they met, or at a joint press conference: "we" are both.
    fn with_the_other(&self, scene: &Scene, found: &Captured, speaker: Phrase) -> Phrase {
        let we = speaker
            .tokens
            .as_ref()
            .is_some_and(|t| t.len() == 1 && self.text.word(t.start) == "we");
        if self.genre != Genre::News || scene.stream.inside.is_none() || !we {
            return speaker;
        }
        let joint = self.text.paragraph_tokens[scene.stream.paragraph].clone().any(|i| {
            let next = self.text.word(i + 1);
            self.text.word(i) == "joint" && matches!(next, "press" | "news" | "media" | "conference" | "briefing" | "appearance")
        });
        // "We shared a concern over": nobody shares alone
        let shared = matches!(scene.view.word(found.cue.start), "share" | "shared");
        let mutual = matches!(self.rules.rules[found.rule].act, Act::Agree | Act::Discuss) && found.addressee.is_none() || shared;
        let at = speaker.tokens.as_ref().map_or(0, |t| t.start);
        match self.discourse.together(&speaker.who, at).filter(|_| joint || mutual) {
            Some(who) => Phrase { who, ..speaker },
            None => speaker,
        }
    }

    /// A preambular clause without a verb.
    pub(super) fn keep_verbless(&mut self, scene: &mut Scene, found: Captured) {
        let speaker = Phrase {
            tokens: None,
            who: self.discourse.document(),
        };
        // without words for its cue there is nothing to keep
        let _ = self.push(scene, usize::MAX, found, speaker, None, Status::Made, false);
    }

    /// For words that name nobody ("the dialogue", "each side"): those who act there by what was told before. For somebody by a name that
    /// nothing places: a joint document's parties; a report tells nothing of whom he acts for.
    fn guess(&self, speaker: &Phrase) -> Option<Resolved> {
        let unknown = speaker.who.scope == ReadScope::Unknown && speaker.who.entities.is_empty() && speaker.who.people.is_empty();
        let tokens = speaker.tokens.clone().filter(|_| unknown)?;
        // a word that stands alone may have its capital from the sentence, or be somebody's name
        let first = usize::from(tokens.len() > 1);
        let named = tokens
            .clone()
            .skip(first)
            .any(|i| self.text.tokens.get(i).is_some_and(|t| t.capital));
        (!named || self.genre != Genre::News).then(|| self.discourse.implied(tokens.start, None))
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one draft, put together once")]
    fn push(
        &mut self,
        scene: &mut Scene,
        k: usize,
        found: Captured,
        speaker: Phrase,
        source: Option<Phrase>,
        status: Status,
        negated: bool,
    ) -> Result<usize, Left> {
        let cue = self.tokens(scene, found.cue.clone()).ok_or(Left::NoWords)?;
        let content: Vec<Range<usize>> = found.content.clone().and_then(|c| self.content(scene, c)).into_iter().collect();
        let addressee = found.addressee.clone().and_then(|a| self.tokens(scene, a)).map(|tokens| {
            self.asked_again(scene, &tokens, &speaker)
                .unwrap_or_else(|| self.addressed(scene, tokens, &speaker))
        });
        let addressee = addressee
            .or_else(|| self.doer(scene, &found))
            .or_else(|| self.threatened(scene, &found).filter(|p| !shares(p, &speaker)))
            .or_else(|| self.who_shall(scene, &found).filter(|p| p.who.codes != speaker.who.codes));
        let mode = match self.mode(scene, &found) {
            Mode::Narrated if source.is_some() => Mode::Indirect,
            Mode::Narrated if self.performs_itself(scene, k, &speaker) => Mode::Direct,
            mode => mode,
        };
        let quote = found.content.clone().filter(|_| found.kind == Some(Kind::Quote)).map(|c| c.start);
        if let Some(node) = quote {
            self.attach(scene, node, &speaker);
        }
        let guess = self.guess(&speaker);
        if let (Some(tokens), None) = (speaker.tokens.clone(), &scene.quoted) {
            self.discourse.acted(tokens, &speaker.who);
        }
        let draft = Draft {
            rule: found.rule,
            cue,
            content,
            kind: found.kind,
            speaker: Some(speaker),
            addressee,
            source,
            status,
            negated,
            mode,
            guess,
            superseded: None,
        };
        scene.made.push(Made {
            verb: k,
            draft: self.drafts.len(),
        });
        let number = self.drafts.len();
        if found.open {
            self.open = Some(number);
        }
        self.drafts.push(draft);
        if let Some(q) = scene.stream.inside {
            self.supersede_weak(q);
        }
        if let Some(node) = quote {
            self.more_pieces(scene, node);
        }
        Ok(number)
    }

    /// A phrase in the voice of the stream, resolved.
    pub(super) fn party(&mut self, scene: &Scene, tokens: Range<usize>) -> Phrase {
        let who = match &scene.quoted {
            Some(phrase) => self.discourse.party(tokens.clone(), &Voice::Quote(&phrase.who)),
            None => self.discourse.party(tokens.clone(), &Voice::Outer),
        };
        Phrase { tokens: Some(tokens), who }
    }

    /// "condemned the role of Peru in the war and called on it": a pronoun is whom the act before it in the sentence was directed at.
    fn asked_again(&self, scene: &Scene, tokens: &Range<usize>, speaker: &Phrase) -> Option<Phrase> {
        let last = &self.drafts[scene.made.last()?.draft];
        let pronoun = tokens.len() == 1 && matches!(self.text.word(tokens.start), "it" | "them" | "him" | "her");
        let same = last.speaker.as_ref().is_some_and(|before| before.who.codes == speaker.who.codes);
        let before = last.addressee.as_ref().filter(|_| pronoun && same)?;
        (!before.who.entities.is_empty()).then(|| Phrase {
            tokens: Some(tokens.clone()),
            who: Resolved {
                basis: Basis::Pronoun,
                ..before.who.clone()
            },
        })
    }

    /// Whom `speaker` addresses: "both sides" of somebody else's quarrel are never the speaker.
    fn addressed(&self, scene: &Scene, tokens: Range<usize>, speaker: &Phrase) -> Phrase {
        let voice = match &scene.quoted {
            Some(phrase) => Voice::Quote(&phrase.who),
            None => Voice::Outer,
        };
        let who = self.discourse.addressed(tokens.clone(), &voice, &speaker.who);
        Phrase { tokens: Some(tokens), who }
    }

    /// The tokens of a content: without quotation marks and stops at its ends, with a bracket that explains its last word.
    pub(super) fn content(&self, scene: &Scene, nodes: Range<usize>) -> Option<Range<usize>> {
        let single = (nodes.len() == 1).then(|| quotation(&scene.view.nodes[nodes.start])).flatten();
        let mut tokens = match single {
            Some(q) => self.text.quotes[q].inside.clone(),
            None => self.tokens(scene, nodes)?,
        };
        if self.text.kind(tokens.end) == TokenKind::Open
            && let Some(close) = (tokens.end..self.text.tokens.len().min(tokens.end + 12)).find(|i| self.text.kind(*i) == TokenKind::Close)
        {
            tokens.end = close + 1;
        }
        let loose = |i: usize| {
            matches!(
                self.text.kind(i),
                TokenKind::Comma | TokenKind::Stop | TokenKind::Quote | TokenKind::Semicolon | TokenKind::Colon
            )
        };
        while tokens.start < tokens.end && loose(tokens.end - 1) {
            tokens.end -= 1;
        }
        while tokens.start < tokens.end && loose(tokens.start) {
            tokens.start += 1;
        }
        (tokens.start < tokens.end).then_some(tokens)
    }

    /// Who acts: the subject, or the by-phrase of a passive, or who the context tells.
    fn speaker(&mut self, scene: &mut Scene, k: usize, found: &Captured) -> Option<Phrase> {
        if found.passive {
            if let Some(nodes) = found.agent.clone().or_else(|| scene.view.agent(k))
                && let Some(tokens) = self.tokens(scene, nodes)
            {
                return Some(self.party(scene, tokens));
            }
            // "it was reported", "is considered": anybody may have
            let act = &self.rules.rules[found.rule].act;
            let anybody = matches!(act, Act::Say | Act::Assess | Act::Hope | Act::Confirm);
            // "was founded", "will be held in May": history and diary, of whom and about what the text does not say
            let bare = *act == Act::Establish || *act == Act::Discuss && found.content.is_none() && found.addressee.is_none();
            let report = matches!(self.genre, Genre::News | Genre::Readout);
            // "Noting that an envoy has been appointed": whoever did it, the body only notes it
            let noted = !report && scene.quoted.is_none() && scene.view.clauses.verbs[k].role == Role::Complement;
            if (anybody || bare) && report || noted {
                return None;
            }
            let at = scene.view.nodes[scene.view.clauses.verbs[k].group.head].tokens.start;
            let who = match &scene.quoted {
                Some(phrase) => phrase.who.clone(),
                None => {
                    // nobody urges himself
                    let own = self.owner(scene, k).and_then(|o| scene.subjects[o].as_ref()?.tokens.clone());
                    let own = own.filter(|_| found.addressee.is_some());
                    self.discourse.implied(at, own.as_ref())
                }
            };
            // "An ultimatum is given": by nobody, of nothing
            let nothing = who.entities.is_empty() && found.content.is_none() && found.addressee.is_none();
            return (!nothing).then_some(Phrase { tokens: None, who });
        }
        if let Some(owner) = self.owner(scene, k) {
            if scene.subjects[owner].is_none() {
                self.subject(scene, owner);
            }
            let phrase = scene.subjects[owner].clone();
            if self.body_speaks(scene, k, phrase.as_ref()) {
                return Some(Phrase {
                    tokens: None,
                    who: self.discourse.document(),
                });
            }
            return phrase;
        }
        let own = matches!(self.genre, Genre::Joint | Genre::Resolution);
        match (&scene.quoted, own) {
            (Some(phrase), _) => Some(Phrase {
                tokens: None,
                who: phrase.who.clone(),
            }),
            (None, true) => Some(Phrase {
                tokens: None,
                who: self.discourse.document(),
            }),
            _ if found.kind == Some(Kind::Quote) => self.quotations.last_speaker(),
            _ if drops_subject(scene, k) => {
                let at = scene.view.nodes[scene.view.clauses.verbs[k].group.head].tokens.start;
                let who = self.discourse.implied(at, None);
                Some(Phrase { tokens: None, who })
            }
            _ => None,
        }
    }

    /// A clause of a resolution, or a plural verb of a joint text, that performs an act and whose subject by the grammar is nobody:
    /// the words before it belong to the clause before ("..., and in this regard requests"), the speaker is the body.
    fn body_speaks(&self, scene: &Scene, k: usize, phrase: Option<&Phrase>) -> bool {
        let verb = &scene.view.clauses.verbs[k];
        let performs = self.rules.performs(verb.group.lemma) && verb.group.modal.is_none() && !verb.group.negated;
        let shape = match self.genre {
            Genre::Resolution => verb.group.form == Form::S || verb.group.form == Form::Ing,
            Genre::Joint => verb.group.form == Form::Base,
            _ => false,
        };
        let nobody = phrase.is_none_or(|p| p.who.entities.is_empty() && p.who.scope == ReadScope::Unknown);
        shape && performs && nobody && scene.stream.inside.is_none()
    }

    /// The verb whose subject phrase verb `k` has.
    pub(super) fn owner(&self, scene: &Scene, k: usize) -> Option<usize> {
        let verbs = &scene.view.clauses.verbs;
        let mut at = k;
        for _ in 0..=verbs.len() {
            match &verbs[at].subject {
                Subject::Phrase(_) => return Some(at),
                Subject::Of(other) if *other != at => at = *other,
                // a participle inside the object of a verb ("issued a statement condemning") has that verb's subject
                _ if verbs[at].role == Role::Reduced => at = verbs[at].parent.filter(|p| *p < at)?,
                _ => return None,
            }
        }
        None
    }

    /// Who reported the clause of verb `k`.
    fn reported_by(&mut self, scene: &mut Scene, k: usize) -> Option<Phrase> {
        let verbs = &scene.view.clauses.verbs;
        let mut at = k;
        for _ in 0..verbs.len() {
            match verbs[at].role {
                Role::Complement => {
                    // "it was the first time that": nobody reports there
                    let reporter = verbs[at]
                        .parent
                        .filter(|p| !verbs[*p].group.copula || self.rules.takes_that(verbs[*p].group.lemma))?;
                    let owner = self.owner(scene, reporter)?;
                    return scene.subjects[owner].clone();
                }
                Role::Coordinated | Role::Infinitive | Role::Participle => at = verbs[at].parent.filter(|p| *p != at)?,
                _ => break,
            }
        }
        // inside a quotation, what others did is told by its speaker
        let owner = self.owner(scene, k)?;
        let phrase = scene.subjects[owner].as_ref()?;
        let own = phrase
            .tokens
            .as_ref()
            .is_some_and(|t| matches!(self.text.word(t.start), "we" | "i"));
        scene.quoted.clone().filter(|_| !own)
    }

    /// "Norway urges both sides to wait", in what Norway gives out itself: done by saying it. What it tells in the past was done before.
    fn performs_itself(&self, scene: &Scene, k: usize, speaker: &Phrase) -> bool {
        let Some(verb) = scene.view.clauses.verbs.get(k).filter(|_| self.genre == Genre::Readout) else {
            return false;
        };
        let (start, head) = (verb.group.nodes.start, verb.group.head);
        // "once again requests"
        let plain = verb.group.nodes.len() <= 2 || scene.view.nodes[start..head].iter().all(|n| n.class.is(Class::ADVERB));
        let present = matches!(verb.group.form, Form::S | Form::Base) && verb.group.modal.is_none() && plain;
        let home = self.discourse.document();
        let own = !speaker.who.codes.is_empty() && speaker.who.codes.iter().all(|c| home.codes.contains(c));
        let stands = match verb.role {
            Role::Coordinated => verb.parent.is_some_and(|up| scene.view.clauses.verbs[up].role == Role::Main),
            role => role == Role::Main,
        };
        // "We are ready to", "I have asked": whose text it is speaks for itself; who speaks to the press does so of the past, too
        let first = speaker
            .tokens
            .as_ref()
            .is_some_and(|t| t.len() == 1 && matches!(self.text.word(t.start), "we" | "i"));
        own && stands && (present && self.rules.performs(verb.group.lemma) || first && (self.spoken || verb.group.form != Form::Past))
    }

    fn mode(&self, scene: &Scene, found: &Captured) -> Mode {
        let own = matches!(self.genre, Genre::Joint | Genre::Resolution | Genre::BodyStatement);
        let quoted = scene.view.nodes.get(found.cue.end.saturating_sub(1)).is_some_and(|n| n.quoted);
        let content_quoted = found.content.as_ref().is_some_and(|c| {
            let inside = scene.view.nodes[c.clone()].iter().filter(|n| n.quoted).count();
            matches!(found.kind, Some(Kind::That)) && scene.view.nodes[c.start].quoted && inside * 10 >= c.len() * 9
        });
        if own || quoted || content_quoted || scene.stream.inside.is_some() || found.kind == Some(Kind::Quote) {
            Mode::Direct
        } else {
            Mode::Narrated
        }
    }
}

/// "In addition, concurred that": a verb with a tense, and before it nothing but a set phrase; so translated readouts leave a subject out.
fn drops_subject(scene: &Scene, k: usize) -> bool {
    let verb = &scene.view.clauses.verbs[k];
    let set = is_set_phrase(&scene.view.nodes[..verb.group.nodes.start]);
    set && verb.role == Role::Main && verb.subject == Subject::None
}

/// Whether one party is in both phrases.
fn shares(one: &Phrase, other: &Phrase) -> bool {
    one.who.codes.iter().any(|code| other.who.codes.contains(code))
}
