//! `demarche explain`: does it tell what was done, all of it, and nothing else?

use crate::golden_file::Golden;
use crate::program::{demarche, folder, piped};
use crate::{snapshots, texts};
use demarche::explain::text::Drawing;
use demarche::explain::{Cue, Explanation, Fit, Outcome, Reason, explain};
use std::collections::BTreeMap;

fn explained(text: &str) -> Explanation {
    explain(texts::extractor(), &texts::plain(text)).1
}

fn cues(explanation: &Explanation) -> impl Iterator<Item = &Cue> {
    explanation.sentences.iter().flat_map(|s| &s.cues)
}

/// The cue with these words.
fn cue<'e>(explanation: &'e Explanation, words: &str) -> &'e Cue {
    let found: Vec<&Cue> = cues(explanation).filter(|c| c.words.text == words).collect();
    let all: Vec<&str> = cues(explanation).map(|c| c.words.text.as_str()).collect();
    assert_eq!(found.len(), 1, "{words:?} among {all:?}");
    found[0]
}

#[test]
fn what_it_says_was_kept_is_what_extract_gives() {
    for name in texts::goldens() {
        let golden = Golden::load(&name);
        let (extraction, explanation) = explain(texts::extractor(), &golden.document);
        assert_eq!(
            extraction,
            texts::extractor().extract(&golden.document),
            "{name}: looking on changes the records"
        );
        let mut kept: Vec<&str> = cues(&explanation)
            .filter_map(|cue| match &cue.outcome {
                Outcome::Statement(id) => Some(id.as_str()),
                Outcome::LeftOut(_) => None,
            })
            .collect();
        let mut wanted: Vec<&str> = extraction.statements.iter().map(|s| s.id.as_str()).collect();
        kept.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(kept, wanted, "{name}");
        assert!(!explanation.sentences.is_empty(), "{name}");
    }
}

#[test]
fn each_record_has_the_rule_that_won_and_the_cue_of_the_record() {
    for name in texts::goldens() {
        let golden = Golden::load(&name);
        let (extraction, explanation) = explain(texts::extractor(), &golden.document);
        for statement in &extraction.statements {
            let cue = cues(&explanation).find(|c| c.outcome == Outcome::Statement(statement.id.clone()));
            let cue = cue.unwrap_or_else(|| panic!("{name}: {} is not told", statement.id));
            assert_eq!(
                (&cue.words.text, cue.words.span),
                (&statement.cue.text, statement.cue.span),
                "{name}"
            );
            let won: Vec<&str> = cue.rules.iter().filter(|r| r.result == Fit::Won).map(|r| r.rule.as_str()).collect();
            assert_eq!(won, [statement.rule.id.as_str()], "{name}: {:?}", cue.words.text);
            let found = cue.found.as_ref().unwrap();
            assert_eq!((found.status, found.negated), (Some(statement.status), statement.negated));
            let codes: Vec<&str> = statement
                .speakers
                .iter()
                .flat_map(|p| &p.entities)
                .map(|e| e.code.as_str())
                .collect();
            assert_eq!(
                found.speaker.as_ref().map(|s| s.codes.iter().map(String::as_str).collect()),
                Some(codes),
                "{name}"
            );
        }
    }
}

#[test]
fn spans_are_places_in_the_text() {
    for name in texts::goldens() {
        let golden = Golden::load(&name);
        let chars: Vec<char> = golden.document.text.chars().collect();
        let slice = |span: demarche::span::Span| chars[span.start as usize..span.end as usize].iter().collect::<String>();
        let (_, explanation) = explain(texts::extractor(), &golden.document);
        for sentence in &explanation.sentences {
            assert_eq!(slice(sentence.sentence.span), sentence.sentence.text, "{name}");
            for token in &sentence.tokens {
                assert_eq!(slice(token.words.span), token.words.text, "{name}");
            }
            for told in sentence
                .cues
                .iter()
                .filter_map(|c| c.found.as_ref()?.speaker.as_ref()?.told.as_ref())
            {
                assert_eq!(slice(told.span), told.text, "{name}");
            }
        }
    }
}

