//! An interview or a discussion put behind an article.
//!
//! Owns: telling its paragraphs by their speaker labels ("Editor: ...", "Dr. Lee: ...").
//! Leaves to: [`super::kinds`] everything else. A text that is a transcript from its first line is the report itself and is read.

use super::kinds::Draft;
use super::layout::ParagraphKind;
use super::paragraphs::clip;
use super::shape::is_running;

/// Labelled paragraphs from which on it is an interview and no list with catchwords.
const LEAST: usize = 3;
/// Running paragraphs before it that make an article.
const ARTICLE: usize = 3;

/// Marks the interview, its heading, and what stands between its answers.
pub(super) fn mark(text: &str, drafts: &mut [Draft]) {
    let labels: Vec<(usize, &str)> = drafts
        .iter()
        .enumerate()
        .filter(|(_, d)| d.paragraph.marker.is_none())
        .filter_map(|(i, d)| Some((i, label(d.paragraph.place.of(text))?)))
        .collect();
    let times = |label: &str| labels.iter().filter(|(_, l)| *l == label).count();
    // only so many labels can be an interview's; more are a list of something, and counting them would take long
    if labels.len() < LEAST || labels.len() > 2_000 {
        return;
    }
    let speaking: Vec<(usize, &str)> = labels.iter().copied().filter(|(_, l)| times(l) >= 2 || asks(l)).collect();
    let (Some((first, one)), Some((last, _))) = (speaking.first().copied(), speaking.last().copied()) else {
        return;
    };
    let two = speaking.iter().any(|(_, l)| *l != one);
    let before = drafts[..first]
        .iter()
        .filter(|d| d.paragraph.kind.is_read() && is_running(&d.shape))
        .count();
    if speaking.len() < LEAST || !two || before < ARTICLE {
        return;
    }
    let titles = drafts[..first].iter().rev().take_while(|d| is_title(d)).count();
    for draft in &mut drafts[first - titles..=last] {
        if draft.paragraph.kind != ParagraphKind::Furniture {
            draft.settle(ParagraphKind::Transcript);
        }
    }
}

fn is_title(draft: &Draft) -> bool {
    let shape = &draft.shape;
    draft.paragraph.kind == ParagraphKind::Furniture
        || shape.words <= 20 && (shape.bare.ends_with('?') || !is_running(shape)) && !draft.settled
}

/// Who asks, by the word alone.
fn asks(label: &str) -> bool {
    matches!(
        label,
        "Q" | "A" | "Question" | "Answer" | "Editor" | "Interviewer" | "Moderator" | "Host"
    )
}

/// "Dr. Ann Lee" of "Dr. Ann Lee: Good evening": one to five words with capitals before a colon.
fn label(words: &str) -> Option<&str> {
    let head = clip(words, 60);
    let (label, rest) = head.split_once(':')?;
    let label = label.trim_matches('*');
    let named = label.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
    let count = label.split_whitespace().count();
    (named && (1..=5).contains(&count) && rest.starts_with([' ', '*', '\u{a0}'])).then_some(label)
}
