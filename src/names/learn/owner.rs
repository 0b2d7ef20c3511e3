//! For whom an office is held: "Norway's envoy", "minister of culture of Peru", "envoy Bo Lind (Norway)".
//!
//! Owns: the words that may stand between an office and its owner, on either side.
//! Leaves to: [`crate::names::leads`] owners that a noun or a party letter tells.

use super::name::is_no_name;
use crate::names::{CodeId, Mention, MentionKind, Names, OfficeClass, OfficeHit, OfficeScope, leads};
use crate::text::Text;
use crate::text::token::Kind;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// For whom the office is held: the owner before it, the complement after it, or "of" after the name.
pub(in crate::names) fn whose(text: &Text, names: &Names, hit: &OfficeHit, name: &Range<usize>, name_first: bool) -> Vec<CodeId> {
    if hit.scope == OfficeScope::Out {
        return Vec::new();
    }
    if let Some(both) = owners_before(text, names, hit) {
        return both;
    }
    owner_before(text, names, hit)
        .or_else(|| owner_after(text, names, hit))
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

/// "UN-Arab League envoy": two bodies joined by a hyphen, who share the office.
fn owners_before(text: &Text, names: &Names, hit: &OfficeHit) -> Option<Vec<CodeId>> {
    let body = |m: &&Mention| m.kind == MentionKind::Organisation && speaks(m);
    let second = owner_before(text, names, hit).filter(body)?;
    let hyphen = second.tokens.start.checked_sub(1).filter(|i| text.kind(*i) == Kind::Hyphen)?;
    let first = names.at(hyphen.checked_sub(1)?).filter(body)?;
    let mut codes = [first.codes.as_slice(), &second.codes].concat();
    codes.sort();
    codes.dedup();
    Some(codes)
}

/// Whether a name that nobody knows owns the office: "Acme president", "the Blue Front's spokesman".
pub(super) fn has_unknown_owner(text: &Text, names: &Names, hit: &OfficeHit) -> bool {
    let Some(before) = text.before(hit.tokens.start) else {
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
    // a capital at the head of a sentence tells nothing, unless the word had one before
    let opens = text.sentences.get(text.sentence_of(owner)).is_some_and(|s| s.tokens.start == owner);
    let first = opens && !is_capital_before(text, owner);
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

/// Tokens to look back over for a name: some paragraphs, so that the work stays linear.
const WORDS_BACK: usize = 400;

/// Whether the word of token `at` stood with a capital before, inside a sentence.
fn is_capital_before(text: &Text, at: usize) -> bool {
    (at.saturating_sub(WORDS_BACK)..at).rev().any(|i| {
        text.word(i) == text.word(at)
            && text.tokens[i].capital
            && text.sentences.get(text.sentence_of(i)).is_some_and(|s| s.tokens.start != i)
            && !is_no_name(text.word(i))
    })
}

fn speaks(m: &Mention) -> bool {
    !matches!(m.kind, MentionKind::Media | MentionKind::Blocked | MentionKind::Person) && !m.codes.is_empty()
}

/// The name that owns the office from the left, over modifiers and other offices of the same person.
pub(in crate::names) fn owner_before<'n>(text: &Text, names: &'n Names, hit: &OfficeHit) -> Option<&'n Mention> {
    let mut i = hit.tokens.start;
    let first = text.paragraph_of(i).start;
    let mut open = 0;
    for _ in 0..10 {
        i = i.checked_sub(1).filter(|i| *i >= first)?;
        if let Some(m) = names.at(i) {
            if open > 0 && !owns_openly(text, m, i + 1, open) {
                return None;
            }
            // "the Rotarian Middle East envoy", "French European Affairs Minister": a region between owner and office
            let portfolio = text.word(m.tokens.start) == "european" && m.tokens.len() == 1 && text.word(i + 1) == "affairs";
            if m.kind == MentionKind::Blocked || portfolio {
                i = m.tokens.start;
                continue;
            }
            if m.kind == MentionKind::Person && text.kind(m.tokens.end) == Kind::Clitic && !m.codes.is_empty() {
                return Some(m);
            }
            // "Peru's U.N. ambassador" is Peru's
            if hit.class == OfficeClass::Envoy && m.kind == MentionKind::Organisation {
                // and "Peru's deputy U.N. ambassador"
                let deputy = usize::from(m.tokens.start > first && is_modifier(text.word(m.tokens.start - 1)));
                let before = m
                    .tokens
                    .start
                    .checked_sub(1 + deputy)
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
            // "the Blue Front (BF) leader"
            || token.kind == Kind::Close && i > 1 && text.kind(i - 2) == Kind::Open
            || token.kind == Kind::Word && (token.capital && !is_closed(word) || is_modifier(word))
            || word == "and" && i > 0 && !names.is_name(i - 1) && text.tokens[i - 1].capital
            || word == "and" && names.offices.binary_search_by_key(&i, |o| o.tokens.end).is_ok();
        if matches!(word, "the" | "a" | "an") {
            return None;
        }
        // "the Blue Front's jailed leader"
        let owned = word.ends_with("ed") && i > 0 && text.kind(i - 1) == Kind::Clitic;
        if !go_on && !owned {
            if !is_open_modifier(text, i) {
                return None;
            }
            open += 1;
        }
    }
    None
}

/// Whether a name owns the office behind it over `open` words that no list knows ("the UN refugee envoy"): it cannot be a subject with its
/// verb, since it is an adjective, has "'s", or begins a phrase with an article or behind a comma.
fn owns_openly(text: &Text, m: &Mention, after: usize, open: usize) -> bool {
    let before = m.tokens.start.checked_sub(1);
    let opened =
        before.is_some_and(|b| text.kind(b) == Kind::Comma || matches!(text.word(b), "the" | "a" | "an" | "its" | "their" | "his" | "her"));
    let owner = m.kind == MentionKind::Adjective || text.kind(after) == Kind::Clitic;
    // "the UN backs envoy Lind"
    let verb = text.word(after).ends_with('s') && !matches!(text.word(after), "rights" | "affairs" | "relations" | "sports" | "operations");
    open <= 3 && (owner || opened && !verb)
}

/// A word in lower case that may modify an office, whatever it is: no verb form that tells itself, no closed class, and nothing that makes
/// the office that of a private body or of a government's opponents.
pub(super) fn is_open_modifier(text: &Text, i: usize) -> bool {
    let word = text.word(i);
    text.kind(i) == Kind::Word
        && text.tokens.get(i).is_some_and(|t| !t.capital)
        && word.len() > 2
        && !word.ends_with("ed")
        && !word.ends_with("ly")
        && !NEVER.contains(word)
}

/// Words that modify no office, or make it a private one.
static NEVER: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "\
        to of by with in on at for from as than into over under about against between after before during through without upon per \
        and or but nor that which who whom whose when while where if because since until so not no than then also only just even \
        this these those every each some any all both such same other another more most many much few several own \
        he she it they we you i his her its their our your my him them us me \
        is was are were be been being am has had have having will would may might can could shall should must do does did \
        said says say saying told tells tell met meets meet sent sends chose made makes gave gives took takes saw sees won got left \
        held holds put let heard found kept brought wrote spoke thought knew went came became began felt lost paid sought swore \
        opposition rebel rebels exile dissident student union labour labor church religious tribal separatist secessionist business \
        industry company corporate football soccer tennis basketball cricket film music protest guerrilla militia farm community \
        activist news newspaper television radio media bank banking university college school hospital charity think tank club fan"
        .split_whitespace()
        .collect()
});

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
            | "political"
            | "wing"
            | "peace"
            | "media"
            | "humanitarian"
            | "regional"
            | "provincial"
            | "delegation"
    ) || word.ends_with("ing") && word.len() > 5
        || word.ends_with("ed") && word.contains('-')
        || word.ends_with("-elect")
}

