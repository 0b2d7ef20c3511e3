//! The forms of a text, each once.
//!
//! Owns: the number of a form, and what some layer knows of each. A word comes again and again: what a table says of it is looked up once
//! a form and found by number from then on.
//! Leaves to: [`super::token`] what the form of a token is; the layers above what is known of one.

use super::Text;
use super::token::Kind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Places of forms in the text's buffer of forms; number 0 is the empty form, that of tokens past the end.
#[derive(Default)]
pub(super) struct Forms {
    of_token: Vec<u32>,
    places: Vec<(u32, u32)>,
}

impl Forms {
    /// Numbers the forms that stand at `places` in `buffer`, in the order in which they come.
    pub(super) fn new(buffer: &str, places: impl ExactSizeIterator<Item = (u32, u32)>) -> Self {
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        numbers.reserve(places.len() / 2);
        numbers.insert("", 0);
        let mut forms = Forms {
            of_token: Vec::with_capacity(places.len()),
            places: vec![(0, 0)],
        };
        for place in places {
            let number = *numbers.entry(&buffer[place.0 as usize..place.1 as usize]).or_insert_with(|| {
                forms.places.push(place);
                forms.places.len() as u32 - 1
            });
            forms.of_token.push(number);
        }
        forms
    }
}

/// Something that is known of each form of a text.
#[derive(Clone, Debug)]
pub struct ByForm<T>(Vec<T>);

impl<T> ByForm<T> {
    /// What is known of the form of token `i` of `text`, the one that this was made for; past the end, of the empty form.
    #[inline]
    pub fn at(&self, text: &Text, i: usize) -> &T {
        &self.0[text.forms.of_token.get(i).map_or(0, |number| *number as usize)]
    }
}

impl Text<'_> {
    /// Whether token `i` opens its sentence or stands behind a mark that opens one: there a capital says nothing.
    pub fn opens(&self, i: usize) -> bool {
        let start = self.sentences.get(self.sentence_of(i)).map_or(0, |s| s.tokens.start);
        i == start || matches!(self.kind(i.wrapping_sub(1)), Kind::Dash | Kind::Quote | Kind::Colon)
    }

    /// Whether the form of token `i` stands in `range` with a capital that it has not from its place.
    pub fn has_own_capital(&self, i: usize, range: Range<usize>) -> bool {
        let Some(form) = self.forms.of_token.get(i) else { return false };
        let capitals = self.capitals.get_or_init(|| {
            let own = (0..self.tokens.len()).filter(|k| self.tokens[*k].capital && !self.opens(*k));
            let mut capitals: Vec<(u32, usize)> = own.map(|k| (self.forms.of_token[k], k)).collect();
            capitals.sort_unstable();
            capitals
        });
        let next = capitals.partition_point(|known| *known < (*form, range.start));
        capitals.get(next).is_some_and(|(other, k)| other == form && *k < range.end)
    }

    /// Asks `know` of each form of the text once.
    pub fn by_form<T>(&self, know: impl FnMut(&str) -> T) -> ByForm<T> {
        let form = |place: &(u32, u32)| &self.lower[place.0 as usize..place.1 as usize];
        ByForm(self.forms.places.iter().map(form).map(know).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Text;
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
    }
}
