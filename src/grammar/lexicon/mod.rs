//! The words of the grammar: closed classes and verbs with all their forms.
//!
//! Owns: what a lower-case word can be, without its neighbours.
//! Leaves to: [`super::verb`] which of these it is in its place.
//! The knowledge is in `rules/lexicon/`: closed classes of English grammar, and verbs with their irregular forms.

mod class;
mod closed;
mod entry;
mod morphology;
mod valency;

pub use class::Class;
pub use entry::{Entry, Form, Lemma};
pub use valency::Valency;

use crate::compiled::{self, Words};
use morphology::{Regular, with_ed, with_ing, with_s};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use toml::de::DeTable;

/// All words that the grammar knows.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Lexicon {
    words: Words<Entry>,
    #[serde(with = "compiled::texts")]
    lemmas: Vec<Cow<'static, str>>,
    /// The lemmas' numbers, where any was added here.
    #[serde(skip)]
    ids: FxHashMap<Cow<'static, str>, Lemma>,
}

const VERBS: &str = include_str!("../../../rules/lexicon/verbs.tsv");
const KNOWN: &str = include_str!("../../../rules/lexicon/words.txt");

/// The flags of a line of `verbs.tsv`.
#[derive(Clone, Copy)]
struct Flags {
    double: bool,
    noun: bool,
    adjective: bool,
    participle: bool,
    gerund: bool,
    intransitive: bool,
    wants_that: bool,
}

impl Flags {
    fn read(cell: &str) -> Self {
        let has = |flag: &str| cell.split_ascii_whitespace().any(|f| f == flag);
        Flags {
            double: has("double"),
            noun: has("n"),
            adjective: has("a"),
            participle: has("pn"),
            gerund: has("gn"),
            intransitive: has("i"),
            wants_that: has("t"),
        }
    }
}

/// Room for the words and all their forms, so that the table is not moved while it grows.
const WORDS: usize = 32_000;

impl Lexicon {
    /// The built-in lexicon, from its texts.
    ///
    /// # Panics
    /// Where a built-in file is broken; a test loads it.
    pub fn from_texts() -> Self {
        let mut lexicon = Lexicon {
            words: Words::default(),
            lemmas: vec!["".into()],
            ids: FxHashMap::default(),
        };
        let closed = DeTable::parse(closed::CLOSED).expect("the built-in closed.toml is TOML");
        let closed = closed.get_ref();
        lexicon.words.map().reserve(WORDS);
        lexicon.add_closed(closed);
        for line in VERBS
            .lines()
            .filter(|l| !l.starts_with('#') && !l.starts_with("lemma\t") && !l.trim().is_empty())
        {
            lexicon.add_verb(line);
        }
        lexicon.add_auxiliaries(closed);
        lexicon.mark_forms(Class::COPULA);
        for word in KNOWN.lines() {
            lexicon.mark(word, Class::KNOWN);
        }
        lexicon.add_things(closed);
        lexicon
    }

    fn mark(&mut self, word: &str, class: Class) {
        if word.contains(' ') {
            self.mark_places(word);
        }
        let entry = self.at(word);
        entry.class = entry.class.or(class);
    }

    /// Marks the words of a set phrase with their places in it, so that few phrases of a text need be looked up.
    fn mark_places(&mut self, phrase: &str) {
        let last = phrase.matches(' ').count();
        for (place, word) in phrase.split(' ').enumerate() {
            let class = match place {
                0 => Class::OPENS_SET,
                1 if last == 1 => Class::ENDS_PAIR,
                1 => Class::SECOND_IN_SET,
                _ => Class::LATER_IN_SET,
            };
            self.mark(word, class);
        }
    }

    fn add_verb(&mut self, line: &str) {
        let mut cells = line.split('\t').map(str::trim);
        let (Some(lemma), past, participle, also) = (cells.next(), cells.next(), cells.next(), cells.next()) else {
            return;
        };
        let also = Flags::read(also.unwrap_or(""));
        let id = self.lemma_id(lemma);
        self.add_form(lemma, id, Form::Base, also);
        let mut word = String::with_capacity(lemma.len() + 4);
        let mut regular = |lexicon: &mut Lexicon, spelling: Regular, form: Form| {
            word.clear();
            spelling.spell(&mut word);
            lexicon.add_form(&word, id, form, also);
        };
        regular(self, with_s(lemma), Form::S);
        for spelling in with_ing(lemma, also.double) {
            regular(self, spelling, Form::Ing);
        }
        for (cell, form) in [(past, Form::Past), (participle, Form::Participle)] {
            match cell.unwrap_or("") {
                "" => with_ed(lemma, also.double).for_each(|spelling| regular(self, spelling, form)),
                listed => listed.split(';').for_each(|word| self.add_form(word.trim(), id, form, also)),
            }
        }
    }

