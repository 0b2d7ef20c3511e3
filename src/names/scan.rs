//! The scan: longest phrase of the gazetteer at every token, with its capitals.
//!
//! Owns: which of several phrases at one place wins, and the words that are names only sometimes ("us", "States", "May").
//! Leaves to: [`super::learn`] people whom no table knows.

use super::gazetteer::{CodeId, Entry, First, Gazetteer};
use super::{Mention, MentionKind, Names};
use crate::read::published::month;
use crate::statement::EntityKind;
use crate::text::token::Kind;
use crate::text::{ByForm, Text};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Names at each place, longest first, left to right, inside one paragraph.
pub(super) fn scan(text: &Text, gazetteer: &Gazetteer, day: Option<Date>) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut scan = Scan {
        text,
        gazetteer,
        day,
        first: text.by_form(|form| gazetteer.first(form)),
        key: String::new(),
    };
    for paragraph in &text.paragraph_tokens {
        let mut i = paragraph.start;
        while i < paragraph.end {
            if scan.first.at(text, i).longest == 0 {
                i += 1;
                continue;
            }
            let found = scan.longest_at(i, paragraph.end);
            // "the Sudan Liberation Movement" is not "the Sudan"
            let found = found.filter(|(end, _)| {
                let short = text.word(i) == "the" && *end == i + 2;
                !(short && scan.longest_at(i + 1, paragraph.end).is_some_and(|(other, _)| other > *end))
            });
            match found {
                Some((end, entry)) => {
                    // "pro-Russian", "anti-Chinese": against or for somebody, never the one who speaks
                    let prefixed = |before: usize| is_prefix(text.word(before)) && !text.tokens[before].caps;
                    if !(i > 1 && text.kind(i - 1) == Kind::Hyphen && prefixed(i - 2)) {
                        let codes = stands_for(text, gazetteer, &entry, i, mentions.last());
                        mentions.push(Mention {
                            tokens: i..end,
                            kind: entry.kind,
                            codes,
                            person: None,
                        });
                    }
                    i = end;
                }
                None => i += 1,
            }
        }
    }
    without_family_names(text, mentions)
}

/// A state whose name somebody bears behind an initial ("Ana B. Chad") is not named by that word in this text.
fn without_family_names(text: &Text, mut mentions: Vec<Mention>) -> Vec<Mention> {
    let capital = |i: usize| text.tokens.get(i).is_some_and(|t| t.capital && t.kind == Kind::Word);
    let is_initial = |i: usize| capital(i) && text.word(i).ends_with('.') && text.word(i).chars().count() == 2;
    let one_word = |m: &Mention| m.tokens.len() == 1 && matches!(m.kind, MentionKind::State | MentionKind::Seat);
    let borne = |m: &Mention| {
        let at = m.tokens.start;
        one_word(m) && at > 1 && is_initial(at - 1) && capital(at - 2) && !is_initial(at - 2)
    };
    let family: Vec<&str> = mentions.iter().filter(|m| borne(m)).map(|m| text.word(m.tokens.start)).collect();
    if !family.is_empty() {
        mentions.retain(|m| !(one_word(m) && family.contains(&text.word(m.tokens.start))));
    }
    mentions
}

/// Abbreviations that the text itself gives: "the Department of Foreign Affairs (DFA)" and later "the DFA"; and the letters of a party that it
/// introduces: "the Patriotic Front", later "the PF".
pub(super) fn abbreviations(text: &Text, names: &Names) -> Vec<Mention> {
    let caps = |i: usize| text.tokens.get(i).is_some_and(|t| t.caps && t.kind == Kind::Word);
    let raw = |i: usize| text.slice(text.place(i..i + 1));
    let mut told: FxHashMap<&str, (&Mention, usize)> = FxHashMap::default();
    for m in &names.mentions {
        let at = m.tokens.end + 1;
        let short = caps(at) && (2..=8).contains(&raw(at).len());
        let bracketed = text.kind(m.tokens.end) == Kind::Open && text.kind(at + 1) == Kind::Close;
        if short && bracketed && matches!(m.kind, MentionKind::Organ | MentionKind::Organisation) && !names.is_name(at) {
            told.entry(raw(at)).or_insert((m, at));
        } else if names.is_faction(m)
            && let Some(party) = m.codes.first().and_then(|code| names.entity(*code))
        {
            told.entry(&party.code).or_insert((m, m.tokens.end));
        }
    }
    if told.is_empty() {
        return Vec::new();
    }
    let at = |i: usize| {
        let (m, _) = told.get(raw(i)).filter(|(_, from)| i > *from && !names.is_name(i))?;
        Some(Mention {
            tokens: i..i + 1,
            ..(*m).clone()
        })
    };
    (0..text.tokens.len()).filter(|i| caps(*i)).filter_map(at).collect()
}

