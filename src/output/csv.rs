//! `--format csv` and `--format tsv`: one statement a row.
//!
//! Owns: the columns, what is flattened into them and how.
//!
//! Lists are joined by `;`; a `;` or `\` inside an element is written `\;` or `\\`. A code stands with its match, `057:exact`: one
//! cell keeps the two together, and no spreadsheet takes it for the number 57. Nothing is an empty cell. Rows end in a line
//! feed, fields are quoted where they must be, the encoding is UTF-8, with a byte order mark where the user asks for one.

use super::{Failed, Writer};
use crate::statement::{Code, Extraction, Party, Statement, Words};
use std::io::{self, Write};

/// The columns, in order.
#[rustfmt::skip] // a group a line
pub const COLUMNS: &[&str] = &[
    "document", "published", "id", "act", "force", "status", "negated", "mode",
    "speakers", "speaker_codes", "speaker_people", "speaker_basis",
    "addressees", "addressee_codes", "addressee_people", "addressee_basis",
    "source", "source_codes", "source_people",
    "cue", "cue_start", "cue_end",
    "content", "content_start", "content_end", "content_form", "items",
    "degree", "level", "hedges",
    "time", "time_earliest", "time_latest", "time_granularity", "time_basis",
    "cameo", "plover",
    "sentence", "sentence_start", "sentence_end", "paragraph", "sentence_index",
    "rule", "pack", "pack_version",
];

/// One statement a row, under a header that is written even where nothing follows.
pub struct CsvWriter<W: Write> {
    out: csv::Writer<Marked<W>>,
}

/// Writes a byte order mark before the first byte.
struct Marked<W> {
    out: W,
    due: bool,
}

impl<W: Write> Write for Marked<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if std::mem::take(&mut self.due) {
            self.out.write_all(b"\xEF\xBB\xBF")?;
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl<W: Write> CsvWriter<W> {
    pub fn new(out: W, delimiter: u8, bom: bool) -> Self {
        Self {
            out: csv::WriterBuilder::new().delimiter(delimiter).from_writer(Marked { out, due: bom }),
        }
    }
}

impl<W: Write> Writer for CsvWriter<W> {
    fn begin(&mut self) -> Result<(), Failed> {
        Ok(self.out.write_record(COLUMNS).map_err(io_error)?)
    }

    fn document(&mut self, extraction: &Extraction) -> Result<(), Failed> {
        for statement in &extraction.statements {
            self.out.write_record(row(extraction, statement)).map_err(io_error)?;
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Failed> {
        Ok(self.out.flush()?)
    }
}

/// The crate's own conversion forgets the kind, by which a closed pipe is told from a full disk.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// The cells of one statement, in the order of [`COLUMNS`].
pub(super) fn row(extraction: &Extraction, statement: &Statement) -> Vec<String> {
    let document = &extraction.document;
    let words = |words: Option<&Words>| words.map(|w| w.text.clone()).unwrap_or_default();
    let mut row = vec![
        document.id.clone(),
        document.published.clone().unwrap_or_default(),
        statement.id.clone(),
    ];
    row.extend([statement.act.as_str(), statement.force.as_str(), statement.status.as_str()].map(String::from));
    row.extend([statement.negated.to_string(), statement.mode.to_string()]);
    row.extend(parties(&statement.speakers));
    row.extend(parties(&statement.addressees));
    let [text, codes, people, _] = parties(statement.source.as_slice());
    row.extend([text, codes, people]);
    row.extend([
        statement.cue.text.clone(),
        statement.cue.span.start.to_string(),
        statement.cue.span.end.to_string(),
    ]);
    row.extend(match &statement.content {
        Some(content) => [
            content.text.clone(),
            content.span.start.to_string(),
            content.span.end.to_string(),
            content.form.to_string(),
            list(content.items.iter().map(|item| item.text.as_str())),
        ],
        None => Default::default(),
    });
    row.extend([
        words(statement.strength.degree.as_ref()),
        statement.strength.level.to_string(),
        list(statement.strength.hedges.iter().map(|hedge| hedge.text.as_str())),
    ]);
    row.extend(match &statement.time {
        Some(time) => [
            time.text.clone(),
            time.earliest.clone().unwrap_or_default(),
            time.latest.clone().unwrap_or_default(),
            time.granularity.to_string(),
            time.basis.to_string(),
        ],
        None => Default::default(),
    });
    row.extend([coded(&statement.codes.cameo), coded(&statement.codes.plover)]);
    let sentence = &statement.sentence;
    row.push(sentence.text.clone());
    row.extend([sentence.span.start, sentence.span.end, sentence.paragraph, sentence.index].map(|n| n.to_string()));
    row.extend([
        statement.rule.id.clone(),
        statement.rule.pack.clone(),
        statement.rule.version.clone(),
    ]);
    row
}

/// Phrases, codes, people and bases of some parties.
fn parties(parties: &[Party]) -> [String; 4] {
    [
        list(parties.iter().filter_map(|party| party.text.as_deref())),
        list(
            parties
                .iter()
                .flat_map(|party| party.entities.iter().map(|entity| entity.code.as_str())),
        ),
        list(
            parties
                .iter()
                .flat_map(|party| party.people.iter().map(|person| person.name.as_str())),
        ),
        list(parties.iter().map(|party| party.basis.as_str())),
    ]
}

fn coded(codes: &[Code]) -> String {
    codes
        .iter()
        .map(|code| format!("{}:{}", code.code, code.r#match))
        .collect::<Vec<_>>()
        .join(";")
}

fn list<'a>(elements: impl Iterator<Item = &'a str>) -> String {
    elements
        .map(|element| element.replace('\\', "\\\\").replace(';', "\\;"))
        .collect::<Vec<_>>()
        .join(";")
}
