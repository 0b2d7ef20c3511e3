//! Names: which tokens name a state, a body, an organisation, a medium or a person.
//!
//! Owns: the gazetteer, the longest-match scan over tokens, and the people that a text introduces ("Jordan's Information
//! Minister Samir Motaweh") and then calls by surname.
//! Leaves to: [`crate::resolve`] what a phrase stands for; the grammar, where a phrase begins and ends.
//! Knowledge: `rules/gazetteer/*.tsv`, facts that anybody can check, and the text itself.

mod bodies;
mod companies;
mod factions;
pub mod gazetteer;
mod introduced;
mod later;
mod leads;
mod learn;
mod offices;
mod people;
mod place;
mod portfolios;
mod scan;

pub(crate) use bodies::heads_body;
pub(crate) use factions::{is_rebel, only_armed};
pub use gazetteer::{CodeId, Gazetteer, MoreName, MorePerson, OfficeClass, OfficeScope};
pub use learn::is_no_name as is_common;
pub use offices::OfficeHit;

pub use people::LearnedPerson;

use crate::statement::Entity;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MentionKind {
    /// A state by its name: "South Korea".
    State,
    /// A state by its adjective or its people: "South Korean", "the Chinese".
    Adjective,
    /// A state by its seat of government: "Seoul".
    Seat,
    /// An organ of a state: "the White House", "the State Department".
    Organ,
    /// An organisation, a bloc, a party, a movement.
    Organisation,
    /// A person, known from the gazetteer or from the text.
    Person,
    /// A medium: it speaks for nobody.
    Media,
    /// Words that hold another name but do not mean it: "South China Sea".
    Blocked,
    /// A company: it speaks for nobody.
    Company,
}

/// One name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its tokens in [`Text::tokens`].
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: MentionKind,
    /// For whom it stands; sorted, without doubles, empty where it speaks for nobody or nobody knows.
    pub codes: Vec<CodeId>,
    /// Index into [`Names::people`] for a person.
    pub person: Option<usize>,
}

/// What is known about a document from outside its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'c> {
    /// Day of publication: who held an office then.
    pub published: Option<jiff::civil::Date>,
    /// Who published it.
    pub publisher: Option<&'c str>,
}

/// All names of one document.
pub struct Names<'g> {
    /// Sorted by place, without overlaps.
    pub mentions: Vec<Mention>,
    /// Words for offices and callings, sorted by place, without overlaps; outside `mentions`.
    pub offices: Vec<OfficeHit>,
    /// The people of the document, in the order in which the text introduces them.
    pub people: Vec<LearnedPerson>,
    /// The state whose offices need no naming here: dateline, else publisher, else none.
    pub home: Option<CodeId>,
    /// Whether a dateline or the publisher tells home, and not the people of the text.
    pub home_told: bool,
    /// Where the names were looked up.
    pub gazetteer: &'g Gazetteer,
    /// Parties that the text introduces itself, behind the codes of the gazetteer.
    introduced: Vec<Entity>,
    /// For each token one more than the index of its mention, or 0.
    cover: Vec<u32>,
}

impl<'g> Names<'g> {
    /// Finds the names of `text`: those of the gazetteer first, then the people whom the text introduces.
    pub fn scan(text: &Text, gazetteer: &'g Gazetteer, context: Context) -> Self {
        let mut names = Names {
            mentions: scan::scan(text, gazetteer, context.published),
            offices: Vec::new(),
            people: Vec::new(),
            home: None,
            home_told: false,
            gazetteer,
            introduced: Vec::new(),
            cover: Vec::new(),
        };
        names.cover(text.tokens.len());
        names.add(scan::koreas(text, &names), text.tokens.len());
        let (entities, mentions) = introduced::introduce(text, gazetteer, factions::factions(text, &names));
        names.introduced = entities;
        names.add(mentions, text.tokens.len());
        names.offices = offices::scan(text, &names);
        names.home = scan::home(text, &names, context.publisher);
        names.home_told = names.home.is_some();
        names.place_organs(text);
        names.add(scan::abbreviations(text, &names), text.tokens.len());
        names.add(bodies::shortened(text, &names), text.tokens.len());
        let learned = learn::learn(text, &names, context);
        names.people = learned.people;
        names.add(learned.mentions, text.tokens.len());
        let introduced = names.people.len();
        let later = people::later(text, &names, context);
        names.people.extend(later.people);
        names.add(later.mentions, text.tokens.len());
        names.place_people(text, introduced, context);
        names.add(companies::companies(text, &names), text.tokens.len());
        names
    }

