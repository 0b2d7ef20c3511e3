//! Group nouns: "the three ministers", "both sides", "the allies".
//!
//! Owns: how many a phrase speaks of, and which nouns stand for parties told before.
//! Leaves to: [`super::discourse`] which parties those are.

use crate::names;
use crate::text::Text;
use crate::text::token::Kind;
use std::ops::Range;

/// How many parties the phrase speaks of, where it tells.
pub(super) fn size(text: &Text, np: Range<usize>) -> Option<usize> {
    np.filter_map(|i| number(text.word(i))).next()
}

fn number(word: &str) -> Option<usize> {
    // "two-nation", "three-way"; not "two-day"
    let hyphen = word.bytes().position(|b| b == b'-');
    let stem = match hyphen.and_then(|at| word.split_at_checked(at)) {
        Some((stem, "-nation" | "-party" | "-way" | "-member" | "-country" | "-sided" | "-power" | "-state" | "-strong")) => stem,
        Some(_) => return None,
        None => word,
    };
    Some(match stem {
        "both" | "two" | "bilateral" | "pair" | "duo" | "2" => 2,
        "three" | "trilateral" | "trio" | "tripartite" | "3" => 3,
        "four" | "quadrilateral" | "quartet" | "quad" | "4" => 4,
        "five" | "quintet" | "5" => 5,
        "six" | "6" => 6,
        "seven" | "7" => 7,
        "eight" | "8" => 8,
        "nine" | "9" => 9,
        "ten" | "10" => 10,
        "eleven" | "11" => 11,
        "twelve" | "12" => 12,
        _ => return None,
    })
}

/// Plural nouns that stand for the parties of a meeting or a deal.
pub(super) fn is_group_noun(word: &str) -> bool {
    matches!(
        word,
        "sides"
            | "countries"
            | "nations"
            | "parties"
            | "governments"
            | "states"
            | "leaders"
            | "ministers"
            | "presidents"
            | "chiefs"
            | "diplomats"
            | "advisors"
            | "advisers"
            | "envoys"
            | "interlocutors"
            | "mediators"
            | "guarantors"
            | "sponsors"
            | "officials"
            | "delegations"
            | "heads"
            | "directors"
            | "secretaries"
            | "participants"
            | "representatives"
            | "negotiators"
            | "allies"
            | "partners"
            | "members"
            | "chairs"
            | "governors"
            | "capitals"
            | "counterparts"
            | "koreas"
            | "neighbours"
            | "neighbors"
            | "pair"
            | "trio"
            | "duo"
            | "three"
            | "two"
            | "both"
            | "men"
            | "women"
            | "principals"
            | "ambassadors"
            | "premiers"
            | "economies"
            | "signatories"
            | "friends"
            | "side"
            | "statesmen"
            | "generals"
            | "commanders"
            | "foes"
            | "giants"
            | "superpowers"
            | "rivals"
            | "enemies"
            | "adversaries"
            | "delegates"
            | "teams"
            | "panels"
            | "deputies"
            | "authorities"
            | "powers"
    )
}

/// The noun of a phrase: its last word before the first preposition or comma.
pub(super) fn head_noun(text: &Text, np: Range<usize>) -> Option<usize> {
    let stop = (np.start + 1..np.end)
        .find(|i| match text.word(*i) {
            "of" | "from" | "in" | "to" | "for" | "at" | "with" | "on" | "," | "by" | "between" | "who" | "which" | "(" => true,
            // "leaders meeting in Lima"
            "meeting" | "gathered" | "gathering" => matches!(text.word(i + 1), "in" | "at" | "here"),
            // "a statement issued at the talks"
            word => is_given(word) && matches!(text.word(i + 1), "in" | "at" | "by" | "to" | "on" | "after" | "following"),
        })
        .unwrap_or(np.end);
    (np.start..stop).rev().find(|i| matches!(text.kind(*i), Kind::Word | Kind::Number))
}

/// What is done with a document.
pub(super) fn is_given(word: &str) -> bool {
    matches!(
        word,
        "adopted" | "circulated" | "delivered" | "issued" | "made" | "posted" | "published" | "read" | "released" | "sent" | "signed"
    )
}

/// "its nationals", "their people": those who are governed, not those who govern.
pub(super) fn is_people(text: &Text, np: &Range<usize>) -> bool {
    let noun = head_noun(text, np.clone()).map_or("", |head| text.word(head));
    matches!(
        noun,
        "citizens" | "nationals" | "people" | "public" | "residents" | "subjects" | "voters"
    )
}

