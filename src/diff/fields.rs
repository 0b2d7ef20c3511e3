//! What counts as a change.
//!
//! Owns: the fields that are compared, and how each is shown. Words count, places do not: a paragraph added above moves every
//! span and changes nothing. Left out are ids, which follow from the rest, and the version of a pack, which changes with every release.

use crate::span::Span;
use crate::statement::{Code, DocumentInfo, Party, Statement, Time, Words};
use serde::Serialize;

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Its name in the record.
    pub field: &'static str,
    /// What it was, as shown to people; empty where there was nothing.
    pub before: String,
    /// What it is.
    pub after: String,
}

/// The fields in which two statements differ, in the order of the record.
pub fn changed(before: &Statement, after: &Statement) -> Vec<Field> {
    let mut fields: Vec<Field> = NAMES
        .iter()
        .zip(shown(before).into_iter().zip(shown(after)))
        .filter(|(_, (before, after))| before != after)
        .map(|(field, (before, after))| Field { field, before, after })
        .collect();
    // the same words at another place of the same sentence
    let places = |s: &Statement| {
        let start = s.sentence.span.start;
        let inside = |span: Span| (span.start.saturating_sub(start), span.end.saturating_sub(start));
        (inside(s.cue.span), s.content.as_ref().map(|c| inside(c.span)))
    };
    if fields.is_empty() && places(before) != places(after) {
        let shown = |s: &Statement| {
            let content = s
                .content
                .as_ref()
                .map_or(String::new(), |c| format!(", content {}-{}", c.span.start, c.span.end));
            format!("cue {}-{}{content}", s.cue.span.start, s.cue.span.end)
        };
        fields.push(Field {
            field: "span",
            before: shown(before),
            after: shown(after),
        });
    }
    fields
}

/// The facts in which the heads of two documents differ.
pub fn heads(before: &DocumentInfo, after: &DocumentInfo) -> Vec<Field> {
    let shown = |info: &DocumentInfo| {
        let published = info.published.clone().unwrap_or_default();
        let basis = info.published_basis.map_or(String::new(), |basis| format!(" ({basis})"));
        [
            format!("{published}{basis}"),
            info.genre.to_string(),
            info.language.clone(),
            format!("{} characters, sha256 {}", info.chars, info.sha256.get(..8).unwrap_or(&info.sha256)),
        ]
    };
    let names = ["published", "genre", "language", "text"];
    let pairs = shown(before).into_iter().zip(shown(after));
    let fields = names.iter().zip(pairs).filter(|(_, (before, after))| before != after);
    fields.map(|(field, (before, after))| Field { field, before, after }).collect()
}

const NAMES: [&str; 15] = [
    "act",
    "force",
    "status",
    "negated",
    "mode",
    "speakers",
    "addressees",
    "source",
    "cue",
    "content",
    "strength",
    "time",
    "codes",
    "sentence",
    "rule",
];

/// The fields of [`NAMES`], as shown.
fn shown(s: &Statement) -> [String; NAMES.len()] {
    [
        s.act.to_string(),
        s.force.to_string(),
        s.status.to_string(),
        s.negated.to_string(),
        s.mode.to_string(),
        parties(&s.speakers),
        parties(&s.addressees),
        s.source.as_ref().map_or(String::new(), party),
        s.cue.text.clone(),
        content(s),
        strength(s),
        s.time.as_ref().map_or(String::new(), time),
        codes(s),
        s.sentence.text.clone(),
        format!("{}/{}", s.rule.pack, s.rule.id),
    ]
}

fn parties(parties: &[Party]) -> String {
    parties.iter().map(party).collect::<Vec<_>>().join("; ")
}

/// "the ministers (PER, CHL; group)".
fn party(party: &Party) -> String {
    let codes: Vec<&str> = party.entities.iter().map(|e| e.code.as_str()).collect();
    let people: Vec<String> = party
        .people
        .iter()
        .map(|p| p.role.as_ref().map_or(p.name.clone(), |role| format!("{}, {role}", p.name)))
        .collect();
    let mut facts = vec![if codes.is_empty() { "nobody".to_string() } else { codes.join(", ") }];
    facts.extend(people);
    facts.push(party.basis.to_string());
    format!("{} ({})", party.text.as_deref().unwrap_or("-"), facts.join("; "))
}

fn content(s: &Statement) -> String {
    let Some(content) = &s.content else { return String::new() };
    let many = |what: &str, words: &[Words]| match words.len() {
        0 | 1 => String::new(),
        n => format!(
            ", {n} {what}: {}",
            words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" | ")
        ),
    };
    let form = content.form.to_string().replace('_', " ");
    format!(
        "{} ({form}{}{})",
        content.text,
        many("pieces", &content.pieces),
        many("items", &content.items)
    )
}

fn strength(s: &Statement) -> String {
    let degree = s.strength.degree.as_ref().map_or(String::new(), |d| format!(", {}", d.text));
    let hedges = s
        .strength
        .hedges
        .iter()
        .map(|h| format!(", hedged by {}", h.text))
        .collect::<String>();
    format!("level {}{degree}{hedges}", s.strength.level)
}

fn time(time: &Time) -> String {
    let day = |day: &Option<String>| day.as_deref().unwrap_or("?").to_string();
    format!(
        "{} ({} to {}; {}; {})",
        time.text,
        day(&time.earliest),
        day(&time.latest),
        time.granularity,
        time.basis
    )
}

fn codes(s: &Statement) -> String {
    let scheme = |name: &str, codes: &[Code]| {
        let codes: Vec<String> = codes.iter().map(|c| format!("{}:{}", c.code, c.r#match)).collect();
        format!("{name} {}", codes.join(" "))
    };
    format!("{}; {}", scheme("cameo", &s.codes.cameo), scheme("plover", &s.codes.plover))
}
