//! The gazetteer: tables of names, read once.
//!
//! Owns: the form of `rules/gazetteer/*.tsv` and their lookup by words.
//! Leaves to: [`super::scan`] which of several names in a text wins; the tables themselves hold the knowledge.

use super::MentionKind;
use crate::read::layout::{Layout, Paragraph, ParagraphKind};
use crate::span::Bytes;
use crate::statement::{Entity, EntityKind};
use crate::text::Text;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// A code of the gazetteer, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeId(u16);

/// Whether somebody who holds an office may speak in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeScope {
    /// Acts for a state, a body, an organisation, a party, an armed group.
    In,
    /// Either answer is right: politicians out of office, "a source".
    Optional,
    /// Acts for nobody in the sense of the guide: analysts, companies, courts.
    Out,
}

/// What kind of office or calling a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeClass {
    /// Of a government: minister, secretary.
    Minister,
    /// At the head of something: president, chairman, director.
    Head,
    /// Sent by somebody: ambassador, envoy.
    Envoy,
    /// Speaks for somebody.
    Spokesperson,
    /// Sits in a parliament.
    Legislator,
    /// Serves in an army.
    Military,
    /// Judges or prosecutes.
    Judge,
    /// A body, not a person: ministry, parliament, company.
    Body,
    /// Several parties: "both sides".
    Group,
    /// Any other.
    Official,
}

impl OfficeClass {
    fn from_word(word: &str) -> Self {
        match word {
            "minister" => Self::Minister,
            "head" => Self::Head,
            "envoy" => Self::Envoy,
            "spokesperson" => Self::Spokesperson,
            "legislator" => Self::Legislator,
            "military" => Self::Military,
            "judge" => Self::Judge,
            "body" => Self::Body,
            "group" => Self::Group,
            _ => Self::Official,
        }
    }

    /// Whether it means a person.
    pub fn is_person(self) -> bool {
        !matches!(self, Self::Body | Self::Group)
    }
}

/// A word or phrase for an office or a calling.
#[derive(Clone, Debug)]
pub struct Office {
    /// What kind of office it is.
    pub class: OfficeClass,
    /// Whether its holder may speak.
    pub scope: OfficeScope,
}

/// A person of the table, with the time in an office.
#[derive(Clone, Debug)]
pub struct KnownPerson {
    /// Full name.
    pub name: Box<str>,
    /// The name by which texts call the person later.
    pub short: Box<str>,
    /// For whom the person speaks.
    pub code: CodeId,
    /// The office.
    pub role: Box<str>,
    /// First day in office; none where it is not known.
    pub from: Option<Date>,
    /// Last day in office; none for an office still held.
    pub to: Option<Date>,
}

/// One meaning of a phrase.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) kind: MentionKind,
    pub(super) code: Option<CodeId>,
    /// Tokens (by bit) that must begin with a capital in the text.
    pub(super) capitals: u32,
    /// Tokens (by bit) that must be all capitals in the text: "US" is a state, "us" and "Us" are not.
    pub(super) caps: u32,
    /// Index into the people, for a person.
    pub(super) person: Option<usize>,
    /// The days between which the row holds; none for always.
    pub(super) days: Option<(Option<Date>, Option<Date>)>,
}

impl Entry {
    /// Whether the row holds on `day`; a row with days does not where the day is not known, unless it has no end.
    pub(super) fn holds(&self, day: Option<Date>) -> bool {
        match (self.days, day) {
            (None, _) => true,
            (Some((from, to)), Some(day)) => from.is_none_or(|f| f <= day) && to.is_none_or(|t| day <= t),
            (Some((_, to)), None) => to.is_none(),
        }
    }
}

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

struct Info {
    entity: Entity,
    members: Vec<CodeId>,
}

