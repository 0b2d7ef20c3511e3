//! PostgreSQL from outside, against a real server: the one that `DEMARCHE_POSTGRES` names (`.ci/postgres` starts one). Without it these
//! tests say that they are left out.

use crate::databases::dump;
use crate::killed::{DOCUMENTS, lines};
use crate::program::{ARTICLE, PROGRAM, demarche, folder};
use demarche::output::database::schema;
use postgres::{Client, NoTls, SimpleQueryMessage};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A schema of its own on the server, for one test.
struct Place {
    client: Client,
    /// The address with the schema in it.
    address: String,
    server: String,
}

impl Place {
    /// A new schema; nothing where there is no server.
    fn new(name: &str) -> Option<Self> {
        let Ok(server) = std::env::var("DEMARCHE_POSTGRES") else {
            eprintln!(
                "LEFT OUT: {name} needs a server; .ci/postgres cargo test, or DEMARCHE_POSTGRES=postgres://USER:PASSWORD@HOST:PORT/DATABASE"
            );
            return None;
        };
        let mut client = Client::connect(&server, NoTls).expect("the server that DEMARCHE_POSTGRES names");
        client
            .batch_execute(&format!(
                "DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name}; SET search_path = {name}; SET TIME ZONE 'UTC'"
            ))
            .unwrap();
        let address = format!("{server}?options=-csearch_path%3D{name}");
        Some(Self { client, address, server })
    }

    /// All rows of `sql`, each cell as text, NULL as `∅`, truth as SQLite writes it.
    fn ask(&mut self, sql: &str) -> Vec<Vec<String>> {
        let cell = |text: Option<&str>| match text {
            None => "∅".to_string(),
            Some("t") => "1".to_string(),
            Some("f") => "0".to_string(),
            Some(text) => text.to_string(),
        };
        let answer = self.client.simple_query(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
        let rows = answer.iter().filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some((0..row.len()).map(|at| cell(row.get(at))).collect()),
            _ => None,
        });
        rows.collect()
    }

    /// The same as [`dump`] gives of SQLite; the server sorts otherwise, so that both are sorted here.
    fn dump(&mut self) -> Vec<(String, Vec<Vec<String>>)> {
        let tables = schema::tables(schema::TABLES);
        tables
            .iter()
            .map(|table| {
                (
                    table.name.clone(),
                    self.ask(&format!("SELECT {} FROM {}", table.written(), table.name)),
                )
            })
            .map(sorted)
            .collect()
    }
}

fn sorted((name, mut rows): (String, Vec<Vec<String>>)) -> (String, Vec<Vec<String>>) {
    rows.sort();
    (name, rows)
}

fn sqlite(path: &Path) -> Vec<(String, Vec<Vec<String>>)> {
    dump(path).into_iter().map(sorted).collect()
}

fn go(here: &Path, args: &[&str]) -> String {
    let done = demarche(here, args);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{args:?}: {}", done.err);
    done.err
}

#[test]
fn both_databases_hold_the_same() {
    let Some(mut place) = Place::new("both_databases") else { return };
    let here = folder(&[(
        "odd.txt",
        "Peru agreed to\ta \\ road \\N on Monday.\r\nNorway “urged” Peru to wait; Türkiye 🌍 agreed.\n".as_bytes(),
    )]);
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let address = place.address.clone();
    let args = [
        "extract",
        golden.to_str().unwrap(),
        "odd.txt",
        "--with-text",
        "--to",
        &address,
        "--to",
        "a.sqlite",
    ];
    go(here.path(), &args);
    let there = place.dump();
    assert!(there == sqlite(&here.path().join("a.sqlite")), "the rows differ");
    assert!(there.iter().all(|(_, rows)| !rows.is_empty()), "a table is empty");
    for view in ["v_statements", "v_commitments", "v_events", "v_positions"] {
        let sql = format!("SELECT * FROM {view}");
        let mut here = crate::databases::ask(&here.path().join("a.sqlite"), &sql);
        let mut there = place.ask(&sql);
        assert!(!there.is_empty(), "{view}");
        here.sort();
        there.sort();
        assert!(here == there, "{view} differs");
    }
    for query in crate::queries::queries() {
        let mut here = crate::databases::ask(&here.path().join("a.sqlite"), &query);
        let mut there = place.ask(&query);
        here.sort();
        there.sort();
        assert!(here == there, "{query}");
    }
    let moments = place.ask("SELECT * FROM documents ORDER BY document_id");
    go(here.path(), &args[..args.len() - 2]);
    assert_eq!(
        place.ask("SELECT * FROM documents ORDER BY document_id"),
        moments,
        "the same again changes nothing"
    );
    let found = place.ask("SELECT count(*) > 0 FROM statements WHERE to_tsvector('english', left(sentence, 100000)) @@ websearch_to_tsquery('english', 'launch')");
    assert_eq!(found, [["1"]]);
    let comments = place.ask(
        "SELECT count(*) FROM pg_description d JOIN pg_class c ON c.oid = d.objoid WHERE c.relnamespace = 'both_databases'::regnamespace",
    );
    let tables = schema::tables(schema::TABLES);
    let wanted: usize = tables.iter().map(|table| table.columns.len() + 1).sum();
    assert_eq!(comments, [[wanted.to_string()]]);
}

