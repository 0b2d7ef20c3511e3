//! Packs: all rules of a run, the built-in ones and those that a user brings.
//!
//! Owns: what a rule is, and which of two rules with one id counts.
//! Leaves to: [`super::load`] reading a rule file, `index` from a head verb to its frames, [`super::matcher`] holding frames
//! against clauses.

use super::additions::Additions;
use super::frame::Element;
use super::index::Index;
use super::load;
use super::problem::{PackError, Problem, nearest};
use crate::grammar::{Lemma, Lexicon};
use crate::statement::{Act, Code, Force};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Name of the built-in pack, as it stands in every record that it makes.
pub const BUILTIN: &str = "builtin";

/// Where a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// In clauses of a resolution, where it beats the general rule.
    Resolution,
    /// In the speakers' own voice: a joint text, or a quotation.
    OwnVoice,
    /// Beside a clause, without a verb of its own: "according to X".
    Attribution,
}

/// One rule.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rule {
    /// Its name in the pack.
    pub id: String,
    /// The act that it finds.
    #[serde(with = "word")]
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
    /// Ids of rules whose place it takes, besides the one of its own id.
    pub replaces: Vec<String>,
    /// The file that holds it.
    pub file: String,
    /// Where in the file its parts stand.
    pub lines: Lines,
    /// The pack to which it belongs.
    pub pack: String,
    /// The version of that pack.
    pub version: String,
    /// The frames as read.
    pub(super) parsed: Vec<Vec<Element>>,
    /// How late its file was added: 0 for the built-in pack.
    pub(super) layer: usize,
}

/// The lines of a rule's parts in its file, from 1.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Lines {
    /// Its id.
    pub id: usize,
    /// Each of its frames.
    pub frames: Vec<usize>,
    /// Each example in which it fires.
    pub fires: Vec<usize>,
    /// Each example in which it does not.
    pub quiet: Vec<usize>,
}

/// A frame without optional parts, and the rule to which it belongs.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Index into [`Rules::rules`].
    pub rule: usize,
    /// What follows the head; heads of one frame share it.
    pub elements: Arc<[Element]>,
    /// The first letters of each of them that is words, by which most frames are known not to fit.
    pub letters: Arc<[u128]>,
    /// How many of them are words.
    pub words: usize,
    /// The auxiliary that the verb must have, where the frame begins with one ("have considered", "would like to").
    pub auxiliary: Option<&'static str>,
}

/// A rule file that a user brings, before it is read.
#[derive(Clone, Debug)]
pub struct RuleFile {
    /// Its path: errors name it, and its stem names the pack where the file does not.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// All rules, ready to match.
#[derive(Default)]
pub struct Rules {
    /// The rules.
    pub rules: Vec<Rule>,
    /// What the users' files add beside rules.
    pub additions: Additions,
    pub(super) index: Index,
    /// Built-in rules that were dropped: they find nothing, but still tell the grammar how their verbs behave.
    dropped: Vec<Rule>,
}

impl Rules {
    /// Rules of the built-in pack, ready to match; verbs of their frames that `lexicon` lacks are added to it.
    pub(super) fn new(rules: Vec<Rule>, lexicon: &mut Lexicon) -> Self {
        let mut rules = Rules { rules, ..Rules::default() };
        rules.reindex(lexicon);
        rules
    }

    /// Drops the built-in pack; its verbs keep their grammar.
    pub fn drop_builtin(&mut self, lexicon: &mut Lexicon) {
        let (dropped, kept) = std::mem::take(&mut self.rules).into_iter().partition(|r| r.layer == 0);
        self.rules = kept;
        self.dropped = dropped;
        self.reindex(lexicon);
    }

