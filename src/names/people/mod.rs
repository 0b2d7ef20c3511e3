//! People after they were introduced: later mentions by surname, and people whom only the table knows.
//!
//! Owns: which person a surname means. The latest introduced of that name wins, unless an office before it tells otherwise.
//! Leaves to: [`called`] how somebody is called, [`table`] who held an office when, [`super::learn`] the introductions.

mod called;
mod table;

pub(super) use table::{by_table, of_office};

use super::gazetteer::{CodeId, OfficeScope};
use super::learn::{Learned, is_no_name, name_at};
use super::{Context, Mention, MentionKind, Names};
use crate::text::Text;
use crate::text::token::Kind;
use called::{Candidate, calls_by_name, clear_name, is_one_letter_off, is_word, keys, shares_noun, surnames, titled};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use table::{by_title, of_text};

/// A person of this document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearnedPerson {
    /// The fullest name that the document gives.
    pub name: String,
    /// The office with which the person was introduced, or that of the table.
    pub role: Option<String>,
    /// For whom the person speaks; empty where nobody said.
    pub codes: Vec<CodeId>,
    /// The name's tokens in lower case.
    pub(super) words: Vec<String>,
    /// Token at which the person is introduced.
    pub at: usize,
    /// Token at which the office begins with which the text introduces the person.
    pub(super) office: Option<usize>,
    /// The text itself said for whom.
    pub told: bool,
    /// Nobody said for whom, so it is taken to be home.
    pub guessed: bool,
    /// Acts for a party or a movement that no table knows.
    pub of_faction: bool,
    /// Whether the person may speak in a statement.
    pub scope: OfficeScope,
}

/// Offices whose holders a report calls by surname alone, and everybody knows them.
const WELL_KNOWN: [&str; 21] = [
    "president",
    "prime minister",
    "chancellor",
    "premier",
    "leader",
    "foreign minister",
    "foreign secretary",
    "secretary of state",
    "secretary-general",
    "general secretary",
    "high representative",
    "foreign ministry spokes",
    "state department spokes",
    "press secretary",
    "secretary of defense",
    "national security advisor",
    "united nations",
    "kremlin",
    "speaker",
    "director-general",
    "pope",
];

/// Later mentions of the people in `names`, and the people whom the table knows by a full or short name.
pub(super) fn later(text: &Text, names: &Names, context: Context) -> Learned {
    let mut counts: FxHashMap<usize, u32> = FxHashMap::default();
    for person in names.mentions.iter().filter_map(|m| m.person) {
        *counts.entry(person).or_default() += 1;
    }
    let mut later = Later {
        text,
        names,
        context,
        by_surname: surnames(&names.people, names.home, names.gazetteer),
        tables: FxHashMap::default(),
        counts,
        learned: Learned::default(),
        strangers: FxHashSet::default(),
    };
    let mut i = 0;
    while i < text.tokens.len() {
        let token = &text.tokens[i];
        let taken = names.at(i).is_some_and(|m| m.kind != MentionKind::Person || m.person.is_some());
        if token.kind != Kind::Word || !token.capital || taken {
            i += 1;
            continue;
        }
        match later.surname_at(i) {
            Some(mention) => {
                i = mention.tokens.end;
                *later.counts.entry(mention.person.unwrap_or(usize::MAX)).or_default() += 1;
                later.learned.mentions.push(mention);
            }
            None => i += 1,
        }
    }
    later.learned
}

/// Letters of a participle; "Jing" and "Ying" are names.
const PARTICIPLE: usize = 6;

/// The way through a text, surname by surname.
struct Later<'a> {
    text: &'a Text<'a>,
    names: &'a Names<'a>,
    context: Context<'a>,
    by_surname: FxHashMap<String, Vec<Candidate>>,
    /// What the table said of a name the first time.
    tables: FxHashMap<String, Option<usize>>,
    /// How often each person was named so far.
    counts: FxHashMap<usize, u32>,
    learned: Learned,
    /// Family names of people whom nobody knows: alone they are not those of the table.
    strangers: FxHashSet<String>,
}

