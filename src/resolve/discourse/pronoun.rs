//! Whom a pronoun means here.
//!
//! Owns: "we" in a document and in a quotation, "he", "they", "it".
//! Leaves to: [`crate::resolve::pronouns`] the closed class.

use super::{Discourse, Voice, Who};
use crate::names::{Mention, MentionKind};
use crate::resolve::Scope;
use crate::resolve::pronouns::Pronoun;
use crate::resolve::trail::{Trail, Way};
use crate::statement::{Basis, Genre};

impl Discourse<'_> {
    pub(super) fn pronoun(&self, pronoun: Pronoun, voice: &Voice, at: usize) -> Who {
        let mut who = match (pronoun, voice) {
            // a quotation whose speaker the words do not name: those who act here
            (Pronoun::Speaker, Voice::Quote(speaker)) if speaker.codes.is_empty() && speaker.scope == Scope::Unknown => self.all_parties(),
            (Pronoun::Speaker, Voice::Quote(speaker)) => Who {
                codes: speaker.codes.clone(),
                scope: speaker.scope,
                plural: speaker.codes.len() > 1,
                human: true,
                trail: Trail::told(Way::Quoted, speaker.trail.told.clone()),
                ..Who::default()
            },
            (Pronoun::Speaker, Voice::Outer) => self.own_voice(at),
            (Pronoun::Person, _) => {
                let last = self.person.clone().map(|w| w.by(Way::LastPerson));
                let headline = || self.in_headline(|w| w.human && !w.plural);
                last.or_else(|| self.last_named(at, true)).or_else(headline).unwrap_or_default()
            }
            (Pronoun::Group, _) => self.group(at),
            (Pronoun::Thing, _) => {
                let last = self.thing.clone().map(|w| w.by(Way::LastThing));
                let headline = || self.in_headline(|w| !w.human && !w.plural);
                last.or_else(|| self.last_named(at, false)).or_else(headline).unwrap_or_default()
            }
            (Pronoun::Nobody, _) => Who::default(),
        };
        who.basis = match (pronoun, voice) {
            (Pronoun::Speaker, Voice::Outer) if self.genre != Genre::News => Some(Basis::Document),
            _ => Some(Basis::Pronoun),
        };
        who
    }

    /// Who acts in the headline, where nobody of that kind has acted in the text yet.
    pub(super) fn in_headline(&self, fits: impl Fn(&Who) -> bool) -> Option<Who> {
        let who = self.headline.as_ref().filter(|w| fits(w));
        who.map(|w| w.clone().by(Way::LastNamed))
    }

    /// The last person, or the last state or body, named before token `at` in its paragraph, a person also in the one before: for a pronoun
    /// before any subject was seen.
    fn last_named(&self, at: usize, person: bool) -> Option<Who> {
        // a team, in a report on games
        let sentence = self.text.sentences.get(self.text.sentence_of(at)).filter(|_| !self.games)?;
        let first = sentence.paragraph - usize::from(person && sentence.paragraph > 0);
        let start = self.text.paragraph_tokens.get(first)?.start;
        let fits = |m: &&Mention| !m.codes.is_empty() && (m.kind == MentionKind::Person) == person;
        let m = self.names.within(start..at.max(start)).iter().rfind(fits)?;
        Some(Who {
            codes: m.codes.clone(),
            people: m.person.into_iter().collect(),
            scope: Scope::In,
            human: person,
            trail: Trail::told(Way::LastNamed, Some(m.tokens.clone())),
            ..Who::default()
        })
    }

    /// "they"
    fn group(&self, at: usize) -> Who {
        // "They" of a body's own text are its members, unless others acted last
        let others = || {
            self.subject
                .as_ref()
                .is_some_and(|s| s.plural && !s.codes.is_empty() && s.codes != self.parties)
        };
        let own = matches!(self.genre, Genre::Joint | Genre::BodyStatement) && self.parties.len() == 1 && !others();
        if self.genre != Genre::News && self.parties.len() > 1 || own {
            return self.all_parties();
        }
        if let Some(group) = &self.group {
            return group.clone().by(Way::LastGroup);
        }
        let set = self.set(at, None);
        if let Some(who) = self.in_headline(|w| w.plural).filter(|_| set.is_none() && self.parties.is_empty()) {
            return who;
        }
        let (codes, trail) = set.unwrap_or_else(|| (self.parties.clone(), Way::Parties.into()));
        // a report in which nobody known has acted: "they" are whoever they may be
        let nobody = codes.is_empty() && self.genre == Genre::News;
        Who {
            codes,
            scope: if nobody { Scope::Unknown } else { Scope::In },
            plural: true,
            human: true,
            trail,
            ..Who::default()
        }
    }

    /// "we" outside quotations.
    fn own_voice(&self, at: usize) -> Who {
        let alone = self.text.word(at).starts_with('i');
        if let Some(both) = self.with_me.as_ref().filter(|_| self.genre != Genre::News && !alone) {
            return Who {
                basis: Some(Basis::Document),
                plural: true,
                ..both.clone().by(Way::LastGroup)
            };
        }
        // "we" of a readout is the side that gives it, and "I" is never two states
        let gives = self.genre == Genre::Readout && self.author.is_some_and(|author| self.parties.contains(&author));
        let all = self.all_parties();
        let one = gives || alone && all.codes.len() > 1;
        if !one {
            return all;
        }
        let way = if self.author == self.names.home { Way::Home } else { Way::Parties };
        Who {
            codes: self.author.into_iter().collect(),
            plural: !alone,
            trail: way.into(),
            ..all
        }
    }

    /// The document's parties, else those who acted together last.
    pub(super) fn all_parties(&self) -> Who {
        let mut who = Who {
            codes: self.parties.clone(),
            scope: Scope::In,
            plural: true,
            human: true,
            basis: Some(Basis::Document),
            trail: Way::Parties.into(),
            ..Who::default()
        };
        if who.codes.is_empty()
            && let Some(group) = self.group.as_ref().or(self.subject.as_ref())
        {
            who.codes = group.codes.clone();
            who.basis = Some(Basis::Pronoun);
            let way = if self.group.is_some() { Way::LastGroup } else { Way::LastSubject };
            who.trail = Trail::told(way, group.trail.told.clone());
            if group.codes.is_empty() && group.scope == Scope::Out {
                who.scope = group.scope;
            }
        }
        // nobody known has acted so far: "we" is whoever it may be
        if who.codes.is_empty() && self.genre == Genre::News && who.scope == Scope::In {
            who.scope = Scope::Unknown;
        }
        who
    }
}
