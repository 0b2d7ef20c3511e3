//! Which prediction meets which gold statement.
//!
//! Owns: the pairing and what it leaves over.

use super::gold::{GoldStatement, Predicted};

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
                options.push((wanted.optional, found.act != wanted.act, distance, g, p));
            }
        }
    }
    options.sort_unstable();
    let (mut used_gold, mut used_predicted) = (vec![false; gold.len()], vec![false; predicted.len()]);
    let mut pairs = Vec::new();
    for (.., g, p) in options {
        if !used_gold[g] && !used_predicted[p] {
            (used_gold[g], used_predicted[p]) = (true, true);
            pairs.push((g, p));
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
    let (cue, span) = (&wanted.cue, found.cue.span);
    cue.end.min(span.end) > cue.start.max(span.start)
}
