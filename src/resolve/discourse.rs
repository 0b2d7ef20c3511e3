//! The discourse: who acted last, who was named together, who holds which office, as one reads on.
//!
//! Owns: the order in which a phrase is resolved: pronoun; the names in it; an office or a group told before; the document's own
//! parties; home. Each answer says how it was found.
//! Leaves to: the caller the phrases and their roles, in text order.

use super::groups;
use super::meetings::{self, Set};
use super::phrase;
use super::pronouns::{self, Pronoun};
use super::trail::{Trail, Way};
use super::{Facts, Resolved, Scope, voice};
use crate::names::{CodeId, Mention, MentionKind, Names, OfficeClass};
use crate::statement::{Basis, EntityKind, Genre, Person};
use crate::text::Text;
use crate::text::token::Kind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Names to look back over for "the agency", "the minister": some paragraphs.
const NAMES_BACK: usize = 120;

/// What a noun phrase does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It acts.
    Subject,
    /// It is acted on.
    Object,
    /// It acts along with the subject: "with Japan".
    Companion,
    /// Anything else.
    Other,
}

/// In whose words a phrase stands.
#[derive(Clone, Copy, Debug)]
pub enum Voice<'v> {
    /// In the document's own.
    Outer,
    /// Inside a quotation by this speaker.
    Quote(&'v Resolved),
}

/// Somebody of whom the text has spoken.
#[derive(Clone, Debug, Default)]
pub(super) struct Who {
    pub(super) codes: Vec<CodeId>,
    pub(super) people: Vec<usize>,
    pub(super) scope: Scope,
    pub(super) plural: bool,
    pub(super) human: bool,
    pub(super) basis: Option<Basis>,
    pub(super) trail: Trail,
}

impl Who {
    /// The same, resolved by this way; what told it stays.
    fn by(self, way: Way) -> Self {
        let trail = Trail { way, ..self.trail };
        Who { trail, ..self }
    }
}

/// What the text has told so far.
pub struct Discourse<'a> {
    text: &'a Text<'a>,
    names: &'a Names<'a>,
    genre: Genre,
    /// The document's own parties.
    parties: Vec<CodeId>,
    /// Sets that names alone tell, of the whole document.
    told: Vec<Set>,
    /// Sets that clauses told so far.
    seen: Vec<Set>,
    subject: Option<Who>,
    person: Option<Who>,
    group: Option<Who>,
    thing: Option<Who>,
    state: Option<CodeId>,
    /// The last who was called by this noun.
    nouns: FxHashMap<String, Who>,
    /// Who gave the last statement, by its noun.
    documents: FxHashMap<String, Who>,
}

impl<'a> Discourse<'a> {
    /// The discourse at the start of a document.
    pub fn new(text: &'a Text<'a>, names: &'a Names<'a>, facts: &Facts) -> Self {
        let told = meetings::sets(text, names);
        let parties = voice::parties(text, names, facts, &told);
        Self {
            text,
            names,
            genre: facts.genre,
            parties,
            told,
            seen: Vec::new(),
            subject: None,
            person: None,
            group: None,
            thing: None,
            state: None,
            nouns: FxHashMap::default(),
            documents: FxHashMap::default(),
        }
    }

    /// The document's own parties, as "we" at its top level.
    pub fn document(&self) -> Resolved {
        self.finish(self.all_parties())
    }

    /// For whom the noun phrase `np` stands.
    pub fn party(&self, np: Range<usize>, voice: &Voice) -> Resolved {
        self.finish(self.who(np, voice))
    }

    /// Who acts where no words say it, as in a passive without an agent at token `at`.
    pub fn implied(&self, at: usize) -> Resolved {
        let mut who = match self.genre {
            Genre::News => {
                let set = self.set(at, None);
                set.map(|(codes, trail)| Who {
                    codes,
                    scope: Scope::In,
                    plural: true,
                    human: true,
                    trail,
                    ..Who::default()
                })
                .or_else(|| self.subject.clone().map(|w| w.by(Way::LastSubject)))
                .unwrap_or_default()
            }
            _ => self.all_parties(),
        };
        who.basis = Some(Basis::Implied);
        self.finish(who)
    }

