//! A run that is killed in the middle, and what a rerun makes of it.

use crate::databases::{ask, dump};
use crate::program::{PROGRAM, demarche, folder};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Documents of the run; batches are of 256, so that several are written before it ends.
pub const DOCUMENTS: usize = 1100;

/// A JSONL of so many documents with four statements each.
pub fn lines() -> String {
    let line = |n| {
        let text = format!("Norway and Peru agreed to reopen talks {n} in Lima on Monday. Chile urged Peru to close port {n}. ").repeat(2);
        format!("{}\n", serde_json::json!({"id": format!("d{n}"), "text": text}))
    };
    (0..DOCUMENTS).map(line).collect()
}

#[test]
fn a_rerun_ends_in_the_rows_of_a_run_that_was_never_killed() {
    let here = folder(&[("in.jsonl", lines().as_bytes())]);
    let whole = ["extract", "in.jsonl", "--to", "whole.sqlite", "--quiet"];
    assert_eq!(demarche(here.path(), &whole).code, 0);
    let expected = dump(&here.path().join("whole.sqlite"));
    for (name, resume) in [("plain.sqlite", false), ("resumed.sqlite", true)] {
        let path = here.path().join(name);
        let mut child = Command::new(PROGRAM)
            .args(["extract", "in.jsonl", "--threads", "1", "--to", name])
            .current_dir(here.path())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        let written = || match path.exists() {
            true => rusqlite::Connection::open(&path)
                .and_then(|database| database.query_row("SELECT count(*) FROM documents", [], |row| row.get::<_, u32>(0)))
                .map_or(0, |count| count as usize),
            false => 0,
        };
        while written() == 0 && begun.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(1));
        }
        // SIGKILL: nothing in the program can answer it.
        child.kill().unwrap();
        assert_eq!(child.wait().unwrap().code(), None, "it was done before it was killed");
        let there = written();
        assert!((1..DOCUMENTS).contains(&there), "{there} documents");
        let halves = "SELECT count(*) FROM documents d WHERE 4 <> (SELECT count(*) FROM statements s WHERE s.document_id = d.document_id)";
        assert_eq!(ask(&path, halves).concat(), ["0"], "half a document");
        let again = ["extract", "in.jsonl", "--to", name];
        let again = if resume {
            [&again[..], &["--resume"]].concat()
        } else {
            again.to_vec()
        };
        let done = demarche(here.path(), &again);
        assert_eq!(done.code, 0, "{}", done.err);
        assert_eq!(done.err.contains(&format!("{there} there already")), resume, "{}", done.err);
        assert!(dump(&path) == expected, "{name}: other rows");
    }
    let file = demarche(here.path(), &["extract", "in.jsonl", "--to", "a.jsonl", "--resume"]);
    assert_eq!(file.code, 2, "{}", file.err);
    assert!(file.err.contains("a.jsonl") && file.err.contains("--resume"), "{}", file.err);
}
