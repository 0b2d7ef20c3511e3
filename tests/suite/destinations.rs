//! The destinations of the README, each line run as it stands there, and what several of them, links and folders do.

use crate::databases::ask;
use crate::program::{ARTICLE, demarche, folder, piped};
use serde_json::Value;
use std::fs;
use std::path::Path;

const TWO: &[u8] = b"Chile urged Peru to open the port of Arica. Peru agreed to talks.\n";

/// The commands of the table of destinations, in order, without `demarche`.
fn lines() -> Vec<String> {
    let readme = include_str!("../../README.md");
    let section = readme.split("\n## Destinations\n").nth(1).expect("the section");
    let rows = section
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'));
    let cells = rows
        .skip(2)
        .filter_map(|row| row.trim_matches('|').split_once(" | ").map(|(_, line)| line));
    let quoted = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    quoted
        .filter_map(|line| line.split_once("demarche ").map(|(_, args)| args.to_string()))
        .collect()
}

/// Runs `args` and gives what went to stdout; what is on stderr is one line.
fn go(here: &Path, args: &str) -> String {
    let args: Vec<&str> = args.split_whitespace().collect();
    let done = demarche(here, &args);
    assert_eq!(done.code, 0, "{args:?}: {}", done.err);
    if args[0] != "score" {
        assert_eq!(done.err.lines().count(), 1, "{args:?}: {}", done.err);
        assert!(
            done.err.starts_with("2 documents, 3 statements, 0 rejects, 0 skipped"),
            "{args:?}: {}",
            done.err
        );
    }
    done.out
}

#[test]
fn every_line_of_the_readme_does_what_it_says() {
    let here = folder(&[("news/a.txt", ARTICLE), ("news/b.txt", TWO)]);
    let here = here.path();
    let lines = lines();
    let read = |name: &str| fs::read(here.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let text = |name: &str| String::from_utf8(read(name)).unwrap();
    let acts = |lines: &str| -> Vec<String> {
        let records = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("a record"));
        records.map(|record| record["act"].as_str().unwrap().to_string()).collect()
    };
    let expected = ["agree", "urge", "agree"];
    let mut seen = 0;
    for line in &lines {
        seen += 1;
        let out = match line.contains("postgres://") {
            false => go(here, line),
            true => {
                let Ok(server) = std::env::var("DEMARCHE_POSTGRES") else {
                    eprintln!("LEFT OUT: {line} needs a server, see DEMARCHE_POSTGRES");
                    continue;
                };
                let mut client = postgres::Client::connect(&server, postgres::NoTls).unwrap();
                let clean = "DROP SCHEMA IF EXISTS readme_line CASCADE; CREATE SCHEMA readme_line";
                client.batch_execute(clean).unwrap();
                let address = format!("{server}?options=-csearch_path%3Dreadme_line");
                let out = go(here, &line.replace("postgres://me@localhost/news", &address));
                let count = client.query_one("SELECT count(*) FROM readme_line.statements", &[]).unwrap();
                assert_eq!(count.get::<_, i64>(0), 3);
                out
            }
        };
        match line.as_str() {
            line if line.ends_with("--to -") => assert_eq!(acts(&out), expected),
            line if line.starts_with("score") => assert!(out.contains("strict_f1 1.000"), "{out}"),
            line => assert_eq!(out, "", "{line}"),
        }
        let to = line.split_once("--to ").map(|(_, to)| to.split(' ').next().unwrap());
        match to {
            Some("statements.jsonl") => assert_eq!(acts(&text("statements.jsonl")), expected),
            Some("statements.csv") => {
                let table = text("statements.csv");
                assert!(table.starts_with("\u{feff}document,") && table.lines().count() == 4, "{table}");
            }
            Some("statements.parquet") => {
                let file = read("statements.parquet");
                assert!(file.starts_with(b"PAR1") && file.ends_with(b"PAR1"));
            }
            Some("news.sqlite") => assert_eq!(
                ask(
                    &here.join("news.sqlite"),
                    "SELECT act FROM statements WHERE run_id = 1 ORDER BY document_id, position"
                )
                .concat(),
                expected
            ),
            Some("corrected/") => assert!(here.join("corrected/a.ann").exists() && here.join("corrected/b.txt").exists()),
            Some("statements.jsonld") => assert!(text("statements.jsonld").contains("AnnotationPage")),
            Some("night.jsonl") => assert_eq!(text("night.jsonl").lines().count(), 2),
            _ => (),
        }
    }
    assert!(seen >= 10, "{lines:#?}");
    assert_eq!(
        fs::read_dir(here)
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().ends_with(".part"))
            .count(),
        0
    );
}

#[test]
fn a_second_run_replaces_files_and_adds_nothing_to_databases() {
    let here = folder(&[("news/a.txt", ARTICLE), ("news/b.txt", TWO)]);
    let all = ["s.jsonl", "s.json", "s.csv", "s.tsv", "s.parquet", "s.jsonld", "s.txt"];
    let mut args = vec!["extract", "news"];
    all.iter().chain(&["s.sqlite"]).for_each(|name| args.extend(["--to", *name]));
    let run = || {
        assert_eq!(demarche(here.path(), &args).code, 0);
        let files = all.map(|name| fs::read(here.path().join(name)).unwrap());
        (files, crate::databases::dump(&here.path().join("s.sqlite")))
    };
    let first = run();
    assert!(first == run());
    // A file is the output of one run; a database keeps what came before.
    let files = demarche(here.path(), &["extract", "news/b.txt", "--to", "s.jsonl", "--to", "s.sqlite"]);
    assert_eq!(files.code, 0, "{}", files.err);
    assert_eq!(fs::read_to_string(here.path().join("s.jsonl")).unwrap().lines().count(), 2);
    assert!(crate::databases::dump(&here.path().join("s.sqlite")) == first.1);
}

