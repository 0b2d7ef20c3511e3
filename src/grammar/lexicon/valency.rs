//! Valency: what a verb can govern.
//!
//! Owns: the questions that the grammar has about a verb; it knows no act, so the rules answer them.
//! Leaves to: [`crate::rules`] the answers.

use super::Lemma;

/// What the rules know of verbs that the grammar needs: what a verb can govern decides where clauses begin.
pub trait Valency {
    /// It can govern a clause or a quotation: "say", "agree".
    fn takes_clause(&self, lemma: Lemma) -> bool;
    /// It can govern a clause: "say that", not "continue".
    fn takes_that(&self, lemma: Lemma) -> bool;
    /// It can govern a noun phrase: "welcome", "note".
    fn takes_object(&self, lemma: Lemma) -> bool;
    /// Saying it in the first person does it: "we condemn".
    fn performs(&self, lemma: Lemma) -> bool;
    /// It heads a frame of an act that is done to or with others, and means that without its noun: "accuse", "propose", "meet"; not
    /// "hope", which any clause can report, and not "take".
    fn acts(&self, lemma: Lemma) -> bool;
    /// It governs a hearer before what is said: "tell reporters that".
    fn takes_hearer(&self, lemma: Lemma) -> bool;
    /// "by" behind it is its own and no agent: "stand by".
    fn governs_by(&self, lemma: Lemma) -> bool;
    /// It says what its subject means to do, before an infinitive: "plan to", "aim to".
    fn intends(&self, lemma: Lemma) -> bool;
    /// It takes several: "agree".
    fn agrees(&self, lemma: Lemma) -> bool;
    /// "to" behind it governs a noun and no infinitive: "bow to".
    fn yields_to(&self, lemma: Lemma) -> bool;
    /// The clause that it governs is not so: "deny that".
    fn disowns(&self, lemma: Lemma) -> bool;
    /// The clause that it governs says what shall be: "demand that".
    fn asks(&self, lemma: Lemma) -> bool;
    /// The adjective or participle `word` governs a clause behind a form of "be": "confident", "worried".
    fn feels(&self, word: &str) -> bool;
    /// It heads some frame.
    fn is_cue(&self, lemma: Lemma) -> bool;
}
