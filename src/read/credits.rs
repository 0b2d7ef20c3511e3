//! What stuck to a paragraph: a credit behind a caption, a date before the first sentence, the headline repeated.
//!
//! Owns: dividing such a paragraph, so that the sentence in it is parsed alone; captions, told by their credit or their opening.
//! Leaves to: [`super::kinds`] everything that stands as a paragraph of its own.

use super::kinds::Draft;
use super::layout::{Paragraph, ParagraphKind};
use super::paragraphs::ends_sentence;
use crate::marks::is_quote;
use crate::sought::Sought;
use crate::span::Bytes;

/// Openings of a caption that are no words of it, and what follows is one.
const LEADS: &[&str] = &[
    "Media playback is unsupported on your device Media caption",
    "Media caption",
    "Image caption",
];
/// Openings that are part of a caption.
const OPENINGS: &[&str] = &[
    "FILE PHOTO",
    "FILE - ",
    "FILE – ",
    "FILE — ",
    "File photo",
    "PHOTO: ",
    "Photo: ",
    "IMAGE: ",
];

/// Adds `paragraph` to `drafts`, in as many parts as it has; `index` is its place among all.
pub(super) fn divide<'t>(text: &'t str, paragraph: Paragraph, index: usize, drafts: &mut Vec<Draft<'t>>) {
    let mut rest = paragraph;
    if index == 0
        && rest.marker.is_none()
        && let Some(len) = leading_date(rest.place.of(text))
    {
        push(text, cut_front(text, &mut rest, len), Some(ParagraphKind::Furniture), drafts);
    }
    let mut kind = None;
    if let Some(len) = repeated_headline(text, rest.place.of(text), drafts) {
        push(text, cut_front(text, &mut rest, len), Some(ParagraphKind::Headline), drafts);
        kind = Some(ParagraphKind::Caption);
    }
    if let Some(len) = lead(rest.place.of(text)) {
        push(text, cut_front(text, &mut rest, len), Some(ParagraphKind::Furniture), drafts);
        kind = Some(ParagraphKind::Caption);
    }
    let words = rest.place.of(text);
    let opened = OPENINGS.iter().any(|o| words.starts_with(o)) && words.len() < 1_200;
    let credit = credit(words);
    if opened || credit.is_some() && is_short(words) {
        kind = Some(ParagraphKind::Caption);
    }
    let back = credit.filter(|_| kind == Some(ParagraphKind::Caption));
    let Some(at) = back.filter(|at| !words[..*at].trim().is_empty()) else {
        let kind = if back == Some(0) { Some(ParagraphKind::Furniture) } else { kind };
        return push(text, Some(rest), kind, drafts);
    };
    let middle = rest.place.end - words[at..].trim_start().len();
    let last = Paragraph {
        place: Bytes::new(middle, rest.place.end),
        kind: ParagraphKind::Body,
        marker: None,
    };
    rest.place.end = rest.place.start + words[..at].trim_end().len();
    push(text, Some(rest), kind, drafts);
    push(text, Some(last), Some(ParagraphKind::Furniture), drafts);
}

fn push<'t>(text: &'t str, paragraph: Option<Paragraph>, kind: Option<ParagraphKind>, drafts: &mut Vec<Draft<'t>>) {
    let Some(paragraph) = paragraph.filter(|p| !p.place.of(text).is_empty()) else {
        return;
    };
    let mut draft = Draft::new(text, paragraph);
    if let Some(kind) = kind {
        draft.settle(kind);
    }
    drafts.push(draft);
}

/// Takes the first `len` bytes off, of which the last may be white space; the marker stays with them.
fn cut_front(text: &str, rest: &mut Paragraph, len: usize) -> Option<Paragraph> {
    let head = rest.place.of(text).get(..len)?;
    let front = Paragraph {
        place: Bytes::new(rest.place.start, rest.place.start + head.trim_end().len()),
        ..*rest
    };
    rest.marker = None;
    rest.place.start += len;
    Some(front)
}

/// A caption is a sentence or three, no page.
fn is_short(words: &str) -> bool {
    words.len() < 900
}

/// "date 2017-04-21 The Council adopted": a page's date field run into its first sentence. The length, with the space after it.
fn leading_date(words: &str) -> Option<usize> {
    let rest = words.strip_prefix("date ")?;
    let (date, after) = rest.split_once(char::is_whitespace)?;
    let figures = date.len() == 10 && date.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let skipped = after.len() - after.trim_start().len();
    (figures && after.trim_start().starts_with(char::is_uppercase)).then_some(words.len() - after.len() + skipped)
}

