//! Parties and movements that a text introduces itself: one code for all places where it names one.
//!
//! Owns: the code and the kind of such a party. The code is the short name that the text gives ("the Blue Reform Party (BRP)"), else
//! the name in capitals: what the guide calls the usual short name of an organisation, as far as one text can tell it.
//! Leaves to: [`super::factions`] which words are such a name; [`super::scan`] the later places of the short name.

use super::{CodeId, Gazetteer, Mention};
use crate::spaces::squeezed;
use crate::statement::{Entity, EntityKind};
use crate::text::Text;
use crate::text::token::Kind;
use rustc_hash::FxHashMap;

/// Head nouns of movements under arms.
const ARMED: &[&str] = &["army", "forces", "brigades", "brigade", "guard", "command"];

/// The parties of these mentions, and the mentions with their codes.
pub(super) fn introduce(text: &Text, gazetteer: &Gazetteer, mut mentions: Vec<Mention>) -> (Vec<Entity>, Vec<Mention>) {
    let name = |m: &Mention| squeezed(text.slice(text.place(m.tokens.clone())));
    if mentions.is_empty() {
        return (Vec::new(), mentions);
    }
    let capitals = Capitals::of(text);
    let mut short: FxHashMap<String, &str> = FxHashMap::default();
    for m in &mentions {
        if let Some(told) = short_name(text, m, &capitals).filter(|told| !is_taken(gazetteer, told)) {
            short.entry(name(m).to_uppercase()).or_insert(told);
        }
    }
    let mut entities: Vec<Entity> = Vec::new();
    let mut codes: FxHashMap<String, CodeId> = FxHashMap::default();
    for m in &mut mentions {
        let called = name(m);
        // "the National Liberation Army (ELN)", whose letters the gazetteer knows
        if let Some(known) = short.get(&called.to_uppercase()).and_then(|told| gazetteer.code(told)) {
            m.codes = vec![known];
            continue;
        }
        let code = code_of(&called, &short);
        let known = codes.get(&code).copied().or_else(|| gazetteer.introduced(entities.len()));
        let Some(id) = known else { continue };
        if codes.insert(code.clone(), id).is_none() {
            entities.push(Entity {
                code,
                kind: kind(text, m),
                name: called,
            });
        }
        m.codes = vec![id];
    }
    (entities, mentions)
}

/// Letters that mean a state ("the People's Economic Reform party (PER)"): a record with them would speak of that.
fn is_taken(gazetteer: &Gazetteer, letters: &str) -> bool {
    gazetteer.code(letters).is_some_and(|code| gazetteer.is_state(code))
}

/// The short name in brackets behind the name, else its initials, where the text has them further on.
fn short_name<'t>(text: &'t Text, m: &Mention, capitals: &Capitals) -> Option<&'t str> {
    let at = m.tokens.end + 1;
    let bracketed = text.kind(at - 1) == Kind::Open && text.kind(at + 1) == Kind::Close;
    let caps = text.tokens.get(at).is_some_and(|t| t.caps && t.kind == Kind::Word);
    let word = text.slice(text.place(at..at + 1));
    let told = bracketed && caps && (2..=8).contains(&word.len());
    told.then_some(word)
        .or_else(|| capitals.initials(text, m).map(|i| text.slice(text.place(i..i + 1))))
}

/// Words all in capitals in sentences that are not, with the last place of each.
struct Capitals<'t>(FxHashMap<&'t str, usize>);

impl<'t> Capitals<'t> {
    fn of(text: &'t Text) -> Self {
        let caps = |i: usize| text.tokens.get(i).is_some_and(|t| t.caps && t.kind == Kind::Word);
        let alone = |i: &usize| caps(*i) && !caps(i.wrapping_sub(1)) && !caps(i + 1);
        Self((0..text.tokens.len()).filter(alone).map(|i| (text.word(i), i)).collect())
    }

    /// "the Patriotic Front ... the PF": a place behind the name where its initials stand as a word.
    fn initials(&self, text: &Text, m: &Mention) -> Option<usize> {
        let words = m.tokens.clone().filter(|i| text.tokens[*i].capital && text.kind(*i) == Kind::Word);
        let letters: String = words.filter_map(|i| text.word(i).chars().next()).collect();
        let last = self.0.get(letters.as_str()).copied();
        last.filter(|last| *last > m.tokens.end && letters.len() > 1)
    }
}

/// "BRP", else "BLUE REFORM PARTY"; of two words the second of which is "party" the first: "REFORM".
fn code_of(name: &str, short: &FxHashMap<String, &str>) -> String {
    let capitals = name.to_uppercase();
    if let Some(short) = short.get(&capitals) {
        return (*short).to_string();
    }
    match capitals.strip_suffix(" PARTY").filter(|rest| !rest.contains(' ')) {
        Some(one) => one.to_string(),
        None => capitals,
    }
}

fn kind(text: &Text, m: &Mention) -> EntityKind {
    let armed = m.tokens.clone().any(|i| ARMED.contains(&text.word(i)));
    if armed { EntityKind::ArmedGroup } else { EntityKind::Party }
}
