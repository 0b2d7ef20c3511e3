//! What holds for any text: no panic, words at their places, valid records, the same bytes each time, and time that does not explode.

use crate::texts::{for_everyone, plain};
use demarche::output::validate::Checker;
use demarche::rules::marked::Marked;
use proptest::prelude::*;
use std::sync::{Mutex, OnceLock, PoisonError, mpsc};
use std::time::{Duration, Instant};

/// Longest that one of the long texts may take, unoptimised and on a machine busy with other things; alone each takes under two seconds,
/// and work that grows with the square of the text takes minutes.
const PATIENCE: Duration = Duration::from_secs(30);

fn checker() -> &'static Checker {
    static MADE: OnceLock<Checker> = OnceLock::new();
    MADE.get_or_init(Checker::new)
}

/// Extracts, checks every record and every place, and extracts again.
fn holds(text: &str) -> Result<usize, TestCaseError> {
    let document = plain(text);
    let extraction = for_everyone().extract(&document);
    let checked = checker().check(&extraction, text);
    prop_assert!(checked.is_ok(), "{}", checked.unwrap_err());
    let again = for_everyone().extract(&document);
    prop_assert_eq!(serde_json::to_string(&extraction).unwrap(), serde_json::to_string(&again).unwrap());
    Ok(extraction.statements.len())
}

/// What texts of the field are made of, and what breaks a reader of them.
const PIECES: &[&str] = &[
    "agreed to",
    "agree",
    "Shouting",
    "could be heard",
    "condemning",
    "reaffirmed",
    "urged",
    "urging",
    "to",
    "that",
    "on",
    "condemned",
    "expressed deep concern over",
    "said",
    "according to",
    "will",
    "plan to",
    "did not",
    "refused to",
    "was",
    "were",
    "has been",
    "by",
    "and",
    "or",
    "as well as",
    "in addition",
    "at the same time",
    "last week",
    "one day after",
    "saying",
    "he",
    "it",
    "while",
    "who",
    "which",
    "the",
    "both sides",
    "they",
    "we",
    "We",
    "he",
    "Norway",
    "Peru's",
    "the three ministers",
    "President Ramos",
    "U.S.",
    "Washington",
    "the Security Council",
    "The Security Council,",
    "Decides",
    "Recalling",
    "1.",
    "(a)",
    "-",
    "•",
    "talks",
    "commitment",
    "on the 25th",
    "Thursday",
    "last August",
    "in the strongest terms",
    ",",
    ".",
    ";",
    ":",
    "?",
    "...",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "(",
    ")",
    "[",
    "]",
    "«",
    "»",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{0}",
    "서울",
    "外交部",
    "🌍",
    "👨‍👩‍👧",
    "e\u{301}",
    "ﬁ",
    "İ",
    "ß",
    "—",
    "–",
    "#",
    "|",
    "= Reporter Kim",
    "Photo",
    "©",
];

fn made() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    let joint = prop::sample::select(&[" ", " ", " ", " ", "", "\n"][..]);
    prop::collection::vec((piece, joint), 0..60).prop_map(|pieces| pieces.into_iter().flat_map(|(piece, joint)| [piece, joint]).collect())
}

/// The words of the sentences that the built-in rules have for examples, sentence by sentence.
fn examples() -> &'static [Vec<String>] {
    static READ: OnceLock<Vec<Vec<String>>> = OnceLock::new();
    READ.get_or_init(|| {
        let rules = &for_everyone().rules().rules;
        let sentences = rules.iter().flat_map(|rule| rule.fires.iter().chain(&rule.quiet));
        sentences
            .filter_map(|example| Marked::parse(example).ok())
            .map(|example| example.text.split_whitespace().map(String::from).collect())
            .collect()
    })
}

