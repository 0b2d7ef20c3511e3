//! The formats, written from an extraction made by hand.

use crate::made;
use demarche::output::{CSV_COLUMNS, Format, Shape, Style, writer};
use demarche::statement::{Extraction, Statement};

fn written(format: Format, shape: Shape, colour: bool, documents: &[&Extraction]) -> String {
    let mut bytes = Vec::new();
    {
        let style = Style {
            shape,
            colour,
            bom: false,
            flat: false,
            rules: "builtin 1",
        };
        let mut writer = writer(format, &mut bytes, style).unwrap();
        writer.begin().unwrap();
        documents.iter().for_each(|document| writer.document(document).unwrap());
        writer.end().unwrap();
    }
    String::from_utf8(bytes).unwrap()
}

/// The keys of the object that `json` begins with, in the order in which they stand: a parser that sorts would hide the order.
fn keys(json: &str) -> Vec<String> {
    let (mut keys, mut depth, mut rest) = (Vec::new(), 0, json);
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' if depth == 1 => break,
            '}' | ']' => depth -= 1,
            '"' => {
                let mut strings = serde_json::Deserializer::from_str(rest).into_iter::<String>();
                let string = strings.next().unwrap().unwrap();
                length = strings.byte_offset();
                if depth == 1 && rest[length..].trim_start().starts_with(':') {
                    keys.push(string);
                }
            }
            _ => (),
        }
        rest = &rest[length..];
    }
    keys
}

#[test]
fn keys_stand_in_the_order_of_the_contract() {
    let json = written(Format::Json, Shape::One, false, &[&made::extraction()]);
    assert_eq!(keys(&json), ["schema_version", "document", "statements"]);
    let document = &json[json.find("\"document\": ").unwrap() + 12..];
    let document_keys = [
        "id",
        "uri",
        "title",
        "published",
        "published_basis",
        "genre",
        "language",
        "sha256",
        "chars",
    ];
    assert_eq!(keys(document), document_keys);
    let line = written(Format::Jsonl, Shape::Many, false, &[&made::extraction()]);
    let statement_keys = [
        "id",
        "document",
        "act",
        "force",
        "status",
        "negated",
        "mode",
        "speakers",
        "addressees",
        "source",
        "cue",
        "content",
        "strength",
        "time",
        "codes",
        "sentence",
        "rule",
    ];
    assert_eq!(keys(&line), statement_keys);
    let after = |field: &str| &line[line.find(&format!("\"{field}\":")).unwrap() + field.len() + 3..];
    assert_eq!(keys(&after("speakers")[1..]), ["text", "span", "entities", "people", "basis"]);
    assert_eq!(keys(&after("entities")[1..]), ["code", "kind", "name"]);
    assert_eq!(keys(after("content")), ["text", "span", "form", "pieces", "items"]);
    assert_eq!(keys(after("strength")), ["degree", "level", "hedges"]);
    assert_eq!(keys(after("time")), ["text", "span", "earliest", "latest", "granularity", "basis"]);
    assert_eq!(keys(after("codes")), ["cameo", "plover"]);
    assert_eq!(keys(after("sentence")), ["text", "span", "paragraph", "index"]);
    assert_eq!(keys(after("rule")), ["id", "pack", "version"]);
}

#[test]
fn json_reads_back_the_same() {
    let made = made::extraction();
    let one: Extraction = serde_json::from_str(&written(Format::Json, Shape::One, false, &[&made])).unwrap();
    assert_eq!(one, made);
    for documents in [vec![], vec![&made], vec![&made, &made]] {
        let many: Vec<Extraction> = serde_json::from_str(&written(Format::Json, Shape::Many, false, &documents)).unwrap();
        assert_eq!(many.iter().collect::<Vec<_>>(), documents);
    }
    let grown: Vec<Extraction> = serde_json::from_str(&written(Format::Json, Shape::One, false, &[&made, &made, &made])).unwrap();
    assert_eq!(grown.len(), 3);
    assert_eq!(written(Format::Json, Shape::One, false, &[]), "");
}

#[test]
fn jsonl_has_a_statement_a_line_with_its_document() {
    let made = made::extraction();
    let text = written(Format::Jsonl, Shape::Many, false, &[&made]);
    // as the type writes it, and once only where the record was read from such a line
    let mut told = made.clone();
    told.statements.iter_mut().for_each(|s| s.document = Some(made.document.id.clone()));
    let typed = told.statements.iter().map(|s| serde_json::to_string(s).unwrap() + "\n");
    assert_eq!(text, typed.collect::<String>());
    assert_eq!(written(Format::Jsonl, Shape::Many, false, &[&told]), text);
    let lines: Vec<Statement> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    for (line, statement) in lines.into_iter().zip(made.statements) {
        assert_eq!(
            line,
            Statement {
                document: Some("pass".to_string()),
                ..statement
            }
        );
    }
}