/// A paragraph that begins with the words of an earlier title-like paragraph and goes on: the headline again, then a caption.
fn repeated_headline(text: &str, words: &str, drafts: &[Draft]) -> Option<usize> {
    drafts
        .iter()
        .take(12)
        .filter(|d| !d.settled || d.paragraph.kind == ParagraphKind::Headline)
        .find_map(|d| {
            let title = d.paragraph.place.of(text);
            let fits = (25..300).contains(&title.len()) && !ends_sentence(title.trim_end_matches(is_quote));
            let after = words.strip_prefix(title).filter(|_| fits)?;
            let skipped = after.len() - after.trim_start().len();
            (skipped > 0 && after.len() > skipped).then_some(title.len() + skipped)
        })
}

/// The length of an opening like "Image copyright EPA Image caption ".
fn lead(words: &str) -> Option<usize> {
    let begins = ["Image copyright", "Media playback", "Media caption", "Image caption"]
        .iter()
        .any(|b| words.starts_with(b));
    if !begins {
        return None;
    }
    let head = super::paragraphs::clip(words, 200);
    let end = LEADS.iter().filter_map(|l| head.find(l).map(|at| at + l.len())).max()?;
    let after = words.get(end..)?;
    let skipped = after.len() - after.trim_start().len();
    (after.len() > skipped).then_some(end + skipped)
}

/// Where the credit at the end of a caption begins: "[Image source=Agency]", "(AP Photo/Name)", "REUTERS/Name", "/Courtesy of X",
/// "(Foreign Ministry)" behind words that point into a picture.
fn credit(words: &str) -> Option<usize> {
    slashed(words).or_else(|| bracketed(words))
}

fn slashed(words: &str) -> Option<usize> {
    let from = words.len().saturating_sub(160);
    let tail = (from..words.len()).find_map(|at| words.get(at..))?;
    // each of these credits has a stroke in it, or a colon, or stands in capitals
    static REUTERS: Sought = Sought::new("REUTERS");
    if memchr::memchr2(b'/', b':', tail.as_bytes()).is_none() && !REUTERS.is_in(tail) {
        return None;
    }
    let offset = words.len() - tail.len();
    let at = [
        "REUTERS/",
        "/Courtesy of ",
        "/AFP",
        "AFP/",
        "/Reuters",
        "EPA/",
        "Handout via REUTERS",
        "Mandatory Credit:",
    ]
    .iter()
    .filter_map(|c| tail.rfind(c))
    .min()?;
    let whole = &tail[at..];
    let bracket = tail[..at]
        .rfind(['(', '['])
        .filter(|b| !tail[*b..at].contains([')', ']']) && !tail[*b..].contains(". "));
    let begin = match bracket {
        Some(bracket) => bracket,
        None => tail[..at].rfind(". ").map_or(at, |stop| if at - stop < 60 { stop + 2 } else { at }),
    };
    // a sentence that only speaks of an agency ends with a stop, a credit does not
    let open = !whole.ends_with(|c| is_quote(c) || matches!(c, '.' | '!' | '?'));
    (open && whole.split_whitespace().count() <= 8).then_some(offset + begin)
}

fn bracketed(words: &str) -> Option<usize> {
    let inner_end = words.strip_suffix([')', ']'])?;
    let at = inner_end.rfind(['(', '['])?;
    let inner = inner_end[at + 1..].trim();
    let count = inner.split_whitespace().count();
    if !(1..=10).contains(&count) || !inner.starts_with(|c: char| c.is_uppercase() || c == '©') {
        return None;
    }
    let before = words[..at].trim_end();
    let lower = inner.to_lowercase();
    let says = ["photo", "image", "source=", "getty", "handout", "courtesy", "file)"]
        .iter()
        .any(|w| lower.contains(w));
    let agency = ["yonhap", "reuters", "afp", "ap", "epa", "xinhua", "newsis", "kyodo", "anadolu"]
        .iter()
        .any(|w| lower == *w || lower.ends_with(&format!("/{w}")));
    let points = [
        "(right)",
        "(left)",
        "(center)",
        "(centre)",
        "(R)",
        "(L)",
        "(C)",
        ", right,",
        ", left,",
        "second left",
        "second right",
    ]
    .iter()
    .any(|p| before.contains(p));
    let alone = before.is_empty() && count <= 5 && (says || agency);
    let slash = inner.contains('/') && count <= 6 && !inner.bytes().any(|b| b.is_ascii_digit());
    let stops = before.ends_with(|c| is_quote(c) || matches!(c, '.' | '!')) || before.is_empty();
    (alone || stops && (says || slash || points) || points && count <= 5).then_some(at)
}
