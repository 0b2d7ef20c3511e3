//! People introduced by what they lead, and offices owned by a noun.
//!
//! Owns: two ways in which a text tells for whom somebody speaks without naming the owner beside the office.
//!
//! ```text
//! name "," ["who"] leads owner    "Ana Ruiz, who heads the Chilean delegation", "Bo Lind, leading the Norwegian team"
//! "the" noun "'s" office          "the group's chief negotiator", "the country's envoy"
//! ```
//!
//! Leaves to: [`super::learn`] offices beside a name.

use super::gazetteer::CodeId;
use super::learn::name_ending;
use super::{Mention, MentionKind, Names, OfficeClass, OfficeHit, OfficeScope};
use crate::statement::EntityKind;
use crate::text::Text;
use crate::text::token::Kind;
use std::ops::Range;

/// Names to look back over for "the group".
const NAMES_BACK: usize = 60;

/// Somebody whom a relative clause introduces.
pub(super) struct Leader {
    pub(super) name: Range<usize>,
    /// From the verb to the owner.
    pub(super) role: Range<usize>,
    pub(super) codes: Vec<CodeId>,
}

/// Everybody who is introduced by "who leads ..." or "leading ...".
pub(super) fn leaders(text: &Text, names: &Names) -> Vec<Leader> {
    let commas = text.tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Comma);
    commas.filter_map(|(comma, _)| leader(text, names, comma + 1)).collect()
}

/// Whom the words behind a comma, from token `who` on, introduce.
fn leader(text: &Text, names: &Names, who: usize) -> Option<Leader> {
    let verb = match text.word(who) {
        "who" => {
            who + 1
                + usize::from(matches!(
                    text.word(who + 1),
                    "also" | "now" | "currently" | "is" | "was" | "has" | "had"
                ))
        }
        // "Bo Lind, the man who commands the Blue Front"
        "the" if matches!(text.word(who + 1), "man" | "woman" | "general" | "cleric") && text.word(who + 2) == "who" => who + 3,
        "leading" | "heading" | "chairing" | "representing" => who,
        _ => return None,
    };
    if !leads(text.word(verb)) {
        return None;
    }
    let name = name_ending(text, names, who - 1, text.sentences.get(text.sentence_of(who))?.tokens.start)?;
    let end = (verb + 1..verb + 14)
        .find(|i| *i >= text.tokens.len() || matches!(text.kind(*i), Kind::Comma | Kind::Stop | Kind::Dash))
        .unwrap_or(verb + 14)
        .min(text.tokens.len());
    let owner = names
        .within(verb + 1..end)
        .iter()
        .find(|m| !matches!(m.kind, MentionKind::Media | MentionKind::Blocked | MentionKind::Person) && !m.codes.is_empty())?;
    let direct = owner.tokens.start - verb <= 2 && owner.kind == MentionKind::Organisation;
    let body = (verb + 1..end).any(|i| is_public(text.word(i)))
        || names
            .offices_within(verb + 1..end)
            .iter()
            .any(|o| o.class == OfficeClass::Body && o.scope == OfficeScope::In);
    let private = (verb + 1..end).any(|i| is_private(text.word(i)));
    ((direct || body) && !private).then(|| Leader {
        name,
        role: verb..end,
        codes: owner.codes.clone(),
    })
}

fn leads(verb: &str) -> bool {
    matches!(
        verb,
        "leads"
            | "led"
            | "leading"
            | "heads"
            | "headed"
            | "heading"
            | "chairs"
            | "chaired"
            | "chairing"
            | "represents"
            | "representing"
            | "commands"
            | "runs"
            | "oversees"
    )
}

fn is_public(noun: &str) -> bool {
    matches!(
        noun,
        "delegation"
            | "team"
            | "mission"
            | "negotiators"
            | "talks"
            | "forces"
            | "troops"
            | "bank"
            | "ministry"
            | "agency"
            | "commission"
            | "committee"
            | "council"
            | "parliament"
            | "party"
            | "government"
            | "department"
            | "office"
            | "panel"
            | "side"
    )
}

/// Nouns of what speaks for no state: whoever leads it is no party.
fn is_private(noun: &str) -> bool {
    matches!(
        noun,
        "company"
            | "firm"
            | "club"
            | "university"
            | "institute"
            | "newspaper"
            | "magazine"
            | "business"
            | "corporation"
            | "school"
            | "hospital"
            | "charity"
            | "network"
            | "think"
            | "tank"
            | "campaign"
            | "football"
            | "soccer"
            | "tennis"
            | "basketball"
            | "maker"
            | "airline"
            | "chamber"
    )
}

