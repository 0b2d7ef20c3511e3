//! The texts of the tests: the goldens, how they are read, and words found in them again.
//!
//! Owns: which goldens there are; [`Squeezed`], a text in which every run of white space counts as one space.

use demarche::extract::{Extractor, Options};
use demarche::read::Document;
use demarche::read::input;
use demarche::span::Span;
use jiff::civil::Date;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A place in the tree, from its root.
pub fn tree(place: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(place)
}

/// The folders of `golden/`, sorted.
pub fn goldens() -> Vec<String> {
    let entries = fs::read_dir(tree("golden")).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.file_type().unwrap().is_dir());
    let mut names: Vec<String> = folders.map(|folder| folder.file_name().into_string().unwrap()).collect();
    names.sort();
    assert!(!names.is_empty(), "golden/ holds no folder");
    names
}

/// The article in the folder of a golden.
pub fn article(golden: &str) -> PathBuf {
    let folder = tree("golden").join(golden);
    let found = ["article.txt", "article.html", "article.md"].map(|name| folder.join(name));
    let mut found: Vec<PathBuf> = found.into_iter().filter(|path| path.is_file()).collect();
    assert_eq!(found.len(), 1, "{golden}: one article.txt, .html or .md");
    found.remove(0)
}

/// The document at `path`, read as the program reads a file that is named to it.
pub fn read(path: &Path, published: Option<Date>) -> Document {
    let options = input::Options {
        published,
        ..input::Options::default()
    };
    let mut found: Vec<_> = input::Inputs::new(&[path.to_path_buf()], options).collect();
    assert_eq!(found.len(), 1, "{} holds one document", path.display());
    found.remove(0).unwrap_or_else(|error| panic!("{error}")).document
}

/// A document that is nothing but its text.
pub fn plain(text: &str) -> Document {
    Document {
        id: "test".to_string(),
        text: text.to_string(),
        ..Document::default()
    }
}

/// The extractor as users have it.
pub fn extractor() -> &'static Extractor {
    static MADE: OnceLock<Extractor> = OnceLock::new();
    MADE.get_or_init(|| Extractor::builtin(Options::default()))
}

/// The extractor that keeps every speaker.
pub fn for_everyone() -> &'static Extractor {
    static MADE: OnceLock<Extractor> = OnceLock::new();
    MADE.get_or_init(|| {
        Extractor::builtin(Options {
            all_speakers: true,
            ..Options::default()
        })
    })
}

/// A text in which every run of white space (line breaks, no-break spaces) is one space, and the place of each character in
/// code points of the text as it was.
pub struct Squeezed {
    chars: Vec<char>,
    places: Vec<u32>,
}

impl Squeezed {
    pub fn new(text: &str) -> Self {
        let (mut chars, mut places) = (Vec::new(), Vec::new());
        for (place, c) in text.chars().enumerate() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c != ' ' || chars.last() != Some(&' ') {
                chars.push(c);
                places.push(place as u32);
            }
        }
        Self { chars, places }
    }

    /// All places at which `words` stand; none for no words.
    pub fn find(&self, words: &str) -> Vec<Span> {
        let words = Squeezed::new(words).chars;
        if words.is_empty() {
            return Vec::new();
        }
        let starts = (0..self.chars.len().saturating_sub(words.len() - 1)).filter(|at| self.chars[*at..].starts_with(&words));
        starts
            .map(|at| Span {
                start: self.places[at],
                end: self.places[at + words.len() - 1] + 1,
            })
            .collect()
    }

    /// The place of the cue of `at`, "words of the text with the [cue] in brackets".
    ///
    /// # Errors
    /// Says what is wrong with `at`: its brackets, or how often its words stand in the text.
    pub fn cue(&self, at: &str) -> Result<Span, String> {
        let parts: Vec<&str> = at.split(['[', ']']).collect();
        let ([before, cue, after], 1, 1) = (parts.as_slice(), at.matches('[').count(), at.matches(']').count()) else {
            return Err("expected one pair of brackets".to_string());
        };
        let found = self.find(&format!("{before}{cue}{after}"));
        let [place] = found.as_slice() else {
            return Err(format!("its words stand in the text {} times", found.len()));
        };
        let first = self.places.iter().position(|start| *start == place.start).unwrap_or(0);
        let start = first + Squeezed::new(before).chars.len();
        let length = Squeezed::new(cue).chars.len();
        if length == 0 {
            return Err("there is nothing between the brackets".to_string());
        }
        Ok(Span {
            start: self.places[start],
            end: self.places[start + length - 1] + 1,
        })
    }

    /// The shortest `at` for the words at `cue`: they, and as many words around them as make the run unique.
    pub fn at(&self, cue: Span) -> String {
        let index = |place: u32| self.places.partition_point(|start| *start < place);
        let (from, to) = (index(cue.start), index(cue.end));
        let words = |range: std::ops::Range<usize>| self.chars[range].iter().collect::<String>();
        let (mut left, mut right) = (from, to);
        while self.find(&words(left..right)).len() > 1 && (left, right) != (0, self.chars.len()) {
            let next = self.chars[..left.saturating_sub(1)].iter().rposition(|c| *c == ' ');
            left = if left == 0 { 0 } else { next.map_or(0, |space| space + 1) };
            if self.find(&words(left..right)).len() > 1 {
                let next = self.chars[(right + 1).min(self.chars.len())..].iter().position(|c| *c == ' ');
                right = next.map_or(self.chars.len(), |space| right + 1 + space);
            }
        }
        // Brackets of the text itself cannot stand in an `at`.
        let (before, after) = (words(left..from), words(to..right));
        let before = before.rsplit(['[', ']']).next().unwrap_or("");
        let after = after.split(['[', ']']).next().unwrap_or("");
        format!("{}[{}]{}", before, words(from..to), after).trim().to_string()
    }
}

#[test]
fn words_are_found_over_line_breaks() {
    let text = Squeezed::new("“Ünder\u{a0}the\n  sea, under the sky”");
    assert_eq!(text.find("the sea,"), [Span { start: 7, end: 17 }]);
    assert_eq!(text.cue("under [the] sky"), Ok(Span { start: 24, end: 27 }));
    assert_eq!(text.at(Span { start: 24, end: 27 }), "under [the]");
    assert_eq!(text.cue("[the]"), Err("its words stand in the text 2 times".to_string()));
    assert!(text.cue("under the sky").is_err() && text.cue("under [] the sky").is_err());
}