    fn add_form(&mut self, word: &str, id: Lemma, form: Form, also: Flags) {
        let entry = self.at(word);
        if !entry.verbs.contains(&(id, form)) {
            entry.verbs.push((id, form));
        }
        if also.intransitive {
            entry.class = entry.class.or(Class::INTRANSITIVE);
        }
        if also.wants_that {
            entry.class = entry.class.or(Class::WANTS_THAT);
        }
        let class = match form {
            Form::Base if also.noun && also.adjective => Class::VERB_NOUN.or(Class::VERB_ADJECTIVE),
            Form::Base | Form::S if also.noun => Class::VERB_NOUN,
            Form::Base if also.adjective => Class::VERB_ADJECTIVE,
            Form::Past | Form::Participle if also.participle => Class::PARTICIPLE_ADJECTIVE,
            Form::Ing if also.gerund => Class::ING_NOUN,
            _ => return,
        };
        entry.class = entry.class.or(class);
    }

    /// The entry of `word`, new where it is not known.
    fn at(&mut self, word: &str) -> &mut Entry {
        let words = self.words.map();
        // Most words come again and again; only a new one is kept.
        if !words.contains_key(word) {
            words.insert(word.into(), Entry::default());
        }
        words.get_mut(word).expect("it is there by now")
    }

    /// Gives the forms of the verbs whose base form is in `class` that class: "remained" as "remain".
    #[allow(clippy::disallowed_methods, reason = "every entry is marked for itself: the order does not matter")]
    fn mark_forms(&mut self, class: Class) {
        let lemmas: Vec<Lemma> = self
            .words
            .map()
            .values()
            .filter(|e| e.class.is(class))
            .flat_map(|e| e.verbs.iter().filter(|(_, f)| *f == Form::Base).map(|(l, _)| *l))
            .collect();
        for entry in self.words.map().values_mut() {
            if entry.verbs.iter().any(|(l, _)| lemmas.contains(l)) {
                entry.class = entry.class.or(class);
            }
        }
    }

    /// The number of `lemma`, new where it is not known.
    fn lemma_id(&mut self, lemma: &str) -> Lemma {
        if let Some(id) = self.find(lemma) {
            return id;
        }
        self.number();
        let id = Lemma(self.lemmas.len() as u16);
        self.lemmas.push(lemma.to_string().into());
        self.ids.insert(lemma.to_string().into(), id);
        id
    }

    /// Numbers the lemmas of a compiled lexicon, so that others can be added.
    fn number(&mut self) {
        if self.ids.is_empty() {
            let ids = (0..).map(Lemma).zip(&self.lemmas).skip(1);
            self.ids = ids.map(|(id, lemma)| (lemma.clone(), id)).collect();
        }
    }

    /// Teaches the lexicon a verb that a rule uses and no list has, with regular forms.
    pub fn ensure_verb(&mut self, lemma: &str) -> Lemma {
        if self.find(lemma).is_none() {
            self.add_verb(lemma);
        }
        self.lemma_id(lemma)
    }

    /// Teaches the lexicon a verb in the words of a user: empty forms are regular, `also` holds the flags of `verbs.tsv`.
    pub fn teach(&mut self, base: &str, past: &str, participle: &str, also: &[String]) {
        if let Some(id) = self.find(base) {
            self.words
                .map()
                .values_mut()
                .for_each(|entry| entry.verbs.retain(|(lemma, _)| *lemma != id));
        }
        self.add_verb(&format!("{base}\t{past}\t{participle}\t{}", also.join(" ")));
    }

    /// Says of a word that it is an adverb, or an adjective.
    pub fn qualify(&mut self, word: &str, adverb: bool) {
        self.mark(word, if adverb { Class::ADVERB } else { Class::ADJECTIVE });
    }

    /// The lemma of which `word` is a form that can stand behind an auxiliary.
    pub fn lemma_of(&self, word: &str) -> Option<Lemma> {
        let forms = self.entry(word)?.verbs;
        forms.iter().find(|(_, f)| matches!(f, Form::Participle | Form::Base)).map(|v| v.0)
    }

    /// What `word` (lower case) can be; nothing where it is not known and looks like nothing.
    pub fn entry(&self, word: &str) -> Option<Entry> {
        self.words.get(word)
    }

    /// The lemma with this number.
    pub fn lemma(&self, id: Lemma) -> &str {
        self.lemmas.get(id.0 as usize).map_or("", |l| l)
    }

    /// The number of a known lemma.
    pub fn find(&self, lemma: &str) -> Option<Lemma> {
        if !self.ids.is_empty() {
            return self.ids.get(lemma).copied();
        }
        // The word itself is one of its forms.
        let forms = self.entry(lemma)?.verbs;
        forms.iter().map(|(id, _)| *id).find(|id| self.lemma(*id) == lemma)
    }

    /// Whether any list has `word`; for mending words that a line break cut.
    pub fn is_word(&self, word: &str) -> bool {
        self.entry(word).is_some()
    }
}
