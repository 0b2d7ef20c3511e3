//! The built-in data: tables sorted, without doubles, complete; rules with their examples; codes that exist.

use crate::marked::Marked;
use crate::texts::tree;
use demarche::extract::{Extractor, Options};
use demarche::rules::Rule;
use demarche::statement::Act;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The tables: file, columns, how many of the first ones name a row.
const TABLES: [(&str, &[&str], usize); 8] = [
    ("gazetteer/blocked.tsv", &["phrase", "note"], 1),
    ("gazetteer/media.tsv", &["name"], 1),
    ("gazetteer/offices.tsv", &["phrase", "class", "scope"], 1),
    (
        "gazetteer/organisations.tsv",
        &["code", "name", "kind", "names", "members", "seats"],
        1,
    ),
    ("gazetteer/organs.tsv", &["phrase", "code", "also", "note"], 1),
    ("gazetteer/people.tsv", &["name", "short", "code", "role", "from", "to"], 5),
    (
        "gazetteer/states.tsv",
        &["code", "name", "names", "adjectives", "seats", "from", "to"],
        1,
    ),
    ("lexicon/verbs.tsv", &["lemma", "past", "participle", "also"], 1),
];

/// Codes of states that ISO 3166-1 does not have, or has no more; Kosovo's is reserved for users, North Vietnam's was withdrawn.
const OTHER_CODES: [&str; 8] = ["CSK", "DDR", "SCG", "SUN", "VDR", "XKX", "YMD", "YUG"];

/// Fewest rows that a table can hold and be itself: states and organisations alone are more.
const FEWEST: usize = 200;

fn rows(table: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(tree("rules").join(table)).unwrap_or_else(|error| panic!("{table}: {error}"));
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').map(String::from).collect()).collect()
}

#[test]
fn every_table_is_checked() {
    let mut found = BTreeSet::new();
    for folder in ["gazetteer", "lexicon"] {
        for entry in fs::read_dir(tree("rules").join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.ends_with(".tsv") {
                found.insert(format!("{folder}/{name}"));
            }
        }
    }
    let listed: BTreeSet<String> = TABLES.iter().map(|(table, ..)| table.to_string()).collect();
    assert_eq!(found, listed);
}

#[test]
fn tables_are_sorted_and_whole() {
    for (table, columns, key) in TABLES {
        let rows = rows(table);
        assert_eq!(rows[0], columns, "{table}");
        let rows = &rows[1..];
        assert!(rows.len() >= FEWEST, "{table} holds {} rows", rows.len());
        for row in rows {
            assert_eq!(row.len(), columns.len(), "{table}: {row:?}");
            assert!(!row[0].is_empty() && row.iter().all(|cell| cell.trim() == cell), "{table}: {row:?}");
            // A trailing or doubled `;` is an empty name.
            let lists = row
                .iter()
                .zip(columns)
                .filter(|(cell, column)| cell.contains(';') && **column != "note")
                .map(|(cell, _)| cell);
            lists.for_each(|list| {
                assert!(
                    list.split(';').all(|item| !item.is_empty() && item.trim() == item),
                    "{table}: {list:?}"
                )
            });
        }
        for pair in rows.windows(2) {
            assert!(pair[0][0] <= pair[1][0], "{table}: {:?} stands before {:?}", pair[0][0], pair[1][0]);
        }
        let keys: Vec<&[String]> = rows.iter().map(|row| &row[..key]).collect();
        let doubles: Vec<_> = keys
            .iter()
            .filter(|key| keys.iter().filter(|other| other == key).count() > 1)
            .collect();
        assert!(doubles.is_empty(), "{table}: twice: {doubles:?}");
    }
}

#[test]
fn codes_of_states_are_those_of_iso_3166() {
    let mut others = Vec::new();
    for row in &rows("gazetteer/states.tsv")[1..] {
        let code = row[0].as_str();
        let one = keshvar::Alpha3::try_from(code).is_ok();
        let two = rust_iso3166::from_alpha3(code).is_some();
        match (one, two) {
            (true, true) => {}
            (false, false) => others.push(code.to_string()),
            _ => panic!("{code}: keshvar says {one}, rust_iso3166 {two}"),
        }
    }
    assert_eq!(others, OTHER_CODES, "codes that neither list has");
}

