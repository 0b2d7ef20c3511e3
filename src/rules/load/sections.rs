//! What a rule file holds beside rules: words and names.
//!
//! Owns: the sections `[[verb]]`, `[[synonym]]`, `[[degree]]`, `[[hedge]]`, `[[name]]`, `[[person]]`, `[[office]]` and the lists `media` and
//! `blocked`: their keys, and what is wrong with each value by itself.
//! Leaves to: [`crate::rules::additions`] their shapes; [`crate::rules::pack`] whether a code is known.

use super::Read;
use super::values::{Reader, Value, kind};
use crate::rules::additions::{Days, Degree, Hedge, Name, Office, Person, Synonym, Verb};
use crate::rules::problem::Problem;
use crate::statement::EntityKind;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Their names.
pub(super) const KEYS: &[&str] = &["verb", "synonym", "degree", "hedge", "name", "person", "office", "media", "blocked"];
const VERB: &[&str] = &["base", "past", "participle", "also"];
const SYNONYM: &[&str] = &["of", "words"];
const DEGREE: &[&str] = &["level", "adverbs", "adjectives", "phrases"];
const HEDGE: &[&str] = &["class", "verbs", "modals", "adjectives", "adverbs", "phrases"];
const NAME: &[&str] = &[
    "code",
    "name",
    "kind",
    "names",
    "adjectives",
    "seats",
    "organs",
    "members",
    "from",
    "to",
];
const PERSON: &[&str] = &["name", "short", "code", "role", "from", "to"];
const OFFICE: &[&str] = &["phrase", "class", "scope"];

/// Flags of a verb, as `rules/lexicon/verbs.tsv` has them, with the words that a pack uses for them.
const FLAGS: &[(&str, &str)] = &[("doubled", "double"), ("noun", "n"), ("adjective", "a")];
/// Classes of an office.
const CLASSES: &[&str] = &[
    "minister",
    "head",
    "envoy",
    "spokesperson",
    "legislator",
    "military",
    "judge",
    "body",
    "group",
    "official",
];
const SCOPES: &[&str] = &["in", "optional", "out"];

impl<'s> Reader<'s> {
    /// Reads all sections of the file into `read`.
    pub(super) fn sections(&mut self, root: &DeTable<'s>, read: &mut Read) {
        for table in self.tables(root, "verb", VERB) {
            let table = &table;
            let verb = self.verb(table);
            read.additions.verbs.extend(verb);
        }
        for table in self.tables(root, "synonym", SYNONYM) {
            let table = &table;
            let synonym = self.synonym(table);
            read.additions.synonyms.extend(synonym);
        }
        for table in self.tables(root, "degree", DEGREE) {
            let table = &table;
            let level = self.wanted(table, "level", "level = 3");
            let degree = Degree {
                level: level.and_then(|v| self.number(v, "level", 0..=4)).unwrap_or(0),
                adverbs: self.words(table, "adverbs"),
                adjectives: self.words(table, "adjectives"),
                phrases: self.words(table, "phrases"),
            };
            read.additions.degrees.push(degree);
        }
        for table in self.tables(root, "hedge", HEDGE) {
            let table = &table;
            let class = table.0.get("class").and_then(|v| self.string(v, "class"));
            let mut phrases = self.words(table, "phrases");
            phrases.extend(self.words(table, "adverbs"));
            let hedge = Hedge {
                class: class.unwrap_or_default(),
                verbs: self.words(table, "verbs"),
                modals: self.words(table, "modals"),
                adjectives: self.words(table, "adjectives"),
                phrases,
            };
            read.additions.hedges.push(hedge);
        }
        for table in self.tables(root, "name", NAME) {
            let table = &table;
            let name = self.name(table, &mut read.codes);
            read.additions.names.extend(name);
        }
        for table in self.tables(root, "person", PERSON) {
            let table = &table;
            let person = self.person(table, &mut read.codes);
            read.additions.people.extend(person);
        }
        for table in self.tables(root, "office", OFFICE) {
            let table = &table;
            let office = self.office(table);
            read.additions.offices.extend(office);
        }
        read.additions.media = self.phrases(root, "media");
        read.additions.blocked = self.phrases(root, "blocked");
    }

