//! Records that do not agree with a schema, and long runs.

use crate::program::{ARTICLE, PROGRAM, demarche, folder};
use serde_json::json;
use std::fs;
use std::process::Command;

const TWO: &[u8] = b"Chile urged Peru to open the port of Arica. Peru agreed to talks.\n";

#[test]
fn what_fails_goes_to_the_rejects_and_the_run_goes_on() {
    let strict = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "allOf": [{"$ref": "urn:demarche:schema:1:statement"}],
        "properties": {"act": {"enum": ["agree", "pledge"]}},
    });
    let here = folder(&[
        ("in/a.txt", ARTICLE),
        ("in/b.txt", TWO),
        ("in/c.txt", ARTICLE),
        ("my.json", strict.to_string().as_bytes()),
    ]);
    let args = [
        "extract",
        "in",
        "--schema",
        "my.json",
        "--rejects",
        "rejects.jsonl",
        "--to",
        "a.jsonl",
        "--to",
        "a.sqlite",
    ];
    let done = demarche(here.path(), &args);
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(done.err.contains("3 documents, 3 statements, 1 reject, 0 skipped"), "{}", done.err);
    assert!(done.err.contains("document b") && done.err.contains("/act"), "{}", done.err);
    let rejects = fs::read_to_string(here.path().join("rejects.jsonl")).unwrap();
    let reject: serde_json::Value = serde_json::from_str(&rejects).unwrap();
    assert_eq!((&reject["document"], &reject["path"]), (&json!("b"), &json!("/act")));
    assert_eq!(reject["record"]["act"], "urge");
    assert_eq!(reject["statement"], reject["record"]["id"]);
    assert!(reject["reason"].as_str().unwrap().contains("urge"), "{reject}");
    let kept = fs::read_to_string(here.path().join("a.jsonl")).unwrap();
    assert!(kept.lines().count() == 3 && !kept.contains("\"urge\""), "{kept}");
    let rows = crate::databases::ask(&here.path().join("a.sqlite"), "SELECT act FROM statements");
    assert_eq!(rows, [["agree"], ["agree"], ["agree"]]);
    // The same schema holds what is loaded.
    assert_eq!(
        demarche(here.path(), &["extract", "in", "--format", "documents", "--to", "docs.jsonl"]).code,
        0
    );
    let loaded = demarche(here.path(), &["load", "docs.jsonl", "--schema", "my.json", "--to", "b.csv"]);
    assert_eq!(loaded.code, 1, "{}", loaded.err);
    assert_eq!(fs::read_to_string(here.path().join("b.csv")).unwrap().lines().count(), 4);
}

#[test]
fn a_schema_of_the_whole_document_rejects_the_document() {
    let strict = json!({"properties": {"document": {"properties": {"published": {"type": "string"}}}, "statements": {}}});
    let here = folder(&[("in/a.txt", ARTICLE), ("my.json", strict.to_string().as_bytes())]);
    let done = demarche(
        here.path(),
        &["extract", "in", "--schema", "my.json", "--to", "a.jsonl", "--rejects", "r.jsonl"],
    );
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(done.err.contains("0 documents, 0 statements, 1 reject"), "{}", done.err);
    let reject: serde_json::Value = serde_json::from_str(&fs::read_to_string(here.path().join("r.jsonl")).unwrap()).unwrap();
    assert_eq!(
        (&reject["path"], &reject["statement"]),
        (&json!("/document/published"), &json!(null))
    );
    let dated = demarche(
        here.path(),
        &["extract", "in", "--schema", "my.json", "--to", "a.jsonl", "--date", "2024-05-31"],
    );
    assert_eq!(dated.code, 0, "{}", dated.err);
}