/// Each reason with a text of our own in which it is the reason; a new reason needs a new line here.
const REASONS: &[(&str, &str)] = &[
    ("no_frame", "Norway agreed in Lima."),
    ("relative_clause", "Peru stopped the raid, which Chile welcomed."),
    ("inside_noun_phrase", "Peru welcomed the treaty signed in May."),
    ("past_participle", "Peru, pressed by Chile to act, signed the treaty."),
    ("gerund", "Peru abstained from condemning the raid."),
    ("infinitive", "Peru agreed to condemn the raid."),
    ("content_of_no_report", "Peru denied that it had agreed to the treaty."),
    ("joined_to_content", "Peru agreed to condemn the raid and to urge restraint."),
    ("comparison_or_result", "Peru closed the port where Norway welcomed the ships."),
    ("irrealis", "Peru may say that the port is closed."),
    ("intending", "Norway held an election, intending to sign the treaty."),
    ("no_promise", "\"They will leave the port,\" the Peruvian minister said."),
    ("anybody", "It was said that the port is closed."),
    ("no_subject", "Condemned the raid in Lima."),
    ("subject_is_no_party", "The visit of Norway's king reaffirmed the pact."),
    ("according_to", "According to Peru, Norway agreed to reopen the port."),
    ("overlap_1_infinitive", "Peru plans to sign the treaty."),
    (
        "overlap_1_quoted_act",
        "According to the Peruvian foreign ministry, \"We condemn the raid on the port.\"",
    ),
    ("overlap_2_out_of_scope", "Analysts said that the deal is weak."),
    ("overlap_2_unknown_speaker", "Somebody agreed to reopen the port."),
    (
        "furniture",
        "Peru closed its ports on Monday after a long strike.\n\nCopyright 2024 Example Press. All rights reserved. The owner agreed.",
    ),
    (
        "heading",
        "Peru closed its ports on Monday after a long strike of the dockers.\n\nWhat Norway agreed\n\nThe ports stay closed until the dockers come back, the ministry said on Monday.",
    ),
    (
        "list_item",
        "Joint Statement of Norway and Peru\n\nWe commit to:\n- reopen the port that we closed and agreed about;\n- and keep it open.",
    ),
    ("brackets", "Peru closed the port (Chile agreed to it)."),
    ("not_a_verb", "The pledge remains."),
];

/// Reasons that no text brings about, and why.
const NEVER: &[(&str, &str)] = &[
    (
        "no_words",
        "every match has a cue, and every cue has words; the walk asks all the same",
    ),
    (
        "no_reporting_rule",
        "each verb that the grammar lets report has a rule that takes a clause or a quotation; a pack could have one without",
    ),
    (
        "overlap_3_inside_cue",
        "no two built-in frames lay their cues into each other; packs of users may",
    ),
    ("transcript", "needs a long page; golden/news-page has one"),
];

#[test]
fn every_reason_is_brought_about_by_a_sentence() {
    let mut told: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (reason, text) in REASONS {
        let explanation = explained(text);
        let reasons = cues(&explanation).filter_map(|c| match &c.outcome {
            Outcome::LeftOut(left) => Some(left.reason.as_str().to_string()),
            Outcome::Statement(_) => None,
        });
        told.insert(reason, reasons.collect());
    }
    let wrong: Vec<_> = told.iter().filter(|(reason, found)| !found.iter().any(|f| f == *reason)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let listed = REASONS.iter().map(|r| r.0).chain(NEVER.iter().map(|n| n.0));
    let (mut listed, mut all): (Vec<&str>, Vec<&str>) = (listed.collect(), Reason::all().map(Reason::as_str).collect());
    listed.sort_unstable();
    all.sort_unstable();
    assert_eq!(listed, all, "the tables of this test against the reasons");
}

#[test]
fn reasons_have_words_of_their_own() {
    let mut words: Vec<&str> = Reason::all().map(Reason::why).collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), Reason::all().count());
}

