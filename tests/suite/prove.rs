//! `demarche rules`: what a check finds, and what it says; the pages; the skeleton; the worked pack of the documentation.

use crate::program::{Done, demarche, folder};
use crate::texts::tree;
use std::fs;
use std::path::Path;

/// A pack in which everything is right.
const GOOD: &str = "\
act = \"accept\"
force = \"commissive\"

[[rule]]
id = \"accept.rubberstamp\"
frames = [\"rubberstamp <content:noun>\"]
fires = [
  \"[speaker Chad] [cue rubberstamped] [content the fishing accord].\",
  \"[speaker The Malian government] [cue has rubberstamped] [content both texts].\",
]
quiet = [
  \"A rubberstamp lay on the desk.\",
  \"The rubberstamp parliament was on leave.\",
]
";

/// The check of one pack, in a folder of its own with `more` files.
fn check(pack: &str, more: &[(&str, &[u8])], args: &[&str]) -> Done {
    let files = [&[("p.toml", pack.as_bytes())], more].concat();
    let here = folder(&files);
    demarche(here.path(), &[&["rules", "check", "p.toml"], args].concat())
}

#[test]
fn a_pack_in_order_passes() {
    let done = check(GOOD, &[], &[]);
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    assert!(done.out.contains("1 rule, 4 examples, all as marked"), "{}", done.out);
    assert!(!done.out.contains('\u{1b}'), "no colours in a pipe");
    let done = check(GOOD, &[], &["--color", "always"]);
    assert!(done.out.contains('\u{1b}'), "{}", done.out);
}

#[test]
fn a_pack_of_words_alone_is_tried_against_the_built_in_examples() {
    let done = check("[[degree]]\nlevel = 4\nadverbs = [\"irrevocably\"]\n", &[], &[]);
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    assert!(
        done.out.contains("0 rules, 0 examples, 1 entry for words and names"),
        "{}",
        done.out
    );
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let pack = "\
act = \"accept\"
force = \"commissive\"

[[rule]]
id = \"accept.rubberstamp\"
frames = [\"rubberstamp <content:noun>\"]
fires = [
  \"[speaker Chad] [cue rubberstamped] the [content fishing accord of the spring session].\",
  \"[speaker The Malian minister] [cue rubberstamped] [content both].\",
  \"Chad rubberstamped both.\",
]
quiet = [
  \"Chad rubberstamped the accord.\",
  \"Nothing of the kind.\",
]

[[rule]]
id = \"accept.short\"
frames = [\"wavethrough <content:noun>\"]
fires = [\"[speaker Chad] [cue was quiet] [content here].\"]
";
    // The marks are held against the words: "the" belongs to the content, but that is within the measure; "Malian" is not the whole.
    let pack = pack.replace("[speaker The Malian minister]", "The [speaker Malian minister]");
    let done = check(&pack, &[], &[]);
    assert_eq!(done.code, 1, "{}{}", done.out, done.err);
    let lines: Vec<&str> = done.out.lines().map(str::trim).collect();
    for line in [
        "line 9  another speaker comes out",
        "expected  The [speaker Malian minister] [cue rubberstamped] [content both].",
        "found     [speaker The Malian minister] [cue rubberstamped] [content both].",
        "line 10  expected one [cue ...], found 0",
        "line 13  the rule fires, and should be quiet",
        "quiet     Chad rubberstamped the accord.",
        "found     Chad [cue rubberstamped] [content the accord].",
        "line 14  expected a word of the rule in a quiet example, found none: it tests nothing",
        "help      write a sentence with a form of rubberstamp",
        "expected at least two examples in which it fires, found 1",
        "expected at least two examples in which it is quiet, found 0",
        "line 20  the rule does not fire",
        "accept.rubberstamp  p.toml:5",
    ] {
        assert!(lines.contains(&line), "{line}:\n{}", done.out);
    }
}

#[test]
fn who_else_fires_and_what_changes_is_told() {
    // The frame of the built-in rule, in another act: its sentences become this rule's.
    let pack = GOOD.replace(
        "rubberstamp <content:noun>\"]",
        "rubberstamp <content:noun>\", \"agree to <content:verb>\"]",
    );
    let done = check(&pack, &[], &[]);
    assert_eq!(done.code, 0, "a change elsewhere is no fault: {}", done.out);
    assert!(done.out.contains("frames of agree.to, and goes before it"), "{}", done.out);
    assert!(
        done.out.contains("it fires in examples of: ") && done.out.contains("of built-in rules changed"),
        "{}",
        done.out
    );
    let done = check(&pack, &[], &["--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
    let changes = told["changes"].as_array().expect("a list");
    assert!(changes.iter().any(|change| change["rule"] == "agree.to"), "{changes:?}");
    assert_eq!(told["rules"][0]["examples"].as_array().map(Vec::len), Some(4));
    assert_eq!(told["packs"][0]["name"], "p");
}

#[test]
fn a_rule_that_another_hides_is_at_fault() {
    let hidden = "\n[[rule]]\nid = \"accept.again\"\nframes = [\"rubberstamp <content:noun>\"]\n\
        fires = [\"[speaker Fiji] [cue rubberstamped] [content it].\", \"[speaker Togo] [cue rubberstamped] [content it].\"]\n\
        quiet = [\"A rubberstamp fell.\", \"No rubberstamp fell.\"]\n";
    let done = check(&format!("{GOOD}{hidden}"), &[], &[]);
    assert_eq!(done.code, 1, "{}", done.out);
    assert!(
        done.out
            .contains("it can never fire: all its frames stand in accept.rubberstamp (p)"),
        "{}",
        done.out
    );
    // A rule that names the nouns it takes goes before one that does not: nothing is hidden.
    let narrow = hidden.replace("frames =", "heads = [\"it\"]\nframes =");
    let done = check(&format!("{GOOD}{narrow}"), &[], &[]);
    assert!(!done.out.contains("can never fire"), "{}", done.out);
}

#[test]
fn coverage_counts_and_lists_unknown_words() {
    let text =
        "Chad rubberstamped the accord. Mali rubberstamped both.\n\nNiger zigzagged to keep the wells. Niger zigzagged on tariffs.\n";
    let done = check(
        GOOD,
        &[("texts/a.txt", text.as_bytes())],
        &["--over", "texts", "--coverage", "--format", "json"],
    );
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    let told: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
    let fired = &told["over"]["rules"][0];
    assert_eq!((&fired["records"], &fired["alone"]), (&2.into(), &2.into()), "{fired}");
    assert_eq!(fired["example"], "[speaker Chad] [cue rubberstamped] [content the accord].");
    let unknown = told["over"]["unknown"].as_array().expect("a list");
    let word = unknown
        .iter()
        .find(|one| one["word"] == "zigzag" || one["word"] == "zigzagged")
        .expect("the word");
    assert_eq!(
        (&word["to"], &word["on"], &word["that"]),
        (&1.into(), &1.into(), &0.into()),
        "{word}"
    );
    let done = check(GOOD, &[("texts/a.txt", text.as_bytes())], &["--over", "texts", "--coverage"]);
    assert!(
        done.out.contains("zigzag") && done.out.contains("1 of 1 rule fired in 1 document"),
        "{}",
        done.out
    );
    // Against whom: another rule's frame fits the same verb.
    let rival = format!("{GOOD}\n[[rule]]\nid = \"accept.accord\"\nframes = [\"rubberstamp <content:noun>\"]\nheads = [\"accord\"]\n");
    let done = check(&rival, &[("a.txt", text.as_bytes())], &["--over", "a.txt", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
    let fired = &told["over"]["rules"][1];
    assert_eq!((&fired["records"], &fired["alone"]), (&1.into(), &0.into()), "{fired}");
    assert_eq!(fired["against"]["accept.rubberstamp"], 1, "{fired}");
}

#[test]
fn a_rule_that_never_fires_in_a_corpus_is_at_fault() {
    let quiet = [("texts/a.txt", "Chad and Mali agreed to talk.\n".as_bytes())];
    let done = check(GOOD, &quiet, &["--over", "texts"]);
    assert_eq!(done.code, 1, "{}", done.out);
    assert!(
        done.out.contains("it never fired in 1 document") && done.out.contains("never: accept.rubberstamp"),
        "{}",
        done.out
    );
    let done = check(GOOD, &[], &["--over", "missing"]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert_eq!(check(GOOD, &[], &["--coverage"]).code, 2);
}

#[test]
fn a_pack_that_cannot_be_read_is_not_tried() {
    let done = check("act = \"agre\"\n[[rule]]\nid = \"x\"\nframes = [\"agree <contnet>\"]\n", &[], &[]);
    assert_eq!((done.code, done.out.as_str()), (2, ""));
    for part in ["p.toml:1:7", "p.toml:4:18", "did you mean \"agree\"?", "nothing was tried"] {
        assert!(done.err.contains(part), "{part}:\n{}", done.err);
    }
    let here = folder(&[]);
    assert_eq!(demarche(here.path(), &["rules", "check", "none.toml"]).code, 3);
    assert_eq!(demarche(here.path(), &["rules", "check", "--no-builtin"]).code, 2);
}

#[test]
fn the_built_in_rules_are_checked_honestly() {
    let done = demarche(Path::new("."), &["rules", "check", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
    let rules = told["rules"].as_array().expect("a list");
    assert!(rules.len() > 100, "{}", rules.len());
    let wrong: usize = rules
        .iter()
        .flat_map(|rule| rule["examples"].as_array().expect("a list"))
        .map(|example| example["wrong"].as_array().map_or(0, Vec::len))
        .sum();
    let listed = fs::read_to_string(tree("tests/known/rules.toml")).expect("the list");
    assert_eq!(wrong, listed.matches("{ rule = ").count(), "as many misses as are listed as known");
    assert_eq!(done.code, i32::from(wrong > 0), "{}", done.err);
}

#[test]
fn rules_are_listed() {
    let here = folder(&[("p.toml", GOOD.as_bytes())]);
    let run = |args: &[&str]| demarche(here.path(), &[&["rules", "list"], args].concat());
    let done = run(&[]);
    assert!(
        done.code == 0 && done.out.contains("agree.to") && done.out.contains("urge.to"),
        "{}",
        done.out
    );
    let done = run(&["--rules", "p.toml", "--no-builtin"]);
    let lines: Vec<&str> = done.out.lines().collect();
    assert_eq!(lines[0], "accept  commissive");
    assert_eq!(lines[1], "  accept.rubberstamp  rubberstamp <content:noun>  (p 0)");
    let done = run(&["--act", "urge", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
    let rules = told.as_array().expect("a list");
    assert!(rules.len() > 1 && rules.iter().all(|rule| rule["act"] == "urge"));
    let done = run(&["--act", "urg"]);
    assert!(done.code == 2 && done.err.contains("urge"), "{}", done.err);
}

#[test]
fn a_rule_is_shown_as_a_page() {
    let here = folder(&[("p.toml", GOOD.as_bytes())]);
    let run = |args: &[&str]| demarche(here.path(), &[&["rules", "show"], args].concat());
    let done = run(&["agree.to"]);
    assert_eq!(done.code, 0, "{}", done.err);
    for part in [
        "rules/acts/agree.toml:",
        "\nFINDS\n",
        "Agreed to, on, that or with",
        "force commissive",
        "\nFRAMES\n",
        "agree to <content:verb>",
        "\nLEAVES TO\n",
        "\nEXAMPLES\n",
        "fires  [speaker ",
        "quiet  ",
        "\nIN THE GOLDEN ARTICLES\n",
        "ministers-rio",
    ] {
        assert!(done.out.contains(part), "{part}:\n{}", done.out);
    }
    let done = run(&["accept.rubberstamp", "--rules", "p.toml", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
    assert_eq!((&told[0]["line"], &told[0]["golden"]), (&5.into(), &serde_json::json!([])));
    let done = run(&["agree.too"]);
    assert!(done.code == 2 && done.err.contains("did you mean agree.to?"), "{}", done.err);
}

#[test]
fn the_skeleton_passes_and_nothing_is_written_over() {
    let here = folder(&[]);
    let done = demarche(here.path(), &["rules", "new", "trade deals.toml"]);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    let written = fs::read_to_string(here.path().join("trade deals.toml")).expect("written");
    assert!(written.contains("pack = \"trade-deals\""), "{written}");
    let done = demarche(here.path(), &["rules", "check", "trade deals.toml"]);
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    // What is commented out can be taken in as it stands.
    let all: String = written
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest) if rest.starts_with("[[") || rest.contains(" = ") && !rest.starts_with("What") => format!("{rest}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    assert!(all.contains("\n[[office]]"), "{all}");
    fs::write(here.path().join("all.toml"), all.replace("\nAlso: in =", "\n# Also: in =")).expect("written");
    let done = demarche(here.path(), &["rules", "check", "all.toml"]);
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    let done = demarche(here.path(), &["rules", "new", "trade deals.toml"]);
    assert!(done.code == 2 && done.err.contains("is there already"), "{}", done.err);
    assert_eq!(fs::read_to_string(here.path().join("trade deals.toml")).expect("there"), written);
    let done = demarche(here.path(), &["rules", "new"]);
    assert!(done.out.contains("pack = \"mine\""), "{}", done.out);
    assert_eq!(demarche(here.path(), &["rules", "new", "no/such/folder.toml"]).code, 3);
}

#[test]
fn the_worked_pack_passes_and_finds_what_its_page_says() {
    let root = tree("");
    let done = demarche(
        &root,
        &["rules", "check", "examples/climate.toml", "--over", "examples/climate.txt"],
    );
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    let done = demarche(
        &root,
        &[
            "extract",
            "examples/climate.txt",
            "--rules",
            "examples/climate.toml",
            "--date",
            "2025-06-10",
            "--format",
            "jsonl",
        ],
    );
    let records: Vec<serde_json::Value> = done.out.lines().map(|line| serde_json::from_str(line).expect("a record")).collect();
    let told = |record: &serde_json::Value| {
        let code = record["speakers"][0]["entities"][0]["code"].as_str().unwrap_or("-").to_string();
        format!(
            "{code} {} {}",
            record["act"].as_str().unwrap_or("-"),
            record["cue"]["text"].as_str().unwrap_or("-")
        )
    };
    let own: Vec<String> = records
        .iter()
        .filter(|record| record["rule"]["pack"] == "climate")
        .map(told)
        .collect();
    assert_eq!(
        own,
        [
            "HAC x-climate-target set a goal of",
            "DNK x-climate-finance pledged",
            "DNK x-climate-phase-out greenlit the phase-out of",
            "DNK x-climate-finance have ringfenced",
            "KEN x-climate-phase-out will phase out",
        ]
    );
}

/// The page leads from nothing to a tested pack: its commands give what it shows, and its pack is the one that is shown.
#[test]
fn the_page_on_writing_rules_is_true() {
    let page = fs::read_to_string(tree("docs/writing-rules.md")).expect("the page");
    let block = |language: &str| -> Vec<&str> {
        let fence = format!("```{language}\n");
        page.match_indices(&fence)
            .map(|(at, _)| page[at + fence.len()..].split("```").next().unwrap_or(""))
            .collect()
    };
    let packs = block("toml");
    let texts = block("text");
    assert!(packs.len() >= 3 && texts.len() == 1, "{} packs, {} texts", packs.len(), texts.len());
    let mut steps = 0;
    for (console, pack) in block("console").iter().zip(&packs) {
        let here = folder(&[("reef.toml", pack.as_bytes()), ("news.txt", texts[0].as_bytes())]);
        for command in console.split("$ demarche ").skip(1) {
            let (line, shown) = command.split_once('\n').expect("a command and its output");
            let args: Vec<&str> = line.split_whitespace().collect();
            let done = demarche(here.path(), &args);
            let told = if done.out.is_empty() { &done.err } else { &done.out };
            let told: Vec<&str> = told.trim_end().lines().map(str::trim_end).collect();
            assert_eq!(told.join("\n"), shown.trim_end(), "demarche {line}");
            steps += 1;
        }
    }
    assert!(steps >= 4, "{steps} commands");
}