#[test]
fn codes_of_people_members_and_organs_are_in_their_tables() {
    let states: BTreeSet<String> = rows("gazetteer/states.tsv")[1..].iter().map(|row| row[0].clone()).collect();
    let organisations = rows("gazetteer/organisations.tsv");
    let all: BTreeSet<&String> = states.iter().chain(organisations[1..].iter().map(|row| &row[0])).collect();
    let known = |code: &str| all.contains(&code.to_string());
    for row in &organisations[1..] {
        let members: Vec<&str> = row[4].split(';').filter(|code| !known(code) && !code.is_empty()).collect();
        assert!(members.is_empty(), "{}: {members:?}", row[0]);
        assert!(!states.contains(&row[0]), "{} is a state and an organisation", row[0]);
    }
    for (table, column) in [("gazetteer/people.tsv", 2), ("gazetteer/organs.tsv", 1)] {
        for row in &rows(table)[1..] {
            assert!(known(&row[column]), "{table}: {row:?}");
        }
    }
    for row in &rows("gazetteer/organs.tsv")[1..] {
        let strange: Vec<&str> = row[2]
            .split(';')
            .filter(|code| !code.is_empty() && (!known(code) || *code == row[1]))
            .collect();
        assert!(strange.is_empty(), "{}: {strange:?}", row[0]);
    }
}

#[test]
fn dates_of_people_and_states_are_dates_in_order() {
    for (table, from) in [("gazetteer/people.tsv", 4), ("gazetteer/states.tsv", 5)] {
        for row in &rows(table)[1..] {
            let date = |cell: &str| -> Option<jiff::civil::Date> {
                let whole = if cell.len() == 7 { format!("{cell}-01") } else { cell.to_string() };
                (!cell.is_empty()).then(|| whole.parse().unwrap_or_else(|error| panic!("{table}: {row:?}: {error}")))
            };
            let (from, to) = (date(&row[from]), date(&row[from + 1]));
            if let (Some(from), Some(to)) = (from, to) {
                assert!(from <= to, "{table}: {row:?}");
            }
        }
    }
}

/// Strings of all arrays of a TOML value, by the path of the array.
fn arrays(value: &toml::Value, path: &str, found: &mut BTreeMap<String, Vec<String>>) {
    match value {
        toml::Value::Table(table) => table
            .iter()
            .for_each(|(name, value)| arrays(value, &format!("{path}.{name}"), found)),
        toml::Value::Array(array) => {
            let words = array.iter().filter_map(|item| item.as_str().map(String::from)).collect::<Vec<_>>();
            if words.len() == array.len() {
                found.insert(path.to_string(), words);
            } else {
                array
                    .iter()
                    .enumerate()
                    .for_each(|(number, item)| arrays(item, &format!("{path}.{number}"), found));
            }
        }
        _ => {}
    }
}

#[test]
fn lists_of_the_lexicon_are_sorted_without_doubles() {
    let mut lists = BTreeMap::new();
    for file in ["closed.toml", "degree.toml", "hedges.toml"] {
        let text = fs::read_to_string(tree("rules/lexicon").join(file)).unwrap();
        arrays(&toml::from_str(&text).unwrap(), file, &mut lists);
    }
    let words = fs::read_to_string(tree("rules/lexicon/words.txt")).unwrap();
    lists.insert(
        "words.txt".to_string(),
        words.lines().filter(|line| !line.starts_with('#')).map(String::from).collect(),
    );
    assert!(lists.len() >= 40, "{} lists", lists.len());
    for (list, words) in lists {
        assert!(!words.is_empty(), "{list} is empty");
        let unique: BTreeSet<&String> = words.iter().collect();
        assert_eq!(unique.len(), words.len(), "{list} has doubles");
        // Weekdays and months stand in their own order.
        if !list.ends_with(".weekdays") && !list.ends_with(".months") {
            let unsorted = words.windows(2).find(|pair| pair[0] > pair[1]);
            assert_eq!(unsorted, None, "{list} is not sorted");
        }
        let bad = words
            .iter()
            .find(|word| word.trim() != word.as_str() || word.is_empty() || word.to_lowercase() != **word);
        assert!(bad.is_none() || list == "words.txt", "{list}: {bad:?}");
    }
}

fn rules() -> Vec<Rule> {
    Extractor::builtin(Options::default()).rules().rules.clone()
}

