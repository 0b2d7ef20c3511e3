//! Holding frames against a clause.
//!
//! Owns: which frame of which rule a verb fills best, and what its slots hold.
//! Leaves to: [`crate::grammar::extent`] where the content ends; the statement assembly what a match means.

use super::frame::{Element, Kind};
use super::pack::{Frame, Rules, Scope};
use crate::grammar::clause::{Clauses, Role};
use crate::grammar::phrase::{begins_phrase, is_nominal};
use crate::grammar::verb::Shape;
use crate::grammar::{Class, Lexicon, Node, NodeKind, extent};
use crate::text::Text;
use std::cell::RefCell;
use std::ops::Range;

/// One stream with everything that a frame is held against.
pub struct View<'v> {
    /// The document.
    pub text: &'v Text<'v>,
    /// The stream.
    pub nodes: &'v [Node],
    /// Its verbs.
    pub clauses: &'v Clauses,
    /// The rules.
    pub rules: &'v Rules,
    /// The words of the grammar.
    pub lexicon: &'v Lexicon,
    /// The stream is a clause of a resolution.
    pub resolution: bool,
    /// The stream speaks in the document's or the quoted speaker's own voice.
    pub own_voice: bool,
    /// Where what each verb governs ends; filled by [`View::prepared`].
    pub limits: RefCell<Vec<usize>>,
    /// Which participles are acts; filled by [`View::prepared`].
    pub acts: RefCell<Vec<bool>>,
}

/// What a frame captured; ranges are nodes of the stream.
#[derive(Clone, Debug)]
pub struct Captured {
    /// Index of the rule.
    pub rule: usize,
    /// Index of the verb.
    pub verb: usize,
    /// The cue: the verb group to the governed word.
    pub cue: Range<usize>,
    /// The content.
    pub content: Option<Range<usize>>,
    /// What kind of slot took it.
    pub kind: Option<Kind>,
    /// The addressee.
    pub addressee: Option<Range<usize>>,
    /// The subject is not the speaker: it was the addressee or the content of a passive.
    pub passive: bool,
    /// Words of the frame that stood in the clause.
    words: usize,
    /// A word of the frame stood behind a filler.
    gap: bool,
}

/// How far a governed word may stand behind its head, in nodes: "agreed, after two days of talks in Geneva, to".
const REACH: usize = 12;
/// Words between a light verb and its noun: "expressed their deep and abiding concern".
const DEGREE: usize = 8;
/// Nodes of an addressee before the word that follows it in the frame.
const ADDRESSEE: usize = 40;

