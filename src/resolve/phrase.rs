//! Names inside a noun phrase: which of them the phrase stands for.
//!
//! Owns: government ("the ambassador to Peru" is not Peru), coordination, apposition, and which noun says whether the party may speak.
//! Leaves to: [`super::discourse`] phrases without a name.

use super::Scope;
use crate::names::{CodeId, Mention, MentionKind, Names, OfficeClass, OfficeHit, OfficeScope};
use crate::statement::EntityKind;
use crate::text::Text;
use crate::text::token::Kind;
use std::ops::Range;

/// What the names of a phrase say.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    pub(super) codes: Vec<CodeId>,
    pub(super) people: Vec<usize>,
    /// The names are states that own a thing or office, or the person: no guess from context.
    pub(super) scope: Scope,
    /// A medium stands at its head.
    pub(super) media: bool,
    /// More than one: coordination, or a plural noun.
    pub(super) plural: bool,
    /// Holds a name that nobody knows.
    pub(super) unknown: bool,
}

/// Prepositions that make a name the place or aim of something else.
fn governs(word: &str) -> bool {
    matches!(
        word,
        "to" | "in"
            | "on"
            | "at"
            | "for"
            | "with"
            | "against"
            | "over"
            | "about"
            | "toward"
            | "towards"
            | "near"
            | "into"
            | "under"
            | "regarding"
            | "concerning"
            | "after"
            | "before"
            | "during"
            | "inside"
            | "outside"
            | "within"
            | "despite"
            | "besides"
            | "upon"
            | "amid"
            | "throughout"
            | "across"
            | "than"
            | "visiting"
            | "versus"
            | "around"
    )
}

fn ends_phrase(word: &str) -> bool {
    matches!(
        word,
        "who" | "which" | "whose" | "whom" | "that" | "where" | "when" | "while" | "whereby"
    )
}

/// The phrase without marks at its ends and without a relative clause.
pub(super) fn trim(text: &Text, np: Range<usize>) -> Range<usize> {
    let mut range = np.start..np.end.min(text.tokens.len());
    while range.start < range.end && !matches!(text.kind(range.start), Kind::Word | Kind::Number) {
        range.start += 1;
    }
    // "LIMA, Peru (Agency) -- The president": the dateline is no part of the phrase
    if let Some(dash) = range.clone().take(14).find(|i| text.kind(*i) == Kind::Dash)
        && text.tokens.get(range.start).is_some_and(|t| t.caps)
    {
        range.start = dash + 1;
    }
    // "one of the officials" is an official
    if range.len() > 2
        && text.word(range.start + 1) == "of"
        && matches!(text.word(range.start), "one" | "some" | "many" | "most" | "several" | "none")
    {
        range.start += 2;
    }
    // "a number of officials" are officials
    if range.len() > 3
        && text.word(range.start) == "a"
        && matches!(text.word(range.start + 1), "number" | "handful" | "majority" | "couple")
        && text.word(range.start + 2) == "of"
    {
        range.start += 3;
    }
    // "Shin, who heads the office, Akiba, and Sullivan": a list goes on behind the relative clause
    let goes_on = |from: usize| (from..range.end).any(|i| text.kind(i) == Kind::Comma && text.word(i + 1) == "and");
    if let Some(end) = (range.start + 1..range.end)
        .find(|i| ends_phrase(text.word(*i)))
        .filter(|i| !goes_on(*i))
    {
        range.end = end;
    }
    while range.start < range.end && !matches!(text.kind(range.end - 1), Kind::Word | Kind::Number | Kind::Clitic | Kind::Close) {
        range.end -= 1;
    }
    range
}

/// Coordinated parts: cut at "and", "as well as", "along with", "&", and at commas of a list.
pub(super) fn parts(text: &Text, names: &Names, np: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = np.start;
    let mut i = np.start;
    while i < np.end {
        if let Some(m) = names.at(i) {
            i = m.tokens.end.max(i + 1);
            continue;
        }
        let long = match (text.word(i), text.word(i + 1), text.word(i + 2)) {
            ("as", "well", "as") => 3,
            ("along" | "together", "with", _) => 2,
            ("and" | "&" | "or" | ",", "and", _) if text.word(i) == "," => 2,
            ("and" | "&" | "or" | ",", ..) => 1,
            _ => 0,
        };
        if long > 0 {
            if start < i {
                parts.push(start..i);
            }
            start = i + long;
            i = start;
        } else {
            i += 1;
        }
    }
    if start < np.end {
        parts.push(start..np.end);
    }
    parts
}