/// For whom an office is held that a common noun owns; `None` where no such noun stands before it.
pub(super) fn owner_by_noun<'n>(text: &Text, names: &'n Names, hit: &OfficeHit) -> Option<&'n Mention> {
    let owner = noun_owner(text, hit)
        .or_else(|| noun_before(text, hit))
        .or_else(|| pronoun_owner(text, hit))
        .or_else(|| noun_behind(text, hit))?;
    if matches!(text.word(owner), "its" | "their") {
        return armed_before(names, owner);
    }
    let fits = owners(text.word(owner))?;
    let before = names.mentions.partition_point(|m| m.tokens.end <= owner);
    names.mentions[..before].iter().rev().take(NAMES_BACK).find(|m| {
        let kind = m.codes.first().and_then(|c| names.entity(*c)).map(|e| e.kind);
        m.codes.len() == 1 && kind.is_some_and(|k| fits(m.kind, k))
    })
}

/// Which names a noun can stand for that owns an office; `None` for a noun that owns none.
fn owners(noun: &str) -> Option<fn(MentionKind, EntityKind) -> bool> {
    Some(match noun {
        "country" | "nation" | "republic" | "kingdom" => |m, kind| m == MentionKind::State && kind == EntityKind::State,
        "militia" | "insurgency" | "guerrilla" | "rebels" | "guerrillas" | "insurgents" | "separatists" | "militants" | "fighters" => {
            |_, kind| kind == EntityKind::ArmedGroup
        }
        "party" | "movement" | "faction" | "front" | "league" => |_, kind| matches!(kind, EntityKind::Party | EntityKind::ArmedGroup),
        "group" | "organisation" | "organization" | "bloc" | "body" | "agency" | "union" | "alliance" | "commission" | "council" => {
            |m, kind| m == MentionKind::Organisation && kind != EntityKind::State
        }
        _ => return None,
    })
}

/// The armed group that "its" at token `at` means: the last name before it, where that is one.
fn armed_before<'n>(names: &'n Names, at: usize) -> Option<&'n Mention> {
    let before = names.mentions.partition_point(|m| m.tokens.end <= at);
    let actor = |m: &&Mention| !matches!(m.kind, MentionKind::Person | MentionKind::Media | MentionKind::Blocked);
    let kind = |m: &Mention| m.codes.first().and_then(|c| names.entity(*c)).map(|e| e.kind);
    let last = names.mentions[..before].iter().rfind(actor);
    last.filter(|m| kind(m) == Some(EntityKind::ArmedGroup))
}

/// Whether an office belongs to a private owner: "the company's president", "Acme Company director".
pub(super) fn is_privately_owned(text: &Text, names: &Names, hit: &OfficeHit) -> bool {
    let mut at = hit.tokens.start;
    let private = |at: usize| text.before(at).is_some_and(|b| is_private(text.word(b)));
    while !private(at)
        && let Some(o) = names
            .offices
            .binary_search_by_key(&at, |o| o.tokens.end)
            .ok()
            .and_then(|o| names.offices.get(o))
    {
        at = o.tokens.start;
    }
    let before = text.before(at).map_or("", |b| text.word(b));
    is_private(before)
        || matches!(before, "corp" | "corp." | "inc" | "inc." | "ltd" | "ltd." | "airlines" | "motors")
        || noun_owner(text, hit).is_some_and(|o| {
            is_private(text.word(o))
                || matches!(
                    text.word(o),
                    "team" | "brand" | "retailer" | "group" | "organisation" | "organization" | "association"
                )
        })
}

/// "spokesman of the movement", "deputy head of the group's bureau", "leader of the outlawed group": the noun behind an office.
fn noun_behind(text: &Text, hit: &OfficeHit) -> Option<usize> {
    let at = hit.tokens.end;
    let linked = matches!(text.word(at), "of" | "for" | "in") && text.word(at + 1) == "the";
    let owns = |i: &usize| owners(text.word(*i)).is_some();
    let owner = (at + 2..at + 5).find(owns).filter(|_| linked)?;
    let plain = (at + 2..owner).all(|i| text.tokens.get(i).is_some_and(|t| t.kind == Kind::Word && !t.capital) && text.word(i) != "of");
    plain.then_some(owner)
}

