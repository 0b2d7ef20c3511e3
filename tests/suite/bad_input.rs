//! Input that is not as one would wish: a clear message on stderr, the right exit code, nothing lost of the rest.

use crate::program::{ARTICLE, demarche, folder, piped};

/// The documents in the output of `--format json`, as (id, chars).
fn documents(out: &str) -> Vec<(String, u64)> {
    let output: serde_json::Value = serde_json::from_str(out).unwrap();
    let documents = output.as_array().cloned().unwrap_or_else(|| vec![output]);
    let facts = |found: &serde_json::Value| (found["id"].as_str().unwrap().to_string(), found["chars"].as_u64().unwrap());
    documents.iter().map(|document| facts(&document["document"])).collect()
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_done() {
    let here = folder(&[("a.txt", ARTICLE), ("binary.txt", b"\x7fELF\0\0\x01\0"), ("z.txt", ARTICLE)]);
    let done = demarche(
        here.path(),
        &["extract", "--format", "json", "a.txt", "missing.txt", "binary.txt", "z.txt"],
    );
    assert_eq!(done.code, 3, "{}", done.err);
    assert!(done.err.contains("missing.txt") && done.err.contains("binary.txt"), "{}", done.err);
    assert!(done.err.contains("2 documents") && done.err.contains("2 skipped"), "{}", done.err);
    let documents: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    let ids: Vec<_> = documents
        .as_array()
        .unwrap()
        .iter()
        .map(|document| document["document"]["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["a", "z"]);
}

#[test]
fn an_empty_file_is_a_warning() {
    let here = folder(&[("empty.txt", b"")]);
    let done = demarche(here.path(), &["extract", "empty.txt"]);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    assert!(done.err.contains("warning") && done.err.contains("empty.txt"), "{}", done.err);
    let quiet = demarche(here.path(), &["extract", "empty.txt", "--quiet"]);
    assert_eq!((quiet.code, quiet.out, quiet.err), (0, String::new(), String::new()));
}

#[test]
fn bytes_that_are_no_text_are_a_warning_with_their_offset() {
    let bytes = b"The caf\xc3\xa9 in Lima \xff is open, and so is the port of Callao, \xe2\x82\xac 5 a day.\n";
    let offset = bytes.iter().position(|byte| *byte == 0xff).unwrap().to_string();
    let here = folder(&[("mixed.txt", bytes)]);
    let done = demarche(here.path(), &["extract", "mixed.txt"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.err.contains("warning") && done.err.contains(&offset), "{}", done.err);
}

#[test]
fn a_broken_line_is_named_by_number_and_the_rest_is_done() {
    let lines =
        b"{\"id\": \"one\", \"body\": \"Peru agreed to talks.\"}\n{\"id\": \"two\", \n\n{\"id\": \"four\", \"body\": \"Chile agreed.\"}\n";
    let here = folder(&[("dump.jsonl", lines)]);
    let done = demarche(here.path(), &["extract", "dump.jsonl", "--text-field", "body", "--format", "json"]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert!(done.err.contains("dump.jsonl:2:"), "{}", done.err);
    let documents: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    let ids: Vec<_> = documents
        .as_array()
        .unwrap()
        .iter()
        .map(|document| document["document"]["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["one", "four"]);
}

#[test]
fn other_encodings_are_read() {
    let text = "Le Pérou a accepté de négocier à Lima, a déclaré le ministère à São Tomé.";
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let latin1: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let marked = ["\u{feff}", text].concat();
    let files = [
        ("latin1.txt", latin1.as_slice()),
        ("marked.txt", marked.as_bytes()),
        ("utf16.txt", utf16.as_slice()),
    ];
    let here = folder(&files);
    let done = demarche(here.path(), &["extract", ".", "--format", "json", "--with-text"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(done.out.matches(text).count(), 3, "{}", done.out);
    assert!(
        done.err.contains("latin1.txt") && !done.err.contains("marked.txt") && !done.err.contains("utf16.txt"),
        "{}",
        done.err
    );
    assert!(documents(&done.out).iter().all(|(_, chars)| *chars == text.chars().count() as u64));
}

#[test]
#[cfg(unix)]
fn a_folder_with_something_unreadable_gives_the_rest() {
    let here = folder(&[
        ("in/a.txt", ARTICLE),
        ("in/cut.txt.gz", &[0x1f, 0x8b, 8, 0, 0]),
        ("in/z.txt", ARTICLE),
    ]);
    std::os::unix::fs::symlink("nowhere", here.path().join("in/gone.txt")).unwrap();
    let done = demarche(here.path(), &["extract", "in", "--format", "json"]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert!(
        done.err.contains("gone.txt") && done.err.contains("cut.txt.gz") && done.err.contains("2 skipped"),
        "{}",
        done.err
    );
    let ids: Vec<String> = documents(&done.out).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["a", "z"]);
}

#[test]
fn a_folder_without_texts_is_told() {
    let here = folder(&[("in/picture.png", b"\x89PNG")]);
    let done = demarche(here.path(), &["extract", "in", "--format", "json"]);
    assert_eq!((done.code, done.out.as_str()), (3, "[]\n"), "{}", done.err);
    assert!(done.err.contains("in:") && done.err.contains(".txt"), "{}", done.err);
}

#[test]
fn quotes_that_never_close_and_stray_signs_are_only_text() {
    let texts = [
        "\"\"\"“““ \" agreed",
        "’’’ ” ) ] } agreed to “",
        "\u{202e}\u{0}",
        "agreed to\u{2028}\r\r\n\u{85}urged",
        "🏳\u{fe0f}\u{200d}🌈 agreed to 🌍",
    ];
    let here = folder(&[]);
    for text in texts {
        let done = piped(here.path(), &["extract", "--format", "json"], text);
        assert!(matches!(done.code, 0 | 3), "{text:?}: {}", done.err);
        assert!(!done.err.contains("panicked"), "{text:?}: {}", done.err);
        assert_eq!(done.code == 3, text.contains('\0'), "{text:?}: {}", done.err);
    }
}

#[test]
fn one_mistake_in_many_lines_is_told_a_few_times() {
    let mut lines: String = (0..40)
        .map(|n| format!("{{\"id\": \"d{n}\", \"body\": \"Norway waits.\"}}\n"))
        .collect();
    lines.push_str("no JSON\n");
    lines.push_str("{\"id\": \"x\", \"text\": \"Norway agreed to wait.\"}\n");
    let here = folder(&[("in.jsonl", lines.as_bytes())]);
    let done = demarche(here.path(), &["extract", "in.jsonl", "--format", "jsonl"]);
    assert_eq!(done.code, 3, "{}", done.err);
    let told: Vec<&str> = done.err.lines().collect();
    assert_eq!(told.len(), 8, "{}", done.err);
    assert!(told[0].contains("in.jsonl:1: ") && told[4].contains("in.jsonl:5: "), "{}", done.err);
    assert!(told[5].ends_with("... and 35 more for the same reason"), "{}", done.err);
    assert!(told[6].contains("in.jsonl:41: "), "{}", done.err);
    assert!(told[7].contains("41 skipped") && done.out.contains("\"agree\""), "{}", done.err);
}
