//! Which prediction meets which gold statement.
//!
//! Owns: the pairing and what it leaves over.

use super::gold::{GoldStatement, Predicted};
use crate::span::Span;

/// What the pairs of one document come to; statements are named by their number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Demanded gold statements that were met.
    pub right: usize,
    /// Predictions that met nothing and are not excused by an optional gold statement.
    pub wrong: Vec<usize>,
    /// Demanded gold statements that were not met.
    pub missed: Vec<usize>,
}

/// One-to-one pairs (gold, predicted) of statements whose cues overlap and, with `same_act`, whose acts agree.
///
/// Greedy: demanded gold first, then the act itself before an alternative, then the nearest start of the cue, then text order.
pub fn pairs(gold: &[GoldStatement], predicted: &[Predicted], same_act: bool) -> Vec<(usize, usize)> {
    let mut options = Vec::new();
    for (g, wanted) in gold.iter().enumerate() {
        for (p, found) in predicted.iter().enumerate() {
            let agrees = found.act == wanted.act || wanted.alt.contains(&found.act);
            if overlap(wanted, found) && (agrees || !same_act) {
                let distance = wanted.cue.start.abs_diff(found.cue.span.start);
                options.push(((wanted.optional, found.act != wanted.act, distance), g, p));
            }
        }
    }
    greedy(options, gold.len(), predicted.len())
}

/// One-to-one pairs among `options`, which are a key and the numbers of a left and of a right thing: the least key first, then the
/// order of the left, then that of the right.
pub fn greedy<K: Ord>(mut options: Vec<(K, usize, usize)>, left: usize, right: usize) -> Vec<(usize, usize)> {
    options.sort_unstable();
    let (mut used_left, mut used_right) = (vec![false; left], vec![false; right]);
    let mut pairs = Vec::new();
    for (_, l, r) in options {
        if !used_left[l] && !used_right[r] {
            (used_left[l], used_right[r]) = (true, true);
            pairs.push((l, r));
        }
    }
    pairs
}

/// What `pairs` leaves over.
pub fn counts(gold: &[GoldStatement], predicted: &[Predicted], pairs: &[(usize, usize)]) -> Counts {
    let met = |g: usize| pairs.iter().any(|pair| pair.0 == g);
    let used = |p: usize| pairs.iter().any(|pair| pair.1 == p);
    let excused = |found: &Predicted| gold.iter().any(|wanted| wanted.optional && overlap(wanted, found));
    let (hit, missed): (Vec<usize>, Vec<usize>) = (0..gold.len()).filter(|g| !gold[*g].optional).partition(|g| met(*g));
    let wrong = (0..predicted.len()).filter(|p| !used(*p) && !excused(&predicted[*p])).collect();
    Counts {
        right: hit.len(),
        wrong,
        missed,
    }
}

/// Whether the cues share a code point.
fn overlap(wanted: &GoldStatement, found: &Predicted) -> bool {
    let (start, end) = (wanted.cue.start, wanted.cue.end);
    meet(Span { start, end }, found.cue.span)
}

/// Whether two places share a code point.
pub fn meet(left: Span, right: Span) -> bool {
    left.end.min(right.end) > left.start.max(right.start)
}