#[derive(Default)]
struct Part {
    people: Vec<CodeId>,
    /// People whom only the guess of home places: the weakest word.
    guessed: Vec<CodeId>,
    states: Vec<CodeId>,
    bodies: Vec<CodeId>,
    /// The body is the last name of the part, so it is the head: "Lebanon's Hezbollah".
    body_last: bool,
    /// A name was linked by "of" or "from".
    of: bool,
}

impl Part {
    fn flush(&mut self, codes: &mut Vec<CodeId>, guesses: &mut Vec<CodeId>) {
        let part = std::mem::take(self);
        if part.people.is_empty() && part.states.is_empty() && part.bodies.is_empty() {
            guesses.extend(part.guessed);
        } else if !part.people.is_empty() {
            codes.extend(part.people);
        } else if part.bodies.is_empty() || part.states.is_empty() || part.of {
            codes.extend(part.states.into_iter().chain(part.bodies));
        } else if part.body_last {
            codes.extend(part.bodies);
        } else {
            codes.extend(part.states);
        }
    }
}

/// Reads the names of `np`, which is trimmed.
pub(super) fn named(text: &Text, names: &Names, np: Range<usize>) -> Named {
    let mut found = Named {
        scope: scope(text, names, np.clone()),
        ..Named::default()
    };
    let mut part = Part::default();
    let mut governed = false;
    let mut portfolio = false;
    let mut in_place = Vec::new();
    let mut guesses = Vec::new();
    let mut i = np.start;
    while i < np.end {
        if let Some(m) = names.at(i).filter(|m| m.tokens.end <= np.end) {
            take(text, names, m, governed, i == np.start, &mut part, &mut found, &mut in_place);
            i = m.tokens.end.max(i + 1);
            continue;
        }
        let word = text.word(i);
        // what stands in brackets says the same again: "the Bank (WB, founded in France)"
        if text.kind(i) == Kind::Open
            && !(part.people.is_empty() && part.guessed.is_empty() && part.states.is_empty() && part.bodies.is_empty())
            && let Some(close) = (i..np.end).find(|k| text.kind(*k) == Kind::Close)
        {
            i = close + 1;
            continue;
        }
        match word {
            "and" | "&" | "," | "or" => {
                // "Hamas, a rival of Fatah": an apposition says more of the same party
                let named = !(part.people.is_empty() && part.guessed.is_empty() && part.bodies.is_empty() && part.states.is_empty());
                if word == "," && named && !governed && is_apposition(text, i + 1, np.end) {
                    part.flush(&mut found.codes, &mut guesses);
                    i = (i + 1..np.end).find(|k| text.kind(*k) == Kind::Comma).unwrap_or(np.end);
                    continue;
                }
                if new_head(text, names, i + 1, np.end) {
                    governed = false;
                }
                if !governed {
                    part.flush(&mut found.codes, &mut guesses);
                }
                found.plural |= word == "and" || word == "&";
            }
            "of" | "from" => {
                part.of = true;
                // "minister for foreign affairs of Peru"
                governed &= !portfolio;
            }
            // "a spokesman for Ghani" speaks for him
            "for" if i > np.start && text.word(i - 1).starts_with("spokes") => {}
            "to" if i > np.start
                && matches!(
                    text.word(i - 1),
                    "adviser" | "advisor" | "aide" | "assistant" | "advisers" | "advisors" | "aides" | "counsellor" | "counselor"
                ) => {}
            _ if i > np.start && governs(word) => {
                portfolio = word == "for" && is_portfolio(text.word(i + 1));
                governed = true;
            }
            _ => {
                let token = &text.tokens[i];
                found.unknown |=
                    token.capital && text.kind(i) == Kind::Word && !crate::names::is_common(word) && is_owner(text, names, &np, i);
            }
        }
        i += 1;
    }
    part.flush(&mut found.codes, &mut guesses);
    // "Sheikh Omar, the emir of Qatar": what is told beats the guess, but not of two people
    if found.codes.is_empty() || found.plural {
        found.codes.append(&mut guesses);
    }
    if found.codes.is_empty() && found.scope != Scope::Optional && !found.media && found.people.is_empty() {
        found.codes = in_place;
    }
    found.codes.sort();
    found.codes.dedup();
    found.plural |= names.offices_within(np.clone()).iter().any(|o| o.plural);
    found
}