/// "the North" and "the South" in a text that speaks of the two Koreas.
pub(super) fn koreas(text: &Text, names: &Names) -> Vec<Mention> {
    let codes = ["PRK", "KOR"].map(|c| names.gazetteer.code(c));
    let named = |code: Option<CodeId>| names.mentions.iter().any(|m| code.is_some_and(|c| m.codes == [c]));
    if !codes.iter().all(|c| named(*c)) {
        return Vec::new();
    }
    let at = |i: usize| {
        let code = match text.word(i) {
            "north" => codes[0]?,
            "south" => codes[1]?,
            _ => return None,
        };
        let capital = |i: usize| text.tokens.get(i).is_some_and(|t| t.capital && t.kind == Kind::Word);
        let alone = text.word(i.checked_sub(1)?) == "the" && capital(i) && !capital(i + 1) && text.kind(i + 1) != Kind::Hyphen;
        (alone && !names.is_name(i)).then(|| Mention {
            tokens: i..i + 1,
            kind: MentionKind::State,
            codes: vec![code],
            person: None,
        })
    };
    (0..text.tokens.len()).filter_map(at).collect()
}

/// The codes of an entry here. An organ after another state's name is that state's ("the Polish Foreign Office"); a pair with a
/// name of its own ("the two Koreas") is its members.
fn stands_for(text: &Text, gazetteer: &Gazetteer, entry: &Entry, i: usize, before: Option<&Mention>) -> Vec<CodeId> {
    let Some(code) = entry.code else { return Vec::new() };
    let owner = before.filter(|m| {
        matches!(m.kind, MentionKind::State | MentionKind::Adjective)
            && m.tokens.end + usize::from(text.kind(m.tokens.end) == Kind::Clitic) == i
            && text.before(i).is_some()
    });
    let pair = gazetteer.members(code);
    let is_bloc = gazetteer.entity(code).is_some_and(|e| e.kind == EntityKind::Bloc);
    match owner {
        Some(owner) if entry.kind == MentionKind::Organ => owner.codes.clone(),
        _ if is_bloc && pair.len() == 2 => {
            let mut codes = pair.to_vec();
            codes.sort();
            codes
        }
        _ => vec![code],
    }
}

fn is_prefix(word: &str) -> bool {
    matches!(
        word,
        "pro" | "anti" | "non" | "ex" | "intra" | "inter" | "trans" | "post" | "pre" | "un"
    )
}

/// The way over the tokens of a text.
struct Scan<'s> {
    text: &'s Text<'s>,
    gazetteer: &'s Gazetteer,
    day: Option<Date>,
    /// What names begin with each form.
    first: ByForm<First>,
    key: String,
}

impl Scan<'_> {
    /// The longest name from token `i`, and where it ends; not beyond `end`.
    fn longest_at(&mut self, i: usize, end: usize) -> Option<(usize, Entry)> {
        let text = self.text;
        let first = self.first.at(text, i);
        let mut most = usize::from(first.longest).min(end - i);
        if most == 0 || !matches!(text.kind(i), Kind::Word | Kind::Number) {
            return None;
        }
        if most > 1 && !self.gazetteer.may_begin(text.word(i), text.word(i + 1)) {
            most = 1;
        }
        if most == 1 && !first.alone {
            None
        } else {
            self.longest_of(i, most)
        }
    }

    /// The longest name from token `i`, of `most` tokens at most.
    fn longest_of(&mut self, i: usize, most: usize) -> Option<(usize, Entry)> {
        let text = self.text;
        self.key.clear();
        let mut ends = [0usize; 16];
        for (n, slot) in ends.iter_mut().enumerate().take(most) {
            if n > 0 {
                self.key.push(' ');
            }
            self.key.push_str(text.word(i + n));
            *slot = self.key.len();
        }
        (1..=most).rev().find_map(|n| {
            let mut entries = self.gazetteer.phrase(&self.key[..ends[n - 1]]);
            entries.retain(|e| written_so(text, e, i, n) && !is_other_word(text, i, n, e));
            let mut fits = entries.iter().filter(|e| e.holds(self.day));
            // in a text without a day a past state is meant where no other bears the name: "Soviet"
            let first = fits
                .next()
                .or_else(|| entries.first().filter(|e| self.day.is_none() && e.kind != MentionKind::Person))?;
            // a row with days wins over one without
            let dated = fits.find(|e| e.days.is_some()).filter(|_| first.days.is_none());
            Some((i + n, dated.unwrap_or(first).clone()))
        })
    }
}

