//! From the tables to phrases by their words.
//!
//! Owns: the form of `rules/gazetteer/*.tsv`.
//! Leaves to: the tables themselves the knowledge.

use super::letters::letters;
use super::{CodeId, Entry, Gazetteer, Info, KnownPerson, LONGEST, Office, OfficeClass, OfficeScope};
use crate::names::MentionKind;
use crate::read::layout::{Layout, Paragraph, ParagraphKind};
use crate::span::Bytes;
use crate::statement::{Entity, EntityKind};
use crate::text::Text;
use jiff::civil::Date;
use std::sync::OnceLock;

const STATES: &str = include_str!("../../../rules/gazetteer/states.tsv");
const ORGANS: &str = include_str!("../../../rules/gazetteer/organs.tsv");
const ORGANISATIONS: &str = include_str!("../../../rules/gazetteer/organisations.tsv");
const OFFICES: &str = include_str!("../../../rules/gazetteer/offices.tsv");
const PEOPLE: &str = include_str!("../../../rules/gazetteer/people.tsv");
const MEDIA: &str = include_str!("../../../rules/gazetteer/media.tsv");
const BLOCKED: &str = include_str!("../../../rules/gazetteer/blocked.tsv");

/// A phrase on its way into the tables.
struct Row<'t> {
    phrase: &'t str,
    kind: MentionKind,
    code: Option<CodeId>,
    person: Option<usize>,
    days: Option<(Option<Date>, Option<Date>)>,
}

impl<'t> Row<'t> {
    fn new(phrase: &'t str, kind: MentionKind, code: Option<CodeId>) -> Self {
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
        BUILTIN.get_or_init(|| {
            let mut gazetteer = Gazetteer::default();
            gazetteer.states(STATES);
            gazetteer.organisations(ORGANISATIONS);
            gazetteer.organs(ORGANS);
            gazetteer.plain(MEDIA, MentionKind::Media);
            gazetteer.plain(BLOCKED, MentionKind::Blocked);
            gazetteer.offices(OFFICES);
            gazetteer.people(PEOPLE);
            gazetteer
        })
    }

    fn intern(&mut self, code: &str, name: &str, kind: EntityKind) -> CodeId {
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
        self.add(&rows);
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
        self.add(&rows);
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
        self.add(&rows);
    }

    fn plain(&mut self, table: &str, kind: MentionKind) {
        let rows: Vec<_> = rows_of(table).filter_map(|r| r.first().map(|n| Row::new(n, kind, None))).collect();
        self.add(&rows);
    }

    fn offices(&mut self, table: &str) {
        for row in rows_of(table) {
            let Some(phrase) = row.first() else { continue };
            let scope = match row.get(2).copied() {
                Some("out") => OfficeScope::Out,
                Some("optional") => OfficeScope::Optional,
                _ => OfficeScope::In,
            };
            let key = phrase.to_lowercase();
            // "Secretary-General" is three tokens with its capitals and one without
            let words = (key.split(' ').count() + 2 * key.matches('-').count()).min(LONGEST) as u8;
            for first in [key.split(' ').next(), key.split([' ', '-']).next()].into_iter().flatten() {
                let longest = self.longest_office.entry(first.into()).or_default();
                *longest = (*longest).max(words);
            }
            self.offices.insert(
                key.into(),
                Office {
                    class: OfficeClass::from_word(row.get(1).copied().unwrap_or("")),
                    scope,
                },
            );
        }
    }

    fn people(&mut self, table: &str) {
        let mut rows = Vec::new();
        for row in rows_of(table) {
            let [name, short, code, role, from, to] = [0, 1, 2, 3, 4, 5].map(|i| row.get(i).copied().unwrap_or("").trim());
            let Some(code) = self.code(code) else { continue };
            let person = self.people.len();
            self.people.push(KnownPerson {
                name: list(Some(&name)).next().unwrap_or(name).into(),
                short: list(Some(&short)).next().unwrap_or(short).into(),
                code,
                role: role.into(),
                from: day(from, false),
                to: day(to, true),
            });
            rows.extend(list(Some(&name)).map(|n| Row {
                person: Some(person),
                ..Row::new(n, MentionKind::Person, Some(code))
            }));
            for form in list(Some(&name)).chain(list(Some(&short)).filter(|s| s.contains(' '))) {
                for key in letters(form) {
                    self.letters.entry(key.into()).or_default().push(person);
                }
            }
            for form in list(Some(&short)) {
                if form.contains(' ') {
                    rows.push(Row {
                        person: Some(person),
                        ..Row::new(form, MentionKind::Person, Some(code))
                    });
                }
                self.shorts.entry(form.to_lowercase().into()).or_default().push(person);
            }
        }
        self.add(&rows);
    }

    /// Adds phrases, cut into words by the tokeniser of the texts themselves.
    fn add(&mut self, rows: &[Row]) {
        let mut raw = String::new();
        let mut paragraphs = Vec::with_capacity(rows.len());
        for row in rows {
            let start = raw.len();
            raw.push_str(row.phrase);
            paragraphs.push(Paragraph {
                place: Bytes::new(start, raw.len()),
                kind: ParagraphKind::Body,
                marker: None,
            });
            raw.push('\n');
        }
        let text = Text::new(
            &raw,
            Layout {
                paragraphs,
                cuts: Vec::new(),
            },
        );
        for (row, tokens) in rows.iter().zip(&text.paragraph_tokens) {
            let words = tokens.len();
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
            let mut key = String::new();
            for (bit, i) in tokens.clone().enumerate() {
                if bit > 0 {
                    key.push(' ');
                }
                key.push_str(text.word(i));
                let Some(token) = text.tokens.get(i) else { continue };
                entry.capitals |= (token.capital as u32) << bit;
                // "US", "UN", "DPRK"; longer words in capitals ("HAMAS") are also written small
                entry.caps |= ((token.caps && text.word(i).len() <= 4) as u32) << bit;
            }
            let longest = self.longest.entry(text.word(tokens.start).into()).or_default();
            *longest = (*longest).max(words as u8);
            let entries = self.phrases.entry(key.into()).or_default();
            if !entries
                .iter()
                .any(|e| e.kind == entry.kind && e.code == entry.code && e.person == entry.person && e.caps == entry.caps)
            {
                entries.push(entry);
            }
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
fn day(word: &str, last: bool) -> Option<Date> {
    let mut parts = word.split('-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month: Option<i8> = parts.next().and_then(|p| p.parse().ok());
    let date = parts.next().and_then(|p| p.parse().ok());
    let first = Date::new(year, month.unwrap_or(if last { 12 } else { 1 }), date.unwrap_or(1)).ok()?;
    Some(if last && date.is_none() { first.last_of_month() } else { first })
}
