//! Where a paragraph begins and ends.
//!
//! Owns: lines, blank lines, hard wraps, list items, clauses of a resolution, sentences broken by a blank line.
//! Leaves to: [`super::marker`] what a marker looks like, [`super::kinds`] what a paragraph is for.
//!
//! Whether a block is hard-wrapped is not told by its width alone (OCR of two columns has lines of 40 and of 190 letters side by
//! side) but by how its lines end: wrapped lines rarely end with a full stop, paragraphs on a line each nearly always do.

use super::layout::{Paragraph, ParagraphKind};
use super::marker::{Marker, Marks, marker};
use crate::marks::{is_apostrophe, is_quote};
use crate::span::Bytes;

/// A line with something on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its first byte that is no white space.
    pub(super) start: usize,
    /// The end of its last character that is no white space.
    pub(super) end: usize,
    /// Bytes of white space before it.
    indent: usize,
    /// A blank line stands before it.
    gap: bool,
}

/// All lines of `text` that are not blank; `\n`, `\r\n` and a lone `\r` end a line.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let mut gap = true;
    let mut at = 0;
    let breaks = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).map(|end| end + 1);
    for end in breaks.chain([text.len()]) {
        let piece = &text[at..end];
        let content = piece.trim();
        if content.is_empty() {
            // the "\n" of "\r\n" comes as a piece of its own and is no blank line
            gap |= !(piece == "\n" && text[..at].ends_with('\r'));
        } else {
            let indent = piece.len() - piece.trim_start().len();
            found.push(Line {
                start: at + indent,
                end: at + indent + content.len(),
                indent,
                gap,
            });
            gap = false;
        }
        at += piece.len();
    }
    found
}

/// The paragraphs of `text`, their kind only by their marker; none goes over the border of a hint.
pub(super) fn paragraphs(text: &str, lines: &[Line], hints: &[(Bytes, ParagraphKind)]) -> Vec<Paragraph> {
    let mut borders: Vec<usize> = hints.iter().flat_map(|(place, _)| [place.start, place.end]).collect();
    borders.sort_unstable();
    let whole = Wraps::of(text, lines);
    let mut found: Vec<Paragraph> = Vec::new();
    let mut block = 0..0;
    let mut wraps = whole;
    for (i, line) in lines.iter().enumerate() {
        if i >= block.end {
            let end = lines[i + 1..].iter().position(|l| l.gap).map_or(lines.len(), |n| i + 1 + n);
            block = i..end;
            wraps = Wraps::of(text, &lines[block.clone()]).or(whole);
        }
        let border = i > 0 && {
            let next = borders.partition_point(|b| *b < lines[i - 1].end);
            borders.get(next).is_some_and(|b| *b <= line.start)
        };
        let seam = Seam {
            text,
            lines,
            i,
            block_start: block.start,
            wraps,
        };
        match found.last_mut() {
            Some(open) if !border && seam.joins(open) => open.place.end = line.end,
            _ => found.push(begin(text, line)),
        }
    }
    found
}

fn begin(text: &str, line: &Line) -> Paragraph {
    let raw = &text[line.start..line.end];
    let Some(Marker { len, marks }) = marker(raw) else {
        return Paragraph {
            place: Bytes::new(line.start, line.end),
            kind: ParagraphKind::Body,
            marker: None,
        };
    };
    let skipped = raw.len() - raw[len..].trim_start().len();
    let kind = match marks {
        Marks::Bullet | Marks::Number => ParagraphKind::ListItem,
        Marks::Heading => ParagraphKind::Heading,
        Marks::Quotation => ParagraphKind::Body,
    };
    Paragraph {
        place: Bytes::new(line.start + skipped, line.end),
        kind,
        marker: Some(Bytes::new(line.start, line.start + len)),
    }
}

/// How the lines of a block or of a whole text end.
#[derive(Clone, Copy, Debug)]
struct Wraps {
    /// Line breaks that tell something: after a line neither very short nor very long.
    breaks: usize,
    /// Those of them that stand in the middle of a sentence.
    open: usize,
    /// What a line of this text holds: half of the lines are no longer.
    width: usize,
}

