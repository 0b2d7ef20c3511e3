//! The program from outside: what goes where, and with which exit code.

use crate::made;
use crate::program::{ARTICLE, PROGRAM, demarche, folder, piped};
use demarche::output::schema::{Kind, schema_text};
use std::fs;
use std::path::Path;

#[test]
fn help_shows_commands_and_examples() {
    let here = folder(&[]);
    let help = demarche(here.path(), &["--help"]);
    assert_eq!(help.code, 0);
    for command in ["extract", "load", "explain", "diff", "schema", "validate", "score"] {
        assert!(help.out.contains(&format!("\n  {command} ")), "{command} is not in the help");
        let own = demarche(here.path(), &[command, "--help"]);
        assert_eq!(own.code, 0);
        assert!(
            own.out.contains(&format!("demarche {command}")) && own.out.contains("Examples:"),
            "{}",
            own.out
        );
    }
}

#[test]
fn wrong_usage_is_2() {
    let here = folder(&[("a.txt", ARTICLE)]);
    for (args, word) in [
        (&["extract", "--formt", "json"][..], "--format"),
        (&["extract", "a.txt", "--format", "xml"], "jsonl"),
        (&["extract", "a.txt", "--to", "out.xyz"], "--format"),
        (&["extract", "a.txt", "--date", "May"], "--date"),
        (&["extract", "a.txt", "--threads", "0"], "--threads"),
        (&["extract", "a.txt", "--with-text", "--format", "csv"], "--format json"),
        (&["extract", "a.txt", "--to", "a.txt"], "a.txt"),
        (&["extract", ".", "--to", "a.txt"], "a.txt"),
        (&["score", "gold", "pred", "--min", "act_f2=1"], "act_f1"),
        (&["score", "gold", "pred", "--min", "act_f1"], "NAME=VALUE"),
        (&["schema", "verbs"], "extraction"),
        (&["frobnicate"], "frobnicate"),
    ] {
        let done = demarche(here.path(), args);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}: {}", done.err);
        assert!(done.err.contains(word), "{args:?}: {}", done.err);
    }
    assert_eq!(fs::read(here.path().join("a.txt")).unwrap(), ARTICLE, "an input was overwritten");
}

#[test]
fn order_is_that_of_the_input_whatever_the_threads() {
    let files: Vec<(String, String)> = (0..60)
        .map(|n| (format!("{n:02}.txt"), format!("Peru agreed to {}.\n", "talk ".repeat(n * 7 % 50))))
        .collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let here = folder(&files);
    let run = |threads| demarche(here.path(), &["extract", ".", "--format", "json", "--threads", threads]).out;
    let one = run("1");
    assert_eq!(one.matches("\"sha256\"").count(), 60);
    assert!(one.find("\"03\"") < one.find("\"04\"") && one.contains("\"03\""));
    assert_eq!(one, run("4"));
}

#[test]
fn stdin_is_an_input() {
    let here = folder(&[]);
    for args in [&["extract", "--format", "json", "-"][..], &["extract", "--format", "json"]] {
        let done = piped(here.path(), args, "Peru agreed to talks.\n");
        assert_eq!(done.code, 0, "{}", done.err);
        let document: serde_json::Value = serde_json::from_str(&done.out).unwrap();
        assert_eq!(document["document"]["id"], "stdin");
        assert_eq!(document["document"]["uri"], serde_json::Value::Null);
    }
}

#[test]
fn the_ending_names_the_format_and_the_file_is_whole() {
    let here = folder(&[("a.txt", ARTICLE)]);
    for (name, start) in [
        ("o.csv", "document,published,"),
        ("o.json", "{\n  \"schema_version\": \"1\""),
        ("o.txt", "a  "),
    ] {
        let done = demarche(here.path(), &["extract", "a.txt", "--to", name, "--quiet"]);
        assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (0, "", ""));
        let text = fs::read_to_string(here.path().join(name)).unwrap();
        assert!(text.starts_with(start), "{name}: {text}");
    }
    let names = fs::read_dir(here.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| name.ends_with(".part")).count(), 0);
}

#[test]
fn a_destination_that_cannot_be_written_is_3() {
    let here = folder(&[("a.txt", ARTICLE), ("is-a-folder.csv/x", b"")]);
    for to in ["no/such/folder/o.csv", "is-a-folder.csv"] {
        let done = demarche(here.path(), &["extract", "a.txt", "--to", to]);
        assert_eq!((done.code, done.out.as_str()), (3, ""), "{}", done.err);
        assert!(done.err.contains(to) && done.err.contains("help"), "{}", done.err);
    }
    let old = here.path().join("old.csv");
    fs::write(&old, "old").unwrap();
    let mut rights = fs::metadata(&old).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&old, rights).unwrap();
    let done = demarche(here.path(), &["extract", "a.txt", "--to", "old.csv"]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert_eq!(fs::read_to_string(old).unwrap(), "old");
}

#[test]
fn text_has_colours_only_where_they_are_wanted() {
    let here = folder(&[("a.txt", ARTICLE)]);
    let run = |color: &str| demarche(here.path(), &["extract", "a.txt", "--format", "text", "--color", color]).out;
    assert!(run("always").contains("\u{1b}["));
    assert!(!run("auto").contains("\u{1b}["), "a pipe is no terminal");
    assert!(!run("never").contains("\u{1b}["));
    assert!(!run("never").is_empty());
}

