//! Companies that no table knows: "the insurer Zilco", "shares in Zilco", "Zilco Inc".
//!
//! Owns: the words by which a text shows that a name is that of a company, and all places of such a name.
//! Leaves to: [`crate::resolve`] that a company speaks for nobody.

use super::{Mention, MentionKind, Names};
use crate::text::Text;
use crate::text::token::Kind;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// What a word beside a name says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// The name stands right behind: "the insurer Zilco".
    Noun,
    /// The name stands right before: "Zilco Inc".
    Suffix,
    /// The name owns it, or stands before it: "Zilco's shareholders", "Zilco shareholders".
    Owned,
    /// "shares in Zilco", "Zilco's shares"; alone it may be a verb.
    Shares,
    None,
}

static SIGNS: LazyLock<FxHashMap<&str, Sign>> = LazyLock::new(|| {
    let nouns = "company firm maker carmaker automaker chipmaker steelmaker planemaker drugmaker airline lender insurer retailer conglomerate miner \
                 manufacturer brewer refiner supermarket startup start-up brokerage shipbuilder publisher";
    let words = [
        (Sign::Noun, nouns),
        (Sign::Suffix, "inc inc. corp corp. plc ltd ltd. llc gmbh co."),
        (Sign::Owned, "shareholders shareholder stockholders stockholder"),
        (Sign::Shares, "shares stock"),
    ];
    words
        .into_iter()
        .flat_map(|(sign, list)| list.split_whitespace().map(move |w| (w, sign)))
        .collect()
});

fn sign(form: &str) -> Sign {
    SIGNS.get(form).copied().unwrap_or(Sign::None)
}

/// Tokens of the longest name of a company.
const NAME: usize = 4;

/// Every place of a name that the text shows to be that of a company.
pub(super) fn companies(text: &Text, names: &Names) -> Vec<Mention> {
    let signs = text.by_form(sign);
    let shown = signs.tokens(text, |sign| *sign != Sign::None);
    let mut known: FxHashSet<Vec<&str>> = FxHashSet::default();
    for i in shown {
        if let Some(name) = beside(text, names, i, *signs.at(text, i)) {
            known.insert(name.map(|k| text.word(k)).collect());
        }
    }
    if known.is_empty() {
        return Vec::new();
    }
    let mut mentions: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let here = |len: &usize| {
            let run = at..at + len;
            let whole = run.clone().all(|k| is_free_capital(text, names, k));
            whole && known.contains(&run.map(|k| text.word(k)).collect::<Vec<_>>())
        };
        let found = is_free_capital(text, names, at).then(|| (1..=NAME).rev().find(here)).flatten();
        if let Some(len) = found {
            // "Zilco Inc": with what follows the name
            let suffix = usize::from(*signs.at(text, at + len) == Sign::Suffix);
            mentions.push(Mention {
                tokens: at..at + len + suffix,
                kind: MentionKind::Company,
                codes: Vec::new(),
                person: None,
            });
        }
        at += found.unwrap_or(1);
    }
    mentions
}

/// The name of a company to which the word at `i` points.
fn beside(text: &Text, names: &Names, i: usize, sign: Sign) -> Option<Range<usize>> {
    let before = |at: usize| name_before(text, names, at);
    let owner = || {
        let clitic = i.checked_sub(1).filter(|c| text.kind(*c) == Kind::Clitic)?;
        before(clitic)
    };
    match sign {
        Sign::Noun => name_behind(text, names, i + 1),
        Sign::Suffix => before(i),
        Sign::Owned => owner().or_else(|| before(i)),
        Sign::Shares if matches!(text.word(i + 1), "in" | "of") => name_behind(text, names, i + 2),
        Sign::Shares => owner(),
        Sign::None => None,
    }
}

fn name_behind(text: &Text, names: &Names, at: usize) -> Option<Range<usize>> {
    let end = (at..at + NAME).find(|k| !is_free_capital(text, names, *k)).unwrap_or(at + NAME);
    (end > at).then_some(at..end)
}

fn name_before(text: &Text, names: &Names, end: usize) -> Option<Range<usize>> {
    let first = text.paragraph_of(end).start.max(end.saturating_sub(NAME));
    let start = (first..end).rev().take_while(|k| is_free_capital(text, names, *k)).last()?;
    Some(start..end)
}

/// Whether token `k` is a capital that belongs to no name and no office.
fn is_free_capital(text: &Text, names: &Names, k: usize) -> bool {
    let capital = text.tokens.get(k).is_some_and(|t| t.capital && t.kind == Kind::Word);
    capital && !names.is_name(k) && !names.is_in_office(k) && !super::is_common(text.word(k))
}
