//! SQLite from outside: what is in the tables and views. What comes again, what is loaded and what is refused stand in modules of their own.

mod again;
mod load;
mod refused;
pub mod two;

use crate::made;
use crate::program::{ARTICLE, demarche, folder};
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

/// A line of `--format jsonl` whose sentence has 5 MB, and the id of its document.
pub fn long_line(here: &Path) -> String {
    fs::write(here.join("short.txt"), ARTICLE).unwrap();
    let line = demarche(here, &["extract", "short.txt", "--format", "jsonl"]).out;
    let mut record: serde_json::Value = serde_json::from_str(&line).unwrap();
    record["sentence"]["text"] = "Peru agreed to a very long talk. ".repeat(160_000).into();
    format!("{record}\n")
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
