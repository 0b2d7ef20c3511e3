//! From the tables to phrases by their words.
//!
//! Owns: the form of `rules/gazetteer/*.tsv`.
//! Leaves to: the tables themselves the knowledge.

use super::letters::letters;
use super::{ALONE, CodeId, Entry, Gazetteer, Info, KnownPerson, LONGEST, Office, OfficeClass, OfficeScope};
use crate::compiled;
use crate::names::MentionKind;
use crate::statement::{Entity, EntityKind};
use crate::text::token::Phrase;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const STATES: &str = include_str!("../../../rules/gazetteer/states.tsv");
const ORGANS: &str = include_str!("../../../rules/gazetteer/organs.tsv");
const ORGANISATIONS: &str = include_str!("../../../rules/gazetteer/organisations.tsv");
const OFFICES: &str = include_str!("../../../rules/gazetteer/offices.tsv");
const PEOPLE: &str = include_str!("../../../rules/gazetteer/people.tsv");
const MEDIA: &str = include_str!("../../../rules/gazetteer/media.tsv");
const BLOCKED: &str = include_str!("../../../rules/gazetteer/blocked.tsv");

/// The tables as they are ready for lookup, and the digest of what they are made from.
const COMPILED: &[u8] = include_bytes!("../../../rules/compiled/names.bin");
const DIGEST: &str = env!("DEMARCHE_NAMES_DIGEST");

/// A phrase on its way into the tables.
pub(super) struct Row<'t> {
    pub(super) phrase: &'t str,
    pub(super) kind: MentionKind,
    pub(super) code: Option<CodeId>,
    pub(super) person: Option<usize>,
    pub(super) days: Option<(Option<Date>, Option<Date>)>,
}

impl<'t> Row<'t> {
    pub(super) fn new(phrase: &'t str, kind: MentionKind, code: Option<CodeId>) -> Self {
        Self {
            phrase,
            kind,
            code,
            person: None,
            days: None,
        }
    }
}

