//! Whom a noun phrase means: the pronoun, the names in it, and the parts of a coordination that no name resolves.
//!
//! Owns: the order of these, and what a name does to the scope of its phrase.
//! Leaves to: [`super::unnamed`] phrases without a name that tells.

use super::{Discourse, Voice, Who};
use crate::names::{CodeId, Mention, MentionKind, OfficeClass, heads_body};
use crate::resolve::trail::{Trail, Way};
use crate::resolve::{Scope, games, groups, phrase, pronouns};
use crate::statement::{Basis, Genre};
use crate::text::token::Kind;
use std::ops::Range;

impl Discourse<'_> {
    pub(super) fn who(&self, np: Range<usize>, voice: &Voice) -> Who {
        self.who_trimmed(phrase::trim(self.text, np), voice)
    }

    /// The same of a phrase that was trimmed.
    pub(super) fn who_trimmed(&self, np: Range<usize>, voice: &Voice) -> Who {
        if np.is_empty() {
            return Who::default();
        }
        if np.len() == 1
            && let Some(pronoun) = pronouns::pronoun(self.text.word(np.start))
        {
            return self.pronoun(pronoun, voice, np.start);
        }
        // "we all", "we today", "he himself"
        if let Some((at, pronoun)) = self.lone_pronoun(&np) {
            return self.pronoun(pronoun, voice, at);
        }
        if groups::is_part_of_many(self.text, &np) {
            return Who {
                scope: Scope::In,
                plural: true,
                basis: Some(Basis::Implied),
                ..Who::default()
            };
        }
        let mut named = phrase::named(self.text, self.names, np.clone());
        named.plural &= !self.is_one_person(&np);
        if named.scope == Scope::Out {
            // "the experts", where the text called those of a body so
            if np.len() == 2
                && self.text.word(np.start) == "the"
                && let Some(known) = self.by_noun(np.clone()).filter(|w| w.scope == Scope::In && !w.codes.is_empty())
            {
                return known;
            }
            return self.out_of_scope(np, named.plural, Way::OutOfScope);
        }
        // "England said", "Washington's owner": in a report on games those are teams
        if self.games && !games::is_party(self.names, np.clone()) {
            return self.out_of_scope(np, named.plural, Way::Team);
        }
        let mut who = Who {
            codes: named.codes,
            people: named.people,
            scope: named.scope,
            plural: named.plural,
            human: false,
            basis: Some(Basis::Name),
            trail: Way::Names.into(),
        };
        who.human = (!who.people.is_empty()
            || self.names.offices_within(np.clone()).iter().any(|o| o.class.is_person())
            || self.is_unknown_person(&np))
            && !self.is_headed_by_body(np.clone());
        self.add_unnamed_parts(np.clone(), voice, &mut who);
        if who.codes.is_empty() && matches!(who.scope, Scope::In | Scope::Unknown) && self.is_of_faction(&np) {
            who.scope = Scope::In;
            return who;
        }
        if who.codes.is_empty() && !who.people.is_empty() && who.scope != Scope::Out {
            // a person of home whom the text did not place: "Information Minister X"
            let known = who
                .people
                .iter()
                .filter_map(|p| self.names.people.get(*p))
                .any(|p| p.told || p.role.as_deref().is_some_and(heads_body));
            if !known && let Some(home) = self.names.home.or(self.state) {
                who.codes = vec![home];
                who.basis = Some(Basis::Implied);
                who.scope = Scope::In;
                who.trail = self.home_or_state(self.names.home.is_some());
            }
        }
        if self.is_one_person(&np) && who.codes.len() > 1 {
            self.keep_told(&np, &mut who);
        }
        let guessed = !who.people.is_empty() && who.people.iter().filter_map(|p| self.names.people.get(*p)).all(|p| p.guessed);
        if guessed && let Some(known) = self.spoken_for(&np, voice) {
            who.codes = known.codes;
            who.basis = known.basis;
            who.trail = known.trail;
        }
        self.other_side(np.clone(), &mut who);
        if who.scope == Scope::Optional
            && !who.codes.is_empty()
            && phrase::head_office(self.text, self.names, np.clone())
                .is_some_and(|o| o.class == OfficeClass::Head || matches!(self.text.word(o.tokens.end - 1), "head" | "chief" | "leader"))
        {
            // "the head of the agency": whom a body or a state has at its head
            who.scope = Scope::In;
        }
        if !who.codes.is_empty() || named.media {
            if who.scope == Scope::Unknown && !named.media {
                who.scope = Scope::In;
            }
            return who;
        }
        // somebody whom the text places with an owner that nobody knows: never home
        let elsewhere = !who.people.is_empty() && who.people.iter().filter_map(|p| self.names.people.get(*p)).all(|p| p.told);
        self.unnamed(np, voice, who, named.unknown || elsewhere)
    }

    fn out_of_scope(&self, np: Range<usize>, plural: bool, way: Way) -> Who {
        Who {
            scope: Scope::Out,
            plural,
            human: !self.is_headed_by_body(np),
            trail: way.into(),
            ..Who::default()
        }
    }

    /// A pronoun that only ever acts, with nothing beside it but small words.
    fn lone_pronoun(&self, np: &Range<usize>) -> Option<(usize, pronouns::Pronoun)> {
        const BESIDE: &[&str] = &[
            "all",
            "both",
            "today",
            "now",
            "here",
            "also",
            "himself",
            "herself",
            "itself",
            "ourselves",
            "themselves",
            "once",
            "again",
            "alone",
            "together",
            "each",
        ];
        let at = np.clone().find(|i| matches!(self.text.word(*i), "we" | "he" | "she" | "they"))?;
        // "he three times": how often, whatever the number
        let often = |i: usize| self.text.word(i) == "times" || self.text.word(i + 1) == "times";
        let small = np.clone().all(|i| i == at || BESIDE.contains(&self.text.word(i)) || often(i));
        pronouns::pronoun(self.text.word(at))
            .filter(|_| small && np.len() <= 3)
            .map(|p| (at, p))
    }

    /// Whether a party or a movement that no table knows stands in the phrase: whoever it is, it is not home.
    pub(super) fn is_of_faction(&self, np: &Range<usize>) -> bool {
        let of_person = |p: usize| self.names.people.get(p).is_some_and(|p| p.of_faction);
        let mut within = self.names.within(np.clone()).iter();
        within.any(|m| self.names.is_faction(m) || m.person.is_some_and(of_person))
    }

    /// Whether the phrase is somebody by name with an apposition: "Ana Ruiz, minister of trade and industry".
    fn is_one_person(&self, np: &Range<usize>) -> bool {
        let Some(comma) = np.clone().find(|i| self.text.kind(*i) == Kind::Comma) else {
            return false;
        };
        let is_person = |r: Range<usize>| self.names.within(r).iter().any(|m| m.kind == MentionKind::Person);
        let name = np.start..comma;
        let led = is_person(name.clone()) || self.is_unknown_person(&name);
        let apposition = comma + 1..np.end;
        led && !name.clone().any(|i| self.text.word(i) == "and")
            && !self.names.offices_within(apposition.clone()).is_empty()
            && !is_person(apposition.clone())
            && !apposition
                .clone()
                .any(|i| self.text.word(i) == "and" && self.is_unknown_person(&(i + 1..np.end)))
    }

    /// Whether a house or a medium stands at the head, whoever owns it: "the president's office", "state television".
    fn is_headed_by_body(&self, np: Range<usize>) -> bool {
        // what a person owns is no person, unless it is another with an office: "Mr Lind's office"
        let owned = np.clone().skip(1).find(|i| self.text.kind(*i) == Kind::Clitic);
        if let Some(owned) = owned.filter(|o| self.names.at(o - 1).is_some_and(|m| m.kind == MentionKind::Person))
            && owned + 2 == np.end
            && matches!(
                self.text.word(owned + 1),
                "office" | "team" | "camp" | "cabinet" | "staff" | "government" | "administration" | "party"
            )
        {
            return true;
        }
        // "Ana Ruiz, editor at the house": somebody with an office
        if np.clone().any(|i| self.text.kind(i) == Kind::Comma) {
            return false;
        }
        match phrase::head_office(self.text, self.names, np.clone()) {
            // "the army": of the table's military words those that are nobody in particular
            Some(office) => {
                office.class == OfficeClass::Body
                    || matches!(
                        self.text.word(office.tokens.end - 1),
                        "army" | "navy" | "military" | "police" | "guard" | "force" | "junta"
                    )
            }
            None => {
                let named = self.names.within(np.clone());
                let ends = |m: &Mention, kind| m.kind == kind && m.tokens.end == np.end;
                named.first().is_some_and(|m| ends(m, MentionKind::Media)) || named.last().is_some_and(|m| ends(m, MentionKind::Company))
            }
        }
    }

    /// Of what the table says of somebody and what the apposition says, the apposition counts: "Ana Ruiz, the head of the Commission".
    fn keep_told(&self, np: &Range<usize>, who: &mut Who) {
        let told = who.people.iter().filter_map(|p| self.names.people.get(*p)).find(|p| p.told);
        let body = self
            .names
            .within(np.clone())
            .iter()
            .find(|m| m.kind == MentionKind::Organisation && m.codes.len() == 1);
        if let Some(codes) = told
            .map(|p| p.codes.clone())
            .or_else(|| body.map(|m| m.codes.clone()))
            .filter(|c| c.len() == 1)
        {
            who.codes = codes;
        }
    }

    /// In a text of two parties that one of them gives out, somebody whom nothing places is the other's: one's own need no placing.
    fn other_side(&self, np: Range<usize>, who: &mut Who) {
        let guessed = !who.people.is_empty() && who.people.iter().filter_map(|p| self.names.people.get(*p)).all(|p| p.guessed);
        let placed = self.names.within(np).iter().any(|m| m.person.is_none() && !m.codes.is_empty());
        if let (true, false, [a, b], Some(home)) = (guessed, placed, self.parties.as_slice(), self.names.home)
            && self.genre != Genre::News
            && (*a == home || *b == home)
        {
            who.codes = vec![if *a == home { *b } else { *a }];
            who.basis = Some(Basis::Implied);
            who.trail = Way::OtherSide.into();
        }
    }

    /// Parts of a coordination that no name resolves: "he and Kim", "the Secretary and Minister Wang".
    fn add_unnamed_parts(&self, np: Range<usize>, voice: &Voice, who: &mut Who) {
        let parts = phrase::parts(self.text, self.names, np);
        let joined = parts
            .windows(2)
            .any(|w| (w[0].end..w[1].start).any(|i| matches!(self.text.word(i), "and" | "&" | "with" | "well" | "or")));
        // "the party's spokesman, Bo Lind" is one
        if parts.len() < 2 || parts.len() > 8 || !joined {
            return;
        }
        if who.codes.is_empty()
            && who.people.is_empty()
            && parts.iter().all(|p| self.defined(p.clone()).is_none())
            && let Some((codes, trail)) = self.offices_together(&parts)
        {
            who.codes = codes;
            who.trail = trail;
            who.plural = true;
            who.basis = Some(Basis::Office);
            return;
        }
        if self.are_both_parties(&parts, who) {
            who.codes.clone_from(&self.parties);
            who.trail = Way::Parties.into();
            who.plural = true;
            return;
        }
        let mut added = Vec::new();
        let mut told = None;
        for part in parts {
            let first = self.text.word(part.start);
            if part.len() == 1
                && let Some(pronoun) = pronouns::pronoun(first)
            {
                let known = self.pronoun(pronoun, voice, part.start);
                added.extend(known.codes);
                told = told.or(known.trail.told);
                who.plural = true;
            } else if pronouns::possessive(first).is_some()
                && part.clone().any(|i| matches!(self.text.word(i), "counterpart" | "counterparts"))
                && self.names.within(part.clone()).is_empty()
                && let Some((codes, trail)) = self.set_with(part.start, &who.codes)
            {
                // "Lind and her counterparts": all who stand together with her
                added.extend(codes);
                told = told.or(trail.told);
                who.plural = true;
            } else if first == "the"
                && self.names.within(part.clone()).is_empty()
                && self.text.kind(part.start.wrapping_sub(1)) != Kind::Comma
                && let Some(known) = self.defined(part.clone()).or_else(|| self.by_noun(part))
            {
                added.extend(known.codes);
                told = told.or(known.trail.told);
                who.plural = true;
            }
        }
        if !added.is_empty() {
            who.trail = Trail::told(Way::Parts, told);
            who.codes.extend(added);
            who.codes.sort();
            who.codes.dedup();
        }
    }

    /// "Minister Ruiz and Deputy Secretary Lind" of a document of two states, where only one of the two is placed: they are its two sides.
    fn are_both_parties(&self, parts: &[Range<usize>], who: &Who) -> bool {
        let ([a, b], [_, _]) = (parts, self.parties.as_slice()) else {
            return false;
        };
        let office = |p: &Range<usize>| self.names.offices_within(p.clone()).iter().any(|o| o.class.is_person());
        let placed = |p: &Range<usize>| {
            self.names
                .within(p.clone())
                .iter()
                .any(|m| m.codes.iter().any(|c| self.parties.contains(c)))
        };
        let one = matches!(who.codes[..], [code] if self.parties.contains(&code));
        self.genre == Genre::Joint
            && one
            && office(a)
            && office(b)
            && placed(a) != placed(b)
            && pronouns::possessive(self.text.word(b.start)).is_none()
    }

    /// Offices without names, one a part: "the Secretary and the Foreign Ministers". Each as last told, or all as the last set.
    fn offices_together(&self, parts: &[Range<usize>]) -> Option<(Vec<CodeId>, Trail)> {
        if !parts
            .iter()
            .all(|p| self.names.offices_within(p.clone()).iter().any(|o| o.class.is_person()))
        {
            return None;
        }
        let each: Vec<Option<Who>> = parts
            .iter()
            .map(|p| {
                self.by_noun(p.clone())
                    .or_else(|| self.by_role(groups::head_noun(self.text, p.clone()).map_or("", |h| self.text.word(h)), p.start))
            })
            .collect();
        let mut codes: Vec<CodeId> = each.iter().flatten().flat_map(|w| w.codes.clone()).collect();
        codes.sort();
        codes.dedup();
        let at = parts.first().map_or(0, |p| p.start);
        let trail = each.iter().flatten().next().map(|w| w.trail.clone()).unwrap_or_default();
        if each.iter().all(Option::is_some) && codes.len() > 1 {
            Some((codes, trail))
        } else {
            self.set(at, None).or(Some((codes, trail)).filter(|(c, _)| !c.is_empty()))
        }
    }

    /// A capitalised run that no table and no introduction knows, also with its state before it: "Peru's Ana Ruiz".
    pub(super) fn is_unknown_person(&self, np: &Range<usize>) -> bool {
        let owned = self
            .names
            .at(np.start)
            .map(|m| m.tokens.end + 1)
            .filter(|after| self.text.kind(after - 1) == Kind::Clitic && *after < np.end);
        let np = &(owned.unwrap_or(np.start)..np.end);
        let capital = |i: usize| {
            self.text.tokens.get(i).is_some_and(|t| t.capital && t.kind == Kind::Word)
                && !self.names.is_name(i)
                && !crate::names::is_common(self.text.word(i))
        };
        np.len() >= 2 && capital(np.start) && capital(np.start + 1) && self.names.offices_within(np.start..np.start + 2).is_empty()
    }
}