    /// Takes note of a noun phrase of any clause; call it in text order.
    pub fn observe(&mut self, np: Range<usize>, role: Role) {
        let np = phrase::trim(self.text, np);
        if np.is_empty() {
            return;
        }
        let mut who = self.who(np.clone(), &Voice::Outer);
        // what later phrases are told by: these words, or those that told a pronoun here
        who.trail.told.get_or_insert(np.clone());
        self.remember_nouns(np.clone(), &who);
        match role {
            Role::Subject => self.observe_subject(np, who),
            Role::Companion => self.observe_companion(np.end, who),
            Role::Object | Role::Other => {
                if who.codes.len() > 1 && who.basis == Some(Basis::Name) {
                    self.seen.push(Set {
                        from: np.start,
                        at: np.end,
                        codes: who.codes,
                        strong: false,
                    });
                }
            }
        }
    }

    /// Whoever acts where a statement is first spoken of gave it: "the council said in a statement".
    fn remember_document(&mut self, np: &Range<usize>, who: &Who) {
        if self.genre != Genre::News {
            return;
        }
        if groups::is_document(self.text, np.clone()) {
            // from here on "the statement" may be this one
            self.documents.clear();
            return;
        }
        let Some(sentence) = self.text.sentences.get(self.text.sentence_of(np.start)) else {
            return;
        };
        let clause = np.end..sentence.tokens.end.min(np.end + 40);
        for i in clause.filter(|i| groups::is_document_noun(self.text.word(*i))) {
            let new = (i.saturating_sub(4)..i)
                .rev()
                .find(|k| matches!(self.text.word(*k), "a" | "an" | "the"));
            if let Some(new) = new.filter(|k| self.text.word(*k) != "the" && self.names.within(*k..i).is_empty()) {
                let own = matches!(
                    self.text.word(new.saturating_sub(1)),
                    "in" | "issued" | "released" | "adopted" | "signed" | "published"
                );
                // a communique has several givers, or a body
                let fits = self.text.word(i) == "statement" || who.codes.len() > 1 || self.is_body(&who.codes);
                if own && fits {
                    self.documents.insert(self.text.word(i).to_string(), who.clone());
                }
            }
        }
    }

    fn is_body(&self, codes: &[CodeId]) -> bool {
        codes.iter().all(|c| !self.names.gazetteer.is_state(*c))
    }

    fn observe_subject(&mut self, np: Range<usize>, who: Who) {
        self.remember_document(&np, &who);
        let pronoun = np.len() == 1 && pronouns::pronoun(self.text.word(np.start)).is_some();
        if pronoun {
            // a pronoun says nothing new, but whom it means acts again
            if !who.codes.is_empty() {
                self.subject = Some(who);
            }
            return;
        }
        if who.codes.len() > 1 && who.basis != Some(Basis::Implied) {
            self.seen.push(Set {
                from: np.start,
                at: np.end,
                codes: who.codes.clone(),
                strong: true,
            });
        }
        let mentions = self.names.within(np.clone());
        if let Some(code) = mentions
            .iter()
            .find(|m| m.kind != MentionKind::Person && m.codes.len() == 1)
            .and_then(|m| m.codes.first())
            && self.names.gazetteer.is_state(*code)
        {
            self.state = Some(*code);
        }
        if who.plural || who.codes.len() > 1 {
            // protesters and analysts are nobody, yet "they" may mean them
            if !who.codes.is_empty() || who.scope == Scope::Out {
                self.group = Some(who.clone());
            }
        } else if who.human {
            // an unknown person, too: "he" is then nobody's guess
            self.person = Some(who.clone());
        } else if !who.codes.is_empty() {
            self.thing = Some(who.clone());
            let kind = who.codes.first().and_then(|c| self.names.gazetteer.entity(*c)).map(|e| e.kind);
            if matches!(kind, Some(EntityKind::Party | EntityKind::ArmedGroup)) {
                self.group = Some(who.clone());
            }
        }
        self.subject = Some(who);
    }

