//! The closed classes: what `rules/lexicon/closed.toml` says of its words.
//!
//! Owns: the class that each of its arrays gives, and where the arrays overlap in a way that the grammar does not want.
//! Leaves to: [`super`] verbs and their forms.

use super::{Class, Form, Lexicon};
use toml::de::{DeTable, DeValue};

pub(super) const CLOSED: &str = include_str!("../../../rules/lexicon/closed.toml");

const AUXILIARY: Class = Class(Class::BE.0 | Class::HAVE.0 | Class::DO.0 | Class::MODAL.0);

/// Keys of `closed.toml` and the class that their words get.
const CLOSED_KEYS: &[(&str, Class)] = &[
    ("determiners", Class::DETERMINER),
    ("possessives", Class::POSSESSIVE),
    ("numerals", Class::NUMERAL),
    ("personal_subject_pronouns", Class::SUBJECT),
    ("object_pronouns", Class::OBJECT),
    ("prepositions", Class::PREPOSITION),
    ("complex_prepositions", Class::PREPOSITION),
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
    ("adjectives_nouns", Class::HEADS),
    ("nouns_s", Class::NOUN),
    ("nouns_ing", Class::NOUN),
    ("nouns_ed", Class::NOUN),
    ("ly_not_adverbs", Class::NOT_ADVERB),
    ("postposed", Class::POSTPOSED),
    ("graded", Class::GRADED),
];

/// Endings of nouns for what is done, thought or felt.
const OF_DEEDS: &[&str] = &["tion", "sion", "ment", "ness", "ance", "ence", "ism"];

impl Lexicon {
    /// Marks the nouns that name no party, with their plurals; the common words must be known by now.
    pub(super) fn add_things(&mut self, closed: &DeTable) {
        let plural = |word: &str| match word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
            Some(stem) => format!("{stem}ies"),
            None => format!("{word}s"),
        };
        for (key, class) in [("deeds", Class::THING), ("texts", Class::THING.or(Class::TEXT))] {
            for word in strings(closed, key) {
                self.mark(word, class);
                self.mark(&plural(word), class);
            }
        }
        let collectives: Vec<&str> = strings(closed, "collectives").collect();
        let abstracts = super::KNOWN.lines().filter(|word| {
            let singular = word.strip_suffix('s').filter(|w| !w.ends_with('s')).unwrap_or(word);
            OF_DEEDS.iter().any(|end| singular.ends_with(end)) && !collectives.contains(&singular)
        });
        for word in abstracts {
            self.mark(word, Class::THING);
        }
    }

    /// Marks the words of the closed classes.
    pub(super) fn add_closed(&mut self, closed: &DeTable) {
        for (key, class) in CLOSED_KEYS {
            for word in strings(closed, key) {
                self.mark(word, *class);
            }
        }
        self.closed_by_hand(closed);
        for (word, class) in [
            ("there", Class::SUBJECT.or(Class::THING)),
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
            ("he", Class::SINGULAR),
            ("she", Class::SINGULAR),
            ("it", Class::SINGULAR),
            ("was", Class::PAST),
            ("were", Class::PAST),
            ("had", Class::PAST),
            ("did", Class::PAST),
            ("wasn't", Class::PAST),
            ("weren't", Class::PAST),
            ("hadn't", Class::PAST),
            ("didn't", Class::PAST),
        ] {
            self.mark(word, class);
        }
        for contraction in array(closed, "contractions") {
            let (Some(form), Some(auxiliary)) = (cell(contraction, "form"), cell(contraction, "aux")) else {
                continue;
            };
            self.mark(form, Class::SUBJECT);
            let class = self.words.get(auxiliary).map(|e| e.class).unwrap_or_default();
            self.mark(form, Class(class.0 & (Class::BE.0 | Class::HAVE.0 | Class::MODAL.0)));
        }
    }

    /// Classes whose lists overlap with others in a way that the grammar does not want: a relative pronoun is no subordinator, a
    /// quantifier that means "no" is no negator of the verb, "need" after a noun is no modal.
    fn closed_by_hand(&mut self, closed: &DeTable) {
        const RELATIVES: &[&str] = &["who", "which", "whom", "whose", "that", "what"];
        const PLURAL: &[&str] = &[
            "both", "all", "many", "most", "some", "several", "these", "those", "few", "others", "various", "numerous",
        ];
        for word in strings(closed, "subordinators").filter(|w| !RELATIVES.contains(w) || *w == "that") {
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
        for word in strings(closed, "negators").filter(|w| *w != "nobody") {
            if !self.words.get(word).is_some_and(|e| e.class.is(closed_elsewhere)) {
                self.mark(word, Class::NEGATOR);
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
            if let Some(entry) = self.words.map().get_mut(word) {
                entry.class = Class(entry.class.0 & !class.0);
            }
        }
        for form in forms(closed, "negative_auxiliaries") {
            self.mark(form, Class::NEGATOR);
        }
    }

    /// Gives each auxiliary a lemma of its own: "is" is a form of "be", "would" is its own.
    pub(super) fn add_auxiliaries(&mut self, closed: &DeTable) {
        let plain = ["be_forms", "have_forms", "do_forms", "modals"]
            .into_iter()
            .flat_map(|key| strings(closed, key));
        for word in plain.chain(forms(closed, "contractions")) {
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
            let entry = self.at(word);
            entry.verbs.retain(|(l, _)| *l != id);
            entry.verbs.insert(0, (id, form));
            if form == Form::Past && class.is(Class::HAVE) {
                entry.verbs.push((id, Form::Participle));
            }
        }
    }
}

/// The texts of an array of `closed.toml`; borrowed, since there are thousands.
fn strings<'c>(closed: &'c DeTable, key: &str) -> impl Iterator<Item = &'c str> {
    array(closed, key).filter_map(|value| value.as_str())
}

/// The forms in the tables of an array.
fn forms<'c>(closed: &'c DeTable, key: &str) -> impl Iterator<Item = &'c str> {
    array(closed, key).filter_map(|table| cell(table, "form"))
}

fn cell<'c>(table: &'c DeValue, key: &str) -> Option<&'c str> {
    table.get(key)?.get_ref().as_str()
}

fn array<'c, 's>(closed: &'c DeTable<'s>, key: &str) -> impl Iterator<Item = &'c DeValue<'s>> {
    let list = closed.get(key).and_then(|value| value.get_ref().as_array());
    list.into_iter().flat_map(|list| list.iter()).map(|value| value.get_ref())
}

#[cfg(test)]
mod tests {
    use super::{CLOSED, CLOSED_KEYS};

    /// The arrays that [`super`] reads in a way of their own.
    const BY_HAND: &[&str] = &[
        "subordinators",
        "negators",
        "negative_auxiliaries",
        "contractions",
        "deeds",
        "texts",
        "collectives",
    ];

    #[test]
    fn every_array_is_read() {
        let closed: toml::Table = toml::from_str(CLOSED).expect("closed.toml is TOML");
        let read = |key: &String| CLOSED_KEYS.iter().any(|(k, _)| k == key) || BY_HAND.contains(&key.as_str());
        let idle: Vec<&String> = closed.keys().filter(|key| !read(key)).collect();
        assert!(idle.is_empty(), "words that nothing reads: {idle:?}");
    }
}
