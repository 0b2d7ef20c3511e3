//! Bodies: for which of them somebody holds an office that bodies have ("commission chief Bo Lind", "Trade Commissioner Lind"), and
//! what they are called for short ("the Commission").
//!
//! Owns: what a paragraph about a body, and the Union's portfolios, tell of such an office; the last word of a body's name as its name.
//! Leaves to: [`super::place`] the order of all that places a person.

use super::gazetteer::CodeId;
use super::place::speaks;
use super::portfolios::is_portfolio;
use super::{Mention, MentionKind, Names};
use crate::text::Text;
use crate::text::token::Kind;
use rustc_hash::FxHashMap;

impl Names<'_> {
    /// The Union, of one of whose commissioners a text speaks that names it: "Trade Commissioner Lind".
    pub(super) fn commission(&self, text: &Text, role: &str, office: usize) -> Option<CodeId> {
        let before = office.checked_sub(1).map_or("", |b| text.word(b));
        let union = self
            .gazetteer
            .code("EU")
            .filter(|eu| self.mentions.iter().any(|m| m.codes == [*eu]))?;
        let told = role.strip_suffix("commissioner")?.trim_end();
        let portfolio = told.rsplit(' ').next().filter(|word| !word.is_empty()).unwrap_or(before);
        (matches!(portfolio, "eu" | "european") || is_portfolio(portfolio)).then_some(union)
    }

    /// A chief or a head belongs to the body that its paragraph speaks of.
    pub(super) fn place_with_body(&mut self, text: &Text, p: usize) {
        let person = &self.people[p];
        let role = person.role.as_deref().unwrap_or("").to_lowercase();
        let office = person.office.unwrap_or(person.at);
        let Some(code) = self.body_here(text, &role, office) else { return };
        self.people[p].codes = vec![code];
        self.people[p].guessed = true;
        for m in self.mentions.iter_mut().filter(|m| m.person == Some(p)) {
            m.codes = vec![code];
        }
    }

    /// The body that opens the sentence or one before it in the paragraph, for an office that bodies have: "The Union denied it, with
    /// commission chief Lind saying".
    pub(super) fn body_here(&self, text: &Text, role: &str, office: usize) -> Option<CodeId> {
        let noun = role.split_whitespace().next_back()?;
        let fits = noun.starts_with("spokes") || matches!(noun, "chief" | "head" | "commissioner") || heads_body(role);
        if !fits
            || role
                .split_whitespace()
                .any(|w| matches!(w, "police" | "army" | "party" | "ministry" | "government" | "presidential"))
        {
            return None;
        }
        let index = text.sentence_of(office);
        std::iter::once(index).chain(text.earlier_in_paragraph(index)).find_map(|s| {
            let tokens = text.sentences.get(s)?.tokens.clone();
            let start = text.report_start(tokens.start);
            let first = start + usize::from(text.word(start) == "the");
            let m = self.at(first).filter(|m| m.tokens.start == first && m.tokens.end <= office)?;
            let alone = text.kind(m.tokens.end) != Kind::Hyphen && !matches!(text.word(m.tokens.end), "and" | "or");
            m.codes
                .first()
                .copied()
                .filter(|_| alone && speaks(m) && m.kind == MentionKind::Organisation)
        })
    }
}

/// Whether bodies and companies have somebody in this office, and no government: without one of them beside it, its holder speaks for nobody.
pub(crate) fn heads_body(role: &str) -> bool {
    let noun = role.to_lowercase();
    let noun = noun.rsplit(' ').next().unwrap_or_default();
    matches!(
        noun,
        "chairman" | "chairwoman" | "chairperson" | "chair" | "secretary-general" | "director-general" | "director" | "executive"
    )
}

/// Nouns by which a body is called when its whole name was told.
const BODY_NOUNS: [&str; 12] = [
    "commission",
    "council",
    "agency",
    "league",
    "bank",
    "fund",
    "community",
    "front",
    "secretariat",
    "organisation",
    "organization",
    "tigers",
];

/// Bodies by the last word of their name: "the Commission" behind "the European Commission", or behind "the European Union" alone.
pub(super) fn shortened(text: &Text, names: &Names) -> Vec<Mention> {
    let capital = |i: usize| text.tokens.get(i).is_some_and(|t| t.capital && !t.caps && t.kind == Kind::Word);
    let union = names.gazetteer.code("EU");
    // the first that may be called so, or nothing where several bodies may be
    let mut nouns: FxHashMap<&str, Option<&Mention>> = FxHashMap::default();
    let mut call = |noun: &str, m| {
        if let Some(noun) = BODY_NOUNS.iter().find(|known| known.eq_ignore_ascii_case(noun)) {
            let first = nouns.entry(noun).or_insert(Some(m));
            *first = first.filter(|first| first.codes == m.codes);
        }
    };
    for m in names.mentions.iter().filter(|m| m.kind == MentionKind::Organisation) {
        let [code] = m.codes[..] else { continue };
        if m.tokens.len() > 1 {
            call(text.word(m.tokens.end - 1), m);
        } else if let Some(entity) = names.entity(code) {
            // "the Tigers", "the Fund": the noun of the whole name, where the text has but its letters
            entity.name.split(' ').for_each(|word| call(word, m));
        }
        if union == Some(code) {
            call("commission", m);
        }
    }
    if nouns.is_empty() {
        return Vec::new();
    }
    let alone = |i: usize| !names.is_name(i) && i > 0 && matches!(text.word(i - 1), "the" | "a");
    // "The Council" again and again before "the Security Council": another body of that noun
    for (noun, first) in &mut nouns {
        let before = first.map_or(0, |m| m.tokens.start);
        let earlier = (0..before).filter(|i| capital(*i) && text.word(*i) == *noun && alone(*i)).count();
        // "The Permanent Council", which no table knows, beside the Security Council
        let other =
            |i: usize| capital(i) && text.word(i) == *noun && !names.is_name(i) && i > 1 && capital(i - 1) && text.word(i - 2) == "the";
        *first = first.filter(|_| earlier < 2 && !(0..text.tokens.len()).any(other));
    }
    let short = |i: usize| {
        let first = nouns.get(text.word(i)).copied().flatten()?;
        let ends = !capital(i + 1) || names.offices_within(i + 1..i + 4).iter().any(|o| o.tokens.start == i + 1);
        (alone(i) && ends && first.tokens.end <= i).then(|| Mention {
            tokens: i..i + 1,
            ..first.clone()
        })
    };
    (0..text.tokens.len()).filter(|i| capital(*i)).filter_map(short).collect()
}