impl<'v> View<'v> {
    /// The word of a node, lower case.
    pub fn word(&self, node: usize) -> &'v str {
        self.nodes.get(node).map_or("", |n| if matches!(n.kind, NodeKind::Quote(_)) { "" } else { self.text.word(n.tokens.start) })
    }

    /// The best match of any rule for verb `k`.
    pub fn best(&self, k: usize) -> Option<Captured> {
        let verb = &self.clauses.verbs[k];
        let mut best: Option<(i32, Captured)> = None;
        let mut offer = |frame: &Frame, mut found: Captured| {
            let subjects = &self.rules.rules[frame.rule].subjects;
            if !subjects.is_empty() {
                let head = self.clauses.subject_of(k).and_then(|s| self.head_noun(s));
                if !head.is_some_and(|i| is_one_of(self.word(i), subjects)) {
                    return;
                }
                found.passive = true;
            }
            if !self.head_fits(frame, &found) {
                return;
            }
            let rank = self.rank(frame, &found);
            if best.as_ref().is_none_or(|(r, _)| rank > *r) {
                best = Some((rank, found));
            }
        };
        let will = verb.group.modal.filter(|m| matches!(self.word(*m), "will" | "'ll" | "shall" | "won't") || self.word(*m).ends_with("'ll"));
        if self.own_voice && will.is_some() && let Some(lemma) = self.lexicon.find("will") {
            for frame in self.rules.frames_of(lemma).iter().filter(|f| self.in_scope(f)) {
                if let Some(found) = self.will(frame, k) {
                    return Some(found);
                }
            }
        }
        let participle = verb.role == Role::Participle && matches!(verb.group.shape, Shape::PastOrParticiple | Shape::Participle);
        if verb.group.copula || verb.group.passive || participle || self.is_copular_verb(k) {
            for (frame, at) in self.copular_frames(k) {
                if let Some(found) = self.hold(&frame, k, at, false) {
                    offer(&frame, found);
                }
            }
        }
        for frame in self.rules.frames_of(verb.group.lemma).iter().filter(|f| self.in_scope(f)) {
            if !self.has_auxiliary(frame, k) {
                continue;
            }
            let found = if verb.group.passive { self.hold_passive(frame, k) } else { self.hold(frame, k, verb.group.nodes.end, false) };
            if let Some(found) = found {
                offer(frame, found);
            }
        }
        best.map(|(_, found)| found).or_else(|| self.shared_object(k))
    }

    /// "We welcome and support X": a verb right before "and" and another verb has that verb's object.
    fn shared_object(&self, k: usize) -> Option<Captured> {
        let group = &self.clauses.verbs[k].group;
        let next = self.clauses.verbs.get(k + 1).filter(|n| n.role == Role::Coordinated && n.parent == Some(k))?;
        let adjacent = next.group.nodes.start == group.nodes.end + 1 && self.nodes[group.nodes.end].class.is(Class::AND);
        if !adjacent || group.passive {
            return None;
        }
        let limit = self.limit(k + 1);
        self.rules
            .frames_of(group.lemma)
            .iter()
            .filter(|f| self.in_scope(f) && matches!(f.elements.as_slice(), [Element::Content(Kind::Any | Kind::Noun)]))
            .find_map(|frame| {
                let start = self.object(next.group.nodes.end, limit, Kind::Any)?;
                let found = Captured { rule: frame.rule, verb: k, cue: group.nodes.clone(), content: Some(start..limit), kind: Some(Kind::Noun), addressee: None, passive: false, words: 0, gap: false };
                (start < limit && self.head_fits(frame, &found)).then_some(found)
            })
    }

    /// More words of the frame beat fewer, a filled content an empty one, a rule for resolutions the general rule.
    fn rank(&self, frame: &Frame, found: &Captured) -> i32 {
        let scoped = self.rules.rules[frame.rule].scope.is_some();
        let content = match found.kind {
            Some(Kind::Quote) => 5,
            Some(Kind::That) => 4,
            Some(_) => 3,
            None => 0,
        };
        found.words as i32 * 10 - i32::from(found.gap) * 12 + i32::from(scoped) * 8 + content + i32::from(found.addressee.is_some()) + i32::from(!self.rules.rules[frame.rule].heads.is_empty()) * 6 + i32::from(frame.auxiliary.is_some()) * 8
    }

    /// Whether the noun that heads the content is one that the rule takes.
    fn head_fits(&self, frame: &Frame, found: &Captured) -> bool {
        let heads = &self.rules.rules[frame.rule].heads;
        let Some(content) = found.content.as_ref().filter(|_| !heads.is_empty()) else { return heads.is_empty() };
        self.head_noun(content.clone()).is_some_and(|i| is_one_of(self.word(i), heads))
    }

    /// The noun that heads a noun phrase: its last word before a preposition, a clause or a comma.
    fn head_noun(&self, phrase: Range<usize>) -> Option<usize> {
        let stop = phrase
            .clone()
            .find(|i| {
                let n = &self.nodes[*i];
                let closed = Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::RELATIVE).or(Class::CONJUNCTION).or(Class::TO).or(Class::THAT);
                *i > phrase.start && (n.kind != NodeKind::Clitic && n.kind != NodeKind::Hyphen && n.kind != NodeKind::Word && n.kind != NodeKind::Number || n.class.is(closed) && !n.name || self.clauses.verbs.iter().any(|v| v.group.nodes.start == *i))
            })
            .unwrap_or(phrase.end);
        stop.checked_sub(1).filter(|i| *i >= phrase.start)
    }

    /// Whether verb `k` has the auxiliary that the frame wants.
    fn has_auxiliary(&self, frame: &Frame, k: usize) -> bool {
        let group = &self.clauses.verbs[k].group;
        match frame.auxiliary {
            None => true,
            Some("have") => group.nodes.clone().any(|i| i < group.head && self.nodes[i].class.is(Class::HAVE)),
            Some(modal) => group.modal.is_some_and(|m| self.word(m) == modal),
        }
    }

    fn in_scope(&self, frame: &Frame) -> bool {
        match self.rules.rules[frame.rule].scope {
            None => true,
            Some(Scope::Resolution) => self.resolution,
            Some(Scope::OwnVoice) => self.own_voice,
            Some(Scope::Attribution) => false,
        }
    }

    /// "We will VP": the content is the verb phrase behind "will".
    fn will(&self, frame: &Frame, k: usize) -> Option<Captured> {
        let group = &self.clauses.verbs[k].group;
        let modal = group.modal?;
        if group.negated && group.nodes.end == modal + 1 {
            return None;
        }
        let start = (modal + 1..group.nodes.end).find(|i| !self.nodes[*i].class.is(Class::NEGATOR)).unwrap_or(group.head);
        let end = self.limit_of(k, true);
        Some(Captured {
            rule: frame.rule,
            verb: k,
            cue: modal..modal + 1,
            content: (start < end).then_some(start..end),
            kind: Some(Kind::Verb),
            addressee: None,
            passive: false,
            words: 0,
            gap: false,
        })
    }

    fn is_copular_verb(&self, k: usize) -> bool {
        let group = &self.clauses.verbs[k].group;
        self.nodes[group.head].class.is(Class::COPULA)
    }

    /// Frames "be ADJECTIVE" whose adjective stands behind the copula, adverbs and degree words between; and where it stands.
    fn copular_frames(&self, k: usize) -> Vec<(Frame, usize)> {
        let group = &self.clauses.verbs[k].group;
        let participle = matches!(group.shape, Shape::PastOrParticiple | Shape::Participle) && self.clauses.verbs[k].role == Role::Participle;
        let first = if group.passive || participle { group.head } else { group.nodes.end };
        let mut found = Vec::new();
        for at in first..self.nodes.len().min(first + 4) {
            let frames = self.rules.copular(self.word(at));
            found.extend(frames.iter().filter(|f| self.in_scope(f)).map(|f| (f.clone(), first)));
            let n = &self.nodes[at];
            if !(n.kind == NodeKind::Word && n.class.is(Class::ADVERB.or(Class::ADJECTIVE).or(Class::DETERMINER).or(Class::PREPOSITION).or(Class::POSSESSIVE)) || !n.verbs.is_empty()) {
                break;
            }
        }
        found
    }

    /// Frames of a preambular clause without a verb ("Deeply concerned about", "Mindful of"), from node `at` on.
    pub fn verbless(&self, at: usize) -> Option<Captured> {
        let mut best: Option<(i32, Captured)> = None;
        let mut start = at;
        while start < self.nodes.len() && start < at + 5 {
            for frame in self.rules.copular(self.word(start)).iter().filter(|f| self.in_scope(f)) {
                if let Some(mut found) = self.hold_from(frame, None, start, at) {
                    found.cue.start = at;
                    let rank = self.rank(frame, &found);
                    if best.as_ref().is_none_or(|(r, _)| rank > *r) {
                        best = Some((rank, found));
                    }
                }
            }
            start += 1;
        }
        best.map(|(_, f)| f)
    }

    /// Where what verb `k` governs ends; worked out once for all verbs, from the last to the first.
    fn limit(&self, k: usize) -> usize {
        self.limits.borrow().get(k).copied().unwrap_or(self.nodes.len())
    }

    fn limit_of(&self, k: usize, whole: bool) -> usize {
        let is_act = |j: usize| self.acts.borrow().get(j).copied().unwrap_or(false);
        extent::limit(self.nodes, self.clauses, k, whole, &is_act, &|i| self.word(i).to_string())
    }

    /// Works out the limits, and which participles are acts, which limits depend on.
    pub fn prepared(self) -> Self {
        let n = self.clauses.verbs.len();
        self.limits.replace(vec![self.nodes.len(); n]);
        self.acts.replace(vec![false; n]);
        for k in (0..n).rev() {
            let limit = self.limit_of(k, false);
            self.limits.borrow_mut()[k] = limit;
            let act = self.clauses.verbs[k].role == Role::Participle && self.best(k).is_some();
            self.acts.borrow_mut()[k] = act;
        }
        self
    }

    fn hold(&self, frame: &Frame, k: usize, at: usize, passive: bool) -> Option<Captured> {
        let mut found = self.hold_from(frame, Some(k), at, self.clauses.verbs[k].group.nodes.start)?;
        found.passive = passive;
        Some(found)
    }

    /// A passive: what stands first in the frame is the subject.
    fn hold_passive(&self, frame: &Frame, k: usize) -> Option<Captured> {
        let group = &self.clauses.verbs[k].group;
        let subject = self.clauses.subject_of(k)?;
        let first = frame.elements.first()?;
        let rest = |skip: usize| Frame { rule: frame.rule, elements: frame.elements[skip..].to_vec(), words: frame.words, auxiliary: None };
        match first {
            Element::Addressee => {
                let mut found = self.hold(&rest(1), k, group.nodes.end, true)?;
                found.addressee = Some(subject);
                Some(found)
            }
            Element::Content(Kind::Any | Kind::Noun) => {
                let mut found = self.hold(&rest(1), k, group.nodes.end, true)?;
                found.content = Some(subject);
                found.kind = Some(Kind::Noun);
                Some(found)
            }
            Element::Degree | Element::Words(_) => {
                let skip = usize::from(*first == Element::Degree);
                if let (1, Some(Element::Words(nouns))) = (skip, frame.elements.get(1)) {
                    let noun = self.nodes[subject.clone()].iter().enumerate().map(|(i, _)| subject.start + i).find(|i| is_one_of(self.word(*i), nouns))?;
                    let of = self.nodes.get(noun + 1).is_none_or(|n| noun + 1 >= subject.end || n.class.is(Class::PREPOSITION.or(Class::TO).or(Class::THAT)));
                    if !of {
                        return None;
                    }
                    let mut found = match self.hold(&rest(2), k, group.nodes.end, true) {
                        Some(found) => found,
                        // "Consensus on tariffs was reached": the complement stands behind the noun
                        None => self.hold_from(&rest(2), Some(k), noun + 1, noun)?,
                    };
                    found.passive = true;
                    if let Some(content) = &mut found.content && content.start < group.nodes.start {
                        content.end = content.end.min(subject.end);
                    }
                    found.cue = group.nodes.clone();
                    found.words += 1;
                    return Some(found);
                }
                // "It was agreed that", "It was agreed to"
                let it = subject.len() == 1 && self.word(subject.start) == "it";
                if it { self.hold(frame, k, group.nodes.end, true) } else { self.prepositional_passive(frame, k, subject) }
            }
            Element::Content(Kind::That) => self.hold(frame, k, group.nodes.end, true),
            _ => None,
        }
    }

    /// "The text was agreed on", "was called for": the governed word is stranded behind the verb.
    fn prepositional_passive(&self, frame: &Frame, k: usize, subject: Range<usize>) -> Option<Captured> {
        let group = &self.clauses.verbs[k].group;
        let (Element::Words(words), Some(Element::Content(_))) = (frame.elements.first()?, frame.elements.get(1)) else { return None };
        let at = group.nodes.end;
        let stranded = is_one_of(self.word(at), words) && !self.nodes.get(at + 1).is_some_and(begins_phrase);
        stranded.then(|| Captured {
            rule: frame.rule,
            verb: k,
            cue: group.nodes.start..at + 1,
            content: Some(subject),
            kind: Some(Kind::Noun),
            addressee: None,
            passive: true,
            words: 1,
            gap: false,
        })
    }

    /// Holds the elements of `frame` against the nodes from `at` on. `k` is the verb, where there is one.
    fn hold_from(&self, frame: &Frame, k: Option<usize>, at: usize, cue_start: usize) -> Option<Captured> {
        let limit = k.map_or_else(|| self.verbless_limit(at), |k| self.limit(k));
        let head_end = k.map_or(at, |k| self.clauses.verbs[k].group.nodes.end.max(at));
        let mut found = Captured {
            rule: frame.rule,
            verb: k.unwrap_or(usize::MAX),
            cue: cue_start..head_end.max(cue_start + 1),
            content: None,
            kind: None,
            addressee: None,
            passive: false,
            words: 0,
            gap: false,
        };
        let mut pos = at;
        let mut contiguous = true;
        for (e, element) in frame.elements.iter().enumerate() {
            match element {
                Element::Words(words) => {
                    let noun = e > 0 && frame.elements[e - 1] == Element::Degree;
                    let last_noun = frame.elements[..e].iter().any(|x| matches!(x, Element::Words(_)));
                    let place = if noun { self.find_noun(words, pos, limit) } else { self.find_word(words, pos, limit, contiguous, last_noun || e == 0, frame.elements.get(e + 1)) }?;
                    if contiguous && found.content.is_none() {
                        found.cue.end = place + 1;
                    }
                    found.words += 1;
                    found.gap |= !noun && place > pos;
                    pos = place + 1;
                }
                Element::Degree => {}
                Element::Addressee => {
                    let start = self.skip_adverbs(pos, limit);
                    let end = self.addressee_end(start, limit, frame.elements.get(e + 1), frame.elements.get(e + 2), k)?;
                    found.addressee = Some(start..end);
                    contiguous = false;
                    pos = end;
                }
                Element::Content(kind) => {
                    let range = self.content(*kind, pos, limit, k, frame.elements.get(e + 1), &mut found, contiguous)?;
                    pos = range.end;
                    found.content = Some(range);
                    found.kind = Some(*kind);
                    contiguous = false;
                }
                Element::Optional(_) => return None,
            }
        }
        Some(found)
    }

    /// A clause without a verb ends at its comma before the next clause, that is at the end of the stream.
    fn verbless_limit(&self, at: usize) -> usize {
        let end = (at..self.nodes.len()).find(|i| self.nodes[*i].kind == NodeKind::Stop).unwrap_or(self.nodes.len());
        extent::trim(self.nodes, at, end)
    }

    fn skip_adverbs(&self, at: usize, limit: usize) -> usize {
        (at..limit).find(|i| !(self.nodes[*i].class.is(Class::ADVERB.or(Class::WEEKDAY)) && !self.nodes[*i].class.is(Class::DETERMINER) && !self.nodes[*i].class.is(Class::PREPOSITION))).unwrap_or(limit)
    }

    /// The noun of a light verb, behind words that stand before a noun.
    fn find_noun(&self, nouns: &[String], at: usize, limit: usize) -> Option<usize> {
        for i in at..limit.min(at + DEGREE) {
            let n = &self.nodes[i];
            if n.class.is(Class::THAT) || self.clauses.verbs.iter().any(|v| v.group.nodes.contains(&i) && v.role != Role::Reduced) {
                return None;
            }
            if n.kind == NodeKind::Word && is_one_of(self.word(i), nouns) {
                return Some(i);
            }
            let before_noun = match n.kind {
                NodeKind::Word => n.class.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::NUMERAL).or(Class::ADVERB).or(Class::ADJECTIVE).or(Class::AND)) || n.name || !n.class.is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::RELATIVE).or(Class::SUBJECT)),
                NodeKind::Hyphen | NodeKind::Number | NodeKind::Clitic | NodeKind::Symbol => true,
                NodeKind::Comma => i > at,
                _ => false,
            };
            if !before_noun {
                return None;
            }
        }
        None
    }

    /// A governed word: right behind, or behind fillers.
    fn find_word(&self, words: &[String], at: usize, limit: usize, near: bool, fill: bool, next: Option<&Element>) -> Option<usize> {
        let verbal = matches!(next, Some(Element::Content(Kind::Verb)));
        let fits = |i: usize| {
            is_one_of(self.word(i), words)
                && (!verbal || words.iter().all(|w| w != "to") || self.infinitive_at(i))
                && (verbal || self.word(i) != "to" || !self.infinitive_at(i) || !matches!(next, Some(Element::Content(_))))
        };
        if at < limit && fits(at) {
            return Some(at);
        }
        if !near && !fill {
            return None;
        }
        let mut i = at;
        while i < limit.min(at + REACH) {
            if i > at && fits(i) {
                return Some(i);
            }
            i = self.skip_filler(i, limit)?;
        }
        None
    }

    /// One filler from `at` on: an adverb, a day, "in the strongest terms", "with his counterpart", a pair of commas.
    fn skip_filler(&self, at: usize, limit: usize) -> Option<usize> {
        let n = self.nodes.get(at).filter(|_| at < limit)?;
        match n.kind {
            NodeKind::Comma | NodeKind::Dash => Some(at + 1),
            NodeKind::Word if n.class.is(Class::WEEKDAY) || n.class.is(Class::ADVERB) && !n.class.is(Class::DETERMINER) => Some(at + 1),
            NodeKind::Word if matches!(self.word(at), "more" | "again") => Some(at + 1),
            NodeKind::Word if n.class.is(Class::TIME) || n.class.is(Class::MONTH) && n.capital => Some(at + 1),
            NodeKind::Number => Some(at + 1),
            NodeKind::Word if n.class.is(Class::ADJECTIVE.or(Class::DETERMINER)) && self.nodes.get(at + 1).is_some_and(|n| n.class.is(Class::TIME)) => Some(at + 1),
            NodeKind::Word if self.opens_filler(at) => {
                // a prepositional phrase: its nouns, up to a word that cannot be inside
                let mut i = at + 1;
                while i < limit && i < at + 10 {
                    let w = &self.nodes[i];
                    let inside = match w.kind {
                        NodeKind::Word => w.name || w.class.is(Class::OF.or(Class::AND)) || (begins_phrase(w) || is_nominal(w)) && !w.class.is(Class::SUBJECT) && !self.clauses.verbs.iter().any(|v| v.group.nodes.start == i && v.group.shape != Shape::Ing),
                        NodeKind::Number | NodeKind::Clitic | NodeKind::Hyphen => true,
                        _ => false,
                    };
                    // "in the strongest terms | the enactment": a second phrase begins
                    let second = i > at + 1 && (w.class.is(Class::DETERMINER.or(Class::POSSESSIVE)) || w.name && !self.nodes[i - 1].name) && is_nominal(&self.nodes[i - 1]) && !self.nodes[i - 1].class.is(Class::ADJECTIVE.or(Class::AND).or(Class::OF).or(Class::DETERMINER));
                    if !inside || second {
                        break;
                    }
                    i += 1;
                }
                (i > at + 1).then_some(i)
            }
            _ => None,
        }
    }

    /// A preposition whose phrase tells when, where, how or with whom; "on" and "for" only with a day.
    fn opens_filler(&self, at: usize) -> bool {
        match self.word(at) {
            "in" | "at" | "during" | "with" | "after" | "before" | "from" | "following" | "through" | "via" => true,
            "on" => self.nodes.get(at + 1).is_some_and(|n| n.class.is(Class::WEEKDAY.or(Class::MONTH)) || n.kind == NodeKind::Number) || matches!(self.word(at + 2), "sidelines" | "margins" | "phone" | "telephone") || self.nodes.get(at + 2).is_some_and(|n| n.kind == NodeKind::Number),
            _ => false,
        }
    }

    /// A to-infinitive begins at node `i`, or "not to" does.
    fn infinitive_at(&self, i: usize) -> bool {
        self.clauses.verbs.iter().any(|v| v.group.shape == Shape::ToInfinitive && v.group.nodes.start == i)
    }

    /// Where an addressee that begins at `start` ends: before the word that the frame has next.
    fn addressee_end(&self, start: usize, limit: usize, next: Option<&Element>, after: Option<&Element>, k: Option<usize>) -> Option<usize> {
        let first = self.nodes.get(start).filter(|_| start < limit)?;
        if !begins_phrase(first) || first.class.is(Class::THAT) || first.class.is(Class::SUBJECT) && !first.class.is(Class::OBJECT) {
            return None;
        }
        if self.clauses.verbs.iter().any(|v| v.group.nodes.start == start && v.group.shape != Shape::PastOrParticiple && v.group.shape != Shape::Participle) {
            return None;
        }
        let stop = limit.min(start + ADDRESSEE);
        match next {
            Some(Element::Words(words)) => {
                let verbal = matches!(after, Some(Element::Content(Kind::Verb)));
                (start + 1..stop).find(|i| {
                    is_one_of(self.word(*i), words) && (!verbal || !words.iter().any(|w| w == "to") || self.infinitive_at(*i))
                }).filter(|end| !self.tense_between(start, *end, k))
            }
            Some(Element::Content(Kind::That)) => {
                let complement = self.clauses.verbs.iter().find(|v| v.role == Role::Complement && v.parent == k && v.group.nodes.start > start);
                let that = (start + 1..stop).find(|i| self.nodes[*i].class.is(Class::THAT));
                that.or(complement.map(|v| v.start)).filter(|end| *end > start)
            }
            Some(Element::Content(Kind::Quote)) => (start + 1..=stop).find(|i| self.nodes.get(*i).is_none_or(|n| matches!(n.kind, NodeKind::Comma | NodeKind::Colon | NodeKind::Quote(_) | NodeKind::Stop))),
            _ => Some(self.phrase_end(start, stop)),
        }
    }

    fn tense_between(&self, from: usize, to: usize, k: Option<usize>) -> bool {
        self.clauses.verbs.iter().enumerate().any(|(j, v)| Some(j) != k && v.group.nodes.start >= from && v.group.nodes.end <= to && matches!(v.role, Role::Main | Role::Complement | Role::Coordinated | Role::Attribution))
    }

    /// The end of a noun phrase that begins at `start`: before a preposition other than "of", a verb, a comma that lists nothing.
    fn phrase_end(&self, start: usize, stop: usize) -> usize {
        let mut i = start;
        while i < stop {
            let n = &self.nodes[i];
            let inside = match n.kind {
                NodeKind::Word => {
                    n.name || n.class.is(Class::OF) || n.class.is(Class::AND) && self.nodes.get(i + 1).is_some_and(|n| n.name || n.class.is(Class::DETERMINER.or(Class::POSSESSIVE)))
                        || !n.class.is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::RELATIVE).or(Class::CONJUNCTION).or(Class::TO).or(Class::ADVERB)) && !self.clauses.verbs.iter().any(|v| v.group.nodes.start == i)
                }
                NodeKind::Number | NodeKind::Clitic | NodeKind::Hyphen | NodeKind::Symbol => true,
                _ => false,
            };
            if !inside {
                break;
            }
            i += 1;
        }
        i
    }

    /// The content that a slot of `kind` takes from `at` on.
    #[allow(clippy::too_many_arguments, reason = "the places of one frame, read once")]
    fn content(&self, kind: Kind, at: usize, limit: usize, k: Option<usize>, next: Option<&Element>, found: &mut Captured, contiguous: bool) -> Option<Range<usize>> {
        let mut start = at;
        match kind {
            Kind::Verb => {
                // behind `to`; the infinitive's own "to" was eaten as the frame's word
                let is_verb = self.clauses.verbs.iter().any(|v| v.group.nodes.contains(&start) || v.group.nodes.start == start);
                if !is_verb {
                    return None;
                }
                // "agreed not to": the "not" belongs to the content
                if start >= 2 && self.nodes[start - 2].class.is(Class::NEGATOR) {
                    found.cue.end = found.cue.end.min(start - 2);
                    start -= 2;
                }
            }
            Kind::That => {
                start = self.that_clause(at, limit, k, found, contiguous)?;
            }
            Kind::Quote => {
                let quote = self.quote_after(at, limit)?;
                return Some(quote..quote + 1);
            }
            Kind::Gerund => {
                self.clauses.verbs.iter().find(|v| v.group.shape == Shape::Ing && v.group.nodes.start == start)?;
            }
            Kind::Noun | Kind::Any => {
                start = self.object(at, limit, kind)?;
            }
        }
        let end = self.content_end(start, limit, next);
        (start < end).then_some(start..end)
    }

    /// An object: a noun phrase, or for [`Kind::Any`] also a gerund, a wh-clause, a quotation.
    fn object(&self, at: usize, limit: usize, kind: Kind) -> Option<usize> {
        let start = self.skip_adverbs_before_object(at, limit);
        let n = self.nodes.get(start).filter(|_| start < limit)?;
        if let NodeKind::Quote(_) = n.kind {
            return Some(start);
        }
        let verb = self.clauses.verbs.iter().find(|v| v.group.nodes.start == start && v.group.shape != Shape::PastOrParticiple && v.group.shape != Shape::Participle);
        if let Some(verb) = verb {
            return (kind == Kind::Any && verb.group.shape == Shape::Ing).then_some(start);
        }
        let wh = kind == Kind::Any && (n.class.is(Class::RELATIVE) || matches!(self.word(start), "whether" | "how" | "what" | "why" | "when" | "where"));
        let clause = n.class.is(Class::THAT) && self.finite_before(start, self.nodes.len());
        let pronoun = n.class.is(Class::SUBJECT) && !n.class.is(Class::OBJECT);
        (wh || begins_phrase(n) && !clause && !pronoun || n.kind == NodeKind::Symbol).then_some(start)
    }

    /// "welcomed on Monday the release": a day or an adverb between verb and object.
    fn skip_adverbs_before_object(&self, at: usize, limit: usize) -> usize {
        let mut start = at;
        while start < limit {
            let n = &self.nodes[start];
            let filler = n.kind == NodeKind::Word && !n.name && (n.class.is(Class::ADVERB) && !n.class.is(Class::DETERMINER.or(Class::ADJECTIVE).or(Class::NUMERAL).or(Class::PREPOSITION)) || n.class.is(Class::WEEKDAY));
            let phrase = n.kind == NodeKind::Word && n.class.is(Class::PREPOSITION) && !n.class.is(Class::TO.or(Class::OF)) && start == at && self.is_manner(start);
            if n.kind == NodeKind::Comma && start == at {
                // "welcomed, in this regard, the": a pair of commas
                match (start + 1..limit.min(start + 9)).find(|i| self.nodes[*i].kind == NodeKind::Comma) {
                    Some(second) if self.nodes[start + 1].class.is(Class::PREPOSITION.or(Class::ADVERB)) => start = second + 1,
                    _ => return start,
                }
            } else if filler {
                start += 1;
            } else if phrase {
                match self.skip_filler(start, limit) {
                    Some(next) if next < limit && begins_phrase(&self.nodes[next]) => start = next,
                    _ => return start,
                }
            } else {
                break;
            }
        }
        start
    }

    /// "in the strongest terms", "on Monday": phrases that may stand between a verb and its object.
    fn is_manner(&self, at: usize) -> bool {
        (at + 1..(at + 5).min(self.nodes.len())).any(|i| matches!(self.word(i), "terms" | "term" | "language") || self.nodes[i].class.is(Class::WEEKDAY) && i == at + 1)
    }

    fn finite_before(&self, at: usize, limit: usize) -> bool {
        self.clauses.verbs.iter().any(|v| v.group.nodes.start > at + 1 && v.group.nodes.start < limit && v.group.shape == Shape::Finite || v.role == Role::Complement && v.group.nodes.start > at && v.group.nodes.start < limit)
    }

    /// A finite clause: "that" and a verb with a tense, or a clause that the grammar put under `k`.
    fn that_clause(&self, at: usize, limit: usize, k: Option<usize>, found: &mut Captured, contiguous: bool) -> Option<usize> {
        let mut i = at;
        while i < limit.min(at + REACH) {
            if self.nodes[i].class.is(Class::THAT) && self.finite_before(i, self.nodes.len()) {
                if contiguous && i <= at + 1 || contiguous && found.cue.end == at {
                    found.cue.end = if i == at { i + 1 } else { found.cue.end };
                }
                return Some(i + 1);
            }
            match self.skip_filler(i, limit) {
                Some(next) => i = next,
                None => break,
            }
        }
        let verb = self.clauses.verbs.iter().find(|v| v.role == Role::Complement && v.parent == k && v.start >= at && v.start < limit)?;
        let direct = (at..verb.start).all(|i| self.nodes[i].kind != NodeKind::Comma || i == at);
        direct.then_some(verb.start)
    }

    /// A quotation behind the verb: ": ...", ", ...", "that ...", "on Friday, ...".
    fn quote_after(&self, at: usize, _limit: usize) -> Option<usize> {
        for i in at..self.nodes.len().min(at + 24) {
            let n = &self.nodes[i];
            match n.kind {
                NodeKind::Quote(_) => return Some(i),
                NodeKind::Stop | NodeKind::Semicolon => return None,
                _ if self.clauses.verbs.iter().any(|v| v.group.nodes.start == i && matches!(v.group.shape, Shape::Finite)) => return None,
                _ => {}
            }
        }
        None
    }

    /// The end of a content: the limit, or before the next words of the frame ("discuss <content> with <addressee>").
    fn content_end(&self, start: usize, limit: usize, next: Option<&Element>) -> usize {
        let Some(Element::Words(words)) = next else { return limit };
        (start + 1..limit).rev().find(|i| is_one_of(self.word(*i), words)).unwrap_or(limit)
    }
}

/// Whether `word` is one of `words`, or the plural of one.
fn is_one_of(word: &str, words: &[String]) -> bool {
    words.iter().any(|w| {
        word == w
            || word.len() > w.len()
                && (word.strip_suffix('s') == Some(w) || word.strip_suffix("es") == Some(w) || word.strip_suffix("ies").is_some_and(|s| w.strip_suffix('y') == Some(s)))
    })
}
