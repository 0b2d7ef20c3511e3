//! The words of the grammar: closed classes and verbs with all their forms.
//!
//! Owns: what a lower-case word can be, without its neighbours.
//! Leaves to: [`super::verb`] which of these it is in its place.
//! The knowledge is in `rules/lexicon/`: closed classes of English grammar, and verbs with their irregular forms.

mod class;
mod morphology;
mod valency;

pub use class::Class;
pub use valency::Valency;

use morphology::{with_ed, with_ing, with_s};
use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::Deserialize;
use smallvec::SmallVec;

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// "agree"
    Base,
    /// "agrees"
    S,
    /// "agreed" as a finite verb
    Past,
    /// "agreed" as a participle
    Participle,
    /// "agreeing"
    Ing,
}

/// The number of a lemma in [`Lexicon::lemma`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lemma(pub u16);

impl Lemma {
    /// A word that looks like a verb and is in no list.
    pub const UNKNOWN: Lemma = Lemma(0);
}

/// What the lexicon says of one word.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Its classes.
    pub class: Class,
    /// The verb forms that it can be.
    pub verbs: SmallVec<[(Lemma, Form); 2]>,
}

/// All words that the grammar knows.
pub struct Lexicon {
    words: FxHashMap<Box<str>, Entry>,
    lemmas: Vec<Box<str>>,
    ids: FxHashMap<Box<str>, Lemma>,
}

const AUXILIARY: Class = Class(Class::BE.0 | Class::HAVE.0 | Class::DO.0 | Class::MODAL.0);

#[derive(Deserialize)]
struct Contraction {
    form: String,
    #[allow(dead_code)]
    pronoun: String,
    aux: String,
}

const VERBS: &str = include_str!("../../../rules/lexicon/verbs.tsv");
const CLOSED: &str = include_str!("../../../rules/lexicon/closed.toml");
const KNOWN: &str = include_str!("../../../rules/lexicon/words.txt");

/// Keys of `closed.toml` and the class that their words get.
const CLOSED_KEYS: &[(&str, Class)] = &[
    ("determiners", Class::DETERMINER),
    ("possessives", Class::POSSESSIVE),
    ("numerals", Class::NUMERAL),
    ("personal_subject_pronouns", Class::SUBJECT),
    ("object_pronouns", Class::OBJECT),
    ("prepositions", Class::PREPOSITION),
    ("conjunctions", Class::CONJUNCTION),
    ("modals", Class::MODAL),
    ("be_forms", Class::BE),
    ("have_forms", Class::HAVE),
    ("do_forms", Class::DO),
    ("adverbs", Class::ADVERB),
    ("time_adverbs", Class::ADVERB),
    ("flat_adverbs", Class::ADVERB),
    ("ly_both", Class::ADVERB),
    ("nouns_plural_only", Class::NOUN),
    ("nouns_s_singular", Class::NOUN),
    ("copulas", Class::COPULA),
    ("weekdays", Class::WEEKDAY),
    ("months", Class::MONTH),
    ("time_nouns", Class::TIME),
    ("adjectives", Class::ADJECTIVE),
    ("adjectives_ing", Class::ADJECTIVE),
    ("nouns_s", Class::NOUN),
    ("nouns_ing", Class::NOUN),
    ("nouns_ed", Class::NOUN),
    ("ly_not_adverbs", Class::NOT_ADVERB),
];

/// Room for the words and all their forms, so that the table is not moved while it grows.
const WORDS: usize = 32_000;

impl Lexicon {
    /// The built-in lexicon.
    ///
    /// # Panics
    /// Where a built-in file is broken; a test loads it.
    pub fn builtin() -> Self {
        let mut lexicon = Lexicon {
            words: FxHashMap::with_capacity_and_hasher(WORDS, FxBuildHasher),
            lemmas: vec!["".into()],
            ids: FxHashMap::default(),
        };
        let closed: toml::Table = CLOSED.parse().expect("the built-in closed.toml is TOML");
        for (key, class) in CLOSED_KEYS {
            for word in closed
                .get(*key)
                .and_then(|v| v.as_array())
                .into_iter()
                .flatten()
                .filter_map(|w| w.as_str())
            {
                lexicon.mark(word, *class);
            }
        }
        lexicon.closed_by_hand(&closed);
        for (word, class) in [
            ("there", Class::SUBJECT),
            ("to", Class::TO),
            ("that", Class::THAT),
            ("by", Class::BY),
            ("with", Class::WITH),
            ("of", Class::OF),
            ("and", Class::AND),
            ("or", Class::AND),
            ("&", Class::AND),
            ("the", Class::ARTICLE),
            ("a", Class::ARTICLE),
            ("an", Class::ARTICLE),
            ("was", Class::PAST),
            ("were", Class::PAST),
            ("had", Class::PAST),
            ("did", Class::PAST),
            ("wasn't", Class::PAST),
            ("weren't", Class::PAST),
            ("hadn't", Class::PAST),
            ("didn't", Class::PAST),
        ] {
            lexicon.mark(word, class);
        }
        let contractions = closed
            .get("contractions")
            .cloned()
            .and_then(|v| v.try_into::<Vec<Contraction>>().ok())
            .unwrap_or_default();
        for c in contractions {
            lexicon.mark(&c.form, Class::SUBJECT);
            let class = lexicon.words.get(c.aux.as_str()).map(|e| e.class).unwrap_or_default();
            lexicon.mark(&c.form, Class(class.0 & (Class::BE.0 | Class::HAVE.0 | Class::MODAL.0)));
        }
        for line in VERBS
            .lines()
            .filter(|l| !l.starts_with('#') && !l.starts_with("lemma\t") && !l.trim().is_empty())
        {
            lexicon.add_verb(line);
        }
        lexicon.add_auxiliaries(&closed);
        lexicon.mark_forms(Class::COPULA);
        for word in KNOWN.lines() {
            lexicon.mark(word, Class::KNOWN);
        }
        lexicon
    }

