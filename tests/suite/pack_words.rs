//! Packs: what they hold beside rules, rules that replace others, acts of their own, life without the built-in rules.

use crate::program::{demarche, folder};
use demarche::extract::{Extractor, Options};
use demarche::output::validate::Checker;
use demarche::read::Document;
use demarche::rules::RuleFile;
use demarche::statement::{PublishedBasis, Statement};

fn made(sources: &[&str], no_builtin: bool) -> Result<Extractor, String> {
    let name = |n: usize| {
        if n == 0 {
            "a.toml".to_string()
        } else {
            format!("{}.toml", (b'a' + n as u8) as char)
        }
    };
    let files: Vec<RuleFile> = sources
        .iter()
        .enumerate()
        .map(|(n, source)| RuleFile {
            name: name(n),
            bytes: source.as_bytes().to_vec(),
        })
        .collect();
    let options = Options {
        no_builtin,
        ..Options::default()
    };
    Extractor::with_packs(options, &files).map_err(|errors| errors.iter().map(|e| format!("{e}\n")).collect())
}

/// What comes out of `text`, published on `day`; every record agrees with the contract.
fn statements(sources: &[&str], text: &str, day: Option<&str>) -> Vec<Statement> {
    let extractor = made(sources, false).unwrap_or_else(|told| panic!("{told}"));
    let document = Document {
        id: "t".to_string(),
        text: text.to_string(),
        published: day.map(|day| (day.parse().expect("a day"), PublishedBasis::Given)),
        ..Document::default()
    };
    let extraction = extractor.extract(&document);
    Checker::new().check(&extraction, text).expect("records that agree with the schema");
    extraction.statements
}

/// What is wrong with one file.
fn wrong(source: &str) -> String {
    made(&[source], false).err().expect("a wrong file")
}

fn codes(statement: &Statement) -> Vec<&str> {
    let entities = statement.speakers.iter().flat_map(|party| &party.entities);
    entities.map(|entity| entity.code.as_str()).collect()
}

const TARGET: &str = "act = \"x-climate-target\"\nforce = \"commissive\"\ncameo = [{ code = \"030\", match = \"broad\" }]\n\
    [[rule]]\nid = \"target.set\"\nframes = [\"set {degree} target to <content:verb>\"]\n";

#[test]
fn an_act_of_its_own_comes_with_force_and_codes() {
    let text = "Kenya set a target to plant two billion trees on Monday.\n";
    let records = statements(&[TARGET], text, None);
    assert_eq!(records.len(), 1, "{records:?}");
    assert_eq!(
        (records[0].act.as_str(), records[0].force.as_str()),
        ("x-climate-target", "commissive")
    );
    assert_eq!(records[0].codes.cameo[0].code, "030");
    let told = wrong(&TARGET.replace("force = \"commissive\"\n", ""));
    assert!(told.starts_with("a.toml:3:1: ") && told.contains("`force`"), "{told}");
    for name in ["x-", "x-Climate", "x-climate target", "x_climate"] {
        let told = wrong(&TARGET.replace("x-climate-target", name));
        assert!(told.starts_with("a.toml:1:7: "), "{name}: {told}");
    }
}

#[test]
fn a_verb_brings_its_forms() {
    let rule = "act = \"accept\"\nforce = \"commissive\"\n[[rule]]\nid = \"accept.reknit\"\nframes = [\"reknit <content:noun>\"]\n";
    let text = "Chad reknat the border accord on Friday.\n";
    let found = |sources: &[&str]| statements(sources, text, None).iter().any(|s| s.cue.text.contains("reknat"));
    assert!(!found(&[rule]), "an irregular form cannot be guessed");
    assert!(found(&[&format!("{rule}[[verb]]\nbase = \"reknit\"\npast = \"reknat\"\n")]));
}

