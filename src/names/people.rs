//! People after they were introduced: later mentions by surname, and people whom only the table knows.
//!
//! Owns: which person a surname means. The latest introduced of that name wins, unless an office before it tells otherwise.
//! Leaves to: [`super::learn`] the introductions.

use super::gazetteer::{CodeId, Gazetteer, KnownPerson, OfficeScope, without_accent};
use super::learn::{Learned, is_no_name, name_at};
use super::{Context, Mention, MentionKind, Names, OfficeClass};
use crate::text::Text;
use crate::text::token::Kind;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// A person of this document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearnedPerson {
    /// The fullest name that the document gives.
    pub name: String,
    /// The office with which the person was introduced, or that of the table.
    pub role: Option<String>,
    /// For whom the person speaks; empty where nobody said.
    pub codes: Vec<CodeId>,
    /// The name's tokens in lower case.
    pub(super) words: Vec<String>,
    /// Token at which the person is introduced.
    pub at: usize,
    /// The text itself said for whom.
    pub told: bool,
    /// Nobody said for whom, so it is taken to be home.
    pub guessed: bool,
    /// Whether the person may speak in a statement.
    pub scope: OfficeScope,
}

/// The person of the table with this full or short name in office on the day; a name with two holders then is nobody's.
pub(super) fn by_table<'g>(gazetteer: &'g Gazetteer, words: &[String], day: Option<Date>) -> Option<&'g KnownPerson> {
    let key = words.join(" ");
    let full = gazetteer.phrase(&key).iter().filter_map(|e| e.person).collect::<Vec<_>>();
    best(gazetteer, &full, day, true)
        .or_else(|| best(gazetteer, gazetteer.shorts.get(key.as_str()).map_or(&[], Vec::as_slice), day, false))
        .or_else(|| {
            // then without what stands in the middle or before: "Rodrigo Roa Duterte", "Mohammad Ishaq Dar"
            let n = words.len();
            let tries: [&[&String]; 3] = match words {
                [first, second] => [&[first, second], &[], &[]],
                [first, .., before, last] => [&words.iter().collect::<Vec<_>>(), &[first, last], &[before, last]],
                _ => [&[], &[], &[]],
            };
            tries.iter().filter(|t| !t.is_empty() && n > 1).find_map(|t| {
                let key: String = t
                    .iter()
                    .flat_map(|w| w.chars())
                    .filter(|c| c.is_alphanumeric())
                    .map(without_accent)
                    .collect();
                best(gazetteer, gazetteer.letters.get(key.as_str())?, day, true)
            })
        })
        .or_else(|| {
            // "Antony J. Blinken": the same name without the initial
            let plain: Vec<&str> = words
                .iter()
                .map(String::as_str)
                .filter(|w| w.trim_end_matches('.').chars().count() > 1 && !matches!(*w, "jr." | "jr" | "sr."))
                .collect();
            let key = plain.join(" ");
            best(
                gazetteer,
                &gazetteer.phrase(&key).iter().filter_map(|e| e.person).collect::<Vec<_>>(),
                day,
                true,
            )
        })
}

/// The person of the table with this short name whose office is that of the title, whenever it was; nobody, if two states had one.
fn by_title<'g>(gazetteer: &'g Gazetteer, words: &[String], title: &str) -> Option<&'g KnownPerson> {
    let all = gazetteer.shorts.get(words.join(" ").as_str())?;
    let mut fits = all
        .iter()
        .filter_map(|p| gazetteer.people.get(*p))
        .filter(|p| shares_noun(&p.role, title));
    let first = fits.next()?;
    fits.all(|p| p.code == first.code).then_some(first)
}

/// The one of `candidates` in office on the day, else (for a full name) the one whose time was nearest.
fn best<'g>(gazetteer: &'g Gazetteer, candidates: &[usize], day: Option<Date>, full: bool) -> Option<&'g KnownPerson> {
    let all = candidates.iter().filter_map(|p| gazetteer.people.get(*p));
    let Some(day) = day else {
        let mut all = all;
        let first = all.next()?;
        return all.all(|p| p.code == first.code).then_some(first);
    };
    let away = |p: &KnownPerson| {
        let before = p.from.filter(|f| *f > day).map_or(0, |f| days(day, f));
        let after = p.to.filter(|t| *t < day).map_or(0, |t| days(t, day));
        before.max(after)
    };
    let mut near: Vec<(i32, &KnownPerson)> = all.map(|p| (away(p), p)).collect();
    near.sort_by_key(|(days, _)| *days);
    let (distance, first) = *near.first()?;
    // a text may come out some weeks after somebody left
    let limit = if full { i32::MAX } else { 60 };
    let clear = near.iter().skip(1).all(|(d, p)| *d > distance || p.code == first.code);
    (distance <= limit && clear).then_some(first)
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |s| s.get_days())
}

