//! One bench a stage, each over what the stages before it made of a corpus; then the whole.
//!
//! `walk` holds `streams` and `clauses` again: the walk makes them, paragraph by paragraph, and then matches and resolves.

use super::texts::{ALL, Corpus};
use demarche::assemble::record::Maker;
use demarche::assemble::{Walk, overlap};
use demarche::extract::{Extractor, Options};
use demarche::grammar::stream::Source;
use demarche::grammar::{Clauses, Known};
use demarche::names::{Context, Names};
use demarche::output::id::Ids;
use demarche::output::sift::Sieve;
use demarche::output::{Format, Shape, Style, writer};
use demarche::read::{Document, decode, language, layout, published};
use demarche::resolve::strength::StrengthWords;
use demarche::resolve::time::Times;
use demarche::resolve::{Discourse, Facts, genre};
use demarche::rules::Rules;
use demarche::statement::{Extraction, Genre};
use demarche::text::{ByForm, Text};
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use std::sync::LazyLock;

/// The extractor of the command.
pub static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::builtin(Options::default()));

/// One document with what the stages before the walk made of it.
struct Ready {
    document: &'static Document,
    text: &'static Text<'static>,
    names: Names<'static>,
    known: ByForm<Known>,
    genre: Genre,
}

impl Ready {
    fn all(corpus: Corpus) -> Vec<Self> {
        corpus.documents().iter().map(Self::new).collect()
    }

    fn new(document: &'static Document) -> Self {
        // the benches run once a process: what they read lives as long
        let text: &'static Text = Box::leak(Box::new(Text::new(&document.text, lay_out(document))));
        Self {
            document,
            text,
            known: text.by_form(|form| Known::of(EXTRACTOR.lexicon(), EXTRACTOR.rules(), form)),
            names: Names::scan(text, EXTRACTOR.gazetteer(), context(document)),
            genre: genre_of(text, document),
        }
    }

    fn walk<'w>(&'w self, rules: &'w Rules) -> Walk<'w> {
        let facts = Facts {
            genre: self.genre,
            title: None,
            id: &self.document.id,
        };
        let discourse = Discourse::new(self.text, &self.names, &facts);
        Walk::new(self.text, &self.names, rules, EXTRACTOR.lexicon(), self.genre, discourse)
    }

    fn with_source(&self, mut work: impl FnMut(&Source)) {
        let names = &self.names;
        work(&Source {
            text: self.text,
            known: &self.known,
            is_name: &|i| names.is_name(i),
            is_demonym: &|i| names.is_demonym(self.text, i),
            valency: EXTRACTOR.rules(),
            lexicon: EXTRACTOR.lexicon(),
        });
    }
}

fn genre_of(text: &Text, document: &Document) -> Genre {
    genre::genre(text, None, &document.id, &|word| {
        EXTRACTOR.rules().is_performative(EXTRACTOR.lexicon(), word)
    })
}

fn lay_out(document: &Document) -> layout::Layout {
    layout::layout(&document.text, &document.hints, &|word| EXTRACTOR.lexicon().is_word(word))
}

fn context(document: &Document) -> Context<'_> {
    Context {
        published: published::published(&document.text, None).map(|(date, _)| date),
        publisher: None,
    }
}

/// Runs `work` over everything that `make` makes of a corpus.
fn over<T: Sync>(bencher: Bencher, corpus: Corpus, made: Vec<T>, work: impl Fn(&T) + Sync) {
    let counted = bencher
        .counter(BytesCount::new(corpus.bytes()))
        .counter(ItemsCount::new(made.len()));
    counted.bench_local(|| made.iter().for_each(&work));
}

fn documents(corpus: Corpus) -> Vec<&'static Document> {
    corpus.documents().iter().collect()
}

#[divan::bench(args = ALL, max_time = 1)]
fn stage_01_decode(bencher: Bencher, corpus: Corpus) {
    over(bencher, corpus, documents(corpus), |d| {
        black_box(decode::decode(d.text.as_bytes(), None).is_ok());
    });
}

#[divan::bench(args = ALL, max_time = 1)]
fn stage_02_language_and_date(bencher: Bencher, corpus: Corpus) {
    over(bencher, corpus, documents(corpus), |d| {
        black_box((language::language(&d.text), published::published(&d.text, None)));
    });
}

#[divan::bench(args = ALL, max_time = 1)]
fn stage_03_layout(bencher: Bencher, corpus: Corpus) {
    over(bencher, corpus, documents(corpus), |d| {
        black_box(lay_out(d));
    });
}

