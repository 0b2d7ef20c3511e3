//! `--format text`, for people.
//!
//! Owns: what a reader sees of a record: who -> act -> whom: what, then the sentence that proves it with the cue marked, then the rule.
//! It shows less than the record holds and its layout may change; programs read the other formats.
//! Leaves to: the command line whether colours are wanted (terminal, `NO_COLOR`, `CLICOLOR`, `--color`).

use super::{Failed, Writer, is_known};
use crate::span::Span;
use crate::statement::{Extraction, Party, Statement, Status};
use anstyle::{AnsiColor, Style};
use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, Write};

const HEADING: Style = Style::new().bold();
const ACT: Style = AnsiColor::Green.on_default().bold();
const PARTY: Style = AnsiColor::Cyan.on_default();
const CUE: Style = Style::new().bold().underline();
const ASIDE: Style = Style::new().dimmed();

/// A heading a document, three lines a statement.
pub struct TextWriter<W> {
    out: W,
    colour: bool,
    first: bool,
}

impl<W: Write> TextWriter<W> {
    pub fn new(out: W, colour: bool) -> Self {
        Self { out, colour, first: true }
    }

    /// `what` in `style`, or as it is where no colour is wanted.
    fn styled(&self, style: Style, what: impl Display) -> String {
        if self.colour {
            format!("{style}{what}{style:#}")
        } else {
            what.to_string()
        }
    }

    fn heading(&mut self, extraction: &Extraction) -> io::Result<()> {
        let document = &extraction.document;
        let title = document.title.as_deref().unwrap_or(&document.id);
        let mut facts = Vec::new();
        if document.title.is_some() {
            facts.push(plain(&document.id).into_owned());
        }
        if is_known(document) {
            facts.push(document.genre.to_string().replace('_', " "));
        }
        facts.extend(document.published.clone());
        facts.push(match extraction.statements.len() {
            0 => "no statements".to_string(),
            1 => "1 statement".to_string(),
            n => format!("{n} statements"),
        });
        let title = self.styled(HEADING, plain(title));
        let facts = self.styled(ASIDE, facts.join(" · "));
        writeln!(self.out, "{title}  {facts}")
    }

    fn statement(&mut self, statement: &Statement) -> io::Result<()> {
        let who = self.styled(PARTY, parties(&statement.speakers).unwrap_or_else(|| "(unnamed)".to_string()));
        let act = self.styled(ACT, act(statement));
        write!(self.out, "\n  {who} -> {act}")?;
        if let Some(whom) = parties(&statement.addressees) {
            let whom = self.styled(PARTY, whom);
            write!(self.out, " -> {whom}")?;
        }
        if let Some(content) = &statement.content {
            write!(self.out, ": {}", plain(&content.text))?;
        }
        let [before, cue, after] = around(&statement.sentence.text, statement.sentence.span, statement.cue.span);
        let cue = if self.colour {
            self.styled(CUE, plain(cue))
        } else {
            format!("[{}]", plain(cue))
        };
        writeln!(self.out, "\n    {}{cue}{}", plain(before), plain(after))?;
        let mut facts = vec![statement.rule.id.clone(), statement.mode.to_string()];
        facts.extend(statement.source.as_ref().and_then(label).map(|source| format!("told by {source}")));
        facts.extend(statement.time.as_ref().and_then(days));
        let facts = self.styled(ASIDE, facts.join(" · "));
        writeln!(self.out, "    {facts}")
    }
}

impl<W: Write> Writer for TextWriter<W> {
    fn document(&mut self, extraction: &Extraction) -> Result<(), Failed> {
        if !std::mem::take(&mut self.first) {
            writeln!(self.out)?;
        }
        self.heading(extraction)?;
        Ok(extraction.statements.iter().try_for_each(|statement| self.statement(statement))?)
    }

    fn end(&mut self) -> Result<(), Failed> {
        Ok(self.out.flush()?)
    }
}

/// "agree", "not agree", "discuss (planned)".
fn act(statement: &Statement) -> String {
    let act = statement.act.as_str().replace('_', " ");
    let not = if statement.negated { "not " } else { "" };
    match statement.status {
        Status::Made => format!("{not}{act}"),
        status => format!("{not}{act} ({status})"),
    }
}

fn parties(parties: &[Party]) -> Option<String> {
    let labels: Vec<String> = parties.iter().filter_map(label).collect();
    (!labels.is_empty()).then(|| labels.join("; "))
}

/// "the three ministers (KOR, USA, JPN)"; the codes alone where the party has no words.
fn label(party: &Party) -> Option<String> {
    let codes: Vec<&str> = party.entities.iter().map(|entity| entity.code.as_str()).collect();
    let codes = codes.join(", ");
    match (party.text.as_deref(), codes.is_empty()) {
        (Some(text), true) => Some(plain(text).into_owned()),
        (Some(text), false) => Some(format!("{} ({codes})", plain(text))),
        (None, false) => Some(codes),
        (None, true) => party.people.first().map(|person| plain(&person.name).into_owned()),
    }
}

fn days(time: &crate::statement::Time) -> Option<String> {
    match (&time.earliest, &time.latest) {
        (Some(earliest), Some(latest)) if earliest == latest => Some(earliest.clone()),
        (None, None) => None,
        (earliest, latest) => Some(format!(
            "{} to {}",
            earliest.as_deref().unwrap_or("?"),
            latest.as_deref().unwrap_or("?")
        )),
    }
}

/// The sentence before, in and after the cue; all of it before, where the cue lies outside.
fn around(sentence: &str, place: Span, cue: Span) -> [&str; 3] {
    let byte = |point: u32| {
        let points = point.checked_sub(place.start)? as usize;
        sentence.char_indices().map(|(at, _)| at).chain([sentence.len()]).nth(points)
    };
    let parts = byte(cue.start).zip(byte(cue.end)).and_then(|(start, end)| {
        let (before, rest) = sentence.split_at_checked(start)?;
        let (cue, after) = rest.split_at_checked(end.checked_sub(start)?)?;
        Some([before, cue, after])
    });
    parts.unwrap_or([sentence, "", ""])
}

/// The words on one line, without anything that a terminal would obey: a page must not be able to move somebody's cursor.
pub fn plain(text: &str) -> Cow<'_, str> {
    let harmless = |c: char| !c.is_control();
    if text.chars().all(harmless) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' | '\r' if line.ends_with(' ') => (),
            '\n' | '\t' | '\r' => line.push(' '),
            c if harmless(c) => line.push(c),
            _ => line.push(char::REPLACEMENT_CHARACTER),
        }
    }
    Cow::Owned(line)
}
