//! The tables of `rules/compiled/` are those of the texts. `DEMARCHE_UPDATE=1 cargo test` rewrites them; nothing else does.

use demarche::names::Gazetteer;
use demarche::resolve::strength::StrengthWords;
use demarche::rules::builtin;
use std::fs;
use std::path::Path;

#[test]
fn compiled_tables_are_those_of_the_texts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/compiled");
    let [lexicon, rules] = builtin::compile().expect("tables that postcard can hold");
    let degrees = StrengthWords::from_texts().expect("the built-in words are TOML").compile();
    let degrees = degrees.expect("a table that postcard can hold");
    let names = Gazetteer::compile().expect("tables that postcard can hold");
    for (name, made) in [
        ("lexicon.bin", lexicon),
        ("rules.bin", rules),
        ("degrees.bin", degrees),
        ("names.bin", names),
    ] {
        let path = folder.join(name);
        if std::env::var_os("DEMARCHE_UPDATE").is_some() {
            fs::write(&path, &made).expect("the folder can be written");
        }
        let kept = fs::read(&path).expect("the table is in the tree");
        assert!(
            kept == made,
            "{} is out of date; `DEMARCHE_UPDATE=1 cargo test` rewrites it",
            path.display()
        );
    }
}
