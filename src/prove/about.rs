//! What can be told of a rule beside its own words.
//!
//! Owns: which rules take sentences from it, and where it fires in the golden articles, which travel with the program.
//! Leaves to: the command line how it is told.

use crate::extract::Extractor;
use crate::read::Document;
use crate::rules::Rules;
use crate::rules::marked::Marked;
use crate::span::Span;
use crate::statement::{Act, Statement};
use rayon::prelude::*;
use serde::Serialize;

include!(concat!(env!("OUT_DIR"), "/goldens.rs"));

/// A rule that takes sentences from another, since its frame has more words of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Yielded {
    /// Its id.
    pub id: String,
    /// The first of its frames that does so.
    pub frame: String,
}

/// A place where a rule fires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sighting {
    /// The golden article.
    pub document: String,
    /// The sentence with the roles marked.
    pub sentence: String,
}

/// What the contract says of an act; nothing of an act of a pack's own.
pub fn meaning(act: Act) -> String {
    let schema = schemars::schema_for!(Act).to_value();
    let lists = ["anyOf", "oneOf"].map(|key| schema.get(key).and_then(|list| list.as_array()).cloned());
    let mut entries = lists.into_iter().flatten().flatten();
    let entry = entries.find(|entry| entry.get("const").and_then(|word| word.as_str()) == Some(act.as_str()));
    let told = entry.and_then(|entry| entry.get("description")?.as_str().map(|told| told.replace('\n', " ")));
    told.unwrap_or_default()
}

/// The rules to which the one at `place` leaves sentences with its own head verbs: theirs say more.
pub fn leaves_to(rules: &Rules, place: usize) -> Vec<Yielded> {
    let rule = &rules.rules[place];
    let shortest = |head: &str| rule.frames.iter().filter(|f| heads(f).contains(&head)).map(|f| fixed(f)).min();
    let mut own: Vec<&str> = rule.frames.iter().flat_map(|frame| heads(frame)).collect();
    own.sort_unstable();
    own.dedup();
    let others = rules.rules.iter().enumerate().filter(|(n, _)| *n != place);
    let yielded = others.filter_map(|(_, other)| {
        let longer = |frame: &&String| {
            let shared = heads(frame).into_iter().find(|head| own.binary_search(head).is_ok());
            shared.is_some_and(|head| {
                shortest(head).is_some_and(|words| fixed(frame) > words) || !other.heads.is_empty() && rule.heads.is_empty()
            })
        };
        let frame = other.frames.iter().find(longer)?;
        Some(Yielded {
            id: other.id.clone(),
            frame: frame.clone(),
        })
    });
    yielded.collect()
}

/// The verbs that head a frame; of "be concerned" the adjectives.
fn heads(frame: &str) -> Vec<&str> {
    let mut words = frame.split(' ');
    match words.next() {
        Some("be") => words.next().unwrap_or("").split('|').collect(),
        first => first.unwrap_or("").split('|').collect(),
    }
}

/// How many words of a frame stand in the text.
fn fixed(frame: &str) -> usize {
    frame.split(' ').filter(|word| !word.contains(['<', '{', '('])).count()
}

/// Where the rule at `place` fires in the golden articles.
pub fn sightings(extractor: &Extractor, place: usize) -> Vec<Sighting> {
    let rule = &extractor.rules().rules[place];
    let seen = GOLDENS.par_iter().flat_map_iter(|(name, text)| {
        let document = Document {
            id: name.to_string(),
            text: text.to_string(),
            ..Document::default()
        };
        let records = extractor.extract(&document).statements;
        let own = records
            .into_iter()
            .filter(|record| record.rule.id == rule.id && record.rule.pack == rule.pack);
        own.map(|record| Sighting {
            document: name.to_string(),
            sentence: sentence(&record),
        })
        .collect::<Vec<_>>()
    });
    seen.collect()
}

/// Where the roles of a record stand in its document: cue, content, speaker, addressee, source.
pub(super) fn roles(record: &Statement) -> Vec<(&'static str, Span)> {
    let pieces = record.content.iter().flat_map(|content| &content.pieces);
    let mut roles = vec![("cue", record.cue.span)];
    roles.extend(pieces.map(|piece| ("content", piece.span)));
    for (role, parties) in [
        ("speaker", &record.speakers[..]),
        ("addressee", &record.addressees[..]),
        ("source", record.source.as_slice()),
    ] {
        roles.extend(parties.iter().filter_map(|party| Some((role, party.span?))));
    }
    roles
}

/// The sentence of a record with its roles marked, as far as they stand in it.
pub(super) fn sentence(record: &Statement) -> String {
    let place = record.sentence.span;
    let mut roles = roles(record);
    roles.retain(|(_, span)| span.start >= place.start && span.end <= place.end && span.start < span.end);
    for (_, span) in &mut roles {
        (span.start, span.end) = (span.start - place.start, span.end - place.start);
    }
    let flat = |c: char| if c.is_control() { ' ' } else { c };
    let marked = Marked {
        text: record.sentence.text.chars().map(flat).collect(),
        roles,
    };
    marked.written()
}