/// Whether the unknown capital at `i` owns or places the party: "the president of Acme", "Acme president", "officials at Acme".
fn is_owner(text: &Text, names: &Names, np: &Range<usize>, i: usize) -> bool {
    let offices = names.offices_within(np.clone());
    if offices.iter().any(|o| o.tokens.contains(&i)) {
        return false;
    }
    let before = (np.start..i)
        .rev()
        .find(|k| !text.tokens.get(*k).is_some_and(|t| t.capital) && text.word(*k) != "the");
    let linked = before.is_some_and(|k| matches!(text.word(k), "of" | "at" | "from" | "for" | "with"));
    let next = offices.iter().find(|o| o.tokens.start > i);
    let heads = next.is_some_and(|o| {
        o.tokens.start == i + 1 && matches!(o.class, OfficeClass::Head | OfficeClass::Official | OfficeClass::Spokesperson)
    });
    linked || heads || offices.is_empty() || text.kind(i + 1) == Kind::Clitic
}

#[expect(clippy::too_many_arguments, reason = "the state of one loop, which nobody else calls")]
fn take(
    text: &Text,
    names: &Names,
    m: &Mention,
    governed: bool,
    first: bool,
    part: &mut Part,
    found: &mut Named,
    in_place: &mut Vec<CodeId>,
) {
    let right_after = m
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|b| governs(text.word(b)) || text.word(b) == "the" && b > 0 && governs(text.word(b - 1)));
    match m.kind {
        // "European countries" are not the Union
        _ if m.tokens.len() == 1 && text.word(m.tokens.start) == "european" && is_members(text.word(m.tokens.end)) => {}
        // "Peru's allies" are not Peru
        _ if text.kind(m.tokens.end) == Kind::Clitic && owns_others(text, m.tokens.end + 1) => {}
        // a people is not its government
        MentionKind::Adjective
            if matches!(
                text.word(m.tokens.end),
                "people" | "peoples" | "public" | "citizens" | "voters" | "residents" | "nation"
            ) => {}
        MentionKind::Media => found.media |= first || !governed,
        MentionKind::Blocked => {}
        // "the United Nations' Peru envoy" is not Peru's
        MentionKind::State
            if !part.bodies.is_empty()
                && names
                    .offices_within(m.tokens.end..m.tokens.end + 3)
                    .first()
                    .is_some_and(|o| o.class == OfficeClass::Envoy && o.tokens.start <= m.tokens.end + 1) => {}
        MentionKind::Person if governed && right_after => {}
        MentionKind::Person => {
            let guessed = m.person.and_then(|p| names.people.get(p)).is_some_and(|p| p.guessed);
            if guessed { &mut part.guessed } else { &mut part.people }.extend(&m.codes);
            found.people.extend(m.person);
        }
        _ if governed => {
            // "the ministry in Seoul": the place is all that is told
            let before = m.tokens.start.checked_sub(1).map_or("", |b| text.word(b));
            if m.kind == MentionKind::Organ && matches!(before, "in" | "at" | "the")
                || matches!(m.kind, MentionKind::Seat | MentionKind::State | MentionKind::Adjective) && matches!(before, "in" | "the")
            {
                in_place.extend(&m.codes);
            }
        }
        MentionKind::Organisation => {
            part.bodies.extend(&m.codes);
            let next = text.word(m.tokens.end);
            let faction = m
                .codes
                .first()
                .and_then(|c| names.gazetteer.entity(*c))
                .is_some_and(|e| matches!(e.kind, EntityKind::Party | EntityKind::ArmedGroup));
            let head =
                text.kind(m.tokens.end) != Kind::Word || governs(next) || matches!(next, "of" | "and" | "or" | "who" | "which" | "that");
            part.body_last = faction || head;
        }
        _ => {
            part.states.extend(&m.codes);
            part.body_last = false;
        }
    }
}

/// Whether an apposition begins at token `at`: an indefinite noun or "former", which no list of parties has.
fn is_apposition(text: &Text, at: usize, end: usize) -> bool {
    let list = (at..end).any(|i| text.kind(i) == Kind::Comma && matches!(text.word(i + 1), "and" | "&"));
    matches!(text.word(at), "a" | "an" | "former") && !list
}

/// The first word of what a minister is for.
fn is_portfolio(word: &str) -> bool {
    matches!(
        word,
        "foreign"
            | "external"
            | "defence"
            | "defense"
            | "internal"
            | "home"
            | "trade"
            | "economic"
            | "finance"
            | "european"
            | "political"
            | "international"
            | "justice"
            | "energy"
            | "climate"
            | "national"
    )
}

