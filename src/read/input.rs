//! Paths to documents.
//!
//! Owns: files, folders, standard input, gzip, the choice of how a file is read, and the errors of all that.
//! Leaves to: [`super::files`] which files there are, [`super::decode`], [`super::html`], [`super::markdown`] and [`super::jsonl`]
//! what is in them.
//!
//! One document is held at a time: a file of JSON lines is read line by line, whatever its size.

#[cfg(test)]
mod tests;

use super::decode::{self, Binary, Warning};
use super::files::{self, Source};
use super::{Document, html, jsonl, markdown};
use crate::statement::PublishedBasis;
use flate2::bufread::MultiGzDecoder;
use jiff::civil::Date;
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How inputs are read.
#[derive(Clone, Debug)]
pub struct Options {
    /// Day of publication of all documents that do not name their own in a field of the input (`--date`).
    pub published: Option<Date>,
    /// The field of a JSON line that holds the text (`--text-field`).
    pub text_field: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            published: None,
            text_field: "text".to_string(),
        }
    }
}

/// A document, and what should be said about how it was read.
#[derive(Clone, Debug)]
pub struct Found {
    /// The document.
    pub document: Document,
    /// Things to tell on stderr; the document can be used all the same.
    pub warnings: Vec<Warning>,
}

/// Why something was not read. The rest of the inputs still is.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A file or folder cannot be opened.
    #[error("{path}: expected a file or folder that can be read, found: {source}; check the path and its permissions", path = path.display())]
    Open {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Reading broke off: a disk error, a truncated archive.
    #[error("{name}: could not be read to its end: {source}; is the file complete?")]
    Broken {
        /// The file, or `stdin`.
        name: String,
        /// What the system says.
        source: io::Error,
    },
    /// The file is no text.
    #[error("{name}: {source}; convert it to text or HTML first")]
    Binary {
        /// The file, or `stdin`.
        name: String,
        /// What it looks like.
        source: Binary,
    },
    /// One line of JSON lines is no document.
    #[error("{name}:{line}: {message}; the line is left out")]
    Line {
        /// The file, or `stdin`.
        name: String,
        /// Number of the line, from 1.
        line: usize,
        /// What was expected and what was found.
        message: String,
    },
    /// A folder in which nothing can be read.
    #[error("{path}: expected files ending in .txt, .md, .markdown, .html, .htm, .jsonl or .ndjson (or these with .gz), found none", path = path.display())]
    EmptyFolder {
        /// The folder.
        path: PathBuf,
    },
}

/// All documents behind some paths, one after the other.
///
/// ```
/// use demarche::read::input::{Inputs, Options};
/// let dir = tempfile::tempdir().unwrap();
/// std::fs::write(dir.path().join("a.txt"), "The ministers agreed.").unwrap();
/// let found: Vec<_> = Inputs::new(&[dir.path().to_path_buf()], Options::default()).collect();
/// assert_eq!(found[0].as_ref().unwrap().document.id, "a");
/// ```
pub struct Inputs {
    sources: std::vec::IntoIter<Source>,
    options: Options,
    lines: Option<Lines>,
    bytes: Option<u64>,
    done: Arc<AtomicU64>,
}

/// Counts the bytes that are read, zipped ones as they stand in the file.
struct Counted {
    file: File,
    done: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(bytes)?;
        self.done.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// A file of JSON lines that is being read.
struct Lines {
    reader: Box<dyn BufRead + Send>,
    name: String,
    id: String,
    line: usize,
}

impl Inputs {
    /// The documents behind `paths`: files, folders, and `-` for standard input. Folders are walked now, files opened one by one.
    pub fn new(paths: &[PathBuf], options: Options) -> Self {
        let sources = files::sources(paths);
        Self {
            bytes: bytes(&sources),
            sources: sources.into_iter(),
            options,
            lines: None,
            done: Arc::default(),
        }
    }

    /// Bytes in all files together; nothing where standard input is among them, of which nobody knows how much will come.
    pub fn bytes(&self) -> Option<u64> {
        self.bytes
    }

    /// The bytes that have been read so far.
    pub fn done(&self) -> Arc<AtomicU64> {
        self.done.clone()
    }

    fn open(&mut self, source: Source) -> Result<Option<Found>, ReadError> {
        let (raw, name, id, path): (Box<dyn Read + Send>, _, _, _) = match source {
            Source::Failed(error) => return Err(error),
            Source::Stdin => (Box::new(io::stdin()), "stdin".to_string(), "stdin".to_string(), None),
            Source::File { path, id } => {
                let file = File::open(&path).map_err(|source| ReadError::Open {
                    path: path.clone(),
                    source,
                })?;
                let done = self.done.clone();
                (Box::new(Counted { file, done }), path.display().to_string(), id, Some(path))
            }
        };
        self.read(raw, name, id, path.as_deref())
    }