/// Up to the size that the README names a record that fails is found unasked; beyond it, where somebody asks, and else it is said once.
#[test]
fn large_inputs_are_not_checked_unasked() {
    let bound = demarche::cli::CHECKED;
    assert!(include_str!("../../README.md").contains(&format!("Inputs under {} MB are checked", bound >> 20)));
    let here = folder(&[("a.txt", ARTICLE)]);
    let line = demarche(here.path(), &["extract", "a.txt", "--format", "jsonl"]).out;
    assert!(line.contains("\"level\":1"), "{line}");
    let wrong = line.replace("\"level\":1", "\"level\":9");
    // Blank lines are nothing, and fill a file up.
    let padded = |name: &str, content: &str, size: u64| {
        use std::io::Write;
        let mut file = std::io::BufWriter::new(fs::File::create(here.path().join(name)).unwrap());
        file.write_all(content.as_bytes()).unwrap();
        let blank = [vec![b' '; (1 << 16) - 1], vec![b'\n']].concat();
        let mut left = size - content.len() as u64;
        while left > 0 {
            let part = left.min(blank.len() as u64);
            file.write_all(&blank[..part as usize]).unwrap();
            left -= part;
        }
        file.flush().unwrap();
    };
    padded("under.jsonl", &wrong, bound - 1);
    padded("over.jsonl", &wrong, bound);
    let told = "records are not checked against the schema";
    for (file, options, code, said) in [
        ("under.jsonl", &[][..], 1, false),
        ("over.jsonl", &[], 0, true),
        ("over.jsonl", &["--validate"], 1, false),
        ("over.jsonl", &["--rejects", "r.jsonl"], 1, false),
        ("under.jsonl", &["--no-validate"], 0, false),
        ("over.jsonl", &["--no-validate"], 0, false),
        ("over.jsonl", &["--quiet"], 0, false),
    ] {
        let done = demarche(here.path(), &[&["load", file, "--to", "a.csv"], options].concat());
        assert_eq!(done.code, code, "{file} {options:?}: {}", done.err);
        assert_eq!(
            done.err.matches(told).count(),
            usize::from(said),
            "{file} {options:?}: {}",
            done.err
        );
        let rows = fs::read_to_string(here.path().join("a.csv")).unwrap().lines().count();
        assert_eq!(rows, if code == 0 { 2 } else { 1 }, "{file} {options:?}");
    }
    padded("texts.jsonl", "{\"text\": \"Peru agreed to talks.\"}\n", bound);
    let done = demarche(here.path(), &["extract", "texts.jsonl", "--to", "a.csv"]);
    assert!(done.code == 0 && done.err.matches(told).count() == 1, "{}", done.err);
    let done = demarche(here.path(), &["extract", "texts.jsonl", "--to", "a.csv", "--validate"]);
    assert!(done.code == 0 && !done.err.contains(told), "{}", done.err);
}