/// "our enemies", "its critics": whoever they are, they are not who has them.
pub(super) fn is_against(text: &Text, np: &Range<usize>) -> bool {
    const AGAINST: &[&str] = &[
        "adversaries",
        "adversary",
        "critics",
        "detractors",
        "enemies",
        "enemy",
        "foes",
        "neighbor",
        "neighbors",
        "neighbour",
        "neighbours",
        "opponent",
        "opponents",
        "rival",
        "rivals",
        "victims",
    ];
    head_noun(text, np.clone()).is_some_and(|h| AGAINST.contains(&text.word(h)))
}

/// Whether the phrase begins with words that count without telling who: "several countries".
pub(super) fn is_vague(text: &Text, np: Range<usize>) -> bool {
    let vague = matches!(
        text.word(np.start),
        "several"
            | "some"
            | "many"
            | "other"
            | "most"
            | "various"
            | "numerous"
            | "certain"
            | "few"
            | "countless"
            | "more"
            | "dozens"
            | "hundreds"
    );
    if text.word(np.start) == "all" && np.len() == 2 && matches!(text.word(np.start + 1), "sides" | "parties") {
        return true;
    }
    let noun = head_noun(text, np.clone()).map_or("", |head| text.word(head));
    // "the two allies" were told before, "its allies" nobody told
    if matches!(
        noun,
        "allies" | "partners" | "counterparts" | "critics" | "rivals" | "opponents" | "foes" | "backers" | "supporters"
    ) && size(text, np).is_none()
    {
        return true;
    }
    vague
        && matches!(
            noun,
            "countries"
                | "nations"
                | "states"
                | "governments"
                | "allies"
                | "partners"
                | "members"
                | "leaders"
                | "parties"
                | "powers"
                | "supporters"
                | "economies"
                | "participants"
        )
}

/// Whether the phrase counts some of a group without telling which: "three of its allies", "ten of the council's 15 members".
pub(super) fn is_part_of_many(text: &Text, np: &Range<usize>) -> bool {
    let counts = || number(text.word(np.start)).is_some_and(|n| n > 1) || text.kind(np.start) == Kind::Number;
    let noun = text.word(np.end - 1);
    np.len() > 3 && text.word(np.start + 1) == "of" && counts() && (is_group_noun(noun) || noun == "powers")
}

/// Whether the phrase is the plural of an office that each state has once, or of guests, with nothing that tells whose: "foreign ministers".
pub(super) fn is_bare(text: &Text, np: &Range<usize>) -> bool {
    let head = head_noun(text, np.clone()).map_or("", |head| text.word(head));
    let whose = np.len() > 3
        || np
            .clone()
            .any(|i| matches!(text.word(i), "the" | "its" | "their" | "his" | "our" | "government" | "cabinet"));
    !whose
        && matches!(
            head,
            "ministers"
                | "leaders"
                | "presidents"
                | "premiers"
                | "heads"
                | "delegates"
                | "participants"
                | "donors"
                | "signatories"
                | "co-chairs"
                | "principals"
                | "envoys"
                | "ambassadors"
        )
}

/// "Arab leaders", "the African heads of state": of many states, whichever is home.
pub(super) fn is_regional(text: &Text, np: &Range<usize>) -> bool {
    let many = |word: &str| {
        matches!(
            word,
            "african" | "arab" | "asian" | "european" | "international" | "latin" | "western" | "world"
        )
    };
    let first = np.start + usize::from(text.word(np.start) == "the");
    let head = head_noun(text, np.clone()).filter(|h| *h > first);
    head.is_some_and(|head| many(text.word(first)) && (is_group_noun(text.word(head)) || text.word(head) == "heads"))
}

/// Whether the phrase is who came to a meeting, by nothing but the noun: "the leaders".
pub(super) fn is_summit(text: &Text, np: &Range<usize>) -> bool {
    np.len() == 2
        && text.word(np.start) == "the"
        && matches!(text.word(np.start + 1), "leaders" | "ministers" | "participants" | "delegates")
}

/// Whether the phrase speaks of people under arms against a government, who are not its own: "the rebels".
pub(super) fn is_armed(text: &Text, np: &Range<usize>) -> bool {
    let head = head_noun(text, np.clone());
    // "a rebel commander", "guerrilla leaders"
    if head.is_some_and(|head| (np.start..head).any(|i| names::is_rebel(text.word(i)))) {
        return true;
    }
    is_rebel_noun(head.map_or("", |head| text.word(head)))
}

/// A noun for those who are up in arms against a state.
pub(super) fn is_rebel_noun(noun: &str) -> bool {
    names::is_rebel(noun.strip_suffix('s').unwrap_or(noun))
        || matches!(noun, "militia" | "militias" | "extremists" | "warlords" | "mutineers")
}

