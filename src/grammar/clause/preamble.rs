//! Preambles: "Dismayed by reports of aid destined for Chad,": a clause that has no subject of its own.
//!
//! Owns: what the verbs of such a clause are once all of them are read: the first is the body's, the others stand in what it governs.
//! Leaves to: [`super`] the single verbs.

use super::{Builder, Role, Subject};
use crate::grammar::lexicon::Class;
use crate::grammar::stream::NodeKind;

impl Builder<'_> {
    /// Takes the subject of another verb from the verb that heads a preamble, and gives it the clause behind its "that".
    pub(super) fn head_preamble(&mut self) {
        let heads = self
            .verbs
            .first()
            .is_some_and(|v| v.role == Role::Participle && v.subject != Subject::None);
        if !heads || self.groups[0].nodes.start > 0 || !self.is_preamble() {
            return;
        }
        let that = self.groups[0].nodes.end;
        let reports = self.nodes.get(that).is_some_and(|n| n.class.is(Class::THAT));
        let main = (1..self.verbs.len()).find(|k| self.verbs[*k].role == Role::Main);
        let Some(main) = main.filter(|k| reports || !self.resumes_behind_comma(*k)) else {
            return;
        };
        self.verbs[0].subject = Subject::None;
        self.verbs[0].parent = None;
        if reports {
            let clause = &mut self.verbs[main];
            clause.role = Role::Complement;
            clause.parent = Some(0);
            clause.start = that + 1;
        }
    }

    /// "Speaking in Lima, Norway urged": the subject begins behind a comma, so the participle is its.
    fn resumes_behind_comma(&self, k: usize) -> bool {
        let Subject::Phrase(subject) = &self.verbs[k].subject else {
            return false;
        };
        let before = subject.start.checked_sub(1);
        before.is_some_and(|i| self.nodes[i].kind == NodeKind::Comma)
    }
}