/// A line below this many bytes may be a menu or a heading and tells nothing of wraps; one above is no wrapped line.
const TELLING: std::ops::RangeInclusive<usize> = 30..=130;
/// Breaks from which on a block is judged by itself and not by the whole text.
const ENOUGH: usize = 4;

impl Wraps {
    fn of(text: &str, lines: &[Line]) -> Self {
        let mut widths: Vec<usize> = lines.iter().map(|l| l.end - l.start).collect();
        let mid = widths.len() / 2;
        let width = if widths.is_empty() {
            0
        } else {
            *widths.select_nth_unstable(mid.min(lines.len() - 1)).1
        };
        let mut wraps = Self { breaks: 0, open: 0, width };
        for pair in lines.windows(2) {
            let line = &pair[0];
            if !pair[1].gap && TELLING.contains(&(line.end - line.start)) {
                wraps.breaks += 1;
                wraps.open += usize::from(!ends_sentence(&text[line.start..line.end]));
            }
        }
        wraps
    }

    fn or(self, whole: Self) -> Self {
        if self.breaks >= ENOUGH || self.breaks > 0 && whole.breaks < ENOUGH {
            self
        } else {
            Self {
                width: whole.width.max(self.width),
                ..whole
            }
        }
    }

    fn is_wrapped(&self) -> bool {
        self.breaks > 1 && self.open * 2 >= self.breaks && self.width <= *TELLING.end()
    }
}

/// The border between two lines that follow each other.
struct Seam<'t> {
    text: &'t str,
    lines: &'t [Line],
    /// The later line.
    i: usize,
    block_start: usize,
    wraps: Wraps,
}

impl Seam<'_> {
    fn raw(&self, i: usize) -> &str {
        self.lines.get(i).map_or("", |l| &self.text[l.start..l.end])
    }

    fn joins(&self, open: &Paragraph) -> bool {
        let Some(before) = self.i.checked_sub(1) else { return false };
        let (previous, next) = (self.raw(before), self.raw(self.i));
        let so_far = open.place.of(self.text);
        if self.lines[self.i].gap {
            return marker(next).is_none() && joins_over_gap(so_far, next);
        }
        if self.begins_item(previous, next) || open.kind == ParagraphKind::Heading {
            return false;
        }
        if self.wraps.is_wrapped() {
            self.joins_wrapped(open, previous, next)
        } else {
            joins_broken(so_far, previous, next)
        }
    }

    /// In the middle of wrapped text a dash or "12." at a line's start may belong to the sentence.
    fn begins_item(&self, previous: &str, next: &str) -> bool {
        let Some(found) = marker(next) else { return false };
        let listed = marker(previous).is_some_and(|m| m.marks == found.marks);
        let stopped = previous.ends_with([';', ',', ':']) || ends_sentence(previous) || ends_with_word(previous, &["and", "or"]);
        !self.wraps.is_wrapped() || listed || stopped || matches!(found.marks, Marks::Heading)
    }

    fn joins_wrapped(&self, open: &Paragraph, previous: &str, next: &str) -> bool {
        let (line, last) = (&self.lines[self.i], &self.lines[self.i - 1]);
        if is_capitals(previous) != is_capitals(next) && (is_capitals(previous) || ends_sentence(previous)) {
            return false;
        }
        // Markdown's emphasis may be closed on a line of its own, below a heading
        if previous.bytes().all(|b| matches!(b, b'*' | b'_')) {
            return false;
        }
        let hangs = open.marker.is_some_and(|m| m.start == last.start);
        if line.indent >= last.indent + 2 && !hangs && ends_sentence(previous) {
            return false;
        }
        let word = next.split_whitespace().next().map_or(0, str::len);
        let needed = (previous.len() + 1 + word) * 10;
        if ends_sentence(previous) {
            return needed >= self.wraps.width * 8;
        }
        if self.begins_clause(previous, next) {
            return false;
        }
        // only a single short line may be a heading that has no blank line below it
        let single = open.place.start >= last.start;
        !single || !begins_capital(next) || needed >= self.wraps.width * 6 || ends_with_word(previous, FUNCTION_WORDS)
    }

    /// A preambular clause after a comma, in a block that itself begins with one or with the body that speaks.
    fn begins_clause(&self, previous: &str, next: &str) -> bool {
        let first = self.raw(self.block_start);
        let among = opens_clause(first) || first.starts_with("The ") && first.ends_with(',') && first.len() < 60;
        among && previous.ends_with([',', ';']) && opens_clause(next)
    }
}