/// The tables, ready for lookup.
#[derive(Default)]
pub struct Gazetteer {
    infos: Vec<Info>,
    codes: FxHashMap<Box<str>, CodeId>,
    phrases: FxHashMap<Box<str>, Vec<Entry>>,
    /// For the first word of a phrase the tokens of the longest phrase that begins with it.
    longest: FxHashMap<Box<str>, u8>,
    offices: FxHashMap<Box<str>, Office>,
    longest_office: FxHashMap<Box<str>, u8>,
    pub(super) people: Vec<KnownPerson>,
    /// People by the letters of their full names, in either order of family and given name.
    pub(super) letters: FxHashMap<Box<str>, Vec<usize>>,
    /// People by each form of their short name.
    pub(super) shorts: FxHashMap<Box<str>, Vec<usize>>,
}

const STATES: &str = include_str!("../../rules/gazetteer/states.tsv");
const ORGANS: &str = include_str!("../../rules/gazetteer/organs.tsv");
const ORGANISATIONS: &str = include_str!("../../rules/gazetteer/organisations.tsv");
const OFFICES: &str = include_str!("../../rules/gazetteer/offices.tsv");
const PEOPLE: &str = include_str!("../../rules/gazetteer/people.tsv");
const MEDIA: &str = include_str!("../../rules/gazetteer/media.tsv");
const BLOCKED: &str = include_str!("../../rules/gazetteer/blocked.tsv");

/// Longer phrases than this are not looked for; the longest official names have 12 words.
const LONGEST: usize = 16;

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

    /// What a code stands for.
    pub fn entity(&self, code: CodeId) -> Option<&Entity> {
        self.infos.get(code.0 as usize).map(|i| &i.entity)
    }

    /// The code as written in records.
    pub fn code_text(&self, code: CodeId) -> &str {
        self.entity(code).map_or("", |e| e.code.as_str())
    }

    /// The number of a code.
    pub fn code(&self, code: &str) -> Option<CodeId> {
        self.codes.get(code).copied()
    }

    /// Whether a code stands for a state.
    pub fn is_state(&self, code: CodeId) -> bool {
        self.entity(code).is_some_and(|e| e.kind == EntityKind::State)
    }

    /// The members of a group, where the table tells them.
    pub fn members(&self, code: CodeId) -> &[CodeId] {
        self.infos.get(code.0 as usize).map_or(&[], |i| &i.members)
    }

    pub(super) fn phrase(&self, key: &str) -> &[Entry] {
        self.phrases.get(key).map_or(&[], Vec::as_slice)
    }

    pub(super) fn longest(&self, word: &str) -> usize {
        self.longest.get(word).map_or(0, |n| *n as usize)
    }

    /// The office that a phrase of lower-case words means.
    pub fn office(&self, key: &str) -> Option<&Office> {
        self.offices.get(key)
    }

    pub(super) fn longest_office(&self, word: &str) -> usize {
        self.longest_office.get(word).map_or(0, |n| *n as usize)
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

/// The letters of a name as written and with its first word last: "Yoon Suk-yeol" is "Yoon Suk Yeol", "Abe Shinzo" is "Shinzo Abe".
pub(super) fn letters(name: &str) -> Vec<String> {
    let plain = |s: &str| {
        s.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .map(without_accent)
            .collect::<String>()
    };
    let mut keys = vec![plain(name)];
    let words: Vec<&str> = name.split_whitespace().collect();
    if let [first, rest @ ..] = words.as_slice()
        && !rest.is_empty()
    {
        keys.push(plain(&format!("{}{first}", rest.concat())));
        keys.push(plain(&format!(
            "{}{}",
            rest.last().unwrap_or(&""),
            words[..words.len() - 1].concat()
        )));
    }
    keys.dedup();
    keys
}

/// The letter under an accent of Latin script, Vietnamese included; any other letter as it is.
pub(super) fn without_accent(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'đ' | 'ď' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' | 'ỉ' | 'ị' | 'ĩ' => 'i',
        'ł' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ț' | 'ţ' | 'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ư' | 'ũ' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ž' | 'ż' => 'z',
        c => c,
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