#[test]
#[cfg(unix)]
fn a_reader_that_leaves_is_no_error() {
    let files: Vec<(String, Vec<u8>)> = (0..300).map(|n| (format!("{n}.txt"), ARTICLE.repeat(100))).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let here = folder(&files);
    let mut child = std::process::Command::new(PROGRAM)
        .args(["extract", ".", "--format", "json", "--with-text"])
        .current_dir(here.path())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{err}");
    assert!(!err.contains("error") && !err.contains("panic"), "{err}");
}

#[test]
fn schema_prints_the_schema_that_the_files_are_compared_with() {
    let here = folder(&[]);
    for kind in Kind::ALL {
        assert_eq!(demarche(here.path(), &["schema", kind.name()]).out, schema_text(kind));
    }
    assert_eq!(demarche(here.path(), &["schema"]).out, schema_text(Kind::Extraction));
}

#[test]
fn validate_passes_what_is_right() {
    let made = made::extraction();
    let one = serde_json::to_string_pretty(&made).unwrap();
    let array = serde_json::to_string_pretty(&[&made, &made]).unwrap();
    let lines: String = made
        .statements
        .iter()
        .map(|statement| serde_json::to_string(statement).unwrap() + "\n")
        .collect();
    let files = [
        ("one.json", one.as_bytes()),
        ("array.json", array.as_bytes()),
        ("lines.jsonl", lines.as_bytes()),
    ];
    let here = folder(&files);
    let done = demarche(here.path(), &["validate", "one.json", "array.json", "lines.jsonl"]);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    assert!(done.err.contains("5 records, 0 failures"), "{}", done.err);
    let done = piped(here.path(), &["validate", "-"], &lines);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    assert!(done.err.contains("2 records"), "{}", done.err);
}

#[test]
fn validate_tells_every_failure_with_line_and_path() {
    let mut made = made::extraction();
    made.statements[1].strength.level = 9;
    let array = serde_json::to_string_pretty(&[&made::extraction(), &made]).unwrap();
    let line = 1 + array.lines().position(|line| line.contains("\"level\": 9")).unwrap();
    let good = serde_json::to_string(&made.statements[0]).unwrap();
    let lines = format!("{good}\n{}\nnot json\n{good}\n", good.replace("\"agree\"", "\"agrees\""));
    let here = folder(&[
        ("array.json", array.as_bytes()),
        ("lines.jsonl", lines.as_bytes()),
        ("cut.json", &array.as_bytes()[..200]),
    ]);
    let done = demarche(here.path(), &["validate", "array.json"]);
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(
        done.out
            .starts_with(&format!("array.json:{line}: /1/statements/1/strength/level: ")),
        "{}",
        done.out
    );
    assert_eq!(done.out.lines().count(), 1);
    let done = demarche(here.path(), &["validate", "lines.jsonl"]);
    assert_eq!(done.code, 1, "{}", done.err);
    let told: Vec<&str> = done.out.lines().collect();
    assert!(
        told[0].starts_with("lines.jsonl:2: /act: ") && told[1].starts_with("lines.jsonl:3: /: not JSON"),
        "{told:#?}"
    );
    assert_eq!(told.len(), 2);
    assert_eq!(demarche(here.path(), &["validate", "cut.json"]).code, 1);
    let missing = demarche(here.path(), &["validate", "lines.jsonl", "missing.json"]);
    assert_eq!(missing.code, 3);
    assert!(missing.err.contains("missing.json") && missing.out.lines().count() == 2);
}

#[test]
fn score_has_figures_and_floors() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/score");
    let done = demarche(&data, &["score", "gold", "predictions", "--json"]);
    assert_eq!(done.code, 1, "a document has no prediction");
    assert!(done.err.contains("missing"), "{}", done.err);
    let figures: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    let expected: serde_json::Value = serde_json::from_str(&fs::read_to_string(data.join("expected.json")).unwrap()).unwrap();
    for (name, value) in expected["all"].as_object().unwrap() {
        assert_eq!(
            format!("{:.3}", figures[name].as_f64().unwrap()),
            format!("{:.3}", value.as_f64().unwrap()),
            "{name}"
        );
    }
    let here = folder(&[]);
    let gold = fs::read(data.join("gold/acts.json")).unwrap();
    let predictions = fs::read(data.join("predictions/acts.json")).unwrap();
    fs::create_dir(here.path().join("gold")).unwrap();
    fs::write(here.path().join("gold/acts.json"), gold).unwrap();
    fs::create_dir(here.path().join("pred")).unwrap();
    fs::write(here.path().join("pred/acts.json"), predictions).unwrap();
    let act = expected["acts"]["act_recall"].as_f64().unwrap();
    let floor = |value: f64| demarche(here.path(), &["score", "gold", "pred", "--min", &format!("act_recall={value}")]);
    assert_eq!(floor(act).code, 0);
    let low = floor(act + 0.01);
    assert_eq!(low.code, 1);
    assert!(low.err.contains("act_recall"), "{}", low.err);
    assert_eq!(demarche(here.path(), &["score", "nowhere", "pred"]).code, 3);
}

#[test]
fn score_reads_texts_too() {
    let gold = br#"{"statements": []}"#;
    let here = folder(&[
        ("gold/a.json", gold),
        ("texts/a.txt", b"Nothing is said here.\n"),
        ("texts/other.txt", ARTICLE),
    ]);
    for path in ["texts", "texts/a.txt"] {
        let done = demarche(here.path(), &["score", "gold", path]);
        assert_eq!(done.code, 0, "{}", done.err);
        assert!(done.out.contains("missing_documents 0"), "{}", done.out);
    }
}
