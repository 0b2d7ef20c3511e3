//! How long each part of the start takes: `cargo run --release --example startup`.
use demarche::extract::{Extractor, Options};
use demarche::grammar::Lexicon;
use demarche::names::Gazetteer;
use demarche::output::validate::Checker;
use demarche::resolve::strength::StrengthWords;
use demarche::rules::Rules;
use std::hint::black_box;
use std::time::Instant;

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let made = black_box(work());
    println!("{what:20} {:7.2} ms", begun.elapsed().as_secs_f64() * 1000.0);
    made
}

fn main() {
    let mut lexicon = timed("lexicon", Lexicon::builtin);
    timed("rules", || Rules::builtin(&mut lexicon));
    timed("strength", || StrengthWords::builtin().is_ok());
    timed("gazetteer", Gazetteer::builtin);
    timed("schemas", Checker::new);
    timed("extractor, again", || Extractor::builtin(Options::default()));
}
