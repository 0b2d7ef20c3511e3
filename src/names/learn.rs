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
//! Leaves to: [`super::people`] later mentions by surname.

use super::gazetteer::CodeId;
use super::leads;
use super::people::{LearnedPerson, by_table};
use super::{Context, Mention, MentionKind, Names, OfficeClass, OfficeHit, OfficeScope};
use crate::text::Text;
use crate::text::token::Kind;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::LazyLock;

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
    for hit in names.offices.iter().filter(|o| o.class.is_person()) {
        let after = name_at(text, names, hit.tokens.end);
        let (name, before) = match (after, name_before(text, names, hit)) {
            (Some(name), _) => (name, false),
            (None, Some(name)) => (name, true),
            (None, None) => match name_after_comma(text, names, hit) {
                Some(name) => (name, false),
                None => continue,
            },
        };
        let codes = whose(text, names, hit, &name, before);
        let foreign = codes.is_empty() && (has_unknown_owner(text, names, hit) || leads::is_privately_owned(text, names, hit));
        add(text, names, context, hit, name, (codes, foreign), &mut learned);
        // "Ministers A, B and C"
        if hit.plural && !before {
            let mut end = learned.mentions.last().map_or(hit.tokens.end, |m| m.tokens.end);
            while let Some(next) = next_in_list(text, end).and_then(|at| name_at(text, names, at)) {
                end = next.end;
                add(text, names, context, hit, next, (Vec::new(), false), &mut learned);
            }
        }
    }
    for leader in leads::leaders(text, names) {
        add_leader(text, leader, &mut learned);
    }
    learned.mentions.sort_by_key(|m| m.tokens.start);
    learned
}

