//! What is wrong in a rule file, told to the person who wrote it.
//!
//! Owns: the two shapes of a complaint: plain, with the line and a caret under the spot, and as a [`miette`] diagnostic, which the
//! command line draws; and the nearest known word.
//! Leaves to: [`super::load`] what is wrong.

use miette::{Diagnostic, NamedSource, SourceSpan};
use std::fmt;
use std::iter::repeat_n;
use std::ops::Range;
use std::sync::Arc;

/// How many problems of one file are told; the rest is counted.
pub const SHOWN: usize = 40;
/// Characters of a line that are shown.
const WIDTH: usize = 160;

/// One thing that is wrong.
#[derive(Clone, Debug, thiserror::Error, Diagnostic)]
#[error("{message}")]
pub struct Problem {
    /// What was expected and what was found.
    pub message: String,
    /// Where, in bytes of the file.
    #[label("{label}")]
    pub at: SourceSpan,
    /// What stands under the caret.
    pub label: String,
    /// What to do.
    #[help]
    pub help: Option<String>,
}

impl Problem {
    /// A problem at the bytes `at`.
    pub(super) fn new(message: impl Into<String>, at: Range<usize>, label: impl Into<String>) -> Self {
        let at = SourceSpan::from((at.start, at.end.saturating_sub(at.start)));
        Self {
            message: message.into(),
            at,
            label: label.into(),
            help: None,
        }
    }

    /// Says what to do.
    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
        }
    }
}

/// All that is wrong in one rule file.
#[derive(Clone, Debug)]
pub struct PackError {
    /// The file.
    pub file: String,
    /// What is wrong, by place; never empty.
    pub problems: Vec<Problem>,
    source: Arc<NamedSource<String>>,
}

impl std::error::Error for PackError {}

impl PackError {
    pub(super) fn new(file: &str, source: &str, mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(|p| p.at.offset());
        let source = Arc::new(NamedSource::new(printable(file), printable(source)));
        Self {
            file: printable(file),
            problems,
            source,
        }
    }

    /// The problems as diagnostics that know their source, at most [`SHOWN`]; nothing where a line is too long to be drawn.
    pub fn reports(&self) -> Option<Vec<miette::Report>> {
        let drawable = self.source.inner().lines().all(|line| line.len() <= 4 * WIDTH);
        let report = |problem: &Problem| miette::Report::new(problem.clone()).with_source_code(Arc::clone(&self.source));
        drawable.then(|| self.problems.iter().take(SHOWN).map(report).collect())
    }

    /// How many problems are counted only.
    pub fn unshown(&self) -> usize {
        self.problems.len().saturating_sub(SHOWN)
    }

    /// Line and column, from 1, in characters, of a byte; and the line.
    fn place(&self, at: usize) -> (usize, usize, &str) {
        let source = self.source.inner();
        let mut at = at.min(source.len());
        while !source.is_char_boundary(at) {
            at -= 1;
        }
        let (before, after) = source.split_at(at);
        let start = before.rfind('\n').map_or(0, |i| i + 1);
        let end = at + after.find('\n').unwrap_or(after.len());
        let column = source[start..at].chars().count() + 1;
        (before.matches('\n').count() + 1, column, source[start..end].trim_end_matches('\r'))
    }
}

impl fmt::Display for PackError {
    /// Plain text, for a log: each problem with place, line and caret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, problem) in self.problems.iter().take(SHOWN).enumerate() {
            if n > 0 {
                writeln!(f)?;
            }
            let (line, column, text) = self.place(problem.at.offset());
            writeln!(f, "{}:{line}:{column}: {problem}", self.file)?;
            let skipped = (column - 1).saturating_sub(WIDTH / 2);
            let shown: String = text.chars().skip(skipped).take(WIDTH).collect();
            let indent = " ".repeat(column - 1 - skipped);
            let wide = problem
                .at
                .len()
                .clamp(1, WIDTH)
                .min(shown.chars().count().saturating_sub(indent.len()).max(1));
            writeln!(f, "  {line} | {}", shown.replace('\t', " "))?;
            write!(
                f,
                "  {} | {indent}{} {}",
                " ".repeat(line.to_string().len()),
                "^".repeat(wide),
                problem.label
            )?;
            if let Some(help) = &problem.help {
                write!(f, "\n  help: {help}")?;
            }
        }
        if self.unshown() > 0 {
            write!(f, "\n{}: {} more", self.file, self.unshown())?;
        }
        Ok(())
    }
}

/// `text` with spaces for what would steer a terminal, byte for byte.
fn printable(text: &str) -> String {
    let steers = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    text.chars()
        .flat_map(|c| if steers(c) { repeat_n(' ', c.len_utf8()) } else { repeat_n(c, 1) })
        .collect()
}

/// The word of `known` that differs from `word` in the fewest letters, if that is few.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word: Vec<char> = word.chars().take(40).flat_map(char::to_lowercase).collect();
    let distance = |other: &str| {
        let other: Vec<char> = other.chars().collect();
        let mut row: Vec<usize> = (0..=other.len()).collect();
        for (i, a) in word.iter().enumerate() {
            let mut corner = row[0];
            row[0] = i + 1;
            for (j, b) in other.iter().enumerate() {
                let changed = corner + usize::from(a != b && !(matches!(a, ' ' | '-' | '_') && matches!(b, '-' | '_')));
                corner = row[j + 1];
                row[j + 1] = changed.min(row[j] + 1).min(corner + 1);
            }
        }
        row[other.len()]
    };
    let best = known.into_iter().map(|k| (distance(k), k)).min_by_key(|(d, _)| *d);
    best.filter(|(d, k)| *d <= (k.chars().count().max(word.len()) / 3).max(1))
        .map(|(_, k)| k)
}
