//! The index from a head verb to the frames that it can fill, and what the frames tell of their verbs.
//!
//! Owns: which verbs are cues, and which govern clauses, objects or hearers; the grammar asks through [`Valency`].
//! Leaves to: [`super::pack`] which rules there are, in which order.

use super::additions::Synonym;
use super::frame::{self, Element, Kind};
use super::matcher::near;
use super::pack::{Frame, Rule, Rules};
use crate::grammar::{Lemma, Lexicon, Valency};
use crate::statement::Act;
use rustc_hash::FxHashMap;

/// Verbs of intention that nobody agrees to: behind "agreed to close the pier and" they say what the subject means to do. "Work to" and
/// "seek to" can be agreed.
const MEANT: &[&str] = &["plan", "intend", "aim", "mean"];

/// Verbs that mean little without their noun: "hold out hope", "take note". That one of their frames is an act says nothing of them.
const LIGHT: &[&str] = &[
    "hold", "make", "take", "give", "have", "put", "bring", "keep", "set", "lay", "send", "draw", "pay", "see", "find", "get", "come",
    "go", "do",
];

/// Auxiliaries with which a frame may begin; the verb is the word behind them.
const AUXILIARIES: &[&str] = &["have", "would", "could", "can", "must", "may", "do"];

/// Acts that are done by saying them in the first person, for which "and" joins the verb to another such verb.
const PERFORMED: &[Act] = &[
    Act::Reaffirm,
    Act::Condemn,
    Act::Welcome,
    Act::Urge,
    Act::CallFor,
    Act::Note,
    Act::Emphasize,
    Act::ExpressConcern,
    Act::Regret,
    Act::Thank,
    Act::Congratulate,
    Act::Reject,
    Act::Oppose,
    Act::Demand,
    Act::Pledge,
    Act::Confirm,
    Act::Request,
    Act::Hope,
];

/// What the frames of a verb tell of it, a bit each; see [`Valency`].
mod tells {
    pub const REPORTS: u16 = 1;
    pub const QUOTES: u16 = 1 << 1;
    pub const OBJECTS: u16 = 1 << 2;
    pub const PERFORMS: u16 = 1 << 3;
    pub const ACTS: u16 = 1 << 4;
    pub const INTENDS: u16 = 1 << 5;
    pub const AGREES: u16 = 1 << 6;
    pub const HEARERS: u16 = 1 << 7;
    pub const BY: u16 = 1 << 8;
    pub const CUES: u16 = 1 << 9;
    /// "to" and a noun: "bow to".
    pub const TO_NOUN: u16 = 1 << 10;
    /// "to" and an infinitive: "agree to".
    pub const TO_VERB: u16 = 1 << 11;
    pub const DISOWNS: u16 = 1 << 12;
    pub const ASKS: u16 = 1 << 13;
}

/// Frames by head, and what is known of the heads.
#[derive(Default)]
pub(super) struct Index {
    pub(super) heads: FxHashMap<Lemma, Vec<Frame>>,
    pub(super) copular: FxHashMap<String, Vec<Frame>>,
    /// By the number of a lemma: the grammar asks for every verb, more than once.
    told: Vec<u16>,
    /// Words that stand beside others wherever these head a frame or are the noun of a light verb.
    synonyms: FxHashMap<String, Vec<String>>,
}

impl Index {
    /// An empty index for rules whose words have these synonyms.
    pub(super) fn new(synonyms: &[Synonym]) -> Self {
        let mut index = Index::default();
        for synonym in synonyms {
            let words = index.synonyms.entry(synonym.of.clone()).or_default();
            words.extend(synonym.words.iter().cloned());
        }
        index
    }

    /// Enters the frames of `rule`, whose place is `place`; verbs that `lexicon` lacks are added to it.
    pub(super) fn add(&mut self, place: usize, rule: &Rule, lexicon: &mut Lexicon) {
        for elements in &rule.parsed {
            match self.widened(elements) {
                Some(wider) => self.frame(place, rule.act, &wider, lexicon),
                None => self.frame(place, rule.act, elements, lexicon),
            }
        }
    }

    /// Takes over what the frames of `rule` tell of their verbs; the rule itself finds nothing.
    pub(super) fn learn(&mut self, rule: &Rule, lexicon: &mut Lexicon) {
        let mut other = Index::default();
        other.add(0, rule, lexicon);
        for (lemma, bits) in other.told.into_iter().enumerate() {
            self.tell(Lemma(lemma as u16), bits);
        }
    }

    fn tell(&mut self, lemma: Lemma, bits: u16) {
        let at = usize::from(lemma.0);
        if self.told.len() <= at {
            self.told.resize(at + 1, 0);
        }
        self.told[at] |= bits;
    }

    #[inline]
    fn tells(&self, lemma: Lemma, bits: u16) -> bool {
        self.told.get(usize::from(lemma.0)).is_some_and(|told| told & bits != 0)
    }

    /// The frame with the synonyms of its head and of its nouns; nothing where there are none.
    fn widened(&self, elements: &[Element]) -> Option<Vec<Element>> {
        if self.synonyms.is_empty() {
            return None;
        }
        let mut changed = false;
        let mut wider = elements.to_vec();
        for i in 0..wider.len() {
            let content_word =
                i == 0 || wider[i - 1] == Element::Degree || matches!(&wider[0], Element::Words(first) if **first == ["be"]) && i == 1;
            if let Element::Words(words) = &mut wider[i]
                && content_word
            {
                let more: Vec<String> = words.iter().filter_map(|w| self.synonyms.get(w)).flatten().cloned().collect();
                changed |= !more.is_empty();
                *words = words.iter().cloned().chain(more).collect();
            }
        }
        changed.then_some(wider)
    }