/// Whether the capitals of the text are those that the phrase needs.
fn written_so(text: &Text, entry: &Entry, i: usize, n: usize) -> bool {
    (0..n).all(|bit| {
        let Some(token) = text.tokens.get(i + bit) else { return false };
        (entry.capitals >> bit & 1 == 0 || token.capital || token.caps) && (entry.caps >> bit & 1 == 0 || token.caps)
    })
}

/// Names that are words or parts of other names.
fn is_other_word(text: &Text, i: usize, n: usize, entry: &Entry) -> bool {
    let next_capital = text
        .tokens
        .get(i + n)
        .is_some_and(|t| t.capital && t.spaced && t.kind == Kind::Word);
    let after_capital = i > 0 && text.tokens.get(i - 1).is_some_and(|t| t.capital && t.kind == Kind::Word && !t.caps);
    match (n, text.word(i)) {
        // "Ho Chi Minh City", "John F. Kennedy Airport"
        _ if entry.kind == MentionKind::Person && next_capital && is_place(text.word(i + n)) => true,
        // given and family names: "Michael Jordan", "Chad Smith", "Georgia Smith"
        (1, "jordan" | "israel" | "london" | "washington" | "paris") if entry.kind != MentionKind::Adjective => {
            after_capital && is_given(text.word(i - 1))
        }
        (1, "chad") => next_capital && text.word(i + 1).len() > 2,
        // "The National" is a newspaper, "The National Security Council" is not
        (_, "the") if entry.kind == MentionKind::Media && n <= 3 => next_capital,
        (2, "the") => text.word(i + 1) == "states" && (!text.tokens.get(i + 1).is_some_and(|t| t.capital) || speaks_of_states(text, i)),
        _ => false,
    }
}

/// Tokens on either side in which a text would show that it writes of states: some pages, so that the work stays linear.
const NEAR: usize = 1000;

/// Whether the text around token `at` writes "Member States" or "all States": there "the States concerned" are no country.
fn speaks_of_states(text: &Text, at: usize) -> bool {
    let of_many = |i: usize| matches!(text.word(i), "member" | "all" | "other" | "third" | "participating");
    let state = |i: usize| text.word(i) == "states" && text.tokens[i].capital;
    (at.saturating_sub(NEAR).max(1)..text.tokens.len().min(at + NEAR)).any(|i| state(i) && of_many(i - 1))
}

/// Words that make a person's name that of a place or a house.
fn is_place(word: &str) -> bool {
    matches!(
        word,
        "city"
            | "airport"
            | "university"
            | "center"
            | "centre"
            | "avenue"
            | "street"
            | "prize"
            | "foundation"
            | "institute"
            | "library"
            | "square"
            | "bridge"
            | "school"
            | "hospital"
            | "stadium"
            | "memorial"
            | "award"
    )
}

/// Given names that stand before a family name which is also the name of a state or a capital.
fn is_given(word: &str) -> bool {
    const GIVEN: &[&str] = &[
        "michael", "jim", "vernon", "barbara", "robert", "neil", "hamilton", "denzel", "george", "jack", "kerry", "booker", "mr", "mr.",
        "mrs.", "ms.",
    ];
    GIVEN.contains(&word)
}

/// The state of the dateline, or that of which a report from elsewhere speaks; else the state of the publisher.
pub(super) fn home(text: &Text, names: &Names, publisher: Option<&str>) -> Option<CodeId> {
    let place = dateline(text, names).map(|code| spoken_of(text, names, code).unwrap_or(code));
    place.or_else(|| publisher.and_then(|p| publisher_home(p, names.gazetteer)))
}

/// Times that a report names a state of which it speaks.
const SPOKEN_OF: usize = 3;

/// The state of which a report speaks that comes from another one and never names it: agencies write about a country from the office
/// next to it, and whoever goes without a state in such a report is of the country.
fn spoken_of(text: &Text, names: &Names, place: CodeId) -> Option<CodeId> {
    let paragraph = (0..text.report.len()).find(|p| text.report[*p] > text.paragraph_tokens[*p].start)?;
    let start = text.report[paragraph];
    let mut counts: BTreeMap<CodeId, usize> = BTreeMap::new();
    for m in names.mentions.iter().filter(|m| m.tokens.start >= start) {
        if m.codes.contains(&place) {
            return None;
        }
        if let [code] = m.codes[..] {
            *counts.entry(code).or_default() += 1;
        }
    }
    let lead = names.within(start..text.paragraph_tokens[paragraph].end);
    let (code, n) = counts
        .into_iter()
        .filter(|(code, _)| names.gazetteer.is_state(*code) && names.gazetteer.code_text(*code) != "PRK")
        .max_by_key(|(code, n)| (*n, std::cmp::Reverse(*code)))?;
    (n >= SPOKEN_OF && lead.iter().any(|m| m.codes == [code])).then_some(code)
}

