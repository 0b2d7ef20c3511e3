//! Holding frames against a clause.
//!
//! Owns: which frame of which rule a verb fills best, and what its slots hold.
//! Leaves to: [`crate::grammar::extent`] where the content ends; the statement assembly what a match means.

mod addressee;
mod before_object;
pub(in crate::rules) mod near;
mod slots;
mod special;
pub mod tries;
mod words;

use super::frame::{Element, Kind};
use super::pack::{Frame, Rules, Scope};
use crate::grammar::clause::{Clauses, Role, Subject};
use crate::grammar::phrase::feeling;
use crate::grammar::verb::Shape;
use crate::grammar::{Class, Lexicon, Node, NodeKind, extent};
use crate::statement::Act;
use crate::text::Text;
use near::Near;
use std::cell::{Cell, RefCell};
use std::ops::Range;
use tries::{Rank, Stop, Tries};

/// Nouns that count what "of" behind them names.
const QUANTITIES: &[&str] = &[
    "package", "series", "range", "set", "list", "wave", "round", "batch", "string", "raft", "number", "host", "slew", "array",
];

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
    /// Where what each verb governs ends, where it was asked for; see [`View::limit`].
    pub limits: RefCell<Vec<Option<usize>>>,
    /// Which participles are acts; filled by [`View::prepared`].
    pub acts: RefCell<Vec<bool>>,
    /// Letters of all its words, once they were asked for.
    pub letters: Cell<Option<Near>>,
    /// The verb from which on `acts` is filled.
    pub known_from: Cell<usize>,
    /// What was tried, while somebody listens; see [`View::tried`].
    pub tries: RefCell<Option<Tries>>,
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
    /// The by-phrase of a passive, without its "by".
    pub agent: Option<Range<usize>>,
    /// Words of the frame that stood in the clause.
    words: usize,
    /// A word of the frame stood behind a filler.
    gap: bool,
    /// "No" stands before the noun of a light verb: "expressed no objection".
    pub denied: bool,
    /// A colon ends the stream where the frame goes on: the items of the list below are what it governs.
    pub open: bool,
}

/// How far a governed word may stand behind its head, in nodes: "agreed, after two days of talks in Geneva, to".
const REACH: usize = 12;
/// Words between a light verb and its noun: "expressed their deep and abiding concern".
const DEGREE: usize = 8;
/// Nodes of an addressee before the word that follows it in the frame.
const ADDRESSEE: usize = 40;

