//! Which folder of the source may know which: the arrows of `ARCHITECTURE.md`.
//!
//! Every `crate::NAME` in code counts, in a `use` or in the middle of a line; comments and unit tests do not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each folder (or file) of `src` may name. The order is that of the house, ground floor first.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("schema", &[]),
    ("compiled", &[]),
    ("marks", &[]),
    ("sought", &[]),
    ("spaces", &[]),
    ("span", &[]),
    ("statement", &["span"]),
    ("read", &["marks", "sought", "spaces", "span", "statement"]),
    ("text", &["marks", "span", "read"]),
    ("names", &["compiled", "spaces", "span", "statement", "read", "text"]),
    ("grammar", &["compiled", "text"]),
    ("rules", &["compiled", "schema", "span", "statement", "text", "grammar"]),
    (
        "resolve",
        &["compiled", "sought", "spaces", "span", "statement", "read", "text", "names"],
    ),
    ("output", &["schema", "spaces", "span", "statement"]),
    (
        "assemble",
        &[
            "span",
            "statement",
            "read",
            "text",
            "names",
            "grammar",
            "rules",
            "resolve",
            "output",
        ],
    ),
    (
        "extract",
        &[
            "span",
            "statement",
            "read",
            "text",
            "names",
            "grammar",
            "rules",
            "resolve",
            "output",
            "assemble",
        ],
    ),
    ("score", &["span", "statement"]),
    ("diff", &["span", "statement", "output", "score"]),
    (
        "explain",
        &[
            "span",
            "statement",
            "read",
            "text",
            "names",
            "grammar",
            "rules",
            "resolve",
            "output",
            "assemble",
            "extract",
        ],
    ),
    (
        "prove",
        &[
            "spaces",
            "span",
            "statement",
            "read",
            "text",
            "grammar",
            "rules",
            "assemble",
            "extract",
            "score",
        ],
    ),
    (
        "cli",
        &[
            "spaces",
            "span",
            "statement",
            "read",
            "rules",
            "output",
            "extract",
            "score",
            "diff",
            "explain",
            "prove",
        ],
    ),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the source") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
}

/// The names behind `crate::` in the code of `source`.
fn named(source: &str) -> BTreeSet<&str> {
    let code = source.split("#[cfg(test)]").next().unwrap_or("");
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines
        .flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""))
        .collect()
}

/// The folder of `src` in which `path` stands, or the file itself.
fn layer(path: &Path, src: &Path) -> String {
    let inside = path.strip_prefix(src).expect("a file of the source");
    let first = inside
        .components()
        .next()
        .expect("a name")
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    first.trim_end_matches(".rs").to_string()
}

#[test]
fn imports_point_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let allowed: BTreeMap<&str, &[&str]> = MAY_NAME.iter().copied().collect();
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for path in &files {
        let layer = layer(path, &src);
        if matches!(layer.as_str(), "lib" | "main") {
            continue;
        }
        let Some(may) = allowed.get(layer.as_str()) else {
            panic!("{layer} is not in the table of this test")
        };
        let source = fs::read_to_string(path).expect("a file of the source");
        for name in named(&source) {
            if name != layer && !may.contains(&name) {
                wrong.push(format!("{}: {layer} may not name {name}", path.display()));
            }
        }
        seen.insert(layer);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(seen.len(), MAY_NAME.len(), "a folder of the table has gone: {seen:?}");
}

#[test]
fn the_table_has_no_circle() {
    for (place, (layer, may)) in MAY_NAME.iter().enumerate() {
        for name in *may {
            let known = MAY_NAME.iter().position(|(other, _)| other == name);
            assert!(known.is_some_and(|known| known < place), "{layer} stands before {name}");
        }
    }
}

#[test]
fn a_wrong_arrow_is_seen() {
    let source = "//! [`crate::cli`]\nuse crate::text::Text;\nfn f() -> crate::names::Names { todo!() }\n#[cfg(test)]\nuse crate::read;\n";
    assert_eq!(named(source).into_iter().collect::<Vec<_>>(), ["names", "text"]);
}
