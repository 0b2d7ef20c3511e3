//! Which statement of the one side is which of the other.
//!
//! Owns: the order of the ways. By id; then by cues that overlap in the same sentence, wherever it stands now, or, where the text is the
//! same, at all; last, where the text is another one, by the same cue and act in a sentence of nearly the same words.
//! Leaves to: [`crate::score`] making pairs of what could be pairs, and how much two texts share.

use crate::score::{greedy, meet, word_f1};
use crate::span::Span;
use crate::statement::Statement;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// How two statements were found to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// They have the same id.
    Id,
    /// Their cues overlap.
    Overlap,
    /// They have the same act and cue, and their sentences share most words.
    Sentence,
}

/// Statements whose cues begin so far apart are not looked at: no cue is that long.
const NEAR: u32 = 2_000;

/// Sentences that share this much of their words (word F1) are taken for one that was edited.
const ALIKE: f64 = 0.6;
/// Pairs of sentences above which those with one act and cue are not compared: a document of lists, in which all are alike.
const MANY: usize = 20_000;

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
    for (b, _) in &overlaps {
        free[*b] = false;
    }
    rest.retain(|a| !overlaps.iter().any(|o| o.1 == *a));
    pairs.extend(overlaps.into_iter().map(|(b, a)| (b, a, By::Overlap)));
    if !same_text {
        let left: Vec<usize> = left.into_iter().filter(|b| free[*b]).collect();
        pairs.extend(edited(before, after, &left, &rest).into_iter().map(|(b, a)| (b, a, By::Sentence)));
    }
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

/// Pairs among the statements whose sentence was edited: the most alike first.
fn edited(before: &[Statement], after: &[Statement], left: &[usize], rest: &[usize]) -> Vec<(usize, usize)> {
    let key = |s: &Statement| (s.act.to_string(), s.cue.text.to_lowercase());
    let mut groups: BTreeMap<(String, String), (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    left.iter().for_each(|b| groups.entry(key(&before[*b])).or_default().0.push(*b));
    rest.iter().for_each(|a| groups.entry(key(&after[*a])).or_default().1.push(*a));
    let mut options = Vec::new();
    for (left, rest) in groups.values().filter(|(l, r)| l.len() * r.len() <= MANY) {
        for b in left {
            for a in rest {
                let alike = word_f1(&before[*b].sentence.text, &after[*a].sentence.text);
                if alike >= ALIKE {
                    // shares are sorted as thousandths, the greatest first
                    options.push((1000 - (alike * 1000.0) as u32, *b, *a));
                }
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