    /// Adds what users' files hold. A rule replaces the one of the same id in the built-in pack or in a pack that was added
    /// before, and those that it names in `replaces`; within one pack an id stands once. Where two rules fit a clause equally
    /// well, the one added later finds it. `codes` are the codes that names can have without being told what they stand for.
    ///
    /// # Errors
    /// All that is wrong in all of the files; then nothing of any of them is kept.
    pub fn add(&mut self, files: &[RuleFile], codes: &[&str], lexicon: &mut Lexicon) -> Result<(), Vec<PackError>> {
        let mut errors = Vec::new();
        let mut read = Vec::new();
        for file in files {
            match load::user(file) {
                Ok(one) => read.push(one),
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() {
            errors = self.disagreements(&read, codes);
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let replaced: FxHashSet<String> = read
            .iter()
            .flat_map(|one| &one.replaces)
            .map(|(_, other, _)| other.clone())
            .collect();
        for one in read {
            self.take(one);
        }
        self.rules.retain(|rule| !replaced.contains(&rule.id));
        self.reindex(lexicon);
        Ok(())
    }

    /// What is wrong between files that are right one by one: ids that stand twice, rules that are to be replaced and are not
    /// there, circles of them, codes that nobody knows.
    fn disagreements(&self, read: &[load::Read], codes: &[&str]) -> Vec<PackError> {
        let mut seen: FxHashMap<(&str, &str), &str> = FxHashMap::default();
        let mut known: BTreeSet<&str> = self.rules.iter().chain(&self.dropped).map(|r| r.id.as_str()).collect();
        known.extend(read.iter().flat_map(|one| &one.rules).map(|(rule, _)| rule.id.as_str()));
        let replaces: FxHashMap<&str, &[String]> = read
            .iter()
            .flat_map(|one| &one.rules)
            .map(|(rule, _)| (rule.id.as_str(), rule.replaces.as_slice()))
            .collect();
        let mut told: FxHashSet<&str> = codes.iter().copied().collect();
        let named = read.iter().flat_map(|one| &one.additions.names).filter(|name| name.name.is_some());
        told.extend(named.map(|name| name.code.as_str()));
        let mut errors = Vec::new();
        for one in read {
            let mut problems = Vec::new();
            for (rule, at) in &one.rules {
                if let Some(first) = seen.insert((&rule.pack, &rule.id), &one.file) {
                    let message = format!(
                        "expected an id that is new in the pack {:?}, found {:?}, which is in {first}",
                        rule.pack, rule.id
                    );
                    let problem = Problem::new(message, at.clone(), "stands twice");
                    problems.push(problem.help("change one of the ids, or give the files different `pack` names"));
                }
            }
            for (id, other, at) in &one.replaces {
                if !known.contains(other.as_str()) {
                    let help = match nearest(other, known.iter().copied()) {
                        Some(near) => format!("did you mean {near:?}?"),
                        None => "`demarche rules list` has the ids".to_string(),
                    };
                    let message = format!("expected the id of a rule, found {other:?}");
                    problems.push(Problem::new(message, at.clone(), "no such rule").help(help));
                } else if let Some(circle) = circle(id, other, &replaces) {
                    let message = format!("expected rules that replace others, found a circle: {}", circle.join(" replaces "));
                    let problem = Problem::new(message, at.clone(), "leads back to this rule");
                    problems.push(problem.help("take it out of one of them: of rules in a circle none would be left"));
                }
            }
            for (code, at) in &one.codes {
                if !told.contains(code.as_str()) {
                    let help = match nearest(code, codes.iter().copied()) {
                        Some(near) => format!("did you mean {near:?}? A code of your own needs a [[name]] with `name` and `kind`"),
                        None => "write a [[name]] with this code, a `name` and a `kind`".to_string(),
                    };
                    let message = format!("expected the code of a state, body or movement, found {code:?}");
                    problems.push(Problem::new(message, at.clone(), "no such code").help(help));
                }
            }
            if !problems.is_empty() {
                errors.push(PackError::new(&one.file, &one.source, problems));
            }
        }
        errors
    }

    /// Takes over what one file holds, in the place of rules of the same ids.
    fn take(&mut self, read: load::Read) {
        let layer = 1 + self.rules.iter().map(|r| r.layer).max().unwrap_or(0);
        let mut places: FxHashMap<String, usize> = self.rules.iter().enumerate().map(|(i, r)| (r.id.clone(), i)).collect();
        for (rule, _) in read.rules {
            let rule = Rule { layer, ..rule };
            match places.get(&rule.id) {
                Some(old) => self.rules[*old] = rule,
                None => {
                    places.insert(rule.id.clone(), self.rules.len());
                    self.rules.push(rule);
                }
            }
        }
        self.additions.extend(read.additions);
    }

    /// Builds the index anew; frames of later files come first, so that they win where all else is equal.
    fn reindex(&mut self, lexicon: &mut Lexicon) {
        for verb in &self.additions.verbs {
            lexicon.teach(&verb.base, &verb.past, &verb.participle, &verb.also);
        }
        let mut order: Vec<usize> = (0..self.rules.len()).collect();
        order.sort_by_key(|i| Reverse(self.rules[*i].layer));
        self.index = Index::new(&self.additions.synonyms);
        for i in order {
            self.index.add(i, &self.rules[i], lexicon);
        }
        for rule in &self.dropped {
            self.index.learn(rule, lexicon);
        }
    }

    /// Whether users' files were added.
    pub fn has_packs(&self) -> bool {
        !self.additions.is_empty() || self.rules.iter().any(|rule| rule.layer > 0)
    }

    /// Frames whose head is `lemma`.
    pub fn frames_of(&self, lemma: Lemma) -> &[Frame] {
        self.index.heads.get(&lemma).map_or(&[], |f| f)
    }

    /// Frames "be ADJECTIVE ..." whose adjective is `word`.
    pub fn copular(&self, word: &str) -> &[Frame] {
        self.index.copular.get(word).map_or(&[], |f| f)
    }
}

/// The way from `id` over `other` back to `id`, along what rules replace; nothing where there is none.
fn circle<'r>(id: &'r str, other: &'r str, replaces: &FxHashMap<&'r str, &'r [String]>) -> Option<Vec<&'r str>> {
    let mut seen = FxHashSet::default();
    let mut ways = vec![vec![id, other]];
    while let Some(way) = ways.pop() {
        let last = *way.last()?;
        if last == id {
            return Some(way);
        }
        if seen.insert(last) {
            let next = replaces.get(last).copied().unwrap_or(&[]);
            ways.extend(next.iter().map(|id| way.iter().copied().chain([id.as_str()]).collect::<Vec<_>>()));
        }
    }
    None
}

/// An act as the word that stands for it, whatever the format.
mod word {
    use crate::statement::Act;
    use serde::{Deserialize, Deserializer, Serializer, de};

    pub fn serialize<S: Serializer>(act: &Act, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(act.as_str())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Act, D::Error> {
        let word = <&str>::deserialize(from)?;
        Act::from_word(word).ok_or_else(|| de::Error::custom("expected an act"))
    }
}
