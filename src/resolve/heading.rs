//! Titles and first lines that say whose text a document is.
//!
//! Owns: "Joint Statement by A and B", "Statement by the Minister of A", letterheads, the body at the head of a line, file names.
//! Leaves to: [`super::voice`] which of these counts before what the running text says; [`super::row`] names in a row.

use super::acting;
use super::row::{list, speaks};
use crate::names::{CodeId, Context, Mention, MentionKind, Names};
use crate::read::layout::layout;
use crate::text::Text;
use crate::text::token::Kind;
use std::ops::Range;

/// Tokens of a title.
const TITLE: usize = 24;

/// Where a line begins to say what the text is on, or against: those named from there on are none of its parties.
fn topic(text: &Text, line: Range<usize>) -> usize {
    let begins = |i: &usize| {
        matches!(
            text.word(*i),
            "on" | "condemning" | "regarding" | "about" | "concerning" | "marking"
        )
    };
    line.clone().find(begins).unwrap_or(line.end)
}

/// The codes of those among `mentions` who can speak, each once.
fn codes_of<'n>(mentions: impl IntoIterator<Item = &'n Mention>) -> Vec<CodeId> {
    let mut codes: Vec<CodeId> = mentions.into_iter().filter(|m| speaks(m)).flat_map(|m| m.codes.clone()).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// The parties that a title names: "Joint Statement by A and B", "G7 Leaders' Statement".
pub(super) fn label(title: &str, names: &Names) -> Option<Vec<CodeId>> {
    let text = Text::new(title, layout(title, &[], &|_| true));
    let found = Names::scan(&text, names.gazetteer, Context::default());
    let stop = topic(&text, 0..text.tokens.len());
    // "Lima Declaration of the heads of the league": where it was made is nobody's
    let place = |m: &&Mention| m.kind == MentionKind::Seat && is_title_of_place(text.word(m.tokens.end));
    let mut codes = codes_of(found.within(0..stop).iter().filter(|m| !place(m)));
    // "by Ana Ruiz and Bo Lind on the raid in Chad": nobody whom the names tell, and not those whom it is on
    let by = (0..stop).any(|i| text.word(i) == "by") && codes.is_empty();
    let one_state = !by && codes.len() < 2 && codes.iter().all(|c| names.gazetteer.is_state(*c));
    if one_state {
        codes = codes_of(&found.mentions);
    }
    (codes.len() > 1 || codes.first().is_some_and(|c| !names.gazetteer.is_state(*c))).then_some(codes)
}

/// What a paper is called by the place where it was made.
fn is_title_of_place(word: &str) -> bool {
    matches!(
        word,
        "declaration" | "communique" | "communiqué" | "statement" | "document" | "summit" | "charter" | "consensus" | "outcome"
    )
}

/// "Joint statement by Ana Ruiz and Commissioner Bo Lind on the raid": the body for which those act whom the line names, where it is one alone.
pub(super) fn given_out_by(text: &Text, names: &Names, line: Range<usize>) -> Option<Vec<CodeId>> {
    let by = line.clone().find(|i| text.word(*i) == "by")?;
    let told = |m: &Mention| !m.person.and_then(|p| names.people.get(p)).is_some_and(|p| p.guessed);
    let named = names.within(by..topic(text, by..line.end)).iter();
    let codes = codes_of(named.filter(|m| m.kind == MentionKind::Person && told(m)));
    (codes.len() == 1 && !names.gazetteer.is_state(codes[0])).then_some(codes)
}

/// "Statement by the Peruvian Minister for Foreign Affairs, Ana Ruiz", alone on one of the first lines: the one party for whom somebody speaks.
pub(super) fn stated_by(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    text.paragraph_tokens.iter().take(4).find_map(|range| {
        let by = acting::stated_by(text, range)?;
        let codes = list(text, names, by + 1, topic(text, by..range.end))?;
        (codes.len() == 1).then_some(codes)
    })
}

/// "Republic of Peru Ministry of Foreign Affairs", alone on one of the first lines: the one state whose house gives the text out.
pub(super) fn letterhead(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    const LETTERHEAD: usize = 14;
    let house = |i: usize| matches!(text.word(i), "ministry" | "department" | "embassy" | "presidency" | "chancellery");
    let lines = text.paragraph_tokens.iter().take(5);
    lines
        .filter(|range| range.len() <= LETTERHEAD && (range.start..range.end).any(house))
        .find_map(|range| {
            let codes = codes_of(names.within(range.clone()));
            (codes.len() == 1 && names.gazetteer.is_state(codes[0])).then_some(codes)
        })
}

/// "OPEC: Meeting of the Conference ends", "MEETING OF THE BUREAU OF THE MOVEMENT": the body at the head of one of the first lines, before a
/// colon, or at the end of one.
pub(super) fn titled(text: &Text, names: &Names) -> Option<Vec<CodeId>> {
    let lines = text.paragraph_tokens.iter().take(3);
    lines
        .filter(|range| range.len() <= TITLE && range.end > range.start && text.kind(range.end - 1) != Kind::Stop)
        .find_map(|range| {
            let body = |m: &&Mention| m.kind == MentionKind::Organisation && speaks(m);
            let edge =
                |m: &&Mention| m.tokens.end == range.end || m.tokens.start <= range.start + 1 && text.kind(m.tokens.end) == Kind::Colon;
            names.within(range.clone()).iter().filter(body).find(edge).map(|m| m.codes.clone())
        })
}

/// A file name as a title: "g7-leaders-statement" to "G7 Leaders Statement".
pub(super) fn slug(id: &str) -> String {
    let words: Vec<String> = id
        .replace("-u-s-", "-us-")
        .replace("-u-k-", "-uk-")
        .split(['-', '_', '.'])
        .map(|w| match w {
            "us" | "uk" | "eu" | "un" | "rok" | "uae" | "nato" | "asean" | "aukus" | "brics" | "apec" => w.to_uppercase(),
            _ => w
                .chars()
                .next()
                .map(|c| c.to_uppercase().collect::<String>() + w.get(c.len_utf8()..).unwrap_or(""))
                .unwrap_or_default(),
        })
        .collect();
    words.join(" ")
}
