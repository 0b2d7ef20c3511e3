//! The forms of a text, each once.
//!
//! Owns: the number of a form, and what some layer knows of each. A word comes again and again, in the next text, too: what a table says
//! of it is looked up once a form and found by number from then on.
//! Leaves to: [`super::token`] what the form of a token is; the layers above what is known of one.

use super::Text;
use super::token::{Kind, Token};
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::{FxHashMap, FxHasher};
use std::any::{Any, TypeId};
use std::hash::Hasher;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// Forms by number, and numbers by form; number 0 is the empty form, that of tokens past the end.
pub(super) struct Forms {
    words: Vec<Box<str>>,
    numbers: HashTable<u32>,
}

/// Forms for which there is room from the start: a page has some hundreds.
const ROOM: usize = 400;

impl Default for Forms {
    fn default() -> Self {
        let mut forms = Forms {
            words: Vec::with_capacity(ROOM),
            numbers: HashTable::with_capacity(ROOM),
        };
        forms.number("");
        forms
    }
}

impl Forms {
    /// The number of `form`: that which it had before, or the next one.
    pub(super) fn number(&mut self, form: &str) -> u32 {
        let words = &mut self.words;
        let entry = self.numbers.entry(
            hash(form),
            |number| *words[*number as usize] == *form,
            |number| hash(&words[*number as usize]),
        );
        match entry {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(free) => {
                let number = words.len() as u32;
                free.insert(number);
                words.push(form.into());
                number
            }
        }
    }

    /// The form with this number.
    #[inline]
    pub(super) fn word(&self, number: u32) -> &str {
        &self.words[number as usize]
    }
}

fn hash(form: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(form.as_bytes());
    hasher.finish()
}

/// The forms of the texts that were read one after the other, and what is known of them. It makes the next text faster to read, and changes
/// nothing that is found in it.
#[derive(Default)]
pub struct Vocabulary {
    pub(super) forms: Forms,
    /// What [`Text::by_form`] was told: by the type of an answer the answers of all forms so far, an `Arc<Vec<T>>`.
    known: Mutex<FxHashMap<TypeId, Box<dyn Any + Send>>>,
}

impl Vocabulary {
    /// How many forms it has.
    pub fn len(&self) -> usize {
        self.forms.words.len()
    }

    /// Whether it has no form but the empty one.
    pub fn is_empty(&self) -> bool {
        self.len() <= 1
    }

    /// The answers of `know` for all forms; only of those that came since it was asked last it is asked again.
    fn by_form<T: Send + Sync + 'static>(&self, know: impl FnMut(&str) -> T) -> ByForm<T> {
        let words = &self.forms.words;
        // whoever panicked here left answers that are right, if not all
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let all = known.entry(TypeId::of::<T>()).or_insert_with(|| Box::new(Arc::<Vec<T>>::default()));
        let mut answers = all.downcast_ref::<Arc<Vec<T>>>().cloned().unwrap_or_default();
        if answers.len() < words.len() {
            // taken out, so that nobody else holds them, unless somebody still reads another text by them
            *all = Box::new(());
            let mut longer = Arc::try_unwrap(answers).unwrap_or_default();
            longer.extend(words[longer.len()..].iter().map(|form| &**form).map(know));
            answers = Arc::new(longer);
            *all = Box::new(answers.clone());
        }
        ByForm(answers)
    }
}

/// Something that is known of each form of a text.
#[derive(Clone, Debug)]
pub struct ByForm<T>(Arc<Vec<T>>);

impl<T> ByForm<T> {
    /// What is known of the form of token `i` of `text`, the one that this was made for; past the end, of the empty form.
    #[inline]
    pub fn at(&self, text: &Text, i: usize) -> &T {
        &self.0[text.tokens.get(i).map_or(0, |token| token.form as usize)]
    }

    /// The tokens of `text` of whose forms something is known that passes `test`, ascending.
    pub fn tokens<'s>(&'s self, text: &'s Text, test: impl Fn(&T) -> bool + 's) -> impl Iterator<Item = usize> + 's {
        let passes = move |(_, token): &(usize, &Token)| test(&self.0[token.form as usize]);
        text.tokens.iter().enumerate().filter(passes).map(|(i, _)| i)
    }
}