impl Gazetteer {
    /// The built-in tables, read at the first call.
    pub fn builtin() -> &'static Gazetteer {
        static BUILTIN: OnceLock<Gazetteer> = OnceLock::new();
        BUILTIN.get_or_init(|| compiled::read(COMPILED, DIGEST).unwrap_or_else(Self::from_texts))
    }

    /// The same, from their texts.
    pub fn from_texts() -> Self {
        let mut gazetteer = Gazetteer::default();
        gazetteer.states(STATES);
        gazetteer.organisations(ORGANISATIONS);
        gazetteer.organs(ORGANS);
        gazetteer.plain(MEDIA, MentionKind::Media);
        gazetteer.blocked(BLOCKED);
        gazetteer.offices(OFFICES);
        gazetteer.people(PEOPLE);
        gazetteer
    }

    /// What `rules/compiled/names.bin` has to hold.
    ///
    /// # Errors
    /// Where the tables have a form that the file cannot.
    pub fn compile() -> Result<Vec<u8>, postcard::Error> {
        compiled::write(&Self::from_texts(), DIGEST)
    }

    pub(super) fn intern(&mut self, code: &str, name: &str, kind: EntityKind) -> CodeId {
        if let Some(id) = self.codes.get(code) {
            return *id;
        }
        let id = CodeId(self.infos.len().min(u16::MAX as usize) as u16);
        self.infos.push(Info {
            entity: Entity {
                code: code.to_string(),
                kind,
                name: name.to_string(),
            },
            members: Vec::new(),
        });
        self.codes.insert(code.into(), id);
        id
    }

    fn states(&mut self, table: &str) {
        let mut rows = Vec::new();
        for row in rows_of(table) {
            let (Some(code), Some(name)) = (row.first(), row.get(1)) else {
                continue;
            };
            let id = self.intern(code, name, EntityKind::State);
            let [from, to] = [5, 6].map(|i| row.get(i).copied().unwrap_or(""));
            let days = (!from.is_empty() || !to.is_empty()).then(|| (day(from, false), day(to, true)));
            rows.push(Row {
                days,
                ..Row::new(name, MentionKind::State, Some(id))
            });
            for (column, kind) in [(2, MentionKind::State), (3, MentionKind::Adjective), (4, MentionKind::Seat)] {
                rows.extend(list(row.get(column)).map(|n| Row {
                    days,
                    ..Row::new(n, kind, Some(id))
                }));
            }
        }
        self.add(&rows, false);
    }

    fn organisations(&mut self, table: &str) {
        let mut rows = Vec::new();
        let mut members = Vec::new();
        for row in rows_of(table) {
            let (Some(code), Some(name)) = (row.first(), row.get(1)) else {
                continue;
            };
            let kind = row
                .get(2)
                .and_then(|k| EntityKind::from_word(k))
                .unwrap_or(EntityKind::Organisation);
            let id = self.intern(code, name, kind);
            rows.push(Row::new(name, MentionKind::Organisation, Some(id)));
            rows.extend(list(row.get(3)).map(|n| Row::new(n, MentionKind::Organisation, Some(id))));
            rows.extend(list(row.get(5)).map(|n| Row::new(n, MentionKind::Seat, Some(id))));
            members.push((id, row.get(4).copied().unwrap_or("")));
        }
        self.add(&rows, false);
        for (id, told) in members {
            let codes: Vec<CodeId> = told.split([' ', '|', ';', ',']).filter_map(|c| self.code(c)).collect();
            if let Some(info) = self.infos.get_mut(id.0 as usize) {
                info.members = codes;
            }
        }
    }

    fn organs(&mut self, table: &str) {
        let mut rows = Vec::new();
        for row in rows_of(table) {
            let (Some(phrase), Some(code)) = (row.first(), row.get(1)) else {
                continue;
            };
            if let Some(id) = self.code(code) {
                rows.push(Row::new(phrase, MentionKind::Organ, Some(id)));
                let also: Vec<CodeId> = list(row.get(2)).filter_map(|c| self.code(c)).collect();
                if !also.is_empty() {
                    self.also.insert(phrase.to_lowercase().into(), also);
                }
            }
        }
        self.add(&rows, false);
    }

    fn plain(&mut self, table: &str, kind: MentionKind) {
        let rows: Vec<_> = rows_of(table).filter_map(|r| r.first().map(|n| Row::new(n, kind, None))).collect();
        self.add(&rows, false);
    }

    /// Words that mean none of the names in them; of some the note says what they are.
    fn blocked(&mut self, table: &str) {
        let kind = |row: &[&str]| match row.get(1) {
            Some(&"company") => MentionKind::Company,
            _ => MentionKind::Blocked,
        };
        let rows: Vec<_> = rows_of(table)
            .filter_map(|r| r.first().map(|n| Row::new(n, kind(&r), None)))
            .collect();
        self.add(&rows, false);
    }

    fn offices(&mut self, table: &str) {
        for row in rows_of(table) {
            let [phrase, class, scope] = [0, 1, 2].map(|i| row.get(i).copied().unwrap_or(""));
            self.add_office(phrase, class, scope);
        }
    }

    /// Adds a noun of office, in the place of the same one.
    pub fn add_office(&mut self, phrase: &str, class: &str, scope: &str) {
        let scope = match scope {
            "out" => OfficeScope::Out,
            "optional" => OfficeScope::Optional,
            _ => OfficeScope::In,
        };
        let key = phrase.to_lowercase();
        // "Secretary-General" is three tokens with its capitals and one without
        let words = (key.split(' ').count() + 2 * key.matches('-').count()).min(LONGEST);
        for first in [key.split(' ').next(), key.split([' ', '-']).next()].into_iter().flatten() {
            at_least(self.longest_office.map(), first, words);
        }
        let class = OfficeClass::from_word(class);
        self.offices.map().insert(key.into(), Office { class, scope });
    }

    fn people(&mut self, table: &str) {
        let mut rows = Vec::new();
        for row in rows_of(table) {
            let [name, short, code, role, from, to] = [0, 1, 2, 3, 4, 5].map(|i| row.get(i).copied().unwrap_or("").trim());
            let Some(code) = self.code(code) else { continue };
            let person = KnownPerson {
                name: list(Some(&name)).next().unwrap_or(name).to_string().into(),
                short: list(Some(&short)).next().unwrap_or(short).to_string().into(),
                code,
                role: role.to_string().into(),
                from: day(from, false),
                to: day(to, true),
            };
            rows.extend(self.person(person, name, short));
        }
        self.of_tables = self.people.len();
        self.add(&rows, false);
    }

    /// Enters a person under the forms of `names` and `shorts`; the phrases are still to be added.
    pub(super) fn person<'t>(&mut self, person: KnownPerson, names: &'t str, shorts: &'t str) -> Vec<Row<'t>> {
        let (index, code) = (self.people.len(), person.code);
        self.people.push(person);
        let row = |phrase| Row {
            person: Some(index),
            ..Row::new(phrase, MentionKind::Person, Some(code))
        };
        let mut rows: Vec<Row> = list(Some(&names)).map(row).collect();
        for form in list(Some(&names)).chain(list(Some(&shorts)).filter(|s| s.contains(' '))) {
            for key in letters(form) {
                self.letters.map().entry(key.into()).or_default().push(index);
            }
        }
        for form in list(Some(&shorts)) {
            if form.contains(' ') {
                rows.push(row(form));
            }
            self.shorts.map().entry(form.to_lowercase().into()).or_default().push(index);
        }
        rows
    }

    /// Adds phrases, cut into words by the tokeniser of the texts themselves. Where they go `before` others, they stand in the
    /// place of rows that hold always, and win over those that hold at the same time.
    pub(super) fn add(&mut self, rows: &[Row], before: bool) {
        let mut phrase = Phrase::default();
        let mut key = String::new();
        for row in rows {
            phrase.cut(row.phrase);
            let words = phrase.tokens.len();
            if words == 0 || words > LONGEST {
                continue;
            }
            let mut entry = Entry {
                kind: row.kind,
                code: row.code,
                capitals: 0,
                caps: 0,
                person: row.person,
                days: row.days,
            };
            key.clear();
            for (bit, token) in phrase.tokens.iter().enumerate() {
                let word = phrase.word(token);
                if bit > 0 {
                    key.push(' ');
                } else {
                    at_least(self.longest.map(), word, words);
                }
                if bit == 1 {
                    self.pairs.add(&key[..key.len() - 1], word);
                }
                key.push_str(word);
                entry.capitals |= (token.capital as u32) << bit;
                // "US", "UN", "DPRK"; longer words in capitals ("HAMAS") are also written small
                entry.caps |= ((token.caps && word.len() <= 4) as u32) << bit;
            }
            let entries = self.phrases.map().entry(key.as_str().into()).or_default();
            if before {
                if entry.days.is_none() {
                    // Of one person's offices each has its time.
                    let people = |e: &Entry| e.person.is_some() && entry.person.is_some();
                    entries.retain(|e| e.days.is_some() || e.caps != entry.caps || people(e));
                }
                entries.insert(0, entry);
            } else if !entries
                .iter()
                .any(|e| e.kind == entry.kind && e.code == entry.code && e.person == entry.person && e.caps == entry.caps)
            {
                entries.push(entry);
            }
        }
    }
}

