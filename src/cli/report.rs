//! What people see on stderr: progress, warnings, what was skipped, the line at the end.
//!
//! Owns: that nothing of it reaches stdout, and that a closed stderr stops nobody.

use super::Stop;
use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const HELP: Style = AnsiColor::Green.on_default();

/// Counts and tells.
pub struct Report {
    quiet: bool,
    bar: Option<ProgressBar>,
    begun: Instant,
    documents: usize,
    statements: usize,
    skipped: usize,
}

impl Report {
    /// `busy` says that stdout is a terminal that is being written to, where a progress line would stand in the way.
    pub fn new(quiet: bool, busy: bool) -> Self {
        let bar = (!quiet && !busy && std::io::stderr().is_terminal()).then(|| {
            let bar = ProgressBar::new_spinner();
            if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} documents, {per_sec}, {elapsed}") {
                bar.set_style(style);
            }
            bar.enable_steady_tick(Duration::from_millis(100));
            bar
        });
        Self {
            quiet,
            bar,
            begun: Instant::now(),
            documents: 0,
            statements: 0,
            skipped: 0,
        }
    }

    /// One document was written.
    pub fn document(&mut self, statements: usize) {
        self.documents += 1;
        self.statements += statements;
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
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
        self.say(ERROR, "error", message);
    }

    /// How many could not be read.
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// The line at the end.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            // Before the line, not after it.
            bar.finish_and_clear();
        }
        if !self.quiet {
            let plural = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
            let (documents, statements) = (plural(self.documents, "document"), plural(self.statements, "statement"));
            let seconds = self.begun.elapsed().as_secs_f64();
            let _ = writeln!(
                anstream::stderr(),
                "{documents}, {statements}, {} skipped, {seconds:.1} s",
                self.skipped
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
