//! Rule files of a user: what they add and replace, and what is said when they are wrong.

use crate::program::{demarche, folder};
use demarche::extract::{Extractor, Options};
use demarche::read::Document;
use demarche::rules::{PackError, RuleFile};
use demarche::statement::Statement;

fn file(name: &str, source: &str) -> RuleFile {
    RuleFile {
        name: name.to_string(),
        bytes: source.as_bytes().to_vec(),
    }
}

/// What is wrong in one file.
fn wrong(name: &str, bytes: &[u8]) -> PackError {
    let file = RuleFile {
        name: name.to_string(),
        bytes: bytes.to_vec(),
    };
    let errors = Extractor::with_packs(Options::default(), &[file]).err().expect("a wrong file");
    errors.into_iter().next().expect("an error")
}

fn statements(files: &[RuleFile], text: &str) -> Vec<Statement> {
    let extractor = Extractor::with_packs(Options::default(), files).unwrap_or_else(|errors| panic!("{}", errors[0]));
    let document = Document {
        id: "t".to_string(),
        text: text.to_string(),
        ..Document::default()
    };
    extractor.extract(&document).statements
}

const TEXT: &str = "Norway copperfastened the fishing accord on Monday, the Norwegian government said.\n";
const COPPERFASTEN: &str =
    "act = \"reaffirm\"\nforce = \"commissive\"\n\n[[rule]]\nid = \"reaffirm.copperfasten\"\nframes = [\"copperfasten <content:noun>\"]\n";

#[test]
fn a_rule_of_the_user_finds_what_the_built_in_ones_do_not() {
    let found = |files: &[RuleFile]| statements(files, TEXT).into_iter().find(|s| s.cue.text == "copperfastened");
    assert_eq!(found(&[]), None, "the word has become a built-in one; take another for this test");
    let record = found(&[file("rules of mine/trade.toml", COPPERFASTEN)]).expect("a record");
    assert_eq!(record.act.as_str(), "reaffirm");
    assert_eq!(
        (record.rule.id.as_str(), record.rule.pack.as_str(), record.rule.version.as_str()),
        ("reaffirm.copperfasten", "trade", "0")
    );
    let named = format!("pack = \"north\"\nversion = \"2.1\"\n{COPPERFASTEN}");
    let record = found(&[file("trade.toml", &named)]).expect("a record");
    assert_eq!((record.rule.pack.as_str(), record.rule.version.as_str()), ("north", "2.1"));
}

#[test]
fn a_rule_replaces_the_one_of_its_id_and_the_later_file_wins() {
    let text = "Chile agreed to reopen the pass in May.\n";
    let plain = statements(&[], text);
    assert_eq!((plain[0].rule.id.as_str(), plain[0].rule.pack.as_str()), ("agree.to", "builtin"));
    assert_eq!(plain[0].rule.version, env!("CARGO_PKG_VERSION"));
    let other = |pack: &str, act: &str| {
        let source = format!(
            "pack = \"{pack}\"\nact = \"{act}\"\nforce = \"commissive\"\n[[rule]]\nid = \"agree.to\"\nframes = [\"agree to <content:verb>\"]\n"
        );
        file("mine.toml", &source)
    };
    let replaced = statements(&[other("one", "pledge")], text);
    assert_eq!(replaced.len(), plain.len());
    assert_eq!((replaced[0].act.as_str(), replaced[0].rule.pack.as_str()), ("pledge", "one"));
    let later = statements(&[other("one", "pledge"), other("two", "accept")], text);
    assert_eq!((later[0].act.as_str(), later[0].rule.pack.as_str()), ("accept", "two"));
    // With another id, the same frame is the user's too.
    let beside = COPPERFASTEN.replace("copperfasten <content:noun>", "agree to <content:verb>");
    assert_eq!(statements(&[file("mine.toml", &beside)], text)[0].rule.pack, "mine");
}