impl Text<'_> {
    /// Whether token `i` opens its sentence or stands behind a mark that opens one: there a capital says nothing.
    pub fn opens(&self, i: usize) -> bool {
        let start = self.sentences.get(self.sentence_of(i)).map_or(0, |s| s.tokens.start);
        i == start || self.follows_opening(i)
    }

    /// Whether token `i` stands behind a mark that opens a sentence.
    fn follows_opening(&self, i: usize) -> bool {
        matches!(self.kind(i.wrapping_sub(1)), Kind::Dash | Kind::Quote | Kind::Colon)
    }

    /// Whether the form of token `i` stands in `range` with a capital that it has not from its place.
    pub fn has_own_capital(&self, i: usize, range: Range<usize>) -> bool {
        let Some(form) = self.tokens.get(i).map(|token| token.form) else {
            return false;
        };
        let capitals = self.capitals.get_or_init(|| {
            let own = |k: &usize| self.tokens[*k].capital && !self.follows_opening(*k);
            let inside = self.sentences.iter().flat_map(|s| s.tokens.clone().skip(1).filter(own));
            let mut capitals: Vec<(u32, usize)> = inside.map(|k| (self.tokens[k].form, k)).collect();
            capitals.sort_unstable();
            capitals
        });
        let next = capitals.partition_point(|known| *known < (form, range.start));
        capitals.get(next).is_some_and(|(other, k)| *other == form && *k < range.end)
    }

    /// Asks `know` of each form of the text once, and not of those that another text of the same [`Vocabulary`] had. The type of an answer
    /// stands for the question: one type, one question, and one table in which its answers are.
    pub fn by_form<T: Send + Sync + 'static>(&self, know: impl FnMut(&str) -> T) -> ByForm<T> {
        self.vocabulary.by_form(know)
    }
}

#[cfg(test)]
mod tests {
    use super::{Text, Vocabulary};
    use crate::read::layout::layout;

    #[test]
    fn each_form_is_asked_for_once_and_every_token_finds_its_own() {
        let raw = "Norway urged Peru to act, and Peru urged NORWAY to act.\n";
        let text = Text::new(raw, layout(raw, &[], &|_| true));
        let mut asked = Vec::new();
        let known = text.by_form(|form| {
            asked.push(form.to_string());
            form.to_string()
        });
        assert_eq!(asked, ["", "norway", "urged", "peru", "to", "act", ",", "and", "."]);
        assert!((0..text.tokens.len()).all(|i| known.at(&text, i) == text.word(i)));
        assert_eq!(known.at(&text, text.tokens.len()), "");
        assert_eq!(
            known.tokens(&text, |form| form == "urged" || form == "to").collect::<Vec<_>>(),
            [1, 3, 8, 10]
        );
    }

    #[test]
    fn the_next_text_asks_of_new_forms_only() {
        let length = |text: &Text, asked: &mut Vec<String>| {
            let known = text.by_form(|form| {
                asked.push(form.to_string());
                form.len()
            });
            assert!((0..text.tokens.len()).all(|i| *known.at(text, i) == text.word(i).len()));
            known
        };
        let mut vocabulary = Vocabulary::default();
        for (raw, new) in [
            ("Norway urged Peru to act.\n", vec!["", "norway", "urged", "peru", "to", "act", "."]),
            ("Peru urged Chad to act.\n", vec!["chad"]),
            ("Chad urged Peru to act.\n", vec![]),
        ] {
            let text = Text::after(vocabulary, raw, layout(raw, &[], &|_| true));
            let mut asked = Vec::new();
            length(&text, &mut asked);
            length(&text, &mut asked);
            assert_eq!(asked, new, "{raw}");
            vocabulary = text.into_vocabulary();
        }
        // somebody holds the answers for an earlier text
        let raw = "Norway and Peru.\n";
        let text = Text::after(vocabulary, raw, layout(raw, &[], &|_| true));
        let held = length(&text, &mut Vec::new());
        let raw = "Norway or Peru.\n";
        let next = Text::after(text.into_vocabulary(), raw, layout(raw, &[], &|_| true));
        let mut asked = Vec::new();
        length(&next, &mut asked);
        assert_eq!(asked.len(), next.vocabulary.len());
        assert_eq!(*held.at(&next, 0), "norway".len());
    }
}
