//! Packs: the rule files, read and indexed.
//!
//! Owns: the form of `rules/acts/*.toml` and the index from a head verb to the frames that it can fill.
//! Leaves to: [`super::frame`] the frame language, [`super::matcher`] holding frames against clauses.

use super::frame::{self, Element, FrameError};
use crate::grammar::{Lemma, Lexicon, Valency};
use crate::statement::{Act, Code, Force, Match};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

/// Name of the built-in pack, as it stands in every record that it makes.
pub const BUILTIN: &str = "builtin";

include!(concat!(env!("OUT_DIR"), "/acts.rs"));

/// A code of another scheme, as a rule file gives it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCode {
    #[serde(default)]
    code: String,
    r#match: String,
}

/// Where a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// In clauses of a resolution, where it beats the general rule.
    Resolution,
    /// In the speakers' own voice: a joint text, or a quotation.
    OwnVoice,
    /// Beside a clause, without a verb of its own: "according to X".
    Attribution,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    act: Option<String>,
    force: Option<String>,
    #[serde(default)]
    cameo: Vec<RawCode>,
    #[serde(default)]
    plover: Vec<RawCode>,
    #[serde(default)]
    rule: Vec<RawRule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    id: String,
    act: Option<String>,
    force: Option<String>,
    cameo: Option<Vec<RawCode>>,
    plover: Option<Vec<RawCode>>,
    r#in: Option<Scope>,
    #[serde(default)]
    heads: Vec<String>,
    #[serde(default)]
    subjects: Vec<String>,
    frames: Vec<String>,
    #[serde(default)]
    fires: Vec<String>,
    #[serde(default)]
    quiet: Vec<String>,
    note: Option<String>,
}

/// One rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name in the pack.
    pub id: String,
    /// The act that it finds.
    pub act: Act,
    /// The act's force; nothing where the content decides.
    pub force: Option<Force>,
    /// CAMEO codes.
    pub cameo: Vec<Code>,
    /// PLOVER event types.
    pub plover: Vec<Code>,
    /// Where it holds; everywhere without one.
    pub scope: Option<Scope>,
    /// Nouns of which one must head the content, in either number; none where any may.
    pub heads: Vec<String>,
    /// Nouns of which one must head the subject; the speaker is then whom the context tells ("The talks centred on ...").
    pub subjects: Vec<String>,
    /// The frames as written.
    pub frames: Vec<String>,
    /// Examples in which it fires, with the roles marked.
    pub fires: Vec<String>,
    /// Examples in which it does not.
    pub quiet: Vec<String>,
    /// What a reader should know.
    pub note: Option<String>,
    /// The file that holds it.
    pub file: String,
}

/// A frame without optional parts, and the rule to which it belongs.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Index into [`Rules::rules`].
    pub rule: usize,
    /// What follows the head.
    pub elements: Vec<Element>,
    /// How many of them are words.
    pub words: usize,
    /// The auxiliary that the verb must have, where the frame begins with one ("have considered", "would like to").
    pub auxiliary: Option<&'static str>,
}

/// All rules, ready to match.
#[derive(Default)]
pub struct Rules {
    /// The rules.
    pub rules: Vec<Rule>,
    heads: FxHashMap<Lemma, Vec<Frame>>,
    copular: FxHashMap<String, Vec<Frame>>,
    reports: FxHashSet<Lemma>,
    quotes: FxHashSet<Lemma>,
    objects: FxHashSet<Lemma>,
    performs: FxHashSet<Lemma>,
    hearers: FxHashSet<Lemma>,
    by: FxHashSet<Lemma>,
}

/// Verbs that mean little without their noun: "hold out hope", "take note". That one of their frames is an act says nothing of them.
const LIGHT: &[&str] = &["hold", "make", "take", "give", "have", "put", "bring", "keep", "set", "lay", "send", "draw", "pay", "see", "find", "get", "come", "go", "do"];

/// Auxiliaries with which a frame may begin; the verb is the word behind them.
const AUXILIARIES: &[&str] = &["have", "would", "could", "can", "must", "may", "do"];