#[test]
fn every_mistake_is_told_with_its_place() {
    let source = "\
act = \"agre\"
force = \"comissive\"
cameo = [{ code = 57, match = \"exakt\" }]
colour = \"red\"

[[rule]]
id = \"agree.one\"
frame = [\"agree to\"]
frames = [\"agree to <content:verbs>\", \"(agree to)\", \"Agree on <content>\", 7]
in = \"resolutions\"

[[rule]]
id = \"agree.one\"
frames = []
heads = \"talk\"

[[rule]]
frames = [\"agree (on <content>\"]
";
    let error = wrong("mine.toml", source.as_bytes());
    let told = error.to_string();
    let expected = [
        ("mine.toml:1:7: ", "did you mean \"agree\"?"),
        ("mine.toml:2:9: ", "did you mean \"commissive\"?"),
        ("mine.toml:3:19: ", "keep their zeros"),
        ("mine.toml:3:31: ", "did you mean \"exact\"?"),
        ("mine.toml:4:1: ", "take the line out"),
        ("mine.toml:8:1: ", "did you mean `frames`?"),
        ("mine.toml:9:21: ", "did you mean <content:verb>?"),
        ("mine.toml:9:40: ", "cannot be optional as a whole"),
        ("mine.toml:9:54: ", "lower case"),
        ("mine.toml:9:75: ", "quotation marks"),
        ("mine.toml:10:6: ", "did you mean \"resolution\"?"),
        ("mine.toml:13:6: ", "another id"),
        ("mine.toml:14:10: ", "at least one"),
        ("mine.toml:15:9: ", "in brackets"),
        ("mine.toml:17:1: ", "write id ="),
        ("mine.toml:18:", "expected \")\""),
    ];
    let places: Vec<&str> = told.lines().filter(|line| line.starts_with("mine.toml:")).collect();
    for (place, help) in expected {
        let at = told.find(place).unwrap_or_else(|| panic!("nothing is said at {place}:\n{told}"));
        let block = told[at..].split("\nmine.toml:").next().unwrap_or("");
        assert!(block.contains(help), "{place} {help}:\n{block}");
    }
    assert_eq!(places.len(), expected.len(), "{told}");
    assert_eq!(places.len(), error.problems.len());
}

#[test]
fn the_caret_stands_under_the_spot() {
    let told = wrong(
        "é.toml",
        "# Grüße\nact = \"agree\" # ü\n[[rule]]\nid = \"a\"\nframes = [\"agree to <content:vreb>\"]\n".as_bytes(),
    )
    .to_string();
    let lines: Vec<&str> = told.lines().collect();
    let caret = lines.iter().position(|line| line.contains('^')).expect("a caret");
    let column = lines[caret].find('^').expect("a caret");
    assert!(lines[caret - 1][column..].starts_with("<content:vreb>"), "{told}");
    assert!(lines[0].starts_with("é.toml:5:21: expected "), "{told}");
}

#[test]
fn toml_that_is_none_and_bytes_that_are_no_text() {
    let broken = wrong("x.toml", b"act = \"agree\nforce = commissive\"\n[[rule]\nid = 1\n").to_string();
    assert!(
        broken.contains("x.toml:1:") && broken.contains("x.toml:3:") && broken.contains("not TOML"),
        "{broken}"
    );
    let latin = wrong("x.toml", b"act = \"agree\"\nnote = \"caf\xe9\"\n").to_string();
    assert!(
        latin.starts_with("x.toml:2:12: expected UTF-8") && latin.contains("save the file as UTF-8"),
        "{latin}"
    );
    let utf16: Vec<u8> = "act = \"agree\"".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(!wrong("x.toml", &[&[0xff, 0xfe], utf16.as_slice()].concat()).problems.is_empty());
    assert!(wrong("x.toml", b"").to_string().contains("at least one rule"));
    assert!(wrong("x.toml", b"rule = 3").to_string().contains("[[rule]]"));
    assert!(wrong("builtin.toml", COPPERFASTEN.as_bytes()).to_string().contains("pack = "));
    let deep = format!(
        "act = \"agree\"\n[[rule]]\nid = \"a\"\nframes = [\"agree {}\"]\n",
        "(on ".repeat(50_000)
    );
    assert!(wrong("x.toml", deep.as_bytes()).to_string().contains("optional parts"));
    assert!(!wrong("x.toml", "[".repeat(100_000).as_bytes()).problems.is_empty());
    let many = wrong("x.toml", "x\n".repeat(500).as_bytes());
    assert!(many.to_string().lines().count() < 400 && many.to_string().contains(" more"));
}

#[test]
fn one_wrong_file_and_no_rule_of_any_is_taken() {
    let twice = [
        file("a.toml", &format!("pack = \"p\"\n{COPPERFASTEN}")),
        file("b.toml", &format!("pack = \"p\"\n{COPPERFASTEN}")),
    ];
    let errors = Extractor::with_packs(Options::default(), &twice).err().expect("an id stands twice");
    let told = errors[0].to_string();
    assert!(told.starts_with("b.toml:6:6: ") && told.contains("a.toml"), "{told}");
    let both = [file("a.toml", "rule = 1"), file("b.toml", "act = 1"), file("c.toml", COPPERFASTEN)];
    let errors = Extractor::with_packs(Options::default(), &both).err().expect("two wrong files");
    assert_eq!(errors.iter().map(|e| e.file.as_str()).collect::<Vec<_>>(), ["a.toml", "b.toml"]);
}

#[test]
fn a_built_in_file_can_be_copied_and_used() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/acts");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("the built-in rules") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let own = RuleFile {
                name: path.display().to_string(),
                bytes: std::fs::read(&path).expect("readable"),
            };
            assert!(Extractor::with_packs(Options::default(), &[own]).is_ok(), "{}", path.display());
            count += 1;
        }
    }
    assert!(count > 20, "{count} files only");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn no_frame_makes_it_panic(frame in "[a-zA-Z<>{}()|: é'-]{0,40}") {
        let source = format!("act = \"agree\"\n[[rule]]\nid = \"a\"\nframes = ['''{frame}''']\n");
        if let Err(errors) = Extractor::with_packs(Options::default(), &[file("x.toml", &source)]) {
            proptest::prop_assert!(errors[0].to_string().contains("x.toml:4:"));
        }
    }
}

#[test]
fn the_command_takes_rule_files() {
    let here = folder(&[
        ("a.txt", TEXT.as_bytes()),
        ("mine.toml", COPPERFASTEN.as_bytes()),
        (
            "wrong.toml",
            b"act = \"agre\"\n[[rule]]\nid = \"x\"\nframes = [\"agree <contnet>\"]\n",
        ),
    ]);
    let run = |args: &[&str]| demarche(here.path(), &[&["extract", "a.txt"], args].concat());
    let done = run(&["--rules", "mine.toml"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(
        done.out.contains("\"pack\":\"mine\"") || done.out.contains("\"pack\": \"mine\""),
        "{}",
        done.out
    );
    let done = run(&["--rules", "mine.toml", "--rules", "wrong.toml", "--to", "o.json"]);
    assert_eq!((done.code, done.out.as_str()), (2, ""), "{}", done.err);
    for part in [
        "wrong.toml:1:7",
        "wrong.toml:4:18",
        "did you mean \"agree\"?",
        "did you mean <content>?",
        "nothing was extracted",
    ] {
        assert!(done.err.contains(part), "{part}:\n{}", done.err);
    }
    assert!(!done.err.contains('\u{1b}'), "no colours in a pipe");
    assert!(!here.path().join("o.json").exists());
    let done = run(&["--rules", "missing.toml"]);
    assert_eq!((done.code, done.out.as_str()), (3, ""), "{}", done.err);
    assert!(done.err.contains("missing.toml"), "{}", done.err);
    let done = run(&["--rules", "mine.toml", "--format", "json", "--to", "mine.toml"]);
    assert_eq!(done.code, 2, "{}", done.err);
    assert_eq!(
        std::fs::read_to_string(here.path().join("mine.toml")).expect("still there"),
        COPPERFASTEN
    );
}

#[test]
fn score_takes_rule_files_with_texts() {
    let gold = br#"{"statements": []}"#;
    let here = folder(&[
        ("gold/a.json", gold),
        ("texts/a.txt", TEXT.as_bytes()),
        ("made/a.json", gold),
        ("mine.toml", COPPERFASTEN.as_bytes()),
        ("wrong.toml", b"act = 1"),
    ]);
    let run = |path: &str, rules: &str| demarche(here.path(), &["score", "gold", path, "--rules", rules, "--errors"]);
    let done = run("texts", "mine.toml");
    assert!(done.code == 0 && done.out.contains("copperfastened"), "{}{}", done.out, done.err);
    assert_eq!(run("texts", "wrong.toml").code, 2);
    assert_eq!(run("made", "mine.toml").code, 2);
}
