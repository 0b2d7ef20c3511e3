//! Every rule over every example.
//!
//! An example in `fires` must give a record by its rule, with the marked roles; a sentence in `quiet` none by its rule. Which other rules fire
//! in an example is no fault, but somebody should have looked at it: it stands in `snapshots/rules__*.snap`, a file for a file of
//! rules (`INSTA_UPDATE=always cargo test --test suite who_else` writes them again). What fails today is listed in `tests/known/rules.toml`.

use crate::known::{self, Miss};
use crate::snapshots;
use crate::texts::for_everyone;
use demarche::prove::{self, Trial, Wrong};
use demarche::rules::Rule;
use std::fmt::Write;
use std::sync::OnceLock;

/// What one example did.
struct Outcome {
    rule: &'static Rule,
    trial: Trial,
}

/// All examples of all rules, tried once for all tests.
fn outcomes() -> &'static [Outcome] {
    static TRIED: OnceLock<Vec<Outcome>> = OnceLock::new();
    TRIED.get_or_init(|| {
        let rules = &for_everyone().rules().rules;
        let trials = prove::trials(for_everyone(), &|_| true).into_iter();
        trials.map(|(n, trial)| Outcome { rule: &rules[n], trial }).collect()
    })
}

#[test]
fn known_misses_of_the_rules() {
    let outcomes = outcomes();
    assert!(
        outcomes.iter().filter(|outcome| outcome.trial.fires).count() >= 2 * 35,
        "too few examples were tried"
    );
    let misses = outcomes
        .iter()
        .flat_map(|outcome| outcome.trial.wrong.iter().map(|wrong| miss(outcome, wrong)));
    known::compare("rules", &misses.collect::<Vec<_>>());
}

fn miss(outcome: &Outcome, wrong: &Wrong) -> Miss {
    let (rule, text, what) = (&outcome.rule.id, &outcome.trial.text, wrong.what.as_str());
    Miss {
        entry: vec![("rule", rule.clone()), ("example", text.clone()), ("what", what.to_string())],
        report: format!(
            "{rule}: {what}: {text:?}\n    expected {:?}\n    found    {:?}",
            wrong.expected, wrong.found
        ),
    }
}

/// What examples cannot show: marks, quiet ones without a word of their rule, rules that others hide.
#[test]
fn the_rules_themselves_have_no_fault() {
    let extractor = for_everyone();
    let shadows = extractor.rules().shadows();
    let faults = (0..extractor.rules().rules.len()).flat_map(|n| {
        let rule = &extractor.rules().rules[n];
        prove::faults(extractor, n, &shadows)
            .into_iter()
            .map(move |fault| format!("{}: {fault:?}", rule.id))
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn who_else_fires_is_reviewed() {
    let mut stems = Vec::new();
    let mut failed = Vec::new();
    for outcomes in outcomes().chunk_by(|a, b| a.rule.file == b.rule.file) {
        let file = &outcomes[0].rule.file;
        let stem = file.rsplit('/').next().and_then(|name| name.strip_suffix(".toml")).unwrap_or(file);
        stems.push(stem.to_string());
        // All files are compared before the test fails, so that one run writes them all.
        let compared = std::panic::catch_unwind(|| snapshots::compare(&format!("rules__{stem}"), &overlap(outcomes)));
        if compared.is_err() {
            failed.push(stem);
        }
    }
    assert!(failed.is_empty(), "who else fires has changed in {failed:?}");
    assert_eq!(
        snapshots::kept("rules"),
        stems,
        "the files of tests/suite/snapshots against rules/acts"
    );
}

/// For each rule the examples in which others fired.
fn overlap(outcomes: &[Outcome]) -> String {
    let mut drawing = String::new();
    for outcomes in outcomes.chunk_by(|a, b| a.rule.id == b.rule.id) {
        let shared: Vec<&Outcome> = outcomes.iter().filter(|outcome| !outcome.trial.others.is_empty()).collect();
        let alone = if shared.is_empty() { ", no other rule in any" } else { "" };
        writeln!(drawing, "{}: {} examples{alone}", outcomes[0].rule.id, outcomes.len()).unwrap();
        for outcome in shared {
            let trial = &outcome.trial;
            let kind = if trial.fires { "fires" } else { "quiet" };
            writeln!(drawing, "  {kind} {}\n        also {}", trial.text, trial.others.join(", ")).unwrap();
        }
    }
    drawing
}
