//! A difference, for people.
//!
//! Owns: the layout: rule by rule what was added, has gone and has changed, field by field, with the words that differ underlined (where
//! no colour is wanted: `[-out-]` and `{+in+}`), and the counts at the end.
//! Leaves to: the command line whether colours are wanted.

use super::words::{Run, runs};
use super::{Change, Diff, DocumentDiff, Field, Only, Single};
use crate::output::plain;
use anstyle::{AnsiColor, Style};
use std::fmt::Display;
use std::io::{self, Write};

const HEADING: Style = Style::new().bold();
const IN: Style = AnsiColor::Green.on_default();
const OUT: Style = AnsiColor::Red.on_default();
const CHANGED: Style = AnsiColor::Yellow.on_default();
const ASIDE: Style = Style::new().dimmed();

/// Characters of a sentence that are shown.
const LONG: usize = 160;
/// Words at both ends of a run that stays the same, in a long text.
const KEPT: usize = 6;

/// Draws `diff` into `out`.
///
/// # Errors
/// Those of the writer.
pub fn draw(diff: &Diff, out: &mut dyn Write, colour: bool) -> io::Result<()> {
    let mut drawing = Drawing { out, colour };
    for document in &diff.documents {
        drawing.document(document)?;
    }
    if !diff.documents.is_empty() {
        writeln!(drawing.out)?;
    }
    for rule in &diff.rules {
        let parts = [
            (rule.added.len(), "added"),
            (rule.gone.len(), "gone"),
            (rule.changed.len(), "changed"),
        ];
        let counts: Vec<String> = parts.iter().filter(|p| p.0 > 0).map(|(n, what)| format!("{n} {what}")).collect();
        let name = drawing.styled(HEADING, &rule.rule);
        writeln!(drawing.out, "{name}  {}\n", counts.join(", "))?;
        rule.added.iter().try_for_each(|s| drawing.single("+", IN, s))?;
        rule.gone.iter().try_for_each(|s| drawing.single("-", OUT, s))?;
        rule.changed.iter().try_for_each(|c| drawing.change(c))?;
    }
    writeln!(drawing.out, "{}", summary(diff))
}

/// The line with the counts.
pub fn summary(diff: &Diff) -> String {
    let c = &diff.counts;
    let plural = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let documents = plural(c.documents, "document");
    if diff.is_empty() {
        return format!("no difference: {documents}, {}", plural(c.same, "statement"));
    }
    format!(
        "{documents}, {} the same; statements: {} before, {} after; {} the same, {} added, {} gone, {} changed",
        c.documents_same, c.before, c.after, c.same, c.added, c.gone, c.changed
    )
}

struct Drawing<'d> {
    out: &'d mut dyn Write,
    colour: bool,
}

impl Drawing<'_> {
    fn styled(&self, style: Style, what: impl Display) -> String {
        match self.colour {
            true => format!("{style}{what}{style:#}"),
            false => what.to_string(),
        }
    }

    fn document(&mut self, document: &DocumentDiff) -> io::Result<()> {
        let name = self.styled(HEADING, plain(&document.document));
        match document.only {
            Some(Only::Before) => writeln!(self.out, "{name}  {}", self.styled(OUT, "only before"))?,
            Some(Only::After) => writeln!(self.out, "{name}  {}", self.styled(IN, "only after"))?,
            None => writeln!(self.out, "{name}  {}", self.styled(CHANGED, "the document itself differs"))?,
        }
        self.fields(&document.fields)
    }

    fn single(&mut self, sign: &str, style: Style, single: &Single) -> io::Result<()> {
        let s = &single.statement;
        let sign = self.styled(style, sign);
        let who: Vec<&str> = s.speakers.iter().flat_map(|p| &p.entities).map(|e| e.code.as_str()).collect();
        let who = if who.is_empty() { "(unnamed)".to_string() } else { who.join(", ") };
        let content = s.content.as_ref().map_or(String::new(), |c| format!(": {}", short(&c.text)));
        let act = self.styled(style, s.act.to_string().replace('_', " "));
        let place = self.styled(ASIDE, format!("{} {}", plain(&single.document), s.id));
        writeln!(self.out, "  {sign} {place}\n    {who} -> {act}{content}")?;
        self.sentence(&s.sentence.text)
    }

    fn change(&mut self, change: &Change) -> io::Result<()> {
        let sign = self.styled(CHANGED, "~");
        let ids = match change.before.id == change.after.id {
            true => change.after.id.clone(),
            false => format!("{} -> {}", change.before.id, change.after.id),
        };
        let place = self.styled(ASIDE, format!("{} {ids}", plain(&change.document)));
        writeln!(self.out, "  {sign} {place}")?;
        self.fields(&change.fields)?;
        match change.fields.iter().any(|f| f.field == "sentence") {
            true => writeln!(self.out),
            false => self.sentence(&change.after.sentence.text),
        }
    }

    fn sentence(&mut self, text: &str) -> io::Result<()> {
        let text = self.styled(ASIDE, short(text));
        writeln!(self.out, "    {text}\n")
    }

    fn fields(&mut self, fields: &[Field]) -> io::Result<()> {
        let wide = fields.iter().map(|f| f.field.len()).max().unwrap_or(0);
        for field in fields {
            let words = self.words(&field.before, &field.after);
            writeln!(self.out, "    {:wide$}  {words}", field.field)?;
        }
        Ok(())
    }

    /// Both texts in one, with what differs underlined.
    fn words(&self, before: &str, after: &str) -> String {
        let runs = runs(&plain(before), &plain(after));
        let last = runs.len().saturating_sub(1);
        let words = runs.iter().enumerate().map(|(n, run)| match (run, self.colour) {
            (Run::Same(words), _) => shortened(words, n == 0, n == last),
            (Run::Out(words), true) => self.styled(OUT.underline(), words),
            (Run::In(words), true) => self.styled(IN.underline(), words),
            (Run::Out(words), false) => format!("[-{words}-]"),
            (Run::In(words), false) => format!("{{+{words}+}}"),
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// A run that stays the same, without its middle where it is long.
fn shortened(words: &str, first: bool, last: bool) -> String {
    let list: Vec<&str> = words.split(' ').collect();
    let (head, tail) = (if first { 0 } else { KEPT }, if last { 0 } else { KEPT });
    if list.len() <= head + tail + KEPT {
        return words.to_string();
    }
    let parts = [list[..head].join(" "), "…".to_string(), list[list.len() - tail..].join(" ")];
    parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ")
}

fn short(text: &str) -> String {
    let line = plain(text);
    if line.chars().count() <= LONG {
        return line.into_owned();
    }
    let head: String = line.chars().take(LONG - 1).collect();
    format!("{}…", head.trim_end())
}
