//! `demarche diff`: what differs between two outputs, or between two sets of rules.

use crate::golden_file::Golden;
use crate::program::{PROGRAM, demarche, folder};
use crate::{snapshots, texts};
use demarche::diff::{By, Diff, Found, Side, diff};
use demarche::statement::Extraction;
use std::fs;
use std::path::Path;

/// One side of documents that are nothing but their text.
fn side(documents: &[(&str, &str)]) -> Side {
    let mut side = Side::default();
    for (id, text) in documents {
        let document = demarche::read::Document {
            id: id.to_string(),
            ..texts::plain(text)
        };
        add(&mut side, texts::extractor().extract(&document));
    }
    side
}

fn add(side: &mut Side, extraction: Extraction) {
    let found = Found {
        info: Some(extraction.document.clone()),
        statements: extraction.statements,
    };
    side.documents.insert(extraction.document.id, found);
}

fn goldens() -> Side {
    let mut side = Side::default();
    for name in texts::goldens() {
        let mut golden = Golden::load(&name);
        golden.document.id = name;
        add(&mut side, texts::extractor().extract(&golden.document));
    }
    side
}

/// The fields of the one statement that changed, as "name: before -> after".
fn fields(diff: &Diff) -> Vec<String> {
    let changes: Vec<_> = diff.rules.iter().flat_map(|r| &r.changed).collect();
    assert_eq!(changes.len(), 1, "{diff:#?}");
    let shown = |f: &demarche::diff::Field| format!("{}: {} -> {}", f.field, f.before, f.after);
    changes[0].fields.iter().map(shown).collect()
}

#[test]
fn a_side_does_not_differ_from_itself() {
    let side = goldens();
    let found = diff(&side, &side);
    assert!(found.is_empty(), "{found:#?}");
    assert!(
        found.counts.same > 50 && found.counts.same == found.counts.before,
        "{:?}",
        found.counts
    );
}

#[test]
fn statements_that_go_are_told_and_come_back_as_added() {
    let (before, mut after) = (goldens(), goldens());
    let mut taken = 0;
    for (n, found) in after.documents.values_mut().enumerate() {
        if found.statements.len() > n + 1 {
            found.statements.remove(n);
            taken += 1;
        }
    }
    assert!(taken > 5, "the goldens are too small for this test");
    let (there, back) = (diff(&before, &after).counts, diff(&after, &before).counts);
    assert_eq!((there.gone, there.added, there.changed), (taken, 0, 0));
    assert_eq!((back.gone, back.added, back.changed), (0, taken, 0));
    assert_eq!(there.same, there.after);
}

#[test]
fn a_paragraph_above_changes_no_statement() {
    let text = "Norway agreed to reopen the port. Peru urged Chile to join.\n";
    let moved = format!("It rained all day in the north of the country.\n\n{text}");
    let found = diff(&side(&[("a", text)]), &side(&[("a", &moved)]));
    assert_eq!(
        (found.counts.same, found.counts.changed, found.counts.added),
        (2, 0, 0),
        "{found:#?}"
    );
    let heads: Vec<&str> = found.documents[0].fields.iter().map(|f| f.field).collect();
    assert_eq!(heads, ["text"], "that the text is another one is told");
}

