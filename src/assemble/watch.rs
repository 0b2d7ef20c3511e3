//! The watch: what the walk did, written down while it does it, for `explain`.
//!
//! Owns: which streams there were, what became of each verb, which frames were tried. It looks on; nothing that the walk decides
//! depends on it, and without one the walk writes nothing down.
//! Leaves to: [`crate::explain`] what people see of it.

use super::draft::Phrase;
use super::left::Left;
use super::walk::Scene;
use crate::grammar::clause::Clauses;
use crate::grammar::stream::Stream;
use crate::rules::tries::Try;

/// What was done in one document.
#[derive(Default)]
pub struct Watch {
    /// The streams, in the order in which they were read.
    pub scenes: Vec<Watched>,
    /// Paragraphs that are items of the list of a draft, and that draft.
    pub items: Vec<(usize, usize)>,
}

/// What was done in one stream.
pub struct Watched {
    /// The stream.
    pub stream: Stream,
    /// Its verbs.
    pub clauses: Clauses,
    /// Who speaks in the quotation in which it stands.
    pub quoted: Option<Phrase>,
    /// Who each verb's own subject phrase is.
    pub subjects: Vec<Option<Phrase>>,
    /// What became of each verb: a draft, or why not.
    pub fates: Vec<Result<usize, Left>>,
    /// Which frames were held against each verb.
    pub tries: Vec<Vec<Try>>,
    /// Frames that were held against the start of a clause without a verb.
    pub verbless: Vec<Try>,
    /// Drafts that no verb of the stream made: "according to", a clause without a verb.
    pub others: Vec<usize>,
}

impl Watch {
    /// Writes down a stream whose verbs are done.
    pub(super) fn scene(&mut self, scene: &Scene) {
        let verbs = scene.view.clauses.verbs.len();
        let verbless = scene.view.resolution && scene.view.clauses.verbs.first().is_none_or(|v| v.group.nodes.start > 0);
        self.scenes.push(Watched {
            stream: scene.stream.clone(),
            clauses: scene.view.clauses.clone(),
            quoted: scene.quoted.clone(),
            subjects: scene.subjects.clone(),
            fates: scene.fates.iter().map(|fate| fate.unwrap_or(Err(Left::NoWords))).collect(),
            tries: (0..verbs).map(|k| scene.view.tried(k)).collect(),
            verbless: if verbless { scene.view.tried_verbless(0) } else { Vec::new() },
            others: scene.made.iter().filter(|m| m.verb == usize::MAX).map(|m| m.draft).collect(),
        });
    }
}
