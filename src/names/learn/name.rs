//! A run of capitals that is somebody's name: "Ana Ruiz", "Mohammed bin Salman", "Dr. Bo Lind".
//!
//! Owns: which words a name holds, and which capitals no name begins or ends with.
//! Leaves to: [`super`] who it is.

use crate::names::{MentionKind, Names};
use crate::text::Text;
use crate::text::token::Kind;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// `name = given { [particle] given } ` from token `at`: capitals outside other names, at most seven tokens, inside one sentence.
pub(in crate::names) fn name_at(text: &Text, names: &Names, at: usize) -> Option<Range<usize>> {
    // a person whom the table knows is a name by itself
    if let Some(m) = names.at(at).filter(|m| m.kind == MentionKind::Person && m.tokens.start == at) {
        return Some(m.tokens.clone());
    }
    let mut start = at;
    while is_title(text.word(start)) && text.kind(start) == Kind::Word {
        start += 1;
    }
    // nor does a name begin inside an office: "Foreign Minister Bo Lind"
    if names.is_in_office(start) {
        return None;
    }
    let mut end = start;
    let mut last = start;
    while end < text.tokens.len() && end - start < 8 {
        let token = &text.tokens[end];
        let word = text.word(end);
        let tight =
            token.kind == Kind::Hyphen && end > start && text.tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Word && !t.spaced);
        if tight {
            end += 1;
            continue;
        }
        let inside = names.at(end).is_none_or(|m| m.kind == MentionKind::Person);
        if token.kind != Kind::Word || !inside || end > start && !token.spaced && text.kind(end - 1) != Kind::Hyphen {
            break;
        }
        // "Moon Jae-In", "Song Min-Soon": a hyphen makes a name even of a small word
        let hyphenated = end > start && text.kind(end - 1) == Kind::Hyphen && !token.spaced;
        if token.capital
            && (hyphenated || !is_no_name(word))
            && !names
                .offices_within(end..end + 1)
                .iter()
                .any(|o| o.tokens.start == end && !token.caps && end > start)
        {
            end += 1;
            last = end;
        } else if is_particle(word)
            && end + 1 < text.tokens.len()
            && (text.tokens[end + 1].capital || text.kind(end + 1) == Kind::Hyphen || is_particle(text.word(end + 1)))
        {
            end += 1;
        } else {
            break;
        }
    }
    let long_enough = last > start && (last - start > 1 || text.word(start).trim_end_matches('.').chars().count() > 1);
    (long_enough && text.sentence_of(start) == text.sentence_of(last - 1)).then_some(start..last)
}

pub(super) fn is_title(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mr."
            | "mrs"
            | "mrs."
            | "ms"
            | "ms."
            | "dr"
            | "dr."
            | "h.e."
            | "shri"
            | "sir"
            | "gen."
            | "lt."
            | "adm."
            | "col."
            | "amb."
            | "prof."
            | "maj."
            | "brig."
            | "capt."
            | "cmdr."
            | "sgt."
            | "rear"
            | "admiral"
            | "honourable"
            | "honorable"
            | "right"
            | "hon"
            | "he"
            | "messrs."
            | "mrs.,"
            | "shrimati"
            | "excellency"
            | "madam"
            | "hon."
            | "sheikh"
    )
}

/// Small words inside names: "Mohammed bin Salman", "Yvo de Boer", "Ahmed al-Tayer".
pub(super) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "bin"
            | "ibn"
            | "al"
            | "el"
            | "de"
            | "da"
            | "di"
            | "dos"
            | "del"
            | "della"
            | "av"
            | "af"
            | "zu"
            | "van"
            | "von"
            | "der"
            | "den"
            | "la"
            | "le"
            | "y"
            | "ben"
            | "abu"
            | "ul"
            | "ur"
    )
}

/// Words of [`is_no_name`]: days and months, closed classes, and the nouns of bodies, meetings and programmes.
const COMMON_WORDS: &str = "\
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october \
    november december the a an this that these those he she it they we i you in on at for from with by but and or as if when \
    while after before his her its their our my also however meanwhile both who which what today yesterday earlier later not \
    no there here then according government ministry office department council committee commission party house parliament \
    agency affairs foreign national international security republic kingdom union state states summit conference treaty \
    agreement statement communique declaration resolution act law war day group forum university institute corp inc ltd \
    company bank court press news north south east west sea street province city county district asked speaking of meeting \
    meetings cooperation academy research order network force forces political joint programme program guidelines releases \
    plan dialogue initiative framework strategy policy fund centre center partnership alliance service services board \
    working economic development trade defense defence health energy climate cyber technology science education human rights \
    behaviour behavior quota missile nuclear military reporter reporters correspondent photo file image caption copyright \
    read more following during under global regional bilateral trilateral ministerial session talks pact accord deal \
    protocol convention charter article annex chapter part section team staff general assembly chair chairs border guard \
    coast region world first second third new old great high level each either neither all any some several many most few \
    another other such every none one two three four five six";

/// The same words, for lookup.
static COMMON: LazyLock<FxHashSet<&str>> = LazyLock::new(|| COMMON_WORDS.split_whitespace().collect());

/// Words with a capital that no name begins or ends with.
pub fn is_no_name(word: &str) -> bool {
    COMMON.contains(word)
}
