//! The regular forms of verbs.
//!
//! Owns: the spelling rules of English inflection, British and American doubling.
//! Leaves to: `rules/lexicon/verbs.tsv` the irregular forms.

fn ends_in_consonant_y(lemma: &str) -> bool {
    let mut back = lemma.chars().rev();
    back.next() == Some('y') && back.next().is_some_and(|c| !"aeiou".contains(c))
}

/// Such a verb always doubles its consonant: "hoped" is of "hope" and never of "hop".
fn one_syllable(lemma: &str) -> bool {
    lemma.chars().filter(|c| "aeiouy".contains(*c)).count() == 1
}

fn doubled(lemma: &str) -> String {
    let mut word = lemma.to_string();
    word.extend(lemma.chars().last());
    word
}

/// "agrees", "relies", "presses"
pub(super) fn with_s(lemma: &str) -> String {
    if ends_in_consonant_y(lemma) {
        format!("{}ies", &lemma[..lemma.len() - 1])
    } else if ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| lemma.ends_with(e)) {
        format!("{lemma}es")
    } else {
        format!("{lemma}s")
    }
}

/// "agreed", "relied"; where the consonant doubles, with and without ("travelled", "traveled").
pub(super) fn with_ed(lemma: &str, double: bool) -> Vec<String> {
    let plain = if ends_in_consonant_y(lemma) {
        format!("{}ied", &lemma[..lemma.len() - 1])
    } else if lemma.ends_with('e') {
        format!("{lemma}d")
    } else {
        format!("{lemma}ed")
    };
    if double && one_syllable(lemma) {
        vec![format!("{}ed", doubled(lemma))]
    } else if double {
        vec![format!("{}ed", doubled(lemma)), plain]
    } else {
        vec![plain]
    }
}

/// "agreeing", "urging", "committing"
pub(super) fn with_ing(lemma: &str, double: bool) -> Vec<String> {
    let plain = match lemma.strip_suffix('e') {
        Some(stem) if stem.ends_with('i') => format!("{}ying", &stem[..stem.len() - 1]),
        Some(stem) if !stem.ends_with(['e', 'o', 'y']) && lemma.len() > 2 => format!("{stem}ing"),
        _ => format!("{lemma}ing"),
    };
    if double && one_syllable(lemma) {
        vec![format!("{}ing", doubled(lemma))]
    } else if double {
        vec![format!("{}ing", doubled(lemma)), plain]
    } else {
        vec![plain]
    }
}
