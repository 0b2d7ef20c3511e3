//! Two texts, word by word.
//!
//! Owns: the longest run of words that both have in order; what is left over was taken out or put in.

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// In both.
    Same(String),
    /// In the first only.
    Out(String),
    /// In the second only.
    In(String),
}

/// Products of the lengths above which two texts are not compared word by word: a sentence has some hundred words.
const LARGEST: usize = 1_000_000;

/// The runs that lead from `before` to `after`.
pub fn runs(before: &str, after: &str) -> Vec<Run> {
    let (b, a): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    let mut runs = Vec::new();
    if b.len() * a.len() > LARGEST {
        push(&mut runs, Run::Out, &b);
        push(&mut runs, Run::In, &a);
        return runs;
    }
    // longest[i][j]: words that b[i..] and a[j..] have in common, in order
    let mut longest = vec![vec![0u32; a.len() + 1]; b.len() + 1];
    for i in (0..b.len()).rev() {
        for j in (0..a.len()).rev() {
            longest[i][j] = if b[i] == a[j] {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < b.len() || j < a.len() {
        let (from_i, from_j) = (i, j);
        while i < b.len() && j < a.len() && b[i] == a[j] {
            (i, j) = (i + 1, j + 1);
        }
        push(&mut runs, Run::Same, &b[from_i..i]);
        let (from_i, from_j) = (i.max(from_i), j.max(from_j));
        while i < b.len() && (j == a.len() || b[i] != a[j] && longest[i + 1][j] >= longest[i][j + 1]) {
            i += 1;
        }
        while j < a.len() && (i == b.len() || b[i] != a[j] && longest[i + 1][j] < longest[i][j + 1]) {
            j += 1;
        }
        push(&mut runs, Run::Out, &b[from_i..i]);
        push(&mut runs, Run::In, &a[from_j..j]);
    }
    runs
}

fn push(runs: &mut Vec<Run>, kind: fn(String) -> Run, words: &[&str]) {
    if !words.is_empty() {
        runs.push(kind(words.join(" ")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Run::{In, Out, Same};

    #[test]
    fn words_are_kept_taken_out_and_put_in() {
        let run = |kind: fn(String) -> Run, words: &str| kind(words.to_string());
        assert_eq!(
            runs("reopen the old port soon", "reopen the port very soon"),
            [
                run(Same, "reopen the"),
                run(Out, "old"),
                run(Same, "port"),
                run(In, "very"),
                run(Same, "soon")
            ]
        );
        assert_eq!(runs("", "a b"), [run(In, "a b")]);
        assert_eq!(runs("a", ""), [run(Out, "a")]);
        assert_eq!(runs("a  b", "a b"), [run(Same, "a b")]);
    }

    proptest::proptest! {
        #[test]
        fn both_texts_can_be_read_back(before in "[a-c ]{0,24}", after in "[a-c ]{0,24}") {
            let read = |left: bool| {
                let words = runs(&before, &after).into_iter().filter_map(move |run| match run {
                    Same(words) => Some(words),
                    Out(words) => left.then_some(words),
                    In(words) => (!left).then_some(words),
                });
                words.collect::<Vec<_>>().join(" ")
            };
            let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            proptest::prop_assert_eq!(read(true), folded(&before));
            proptest::prop_assert_eq!(read(false), folded(&after));
        }
    }
}