#[test]
fn a_stopped_frame_says_what_it_expected_and_what_it_found() {
    for (text, words, frame, why) in [
        (
            "Norway agreed, Peru left.",
            "agreed",
            "agree to <content:verb>",
            "expected a to-infinitive, found the end of its reach at a comma",
        ),
        (
            "Norway urged restraint.",
            "urged",
            "urge <addressee> to <content:verb>",
            "expected a party and then a to-infinitive, found \"restraint\"",
        ),
        (
            "Norway agreed on a deal.",
            "agreed on",
            "agree <content:quote>",
            "expected a quotation, found \"on\"",
        ),
    ] {
        let explanation = explained(text);
        let cue = cues(&explanation)
            .find(|c| c.words.text == words)
            .unwrap_or_else(|| panic!("{text}"));
        let tried: Vec<_> = cue.rules.iter().filter(|r| r.frame == frame).collect();
        assert!(
            !tried.is_empty() && tried.iter().all(|t| t.result == Fit::Stopped),
            "{text}: {:#?}",
            cue.rules
        );
        assert!(tried.iter().any(|t| t.why == why), "{text}: {tried:#?}");
    }
}

#[test]
fn the_words_that_told_a_speaker_are_named() {
    let explanation = explained("Norway's foreign minister Kari Lund met her Peruvian counterpart in Lima. She agreed to reopen the port.");
    let she = cue(&explanation, "agreed to").found.as_ref().unwrap().speaker.as_ref().unwrap();
    assert_eq!((she.way, she.codes.as_slice()), ("last_person", &["NOR".to_string()][..]));
    assert!(she.told.as_ref().is_some_and(|t| t.text.contains("Kari Lund")), "{she:?}");
    let explanation = explained("Norway and Peru met in Lima. They urged Chile to join.");
    let they = cue(&explanation, "urged").found.as_ref().unwrap().speaker.as_ref().unwrap();
    assert_eq!(they.words.as_ref().unwrap().text, "They");
    assert_eq!(they.told.as_ref().map(|t| t.text.as_str()), Some("Norway and Peru"));
}

#[test]
fn the_drawing_is_read_by_eye() {
    for (snapshot, golden, words) in [
        ("explain__advisors-kirby", "advisors-kirby", "also agreed"),
        ("explain__resolution", "resolution", "Calls upon"),
    ] {
        let golden = Golden::load(golden);
        let (_, explanation) = explain(texts::extractor(), &golden.document);
        let mut drawn = Vec::new();
        let found = explanation.sentences.iter().find(|s| s.sentence.text.contains(words));
        found
            .into_iter()
            .for_each(|s| Drawing::new(&mut drawn, false).sentence(&explanation, s).unwrap());
        let drawn = String::from_utf8(drawn).unwrap();
        assert!(!drawn.is_empty(), "{words:?} is nowhere in {}", golden.name);
        snapshots::compare(snapshot, &drawn);
    }
}

#[test]
fn colours_switch_off() {
    let here = folder(&[("a.txt", b"Norway agreed to reopen the port.\n")]);
    let plain = demarche(here.path(), &["explain", "a.txt"]);
    assert_eq!(plain.code, 0, "{}", plain.err);
    assert!(!plain.out.contains('\u{1b}'));
    let coloured = demarche(here.path(), &["--color", "always", "explain", "a.txt"]);
    assert!(coloured.out.contains("\u{1b}["));
    let stripped = anstream::adapter::strip_str(&coloured.out).to_string();
    assert_eq!(stripped, plain.out, "colours move nothing");
}

#[test]
fn places_and_words_choose_sentences() {
    let here = folder(&[(
        "a.txt",
        "Zürich slept. Norway agreed to\nreopen the port.  \n\nPeru left.\n".as_bytes(),
    )]);
    let all = demarche(here.path(), &["explain", "a.txt"]);
    assert_eq!(all.out.matches("sentence ").count(), 3, "{}", all.out);
    let at = demarche(here.path(), &["explain", "a.txt", "--at", "14"]);
    assert!(at.out.contains("sentence 2 of 3") && !at.out.contains("sentence 1"), "{}", at.out);
    let holding = demarche(here.path(), &["explain", "a.txt", "--match", "AGREED to  reopen"]);
    assert_eq!(holding.out, at.out, "case and white space do not matter");
}