#[test]
fn a_changed_document_replaces_its_statements_and_loading_gives_the_same() {
    let Some(mut place) = Place::new("changed_document") else { return };
    let here = folder(&[
        ("in/a.txt", ARTICLE),
        ("in/b.txt", b"Chile urged Peru to open the port of Arica. Peru agreed to talks.\n"),
    ]);
    let address = place.address.clone();
    go(here.path(), &["extract", "in", "--to", &address]);
    let first = place.dump();
    std::fs::write(here.path().join("in/b.txt"), "Chile urged Peru to open the port of Arica.\n").unwrap();
    go(here.path(), &["extract", "in", "--to", &address, "--to", "a.db"]);
    assert!(place.dump() != first);
    assert_eq!(
        place.ask("SELECT document_id, count(*) FROM statements GROUP BY 1 ORDER BY 1"),
        [["a", "1"], ["b", "1"]]
    );
    assert!(place.dump() == sqlite(&here.path().join("a.db")));
    let err = go(here.path(), &["extract", "in", "--to", &address, "--resume"]);
    assert!(err.contains("0 documents") && err.contains("2 there already"), "{err}");
    let Some(mut other) = Place::new("loaded_documents") else { return };
    go(here.path(), &["extract", "in", "--format", "documents", "--to", "docs.jsonl"]);
    let run = place.ask("SELECT rules FROM runs").concat().concat();
    go(here.path(), &["load", "docs.jsonl", "--run", &run, "--to", &other.address.clone()]);
    assert!(other.dump() == place.dump());
}

