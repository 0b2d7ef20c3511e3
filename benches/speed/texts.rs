//! What is read: the golden articles, and generated news with few cues and with many.

use super::news;
use demarche::read::Document;
use demarche::read::input::{Inputs, Options};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A set of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corpus {
    /// `golden/`, written by hand: a cue in nearly every sentence.
    Golden,
    /// Generated: a cue in every sentence.
    Dense,
    /// Generated: what a newspaper brings beside diplomacy, somebody quoted here and there.
    News,
}

/// All sets.
pub const ALL: [Corpus; 3] = [Corpus::Golden, Corpus::Dense, Corpus::News];

/// Documents of a generated set: with 3 KB each enough that no cache holds them all, and one round stays under a second.
const DOCUMENTS: usize = 200;

impl fmt::Display for Corpus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Corpus::Golden => "golden",
            Corpus::Dense => "dense",
            Corpus::News => "news",
        })
    }
}

impl Corpus {
    /// Its documents.
    pub fn documents(self) -> &'static [Document] {
        static GOLDEN: LazyLock<Vec<Document>> = LazyLock::new(golden);
        static DENSE: LazyLock<Vec<Document>> = LazyLock::new(|| generated("dense", news::DENSE));
        static NEWS: LazyLock<Vec<Document>> = LazyLock::new(|| generated("news", news::ORDINARY));
        match self {
            Corpus::Golden => &GOLDEN,
            Corpus::Dense => &DENSE,
            Corpus::News => &NEWS,
        }
    }

    /// The bytes of all its texts.
    pub fn bytes(self) -> usize {
        self.documents().iter().map(|d| d.text.len()).sum()
    }
}

fn golden() -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the tree has goldens")
        .flatten()
        .flat_map(|entry| ["article.txt", "article.html"].map(|name| entry.path().join(name)))
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    let read = Inputs::new(&paths, Options::default());
    let documents: Vec<Document> = read.map(|found| found.expect("a golden can be read").document).collect();
    assert!(!documents.is_empty(), "no golden found");
    documents
}

fn generated(name: &str, density: usize) -> Vec<Document> {
    (0..DOCUMENTS)
        .map(|n| Document {
            id: format!("{name}-{n}"),
            text: news::article(n as u64, density),
            ..Document::default()
        })
        .collect()
}