#[divan::bench(args = ALL, max_time = 1)]
fn stage_04_tokens_and_sentences(bencher: Bencher, corpus: Corpus) {
    let made = corpus.documents().iter().map(|d| (d, lay_out(d))).collect();
    over(bencher, corpus, made, |(d, layout)| {
        black_box(Text::new(&d.text, layout.clone()));
    });
}

#[divan::bench(args = ALL, max_time = 1)]
fn stage_05_names(bencher: Bencher, corpus: Corpus) {
    let made = Ready::all(corpus).into_iter().map(|r| (r.text, context(r.document))).collect();
    over(bencher, corpus, made, |(text, context)| {
        black_box(Names::scan(text, EXTRACTOR.gazetteer(), *context));
    });
}

#[divan::bench(args = ALL, max_time = 1)]
fn stage_06_genre(bencher: Bencher, corpus: Corpus) {
    over(bencher, corpus, Ready::all(corpus), |r| {
        black_box(genre_of(r.text, r.document));
    });
}

#[divan::bench(args = ALL, max_time = 1)]
fn stage_07_streams(bencher: Bencher, corpus: Corpus) {
    over(bencher, corpus, Ready::all(corpus), |r| {
        r.with_source(|source| {
            for p in 0..r.text.paragraphs.len() {
                black_box(source.streams(p));
            }
        });
    });
}

#[divan::bench(args = ALL, max_time = 1)]
fn stage_08_clauses(bencher: Bencher, corpus: Corpus) {
    let mut streams = Vec::new();
    for ready in Ready::all(corpus) {
        ready.with_source(|source| streams.push((0..ready.text.paragraphs.len()).flat_map(|p| source.streams(p)).collect::<Vec<_>>()));
    }
    over(bencher, corpus, streams, |streams| {
        for stream in streams {
            black_box(Clauses::of(&stream.nodes, EXTRACTOR.rules()));
        }
    });
}

#[divan::bench(args = ALL, max_time = 1)]
fn stage_09_walk(bencher: Bencher, corpus: Corpus) {
    over(bencher, corpus, Ready::all(corpus), |r| {
        black_box(r.walk(EXTRACTOR.rules()).drafts());
    });
}

#[divan::bench(args = ALL, max_time = 1)]
fn stage_10_records(bencher: Bencher, corpus: Corpus) {
    let strength = StrengthWords::builtin().expect("the built-in words");
    let drafts = |r: Ready| {
        let drafts = r.walk(EXTRACTOR.rules()).drafts();
        (r, drafts)
    };
    let made = Ready::all(corpus).into_iter().map(drafts).collect();
    over(bencher, corpus, made, |(r, drafts)| {
        let maker = Maker {
            text: r.text,
            id: &r.document.id,
            rules: EXTRACTOR.rules(),
            lexicon: EXTRACTOR.lexicon(),
            strength: &strength,
            times: Times::new(r.text),
            published: None,
        };
        let mut ids = Ids::default();
        for draft in overlap::settle(drafts, false).0 {
            black_box(maker.statement(&drafts[draft], &mut ids));
        }
    });
}

#[divan::bench(args = ALL, max_time = 1)]
fn stage_11_validate(bencher: Bencher, corpus: Corpus) {
    let sieve = Sieve::new(None).expect("the built-in schemas");
    let made = corpus.documents().iter().map(|d| (d, EXTRACTOR.extract(d))).collect();
    over(bencher, corpus, made, |(d, extraction)| {
        black_box(sieve.sift(&mut extraction.clone(), Some(&d.text)));
    });
}

#[divan::bench(args = ALL, max_time = 1)]
fn stage_12_serialise(bencher: Bencher, corpus: Corpus) {
    let made = corpus.documents().iter().map(|d| EXTRACTOR.extract(d)).collect();
    over(bencher, corpus, made, |extraction| {
        black_box(lines(extraction));
    });
}

#[divan::bench(args = ALL, max_time = 3)]
fn whole(bencher: Bencher, corpus: Corpus) {
    over(bencher, corpus, documents(corpus), |d| {
        black_box(lines(&EXTRACTOR.extract(d)));
    });
}

/// An extraction as `--format jsonl` writes it.
pub fn lines(extraction: &Extraction) -> Vec<u8> {
    let style = Style {
        shape: Shape::Many,
        colour: false,
        bom: false,
        flat: false,
        rules: "",
    };
    let mut out = Vec::new();
    let mut writer = writer(Format::Jsonl, &mut out, style).expect("memory takes everything");
    writer
        .document(extraction)
        .and_then(|()| writer.end())
        .expect("memory takes everything");
    drop(writer);
    out
}