/// Whether what is owned from token `at` on are others: allies, rivals, counterparts.
fn owns_others(text: &Text, at: usize) -> bool {
    let words = (at..at + 5).take_while(|i| text.kind(*i) == Kind::Word && !matches!(text.word(*i), "and" | "of" | "in" | "to" | "for"));
    words.into_iter().any(|i| {
        matches!(
            text.word(i),
            "allies"
                | "ally"
                | "partners"
                | "counterparts"
                | "counterpart"
                | "critics"
                | "enemies"
                | "neighbors"
                | "neighbours"
                | "rivals"
                | "opponents"
                | "foes"
                | "backers"
                | "supporters"
                | "lenders"
                | "creditors"
        )
    })
}

fn is_members(noun: &str) -> bool {
    matches!(
        noun,
        "countries"
            | "nations"
            | "allies"
            | "states"
            | "partners"
            | "powers"
            | "capitals"
            | "governments"
            | "country"
            | "ally"
            | "nation"
            | "and"
    )
}

/// Whether a new party begins at token `at`: an office or a person stands before the next comma.
fn new_head(text: &Text, names: &Names, at: usize, end: usize) -> bool {
    let stop = (at..end)
        .find(|i| names.at(*i).is_none() && matches!(text.word(*i), "," | "and" | "&" | "of" | "to" | "for" | "in"))
        .unwrap_or(end);
    names.within(at..stop).iter().any(|m| m.kind == MentionKind::Person)
        || names.offices_within(at..stop).iter().any(|o| o.class.is_person())
}

/// Whether the party may speak, by its head noun: the last office before the first preposition or comma.
pub(super) fn scope(text: &Text, names: &Names, np: Range<usize>) -> Scope {
    let head = head_office(text, names, np.clone());
    if let Some(office) = head {
        return match office.scope {
            OfficeScope::In => Scope::In,
            OfficeScope::Optional => Scope::Optional,
            OfficeScope::Out => Scope::Out,
        };
    }
    let end = head_end(text, names, &np);
    // "China's Global Times": the medium at the end is the head
    if names
        .within(np.start..end)
        .last()
        .is_some_and(|m| m.kind == MentionKind::Media && m.tokens.end == end)
    {
        return Scope::Out;
    }
    let mut mentions = names.within(np.start..end).iter().chain(names.within(np.clone()));
    match mentions.next() {
        Some(m) if m.kind == MentionKind::Media => Scope::Out,
        Some(m) if m.kind == MentionKind::Blocked => Scope::Unknown,
        Some(m) if m.kind == MentionKind::Person => m
            .person
            .and_then(|p| names.people.get(p))
            .map_or(Scope::Unknown, |p| match p.scope {
                OfficeScope::Out => Scope::Out,
                OfficeScope::Optional => Scope::Optional,
                OfficeScope::In if p.codes.is_empty() => Scope::Unknown,
                OfficeScope::In => Scope::In,
            }),
        Some(_) => Scope::In,
        None => Scope::Unknown,
    }
}

fn head_end(text: &Text, names: &Names, np: &Range<usize>) -> usize {
    // "minister of defence" is one office, its "of" ends nothing
    let offices = names.offices_within(np.clone());
    let inside = |i: usize| offices.iter().any(|o| o.tokens.contains(&i));
    (np.start + 1..np.end)
        .find(|i| names.at(*i).is_none() && !inside(*i) && (governs(text.word(*i)) || matches!(text.word(*i), "of" | "from" | "by" | ",")))
        .unwrap_or(np.end)
}

/// The office that is the head of the phrase; for "X, an analyst at Y" the one in the apposition.
pub(super) fn head_office<'n>(text: &Text, names: &'n Names, np: Range<usize>) -> Option<&'n OfficeHit> {
    let end = head_end(text, names, &np);
    let hits = names.offices_within(np.start..end);
    if let Some(last) = hits.last() {
        // "a minister's lawyer": what an office owns is not the office
        return Some(last);
    }
    let person_first = names.at(np.start).is_some_and(|m| m.kind == MentionKind::Person)
        || text.tokens.get(np.start).is_some_and(|t| t.capital) && text.kind(end) == Kind::Comma;
    let apposition = end + 1
        ..(end + 1..np.end)
            .find(|i| names.at(*i).is_none() && (governs(text.word(*i)) || text.word(*i) == ","))
            .unwrap_or(np.end);
    if person_first && text.kind(end) == Kind::Comma && apposition.start < apposition.end {
        names.offices_within(apposition).last()
    } else {
        None
    }
}