#[test]
fn a_schema_that_is_none_is_told() {
    let here = folder(&[
        ("a.txt", ARTICLE),
        ("broken.json", b"{"),
        ("wrong.json", br#"{"type": "wrong"}"#),
        ("far.json", br#"{"$ref": "https://example.org/x.json"}"#),
    ]);
    for (schema, code) in [("broken.json", 2), ("wrong.json", 2), ("far.json", 2), ("none.json", 3)] {
        let done = demarche(here.path(), &["extract", "a.txt", "--schema", schema, "--to", "a.jsonl"]);
        assert_eq!((done.code, done.out.as_str()), (code, ""), "{schema}: {}", done.err);
        assert!(done.err.contains(schema) && done.err.contains("help: "), "{}", done.err);
        assert!(!here.path().join("a.jsonl").exists());
    }
    let both = demarche(here.path(), &["extract", "a.txt", "--no-validate", "--rejects", "r.jsonl"]);
    assert_eq!(both.code, 2, "{}", both.err);
}

#[test]
fn one_bad_document_never_stops_a_run() {
    let lines = b"{\"id\": \"one\", \"text\": \"Peru agreed to talks.\"}\n{\"id\": \"two\", \n{\"id\": \"three\", \"text\": \"Chile agreed to talks.\"}\n";
    let here = folder(&[
        ("in/a.txt", ARTICLE),
        ("in/b.txt", b"\x7fELF\0\0\x01\0"),
        ("in/c.txt.gz", &[0x1f, 0x8b, 8, 0, 0]),
        ("in/d.jsonl", lines),
    ]);
    let done = demarche(here.path(), &["extract", "in", "--to", "a.sqlite", "--to", "a.csv"]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert!(
        done.err.contains("3 documents, 3 statements, 0 rejects, 3 skipped, "),
        "{}",
        done.err
    );
    assert_eq!(
        crate::databases::ask(&here.path().join("a.sqlite"), "SELECT document_id FROM documents ORDER BY 1"),
        [["a"], ["one"], ["three"]]
    );
}

#[test]
fn two_documents_of_one_id_are_told_where_only_one_is_kept() {
    let lines = b"{\"id\": \"one\", \"text\": \"Peru agreed to talks.\"}\n{\"id\": \"one\", \"text\": \"Chile agreed to talks.\"}\n";
    let here = folder(&[("in.jsonl", lines)]);
    let done = demarche(here.path(), &["extract", "in.jsonl", "--to", "a.sqlite"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(
        done.err.contains("warning") && done.err.contains("\"one\" stood before"),
        "{}",
        done.err
    );
    assert_eq!(
        crate::databases::ask(&here.path().join("a.sqlite"), "SELECT speaker_codes FROM v_statements"),
        [["CHL"]]
    );
    let file = demarche(here.path(), &["extract", "in.jsonl", "--to", "a.jsonl"]);
    assert!(!file.err.contains("warning"), "{}", file.err);
}

/// Resident memory at its highest, in kB, of a run over `lines` documents.
#[cfg(target_os = "linux")]
fn peak(lines: usize) -> u64 {
    let text = "Nothing is said in this long text about boats and nets and the sea. ".repeat(60);
    let lines: String = (0..lines)
        .map(|n| format!("{{\"id\": \"d{n}\", \"text\": \"{text}\"}}\n"))
        .collect();
    let here = folder(&[("in.jsonl", lines.as_bytes())]);
    let mut child = Command::new(PROGRAM)
        .args([
            "extract",
            "in.jsonl",
            "--quiet",
            "--threads",
            "2",
            "--to",
            "a.sqlite",
            "--to",
            "a.jsonl",
        ])
        .current_dir(here.path())
        .spawn()
        .unwrap();
    let mut peak = 0;
    loop {
        if let Ok(status) = fs::read_to_string(format!("/proc/{}/status", child.id())) {
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let now = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
            // it only grows; but a child that has not begun its own program yet still shows the memory of ours
            peak = now.unwrap_or(peak);
        }
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.success());
            return peak;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
}

/// Six times the input and the same memory, but for what the system rounds.
#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_input() {
    let (small, large) = (peak(1000), peak(6000));
    assert!(
        large < small + small / 4 + 8000,
        "{small} kB for 1000 documents, {large} kB for 6000"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_sees_progress_and_a_pipe_the_line_at_the_end() {
    let lines: String = (0..400)
        .map(|n| format!("{{\"id\": \"d{n}\", \"text\": \"Norway and Peru agreed to talk {n} on Monday.\"}}\n"))
        .collect();
    let here = folder(&[("in.jsonl", lines.as_bytes())]);
    let piped = demarche(here.path(), &["extract", "in.jsonl", "--to", "a.jsonl"]);
    assert!(
        piped.err.starts_with("400 documents, 400 statements, 0 rejects, 0 skipped, ") && piped.err.lines().count() == 1,
        "{}",
        piped.err
    );
    let command = format!("{PROGRAM} extract in.jsonl --to b.jsonl");
    let Ok(output) = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .env("TERM", "xterm")
        .current_dir(here.path())
        .output()
    else {
        eprintln!("LEFT OUT: the progress bar needs a terminal, and there is no `script` here to make one");
        return;
    };
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        shown.contains(" documents, ") && shown.contains("/s, ") && shown.contains(" left"),
        "{shown:?}"
    );
    assert!(shown.contains("400 documents, 400 statements, 0 rejects, 0 skipped, "), "{shown:?}");
}