/// Notes that a phrase of `words` tokens begins with `first`, or is that word.
fn at_least(longest: &mut FxHashMap<Box<str>, u8>, first: &str, words: usize) {
    let alone = if words == 1 { ALONE } else { 0 };
    let noted = |known: u8| (known & !ALONE).max(words as u8) | known & ALONE | alone;
    match longest.get_mut(first) {
        Some(known) => *known = noted(*known),
        None => {
            longest.insert(first.into(), noted(0));
        }
    }
}

/// Rows of a table without comments, blank lines and the head.
fn rows_of(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.starts_with('#') && !l.trim().is_empty())
        .skip(1)
        .map(|(_, l)| l.split('\t').map(str::trim).collect())
}

/// The parts of a field that holds several.
fn list<'f>(field: Option<&&'f str>) -> impl Iterator<Item = &'f str> {
    field
        .copied()
        .unwrap_or("")
        .split(['|', ';'])
        .map(str::trim)
        .filter(|n| !n.is_empty())
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `last` says whether a part left out is counted to its end.
pub(super) fn day(word: &str, last: bool) -> Option<Date> {
    let mut parts = word.split('-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month: Option<i8> = parts.next().and_then(|p| p.parse().ok());
    let date = parts.next().and_then(|p| p.parse().ok());
    let first = Date::new(year, month.unwrap_or(if last { 12 } else { 1 }), date.unwrap_or(1)).ok()?;
    Some(if last && date.is_none() { first.last_of_month() } else { first })
}
