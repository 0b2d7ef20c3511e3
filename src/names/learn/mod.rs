//! People whom the text introduces: name, office, and for whom.
//!
//! Owns: the constructions in which a text introduces somebody.
//!
//! ```text
//! [whose] office name            "Jordan's Information Minister Samir Motaweh", "spokesman Bo Lind of Norway"
//! [whose] office "," name        "the Chilean ambassador, Ana Ruiz"
//! name "," [whose] office        "Bo Lind, Norway's envoy", "Ana Ruiz, Minister for Foreign Affairs of Chile"
//! ```
//!
//! Leaves to: [`name`] the words of a name, [`beside`] where it stands, [`owner`] for whom the office is held; [`super::people`] later
//! mentions by surname.

mod beside;
mod name;
mod owner;

pub(super) use beside::name_ending;
pub use name::is_no_name;
pub(super) use name::name_at;
pub(super) use owner::{owner_before, whose};

use super::gazetteer::CodeId;
use super::people::{LearnedPerson, by_table, of_office};
use super::{Context, Mention, MentionKind, Names, OfficeClass, OfficeHit, OfficeScope};
use super::{factions, later, leads};
use crate::spaces::squeezed;
use crate::text::Text;
use beside::{name_after_comma, name_after_complement, name_before, next_in_list};
use owner::has_unknown_owner;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// People and the places where they are introduced.
#[derive(Default)]
pub(super) struct Learned {
    pub(super) people: Vec<LearnedPerson>,
    pub(super) mentions: Vec<Mention>,
    /// The latest person of each full name.
    by_name: FxHashMap<String, usize>,
}

pub(super) fn learn(text: &Text, names: &Names, context: Context) -> Learned {
    let mut learned = Learned::default();
    let armed: Vec<CodeId> = factions::only_armed(names).map_or_else(Vec::new, |m| m.codes.clone());
    for hit in names.offices.iter().filter(|o| o.class.is_person()) {
        // "... met the foreign minister", and the next paragraph begins with a name
        let goes_on = text.paragraph_of(hit.tokens.start).end > hit.tokens.end;
        let after = name_at(text, names, hit.tokens.end).filter(|_| goes_on);
        let (name, before) = match (after, name_before(text, names, hit)) {
            (Some(name), _) => (name, false),
            (None, Some(name)) => (name, true),
            (None, None) => match name_after_comma(text, names, hit).or_else(|| name_after_complement(text, names, hit)) {
                Some(name) => (name, false),
                None => continue,
            },
        };
        let codes = whose(text, names, hit, &name, before);
        // a dissident speaks for no government
        let dissident = (hit.tokens.start.saturating_sub(1)..hit.tokens.end).any(|i| text.word(i) == "dissident");
        let rebel = factions::is_of_rebels(text, &hit.tokens);
        // "Peruvian rebel leader Bo Lind" speaks for no Peru
        let of_state = codes.iter().all(|c| names.gazetteer.is_state(*c));
        let codes = if rebel && of_state { armed.clone() } else { codes };
        let foreign = codes.is_empty()
            && (rebel
                || dissident
                || has_unknown_owner(text, names, hit)
                || leads::is_privately_owned(text, names, hit)
                || factions::owns(text, names, &hit.tokens));
        add(text, names, context, hit, name, (codes.clone(), foreign), &mut learned);
        // "Peruvian ministers A, B and C"
        if hit.plural && !before {
            let mut end = learned.mentions.last().map_or(hit.tokens.end, |m| m.tokens.end);
            while let Some(next) = next_in_list(text, end).and_then(|at| name_at(text, names, at)) {
                end = next.end;
                add(text, names, context, hit, next, (codes.clone(), foreign), &mut learned);
            }
        }
    }
    for leader in leads::leaders(text, names) {
        add_leader(text, leader, &mut learned);
    }
    if let Some(leader) = later::named_later(text, names, &learned) {
        add_leader(text, leader, &mut learned);
    }
    learned.mentions.sort_by_key(|m| m.tokens.start);
    learned
}