#[test]
fn destinations_that_cannot_be_are_told_before_anything_is_read() {
    let here = folder(&[
        ("news/a.txt", ARTICLE),
        ("a.jsonl", b"{\"text\": \"Peru agreed to talks.\"}\n"),
        ("my.json", b"{}"),
        ("folder.csv/x", b""),
        ("folder.sqlite/x", b""),
    ]);
    #[cfg(unix)]
    std::os::unix::fs::symlink("news/a.txt", here.path().join("link.txt")).unwrap();
    let before = listing(here.path());
    for (args, code, told) in [
        (&["extract", "news", "--to", "x.xyz"][..], 2, "names no format"),
        (&["extract", "news", "--to", "x"], 2, "names no format"),
        (&["extract", "news", "--to", "x.csv", "--to", "./x.csv"], 2, "named twice"),
        (&["extract", "news", "--to", "x.db", "--to", "news/../x.db"], 2, "named twice"),
        (&["extract", "news", "--to", "-", "--to", "-"], 2, "named twice"),
        (
            &["extract", "news", "--to", "x.csv", "--rejects", "./x.csv"],
            2,
            "is a destination too",
        ),
        (&["extract", "a.jsonl", "--to", "a.jsonl"], 2, "among the files that are read"),
        (&["extract", "news/a.txt", "--to", "link.txt"], 2, "among the files that are read"),
        (&["extract", "news", "--to", "news/a.txt"], 2, "is among the files that are read"),
        (
            &["extract", "news", "--to", "news/b.jsonl"],
            2,
            "would be among the files that are read",
        ),
        (
            &["extract", "news", "--to", "my.json", "--schema", "my.json"],
            2,
            "among the files that are read",
        ),
        (&["extract", "news", "--to", "folder.csv"], 3, "directory"),
        (&["extract", "news", "--to", "folder.sqlite"], 3, "unable to open"),
        (&["extract", "news", "--to", "no/such/x.csv"], 3, "No such file"),
    ] {
        if cfg!(not(unix)) && (told == "directory" || args.contains(&"link.txt") || told == "No such file") {
            continue;
        }
        let done = demarche(here.path(), args);
        assert_eq!((done.code, done.out.as_str()), (code, ""), "{args:?}: {}", done.err);
        assert!(done.err.contains(told) && done.err.contains("help: "), "{args:?}: {}", done.err);
        assert_eq!(listing(here.path()), before, "{args:?}");
    }
}

fn listing(folder: &Path) -> Vec<String> {
    let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    all.map(|entry| entry.unwrap().path().display().to_string()).collect()
}

#[test]
#[cfg(unix)]
fn a_link_stays_a_link_and_leads_to_what_is_written() {
    let here = folder(&[("a.txt", ARTICLE), ("real.jsonl", b"old\n"), ("elsewhere/none", b"")]);
    for (link, to) in [("link.jsonl", "real.jsonl"), ("link.sqlite", "elsewhere/real.sqlite")] {
        std::os::unix::fs::symlink(to, here.path().join(link)).unwrap();
        let done = demarche(here.path(), &["extract", "a.txt", "--to", link]);
        assert_eq!(done.code, 0, "{}", done.err);
        assert!(fs::symlink_metadata(here.path().join(link)).unwrap().is_symlink(), "{link}");
        assert!(fs::metadata(here.path().join(to)).unwrap().len() > 100, "{to}");
    }
}

#[test]
fn order_is_the_order_of_the_input_with_any_number_of_threads() {
    let lines: String = (0..700)
        .map(|n| {
            let filler = "Nothing is said here about boats and nets. ".repeat(if n % 7 == 0 { 60 } else { 1 });
            format!(
                "{}\n",
                serde_json::json!({"id": format!("d{n}"), "text": format!("{filler}Norway and Peru agreed to talks {n}.")})
            )
        })
        .collect();
    let here = folder(&[]);
    let run = |threads: &str| piped(here.path(), &["extract", "-", "--format", "jsonl", "--threads", threads], &lines).out;
    let one = run("1");
    let ids = one.lines().map(|line| {
        serde_json::from_str::<Value>(line).unwrap()["document"]
            .as_str()
            .unwrap()
            .to_string()
    });
    assert!(ids.eq((0..700).map(|n| format!("d{n}"))));
    for threads in ["2", "7"] {
        assert!(run(threads) == one, "{threads} threads");
    }
}

/// A part of a killed run goes with the next run, one that is being written stays.
#[test]
#[cfg(target_os = "linux")]
fn what_a_killed_run_left_goes_away() {
    let here = folder(&[("a.txt", ARTICLE)]);
    let (dead, live) = (u32::MAX, std::process::id());
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(7200);
    let names = [
        (format!(".s.jsonl.{dead}.part"), true, false),
        (format!(".s.jsonl.{live}.part"), true, true),
        (format!(".s.jsonl.{}.part", dead - 1), false, true),
        (format!(".other.jsonl.{dead}.part"), true, true),
        (".s.jsonl.mine.part".to_string(), true, true),
    ];
    for (name, aged, _) in &names {
        let file = fs::File::create(here.path().join(name)).unwrap();
        if *aged {
            file.set_modified(old).unwrap();
        }
    }
    assert_eq!(demarche(here.path(), &["extract", "a.txt", "--to", "s.jsonl"]).code, 0);
    for (name, _, stays) in &names {
        assert_eq!(here.path().join(name).exists(), *stays, "{name}");
    }
}
