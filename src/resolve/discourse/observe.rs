//! What the discourse keeps of each noun phrase as one reads on.
//!
//! Owns: who is the last subject, person, group and thing; the sets that clauses tell; the nouns by which somebody was called.
//! Leaves to: [`super::who`] whom the phrase means.

use super::{Discourse, Role, Voice, Who};
use crate::names::{CodeId, Mention, MentionKind, OfficeClass};
use crate::resolve::meetings::{Bond, Set, is_compound};
use crate::resolve::{Resolved, Scope, groups, phrase, pronouns};
use crate::statement::{Basis, EntityKind, Genre};
use std::ops::Range;

impl Discourse<'_> {
    /// Takes note of a noun phrase of any clause; call it in text order.
    pub fn observe(&mut self, np: Range<usize>, role: Role) {
        let np = phrase::trim(self.text, np);
        if np.is_empty() {
            return;
        }
        let who = self.who(np.clone(), &Voice::Outer);
        self.keep(np, who, role);
    }

    /// For whom a noun phrase of the outer text stands, and takes note of it: [`Discourse::party`] and [`Discourse::observe`] at once.
    pub fn observed(&mut self, np: Range<usize>, role: Role) -> Resolved {
        let trimmed = phrase::trim(self.text, np);
        let who = self.who_trimmed(trimmed.clone(), &Voice::Outer);
        let resolved = self.finish(who.clone());
        // a phrase that loses a second quantity when it is trimmed again ("one of at least two") is another phrase then
        if phrase::trim(self.text, trimmed.clone()) != trimmed {
            self.observe(trimmed, role);
        } else if !trimmed.is_empty() {
            self.keep(trimmed, who, role);
        }
        resolved
    }

    fn keep(&mut self, np: Range<usize>, mut who: Who, role: Role) {
        // what later phrases are told by: these words, or those that told a pronoun here
        who.trail.told.get_or_insert(np.clone());
        if role == Role::Headline {
            let known = !who.codes.is_empty() && who.basis != Some(Basis::Implied);
            self.headline = Some(who).filter(|_| known).or(self.headline.take());
            return;
        }
        self.remember_nouns(np.clone(), &who);
        let me = np.end >= 2 && self.text.word(np.end - 1) == "i" && self.text.word(np.end - 2) == "and";
        if me && np.len() > 2 && who.codes.len() > 1 {
            self.with_me = Some(who.clone());
        }
        match role {
            Role::Subject => {
                self.acting = Some((self.text.sentence_of(np.start), who.human, who.codes.clone()));
                self.observe_subject(np, who);
            }
            Role::Reported => {
                // whoever reports stays the one of whom the next sentence speaks
                let acting = self.acting.as_ref().filter(|a| a.0 == self.text.sentence_of(np.start));
                let reporter = |who: &Who| acting.is_some_and(|(_, human, codes)| *human == who.human && *codes == who.codes);
                let here = |who: &Option<Who>| who.clone().filter(|who| reporter(who) || self.is_in_sentence(who, np.start));
                let (person, thing) = (here(&self.person), here(&self.thing));
                // talks and deeds that are told of do not act: "they" are those who told
                let group = self.group.clone().filter(|group| reporter(group) && !who.human);
                self.observe_subject(np, who);
                self.person = person.or(self.person.take());
                self.thing = thing.or(self.thing.take());
                self.group = group.or(self.group.take());
            }
            Role::Headline => {}
            Role::Companion => self.observe_companion(np.end, who),
            Role::Object | Role::Other => {
                if who.codes.len() > 1 && who.basis == Some(Basis::Name) {
                    self.seen.push(Set {
                        from: np.start,
                        at: np.end,
                        codes: who.codes,
                        bond: Bond::Named,
                        modifies: false,
                    });
                }
            }
        }
    }

    /// Takes note of who did an act: the spokesman of the next sentence speaks for that state.
    pub fn acted(&mut self, np: Range<usize>, who: &Resolved) {
        let person = |m: &Mention| m.kind == MentionKind::Person;
        if let [code] = who.codes[..]
            && self.names.gazetteer.is_state(code)
            && who.basis == Basis::Name
            && !self.names.within(np.clone()).iter().any(person)
        {
            self.spoke = Some((code, np));
        }
    }

    /// Whether the words that told `who` stand in the sentence of token `at`.
    fn is_in_sentence(&self, who: &Who, at: usize) -> bool {
        let told = who.trail.told.as_ref();
        told.is_some_and(|t| self.text.sentence_of(t.start) == self.text.sentence_of(at))
    }

    /// Whoever acts where a statement is first spoken of gave it: "the council said in a statement". `noun` is that of the phrase.
    fn remember_document(&mut self, np: &Range<usize>, noun: &str, who: &Who) {
        if self.genre != Genre::News {
            return;
        }
        if np.len() == 2 && self.documents.contains_key(noun) {
            return;
        }
        if groups::is_document_noun(noun) {
            // from here on "the statement" may be this one
            self.documents.clear();
            // "the report by the UN experts": whose it is stands beside it
            if np.len() > 2 && !who.codes.is_empty() {
                self.documents.insert(noun.to_string(), who.clone());
            }
            return;
        }
        let Some(sentence) = self.text.sentences.get(self.text.sentence_of(np.start)) else {
            return;
        };
        let clause = np.end..sentence.tokens.end.min(np.end + 40);
        for i in clause.filter(|i| self.of_documents.at(self.text, *i).0) {
            let new = (i.saturating_sub(4)..i)
                .rev()
                .find(|k| matches!(self.text.word(*k), "a" | "an" | "the"));
            if let Some(new) = new.filter(|k| self.text.word(*k) != "the" && self.names.within(*k..i).is_empty()) {
                let own = matches!(
                    self.text.word(new.saturating_sub(1)),
                    "sent"
                        | "delivered"
                        | "handed"
                        | "wrote"
                        | "submitted"
                        | "presented"
                        | "circulated"
                        | "in"
                        | "issued"
                        | "released"
                        | "adopted"
                        | "signed"
                        | "published"
                );
                // a communique has several givers, or a body
                let fits = self.text.word(i) == "statement"
                    || groups::is_letter(self.text.word(i)) && self.text.word(i) != "report"
                    || who.codes.len() > 1
                    || self.is_body(&who.codes);
                if own && fits {
                    self.documents.insert(self.text.word(i).to_string(), who.clone());
                }
            }
        }
    }

    pub(super) fn is_body(&self, codes: &[CodeId]) -> bool {
        codes.iter().all(|c| !self.names.gazetteer.is_state(*c))
    }

    fn observe_subject(&mut self, np: Range<usize>, who: Who) {
        let text = self.text;
        let noun = groups::head_noun(text, np.clone()).map_or("", |head| text.word(head));
        self.remember_document(&np, noun, &who);
        let pronoun = np.len() == 1 && pronouns::pronoun(self.text.word(np.start)).is_some();
        if pronoun {
            // a pronoun says nothing new, but whom it means acts again
            if !who.codes.is_empty() {
                self.acts_now(who);
            }
            return;
        }
        if who.codes.len() > 1 && who.basis != Some(Basis::Implied) {
            let mentions = self.names.within(np.clone());
            self.seen.push(Set {
                from: np.start,
                at: np.end,
                codes: who.codes.clone(),
                bond: Bond::Acts,
                modifies: mentions.len() > 1 && is_compound(self.text, self.names, mentions),
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
            self.state_told = Some(np.clone());
        }
        // "A statement of the ministers ... . It": the statement, and with it who gave it
        if groups::is_document_noun(noun) && !who.codes.is_empty() {
            self.thing = Some(who.clone());
        }
        if who.plural || who.codes.len() > 1 {
            // protesters and analysts are nobody, yet "they" may mean them
            if !who.codes.is_empty() || who.scope == Scope::Out {
                self.group = Some(who.clone());
            }
        } else if who.human {
            // an unknown person, too: "he" is then nobody's guess
            self.person = Some(who.clone());
        } else if !who.codes.is_empty() || who.scope == Scope::Out || self.is_of_faction(&np) {
            // a company and a party that nobody knows, too: "it" is then nobody's guess
            self.thing = Some(who.clone());
            let kind = who.codes.first().and_then(|c| self.names.entity(*c)).map(|e| e.kind);
            if matches!(kind, Some(EntityKind::Party | EntityKind::ArmedGroup)) {
                self.group = Some(who.clone());
            }
        }
        self.acts_now(who);
    }

    fn acts_now(&mut self, who: Who) {
        let before = self.subject.replace(who);
        self.earlier = before.filter(|who| !who.codes.is_empty()).or(self.earlier.take());
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
                bond: Bond::Acts,
                modifies: false,
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

    fn remember_nouns(&mut self, np: Range<usize>, who: &Who) {
        if who.codes.is_empty() {
            return;
        }
        if who.basis == Some(Basis::Implied) {
            // "the Foreign Ministry" of home is "the ministry" of the next sentence
            let house = self
                .names
                .offices_within(np.clone())
                .last()
                .filter(|o| o.class == OfficeClass::Body && o.tokens.end == np.end);
            if let Some(house) = house.filter(|_| who.codes.len() == 1 && self.text.word(np.start) == "the") {
                self.nouns.insert(self.text.word(house.tokens.end - 1).to_string(), who.clone());
            }
            return;
        }
        let several = who.codes.len() > 1;
        let offices: Vec<(String, bool)> = self
            .names
            .offices_within(np.clone())
            .iter()
            .filter(|o| o.plural || !several)
            .take(4)
            .map(|o| (groups::office_noun(&self.phrase(o.tokens.clone())).to_string(), o.plural))
            .collect();
        for (noun, plural) in offices {
            // "the president and the party leader Bo Lind": one of the two, and maybe one who was told before
            if who.plural && !plural {
                let one = Who {
                    plural: false,
                    people: Vec::new(),
                    ..who.clone()
                };
                let known = self.nouns.get(&noun).is_some_and(|known| known.codes == one.codes && !known.plural);
                if !known {
                    self.nouns.insert(noun, one);
                }
            } else {
                self.nouns.insert(noun, who.clone());
            }
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
}