/// Somebody introduced by what he leads, unless an office introduced him in the same place and says for whom.
fn add_leader(text: &Text, leader: leads::Leader, learned: &mut Learned) {
    let overlaps = |m: &Mention| m.tokens.start < leader.name.end && leader.name.start < m.tokens.end;
    if let Some(mention) = learned.mentions.iter_mut().find(|m| overlaps(m)) {
        let person = mention.person.and_then(|p| learned.people.get_mut(p));
        if let Some(person) = person.filter(|p| p.codes.is_empty() && !p.told && p.scope == OfficeScope::In) {
            person.codes.clone_from(&leader.codes);
            person.told = true;
            mention.codes = leader.codes;
        }
        return;
    }
    let joined = |tokens: Range<usize>| squeezed(text.slice(text.place(tokens)));
    let words: Vec<String> = leader.name.clone().map(|i| text.word(i).to_string()).collect();
    learned.by_name.insert(words.join(" "), learned.people.len());
    learned.mentions.push(Mention {
        tokens: leader.name.clone(),
        kind: MentionKind::Person,
        codes: leader.codes.clone(),
        person: Some(learned.people.len()),
    });
    learned.people.push(LearnedPerson {
        name: joined(leader.name.clone()),
        role: Some(joined(leader.role)),
        codes: leader.codes,
        words,
        at: leader.name.start,
        office: None,
        told: true,
        guessed: false,
        of_faction: false,
        scope: OfficeScope::In,
    });
}

/// Two offices of one name in one place: where only the second tells for whom, it counts. "Bo Lind, the deputy head of the Thai side".
fn place_again(earlier: usize, codes: &[CodeId], hit: &OfficeHit, learned: &mut Learned) {
    let Some(mention) = learned.mentions.get_mut(earlier) else { return };
    let Some(person) = mention.person.and_then(|p| learned.people.get_mut(p)) else {
        return;
    };
    if person.codes.is_empty() && !person.told && !codes.is_empty() && hit.scope != OfficeScope::Out {
        person.codes = codes.to_vec();
        person.told = true;
        mention.codes = codes.to_vec();
        if hit.scope == OfficeScope::In {
            person.scope = OfficeScope::In;
        }
    }
}

fn add(
    text: &Text,
    names: &Names,
    context: Context,
    hit: &OfficeHit,
    name: Range<usize>,
    (codes, foreign): (Vec<CodeId>, bool),
    learned: &mut Learned,
) {
    let latest = learned.mentions.len().saturating_sub(4);
    let taken = learned.mentions[latest..]
        .iter()
        .rposition(|m| m.tokens.start < name.end && name.start < m.tokens.end);
    if let Some(earlier) = taken {
        if learned.mentions[latest + earlier].tokens == name {
            place_again(latest + earlier, &codes, hit, learned);
        }
        return;
    }
    let words: Vec<&str> = name.clone().map(|i| text.word(i)).collect();
    let role = squeezed(text.slice(text.place(hit.tokens.clone())));
    let known = by_table(names.gazetteer, &words, context.published).map(|k| of_office(names.gazetteer, k, &role));
    let mut codes = codes;
    // "UN ambassador": sent to the body by a state that the table knows; a minister of old is now the envoy of the body
    let sends = |role: &str| role.contains("ambassador") || role.contains("representative") && !role.contains("special");
    if hit.class == OfficeClass::Envoy
        && let ([code], Some(known)) = (codes.as_slice(), known.filter(|k| sends(&role.to_lowercase()) || sends(&k.role)))
        && !names.gazetteer.is_state(*code)
        && names.gazetteer.is_state(known.code)
    {
        codes = vec![known.code];
    }
    let told = !codes.is_empty() || foreign;
    // a surname alone introduces nobody, unless the words before it tell for whom it speaks
    if codes.is_empty() && words.len() == 1 {
        return;
    }
    let scope = if known.is_some() { OfficeScope::In } else { hit.scope };
    if codes.is_empty() && scope != OfficeScope::Out {
        codes = known.map(|k| k.code).into_iter().collect();
    }
    let earlier = learned.by_name.get(&words.join(" ")).copied();
    let person = match earlier {
        Some(index) if learned.people[index].codes == codes || codes.is_empty() || !told => index,
        _ => {
            let full = squeezed(text.slice(text.place(name.clone())));
            learned.by_name.insert(words.join(" "), learned.people.len());
            learned.people.push(LearnedPerson {
                name: full,
                role: Some(role),
                codes: codes.clone(),
                words: words.into_iter().map(str::to_string).collect(),
                at: name.start,
                office: Some(hit.tokens.start),
                told,
                guessed: false,
                of_faction: codes.is_empty() && (factions::owns(text, names, &hit.tokens) || factions::is_of_rebels(text, &hit.tokens)),
                scope,
            });
            learned.people.len() - 1
        }
    };
    let codes = learned.people[person].codes.clone();
    learned.mentions.push(Mention {
        tokens: name,
        kind: MentionKind::Person,
        codes,
        person: Some(person),
    });
}