/// A sentence that a page break or bad OCR tore apart at a blank line.
fn joins_over_gap(so_far: &str, next: &str) -> bool {
    if so_far.ends_with([';', ':']) || ends_sentence(so_far) || next.len() < 20 {
        return false;
    }
    let small = next.starts_with(char::is_lowercase);
    let begins = small || next.starts_with(char::is_alphabetic);
    let long = so_far.len() >= if so_far.ends_with(',') { 40 } else { 60 };
    small && long || begins && so_far.len() >= 40 && ends_with_word(so_far, LEADING_WORDS)
}

/// A paragraph that has a line to itself, but was broken within.
fn joins_broken(so_far: &str, previous: &str, next: &str) -> bool {
    if ends_sentence(previous) || previous.ends_with(';') || so_far.len() < 30 {
        return false;
    }
    if next.starts_with(char::is_lowercase) || ends_with_word(previous, LEADING_WORDS) {
        return true;
    }
    // "Prime\nMinister": only inside running text, so that a headline is not drawn into what follows
    let open = previous.ends_with(|c: char| c.is_alphabetic() || c == ',');
    let running = [". ", ".\" ", ".” ", "? ", "! "]
        .iter()
        .any(|stop| clip(so_far, 4_000).contains(stop));
    open && running && previous.len() >= 100 && next.starts_with(char::is_alphabetic)
}

/// Words after which no sentence ends.
const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "as", "that", "its", "their", "his", "her",
    "our", "under", "into", "between", "which", "who", "is", "are", "was", "were", "be", "has", "have", "will", "would", "this", "these",
    "those",
];

/// Words that not even a title ends with.
const LEADING_WORDS: &[&str] = &[
    "a", "an", "the", "of", "and", "or", "as", "its", "their", "his", "her", "our", "between", "which",
];

/// Openers of a preambular clause that do not end in "-ing".
const CLAUSE_OPENERS: &[&str] = &[
    "Deeply",
    "Gravely",
    "Seriously",
    "Strongly",
    "Firmly",
    "Mindful",
    "Convinced",
    "Alarmed",
    "Aware",
    "Determined",
    "Concerned",
    "Conscious",
    "Disturbed",
    "Appalled",
    "Guided",
    "Resolved",
    "Encouraged",
    "Desirous",
    "Dismayed",
    "Shocked",
    "Profoundly",
    "Fully",
];

fn opens_clause(line: &str) -> bool {
    let word = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    begins_capital(word) && (word.len() > 5 && word.ends_with("ing") || CLAUSE_OPENERS.contains(&word))
}

fn begins_capital(line: &str) -> bool {
    line.starts_with(char::is_uppercase)
}

fn ends_with_word(line: &str, words: &[&str]) -> bool {
    let last = line.rsplit(char::is_whitespace).next().unwrap_or("");
    words.contains(&last)
}

/// At least two words, nearly all letters capitals.
fn is_capitals(line: &str) -> bool {
    const SEEN: usize = 200;
    let most = line.len().min(SEEN);
    let (mut upper, mut lower) = (0, 0);
    for c in line.chars().take(SEEN).filter(|c| c.is_alphabetic()) {
        if c.is_uppercase() {
            upper += 1
        } else {
            lower += 1
        }
        // all that is left could not make up for so many
        if lower * 6 > most {
            return false;
        }
    }
    upper >= 6 && upper >= lower * 5 && line.contains(' ')
}

/// The first `most` bytes of `text`, or a little less where a character stands across that border.
pub(super) fn clip(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether the last character, closing marks and brackets aside, is a stop or a colon.
pub(super) fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(|c: char| c.is_whitespace() || is_quote(c) || is_apostrophe(c) || matches!(c, ')' | ']' | '*' | '_'));
    bare.ends_with(['.', '!', '?', '…', ':', '。'])
}
