//! The whole beside the limit, as a ratio: a ratio is the same on a fast and on a slow machine, a time is not.

use super::cues;
use super::stages::{EXTRACTOR, lines};
use super::texts::{ALL, Corpus};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Rounds of each; the best of them counts, since a machine that does something else only ever makes a round longer.
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
        let mut best = [Duration::MAX; 2];
        for _ in 0..ROUNDS {
            best[0] = best[0].min(timed(corpus, |text| {
                black_box(lines(&EXTRACTOR.extract(text)));
            }));
            best[1] = best[1].min(timed(corpus, |text| {
                black_box(scan.find_iter(&text.text).count());
            }));
        }
        let [whole, limit] = best.map(|time| corpus.bytes() as f64 / time.as_secs_f64() / 1e6);
        let kilobytes = corpus.bytes() as f64 / 1e3;
        let ratio = format!("1/{:.0}", limit / whole);
        println!(
            "{corpus:8} {kilobytes:9.0} {whole:10.2} {limit:8.0} {ratio:>9} {:9.1}",
            found as f64 / kilobytes
        );
    }
}

fn timed(corpus: Corpus, mut work: impl FnMut(&demarche::read::Document)) -> Duration {
    let begun = Instant::now();
    corpus.documents().iter().for_each(&mut work);
    begun.elapsed()
}
