//! The index from a head verb to the frames that it can fill, and what the frames tell of their verbs.
//!
//! Owns: which verbs are cues, and which govern clauses, objects or hearers; the grammar asks through [`Valency`].
//! Leaves to: [`super::pack`] which rules there are, in which order.

use super::additions::Synonym;
use super::frame::{self, Element};
use super::pack::{Frame, Rule, Rules};
use crate::grammar::{Lemma, Lexicon, Valency};
use crate::statement::Act;
use rustc_hash::{FxHashMap, FxHashSet};

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

/// Frames by head, and what is known of the heads.
#[derive(Default)]
pub(super) struct Index {
    pub(super) heads: FxHashMap<Lemma, Vec<Frame>>,
    pub(super) copular: FxHashMap<String, Vec<Frame>>,
    reports: FxHashSet<Lemma>,
    quotes: FxHashSet<Lemma>,
    objects: FxHashSet<Lemma>,
    performs: FxHashSet<Lemma>,
    acts: FxHashSet<Lemma>,
    intends: FxHashSet<Lemma>,
    agrees: FxHashSet<Lemma>,
    hearers: FxHashSet<Lemma>,
    by: FxHashSet<Lemma>,
    cues: FxHashSet<Lemma>,
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
        self.reports.extend(other.reports);
        self.quotes.extend(other.quotes);
        self.objects.extend(other.objects);
        self.performs.extend(other.performs);
        self.hearers.extend(other.hearers);
        self.by.extend(other.by);
        self.acts.extend(other.acts);
        self.intends.extend(other.intends);
        self.agrees.extend(other.agrees);
        self.cues.extend(other.cues);
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
                            words,
                            auxiliary: Some(auxiliary),
                        };
                        self.cues.insert(lemma);
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
                let direct = rest.iter().find(|e| !matches!(e, Element::Addressee));
                match direct {
                    Some(Element::Content(frame::Kind::That)) => {
                        self.reports.insert(lemma);
                    }
                    Some(Element::Content(frame::Kind::Quote)) => {
                        self.quotes.insert(lemma);
                    }
                    Some(Element::Content(frame::Kind::Any | frame::Kind::Noun)) => {
                        self.objects.insert(lemma);
                    }
                    _ => {}
                }
                if let [Element::Addressee, Element::Content(frame::Kind::That | frame::Kind::Quote)] = rest {
                    self.hearers.insert(lemma);
                }
                if matches!(rest.first(), Some(Element::Words(words)) if words.iter().any(|w| w == "by")) {
                    self.by.insert(lemma);
                }
                if PERFORMED.contains(&act) && !LIGHT.contains(&head.as_str()) {
                    self.performs.insert(lemma);
                }
                if act == Act::Agree && !LIGHT.contains(&head.as_str()) {
                    self.agrees.insert(lemma);
                }
                if let [Element::Words(to), Element::Content(frame::Kind::Verb)] = rest
                    && act == Act::Intend
                    && MEANT.contains(&head.as_str())
                    && to.iter().any(|w| w == "to")
                {
                    self.intends.insert(lemma);
                }
                self.cues.insert(lemma);
                if !matches!(act, Act::Hope | Act::Assess | Act::Intend) && !LIGHT.contains(&head.as_str()) {
                    self.acts.insert(lemma);
                }
                self.heads.entry(lemma).or_default().push(entry.clone());
            }
        }
    }
}

impl Rules {
    /// Whether the verb means little without its noun ("make", "hold").
    pub fn is_light(&self, verb: &str) -> bool {
        LIGHT.contains(&verb)
    }
}

impl Valency for Rules {
    fn takes_clause(&self, lemma: Lemma) -> bool {
        self.index.reports.contains(&lemma) || self.index.quotes.contains(&lemma)
    }

    fn takes_that(&self, lemma: Lemma) -> bool {
        self.index.reports.contains(&lemma)
    }

    fn takes_object(&self, lemma: Lemma) -> bool {
        self.index.objects.contains(&lemma)
    }

    fn performs(&self, lemma: Lemma) -> bool {
        self.index.performs.contains(&lemma)
    }

    fn acts(&self, lemma: Lemma) -> bool {
        self.index.acts.contains(&lemma)
    }

    fn takes_hearer(&self, lemma: Lemma) -> bool {
        self.index.hearers.contains(&lemma)
    }

    fn governs_by(&self, lemma: Lemma) -> bool {
        self.index.by.contains(&lemma)
    }

    fn intends(&self, lemma: Lemma) -> bool {
        self.index.intends.contains(&lemma)
    }

    fn agrees(&self, lemma: Lemma) -> bool {
        self.index.agrees.contains(&lemma)
    }

    fn is_cue(&self, lemma: Lemma) -> bool {
        self.index.cues.contains(&lemma)
    }
}
