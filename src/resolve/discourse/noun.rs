//! A noun that was told before: "the minister", "the ministry", "the country", "the insurgent group".
//!
//! Owns: which of those named before the noun means.
//! Leaves to: [`super::observe`] what was called so.

use super::{Discourse, NAMES_BACK, Who};
use crate::names::{Mention, MentionKind};
use crate::resolve::trail::{Trail, Way};
use crate::resolve::{Scope, groups};
use crate::statement::{Basis, EntityKind, Genre};
use crate::text::token::Kind;
use std::ops::Range;

impl Discourse<'_> {
    /// "the minister", "the ministry", "the council": who was called so last.
    pub(super) fn by_noun(&self, np: Range<usize>) -> Option<Who> {
        let head = groups::head_noun(self.text, np.clone())?;
        if !matches!(self.text.word(np.start), "the" | "this" | "that" | "these" | "those" | "both")
            && np.len() > 1
            && (!self.text.tokens.get(np.start).is_some_and(|t| t.capital)
                || matches!(self.text.word(np.start), "a" | "an" | "another" | "one" | "some"))
        {
            return None;
        }
        let noun = self.text.word(head);
        if self.is_of_others(&np) {
            return None;
        }
        if let Some(home) = self.home_office(noun, np.start) {
            return Some(home);
        }
        let mut who = self
            .nouns
            .get(noun)
            .or_else(|| self.nouns.get(noun.strip_suffix('s').unwrap_or("")).filter(|w| w.codes.len() > 1))
            .cloned()
            .map(|w| w.by(Way::SameNoun))
            .or_else(|| self.by_role(noun, np.start))?;
        who.basis = Some(Basis::Office);
        Some(who)
    }

    /// Whether a capital that nobody knows opens the phrase and says whose it is: "Kurdish leaders" are not the leaders told before.
    pub(super) fn is_of_others(&self, np: &Range<usize>) -> bool {
        let capital = self.text.tokens.get(np.start).is_some_and(|t| t.capital && !t.caps);
        if !capital || np.len() < 2 || self.names.is_name(np.start) {
            return false;
        }
        let word = self.text.word(np.start);
        let demonym = ["ish", "ian", "ese", "ean", "can", "ern"].iter().any(|e| word.ends_with(e));
        demonym && !self.names.offices_within(np.clone()).iter().any(|o| o.tokens.start == np.start)
    }

    /// A noun that tells the kind of actor: the last named of that kind. "the country", "the insurgent group", "the agency".
    pub(super) fn by_kind(&self, np: Range<usize>) -> Option<Who> {
        let definite = matches!(self.text.word(np.start), "the" | "this" | "that");
        let last = np.clone().rev().find(|i| self.text.kind(*i) == Kind::Word)?;
        // "rebels in the north" are rebels, "a group of rebels" are, too
        let head = groups::head_noun(self.text, np.clone()).filter(|h| groups::is_armed(self.text, &(np.start..h + 1)));
        let noun = self.text.word(head.unwrap_or(last));
        let before = self.names.mentions.partition_point(|m| m.tokens.end <= np.start);
        let last = |fits: &dyn Fn(&Mention, EntityKind) -> bool| {
            self.names.mentions[..before].iter().rev().take(NAMES_BACK).find(|m| {
                m.codes
                    .first()
                    .and_then(|c| self.names.entity(*c))
                    .is_some_and(|e| m.codes.len() == 1 && fits(m, e.kind))
            })
        };
        let armed = || last(&|_, kind| kind == EntityKind::ArmedGroup);
        let found = match noun {
            "country" | "nation" | "republic" | "kingdom" | "emirate" if definite => {
                last(&|m, kind| m.kind == MentionKind::State && kind == EntityKind::State)
            }
            "group" | "faction" | "fighters" | "gunmen" | "insurgency" => armed().or_else(|| {
                let body = noun == "group" && definite;
                body.then(|| last(&|m, _| m.kind == MentionKind::Organisation)).flatten()
            }),
            "party" | "movement" if definite => last(&|_, kind| matches!(kind, EntityKind::Party | EntityKind::ArmedGroup)),
            "organisation" | "organization" | "bloc" | "body" | "agency" | "union" | "grouping" | "association" | "alliance" | "league"
            | "watchdog" | "council" | "assembly" | "commission" | "fund"
                if definite =>
            {
                let body = |m: &Mention, kind| {
                    m.kind == MentionKind::Organisation && !matches!(kind, EntityKind::State | EntityKind::ArmedGroup | EntityKind::Party)
                };
                // "the council" is one whose name says so, else any body
                let own = |m: &Mention, kind| body(m, kind) && self.is_called(m, noun);
                last(&own).or_else(|| last(&body))
            }
            // "the two ministries": organs of one state, the last named
            "agencies" | "departments" | "ministries" | "offices" | "services" | "chambers" | "houses" if definite => {
                last(&|m, _| m.kind == MentionKind::Organ)
            }
            // "the member states": of the body that acted last, else of the one named last
            "states" | "countries" | "nations" | "members" if self.is_members(&np) => {
                if let Some(body) = self.subject.as_ref().filter(|w| w.codes.len() == 1 && self.is_body(&w.codes)) {
                    return Some(body.clone().by(Way::LastOfKind));
                }
                last(&|m, kind| m.kind == MentionKind::Organisation && matches!(kind, EntityKind::Organisation | EntityKind::Bloc))
            }
            // "rebels", "a rebel commander"
            _ if head.is_some() => armed().or(self.armed),
            _ => None,
        }?;
        Some(Who {
            codes: found.codes.clone(),
            scope: Scope::In,
            // "a rebel commander" is somebody, "the regional bloc" is not
            human: head.is_some() && np.len() > 2,
            basis: Some(Basis::Office),
            trail: Trail::told(Way::LastOfKind, Some(found.tokens.clone())),
            ..Who::default()
        })
    }

    /// Whether the name of a body holds the noun: "council" of the Security Council, "watchdog" of the atomic agency.
    fn is_called(&self, m: &Mention, noun: &str) -> bool {
        let entity = m.codes.first().and_then(|c| self.names.entity(*c));
        let stem = if noun == "watchdog" { "agency" } else { noun };
        entity.is_some_and(|e| e.name.to_lowercase().split_whitespace().any(|w| w == stem))
            || m.tokens.clone().any(|i| self.text.word(i) == stem)
            || matches!(
                (noun, entity.map(|e| e.code.as_str())),
                ("commission", Some("EU")) | ("alliance", Some("NATO"))
            )
    }

    /// "the member states", "the 28 member countries", "the six members".
    pub(super) fn is_members(&self, np: &Range<usize>) -> bool {
        let head = np.end - 1;
        self.text.word(head) == "members" || self.text.word(head.saturating_sub(1)) == "member"
    }

    /// "the president" in a report from home, when the text has named home's: it calls no other one so.
    fn home_office(&self, noun: &str, at: usize) -> Option<Who> {
        let home = self
            .names
            .home
            .filter(|_| self.names.home_told && self.genre == Genre::News)
            .filter(|_| matches!(noun, "president" | "premier" | "king" | "chancellor"))?;
        let other = self.by_role(noun, at).filter(|w| w.codes != [home])?;
        // "Senators accused Obama. The president left.": named right before, and in the same paragraph
        let paragraph = |i: usize| self.text.sentences.get(self.text.sentence_of(i)).map(|s| s.paragraph);
        if other.trail.told.as_ref().is_some_and(|t| paragraph(t.start) == paragraph(at)) {
            return Some(Who {
                basis: Some(Basis::Office),
                ..other
            });
        }
        let before = self.names.mentions.partition_point(|m| m.tokens.end <= at);
        let holds = |p: usize| {
            self.names
                .people
                .get(p)
                .is_some_and(|p| p.codes == [home] && p.role.as_deref().is_some_and(|r| groups::is_noun_of(r, noun)))
        };
        let person = self.names.mentions[..before]
            .iter()
            .rev()
            .take(NAMES_BACK)
            .filter_map(|m| m.person)
            .find(|p| holds(*p))?;
        Some(Who {
            codes: vec![home],
            people: vec![person],
            scope: Scope::In,
            human: true,
            basis: Some(Basis::Office),
            trail: Way::Home.into(),
            ..Who::default()
        })
    }

    /// The last person before token `at` whose office has this noun.
    pub(super) fn by_role(&self, noun: &str, at: usize) -> Option<Who> {
        let before = self.names.mentions.partition_point(|m| m.tokens.end <= at);
        let of = |m: &Mention| {
            m.person
                .and_then(|p| self.names.people.get(p))
                .and_then(|p| p.role.as_deref())
                .is_some_and(|r| groups::is_noun_of(r, noun))
        };
        let m = self.names.mentions[..before]
            .iter()
            .rev()
            .take(NAMES_BACK)
            .find(|m| !m.codes.is_empty() && of(m))?;
        Some(Who {
            codes: m.codes.clone(),
            people: m.person.into_iter().collect(),
            scope: Scope::In,
            human: true,
            trail: Trail::told(Way::SameOffice, Some(m.tokens.clone())),
            ..Who::default()
        })
    }
}
