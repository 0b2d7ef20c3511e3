//! The other party: "her counterpart", "the latter", and whom "both sides" means when one of a third party speaks to them.
//!
//! Owns: who is left when those who are known not to be meant are taken away.
//! Leaves to: [`super::set`] who stands together.

use super::{Discourse, Voice, Who};
use crate::names::{CodeId, Mention, MentionKind, OfficeScope};
use crate::resolve::trail::{Trail, Way};
use crate::resolve::{Resolved, Scope, groups, phrase, pronouns};
use crate::statement::{Basis, Genre};
use std::collections::BTreeMap;
use std::ops::Range;

impl Discourse<'_> {
    /// "the families of the victims and to the Government of Chad": the parts that the same preposition governs, each for itself.
    fn of_two_hearers(&self, np: Range<usize>, voice: &Voice, speaker: &Resolved) -> Option<Who> {
        let preposition = |w: &str| matches!(w, "to" | "with");
        let governed = np.start.checked_sub(1).filter(|b| preposition(self.text.word(*b)));
        let first = governed.map_or("", |b| self.text.word(b));
        let and = np
            .clone()
            .find(|i| self.text.word(*i) == "and" && self.text.word(i + 1) == first && !first.is_empty())?;
        // "all States and to all organizations" are nobody in particular
        let known = |part: Range<usize>| match groups::is_everybody(self.text, &part) || groups::is_vague(self.text, part.clone()) {
            true => Who::default(),
            false => self.who(part, voice),
        };
        let mut who = known(and + 2..np.end);
        who.codes.extend(known(np.start..and).codes);
        who.codes.retain(|c| !speaker.codes.contains(c));
        who.codes.sort();
        who.codes.dedup();
        Some(who).filter(|w| !w.codes.is_empty())
    }

    /// For whom an addressee stands: never for those who speak, if the words leave a choice.
    pub fn addressed(&self, np: Range<usize>, voice: &Voice, speaker: &Resolved) -> Resolved {
        let who = self
            .of_two_hearers(np.clone(), voice, speaker)
            .unwrap_or_else(|| self.who(np.clone(), voice));
        let np = phrase::trim(self.text, np);
        // "all parties in Peru" are nobody in particular
        if self.text.word(np.start) == "all" && groups::is_everybody(self.text, &np) && self.genre == Genre::News {
            return self.finish(Who {
                scope: Scope::In,
                plural: true,
                basis: Some(Basis::Implied),
                ..Who::default()
            });
        }
        let shared = who.codes.is_empty() || who.codes.iter().any(|c| speaker.codes.contains(c));
        if !shared || speaker.codes.is_empty() || np.is_empty() || !self.names.within(np.clone()).is_empty() {
            return self.finish(who);
        }
        // "blamed each other"
        if np.len() == 2
            && matches!(
                (self.text.word(np.start), self.text.word(np.start + 1)),
                ("each", "other") | ("one", "another")
            )
        {
            return self.finish(Who {
                codes: speaker.codes.clone(),
                scope: Scope::In,
                plural: true,
                basis: Some(Basis::Pronoun),
                trail: Trail::told(Way::Together, speaker.trail.told.clone()),
                ..Who::default()
            });
        }
        let group = groups::is_group(self.text, np.clone());
        // "suspended Chad and threatened it": nobody does it to itself
        if np.len() == 1
            && matches!(self.text.word(np.start), "it" | "him" | "her")
            && let Some(other) = self.other_in_sentence(np.start, &who.codes)
        {
            return self.finish(other);
        }
        let them = np.len() == 1 && matches!(self.text.word(np.start), "them" | "each");
        // "all parties to the conflict", "Member States", a body's "them": nobody asks nobody but himself
        let many = groups::is_everybody(self.text, &np) || them && self.is_body(&who.codes);
        let many = many || groups::is_vague(self.text, np.clone());
        if many && who.codes.iter().all(|c| speaker.codes.contains(c)) {
            return self.finish(Who {
                scope: Scope::In,
                plural: true,
                basis: Some(Basis::Implied),
                ..Who::default()
            });
        }
        if !group && !them {
            return self.finish(who);
        }
        let size = groups::size(self.text, np.clone());
        let others = self
            .set_without(np.start, size, &speaker.codes)
            .or_else(|| self.most_told(&speaker.codes).map(|codes| (codes, Way::Together.into())));
        match others {
            Some((codes, trail)) => self.finish(Who {
                codes,
                trail,
                scope: Scope::In,
                plural: true,
                basis: Some(Basis::Group),
                ..Who::default()
            }),
            None => self.finish(who),
        }
    }

    /// The last party named before token `at` in its sentence, or the one before it in the paragraph, that is none of `but`.
    fn other_in_sentence(&self, at: usize, but: &[CodeId]) -> Option<Who> {
        let own = self.text.sentence_of(at);
        let first = self.text.earlier_in_paragraph(own).next().unwrap_or(own);
        let start = self.text.sentences.get(first)?.tokens.start;
        let speaks = |m: &&Mention| m.codes.len() == 1 && !but.contains(&m.codes[0]) && m.kind != MentionKind::Blocked;
        let m = self.names.within(start..at).iter().rfind(speaks)?;
        Some(Who {
            codes: m.codes.clone(),
            scope: Scope::In,
            basis: Some(Basis::Pronoun),
            trail: Trail::told(Way::LastNamed, Some(m.tokens.clone())),
            ..Who::default()
        })
    }

    /// The two states besides `but` of which the text so far speaks most.
    fn most_told(&self, but: &[CodeId]) -> Option<Vec<CodeId>> {
        let mut counts: BTreeMap<CodeId, usize> = BTreeMap::new();
        for m in self
            .names
            .mentions
            .iter()
            .filter(|m| m.codes.len() == 1 && m.kind != MentionKind::Person)
        {
            if self.names.gazetteer.is_state(m.codes[0]) && !but.contains(&m.codes[0]) {
                *counts.entry(m.codes[0]).or_default() += 1;
            }
        }
        let mut ranked: Vec<(usize, CodeId)> = counts.into_iter().map(|(code, n)| (n, code)).collect();
        ranked.sort_by_key(|(n, code)| (std::cmp::Reverse(*n), *code));
        let clear = ranked.get(2).is_none_or(|third| third.0 < ranked[1].0);
        let mut codes: Vec<CodeId> = ranked.iter().take(2).filter(|(n, _)| *n > 1).map(|(_, code)| *code).collect();
        codes.sort();
        (codes.len() == 2 && clear).then_some(codes)
    }

    /// "her counterpart", "his host": the rest of those who stand together with the owner.
    pub(super) fn counterpart(&self, np: &Range<usize>, voice: &Voice) -> Option<Who> {
        let pronoun = pronouns::possessive(self.text.word(np.start))?;
        let head = groups::head_noun(self.text, np.clone())?;
        if !matches!(
            self.text.word(head),
            "counterpart" | "counterparts" | "host" | "hosts" | "guest" | "guests" | "opposite"
        ) {
            return None;
        }
        let owner = self.pronoun(pronoun, voice, np.start);
        let (mut codes, trail) = self.set_with(np.start, &owner.codes)?;
        codes.retain(|c| !owner.codes.contains(c));
        (!codes.is_empty()).then(|| Who {
            plural: codes.len() > 1,
            codes,
            trail,
            scope: Scope::In,
            human: true,
            basis: Some(Basis::Group),
            ..Who::default()
        })
    }

    /// "the other side", "the other delegation": the rest of those who stand together with whoever acted last.
    pub(super) fn the_other(&self, np: &Range<usize>) -> Option<Who> {
        let side = matches!(
            self.text.word(np.end - 1),
            "side" | "party" | "delegation" | "team" | "camp" | "government"
        );
        if np.len() != 3 || self.text.word(np.start) != "the" || self.text.word(np.start + 1) != "other" || !side {
            return None;
        }
        let subject = self.subject.as_ref().filter(|w| w.codes.len() == 1)?;
        let (mut codes, trail) = self.set_with(np.start, &subject.codes)?;
        codes.retain(|c| !subject.codes.contains(c));
        (codes.len() == 1).then(|| Who {
            codes,
            trail,
            scope: Scope::In,
            basis: Some(Basis::Group),
            ..Who::default()
        })
    }

    /// "an official", "one senior officer": one of those whom one of the last paragraphs calls by the plural.
    pub(super) fn of_those_told(&self, np: &Range<usize>) -> Option<Who> {
        let indefinite = matches!(self.text.word(np.start), "a" | "an" | "one" | "another");
        if self.genre != Genre::News || !indefinite || !(2..=4).contains(&np.len()) || !self.names.within(np.clone()).is_empty() {
            return None;
        }
        let head = np.end - 1;
        let office = self.names.offices_within(np.start..np.end).last()?;
        if !(office.class.is_person() && office.scope == OfficeScope::In && office.tokens.end == np.end) {
            return None;
        }
        let known = self.nouns.get(&format!("{}s", self.text.word(head)))?;
        let told = known.trail.told.as_ref()?.start;
        let paragraph = |i: usize| self.text.sentences.get(self.text.sentence_of(i)).map(|s| s.paragraph);
        let near = paragraph(np.start)?.saturating_sub(paragraph(told)?) <= 3;
        (near && known.codes.len() == 1).then(|| Who {
            people: Vec::new(),
            plural: false,
            human: true,
            basis: Some(Basis::Group),
            ..known.clone().by(Way::SameNoun)
        })
    }

    /// "the former", "the latter": the first and the last of those whom the sentence before names together.
    pub(super) fn one_of_two(&self, np: &Range<usize>) -> Option<Who> {
        let word = self.text.word(np.end - 1);
        if np.len() != 2 || self.text.word(np.start) != "the" || !matches!(word, "former" | "latter") {
            return None;
        }
        let sentence = self.text.sentence_of(np.start);
        let speaks = |r: Range<usize>| {
            let within = self.names.within(r).iter();
            within.filter(|m| m.codes.len() == 1 && !matches!(m.kind, MentionKind::Media | MentionKind::Blocked))
        };
        let start = self.text.sentences.get(sentence)?.tokens.start;
        let mut pair: Vec<_> = speaks(start..np.start).collect();
        if pair.len() < 2 {
            let before = self.text.sentences.get(sentence.checked_sub(1)?)?.tokens.clone();
            pair = speaks(before).collect();
        }
        let [first, second, ..] = pair.as_slice() else { return None };
        let m = if word == "former" { first } else { second };
        Some(Who {
            codes: m.codes.clone(),
            people: m.person.into_iter().collect(),
            scope: Scope::In,
            human: m.person.is_some(),
            trail: Trail::told(Way::LastNamed, Some(m.tokens.clone())),
            basis: Some(Basis::Group),
            ..Who::default()
        })
    }
}
