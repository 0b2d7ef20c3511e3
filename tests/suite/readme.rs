//! The README: its commands give what it shows.
//!
//! A block ```console holds commands (`$ demarche ...`) with their output, ```text the file that they read, ```json a record of
//! that output, laid out for reading, ```toml a rule file.

use crate::program::{demarche, folder};
use std::fs;
use std::path::Path;

/// The blocks of `language`, without their fences.
fn blocks(readme: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let behind = readme.split(&fence).skip(1);
    behind.map(|rest| rest.split("```").next().unwrap_or("").to_string()).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("the README")
}

/// The commands of the README with the output that they are shown with.
fn commands(readme: &str) -> Vec<(Vec<String>, String)> {
    let blocks = blocks(readme, "console");
    let commands = blocks.iter().flat_map(|block| block.split("$ demarche ").skip(1));
    commands
        .map(|command| {
            let (line, output) = command.split_once('\n').expect("a command and its output");
            (line.split_whitespace().map(str::to_string).collect(), output.to_string())
        })
        .collect()
}

#[test]
fn commands_give_what_is_shown() {
    let commands = commands(&readme());
    assert!(!commands.is_empty(), "no command in the README");
    for (args, output) in commands {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let done = demarche(root(), &args);
        assert_eq!(done.code, 0, "{args:?}: {}", done.err);
        assert_eq!(done.out.trim_end(), output.trim_end(), "{args:?}");
    }
}

#[test]
fn the_text_shown_is_the_file() {
    let shown = blocks(&readme(), "text");
    let file = fs::read_to_string(root().join("examples/readme.txt")).expect("the example");
    assert_eq!(shown, [file]);
}

#[test]
fn the_record_shown_is_one_of_them() {
    let readme = readme();
    let (args, _) = commands(&readme).into_iter().next().expect("a command");
    let plain: Vec<&str> = args
        .iter()
        .map(String::as_str)
        .filter(|arg| !matches!(*arg, "--format" | "text"))
        .collect();
    let done = demarche(root(), &[plain, vec!["--format", "jsonl"]].concat());
    let made: Vec<serde_json::Value> = done.out.lines().map(|line| serde_json::from_str(line).expect("a record")).collect();
    let shown: Vec<serde_json::Value> = blocks(&readme, "json")
        .iter()
        .map(|block| serde_json::from_str(block).expect("JSON"))
        .collect();
    assert!(!shown.is_empty(), "no record in the README");
    for record in shown {
        let near = made.iter().find(|m| m["act"] == record["act"]);
        assert_eq!(Some(&record), near);
    }
}

#[test]
fn the_rule_file_shown_can_be_used() {
    let files = blocks(&readme(), "toml");
    assert!(!files.is_empty(), "no rule file in the README");
    for source in files {
        let here = folder(&[
            ("own.toml", source.as_bytes()),
            ("a.txt", b"Peru copperfastened the fishing accord on Monday.\n"),
        ]);
        let done = demarche(here.path(), &["extract", "a.txt", "--rules", "own.toml"]);
        assert_eq!(done.code, 0, "{}", done.err);
        assert!(done.out.contains("\"pack\":\"trade\",\"version\":\"1.0\""), "{}", done.out);
    }
}

#[test]
fn the_files_named_are_there() {
    let readme = readme();
    let names = readme.split([' ', '`', '\n', '(', ')', ',', ':']).filter(|word| {
        ["golden/", "rules/", "examples/", "src/", "tests/"]
            .iter()
            .any(|start| word.starts_with(start))
    });
    let mut count = 0;
    for name in names.filter(|name| !name.contains('*')) {
        assert!(root().join(name).exists(), "{name} is not there");
        count += 1;
    }
    assert!(count >= 3, "{count} files named only");
}

#[test]
fn every_field_and_column_is_in_the_readme() {
    let readme = readme();
    let fields = blocks(&readme, "json").concat();
    let record: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&fields).expect("one record");
    for name in record
        .keys()
        .map(String::as_str)
        .chain(demarche::output::CSV_COLUMNS.iter().copied())
    {
        assert!(readme.contains(&format!("`{name}`")), "{name}");
    }
}
