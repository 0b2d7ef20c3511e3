//! Rules over a corpus: how often each fired and against whom, and the words that no rule knows.
//!
//! Owns: the counting. A rule fires *against* another where frames of both fit the same verb, and the policy of ranks chose.
//! Leaves to: the command line reading the corpus; the grammar which words are verbs.

use crate::assemble::watch::Watched;
use crate::extract::{Extractor, Traced};
use crate::grammar::clause::Role;
use crate::grammar::{Class, Lemma, NodeKind, Valency};
use crate::read::Document;
use crate::rules::Rule;
use crate::rules::tries::End;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What the rules did in a corpus.
#[derive(Clone, Debug, Serialize)]
pub struct Over {
    /// How many documents were read.
    pub documents: usize,
    /// The rules that are looked at, in their order.
    pub rules: Vec<Fired>,
    /// Verbs that head no frame of any rule, as often as they stood before "to", "that", a quotation or "on"; the most frequent first.
    pub unknown: Vec<Unknown>,
}

/// What one rule did.
#[derive(Clone, Debug, Serialize)]
pub struct Fired {
    /// Its name in the pack.
    pub id: String,
    /// The pack.
    pub pack: String,
    /// How many records it made.
    pub records: usize,
    /// How many of them without any other rule whose frame fitted too.
    pub alone: usize,
    /// The other rules whose frames fitted, and how often.
    pub against: BTreeMap<String, usize>,
    /// Where it first fired: the sentence with its roles marked.
    pub example: Option<String>,
    #[serde(skip)]
    place: usize,
}

/// A verb that no rule knows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Unknown {
    /// Its base form; the form in the text, where the grammar does not know it either.
    pub word: String,
    /// Before "to".
    pub to: usize,
    /// Before "that".
    pub that: usize,
    /// Before a quotation.
    pub quote: usize,
    /// Before "on".
    pub on: usize,
    /// The first sentence in which it did.
    pub example: String,
}

impl Unknown {
    /// How often in all.
    pub fn total(&self) -> usize {
        self.to + self.that + self.quote + self.on
    }
}

/// What one document adds.
#[derive(Default)]
struct Counts {
    /// By rule: the rivals of each record, and the sentence.
    records: Vec<(usize, BTreeSet<usize>, String)>,
    unknown: BTreeMap<String, Unknown>,
}

impl Over {
    /// What the rules of `extractor` that are `wanted` do in `documents`, which are read in batches.
    pub fn new(extractor: &Extractor, wanted: &dyn Fn(&Rule) -> bool) -> Self {
        let rules = extractor.rules().rules.iter().enumerate().filter(|(_, rule)| wanted(rule));
        let fired = |(place, rule): (usize, &Rule)| Fired {
            id: rule.id.clone(),
            pack: rule.pack.clone(),
            records: 0,
            alone: 0,
            against: BTreeMap::new(),
            example: None,
            place,
        };
        Self {
            documents: 0,
            rules: rules.map(fired).collect(),
            unknown: Vec::new(),
        }
    }

    /// Counts what `extractor` finds in a batch of documents.
    pub fn add(&mut self, extractor: &Extractor, documents: &[Document]) {
        let counts: Vec<Counts> = documents.par_iter().map(|document| counts(extractor, document)).collect();
        self.documents += documents.len();
        let rules = &extractor.rules().rules;
        let places: BTreeMap<usize, usize> = self.rules.iter().enumerate().map(|(n, fired)| (fired.place, n)).collect();
        let mut unknown: BTreeMap<String, Unknown> = self.unknown.drain(..).map(|one| (one.word.clone(), one)).collect();
        for count in counts {
            for (rule, rivals, sentence) in count.records {
                let Some(fired) = places.get(&rule).and_then(|n| self.rules.get_mut(*n)) else {
                    continue;
                };
                fired.records += 1;
                fired.alone += usize::from(rivals.is_empty());
                fired.example.get_or_insert(sentence);
                for rival in rivals {
                    *fired.against.entry(rules[rival].id.clone()).or_default() += 1;
                }
            }
            for (word, one) in count.unknown {
                let sum = unknown.entry(word).or_insert_with(|| Unknown {
                    word: one.word.clone(),
                    example: one.example.clone(),
                    ..Unknown::default()
                });
                sum.to += one.to;
                sum.that += one.that;
                sum.quote += one.quote;
                sum.on += one.on;
            }
        }
        self.unknown = unknown.into_values().collect();
        self.unknown.sort_by_key(|one| (std::cmp::Reverse(one.total()), one.word.clone()));
    }

