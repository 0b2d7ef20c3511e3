//! From a draft to a record: words, places and the fields that follow from them.
//!
//! Owns: force by content, the doer inside a condemned content, the form of a content.
//! Leaves to: [`crate::resolve`] time, strength and items; [`crate::output::id`] ids.

use super::draft::{Draft, Phrase};
use crate::grammar::{Class, Form, Lexicon};
use crate::output::id::Ids;
use crate::resolve::items::{self, Verbs};
use crate::resolve::strength::{self, StrengthWords};
use crate::resolve::time::{self, Times, Toward};
use crate::rules::Rules;
use crate::rules::frame::Kind;
use crate::statement::{self as contract, Act, Codes, Content, ContentForm, Force, Party, RuleRef, Statement, Status, Words};
use crate::text::Text;
use jiff::civil::Date;
use std::ops::Range;

/// What records of one document are made with.
pub struct Maker<'m> {
    /// The document.
    pub text: &'m Text<'m>,
    /// Its id.
    pub id: &'m str,
    /// The rules.
    pub rules: &'m Rules,
    /// The words of the grammar.
    pub lexicon: &'m Lexicon,
    /// Degree words and hedges.
    pub strength: &'m StrengthWords,
    /// Where the document may speak of a time.
    pub times: Times<'m>,
    /// Day of publication.
    pub published: Option<Date>,
}

/// Tokens around a cue in which its time, degree and hedges are looked for: more than any sentence that people read has, so that
/// the work on a text without stops stays linear.
const NEAR: usize = 400;

/// Nouns that make what is reaffirmed or stressed a commitment.
const COMMISSIVE: &[&str] = &[
    "commitment",
    "commitments",
    "will",
    "resolve",
    "pledge",
    "pledges",
    "determination",
    "intention",
    "intentions",
    "intent",
    "readiness",
    "willingness",
    "promise",
    "promises",
    "dedication",
    "undertaking",
    "vow",
    "obligations",
    "obligation",
];
/// Nouns that make it an attitude.
const EXPRESSIVE: &[&str] = &[
    "support",
    "opposition",
    "condemnation",
    "concern",
    "concerns",
    "solidarity",
    "appreciation",
    "gratitude",
    "sympathy",
    "condolences",
    "regret",
    "hope",
    "hopes",
    "backing",
    "endorsement",
    "rejection",
    "displeasure",
    "confidence",
    "friendship",
    "admiration",
    "respect",
];

