//! Gold as brat keeps it: a `.txt` and an `.ann` file a document.
//!
//! Owns: reading standoff annotations as `--format brat` writes them and a person corrects them. An event is a statement; its trigger is
//! the cue, `Content` its content, the attributes `Status`, `Mode`, `Force`, `Negated` and `Optional` say the rest, and its note
//! carries the codes: `who=NOR,PER; to=; alt=pledge`.
//! Leaves to: [`super::gold`] what gold is.

use super::gold::{Gold, GoldStatement, Phrase, Piece};
use std::collections::BTreeMap;

/// A text-bound annotation: its places, in code points.
type Places = Vec<(u32, u32)>;

/// Reads the annotations `ann` of `text`.
///
/// # Errors
/// The line that is not as brat writes it, and what was expected.
pub fn gold(ann: &str, text: &str) -> Result<Gold, String> {
    let text: Vec<char> = text.chars().collect();
    let mut places: BTreeMap<&str, Places> = BTreeMap::new();
    let mut events: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
    let mut attributes: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    let mut notes: BTreeMap<&str, &str> = BTreeMap::new();
    for (number, line) in ann.lines().enumerate() {
        let wrong = |expected: &str| format!("line {}: expected {expected}, found {line:?}", number + 1);
        let mut fields = line.split('\t');
        let (name, what) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        let mut words = what.split(' ');
        match name.chars().next() {
            Some('T') => {
                let (_, at) = what.split_once(' ').ok_or_else(|| wrong("`Tn<tab>TYPE START END<tab>WORDS`"))?;
                let read = |place: &str| {
                    let (start, end) = place.split_once(' ')?;
                    let (start, end) = (start.parse().ok()?, end.parse().ok()?);
                    (start < end && end as usize <= text.len()).then_some((start, end))
                };
                let spans: Option<Places> = at.split(';').map(read).collect();
                places.insert(name, spans.ok_or_else(|| wrong("places inside the text"))?);
            }
            Some('E') => {
                let roles: Option<Vec<_>> = words.map(|word| word.split_once(':')).collect();
                let roles = roles
                    .filter(|roles| !roles.is_empty())
                    .ok_or_else(|| wrong("`En<tab>ACT:Tn ROLE:Tn ...`"))?;
                events.push((name, roles));
            }
            Some('A' | 'M') => {
                let (attribute, event) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
                attributes.insert((event, attribute), words.next().unwrap_or_default());
            }
            Some('#') => drop(notes.insert(words.nth(1).unwrap_or_default(), fields.next().unwrap_or_default())),
            _ => (),
        }
    }
    let statement = |(event, roles): &(&str, Vec<(&str, &str)>)| {
        let at = |id: &str| {
            places
                .get(id)
                .filter(|places| !places.is_empty())
                .ok_or_else(|| format!("{event}: {id} is not in the file"))
        };
        let (act, trigger) = roles[0];
        let cue = at(trigger)?;
        let content = roles[1..].iter().find(|(role, _)| role.starts_with("Content"));
        let content = content.map(|(_, id)| at(id).map(|places| pieces(places, &text))).transpose()?;
        let said = |name: &str| attributes.get(&(*event, name)).copied();
        let codes = |name: &str| listed(notes.get(event).copied().unwrap_or_default(), name);
        let (start, end) = (cue[0].0, cue[cue.len() - 1].1);
        Ok(GoldStatement {
            act: act.to_string(),
            alt: codes("alt"),
            cue: Phrase {
                start,
                end,
                text: text[start as usize..end as usize].iter().collect(),
            },
            status: said("Status").unwrap_or("made").to_string(),
            negated: said("Negated").is_some(),
            who: codes("who"),
            to: codes("to"),
            mode: said("Mode").unwrap_or("narrated").to_string(),
            force: said("Force").map(str::to_string),
            optional: said("Optional").is_some(),
            content,
        })
    };
    let statements = events.iter().map(statement).collect::<Result<_, String>>()?;
    Ok(Gold { statements })
}

/// The pieces of a content: places between which only white space stands are one piece, broken by a line.
fn pieces(places: &Places, text: &[char]) -> Vec<Piece> {
    let mut joined: Places = Vec::new();
    for (start, end) in places {
        match joined.last_mut() {
            Some(last) if last.1 <= *start && text[last.1 as usize..*start as usize].iter().all(|c| c.is_whitespace()) => last.1 = *end,
            _ => joined.push((*start, *end)),
        }
    }
    let piece = |(start, end): &(u32, u32)| Piece {
        text: text[*start as usize..*end as usize].iter().collect(),
    };
    joined.iter().map(piece).collect()
}

/// The values behind `name=` in a note, sorted.
fn listed(note: &str, name: &str) -> Vec<String> {
    let entry = note
        .split(';')
        .filter_map(|entry| entry.trim().split_once('='))
        .find(|(key, _)| *key == name);
    let values = entry.map_or("", |(_, values)| values).split(',').map(str::trim);
    let mut values: Vec<String> = values.filter(|value| !value.is_empty()).map(str::to_string).collect();
    values.sort();
    values.dedup();
    values
}
