//! SQLite from outside: what is in the tables, that loading is idempotent, what is refused.

use crate::made;
use crate::program::{ARTICLE, PROGRAM, demarche, folder, piped};
use demarche::output::Writer;
use demarche::output::database::{Sqlite, rows, schema};
use demarche::statement::Extraction;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::fs;
use std::path::Path;

/// All rows of `sql`, each cell as text, NULL as `∅`.
pub fn ask(path: &Path, sql: &str) -> Vec<Vec<String>> {
    let connection = Connection::open(path).unwrap();
    let mut statement = connection.prepare(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    let columns = statement.column_count();
    let cell = |value: Value| match value {
        Value::Null => "∅".to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text,
        Value::Blob(_) => panic!("a blob"),
    };
    let rows = statement.query_map([], |row| (0..columns).map(|at| row.get(at).map(cell)).collect());
    rows.unwrap().map(Result::unwrap).collect()
}

/// All that a database holds, but for the moments at which it came in.
pub fn dump(path: &Path) -> Vec<(String, Vec<Vec<String>>)> {
    let tables = schema::tables(schema::TABLES);
    let tables = tables.iter().map(|table| {
        let written = table.written();
        (
            table.name.clone(),
            ask(path, &format!("SELECT {written} FROM {} ORDER BY {written}", table.name)),
        )
    });
    tables.collect()
}

/// Writes `extractions` with the library, as a run of the rules `rules`.
fn put(path: &Path, rules: &str, extractions: &[&Extraction]) {
    let mut database = Sqlite::open(path, rules).unwrap();
    extractions.iter().for_each(|extraction| database.document(extraction).unwrap());
    database.batch().unwrap();
    database.end().unwrap();
    assert_eq!(database.refusals(), []);
}

#[test]
fn every_field_of_a_record_is_in_a_cell() {
    let here = folder(&[]);
    let path = here.path().join("a.sqlite");
    let mut made = made::extraction();
    made.document.text = Some(made::TEXT.to_string());
    put(&path, "builtin 1", &[&made]);
    let one = |sql: &str| ask(&path, sql).concat();
    assert_eq!(
        one("SELECT run_id, document_id, uri, title, published, published_basis, genre, language, sha256, chars, text FROM documents"),
        [
            "1",
            "pass",
            "news/pass.txt",
            "No toll on the pass",
            "2024-05-03",
            "given",
            "news",
            "en",
            &made.document.sha256,
            &made.document.chars.to_string(),
            made::TEXT,
        ]
    );
    let place = |needle: &str| made::span(needle);
    let [cue, content, degree, time] = ["did not agree on", "a toll", "deeply", "May 3"].map(place);
    let sentence = made::TEXT.lines().next().unwrap();
    let expected = [
        "1",
        "00000000000000aa",
        "pass",
        "0",
        "agree",
        "commissive",
        "made",
        "1",
        "narrated",
        "did not agree on",
        &cue.start.to_string(),
        &cue.end.to_string(),
        "a toll",
        &content.start.to_string(),
        &content.end.to_string(),
        "noun_phrase",
        "toll",
        "deeply",
        &degree.start.to_string(),
        &degree.end.to_string(),
        "3",
        "May 3",
        &time.start.to_string(),
        &time.end.to_string(),
        "2024-05-03",
        "2024-05-03",
        "day",
        "published",
        sentence,
        "0",
        &sentence.chars().count().to_string(),
        "0",
        "0",
        "agree.on",
        "builtin",
        "1",
    ];
    assert_eq!(one("SELECT * FROM statements WHERE position = 0"), expected);
    let second = "FROM statements WHERE position = 1";
    assert_eq!(
        one(&format!(
            "SELECT negated, status, mode, level, degree, time_text, time_latest {second}"
        )),
        ["0", "planned", "direct", "0", "∅", "∅", "∅"]
    );
    let text = |span: demarche::span::Span| format!("{},{}", span.start, span.end);
    let party = |sql: &str| ask(&path, sql).into_iter().map(|row| row.join("|")).collect::<Vec<_>>();
    assert_eq!(
        party(
            "SELECT statement_id, role, party, text, text_start || ',' || text_end, basis FROM parties ORDER BY statement_id, role, party"
        ),
        [
            format!(
                "00000000000000aa|speaker|0|The envoys of Norway and Türkiye|{}|group",
                text(place("The envoys of Norway and Türkiye"))
            ),
            format!("00000000000000bb|addressee|0|Norway|{}|name", text(place("Norway"))),
            format!(
                "00000000000000bb|source|0|Minister Ayşe Demir|{}|office",
                text(place("Minister Ayşe Demir"))
            ),
            "00000000000000bb|speaker|0|∅|∅|implied".to_string(),
        ]
    );
    assert_eq!(
        party("SELECT role, party, position, code, kind, name FROM entities WHERE statement_id = '00000000000000aa' ORDER BY position"),
        ["speaker|0|0|NOR|state|Norway", "speaker|0|1|TUR|state|Türkiye"]
    );
    assert_eq!(
        party("SELECT role, name, office FROM people ORDER BY role"),
        ["source|Ayşe Demir|Minister", "speaker|Ayşe Demir|Minister"]
    );
    assert_eq!(
        party("SELECT position, text FROM items ORDER BY position"),
        ["0|reopen the pass", "1|care; and soon"]
    );
    assert_eq!(one("SELECT count(*) FROM pieces WHERE statement_id = '00000000000000bb'"), ["2"]);
    assert_eq!(
        party("SELECT text, text_start || ',' || text_end FROM hedges"),
        [format!("seek to|{}", text(place("seek to")))]
    );
    assert_eq!(
        party("SELECT scheme, position, code, match, typeof(code) FROM codes ORDER BY scheme, position"),
        ["cameo|0|057|exact|text", "plover|0|AGREE|broad|text", "plover|1|∅|none|null"]
    );
    assert_eq!(one("SELECT version FROM demarche_schema"), ["1"]);
    assert_eq!(one("PRAGMA journal_mode"), ["wal"]);
    assert_eq!(ask(&path, "PRAGMA foreign_key_check"), Vec::<Vec<String>>::new());
}

#[test]
fn rows_and_columns_are_as_many() {
    let made = made::extraction();
    let tables = schema::tables(schema::TABLES);
    let mut seen = [0; rows::TABLES.len()];
    for (table, cells) in rows::rows(1, &made, "f") {
        let table_of = tables.iter().find(|found| found.name == rows::TABLES[table]).expect("the table");
        assert_eq!(cells.len(), table_of.written().split(", ").count(), "{}", table_of.name);
        seen[table] += 1;
    }
    assert!(seen.iter().all(|rows| *rows > 0), "{seen:?}");
}

#[test]
fn the_views_say_who_did_what() {
    let here = folder(&[]);
    let path = here.path().join("a.db");
    let mut made = made::extraction();
    // Agreed after all, so that it is an event; the level and the hedge of the second make it a commitment.
    made.statements[0].negated = false;
    made.statements[0].addressees = made.statements[1].addressees.clone();
    made.statements[1].time = made.statements[0].time.clone().map(|time| demarche::statement::Time {
        earliest: Some("2024-06-01".to_string()),
        latest: Some("2024-06-30".to_string()),
        ..time
    });
    put(&path, "builtin 1", &[&made]);
    let rows = |sql: &str| ask(&path, sql).into_iter().map(|row| row.join("|")).collect::<Vec<_>>();
    assert_eq!(
        rows("SELECT act, speaker_codes, addressee_codes, cameo, plover FROM v_statements ORDER BY position"),
        ["agree|NOR; TUR|NOR|057|AGREE", "intend|TUR|NOR|∅|∅"]
    );
    assert_eq!(
        rows(
            "SELECT source_country, target_country, event_date, cameo_code, plover_code, story_id, typeof(cameo_code) FROM v_events ORDER BY 1"
        ),
        ["NOR|NOR|2024-05-03|057|AGREE|pass|text", "TUR|NOR|2024-05-03|057|AGREE|pass|text"]
    );
    assert_eq!(
        rows("SELECT act, items, goals, hedges, deadline FROM v_commitments ORDER BY act"),
        ["agree|∅|1|∅|∅", "intend|reopen the pass; care; and soon|2|seek to|2024-06-30"]
    );
    assert_eq!(
        rows("SELECT actor, person, act, topic, date FROM v_positions ORDER BY act, actor"),
        [
            "NOR|∅|agree|toll|2024-05-03",
            "TUR|∅|agree|toll|2024-05-03",
            "TUR|Ayşe Demir|intend|seek reopen pass widen road june 31mcare soon|2024-05-03",
        ]
    );
    let found = "SELECT s.act FROM search JOIN search_keys ON search_key = search.rowid JOIN statements s USING (run_id, statement_id) WHERE search MATCH";
    assert_eq!(rows(&format!("{found} 'roads'")), ["intend"]);
    assert_eq!(rows(&format!("{found} 'content: toll'")), ["agree"]);
}

#[test]
fn a_document_that_comes_again_changes_nothing_and_a_changed_one_its_own_rows() {
    let here = folder(&[
        ("in/a.txt", ARTICLE),
        ("in/b.txt", b"Chile urged Peru to open the port of Arica. Peru agreed to talks.\n"),
    ]);
    let path = here.path().join("a.sqlite");
    let run = || {
        let done = demarche(here.path(), &["extract", "in", "--to", "a.sqlite"]);
        assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
        assert!(done.err.contains("2 documents"), "{}", done.err);
    };
    run();
    let (first, moments) = (dump(&path), ask(&path, "SELECT * FROM documents, runs"));
    assert_eq!(ask(&path, "SELECT count(*) FROM statements").concat(), ["3"]);
    run();
    assert_eq!(dump(&path), first);
    assert_eq!(ask(&path, "SELECT * FROM documents, runs"), moments, "not even the moments");
    fs::write(here.path().join("in/b.txt"), "Chile urged Peru to open the port of Arica.\n").unwrap();
    run();
    let of = |document: &str| {
        ask(
            &path,
            &format!("SELECT act, content FROM statements WHERE document_id = '{document}' ORDER BY position"),
        )
    };
    assert_eq!(of("b").len(), 1);
    assert_eq!(of("a").len(), 1);
    assert_ne!(dump(&path), first);
    for orphans in ["search_keys", "parties", "pieces"] {
        let sql = format!("SELECT count(*) FROM {orphans} WHERE statement_id NOT IN (SELECT statement_id FROM statements)");
        assert_eq!(ask(&path, &sql).concat(), ["0"], "{orphans}");
    }
    assert_eq!(ask(&path, "SELECT count(*) FROM search").concat(), ["2"]);
    let leftover = fs::read_dir(here.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(
        leftover.filter(|name| name.starts_with("a.sqlite")).eq(["a.sqlite"]),
        "a log was left behind"
    );
}

#[test]
fn two_versions_of_the_rules_stand_side_by_side() {
    let rules = |version: &str, act: &str| {
        format!(
            "pack = \"trade\"\nversion = \"{version}\"\nact = \"{act}\"\nforce = \"commissive\"\n\n[[rule]]\nid = \"x.copperfasten\"\nframes = [\"copperfasten <content:noun>\"]\n"
        )
    };
    let (one, two) = (rules("1", "agree"), rules("2", "pledge"));
    let here = folder(&[
        (
            "a.txt",
            b"Peru copperfastened the fishing accord on Monday. Chile urged Peru to wait.\n",
        ),
        ("one.toml", one.as_bytes()),
        ("two.toml", two.as_bytes()),
    ]);
    for own in ["one.toml", "two.toml", "one.toml"] {
        let done = demarche(here.path(), &["extract", "a.txt", "--rules", own, "--to", "a.sqlite"]);
        assert_eq!(done.code, 0, "{}", done.err);
    }
    let path = here.path().join("a.sqlite");
    let runs = ask(&path, "SELECT run_id, rules FROM runs ORDER BY run_id");
    assert_eq!(runs.len(), 2, "{runs:?}");
    assert!(
        runs[0][1].starts_with("builtin 0.") && runs[0][1].contains("; trade 1 (") && runs[1][1].contains("; trade 2 ("),
        "{runs:?}"
    );
    let changed = "SELECT a.act, b.act, a.cue FROM statements a JOIN statements b ON b.document_id = a.document_id AND b.cue_start = a.cue_start \
        WHERE a.run_id = 1 AND b.run_id = 2 AND a.act <> b.act";
    assert_eq!(ask(&path, changed), [["agree", "pledge", "copperfastened"]]);
}

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
    for file in ["whole.jsonl", "in.json"] {
        go(&["load", file, "--to", "later.sqlite"]);
        assert_eq!(dump(&here.path().join("later.sqlite")), now, "{file}");
    }
    // Statements alone leave what is known of their documents as it is.
    go(&["load", "lines.jsonl", "--to", "later.sqlite"]);
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

/// A line of `--format jsonl` whose sentence has 5 MB, and the id of its document.
pub fn long_line(here: &Path) -> String {
    fs::write(here.join("short.txt"), ARTICLE).unwrap();
    let line = demarche(here, &["extract", "short.txt", "--format", "jsonl"]).out;
    let mut record: serde_json::Value = serde_json::from_str(&line).unwrap();
    record["sentence"]["text"] = "Peru agreed to a very long talk. ".repeat(160_000).into();
    format!("{record}\n")
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
