//! The gazetteer: tables of names, read once.
//!
//! Owns: what a row says, and the lookup by words.
//! Leaves to: [`tables`] the form of `rules/gazetteer/*.tsv`; [`super::scan`] which of several names in a text wins.

mod days;
mod letters;
mod more;
mod pairs;
mod tables;

pub(super) use letters::without_accent;
pub use more::{MoreName, MorePerson};

use super::MentionKind;
use crate::compiled::{self, Words};
use crate::statement::{Entity, EntityKind};
use jiff::civil::Date;
use pairs::Pairs;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;
use std::borrow::Cow;

/// A code of the gazetteer, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CodeId(u16);

/// Whether somebody who holds an office may speak in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OfficeScope {
    /// Acts for a state, a body, an organisation, a party, an armed group.
    In,
    /// Either answer is right: politicians out of office, "a source".
    Optional,
    /// Acts for nobody in the sense of the guide: analysts, companies, courts.
    Out,
}

/// What kind of office or calling a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Office {
    /// What kind of office it is.
    pub class: OfficeClass,
    /// Whether its holder may speak.
    pub scope: OfficeScope,
}

/// A person of the table, with the time in an office.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KnownPerson {
    /// Full name.
    #[serde(borrow)]
    pub name: Cow<'static, str>,
    /// The name by which texts call the person later.
    #[serde(borrow)]
    pub short: Cow<'static, str>,
    /// For whom the person speaks.
    pub code: CodeId,
    /// The office.
    #[serde(borrow)]
    pub role: Cow<'static, str>,
    /// First day in office; none where it is not known.
    #[serde(with = "days")]
    pub from: Option<Date>,
    /// Last day in office; none for an office still held.
    #[serde(with = "days")]
    pub to: Option<Date>,
}

/// One meaning of a phrase.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(in crate::names) struct Entry {
    pub(in crate::names) kind: MentionKind,
    pub(in crate::names) code: Option<CodeId>,
    /// Tokens (by bit) that must begin with a capital in the text.
    pub(in crate::names) capitals: u32,
    /// Tokens (by bit) that must be all capitals in the text: "US" is a state, "us" and "Us" are not.
    pub(in crate::names) caps: u32,
    /// Index into the people, for a person.
    pub(in crate::names) person: Option<usize>,
    /// The days between which the row holds; none for always.
    pub(in crate::names) days: Option<(Option<Date>, Option<Date>)>,
}

impl Entry {
    /// Whether the row holds on `day`; a row with days does not where the day is not known, unless it has no end.
    pub(in crate::names) fn holds(&self, day: Option<Date>) -> bool {
        match (self.days, day) {
            (None, _) => true,
            (Some((from, to)), Some(day)) => from.is_none_or(|f| f <= day) && to.is_none_or(|t| day <= t),
            (Some((_, to)), None) => to.is_none(),
        }
    }
}

/// What phrases begin with some word.
#[derive(Clone, Copy)]
pub(in crate::names) struct First {
    /// The word is one by itself.
    pub(in crate::names) alone: bool,
    /// Tokens of the longest; 0 where there is none.
    pub(in crate::names) longest: u8,
}

#[derive(Clone, Serialize, Deserialize)]
struct Info {
    entity: Entity,
    members: Vec<CodeId>,
}

/// The tables, ready for lookup.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Gazetteer {
    infos: Vec<Info>,
    #[serde(with = "compiled::map")]
    codes: FxHashMap<Box<str>, CodeId>,
    /// Meanings of each phrase; most have one.
    phrases: Words<SmallVec<[Entry; 1]>>,
    /// For the first word of a phrase the tokens of the longest phrase that begins with it, and [`ALONE`] where it is one itself.
    longest: Words<u8>,
    /// The first two words of each phrase that has more than one.
    pairs: Pairs,
    /// Further states with an organ of this name.
    #[serde(with = "compiled::map")]
    also: FxHashMap<Box<str>, Vec<CodeId>>,
    offices: Words<Office>,
    longest_office: Words<u8>,
    /// Those of the tables by name, then those of packs.
    pub(in crate::names) people: Vec<KnownPerson>,
    /// How many of them are of the tables.
    of_tables: usize,
    /// People by the letters of their full names, in either order of family and given name.
    pub(in crate::names) letters: Words<Vec<usize>>,
    /// People by each form of their short name.
    pub(in crate::names) shorts: Words<Vec<usize>>,
}

