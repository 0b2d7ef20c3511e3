//! Where people belong whom the text introduces by an office alone: "Foreign Minister Lanza".
//!
//! Owns: the nearest sign of a state: an owner ("its foreign minister"), the place at the head of the sentence ("In Lima, ..."), the
//! government that acts in the same paragraph; then home, unless home has no such office or somebody else holds it.
//! Leaves to: [`super::learn`] people with an owner beside the office.

use super::learn::owner_before;
use super::{Context, LearnedPerson, Mention, MentionKind, Names, OfficeScope, factions};
use crate::names::CodeId;
use crate::text::Text;
use crate::text::token::Kind;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Tokens in which a report introduces those at home.
const FIRST_WORDS: usize = 250;

/// Names to look back over for the other one of two.
const NAMES_BACK: usize = 20;

/// Tokens from the head of a sentence in which the verb of a state stands: "Sudan on Wednesday strongly denied".
const SPOKE: usize = 8;

/// Tokens before a name in which its office begins.
const OFFICE_WORDS: usize = 10;

impl Names<'_> {
    /// Places everybody whom nothing beside the name placed; `introduced` counts the people whom the text introduced with an office.
    pub(super) fn place_people(&mut self, text: &Text, introduced: usize, context: Context) {
        self.find_home(introduced);
        for p in 0..self.people.len() {
            let person = &self.people[p];
            if person.codes.is_empty() && person.scope == OfficeScope::Optional && !person.told {
                self.place_with_body(text, p);
            }
            let person = &self.people[p];
            if !person.codes.is_empty() || person.scope != OfficeScope::In {
                continue;
            }
            let known = self.owner_known_later(text, person).map(|code| (code, false));
            let open = || self.belongs(text, person, context.published);
            let Some((code, guessed)) = known.or_else(|| if person.told { None } else { open() }) else {
                continue;
            };
            self.people[p].codes = vec![code];
            self.people[p].guessed = guessed;
            for m in self.mentions.iter_mut().filter(|m| m.person == Some(p)) {
                m.codes = vec![code];
            }
        }
    }

    /// The owner of an office who was nobody yet when the text introduced its holder: "Ardern's adviser on trade".
    fn owner_known_later(&self, text: &Text, person: &LearnedPerson) -> Option<CodeId> {
        // "Special envoy Bo Lind, sent by President Ruiz"
        let end = person.at + person.words.len();
        if text.kind(end) == Kind::Comma
            && matches!(text.word(end + 1), "sent" | "appointed" | "dispatched" | "nominated")
            && text.word(end + 2) == "by"
        {
            let sender = self.within(end + 3..end + 8).first().filter(|m| speaks(m))?;
            return sender.codes.first().copied();
        }
        let office = self.offices.binary_search_by_key(&person.office?, |o| o.tokens.start).ok()?;
        let owner = owner_before(text, self, self.offices.get(office)?)?;
        owner
            .codes
            .first()
            .copied()
            .filter(|_| owner.kind == MentionKind::Person && owner.codes.len() == 1)
    }

    /// An organ whose name several states share belongs to the state before it, where the sentence takes place, else to home.
    pub(super) fn place_organs(&mut self, text: &Text) {
        let other = self.mentions.iter().filter(|m| m.kind != MentionKind::Organ);
        let named: BTreeSet<CodeId> = other.flat_map(|m| m.codes.iter().copied()).collect();
        for m in 0..self.mentions.len() {
            let organ = &self.mentions[m];
            if organ.kind != MentionKind::Organ || organ.tokens.is_empty() {
                continue;
            }
            let name: Vec<&str> = organ.tokens.clone().map(|i| text.word(i)).collect();
            let also = self.gazetteer.also(&name.join(" "));
            if self.has_owner(text, organ) {
                continue;
            }
            if also.is_empty() {
                // "Food and Drug Administration" in a report from Beijing that names no American
                let elsewhere = self.home_told && is_house(&name) && !organ.codes.iter().any(|c| named.contains(c));
                if let Some(home) = self.home.filter(|_| elsewhere) {
                    self.mentions[m].codes = vec![home];
                }
                continue;
            }
            let sentence = text.sentences.get(text.sentence_of(organ.tokens.start)).map(|s| s.tokens.clone());
            let local = sentence.and_then(|s| self.place_at_head(text, &s, organ.tokens.start));
            let placed = local.or(self.home).filter(|c| also.contains(c));
            // "the Foreign Office" in a report from Nairobi that names no Briton
            let house = name.iter().any(|word| matches!(*word, "office" | "ministry"));
            let foreign = self.home_told && house && !self.mentions[m].codes.iter().any(|c| named.contains(c));
            let elsewhere = || self.home.filter(|_| foreign);
            if let Some(code) = placed
                .or_else(|| self.only_one_named(&self.mentions[m].codes, also, &named))
                .or_else(elsewhere)
            {
                self.mentions[m].codes = vec![code];
            }
        }
    }

    /// Of those who have such an organ, too, the one that the text names, where it names none of its usual `owners`: "Foreign Office" in a text
    /// on Pakistan.
    fn only_one_named(&self, owners: &[CodeId], also: &[CodeId], named: &BTreeSet<CodeId>) -> Option<CodeId> {
        let mut here = also.iter().filter(|code| named.contains(code));
        let one = here.next().filter(|_| here.next().is_none())?;
        (self.home.is_none() && !owners.iter().any(|code| named.contains(code))).then_some(*one)
    }

    /// Whether a state's name stands right before a mention.
    fn has_owner(&self, text: &Text, m: &Mention) -> bool {
        let before = text
            .before(m.tokens.start)
            .map(|b| if text.kind(b) == Kind::Clitic { b.saturating_sub(1) } else { b });
        before
            .and_then(|b| self.at(b))
            .is_some_and(|o| matches!(o.kind, MentionKind::State | MentionKind::Adjective))
    }

    /// Where no dateline tells home, it is the state of whoever the text introduces first without naming a state, since only at home an
    /// office goes without one.
    fn find_home(&mut self, introduced: usize) {
        if self.home.is_none() {
            let first = self
                .people
                .iter()
                .take(introduced)
                .filter(|p| !p.told && p.at < FIRST_WORDS && p.codes.len() == 1)
                .min_by_key(|p| p.at);
            self.home = first.and_then(|p| p.codes.first().copied()).filter(|c| self.gazetteer.is_state(*c));
        }
        if self.home.is_none() {
            // what is written most of in English is not written in Pyongyang
            self.home = self.most_named(self.gazetteer.code("PRK"), 3);
        }
    }

    /// The state of somebody introduced by an office alone, and whether it is no more than a guess.
    fn belongs(&self, text: &Text, person: &LearnedPerson, day: Option<Date>) -> Option<(CodeId, bool)> {
        let sentence = text.sentences.get(text.sentence_of(person.at))?.tokens.clone();
        let office = self.office_start(text, person.at, sentence.start);
        if let Some(code) = self.owner_by_pronoun(text, office) {
            return match is_counterpart(person) {
                true => self.other_than(code, office).map(|c| (c, true)),
                false => Some((code, false)),
            };
        }
        if let Some(code) = self.place_at_head(text, &sentence, office) {
            return Some((code, false));
        }
        let role = person.role.as_deref().unwrap_or("").to_lowercase();
        if let Some(code) = self.commission(text, &role, office) {
            return Some((code, true));
        }
        if let Some(code) = self
            .acts_here(text, &sentence, office)
            .filter(|c| self.has_office(*c, &role, person, day))
        {
            return Some((code, true));
        }
        if let Some(code) = self.body_here(text, &role, office) {
            return Some((code, true));
        }
        if let Some(code) = self
            .spoke_before(text, &sentence)
            .filter(|c| self.has_office(*c, &role, person, day))
        {
            return Some((code, true));
        }
        match self.home {
            Some(home) if self.has_office(home, &role, person, day) => Some((home, true)),
            home => self
                .near(text, person.at)
                .or_else(|| self.most_named(home, 2))
                .or(home)
                .map(|c| (c, true)),
        }
    }

    /// Where the office before the name at `at` begins.
    fn office_start(&self, text: &Text, at: usize, sentence: usize) -> usize {
        let from = at.saturating_sub(OFFICE_WORDS).max(sentence);
        let office = self.offices_within(from..at).iter().map(|o| o.tokens.start).next();
        let mut start = office.unwrap_or(at);
        // "its new deputy foreign minister"
        while start > from && text.kind(start - 1) == Kind::Word && (is_pronoun(text.word(start - 1)) || self.is_loose(text, start - 1)) {
            start -= 1;
            if is_pronoun(text.word(start)) {
                break;
            }
        }
        start
    }

    fn is_loose(&self, text: &Text, i: usize) -> bool {
        !self.is_name(i)
            && matches!(
                text.word(i),
                "new" | "deputy" | "chief" | "top" | "senior" | "acting" | "interim" | "former" | "own" | "vice" | "outgoing" | "then"
            )
    }

    /// "its foreign minister": the last named before it in the sentence, else who opens the sentence before.
    fn owner_by_pronoun(&self, text: &Text, office: usize) -> Option<CodeId> {
        let pronoun = text.word(office);
        if !is_pronoun(pronoun) {
            return None;
        }
        let human = matches!(pronoun, "his" | "her");
        let sentence = text.sentence_of(office);
        let start = text.sentences.get(sentence)?.tokens.start;
        let fits = |m: &&Mention| speaks(m) && (!human || m.kind == MentionKind::Person);
        if let Some(m) = self.within(start..office).iter().find(fits) {
            return m.codes.first().copied();
        }
        let before = text.sentences.get(sentence.checked_sub(1)?)?.tokens.clone();
        let start = text.report_start(before.start);
        // "The rebels refused. Their chief negotiator, Bo Lind"
        if !human && (start..before.end.min(start + 3)).any(|i| factions::is_rebel(text.word(i).trim_end_matches('s'))) {
            return factions::only_armed(self).and_then(|m| m.codes.first().copied());
        }
        self.within(start..before.end)
            .iter()
            .find(fits)
            .and_then(|m| m.codes.first().copied())
    }

    /// Who stands against the state of "his" in "his counterpart, Bo Lind": the other one that was named last.
    fn other_than(&self, owner: CodeId, at: usize) -> Option<CodeId> {
        let before = self.mentions.partition_point(|m| m.tokens.end <= at);
        let other = |m: &&Mention| m.kind != MentionKind::Person && speaks(m) && m.codes != [owner] && self.gazetteer.is_state(m.codes[0]);
        let m = self.mentions[..before].iter().rev().take(NAMES_BACK).find(other)?;
        m.codes.first().copied()
    }

    /// "In Lima, the minister": the place with which the sentence opens.
    pub(crate) fn place_at_head(&self, text: &Text, sentence: &Range<usize>, office: usize) -> Option<CodeId> {
        let start = text.report_start(sentence.start);
        let at = start + usize::from(text.kind(start) == Kind::Quote);
        let m = self.at(at + 1).filter(|_| matches!(text.word(at), "in" | "from"))?;
        let place = matches!(m.kind, MentionKind::Seat | MentionKind::State) && m.tokens.end <= office;
        m.codes.first().copied().filter(|_| place && office - at <= 16)
    }

    /// The government that opens this sentence or one before it in the paragraph.
    fn acts_here(&self, text: &Text, sentence: &Range<usize>, office: usize) -> Option<CodeId> {
        let index = text.sentence_of(sentence.start);
        // "..., Deputy Minister X said": the sentence before the comma is what he said
        let attribution = office > sentence.start && matches!(text.kind(office - 1), Kind::Comma | Kind::Quote);
        let own = Some(index).filter(|_| !attribution && office > sentence.start);
        own.into_iter()
            .chain(text.earlier_in_paragraph(index))
            .find_map(|s| self.closes(text, s, office).or_else(|| self.opens(text, s, office)))
    }

    /// "Sudan denied the raid." and in the next paragraph ""It is a lie," Foreign Minister Bo Lind said.": the state that spoke in the sentence
    /// before a paragraph which a quotation opens.
    fn spoke_before(&self, text: &Text, sentence: &Range<usize>) -> Option<CodeId> {
        let index = text.sentence_of(sentence.start);
        let opens = text.paragraph_tokens.get(text.sentences.get(index)?.paragraph)?.start == sentence.start;
        let before = index.checked_sub(1).filter(|_| opens && text.kind(sentence.start) == Kind::Quote)?;
        let code = self.opens(text, before, sentence.start)?;
        let tokens = text.sentences.get(before)?.tokens.clone();
        let from = text.report_start(tokens.start);
        let spoke = (from..tokens.end.min(from + SPOKE)).any(|i| is_spoken(text.word(i)));
        spoke.then_some(code)
    }

    /// The state by which something was done at the end of sentence `s`: "was rejected by Lima."
    fn closes(&self, text: &Text, s: usize, before: usize) -> Option<CodeId> {
        let tokens = text.sentences.get(s)?.tokens.clone();
        let end = tokens.end.checked_sub(1).filter(|e| *e < before && text.kind(*e) == Kind::Stop)?;
        let m = self.at(end.checked_sub(1)?)?;
        let by = m.tokens.start.checked_sub(1)?;
        let agent = text.word(by) == "by" && matches!(m.kind, MentionKind::State | MentionKind::Seat | MentionKind::Organ);
        m.codes.first().copied().filter(|c| agent && self.gazetteer.is_state(*c))
    }

    /// The state that is the first word of sentence `s`, as its subject.
    fn opens(&self, text: &Text, s: usize, before: usize) -> Option<CodeId> {
        let tokens = text.sentences.get(s)?.tokens.clone();
        let start = text.report_start(tokens.start);
        let first = start + usize::from(text.word(start) == "the");
        let m = self.at(first).filter(|m| m.tokens.start == first && m.tokens.end <= before)?;
        // "The Chilean government", "French officials"
        let adjective = m.kind == MentionKind::Adjective
            && self.offices_within(m.tokens.end..m.tokens.end + 3).first().is_some_and(|o| {
                o.scope == OfficeScope::In && o.tokens.start == m.tokens.end && o.tokens.end <= before && (o.plural || !o.class.is_person())
            });
        let acts = adjective || matches!(m.kind, MentionKind::State | MentionKind::Seat | MentionKind::Organ);
        // "Peru's reply was swift."
        let replies = matches!(text.word(m.tokens.end + 1), "response" | "reply" | "reaction" | "answer");
        let alone = !matches!(text.kind(m.tokens.end), Kind::Clitic | Kind::Hyphen) && !matches!(text.word(m.tokens.end), "and" | "or");
        let alone = alone || text.kind(m.tokens.end) == Kind::Clitic && replies;
        m.codes.first().copied().filter(|c| acts && alone && self.gazetteer.is_state(*c))
    }

    /// Whether `code` can have somebody in this office: the United States have no ministers, and nobody has two presidents. Of ministers the table knows
    /// the terms by the year, and many in one spelling of several: whom it does not know may have followed whom it does.
    fn has_office(&self, code: CodeId, role: &str, person: &LearnedPerson, day: Option<Date>) -> bool {
        if !self.gazetteer.has_office(code, role) {
            return false;
        }
        let role = ["interim ", "acting ", "ousted ", "deposed "]
            .iter()
            .fold(role, |r, w| r.strip_prefix(w).unwrap_or(r));
        if !matches!(role, "president" | "prime minister" | "chancellor") {
            return true;
        }
        let is_named = |name: &str| {
            let own = |word: &str| person.words.iter().any(|w| *w == word.to_lowercase());
            name.split_whitespace().any(own)
        };
        match day {
            Some(day) => self.gazetteer.holder(code, role, day).is_none_or(is_named),
            // in a text without a day: of these the table holds all
            None => {
                let whole = matches!(
                    (self.gazetteer.code_text(code), role),
                    ("USA" | "FRA" | "RUS", "president") | ("GBR", "prime minister") | ("DEU", "chancellor")
                );
                !whole || self.gazetteer.holders(code, role).any(is_named)
            }
        }
    }

    /// The last state named before token `at` in its paragraph that is not home.
    fn near(&self, text: &Text, at: usize) -> Option<CodeId> {
        let sentence = text.sentences.get(text.sentence_of(at))?;
        let start = text.paragraph_tokens.get(sentence.paragraph)?.start;
        let foreign = |m: &&Mention| {
            matches!(m.kind, MentionKind::State | MentionKind::Adjective | MentionKind::Seat)
                && m.codes
                    .first()
                    .is_some_and(|c| self.gazetteer.is_state(*c) && Some(*c) != self.home)
        };
        let m = self.within(start..at).iter().rfind(foreign)?;
        m.codes.first().copied()
    }

    /// The state named most often, if it is named `least` times; `but` does not count.
    fn most_named(&self, but: Option<CodeId>, least: usize) -> Option<CodeId> {
        let mut counts: BTreeMap<CodeId, usize> = BTreeMap::new();
        for m in self.mentions.iter().filter(|m| m.kind != MentionKind::Person && m.codes.len() == 1) {
            *counts.entry(m.codes[0]).or_default() += 1;
        }
        let best = counts
            .into_iter()
            .filter(|(code, n)| *n >= least && Some(*code) != but && self.gazetteer.is_state(*code))
            .max_by_key(|(code, n)| (*n, std::cmp::Reverse(*code)));
        best.map(|(code, _)| code)
    }
}