#[test]
fn csv_is_flat() {
    let text = written(Format::Csv, Shape::Many, false, &[&made::extraction()]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert!(reader.headers().unwrap().iter().eq(CSV_COLUMNS.iter().copied()));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    let cell = |row: usize, column: &str| &rows[row][CSV_COLUMNS.iter().position(|name| *name == column).unwrap()];
    assert_eq!(cell(0, "document"), "pass");
    assert_eq!(cell(0, "negated"), "true");
    assert_eq!(cell(0, "speaker_codes"), "NOR;TUR");
    assert_eq!(cell(0, "cameo"), "057:exact");
    assert_eq!(cell(0, "plover"), "AGREE:broad;:none");
    assert_eq!(cell(0, "time_latest"), "2024-05-03");
    assert_eq!(cell(0, "source"), "");
    assert_eq!(cell(1, "speakers"), "");
    assert_eq!(cell(1, "speaker_people"), "Ayşe Demir");
    assert_eq!(cell(1, "source_codes"), "TUR");
    assert_eq!(cell(1, "items"), "reopen the pass;care\\; and soon");
    assert_eq!(cell(1, "content_end"), made::span("with \u{1b}[31mcare; and soon.").end.to_string());
    assert_eq!(cell(1, "time"), "");
    assert_eq!(cell(1, "pack_version"), "1");
    assert_eq!(
        written(Format::Csv, Shape::Many, false, &[]).trim_end().split(',').count(),
        CSV_COLUMNS.len()
    );
}

#[test]
fn the_readme_lists_the_columns() {
    let readme = include_str!("../../README.md").replace('\n', " ");
    let columns: Vec<String> = CSV_COLUMNS.iter().map(|column| format!("`{column}`")).collect();
    assert!(readme.contains(&format!("The columns of `csv`: {}.", columns.join(", "))));
}

#[test]
fn text_shows_the_proof() {
    let text = written(Format::Text, Shape::Many, false, &[&made::extraction()]);
    let expected = "\
No toll on the pass  pass · news · 2024-05-03 · 2 statements

  The envoys of Norway and Türkiye (NOR, TUR) -> not agree: a toll
    ZÜRICH, May 3 — 🌍 The envoys of Norway and Türkiye [did not agree on] a toll; they \"deeply regret\" it.
    agree.on · narrated · 2024-05-03

  TUR -> intend (planned) -> Norway (NOR): We will seek to reopen the pass and widen the road by June, with \u{fffd}[31mcare; and soon.
    “We [will] seek to reopen the pass and widen the road by June,” Minister Ayşe Demir said, “with \u{fffd}[31mcare; and soon.”
    intend.will · direct · told by Minister Ayşe Demir (TUR)
";
    assert_eq!(text, expected);
}

#[test]
fn colours_mark_the_cue_and_nothing_of_the_text_reaches_the_terminal() {
    let text = written(Format::Text, Shape::Many, true, &[&made::extraction()]);
    assert!(text.contains("\u{1b}[1m\u{1b}[4mdid not agree on\u{1b}[0m a toll"), "{text:?}");
    assert!(!text.contains("\u{1b}[31m"));
}

proptest::proptest! {
    /// A record may be wrong where `--no-validate` is given; it is still written, and read back, whatever its words and places.
    #[test]
    fn any_words_and_places_are_written(words in ".{0,30}", start in 0u32..60, end in 0u32..60, from in 0u32..60) {
        let mut made = made::extraction();
        let statement = &mut made.statements[0];
        statement.sentence.text = words.clone();
        statement.sentence.span.start = from;
        (statement.cue.span.start, statement.cue.span.end, statement.cue.text) = (start, end, words.clone());
        made.document.title = Some(words.clone());
        let text = written(Format::Text, Shape::Many, false, &[&made]);
        proptest::prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
        let back: Extraction = serde_json::from_str(&written(Format::Json, Shape::One, false, &[&made])).unwrap();
        proptest::prop_assert_eq!(&back, &made);
        let table = written(Format::Csv, Shape::Many, false, &[&made]);
        let row = csv::Reader::from_reader(table.as_bytes()).into_records().next().unwrap().unwrap();
        let cue = CSV_COLUMNS.iter().position(|name| *name == "cue").unwrap();
        proptest::prop_assert_eq!(&row[cue], words);
    }
}
