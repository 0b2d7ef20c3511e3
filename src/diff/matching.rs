//! Which statement of the one side is which of the other.
//!
//! Owns: the order of the ways. By id; then by cues that overlap in the same sentence, wherever it stands now; then, where the text
//! is the same, by cues that overlap at all.
//! Leaves to: [`crate::score`] making pairs of what could be pairs.

use crate::score::{greedy, meet};
use crate::span::Span;
use crate::statement::Statement;
use serde::Serialize;
use std::collections::HashMap;

/// How two statements were found to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// They have the same id.
    Id,
    /// Their cues overlap.
    Overlap,
}

/// Statements whose cues begin so far apart are not looked at: no cue is that long.
const NEAR: u32 = 2_000;

/// Pairs of statements by number, in the order of the second side; `same_text` says that places can be compared.
pub fn pairs(before: &[Statement], after: &[Statement], same_text: bool) -> Vec<(usize, usize, By)> {
    let ids: HashMap<&str, usize> = before.iter().enumerate().map(|(b, s)| (s.id.as_str(), b)).collect();
    let mut pairs: Vec<(usize, usize, By)> = Vec::with_capacity(after.len());
    let mut free: Vec<bool> = vec![true; before.len()];
    let mut rest = Vec::new();
    for (a, statement) in after.iter().enumerate() {
        match ids.get(statement.id.as_str()).filter(|b| free[**b]) {
            Some(b) => {
                free[*b] = false;
                pairs.push((*b, a, By::Id));
            }
            None => rest.push(a),
        }
    }
    let left: Vec<usize> = (0..before.len()).filter(|b| free[*b]).collect();
    let overlaps = overlapping(before, after, &left, &rest, same_text);
    pairs.extend(overlaps.into_iter().map(|(b, a)| (b, a, By::Overlap)));
    pairs.sort_by_key(|p| p.1);
    pairs
}

/// Pairs among the statements that no id joined: the same act first, then the nearest.
fn overlapping(before: &[Statement], after: &[Statement], left: &[usize], rest: &[usize], same_text: bool) -> Vec<(usize, usize)> {
    let mut sentences: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut places: Vec<(u32, usize)> = Vec::new();
    for b in left {
        sentences.entry(before[*b].sentence.text.as_str()).or_default().push(*b);
        places.push((before[*b].cue.span.start, *b));
    }
    places.sort_unstable();
    let mut options = Vec::new();
    for a in rest {
        let found = &after[*a];
        let mut offer = |b: usize, left: Span, right: Span, elsewhere: bool| {
            if meet(left, right) {
                let distance = left.start.abs_diff(right.start);
                let moved = before[b].sentence.span.start.abs_diff(found.sentence.span.start);
                options.push(((before[b].act != found.act, elsewhere, moved, distance), b, *a));
            }
        };
        for b in sentences.get(found.sentence.text.as_str()).into_iter().flatten() {
            offer(*b, inside(&before[*b]), inside(found), false);
        }
        if same_text {
            let from = found.cue.span.start.saturating_sub(NEAR);
            let first = places.partition_point(|p| p.0 < from);
            for (_, b) in places[first..].iter().take_while(|p| p.0 < found.cue.span.end) {
                offer(*b, before[*b].cue.span, found.cue.span, true);
            }
        }
    }
    greedy(options, before.len(), after.len())
}

/// The place of the cue in its sentence.
fn inside(statement: &Statement) -> Span {
    let (cue, start) = (statement.cue.span, statement.sentence.span.start);
    Span {
        start: cue.start.saturating_sub(start),
        end: cue.end.saturating_sub(start),
    }
}
