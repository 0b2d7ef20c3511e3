//! Somebody told by the office first, and by name in the next paragraph: "The head of the mission appealed ... . Briefing the council, Ana
//! Ruiz said ...".
//!
//! Owns: when such a name is taken for the holder of that office: the office opens the story, nobody else was introduced since, and the
//! name has no other introduction.
//! Leaves to: [`super::learn`] offices beside a name.
//! Knowledge: how agencies write, who do not crowd a first sentence with an unknown name.

use super::leads::Leader;
use super::learn::{Learned, name_at, whose};
use super::{MentionKind, Names, OfficeHit, OfficeScope};
use crate::text::Text;
use crate::text::token::Kind;
use std::ops::Range;

/// Paragraphs of the story in which such an office stands, headlines counted.
const OPENING: usize = 4;
/// Offices of a text that can be the one: so many stand in the opening of the fullest story.
const OFFICES: usize = 20;
/// Tokens of a sentence before the office: "A senior European Union trade".
const BEFORE: usize = 8;
/// Sentences after the office in which the name stands.
const SENTENCES: usize = 4;

/// The name of whoever the story told by the office first, if there is one.
pub(super) fn named_later(text: &Text, names: &Names, learned: &Learned) -> Option<Leader> {
    let hit = names.offices.iter().take(OFFICES).find(|o| opens_story(text, names, learned, o))?;
    let codes = whose(text, names, hit, &(hit.tokens.end..hit.tokens.end), false);
    let first = text.sentence_of(hit.tokens.start);
    let name = (first + 1..text.sentences.len().min(first + 1 + SENTENCES)).find_map(|s| subject(text, names, s))?;
    let introduced = learned
        .mentions
        .iter()
        .any(|m| m.tokens.start > hit.tokens.end && m.tokens.start < name.end);
    (!codes.is_empty() && !introduced && is_new(text, &name)).then(|| Leader {
        name,
        role: hit.tokens.clone(),
        codes,
    })
}

/// Whether an office of one person stands in the subject that opens one of the first paragraphs, without a name.
fn opens_story(text: &Text, names: &Names, learned: &Learned, hit: &OfficeHit) -> bool {
    let Some(sentence) = text.sentences.get(text.sentence_of(hit.tokens.start)) else {
        return false;
    };
    let start = text.report_start(sentence.tokens.start);
    let led = hit.tokens.start >= start && hit.tokens.start - start <= BEFORE;
    let named = learned
        .mentions
        .iter()
        .any(|m| m.tokens.start >= start && m.tokens.start < hit.tokens.end + BEFORE)
        || names.within(start..hit.tokens.end).iter().any(|m| m.kind == MentionKind::Person);
    let phrase = (start..hit.tokens.start).all(|i| matches!(text.kind(i), Kind::Word | Kind::Clitic | Kind::Hyphen));
    // "the head of the mission": whom a body has at its head speaks for it
    let heads = hit.scope == OfficeScope::Optional && matches!(text.word(hit.tokens.end - 1), "head" | "chief" | "leader");
    let speaks = hit.class.is_person() && !hit.plural && (hit.scope == OfficeScope::In || heads);
    speaks && sentence.paragraph < OPENING && led && phrase && !named
}

/// The name of two words or more that is the subject of sentence `s`, at its start, behind an introduction and a comma, or behind a quotation.
fn subject(text: &Text, names: &Names, s: usize) -> Option<Range<usize>> {
    let sentence = text.sentences.get(s)?.tokens.clone();
    let behind = sentence.clone().find(|i| text.kind(*i) == Kind::Comma).map(|comma| comma + 1);
    let introduced = text.word(sentence.start).ends_with("ing") || matches!(text.word(sentence.start), "in" | "at" | "on");
    // "We are hopeful," Ana Ruiz said
    let quoted = sentence
        .clone()
        .skip(1)
        .find(|i| text.kind(i - 1) == Kind::Quote && text.kind(i.saturating_sub(2)) == Kind::Comma);
    let starts = [Some(sentence.start), behind.filter(|_| introduced), quoted];
    starts.into_iter().flatten().find_map(|at| {
        let name = name_at(text, names, at).filter(|n| n.len() >= 2)?;
        let known = names.within(name.clone()).iter().any(|m| m.kind == MentionKind::Person);
        let told_more = text.kind(name.end) == Kind::Comma && text.word(name.end + 1) == "who";
        (!known && (told_more || is_verb(text.word(name.end)))).then_some(name)
    })
}

/// A past tense, or a verb of saying: the name is a subject and has no apposition.
fn is_verb(word: &str) -> bool {
    word.ends_with("ed")
        || matches!(
            word,
            "said" | "says" | "told" | "tells" | "wrote" | "spoke" | "gave" | "made" | "met"
        )
}

/// Whether nobody is called by the last word of the name before it.
fn is_new(text: &Text, name: &Range<usize>) -> bool {
    let last = text.word(name.end - 1);
    !(0..name.start).any(|i| text.word(i) == last)
}