    fn observe_companion(&mut self, at: usize, who: Who) {
        let Some(subject) = &self.subject else { return };
        let mut codes = subject.codes.clone();
        codes.extend(&who.codes);
        codes.sort();
        codes.dedup();
        if codes.len() > 1 && !subject.codes.is_empty() && !who.codes.is_empty() {
            self.seen.push(Set {
                from: subject.trail.told.as_ref().map_or(at, |t| t.start),
                at,
                codes: codes.clone(),
                strong: true,
            });
            self.group = Some(Who {
                codes,
                scope: Scope::In,
                plural: true,
                human: true,
                basis: Some(Basis::Group),
                trail: subject.trail.clone(),
                ..Who::default()
            });
        }
    }

    /// Tokens in lower case, joined by spaces.
    fn phrase(&self, tokens: Range<usize>) -> String {
        tokens.map(|i| self.text.word(i)).collect::<Vec<_>>().join(" ")
    }

    fn remember_nouns(&mut self, np: Range<usize>, who: &Who) {
        if who.codes.is_empty() || who.basis == Some(Basis::Implied) {
            return;
        }
        let several = who.codes.len() > 1;
        let offices: Vec<String> = self
            .names
            .offices_within(np.clone())
            .iter()
            .filter(|o| o.plural || !several)
            .take(4)
            .map(|o| groups::office_noun(&self.phrase(o.tokens.clone())).to_string())
            .collect();
        for noun in offices {
            self.nouns.insert(noun, who.clone());
        }
        for m in self.names.within(np.clone()) {
            if let (Some(person), true) = (m.person, who.codes.len() <= 1) {
                if let Some(role) = self.names.people.get(person).and_then(|p| p.role.as_deref()) {
                    self.nouns
                        .insert(groups::office_noun(&role.to_lowercase()).to_string(), who.clone());
                }
            } else if m.tokens.end == np.end && matches!(m.kind, MentionKind::Organ | MentionKind::Organisation) {
                // "the ministry", "the council" later
                self.nouns.insert(self.text.word(m.tokens.end - 1).to_string(), who.clone());
            }
        }
        if let Some(head) = groups::head_noun(self.text, np)
            && !self.names.is_name(head)
            && (!several || self.text.word(head).ends_with('s'))
        {
            self.nouns.insert(self.text.word(head).to_string(), who.clone());
        }
    }

    // ---- resolving