/// Somebody introduced by what he leads, unless an office introduced him in the same place.
fn add_leader(text: &Text, leader: leads::Leader, learned: &mut Learned) {
    if learned
        .mentions
        .iter()
        .any(|m| m.tokens.start < leader.name.end && leader.name.start < m.tokens.end)
    {
        return;
    }
    let joined = |tokens: Range<usize>| text.slice(text.place(tokens)).split_whitespace().collect::<Vec<_>>().join(" ");
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
        told: true,
        guessed: false,
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
    let words: Vec<String> = name.clone().map(|i| text.word(i).to_string()).collect();
    let known = by_table(names.gazetteer, &words, context.published);
    let mut codes = codes;
    // "UN ambassador": sent to the body by a state that the table knows
    if hit.class == OfficeClass::Envoy
        && let ([code], Some(known)) = (codes.as_slice(), known)
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
    let role = text
        .slice(text.place(hit.tokens.clone()))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let person = match earlier {
        Some(index) if learned.people[index].codes == codes || codes.is_empty() || !told => index,
        _ => {
            let full = text
                .slice(text.place(name.clone()))
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            learned.by_name.insert(words.join(" "), learned.people.len());
            learned.people.push(LearnedPerson {
                name: full,
                role: Some(role),
                codes: codes.clone(),
                words,
                at: name.start,
                told,
                guessed: false,
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

/// Small words inside names: "Mohammed bin Salman", "Yvo de Boer", "Ahmed al-Tayer".
fn is_particle(word: &str) -> bool {
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
    coast region world first second third new old great high level";

/// The same words, for lookup.
static COMMON: LazyLock<FxHashSet<&str>> = LazyLock::new(|| COMMON_WORDS.split_whitespace().collect());

/// Words with a capital that no name begins or ends with.
pub fn is_no_name(word: &str) -> bool {
    COMMON.contains(word)
}

/// `name = given { [particle] given } ` from token `at`: capitals outside other names, at most seven tokens, inside one sentence.
pub(super) fn name_at(text: &Text, names: &Names, at: usize) -> Option<Range<usize>> {
    // a person whom the table knows is a name by itself
    if let Some(m) = names.at(at).filter(|m| m.kind == MentionKind::Person && m.tokens.start == at) {
        return Some(m.tokens.clone());
    }
    let mut start = at;
    while is_title(text.word(start)) && text.kind(start) == Kind::Word {
        start += 1;
    }
    if names.offices.binary_search_by_key(&start, |o| o.tokens.start).is_ok() {
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
        if token.capital
            && !is_no_name(word)
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

fn is_title(word: &str) -> bool {
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

/// A name that ends just before a comma before the office and what stands before it: "Bo Lind, Norway's new envoy".
fn name_before(text: &Text, names: &Names, hit: &OfficeHit) -> Option<Range<usize>> {
    let sentence = text.sentences.get(text.sentence_of(hit.tokens.start))?.tokens.start;
    let mut i = hit.tokens.start;
    let comma = loop {
        if i == sentence || hit.tokens.start - i > 10 {
            return None;
        }
        i -= 1;
        match text.kind(i) {
            Kind::Comma => break i,
            Kind::Word | Kind::Clitic | Kind::Hyphen if premodifies(text, names, i, &hit.tokens) => {}
            _ => return None,
        }
    };
    name_ending(text, names, comma, sentence)
}

/// The name that ends at token `comma`, no earlier than `sentence`: two words, or one that is known.
pub(super) fn name_ending(text: &Text, names: &Names, comma: usize, sentence: usize) -> Option<Range<usize>> {
    let mut start = comma;
    while start > sentence && comma - start < 7 {
        let word = text.word(start - 1);
        let token = &text.tokens[start - 1];
        let part = token.kind == Kind::Word && (token.capital && !is_no_name(word) || is_particle(word))
            || token.kind == Kind::Hyphen && !token.spaced;
        let free = names.at(start - 1).is_none_or(|m| m.kind == MentionKind::Person) && names.offices_within(start - 1..start).is_empty();
        if !part || !free {
            break;
        }
        start -= 1;
    }
    while start < comma && (is_title(text.word(start)) || is_particle(text.word(start))) {
        start += 1;
    }
    let whole = names.within(start..comma).iter().any(|m| m.kind == MentionKind::Person);
    (comma - start >= 2 || whole).then_some(start..comma)
}

/// Whether token `i` may stand between a comma and the office: determiner, owner, modifier; no verb, no preposition but "of".
fn premodifies(text: &Text, names: &Names, i: usize, office: &Range<usize>) -> bool {
    let word = text.word(i);
    names.is_name(i)
        || text.tokens[i].capital
        || matches!(text.kind(i), Kind::Clitic | Kind::Hyphen)
        || text.kind(i + 1) == Kind::Clitic
        || matches!(
            word,
            "the"
                | "a"
                | "an"
                | "of"
                | "and"
                | "his"
                | "her"
                | "its"
                | "new"
                | "top"
                | "chief"
                | "senior"
                | "deputy"
                | "former"
                | "acting"
                | "special"
                | "current"
                | "first"
                | "one"
                | "then"
        )
        || i + 1 == office.start
            && !word.ends_with("ed")
            && !matches!(
                word,
                "to" | "by"
                    | "with"
                    | "in"
                    | "on"
                    | "at"
                    | "for"
                    | "said"
                    | "told"
                    | "met"
                    | "as"
                    | "from"
                    | "that"
                    | "who"
                    | "when"
                    | "while"
                    | "but"
                    | "or"
            )
}

/// `office [ "of" owner | "to" place ] "," name ","`
fn name_after_comma(text: &Text, names: &Names, hit: &OfficeHit) -> Option<Range<usize>> {
    if hit.plural {
        return None;
    }
    let mut i = hit.tokens.end;
    // complement of the office, names and small words only
    while i < hit.tokens.end + 14 && text.kind(i) != Kind::Comma {
        let capital = text.tokens.get(i).is_some_and(|t| t.capital);
        if !(names.is_name(i)
            || capital
            || matches!(
                text.word(i),
                "of" | "to" | "for" | "the" | "and" | "in" | "foreign" | "affairs" | "office"
            ))
        {
            return None;
        }
        i += 1;
    }
    let name = name_at(text, names, i + 1)?;
    let closed = matches!(
        text.kind(name.end),
        Kind::Comma | Kind::Stop | Kind::Close | Kind::Quote | Kind::Dash
    ) || text.word(name.end) == "and"
        || name.end >= text.tokens.len();
    let known = names.at(name.start).is_some_and(|m| m.kind == MentionKind::Person);
    let listed = names.offices.binary_search_by_key(&name.end, |o| o.tokens.start).is_ok();
    (text.kind(i) == Kind::Comma && (closed && name.len() >= 2 || known) && !listed).then_some(name)
}

fn next_in_list(text: &Text, end: usize) -> Option<usize> {
    match (text.kind(end), text.word(end), text.word(end + 1)) {
        (Kind::Comma, _, "and") => Some(end + 2),
        (Kind::Comma, _, _) | (_, "and", _) => Some(end + 1),
        _ => None,
    }
}

/// For whom the office is held: the owner before it, the complement after it, or "of" after the name.
fn whose(text: &Text, names: &Names, hit: &OfficeHit, name: &Range<usize>, name_first: bool) -> Vec<CodeId> {
    if hit.scope == OfficeScope::Out {
        return Vec::new();
    }
    owner_before(text, names, hit)
        .or_else(|| owner_after(text, names, hit.tokens.end))
        .or_else(|| {
            if name_first {
                None
            } else {
                right_after(text, names, name.end).or_else(|| in_brackets(text, names, name.end))
            }
        })
        .or_else(|| leads::owner_by_noun(text, names, hit))
        .map(|m| m.codes.clone())
        .or_else(|| leads::american(text, names, hit, name).map(|code| vec![code]))
        .unwrap_or_default()
}

/// Whether a name that nobody knows owns the office: "Acme president", "the Blue Front's spokesman".
fn has_unknown_owner(text: &Text, names: &Names, hit: &OfficeHit) -> bool {
    let Some(before) = hit.tokens.start.checked_sub(1) else {
        return false;
    };
    let owner = if text.kind(before) == Kind::Clitic {
        before.saturating_sub(1)
    } else {
        before
    };
    let capital = text
        .tokens
        .get(owner)
        .is_some_and(|t| t.capital && t.kind == Kind::Word && t.spaced);
    let first = text.sentences.get(text.sentence_of(owner)).is_some_and(|s| s.tokens.start == owner);
    let office = names
        .offices
        .binary_search_by(|o| {
            if o.tokens.end <= owner {
                std::cmp::Ordering::Less
            } else if o.tokens.start > owner {
                std::cmp::Ordering::Greater
            } else {
                std::cmp::Ordering::Equal
            }
        })
        .is_ok();
    capital
        && !first
        && !office
        && !names.is_name(owner)
        && !is_no_name(text.word(owner))
        && matches!(hit.class, OfficeClass::Head | OfficeClass::Official | OfficeClass::Spokesperson)
}

fn speaks(m: &Mention) -> bool {
    !matches!(m.kind, MentionKind::Media | MentionKind::Blocked | MentionKind::Person) && !m.codes.is_empty()
}

/// The name that owns the office from the left, over modifiers and other offices of the same person.
fn owner_before<'n>(text: &Text, names: &'n Names, hit: &OfficeHit) -> Option<&'n Mention> {
    let mut i = hit.tokens.start;
    for _ in 0..10 {
        i = i.checked_sub(1)?;
        if let Some(m) = names.at(i) {
            // "the Rotarian Middle East envoy": a region between owner and office
            if m.kind == MentionKind::Blocked {
                i = m.tokens.start;
                continue;
            }
            if m.kind == MentionKind::Person && text.kind(m.tokens.end) == Kind::Clitic && !m.codes.is_empty() {
                return Some(m);
            }
            // "Peru's U.N. ambassador" is Peru's
            if hit.class == OfficeClass::Envoy && m.kind == MentionKind::Organisation {
                let before = m
                    .tokens
                    .start
                    .checked_sub(1)
                    .map(|b| if text.kind(b) == Kind::Clitic { b.saturating_sub(1) } else { b });
                if let Some(state) = before
                    .and_then(|b| names.at(b))
                    .filter(|s| matches!(s.kind, MentionKind::State | MentionKind::Adjective | MentionKind::Seat))
                {
                    return Some(state);
                }
            }
            // "the United Nations' Peru envoy" is the body's, sent to Peru
            if hit.class == OfficeClass::Envoy
                && m.kind == MentionKind::State
                && let Some(sender) = owner_right_before(text, names, m).filter(|s| s.kind == MentionKind::Organisation && speaks(s))
            {
                return Some(sender);
            }
            return speaks(m).then_some(m);
        }
        let token = text.tokens.get(i)?;
        let word = text.word(i);
        let office = names.offices.partition_point(|o| o.tokens.end <= i);
        let in_office = names.offices.get(office).is_some_and(|o| o.tokens.contains(&i));
        let go_on = in_office
            || matches!(token.kind, Kind::Clitic | Kind::Hyphen)
            || token.kind == Kind::Word && (token.capital && !is_closed(word) || is_modifier(word))
            || word == "and" && i > 0 && !names.is_name(i - 1) && text.tokens[i - 1].capital
            || word == "and" && names.offices.binary_search_by_key(&i, |o| o.tokens.end).is_ok();
        if !go_on || matches!(word, "the" | "a" | "an") {
            return None;
        }
    }
    None
}

/// The name right before a name, with or without "'s".
fn owner_right_before<'n>(text: &Text, names: &'n Names, m: &Mention) -> Option<&'n Mention> {
    let before = m.tokens.start.checked_sub(1)?;
    if text.kind(before) == Kind::Clitic {
        names.at(before.checked_sub(1)?)
    } else {
        names.at(before)
    }
}

/// Capitals that begin a sentence or name a day: nothing that stands inside the name of an office.
fn is_closed(word: &str) -> bool {
    is_no_name(word)
        && !matches!(
            word,
            "government"
                | "ministry"
                | "office"
                | "department"
                | "council"
                | "committee"
                | "commission"
                | "party"
                | "house"
                | "parliament"
                | "agency"
                | "affairs"
                | "foreign"
                | "national"
                | "international"
                | "security"
                | "state"
                | "states"
                | "press"
                | "bank"
                | "war"
                | "news"
                | "union"
                | "group"
                | "north"
                | "south"
                | "east"
                | "west"
                | "of"
        )
}

fn is_modifier(word: &str) -> bool {
    matches!(
        word,
        "new"
            | "top"
            | "chief"
            | "senior"
            | "deputy"
            | "vice"
            | "former"
            | "acting"
            | "special"
            | "national"
            | "foreign"
            | "state"
            | "presidential"
            | "government"
            | "security"
            | "main"
            | "lead"
            | "nuclear"
            | "military"
            | "army"
            | "then"
            | "interim"
            | "outgoing"
            | "assistant"
            | "first"
            | "ruling"
            | "hardline"
            | "affairs"
            | "trade"
            | "defence"
            | "defense"
            | "islamist"
    ) || word.ends_with("ing") && word.len() > 5
        || word.ends_with("ed") && word.contains('-')
        || word.ends_with("-elect")
}

/// `{ "of" | "for" ... } owner` right after an office or a name: "of the Security Office of the Presidential Office", "of India".
fn owner_after<'n>(text: &Text, names: &'n Names, from: usize) -> Option<&'n Mention> {
    let mut i = from;
    let mut of = false;
    let mut fallback = None;
    while i < from + 14 {
        if let Some(m) = names.at(i) {
            if of && speaks(m) {
                return Some(m);
            }
            return fallback;
        }
        let word = text.word(i);
        match word {
            "of" | "at" => of = true,
            "for" | "the" | "and" | "foreign" | "affairs" | "in" | "charge" | "external" => {
                fallback = fallback.filter(|_| of);
            }
            _ if text.tokens.get(i).is_some_and(|t| t.capital && t.kind == Kind::Word) && i > from => {}
            _ => return fallback,
        }
        i += 1;
    }
    fallback
}

/// `name "of" owner`: "of India", with nothing between.
fn right_after<'n>(text: &Text, names: &'n Names, at: usize) -> Option<&'n Mention> {
    let linked = matches!(text.word(at), "of" | "from");
    let from = at + 1 + usize::from(text.word(at + 1) == "the");
    names.at(from).filter(|m| linked && speaks(m))
}

/// `name "(" state ")"`
fn in_brackets<'n>(text: &Text, names: &'n Names, at: usize) -> Option<&'n Mention> {
    let m = names.at(at + 1)?;
    (text.kind(at) == Kind::Open && text.kind(m.tokens.end) == Kind::Close && speaks(m)).then_some(m)
}