    /// The rules that made no record.
    pub fn never(&self) -> impl Iterator<Item = &Fired> {
        self.rules.iter().filter(|fired| fired.records == 0)
    }
}

fn counts(extractor: &Extractor, document: &Document) -> Counts {
    let mut counts = Counts::default();
    extractor.traced(document, &mut |traced| {
        let mut verbs: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for (n, scene) in traced.watch.scenes.iter().enumerate() {
            for (k, fate) in scene.fates.iter().enumerate() {
                if let Ok(draft) = fate {
                    verbs.insert(*draft, (n, k));
                }
            }
            unknown(&traced, scene, &mut counts.unknown);
        }
        for (draft, record) in traced.kept.iter().zip(traced.statements) {
            let rule = traced.drafts[*draft].rule;
            let tried = verbs.get(draft).and_then(|(n, k)| traced.watch.scenes[*n].tries.get(*k));
            let held = tried.into_iter().flatten().filter(|one| matches!(one.end, End::Held(..)));
            let rivals = held.map(|one| one.frame.rule).filter(|rival| *rival != rule).collect();
            counts.records.push((rule, rivals, super::about::sentence(record)));
        }
    });
    counts
}

/// Verbs that are common and mean little: what stands behind them tells nothing.
const COMMON: &[&str] = &[
    "be", "have", "do", "go", "come", "get", "need", "use", "happen", "seem", "appear", "continue", "begin", "start", "try",
];

/// Counts the verbs of a stream that no rule knows and that stand before one of the words.
fn unknown(traced: &Traced, scene: &Watched, found: &mut BTreeMap<String, Unknown>) {
    let nodes = &scene.stream.nodes;
    let word = |i: usize| {
        nodes
            .get(i)
            .filter(|n| n.kind == NodeKind::Word)
            .map_or("", |n| traced.text.word(n.tokens.start))
    };
    for verb in &scene.clauses.verbs {
        let (group, role) = (&verb.group, verb.role);
        let told = matches!(
            role,
            Role::Main | Role::Complement | Role::Coordinated | Role::Subordinate | Role::Participle | Role::Relative | Role::Attribution
        );
        let lemma = traced.lexicon.lemma(group.lemma);
        if !told || traced.rules.is_cue(group.lemma) || group.copula || COMMON.contains(&lemma) {
            continue;
        }
        if nodes[group.head].class.is(Class::BE.or(Class::HAVE).or(Class::DO).or(Class::MODAL)) {
            continue;
        }
        let end = group.nodes.end;
        let comma = usize::from(nodes.get(end).is_some_and(|n| matches!(n.kind, NodeKind::Comma | NodeKind::Colon)));
        let quote = nodes.get(end + comma).is_some_and(|n| matches!(n.kind, NodeKind::Quote(_)));
        let [to, that, on] = ["to", "that", "on"].map(|behind| word(end) == behind);
        if !(quote || to || that || on) {
            continue;
        }
        let name = if group.lemma == Lemma::UNKNOWN { word(group.head) } else { lemma };
        let one = found.entry(name.to_string()).or_insert_with(|| {
            let sentence = traced.text.sentence_of(nodes[group.head].tokens.start);
            let sentence = traced.text.slice(traced.text.place(traced.text.sentences[sentence].tokens.clone()));
            Unknown {
                word: name.to_string(),
                example: crate::spaces::squeezed(sentence),
                ..Unknown::default()
            }
        });
        one.to += usize::from(to);
        one.that += usize::from(that);
        one.quote += usize::from(quote);
        one.on += usize::from(on);
    }
}