    pub(super) fn who(&self, np: Range<usize>, voice: &Voice) -> Who {
        let np = phrase::trim(self.text, np);
        if np.is_empty() {
            return Who::default();
        }
        if np.len() == 1
            && let Some(pronoun) = pronouns::pronoun(self.text.word(np.start))
        {
            return self.pronoun(pronoun, voice, np.start);
        }
        let named = phrase::named(self.text, self.names, np.clone());
        if named.scope == Scope::Out {
            return Who {
                scope: Scope::Out,
                plural: named.plural,
                human: true,
                trail: Way::OutOfScope.into(),
                ..Who::default()
            };
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
        who.human = !who.people.is_empty()
            || self.names.offices_within(np.clone()).iter().any(|o| o.class.is_person())
            || self.is_unknown_person(&np);
        self.add_unnamed_parts(np.clone(), voice, &mut who);
        if who.codes.is_empty() && !who.people.is_empty() && who.scope != Scope::Out {
            // a person of home whom the text did not place: "Information Minister X"
            let known = who.people.iter().filter_map(|p| self.names.people.get(*p)).any(|p| p.told);
            if !known && let Some(home) = self.names.home.or(self.state) {
                who.codes = vec![home];
                who.basis = Some(Basis::Implied);
                who.scope = Scope::In;
                who.trail = if self.names.home.is_some() { Way::Home } else { Way::LastState }.into();
            }
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
            && let Some((codes, trail)) = self.offices_together(&parts)
        {
            who.codes = codes;
            who.trail = trail;
            who.plural = true;
            who.basis = Some(Basis::Office);
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
            } else if first == "the"
                && self.names.within(part.clone()).is_empty()
                && self.text.kind(part.start.wrapping_sub(1)) != Kind::Comma
                && let Some(known) = self.by_noun(part)
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

    fn pronoun(&self, pronoun: Pronoun, voice: &Voice, at: usize) -> Who {
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
            (Pronoun::Speaker, Voice::Outer) => self.own_voice(),
            (Pronoun::Person, _) => {
                let last = self.person.clone().map(|w| w.by(Way::LastPerson));
                last.or_else(|| self.last_named(at, true)).unwrap_or_default()
            }
            (Pronoun::Group, _) => self.group(at),
            (Pronoun::Thing, _) => {
                let last = self.thing.clone().map(|w| w.by(Way::LastThing));
                last.or_else(|| self.last_named(at, false)).unwrap_or_default()
            }
            (Pronoun::Nobody, _) => Who::default(),
        };
        who.basis = match (pronoun, voice) {
            (Pronoun::Speaker, Voice::Outer) if self.genre != Genre::News => Some(Basis::Document),
            _ => Some(Basis::Pronoun),
        };
        who
    }

    /// The last person, or the last state or body, named before token `at` in its paragraph: for a pronoun before any subject was seen.
    fn last_named(&self, at: usize, person: bool) -> Option<Who> {
        let sentence = self.text.sentences.get(self.text.sentence_of(at))?;
        let start = self.text.paragraph_tokens.get(sentence.paragraph)?.start;
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
        if self.genre != Genre::News && self.parties.len() > 1 {
            return self.all_parties();
        }
        if let Some(group) = &self.group {
            return group.clone().by(Way::LastGroup);
        }
        let (codes, trail) = self.set(at, None).unwrap_or_else(|| (self.parties.clone(), Way::Parties.into()));
        Who {
            codes,
            scope: Scope::In,
            plural: true,
            human: true,
            trail,
            ..Who::default()
        }
    }

    /// "we" outside quotations.
    fn own_voice(&self) -> Who {
        // a readout's "we" is the side that gives it
        if self.genre == Genre::Readout
            && let Some(home) = self.names.home.filter(|h| self.parties.contains(h))
        {
            return Who {
                codes: vec![home],
                scope: Scope::In,
                plural: true,
                human: true,
                basis: Some(Basis::Document),
                trail: Way::Home.into(),
                ..Who::default()
            };
        }
        self.all_parties()
    }

    /// The document's parties, else those who acted together last.
    fn all_parties(&self) -> Who {
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
        }
        who
    }

    /// A phrase without a name that tells.
    fn unnamed(&self, np: Range<usize>, voice: &Voice, mut who: Who, unknown: bool) -> Who {
        if let Some(pronoun) = pronouns::possessive(self.text.word(np.start)) {
            let owner = self.pronoun(pronoun, voice, np.start);
            return Who {
                people: Vec::new(),
                plural: owner.plural || who.plural,
                human: who.human,
                scope: if owner.codes.is_empty() { who.scope } else { Scope::In },
                ..owner
            };
        }
        if let Some(known) = self.defined(np.clone()) {
            return known;
        }
        if groups::is_vague(self.text, np.clone()) {
            return Who {
                plural: true,
                scope: who.scope,
                basis: Some(Basis::Implied),
                ..Who::default()
            };
        }
        if groups::is_group(self.text, np.clone()) && !unknown {
            let size = groups::size(self.text, np.clone());
            if size.is_none()
                && let Some(known) = self.by_noun(np.clone()).filter(|w| w.codes.len() > 1)
            {
                return known;
            }
            if let Some((codes, trail)) = self.pair_in_sentence(np.clone(), size).or_else(|| self.set(np.start, size)) {
                return Who {
                    codes,
                    trail,
                    scope: Scope::In,
                    plural: true,
                    human: true,
                    basis: Some(Basis::Group),
                    ..Who::default()
                };
            }
        }
        if let Some(code) = self.place_before(np.clone()).filter(|_| who.scope == Scope::In && !unknown) {
            who.codes = vec![code];
            who.basis = Some(Basis::Implied);
            who.trail = Way::PlaceBefore.into();
            return who;
        }
        if let Some(known) = self.by_noun(np.clone()) {
            return known;
        }
        if groups::is_document(self.text, np.clone()) {
            return Who {
                basis: Some(Basis::Implied),
                people: Vec::new(),
                ..self.issuer(np).by(Way::Issuer)
            };
        }
        if let Some(known) = self.by_kind(np.clone()) {
            return known;
        }
        if unknown && who.scope == Scope::In {
            who.scope = Scope::Unknown;
        }
        who.trail = Way::Nobody.into();
        if unknown || who.scope != Scope::In || self.is_unknown_person(&np) {
            who.basis = Some(Basis::Implied);
            return who;
        }
        // an office without a name and without a state: "the Foreign Ministry" is that of home, "lawmakers" are those of the state
        // last spoken of
        if matches!(self.genre, Genre::Resolution | Genre::BodyStatement) {
            who.basis = Some(Basis::Implied);
            return who;
        }
        if groups::is_of_many(self.text, np.clone()) {
            who.basis = Some(Basis::Implied);
            return who;
        }
        let definite = self.text.word(np.start) == "the" && self.text.tokens.get(np.start + 1).is_some_and(|t| t.capital);
        let spokes = self
            .names
            .offices_within(np.clone())
            .iter()
            .any(|o| o.class == OfficeClass::Spokesperson);
        let first = if definite || spokes { self.names.home } else { self.state };
        if let Some(code) = first.or(self.state).or(self.names.home) {
            who.codes = vec![code];
            let home = self.names.home == Some(code);
            who.trail = if home { Way::Home } else { Way::LastState }.into();
        }
        who.basis = Some(Basis::Implied);
        who
    }

    /// Who gave out the document of the phrase: a joint one those who last acted together, another whoever was told to have given it.
    fn issuer(&self, np: Range<usize>) -> Who {
        let noun = groups::head_noun(self.text, np.clone()).map_or("", |head| self.text.word(head));
        if self.genre == Genre::News {
            if np.clone().any(|i| self.text.word(i) == "joint")
                && let Some((codes, trail)) = self.set(np.start, None)
            {
                return Who {
                    codes,
                    trail,
                    scope: Scope::In,
                    plural: true,
                    ..Who::default()
                };
            }
            if let Some(known) = self.documents.get(noun).filter(|w| np.len() == 2 && !w.codes.is_empty()) {
                return known.clone();
            }
        }
        self.all_parties()
    }

    /// Terms that stand for one party by custom or by the document's own definition.
    fn defined(&self, np: Range<usize>) -> Option<Who> {
        let head = np.end.checked_sub(1)?;
        let definite = self.text.word(np.start) == "the" && np.len() == 2 && self.text.tokens.get(head).is_some_and(|t| t.capital);
        let code = |c: &str| self.names.gazetteer.code(c).map(|c| vec![c]);
        let spelt = self.phrase(head.saturating_sub(2).max(np.start)..np.end);
        if spelt.ends_with("secretary-general") || spelt.ends_with("secretary - general") || spelt.ends_with("secretary general") {
            let who = self
                .by_role("secretary-general", np.start)
                .or_else(|| self.by_role("general", np.start));
            return who
                .or_else(|| {
                    code("UN").map(|codes| Who {
                        codes,
                        scope: Scope::In,
                        human: true,
                        ..Who::default()
                    })
                })
                .map(|w| Who {
                    basis: Some(Basis::Office),
                    ..w.by(Way::Custom)
                });
        }
        let codes = match self.text.word(head) {
            "parties" | "participants" | "sides" if np.len() == 2 && self.parties.len() > 1 => Some(self.parties.clone()),
            "alliance" if definite => {
                if self.parties.is_empty() {
                    code("NATO")
                } else {
                    Some(self.parties.clone())
                }
            }
            "officials" | "official" if self.genre == Genre::News && head > np.start && self.text.word(head - 1) == "administration" => {
                self.nouns.get("administration").map(|w| w.codes.clone()).or_else(|| code("USA"))
            }
            // the word for the government of one country
            "administration" if self.genre == Genre::News && np.len() <= 3 && !self.nouns.contains_key("administration") => code("USA"),
            "north" if definite => code("PRK"),
            "south" if definite => code("KOR"),
            "union" if definite => code("EU"),
            "council" | "assembly" if np.len() == 2 && matches!(self.genre, Genre::Resolution | Genre::BodyStatement) => {
                Some(self.parties.clone())
            }
            "kingdom" if definite => self
                .parties
                .iter()
                .copied()
                .find(|c| {
                    matches!(
                        self.names.gazetteer.code_text(*c),
                        "SAU" | "BHR" | "JOR" | "MAR" | "GBR" | "THA" | "NLD" | "KHM"
                    )
                })
                .map(|c| vec![c]),
            _ => None,
        }?;
        Some(Who {
            plural: codes.len() > 1,
            codes,
            scope: Scope::In,
            human: false,
            basis: Some(Basis::Group),
            trail: Way::Custom.into(),
            ..Who::default()
        })
    }

    /// "the minister", "the ministry", "the council": who was called so last.
    fn by_noun(&self, np: Range<usize>) -> Option<Who> {
        let head = groups::head_noun(self.text, np.clone())?;
        if !matches!(self.text.word(np.start), "the" | "this" | "that" | "these" | "those" | "both")
            && np.len() > 1
            && (!self.text.tokens.get(np.start).is_some_and(|t| t.capital)
                || matches!(self.text.word(np.start), "a" | "an" | "another" | "one" | "some"))
        {
            return None;
        }
        let noun = self.text.word(head);
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

    /// A noun that tells the kind of actor: the last named of that kind. "the country", "the insurgent group", "the agency".
    fn by_kind(&self, np: Range<usize>) -> Option<Who> {
        let gazetteer = self.names.gazetteer;
        let definite = matches!(self.text.word(np.start), "the" | "this" | "that");
        let noun = np
            .clone()
            .rev()
            .find(|i| self.text.kind(*i) == Kind::Word)
            .map(|i| self.text.word(i))?;
        let before = self.names.mentions.partition_point(|m| m.tokens.end <= np.start);
        let last = |fits: &dyn Fn(&Mention, EntityKind) -> bool| {
            self.names.mentions[..before].iter().rev().take(NAMES_BACK).find(|m| {
                m.codes
                    .first()
                    .and_then(|c| gazetteer.entity(*c))
                    .is_some_and(|e| m.codes.len() == 1 && fits(m, e.kind))
            })
        };
        let found = match noun {
            "country" | "nation" | "republic" | "kingdom" | "emirate" if definite => {
                last(&|m, kind| m.kind == MentionKind::State && kind == EntityKind::State)
            }
            "group" | "militia" | "insurgents" | "rebels" | "militants" | "insurgency" | "faction" | "fighters" => {
                last(&|_, kind| kind == EntityKind::ArmedGroup).or_else(|| {
                    if noun == "group" && definite {
                        last(&|m, _| m.kind == MentionKind::Organisation)
                    } else {
                        None
                    }
                })
            }
            "party" | "movement" if definite => last(&|_, kind| matches!(kind, EntityKind::Party | EntityKind::ArmedGroup)),
            "organisation" | "organization" | "bloc" | "body" | "agency" | "union" | "grouping" | "association" | "alliance" | "league"
            | "watchdog" | "council" | "assembly" | "commission" | "fund"
                if definite =>
            {
                last(&|m, kind| m.kind == MentionKind::Organisation && kind != EntityKind::State)
            }
            _ => None,
        }?;
        Some(Who {
            codes: found.codes.clone(),
            scope: Scope::In,
            human: np.len() > 2,
            basis: Some(Basis::Office),
            trail: Trail::told(Way::LastOfKind, Some(found.tokens.clone())),
            ..Who::default()
        })
    }

    /// "the president" in a report from home, when the text has named home's: it calls no other one so.
    fn home_office(&self, noun: &str, at: usize) -> Option<Who> {
        let home = self
            .names
            .home
            .filter(|_| self.genre == Genre::News && matches!(noun, "president" | "premier" | "king" | "chancellor"))?;
        self.by_role(noun, at).filter(|w| w.codes != [home])?;
        let before = self.names.mentions.partition_point(|m| m.tokens.end <= at);
        let holds = |p: usize| {
            self.names
                .people
                .get(p)
                .is_some_and(|p| p.codes == [home] && p.role.as_deref().is_some_and(|r| groups::office_noun(&r.to_lowercase()) == noun))
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
    fn by_role(&self, noun: &str, at: usize) -> Option<Who> {
        let before = self.names.mentions.partition_point(|m| m.tokens.end <= at);
        let of = |m: &Mention| {
            m.person
                .and_then(|p| self.names.people.get(p))
                .and_then(|p| p.role.as_deref())
                .is_some_and(|r| groups::office_noun(&r.to_lowercase()) == noun)
        };
        let m = self.names.mentions[..before]
            .iter()
            .rev()
            .take(NAMES_BACK)
            .find(|m| of(m) && !m.codes.is_empty())?;
        Some(Who {
            codes: m.codes.clone(),
            people: m.person.into_iter().collect(),
            scope: Scope::In,
            human: true,
            trail: Trail::told(Way::SameOffice, Some(m.tokens.clone())),
            ..Who::default()
        })
    }

    /// The latest set before token `at`, of `size` if given; sets that act together before sets only named together.
    fn set(&self, at: usize, size: Option<usize>) -> Option<(Vec<CodeId>, Trail)> {
        let fits = |s: &&Set| size.is_none_or(|n| s.codes.len() == n);
        let before = |sets: &'_ [Set]| sets.partition_point(|s| s.at <= at);
        let latest = |strong: bool| {
            let told = self.told[..before(&self.told)].iter().rev().find(|s| s.strong == strong && fits(s));
            let seen = self.seen[..before(&self.seen)].iter().rev().find(|s| s.strong == strong && fits(s));
            match (told, seen) {
                // a later pair that shares nobody with those who acted is whom they talked about
                (Some(a), Some(b)) if a.at > b.at && a.codes.iter().any(|c| b.codes.contains(c)) => Some(a),
                (Some(_), Some(b)) => Some(b),
                (a, b) => a.or(b),
            }
        };
        if self.genre != Genre::News && self.parties.len() > 1 && size.is_none_or(|n| n == self.parties.len()) {
            return Some((self.parties.clone(), Way::Parties.into()));
        }
        let set = latest(true).or_else(|| latest(false))?;
        Some((set.codes.clone(), Trail::told(Way::Together, Some(set.from..set.at))))
    }

    /// Parties that the rest of the sentence names as a pair: "both sides praised the Peru-Chile alliance".
    fn pair_in_sentence(&self, np: Range<usize>, size: Option<usize>) -> Option<(Vec<CodeId>, Trail)> {
        let sentence = self.text.sentences.get(self.text.sentence_of(np.start))?;
        let from = self.told.partition_point(|s| s.at <= np.end);
        let later = self.told[from..].iter().take_while(|s| s.at < sentence.tokens.end);
        later
            .filter(|s| {
                size == Some(s.codes.len())
                    && self
                        .names
                        .at(s.at - 1)
                        .is_some_and(|m| self.text.kind(m.tokens.start.wrapping_sub(1)) == Kind::Hyphen)
            })
            .find(|s| {
                matches!(
                    self.text.word(s.at),
                    "alliance" | "relations" | "relationship" | "ties" | "partnership" | "friendship" | "treaty" | "cooperation"
                )
            })
            .map(|s| (s.codes.clone(), Trail::told(Way::PairInSentence, Some(s.from..s.at))))
    }

    /// The state of the place with which the sentence opens: "In Lima, the foreign ministry".
    fn place_before(&self, np: Range<usize>) -> Option<CodeId> {
        let start = self.text.sentences.get(self.text.sentence_of(np.start))?.tokens.start;
        let m = self
            .names
            .at(start + 1)
            .filter(|_| matches!(self.text.word(start), "in" | "from"))?;
        let place = matches!(m.kind, MentionKind::Seat | MentionKind::State) && m.tokens.end <= np.start && np.start - start <= 8;
        m.codes.first().copied().filter(|_| place)
    }

    /// A capitalised run that no table and no introduction knows, also with its state before it: "Peru's Ana Ruiz".
    fn is_unknown_person(&self, np: &Range<usize>) -> bool {
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

    fn finish(&self, who: Who) -> Resolved {
        let gazetteer = self.names.gazetteer;
        let mut entities: Vec<_> = who.codes.iter().filter_map(|c| gazetteer.entity(*c).cloned()).collect();
        entities.sort_by(|a, b| a.code.cmp(&b.code));
        let people = who
            .people
            .iter()
            .filter_map(|p| self.names.people.get(*p))
            .map(|p| Person {
                name: p.name.clone(),
                role: p.role.clone(),
            })
            .collect();
        Resolved {
            codes: who.codes,
            entities,
            people,
            basis: who.basis.unwrap_or(Basis::Implied),
            scope: who.scope,
            trail: who.trail,
        }
    }
}
