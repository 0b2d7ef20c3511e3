//! A document that comes again, a changed one, and two versions of the rules side by side.

use super::{ask, dump};
use crate::program::{ARTICLE, demarche, folder};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn a_document_that_comes_again_changes_nothing_and_a_changed_one_its_own_rows() {
    let here = folder(&[
        ("in/a.txt", ARTICLE),
        ("in/b.txt", b"Chile urged Peru to open the port of Arica. Peru agreed to talks.\n"),
    ]);
    let path = here.path().join("a.sqlite");
    let run = || {
        let done = demarche(here.path(), &["extract", "in", "--to", "a.sqlite"]);
        assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
        assert!(done.err.contains("2 documents"), "{}", done.err);
    };
    run();
    let (first, moments) = (dump(&path), ask(&path, "SELECT * FROM documents, runs"));
    assert_eq!(ask(&path, "SELECT count(*) FROM statements").concat(), ["3"]);
    run();
    assert_eq!(dump(&path), first);
    assert_eq!(ask(&path, "SELECT * FROM documents, runs"), moments, "not even the moments");
    fs::write(here.path().join("in/b.txt"), "Chile urged Peru to open the port of Arica.\n").unwrap();
    run();
    let of = |document: &str| {
        ask(
            &path,
            &format!("SELECT act, content FROM statements WHERE document_id = '{document}' ORDER BY position"),
        )
    };
    assert_eq!(of("b").len(), 1);
    assert_eq!(of("a").len(), 1);
    assert_ne!(dump(&path), first);
    for orphans in ["search_keys", "parties", "pieces"] {
        let sql = format!("SELECT count(*) FROM {orphans} WHERE statement_id NOT IN (SELECT statement_id FROM statements)");
        assert_eq!(ask(&path, &sql).concat(), ["0"], "{orphans}");
    }
    assert_eq!(ask(&path, "SELECT count(*) FROM search").concat(), ["2"]);
    let leftover = fs::read_dir(here.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(
        leftover.filter(|name| name.starts_with("a.sqlite")).eq(["a.sqlite"]),
        "a log was left behind"
    );
}

#[test]
fn two_versions_of_the_rules_stand_side_by_side() {
    let rules = |version: &str, act: &str| {
        format!(
            "pack = \"trade\"\nversion = \"{version}\"\nact = \"{act}\"\nforce = \"commissive\"\n\n[[rule]]\nid = \"x.copperfasten\"\nframes = [\"copperfasten <content:noun>\"]\n"
        )
    };
    let (one, two) = (rules("1", "agree"), rules("2", "pledge"));
    let here = folder(&[
        (
            "a.txt",
            b"Peru copperfastened the fishing accord on Monday. Chile urged Peru to wait.\n",
        ),
        ("one.toml", one.as_bytes()),
        ("two.toml", two.as_bytes()),
    ]);
    for own in ["one.toml", "two.toml", "one.toml"] {
        let done = demarche(here.path(), &["extract", "a.txt", "--rules", own, "--to", "a.sqlite"]);
        assert_eq!(done.code, 0, "{}", done.err);
    }
    let path = here.path().join("a.sqlite");
    let runs = ask(&path, "SELECT run_id, rules FROM runs ORDER BY run_id");
    assert_eq!(runs.len(), 2, "{runs:?}");
    assert!(
        runs[0][1].starts_with(&builtin()) && runs[0][1].contains("; trade 1 (") && runs[1][1].contains("; trade 2 ("),
        "{runs:?}"
    );
    let changed = "SELECT a.act, b.act, a.cue FROM statements a JOIN statements b ON b.document_id = a.document_id AND b.cue_start = a.cue_start \
        WHERE a.run_id = 1 AND b.run_id = 2 AND a.act <> b.act";
    assert_eq!(ask(&path, changed), [["agree", "pledge", "copperfastened"]]);
}

/// The files of the built-in pack, in the order of their folders and names.
fn builtin_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["rules/acts", "rules/gazetteer", "rules/lexicon"].map(|folder| fs::read_dir(root.join(folder)).unwrap());
    let files = folders.into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|ending| ending != "md")).collect();
    files.sort();
    files
}

/// The built-in pack as `runs` names it, from the files of the tree: FNV-1a over the length and the bytes of every path and file.
fn builtin() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut digest = 0xCBF2_9CE4_8422_2325_u64;
    for path in builtin_files() {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        for part in [name.into_bytes(), fs::read(&path).unwrap()] {
            for byte in (part.len() as u64).to_le_bytes().into_iter().chain(part) {
                digest = (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
            }
        }
    }
    let folded = (digest >> 32) ^ (digest & u64::from(u32::MAX));
    format!("builtin {} ({folded:08x})", env!("CARGO_PKG_VERSION"))
}

#[test]
fn the_built_in_pack_is_known_by_what_it_is_made_of() {
    let here = folder(&[
        ("a.txt", ARTICLE),
        ("words.toml", b"[[degree]]\nlevel = 4\nadverbs = [\"roundly\"]\n"),
    ]);
    let go = |args: &[&str]| {
        let done = demarche(here.path(), &[&["extract", "a.txt", "--to", "a.sqlite"], args].concat());
        assert_eq!(done.code, 0, "{}", done.err);
        done.err
    };
    let runs = || ask(&here.path().join("a.sqlite"), "SELECT rules FROM runs ORDER BY run_id").concat();
    go(&[]);
    assert_eq!(runs(), [builtin()]);
    assert!(go(&["--resume"]).contains("1 there already"));
    // The same version of a pack that is made of something else: another build, as far as anybody can tell.
    rusqlite::Connection::open(here.path().join("a.sqlite"))
        .unwrap()
        .execute(
            "UPDATE runs SET rules = ?1",
            [format!("builtin {} (00000000)", env!("CARGO_PKG_VERSION"))],
        )
        .unwrap();
    assert!(
        go(&["--resume"]).contains("1 document, "),
        "read with other rules, and skipped all the same"
    );
    assert_eq!(runs()[1], builtin());
    // Words alone change what comes out as well.
    go(&["--rules", "words.toml"]);
    let words = &runs()[2];
    assert!(words.starts_with(&format!("{}; words.toml (", builtin())), "{words}");
    assert_eq!(
        demarche(here.path(), &["--version"]).out,
        format!(
            "demarche {}\nbuilt-in rules {}\n",
            env!("CARGO_PKG_VERSION"),
            &builtin()["builtin ".len()..]
        )
    );
    // Every file that is built in counts, whatever folder it stands in.
    let sources = |folder: &str| {
        walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
            .into_iter()
            .map(|entry| entry.unwrap().into_path())
            .filter(|path| path.is_file())
            .collect::<Vec<_>>()
    };
    let counted = builtin_files();
    let mut included = 0;
    for source in sources("src").iter().filter_map(|path| fs::read_to_string(path).ok()) {
        for name in source.split("include_str!(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let Some((_, name)) = name.split_once("rules/").filter(|(_, name)| *name != "skeleton.toml") else {
                continue;
            };
            assert!(
                counted.iter().any(|path| path.ends_with(name)),
                "rules/{name} is built in, and changes no digest"
            );
            included += 1;
        }
    }
    assert!(included > 10, "{included} files only");
}