    fn read(&mut self, raw: Box<dyn Read + Send>, name: String, id: String, path: Option<&Path>) -> Result<Option<Found>, ReadError> {
        let broken = |source| ReadError::Broken {
            name: name.clone(),
            source,
        };
        let mut reader = unzipped(raw).map_err(broken)?;
        let ending = path.map(files::ending).unwrap_or_default();
        let head = reader.fill_buf().map_err(broken)?;
        let objects = path.is_none() && head.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'{');
        if objects || matches!(ending.as_str(), "jsonl" | "ndjson" | "json") {
            self.lines = Some(Lines { reader, name, id, line: 0 });
            return Ok(None);
        }
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(broken)?;
        let uri = path.map(|p| p.display().to_string());
        self.document(&bytes, &ending, name, id, uri).map(Some)
    }

    fn document(&self, bytes: &[u8], ending: &str, name: String, id: String, uri: Option<String>) -> Result<Found, ReadError> {
        let named_html = matches!(ending, "html" | "htm" | "xhtml");
        let label = if named_html || bytes.get(..1024).unwrap_or(bytes).contains(&b'<') {
            html::declared_encoding(bytes)
        } else {
            None
        };
        let (text, mut warnings) = decode::decode(bytes, label.as_deref()).map_err(|source| ReadError::Binary { name, source })?;
        let mut document = Document {
            id,
            uri,
            ..Document::default()
        };
        let metadata = |date: Option<Date>| date.map(|d| (d, PublishedBasis::Metadata));
        if named_html || html::is_html(&text) {
            let page = html::page(&text);
            warnings.extend(page.warnings);
            document.published = metadata(page.published);
            (document.text, document.hints, document.title, document.publisher) = (page.text, page.hints, page.title, page.publisher);
        } else if matches!(ending, "md" | "markdown") {
            let marks = markdown::marks(&text);
            document.published = metadata(marks.published);
            (document.hints, document.title) = (marks.hints, marks.title);
            document.text = text;
        } else {
            document.text = text;
        }
        if document.text.trim().is_empty() && !warnings.contains(&Warning::Empty) {
            warnings.push(Warning::Empty);
        }
        document.published = self.options.published.map(|d| (d, PublishedBasis::Given)).or(document.published);
        Ok(Found { document, warnings })
    }

    /// The next document of the JSON lines that are open; None at their end, which closes them.
    fn next_line(&mut self) -> Option<Result<Found, ReadError>> {
        loop {
            let lines = self.lines.as_mut()?;
            let mut bytes = Vec::new();
            match lines.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => {
                    self.lines = None;
                    return None;
                }
                Ok(_) => lines.line += 1,
                Err(source) => {
                    let name = std::mem::take(&mut lines.name);
                    self.lines = None;
                    return Some(Err(ReadError::Broken { name, source }));
                }
            }
            if lines.line == 1 && bytes.starts_with(b"\xEF\xBB\xBF") {
                bytes.drain(..3);
            }
            if bytes.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            return Some(line(lines, &bytes, &self.options));
        }
    }
}

/// The size of all files; what cannot be asked counts nothing, and is told when it is opened.
fn bytes(sources: &[Source]) -> Option<u64> {
    let size = |source: &Source| match source {
        Source::File { path, .. } => Some(std::fs::metadata(path).map_or(0, |found| found.len())),
        Source::Stdin => None,
        Source::Failed(_) => Some(0),
    };
    sources.iter().map(size).sum()
}

fn line(lines: &Lines, bytes: &[u8], options: &Options) -> Result<Found, ReadError> {
    let mut warnings = Vec::new();
    let text = std::str::from_utf8(bytes).map(Cow::Borrowed).unwrap_or_else(|error| {
        warnings.push(Warning::BadUtf8 {
            offset: error.valid_up_to(),
        });
        String::from_utf8_lossy(bytes)
    });
    let fallback = format!("{}:{}", lines.id, lines.line);
    let mut document = jsonl::document(text.trim(), &options.text_field, &fallback, &mut warnings).map_err(|message| ReadError::Line {
        name: lines.name.clone(),
        line: lines.line,
        message,
    })?;
    document.published = document.published.or(options.published.map(|d| (d, PublishedBasis::Given)));
    Ok(Found { document, warnings })
}

/// The bytes themselves, unzipped where their first two say that they are gzip.
fn unzipped(raw: Box<dyn Read + Send>) -> io::Result<Box<dyn BufRead + Send>> {
    let mut reader = BufReader::with_capacity(64 * 1024, raw);
    let zipped = reader.fill_buf()?.starts_with(&[0x1F, 0x8B]);
    Ok(if zipped {
        Box::new(BufReader::with_capacity(64 * 1024, MultiGzDecoder::new(reader)))
    } else {
        Box::new(reader)
    })
}

impl Iterator for Inputs {
    type Item = Result<Found, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.next_line() {
                return Some(found);
            }
            let source = self.sources.next()?;
            match self.open(source) {
                Ok(Some(found)) => return Some(Ok(found)),
                Ok(None) => {}
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
