//! Quotations and attributions: who says what stands in quotation marks, and who reported a clause.
//!
//! Owns: the quotation before its attribution, on both sides of it, over several sentences and paragraphs; ", the ministry
//! said"; "according to X".
//! Leaves to: [`super::keep`] everything about acts inside.

use super::draft::{Draft, Phrase, Superseded};
use super::left::Left;
use super::walk::{Made, Scene, Walk, quotation};
use crate::grammar::clause::{Role, Subject, Verb, quoted_as};
use crate::grammar::lexicon::Lemma;
use crate::grammar::{Class, NodeKind, extent};
use crate::read::layout::ParagraphKind;
use crate::resolve::Scope as ReadScope;
use crate::rules::Scope;
use crate::rules::frame::{Element, Kind};
use crate::statement::{Genre, Mode, Status};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What is known of the quotations so far.
#[derive(Default)]
pub struct Quotations {
    speakers: FxHashMap<usize, Phrase>,
    /// Drafts of "according to" by the quotation that is their content: an act inside supersedes them.
    weak: FxHashMap<usize, usize>,
    /// The last draft whose content is a quotation, the token at which its stream ended, and its speaker.
    last: Option<(usize, usize, Phrase)>,
}

impl Quotations {
    /// Who spoke last.
    pub fn last_speaker(&self) -> Option<Phrase> {
        self.last.as_ref().map(|l| Phrase {
            tokens: None,
            who: l.2.who.clone(),
        })
    }

    /// Who speaks in quotation `q`.
    pub fn speaker(&self, q: usize) -> Option<Phrase> {
        self.speakers.get(&q).cloned()
    }
}

/// Tokens between two quotations that can still be one: the marks and a stop.
const GAP: usize = 3;