#[test]
fn changes_are_told_field_by_field() {
    let before = side(&[("a", "Norway agreed to reopen the port.")]);
    let mut after = before.clone();
    let statement = &mut after.documents.get_mut("a").unwrap().statements[0];
    statement.status = demarche::statement::Status::Planned;
    statement.speakers[0].entities[0].code = "SWE".to_string();
    assert_eq!(
        fields(&diff(&before, &after)),
        ["status: made -> planned", "speakers: Norway (NOR; name) -> Norway (SWE; name)"]
    );
    // the id goes with the content; the two are found by their cues
    let statement = &mut after.documents.get_mut("a").unwrap().statements[0];
    *statement = before.documents["a"].statements[0].clone();
    statement.id = "0123456789abcdef".to_string();
    let content = statement.content.as_mut().unwrap();
    content.text = "reopen the old port".to_string();
    let found = diff(&before, &after);
    assert_eq!(
        fields(&found),
        ["content: reopen the port (infinitive) -> reopen the old port (infinitive)"]
    );
    assert_eq!(found.rules[0].changed[0].matched_by, By::Overlap);
    // a new version of a pack is no change of its records
    let statement = &mut after.documents.get_mut("a").unwrap().statements[0];
    *statement = before.documents["a"].statements[0].clone();
    statement.rule.version = "99".to_string();
    assert!(diff(&before, &after).is_empty());
}

#[test]
fn the_same_words_elsewhere_in_the_sentence_are_a_change() {
    let before = side(&[("a", "Norway agreed to reopen the port.")]);
    let mut after = before.clone();
    let cue = &mut after.documents.get_mut("a").unwrap().statements[0].cue;
    cue.span.start += 1;
    cue.span.end += 1;
    assert_eq!(fields(&diff(&before, &after)).len(), 1);
}

#[test]
fn a_changed_text_is_matched_by_its_sentences() {
    let before = "Norway agreed to reopen the port. Peru urged Chile to join the talks.\n";
    let after = "Sweden slept.\n\nPeru urged Chile to join the talks. Norway agreed to reopen the port in May.\n";
    let found = diff(&side(&[("a", before)]), &side(&[("a", after)]));
    assert_eq!((found.counts.same, found.counts.changed), (1, 1), "{found:#?}");
    let by = found.rules.iter().flat_map(|r| &r.changed).map(|c| c.matched_by);
    assert_eq!(by.collect::<Vec<_>>(), [By::Sentence]);
}

const TEXTS: &[(&str, &[u8])] = &[
    ("texts/a.txt", b"Norway agreed to reopen the port.\n\nNorway copperfastened the fishing accord on Monday.\n"),
    ("texts/b.txt", b"Peru urged Chile to join the talks.\n"),
    (
        "mine.toml",
        b"act = \"reaffirm\"\nforce = \"commissive\"\n\n[[rule]]\nid = \"reaffirm.copperfasten\"\nframes = [\"copperfasten <content:noun>\"]\n",
    ),
];

fn extracted(here: &Path, to: &str) {
    let done = demarche(here, &["extract", "texts", "--to", to, "--quiet"]);
    assert_eq!(done.code, 0, "{}", done.err);
}

#[test]
fn outputs_are_compared_whatever_their_format() {
    let here = folder(TEXTS);
    extracted(here.path(), "o.json");
    extracted(here.path(), "o.jsonl");
    for args in [
        ["o.json", "o.json"],
        ["o.jsonl", "o.jsonl"],
        ["o.json", "o.jsonl"],
        ["o.json", "texts"],
    ] {
        let done = demarche(here.path(), &["diff", args[0], args[1]]);
        assert_eq!(done.code, 0, "{args:?}: {}{}", done.out, done.err);
        assert_eq!(done.out, "no difference: 2 documents, 2 statements\n", "{args:?}");
    }
    let lines = fs::read_to_string(here.path().join("o.jsonl")).unwrap();
    let less: Vec<&str> = lines.lines().skip(1).collect();
    fs::write(here.path().join("less.jsonl"), less.join("\n")).unwrap();
    let done = demarche(here.path(), &["diff", "o.jsonl", "less.jsonl"]);
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(done.out.contains("1 gone") && done.out.contains("agree.to"), "{}", done.out);
    fs::write(here.path().join("none.jsonl"), "").unwrap();
    let done = demarche(here.path(), &["diff", "o.jsonl", "none.jsonl"]);
    assert!(done.code == 1 && done.out.contains("2 gone"), "{}{}", done.out, done.err);
}

