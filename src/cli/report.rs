//! What people see on stderr: progress, warnings, what was skipped, the line at the end.
//!
//! Owns: that nothing of it reaches stdout, and that a closed stderr stops nobody.

use super::Stop;
use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const HELP: Style = AnsiColor::Green.on_default();

/// How many of what could not be read for one reason are named, where they follow each other: ten thousand lines of the wrong shape are one mistake.
const NAMED: usize = 5;

/// Counts and tells.
pub struct Report {
    quiet: bool,
    bar: Option<ProgressBar>,
    /// Bytes of the input that have been read.
    read: Arc<AtomicU64>,
    begun: Instant,
    documents: usize,
    statements: usize,
    rejects: usize,
    skipped: usize,
    already: usize,
    /// The last message of [`Report::skip`] but for its numbers, and how often it came in a row.
    last: (String, usize),
}

impl Report {
    /// A report over an input of so many bytes, of which `read` counts those that have been read. `busy` says that stdout is a
    /// terminal that is being written to, where a progress line would stand in the way.
    pub fn new(quiet: bool, busy: bool, bytes: Option<u64>, read: Arc<AtomicU64>) -> Self {
        Self {
            quiet,
            bar: (!quiet && !busy && std::io::stderr().is_terminal()).then(|| bar(bytes)),
            read,
            begun: Instant::now(),
            documents: 0,
            statements: 0,
            rejects: 0,
            skipped: 0,
            already: 0,
            last: (String::new(), 0),
        }
    }

    /// One document was written.
    pub fn document(&mut self, statements: usize) {
        self.documents += 1;
        self.statements += statements;
        self.advance();
    }

    /// One document was there already.
    pub fn already(&mut self) {
        self.already += 1;
        self.advance();
    }

    fn advance(&self) {
        let Some(bar) = &self.bar else { return };
        let documents = self.documents + self.already;
        let rate = documents as f64 / self.begun.elapsed().as_secs_f64().max(0.001);
        bar.set_message(format!("{documents} documents, {rate:.0}/s"));
        match bar.length() {
            Some(_) => bar.set_position(self.read.load(Ordering::Relaxed)),
            None => bar.tick(),
        }
    }

    /// A record does not agree with a schema and was left out.
    pub fn reject(&mut self, message: &str) {
        self.rejects += 1;
        self.say(ERROR, "error", message);
    }

    /// How many records were left out.
    pub fn rejects(&self) -> usize {
        self.rejects
    }

    /// Something was read, but not as one would wish.
    pub fn warn(&self, message: &str) {
        if !self.quiet {
            self.say(WARNING, "warning", message);
        }
    }

    /// Something could not be read; it is told also where the user wants quiet.
    pub fn skip(&mut self, message: &str) {
        self.skipped += 1;
        let reason: String = message.chars().filter(|c| !c.is_ascii_digit()).collect();
        if reason != self.last.0 {
            self.more();
            self.last = (reason, 0);
        }
        self.last.1 += 1;
        if self.last.1 <= NAMED {
            self.say(ERROR, "error", message);
        }
    }

    /// Says how many were skipped without a line of their own.
    fn more(&mut self) {
        let (_, times) = std::mem::take(&mut self.last);
        if times > NAMED {
            self.say(ERROR, "error", &format!("... and {} more for the same reason", times - NAMED));
        }
    }

    /// How many could not be read.
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// The line at the end, also of a run that stopped before it.
    pub fn finish(&mut self, stopped: bool) {
        self.more();
        if let Some(bar) = &self.bar {
            // Before the line, not after it.
            bar.finish_and_clear();
        }
        if !self.quiet {
            let plural = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
            let (documents, statements) = (plural(self.documents, "document"), plural(self.statements, "statement"));
            let seconds = self.begun.elapsed().as_secs_f64();
            let (rejects, skipped) = (plural(self.rejects, "reject"), self.skipped);
            let already = match self.already {
                0 => String::new(),
                n => format!(", {n} there already"),
            };
            let after = if stopped { "stopped after " } else { "" };
            let _ = writeln!(
                anstream::stderr(),
                "{after}{documents}, {statements}, {rejects}, {skipped} skipped{already}, {seconds:.1} s"
            );
        }
    }

    fn say(&self, style: Style, label: &str, message: &str) {
        let write = || line(style, label, message);
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

/// A bar over the bytes of the input, with the time left; where nobody knows how much will come, a sign of life.
fn bar(bytes: Option<u64>) -> ProgressBar {
    let (bar, template) = match bytes {
        Some(bytes) => (ProgressBar::new(bytes), "{wide_bar} {percent}%  {msg}, {eta} left"),
        None => (ProgressBar::new_spinner(), "{spinner} {msg}, {elapsed}"),
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_message("0 documents");
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

impl Drop for Report {
    /// A run that stops leaves no half-drawn line behind.
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// Says why a command ended.
pub fn stopped(stop: &Stop) {
    if let Some(message) = &stop.message {
        line(ERROR, "error", message);
    }
    if let Some(help) = &stop.help {
        line(HELP, "help", help);
    }
}

/// Says that something could not be read, where no [`Report`] counts.
pub fn error(message: &str) {
    line(ERROR, "error", message);
}

/// Says something that deserves a look, where no [`Report`] counts.
pub fn warning(message: &str) {
    line(WARNING, "warning", message);
}

/// Shows text of several lines, with its colours where they are wanted.
pub fn block(text: &str) {
    let _ = write!(anstream::stderr(), "{text}");
}

fn line(style: Style, label: &str, message: &str) {
    // Nobody may be listening; that is no reason to stop.
    let _ = writeln!(anstream::stderr(), "{style}{label}{style:#}: {message}");
}