#[test]
fn one_bad_document_is_left_out_and_the_rest_is_whole() {
    let Some(mut place) = Place::new("bad_documents") else { return };
    let long = format!("Peru agreed to {} on Monday.", "a very long talk, ".repeat(300_000));
    // Longer than a key of an index may be; hardly compressible, since the server compresses.
    let id: String = (0..9000u64)
        .map(|n| char::from(b'a' + (n.wrapping_mul(n).wrapping_mul(2654435761) >> 7) as u8 % 26))
        .collect();
    let documents = [
        ("first", "Peru agreed to talks in Lima."),
        ("nul", "Peru agreed to open\u{0} talks in Lima."),
        ("long", &long),
        (&id, "Peru agreed to wait."),
        ("last", "Chile agreed to wait."),
    ];
    let lines: String = documents
        .iter()
        .map(|(id, text)| format!("{}\n", serde_json::json!({"id": id, "text": text})))
        .collect();
    let here = folder(&[("in.jsonl", lines.as_bytes())]);
    let done = demarche(here.path(), &["extract", "in.jsonl", "--to", &place.address]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert!(
        done.err.contains("the document nul is left out: it holds a NUL character"),
        "{}",
        done.err
    );
    assert!(
        done.err.contains("5 documents") && done.err.contains("2 skipped"),
        "{}",
        &done.err[done.err.len().saturating_sub(300)..]
    );
    assert_eq!(
        place.ask("SELECT DISTINCT document_id FROM statements ORDER BY 1"),
        [["first"], ["last"], ["long"]]
    );
    std::fs::write(here.path().join("long.jsonl"), crate::databases::long_line(here.path())).unwrap();
    go(here.path(), &["load", "long.jsonl", "--no-validate", "--to", &place.address]);
    assert_eq!(
        place.ask("SELECT document_id FROM statements WHERE length(sentence) > 5000000"),
        [["short"]]
    );
}

#[test]
fn a_run_that_is_killed_leaves_whole_documents_and_a_rerun_the_rest() {
    let Some(mut place) = Place::new("killed_run") else { return };
    let here = folder(&[("in.jsonl", lines().as_bytes())]);
    go(here.path(), &["extract", "in.jsonl", "--to", "whole.sqlite"]);
    let mut child = Command::new(PROGRAM)
        .args(["extract", "in.jsonl", "--threads", "1", "--to", &place.address])
        .current_dir(here.path())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let mut there = 0;
    while there == 0 && begun.elapsed() < Duration::from_secs(60) {
        let made = place.ask("SELECT to_regclass('killed_run.documents') IS NOT NULL").concat() == ["1"];
        there = if made {
            place.ask("SELECT count(*) FROM documents").concat()[0].parse().unwrap()
        } else {
            0
        };
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().unwrap();
    assert_eq!(child.wait().unwrap().code(), None, "it was done before it was killed");
    assert!((1..DOCUMENTS).contains(&there), "{there} documents");
    let halves = "SELECT count(*) FROM documents d WHERE 4 <> (SELECT count(*) FROM statements s WHERE s.document_id = d.document_id)";
    assert_eq!(place.ask(halves), [["0"]]);
    go(here.path(), &["extract", "in.jsonl", "--to", &place.address.clone(), "--resume"]);
    assert!(place.dump() == sqlite(&here.path().join("whole.sqlite")), "other rows");
}

#[test]
fn what_stands_in_the_way_is_told_in_one_line() {
    let Some(mut place) = Place::new("in_the_way") else { return };
    let here = folder(&[("a.txt", ARTICLE)]);
    place.client.batch_execute("CREATE TABLE documents (name TEXT)").unwrap();
    let (head, _) = place.server.rsplit_once('/').unwrap();
    let (user, at) = head.rsplit_once('@').unwrap();
    let wrong = format!("{}:wr0ng@{at}/postgres", user.rsplit_once(':').unwrap().0);
    for (address, told) in [
        (place.address.clone(), "a table `documents` that demarche did not make"),
        (wrong, "password authentication failed"),
        (format!("{head}/none"), "database \"none\" does not exist"),
        (
            format!("{}?options=-csearch_path%3Dnone", place.server),
            "no schema of its search path exists",
        ),
        (format!("{}?sslmode=require", place.server), "no TLS"),
    ] {
        let done = demarche(here.path(), &["extract", "a.txt", "--to", &address, "--to", "beside.csv"]);
        assert_eq!((done.code, done.out.as_str()), (3, ""), "{told}: {}", done.err);
        assert!(
            done.err.contains(told) && done.err.contains("help: ") && done.err.lines().count() == 2,
            "{told}: {}",
            done.err
        );
        assert!(
            !done.err.contains("wr0ng") && !done.err.contains("demarche-test"),
            "the password is shown: {}",
            done.err
        );
        assert!(!here.path().join("beside.csv").exists(), "half a run was written");
    }
    assert_eq!(
        place.ask("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'in_the_way'"),
        [["1"]]
    );
}

#[test]
fn a_table_that_somebody_holds_is_waited_for_and_then_told() {
    let Some(mut place) = Place::new("held_table") else { return };
    let here = folder(&[("a.txt", ARTICLE)]);
    let address = place.address.clone();
    go(here.path(), &["extract", "a.txt", "--to", &address]);
    let before = place.dump();
    place
        .client
        .batch_execute("BEGIN; LOCK TABLE documents IN ACCESS EXCLUSIVE MODE")
        .unwrap();
    let hasty = format!("{address}%20-clock_timeout%3D200");
    let done = demarche(here.path(), &["extract", "a.txt", "--date", "2024-05-31", "--to", &hasty]);
    assert_eq!((done.code, done.out.as_str()), (3, ""), "{}", done.err);
    assert!(
        done.err.contains("lock timeout") && done.err.contains("another program holds the table"),
        "{}",
        done.err
    );
    place.client.batch_execute("COMMIT").unwrap();
    assert!(place.dump() == before);
    // Where nobody says how long, it is half a minute.
    let waited = Instant::now();
    place
        .client
        .batch_execute("BEGIN; LOCK TABLE documents IN ACCESS EXCLUSIVE MODE")
        .unwrap();
    let child = Command::new(PROGRAM)
        .args(["extract", "a.txt", "--date", "2024-05-31", "--to", &address])
        .current_dir(here.path())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(1500));
    place.client.batch_execute("COMMIT").unwrap();
    assert!(child.wait_with_output().unwrap().status.success(), "after {:?}", waited.elapsed());
    assert!(place.dump() != before);
}

#[test]
fn two_programs_fill_one_database_at_once() {
    let Some(mut place) = Place::new("two_programs") else { return };
    let here = folder(&[]);
    let both = ["a", "b"].map(|name| crate::databases::two::begin(here.path(), name, &place.address));
    for child in both {
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let counts = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM statements), (SELECT count(*) FROM runs)";
    assert_eq!(place.ask(counts), [["1200", "2400", "1"]]);
}

#[test]
fn no_such_server_is_told_in_one_line() {
    let here = folder(&[("a.txt", ARTICLE)]);
    for (address, told) in [
        ("postgres://me:s3cret@127.0.0.1:9/news", "refused"),
        ("postgres://me:s3cret@no-such-host.invalid/news", "help: is the server running"),
        ("postgres://me:s3cret@host:port/news", "postgres://USER:PASSWORD@HOST"),
    ] {
        let done = demarche(here.path(), &["extract", "a.txt", "--to", address]);
        assert_eq!((done.code, done.out.as_str()), (3, ""), "{address}: {}", done.err);
        assert!(done.err.contains(told) && done.err.lines().count() == 2, "{address}: {}", done.err);
        assert!(!done.err.contains("s3cret"), "the password is shown: {}", done.err);
    }
}