impl<'v> View<'v> {
    /// The word of a node, lower case.
    #[inline]
    pub fn word(&self, node: usize) -> &'v str {
        self.nodes.get(node).map_or("", |n| {
            if matches!(n.kind, NodeKind::Quote(_)) {
                ""
            } else {
                self.text.word(n.tokens.start)
            }
        })
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
                    self.hear_stop(frame, Stop::Subject);
                    return;
                }
                found.passive = true;
            }
            if !self.head_fits(frame, &found) {
                self.hear_stop(frame, Stop::Head);
                return;
            }
            let rank = self.rank(frame, &found);
            self.hear_match(frame, Some(rank), &found);
            let rank = rank.total();
            if best.as_ref().is_none_or(|(r, _)| rank > *r) {
                best = Some((rank, found));
            }
        };
        if !verb.group.negated
            && let Some(found) = self.promise(k)
        {
            return Some(found);
        }
        let participle = verb.role == Role::Participle && matches!(verb.group.shape, Shape::PastOrParticiple | Shape::Participle);
        if verb.group.copula || verb.group.passive || participle || self.is_copular_verb(k) {
            // "it became clear that": nobody says so; "said it was confident that": a government does
            let subject = self.clauses.subject_of(k);
            let it = subject.is_some_and(|s| s.len() == 1 && self.word(s.start) == "it");
            let feels = verb.role == Role::Complement && self.feels(verb.group.nodes.end);
            let nobody = it && !verb.group.passive && !feels;
            // "was determined by the wish to": the agent of a passive, and no adjective
            let by = verb.group.passive && self.nodes.get(verb.group.nodes.end).is_some_and(|n| n.class.is(Class::BY));
            for (frame, at) in self.copular_frames(k) {
                if let Some(found) = self
                    .heard(frame, self.hold(frame, k, at, false))
                    .filter(|f| !nobody || f.kind != Some(Kind::That))
                    .filter(|f| !by || !f.gap || f.kind != Some(Kind::Verb))
                {
                    offer(frame, found);
                }
            }
        }
        let frames = self.rules.frames_of(verb.group.lemma);
        let near = match frames.iter().any(|frame| self.may_fit(frame, k)) {
            true => self.letters_near(k),
            false => Some(Near::default()),
        };
        for frame in frames.iter().filter(|f| self.in_scope(f)) {
            if !near.is_none_or(|near| near.may_hold(frame)) {
                continue;
            }
            // "Asked about the dam, the envoy": a participle that opens a sentence is passive; the item of a list is not
            let opens = participle && verb.group.nodes.start == 0 && matches!(verb.subject, Subject::Of(_));
            if !self.has_auxiliary(frame, k) || opens && !self.resolution {
                continue;
            }
            let found = if verb.group.passive {
                self.hold_with_agent(frame, k)
            } else {
                self.hold(frame, k, verb.group.nodes.end, false)
            };
            if let Some(found) = self.heard(frame, found) {
                offer(frame, found);
            }
        }
        best.map(|(_, found)| found)
            .or_else(|| self.shared_object(k))
            .or_else(|| self.refusal(k))
    }

    /// "We will VP" in the speakers' own voice: goes before all other frames.
    fn promise(&self, k: usize) -> Option<Captured> {
        let will = |m: usize| matches!(self.word(m), "will" | "'ll" | "shall" | "won't") || self.word(m).ends_with("'ll");
        let own = self.own_voice || self.is_quoted_we(k);
        self.clauses.verbs[k].group.modal.filter(|m| own && will(*m))?;
        let frames = self.rules.frames_of(self.lexicon.find("will")?);
        let in_scope = |f: &&Frame| self.rules.rules[f.rule].scope == Some(Scope::OwnVoice) || self.in_scope(f);
        frames.iter().filter(in_scope).find_map(|frame| {
            let found = self.heard(frame, self.will(frame, k))?;
            self.hear_match(frame, None, &found);
            Some(found)
        })
    }

    /// "told Chad that "we will help"": the words of whoever is quoted in the midst of a sentence.
    fn is_quoted_we(&self, k: usize) -> bool {
        let verb = &self.clauses.verbs[k];
        let we = |s: &Range<usize>| s.len() == 1 && matches!(self.word(s.start), "we" | "i");
        self.nodes[verb.group.head].quoted && matches!(&verb.subject, Subject::Phrase(s) if we(s))
    }

    /// "We will not VP": what they do not mean to do, where the verb itself is no act ("we will not accept").
    fn refusal(&self, k: usize) -> Option<Captured> {
        let negated = self.clauses.verbs[k].group.negated && !self.clauses.verbs[k].group.copula;
        negated.then(|| self.promise(k)).flatten()
    }

    /// More words of the frame beat fewer, a filled content an empty one, a rule for resolutions the general rule.
    fn rank(&self, frame: &Frame, found: &Captured) -> Rank {
        let scoped = self.rules.rules[frame.rule].scope.is_some();
        let content = match found.kind {
            Some(Kind::Quote) => 5,
            Some(Kind::That) => 4,
            Some(_) => 3,
            None if found.open => 3,
            None => 0,
        };
        Rank {
            words: found.words as i32 * 10,
            gap: i32::from(found.gap) * -12,
            scope: i32::from(scoped) * 8,
            content,
            addressee: i32::from(found.addressee.is_some()),
            heads: i32::from(!self.rules.rules[frame.rule].heads.is_empty()) * 6,
            auxiliary: i32::from(frame.auxiliary.is_some()) * 8,
        }
    }

    /// Whether the noun that heads the content is one that the rule takes.
    fn head_fits(&self, frame: &Frame, found: &Captured) -> bool {
        let heads = &self.rules.rules[frame.rule].heads;
        let Some(content) = found.content.as_ref().filter(|_| !heads.is_empty()) else {
            return heads.is_empty();
        };
        // "called the vote "flawed"": what is called so is no head
        let described = |i: usize| !self.nodes[i].quoted && content.contains(&(i + 1)) && self.nodes[i + 1].quoted;
        let head = self.head_noun(content.clone());
        // "a package of sanctions", "a series of attacks"
        let counted = head.filter(|i| QUANTITIES.contains(&self.word(*i)) && self.word(*i + 1) == "of");
        let head = counted.map_or(head, |i| self.head_noun((i + 2).min(content.end)..content.end));
        head.is_some_and(|i| is_one_of(self.word(i), heads) && !described(i))
    }

    /// A colon stands at `at` and nothing behind it.
    fn ends_in_colon(&self, at: usize) -> bool {
        at + 1 == self.nodes.len() && self.nodes[at].kind == NodeKind::Colon
    }

    /// Whether an adjective for what somebody thinks or feels stands at node `at`; what is "certain" or "clear" may be so for nobody in particular.
    fn feels(&self, at: usize) -> bool {
        feeling(self.nodes, at).is_some_and(|i| !matches!(self.word(i), "certain" | "clear"))
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

    /// Where what verb `k` governs ends; worked out once, where the acts behind it are known, on which it depends.
    fn limit(&self, k: usize) -> usize {
        if k < self.known_from.get() {
            return self.nodes.len();
        }
        let known = self.limits.borrow().get(k).copied().flatten();
        known.unwrap_or_else(|| {
            let limit = self.limit_of(k, false);
            if let Some(place) = self.limits.borrow_mut().get_mut(k) {
                *place = Some(limit);
            }
            limit
        })
    }

    fn limit_of(&self, k: usize, whole: bool) -> usize {
        let is_act = |j: usize| self.acts.borrow().get(j).copied().unwrap_or(false);
        extent::limit(self.nodes, self.clauses, k, whole, &is_act, &|i| self.word(i))
    }

    /// Works out which participles are acts, from the last verb to the first: limits depend on those behind them.
    pub fn prepared(self) -> Self {
        let n = self.clauses.verbs.len();
        self.limits.replace(vec![None; n]);
        self.acts.replace(vec![false; n]);
        for k in (0..n).rev() {
            self.known_from.set(k);
            let act = matches!(self.clauses.verbs[k].role, Role::Participle | Role::Gerund)
                && self.best(k).is_some_and(|f| self.rules.rules[f.rule].act != Act::Intend);
            self.acts.borrow_mut()[k] = act;
        }
        self
    }

    fn hold(&self, frame: &Frame, k: usize, at: usize, passive: bool) -> Option<Captured> {
        let mut found = self.hold_from(frame, Some(k), at, self.clauses.verbs[k].group.nodes.start)?;
        found.passive = passive;
        Some(found)
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
            agent: None,
            words: 0,
            gap: false,
            denied: false,
            open: false,
        };
        let mut pos = at;
        let mut contiguous = true;
        for (e, element) in frame.elements.iter().enumerate() {
            match element {
                Element::Words(words) => {
                    let noun = e > 0 && frame.elements[e - 1] == Element::Degree;
                    let last_noun = frame.elements[..e].iter().any(|x| matches!(x, Element::Words(_)));
                    if found.addressee.is_some() && self.ends_in_colon(pos) {
                        return Some(Captured { open: true, ..found });
                    }
                    let place = if noun {
                        self.find_noun(words, pos, limit)
                    } else {
                        self.find_word(words, pos, limit, contiguous, last_noun || e == 0, frame.elements.get(e + 1))
                    };
                    let place = self.filled(frame, e, pos, limit, place)?;
                    if contiguous && found.content.is_none() {
                        found.cue.end = place + 1;
                    }
                    found.words += 1;
                    found.gap |= !noun && place > pos;
                    found.denied |= noun && (pos..place).any(|i| self.word(i) == "no");
                    pos = place + 1;
                }
                Element::Degree => {}
                Element::Addressee | Element::Content(_) if found.words > 0 && self.ends_in_colon(pos) => {
                    return Some(Captured { open: true, ..found });
                }
                Element::Addressee => {
                    let start = self.skip_adverbs(pos, limit);
                    let end = self.addressee_end(start, limit, frame.elements.get(e + 1), frame.elements.get(e + 2), k);
                    let end = self.filled(frame, e, start, limit, end)?;
                    let not = end > start + 1 && self.nodes[end - 1].class.is(Class::NEGATOR);
                    let clause = matches!(frame.elements.get(e + 1), Some(Element::Content(Kind::That | Kind::Quote)));
                    let party = match clause {
                        true => self.phrase_end(start, end).max(start + 1),
                        false => self.party_end(start, end - usize::from(not)),
                    };
                    found.addressee = Some(start..party);
                    contiguous = false;
                    pos = end;
                }
                Element::Content(kind) => {
                    let range = self.content(*kind, pos, limit, k, frame.elements.get(e + 1), &mut found, contiguous);
                    let range = self.filled(frame, e, pos, limit, range)?;
                    pos = range.end;
                    found.open = self.ends_in_colon(range.end);
                    found.content = Some(range);
                    found.kind = Some(*kind);
                    contiguous = false;
                }
                Element::Optional(_) => return None,
            }
        }
        Some(found)
    }
}

/// Whether `word` is one of `words`, or the plural of one.
fn is_one_of(word: &str, words: &[String]) -> bool {
    words.iter().any(|w| {
        word == w
            || word.len() > w.len()
                && (w.len() < 2 || word.as_bytes().first() == w.as_bytes().first())
                && (word.strip_suffix('s') == Some(w)
                    || word.strip_suffix("es") == Some(w)
                    || word.strip_suffix("ies").is_some_and(|s| w.strip_suffix('y') == Some(s)))
    })
}
