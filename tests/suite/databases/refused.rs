//! What stands in the way: files that are something else, a full disk, texts that others refuse.

use super::{ask, long_line};
use crate::program::{ARTICLE, PROGRAM, demarche, folder};
use rusqlite::Connection;
use std::fs;

#[test]
fn what_is_no_database_of_ours_is_refused_and_stays_as_it_is() {
    let here = folder(&[
        ("a.txt", ARTICLE),
        (
            "text.db",
            b"This is a text, and it is long enough to be read as a head of a file. It is no database.\n",
        ),
    ]);
    let at = |name: &str| here.path().join(name);
    let sql = |name: &str, sql: &str| Connection::open(at(name)).unwrap().execute_batch(sql).unwrap();
    sql(
        "own.db",
        "CREATE TABLE documents (name TEXT, body TEXT); INSERT INTO documents VALUES ('mine', 'yes')",
    );
    for (name, change) in [
        ("newer.db", "UPDATE demarche_schema SET version = 2"),
        ("older.db", "UPDATE demarche_schema SET version = 0"),
        ("other.db", "ALTER TABLE pieces RENAME COLUMN text TO words"),
        ("gone.db", "DROP TABLE hedges"),
    ] {
        assert_eq!(demarche(here.path(), &["extract", "a.txt", "--to", name]).code, 0);
        sql(name, change);
    }
    for (name, told) in [
        ("text.db", "file is not a database"),
        ("own.db", "a table `documents` that demarche did not make"),
        ("newer.db", "version 2"),
        ("older.db", "extract (or load) into a new database"),
        ("other.db", "`text` is not among them"),
        ("gone.db", "its table `hedges` is gone"),
        ("no/such/folder/x.db", "unable to open"),
    ] {
        let before = fs::read(at(name)).ok();
        let done = demarche(here.path(), &["extract", "a.txt", "--to", name, "--to", "beside.jsonl"]);
        assert_eq!((done.code, done.out.as_str()), (3, ""), "{name}: {}", done.err);
        assert!(
            done.err.contains(name) && done.err.contains(told) && done.err.contains("help: "),
            "{name}: {}",
            done.err
        );
        assert!(done.err.lines().count() <= 2, "{name}: {}", done.err);
        assert!(fs::read(at(name)).ok() == before, "{name} has changed");
        assert!(!at("beside.jsonl").exists(), "{name}: half a run was written");
    }
}

#[test]
#[cfg(unix)]
fn a_disk_that_takes_no_more_is_told_and_what_is_there_is_whole() {
    let lines: String = (0..2000)
        .map(|n| format!("{{\"id\": \"d{n}\", \"text\": \"Norway and Peru agreed to reopen talk {n} in Lima on Monday.\"}}\n"))
        .collect();
    let here = folder(&[("in.jsonl", lines.as_bytes())]);
    // No file may grow beyond so many blocks of 512 bytes; the signal that would end the program is held off, so that the write fails.
    let limited = |blocks: usize, to: &str| {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" extract in.jsonl --to {to}");
        let output = std::process::Command::new("sh")
            .args(["-c", &script, PROGRAM])
            .current_dir(here.path())
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, err) = limited(1500, "full.sqlite");
    assert_eq!(code, Some(3), "{err}");
    assert!(err.contains("full.sqlite") && err.contains("make room"), "{err}");
    let path = here.path().join("full.sqlite");
    assert_eq!(ask(&path, "PRAGMA integrity_check").concat(), ["ok"]);
    let documents: usize = ask(&path, "SELECT count(*) FROM documents").concat()[0].parse().unwrap();
    assert!(documents < 2000, "the disk was not full");
    assert_eq!(
        ask(&path, "SELECT count(*) FROM statements").concat(),
        [documents.to_string()],
        "half a document"
    );
    for to in ["full.csv", "full.jsonl", "full.json", "full.tsv"] {
        let (code, err) = limited(100, to);
        assert_eq!(code, Some(3), "{to}: {err}");
        assert!(err.contains(to) && !here.path().join(to).exists(), "{to}: {err}");
    }
    let parts = fs::read_dir(here.path())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().ends_with(".part"));
    assert_eq!(parts.count(), 0);
}

#[test]
fn long_sentences_and_signs_that_others_refuse_are_kept() {
    let long = format!("Peru agreed to {} on Monday.", "a very long talk, ".repeat(300_000));
    let lines = [
        serde_json::json!({"id": "long", "text": long}),
        serde_json::json!({"id": "nul", "text": "Peru agreed to open\u{0} talks in Lima."}),
    ];
    let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let here = folder(&[("in.jsonl", lines.as_bytes())]);
    let done = demarche(here.path(), &["extract", "in.jsonl", "--to", "a.sqlite", "--to", "a.csv"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let path = here.path().join("a.sqlite");
    let rows = ask(&path, "SELECT document_id, instr(sentence, char(0)) > 0 FROM statements ORDER BY 1");
    assert_eq!(rows, [["long", "0"], ["nul", "1"]]);
    fs::write(here.path().join("long.jsonl"), long_line(here.path())).unwrap();
    let done = demarche(
        here.path(),
        &["load", "long.jsonl", "--no-validate", "--to", "a.sqlite", "--to", "a.parquet"],
    );
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(
        ask(&path, "SELECT document_id FROM statements WHERE length(sentence) > 5000000"),
        [["short"]]
    );
}
