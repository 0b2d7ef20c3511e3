//! `demarche load`: what was extracted before comes into a database later.

use super::{ask, dump};
use crate::program::{ARTICLE, demarche, folder, piped};
use std::fs;

#[test]
fn what_was_extracted_can_be_loaded_later() {
    let here = folder(&[("in/a.txt", ARTICLE), ("in/b.txt", b"Nothing is said here.\n")]);
    let go = |args: &[&str]| {
        let done = demarche(here.path(), args);
        assert_eq!(done.code, 0, "{args:?}: {}", done.err);
        assert!(done.err.contains(" 0 rejects, 0 skipped, "), "{}", done.err);
    };
    go(&[
        "extract",
        "in",
        "--to",
        "now.sqlite",
        "--to",
        "in.json",
        "--to",
        "lines.jsonl",
        "--date",
        "2024-05-31",
    ]);
    go(&[
        "extract",
        "in",
        "--format",
        "documents",
        "--to",
        "whole.jsonl",
        "--date",
        "2024-05-31",
    ]);
    let now = dump(&here.path().join("now.sqlite"));
    // Records name their packs and versions, not what the packs were made of; the user may.
    let run = ask(&here.path().join("now.sqlite"), "SELECT rules FROM runs").concat().concat();
    let packs = format!("builtin {}", env!("CARGO_PKG_VERSION"));
    go(&["load", "whole.jsonl", "--to", "unnamed.sqlite"]);
    assert_eq!(ask(&here.path().join("unnamed.sqlite"), "SELECT rules FROM runs").concat(), [packs]);
    for file in ["whole.jsonl", "in.json"] {
        go(&["load", file, "--to", "later.sqlite", "--run", &run]);
        assert_eq!(dump(&here.path().join("later.sqlite")), now, "{file}");
    }
    // Statements alone leave what is known of their documents as it is.
    go(&["load", "lines.jsonl", "--to", "later.sqlite", "--run", &run]);
    let published = ask(
        &here.path().join("later.sqlite"),
        "SELECT published, genre FROM documents WHERE document_id = 'a'",
    );
    assert_eq!(published, [["2024-05-31", "news"]]);
    go(&["load", "lines.jsonl", "--to", "bare.db"]);
    let bare = ask(
        &here.path().join("bare.db"),
        "SELECT published, genre, sha256, chars FROM documents",
    );
    assert_eq!(bare, [["∅", "∅", "∅", "∅"]]);
    let keys = |path: &str| {
        ask(
            &here.path().join(path),
            "SELECT statement_id, act, content, sentence, rule_id FROM statements",
        )
    };
    assert_eq!(keys("bare.db"), keys("now.sqlite"));
    go(&["load", "lines.jsonl", "--to", "again.jsonl", "--to", "again.csv"]);
    let read = |name: &str| fs::read_to_string(here.path().join(name)).unwrap();
    assert_eq!(read("again.jsonl"), read("lines.jsonl"));
    assert_eq!(read("again.csv").lines().count(), 2);
    let json = demarche(here.path(), &["load", "lines.jsonl", "--to", "again.json"]);
    assert_eq!(json.code, 2, "{}", json.err);
    assert!(json.err.contains("--format documents") && !here.path().join("again.json").exists());
}

#[test]
fn lines_that_cannot_be_loaded_are_told_and_the_rest_is_done() {
    let here = folder(&[("a.txt", ARTICLE)]);
    let line = demarche(here.path(), &["extract", "a.txt", "--format", "jsonl"]).out;
    let other = line
        .replace("\"document\":\"a\"", "\"document\":\"b\"")
        .replace("\"id\":\"", "\"id\":\"b");
    let valid = other.replacen("\"id\":\"b", "\"id\":\"", 1);
    let lines = format!("{line}{{\"id\": 3}}\nno json\n{valid}{line}");
    fs::write(here.path().join("lines.jsonl"), lines).unwrap();
    let done = demarche(here.path(), &["load", "lines.jsonl", "--to", "a.db", "--run", "mine"]);
    assert_eq!(done.code, 3, "{}", done.err);
    for told in [
        "lines.jsonl:2: expected a statement",
        "lines.jsonl:3: expected",
        "lines.jsonl:5: the statements of the document \"a\" do not stand together",
    ] {
        assert!(done.err.contains(told), "{told}: {}", done.err);
    }
    assert!(
        done.err.contains("a.db: the document b is left out"),
        "an id that another document has: {}",
        done.err
    );
    assert_eq!(
        ask(
            &here.path().join("a.db"),
            "SELECT document_id, rules FROM documents JOIN runs USING (run_id)"
        ),
        [["a", "mine"]]
    );
    let pipe = piped(here.path(), &["load", "-", "--to", "b.db"], &line);
    assert_eq!(pipe.code, 2, "{}", pipe.err);
    let pipe = piped(here.path(), &["load", "-", "--to", "b.db", "--run", "builtin 0.1.0"], &line);
    assert_eq!(pipe.code, 0, "{}", pipe.err);
    let missing = demarche(here.path(), &["load", "none.jsonl", "--to", "c.db"]);
    assert_eq!(missing.code, 3);
    assert!(
        missing.err.contains("none.jsonl") && !here.path().join("c.db").exists(),
        "{}",
        missing.err
    );
    let same = demarche(here.path(), &["load", "lines.jsonl", "--to", "lines.jsonl"]);
    assert_eq!(same.code, 2, "{}", same.err);
}
