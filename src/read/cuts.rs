//! Words that a line break cuts in two: "Ukrai\nne", "pro-\nvisions".
//!
//! Owns: which line breaks stand inside a word. What the halves and the whole are worth is asked of the lexicon and of the
//! text itself: a name that no lexicon holds mostly stands whole elsewhere in the same article.
//! Leaves to: [`crate::text::token`] reading over them.

use super::paragraphs::Line;
use rustc_hash::FxHashMap;

/// First halves that rather belong before a hyphen ("non-\nproliferation").
const PREFIXES: &[&str] = &[
    "anti", "bi", "co", "counter", "cyber", "ex", "inter", "mid", "multi", "non", "post", "pre", "self", "semi", "sub", "tri",
];

/// Small words of running text, so that a bad lexicon joins no "in\nform".
const SMALL_WORDS: &[&str] = &[
    "a", "an", "and", "as", "at", "be", "but", "by", "do", "for", "from", "go", "had", "has", "have", "he", "her", "his", "i", "if", "in",
    "into", "is", "it", "its", "me", "men", "my", "no", "not", "of", "off", "on", "one", "or", "our", "out", "over", "she", "so", "some",
    "than", "that", "the", "them", "then", "there", "they", "this", "to", "under", "up", "was", "we", "were", "with",
];

/// A line break between two letters, or between a hyphen and a letter.
struct Candidate {
    /// First byte after the first half: the break, or the hyphen before it.
    left_end: usize,
    /// First byte of the second half.
    right: usize,
    hyphen: bool,
    left: String,
    second: String,
}

/// Offsets of the breaks of `text` that stand inside a word, ascending; of `\r\n` both bytes.
pub(super) fn cuts(text: &str, lines: &[Line], is_word: &dyn Fn(&str) -> bool) -> Vec<usize> {
    let candidates: Vec<Candidate> = lines
        .windows(2)
        .filter_map(|pair| candidate(text, pair[0].end, pair[1].start))
        .collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let seen = seen(text, &candidates);
    let known = |word: &str| SMALL_WORDS.contains(&word) || seen.get(word).copied().unwrap_or(false) || is_word(word);
    // where nearly every line ends before a small letter the text is wrapped, and wraps stand between words
    let wrapped = candidates.len() * 3 >= lines.len();
    let mut found = Vec::new();
    for c in candidates.iter().filter(|c| is_cut(c, wrapped, &known)) {
        let from = c.left_end + usize::from(c.hyphen);
        found.extend(from..c.right);
    }
    found
}

fn candidate(text: &str, end: usize, start: usize) -> Option<Candidate> {
    // nothing but the break itself may stand between the halves
    if !matches!(text.get(end..start)?, "\n" | "\r\n" | "\r") {
        return None;
    }
    let before = text.get(..end)?;
    let hyphen = before.ends_with('-');
    let left_end = end - usize::from(hyphen);
    let left = tail(&before[..left_end]);
    let second = head(text.get(start..)?);
    if left.is_empty() || !second.starts_with(char::is_lowercase) {
        return None;
    }
    Some(Candidate {
        left_end,
        right: start,
        hyphen,
        left: left.to_lowercase(),
        second: second.to_lowercase(),
    })
}

/// No word of English is longer; longer runs of letters are no words and must not be copied.
const LONGEST: usize = 40;

fn tail(before: &str) -> &str {
    let mut from = before.len();
    for (at, c) in before.char_indices().rev() {
        if !c.is_alphabetic() {
            break;
        }
        if before.len() - at > LONGEST {
            return "";
        }
        from = at;
    }
    &before[from..]
}

fn head(after: &str) -> &str {
    match after.char_indices().take(LONGEST + 1).find(|(_, c)| !c.is_alphabetic()) {
        Some((at, _)) => &after[..at],
        None if after.len() <= LONGEST => after,
        None => "",
    }
}

/// Of the halves and wholes of all candidates: which stand in the text as a word, away from line breaks.
fn seen(text: &str, candidates: &[Candidate]) -> FxHashMap<String, bool> {
    let mut seen = FxHashMap::default();
    for c in candidates {
        seen.insert(c.left.clone(), false);
        seen.insert(c.second.clone(), false);
        seen.insert(format!("{}{}", c.left, c.second), false);
        if c.hyphen {
            seen.insert(format!("{}-{}", c.left, c.second), false);
        }
    }
    // by the first letter the lengths that are asked for: most words have another one
    let mut lengths = [0_u128; 256];
    #[allow(clippy::disallowed_methods, reason = "each is marked for itself: the order does not matter")]
    for word in seen.keys() {
        lengths[usize::from(word.bytes().next().unwrap_or(0))] |= 1 << (word.len() % 128);
    }
    let breaks = |b: Option<char>| b.is_none_or(|c| matches!(c, '\n' | '\r'));
    let mut before = None;
    let mut start = None;
    for (at, c) in text.char_indices() {
        let inside = c.is_alphabetic() || c == '-' && start.is_some();
        match (inside, start) {
            (true, None) => start = Some((at, before)),
            (false, Some((from, first))) => {
                start = None;
                if at - from <= 2 * LONGEST && !breaks(first) && !breaks(Some(c)) {
                    note(&text[from..at], &lengths, &mut seen);
                }
            }
            _ => {}
        }
        before = Some(c);
    }
    seen
}

fn note(word: &str, lengths: &[u128; 256], seen: &mut FxHashMap<String, bool>) {
    let word = word.trim_end_matches('-');
    let first = word.bytes().next().map_or(0, |b| usize::from(b.to_ascii_lowercase()));
    // what is no ASCII may have another length in lower case
    if word.is_ascii() && lengths[first] >> (word.len() % 128) & 1 == 0 {
        return;
    }
    let small = word.bytes().all(|b| b.is_ascii_lowercase());
    let found = if small {
        seen.get_mut(word)
    } else {
        seen.get_mut(&word.to_lowercase())
    };
    if let Some(found) = found {
        *found = true;
    }
}

fn is_cut(c: &Candidate, wrapped: bool, known: &dyn Fn(&str) -> bool) -> bool {
    let whole = format!("{}{}", c.left, c.second);
    let (left, second) = (known(&c.left), known(&c.second));
    if c.hyphen {
        let compound = known(&format!("{}-{}", c.left, c.second));
        let part = !left && !PREFIXES.contains(&c.left.as_str());
        return !compound && (known(&whole) || part && !second);
    }
    known(&whole) && if wrapped { !left && !second } else { !(left && second) }
}
