//! The queries of the README, over the golden articles: they run, and find what a reader of the articles finds.

use crate::databases::ask;
use crate::program::{demarche, folder};
use std::path::Path;

/// A rule of a user's in the place of a built-in one, with the same frames: what was agreed to is pledged.
const OWN: &str = r#"
pack = "own"
version = "1"
act = "pledge"
force = "commissive"

[[rule]]
id = "agree.to"
frames = [
  "agree to <content:verb>", "agree to <content>", "agree on|upon|over|about|regarding <content>", "agree <content:that>", "agree <content:noun>",
  "agree <content:quote>",
]
"#;

/// The blocks of SQL in the README, in order.
pub fn queries() -> Vec<String> {
    let readme = include_str!("../../README.md");
    readme
        .split("```sql\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap_or("").to_string())
        .collect()
}

#[test]
fn the_queries_of_the_readme_find_what_stands_in_the_golden_articles() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let here = folder(&[("own.toml", OWN.as_bytes())]);
    for rules in [&[][..], &["--rules", "own.toml"]] {
        let done = demarche(
            here.path(),
            &[&["extract", golden.to_str().unwrap(), "--to", "news.sqlite"], rules].concat(),
        );
        assert_eq!(done.code, 0, "{}", done.err);
    }
    let path = here.path().join("news.sqlite");
    let queries = queries();
    assert_eq!(queries.len(), 5);
    let rows: Vec<Vec<Vec<String>>> = queries.iter().map(|query| ask(&path, query)).collect();
    let has = |query: usize, cells: &[&str]| {
        let found = rows[query]
            .iter()
            .any(|row| cells.iter().all(|cell| row.iter().any(|found| found == cell)));
        assert!(found, "{cells:?} is not among {:#?}", rows[query]);
    };
    // The resolution of 14 May 2025 urges Chad to resume its talks.
    has(0, &["2025-05-14", "UNSC", "TCD"]);
    assert!(rows[0].iter().all(|row| row[0].starts_with("2025-05-")));
    // The communique wants the harbours mapped by the end of 2025 and waiting times halved by 2028.
    has(1, &["2025-12-31", "G7", "intend"]);
    has(1, &["2028-12-31", "G7"]);
    assert!(rows[1].windows(2).all(|pair| pair[0][0] <= pair[1][0]), "not in order");
    // Canada, Chile and New Zealand will double their patrols; Australia and Indonesia resume theirs.
    for (date, actor, act) in [
        ("2025-03-14", "NZL", "decide"),
        ("2025-03-14", "CHL", "decide"),
        ("2023-07-18", "AUS", "agree"),
    ] {
        has(2, &[date, actor, act]);
    }
    // Both accounts of the meeting of the three advisors have them oppose something; only one has them thanked.
    let both = rows[3].iter().find(|row| row[0] == "oppose").expect("a row");
    assert!(both[2] != "∅" && both[3] != "∅", "{both:?}");
    let one = rows[3].iter().find(|row| row[0] == "thank").expect("a row");
    assert!(one[2] != "∅" && one[3] == "∅", "{one:?}");
    // What was agreed to under the built-in rules is pledged under the others.
    let (gone, new): (Vec<_>, Vec<_>) = rows[4].iter().partition(|row| row[0] == "gone");
    let agreed: Vec<_> = gone.iter().filter(|row| row[2] == "agree").collect();
    assert!(!agreed.is_empty() && new.iter().all(|row| row[2] != "agree"), "{:#?}", rows[4]);
    for row in agreed {
        assert!(new.iter().any(|other| other[2] == "pledge" && other[4] == row[4]), "{row:?}");
    }
}