/// Family names that are common words, too: alone they need a title before them.
fn is_word(word: &str) -> bool {
    matches!(
        word,
        "will"
            | "may"
            | "an"
            | "so"
            | "he"
            | "do"
            | "to"
            | "no"
            | "can"
            | "in"
            | "on"
            | "can't"
            | "many"
            | "long"
            | "young"
            | "sun"
            | "hope"
            | "white"
            | "black"
            | "price"
            | "grant"
            | "bill"
            | "mark"
            | "case"
            | "sanders'"
            | "son"
            | "gold"
    )
}

/// Later mentions of the people in `names`, and the people whom the table knows by a full or short name.
pub(super) fn later(text: &Text, names: &Names, context: Context) -> Learned {
    let mut learned = Learned::default();
    let mut counts: FxHashMap<usize, u32> = FxHashMap::default();
    for person in names.mentions.iter().filter_map(|m| m.person) {
        *counts.entry(person).or_default() += 1;
    }
    let mut by_surname = surnames(&names.people, names.gazetteer);
    let mut tables: FxHashMap<String, Option<usize>> = FxHashMap::default();
    let mut i = 0;
    while i < text.tokens.len() {
        let token = &text.tokens[i];
        let taken = names.at(i).is_some_and(|m| m.kind != MentionKind::Person || m.person.is_some());
        if token.kind != Kind::Word || !token.capital || taken {
            i += 1;
            continue;
        }
        match surname_at(text, names, context, i, &mut by_surname, &mut tables, &counts, &mut learned) {
            Some(mention) => {
                i = mention.tokens.end;
                *counts.entry(mention.person.unwrap_or(usize::MAX)).or_default() += 1;
                learned.mentions.push(mention);
            }
            None => i += 1,
        }
    }
    learned
}

/// Keys by which a person may be called later.
fn keys(person: &[String], codes: &[CodeId], gazetteer: &Gazetteer) -> Vec<String> {
    let words: Vec<&String> = person
        .iter()
        .filter(|w| w.chars().any(char::is_alphanumeric) && !matches!(w.as_str(), "jr" | "jr." | "sr."))
        .collect();
    let mut keys = Vec::new();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return keys;
    };
    let eastern = codes.iter().any(|c| {
        matches!(
            gazetteer.code_text(*c),
            "KOR" | "PRK" | "CHN" | "TWN" | "JPN" | "VNM" | "HKG" | "SGP" | "KHM" | "HUN" | "MMR"
        )
    });
    let family_first = eastern || words.len() >= 2 && words[1..].iter().all(|w| w.contains('-'));
    // "Cho Tae-yul": the hyphen tells the given name
    if !last.contains('-') || words.len() == 1 {
        keys.push((*last).clone());
    }
    if family_first && words.len() > 1 {
        keys.push((*first).clone());
    }
    if words.len() > 2 {
        // "Deve Gowda", "bin Salman", "Abu Marzuk", "Lopez Obrador"
        keys.push(format!("{} {}", words[words.len() - 2], last));
    }
    if !family_first && words.len() > 1 && first.chars().count() > 3 {
        // few are called by the given name, some always
        keys.push((*first).clone());
    }
    keys
}

struct Candidate {
    person: usize,
    at: usize,
    /// Only the part of a name by which few are called.
    weak: bool,
}

fn surnames(people: &[LearnedPerson], gazetteer: &Gazetteer) -> FxHashMap<String, Vec<Candidate>> {
    let mut map: FxHashMap<String, Vec<Candidate>> = FxHashMap::default();
    for (p, person) in people.iter().enumerate() {
        for (k, key) in keys(&person.words, &person.codes, gazetteer).into_iter().enumerate() {
            map.entry(key).or_default().push(Candidate {
                person: p,
                at: person.at,
                weak: k > 1,
            });
        }
    }
    map
}