impl Maker<'_> {
    /// The record of `draft`; `ids` numbers the statements of the document.
    pub fn statement(&self, draft: &Draft, ids: &mut Ids) -> Statement {
        let rule = &self.rules.rules[draft.rule];
        let force = self.force(draft, rule.act, rule.force);
        let content = self.content(draft);
        let sentence_index = self.text.sentence_of(draft.cue.start);
        let sentence = self.text.sentences[sentence_index].clone();
        let around = draft
            .content
            .first()
            .map(|first| first.start..draft.content.last().map_or(first.end, |last| last.end));
        let toward = if matches!(draft.status, Status::Planned | Status::Expected) {
            Toward::Future
        } else {
            Toward::Past
        };
        let speakers: Vec<Party> = draft.speaker.iter().map(|p| self.party(p)).collect();
        let cue = self.words(draft.cue.clone());
        let around = around.map(|a| a.start..a.end.min(a.start + NEAR));
        let first = sentence.tokens.start.max(draft.cue.start.saturating_sub(NEAR));
        let last = sentence.tokens.end.min(draft.cue.end + NEAR);
        let whole = first..last.max(around.as_ref().map_or(0, |a| a.end));
        Statement {
            id: ids.next(self.id, rule.act, &cue.text, content.as_ref().map(|c| c.text.as_str()), &speakers),
            document: None,
            act: rule.act,
            force,
            status: draft.status,
            negated: draft.negated,
            mode: draft.mode,
            speakers,
            addressees: draft.addressee.iter().map(|p| self.party(p)).collect(),
            source: draft.source.as_ref().map(|p| self.party(p)),
            cue,
            content,
            strength: strength::strength(self.text, draft.cue.clone(), around.clone(), force, self.strength),
            time: time::statement_time(&self.times, whole, draft.cue.clone(), around, self.published, toward, force),
            codes: Codes {
                cameo: rule.cameo.clone(),
                plover: rule.plover.clone(),
            },
            sentence: contract::Sentence {
                text: self.text.slice(self.text.place(sentence.tokens.clone())).to_string(),
                span: self.text.span(self.text.place(sentence.tokens)),
                paragraph: sentence.paragraph as u32,
                index: sentence_index as u32,
            },
            rule: RuleRef {
                id: rule.id.clone(),
                pack: rule.pack.clone(),
                version: rule.version.clone(),
            },
        }
    }

    fn words(&self, tokens: Range<usize>) -> Words {
        let place = self.text.place(tokens);
        Words {
            text: self.text.slice(place).to_string(),
            span: self.text.span(place),
        }
    }

    fn party(&self, phrase: &Phrase) -> Party {
        let words = phrase.tokens.clone().map(|t| self.words(t));
        Party {
            span: words.as_ref().map(|w| w.span),
            text: words.map(|w| w.text),
            entities: phrase.who.entities.clone(),
            people: phrase.who.people.clone(),
            basis: phrase.who.basis,
        }
    }

    fn content(&self, draft: &Draft) -> Option<Content> {
        let pieces: Vec<Words> = draft.content.iter().map(|c| self.words(c.clone())).collect();
        let (first, last) = (pieces.first()?, pieces.last()?);
        let span = crate::span::Span {
            start: first.span.start,
            end: last.span.end.max(first.span.end),
        };
        let text = pieces.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" ");
        let is_base = |word: &str| {
            self.lexicon
                .entry(word)
                .is_some_and(|e| e.verbs.iter().any(|(_, f)| *f == Form::Base))
        };
        let is_noun = |word: &str| {
            self.lexicon
                .entry(word)
                .is_some_and(|e| e.class.is(Class::VERB_NOUN.or(Class::NOUN)))
        };
        let items = match draft.content.as_slice() {
            [one] if draft.kind != Some(Kind::Quote) && one.len() <= NEAR => items::items(
                self.text,
                one.clone(),
                Verbs {
                    is_base: &is_base,
                    is_noun: &is_noun,
                },
            ),
            _ => Vec::new(),
        };
        Some(Content {
            text,
            span,
            form: self.form(draft),
            pieces,
            items: items.into_iter().map(|i| self.words(i)).collect(),
        })
    }

    fn form(&self, draft: &Draft) -> ContentForm {
        match draft.kind {
            Some(Kind::Verb) => ContentForm::Infinitive,
            Some(Kind::That) => ContentForm::Clause,
            Some(Kind::Quote) => ContentForm::Quote,
            Some(Kind::Gerund) => ContentForm::Gerund,
            _ => {
                let first = draft.content.first().map(|c| self.text.word(c.start)).unwrap_or("");
                let gerund = self
                    .lexicon
                    .entry(first)
                    .is_some_and(|e| e.verbs.iter().any(|(_, f)| *f == Form::Ing) && !e.class.is(Class::NOUN));
                if gerund { ContentForm::Gerund } else { ContentForm::NounPhrase }
            }
        }
    }

    /// The force of the rule; for `reaffirm` and `emphasize` that of the noun that heads the content.
    fn force(&self, draft: &Draft, act: Act, rule: Option<Force>) -> Force {
        let fixed = rule.unwrap_or(Force::Assertive);
        if !matches!(act, Act::Reaffirm | Act::Emphasize) || draft.kind == Some(Kind::Quote) {
            return fixed;
        }
        let Some(content) = draft.content.first() else { return fixed };
        for i in content.start..content.end.min(content.start + 12) {
            let word = self.text.word(i);
            if COMMISSIVE.contains(&word) && (word != "will" || self.text.word(i + 1) == "to") {
                return Force::Commissive;
            }
            if EXPRESSIVE.contains(&word) {
                return Force::Expressive;
            }
            let class = self.lexicon.entry(word).map(|e| e.class).unwrap_or_default();
            if class.is(Class::PREPOSITION.or(Class::THAT)) && i > content.start {
                break;
            }
        }
        fixed
    }
}
