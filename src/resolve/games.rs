//! Reports on games: who plays there under the name of a state or a capital is a team.
//!
//! Owns: whether a text is such a report, by the words that it is full of, and which of its phrases are parties all the same.
//! Leaves to: [`super::discourse`] what follows for those who speak in it.

use crate::names::{MentionKind, Names, OfficeClass, OfficeScope};
use crate::text::Text;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Different words of games that make a text a report on them.
const KINDS: usize = 4;

/// A word of games in so many tokens, at least.
const ONE_IN: usize = 80;

/// Bodies that nothing but games have: each tells as much as two words.
const LEAGUES: &[&str] = &["nfl", "nba", "mlb", "nhl", "fifa", "uefa"];

static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "team teams coach coaches league leagues season seasons player players game match matches fans fan striker midfielder defender \
     goalkeeper forward winger captain tournament tournaments championship championships champion champions quarterback nfl nba mlb nhl \
     fifa uefa club clubs stadium stadiums football soccer basketball tennis cricket rugby hockey \
     baseball golf boxing referee squad semi-final semifinal quarter-final playoff playoffs scored wicket innings touchdown \
     sprinter swimmer marathon franchise cheerleader cheerleaders teammate teammates locker cup goalscorer batsman bowler skipper"
        .split_whitespace()
        .collect()
});

/// Houses, offices and words of governments that make it one on politics.
const POLITICAL: usize = 2;

/// So many words of games to one of those outweigh them.
const GAMES_TO_ONE: usize = 5;

/// What governments do to each other, in games too.
const OF_STATES: &[&str] = &[
    "boycott",
    "boycotts",
    "boycotted",
    "diplomatic",
    "diplomats",
    "diplomat",
    "sanctions",
    "embassy",
    "regime",
    "treaty",
    "ceasefire",
    "abuses",
];

/// Whether a form is one of [`WORDS`].
struct OfGames(bool);

/// Whether a text reports on games, and not on the politics of games.
pub(super) fn is_of_games(text: &Text, names: &Names) -> bool {
    let mut kinds: BTreeSet<&str> = BTreeSet::new();
    let of_games = text.by_form(|form| OfGames(WORDS.contains(form)));
    let all = of_games.tokens(text, |of| of.0).map(|i| text.word(i));
    let total = all.map(|word| kinds.insert(word)).count();
    let leagues = kinds.iter().filter(|word| LEAGUES.contains(word)).count();
    if kinds.len() + leagues < KINDS || total * ONE_IN < text.tokens.len() {
        return false;
    }
    let organs = names.mentions.iter().filter(|m| m.kind == MentionKind::Organ);
    let offices = names.offices.iter().filter(|o| o.scope == OfficeScope::In && governs(o.class));
    let words = (0..text.tokens.len()).filter(|i| OF_STATES.contains(&text.word(*i)));
    let political = organs.count() + offices.count() + words.count();
    political < POLITICAL || political * GAMES_TO_ONE < total
}

/// Whether a phrase of such a report is a party still: a house, a body, a person of the tables, a minister, an envoy or a legislator.
pub(super) fn is_party(names: &Names, np: Range<usize>) -> bool {
    let named = names.within(np.clone()).iter().any(|m| match m.kind {
        MentionKind::Organ | MentionKind::Organisation => true,
        MentionKind::Person => m
            .person
            .and_then(|p| names.people.get(p)?.role.as_deref())
            .is_some_and(|role| governs_by_name(&role.to_lowercase())),
        _ => false,
    });
    let mut offices = names.offices_within(np).iter();
    named || offices.any(|o| o.scope == OfficeScope::In && governs(o.class))
}

fn governs(class: OfficeClass) -> bool {
    matches!(class, OfficeClass::Minister | OfficeClass::Envoy | OfficeClass::Legislator)
}

/// Offices of a government, in the words of a text or of the tables.
fn governs_by_name(role: &str) -> bool {
    const OFFICES: &[&str] = &[
        "minister",
        "chancellor",
        "premier",
        "senator",
        "secretary",
        "ambassador",
        "mayor",
        "governor",
        "king",
        "queen",
    ];
    let team = ["team", "club", "football", "league"].iter().any(|word| role.contains(word));
    !team && (OFFICES.iter().any(|office| role.contains(office)) || matches!(role, "president" | "vice president"))
}