/// Acts that are done by saying them in the first person, for which "and" joins the verb to another such verb.
const PERFORMED: &[Act] = &[
    Act::Reaffirm, Act::Condemn, Act::Welcome, Act::Urge, Act::CallFor, Act::Note, Act::Emphasize, Act::ExpressConcern, Act::Regret, Act::Thank,
    Act::Congratulate, Act::Reject, Act::Oppose, Act::Demand, Act::Pledge, Act::Confirm, Act::Request, Act::Hope,
];

/// What is wrong in a rule file.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// Not the form of a rule file.
    #[error("{file}: {source}")]
    Toml {
        /// The file.
        file: String,
        /// What TOML says, with line and column.
        source: Box<toml::de::Error>,
    },
    /// A word of a closed list that is not in it.
    #[error("{file}: rule {rule}: expected {expected}, found \"{found}\"")]
    Word {
        /// The file.
        file: String,
        /// The rule.
        rule: String,
        /// What could have stood there.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// A frame that cannot be read.
    #[error("{file}: rule {rule}: {source}")]
    Frame {
        /// The file.
        file: String,
        /// The rule.
        rule: String,
        /// Where and why.
        source: FrameError,
    },
}

impl Rules {
    /// The built-in pack; verbs of its frames that `lexicon` lacks are added to it.
    ///
    /// # Panics
    /// Where a built-in rule file is broken; a test loads them.
    pub fn builtin(lexicon: &mut Lexicon) -> Self {
        let mut rules = Rules::default();
        for (file, source) in ACT_FILES {
            if let Err(error) = rules.add(file, source, lexicon) {
                panic!("a built-in rule file is broken: {error}");
            }
        }
        rules
    }

    /// Adds the rules of one file.
    ///
    /// # Errors
    /// Names file, rule and place; nothing of the file is kept then.
    pub fn add(&mut self, file: &str, source: &str, lexicon: &mut Lexicon) -> Result<(), PackError> {
        let raw: RawFile = toml::from_str(source).map_err(|e| PackError::Toml { file: file.to_string(), source: Box::new(e) })?;
        let mut read = Vec::new();
        for rule in &raw.rule {
            read.push((build(file, &raw, rule)?, frames(file, rule)?));
        }
        for (rule, frames) in read {
            let index = self.rules.len();
            self.rules.push(rule);
            for frame in frames {
                self.index(index, &frame, lexicon);
            }
        }
        Ok(())
    }

    fn index(&mut self, rule: usize, elements: &[Element], lexicon: &mut Lexicon) {
        for variant in frame::variants(elements) {
            let Some((Element::Words(heads), rest)) = variant.split_first() else { continue };
            let words = rest.iter().filter(|e| matches!(e, Element::Words(_))).count();
            let entry = Frame { rule, elements: rest.to_vec(), words, auxiliary: None };
            for head in heads {
                if let Some(auxiliary) = AUXILIARIES.iter().find(|a| *a == head)
                    && let Some((Element::Words(verbs), rest)) = rest.split_first()
                    && verbs.iter().any(|v| lexicon.lemma_of(v).is_some())
                {
                    for verb in verbs {
                        let Some(lemma) = lexicon.lemma_of(verb) else { continue };
                        let entry = Frame { rule, elements: rest.to_vec(), words, auxiliary: Some(auxiliary) };
                        self.heads.entry(lemma).or_default().push(entry);
                    }
                    continue;
                }
                if head == "be" && let Some(Element::Words(adjectives)) = rest.iter().find(|e| matches!(e, Element::Words(_))) {
                    for adjective in adjectives {
                        self.copular.entry(adjective.clone()).or_default().push(entry.clone());
                    }
                    continue;
                }
                let lemma = lexicon.ensure_verb(head);
                let direct = rest.iter().find(|e| !matches!(e, Element::Addressee));
                match direct {
                    Some(Element::Content(frame::Kind::That)) => {
                        self.reports.insert(lemma);
                    }
                    Some(Element::Content(frame::Kind::Quote)) => {
                        self.quotes.insert(lemma);
                    }
                    Some(Element::Content(frame::Kind::Any | frame::Kind::Noun)) => {
                        self.objects.insert(lemma);
                    }
                    _ => {}
                }
                if let [Element::Addressee, Element::Content(frame::Kind::That | frame::Kind::Quote)] = rest {
                    self.hearers.insert(lemma);
                }
                if matches!(rest.first(), Some(Element::Words(words)) if words.iter().any(|w| w == "by")) {
                    self.by.insert(lemma);
                }
                if PERFORMED.contains(&self.rules[rule].act) && !LIGHT.contains(&head.as_str()) {
                    self.performs.insert(lemma);
                }
                self.heads.entry(lemma).or_default().push(entry.clone());
            }
        }
    }

