//! How long each part of the start takes: `cargo run --release --example startup`.
use demarche::extract::{Extractor, Options};
use demarche::names::Gazetteer;
use demarche::output::validate::Checker;
use demarche::resolve::strength::StrengthWords;
use demarche::rules::builtin;
use std::hint::black_box;
use std::time::Instant;

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let made = black_box(work());
    println!("{what:32} {:7.2} ms", begun.elapsed().as_secs_f64() * 1000.0);
    made
}

fn main() {
    timed("lexicon and rules, from texts", builtin::from_texts);
    timed("lexicon and rules, compiled", builtin::builtin);
    timed("gazetteer, from texts", Gazetteer::from_texts);
    timed("gazetteer, compiled", Gazetteer::builtin);
    timed("degree words", || StrengthWords::builtin().is_ok());
    timed("schemas", Checker::new);
    timed("extractor, all but the gazetteer", || Extractor::builtin(Options::default()));
}
