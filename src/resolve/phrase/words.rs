//! The closed classes of a noun phrase.
//!
//! Owns: which words govern, end or own. Leaves to: [`super`] what that means for the party.

use crate::text::Text;
use crate::text::token::Kind;

/// Prepositions that make a name the place or aim of something else.
pub(super) fn governs(word: &str) -> bool {
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

pub(super) fn ends_phrase(word: &str) -> bool {
    matches!(
        word,
        "who" | "which" | "whose" | "whom" | "that" | "where" | "when" | "while" | "whereby"
    )
}

/// The first word of what a minister is for.
pub(super) fn is_portfolio(word: &str) -> bool {
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
pub(super) fn owns_others(text: &Text, at: usize) -> bool {
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

pub(super) fn is_members(noun: &str) -> bool {
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

/// Whether an apposition begins at token `at`: an indefinite noun or "former", which no list of parties has.
pub(super) fn is_apposition(text: &Text, at: usize, end: usize) -> bool {
    let joined = |i: usize| matches!(text.word(i), "and" | "&");
    let list = (at..end).any(|i| text.kind(i) == Kind::Comma && joined(i + 1));
    // "France, Lind's last friend in the West", "the minister, in town to see Ruiz": neither names another party
    let owned = (at + 1..end.min(at + 4)).any(|i| text.kind(i) == Kind::Clitic) && !(at..end).any(joined);
    let small = text.tokens.get(at).is_some_and(|t| !t.capital);
    let form = text.word(at);
    // "speaking in Lima", "wary of Ruiz"
    let adjective = form.ends_with("ing") || form.ends_with("ed") || matches!(text.word(at + 1), "of" | "to" | "about");
    let placed = matches!(form, "in" | "on" | "at" | "with" | "for" | "under") || small && adjective;
    (matches!(text.word(at), "a" | "an" | "former") || owned || placed) && !list
}

/// Nouns of kin: whose they are tells nothing of for whom they speak.
pub(super) fn is_kin(noun: &str) -> bool {
    matches!(
        noun,
        "sister"
            | "sisters"
            | "brother"
            | "brothers"
            | "widow"
            | "cousin"
            | "nephew"
            | "niece"
            | "relatives"
            | "daughter"
            | "mother"
            | "father"
    )
}

/// What somebody does with a text that another gives out.
pub(super) fn is_introduced(word: &str) -> bool {
    matches!(
        word,
        "backed"
            | "blocked"
            | "co-sponsored"
            | "cosponsored"
            | "drafted"
            | "introduced"
            | "opposed"
            | "sponsored"
            | "supported"
            | "tabled"
            | "vetoed"
    )
}
