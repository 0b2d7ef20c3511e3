//! Every rule over every example.
//!
//! An example in `fires` must give a record by its rule, with the marked roles; a sentence in `quiet` none by its rule. Which other rules fire
//! in an example is no fault, but somebody should have looked at it: it stands in `snapshots/rules__*.snap`, a file for a file of
//! rules (`INSTA_UPDATE=always cargo test --test suite who_else` writes them again). What fails today is listed in `tests/known/rules.toml`.

use crate::known::{self, Miss};
use crate::marked::Marked;
use crate::snapshots;
use crate::texts::{self, for_everyone};
use demarche::rules::{Rule, Scope};
use demarche::score::word_f1;
use demarche::span::Span;
use demarche::statement::{Party, Statement};
use std::fmt::Write;
use std::sync::OnceLock;

/// A content counts as the marked one from this word F1 on.
const SAME_CONTENT: f64 = 0.9;

/// What one example did.
struct Outcome {
    rule: &'static Rule,
    /// The sentence without its marks.
    text: String,
    /// Whether it is an example that fires.
    fires: bool,
    /// What is wrong: the word of the list, and words for a reader.
    wrong: Vec<(&'static str, String)>,
    /// The other rules that fired.
    others: Vec<String>,
}

/// All examples of all rules, tried once for all tests.
fn outcomes() -> &'static [Outcome] {
    static TRIED: OnceLock<Vec<Outcome>> = OnceLock::new();
    TRIED.get_or_init(|| {
        let rules = &for_everyone().rules().rules;
        let outcomes = rules.iter().flat_map(|rule| {
            let fires = rule.fires.iter().map(move |example| tried(rule, example, true));
            fires.chain(rule.quiet.iter().map(move |example| tried(rule, example, false)))
        });
        outcomes.collect()
    })
}

fn tried(rule: &'static Rule, example: &str, fires: bool) -> Outcome {
    let marked = Marked::parse(example).unwrap_or_else(|error| panic!("{}: {example:?}: {error}", rule.id));
    let Ok(records) = std::panic::catch_unwind(|| records(rule.scope, &marked.text)) else {
        return Outcome {
            rule,
            text: marked.text,
            fires,
            wrong: vec![("panic", "the program panicked, see above".to_string())],
            others: Vec::new(),
        };
    };
    let (own, others): (Vec<Statement>, Vec<Statement>) = records.into_iter().partition(|statement| statement.rule.id == rule.id);
    let others: Vec<String> = others.into_iter().map(|statement| statement.rule.id).collect();
    let wrong = match fires {
        true => missing(&marked, &own, &others),
        false => own
            .iter()
            .map(|statement| ("fires", format!("cue {:?}, content {:?}", statement.cue.text, content(statement))))
            .take(1)
            .collect(),
    };
    Outcome {
        rule,
        text: marked.text,
        fires,
        wrong,
        others,
    }
}

/// The records whose cue stands in `sentence`, in a document in which a rule of this scope holds; places count from the sentence.
fn records(scope: Option<Scope>, sentence: &str) -> Vec<Statement> {
    let head = match scope {
        None | Some(Scope::Attribution) => "",
        Some(Scope::Resolution) => "RESOLUTION 900 (1990)\n\nThe Security Council,\n\nRecalling its earlier resolutions,\n\n",
        Some(Scope::OwnVoice) => "Joint statement of Norway and Peru\n\n",
    };
    let start = head.chars().count() as u32;
    let extraction = for_everyone().extract(&texts::plain(&format!("{head}{sentence}\n")));
    let mut records = extraction.statements;
    records.retain(|statement| statement.cue.span.start >= start);
    for statement in &mut records {
        let cue = &mut statement.cue.span;
        (cue.start, cue.end) = (cue.start - start, cue.end - start);
    }
    records
}

/// What the best of the rule's own records lacks.
fn missing(marked: &Marked, own: &[Statement], others: &[String]) -> Vec<(&'static str, String)> {
    let cues = || marked.roles.iter().filter(|(role, _)| *role == "cue").map(|(_, span)| *span);
    let meets = |statement: &&Statement| cues().any(|cue| meet(cue, statement.cue.span));
    let best = own
        .iter()
        .filter(meets)
        .map(|statement| differences(marked, statement))
        .min_by_key(Vec::len);
    best.unwrap_or_else(|| {
        let others = if others.is_empty() {
            "nothing".to_string()
        } else {
            others.join(", ")
        };
        vec![("silent", format!("cue {:?}: fired {others}", marked.words("cue").join(" ")))]
    })
}

fn differences(marked: &Marked, statement: &Statement) -> Vec<(&'static str, String)> {
    let mut wrong = Vec::new();
    let expected = marked.words("content").join(" ");
    let found = content(statement);
    if word_f1(&expected, found) < SAME_CONTENT {
        wrong.push(("content", format!("expected {expected:?}\n    found    {found:?}")));
    }
    let parties = [
        ("speaker", &statement.speakers[..]),
        ("addressee", &statement.addressees[..]),
        ("source", statement.source.as_slice()),
    ];
    for (role, parties) in parties {
        let expected = marked.words(role).join(" ");
        let found = words(parties);
        if !expected.is_empty() && expected != found {
            wrong.push((role, format!("expected {expected:?}, found {found:?}")));
        }
    }
    wrong
}

fn words(parties: &[Party]) -> String {
    parties
        .iter()
        .filter_map(|party| party.text.as_deref())
        .collect::<Vec<_>>()
        .join(" ")
}

fn content(statement: &Statement) -> &str {
    statement.content.as_ref().map_or("", |content| content.text.as_str())
}

fn meet(a: Span, b: Span) -> bool {
    a.end.min(b.end) > a.start.max(b.start)
}

#[test]
fn known_misses_of_the_rules() {
    let outcomes = outcomes();
    assert!(
        outcomes.iter().filter(|outcome| outcome.fires).count() >= 2 * 35,
        "too few examples were tried"
    );
    let misses = outcomes
        .iter()
        .flat_map(|outcome| outcome.wrong.iter().map(|(what, told)| miss(outcome, what, told)));
    known::compare("rules", &misses.collect::<Vec<_>>());
}

fn miss(outcome: &Outcome, what: &str, told: &str) -> Miss {
    let rule = &outcome.rule.id;
    Miss {
        entry: vec![
            ("rule", rule.clone()),
            ("example", outcome.text.clone()),
            ("what", what.to_string()),
        ],
        report: format!("{rule}: {what}: {:?}\n    {told}", outcome.text),
    }
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
        let shared: Vec<&Outcome> = outcomes.iter().filter(|outcome| !outcome.others.is_empty()).collect();
        let alone = if shared.is_empty() { ", no other rule in any" } else { "" };
        writeln!(drawing, "{}: {} examples{alone}", outcomes[0].rule.id, outcomes.len()).unwrap();
        for outcome in shared {
            let kind = if outcome.fires { "fires" } else { "quiet" };
            writeln!(drawing, "  {kind} {}\n        also {}", outcome.text, outcome.others.join(", ")).unwrap();
        }
    }
    drawing
}
