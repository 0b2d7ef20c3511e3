//! Known misses: `tests/known/*.toml`, what the program gets wrong today, each with its reason.
//!
//! Owns: the form of these lists and the policy. A miss that is not listed fails; a listed one that passes fails, too, until it is
//! struck. `why` names the construction that is to blame, so that the list can be sorted by what would help most.
//! A person decides what is listed. `DEMARCHE_KNOWN=write cargo test --test suite known` does the typing: it strikes what passes and
//! adds what fails with the reason `?`, which fails until somebody has replaced it.

use crate::texts::tree;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

/// Something that the program gets wrong: what and where, as the entry of the list says it, and what to tell a reader.
pub struct Miss {
    /// The fields of the entry without its `why`, in their order.
    pub entry: Vec<(&'static str, String)>,
    /// What was expected and what was found.
    pub report: String,
}

/// The fields of all lists, in the order in which an entry has them.
const FIELDS: [&str; 5] = ["golden", "rule", "at", "example", "what"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    misses: Vec<BTreeMap<String, String>>,
}

/// Holds `found`, in the order in which it is to be listed, against `tests/known/{name}.toml`.
///
/// # Panics
/// With a report for people where the two differ; it ends with the lines to paste.
pub fn compare(name: &str, found: &[Miss]) {
    let path = tree("tests/known").join(format!("{name}.toml"));
    let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let list: List = toml::from_str(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut whys = BTreeMap::new();
    for mut entry in list.misses {
        assert!(
            entry.keys().all(|field| field == "why" || FIELDS.contains(&field.as_str())),
            "tests/known/{name}.toml: {entry:?}"
        );
        let why = entry.remove("why").unwrap_or_default();
        let twice = whys.insert(entry, why);
        assert!(twice.is_none(), "tests/known/{name}.toml lists something twice");
    }
    if std::env::var("DEMARCHE_KNOWN").is_ok_and(|value| value == "write") {
        fs::write(&path, rewritten(&source, found, &whys)).unwrap();
        return;
    }
    let mut report = String::new();
    let fresh: Vec<&Miss> = found.iter().filter(|miss| !whys.contains_key(&key(miss))).collect();
    for miss in &fresh {
        writeln!(report, "{}\n", miss.report).unwrap();
    }
    for (entry, why) in &whys {
        let fields = FIELDS.iter().filter_map(|field| Some((*field, entry.get(*field)?.as_str())));
        let line = line(fields, why);
        if !found.iter().any(|miss| key(miss) == *entry) {
            writeln!(report, "passes now, strike it from the list:\n{line}\n").unwrap();
        } else if why.trim().len() < 2 {
            writeln!(report, "is listed without a reason:\n{line}\n").unwrap();
        }
    }
    if !fresh.is_empty() {
        writeln!(report, "If these are to be known misses, give each its reason and paste:").unwrap();
        fresh.iter().for_each(|miss| writeln!(report, "{}", entry(miss, "?")).unwrap());
    }
    assert!(
        report.is_empty(),
        "the program and tests/known/{name}.toml differ ({} misses, {} listed)\n\n{report}",
        found.len(),
        whys.len()
    );
}

fn key(miss: &Miss) -> BTreeMap<String, String> {
    miss.entry.iter().map(|(field, value)| (field.to_string(), value.clone())).collect()
}

fn entry(miss: &Miss, why: &str) -> String {
    line(miss.entry.iter().map(|(field, value)| (*field, value.as_str())), why)
}

fn line<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>, why: &'a str) -> String {
    // What JSON escapes in a string, TOML escapes the same way.
    let quoted = |value: &str| serde_json::to_string(value).unwrap();
    let fields: Vec<String> = fields
        .chain([("why", why)])
        .map(|(field, value)| format!("{field} = {}", quoted(value)))
        .collect();
    format!("  {{ {} }},", fields.join(", "))
}

/// The list with the entries of `found`; the comment at its head and the reasons stay.
fn rewritten(source: &str, found: &[Miss], whys: &BTreeMap<BTreeMap<String, String>, String>) -> String {
    let mut text: String = source
        .lines()
        .take_while(|line| line.starts_with('#'))
        .map(|line| format!("{line}\n"))
        .collect();
    text.push_str("misses = [\n");
    for miss in found {
        let why = whys.get(&key(miss)).map_or("?", String::as_str);
        writeln!(text, "{}", entry(miss, why)).unwrap();
    }
    text.push_str("]\n");
    text
}
