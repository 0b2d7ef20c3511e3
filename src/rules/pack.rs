//! Packs: all rules of a run, the built-in ones and those that a user brings.
//!
//! Owns: what a rule is, and which of two rules with one id counts.
//! Leaves to: [`super::load`] reading a rule file, `index` from a head verb to its frames, [`super::matcher`] holding frames
//! against clauses.

use super::frame::Element;
use super::index::Index;
use super::load;
use super::problem::{PackError, Problem};
use crate::grammar::{Lemma, Lexicon};
use crate::statement::{Act, Code, Force};
use std::cmp::Reverse;

/// Name of the built-in pack, as it stands in every record that it makes.
pub const BUILTIN: &str = "builtin";

include!(concat!(env!("OUT_DIR"), "/acts.rs"));

/// Where a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In clauses of a resolution, where it beats the general rule.
    Resolution,
    /// In the speakers' own voice: a joint text, or a quotation.
    OwnVoice,
    /// Beside a clause, without a verb of its own: "according to X".
    Attribution,
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
    /// The pack to which it belongs.
    pub pack: String,
    /// The version of that pack.
    pub version: String,
    /// The frames as read.
    pub(super) parsed: Vec<Vec<Element>>,
    /// How late its file was added: 0 for the built-in pack.
    pub(super) layer: usize,
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
    pub(super) index: Index,
}

impl Rules {
    /// The built-in pack; verbs of its frames that `lexicon` lacks are added to it.
    ///
    /// # Panics
    /// Where a built-in rule file is broken; a test loads them.
    pub fn builtin(lexicon: &mut Lexicon) -> Self {
        let mut rules = Rules::default();
        for (file, source) in ACT_FILES {
            if let Err(error) = load::builtin(file, source).and_then(|read| rules.take(read)) {
                panic!("a built-in rule file is broken:\n{error}");
            }
        }
        rules.reindex(lexicon);
        rules
    }

    /// Adds the rules of users' files. A rule replaces the one of the same id in the built-in pack or in a pack that was added
    /// before; within one pack an id stands once. Where two rules fit a clause equally well, the one added later finds it.
    ///
    /// # Errors
    /// All that is wrong in all of the files; then no rule of any of them is kept.
    pub fn add(&mut self, files: &[RuleFile], lexicon: &mut Lexicon) -> Result<(), Vec<PackError>> {
        let before = self.rules.clone();
        let mut errors = Vec::new();
        for file in files {
            if let Err(error) = load::user(file).and_then(|read| self.take(read)) {
                errors.push(error);
            }
        }
        if !errors.is_empty() {
            self.rules = before;
            return Err(errors);
        }
        self.reindex(lexicon);
        Ok(())
    }

    /// Takes the rules of one file over, in the place of those that they replace.
    fn take(&mut self, read: load::Read) -> Result<(), PackError> {
        let layer = match read.builtin {
            true => 0,
            false => 1 + self.rules.iter().map(|r| r.layer).max().unwrap_or(0),
        };
        let twice = |rule: &Rule| self.rules.iter().find(|r| r.id == rule.id && r.pack == rule.pack);
        let mut problems = Vec::new();
        for (rule, at) in &read.rules {
            if let Some(first) = twice(rule) {
                let message = format!(
                    "expected an id that is new in the pack {:?}, found {:?}, which is in {}",
                    rule.pack, rule.id, first.file
                );
                problems.push(
                    Problem::new(message, at.clone(), "stands twice")
                        .help("change one of the ids, or give the files different `pack` names"),
                );
            }
        }
        if !problems.is_empty() {
            return Err(PackError::new(&read.file, &read.source, problems));
        }
        for (rule, _) in read.rules {
            let rule = Rule { layer, ..rule };
            match self.rules.iter_mut().find(|r| r.id == rule.id) {
                Some(old) => *old = rule,
                None => self.rules.push(rule),
            }
        }
        Ok(())
    }

    /// Builds the index anew; frames of later files come first, so that they win where all else is equal.
    fn reindex(&mut self, lexicon: &mut Lexicon) {
        let mut order: Vec<usize> = (0..self.rules.len()).collect();
        order.sort_by_key(|i| Reverse(self.rules[*i].layer));
        self.index = Index::default();
        for i in order {
            self.index.add(i, &self.rules[i], lexicon);
        }
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