#[test]
fn rules_are_compared_over_texts() {
    let here = folder(TEXTS);
    let done = demarche(here.path(), &["diff", "texts", "--rules-after", "mine.toml"]);
    assert_eq!(done.code, 1, "{}", done.err);
    assert!(done.out.starts_with("reaffirm.copperfasten  1 added\n"), "{}", done.out);
    assert!(done.out.ends_with("2 the same, 1 added, 0 gone, 0 changed\n"), "{}", done.out);
    let same = demarche(
        here.path(),
        &["diff", "texts", "--rules-before", "mine.toml", "--rules-after", "mine.toml"],
    );
    assert_eq!(same.code, 0, "{}", same.out);
    extracted(here.path(), "o.json");
    let golden = demarche(here.path(), &["diff", "o.json", "texts", "--rules-after", "mine.toml"]);
    assert_eq!((golden.code, golden.out), (1, done.out));
    fs::create_dir(here.path().join("pack")).unwrap();
    fs::copy(here.path().join("mine.toml"), here.path().join("pack/mine.toml")).unwrap();
    let alone = demarche(
        here.path(),
        &[
            "diff",
            "texts",
            "--no-builtin",
            "--rules-before",
            "mine.toml",
            "--rules-after",
            "pack",
        ],
    );
    assert_eq!(
        (alone.code, alone.out.as_str()),
        (0, "no difference: 2 documents, 1 statement\n"),
        "{}",
        alone.err
    );
    let pack = demarche(here.path(), &["diff", "texts", "--rules-before", "pack"]);
    assert!(pack.code == 1 && pack.out.contains("1 gone"), "{}{}", pack.out, pack.err);
}

#[test]
fn json_is_for_programs() {
    let here = folder(TEXTS);
    let done = demarche(here.path(), &["diff", "texts", "--rules-after", "mine.toml", "--format", "json"]);
    assert_eq!(done.code, 1);
    let value: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(value["counts"]["added"], 1);
    assert_eq!(value["rules"][0]["added"][0]["statement"]["cue"]["text"], "copperfastened");
    assert_eq!(value["rules"][0]["added"][0]["document"], "a");
}

#[test]
fn golden_outputs_are_a_test_and_accepting_is_loud() {
    let here = folder(TEXTS);
    let check = || demarche(here.path(), &["diff", "golden", "texts"]);
    let made = demarche(here.path(), &["diff", "golden", "texts", "--update"]);
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(made.err.contains("WRITTEN golden/a.json (new)"), "{}", made.err);
    assert_eq!(check().code, 0);
    fs::write(here.path().join("texts/b.txt"), "Peru urged Chile to leave the talks.\n").unwrap();
    let before = fs::read_to_string(here.path().join("golden/b.json")).unwrap();
    let changed = check();
    assert_eq!(changed.code, 1);
    assert!(changed.out.contains("[-join-] {+leave+} the talks"), "{}", changed.out);
    assert_eq!(
        fs::read_to_string(here.path().join("golden/b.json")).unwrap(),
        before,
        "a check writes nothing"
    );
    let mut refused = assert_cmd::Command::new(PROGRAM);
    refused
        .current_dir(here.path())
        .env("CI", "true")
        .args(["diff", "golden", "texts", "--update"]);
    refused.assert().code(2);
    assert_eq!(
        fs::read_to_string(here.path().join("golden/b.json")).unwrap(),
        before,
        "CI accepts nothing"
    );
    let accepted = demarche(here.path(), &["diff", "golden", "texts", "--update"]);
    assert_eq!(accepted.code, 0, "{}", accepted.err);
    assert!(
        accepted.err.contains("OVERWRITTEN golden/b.json") && !accepted.err.contains("a.json"),
        "{}",
        accepted.err
    );
    assert!(accepted.out.contains("1 changed"), "what is accepted is shown: {}", accepted.out);
    assert_eq!(check().code, 0);
    // a golden without a text is left, and told
    fs::remove_file(here.path().join("texts/a.txt")).unwrap();
    let lost = demarche(here.path(), &["diff", "golden", "texts", "--update"]);
    assert_eq!(lost.code, 1, "{}", lost.err);
    assert!(
        here.path().join("golden/a.json").exists() && lost.err.contains("left as it is"),
        "{}",
        lost.err
    );
}