#[test]
fn a_synonym_stands_where_the_word_stands() {
    let text = "Chad jawboned Mali to reopen the market.\nNiger gave a solemn thumbsup to rebuild the wells.\n";
    let cues = |sources: &[&str]| -> Vec<String> {
        let found = statements(sources, text, None).into_iter();
        found.map(|s| format!("{} {}", s.act, s.cue.text)).collect()
    };
    assert!(cues(&[]).is_empty(), "take other words for this test: {:?}", cues(&[]));
    let found = cues(&["[[synonym]]\nof = \"urge\"\nwords = [\"jawbone\"]\n[[synonym]]\nof = \"pledge\"\nwords = [\"thumbsup\"]\n"]);
    assert_eq!(found, ["urge jawboned", "pledge gave a solemn thumbsup to"]);
}

#[test]
fn degree_words_and_hedges_change_the_level() {
    let level = |sources: &[&str], text: &str| {
        let record = statements(sources, text, None).into_iter().next().expect("a record");
        (record.strength.level, record.strength.hedges.len())
    };
    let text = "Peru expressed its basalt support for the reef fund.\n";
    let pack = "[[degree]]\nlevel = 4\nadjectives = [\"basalt\"]\nphrases = [\"with every fibre\"]\n";
    assert_ne!(level(&[], text).0, 4, "take another word for this test");
    assert_eq!(level(&[pack], text).0, 4);
    // A user's level goes before the built-in one.
    let text = "Peru strongly supported the reef fund.\n";
    assert!(level(&[], text).0 > 1);
    assert_eq!(level(&["[[degree]]\nlevel = 0\nadverbs = [\"strongly\"]\n"], text).0, 0);
    let text = "Peru pledged to plant trees weather permitting.\n";
    assert_eq!(level(&[], text).1, 0);
    assert_eq!(
        level(&["[[hedge]]\nclass = \"condition\"\nphrases = [\"weather permitting\"]\n"], text).1,
        1
    );
}

#[test]
fn names_bring_codes_of_their_own() {
    let text = "The Reef Defenders Front pledged to leave the harbour.\n";
    assert!(statements(&[], text, None).iter().all(|s| codes(s).is_empty()));
    let pack = "[[name]]\ncode = \"RDF\"\nname = \"Reef Defenders Front\"\nkind = \"party\"\nnames = [\"Reef Front\"]\n";
    let records = statements(&[pack], text, None);
    assert_eq!(codes(&records[0]), ["RDF"]);
    assert_eq!(records[0].speakers[0].entities[0].kind.as_str(), "party");
    assert_eq!(records[0].speakers[0].entities[0].name, "Reef Defenders Front");
}

#[test]
fn a_nickname_holds_in_its_time_only() {
    let text = "Coral House pledged to leave the harbour.\n";
    let pack = "[[name]]\ncode = \"NOR\"\norgans = [\"Coral House\"]\nto = \"2009\"\n[[name]]\ncode = \"PER\"\norgans = [\"Coral House\"]\nfrom = \"2010-01\"\n";
    let who = |day: &str| statements(&[pack], text, Some(day)).first().map(|s| codes(s).join(" "));
    assert_eq!(who("2009-12-31").as_deref(), Some("NOR"));
    assert_eq!(who("2010-01-01").as_deref(), Some("PER"));
}

#[test]
fn an_office_changes_hands() {
    let text = "Orla Quistgaard pledged to dredge the port.\n";
    let pack = "[[person]]\nname = \"Orla Quistgaard\"\ncode = \"PER\"\nrole = \"harbour minister\"\nfrom = \"2001\"\nto = \"2004-06\"\n\
        [[person]]\nname = \"Orla Quistgaard\"\ncode = \"NOR\"\nrole = \"envoy\"\nfrom = \"2010\"\n";
    let who = |day: &str| statements(&[pack], text, Some(day)).first().map(|s| codes(s).join(" "));
    assert_eq!(who("2003-02-01").as_deref(), Some("PER"));
    assert_eq!(who("2012-02-01").as_deref(), Some("NOR"));
}

#[test]
fn a_person_of_the_user_goes_before_the_table() {
    let text = "Angela Merkel pledged to dredge the port.\n";
    let who = |sources: &[&str]| statements(sources, text, Some("2010-05-05")).first().map(|s| codes(s).join(" "));
    assert_eq!(who(&[]).as_deref(), Some("DEU"));
    let pack = "[[person]]\nname = \"Angela Merkel\"\ncode = \"NOR\"\nrole = \"envoy\"\nfrom = \"2009\"\n";
    assert_eq!(who(&[pack]).as_deref(), Some("NOR"));
}