    /// Classes whose lists overlap with others in a way that the grammar does not want: a relative pronoun is no subordinator, a
    /// quantifier that means "no" is no negator of the verb, "need" after a noun is no modal.
    fn closed_by_hand(&mut self, closed: &toml::Table) {
        const RELATIVES: &[&str] = &["who", "which", "whom", "whose", "that", "what"];
        const PLURAL: &[&str] = &[
            "both", "all", "many", "most", "some", "several", "these", "those", "few", "others", "various", "numerous",
        ];
        let list = |key: &str| -> Vec<String> {
            closed
                .get(key)
                .and_then(|v| v.as_array())
                .into_iter()
                .flatten()
                .filter_map(|w| w.as_str().map(str::to_string))
                .collect()
        };
        for word in list("subordinators")
            .iter()
            .filter(|w| !RELATIVES.contains(&w.as_str()) || *w == "that")
        {
            self.mark(word, Class::SUBORDINATOR);
        }
        for word in RELATIVES {
            self.mark(word, Class::RELATIVE);
        }
        for word in PLURAL {
            self.mark(word, Class::PLURAL);
        }
        let closed_elsewhere = Class::DETERMINER
            .or(Class::PREPOSITION)
            .or(Class::CONJUNCTION)
            .or(Class::OBJECT)
            .or(Class::SUBJECT);
        for word in list("negators").into_iter().filter(|w| w != "nobody") {
            if !self.words.get(word.as_str()).is_some_and(|e| e.class.is(closed_elsewhere)) {
                self.mark(&word, Class::NEGATOR);
            }
        }
        for (word, class) in [
            ("need", Class::MODAL),
            ("dare", Class::MODAL),
            ("which", Class::DETERMINER),
            ("what", Class::DETERMINER),
            ("'d", Class::HAVE),
            ("'s", Class::HAVE),
            ("'s", Class::BE),
            ("there", Class::ADVERB),
        ] {
            if let Some(entry) = self.words.get_mut(word) {
                entry.class = Class(entry.class.0 & !class.0);
            }
        }
        for form in closed
            .get("negative_auxiliaries")
            .and_then(|v| v.as_array())
            .into_iter()
            .flatten()
            .filter_map(|t| t.get("form").and_then(|f| f.as_str()))
        {
            self.mark(form, Class::NEGATOR);
        }
    }

    fn mark(&mut self, word: &str, class: Class) {
        let entry = self.words.entry(word.into()).or_default();
        entry.class = entry.class.or(class);
    }

    fn add_verb(&mut self, line: &str) {
        let mut cells = line.split('\t').map(str::trim);
        let (Some(lemma), past, participle, also) = (cells.next(), cells.next(), cells.next(), cells.next()) else {
            return;
        };
        let also: Vec<&str> = also.unwrap_or("").split_whitespace().collect();
        let double = also.contains(&"double");
        let mut forms = vec![(lemma.to_string(), Form::Base), (with_s(lemma), Form::S)];
        forms.extend(with_ing(lemma, double).into_iter().map(|w| (w, Form::Ing)));
        let regular = with_ed(lemma, double);
        for (cell, form) in [(past, Form::Past), (participle, Form::Participle)] {
            match cell.unwrap_or("") {
                "" => forms.extend(regular.iter().map(|w| (w.clone(), form))),
                listed => forms.extend(listed.split(';').map(|w| (w.trim().to_string(), form))),
            }
        }
        let id = self.lemma_id(lemma);
        for (word, form) in &forms {
            let entry = self.words.entry(word.as_str().into()).or_default();
            if !entry.verbs.contains(&(id, *form)) {
                entry.verbs.push((id, *form));
            }
            let class = match form {
                Form::Base | Form::S if also.contains(&"n") => Class::VERB_NOUN,
                Form::Base if also.contains(&"a") => Class::VERB_ADJECTIVE,
                Form::Past | Form::Participle if also.contains(&"pn") => Class::PARTICIPLE_ADJECTIVE,
                Form::Ing if also.contains(&"gn") => Class::ING_NOUN,
                _ => Class::default(),
            };
            entry.class = entry.class.or(class);
        }
        if also.contains(&"a") {
            self.mark(lemma, Class::VERB_ADJECTIVE);
        }
    }

