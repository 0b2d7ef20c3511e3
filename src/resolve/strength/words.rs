//! The lexicon of degree words and hedges, as it is read, compiled and lengthened by a user.
//!
//! Owns: which level a word has, where a hedge counts, and the forms in which both are written.
//! Leaves to: [`super`] which of them weigh upon an act.

use crate::compiled;
use crate::text::Text;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The words as they are ready for lookup, and the digest of what they are made from.
const COMPILED: &[u8] = include_bytes!("../../../rules/compiled/degrees.bin");
const DIGEST: &str = env!("DEMARCHE_DEGREES_DIGEST");

/// Degree words and hedges, ready for looking up.
#[derive(Serialize, Deserialize)]
pub struct StrengthWords {
    pub(super) raisers: BTreeSet<String>,
    #[serde(with = "compiled::map")]
    adverbs: FxHashMap<String, u8>,
    #[serde(with = "compiled::map")]
    adjectives: FxHashMap<String, u8>,
    #[serde(with = "compiled::map")]
    pub(super) degrees: Phrases<u8>,
    #[serde(with = "compiled::map")]
    pub(super) hedges: Phrases<Hedge>,
}

/// Phrases by their first word, the longest first.
pub(super) type Phrases<T> = FxHashMap<String, Vec<(Vec<String>, T)>>;

/// Where a hedge counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Hedge {
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
            include_str!("../../../rules/lexicon/degree.toml"),
            include_str!("../../../rules/lexicon/hedges.toml"),
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
    pub(super) fn level(&self, form: &str, adjectives: bool) -> Option<u8> {
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
pub(super) fn phrase_at<T: Copy>(phrases: &Phrases<T>, text: &Text, i: usize, end: usize, fits: impl Fn(T) -> bool) -> Option<(usize, T)> {
    // the first word is that by which they were found
    let stands = |words: &[String]| i + words.len() <= end && words.iter().enumerate().skip(1).all(|(k, word)| text.word(i + k) == word);
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