/// `dateline = place [ "," place ] [ "," date ] ( "(" agency ")" | ":" | dash )` at the start of one of the first paragraphs; where
/// extraction glued a line before it, within its first tokens.
fn dateline(text: &Text, names: &Names) -> Option<CodeId> {
    let place = |tokens: std::ops::Range<usize>| {
        let found = names
            .within(tokens)
            .iter()
            .find(|m| matches!(m.kind, MentionKind::State | MentionKind::Seat))?;
        found.codes.first().copied().filter(|c| names.gazetteer.is_state(*c))
    };
    for (paragraph, report) in text.paragraph_tokens.iter().zip(&text.report).take(12) {
        if let Some(code) = place(paragraph.start..*report) {
            return Some(code);
        }
        let in_capitals = |i: &usize| {
            let place = names
                .at(*i)
                .is_some_and(|m| matches!(m.kind, MentionKind::State | MentionKind::Seat));
            text.tokens.get(*i).is_some_and(|t| t.caps && t.place.end - t.place.start > 3) && (*i == paragraph.start || place)
        };
        let Some(first) = (paragraph.start..paragraph.end.min(paragraph.start + 10)).find(in_capitals) else {
            continue;
        };
        let ends = (first..paragraph.end.min(first + 16)).find(|i| {
            matches!(text.kind(*i), Kind::Dash | Kind::Colon | Kind::Close) || text.kind(*i) == Kind::Hyphen && text.tokens[*i].spaced
        });
        let ends = ends.or_else(|| is_alone(text, names, first..paragraph.end).then_some(paragraph.end));
        // "Seoul to inspect DPRK ships: minister" is a headline
        let told = |end: &usize| {
            let mut words = (first..*end).take_while(|i| text.kind(*i) != Kind::Open);
            words.any(|i| text.kind(i) == Kind::Word && !text.tokens[i].capital)
        };
        if let Some(code) = ends.filter(|end| !told(end)).and_then(|end| place(first..end)) {
            return Some(code);
        }
    }
    None
}

/// "OSLO, Dec 6 1996", "OSLO 1996-12-06": nothing but a place and a day.
fn is_alone(text: &Text, names: &Names, tokens: std::ops::Range<usize>) -> bool {
    let place = |i: usize| {
        names
            .at(i)
            .is_some_and(|m| matches!(m.kind, MentionKind::State | MentionKind::Seat))
    };
    let day = |i: usize| matches!(text.kind(i), Kind::Number | Kind::Comma | Kind::Hyphen | Kind::Stop) || month(text.word(i)).is_some();
    place(tokens.start)
        && tokens.len() <= 10
        && tokens.clone().any(|i| text.kind(i) == Kind::Number)
        && tokens.into_iter().all(|i| place(i) || day(i))
}

/// The state that a publisher speaks from: an organ or a state in its name, or one of the agencies of one country.
fn publisher_home(publisher: &str, gazetteer: &Gazetteer) -> Option<CodeId> {
    const AGENCIES: &[(&str, &str)] = &[
        ("yonhap", "KOR"),
        ("chosun", "KOR"),
        ("joongang", "KOR"),
        ("hankyoreh", "KOR"),
        ("asia business daily", "KOR"),
        ("xinhua", "CHN"),
        ("kyodo", "JPN"),
        ("nhk", "JPN"),
        ("white house", "USA"),
        ("department of state", "USA"),
        ("state department", "USA"),
        ("pib", "IND"),
        ("tass", "RUS"),
        ("anadolu", "TUR"),
        ("kcna", "PRK"),
        ("irna", "IRN"),
        ("fox", "USA"),
        ("cnn", "USA"),
        ("associated press", "USA"),
        ("new york times", "USA"),
        ("washington post", "USA"),
        ("guardian", "GBR"),
        ("bbc", "GBR"),
    ];
    let lower = publisher.to_lowercase();
    if let Some((_, code)) = AGENCIES.iter().find(|(name, _)| lower.contains(name)) {
        return gazetteer.code(code);
    }
    let layout = crate::read::layout::layout(publisher, &[], &|_| true);
    let text = Text::new(publisher, layout);
    let first = scan(&text, gazetteer, None).into_iter().find(|m| !m.codes.is_empty());
    first
        .and_then(|m| m.codes.first().copied())
        .filter(|c| gazetteer.is_state(*c))
        .or_else(|| {
            // "Korea Herald": a medium by its whole name, yet its first word tells the country
            text.tokens
                .iter()
                .enumerate()
                .find_map(|(i, _)| gazetteer.phrase(text.word(i)).iter().find_map(|e| e.code))
                .filter(|c| gazetteer.is_state(*c))
        })
}