#[test]
fn every_act_has_a_rule_and_every_rule_its_name_and_examples() {
    let rules = rules();
    let acts: BTreeSet<Act> = rules.iter().map(|rule| rule.act).collect();
    let without: Vec<&Act> = Act::ALL.iter().filter(|act| !acts.contains(act)).collect();
    assert!(without.is_empty(), "acts without a rule: {without:?}");
    let mut ids = BTreeSet::new();
    for rule in &rules {
        let (id, file) = (&rule.id, &rule.file);
        assert!(ids.insert(id), "{id} is the name of two rules");
        let special = id.strip_prefix(rule.act.as_str()).and_then(|rest| rest.strip_prefix('.'));
        let plain = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        assert!(
            special.is_some_and(plain),
            "{file}: {id} is not `{}.` and a name in kebab case",
            rule.act
        );
        assert!(
            rule.fires.len() >= 2 && rule.quiet.len() >= 2,
            "{file}: {id} has {} examples that fire and {} that are quiet",
            rule.fires.len(),
            rule.quiet.len()
        );
        assert!(!rule.frames.is_empty(), "{file}: {id} has no frame");
    }
}

#[test]
fn examples_are_marked() {
    for rule in rules() {
        let id = &rule.id;
        for example in &rule.fires {
            let marked = Marked::parse(example).unwrap_or_else(|error| panic!("{id}: {example:?}: {error}"));
            assert_eq!(marked.words("cue").len(), 1, "{id}: {example:?} marks one cue");
        }
        for example in &rule.quiet {
            assert!(!example.contains(['[', ']']), "{id}: {example:?} is quiet and has marks");
        }
        let sentences: BTreeSet<&String> = rule.fires.iter().chain(&rule.quiet).collect();
        assert_eq!(sentences.len(), rule.fires.len() + rule.quiet.len(), "{id} has an example twice");
    }
}

/// Words of frames that say nothing about an act.
const SMALL: &[&str] = &[
    "a", "about", "an", "and", "as", "at", "be", "by", "for", "from", "have", "in", "into", "it", "its", "itself", "make", "of", "on",
    "out", "over", "that", "the", "their", "to", "toward", "towards", "under", "up", "upon", "with", "no", "not", "take", "give", "put",
];

/// The words of the frames that make their cues.
fn cue_words(rule: &Rule) -> BTreeSet<String> {
    let mut words: BTreeSet<String> = rule.heads.iter().chain(&rule.subjects).cloned().collect();
    for frame in &rule.frames {
        let mut depth = 0;
        let bare: String = frame
            .chars()
            .map(|c| {
                depth += i32::from(c == '<' || c == '{') - i32::from(c == '>' || c == '}');
                if depth > 0 || "<>{}()|".contains(c) { ' ' } else { c }
            })
            .collect();
        words.extend(bare.split_whitespace().filter(|word| !SMALL.contains(word)).map(String::from));
        // A frame of nothing but small words ("put forward" apart) has only these.
        words.extend(
            frame
                .split([' ', '|'])
                .next()
                .filter(|word| rule.frames.len() == 1 || !SMALL.contains(word))
                .map(String::from),
        );
    }
    words
}

/// What all forms of `word` begin with, and its irregular forms.
fn forms(word: &str, irregular: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let stem = match word
        .strip_suffix("ie")
        .or_else(|| word.strip_suffix("ed"))
        .or_else(|| word.strip_suffix(['e', 'y']))
    {
        Some(stem) if stem.len() >= 3 => stem,
        _ => word,
    };
    let mut forms = vec![stem.to_string()];
    forms.extend(irregular.get(word).into_iter().flatten().cloned());
    forms
}

/// A quiet example without the rule's word tests nothing.
#[test]
fn quiet_examples_hold_a_word_of_their_rule() {
    let mut irregular: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in &rows("lexicon/verbs.tsv")[1..] {
        let forms = row[1].split(';').chain(row[2].split(';')).filter(|form| !form.is_empty());
        irregular.insert(row[0].clone(), forms.map(String::from).collect());
    }
    let mut without = Vec::new();
    for rule in rules() {
        let stems: Vec<String> = cue_words(&rule).iter().flat_map(|word| forms(word, &irregular)).collect();
        for example in &rule.quiet {
            let example_words = example.to_lowercase();
            let mut words = example_words.split(|c: char| !c.is_alphabetic());
            if !words.any(|word| stems.iter().any(|stem| word.starts_with(stem.as_str()))) {
                without.push(format!("{}: {example:?}", rule.id));
            }
        }
    }
    assert!(
        without.is_empty(),
        "no form of a word of the rule's frames:\n{}",
        without.join("\n")
    );
}
