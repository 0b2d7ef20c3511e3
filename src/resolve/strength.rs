//! How strongly an act is put: degree words, their level, hedges.
//!
//! Owns: which words of a cue and a content raise, lower or soften an act.
//! Leaves to: `rules/lexicon/degree.toml` and `rules/lexicon/hedges.toml` the words and what they weigh, to the caller where cue
//! and content stand.
//! The level is that of the highest degree word; a word of level 0, or a hedge inside the cue, beats all; without any it is 1.
//! Words of level 1 ("joint", "continued") only stand in the place of a degree and are not reported.

#[cfg(test)]
mod tests;

use crate::compiled;
use crate::statement::{Force, Strength, Words};
use crate::text::Text;
use crate::text::token::Kind;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::Range;

/// The words as they are ready for lookup, and the digest of what they are made from.
const COMPILED: &[u8] = include_bytes!("../../rules/compiled/degrees.bin");
const DIGEST: &str = env!("DEMARCHE_DEGREES_DIGEST");

/// Degree words and hedges, ready for looking up.
#[derive(Serialize, Deserialize)]
pub struct StrengthWords {
    raisers: BTreeSet<String>,
    #[serde(with = "compiled::map")]
    adverbs: FxHashMap<String, u8>,
    #[serde(with = "compiled::map")]
    adjectives: FxHashMap<String, u8>,
    #[serde(with = "compiled::map")]
    degrees: Phrases<u8>,
    #[serde(with = "compiled::map")]
    hedges: Phrases<Hedge>,
}

/// Phrases by their first word, the longest first.
type Phrases<T> = FxHashMap<String, Vec<(Vec<String>, T)>>;