    /// Gives the forms of the verbs whose base form is in `class` that class: "remained" as "remain".
    #[allow(clippy::disallowed_methods, reason = "every entry is marked for itself: the order does not matter")]
    fn mark_forms(&mut self, class: Class) {
        let lemmas: Vec<Lemma> = self
            .words
            .values()
            .filter(|e| e.class.is(class))
            .flat_map(|e| e.verbs.iter().filter(|(_, f)| *f == Form::Base).map(|(l, _)| *l))
            .collect();
        for entry in self.words.values_mut() {
            if entry.verbs.iter().any(|(l, _)| lemmas.contains(l)) {
                entry.class = entry.class.or(class);
            }
        }
    }

    /// Gives each auxiliary a lemma of its own: "is" is a form of "be", "would" is its own.
    fn add_auxiliaries(&mut self, closed: &toml::Table) {
        let words = |key: &str| closed.get(key).and_then(|v| v.as_array()).into_iter().flatten();
        let plain = ["be_forms", "have_forms", "do_forms", "modals"]
            .into_iter()
            .flat_map(words)
            .filter_map(|w| w.as_str());
        let contracted = words("contractions").filter_map(|c| c.get("form")?.as_str());
        let forms: Vec<&str> = plain.chain(contracted).collect();
        for word in forms {
            let class = self.words.get(word).map(|e| e.class).unwrap_or_default();
            if !class.is(AUXILIARY) {
                continue;
            }
            let lemma = if class.is(Class::BE) {
                "be"
            } else if class.is(Class::HAVE) {
                "have"
            } else if class.is(Class::DO) {
                "do"
            } else {
                match word {
                    "'ll" | "won't" => "will",
                    w if w.ends_with("'ll") => "will",
                    "can't" | "cannot" => "can",
                    w => w.trim_end_matches("n't"),
                }
            };
            let form = match word {
                "be" | "have" | "do" => Form::Base,
                "being" | "having" | "doing" => Form::Ing,
                "been" | "done" => Form::Participle,
                _ => Form::Past,
            };
            let id = self.lemma_id(lemma);
            let entry = self.words.entry(word.into()).or_default();
            entry.verbs.retain(|(l, _)| *l != id);
            entry.verbs.insert(0, (id, form));
            if form == Form::Past && class.is(Class::HAVE) {
                entry.verbs.push((id, Form::Participle));
            }
        }
    }

    /// The number of `lemma`, new where it is not known.
    fn lemma_id(&mut self, lemma: &str) -> Lemma {
        if let Some(id) = self.ids.get(lemma) {
            return *id;
        }
        let id = Lemma(self.lemmas.len() as u16);
        self.lemmas.push(lemma.into());
        self.ids.insert(lemma.into(), id);
        id
    }

    /// Teaches the lexicon a verb that a rule uses and no list has, with regular forms.
    pub fn ensure_verb(&mut self, lemma: &str) -> Lemma {
        if !self.ids.contains_key(lemma) {
            self.add_verb(lemma);
        }
        self.lemma_id(lemma)
    }

    /// Teaches the lexicon a verb in the words of a user: empty forms are regular, `also` holds the flags of `verbs.tsv`.
    pub fn teach(&mut self, base: &str, past: &str, participle: &str, also: &[String]) {
        if let Some(id) = self.ids.get(base).copied() {
            self.words
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
        let forms = &self.words.get(word)?.verbs;
        forms.iter().find(|(_, f)| matches!(f, Form::Participle | Form::Base)).map(|v| v.0)
    }

    /// What `word` (lower case) can be; nothing where it is not known and looks like nothing.
    pub fn entry(&self, word: &str) -> Option<&Entry> {
        self.words.get(word)
    }

    /// The lemma with this number.
    pub fn lemma(&self, id: Lemma) -> &str {
        self.lemmas.get(id.0 as usize).map_or("", |l| l)
    }

    /// The number of a known lemma.
    pub fn find(&self, lemma: &str) -> Option<Lemma> {
        self.ids.get(lemma).copied()
    }

    /// Whether any list has `word`; for mending words that a line break cut.
    pub fn is_word(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }
}
