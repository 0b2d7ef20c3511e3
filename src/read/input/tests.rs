//! Files of every kind, whole and broken.

use super::{Found, Inputs, Options, ReadError};
use crate::read::decode::Warning;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::PathBuf;

fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn read(files: &[(&str, &[u8])], options: Options) -> Vec<Result<Found, ReadError>> {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    Inputs::new(&[folder.path().to_path_buf()], options).collect()
}

fn texts(found: &[Result<Found, ReadError>]) -> Vec<(&str, &str)> {
    found
        .iter()
        .filter_map(|f| f.as_ref().ok())
        .map(|f| (f.document.id.as_str(), f.document.text.as_str()))
        .collect()
}

#[test]
fn a_folder_gives_all_kinds_of_documents() {
    let found = read(
        &[
            ("a.txt", b"They agreed."),
            ("b.txt.gz", &zipped(b"They met.")),
            ("c.md", b"---\ntitle: Talks\n---\nThey spoke.\n"),
            ("d.html", b"<html><body><p>They left.</p></body></html>"),
            ("e.jsonl", b"{\"text\": \"One.\"}\r\n\n{\"id\": \"x\", \"text\": \"Two.\"}"),
            ("f.txt", b"<!DOCTYPE html><html><body><p>Page.</p></body></html>"),
            ("g.csv", b"no"),
        ],
        Options::default(),
    );
    let expected = [
        ("a", "They agreed."),
        ("b", "They met."),
        ("c", "---\ntitle: Talks\n---\nThey spoke.\n"),
        ("d", "They left."),
        ("e:1", "One."),
        ("x", "Two."),
        ("f", "Page."),
    ];
    assert_eq!(texts(&found), expected);
    assert_eq!(found[2].as_ref().unwrap().document.title.as_deref(), Some("Talks"));
}

#[test]
fn a_broken_line_is_named_by_number_and_the_rest_is_done() {
    let found = read(
        &[(
            "a.jsonl.gz",
            &zipped(b"{\"text\": \"One.\"}\n{\"text\": \"Two.\n{\"text\": \"Three.\"}\n"),
        )],
        Options::default(),
    );
    assert_eq!(texts(&found), [("a:1", "One."), ("a:3", "Three.")]);
    let error = found[1].as_ref().unwrap_err().to_string();
    assert!(error.contains("a.jsonl.gz:2: expected a JSON object, found broken JSON"), "{error}");
}

#[test]
fn a_day_given_on_the_command_line_yields_to_one_in_a_field() {
    let options = Options {
        published: Some(jiff::civil::date(2020, 1, 2)),
        ..Options::default()
    };
    let found = read(
        &[
            ("a.txt", b"They agreed."),
            ("b.jsonl", b"{\"text\": \"One.\", \"date\": \"2021-03-04\"}"),
        ],
        options,
    );
    let days: Vec<String> = found
        .iter()
        .map(|f| f.as_ref().unwrap().document.published.unwrap().0.to_string())
        .collect();
    assert_eq!(days, ["2020-01-02", "2021-03-04"]);
}

#[test]
fn bad_files_are_errors_and_lose_nothing_of_the_rest() {
    let whole = zipped(&b"They agreed on the whole of the plan. ".repeat(50));
    let found = read(
        &[
            ("a.txt", b"\x89PNG\r\n"),
            ("b.txt.gz", &whole[..whole.len() / 2]),
            ("c.txt", b""),
            ("d.txt", b"They agreed."),
        ],
        Options::default(),
    );
    assert!(matches!(found[0], Err(ReadError::Binary { .. })));
    assert!(matches!(found[1], Err(ReadError::Broken { .. })));
    assert_eq!(found[2].as_ref().unwrap().warnings, [Warning::Empty]);
    assert_eq!(texts(&found), [("c", ""), ("d", "They agreed.")]);
}

#[test]
fn a_missing_file_says_what_to_do() {
    let mut found = Inputs::new(&[PathBuf::from("no/such/file.txt")], Options::default());
    let error = found.next().unwrap().unwrap_err().to_string();
    assert!(error.contains("no/such/file.txt") && error.contains("check the path"), "{error}");
    assert!(found.next().is_none());
}

#[test]
fn a_latin_1_page_is_read_as_it_declares() {
    let page = b"<html><head><meta charset=iso-8859-1></head><body><p>Le g\xE9n\xE9ral parle.</p></body></html>";
    let found = read(&[("a.html", page)], Options::default());
    assert_eq!(texts(&found), [("a", "Le général parle.")]);
}