    /// What a code stands for in this document: a row of the gazetteer, or a party that the text introduces.
    pub fn entity(&self, code: CodeId) -> Option<&Entity> {
        let introduced = || self.introduced.get(self.gazetteer.introduced_as(code)?);
        self.gazetteer.entity(code).or_else(introduced)
    }

    /// Whether a mention is a party or a movement that no table knows.
    pub fn is_faction(&self, m: &Mention) -> bool {
        let no_row = |c: &CodeId| self.gazetteer.entity(*c).is_none();
        m.kind == MentionKind::Organisation && m.codes.iter().all(no_row)
    }

    /// The mention that holds token `i`.
    #[inline]
    pub fn at(&self, i: usize) -> Option<&Mention> {
        let index = *self.cover.get(i)?;
        self.mentions.get((index as usize).checked_sub(1)?)
    }

    /// Whether token `i` is part of a name.
    #[inline]
    pub fn is_name(&self, i: usize) -> bool {
        self.cover.get(i).is_some_and(|c| *c != 0)
    }

    /// Whether token `i` is the adjective of a state or a body: "North Korean", "European".
    pub fn is_demonym(&self, text: &Text, i: usize) -> bool {
        let adjective = |m: &Mention| m.kind == MentionKind::Adjective || text.word(i) == "european" && m.tokens.len() == 1;
        self.at(i).is_some_and(adjective)
    }

    /// The mentions that lie wholly within tokens `range`.
    #[inline]
    pub fn within(&self, range: Range<usize>) -> &[Mention] {
        let from = self.mentions.partition_point(|m| m.tokens.start < range.start);
        // no more than there are tokens
        let rest = &self.mentions[from..self.mentions.len().min(from + range.len())];
        &rest[..rest.partition_point(|m| m.tokens.end <= range.end)]
    }

    /// The offices that lie wholly within tokens `range`.
    #[inline]
    pub fn offices_within(&self, range: Range<usize>) -> &[OfficeHit] {
        let from = self.offices.partition_point(|m| m.tokens.start < range.start);
        let rest = &self.offices[from..self.offices.len().min(from + range.len())];
        &rest[..rest.partition_point(|m| m.tokens.end <= range.end)]
    }

    /// Whether token `i` is part of an office.
    pub fn is_in_office(&self, i: usize) -> bool {
        let next = self.offices.partition_point(|m| m.tokens.end <= i);
        self.offices.get(next).is_some_and(|m| m.tokens.start <= i)
    }

    fn cover(&mut self, tokens: usize) {
        self.cover.clear();
        self.cover.resize(tokens, 0);
        for (m, mention) in self.mentions.iter().enumerate() {
            for slot in self.cover.get_mut(mention.tokens.clone()).unwrap_or_default() {
                *slot = m as u32 + 1;
            }
        }
    }

    /// Adds mentions; where two meet, the one that stands already stays.
    fn add(&mut self, more: Vec<Mention>, tokens: usize) {
        if more.is_empty() {
            return;
        }
        let mut fresh = vec![false; tokens];
        for i in more.iter().flat_map(|m| m.tokens.clone()) {
            if let Some(slot) = fresh.get_mut(i) {
                *slot = true;
            }
        }
        // a name of the table gives way to the same place with its person
        let known = |m: &Mention| m.kind != MentionKind::Person || m.person.is_some();
        self.mentions
            .retain(|m| known(m) || !m.tokens.clone().any(|i| fresh.get(i).copied().unwrap_or(false)));
        self.mentions.extend(more);
        self.mentions.sort_by_key(|m| (m.tokens.start, std::cmp::Reverse(m.tokens.end)));
        let mut end = 0;
        self.mentions.retain(|m| {
            let free = m.tokens.start >= end;
            if free {
                end = m.tokens.end;
            }
            free
        });
        self.cover(tokens);
    }
}
