//! Calling the program from outside.

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_demarche");

/// What one call did.
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Calls the program in `folder`, with nothing on standard input.
pub fn demarche(folder: &Path, args: &[&str]) -> Done {
    piped(folder, args, "")
}

/// What the program reads from its environment. The machine that tests sets some of them, `CI` above all.
const ENVIRONMENT: [&str; 3] = ["NO_COLOR", "CLICOLOR_FORCE", "CI"];

/// Calls the program in `folder` with `input` on standard input, whatever the environment of the tests says.
pub fn piped(folder: &Path, args: &[&str], input: &str) -> Done {
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder);
    for name in ENVIRONMENT {
        command.env_remove(name);
    }
    let output = command.args(args).write_stdin(input).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Done {
        code: output.status.code().unwrap(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// A folder with `files`.
pub fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// A text in which nothing is wrong.
pub const ARTICLE: &[u8] = b"Norway and Peru agreed to reopen the fishing talks in Lima on Monday.\n";
