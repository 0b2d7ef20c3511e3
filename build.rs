//! Lists the built-in rule files, so that a new one needs no registration.

use std::fmt::Write as _;
use std::{env, fs, path::Path};

fn main() {
    let dir = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("rules/acts");
    println!("cargo:rerun-if-changed=rules/acts");
    let mut files: Vec<_> = fs::read_dir(&dir)
        .expect("rules/acts is there")
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .collect();
    files.sort();
    let mut list = String::from("/// The built-in rule files: name and text.\nconst ACT_FILES: &[(&str, &str)] = &[\n");
    for path in files {
        let name = path.file_name().and_then(|n| n.to_str()).expect("rule files have plain names");
        writeln!(list, "    (\"rules/acts/{name}\", include_str!({:?})),", path.display().to_string()).expect("a string takes all");
    }
    list.push_str("];\n");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("acts.rs");
    fs::write(out, list).expect("the build directory can be written");
}