impl Later<'_> {
    fn person(&self, index: usize) -> Option<&LearnedPerson> {
        let known = self.names.people.len();
        self.names
            .people
            .get(index)
            .or_else(|| self.learned.people.get(index.checked_sub(known)?))
    }

    fn surname_at(&mut self, i: usize) -> Option<Mention> {
        let text = self.text;
        let word = text.word(i);
        if is_no_name(word) {
            return None;
        }
        let titled = titled(text, self.names, i);
        // "Major General Lind", "Major Lind": a rank, and no family name
        let rank = word == "major" && text.tokens.get(i + 1).is_some_and(|t| t.capital && t.kind == Kind::Word);
        if rank || is_word(word) && titled.is_none() && !clear_name(text, i, word != "will" && self.by_surname.contains_key(word)) {
            return None;
        }
        let run = self.of_table_whole(i).or_else(|| name_at(text, self.names, i))?;
        let words: Vec<&str> = run.clone().map(|t| text.word(t)).collect();
        let index = match self.introduced(i, &words, titled.as_deref()) {
            Some(index) => index,
            None if self.opens_with_verb(i, &words) => return None,
            None => match self.of_table(run.clone(), &words, titled) {
                Some(index) => index,
                None => self.misspelt(&run, &words)?,
            },
        };
        Some(Mention {
            tokens: run,
            kind: MentionKind::Person,
            codes: self.person(index)?.codes.clone(),
            person: Some(index),
        })
    }

    /// "Accusing Putin of", "Denounce Nicolás Maduro": the first word of a sentence is no given name where it ends as a participle does, or where
    /// the table has the full name behind it and not with it.
    fn opens_with_verb(&self, i: usize, words: &[&str]) -> bool {
        let Some((first, rest)) = words.split_first().filter(|(_, rest)| !rest.is_empty()) else {
            return false;
        };
        let sentence = self.text.sentences.get(self.text.sentence_of(i));
        let opens = sentence.is_some_and(|s| s.tokens.start == i) || i > 0 && self.text.kind(i - 1) == Kind::Quote;
        let known = |words: &[&str]| {
            let entries = self.names.gazetteer.phrase(&words.join(" "));
            entries.iter().any(|e| e.person.is_some())
        };
        let participle = first.ends_with("ing") && first.len() >= PARTICIPLE;
        opens && !known(words) && (participle || rest.len() > 1 && known(rest))
    }

    /// A name of the table whose last word is no name elsewhere: "Liu He" inside a sentence.
    fn of_table_whole(&self, i: usize) -> Option<Range<usize>> {
        let last = i + 1;
        let capital = self
            .text
            .tokens
            .get(last)
            .is_some_and(|t| t.capital && t.kind == Kind::Word && t.spaced);
        if !capital || !is_no_name(self.text.word(last)) || self.text.sentence_of(i) != self.text.sentence_of(last) {
            return None;
        }
        let key = format!("{} {}", self.text.word(i), self.text.word(last));
        let known = self.names.gazetteer.phrase(&key).iter().any(|e| e.person.is_some());
        known.then_some(i..last + 1)
    }

    /// The person of the text with this name: by the whole run, then its last word, then its first.
    fn introduced(&self, i: usize, words: &[&str], titled: Option<&str>) -> Option<usize> {
        let whole = words.join(" ");
        let tries = match words {
            [] | [_] => [Some(whole.as_str()), None, None],
            [first, .., last] => [Some(whole.as_str()), Some(last), Some(first)],
        };
        tries.into_iter().flatten().find_map(|key| {
            let candidates = self.by_surname.get(key)?;
            let fits = |c: &&Candidate| self.fits(c, i, words, titled);
            let by_title = titled.and_then(|title| {
                candidates.iter().filter(fits).rfind(|c| {
                    self.person(c.person)
                        .and_then(|p| p.role.as_deref())
                        .is_some_and(|r| shares_noun(r, title))
                })
            });
            let latest = || {
                let before = candidates.iter().filter(fits).filter(|c| c.at <= i);
                before.max_by_key(|c| (self.counts.get(&c.person).copied().unwrap_or(0), c.at))
            };
            let chosen = by_title.or_else(latest).or_else(|| candidates.iter().find(fits));
            chosen.map(|c| c.person)
        })
    }

    /// Whether all words of the run belong to the person, initials apart: "Hunter Biden" is not "Joe Biden".
    fn fits(&self, c: &Candidate, i: usize, words: &[&str], titled: Option<&str>) -> bool {
        let Some(p) = self.person(c.person) else { return false };
        let same = words
            .iter()
            .all(|w| p.words.iter().any(|own| own == w) || w.trim_end_matches('.').chars().count() == 1 || *w == "-");
        let weak = c.weak && words.len() == 1 && titled.is_none() && c.at > i;
        same && !weak
    }

    /// The only person introduced before whose surname differs by one letter: the second spelling of a name that a report writes in two
    /// ways. Short names differ too little, and a word that is followed by another capital is the name of something else.
    #[allow(clippy::disallowed_methods, reason = "what is found is sorted by person")]
    fn misspelt(&self, run: &Range<usize>, words: &[&str]) -> Option<usize> {
        let [given @ .., word] = words else { return None };
        let sentence = self.text.sentences.get(self.text.sentence_of(run.start))?.tokens.start;
        let acts = matches!(
            self.text.word(run.end),
            "said" | "told" | "added" | "says" | "also" | "has" | "had" | "was" | "'s" | "’s"
        );
        let free = self.names.offices_within(run.clone()).is_empty() && (run.start > sentence || acts);
        let least = if given.is_empty() { 6 } else { 3 };
        if word.chars().count() < least || !free || given.len() > 2 {
            return None;
        }
        let near = self.by_surname.iter().filter(|(key, _)| is_one_letter_off(key, word));
        // with the given names before it, which are the same
        let same = |c: &Candidate| {
            given.is_empty()
                || self
                    .person(c.person)
                    .and_then(|p| p.words.split_last())
                    .is_some_and(|(_, before)| before == given)
        };
        let mut near: Vec<&Candidate> = near
            .flat_map(|(_, c)| c)
            .filter(|c| !c.weak && c.at < run.start && same(c))
            .collect();
        near.sort_by_key(|c| c.person);
        let codes = |c: &Candidate| self.person(c.person).map(|p| p.codes.as_slice());
        let first = near.first()?;
        near.iter().all(|c| codes(c) == codes(first)).then_some(first.person)
    }

    /// A person of the table by a short name, or somebody whom only a title tells; an unknown given name makes it somebody else.
    fn of_table(&mut self, run: Range<usize>, words: &[&str], titled: Option<String>) -> Option<usize> {
        let key = words.join(" ");
        if words.len() == 1 && titled.is_none() && self.strangers.contains(&key) {
            return None;
        }
        let index = match self.tables.get(&key) {
            Some(known) => *known,
            None => {
                let index = self.introduce(run.start, words, titled.as_deref());
                self.tables.insert(key, index);
                index
            }
        };
        if index.is_none() {
            self.strangers.extend(words.iter().skip(1).map(|word| word.to_string()));
        }
        index.or_else(|| {
            titled
                .filter(|_| words.len() == 1 && calls_by_name(self.text, self.names, run.start))
                .map(|title| self.unplaced(run, title))
        })
    }

    fn introduce(&mut self, at: usize, words: &[&str], title: Option<&str>) -> Option<usize> {
        let gazetteer = self.names.gazetteer;
        let day = self.context.published;
        let known = by_table(gazetteer, words, day).or_else(|| by_title(gazetteer, words, title?))?;
        let known = if day.is_none() { of_text(self.names, known) } else { known };
        // without a day a bare surname tells only those whom everybody calls by it
        if day.is_none() && words.len() == 1 && title.is_none() && !WELL_KNOWN.iter().any(|role| known.role.contains(role)) {
            return None;
        }
        let codes = vec![known.code];
        let full: Vec<String> = known.name.split_whitespace().map(str::to_lowercase).collect();
        let keys = keys(&full, &codes, gazetteer);
        let index = self.add(LearnedPerson {
            name: known.name.to_string(),
            role: Some(known.role.to_string()).filter(|r| !r.is_empty()),
            codes,
            words: full,
            at,
            office: None,
            told: false,
            guessed: false,
            of_faction: false,
            scope: OfficeScope::In,
        });
        for (k, key) in keys.into_iter().enumerate() {
            self.by_surname.entry(key).or_default().push(Candidate {
                person: index,
                at,
                weak: k > 1,
            });
        }
        Some(index)
    }

    /// Somebody whom the text only calls by office and surname, and for nobody: "Minister Lind".
    fn unplaced(&mut self, run: Range<usize>, title: String) -> usize {
        let office = self
            .names
            .offices
            .binary_search_by_key(&run.start, |o| o.tokens.end)
            .ok()
            .and_then(|o| self.names.offices.get(o));
        let word = self.text.word(run.start).to_string();
        let index = self.add(LearnedPerson {
            name: self.text.slice(self.text.place(run.clone())).to_string(),
            role: Some(title),
            codes: Vec::new(),
            words: vec![word.clone()],
            at: run.start,
            office: None,
            told: false,
            guessed: false,
            of_faction: false,
            // "Mr Lind" may be anybody
            scope: office.map_or(OfficeScope::Optional, |o| o.scope),
        });
        self.by_surname.entry(word).or_default().push(Candidate {
            person: index,
            at: run.start,
            weak: false,
        });
        index
    }

    fn add(&mut self, person: LearnedPerson) -> usize {
        self.learned.people.push(person);
        self.names.people.len() + self.learned.people.len() - 1
    }
}
