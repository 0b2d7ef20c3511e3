//! Which files a run reads, and what each document is called.
//!
//! Owns: walking folders, the endings that are read, an id for every file that no other file of the run has.
//! Leaves to: [`super::input`] opening and reading them.

use super::input::ReadError;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Endings of files that are taken from a folder, each also with `.gz` behind it.
pub(super) const ENDINGS: &[&str] = &["txt", "md", "markdown", "html", "htm", "jsonl", "ndjson"];

/// Where documents come from.
#[derive(Debug)]
pub(super) enum Source {
    /// A file, and what its document is called.
    File { path: PathBuf, id: String },
    /// Standard input.
    Stdin,
    /// Something that cannot be read at all.
    Failed(ReadError),
}

/// All sources behind `paths`, folders by name, in the order given.
pub(super) fn sources(paths: &[PathBuf]) -> Vec<Source> {
    let mut sources = Vec::new();
    // the path within its folder, of each file, to name it after where two have the same name
    let mut within = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            sources.push(Source::Stdin);
        } else if path.is_dir() {
            let before = sources.len();
            walk(path, &mut sources, &mut within);
            if sources.len() == before {
                sources.push(Source::Failed(ReadError::EmptyFolder { path: path.clone() }));
            }
        } else {
            within.push((sources.len(), path.clone()));
            sources.push(Source::File {
                path: path.clone(),
                id: String::new(),
            });
        }
    }
    name(&mut sources, &within);
    sources
}

fn walk(folder: &Path, sources: &mut Vec<Source>, within: &mut Vec<(usize, PathBuf)>) {
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    let entries = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|e| e.depth() == 0 || !hidden(e.file_name()));
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_dir() || !is_listed(entry.path()) => {}
            Ok(entry) => {
                let path = entry.into_path();
                within.push((sources.len(), path.strip_prefix(folder).unwrap_or(&path).to_path_buf()));
                sources.push(Source::File { path, id: String::new() });
            }
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_path_buf();
                let source = error
                    .into_io_error()
                    .unwrap_or_else(|| std::io::Error::other("a link that leads back to its own folder"));
                sources.push(Source::Failed(ReadError::Open { path, source }));
            }
        }
    }
}

/// Whether a folder gives the file `path`.
pub(crate) fn is_listed(path: &Path) -> bool {
    ENDINGS.contains(&ending(path).as_str())
}

/// The ending of a file's name in lower case, `.gz` set aside.
pub(crate) fn ending(path: &Path) -> String {
    let name = file_name(path).to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.rsplit_once('.').map_or(
        String::new(),
        |(stem, ending)| if stem.is_empty() { String::new() } else { ending.to_string() },
    )
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A name without its endings, where they are endings that say how it is read.
fn stem(name: &str) -> &str {
    let cut = |name: &'_ str, ending: &str| {
        let at = name.len().checked_sub(ending.len() + 1)?;
        let matches = at > 0
            && name
                .get(at..)
                .is_some_and(|end| end.starts_with('.') && end[1..].eq_ignore_ascii_case(ending));
        matches.then_some(at)
    };
    let name = cut(name, "gz").map_or(name, |at| &name[..at]);
    ENDINGS
        .iter()
        .chain(&["json", "xhtml", "text"])
        .find_map(|e| cut(name, e))
        .map_or(name, |at| &name[..at])
}

/// Gives each file the shortest name that no other has: its stem, its path without endings, its path, its path and a number.
fn name(sources: &mut [Source], within: &[(usize, PathBuf)]) {
    let slashed = |path: &Path| {
        path.components()
            .map(|c| c.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/")
    };
    let candidates: Vec<[String; 3]> = within
        .iter()
        .map(|(_, path)| {
            let whole = slashed(path);
            [stem(&file_name(path)).to_string(), stem(&whole).to_string(), whole]
        })
        .collect();
    let mut counts: [FxHashMap<&str, usize>; 3] = Default::default();
    for names in &candidates {
        for (count, name) in counts.iter_mut().zip(names) {
            *count.entry(name).or_default() += 1;
        }
    }
    let mut given: FxHashMap<String, usize> = FxHashMap::default();
    for ((at, _), names) in within.iter().zip(&candidates) {
        let unique = names
            .iter()
            .zip(&counts)
            .find(|(name, count)| count.get(name.as_str()) == Some(&1))
            .map(|(name, _)| name);
        let name = unique.unwrap_or(&names[2]).clone();
        let times = given.entry(name.clone()).or_default();
        *times += 1;
        let unnumbered = *times == 1;
        if let Some(Source::File { id, .. }) = sources.get_mut(*at) {
            *id = if unnumbered { name } else { format!("{name}#{times}") };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Source, ending, sources, stem};
    use std::path::Path;

    #[test]
    fn endings_are_told_through_gz() {
        assert_eq!(ending(Path::new("a/b.TXT.gz")), "txt");
        assert_eq!(ending(Path::new("a.b/c")), "");
        assert_eq!(ending(Path::new(".hidden")), "");
        assert_eq!(stem("talks.2023.txt.gz"), "talks.2023");
        assert_eq!(stem("talks.final"), "talks.final");
    }

    #[test]
    fn a_folder_is_walked_in_order_and_every_file_has_its_own_id() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "b.txt",
            "a.md",
            "sub/b.txt",
            "sub/c.txt",
            "sub/c.html.gz",
            ".hidden.txt",
            ".git/d.txt",
            "e.csv",
        ] {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        let found: Vec<String> = sources(&[folder.path().to_path_buf()])
            .into_iter()
            .map(|s| if let Source::File { id, .. } = s { id } else { panic!("{s:?}") })
            .collect();
        assert_eq!(found, ["a", "b", "sub/b", "sub/c.html.gz", "sub/c.txt"]);
    }

    #[test]
    fn a_file_given_twice_has_two_ids_and_an_empty_folder_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        assert!(matches!(sources(&[folder.path().to_path_buf()])[..], [Source::Failed(_)]));
        std::fs::write(&file, "x").unwrap();
        let ids: Vec<String> = sources(&[file.clone(), file])
            .into_iter()
            .filter_map(|s| if let Source::File { id, .. } = s { Some(id) } else { None })
            .collect();
        assert_ne!(ids[0], ids[1]);
    }
}