/// "its jailed leader", "one of its commanders": the pronoun before an office that an armed group has.
fn pronoun_owner(text: &Text, hit: &OfficeHit) -> Option<usize> {
    let leads = matches!(hit.class, OfficeClass::Head | OfficeClass::Military | OfficeClass::Spokesperson);
    let from = hit.tokens.start.saturating_sub(3);
    let owner = (from..hit.tokens.start).rev().find(|i| matches!(text.word(*i), "its" | "their"))?;
    let sentence = text.sentence_of(owner);
    (leads && text.sentence_of(hit.tokens.start) == sentence).then_some(owner)
}

/// The noun in lower case with "'s" before the office, over three words at most.
fn noun_owner(text: &Text, hit: &OfficeHit) -> Option<usize> {
    let from = hit.tokens.start.checked_sub(5)?;
    let clitic = (from..hit.tokens.start).rev().find(|i| text.kind(*i) != Kind::Word)?;
    let owner = clitic.checked_sub(1)?;
    let plain = text.tokens.get(owner).is_some_and(|t| t.kind == Kind::Word && !t.capital);
    (text.kind(clitic) == Kind::Clitic && plain).then_some(owner)
}

/// "front spokesman Bo Lind": a movement's noun in lower case right before the office, with nothing before it that says which.
fn noun_before(text: &Text, hit: &OfficeHit) -> Option<usize> {
    let noun = hit.tokens.start.checked_sub(1)?;
    let movement = matches!(text.word(noun), "front" | "movement" | "faction" | "militia");
    let small = text.tokens.get(noun).is_some_and(|t| !t.capital);
    let led = noun.checked_sub(1).is_some_and(|i| {
        let joined = matches!(text.word(i), "the" | "a" | "and" | "said" | "by" | "to" | "with" | "from" | "of");
        joined || text.kind(i) != Kind::Word
    });
    (movement && small && led).then_some(noun)
}

/// The United States, where only their offices are written so: "Rep. Al Burr", "Ohio Governor", "(D-Ohio)" after the name.
pub(super) fn american(text: &Text, names: &Names, hit: &OfficeHit, name: &Range<usize>) -> Option<CodeId> {
    let code = names.gazetteer.code("USA")?;
    let bracket = text.kind(name.end) == Kind::Open && is_party_letter(text.word(name.end + 1));
    let state = text
        .before(hit.tokens.start)
        .is_some_and(|b| is_american_state(text.word(b)) && text.tokens.get(b).is_some_and(|t| t.capital) && !names.is_name(b));
    let noun = text.word(hit.tokens.end.saturating_sub(1));
    let office = matches!(
        noun,
        "rep." | "reps." | "sen." | "sens." | "congressman" | "congresswoman" | "senator" | "senators"
    );
    if bracket && text.word(name.end + 1).contains('-') || is_american_office(text, hit) {
        return Some(code);
    }
    let spoken_of = || names.mentions.iter().any(|m| m.kind == MentionKind::Organ && m.codes == [code]);
    (names.home.is_some() && (bracket || state || office && spoken_of())).then_some(code)
}

/// Offices that only the United States have: "assistant attorney general".
fn is_american_office(text: &Text, hit: &OfficeHit) -> bool {
    let words = |r: Range<usize>| r.map(|i| text.word(i)).collect::<Vec<_>>().join(" ");
    let office = words(hit.tokens.start.saturating_sub(1)..hit.tokens.end);
    [
        "assistant attorney general",
        "assistant secretary of state",
        "assistant secretary of defense",
    ]
    .iter()
    .any(|o| office.ends_with(o))
}

fn is_party_letter(word: &str) -> bool {
    word.starts_with("d-") || word.starts_with("r-") || matches!(word, "d" | "r" | "d." | "r.")
}

/// The last words of the names of American states, but for those that other places share.
fn is_american_state(word: &str) -> bool {
    matches!(
        word,
        "alabama"
            | "alaska"
            | "arizona"
            | "arkansas"
            | "california"
            | "carolina"
            | "colorado"
            | "connecticut"
            | "dakota"
            | "delaware"
            | "florida"
            | "hampshire"
            | "hawaii"
            | "idaho"
            | "illinois"
            | "indiana"
            | "iowa"
            | "jersey"
            | "kansas"
            | "kentucky"
            | "louisiana"
            | "maine"
            | "maryland"
            | "massachusetts"
            | "michigan"
            | "minnesota"
            | "mississippi"
            | "missouri"
            | "montana"
            | "nebraska"
            | "nevada"
            | "ohio"
            | "oklahoma"
            | "oregon"
            | "pennsylvania"
            | "tennessee"
            | "texas"
            | "utah"
            | "vermont"
            | "virginia"
            | "wisconsin"
            | "wyoming"
            | "york"
    )
}
