//! The measure gives the figures of the reference scorer, on documents of our own (`tests/data/score`).

use demarche::score::{Gold, Predictions, Score};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/score")
}

fn add(score: &mut Score, name: &str) {
    let file = |folder_name: &str| fs::read_to_string(folder().join(folder_name).join(format!("{name}.json")));
    let gold: Gold = serde_json::from_str(&file("gold").unwrap()).unwrap();
    let predictions: Option<Predictions> = file("predictions").ok().map(|text| serde_json::from_str(&text).unwrap());
    score.document(
        name,
        &gold.statements,
        predictions.as_ref().map(|found| found.statements.as_slice()),
    );
}

#[test]
fn figures_are_those_of_the_reference() {
    let text = fs::read_to_string(folder().join("expected.json")).unwrap();
    let expected: BTreeMap<String, BTreeMap<String, f64>> = serde_json::from_str(&text).unwrap();
    let documents: Vec<&String> = expected.keys().filter(|name| *name != "all").collect();
    assert_eq!(documents.len(), fs::read_dir(folder().join("gold")).unwrap().count());
    for (name, figures) in &expected {
        let mut score = Score::new();
        match name.as_str() {
            "all" => documents.iter().for_each(|document| add(&mut score, document)),
            one => add(&mut score, one),
        }
        let found: BTreeMap<String, f64> = score.figures().into_iter().map(|(figure, value)| (figure, value.value())).collect();
        assert!(found.keys().eq(figures.keys()), "{name}: figures {:?}", found.keys());
        for (figure, value) in figures {
            assert!(
                (found[figure] - value).abs() < 1e-9,
                "{name}: {figure} is {}, the reference says {value}",
                found[figure]
            );
        }
    }
}

#[test]
fn errors_name_what_went_wrong() {
    let mut score = Score::new();
    add(&mut score, "addressees");
    add(&mut score, "missing");
    assert_eq!(score.errors.len(), 3, "{:#?}", score.errors);
    assert!(score.errors[0].starts_with("addressees: request \"asked\": wrong addressee;"));
    assert!(score.errors[1].starts_with("missing: missed thank: \"thanked\""));
    assert_eq!(score.missing_documents(), 1);
    let worst = &score.acts()[0];
    assert_eq!((worst.right, worst.missed, worst.wrong), (0, 1, 0));
}