/// In [`Gazetteer::longest`], beside a number of tokens: the word is a phrase by itself.
const ALONE: u8 = 0x80;

/// Longer phrases than this are not looked for; the longest official names have 12 words.
const LONGEST: usize = 16;

impl Gazetteer {
    /// What a code stands for.
    pub fn entity(&self, code: CodeId) -> Option<&Entity> {
        self.infos.get(code.0 as usize).map(|i| &i.entity)
    }

    /// The code of the `n`th name that a text introduces itself: those come behind the codes of the tables.
    pub(in crate::names) fn introduced(&self, n: usize) -> Option<CodeId> {
        u16::try_from(self.infos.len() + n).ok().map(CodeId)
    }

    /// Which of the names that a text introduces itself a code means.
    pub(in crate::names) fn introduced_as(&self, code: CodeId) -> Option<usize> {
        (code.0 as usize).checked_sub(self.infos.len())
    }

    /// The code as written in records.
    pub fn code_text(&self, code: CodeId) -> &str {
        self.entity(code).map_or("", |e| e.code.as_str())
    }

    /// The number of a code.
    pub fn code(&self, code: &str) -> Option<CodeId> {
        self.codes.get(code).copied()
    }

    /// All codes.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.infos.iter().map(|info| info.entity.code.as_str())
    }

    /// Whether a code stands for a state.
    pub fn is_state(&self, code: CodeId) -> bool {
        self.entity(code).is_some_and(|e| e.kind == EntityKind::State)
    }

    /// Whether a state has such an office at all; of most states nothing is known against it.
    pub fn has_office(&self, code: CodeId, role: &str) -> bool {
        match self.code_text(code) {
            "USA" => !["minister", "ministry", "premier", "chancellor", "king", "emir"]
                .iter()
                .any(|o| role.split([' ', '-']).any(|w| w == *o)),
            "GBR" => !matches!(role, "president" | "foreign minister" | "chancellor"),
            _ => true,
        }
    }

    /// Who held an office of a state on a day.
    pub fn holder(&self, code: CodeId, role: &str, day: Date) -> Option<&str> {
        let holds =
            |p: &&KnownPerson| p.code == code && &*p.role == role && p.from.is_some_and(|f| f <= day) && p.to.is_none_or(|t| t >= day);
        self.people.iter().find(holds).map(|p| &*p.name)
    }

    /// Everybody who held an office of a state.
    pub fn holders<'g>(&'g self, code: CodeId, role: &str) -> impl Iterator<Item = &'g str> {
        self.people
            .iter()
            .filter(move |p| p.code == code && &*p.role == role)
            .map(|p| &*p.name)
    }

    /// All rows of the person with this full name.
    pub(in crate::names) fn offices_of<'g>(&'g self, name: &'g str) -> impl Iterator<Item = &'g KnownPerson> {
        let (tables, packs) = self.people.split_at(self.of_tables.min(self.people.len()));
        let first = tables.partition_point(|p| *p.name < *name);
        let same = tables[first..].iter().take_while(move |p| p.name == name);
        same.chain(packs.iter().filter(move |p| p.name == name))
    }

    /// The members of a group, where the table tells them.
    pub fn members(&self, code: CodeId) -> &[CodeId] {
        self.infos.get(code.0 as usize).map_or(&[], |i| &i.members)
    }

    pub(in crate::names) fn phrase(&self, key: &str) -> SmallVec<[Entry; 1]> {
        self.phrases.get(key).unwrap_or_default()
    }

    /// What phrases begin with `word`.
    pub(in crate::names) fn first(&self, word: &str) -> First {
        let known = self.longest.get(word).unwrap_or(0);
        First {
            alone: known & ALONE != 0,
            longest: known & !ALONE,
        }
    }

    /// Whether a phrase may begin with these two words; no says that none does.
    pub(in crate::names) fn may_begin(&self, first: &str, second: &str) -> bool {
        self.pairs.may_hold(first, second)
    }

    /// The states that have an organ of this name, too, besides the one whose it is by default.
    pub(in crate::names) fn also(&self, organ: &str) -> &[CodeId] {
        self.also.get(organ).map_or(&[], Vec::as_slice)
    }

    /// The office that a phrase of lower-case words means.
    pub fn office(&self, key: &str) -> Option<Office> {
        self.offices.get(key)
    }

    pub(in crate::names) fn longest_office(&self, word: &str) -> u8 {
        self.longest_office.get(word).unwrap_or(0) & !ALONE
    }
}
