//! Lists the built-in rule files and the golden articles, so that a new one needs no registration.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, path::Path};

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    println!("cargo:rerun-if-changed=rules/acts");
    println!("cargo:rerun-if-changed=golden");
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
