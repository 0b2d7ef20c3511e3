//! Offices without a name whose owner was told before: "the bloc's trade chief", "a spokeswoman for the alliance", "Bo Lind, the chancellor".
//!
//! Owns: which words of such a phrase tell the owner.
//! Leaves to: [`super::noun`] whom the owner's noun means.

use super::{Discourse, Voice, Who};
use crate::names::{Mention, MentionKind, OfficeClass, OfficeScope};
use crate::resolve::Scope;
use crate::resolve::trail::{Trail, Way};
use crate::statement::{Basis, Genre};
use crate::text::token::Kind;
use std::ops::Range;

impl Discourse<'_> {
    /// "Bo Lind, the chancellor, warned": whom the words before the comma name.
    pub(super) fn in_apposition(&self, np: &Range<usize>) -> Option<Who> {
        let before = np.start.checked_sub(2)?;
        let office = self
            .names
            .offices_within(np.clone())
            .iter()
            .any(|o| o.class.is_person() && !o.plural);
        if !office || self.text.kind(np.start - 1) != Kind::Comma || self.text.word(np.start) != "the" {
            return None;
        }
        let m = self
            .names
            .at(before)
            .filter(|m| m.kind == MentionKind::Person && !m.codes.is_empty())?;
        // "Lind, Ruiz, the ministers and ...": a list
        let listed = np.clone().any(|i| self.text.word(i) == "and");
        // "In a call with Bo Lind, the chancellor warned": no comma ends it
        let closed = !matches!(self.text.kind(np.end), Kind::Word | Kind::Clitic);
        self.of_person(m).filter(|_| !listed && closed)
    }

    /// "the official, Bo Lind": whom the words behind the comma name.
    pub(super) fn named_behind(&self, np: &Range<usize>) -> Option<Who> {
        let office = self.names.offices_within(np.clone()).last()?;
        let plain = self.text.word(np.start) == "the" && office.tokens.end == np.end && office.class.is_person() && !office.plural;
        if !plain || self.text.kind(np.end) != Kind::Comma {
            return None;
        }
        let behind = self.names.within(np.end + 1..np.end + 8).iter();
        let m = behind.into_iter().find(|m| m.kind == MentionKind::Person && !m.codes.is_empty())?;
        let titled =
            (np.end + 1..m.tokens.start).all(|i| self.names.is_name(i) || self.text.kind(i) == Kind::Clitic || self.names.is_in_office(i));
        if !titled {
            return None;
        }
        let closed = matches!(self.text.kind(m.tokens.end), Kind::Comma | Kind::Stop | Kind::Dash);
        self.of_person(m).filter(|_| closed)
    }

    /// Whoever is named at `m`, if an office lets that person speak.
    fn of_person(&self, m: &Mention) -> Option<Who> {
        let person = m.person.and_then(|p| self.names.people.get(p))?;
        (person.scope == OfficeScope::In).then(|| Who {
            codes: m.codes.clone(),
            people: m.person.into_iter().collect(),
            scope: Scope::In,
            human: true,
            basis: Some(Basis::Name),
            trail: Trail::told(Way::LastNamed, Some(m.tokens.clone())),
            ..Who::default()
        })
    }

    /// "the bloc's trade chief", "the Commission's spokesman": an office that a body told before has.
    pub(super) fn owned_by_told(&self, np: &Range<usize>) -> Option<Who> {
        let clitic = np.clone().take(5).find(|i| self.text.kind(*i) == Kind::Clitic)?;
        let owner = np.start..clitic;
        let office = self.names.offices_within(clitic..np.end).last()?;
        let plain = self.genre == Genre::News && self.text.word(np.start) == "the" && self.names.within(owner.clone()).is_empty();
        // "the country's army": a house of the state told last
        let house = office.class == OfficeClass::Body;
        if !plain || !(office.class.is_person() || house) || office.scope != OfficeScope::In || office.tokens.end != np.end {
            return None;
        }
        // "the country's ambassador" is that of the state spoken of last, also where nobody writes English
        let country = owner
            .clone()
            .any(|i| matches!(self.text.word(i), "country" | "nation" | "state" | "kingdom" | "republic"));
        if country && let Some(state) = self.state {
            return Some(Who {
                codes: vec![state],
                people: Vec::new(),
                plural: office.plural,
                human: !house,
                scope: Scope::In,
                basis: Some(Basis::Office),
                trail: Trail::told(Way::LastState, self.state_told.clone()),
            });
        }
        let body = !house && self.names.offices_within(owner.clone()).iter().all(|o| !o.class.is_person());
        let known = self
            .by_noun(owner.clone())
            .or_else(|| self.by_kind(owner))
            .filter(|w| body && w.codes.len() == 1)?;
        Some(Who {
            people: Vec::new(),
            plural: office.plural,
            human: true,
            scope: Scope::In,
            basis: Some(Basis::Office),
            ..known
        })
    }

    /// "The Commission was looking into it, a spokeswoman said": the body that opens the sentence.
    fn body_that_opens(&self, np: &Range<usize>) -> Option<Who> {
        let sentence = self.text.sentences.get(self.text.sentence_of(np.start))?;
        let start = self.text.report_start(sentence.tokens.start);
        let first = start + usize::from(self.text.word(start) == "the");
        let m = self
            .names
            .at(first)
            .filter(|m| m.tokens.start == first && m.tokens.end < np.start)?;
        let body = m.kind == MentionKind::Organisation && m.codes.len() == 1 && self.text.kind(m.tokens.end) == Kind::Word;
        let alone = np.len() == 2 && matches!(self.text.word(np.start), "a" | "its");
        let office = self.names.offices_within(m.tokens.end..m.tokens.end + 2).is_empty();
        (body && alone && office).then(|| Who {
            codes: m.codes.clone(),
            scope: Scope::In,
            human: true,
            basis: Some(Basis::Office),
            trail: Trail::told(Way::LastNamed, Some(m.tokens.clone())),
            ..Who::default()
        })
    }

    /// "a spokeswoman for the alliance", "a department spokesman": a body in lower case that was told before.
    pub(super) fn spoken_for(&self, np: &Range<usize>, voice: &Voice) -> Option<Who> {
        if self.genre != Genre::News {
            return None;
        }
        let office = self
            .names
            .offices_within(np.clone())
            .iter()
            .find(|o| o.class == OfficeClass::Spokesperson)?;
        let after = office.tokens.end;
        if let Some(body) = self.body_that_opens(np) {
            return Some(body);
        }
        let owner = if matches!(self.text.word(after), "for" | "of") && after + 1 < np.end {
            let end = (after + 1..np.end).find(|i| self.text.kind(*i) == Kind::Comma).unwrap_or(np.end);
            let body = after + 1..end;
            let told = self.names.within(body.clone()).is_empty() && matches!(self.text.word(body.start), "the" | "its" | "their");
            Some(self.who(body, voice)).filter(|w| told && w.codes.len() == 1 && w.basis != Some(Basis::Implied))
        } else {
            let body = office.tokens.start.checked_sub(1).filter(|b| *b >= np.start)?;
            let plain = self.text.tokens.get(body).is_some_and(|t| !t.capital) && !self.names.is_name(body);
            let known = self.nouns.get(self.text.word(body)).filter(|w| plain && w.codes.len() == 1);
            known
                .cloned()
                .filter(|_| body == np.start || matches!(self.text.word(np.start), "a" | "an" | "the"))
        }?;
        Some(Who {
            people: Vec::new(),
            plural: false,
            human: true,
            scope: Scope::In,
            basis: Some(Basis::Office),
            ..owner
        })
    }
}
