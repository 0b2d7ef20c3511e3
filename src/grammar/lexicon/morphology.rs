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

/// A regular form: a stem, its last letter again where it doubles, an ending.
#[derive(Clone, Copy)]
pub(super) struct Regular<'l> {
    stem: &'l str,
    doubled: bool,
    ending: &'static str,
}

impl<'l> Regular<'l> {
    fn new(stem: &'l str, ending: &'static str) -> Self {
        Regular {
            stem,
            doubled: false,
            ending,
        }
    }

    /// Writes the form to the end of `word`.
    pub(super) fn spell(self, word: &mut String) {
        word.push_str(self.stem);
        word.extend(self.stem.chars().last().filter(|_| self.doubled));
        word.push_str(self.ending);
    }
}

/// "agrees", "relies", "presses"
pub(super) fn with_s(lemma: &str) -> Regular<'_> {
    if ends_in_consonant_y(lemma) {
        Regular::new(&lemma[..lemma.len() - 1], "ies")
    } else if ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| lemma.ends_with(e)) {
        Regular::new(lemma, "es")
    } else {
        Regular::new(lemma, "s")
    }
}

/// "agreed", "relied"; where the consonant doubles, with and without ("travelled", "traveled").
pub(super) fn with_ed(lemma: &str, double: bool) -> impl Iterator<Item = Regular<'_>> + Clone {
    let plain = if ends_in_consonant_y(lemma) {
        Regular::new(&lemma[..lemma.len() - 1], "ied")
    } else if lemma.ends_with('e') {
        Regular::new(lemma, "d")
    } else {
        Regular::new(lemma, "ed")
    };
    with_doubled(lemma, "ed", double, plain)
}

/// "agreeing", "urging", "committing"
pub(super) fn with_ing(lemma: &str, double: bool) -> impl Iterator<Item = Regular<'_>> + Clone {
    let plain = match lemma.strip_suffix('e') {
        Some(stem) if stem.ends_with('i') => Regular::new(&stem[..stem.len() - 1], "ying"),
        Some(stem) if !stem.ends_with(['e', 'o', 'y']) && lemma.len() > 2 => Regular::new(stem, "ing"),
        _ => Regular::new(lemma, "ing"),
    };
    with_doubled(lemma, "ing", double, plain)
}

fn with_doubled<'l>(lemma: &'l str, ending: &'static str, double: bool, plain: Regular<'l>) -> impl Iterator<Item = Regular<'l>> + Clone {
    let doubled = Regular {
        doubled: true,
        ..Regular::new(lemma, ending)
    };
    let plain = (!double || !one_syllable(lemma)).then_some(plain);
    double.then_some(doubled).into_iter().chain(plain)
}