    /// The tables under `[[key]]`, each with the place of its first line.
    fn tables<'v>(&mut self, root: &'v DeTable<'s>, key: &str, keys: &[&str]) -> Vec<Section<'v, 's>> {
        let Some(value) = root.get(key) else { return Vec::new() };
        let DeValue::Array(list) = value.get_ref() else {
            let message = format!("expected [[{key}]], found {}", kind(value.get_ref()));
            let help = format!("write [[{key}]] with two brackets on each side");
            self.say(Problem::new(message, value.span(), "one of many").help(help));
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(list.len());
        for value in list.iter() {
            let Some(table) = self.table(value, &format!("[[{key}]]")) else {
                continue;
            };
            self.keys(table, keys, &[], &format!("in [[{key}]]"));
            let at = value.span();
            let wide = self.source.get(at.clone()).map_or(0, |s| s.lines().next().unwrap_or("").len());
            tables.push(Section(table, at.start..at.start + wide));
        }
        tables
    }

    fn wanted<'v>(&mut self, table: &Section<'v, 's>, key: &str, help: &str) -> Option<&'v Value<'s>> {
        self.needed(table.0, key, &table.1, help)
    }

    /// A text that is needed, not empty, of one line and without the signs that part a list in the tables.
    fn phrase(&mut self, table: &Section<'_, 's>, key: &str, help: &str) -> Option<String> {
        let value = self.wanted(table, key, help)?;
        let text = self.string(value, key)?;
        self.is_phrase(&text, value.span(), key).then_some(text)
    }

    fn is_phrase(&mut self, text: &str, at: Range<usize>, key: &str) -> bool {
        let right = !text.is_empty() && text.trim() == text && !text.contains(|c: char| c.is_control() || matches!(c, ';' | '|'));
        if !right {
            let message = format!("expected words for `{key}`, found {text:?}");
            let help = "one name or phrase in each text: no line break, no `;` or `|`, no space at its ends";
            self.say(Problem::new(message, at, "not one phrase").help(help));
        }
        right
    }

    /// A list of phrases as they are written in texts; empty where there is none.
    fn phrases(&mut self, table: &DeTable<'s>, key: &str) -> Vec<String> {
        let texts = table.get(key).map(|v| self.strings(v, key)).unwrap_or_default();
        texts
            .into_iter()
            .filter_map(|(text, at)| self.is_phrase(&text, at, key).then_some(text))
            .collect()
    }

    /// A list of words in lower case; empty where there is none.
    fn words(&mut self, table: &Section<'_, 's>, key: &str) -> Vec<String> {
        let texts = table.0.get(key).map(|v| self.strings(v, key)).unwrap_or_default();
        let mut words = Vec::with_capacity(texts.len());
        for (text, at) in texts {
            if self.is_phrase(&text, at.clone(), key) && self.is_lower(&text, at) {
                words.push(text);
            }
        }
        words
    }

    fn is_lower(&mut self, text: &str, at: Range<usize>) -> bool {
        let lower = !text.contains(char::is_uppercase);
        if !lower {
            let help = "words of the lexicon are in lower case and fit texts in any case";
            self.say(Problem::new(format!("expected lower case, found {text:?}"), at, "capitals").help(help));
        }
        lower
    }

    fn verb(&mut self, table: &Section<'_, 's>) -> Option<Verb> {
        let base = self.phrase(table, "base", "base = \"greenlight\"");
        let words: Vec<&str> = FLAGS.iter().map(|(word, _)| *word).collect();
        let mut also = Vec::new();
        if let Some(DeValue::Array(list)) = table.0.get("also").map(|v| v.get_ref()) {
            for one in list.iter() {
                let word = self.word(one, "also", &words);
                also.extend(
                    FLAGS
                        .iter()
                        .filter(|(told, _)| Some(*told) == word.as_deref())
                        .map(|(_, flag)| flag.to_string()),
                );
            }
        } else if let Some(value) = table.0.get("also") {
            self.mistyped(value, "also", "a list of texts", "write also = [\"noun\"]");
        }
        let mut form = |key: &str| table.0.get(key).and_then(|v| self.string(v, key)).unwrap_or_default();
        let (past, participle) = (form("past"), form("participle"));
        let base = base?;
        let at = table.1.clone();
        for form in [&base, &past, &participle] {
            let word = form.chars().all(|c| c.is_lowercase() || c == '-' || c == '\'');
            if !word {
                let message = format!("expected one word in lower case, found {form:?}");
                self.say(Problem::new(message, at, "this verb").help("what stands beside the verb belongs into frames"));
                return None;
            }
        }
        let participle = if participle.is_empty() { past.clone() } else { participle };
        Some(Verb {
            base,
            past,
            participle,
            also,
        })
    }

    fn synonym(&mut self, table: &Section<'_, 's>) -> Option<Synonym> {
        let of = self.phrase(table, "of", "of = \"pledge\"");
        self.wanted(table, "words", "words = [\"vow\"]");
        let words = self.words(table, "words");
        let of = of?;
        for word in &words {
            if *word == of || word.contains(' ') {
                let message = format!("expected another word for {of:?}, found {word:?}");
                let help = "one word each; an expression of several words needs a frame in a rule of its own";
                self.say(Problem::new(message, table.1.clone(), "this synonym").help(help));
                return None;
            }
        }
        Some(Synonym { of, words })
    }

    fn name(&mut self, table: &Section<'_, 's>, codes: &mut Vec<(String, Range<usize>)>) -> Option<Name> {
        let code = self.code_of(table, "code", "code = \"NOR\", or a code of your own");
        let mut optional = |key: &str| table.0.get(key).and_then(|v| self.string(v, key));
        let name = optional("name");
        let kinds: Vec<&str> = EntityKind::ALL.iter().map(|k| k.as_str()).collect();
        let kind = table.0.get("kind").and_then(|v| self.word(v, "kind", &kinds));
        let days = self.days(table);
        let list = |reader: &mut Self, key: &str| reader.phrases(table.0, key);
        let (names, adjectives) = (list(self, "names"), list(self, "adjectives"));
        let (seats, organs) = (list(self, "seats"), list(self, "organs"));
        let members = table.0.get("members").map(|v| self.strings(v, "members")).unwrap_or_default();
        codes.extend(members.iter().cloned());
        let (code, at) = code?;
        match (&name, table.0.contains_key("kind")) {
            (None, false) => codes.push((code.clone(), at)),
            (Some(_), true) => {}
            (told, _) => {
                let (key, other) = if told.is_some() { ("kind", "name") } else { ("name", "kind") };
                let message = format!("expected `{key}` beside `{other}`, found none");
                self.say(Problem::new(message, table.1.clone(), "this name").help("a new code needs both, a known one neither"));
            }
        }
        Some(Name {
            code,
            name,
            kind,
            names,
            adjectives,
            seats,
            organs,
            members: members.into_iter().map(|(code, _)| code).collect(),
            days: days?,
        })
    }

    fn person(&mut self, table: &Section<'_, 's>, codes: &mut Vec<(String, Range<usize>)>) -> Option<Person> {
        let name = self.phrase(table, "name", "name = \"Amina Wanjiru\"");
        let code = self.code_of(table, "code", "code = \"KEN\"");
        let role = self.phrase(table, "role", "role = \"environment minister\"");
        let short = table.0.get("short").and_then(|v| self.string(v, "short"));
        let days = self.days(table);
        codes.extend(code.clone());
        let name = name?;
        Some(Person {
            short: short.unwrap_or_else(|| name.rsplit(' ').next().unwrap_or("").to_string()),
            name,
            code: code?.0,
            role: role?,
            days: days?,
        })
    }

    fn office(&mut self, table: &Section<'_, 's>) -> Option<Office> {
        let phrase = self.phrase(table, "phrase", "phrase = \"climate envoy\"");
        let class = self.wanted(table, "class", "class = \"envoy\"");
        let class = class.and_then(|v| self.word(v, "class", CLASSES));
        let scope = table
            .0
            .get("scope")
            .map_or(Some("in".to_string()), |v| self.word(v, "scope", SCOPES));
        Some(Office {
            phrase: phrase?,
            class: class?,
            scope: scope?,
        })
    }

    /// A code and its place.
    fn code_of(&mut self, table: &Section<'_, 's>, key: &str, help: &str) -> Option<(String, Range<usize>)> {
        let code = self.phrase(table, key, help)?;
        Some((code, table.0.get(key)?.span()))
    }

    /// `from` and `to`; nothing where they are wrong.
    fn days(&mut self, table: &Section<'_, 's>) -> Option<Days> {
        let mut day = |key: &str| match table.0.get(key) {
            Some(value) => self.day(value, key),
            None => Some(String::new()),
        };
        let days = Days {
            from: day("from")?,
            to: day("to")?,
        };
        // Of two days the shorter form counts: "2024" to "2024-05" is in order.
        let common = days.from.len().min(days.to.len());
        if days.from[..common] > days.to[..common] {
            let message = format!("expected `to` after `from`, found {} after {}", days.from, days.to);
            self.say(Problem::new(message, table.1.clone(), "ends before it begins").help("exchange the two days"));
            return None;
        }
        Some(days)
    }
}

/// A table of a section, and the place of its first line.
struct Section<'v, 's>(&'v DeTable<'s>, Range<usize>);
