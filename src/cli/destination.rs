//! Where output goes: stdout, or a file that appears when it is complete.
//!
//! Owns: the temporary file beside the destination and its renaming, and the refusal to overwrite what is being read.

use super::Stop;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// An open destination.
pub struct Destination {
    out: Box<dyn Write>,
    /// The file that is written and the name that it gets at the end.
    pending: Option<(PathBuf, PathBuf)>,
}

impl Destination {
    /// Standard output, with colours as the terminal can show them.
    pub fn stdout(colour: bool) -> Self {
        let choice = if colour {
            anstream::ColorChoice::Always
        } else {
            anstream::ColorChoice::Never
        };
        // Only text has colours; the stream is in the way of nothing else, since without colours the bytes go as they are.
        let out: Box<dyn Write> = match colour {
            true => Box::new(BufWriter::new(anstream::AutoStream::new(io::stdout(), choice))),
            false => Box::new(BufWriter::new(io::stdout())),
        };
        Self { out, pending: None }
    }

    /// The file `path`. A device or a pipe is written as it is; a file appears, or is replaced, at [`Self::keep`].
    pub fn file(path: &Path) -> Result<Self, Stop> {
        let failed = |error: io::Error| {
            let stop = Stop::unwritten(&path.display().to_string(), &error);
            stop.help("name a file in a folder that exists and that you may write to, or leave --to out for standard output")
        };
        // A link keeps pointing at the file that is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        match fs::metadata(&path) {
            Ok(found) if found.is_dir() => return Err(failed(io::ErrorKind::IsADirectory.into())),
            Ok(found) if !found.is_file() => {
                let file = OpenOptions::new().write(true).open(&path).map_err(failed)?;
                return Ok(Self {
                    out: Box::new(BufWriter::new(file)),
                    pending: None,
                });
            }
            // Renaming would get around the write protection of an existing file.
            Ok(found) if found.permissions().readonly() => return Err(failed(io::ErrorKind::PermissionDenied.into())),
            _ => (),
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let part = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
        let file = File::create(&part).map_err(failed)?;
        Ok(Self {
            out: Box::new(BufWriter::new(file)),
            pending: Some((part, path)),
        })
    }

    /// Where bytes go.
    pub fn out(&mut self) -> &mut dyn Write {
        &mut self.out
    }

    /// Everything is written: flush, and give the file its name.
    pub fn keep(mut self) -> io::Result<()> {
        self.out.flush()?;
        // Closed before it is renamed; some systems insist.
        self.out = Box::new(io::sink());
        match self.pending.take() {
            Some((part, path)) => fs::rename(&part, path).inspect_err(|_| drop(fs::remove_file(&part))),
            None => Ok(()),
        }
    }
}

impl Drop for Destination {
    /// Not kept: nothing half-written stays behind.
    fn drop(&mut self) {
        if let Some((part, _)) = self.pending.take() {
            let _ = fs::remove_file(part);
        }
    }
}

/// Refuses a destination that the run would read: one of `inputs`, or a file that a folder among them would give.
pub fn refuse_input(destination: &Path, inputs: &[PathBuf], is_input: impl Fn(&Path) -> bool) -> Result<(), Stop> {
    let Ok(destination) = fs::canonicalize(destination) else {
        return Ok(());
    };
    for input in inputs {
        let Ok(input) = fs::canonicalize(input) else { continue };
        let inside = input.is_dir() && destination.starts_with(&input) && is_input(&destination);
        if destination == input || inside {
            let stop = Stop::usage(format!("--to {} is among the files that are read", destination.display()));
            return Err(stop.help("name another file; inputs are never overwritten"));
        }
    }
    Ok(())
}
