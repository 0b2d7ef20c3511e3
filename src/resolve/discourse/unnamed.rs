//! Phrases without a name that tells: "both sides", "his spokesman", "the communique", "the Foreign Ministry".
//!
//! Owns: the order of the ways, terms that stand for one party by custom, who gave out a document, and home as the last word.
//! Leaves to: [`super::owned`] offices of a body told before, [`super::noun`] the noun that was told before, [`super::set`] those who act together.

use super::{Discourse, NAMES_BACK, Voice, Who};
use crate::names::{CodeId, OfficeClass, OfficeHit};
use crate::resolve::trail::{Trail, Way};
use crate::resolve::{Scope, groups, pronouns};
use crate::statement::{Basis, Genre};
use crate::text::token::Kind;
use std::collections::BTreeMap;
use std::ops::Range;

/// Words in which a sentence that opens with a place comes to its subject.
const PLACE_WORDS: usize = 16;

impl Discourse<'_> {
    /// A phrase without a name that tells.
    pub(super) fn unnamed(&self, np: Range<usize>, voice: &Voice, mut who: Who, unknown: bool) -> Who {
        // "all sides" of the news are nobody in particular
        if self.genre == Genre::News && self.text.word(np.start) == "all" && groups::is_vague(self.text, np.clone()) {
            return Who {
                plural: true,
                basis: Some(Basis::Implied),
                ..who
            };
        }
        let other = self
            .counterpart(&np, voice)
            .or_else(|| self.one_of_two(&np))
            .or_else(|| self.the_other(&np));
        if let Some(known) = other.or_else(|| self.of_those_told(&np).filter(|_| !unknown)) {
            return known;
        }
        if let Some(pronoun) = pronouns::possessive(self.text.word(np.start)) {
            if groups::is_against(self.text, &np) || groups::is_people(self.text, &np) {
                return Who {
                    scope: Scope::Unknown,
                    ..who
                };
            }
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
        let owned = self.owned_by_told(&np).or_else(|| self.spoken_for(&np, voice).filter(|_| !unknown));
        if let Some(known) = self.in_apposition(&np).or_else(|| self.named_behind(&np)).or(owned) {
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
        if self.genre == Genre::News
            && self.is_members(&np)
            && let Some(known) = self.by_kind(np.clone())
        {
            return known;
        }
        if let Some(group) = self.known_group(&np).filter(|_| !unknown) {
            return group;
        }
        if self.genre == Genre::News
            && groups::size(self.text, np.clone()).is_some_and(|n| n > 1)
            && groups::is_group(self.text, np.clone())
        {
            // "both sides" are never one
            let several = self.by_noun(np.clone()).filter(|w| w.codes.len() > 1);
            return several.unwrap_or(Who {
                scope: Scope::In,
                plural: true,
                basis: Some(Basis::Implied),
                trail: Way::Nobody.into(),
                ..Who::default()
            });
        }
        if who.scope == Scope::In
            && !unknown
            && let Some(code) = self.place_before(np.clone())
        {
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
        self.office_of_home(np, who, unknown)
    }

    /// "both sides", "the three ministers": those who were told together.
    fn known_group(&self, np: &Range<usize>) -> Option<Who> {
        if !groups::is_group(self.text, np.clone()) {
            return None;
        }
        let size = groups::size(self.text, np.clone());
        if size.is_none()
            && let Some(known) = self.by_noun(np.clone()).filter(|w| w.codes.len() > 1)
        {
            return Some(known);
        }
        if let Some(known) = self.by_noun(np.clone()).filter(|w| Some(w.codes.len()) == size)
            && let Some(told) = known.trail.told.as_ref()
            && !self.acted_since(told.end, np.start, &known.codes)
        {
            return Some(Who {
                basis: Some(Basis::Group),
                ..known
            });
        }
        let set = || match groups::is_of_states(self.text, np.clone()) {
            true => self.set_of_states(np.start, size),
            false => self.set(np.start, size),
        };
        // "The Ministers", "The Heads of Delegation" of a text that one body gives out
        let own = || {
            let theirs = self.genre == Genre::Joint && self.parties.len() == 1 && size.is_none();
            theirs.then(|| (self.parties.clone(), Trail::from(Way::Parties)))
        };
        let (codes, trail) = self.pair_in_sentence(np.clone(), size).or_else(set).or_else(own)?;
        Some(Who {
            codes,
            trail,
            scope: Scope::In,
            plural: true,
            human: true,
            basis: Some(Basis::Group),
            ..Who::default()
        })
    }

    /// "Foreign ministers agreed": those of the body that the text spoke of last, else of those who last acted together, never of home.
    fn of_meeting(&self, mut who: Who) -> Who {
        let body = self
            .thing
            .as_ref()
            .or(self.group.as_ref())
            .filter(|w| !w.codes.is_empty() && self.is_body(&w.codes));
        if let Some(body) = body {
            who.codes = body.codes.clone();
            who.trail = body.trail.clone();
        }
        who.plural = true;
        who
    }

    /// An office without a name and without a state: "the Foreign Ministry" is that of home, where home has such an office, else that of the
    /// state last spoken of.
    fn office_of_home(&self, np: Range<usize>, mut who: Who, unknown: bool) -> Who {
        who.basis = Some(Basis::Implied);
        if unknown && who.scope == Scope::In {
            who.scope = Scope::Unknown;
        }
        who.trail = Way::Nobody.into();
        if groups::is_regional(self.text, &np) {
            return who;
        }
        let bare = groups::is_bare(self.text, &np) || groups::is_summit(self.text, &np);
        if who.scope == Scope::In && !unknown && self.genre == Genre::News && bare && !self.is_of_others(&np) {
            return self.of_meeting(who);
        }
        let nobody = unknown
            || who.scope != Scope::In
            || groups::is_armed(self.text, &np)
            || groups::is_against(self.text, &np)
            || self.is_unknown_person(&np)
            || matches!(self.genre, Genre::Resolution | Genre::BodyStatement)
            || groups::is_of_many(self.text, np.clone());
        if nobody {
            return who;
        }
        let offices = self.names.offices_within(np.clone());
        let spokes = offices.iter().any(|o| o.class == OfficeClass::Spokesperson);
        // a text that one state gives out speaks of its own offices
        let giver = self
            .parties
            .first()
            .copied()
            .filter(|c| self.parties.len() == 1 && self.names.gazetteer.is_state(*c));
        let giver = giver.filter(|_| self.genre != Genre::News && !self.names.home_told);
        let home = giver.or(self.names.home).filter(|h| {
            let has = |o: &OfficeHit| self.names.gazetteer.has_office(*h, &self.phrase(o.tokens.clone()));
            offices.iter().all(has)
        });
        // what is written in English is not written in Pyongyang, whose offices are called by its name
        let state = self.state.and_then(|s| self.writes_english(s, np.start));
        if spokes && let Some((code, told)) = self.spoke_before(&np) {
            who.codes = vec![code];
            who.trail = Trail::told(Way::LastState, Some(told));
            return who;
        }
        // "Peru's spy agency told lawmakers": those of the state that the sentence names
        let near = self
            .state_told
            .as_ref()
            .is_some_and(|t| self.text.sentence_of(t.start) == self.text.sentence_of(np.start));
        // "Peruvian sources said the minister had left": theirs, where nothing tells from where the text comes
        let plain = self.text.word(np.start) != "the" || !self.names.home_told;
        if let Some(code) = state.filter(|_| near && plain).or(home).or(state) {
            who.codes = vec![code];
            let home = self.names.home == Some(code);
            who.trail = if home { Way::Home } else { Way::LastState }.into();
        }
        who
    }

    /// "Chile rejected the plan. "We ...", a government spokesman said.": the state that acted in the sentence before, where no dateline
    /// says whose spokesmen need no state.
    fn spoke_before(&self, np: &Range<usize>) -> Option<(CodeId, Range<usize>)> {
        let (code, told) = self.spoke.clone().filter(|_| !self.names.home_told)?;
        let last = self.text.sentence_of(np.start).checked_sub(1)?;
        (self.text.sentence_of(told.start) >= last).then_some((code, told))
    }

    /// The state, or where it is North Korea the other one that was named most.
    fn writes_english(&self, state: CodeId, at: usize) -> Option<CodeId> {
        let other = |c: CodeId| self.names.gazetteer.is_state(c) && self.names.gazetteer.code_text(c) != "PRK";
        if other(state) {
            return Some(state);
        }
        let before = self.names.mentions.partition_point(|m| m.tokens.end <= at);
        let named = self.names.mentions[..before].iter().rev().take(NAMES_BACK);
        let mut counts: BTreeMap<CodeId, usize> = BTreeMap::new();
        for code in named.filter_map(|m| m.codes.first().copied()).filter(|c| other(*c)) {
            *counts.entry(code).or_default() += 1;
        }
        let most = counts.into_iter().max_by_key(|(code, n)| (*n, std::cmp::Reverse(*code)));
        most.map(|(code, _)| code)
    }

    /// Terms that stand for one party by custom or by the document's own definition.
    pub(super) fn defined(&self, np: Range<usize>) -> Option<Who> {
        let head = np.end.checked_sub(1)?;
        let definite = self.text.word(np.start) == "the" && np.len() == 2 && self.text.tokens.get(head).is_some_and(|t| t.capital);
        // "Council also recalls"
        let bare = np.len() == 1 && self.text.tokens.get(head).is_some_and(|t| t.capital);
        let definite_noun = self.text.word(np.start) == "the" && np.len() == 2;
        let code = |c: &str| self.names.gazetteer.code(c).map(|c| vec![c]);
        let before = self.text.word(head.saturating_sub(1));
        let definite_small = self.text.word(np.start) == "the" && np.len() == 3;
        if self.is_secretary_general(&np) {
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
            "pope" | "pontiff" if np.len() <= 2 => code("VAT"),
            "department" if definite_small && matches!(before, "state" | "justice" | "treasury" | "commerce" | "defense") => code("USA"),
            "house" if definite_small && before == "white" => code("USA"),
            "allies" if np.len() == 2 && self.genre == Genre::News && self.text.word(np.start) == "the" => {
                code("NATO").filter(|c| self.names.mentions.iter().any(|m| m.codes == *c && m.tokens.end <= np.start))
            }
            "north" if definite => code("PRK"),
            "south" if definite => code("KOR"),
            "union" if definite => code("EU"),
            // "The Conference welcomed": those whose text it is
            "authority" | "conference" | "summit" | "assembly" | "council" | "forum" | "group" | "meeting"
                if (definite_noun || bare)
                    && self.genre == Genre::Joint
                    && (self.parties.len() == 1 || !self.nouns.contains_key(self.text.word(head))) =>
            {
                Some(self.parties.clone())
            }
            "council" | "assembly" if (np.len() == 2 || bare) && matches!(self.genre, Genre::Resolution | Genre::BodyStatement) => {
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

    /// Whether the phrase ends in "secretary-general", in whatever way that is printed.
    fn is_secretary_general(&self, np: &Range<usize>) -> bool {
        let last = self.text.word(np.end - 1);
        let before = |back: usize| {
            np.end
                .checked_sub(back)
                .filter(|i| *i >= np.start)
                .map_or("", |i| self.text.word(i))
        };
        let parted = || before(2).ends_with("secretary") || before(2) == "-" && before(3).ends_with("secretary");
        last.ends_with("secretary-general") || last == "general" && parted()
    }

    /// Who gave out the document of the phrase: a joint one those who last acted together, another whoever was told to have given it.
    fn issuer(&self, np: Range<usize>) -> Who {
        let noun = groups::head_noun(self.text, np.clone()).map_or("", |head| self.text.word(head));
        if self.genre == Genre::News {
            // "a statement from the two ministries", also where the phrase ends before it: "said a statement from"
            let from = (np.start + 1..np.end + 1).find(|i| matches!(self.text.word(*i), "from" | "by" | "of"));
            let ends = |i: &usize| matches!(self.text.kind(*i), Kind::Comma | Kind::Stop | Kind::Quote | Kind::Dash);
            if let Some(from) = from
                && let end = if from < np.end {
                    np.end
                } else {
                    (from..from + 14).find(ends).unwrap_or(from + 14)
                }
                && let giver = self.who(from + 1..end, &Voice::Outer)
                && !giver.codes.is_empty()
            {
                return giver;
            }
            if let Some(giver) = self.signed_by(np.end) {
                return giver;
            }
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
            if groups::is_letter(noun) {
                return Who::default();
            }
        }
        self.all_parties()
    }

    /// "The statement, signed by Peru, Chile and Norway, urges": whom a participle behind the comma at `comma` names, up to the last comma
    /// before another word than a name.
    fn signed_by(&self, comma: usize) -> Option<Who> {
        const SIGNERS: usize = 30;
        let given = groups::is_given(self.text.word(comma + 1)) || self.text.word(comma + 1) == "endorsed";
        if self.text.kind(comma) != Kind::Comma || !given || self.text.word(comma + 2) != "by" {
            return None;
        }
        let closes =
            |i: &usize| self.text.kind(*i) == Kind::Comma && !self.names.is_name(i + 1) && !matches!(self.text.word(i + 1), "the" | "and");
        let end = (comma + 3..comma + SIGNERS).find(|i| closes(i) || self.text.kind(*i) == Kind::Stop)?;
        Some(self.who(comma + 3..end, &Voice::Outer)).filter(|w| !w.codes.is_empty())
    }

    /// The state of the place with which the sentence opens: "In Lima, the foreign ministry".
    fn place_before(&self, np: Range<usize>) -> Option<CodeId> {
        let own = self.text.sentence_of(np.start);
        let here = |s: usize, at: usize| self.names.place_at_head(self.text, &self.text.sentences.get(s)?.tokens, at);
        // "In Lima, the minister was cautious. ..., the spokesman said": the paragraph stays there
        let mut earlier = self.text.earlier_in_paragraph(own);
        here(own, np.start).or_else(|| earlier.find_map(|s| here(s, self.text.sentences[s].tokens.start + PLACE_WORDS)))
    }
}