/// What happens to a word of a sentence.
#[derive(Clone, Debug)]
enum Change {
    Drop,
    Put(&'static str),
    Replace(&'static str),
    Swap(prop::sample::Index),
}

/// Small words that make another construction of what stands around them.
const SMALL: &[&str] = &[
    "the",
    "a",
    "that",
    "to",
    "of",
    "and",
    "or",
    "nor",
    "but",
    ",",
    ", which",
    "who",
    "which",
    "said",
    "says",
    "not",
    "neither",
    "as",
    "for",
    "with",
    "on",
    "by",
    "in",
    "is",
    "are",
    "was",
    "be",
    "been",
    "has",
    "have",
    "will",
    "would",
    "let",
    "it",
    "they",
    "he",
    "we",
    "this",
    "both",
    "all",
    "than",
    "because",
    "if",
    "when",
    "while",
    "there",
    "its",
    "urged",
    "agreed",
    "call",
    "plans",
    "supports",
    "—",
    ";",
    ":",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "’",
    "also",
    "at",
    "from",
    "after",
    "unless",
    "so",
    "such",
    "other",
    "more",
    "must",
    "does",
    "no",
    "what",
    "following",
];

/// A sentence of the rules in which some words were changed: nearly English, as headlines, captions and bad scans are.
fn changed() -> impl Strategy<Value = String> {
    let small = || prop::sample::select(SMALL);
    let change = prop_oneof![
        1 => Just(Change::Drop),
        2 => small().prop_map(Change::Put),
        1 => small().prop_map(Change::Replace),
        1 => any::<prop::sample::Index>().prop_map(Change::Swap),
    ];
    let changes = prop::collection::vec((any::<prop::sample::Index>(), change), 1..5);
    (prop::sample::select(examples()), changes).prop_map(|(mut words, changes)| {
        for (place, change) in changes {
            if words.is_empty() {
                break;
            }
            let at = place.index(words.len());
            match change {
                Change::Drop => drop(words.remove(at)),
                Change::Put(word) => words.insert(at, word.to_string()),
                Change::Replace(word) => words[at] = word.to_string(),
                Change::Swap(other) => {
                    let other = other.index(words.len());
                    words.swap(at, other);
                }
            }
        }
        words.join(" ")
    })
}

/// A second's worth, so that the suite stays quick; `PROPTEST_CASES` asks for more. One text in two thousand was once read with a panic.
fn cases() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|number| number.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(2_000),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn any_words_of_the_field_are_read(text in made()) {
        holds(&text)?;
    }

    #[test]
    fn a_sentence_with_some_words_changed_is_read(text in changed()) {
        holds(&text)?;
    }

    #[test]
    fn an_article_cut_anywhere_is_read(from in 0_usize..4000, length in 0_usize..1500) {
        static ARTICLE: OnceLock<String> = OnceLock::new();
        let article = ARTICLE.get_or_init(|| std::fs::read_to_string(crate::texts::article("leaders-lima")).unwrap());
        let text: String = article.chars().skip(from).take(length).collect();
        holds(&text)?;
    }
}

/// The strings above do make records, else the properties hold of nothing.
#[test]
fn the_words_of_the_field_make_records() {
    let found = holds(
        "Norway agreed to talks and Peru's President Ramos said, “We will condemn 서울 🌍.”\n\nThe three ministers urged Norway to agree.",
    )
    .unwrap();
    assert!(found >= 3, "{found} records");
}

/// Extracts `text` in a thread of its own, one text at a time; fails where that takes too long.
fn is_quick(text: String) {
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let (done, waiting) = mpsc::channel();
    let bytes = text.len();
    for_everyone();
    let start = Instant::now();
    std::thread::spawn(move || done.send(for_everyone().extract(&plain(&text)).statements.len()));
    match waiting.recv_timeout(PATIENCE) {
        Ok(found) => eprintln!("{bytes} bytes, {found} records: {:?}", start.elapsed()),
        Err(error) => panic!("{bytes} bytes: not done after {:?} ({error})", start.elapsed()),
    }
}

const CLAUSE: &str =
    "the ministers of Norway and Peru, who met in Lima on the 25th, urged both sides to stop the fighting that began in May, ";

#[test]
fn long_run_of_cues() {
    is_quick("agreed to ".repeat(20_000));
}

#[test]
fn long_run_of_quotes() {
    is_quick("\" ".repeat(20_000));
}

#[test]
fn long_run_of_names() {
    is_quick(format!("{} agreed to talk.", vec!["Norway"; 5_000].join(" and ")));
}

#[test]
fn many_paragraphs() {
    is_quick("The two sides agreed to talk. President Ramos said, “We will help.”\n\n".repeat(1_000));
}

#[test]
fn sentence_of_ten_kilobytes() {
    is_quick(CLAUSE.repeat(10_000 / CLAUSE.len()));
}

#[test]
fn run_of_clauses() {
    is_quick("Norway agreed to stop and ".repeat(250));
}

#[test]
fn run_of_opening_quotes() {
    is_quick("“We agreed to ".repeat(100));
}

// The same at full length.

#[test]
fn sentence_of_two_hundred_kilobytes() {
    is_quick(CLAUSE.repeat(200_000 / CLAUSE.len()));
}

#[test]
fn long_run_of_clauses() {
    is_quick("Norway agreed to stop and ".repeat(8_000));
}

#[test]
fn long_run_of_opening_quotes() {
    is_quick("“We agreed to ".repeat(20_000));
}
