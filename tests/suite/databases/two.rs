//! Two programs at one file: both fill it, and neither takes the other's documents away.

use super::ask;
use crate::made;
use crate::program::{PROGRAM, folder};
use demarche::output::Writer;
use demarche::output::database::Sqlite;
use std::process::{Child, Command, Stdio};

/// The program, begun and not waited for, over 600 documents whose ids begin with `name`.
pub fn begin(here: &std::path::Path, name: &str, to: &str) -> Child {
    let lines: String = (0..600)
        .map(|n| {
            let text = format!("Norway and Peru agreed to reopen talks {n} in Lima on Monday. Chile urged Peru to close port {n}.");
            format!("{}\n", serde_json::json!({"id": format!("{name}{n}"), "text": text}))
        })
        .collect();
    std::fs::write(here.join(format!("{name}.jsonl")), lines).unwrap();
    Command::new(PROGRAM)
        .args(["extract", &format!("{name}.jsonl"), "--to", to])
        .current_dir(here)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn two_programs_fill_one_file_at_once() {
    let here = folder(&[]);
    let both = ["a", "b"].map(|name| begin(here.path(), name, "one.sqlite"));
    for child in both {
        let output = child.wait_with_output().unwrap();
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{err}");
        assert!(err.starts_with("600 documents, 1200 statements, 0 rejects, 0 skipped"), "{err}");
    }
    let path = here.path().join("one.sqlite");
    let counts = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM statements), (SELECT count(*) FROM runs)";
    assert_eq!(ask(&path, counts), [["1200", "2400", "1"]]);
    assert_eq!(ask(&path, "PRAGMA integrity_check").concat(), ["ok"]);
}

#[test]
fn a_run_that_fails_removes_its_own_file_only() {
    let here = folder(&[]);
    let path = here.path().join("one.sqlite");
    let open = || Sqlite::open(&path, "builtin 1").unwrap();
    drop(open());
    assert!(!path.exists(), "nothing has come in");
    let (first, mut second) = (open(), open());
    drop(first);
    second.document(&made::extraction()).unwrap();
    second.end().unwrap();
    drop(second);
    let documents = || ask(&path, "SELECT count(*) FROM documents").concat();
    assert_eq!(documents(), ["1"], "another program was at it");
    std::fs::remove_file(&path).unwrap();
    let (first, mut second) = (open(), open());
    second.document(&made::extraction()).unwrap();
    second.end().unwrap();
    drop(second);
    drop(first);
    assert_eq!(documents(), ["1"], "another program has filled it");
}