#[test]
fn media_and_blocked_phrases_stand_for_nobody() {
    let text = "The Norway Inn pledged to serve breakfast earlier.\n";
    let blocked = statements(&["blocked = [\"The Norway Inn\", \"Norway Inn\"]\n"], text, None);
    assert!(blocked.iter().all(|s| codes(s).is_empty()), "{blocked:?}");
}

#[test]
fn a_rule_takes_the_place_of_others() {
    let text = "Chile agreed to reopen the pass.\n";
    let rule = |id: &str, replaces: &str| {
        format!(
            "act = \"pledge\"\nforce = \"commissive\"\n[[rule]]\nid = \"{id}\"\nframes = [\"consecrate <content:noun>\"]\nreplaces = [{replaces}]\n"
        )
    };
    assert_eq!(statements(&[], text, None).len(), 1);
    assert!(
        statements(&[&rule("x", "\"agree.to\"")], text, None)
            .iter()
            .all(|s| s.rule.id != "agree.to")
    );
    let told = wrong(&rule("x", "\"agree.too\""));
    assert!(
        told.starts_with("a.toml:6:13: ") && told.contains("did you mean \"agree.to\"?"),
        "{told}"
    );
    let told = wrong(&rule("x", "\"x\""));
    assert!(told.contains("a circle: x replaces x"), "{told}");
    // In a circle of three files each is to blame, and no rule of any is taken.
    let circle = [rule("x", "\"y\""), rule("y", "\"z\""), rule("z", "\"x\"")];
    let told = made(&circle.each_ref().map(String::as_str), false).err().expect("a circle");
    for (file, way) in [
        ("a", "x replaces y replaces z replaces x"),
        ("b", "y replaces"),
        ("c", "z replaces"),
    ] {
        assert!(told.contains(&format!("{file}.toml:6:13: ")) && told.contains(way), "{told}");
    }
}

#[test]
fn without_the_built_in_rules_only_the_own_ones_find() {
    let text = "Chile set a target to plant trees, the Chilean government said. Chile agreed to reopen the pass.\n";
    let document = Document {
        id: "t".to_string(),
        text: text.to_string(),
        ..Document::default()
    };
    let found = made(&[TARGET], true).expect("a pack").extract(&document).statements;
    let acts: Vec<&str> = found.iter().map(|s| s.act.as_str()).collect();
    assert_eq!(acts, ["x-climate-target"]);
    // The grammar still knows that "said" takes a clause: the content ends before it.
    assert_eq!(found[0].content.as_ref().map(|c| c.text.as_str()), Some("plant trees"));
    let here = folder(&[("a.txt", text.as_bytes()), ("own.toml", TARGET.as_bytes())]);
    let done = demarche(here.path(), &["extract", "a.txt", "--rules", "own.toml", "--no-builtin"]);
    assert_eq!((done.code, done.out.lines().count()), (0, 1), "{}{}", done.out, done.err);
    let done = demarche(here.path(), &["extract", "a.txt", "--no-builtin"]);
    assert!(done.code == 2 && done.err.contains("--rules"), "{}", done.err);
}

