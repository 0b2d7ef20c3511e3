//! Names inside a noun phrase: which of them the phrase stands for.
//!
//! Owns: government ("the ambassador to Peru" is not Peru), coordination, apposition.
//! Leaves to: [`cut`] the edges of the phrase, [`head`] which noun says whether the party may speak; [`super::discourse`] phrases without a name.

mod cut;
mod head;
mod words;

pub(super) use cut::{parts, trim};
pub(super) use head::head_office;

use super::Scope;
use super::groups::{is_armed, is_document, is_rebel_noun};
use crate::names::{CodeId, Mention, MentionKind, Names, OfficeClass};
use crate::statement::EntityKind;
use crate::text::Text;
use crate::text::token::Kind;
use head::{new_head, scope};
use std::ops::Range;
use words::{governs, is_apposition, is_introduced, is_members, is_portfolio, owns_others};

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
    /// A person owns what follows: "Mugabe's party".
    owned: bool,
}

impl Part {
    fn flush(&mut self, codes: &mut Vec<CodeId>, guesses: &mut Vec<CodeId>) {
        let part = std::mem::take(self);
        if part.people.is_empty() && part.states.is_empty() && part.bodies.is_empty() {
            guesses.extend(part.guessed);
        } else if part.owned && part.body_last && !part.bodies.is_empty() {
            codes.extend(part.bodies);
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
    let mut located = None;
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
            // "Norway, along with Chile": they act, too
            "along" | "together" if i > np.start && text.word(i + 1) == "with" => {
                part.flush(&mut found.codes, &mut guesses);
                governed = false;
                found.plural = true;
                i += 2;
                continue;
            }
            // "the Quartet - the EU, the UN and Russia -": who a body is, told one by one
            "-" | "–" | "—" if !part.bodies.is_empty() && !governed && tells_members(text, names, i, np.end) => part.bodies.clear(),
            // "a letter sent to the council by Peru", "the resolution introduced by Chile": it speaks for who adopted it
            "by" if is_document(text, np.clone()) && !(i > np.start && is_introduced(text.word(i - 1))) => governed = false,
            // "posts held by Peru" are not Peru's words
            "by" => {
                governed = true;
                located = located.or(Some(in_place.len()));
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
                found.unknown |= token.capital
                    && text.kind(i) == Kind::Word
                    && !crate::names::is_common(word)
                    && is_owner(text, names, &np, i)
                    && !opens_only(text, i);
            }
        }
        i += 1;
    }
    part.flush(&mut found.codes, &mut guesses);
    in_place.truncate(located.unwrap_or(in_place.len()));
    // "Sheikh Omar, the emir of Qatar": what is told beats the guess, but not of two people
    if found.codes.is_empty() || found.plural {
        found.codes.append(&mut guesses);
    }
    // "its embassy in Lima": whose it is goes before where it is
    let owned = super::pronouns::possessive(text.word(np.start)).is_some();
    if found.codes.is_empty() && is_document(text, np.clone()) {
        found.codes = met(text, names, np.clone());
    }
    if found.codes.is_empty() && found.scope != Scope::Optional && !found.media && found.people.is_empty() && !owned {
        found.codes = in_place;
    }
    // "Chad's largest rebel group", "rebels in Chad": theirs is not the state's
    if found.people.is_empty() && is_armed(text, &np) && !np.clone().any(|i| text.word(i) == "and") {
        found.codes.retain(|c| !names.gazetteer.is_state(*c));
    }
    found.codes.sort();
    found.codes.dedup();
    // "a text of the foreign ministers" is one
    found.plural |= names.offices_within(np.clone()).iter().any(|o| o.plural) && !is_document(text, np);
    found
}

/// "a statement issued at a meeting of the EU ministers": the body that met gave it.
fn met(text: &Text, names: &Names, np: Range<usize>) -> Vec<CodeId> {
    let met = |i: &usize| matches!(text.word(*i), "meeting" | "summit" | "session" | "conference" | "assembly");
    let body = |m: &&Mention| m.kind == MentionKind::Organisation;
    let meeting = np.clone().any(|i| met(&i));
    let found = names.within(np).iter().find(body).filter(|_| meeting);
    found.map_or_else(Vec::new, |m| m.codes.clone())
}

/// Whether a list of three parties or more stands between the dash at `at` and the next one, or the end.
fn tells_members(text: &Text, names: &Names, at: usize, end: usize) -> bool {
    let spaced = text.tokens.get(at).is_some_and(|t| t.kind == Kind::Dash || t.spaced);
    let close = (at + 1..end)
        .find(|i| text.kind(*i) == text.kind(at) && text.tokens[*i].spaced)
        .unwrap_or(end);
    let told = names.within(at + 1..close);
    spaced
        && told.len() > 2
        && told
            .iter()
            .all(|m| matches!(m.kind, MentionKind::State | MentionKind::Organisation | MentionKind::Seat))
        && (at + 1..close).any(|i| text.word(i) == "and")
}

/// Tokens around a capital in which the same word would show whether it is a name.
const NEAR: usize = 2000;

/// Whether the word at `i` has its capital only because a sentence begins there: "Military officials". Nearby it is never capitalised
/// inside a sentence, and a word in lower case follows.
fn opens_only(text: &Text, i: usize) -> bool {
    let next = text.tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Word && !t.capital);
    let near = i.saturating_sub(NEAR)..text.tokens.len().min(i + NEAR);
    next && text.opens(i) && !text.has_own_capital(i, near)
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
        // "Angolan rebels" are not Angola's
        MentionKind::Adjective | MentionKind::State if is_rebel_noun(text.word(m.tokens.end)) => {}
        // "the Syrian opposition" is not Syria's
        MentionKind::Adjective if text.word(m.tokens.end) == "opposition" => {}
        // "the ethnic Albanian party" is not Albania's
        MentionKind::Adjective if m.tokens.start > 0 && text.word(m.tokens.start - 1) == "ethnic" => {}
        // a people is not its government
        MentionKind::Adjective
            if matches!(
                text.word(m.tokens.end),
                "people" | "peoples" | "public" | "citizens" | "voters" | "residents" | "nation"
            ) => {}
        MentionKind::Media => found.media |= first || !governed,
        MentionKind::Blocked | MentionKind::Company => {}
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
            part.owned |= text.kind(m.tokens.end) == Kind::Clitic;
            found.people.extend(m.person);
        }
        _ if governed => {
            // "the ministry in Seoul": the place is all that is told
            let word = |back: usize| m.tokens.start.checked_sub(back).map_or("", |b| text.word(b));
            // "a note to the Peruvian envoy" is not Peru's
            let before = if word(1) == "the" { word(2) } else { word(1) };
            // "leaders meeting in Lima", "leaders gathered in the Peruvian capital Lima" are not Peru's
            if (2..=5).any(|back| matches!(word(back), "meeting" | "gathered" | "gathering" | "assembled")) {
                return;
            }
            if m.kind == MentionKind::Organ && matches!(before, "in" | "at")
                || matches!(m.kind, MentionKind::Seat | MentionKind::State | MentionKind::Adjective)
                    // "officials in Lima and Oslo"
                    && (matches!(before, "in" | "at") || !in_place.is_empty() && matches!(before, "and" | ","))
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
                .and_then(|c| names.entity(*c))
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