/// "all parties to the conflict", "Member States", "all states": nobody in particular.
pub(super) fn is_everybody(text: &Text, np: &Range<usize>) -> bool {
    // "all the parties involved"
    let last = np.end.saturating_sub(1);
    let behind = np.len() > 1 && matches!(text.word(last), "affected" | "concerned" | "involved");
    let noun = head_noun(text, np.start..np.end - usize::from(behind)).map_or("", |head| text.word(head));
    let many = matches!(
        noun,
        "parties"
            | "sides"
            | "states"
            | "countries"
            | "nations"
            | "members"
            | "governments"
            | "actors"
            | "stakeholders"
            | "organisations"
            | "organizations"
    );
    many && matches!(text.word(np.start), "all" | "member" | "other" | "states" | "those")
}

/// Whether the phrase speaks of the heads of states that nobody told: "Arab leaders", "African nations", "the international community".
pub(super) fn is_of_many(text: &Text, np: Range<usize>) -> bool {
    let definite = matches!(text.word(np.start), "the" | "these" | "those" | "both" | "their");
    let head = head_noun(text, np.clone());
    let noun = head.map_or("", |head| text.word(head));
    let whole = |head: usize| matches!(text.word(head.saturating_sub(1)), "international" | "world" | "global" | "wider");
    if noun == "community" && head.is_some_and(whole) {
        return true;
    }
    !definite
        && np.len() > 1
        && matches!(
            noun,
            "leaders" | "nations" | "countries" | "states" | "powers" | "governments" | "premiers" | "presidents" | "capitals"
        )
        || text.word(np.start) == "all" && matches!(noun, "parties" | "sides" | "members" | "participants")
}

/// Whether the phrase speaks of states and nobody else: "both governments".
pub(super) fn is_of_states(text: &Text, np: Range<usize>) -> bool {
    let noun = head_noun(text, np).map_or("", |head| text.word(head));
    matches!(
        noun,
        "governments" | "countries" | "nations" | "states" | "capitals" | "neighbours" | "neighbors"
    )
}

/// Whether the phrase is a document that speaks for those who issued it: "the communique".
pub(super) fn is_document(text: &Text, np: Range<usize>) -> bool {
    is_document_noun(head_noun(text, np).map_or("", |head| text.word(head)))
}

/// A noun of what parties give out.
pub(super) fn is_document_noun(noun: &str) -> bool {
    matches!(
        noun,
        "statement" | "communique" | "communiqué" | "declaration" | "resolution" | "document" | "agreement" | "text" | "readout"
    ) || is_letter(noun)
}

/// A noun of what one party writes to another, or of a body's account: it speaks for whoever was told to have given it, else for nobody.
pub(super) fn is_letter(noun: &str) -> bool {
    matches!(
        noun,
        "report" | "note" | "letter" | "draft" | "memorandum" | "memo" | "message" | "cable" | "protest" | "paper" | "transcript"
    )
}

/// Whether `noun`, in lower case, is the noun of the office `role`.
pub(super) fn is_noun_of(role: &str, noun: &str) -> bool {
    let own = office_noun(role);
    own.eq_ignore_ascii_case(noun) || !own.is_ascii() && own.to_lowercase() == noun
}

/// The noun of an office: "secretary" of "secretary of state".
pub(super) fn office_noun(phrase: &str) -> &str {
    let before = |phrase: &str, joint: &[u8]| {
        let mut places = phrase.as_bytes().windows(joint.len());
        places.position(|w| w.eq_ignore_ascii_case(joint)).unwrap_or(phrase.len())
    };
    let head = &phrase[..before(phrase, b" of ")];
    let head = &head[..before(head, b" for ")];
    head.split_whitespace().next_back().unwrap_or(head)
}

/// Whether the phrase speaks of parties told before: "the ministers", "both sides", "leaders of the three countries", "the trio".
pub(super) fn is_group(text: &Text, np: Range<usize>) -> bool {
    let Some(head) = head_noun(text, np.clone()) else { return false };
    if np.len() == 1 && number(text.word(np.start)).is_some()
        || np.len() == 2 && text.word(np.start) == "the" && number(text.word(np.start + 1)).is_some()
    {
        return true;
    }
    let definite = matches!(
        text.word(np.start),
        "the" | "these" | "those" | "both" | "all" | "their" | "each" | "either"
    );
    is_group_noun(text.word(head)) && (definite || size(text, np.clone()).is_some())
        || size(text, head + 1..np.end).is_some() && (head + 1..np.end).any(|i| is_group_noun(text.word(i)))
}
