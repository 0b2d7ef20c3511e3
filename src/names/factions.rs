//! Parties and armed movements that no table knows, told by the form of their name: "the National Movement for the Liberation of Peru".
//!
//! Owns: which run of capitals is such a name. It stands for nobody whom the gazetteer knows, yet whoever bears it may speak.
//! Leaves to: [`super::scan`] the names of the table, which win wherever they name an organisation themselves.
//! Knowledge: the nouns that parties and movements call themselves by, and the words that tell such a party from a birthday party.

use super::{Mention, MentionKind, Names};
use crate::statement::EntityKind;
use crate::text::Text;
use crate::text::token::Kind;
use std::ops::Range;

/// Nouns that are a party or a movement whatever stands before them.
const CLEAR: &[&str] = &["party"];

/// Nouns that are one only beside a word of [`CAUSES`].
const OPEN: &[&str] = &[
    "front",
    "movement",
    "army",
    "forces",
    "alliance",
    "coalition",
    "union",
    "congress",
    "league",
    "bloc",
    "brigades",
    "brigade",
    "organisation",
    "organization",
    "council",
    "democrats",
    "socialists",
    "liberals",
    "unionists",
    "resistance",
    "guard",
    "command",
];

/// What such movements are for or made of.
const CAUSES: &[&str] = &[
    "liberation",
    "democratic",
    "democracy",
    "people",
    "peoples",
    "revolutionary",
    "patriotic",
    "patriots",
    "islamic",
    "salvation",
    "resistance",
    "independence",
    "freedom",
    "popular",
    "communist",
    "socialist",
    "republican",
    "unionist",
    "nationalist",
    "christian",
    "social",
    "unity",
    "justice",
    "workers",
    "peasants",
    "solidarity",
    "transitional",
    "redemption",
    "sovereignty",
    "reform",
    "progressive",
    "self-determination",
    "autonomy",
    "defence",
    "defense",
    "development",
    "equality",
    "progress",
    "change",
];

/// Whether a form is a noun of parties and movements.
struct Head(bool);

/// Names of a party or movement, where the table names none.
pub(super) fn factions(text: &Text, names: &Names) -> Vec<Mention> {
    let known = text.by_form(|form| Head(is_head(form)));
    let heads = known.tokens(text, |head| head.0).filter(|i| *i > 0 && is_capital(text, *i));
    let mut found: Vec<Mention> = Vec::new();
    for head in heads {
        if found.last().is_some_and(|m| m.tokens.contains(&head)) {
            continue;
        }
        let Some(tokens) = run(text, names, head) else { continue };
        found.push(Mention {
            tokens,
            kind: MentionKind::Organisation,
            codes: Vec::new(),
            person: None,
        });
    }
    found
}

/// Whether an office is held for such a party: "the Blue Front's spokesman", "leader of the Movement for Reform".
pub(super) fn owns(text: &Text, names: &Names, office: &Range<usize>) -> bool {
    let faction = |i: usize| names.at(i).is_some_and(|m| names.is_faction(m));
    let before = text
        .before(office.start)
        .map_or(office.start, |b| if text.kind(b) == Kind::Clitic { b.saturating_sub(1) } else { b });
    let linked = matches!(text.word(office.end), "of" | "for" | "from" | "with");
    let after = office.end + 1 + usize::from(text.word(office.end + 1) == "the");
    faction(before) || linked && faction(after)
}

/// Words that say of an office that no state gave it: "rebel commander".
pub(crate) fn is_rebel(word: &str) -> bool {
    matches!(
        word,
        "rebel" | "guerrilla" | "insurgent" | "separatist" | "militant" | "secessionist"
    )
}

/// The first name of the armed group of the text, where it speaks of one alone.
pub(crate) fn only_armed<'n>(names: &'n Names) -> Option<&'n Mention> {
    let armed = |m: &&Mention| matches!(m.codes[..], [code] if names.entity(code).is_some_and(|e| e.kind == EntityKind::ArmedGroup));
    let mut all = names.mentions.iter().filter(armed);
    let first = all.next()?;
    all.all(|m| m.codes == first.codes).then_some(first)
}

