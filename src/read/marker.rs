//! Markers at a line's start: bullets, numbers, letters in brackets, Markdown's `#` and `>`.
//!
//! Owns: what a marker looks like. Old typescripts, OCR and Markdown each have their own, so the parser is lenient and
//! [`super::paragraphs`] asks for more where a marker stands in the middle of a block.
//! Leaves to: [`super::paragraphs`] whether a line with a marker begins a paragraph there.

/// What a marker begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// A list item by a bullet or a dash.
    Bullet,
    /// A list item by a number or a letter.
    Number,
    /// A Markdown heading.
    Heading,
    /// A Markdown quotation.
    Quotation,
}

/// A marker: its length in bytes, without the white space after it, and what it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) len: usize,
    pub(super) marks: Marks,
}

/// Bullets that need no space after them.
const TIGHT_BULLETS: &[&str] = &["•", "●", "▪", "■", "◦", "○", "‣", "∙", "\u{f0b7}", "â€¢", "â\u{80}¢", "â¢"];
/// Bullets that are something else without a space.
const LOOSE_BULLETS: &[&str] = &["-", "–", "—", "*", "+", "·", "\\-", "\\*"];

/// The marker at the start of `line` (which begins with no white space), where something follows it.
///
/// `marker = bullet | "#"+ | ">" | number ("." | ")" | "\.") | "(" (number | letter | roman) ")" | letter ")" | ROMAN "." | LETTER "." small
/// | number ("-" | "–") CAPITAL`
pub(super) fn marker(line: &str) -> Option<Marker> {
    // most lines begin with a word
    let word = line.starts_with(|c: char| c.is_ascii_alphabetic());
    let found = (!word)
        .then(|| bullet(line).or_else(|| markdown(line)))
        .flatten()
        .or_else(|| bracketed(line))
        .or_else(|| number(line))
        .or_else(|| dashed(line))
        .or_else(|| roman(line))
        .or_else(|| lettered(line))?;
    let rest = line.get(found.len..)?;
    (!rest.trim().is_empty()).then_some(found)
}

fn bullet(line: &str) -> Option<Marker> {
    if let Some(mark) = TIGHT_BULLETS.iter().find(|mark| line.starts_with(**mark)) {
        return Some(Marker {
            len: mark.len(),
            marks: Marks::Bullet,
        });
    }
    let mark = LOOSE_BULLETS.iter().find(|mark| line.strip_prefix(**mark).is_some_and(spaced))?;
    Some(Marker {
        len: mark.len(),
        marks: Marks::Bullet,
    })
}

fn markdown(line: &str) -> Option<Marker> {
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    if (1..=6).contains(&hashes) && line.get(hashes..).is_some_and(spaced) {
        return Some(Marker {
            len: hashes,
            marks: Marks::Heading,
        });
    }
    line.strip_prefix('>').is_some_and(spaced).then_some(Marker {
        len: 1,
        marks: Marks::Quotation,
    })
}

/// "(a)", "(ii)", "(3)", and the same without the first bracket.
fn bracketed(line: &str) -> Option<Marker> {
    let open = usize::from(line.starts_with('('));
    let inner = line.get(open..)?;
    let name = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let label = inner.get(..name)?;
    let named = match label.len() {
        1 => true,
        2..=5 => label.bytes().all(|b| b"ivx".contains(&b)) || label.len() <= 2 && label.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    };
    let closed = inner.get(name..).and_then(|rest| rest.strip_prefix(')')).is_some_and(spaced);
    (named && closed).then_some(Marker {
        len: open + name + 1,
        marks: Marks::Number,
    })
}

/// "12.", "1.2.", "3\."; a year with a stop is none.
fn number(line: &str) -> Option<Marker> {
    let mut at = 0;
    let bytes = line.as_bytes();
    loop {
        let digits = bytes.get(at..)?.iter().take_while(|b| b.is_ascii_digit()).count();
        if !(1..=3).contains(&digits) {
            return None;
        }
        at += digits;
        at += usize::from(bytes.get(at) == Some(&b'\\'));
        if bytes.get(at) != Some(&b'.') {
            return None;
        }
        at += 1;
        // "8.Summit": typed without the space
        let tight = matches!(bytes.get(at..), Some([a, b, ..]) if a.is_ascii_uppercase() && b.is_ascii_lowercase());
        if tight || line.get(at..).is_some_and(spaced) {
            return Some(Marker {
                len: at,
                marks: Marks::Number,
            });
        }
    }
}

/// "1- Condemning", "2– Calling": one or two digits, a dash, a space and a capital; "5- year" is none.
fn dashed(line: &str) -> Option<Marker> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?;
    let after = rest.strip_prefix(['-', '–'])?;
    let capital = after.trim_start().starts_with(char::is_uppercase);
    ((1..=2).contains(&digits) && spaced(after) && capital).then_some(Marker {
        len: line.len() - after.len(),
        marks: Marks::Number,
    })
}

/// "B. recalling that": a capital and a stop, where a small letter follows; somebody's initial stands before a capital.
fn lettered(line: &str) -> Option<Marker> {
    let [letter, b'.', b' ', next, ..] = line.as_bytes() else {
        return None;
    };
    (letter.is_ascii_uppercase() && next.is_ascii_lowercase()).then_some(Marker {
        len: 2,
        marks: Marks::Number,
    })
}

/// "II.", "IV."; one letter alone is rather somebody's initial.
fn roman(line: &str) -> Option<Marker> {
    let len = line.bytes().take_while(|b| b"IVX".contains(b)).count();
    let stop = line.get(len..).and_then(|rest| rest.strip_prefix('.')).is_some_and(spaced);
    ((2..=5).contains(&len) && stop).then_some(Marker {
        len: len + 1,
        marks: Marks::Number,
    })
}

fn spaced(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::{Marks, marker};

    fn length(line: &str) -> Option<usize> {
        marker(line).map(|m| m.len)
    }

    #[test]
    fn bullets_numbers_and_letters_are_markers() {
        for (line, len) in [
            ("- a", 1),
            ("• a", 3),
            ("•a", 3),
            ("1. Decides", 2),
            ("12\\. We", 4),
            ("(a) For", 3),
            ("(iv) For", 4),
            ("b) that", 2),
            ("1.2. Trade", 4),
            ("8.The summit", 2),
            ("## Trade", 2),
            ("II. Trade", 3),
            ("1- Condemning", 2),
            ("12– Calling", 5),
        ] {
            assert_eq!(length(line), Some(len), "{line}");
        }
        assert_eq!(marker("# Trade").map(|m| m.marks), Some(Marks::Heading));
    }

    #[test]
    fn words_years_and_emphasis_are_no_markers() {
        for line in [
            "1990. The",
            "-5 degrees",
            "**WE**, the",
            "3.5 percent",
            "4.X-ray",
            "(Reuters) - The",
            "J. Doe said",
            "1.",
            "-",
            "\\###",
            "#tag",
            "(see) a",
            "5- year plans",
            "2-3 days",
            "100- The",
        ] {
            assert_eq!(length(line), None, "{line}");
        }
    }
}
