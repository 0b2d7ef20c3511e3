//! `--format brat`: a pair of files a document, to be looked at and corrected by hand in brat.
//!
//! Owns: how a record becomes standoff annotations: the cue is the trigger of an event named by its act, parties and content are its
//! arguments, status, mode, force and negation its attributes; the codes stand in a note, since implied parties have no words.
//! Leaves to: [`crate::score`] reading corrected files back.
//! From: brat's standoff format, whose places are code points and whose spans do not cross a line break.

use super::places::Slices;
use super::{Failed, Refusal, Writer};
use crate::span::Span;
use crate::statement::{Act, Extraction, Force, Mode, Party, Statement, Status};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Pairs of files in a folder.
pub struct BratWriter {
    folder: PathBuf,
    refusals: Vec<Refusal>,
}

impl BratWriter {
    /// A writer into `folder`, which is made where it is missing.
    ///
    /// # Errors
    /// Where the folder cannot be made or written into.
    pub fn new(folder: &Path) -> Result<Self, Failed> {
        fs::create_dir_all(folder)?;
        put(&folder.join("annotation.conf"), &configuration())?;
        Ok(Self {
            folder: folder.to_path_buf(),
            refusals: Vec::new(),
        })
    }
}

impl Writer for BratWriter {
    fn document(&mut self, extraction: &Extraction) -> Result<(), Failed> {
        let document = &extraction.document;
        let Some(text) = &document.text else {
            self.refusals.push(Refusal::without_text(document));
            return Ok(());
        };
        let name = file_name(&document.id);
        let (text_file, annotation_file) = (self.folder.join(format!("{name}.txt")), self.folder.join(format!("{name}.ann")));
        put(&text_file, text)?;
        put(&annotation_file, &annotations(&extraction.statements, &Slices::new(text))).inspect_err(|_| {
            // Half a pair would be read as a text in which nobody found anything.
            if !annotation_file.exists() {
                let _ = fs::remove_file(&text_file);
            }
        })
    }

    fn end(&mut self) -> Result<(), Failed> {
        Ok(())
    }

    fn refusals(&mut self) -> Vec<Refusal> {
        std::mem::take(&mut self.refusals)
    }
}

/// Writes a file under another name first, so that it appears when it is whole.
fn put(path: &Path, text: &str) -> Result<(), Failed> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let part = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let written = fs::write(&part, text).and_then(|()| fs::rename(&part, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&part);
        Failed::told(
            format!("{}: {error}", path.display()),
            "name a folder that you may write to, on a disk that has room",
        )
    })
}

/// A file name that no other id has: what a file name may not hold is written as `%` and its bytes.
fn file_name(id: &str) -> String {
    let mut name = String::new();
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => name.push(byte.into()),
            b'.' if !name.is_empty() => name.push('.'),
            // Writing to a String cannot fail.
            _ => drop(write!(name, "%{byte:02x}")),
        }
    }
    name
}

/// The `.ann` file of a document.
fn annotations(statements: &[Statement], slices: &Slices) -> String {
    let mut file = File {
        out: String::new(),
        texts: 0,
        attributes: 0,
        slices,
    };
    for (number, statement) in statements.iter().enumerate() {
        file.event(number + 1, statement);
    }
    file.out
}

struct File<'t> {
    out: String,
    texts: usize,
    attributes: usize,
    slices: &'t Slices<'t>,
}

impl File<'_> {
    fn event(&mut self, number: usize, statement: &Statement) {
        let act = statement.act.as_str();
        let mut event = format!("E{number}\t{act}:{}", self.words(act, &[statement.cue.span]));
        for (role, parties) in [
            ("Speaker", statement.speakers.as_slice()),
            ("Addressee", &statement.addressees),
            ("Source", statement.source.as_slice()),
        ] {
            let spans = parties.iter().filter_map(|party| party.span);
            for (at, span) in spans.enumerate() {
                let count = if at == 0 { String::new() } else { (at + 1).to_string() };
                let _ = write!(event, " {role}{count}:{}", self.words(role, &[span]));
            }
        }
        if let Some(content) = &statement.content {
            let pieces: Vec<Span> = content.pieces.iter().map(|piece| piece.span).collect();
            let _ = write!(event, " Content:{}", self.words("Content", &pieces));
        }
        let _ = writeln!(self.out, "{event}");
        let (status, mode, force) = (statement.status.as_str(), statement.mode.as_str(), statement.force.as_str());
        for (name, value) in [("Status", status), ("Mode", mode), ("Force", force)] {
            self.attributes += 1;
            let _ = writeln!(self.out, "A{}\t{name} E{number} {value}", self.attributes);
        }
        if statement.negated {
            self.attributes += 1;
            let _ = writeln!(self.out, "A{}\tNegated E{number}", self.attributes);
        }
        let (who, to) = (codes(&statement.speakers), codes(&statement.addressees));
        let _ = writeln!(
            self.out,
            "#{number}\tAnnotatorNotes E{number}\twho={who}; to={to}; id={}",
            statement.id
        );
    }

    /// Writes the words at `spans` as a text-bound annotation, a span for each line that they touch; its name.
    fn words(&mut self, kind: &str, spans: &[Span]) -> String {
        self.texts += 1;
        let (mut places, mut words) = (Vec::new(), Vec::new());
        for span in spans {
            let mut start = span.start;
            for line in self.slices.at(*span).unwrap_or_default().split('\n') {
                let length = line.chars().count() as u32;
                if length > 0 {
                    places.push(format!("{start} {}", start + length));
                    words.push(line.to_string());
                }
                start += length + 1;
            }
        }
        let _ = writeln!(self.out, "T{}\t{kind} {}\t{}", self.texts, places.join(";"), words.join(" "));
        format!("T{}", self.texts)
    }
}

/// The codes of some parties, each once, in order.
fn codes(parties: &[Party]) -> String {
    let mut codes: Vec<&str> = Vec::new();
    for entity in parties.iter().flat_map(|party| &party.entities) {
        if !codes.contains(&entity.code.as_str()) {
            codes.push(&entity.code);
        }
    }
    codes.join(",")
}

/// What brat must know to show and to correct the files.
fn configuration() -> String {
    let words = |words: Vec<&str>| words.join("|");
    let acts: Vec<String> = Act::ALL
        .iter()
        .map(|act| format!("{act}\tSpeaker*:Speaker, Addressee*:Addressee, Source*:Source, Content?:Content"))
        .collect();
    format!(
        "[entities]\nSpeaker\nAddressee\nSource\nContent\n\n[relations]\n\n[events]\n{}\n\n[attributes]\nNegated\tArg:<EVENT>\nOptional\tArg:<EVENT>\n\
        Status\tArg:<EVENT>, Value:{}\nMode\tArg:<EVENT>, Value:{}\nForce\tArg:<EVENT>, Value:{}\n",
        acts.join("\n"),
        words(Status::ALL.iter().map(|status| status.as_str()).collect()),
        words(Mode::ALL.iter().map(|mode| mode.as_str()).collect()),
        words(Force::ALL.iter().map(|force| force.as_str()).collect()),
    )
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn file_names_are_safe_and_differ() {
        assert_eq!(file_name("news-2024.05"), "news-2024.05");
        assert_eq!(file_name("../a/b"), "%2e.%2fa%2fb");
        assert_ne!(file_name("a/b"), file_name("a%2fb"));
    }
}
