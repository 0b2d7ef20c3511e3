//! Lists the built-in rule files and the golden articles, so that a new one needs no registration, and works out a digest of all that
//! the built-in pack is made of, by which two builds of one version are told apart.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, path::Path};

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    println!("cargo:rerun-if-changed=golden");
    let mut digest = Digest::new();
    for folder in ["rules/acts", "rules/gazetteer", "rules/lexicon"] {
        println!("cargo:rerun-if-changed={folder}");
        for path in entries(&root.join(folder)) {
            // What people are told of the files makes no record.
            if path.extension().is_some_and(|ending| ending != "md") {
                digest.add(format!("{folder}/{}", name(&path)).as_bytes());
                digest.add(&fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
            }
        }
    }
    println!("cargo:rustc-env=DEMARCHE_RULES_DIGEST={}", digest.hex());
    for (table, sources) in COMPILED {
        let mut digest = Digest::new();
        for source in sources.iter().chain(&[HELD]) {
            println!("cargo:rerun-if-changed={source}");
            digest.add_all(&root.join(source));
        }
        println!("cargo:rustc-env=DEMARCHE_{table}_DIGEST={}", digest.hex());
    }
    let mut acts = String::from("/// The built-in rule files: name and text.\nconst ACT_FILES: &[(&str, &str)] = &[\n");
    for path in entries(&root.join("rules/acts"))
        .iter()
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
    {
        line(&mut acts, &format!("rules/acts/{}", name(path)), path);
    }
    keep("acts.rs", acts);
    let mut goldens = String::from("/// The golden articles that are plain text: name and text.\nconst GOLDENS: &[(&str, &str)] = &[\n");
    for folder in entries(&root.join("golden")) {
        let article = folder.join("article.txt");
        if article.is_file() {
            line(&mut goldens, &name(&folder), &article);
        }
    }
    keep("goldens.rs", goldens);
}

/// What each compiled table is made from: its texts, and the sources that say how it is held, besides [`HELD`].
const COMPILED: &[(&str, &[&str])] = &[
    (
        "GRAMMAR",
        &[
            "rules/acts",
            "rules/lexicon/closed.toml",
            "rules/lexicon/verbs.tsv",
            "rules/lexicon/words.txt",
            "src/grammar/lexicon",
            "src/rules/frame.rs",
            "src/rules/load",
            "src/rules/pack.rs",
            "src/statement.rs",
            "src/statement/terms.rs",
        ],
    ),
    (
        "DEGREES",
        &[
            "rules/lexicon/degree.toml",
            "rules/lexicon/hedges.toml",
            "src/resolve/strength/words.rs",
        ],
    ),
    (
        "NAMES",
        &[
            "rules/gazetteer",
            "src/names/gazetteer",
            "src/names/mod.rs",
            "src/statement.rs",
            "src/statement/terms.rs",
            "src/text/token.rs",
        ],
    ),
];

/// The form of all compiled tables.
const HELD: &str = "src/compiled.rs";

/// FNV-1a in 64 bits: nobody attacks it, and it needs no other crate.
struct Digest(u64);

impl Digest {
    fn new() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }

    /// Takes a part in, with its length, so that no two lists of parts read the same.
    fn add(&mut self, part: &[u8]) {
        for byte in (part.len() as u64).to_le_bytes().iter().chain(part) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    /// Takes in a file, or all files of a folder but those for people.
    fn add_all(&mut self, path: &Path) {
        if path.is_dir() {
            entries(path).iter().for_each(|inner| self.add_all(inner));
        } else if path.extension().is_some_and(|ending| ending != "md") {
            self.add(name(path).as_bytes());
            self.add(&fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
        }
    }

    /// The two halves folded into one: eight digits are read and compared more easily than sixteen.
    fn hex(&self) -> String {
        format!("{:08x}", (self.0 >> 32) ^ (self.0 & 0xFFFF_FFFF))
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name()
        .and_then(|n| n.to_str())
        .expect("files of the tree have plain names")
        .to_string()
}

fn line(list: &mut String, name: &str, path: &Path) {
    writeln!(list, "    ({name:?}, include_str!({:?})),", path.display().to_string()).expect("a string takes all");
}

fn keep(file: &str, mut list: String) {
    list.push_str("];\n");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join(file);
    fs::write(out, list).expect("the build directory can be written");
}