#[test]
fn wrong_places_are_told() {
    let here = folder(&[("a.txt", b"Norway agreed.\n\nPeru left.\n"), ("b.txt", b"Chile slept.\n")]);
    for (args, words) in [
        (&["explain", "a.txt", "--at", "99"][..], "27 characters"),
        (&["explain", "a.txt", "--at", "15"], "0 to 14"),
        (&["explain", "a.txt", "--at", "-1"], "'-1'"),
        (&["explain", "a.txt", "b.txt", "--at", "1"], "one document"),
        (&["explain", "a.txt", "--match", "nowhere"], "no sentence holds"),
        (&["explain", "a.txt", "--match", "x", "--at", "1"], "--match"),
        (&["explain"], "PATH"),
    ] {
        let done = demarche(here.path(), args);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}: {}", done.err);
        assert!(done.err.contains(words), "{args:?}: {}", done.err);
    }
    let done = demarche(here.path(), &["explain", "nothing.txt"]);
    assert_eq!(done.code, 3, "{}", done.err);
}

#[test]
fn json_holds_it_all() {
    let here = folder(&[("a.txt", b"Norway agreed to reopen the port.\n"), ("b.txt", b"Chile slept.\n")]);
    let one = demarche(here.path(), &["explain", "a.txt", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&one.out).unwrap();
    let cue = &value["sentences"][0]["cues"][0];
    assert_eq!(cue["words"]["text"], "agreed to");
    assert!(cue["statement"].is_string(), "{cue}");
    assert_eq!(cue["rules"][0]["result"], "won");
    let many = demarche(here.path(), &["explain", ".", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&many.out).unwrap();
    assert_eq!(value.as_array().map(Vec::len), Some(2));
}

#[test]
fn left_out_sentences_come_in_every_format() {
    let text = b"Norway agreed to reopen the port. Analysts said that the deal is weak. Chile slept.\n";
    let here = folder(&[("a.txt", text)]);
    let lines = demarche(here.path(), &["extract", "a.txt", "--left-out"]);
    assert_eq!(lines.code, 0, "{}", lines.err);
    let lines: Vec<serde_json::Value> = lines.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(lines[0]["document"], "a");
    assert_eq!(lines[0]["sentence"]["text"], "Analysts said that the deal is weak.");
    assert_eq!(lines[0]["left_out"][0]["reason"], "overlap_2_out_of_scope");
    assert_eq!(lines[0]["left_out"][0]["rule"], "say.say");
    let nearest = piped(
        here.path(),
        &["extract", "--left-out", "--format", "text"],
        "Norway agreed, Peru left.",
    );
    assert!(nearest.out.contains("no frame of any rule fits: expected "), "{}", nearest.out);
    let json = demarche(here.path(), &["extract", "a.txt", "--left-out", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(value.as_array().unwrap(), &lines);
    let table = demarche(here.path(), &["extract", "a.txt", "--left-out", "--format", "csv"]);
    assert_eq!(table.out.lines().count(), 2, "{}", table.out);
    let text = demarche(here.path(), &["extract", "a.txt", "--left-out", "--format", "text"]);
    assert!(text.out.contains("out of scope"), "{}", text.out);
    let everyone = demarche(here.path(), &["extract", "a.txt", "--left-out", "--scope", "all"]);
    assert_eq!(everyone.out, "", "with every speaker kept nothing is left out");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn no_text_makes_it_panic(text in "(Peru|Norway|agreed|to|said|\"|“|”|,|\\.|\\(|\\)|urged|will|é|\n| ){0,40}") {
        let (extraction, explanation) = explain(texts::extractor(), &texts::plain(&text));
        let kept = cues(&explanation).filter(|c| !c.is_left()).count();
        proptest::prop_assert_eq!(kept, extraction.statements.len());
        let mut drawing = Drawing::new(Vec::new(), true);
        for sentence in &explanation.sentences {
            drawing.sentence(&explanation, sentence).unwrap();
        }
    }
}

#[test]
fn a_team_is_told_to_be_one() {
    let told = explained("The players and the coach of Norway lost the match. Fans left. Norway blamed the referee.");
    let json = serde_json::to_string(&told).expect("JSON");
    assert!(json.contains("\"team\""), "{json}");
    let state = serde_json::to_string(&explained("Norway blamed the referee.")).expect("JSON");
    assert!(!state.contains("\"team\""), "{state}");
}