#[test]
fn what_is_no_output_is_told() {
    let mut files = TEXTS.to_vec();
    files.extend([
        (
            "old.json",
            &b"{\"schema_version\": \"0\", \"document\": {}, \"statements\": []}"[..],
        ),
        ("broken.json", b"{\"schema_version\": \"1\",\n \"document\": "),
        (
            "alien.json",
            b"{\"schema_version\": \"1\", \"document\": {\"id\": \"a\"}, \"statements\": []}",
        ),
        ("alien.jsonl", b"{\"id\": \"1\", \"act\": \"agree\"}\n"),
        ("twice/a.json", b""),
        ("empty/readme.md", b""),
    ]);
    let here = folder(&files);
    extracted(here.path(), "o.json");
    let one = demarche(here.path(), &["extract", "texts/a.txt", "--to", "twice/a.json", "--quiet"]);
    assert_eq!(one.code, 0);
    fs::copy(here.path().join("twice/a.json"), here.path().join("twice/b.json")).unwrap();
    for (args, code, words) in [
        (&["diff", "old.json", "o.json"][..], 3, "schema_version is \"0\""),
        (&["diff", "o.json", "broken.json"], 3, "broken.json:2"),
        (&["diff", "o.json", "alien.json"], 3, "no output of this demarche"),
        (&["diff", "o.json", "alien.jsonl"], 3, "alien.jsonl:1"),
        (&["diff", "twice", "o.json"], 3, "\"a\""),
        (&["diff", "o.json", "nothing.json"], 3, "nothing.json"),
        (&["diff", "o.json"], 2, "--rules-after"),
        (&["diff", "o.json", "--rules-after", "mine.toml"], 2, "rules need texts"),
        (&["diff", "o.json", "texts", "--rules-before", "mine.toml"], 2, "--rules-before"),
        (&["diff", "texts", "texts", "--update"], 2, "holds texts"),
        (&["diff", "texts", "--rules-after", "empty"], 2, ".toml"),
        (&["diff"], 2, "BEFORE"),
    ] {
        let done = demarche(here.path(), args);
        assert_eq!((done.code, done.out.as_str()), (code, ""), "{args:?}: {}", done.err);
        assert!(done.err.contains(words), "{args:?}: {}", done.err);
    }
}

#[test]
fn the_drawing_is_read_by_eye() {
    let before = side(&[
        (
            "north",
            "Norway agreed to reopen the old port in May. Peru urged Chile to join the talks.",
        ),
        ("south", "Chile condemned the raid."),
    ]);
    let after = side(&[
        (
            "north",
            "Norway agreed to reopen the port in June. Peru urged Chile to join the talks.",
        ),
        ("east", "Peru welcomed the treaty."),
    ]);
    let mut drawn = Vec::new();
    demarche::diff::text::draw(&diff(&before, &after), &mut drawn, false).unwrap();
    snapshots::compare("diff__drawing", &String::from_utf8(drawn).unwrap());
}

#[test]
fn colours_underline_words() {
    let here = folder(TEXTS);
    extracted(here.path(), "o.json");
    fs::write(here.path().join("texts/b.txt"), "Peru urged Chile to leave the talks.\n").unwrap();
    let done = demarche(here.path(), &["--color", "always", "diff", "o.json", "texts"]);
    assert!(done.out.contains("\u{1b}[4m\u{1b}[31mjoin"), "{:?}", done.out);
    let stripped = anstream::adapter::strip_str(&done.out).to_string();
    assert!(stripped.contains("join leave the talks"), "{stripped}");
}
