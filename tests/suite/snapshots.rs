//! What the program says about each golden, drawn for the eye: one snapshot an article.
//!
//! A snapshot is the program's word: it says what comes out today, right or wrong, so that a change of a rule shows where it reaches.
//! `INSTA_UPDATE=always cargo test --test suite snapshots` writes them again; read the difference before it is committed. What
//! ought to come out is the goldens' business (`golden.rs`).

use crate::drawing;
use crate::golden_file::Golden;
use crate::texts;
use std::fs;

/// Compares `drawing` with `tests/suite/snapshots/{name}.snap`.
pub fn compare(name: &str, drawing: &str) {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, drawing));
}

/// The stems of the snapshots that begin with `kind` and two underscores, sorted, without that.
pub fn kept(kind: &str) -> Vec<String> {
    let entries = fs::read_dir(texts::tree("tests/suite/snapshots")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names
        .filter_map(|name| Some(name.strip_prefix(kind)?.strip_prefix("__")?.strip_suffix(".snap")?.to_string()))
        .collect();
    names.sort();
    names
}

/// Whether snapshots are being written: other tests may still be at it, and there is nothing to compare yet.
pub fn writing() -> bool {
    std::env::var("INSTA_UPDATE").is_ok_and(|value| value == "always")
}

fn snapshot(name: &str) {
    let golden = Golden::load(name);
    let extraction = texts::extractor().extract(&golden.document);
    compare(&format!("golden__{name}"), &drawing::draw(name, &extraction, &golden.document.text));
}

macro_rules! snapshots {
    ($($test:ident = $name:literal),+ $(,)?) => {
        $(#[test] fn $test() { snapshot($name); })+

        #[test]
        fn every_golden_has_its_snapshot_and_no_snapshot_is_left_over() {
            let listed = [$($name),+];
            if writing() {
                return;
            }
            assert_eq!(texts::goldens(), listed, "the list of this file against the folders of golden/");
            assert_eq!(kept("golden"), listed, "the files of tests/suite/snapshots against the list of this file");
        }
    };
}

snapshots! {
    advisors_kirby = "advisors-kirby",
    advisors_washington = "advisors-washington",
    communique_bullets = "communique-bullets",
    directors_seoul = "directors-seoul",
    joint_statement = "joint-statement",
    leaders_lima = "leaders-lima",
    ministers_rio = "ministers-rio",
    news_page = "news-page",
    readout = "readout",
    resolution = "resolution",
    wire_1980s = "wire-1980s",
    wire_1990s = "wire-1990s",
    wire_2000s = "wire-2000s",
    wire_2010s = "wire-2010s",
    wire_2020s = "wire-2020s",
}