/// Whether rebels gave the office: "rebel commander Bo Lind", "rebel leader Bo Lind".
pub(super) fn is_of_rebels(text: &Text, office: &Range<usize>) -> bool {
    is_rebel(text.word(office.start)) || text.before(office.start).is_some_and(|b| is_rebel(text.word(b)))
}

fn is_head(word: &str) -> bool {
    CLEAR.contains(&word) || OPEN.contains(&word)
}

fn is_capital(text: &Text, i: usize) -> bool {
    text.tokens.get(i).is_some_and(|t| t.capital && t.kind == Kind::Word)
}

/// `capital { capital } head [ ( "of" | "for" ) [ "the" ] capital { [ "of" [ "the" ] | "and" ] capital } ]`, not all of it in capitals as a headline is.
fn run(text: &Text, names: &Names, head: usize) -> Option<Range<usize>> {
    let sentence = text.sentences.get(text.sentence_of(head))?.tokens.clone();
    let part = |i: usize| is_capital(text, i) || matches!(text.kind(i), Kind::Clitic | Kind::Hyphen) && !text.tokens[i].spaced;
    let mut start = head;
    while start > sentence.start && head - start < 8 && part(start - 1) {
        start -= 1;
    }
    // "Lind's Party of Labour": whose it is stands before the name; "the People's Party": what it is called
    let owned = (start..head).rfind(|i| text.kind(*i) == Kind::Clitic && *i > start && !CAUSES.contains(&text.word(i - 1)));
    start = owned.map_or(start, |clitic| clitic + 1);
    // "The": an article, which the phrase has and the name has not; a title or a day opens no name
    while start < head
        && (!is_capital(text, start)
            || matches!(
                text.word(start),
                "the" | "a" | "an" | "but" | "and" | "in" | "its" | "both" | "when" | "as" | "while" | "if"
            ))
    {
        start += 1;
    }
    let end = complement(text, head, sentence.end);
    let tokens = start..end;
    let short = start == head && end == head + 1;
    // "the Peruvian Defence Council": with its adjective, the state's own
    let official = |i: usize| matches!(text.word(i), "defence" | "defense" | "development") && names.at(tokens.start).is_some();
    let cause = tokens.clone().any(|i| CAUSES.contains(&text.word(i)) && i != head && !official(i));
    let clear = CLEAR.contains(&text.word(head)) && start < head;
    let shouted = tokens.clone().all(|i| text.tokens[i].kind != Kind::Word || text.tokens[i].caps);
    let known = names.within(tokens.start.saturating_sub(4)..tokens.end + 4).iter().any(|m| {
        let meets = m.tokens.start < tokens.end && tokens.start < m.tokens.end;
        meets && !matches!(m.kind, MentionKind::State | MentionKind::Adjective | MentionKind::Seat)
    });
    (!short && (cause || clear) && !shouted && !known).then_some(tokens)
}

/// Where the name ends behind its head noun.
fn complement(text: &Text, head: usize, limit: usize) -> usize {
    let mut end = head + 1;
    let first = end + 1 + usize::from(text.word(end + 1) == "the");
    if !matches!(text.word(end), "of" | "for") || first >= limit || !is_capital(text, first) {
        return end;
    }
    end = first + 1;
    while end < limit {
        let linked = match text.word(end) {
            "of" => 1 + usize::from(text.word(end + 1) == "the"),
            "and" if CAUSES.contains(&text.word(end + 1)) => 1,
            _ => 0,
        };
        let hyphen = usize::from(text.kind(end) == Kind::Hyphen && !text.tokens[end].spaced);
        let next = end + linked.max(hyphen);
        if next >= limit || !is_capital(text, next) {
            break;
        }
        end = next + 1;
    }
    end
}
