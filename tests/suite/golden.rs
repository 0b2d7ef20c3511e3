//! The goldens: does the program find what a person found, and nothing else?
//!
//! The measure is that of `demarche score`: cues overlap, acts agree (or are alternatives), then field by field. What is known to be wrong
//! stands in `tests/known/golden.toml`.

use crate::golden_file::{Golden, Wanted};
use crate::known::{self, Miss};
use crate::texts;
use demarche::score::{GoldStatement, Phrase, Piece, Predictions, Score, word_f1};
use demarche::span::Span;
use demarche::statement::{Act, Extraction, Mode, Party, Statement};

/// Acts that have an addressee; only on these is it compared.
const DIRECTED: &[Act] = &[
    Act::Urge,
    Act::Request,
    Act::Demand,
    Act::Warn,
    Act::Accuse,
    Act::Condemn,
    Act::Thank,
    Act::Congratulate,
    Act::Threaten,
];

/// A content counts as the same from this word F1 on.
const SAME_CONTENT: f64 = 0.8;

#[test]
fn every_golden_is_well_formed() {
    let complaints: Vec<String> = texts::goldens().iter().flat_map(|name| Golden::load(name).complaints()).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn known_misses_of_the_goldens() {
    let names = texts::goldens();
    let misses: Vec<Miss> = names.iter().flat_map(|name| compare(&Golden::load(name)).misses).collect();
    known::compare("golden", &misses);
}

/// The comparison is the measure's own: as many right, missed and false.
#[test]
fn the_comparison_counts_as_score_does() {
    for name in texts::goldens() {
        let golden = Golden::load(&name);
        let compared = compare(&golden);
        let cues = golden.cues();
        let gold: Vec<GoldStatement> = golden
            .file
            .statements
            .iter()
            .zip(cues)
            .map(|(wanted, cue)| as_gold(wanted, cue))
            .collect();
        let predictions = Predictions::of(&texts::extractor().extract(&golden.document)).unwrap();
        let mut score = Score::new();
        score.document(&name, &gold, Some(&predictions.statements));
        let acts = score.acts();
        let sum = |count: fn(&demarche::score::ActCounts) -> usize| acts.iter().map(count).sum::<usize>();
        let counted = (sum(|act| act.right), sum(|act| act.missed), sum(|act| act.wrong));
        assert_eq!(
            (compared.right, compared.missed, compared.wrong),
            counted,
            "{name}: right, missed, false"
        );
    }
}

fn as_gold(wanted: &Wanted, cue: Span) -> GoldStatement {
    GoldStatement {
        act: wanted.act.to_string(),
        alt: wanted.alt.iter().map(Act::to_string).collect(),
        cue: Phrase {
            start: cue.start,
            end: cue.end,
            text: wanted.at.clone(),
        },
        status: wanted.status.to_string(),
        negated: wanted.negated,
        who: wanted.who.clone(),
        to: wanted.to.clone(),
        mode: wanted.mode.to_string(),
        force: wanted.force.map(|force| force.to_string()),
        optional: wanted.optional,
        content: Some(wanted.content.iter().map(|text| Piece { text: text.clone() }).collect()),
    }
}

#[derive(Default)]
struct Compared {
    right: usize,
    missed: usize,
    wrong: usize,
    misses: Vec<Miss>,
}

fn compare(golden: &Golden) -> Compared {
    let found = texts::extractor().extract(&golden.document);
    let cues = golden.cues();
    let pairs = pairs(&golden.file.statements, &cues, &found);
    let mut compared = Compared::default();
    let mut misses: Vec<(u32, Miss)> = Vec::new();
    if found.document.genre != golden.file.genre {
        let told = format!("expected {}, found {}", golden.file.genre, found.document.genre);
        misses.push((0, miss(golden, "", "genre", &told)));
    }
    for (number, (wanted, cue)) in golden.file.statements.iter().zip(&cues).enumerate() {
        let met = pairs.iter().find(|(w, _)| *w == number).map(|(_, f)| &found.statements[*f]);
        let strangers = golden.strangers(wanted);
        if !strangers.is_empty() {
            misses.push((
                cue.start,
                miss(golden, &wanted.at, "text", &format!("the text as it was read lacks {strangers:?}")),
            ));
        }
        match met {
            _ if wanted.optional => {}
            None => {
                compared.missed += 1;
                let there = found.statements.iter().filter(|statement| meet(*cue, statement.cue.span));
                let there: Vec<String> = there
                    .map(|statement| format!("{} by {}", statement.act, statement.rule.id))
                    .collect();
                let there = if there.is_empty() {
                    "nothing".to_string()
                } else {
                    there.join(", ")
                };
                misses.push((
                    cue.start,
                    miss(golden, &wanted.at, "missed", &format!("expected {}, found {there}", wanted.act)),
                ));
            }
            Some(statement) => {
                compared.right += 1;
                let wrong = differences(wanted, statement);
                misses.extend(
                    wrong
                        .into_iter()
                        .map(|(what, told)| (cue.start, miss(golden, &wanted.at, what, &told))),
                );
            }
        }
    }
    for (number, statement) in found.statements.iter().enumerate() {
        let used = pairs.iter().any(|(_, f)| *f == number);
        let excused = || {
            golden
                .file
                .statements
                .iter()
                .zip(&cues)
                .any(|(wanted, cue)| wanted.optional && meet(*cue, statement.cue.span))
        };
        if !used && !excused() {
            compared.wrong += 1;
            let cue = statement.cue.span;
            let told = format!(
                "found {} by {}, {:?}; expected nothing there, or another act",
                statement.act,
                statement.rule.id,
                content(statement)
            );
            misses.push((cue.start, miss(golden, &golden.text.at(cue), "false", &told)));
        }
    }
    misses.sort_by_key(|(place, _)| *place);
    compared.misses = misses.into_iter().map(|(_, miss)| miss).collect();
    compared
}

fn miss(golden: &Golden, at: &str, what: &str, told: &str) -> Miss {
    Miss {
        entry: vec![("golden", golden.name.clone()), ("at", at.to_string()), ("what", what.to_string())],
        report: format!("{}: {what}: {at:?}\n    {told}", golden.name),
    }
}

/// What is wrong with `statement`, as the word of the list and as words for a reader.
fn differences(wanted: &Wanted, statement: &Statement) -> Vec<(&'static str, String)> {
    let (who, to) = (codes(&statement.speakers), codes(&statement.addressees));
    let words = wanted.content.join(" ");
    let share = word_f1(&words, content(statement));
    let direct = |mode: Mode| mode == Mode::Direct;
    let directed = DIRECTED.contains(&wanted.act) && !wanted.to.is_empty();
    let checks = [
        ("speaker", who == wanted.who, format!("expected {:?}, found {who:?}", wanted.who)),
        (
            "addressee",
            !directed || to == wanted.to,
            format!("expected {:?}, found {to:?}", wanted.to),
        ),
        (
            "content",
            share >= SAME_CONTENT,
            format!("expected {words:?}\n    found    {:?} ({share:.2})", content(statement)),
        ),
        (
            "status",
            (wanted.status, wanted.negated) == (statement.status, statement.negated),
            format!(
                "expected {} negated {}, found {} negated {}",
                wanted.status, wanted.negated, statement.status, statement.negated
            ),
        ),
        (
            "mode",
            direct(wanted.mode) == direct(statement.mode),
            format!("expected {}, found {}", wanted.mode, statement.mode),
        ),
        (
            "force",
            wanted.force.is_none_or(|force| force == statement.force),
            format!("expected {:?}, found {}", wanted.force, statement.force),
        ),
    ];
    checks
        .into_iter()
        .filter(|(_, right, _)| !right)
        .map(|(what, _, told)| (what, told))
        .collect()
}

/// One-to-one pairs of statements whose cues meet and whose acts agree: the demanded before the optional, the act itself before an
/// alternative, the nearest first.
fn pairs(wanted: &[Wanted], cues: &[Span], found: &Extraction) -> Vec<(usize, usize)> {
    let mut options = Vec::new();
    for (w, want) in wanted.iter().enumerate() {
        for (f, statement) in found.statements.iter().enumerate() {
            if meet(cues[w], statement.cue.span) && (want.act == statement.act || want.alt.contains(&statement.act)) {
                let distance = cues[w].start.abs_diff(statement.cue.span.start);
                options.push((want.optional, want.act != statement.act, distance, w, f));
            }
        }
    }
    options.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (.., w, f) in options {
        if pairs.iter().all(|pair| pair.0 != w && pair.1 != f) {
            pairs.push((w, f));
        }
    }
    pairs
}

fn meet(a: Span, b: Span) -> bool {
    a.end.min(b.end) > a.start.max(b.start)
}

fn content(statement: &Statement) -> &str {
    statement.content.as_ref().map_or("", |content| content.text.as_str())
}

/// The codes of some parties, sorted, each once.
fn codes(parties: &[Party]) -> Vec<String> {
    let mut codes: Vec<String> = parties
        .iter()
        .flat_map(|party| &party.entities)
        .map(|entity| entity.code.clone())
        .collect();
    codes.sort();
    codes.dedup();
    codes
}
