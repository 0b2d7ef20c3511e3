//! `demarche explain`, and `extract --left-out`.
//!
//! Owns: which sentences are asked for, and where what is told of them goes.
//! Leaves to: [`crate::explain`] everything that is told.

use super::documents::{Found, TextArgs, documents, is_many};
use super::packs::RuleArgs;
use super::{Stop, UNREADABLE, report};
use crate::explain::text::Drawing;
use crate::explain::{Explanation, Sentence, explain};
use crate::extract::{Extractor, Options};
use anstream::{AutoStream, ColorChoice};
use serde::Serialize;
use std::io::{self, BufWriter, Write, stdout};
use std::path::PathBuf;

/// Tell why a sentence gave what it gave, and what stopped the rest.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, mut_arg("rules", |rules| rules.help("Rules of your own, as for `extract`")))]
pub struct Args {
    /// Files or folders, as for `extract`; `-` is standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// The sentence at this place: a character (code point) from 0, as `span.start` in a record
    #[arg(long, value_name = "OFFSET", conflicts_with = "matching")]
    at: Option<u32>,
    /// The sentences that hold these words; case and white space do not matter
    #[arg(long = "match", value_name = "TEXT", id = "matching")]
    matching: Option<String>,
    /// Format of the output: text for people, json for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    packs: RuleArgs,
    #[command(flatten)]
    texts: TextArgs,
}

const EXAMPLES: &str = "\
Examples:
  demarche explain article.txt                          every sentence
  demarche explain article.txt --match \"agreed to\"       the sentences with these words
  demarche explain article.txt --at 1204                the sentence at the 1,204th character, as in a record's span
  demarche explain article.txt --rules mine.toml --match shoulder
  demarche explain article.txt --format json

How to read it: [1 agreed] is a verb with its number, ‹Peru› a name. Below each cue stand the rules that were held against it, with
what they expected and what they found.

Exit codes: 0 done, 2 wrong usage, no such place or no such words, 3 something could not be read.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs: an object a document; an array of them for several
    Json,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    let extractor = args.packs.extractor(Options::default(), "nothing was extracted")?;
    let many = args.paths.len() > 1 || args.paths.iter().any(|p| is_many(p));
    if let (Some(at), true) = (args.at, many) {
        let stop = Stop::usage(format!("--at {at} is a place in one document, and several are named"));
        return Err(stop.help("name one file, or look for words with --match"));
    }
    let (mut unread, mut shown) = (0, 0);
    let mut sink = Sink::new(args.format, many);
    for input in documents(&args.paths, args.texts.options()) {
        match input {
            Ok(found) => shown += document(args, &extractor, &found, &mut sink)?,
            Err(error) => {
                unread += 1;
                report::error(&error.to_string());
            }
        }
    }
    sink.end().map_err(|error| Stop::unwritten("to stdout", &error))?;
    match &args.matching {
        Some(words) if shown == 0 && unread == 0 => {
            Err(Stop::usage(format!("no sentence holds {words:?}")).help("try fewer words; case and white space do not matter"))
        }
        _ => Ok(if unread > 0 { UNREADABLE } else { 0 }),
    }
}

/// Shows the sentences of one document that are asked for; how many they are.
fn document(args: &Args, extractor: &Extractor, found: &Found, sink: &mut Sink) -> Result<usize, Stop> {
    let (_, explanation) = explain(extractor, &found.document);
    if explanation.language != "en" && !found.document.text.trim().is_empty() {
        report::warning(&format!(
            "{}: the language is {:?}, not English; nothing is read",
            explanation.document, explanation.language
        ));
    }
    let chosen = match (args.at, &args.matching) {
        (Some(at), _) => vec![sentence_at(&explanation, at, found)?],
        (None, Some(words)) => holding(&explanation, words),
        (None, None) => (0..explanation.sentences.len()).collect(),
    };
    if args.matching.is_none() || !chosen.is_empty() {
        sink.document(&explanation, &chosen)
            .map_err(|error| Stop::unwritten("to stdout", &error))?;
    }
    Ok(chosen.len())
}

/// The sentence that holds character `at`.
fn sentence_at(explanation: &Explanation, at: u32, found: &Found) -> Result<usize, Stop> {
    let all = found.document.text.chars().count();
    if at as usize >= all {
        let stop = Stop::usage(format!(
            "--at {at} is behind the end: {} has {all} characters",
            explanation.document
        ));
        return Err(stop.help("count characters (code points) from 0, as the spans of records do, not bytes"));
    }
    let sentences = &explanation.sentences;
    let holds = |s: &Sentence| s.sentence.span.start <= at && at < s.sentence.span.end;
    sentences.iter().position(holds).ok_or_else(|| {
        let stop = Stop::usage(format!("no sentence stands at character {at}"));
        let place = |s: Option<&Sentence>| s.map(|s| format!("{} to {}", s.sentence.span.start, s.sentence.span.end));
        let before = place(sentences.iter().rfind(|s| s.sentence.span.end <= at));
        let after = place(sentences.iter().find(|s| s.sentence.span.start > at));
        stop.help(match (before, after) {
            (Some(before), Some(after)) => format!("the sentences beside it are at {before} and at {after}"),
            (Some(only), None) | (None, Some(only)) => format!("the nearest sentence is at {only}"),
            (None, None) => "the text has no sentence".to_string(),
        })
    })
}

fn holding(explanation: &Explanation, words: &str) -> Vec<usize> {
    let wanted = folded(words);
    let sentences = explanation.sentences.iter().enumerate();
    sentences
        .filter(|(_, s)| folded(&s.sentence.text).contains(&wanted))
        .map(|(n, _)| n)
        .collect()
}

/// Small letters, straight apostrophes, one space for each run of white space.
fn folded(text: &str) -> String {
    crate::spaces::squeezed(&text.to_lowercase().replace(['’', '‘'], "'"))
}

/// Where explanations go.
struct Sink {
    format: Format,
    many: bool,
    written: usize,
    drawing: Drawing<Box<dyn Write>>,
    out: Box<dyn Write>,
}

impl Sink {
    fn new(format: Format, many: bool) -> Self {
        let colour = AutoStream::choice(&stdout()) != ColorChoice::Never;
        let out = || -> Box<dyn Write> { Box::new(BufWriter::new(AutoStream::auto(stdout()))) };
        Self {
            format,
            many,
            written: 0,
            drawing: Drawing::new(out(), colour),
            out: Box::new(BufWriter::new(stdout())),
        }
    }

    fn document(&mut self, explanation: &Explanation, chosen: &[usize]) -> io::Result<()> {
        match self.format {
            Format::Text => chosen
                .iter()
                .try_for_each(|n| self.drawing.sentence(explanation, &explanation.sentences[*n])),
            Format::Json => {
                let start = match (self.many, self.written) {
                    (true, 0) => "[\n",
                    (true, _) => ",\n",
                    (false, _) => "",
                };
                self.written += 1;
                self.out.write_all(start.as_bytes())?;
                let part = Explanation {
                    sentences: chosen.iter().map(|n| explanation.sentences[*n].clone()).collect(),
                    ..explanation.clone()
                };
                part.serialize(&mut serde_json::Serializer::pretty(&mut self.out))?;
                Ok(())
            }
        }
    }

    fn end(&mut self) -> io::Result<()> {
        if self.format == Format::Json {
            let end = match (self.many, self.written) {
                (true, 0) => "[]\n",
                (true, _) => "\n]\n",
                (false, 0) => "",
                (false, _) => "\n",
            };
            self.out.write_all(end.as_bytes())?;
        }
        self.drawing.flush()?;
        self.out.flush()
    }
}