fn introduce(
    names: &Names,
    context: Context,
    at: usize,
    words: &[String],
    title: Option<&str>,
    learned: &mut Learned,
    by_surname: &mut FxHashMap<String, Vec<Candidate>>,
) -> Option<usize> {
    let known = by_table(names.gazetteer, words, context.published).or_else(|| by_title(names.gazetteer, words, title?))?;
    // without a day a bare surname tells only those whom everybody calls by it
    let leads = ["president", "prime minister", "chancellor", "premier", "supreme leader"];
    if context.published.is_none() && words.len() == 1 && title.is_none() && !leads.iter().any(|l| known.role.contains(l)) {
        return None;
    }
    let codes = vec![known.code];
    let full: Vec<String> = known.name.split_whitespace().map(str::to_lowercase).collect();
    let index = names.people.len() + learned.people.len();
    learned.people.push(LearnedPerson {
        name: known.name.to_string(),
        role: Some(known.role.to_string()).filter(|r| !r.is_empty()),
        codes: codes.clone(),
        words: full.clone(),
        at,
        told: false,
        guessed: false,
        scope: OfficeScope::In,
    });
    for (k, key) in keys(&full, &codes, names.gazetteer).into_iter().enumerate() {
        by_surname.entry(key).or_default().push(Candidate {
            person: index,
            at,
            weak: k > 1,
        });
    }
    Some(index)
}

#[expect(clippy::too_many_arguments, reason = "the state of one loop, which nobody else calls")]
fn surname_at(
    text: &Text,
    names: &Names,
    context: Context,
    i: usize,
    by_surname: &mut FxHashMap<String, Vec<Candidate>>,
    tables: &mut FxHashMap<String, Option<usize>>,
    counts: &FxHashMap<usize, u32>,
    learned: &mut Learned,
) -> Option<Mention> {
    let word = text.word(i);
    let titled = titled(text, names, i);
    if is_no_name(word) || is_word(word) && titled.is_none() && !clear_name(text, i, word != "will" && by_surname.contains_key(word)) {
        return None;
    }
    let run = name_at(text, names, i)?;
    let words: Vec<String> = run.clone().map(|t| text.word(t).to_string()).collect();
    let person_of = |index: usize, learned: &Learned| -> Option<LearnedPerson> {
        names
            .people
            .get(index)
            .or_else(|| learned.people.get(index.checked_sub(names.people.len())?))
            .cloned()
    };
    // the whole run, then its last word, then its first
    let tries: Vec<(String, std::ops::Range<usize>)> = match words.len() {
        1 => vec![(words[0].clone(), run.clone())],
        n => vec![
            (words.join(" "), run.clone()),
            (words[n - 1].clone(), run.clone()),
            (words[0].clone(), run.clone()),
        ],
    };
    for (key, place) in &tries {
        let Some(candidates) = by_surname.get(key) else { continue };
        let fits = |c: &&Candidate| {
            let Some(p) = person_of(c.person, learned) else { return false };
            // all words of the run belong to the person, initials apart: "Hunter Biden" is not "Joe Biden"
            let same = words
                .iter()
                .all(|w| p.words.contains(w) || w.trim_end_matches('.').chars().count() == 1 || w == "-");
            let weak = c.weak && words.len() == 1 && titled.is_none() && c.at > i;
            same && !weak
        };
        let by_title = titled.as_ref().and_then(|title| {
            candidates.iter().filter(fits).rfind(|c| {
                person_of(c.person, learned)
                    .and_then(|p| p.role)
                    .is_some_and(|r| shares_noun(&r, title))
            })
        });
        let chosen = by_title
            .or_else(|| {
                candidates
                    .iter()
                    .filter(fits)
                    .filter(|c| c.at <= i)
                    .max_by_key(|c| (counts.get(&c.person).copied().unwrap_or(0), c.at))
            })
            .or_else(|| candidates.iter().find(fits));
        if let Some(c) = chosen {
            let person = person_of(c.person, learned)?;
            return Some(Mention {
                tokens: place.clone(),
                kind: MentionKind::Person,
                codes: person.codes,
                person: Some(c.person),
            });
        }
    }
    // a person of the table by a short name; an unknown given name before it makes it somebody else
    let key = words.join(" ");
    let index = match tables.get(&key) {
        Some(known) => *known,
        None => {
            let index = introduce(names, context, i, &words, titled.as_deref(), learned, by_surname);
            tables.insert(key, index);
            index
        }
    };
    let index = index.or_else(|| {
        titled
            .filter(|_| words.len() == 1 && calls_by_name(text, names, run.start))
            .map(|title| unplaced(text, names, &run, title, learned, by_surname))
    })?;
    let person = person_of(index, learned)?;
    Some(Mention {
        tokens: run,
        kind: MentionKind::Person,
        codes: person.codes,
        person: Some(index),
    })
}