/// Where a hedge counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Hedge {
    /// A verb: where a verb phrase of the content begins.
    Verb,
    /// A modal: in the cue.
    Modal,
    /// An adjective: in the cue and at the head of the content.
    Adjective,
    /// Anything else: in the cue and in the content.
    Phrase,
    /// The same, but in a cue it is the act itself ("expressed readiness to").
    PhraseOfContent,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DegreeFile {
    raisers: Vec<String>,
    level: Vec<LevelTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelTable {
    value: u8,
    #[serde(default)]
    adverbs: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    phrases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HedgeFile {
    class: Vec<HedgeTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HedgeTable {
    name: String,
    #[serde(rename = "note")]
    _note: String,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    modals: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    adverbs: Vec<String>,
    #[serde(default)]
    phrases: Vec<String>,
}

/// Classes whose words are an act of their own when they stand in a cue ("open to", "explored", "sought to").
const ACTS_OF_THEIR_OWN: &[&str] = &["aim", "explore", "attitude", "encourage"];

impl StrengthWords {
    /// The words of the built-in lexicon.
    ///
    /// # Errors
    /// Where the lexicon is no TOML or of another shape; a test reads it, so a built binary does not fail here.
    pub fn builtin() -> Result<Self, toml::de::Error> {
        compiled::read(COMPILED, DIGEST).map_or_else(Self::from_texts, Ok)
    }

    /// The same, from the texts.
    ///
    /// # Errors
    /// As for [`Self::builtin`].
    pub fn from_texts() -> Result<Self, toml::de::Error> {
        Self::read(
            include_str!("../../rules/lexicon/degree.toml"),
            include_str!("../../rules/lexicon/hedges.toml"),
        )
    }

    /// What `rules/compiled/degrees.bin` has to hold of these words.
    ///
    /// # Errors
    /// Where they have a form that the file cannot hold.
    pub fn compile(&self) -> Result<Vec<u8>, postcard::Error> {
        compiled::write(self, DIGEST)
    }

    /// The words of a `degree.toml` and a `hedges.toml`.
    ///
    /// # Errors
    /// Where one of them is no TOML or has unknown or missing fields.
    pub fn read(degree: &str, hedges: &str) -> Result<Self, toml::de::Error> {
        let degree: DegreeFile = toml::from_str(degree)?;
        let hedges: HedgeFile = toml::from_str(hedges)?;
        let mut words = StrengthWords {
            raisers: degree.raisers.into_iter().collect(),
            adverbs: FxHashMap::default(),
            adjectives: FxHashMap::default(),
            degrees: Phrases::default(),
            hedges: Phrases::default(),
        };
        for level in degree.level {
            // a word of two levels keeps the higher one ("especially" raises, too)
            let keep = |map: &mut FxHashMap<String, u8>, word: String| {
                map.entry(word)
                    .and_modify(|old| *old = level.value.max(*old))
                    .or_insert(level.value);
            };
            level.adverbs.into_iter().for_each(|word| {
                if word.contains(' ') {
                    add(&mut words.degrees, &word, level.value)
                } else {
                    keep(&mut words.adverbs, word)
                }
            });
            level.adjectives.into_iter().for_each(|word| keep(&mut words.adjectives, word));
            level.phrases.iter().for_each(|phrase| add(&mut words.degrees, phrase, level.value));
        }
        for class in hedges.class {
            words.add_hedges(class);
        }
        words.sort();
        Ok(words)
    }

    /// Longer phrases before shorter ones.
    fn sort(&mut self) {
        let longest = |words: &[String]| std::cmp::Reverse(words.len());
        self.degrees
            .values_mut()
            .for_each(|phrases| phrases.sort_by_key(|(words, _)| longest(words)));
        self.hedges
            .values_mut()
            .for_each(|phrases| phrases.sort_by_key(|(words, _)| longest(words)));
    }

    /// Gives words of a user a level, in the place of the one that they had.
    pub fn grade(&mut self, level: u8, adverbs: &[String], adjectives: &[String], phrases: &[String]) {
        for adjective in adjectives {
            self.adjectives.insert(adjective.clone(), level);
        }
        for words in adverbs.iter().chain(phrases) {
            if words.contains(' ') {
                let split: Vec<&str> = words.split(' ').collect();
                self.degrees
                    .values_mut()
                    .for_each(|known| known.retain(|(words, _)| *words != split));
                add(&mut self.degrees, words, level);
            } else {
                self.adverbs.insert(words.clone(), level);
            }
        }
        self.sort();
    }

    /// Adds hedges of a user.
    pub fn soften(&mut self, class: &str, verbs: &[String], modals: &[String], adjectives: &[String], phrases: &[String]) {
        self.add_hedges(HedgeTable {
            name: class.to_string(),
            _note: String::new(),
            verbs: verbs.to_vec(),
            modals: modals.to_vec(),
            adjectives: adjectives.to_vec(),
            adverbs: Vec::new(),
            phrases: phrases.to_vec(),
        });
        self.sort();
    }

    fn add_hedges(&mut self, class: HedgeTable) {
        let phrase = if ACTS_OF_THEIR_OWN.contains(&class.name.as_str()) {
            Hedge::PhraseOfContent
        } else {
            Hedge::Phrase
        };
        for verb in &class.verbs {
            let (head, rest) = verb.split_once(' ').unwrap_or((verb, ""));
            for form in forms(head) {
                add(&mut self.hedges, format!("{form} {rest}").trim_end(), Hedge::Verb);
            }
        }
        class.modals.iter().for_each(|word| add(&mut self.hedges, word, Hedge::Modal));
        class
            .adjectives
            .iter()
            .for_each(|word| add(&mut self.hedges, word, Hedge::Adjective));
        class
            .adverbs
            .iter()
            .chain(&class.phrases)
            .for_each(|words| add(&mut self.hedges, words, phrase));
    }

    /// The level of the single word `form`: an adverb, or (where `adjectives`) an adjective in any degree of comparison.
    fn level(&self, form: &str, adjectives: bool) -> Option<u8> {
        let adjective = || {
            let base = |ending: &str| {
                let stem = form.strip_suffix(ending)?;
                self.adjectives
                    .get(stem)
                    .or_else(|| self.adjectives.get(&format!("{stem}e")))
                    .copied()
            };
            self.adjectives
                .get(form)
                .copied()
                .or_else(|| base("est").map(|_| 4))
                .or_else(|| base("er"))
        };
        self.adverbs
            .get(form)
            .copied()
            .or_else(|| if adjectives { adjective() } else { None })
    }
}

fn add<T>(phrases: &mut Phrases<T>, phrase: &str, value: T) {
    let words: Vec<String> = phrase.split(' ').map(str::to_string).collect();
    if let Some(first) = words.first() {
        phrases.entry(first.clone()).or_default().push((words, value));
    }
}

/// The longest of `phrases` that begins at token `i` and ends within `end`: how many tokens, and its value.
fn phrase_at<T: Copy>(phrases: &Phrases<T>, text: &Text, i: usize, end: usize, fits: impl Fn(T) -> bool) -> Option<(usize, T)> {
    let stands = |words: &[String]| i + words.len() <= end && words.iter().enumerate().all(|(k, word)| text.word(i + k) == word);
    phrases
        .get(text.word(i))?
        .iter()
        .find(|(words, value)| fits(*value) && stands(words))
        .map(|(words, value)| (words.len(), *value))
}

/// Verbs of hedges that do not inflect by the rule; the grammar's table is not at hand on this floor.
const IRREGULAR: &[(&str, &[&str])] = &[
    ("be", &["is", "are", "am", "was", "were", "been", "being"]),
    ("do", &["does", "did", "done", "doing"]),
    ("give", &["gave", "given"]),
    ("have", &["has", "had"]),
    ("keep", &["kept"]),
    ("leave", &["left"]),
    ("make", &["made"]),
    ("seek", &["sought"]),
    ("stand", &["stood"]),
    ("strive", &["strove", "striven"]),
    ("take", &["took", "taken"]),
    ("think", &["thought"]),
    ("try", &["tries", "tried"]),
    ("study", &["studies", "studied"]),
];

/// The forms of the verb `base`; forms that no one writes do no harm.
fn forms(base: &str) -> Vec<String> {
    let stem = base.strip_suffix('e').unwrap_or(base);
    let mut forms = vec![
        base.to_string(),
        format!("{base}s"),
        format!("{stem}es"),
        format!("{stem}ed"),
        format!("{stem}ing"),
    ];
    forms.extend(
        IRREGULAR
            .iter()
            .filter(|(verb, _)| *verb == base)
            .flat_map(|(_, forms)| forms.iter().map(|f| f.to_string())),
    );
    forms.sort();
    forms.dedup();
    forms
}

/// How strongly the act with this cue and content is put; hedges are looked for where `force` commits the speaker.
pub fn strength(text: &Text, cue: Range<usize>, content: Option<Range<usize>>, force: Force, words: &StrengthWords) -> Strength {
    let all = text.tokens.len();
    let cue = cue.start.min(all)..cue.end.min(all);
    let content = content.map(|c| c.start.min(all)..c.end.min(all));
    let degrees = degrees(text, &cue, content.as_ref(), words);
    let hedges = if force == Force::Commissive {
        hedges(text, &cue, content.as_ref(), words)
    } else {
        Vec::new()
    };
    let softened = hedges
        .iter()
        .any(|hedge| hedge.end <= beside(text, &cue, content.as_ref()).end && hedge.start >= cue.start);
    let level = |degree: &(Range<usize>, u8)| degree.1;
    let lowered = degrees.iter().find(|degree| level(degree) == 0);
    // of equals the first
    let degree = lowered.or_else(|| degrees.iter().rev().max_by_key(|degree| level(degree)));
    let level = if softened { 0 } else { degree.map_or(1, level) };
    Strength {
        degree: degree.map(|(tokens, _)| as_words(text, tokens)),
        level,
        hedges: hedges.iter().map(|h| as_words(text, h)).collect(),
    }
}

fn as_words(text: &Text, tokens: &Range<usize>) -> Words {
    let place = text.place(tokens.clone());
    Words {
        text: text.slice(place).to_string(),
        span: text.span(place),
    }
}

/// Tokens behind a cue in which "in the strongest terms" may begin.
const REACH: usize = 8;

/// The cue and what follows it, up to the content, the next stop, or [`REACH`].
fn beside(text: &Text, cue: &Range<usize>, content: Option<&Range<usize>>) -> Range<usize> {
    let content = content.filter(|c| c.start >= cue.end);
    let limit = content.map_or(cue.end + REACH, |c| c.start).min(text.tokens.len());
    cue.start..until_stop(text, cue.end, limit)
}

fn until_stop(text: &Text, start: usize, limit: usize) -> usize {
    let stops = |i: &usize| matches!(text.kind(*i), Kind::Stop | Kind::Semicolon | Kind::Colon | Kind::Quote);
    (start..limit).find(stops).unwrap_or(limit.max(start))
}

/// Runs of degree words with their level, in order: beside the verb, inside the cue, and phrases of manner behind the content.
fn degrees(text: &Text, cue: &Range<usize>, content: Option<&Range<usize>>, words: &StrengthWords) -> Vec<(Range<usize>, u8)> {
    let near = beside(text, cue, content);
    let before = (0..3)
        .map_while(|n| cue.start.checked_sub(n + 1))
        .take_while(|i| text.word(*i).ends_with("ly") || text.word(*i) == "and")
        .count();
    let mut found = Vec::new();
    let mut i = near.start - before;
    while i < near.end {
        // adjectives beyond the cue belong to other nouns
        // and "pointed out" is a verb
        let is_verb = text.word(i).ends_with("ed") && (i == cue.start || text.word(i + 1) == "out");
        let run = run_at(text, i, near.end, i < cue.end && !is_verb, words);
        i = run.as_ref().map_or(i + 1, |(tokens, _)| tokens.end);
        found.extend(run.filter(|(_, level)| *level != 1));
    }
    if let Some(content) = content.filter(|c| c.start >= cue.end) {
        let end = until_stop(text, content.end, (content.end + REACH).min(text.tokens.len()));
        found.extend(manner(text, content.start..end, words));
    }
    found
}

/// The longest run of degree words at token `i`: "deep and abiding", "very strong", "in the strongest terms".
fn run_at(text: &Text, i: usize, end: usize, adjectives: bool, words: &StrengthWords) -> Option<(Range<usize>, u8)> {
    let (mut at, mut level) = one_at(text, i, end, adjectives, words)?;
    let mut run = i..at;
    while at < end {
        let joined = at + usize::from(text.word(at) == "and" || text.kind(at) == Kind::Comma);
        let Some((next, other)) = one_at(text, joined, end, adjectives, words) else {
            break;
        };
        // plain words at either end are no degree: "shared unwavering", "strong continued"
        run.start = if level == 1 { joined } else { run.start };
        run.end = if other == 1 && level != 1 { run.end } else { next };
        level = if level == 0 || other == 0 { 0 } else { level.max(other) };
        at = next;
    }
    Some((run, level))
}

/// One degree word or phrase at token `i`, a raiser before it counted in: where it ends, and its level.
fn one_at(text: &Text, i: usize, end: usize, adjectives: bool, words: &StrengthWords) -> Option<(usize, u8)> {
    if i >= end {
        return None;
    }
    if let Some((eaten, level)) = phrase_at(&words.degrees, text, i, end, |_| true) {
        return Some((i + eaten, level));
    }
    if words.raisers.contains(text.word(i))
        && i + 1 < end
        && let Some(level) = words.level(text.word(i + 1), adjectives).filter(|level| *level > 1)
    {
        return Some((i + 2, (level + 1).min(4)));
    }
    words.level(text.word(i), adjectives).map(|level| (i + 1, level))
}

/// "condemned the raid in the strongest terms": phrases that can only tell how something is said.
fn manner(text: &Text, range: Range<usize>, words: &StrengthWords) -> Option<(Range<usize>, u8)> {
    let says_how = |tokens: Range<usize>| {
        tokens.into_iter().any(|i| {
            matches!(
                text.word(i),
                "terms" | "language" | "manner" | "reservation" | "reservations" | "hesitation"
            )
        })
    };
    let opens = |i: &usize| matches!(text.word(*i), "in" | "without");
    range.clone().filter(opens).find_map(|i| {
        let (eaten, level) = phrase_at(&words.degrees, text, i, range.end, |_| true)?;
        says_how(i..i + eaten).then_some((i..i + eaten, level))
    })
}

/// Hedges in the cue, beside it, and in the content, in order.
fn hedges(text: &Text, cue: &Range<usize>, content: Option<&Range<usize>>, words: &StrengthWords) -> Vec<Range<usize>> {
    let in_cue = |_, hedge| matches!(hedge, Hedge::Modal | Hedge::Adjective | Hedge::Phrase);
    let mut found = hedges_in(text, beside(text, cue, content), words, in_cue);
    if let Some(content) = content {
        let in_content = |i: usize, hedge| match hedge {
            Hedge::Verb => begins_verb_phrase(text, content, i),
            Hedge::Adjective => i < content.start + 3,
            Hedge::Modal => false,
            Hedge::Phrase | Hedge::PhraseOfContent => true,
        };
        found.extend(hedges_in(text, content.clone(), words, in_content));
    }
    found.sort_by_key(|tokens| (tokens.start, tokens.end));
    found.dedup();
    found
}

fn hedges_in(text: &Text, range: Range<usize>, words: &StrengthWords, counts: impl Fn(usize, Hedge) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut i = range.start;
    while i < range.end {
        let hedge = phrase_at(&words.hedges, text, i, range.end, |hedge| counts(i, hedge));
        let eaten = hedge.map_or(1, |(eaten, _)| eaten);
        if hedge.is_some() {
            found.push(i..i + eaten);
        }
        i += eaten;
    }
    found
}

/// Whether a verb at `i` heads a verb phrase of the content, not one deeper in it ("states that seek to join").
fn begins_verb_phrase(text: &Text, content: &Range<usize>, i: usize) -> bool {
    i == content.start || text.kind(i - 1) == Kind::Comma || matches!(text.word(i - 1), "and" | "or" | "to" | "will" | "also" | "not")
}