impl Walk<'_> {
    /// Notes that the quotation at `node` is spoken by `speaker`.
    pub(super) fn attach(&mut self, scene: &Scene, node: usize, speaker: &Phrase) {
        if let Some(q) = scene.view.nodes.get(node).and_then(quotation) {
            self.quotations.speakers.insert(q, speaker.clone());
            self.quotations.last = Some((self.drafts.len(), self.text.quotes[q].end, speaker.clone()));
        }
    }

    /// "A," and "B": quotations that follow the one at `node` are pieces of the last draft.
    pub(super) fn more_pieces(&mut self, scene: &Scene, node: usize) {
        let Some(draft) = self.drafts.len().checked_sub(1) else { return };
        let Some(speaker) = self.drafts[draft].speaker.clone() else {
            return;
        };
        let mut at = node + 1;
        while let Some(n) = scene.view.nodes.get(at) {
            match n.kind {
                NodeKind::Comma => {}
                NodeKind::Word if matches!(scene.view.word(at), "and" | "but") => {}
                NodeKind::Quote(q) => {
                    self.quotations.speakers.insert(q, speaker.clone());
                    self.quotations.last = Some((draft, self.text.quotes[q].end, speaker.clone()));
                    let piece = self.content(scene, at..at + 1);
                    self.drafts[draft].content.extend(piece);
                }
                _ => return,
            }
            at += 1;
        }
    }

    /// Goes through the attributions of a stream after its verbs.
    pub(super) fn report(&mut self, scene: &mut Scene) {
        for k in 0..scene.view.clauses.verbs.len() {
            if scene.view.clauses.verbs[k].role == Role::Attribution {
                let fate = self.attribution(scene, k);
                scene.fates[k] = Some(fate);
            }
        }
        self.according(scene);
        self.quoted_before(scene);
        self.loose_quotations(scene);
        let end = scene.view.nodes.last().map_or(0, |n| n.tokens.end);
        if let Some(last) = &mut self.quotations.last
            && scene.stream.inside.is_none()
            && scene.made.iter().any(|m| m.draft == last.0)
        {
            last.1 = end;
        }
    }

    /// "..., the ministry said": the clause or quotation beside it is the content.
    fn attribution(&mut self, scene: &mut Scene, k: usize) -> Result<usize, Left> {
        let verb = &scene.view.clauses.verbs[k];
        if !matches!(verb.subject, Subject::Phrase(_)) {
            return Err(Left::NoSubject);
        }
        if verb.group.modal.is_some() {
            return Err(Left::Modal);
        }
        let speaker = scene.subjects[k].clone().ok_or(Left::NoSubject)?;
        let inserted = verb.parent.is_none() || self.goes_on(scene, k).is_some();
        // "X said, urging Peru to leave": he urges, and nobody reports it
        let own = |m: &Made| m.verb != usize::MAX && scene.view.clauses.hangs_on(m.verb, k);
        for made in scene
            .made
            .iter()
            .filter(|m| (m.verb < k || m.verb == usize::MAX || inserted) && !own(m))
        {
            self.is_told_by(made.draft, &speaker);
        }
        let quotes = self.untaken(scene);
        // "was quoted as saying": the participle behind the passive is the verb that reports
        let saying = quoted_as(scene.view.nodes, &verb.group).filter(|_| verb.group.passive);
        let (lemma, cue) = match saying.and_then(|i| scene.view.nodes[i].verbs.first().map(|v| (v.0, i))) {
            Some((lemma, saying)) => (lemma, verb.group.nodes.start..saying + 1),
            None => (verb.group.lemma, verb.group.nodes.clone()),
        };
        // "..., a spokeswoman pointed out"
        let particle = scene
            .view
            .nodes
            .get(cue.end)
            .filter(|n| n.class.is(Class::PREPOSITION) && n.class.is(Class::ADVERB) && !verb.group.passive)
            .map(|_| scene.view.word(cue.end));
        let with_particle = particle.and_then(|word| self.reporting_rule(lemma, Some(word), !quotes.is_empty()));
        let (rule, cue) = match with_particle {
            Some(rule) => (rule, cue.start..cue.end + 1),
            None => (self.reporting_rule(lemma, None, !quotes.is_empty()).ok_or(Left::NoReport)?, cue),
        };
        // a caption tells the act; who reported it is no record of its own there
        let caption = self.text.paragraphs[scene.stream.paragraph].kind == ParagraphKind::Caption;
        if caption && quotes.is_empty() && !scene.made.is_empty() {
            return Err(Left::NoReport);
        }
        let cue = self.tokens(scene, cue).ok_or(Left::NoWords)?;
        let (content, kind, mode) = if quotes.is_empty() {
            let start = (0..verb.start).find(|i| scene.view.nodes[*i].kind == NodeKind::Word).unwrap_or(0);
            let end = extent::trim(scene.view.nodes, start, verb.start);
            let own = scene.stream.inside.is_some() || matches!(self.genre, Genre::Joint | Genre::Resolution | Genre::BodyStatement);
            // "The text, a spokeswoman pointed out, obliges": the clause goes on behind the attribution
            let rest = (verb.group.nodes.end..scene.view.nodes.len())
                .find(|i| scene.view.nodes[*i].kind == NodeKind::Comma)
                .filter(|c| {
                    let begins = |v: &Verb| v.group.nodes.start == c + 1 || v.start == c + 1;
                    inserted && scene.view.clauses.verbs[k + 1..].iter().any(begins)
                })
                .or_else(|| self.goes_on(scene, k))
                .map(|c| c + 1..extent::trim(scene.view.nodes, c + 1, scene.view.nodes.len()));
            // "When asked about the raid, he said, the port": what was asked is not said
            let asked = rest.is_some() && self.is_asked_first(scene, start..end);
            (
                [Some(start..end).filter(|_| !asked), rest]
                    .into_iter()
                    .flatten()
                    .filter_map(|r| self.content(scene, r))
                    .collect(),
                Kind::That,
                if own { Mode::Direct } else { Mode::Narrated },
            )
        } else {
            (
                quotes
                    .iter()
                    .filter_map(|i| self.content(scene, *i..*i + 1))
                    .collect::<Vec<Range<usize>>>(),
                Kind::Quote,
                Mode::Direct,
            )
        };
        for node in &quotes {
            self.attach(scene, *node, &speaker);
        }
        let hearer = self.hearer(scene, k);
        let draft = self.push_report(scene, k, rule, cue, content, kind, speaker, mode);
        self.drafts[draft].addressee = hearer;
        Ok(draft)
    }

    /// The quotations of a stream whose speaker nobody has told yet.
    pub(super) fn untaken(&self, scene: &Scene) -> Vec<usize> {
        let open = |i: &usize| quotation(&scene.view.nodes[*i]).is_some_and(|q| !self.quotations.speakers.contains_key(&q));
        (0..scene.view.nodes.len()).filter(open).collect()
    }

    /// What the text itself told is told by `speaker`.
    pub(super) fn is_told_by(&mut self, draft: usize, speaker: &Phrase) {
        let draft = &mut self.drafts[draft];
        if draft.source.is_none() && draft.mode == Mode::Narrated {
            draft.source = Some(speaker.clone());
            draft.mode = Mode::Indirect;
        }
    }

    /// "«Q», the minister told the assembly": whom the verb of an attribution has behind it.
    fn hearer(&mut self, scene: &Scene, k: usize) -> Option<Phrase> {
        let verb = &scene.view.clauses.verbs[k];
        let group = &verb.group;
        // "«Q», warned Lind": she is who warned
        if matches!(&verb.subject, Subject::Phrase(subject) if subject.start >= group.nodes.end) {
            return None;
        }
        let nodes = scene.view.hearer(group.lemma, group.nodes.end)?;
        let tokens = self.tokens(scene, nodes)?;
        Some(self.party(scene, tokens))
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one draft, put together once")]
    pub(super) fn push_report(
        &mut self,
        scene: &mut Scene,
        verb: usize,
        rule: usize,
        cue: Range<usize>,
        content: Vec<Range<usize>>,
        kind: Kind,
        speaker: Phrase,
        mode: Mode,
    ) -> usize {
        let negated = scene.view.clauses.verbs.get(verb).is_some_and(|v| v.group.negated);
        let draft = Draft {
            rule,
            cue,
            content,
            kind: Some(kind),
            speaker: Some(speaker),
            addressee: None,
            source: None,
            status: Status::Made,
            negated,
            mode,
            guess: None,
            superseded: None,
        };
        scene.made.push(Made {
            verb,
            draft: self.drafts.len(),
        });
        self.drafts.push(draft);
        self.drafts.len() - 1
    }

    /// The rule by which `lemma`, with its particle ("point out"), reports: one with a quotation slot where there is a quotation, else
    /// one with a clause.
    pub(super) fn reporting_rule(&self, lemma: Lemma, particle: Option<&str>, quote: bool) -> Option<usize> {
        let frames = self.rules.frames_of(lemma);
        let reports = |elements: &[Element], kind: Kind| {
            let mut rest = elements.iter().filter(|e| !matches!(e, Element::Addressee)).peekable();
            let led = match (particle, rest.peek()) {
                (Some(word), Some(Element::Words(words))) => words.iter().any(|w| w == word) && rest.next().is_some(),
                (Some(_), _) => false,
                (None, _) => true,
            };
            led && rest.next() == Some(&Element::Content(kind))
        };
        let find = |kind: Kind| {
            frames
                .iter()
                .filter(|f| self.rules.rules[f.rule].scope.is_none())
                .find(|f| reports(&f.elements, kind))
                .map(|f| f.rule)
        };
        let (first, second) = match quote {
            true => (Kind::Quote, Kind::That),
            false => (Kind::That, Kind::Quote),
        };
        find(first).or_else(|| find(second))
    }

    /// An act inside quotation `q` says more than "according to" did.
    pub(super) fn supersede_weak(&mut self, q: usize) {
        if let Some(draft) = self.quotations.weak.remove(&q) {
            self.drafts[draft].superseded = Some(Superseded::ByQuoted);
        }
    }

    /// "According to X, ..." and "..., according to X".
    fn according(&mut self, scene: &mut Scene) {
        let nodes = scene.view.nodes;
        let Some(at) = (0..nodes.len()).find(|i| scene.view.word(*i) == "according" && scene.view.word(*i + 1) == "to") else {
            return;
        };
        let is_end = |i: &usize| {
            matches!(
                nodes[*i].kind,
                NodeKind::Comma | NodeKind::Stop | NodeKind::Quote(_) | NodeKind::Semicolon
            )
        };
        let end = (at + 2..nodes.len()).find(is_end).unwrap_or(nodes.len());
        let Some(tokens) = self.tokens(scene, at + 2..end) else { return };
        let speaker = self.party(scene, tokens);
        let mut told = false;
        for made in &scene.made {
            let draft = &mut self.drafts[made.draft];
            told |= draft.superseded.is_none();
            if draft.source.is_none() && draft.mode == Mode::Narrated {
                draft.mode = Mode::Indirect;
            }
            if draft.source.is_none() {
                draft.source = Some(speaker.clone());
            }
        }
        let quotes = self.untaken(scene);
        for node in &quotes {
            self.attach(scene, *node, &speaker);
        }
        // "according to weight", "according to a list": a measure, and nobody who speaks
        let bare = !(at + 2..end).any(|i| nodes[i].name || nodes[i].class.is(Class::POSSESSIVE) || nodes[i].plural)
            && !scene.view.word(at + 2).starts_with("the");
        if told || bare && speaker.who.entities.is_empty() && speaker.who.scope == ReadScope::Unknown {
            return;
        }
        let Some(rule) = self.rules.rules.iter().position(|r| r.scope == Some(Scope::Attribution)) else {
            return;
        };
        let Some(cue) = self.tokens(scene, at..at + 2) else { return };
        let (content, kind) = if quotes.is_empty() {
            let range = if at <= 1 {
                end + 1..extent::trim(nodes, end + 1, nodes.len())
            } else {
                0..extent::trim(nodes, 0, at)
            };
            let range = range.start.min(nodes.len())..range.end.min(nodes.len());
            if range.start >= range.end {
                return;
            }
            (self.content(scene, range).into_iter().collect(), Kind::That)
        } else {
            (quotes.iter().filter_map(|i| self.content(scene, *i..*i + 1)).collect(), Kind::Quote)
        };
        let mode = if kind == Kind::Quote { Mode::Direct } else { Mode::Narrated };
        for q in quotes.iter().filter_map(|i| quotation(&nodes[*i])) {
            self.quotations.weak.insert(q, self.drafts.len());
        }
        self.push_report(scene, usize::MAX, rule, cue, content, kind, speaker, mode);
    }

    /// Who spoke in the last record of a report: a quotation that fills a paragraph by itself goes on with them.
    fn reported_last(&self) -> Option<Phrase> {
        let last = self.drafts.iter().rev().find(|d| d.superseded.is_none())?;
        let speaker = last.speaker.as_ref().filter(|_| self.genre == Genre::News)?;
        Some(Phrase {
            tokens: None,
            who: speaker.who.clone(),
        })
    }

    /// Quotations of the stream that no verb took: they go on where the last one ended, or are spoken by the last subject.
    fn loose_quotations(&mut self, scene: &mut Scene) {
        let loose: Vec<(usize, usize)> = scene
            .view
            .nodes
            .iter()
            .enumerate()
            .filter_map(|(i, n)| quotation(n).filter(|q| !self.quotations.speakers.contains_key(q)).map(|q| (i, q)))
            .collect();
        let alone = scene
            .view
            .nodes
            .iter()
            .all(|n| matches!(n.kind, NodeKind::Quote(_) | NodeKind::Stop | NodeKind::Comma | NodeKind::Symbol));
        for (node, q) in loose {
            let quote = &self.text.quotes[q];
            if alone
                && let Some((draft, end, speaker)) = self.quotations.last.clone()
                && quote.open <= end + GAP
            {
                self.quotations.speakers.insert(q, speaker.clone());
                self.quotations.last = Some((draft, quote.end, speaker));
                let piece = self.content(scene, node..node + 1);
                if let Some(draft) = self.drafts.get_mut(draft) {
                    draft.content.extend(piece);
                }
                continue;
            }
            let subject = scene
                .subjects
                .iter()
                .flatten()
                .last()
                .cloned()
                .or_else(|| self.reported_last().filter(|_| alone))
                .or_else(|| self.quotations.last.as_ref().map(|l| l.2.clone()));
            if let Some(subject) = subject {
                self.quotations.speakers.insert(q, subject);
            }
        }
    }
}