/// Verbs of states that speak, as reports begin with them.
fn is_spoken(word: &str) -> bool {
    matches!(
        word,
        "accepted"
            | "accused"
            | "agreed"
            | "announced"
            | "apologised"
            | "apologized"
            | "appealed"
            | "asked"
            | "backed"
            | "called"
            | "condemned"
            | "confirmed"
            | "criticised"
            | "criticized"
            | "defended"
            | "demanded"
            | "denied"
            | "denounced"
            | "dismissed"
            | "expressed"
            | "insisted"
            | "offered"
            | "opposed"
            | "pledged"
            | "promised"
            | "proposed"
            | "protested"
            | "refused"
            | "rejected"
            | "said"
            | "threatened"
            | "urged"
            | "voiced"
            | "vowed"
            | "warned"
            | "welcomed"
    )
}

/// "Food and Drug Administration", "Atomic Energy Agency": a name that the houses of other states have, too, by its last word.
fn is_house(name: &[&str]) -> bool {
    let last = name.last().copied().unwrap_or("");
    name.len() > 2 && matches!(last, "administration" | "agency" | "authority" | "board" | "bureau" | "commission")
}

fn is_counterpart(person: &LearnedPerson) -> bool {
    person.role.as_deref().is_some_and(|r| r.to_lowercase().ends_with("counterpart"))
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "its" | "his" | "her" | "their")
}

pub(super) fn speaks(m: &Mention) -> bool {
    !matches!(m.kind, MentionKind::Media | MentionKind::Blocked) && m.codes.len() == 1
}