/// `{ "of" | "for" ... } owner` right after an office or a name: "of the Security Office of the Presidential Office", "of India".
fn owner_after<'n>(text: &Text, names: &'n Names, hit: &OfficeHit) -> Option<&'n Mention> {
    let from = hit.tokens.end;
    let mut i = from;
    // "spokesman for the Sudanese delegation" is theirs
    let mut of = hit.class == OfficeClass::Spokesperson && text.word(from) == "for";
    // "environment minister for the European Union", not "envoy for Sudan"
    let for_body = text.word(from) == "for"
        && names
            .at(from + 1 + usize::from(text.word(from + 1) == "the"))
            // "minister for Europe": a portfolio
            .is_some_and(|m| m.kind == MentionKind::Organisation && (m.tokens.len() > 1 || text.tokens[m.tokens.start].caps));
    of |= for_body;
    let mut fallback = None;
    let end = text.paragraph_of(hit.tokens.start).end.min(from + 14);
    while i < end {
        if let Some(m) = names.at(i) {
            if of && speaks(m) {
                // "leader of the Colombian FARC": the state's adjective says which organisation
                let body = names.at(m.tokens.end).filter(|b| b.kind == MentionKind::Organisation && speaks(b));
                return body.filter(|_| m.kind == MentionKind::Adjective).or(Some(m));
            }
            return fallback;
        }
        let word = text.word(i);
        match word {
            "of" | "at" => of = true,
            // "number two in the Blue Front"
            "in" if is_rank(text, hit) => of = true,
            // "leader of the outlawed Blue Front", "commander of the main rebel group, the Blue Front"
            _ if of
                && (is_modifier(word) || is_adjective_of_movement(word))
                && names.at(i + 1).is_some_and(|m| m.kind == MentionKind::Organisation) => {}
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

/// "number two": a rank, which is held in something.
fn is_rank(text: &Text, hit: &OfficeHit) -> bool {
    matches!(
        text.word(hit.tokens.end.saturating_sub(1)),
        "one" | "two" | "second-in-command" | "figure" | "figures" | "member" | "leader" | "leaders"
    )
}

/// What stands before the name of a movement.
fn is_adjective_of_movement(word: &str) -> bool {
    word.ends_with("ed")
        || matches!(
            word,
            "rebel" | "separatist" | "guerrilla" | "militant" | "leftist" | "rightist" | "maoist" | "communist" | "islamic" | "armed"
        )
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
