//! Proving rules: do their examples give what they say, and is each rule what its author thinks it is?
//!
//! Owns: every check of rules beyond their form. `demarche rules check` shows it, the tests of this tree call it: there is one implementation.
//! Leaves to: [`crate::rules`] the form of a file, which is checked when it is read; [`crate::cli`] what people see.

mod about;
mod faults;
mod over;
mod trial;

pub use about::{Sighting, Yielded, leaves_to, meaning, sightings};
pub use faults::{Fault, cue_words, faults};
pub use over::{Fired, Over, Unknown};
pub use trial::{Role, Trial, Wrong, trials};

use crate::extract::Extractor;
use crate::rules::{BUILTIN, Rule};
use serde::Serialize;
use std::collections::BTreeMap;

/// What was found out about rules.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The packs to which the rules belong, in the order of the rules.
    pub packs: Vec<PackInfo>,
    /// How many words and names the packs bring beside rules.
    pub words_and_names: usize,
    /// The rules that were checked.
    pub rules: Vec<RuleReport>,
    /// Examples of rules that were not checked which give something else with the packs than without them.
    pub changes: Vec<Change>,
    /// What the rules did in a corpus, where one was given.
    pub over: Option<Over>,
}

/// A pack, as far as it was checked.
#[derive(Clone, Debug, Serialize)]
pub struct PackInfo {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its files.
    pub files: Vec<String>,
    /// How many rules of it there are.
    pub rules: usize,
    /// How many examples they have.
    pub examples: usize,
}

/// One rule.
#[derive(Clone, Debug, Serialize)]
pub struct RuleReport {
    /// Its name in the pack.
    pub id: String,
    /// The pack.
    pub pack: String,
    /// The file that holds it.
    pub file: String,
    /// The line of its id.
    pub line: usize,
    /// What is wrong with the rule itself.
    pub faults: Vec<Fault>,
    /// Its examples, those that fire first.
    pub examples: Vec<Trial>,
    /// Examples of other rules in which it fires as well: id and sentence.
    pub elsewhere: Vec<(String, String)>,
    /// Rules of which it finds some sentences first, since frames of theirs stand in it too: id, and whether all frames do.
    pub takes_over: Vec<(String, bool)>,
}

impl RuleReport {
    /// Whether nothing is wrong.
    pub fn passes(&self) -> bool {
        self.faults.is_empty() && self.examples.iter().all(|trial| trial.wrong.is_empty())
    }
}

/// An example of another rule that gives something else with the packs.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// The rule whose example it is.
    pub rule: String,
    /// The example with what it gives now.
    pub example: Trial,
}

impl Report {
    /// Whether nothing is wrong; what changes elsewhere is told and is no fault.
    pub fn passes(&self) -> bool {
        self.rules.iter().all(RuleReport::passes)
    }

    /// Takes over what the rules did in a corpus: one that never fired is at fault.
    pub fn count(&mut self, over: Over) {
        for rule in &mut self.rules {
            let never = over.never().any(|fired| fired.id == rule.id && fired.pack == rule.pack);
            if never {
                let documents = over.documents;
                rule.faults.push(Fault::NeverFired { documents });
            }
        }
        self.over = Some(over);
    }

    /// How many examples were tried, and how many of them are not as marked.
    pub fn examples(&self) -> (usize, usize) {
        let trials = || self.rules.iter().flat_map(|rule| &rule.examples);
        (trials().count(), trials().filter(|trial| !trial.wrong.is_empty()).count())
    }
}

/// Checks the rules of users' packs, or the built-in ones where there are none. Every example of every rule is tried with all rules.
/// `extractor` must keep all speakers; `plain` is one without packs, to tell what the packs change.
pub fn check(extractor: &Extractor, plain: Option<&Extractor>) -> Report {
    let rules = &extractor.rules().rules;
    let own = extractor.rules().has_packs();
    let is_checked = |rule: &Rule| (rule.pack != BUILTIN) == own;
    let all = trials(extractor, &|_| true);
    let mut elsewhere: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
    for (rule, trial) in &all {
        for other in &trial.others {
            elsewhere
                .entry(other)
                .or_default()
                .push((rules[*rule].id.clone(), trial.text.clone()));
        }
    }
    let shadows = extractor.rules().shadows();
    let report = |(n, rule): (usize, &Rule)| RuleReport {
        id: rule.id.clone(),
        pack: rule.pack.clone(),
        file: rule.file.clone(),
        line: rule.lines.id,
        faults: faults(extractor, n, &shadows),
        examples: all.iter().filter(|(r, _)| *r == n).map(|(_, trial)| trial.clone()).collect(),
        elsewhere: elsewhere.get(rule.id.as_str()).cloned().unwrap_or_default(),
        takes_over: shadows
            .iter()
            .filter(|shadow| shadow.by == n)
            .map(|shadow| (rules[shadow.rule].id.clone(), shadow.whole))
            .collect(),
    };
    let checked = rules.iter().enumerate().filter(|(_, rule)| is_checked(rule));
    let reports: Vec<RuleReport> = checked.map(report).collect();
    Report {
        packs: packs(rules.iter().filter(|rule| is_checked(rule))),
        words_and_names: extractor.rules().additions.count(),
        rules: reports,
        changes: plain.map(|plain| changes(extractor, plain, &all, &is_checked)).unwrap_or_default(),
        over: None,
    }
}

fn packs<'r>(rules: impl Iterator<Item = &'r Rule>) -> Vec<PackInfo> {
    let mut packs: Vec<PackInfo> = Vec::new();
    for rule in rules {
        let at = packs.iter().position(|pack| pack.name == rule.pack).unwrap_or_else(|| {
            packs.push(PackInfo {
                name: rule.pack.clone(),
                version: rule.version.clone(),
                files: Vec::new(),
                rules: 0,
                examples: 0,
            });
            packs.len() - 1
        });
        let pack = &mut packs[at];
        if !pack.files.contains(&rule.file) {
            pack.files.push(rule.file.clone());
        }
        pack.rules += 1;
        pack.examples += rule.fires.len() + rule.quiet.len();
    }
    packs
}

/// Examples of rules that are not checked which were right without the packs and are not with them.
fn changes(extractor: &Extractor, plain: &Extractor, all: &[(usize, Trial)], is_checked: &dyn Fn(&Rule) -> bool) -> Vec<Change> {
    let rules = &extractor.rules().rules;
    let mut changes = Vec::new();
    for (n, trial) in all.iter().filter(|(n, trial)| !is_checked(&rules[*n]) && !trial.wrong.is_empty()) {
        let before = trial::tried(plain, &rules[*n], trial.number, trial.fires);
        if before.wrong.is_empty() {
            changes.push(Change {
                rule: rules[*n].id.clone(),
                example: trial.clone(),
            });
        }
    }
    changes
}
