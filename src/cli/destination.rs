//! Where bytes go: stdout, or a file that appears when it is complete.
//!
//! Owns: the temporary file beside the destination and its renaming, and the refusal to overwrite what is being read.
//! Leaves to: [`super::outlets`] what is written into them.

use super::Stop;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Where a writer writes.
pub type Out = Box<dyn Write + Send>;

/// A file that is being written under another name; it goes away unless it is kept.
#[derive(Debug)]
pub struct Pending {
    part: PathBuf,
    path: PathBuf,
    kept: bool,
}

/// Standard output, with colours as the terminal can show them.
pub fn stdout(colour: bool) -> Out {
    // Only text has colours; the stream is in the way of nothing else, since without colours the bytes go as they are.
    match colour {
        true => Box::new(BufWriter::new(anstream::AutoStream::new(
            io::stdout(),
            anstream::ColorChoice::Always,
        ))),
        false => Box::new(BufWriter::new(io::stdout())),
    }
}

/// The file `path`. A device or a pipe is written as it is; a file appears, or is replaced, at [`Pending::keep`].
pub fn file(path: &Path) -> Result<(Out, Option<Pending>), Stop> {
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
            return Ok((Box::new(BufWriter::new(file)), None));
        }
        // Renaming would get around the write protection of an existing file.
        Ok(found) if found.permissions().readonly() => return Err(failed(io::ErrorKind::PermissionDenied.into())),
        _ => (),
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    sweep(&path, &name);
    let part = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let file = File::create(&part).map_err(failed)?;
    let pending = Pending { part, path, kept: false };
    Ok((Box::new(BufWriter::new(file)), Some(pending)))
}

/// How long nobody may have written into a part before it is taken for the rest of a killed run.
const LEFT: Duration = Duration::from_secs(3600);

/// Removes what killed runs have left beside `path`: parts whose program is gone and that nobody has touched for a while. Where the
/// system does not tell which programs run, they stay.
fn sweep(path: &Path, name: &str) {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let processes = Path::new("/proc");
    if !processes.join("self").exists() {
        return;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        let process = file
            .strip_prefix('.')
            .and_then(|rest| rest.strip_prefix(name)?.strip_prefix('.')?.strip_suffix(".part"))
            .filter(|process| !process.is_empty() && process.bytes().all(|b| b.is_ascii_digit()));
        let gone = process.is_some_and(|process| !processes.join(process).exists());
        let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        if gone && age().is_some_and(|age| age > LEFT) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// An open destination of one run that writes one thing.
pub struct Destination {
    out: Out,
    pending: Option<Pending>,
}

impl Destination {
    /// Standard output.
    pub fn stdout(colour: bool) -> Self {
        Self {
            out: stdout(colour),
            pending: None,
        }
    }

    /// The file `path`, see [`file`].
    pub fn file(path: &Path) -> Result<Self, Stop> {
        let (out, pending) = file(path)?;
        Ok(Self { out, pending })
    }

    /// Where bytes go.
    pub fn out(&mut self) -> &mut (dyn Write + Send) {
        &mut self.out
    }

    /// Everything is written: flush, and give the file its name.
    pub fn keep(self) -> io::Result<()> {
        let Self { mut out, pending } = self;
        out.flush()?;
        // Closed before it is renamed; some systems insist.
        drop(out);
        pending.map_or(Ok(()), Pending::keep)
    }
}

impl Pending {
    /// Everything is written and closed: give the file its name.
    pub fn keep(mut self) -> io::Result<()> {
        self.kept = true;
        fs::rename(&self.part, &self.path).inspect_err(|_| drop(fs::remove_file(&self.part)))
    }
}

impl Drop for Pending {
    /// Not kept: nothing half-written stays behind.
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.part);
        }
    }
}

/// The place of a file that may not be there yet, whatever it is called.
pub fn real(path: &Path) -> PathBuf {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let beside = || Some(fs::canonicalize(folder).ok()?.join(path.file_name()?));
    fs::canonicalize(path).ok().or_else(beside).unwrap_or_else(|| path.to_path_buf())
}

/// Refuses a destination that the run would read: one of `inputs`, or a file that a folder among them would give.
pub fn refuse_input(destination: &Path, inputs: &[PathBuf], is_input: impl Fn(&Path) -> bool) -> Result<(), Stop> {
    // Also one that is not there yet: the next run would read what this one has written.
    let destination = real(destination);
    for input in inputs {
        let Ok(input) = fs::canonicalize(input) else { continue };
        let inside = input.is_dir() && destination.starts_with(&input) && is_input(&destination);
        let name = destination.display();
        if inside && !destination.exists() {
            let stop = Stop::usage(format!("--to {name} would be among the files that are read, the next time"));
            return Err(stop.help("name a file outside of the folder, or one with an ending that is not read, such as .json"));
        }
        if destination == input || inside {
            let stop = Stop::usage(format!("--to {name} is among the files that are read"));
            return Err(stop.help("name another file; inputs are never overwritten"));
        }
    }
    Ok(())
}

/// Refuses a folder for many files that is among the inputs, or in which one of them stands: they could have the same names.
pub fn refuse_folder(folder: &Path, inputs: &[PathBuf]) -> Result<(), Stop> {
    let Ok(folder) = fs::canonicalize(folder) else { return Ok(()) };
    let mut inputs = inputs.iter().filter_map(|input| fs::canonicalize(input).ok());
    if inputs.any(|input| input.starts_with(&folder) || folder.starts_with(&input)) {
        let stop = Stop::usage(format!("--to {} is among the files that are read", folder.display()));
        return Err(stop.help("name another folder; inputs are never overwritten"));
    }
    Ok(())
}