/// Whether the words before a surname are a title: "Mr", or a single holder's office with its capital.
fn calls_by_name(text: &Text, names: &Names, at: usize) -> bool {
    match names
        .offices
        .binary_search_by_key(&at, |o| o.tokens.end)
        .ok()
        .and_then(|o| names.offices.get(o))
    {
        Some(o) => {
            !o.plural
                && !matches!(o.class, OfficeClass::Body | OfficeClass::Group | OfficeClass::Official)
                && text.tokens.get(o.tokens.end - 1).is_some_and(|t| t.capital)
        }
        None => true,
    }
}

/// Somebody whom the text only calls by office and surname, and for nobody: "Minister Lind".
fn unplaced(
    text: &Text,
    names: &Names,
    run: &std::ops::Range<usize>,
    title: String,
    learned: &mut Learned,
    by_surname: &mut FxHashMap<String, Vec<Candidate>>,
) -> usize {
    let index = names.people.len() + learned.people.len();
    let office = names
        .offices
        .binary_search_by_key(&run.start, |o| o.tokens.end)
        .ok()
        .and_then(|o| names.offices.get(o));
    let words = vec![text.word(run.start).to_string()];
    by_surname.entry(words[0].clone()).or_default().push(Candidate {
        person: index,
        at: run.start,
        weak: false,
    });
    learned.people.push(LearnedPerson {
        name: text.slice(text.place(run.clone())).to_string(),
        role: Some(title),
        codes: Vec::new(),
        words,
        at: run.start,
        told: false,
        guessed: false,
        // "Mr Lind" may be anybody
        scope: office.map_or(OfficeScope::Optional, |o| o.scope),
    });
    index
}

/// The office or title right before token `i`, in lower case.
fn titled(text: &Text, names: &Names, i: usize) -> Option<String> {
    let before = i.checked_sub(1)?;
    if matches!(
        text.word(before),
        "mr" | "mr." | "mrs" | "mrs." | "ms" | "ms." | "dr" | "dr." | "sen." | "gen." | "rep."
    ) {
        return Some(text.word(before).to_string());
    }
    let office = names.offices.binary_search_by_key(&i, |o| o.tokens.end).ok()?;
    let hit = names.offices.get(office)?;
    Some(text.slice(text.place(hit.tokens.clone())).to_lowercase())
}

/// Whether two offices share their noun: "Director" and "National Security Office Director".
fn shares_noun(role: &str, title: &str) -> bool {
    let role = role.to_lowercase();
    title
        .split_whitespace()
        .last()
        .is_some_and(|noun| role.split_whitespace().any(|w| w == noun))
}

/// Whether a family name that is also a word stands where it can be no month and no auxiliary: "Mrs May said", "May's plan".
fn clear_name(text: &Text, i: usize, known: bool) -> bool {
    let sentence = text.sentences.get(text.sentence_of(i)).map_or(0, |s| s.tokens.start);
    let before = if i > 0 { text.word(i - 1) } else { "" };
    let next = text.word(i + 1);
    let month = text.kind(i + 1) == Kind::Number
        || matches!(
            before,
            "in" | "of"
                | "by"
                | "on"
                | "since"
                | "until"
                | "till"
                | "last"
                | "this"
                | "next"
                | "early"
                | "late"
                | "from"
                | "to"
                | "and"
                | "through"
                | "between"
        )
        || text.kind(i.wrapping_sub(1)) == Kind::Number;
    let ends = matches!(text.kind(i + 1), Kind::Comma | Kind::Stop)
        || matches!(
            next,
            "we" | "i" | "you" | "god" | "the" | "this" | "he" | "she" | "they" | "it" | "be" | "not" | "his" | "her" | "your"
        );
    !month
        && (i > sentence
            || known && !ends && !text.tokens.get(i + 1).is_some_and(|t| t.capital)
            || matches!(
                next,
                "said" | "told" | "has" | "had" | "was" | "is" | "will" | "also" | "asked" | "'s"
            ))
}
