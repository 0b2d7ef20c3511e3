//! The coordinated parts of a content: "to secure A, expand B and improve C" has three.
//!
//! Owns: where a content divides at its top level.
//! Leaves to: the caller which words are verbs (`rules/lexicon/verbs.tsv`).
//! Analysts count the parts, so a wrong division is worse than none: a content divides only where its parts show the same form
//! (semicolons, a repeated preposition, bare verbs, gerunds, `that`, noun phrases that cannot share a head), and where no
//! part could hang on something deeper. Items carry no leading "to", "that", preposition or "and".

#[cfg(test)]
mod tests;

use crate::text::Text;
use crate::text::token::Kind;
use std::ops::Range;

/// What is asked of the verb table.
#[derive(Clone, Copy)]
pub struct Verbs<'a> {
    /// Whether a lower-case word is the base form of a verb.
    pub is_base: &'a dyn Fn(&str) -> bool,
    /// Whether that word, a base form or one in -ing, is a noun or an adjective as well ("support", "free", "meeting").
    pub is_noun: &'a dyn Fn(&str) -> bool,
}

/// The coordinated parts of `content`, in order; empty where there is one only, or where the words leave it open.
pub fn items(text: &Text, content: Range<usize>, verbs: Verbs) -> Vec<Range<usize>> {
    let end = content.end.min(text.tokens.len());
    let content = content.start.min(end)..end;
    let mut list = List {
        text,
        depth: depths(text, content.clone()),
        content,
        joints: Vec::new(),
        verbs,
    };
    list.joints = list.joints();
    // most contents have one part, and nothing that could divide them
    if list.joints.is_empty() && !list.content.clone().any(|i| text.kind(i) == Kind::Semicolon) {
        return Vec::new();
    }
    let none = |parts: Vec<Range<usize>>| if parts.is_empty() { None } else { Some(parts) };
    none(list.by_semicolons())
        .or_else(|| none(list.by_prepositions()))
        .or_else(|| none(list.by_that()))
        .or_else(|| none(list.by_verbs()))
        .unwrap_or_else(|| list.by_nouns())
}

struct List<'a> {
    text: &'a Text<'a>,
    content: Range<usize>,
    /// For each token of the content whether it stands at top level, outside quotation marks and brackets.
    depth: Vec<bool>,
    /// What joins words at top level.
    joints: Vec<Joint>,
    verbs: Verbs<'a>,
}

/// A place where a content may divide: the comma and conjunction, and the first word behind them.
#[derive(Clone, Copy, Debug)]
struct Joint {
    start: usize,
    end: usize,
    comma: bool,
    conjunction: bool,
}

/// The form of the words at the head of an item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    Infinitive,
    Gerund,
}

const DETERMINERS: &[&str] = &[
    "a", "all", "an", "any", "both", "each", "every", "his", "her", "its", "my", "no", "our", "that", "the", "their", "these", "this",
    "those", "your",
];
const PREPOSITIONS: &[&str] = &[
    "about",
    "across",
    "against",
    "among",
    "around",
    "at",
    "between",
    "by",
    "during",
    "for",
    "from",
    "in",
    "into",
    "of",
    "on",
    "over",
    "regarding",
    "through",
    "to",
    "toward",
    "towards",
    "under",
    "upon",
    "with",
    "within",
    "without",
];
/// Prepositions that a cue governs and that a second complement repeats ("agreed on A, as well as on B").
const REPEATED: &[&str] = &[
    "about",
    "against",
    "at",
    "for",
    "on",
    "over",
    "regarding",
    "to",
    "toward",
    "towards",
    "upon",
    "with",
];
/// Words behind which a verb may be coordinated with another verb than the first of the content.
const DEEPER: &[&str] = &[
    "can", "could", "may", "might", "must", "shall", "should", "that", "to", "which", "who", "will", "would", "is", "are", "was", "were",
    "has", "have",
];