#[test]
fn every_mistake_in_words_and_names_has_its_place() {
    let source = "\
media = \"Daily Kelp\"
blocked = [\"one; two\"]

[[verb]]
base = \"green light\"

[[synonym]]
of = \"urge\"
words = [\"push hard\"]

[[degree]]
level = 7
adverbs = [\"Firmly\"]

[[hedge]]
class = 3

[[name]]
code = \"RDF\"
name = \"Reef Defenders Front\"
kind = \"partei\"

[[name]]
code = \"RDG\"
name = \"Reef Guard\"

[[person]]
name = \"Ann Lee\"
role = \"envoy\"

[[person]]
name = \"Ann Lee\"
code = \"NOR\"
role = \"envoy\"
from = \"2024-13\"

[[person]]
name = \"Ann Lee\"
code = \"NOR\"
role = \"envoy\"
from = \"2024\"
to = \"2023-12\"

[[office]]
phrase = \"harbour master\"
class = \"master\"
";
    let told = wrong(source);
    let expected = [
        ("a.toml:1:9: ", "in brackets"),
        ("a.toml:2:12: ", "no `;`"),
        ("a.toml:4:1: ", "one word"),
        ("a.toml:7:1: ", "several words"),
        ("a.toml:12:9: ", "from 0 to 4"),
        ("a.toml:13:12: ", "lower case"),
        ("a.toml:16:9: ", "quotation marks"),
        ("a.toml:21:8: ", "did you mean \"party\"?"),
        ("a.toml:23:1: ", "needs both"),
        ("a.toml:27:1: ", "write code ="),
        ("a.toml:35:8: ", "2024-05-31"),
        ("a.toml:37:1: ", "exchange"),
        ("a.toml:46:9: ", "expected a word that `class` can have"),
    ];
    for (place, help) in expected {
        let at = told.find(place).unwrap_or_else(|| panic!("nothing is said at {place}:\n{told}"));
        let block = told[at..].split("\na.toml:").next().unwrap_or("");
        assert!(block.contains(help), "{place} {help}:\n{block}");
    }
    assert_eq!(
        told.lines().filter(|line| line.starts_with("a.toml:")).count(),
        expected.len(),
        "{told}"
    );
}

#[test]
fn codes_that_nobody_knows_are_told() {
    let told = wrong("[[person]]\nname = \"Ann Lee\"\ncode = \"NRO\"\nrole = \"envoy\"\n[[name]]\ncode = \"QQQQQ\"\nnames = [\"Q\"]\n");
    assert!(told.contains("a.toml:3:8: ") && told.contains("a.toml:6:8: "), "{told}");
    // Across files, in either order.
    let name = "[[name]]\ncode = \"RDF\"\nname = \"Reef Front\"\nkind = \"party\"\n";
    let person = "[[person]]\nname = \"Ann Lee\"\ncode = \"RDF\"\nrole = \"leader\"\n";
    assert!(made(&[person, name], false).is_ok());
}

#[test]
fn marks_of_examples_are_read_with_the_file() {
    let source = |example: &str| format!("{TARGET}fires = [\n  \"Fine.\",\n  \"{example}\",\n]\n");
    for (example, place, help) in [
        ("[speaker Kenya [cue set a target to] plant.", "a.toml:9:4: ", "expected a `]`"),
        ("Kenya] set", "a.toml:9:9: ", "a `]` alone"),
        ("é [speker Kenya] set", "a.toml:9:6: ", "did you mean [speaker ...]?"),
        ("Kenya [cue ] set", "a.toml:9:10: ", "expected words in"),
    ] {
        let told = wrong(&source(example));
        assert!(told.starts_with(place) && told.contains(help), "{example}: {told}");
    }
}

#[test]
fn a_frame_that_could_match_nothing_is_refused() {
    for frame in ["", "()", "(agree to)", "-", "<content>", "{degree}"] {
        let told = wrong(&TARGET.replace("set {degree} target to <content:verb>", frame));
        assert!(told.starts_with("a.toml:6:1"), "{frame:?}: {told}");
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert!(made(&[&format!("\u{feff}{TARGET}")], false).is_ok());
}

#[test]
fn ten_thousand_rules_are_read() {
    let mut source = "act = \"agree\"\nforce = \"commissive\"\n".to_string();
    for n in 0..10_000 {
        source.push_str(&format!(
            "[[rule]]\nid = \"agree.{n}\"\nframes = [\"agree on <content:noun> number {n}\"]\n\
             fires = [\"[speaker Fiji] [cue agreed on] [content it] number {n}.\"]\n"
        ));
    }
    let begun = std::time::Instant::now();
    let extractor = made(&[&source], false).expect("a pack");
    assert!(extractor.rules().rules.len() > 10_000);
    // Under a second where it is built for use; tests are built for finding faults.
    let limit = if cfg!(debug_assertions) { 10.0 } else { 1.0 };
    assert!(begun.elapsed().as_secs_f64() < limit, "{:?}", begun.elapsed());
    let twice = format!("{source}[[rule]]\nid = \"agree.77\"\nframes = [\"agree\"]\n");
    assert!(wrong(&twice).contains("a second time"));
}
