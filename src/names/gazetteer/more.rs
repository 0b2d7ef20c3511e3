//! Names that users bring.
//!
//! Owns: what goes before what: a user's name before the built-in one, a user's person before the same person in the table.
//! Leaves to: [`super::tables`] entering rows.

use super::letters::letters;
use super::tables::{Row, day};
use super::{CodeId, Entry, Gazetteer, KnownPerson};
use crate::names::MentionKind;
use crate::statement::EntityKind;
use jiff::civil::Date;

/// A code with names.
pub struct MoreName<'m> {
    /// The code, which is known by now.
    pub code: &'m str,
    /// Names of the whole.
    pub names: Vec<&'m str>,
    /// Adjectives.
    pub adjectives: &'m [String],
    /// Cities and buildings.
    pub seats: &'m [String],
    /// Organs whose name alone means it.
    pub organs: &'m [String],
    /// Codes of members.
    pub members: &'m [String],
    /// First day, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or empty.
    pub from: &'m str,
    /// Last day, or empty.
    pub to: &'m str,
}

/// A person in an office.
pub struct MorePerson<'m> {
    /// Full name.
    pub name: &'m str,
    /// Later name.
    pub short: &'m str,
    /// For whom the person speaks; known by now.
    pub code: &'m str,
    /// The office.
    pub role: &'m str,
    /// First day, or empty.
    pub from: &'m str,
    /// Last day, or empty.
    pub to: &'m str,
}

impl Gazetteer {
    /// Makes a code known, or says anew what it stands for.
    pub fn name_code(&mut self, code: &str, told: Option<(&str, EntityKind)>) {
        let Some((name, kind)) = told else { return };
        let id = self.intern(code, name, kind);
        if let Some(info) = self.infos.get_mut(usize::from(id.0)) {
            (info.entity.name, info.entity.kind) = (name.to_string(), kind);
        }
    }

    /// Adds the names of a code.
    pub fn add_name(&mut self, more: &MoreName) {
        let Some(id) = self.code(more.code) else { return };
        let whole = match self.is_state(id) {
            true => MentionKind::State,
            false => MentionKind::Organisation,
        };
        let days = (!more.from.is_empty() || !more.to.is_empty()).then(|| (day(more.from, false), day(more.to, true)));
        let row = |phrase, kind| Row {
            days,
            ..Row::new(phrase, kind, Some(id))
        };
        let mut rows: Vec<Row> = more.names.iter().map(|name| row(name, whole)).collect();
        for (phrases, kind) in [
            (more.adjectives, MentionKind::Adjective),
            (more.seats, MentionKind::Seat),
            (more.organs, MentionKind::Organ),
        ] {
            rows.extend(phrases.iter().map(|phrase| row(phrase, kind)));
        }
        self.add(&rows, true);
        let members: Vec<CodeId> = more.members.iter().filter_map(|code| self.code(code)).collect();
        if let Some(info) = self.infos.get_mut(usize::from(id.0)).filter(|_| !members.is_empty()) {
            info.members = members;
        }
    }

    /// Adds a person, in the place of what the table says of the same person in that time.
    pub fn add_person(&mut self, more: &MorePerson) {
        let Some(code) = self.code(more.code) else { return };
        let person = KnownPerson {
            name: more.name.to_string().into(),
            short: more.short.to_string().into(),
            code,
            role: more.role.to_string().into(),
            from: day(more.from, false),
            to: day(more.to, true),
        };
        let same = letters(more.name);
        let before = |a: Option<Date>, b: Option<Date>| a.zip(b).is_some_and(|(a, b)| a < b);
        let gone: Vec<usize> = same
            .iter()
            .filter_map(|key| self.letters.get(key.as_str()))
            .flatten()
            .filter(|p| {
                let other = &self.people[*p];
                !before(other.to, person.from) && !before(person.to, other.from)
            })
            .collect();
        for key in &same {
            if let Some(people) = self.letters.map().get_mut(key.as_str()) {
                people.retain(|p| !gone.contains(p));
            }
        }
        for p in &gone {
            let short = self.people[*p].short.to_lowercase();
            if let Some(people) = self.shorts.map().get_mut(short.as_str()) {
                people.retain(|q| q != p);
            }
        }
        if !gone.is_empty() {
            let stays = |e: &mut Entry| !e.person.is_some_and(|p| gone.contains(&p));
            self.phrases.map().values_mut().for_each(|entries| entries.retain(stays));
        }
        let rows = self.person(person, more.name, more.short);
        self.add(&rows, true);
    }

    /// Adds outlets, and phrases that stand for nobody.
    pub fn add_plain(&mut self, media: &[String], blocked: &[String]) {
        for (phrases, kind) in [(media, MentionKind::Media), (blocked, MentionKind::Blocked)] {
            let rows: Vec<Row> = phrases.iter().map(|phrase| Row::new(phrase, kind, None)).collect();
            self.add(&rows, true);
        }
    }
}