/// For each token of `content` whether it stands outside all quotation marks and brackets.
fn depths(text: &Text, content: Range<usize>) -> Vec<bool> {
    let mut brackets = 0usize;
    let mut quoted = false;
    let outside = |i: usize| {
        let before = brackets == 0 && !quoted;
        match text.kind(i) {
            Kind::Open => brackets += 1,
            Kind::Close => brackets = brackets.saturating_sub(1),
            Kind::Quote => quoted = !quoted,
            _ => {}
        }
        before && brackets == 0 && !quoted
    };
    content.map(outside).collect()
}

impl List<'_> {
    fn is_top(&self, i: usize) -> bool {
        i.checked_sub(self.content.start)
            .and_then(|at| self.depth.get(at))
            .copied()
            .unwrap_or(false)
    }

    fn word(&self, i: usize) -> &str {
        if self.content.contains(&i) { self.text.word(i) } else { "" }
    }

    /// More than one sentence, or an aside between dashes: a comma could then mean anything.
    fn is_broken(&self) -> bool {
        let breaks = |i: usize| match self.text.kind(i) {
            Kind::Stop => i + 1 < self.content.end,
            Kind::Dash | Kind::Colon | Kind::Semicolon => true,
            _ => false,
        };
        self.content.clone().any(breaks)
    }

    /// All joints at top level: `joint = "," [conjunction] | conjunction`, `conjunction = "and" | "or" | "as well as" | "but also"`.
    fn joints(&self) -> Vec<Joint> {
        let mut found = Vec::new();
        let mut i = self.content.start;
        while i < self.content.end {
            let comma = self.text.kind(i) == Kind::Comma;
            let after = i + usize::from(comma);
            let eaten = self.conjunction(after);
            if self.is_top(i) && (comma || eaten > 0) {
                found.push(Joint {
                    start: i,
                    end: after + eaten,
                    comma,
                    conjunction: eaten > 0,
                });
            }
            i = (after + eaten).max(i + 1);
        }
        found
    }

    fn conjunction(&self, i: usize) -> usize {
        let word = |n: usize| self.word(i + n);
        match word(0) {
            "and" | "or" => 1,
            "as" if word(1) == "well" && word(2) == "as" => 3,
            "but" if word(1) == "also" => 2,
            _ => 0,
        }
    }

    /// The parts between `joints`, each begun `skip` tokens later; nothing where there is no second part or one is empty.
    fn divide(&self, joints: &[Joint], skip: impl Fn(usize) -> usize) -> Vec<Range<usize>> {
        if joints.is_empty() {
            return Vec::new();
        }
        let starts = std::iter::once(self.content.start).chain(joints.iter().map(|j| j.end));
        let ends = joints.iter().map(|j| j.start).chain(std::iter::once(self.content.end));
        let parts: Vec<_> = starts
            .zip(ends)
            .map(|(start, end)| self.trimmed(start + skip(start), end))
            .collect();
        if parts.iter().all(|part| !part.is_empty()) {
            parts
        } else {
            Vec::new()
        }
    }

    fn trimmed(&self, start: usize, end: usize) -> Range<usize> {
        let last = (start..end)
            .rev()
            .find(|i| !matches!(self.text.kind(*i), Kind::Comma | Kind::Stop | Kind::Semicolon));
        start..last.map_or(start, |last| last + 1)
    }

    /// "A; B; and C".
    fn by_semicolons(&self) -> Vec<Range<usize>> {
        let joint = |i: usize| Joint {
            start: i,
            end: i + 1 + self.conjunction(i + 1),
            comma: false,
            conjunction: true,
        };
        let last = self.content.end.saturating_sub(1);
        let joints: Vec<_> = self
            .content
            .clone()
            .filter(|i| *i < last && self.text.kind(*i) == Kind::Semicolon && self.is_top(*i))
            .map(joint)
            .collect();
        let parts = self.divide(&joints, |start| usize::from(matches!(self.word(start), "to" | "that")));
        // "priorities including A; B; and C" and "conduct in A; across B" list something inside the first part
        let lists_inside = parts
            .first()
            .is_some_and(|first| first.clone().any(|i| matches!(self.word(i), "including" | "namely")));
        let adjunct = |part: &Range<usize>| PREPOSITIONS.contains(&self.word(part.start));
        let uneven = parts.iter().skip(1).any(adjunct) && !parts.first().is_some_and(adjunct);
        if lists_inside || uneven { Vec::new() } else { parts }
    }

    /// "[agreed on] a pact, as well as on a patrol": the preposition before the content comes again.
    fn by_prepositions(&self) -> Vec<Range<usize>> {
        let Some(governor) = self
            .content
            .start
            .checked_sub(1)
            .map(|i| self.text.word(i))
            .filter(|w| REPEATED.contains(w))
        else {
            return Vec::new();
        };
        let joints: Vec<_> = self
            .joints
            .iter()
            .copied()
            .filter(|j| j.conjunction && self.word(j.end) == governor)
            .collect();
        let Some(first) = joints.first() else { return Vec::new() };
        // "over the talks over Kosovo and over Cyprus": the second "over" may repeat the inner one
        if self.is_broken() || (self.content.start..first.start).any(|i| self.word(i) == governor) {
            return Vec::new();
        }
        self.divide(&joints, |start| usize::from(start != self.content.start))
    }

    /// "[said that] A is so and that B is not": the second `that` opens a clause.
    fn by_that(&self) -> Vec<Range<usize>> {
        let opens = |j: &Joint| self.word(j.end) == "that" && !PREPOSITIONS.contains(&self.word(j.end + 1));
        let joints: Vec<_> = self.joints.iter().copied().filter(|j| j.conjunction && opens(j)).collect();
        let Some(first) = joints.first() else { return Vec::new() };
        // a relative clause or an inner clause may be what goes on
        let inner = |i: usize| i > self.content.start && matches!(self.word(i), "that" | "which" | "who");
        if self.is_broken() || (self.content.start..first.start).any(inner) {
            return Vec::new();
        }
        self.divide(&joints, |start| usize::from(self.word(start) == "that"))
    }

    /// "secure A, expand B and improve C", with or without "to", or in -ing.
    fn by_verbs(&self) -> Vec<Range<usize>> {
        let Some(form) = self.form_at(self.content.start, true) else {
            return Vec::new();
        };
        if self.is_broken() {
            return Vec::new();
        }
        let joints: Vec<_> = self
            .joints
            .iter()
            .copied()
            .filter(|j| self.form_at(j.end, false) == Some(form))
            .collect();
        // "broaden and deepen their ties" has one object for both verbs
        let starts = std::iter::once(self.content.start).chain(joints.iter().map(|j| j.end));
        if starts.into_iter().any(|start| !self.has_object(start)) {
            return Vec::new();
        }
        // a list is closed by a conjunction; commas alone are something else
        if !joints.last().is_some_and(|j| j.conjunction) || self.hangs_deeper(&joints) {
            return Vec::new();
        }
        self.divide(&joints, |start| usize::from(self.word(start) == "to"))
    }

    /// Where the verb of an item that begins at `i` stands: behind "to", "not" and adverbs.
    fn verb_of(&self, i: usize) -> usize {
        let passed = |word: &str| {
            matches!(word, "not" | "also" | "further") || (word.ends_with("ly") && word != "supply" && word != "apply" && word != "rely")
        };
        let i = i + usize::from(self.word(i) == "to");
        (i..self.content.end).find(|i| !passed(self.word(*i))).unwrap_or(self.content.end)
    }

    /// The verb form that begins at `i`. A noun that is also a verb counts at the head of the content, where the caller
    /// knows that a verb stands, and else only before a determiner ("support the").
    fn form_at(&self, i: usize, head: bool) -> Option<Form> {
        let verb = self.verb_of(i);
        let word = self.word(verb);
        let sure = head || (i..verb).any(|i| self.word(i) == "to") || DETERMINERS.contains(&self.word(verb + 1));
        if DETERMINERS.contains(&word) || PREPOSITIONS.contains(&word) {
            return None;
        }
        if (self.verbs.is_base)(word) {
            return (sure || !(self.verbs.is_noun)(word)).then_some(Form::Infinitive);
        }
        let stem = word.strip_suffix("ing")?;
        let doubled = stem.len().checked_sub(1).and_then(|last| stem.get(..last)).unwrap_or("");
        let is_verb = (self.verbs.is_base)(stem) || (self.verbs.is_base)(&format!("{stem}e")) || (self.verbs.is_base)(doubled);
        (is_verb && (sure || !(self.verbs.is_noun)(word))).then_some(Form::Gerund)
    }

    /// Whether something follows the verb of the item at `i` before the next joint.
    fn has_object(&self, i: usize) -> bool {
        let next = self.verb_of(i) + 1;
        next < self.content.end && !matches!(self.text.kind(next), Kind::Comma | Kind::Stop) && self.conjunction(next) == 0
    }

    /// "urge X to stop A and withdraw B": without a comma the second verb may belong to the inner one.
    fn hangs_deeper(&self, joints: &[Joint]) -> bool {
        let mut start = self.content.start;
        joints.iter().any(|joint| {
            let verb = self.verb_of(start);
            let inner = (verb + 1..joint.start).any(|i| self.is_top(i) && self.leads_deeper(i));
            start = joint.end;
            inner && !joint.comma
        })
    }

    fn leads_deeper(&self, i: usize) -> bool {
        let word = self.word(i);
        // "with the aim of advancing A and promoting B"
        if PREPOSITIONS.contains(&word) && word != "to" {
            return self.word(i + 1).ends_with("ing");
        }
        DEEPER.contains(&word) && (word != "to" || (self.verbs.is_base)(self.word(self.verb_of(i))))
    }

    /// "missiles, drones and shells"; "the pace of A and the need for B".
    fn by_nouns(&self) -> Vec<Range<usize>> {
        let joints = &self.joints;
        let closed = joints.last().is_some_and(|j| j.conjunction) && joints.iter().filter(|j| j.conjunction).count() == 1;
        if !closed || self.is_broken() {
            return Vec::new();
        }
        let parts = self.divide(joints, |_| 0);
        let plain = |part: &Range<usize>| part.clone().all(|i| self.is_noun_like(i));
        if parts.iter().all(plain) && (self.are_determined(&parts) || self.are_bare(&parts)) {
            parts
        } else {
            Vec::new()
        }
    }

    /// No verb form that is nothing else, no relative pronoun, nothing quoted: a noun phrase, as far as words alone can tell.
    fn is_noun_like(&self, i: usize) -> bool {
        let word = self.word(i);
        let deeper = DEEPER.contains(&word) && word != "to";
        let verb = (self.verbs.is_base)(word) && !(self.verbs.is_noun)(word) && !DETERMINERS.contains(&word);
        self.is_top(i) && !deeper && !verb
    }

    /// Every part has a determiner of its own, so none is a modifier or hangs on the preposition of another.
    fn are_determined(&self, parts: &[Range<usize>]) -> bool {
        let own = |part: &Range<usize>| DETERMINERS.contains(&self.word(part.start)) && part.len() > 1;
        let head = parts
            .first()
            .is_some_and(|part| !part.clone().any(|i| matches!(self.word(i), "between" | "among")));
        // "the talks with the US and the EU": the second may hang on the preposition, unless it has one, too
        let hung = |part: &Range<usize>| part.clone().any(|i| PREPOSITIONS.contains(&self.word(i)));
        let hangs = parts.windows(2).any(|pair| matches!(pair, [a, b] if hung(a) && !hung(b)));
        head && !hangs && parts.iter().all(own)
    }

    /// Three or more short parts without determiner or preposition, the last a single word: "political, economic and
    /// cultural ties" has one head for all and is one.
    fn are_bare(&self, parts: &[Range<usize>]) -> bool {
        let bare = |part: &Range<usize>| {
            part.len() <= 4
                && part
                    .clone()
                    .all(|i| !DETERMINERS.contains(&self.word(i)) && !PREPOSITIONS.contains(&self.word(i)))
        };
        parts.len() >= 3 && parts.last().is_some_and(|last| last.len() == 1) && parts.iter().all(bare)
    }
}