    fn frame(&mut self, rule: usize, act: Act, elements: &[Element], lexicon: &mut Lexicon) {
        for variant in frame::variants(elements) {
            let Some((Element::Words(heads), rest)) = variant.split_first() else {
                continue;
            };
            let words = rest.iter().filter(|e| matches!(e, Element::Words(_))).count();
            let entry = Frame {
                rule,
                elements: rest.into(),
                letters: near::letters(rest),
                words,
                auxiliary: None,
            };
            for head in heads.iter() {
                if let Some(auxiliary) = AUXILIARIES.iter().find(|a| *a == head)
                    && let Some((Element::Words(verbs), rest)) = rest.split_first()
                    && verbs.iter().any(|v| lexicon.lemma_of(v).is_some())
                {
                    for verb in verbs.iter() {
                        let Some(lemma) = lexicon.lemma_of(verb) else { continue };
                        let entry = Frame {
                            rule,
                            elements: rest.into(),
                            letters: near::letters(rest),
                            words,
                            auxiliary: Some(auxiliary),
                        };
                        self.tell(lemma, tells::CUES);
                        self.heads.entry(lemma).or_default().push(entry);
                    }
                    continue;
                }
                if head == "be"
                    && let Some(Element::Words(adjectives)) = rest.iter().find(|e| matches!(e, Element::Words(_)))
                {
                    for adjective in adjectives.iter() {
                        self.copular.entry(adjective.clone()).or_default().push(entry.clone());
                    }
                    continue;
                }
                let lemma = lexicon.ensure_verb(head);
                // "base itself on": without the pronoun no act
                let reflexive = matches!(rest.first(), Some(Element::Words(words)) if words.iter().all(|w| w.ends_with("self") || w.ends_with("selves")));
                let cue = if reflexive { 0 } else { tells::CUES };
                self.tell(lemma, cue | of_frame(rest) | of_act(head, act, rest));
                self.heads.entry(lemma).or_default().push(entry.clone());
            }
        }
    }
}

/// What the elements behind a head tell of it.
fn of_frame(rest: &[Element]) -> u16 {
    let direct = rest.iter().find(|e| !matches!(e, Element::Addressee));
    let mut bits = match direct {
        Some(Element::Content(Kind::That)) => tells::REPORTS,
        Some(Element::Content(Kind::Quote)) => tells::QUOTES,
        Some(Element::Content(Kind::Any | Kind::Noun)) => tells::OBJECTS,
        _ => 0,
    };
    let begins = |word: &str| matches!(rest.first(), Some(Element::Words(words)) if words.iter().any(|w| w == word));
    if let [Element::Addressee, Element::Content(Kind::That | Kind::Quote)] = rest {
        bits |= tells::HEARERS;
    }
    if begins("by") {
        bits |= tells::BY;
    }
    match rest.get(1) {
        Some(Element::Content(Kind::Verb)) if begins("to") => bits | tells::TO_VERB,
        Some(Element::Content(Kind::Any | Kind::Noun)) if begins("to") => bits | tells::TO_NOUN,
        _ => bits,
    }
}

/// What the act of a frame tells of its head.
fn of_act(head: &str, act: Act, rest: &[Element]) -> u16 {
    let heavy = !LIGHT.contains(&head);
    let mut bits = 0;
    if PERFORMED.contains(&act) && heavy {
        bits |= tells::PERFORMS;
    }
    if act == Act::Agree && heavy {
        bits |= tells::AGREES;
    }
    if act == Act::Intend && MEANT.contains(&head) && rest.len() == 2 && of_frame(rest) & tells::TO_VERB != 0 {
        bits |= tells::INTENDS;
    }
    if act == Act::Deny && of_frame(rest) & (tells::REPORTS | tells::OBJECTS) != 0 {
        bits |= tells::DISOWNS;
    }
    let asks = matches!(act, Act::Demand | Act::Urge | Act::Request | Act::CallFor | Act::Propose);
    if asks && heavy && of_frame(rest) & tells::REPORTS != 0 {
        bits |= tells::ASKS;
    }
    if !matches!(act, Act::Hope | Act::Assess | Act::Intend) && heavy {
        bits |= tells::ACTS;
    }
    bits
}

impl Rules {
    /// Whether `form`, in lower case, is a form of a verb that is an act by being said: "welcomes".
    pub fn is_performative(&self, lexicon: &Lexicon, form: &str) -> bool {
        let verbs = lexicon.entry(form).map(|entry| entry.verbs).unwrap_or_default();
        verbs.iter().any(|(lemma, _)| self.performs(*lemma))
    }

    /// Whether the verb means little without its noun ("make", "hold").
    pub fn is_light(&self, verb: &str) -> bool {
        LIGHT.contains(&verb)
    }
}

impl Valency for Rules {
    fn takes_clause(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::REPORTS | tells::QUOTES)
    }

    fn takes_that(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::REPORTS)
    }

    fn takes_object(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::OBJECTS)
    }

    fn performs(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::PERFORMS)
    }

    fn acts(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::ACTS)
    }

    fn takes_hearer(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::HEARERS)
    }

    fn governs_by(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::BY)
    }

    fn intends(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::INTENDS)
    }

    fn agrees(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::AGREES)
    }

    fn yields_to(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::TO_NOUN) && !self.index.tells(lemma, tells::TO_VERB)
    }

    fn disowns(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::DISOWNS)
    }

    fn asks(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::ASKS)
    }

    fn feels(&self, word: &str) -> bool {
        let clause = |frame: &Frame| matches!(frame.elements[..], [Element::Words(_), Element::Content(Kind::That)]);
        self.copular(word).iter().any(clause)
    }

    fn is_cue(&self, lemma: Lemma) -> bool {
        self.index.tells(lemma, tells::CUES)
    }
}
