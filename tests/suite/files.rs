//! Files for spreadsheets, notebooks and annotation tools, from outside.

use crate::made;
use crate::program::{ARTICLE, demarche, folder};
use demarche::output::{CSV_COLUMNS, Format, Shape, Style, writer};
use demarche::statement::Extraction;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use std::fs;
use std::path::Path;

fn written(format: Format, bom: bool, flat: bool, documents: &[&Extraction]) -> Vec<u8> {
    let style = Style {
        shape: Shape::Many,
        colour: false,
        bom,
        flat,
        rules: "builtin 1; trade 2",
    };
    let mut bytes = Vec::new();
    {
        let mut writer = writer(format, &mut bytes, style).unwrap();
        writer.begin().unwrap();
        documents.iter().for_each(|document| writer.document(document).unwrap());
        writer.end().unwrap();
    }
    bytes
}

/// A list as CSV writes it, taken apart again.
fn list(cell: &str) -> Vec<String> {
    let (mut parts, mut signs) = (vec![String::new()], cell.chars());
    while let Some(c) = signs.next() {
        match c {
            '\\' => parts.last_mut().unwrap().extend(signs.next()),
            ';' => parts.push(String::new()),
            c => parts.last_mut().unwrap().push(c),
        }
    }
    if cell.is_empty() { Vec::new() } else { parts }
}

#[test]
fn csv_and_tsv_come_back_as_they_were() {
    let mut made = made::extraction();
    let odd = "tab\there, \"quoted\"; semi\\colon\r\nnew line, comma and =1+1";
    made.statements[1].content.as_mut().unwrap().text = odd.to_string();
    made.statements[1].content.as_mut().unwrap().items[0].text = odd.to_string();
    for (format, delimiter) in [(Format::Csv, b','), (Format::Tsv, b'\t')] {
        let bytes = written(format, false, false, &[&made, &made]);
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes.as_slice());
        assert!(reader.headers().unwrap().iter().eq(CSV_COLUMNS.iter().copied()));
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 4, "one header, whatever the documents");
        let cell = |row: usize, column: &str| &rows[row][CSV_COLUMNS.iter().position(|name| *name == column).unwrap()];
        assert_eq!(cell(1, "content"), odd);
        assert_eq!(list(cell(1, "items")), [odd, "care; and soon"]);
        assert_eq!(list(cell(0, "cameo")), ["057:exact"]);
        assert_eq!(list(cell(0, "speaker_codes")), ["NOR", "TUR"]);
        assert_eq!(cell(3, "content"), odd);
    }
    let plain = written(Format::Csv, false, false, &[&made]);
    let marked = written(Format::Csv, true, false, &[&made]);
    assert_eq!(marked, [b"\xEF\xBB\xBF", plain.as_slice()].concat());
}

/// The rows of a Parquet file as JSON, its columns and what it says of itself.
fn parquet(bytes: Vec<u8>) -> (Vec<serde_json::Value>, Vec<String>, Vec<(String, String)>) {
    let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).unwrap();
    let head = reader.metadata().file_metadata();
    let columns = head.schema_descr().columns().iter().map(|column| column.path().string()).collect();
    let said = head
        .key_value_metadata()
        .unwrap()
        .iter()
        .map(|pair| (pair.key.clone(), pair.value.clone().unwrap_or_default()));
    let said = said.collect();
    let rows = reader
        .get_row_iter(None)
        .unwrap()
        .map(|row| json(&Field::Group(row.unwrap())))
        .collect();
    (rows, columns, said)
}

fn json(field: &Field) -> serde_json::Value {
    match field {
        Field::Null => serde_json::Value::Null,
        Field::Bool(truth) => (*truth).into(),
        Field::Int(number) => (*number).into(),
        Field::Str(text) => text.clone().into(),
        Field::Date(days) => {
            let day = jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(*days);
            day.to_string().into()
        }
        Field::Group(row) => row.get_column_iter().map(|(name, field)| (name.clone(), json(field))).collect(),
        Field::ListInternal(list) => list.elements().iter().map(json).collect(),
        other => panic!("a type that no column has: {other:?}"),
    }
}