    /// Frames whose head is `lemma`.
    pub fn frames_of(&self, lemma: Lemma) -> &[Frame] {
        self.heads.get(&lemma).map_or(&[], |f| f)
    }

    /// Frames "be ADJECTIVE ..." whose adjective is `word`.
    pub fn copular(&self, word: &str) -> &[Frame] {
        self.copular.get(word).map_or(&[], |f| f)
    }

}

impl Valency for Rules {
    fn takes_clause(&self, lemma: Lemma) -> bool {
        self.reports.contains(&lemma) || self.quotes.contains(&lemma)
    }

    fn takes_that(&self, lemma: Lemma) -> bool {
        self.reports.contains(&lemma)
    }

    fn takes_object(&self, lemma: Lemma) -> bool {
        self.objects.contains(&lemma)
    }

    fn performs(&self, lemma: Lemma) -> bool {
        self.performs.contains(&lemma)
    }

    fn takes_hearer(&self, lemma: Lemma) -> bool {
        self.hearers.contains(&lemma)
    }

    fn governs_by(&self, lemma: Lemma) -> bool {
        self.by.contains(&lemma)
    }

    fn is_cue(&self, lemma: Lemma) -> bool {
        self.heads.contains_key(&lemma)
    }
}

fn build(file: &str, raw: &RawFile, rule: &RawRule) -> Result<Rule, PackError> {
    let word = |expected: &str, found: &str| PackError::Word {
        file: file.to_string(),
        rule: rule.id.clone(),
        expected: expected.to_string(),
        found: found.to_string(),
    };
    let act = rule.act.as_deref().or(raw.act.as_deref()).unwrap_or("");
    let act = Act::from_word(act).ok_or_else(|| word("an act of the guide", act))?;
    let force = match rule.force.as_deref().or(raw.force.as_deref()) {
        None | Some("by-content" | "by_content" | "content") => None,
        Some(force) => Some(Force::from_word(force).ok_or_else(|| word("a force", force))?),
    };
    let codes = |own: &Option<Vec<RawCode>>, all: &[RawCode]| -> Result<Vec<Code>, PackError> {
        let list = own.as_deref().unwrap_or(all);
        list.iter()
            .map(|c| Ok(Code { code: c.code.clone(), r#match: Match::from_word(&c.r#match).ok_or_else(|| word("exact, broad, narrow or none", &c.r#match))? }))
            .collect()
    };
    Ok(Rule {
        id: rule.id.clone(),
        act,
        force,
        cameo: codes(&rule.cameo, &raw.cameo)?,
        plover: codes(&rule.plover, &raw.plover)?,
        scope: rule.r#in,
        heads: rule.heads.clone(),
        subjects: rule.subjects.clone(),
        frames: rule.frames.clone(),
        fires: rule.fires.clone(),
        quiet: rule.quiet.clone(),
        note: rule.note.clone(),
        file: file.to_string(),
    })
}

fn frames(file: &str, rule: &RawRule) -> Result<Vec<Vec<Element>>, PackError> {
    rule.frames
        .iter()
        .map(|f| frame::parse(f).map_err(|source| PackError::Frame { file: file.to_string(), rule: rule.id.clone(), source }))
        .collect()
}
