//! The whole beside the limit, as a ratio: a ratio is the same on a fast and on a slow machine, a time is not.

use super::cues;
use super::stages::{EXTRACTOR, lines};
use super::texts::{ALL, Corpus};
use demarche::read::Document;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Rounds of each. Of every document the best round counts: a machine that does something else only ever makes one longer, and one document
/// takes less than the share of a second after which a processor turns to somebody else.
const ROUNDS: usize = 7;

/// Prints for each corpus the speed of the whole, of the scan, and how many times the one goes into the other.
pub fn report() {
    let forms = cues::forms(EXTRACTOR.rules(), EXTRACTOR.lexicon());
    let scan = cues::scan(&forms);
    println!(
        "\nthe whole beside a DFA scan for the {} forms of all cue verbs, one core, MB/s:",
        forms.len()
    );
    println!(
        "{:8} {:>9} {:>10} {:>8} {:>9} {:>9}",
        "text", "KB", "whole", "scan", "ratio", "cues/KB"
    );
    for corpus in ALL {
        let found: usize = corpus.documents().iter().map(|d| scan.find_iter(&d.text).count()).sum();
        let whole = speed(corpus, |document| {
            black_box(lines(&EXTRACTOR.extract(document)));
        });
        let limit = speed(corpus, |document| {
            black_box(scan.find_iter(&document.text).count());
        });
        let kilobytes = corpus.bytes() as f64 / 1e3;
        let ratio = format!("1/{:.0}", limit / whole);
        println!(
            "{corpus:8} {kilobytes:9.0} {whole:10.2} {limit:8.0} {ratio:>9} {:9.1}",
            found as f64 / kilobytes
        );
    }
}

/// Megabytes a second of `work` over a corpus.
fn speed(corpus: Corpus, mut work: impl FnMut(&Document)) -> f64 {
    let mut best = vec![Duration::MAX; corpus.documents().len()];
    for _ in 0..ROUNDS {
        for (document, best) in corpus.documents().iter().zip(&mut best) {
            let begun = Instant::now();
            work(document);
            *best = begun.elapsed().min(*best);
        }
    }
    corpus.bytes() as f64 / best.iter().sum::<Duration>().as_secs_f64() / 1e6
}