#[test]
fn nested_parquet_holds_the_whole_record() {
    let made = made::extraction();
    let (rows, _, said) = parquet(written(Format::Parquet, false, false, &[&made, &made]));
    assert_eq!(rows.len(), 4);
    for (row, statement) in rows.iter().zip(made.statements.iter().chain(&made.statements)) {
        let mut row = row.clone();
        let document = row.as_object_mut().unwrap().remove("document").unwrap();
        assert_eq!(document, serde_json::to_value(&made.document).unwrap());
        let mut expected = serde_json::to_value(statement).unwrap();
        // What a scheme does not have is null here, so that nobody takes it for a code.
        for code in expected["codes"]["plover"].as_array_mut().unwrap() {
            if code["code"] == "" {
                code["code"] = serde_json::Value::Null;
            }
        }
        assert_eq!(row, expected);
    }
    for (key, value) in [("demarche.schema_version", "1"), ("demarche.rules", "builtin 1; trade 2")] {
        assert!(said.contains(&(key.to_string(), value.to_string())), "{said:?}");
    }
}

#[test]
fn flat_parquet_has_the_columns_of_csv_with_types() {
    let made = made::extraction();
    let (rows, columns, _) = parquet(written(Format::Parquet, false, true, &[&made]));
    assert_eq!(columns, CSV_COLUMNS);
    let table = written(Format::Csv, false, false, &[&made]);
    let mut reader = csv::Reader::from_reader(table.as_slice());
    for (row, cells) in rows.iter().zip(reader.records()) {
        for (name, cell) in CSV_COLUMNS.iter().zip(cells.unwrap().iter()) {
            let shown = match &row[name] {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            assert_eq!(shown, cell, "{name}");
        }
    }
    assert!(rows[0]["level"].is_number() && rows[0]["cue_start"].is_number() && rows[0]["negated"].is_boolean());
    assert_eq!(rows[0]["cameo"], "057:exact");
    let (none, _, _) = parquet(written(Format::Parquet, false, true, &[]));
    assert!(none.is_empty(), "a file without rows is a file");
}

#[test]
fn what_is_written_for_brat_is_gold_when_it_comes_back() {
    let text = "Norway and Peru agreed to reopen\ntalks on quotas. \"We will not,\" Chilean Foreign Minister Rosa Quispe said, \"wait for Türkiye.\"\n";
    let here = folder(&[("in/a.txt", ARTICLE), ("in/b/c.txt", text.as_bytes()), ("in/d/c.txt", ARTICLE)]);
    let done = demarche(here.path(), &["extract", "in", "--format", "brat", "--to", "brat"]);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    let read = |name: &str| fs::read_to_string(here.path().join("brat").join(name)).unwrap();
    assert_eq!(read("b%2fc.txt"), text, "the text is as it was read");
    let annotations = read("b%2fc.ann");
    assert!(
        annotations.contains("T3\tContent 26 32;33 48\treopen talks on quotas\n"),
        "{annotations}"
    );
    assert!(
        annotations.contains("E1\tagree:T1 Speaker:T2 Content:T3\n") && annotations.contains("who=NOR,PER;"),
        "{annotations}"
    );
    assert!(read("annotation.conf").contains("[events]\nagree\t"));
    // The texts are read back under the names of the pairs.
    let scored = demarche(here.path(), &["score", "brat", "brat", "--json"]);
    assert_eq!(scored.code, 0, "{}", scored.err);
    let figures: serde_json::Value = serde_json::from_str(&scored.out).unwrap();
    for name in ["act_f1", "strict_f1", "content_exact", "mode", "force", "status"] {
        assert_eq!(figures[name], 1.0, "{name}: {figures}");
    }
    let corrected = annotations
        .replace("E1\tagree:T1", "E1\tpledge:T1")
        .replace("who=NOR,PER", "who=NOR");
    fs::write(here.path().join("brat/b%2fc.ann"), corrected).unwrap();
    let scored = demarche(here.path(), &["score", "brat", "brat", "--json"]);
    let figures: serde_json::Value = serde_json::from_str(&scored.out).unwrap();
    assert!(figures["act_f1"].as_f64().unwrap() < 1.0, "a correction is not seen: {figures}");
    for (line, told) in [
        ("T1\tagree 5 99999\tx\n", "expected places inside the text"),
        ("E1\tagree:T9\n", "T9 is not in the file"),
    ] {
        fs::write(here.path().join("brat/a.ann"), line).unwrap();
        let broken = demarche(here.path(), &["score", "brat", "brat"]);
        assert_eq!(broken.code, 3);
        assert!(broken.err.contains("a.ann") && broken.err.contains(told), "{}", broken.err);
    }
    for args in [
        &["extract", "in", "--format", "brat", "--to", "in"][..],
        &["extract", "in/a.txt", "--format", "brat", "--to", "in"],
        &["extract", "in", "--format", "brat"],
    ] {
        let refused = demarche(here.path(), args);
        assert_eq!(refused.code, 2, "{args:?}: {}", refused.err);
    }
    assert_eq!(fs::read(here.path().join("in/a.txt")).unwrap(), ARTICLE);
}

#[test]
fn web_annotations_lead_to_their_words() {
    let mut made = made::extraction();
    made.document.text = Some(made::TEXT.to_string());
    let page: serde_json::Value = serde_json::from_slice(&written(Format::Webannotation, false, false, &[&made])).unwrap();
    assert_eq!(
        (&page["type"], &page["@context"][0]),
        (&"AnnotationPage".into(), &"http://www.w3.org/ns/anno.jsonld".into())
    );
    let text: Vec<char> = made::TEXT.chars().collect();
    let items = page["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    let mut selectors = 0;
    for (item, statement) in items.iter().zip(&made.statements) {
        assert_eq!(item["type"], "Annotation");
        assert_eq!(item["id"], format!("urn:demarche:statement:{}", statement.id));
        assert_eq!(item["target"]["source"], "urn:demarche:document:pass");
        assert_eq!(item["target"]["selector"][1]["exact"], statement.cue.text);
        assert_eq!(item["body"][0]["value"], statement.act.as_str());
        let resources = item["body"].as_array().unwrap().iter().flat_map(|body| match &body["demarche:at"] {
            serde_json::Value::Array(pieces) => pieces.clone(),
            one => vec![one.clone()],
        });
        for resource in resources.chain([item["target"].clone()]).filter(|resource| !resource.is_null()) {
            let (place, quote) = (&resource["selector"][0], &resource["selector"][1]);
            let at = |key: &str| place[key].as_u64().unwrap() as usize;
            let part = |from: usize, to: usize| text[from..to].iter().collect::<String>();
            assert_eq!(quote["exact"], part(at("start"), at("end")));
            assert_eq!(quote["prefix"], part(at("start").saturating_sub(32), at("start")));
            assert_eq!(quote["suffix"], part(at("end"), (at("end") + 32).min(text.len())));
            selectors += 1;
        }
    }
    // Two cues, four parties with words, three pieces of contents.
    assert_eq!(selectors, 2 + 3 + 3);
}

#[test]
fn options_that_do_not_fit_are_wrong_usage() {
    let here = folder(&[("a.txt", ARTICLE)]);
    for (args, word) in [
        (&["--bom", "--to", "a.jsonl"][..], "--bom"),
        (&["--flat", "--to", "a.csv"], "--flat"),
        (&["--to", "a.csv", "--to", "a.csv"], "named twice"),
        (&["--to", "a.sqlite", "--format", "csv"], "--format does not fit"),
        (&["--to", "a.csv", "--resume"], "--resume needs databases"),
        (&["--to", "a.parquet", "--with-text"], "--with-text needs"),
    ] {
        let done = demarche(here.path(), &[&["extract", "a.txt"], args].concat());
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}: {}", done.err);
        assert!(done.err.contains(word), "{args:?}: {}", done.err);
    }
    let names = fs::read_dir(here.path()).unwrap().count();
    assert_eq!(names, 1, "wrong usage wrote a file");
}

#[test]
fn several_destinations_get_the_same() {
    let here = folder(&[("in/a.txt", ARTICLE), ("in/b.txt", ARTICLE)]);
    let to = ["a.jsonl", "a.csv", "a.tsv", "a.parquet", "a.jsonld", "a.sqlite", "a.json", "-"];
    let args: Vec<&str> = ["extract", "in", "--format", "jsonl"]
        .into_iter()
        .chain(to.iter().flat_map(|to| ["--to", to]))
        .collect();
    let done = demarche(here.path(), &args);
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(done.out, fs::read_to_string(here.path().join("a.jsonl")).unwrap());
    assert_eq!(done.out.lines().count(), 2);
    let read = |name: &str| fs::read(here.path().join(name)).unwrap();
    assert_eq!(parquet(read("a.parquet")).0.len(), 2);
    assert_eq!(String::from_utf8(read("a.csv")).unwrap().lines().count(), 3);
    assert!(
        !String::from_utf8(read("a.json"))
            .unwrap()
            .contains("\"text\": \"Norway and Peru agreed to reopen the fishing talks in Lima on Monday.\\n\"")
    );
    assert_eq!(
        crate::databases::ask(
            Path::new(&here.path().join("a.sqlite")),
            "SELECT count(*), max(text) FROM statements JOIN documents USING (run_id, document_id)"
        )
        .concat(),
        ["2", "∅"]
    );
}
