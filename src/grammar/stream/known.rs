//! What the grammar knows of a form, whatever stands around it.
//!
//! Owns: the lexicon's entry, whether it looks like a plural, whether it is one of the few words that their neighbours decide on.
//! Leaves to: [`super`] the neighbours, and capitals.

use crate::grammar::lexicon::{Class, Entry, Lexicon, Valency};

/// What is known of one form.
#[derive(Clone, Debug)]
pub struct Known {
    /// What the lexicon says.
    pub entry: Option<Entry>,
    /// It looks like a plural, if it is a word.
    pub(super) plural: bool,
    /// It governs a clause behind a form of "be".
    pub(super) feels: bool,
    /// What it is depends on the words beside it: "all", "there", "no".
    pub(super) beside: bool,
    /// Where it can stand in a set phrase.
    pub(super) in_set: Class,
}

impl Known {
    /// What `lexicon`, the rules and the letters say of `form`.
    pub fn of(lexicon: &Lexicon, valency: &dyn Valency, form: &str) -> Self {
        let s = form.len() > 3 && matches!(form.as_bytes(), [.., before, b's'] if !matches!(before, b's' | b'u' | b'i' | b'\''));
        let mut entry = lexicon.entry(form);
        let in_set = entry.as_ref().map_or(Class::default(), |e| Class(e.class.0 & Class::IN_SET.0));
        if let Some(entry) = &mut entry {
            entry.class = Class(entry.class.0 & !in_set.0);
        }
        Self {
            in_set,
            entry: entry.filter(|e| e.class != Class::default() || !e.verbs.is_empty()),
            plural: s || is_plural_without_s(form),
            feels: valency.feels(form),
            beside: matches!(
                form,
                "so" | "each" | "all" | "both" | "neither" | "there" | "here" | "no" | "longer" | "that"
            ),
        }
    }
}

/// "people", "gunmen", "children": plurals that no -s tells.
fn is_plural_without_s(word: &str) -> bool {
    matches!(word, "people" | "children" | "men" | "media")
        || word.len() > 4 && word.ends_with("men") && !matches!(word, "abdomen" | "acumen" | "regimen" | "specimen")
}
