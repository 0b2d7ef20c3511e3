//! Speakers whom nothing places, in a text whose other speakers are known: "the dissident faction refused to sign".
//!
//! Owns: when the company that a speaker keeps in a text tells that it acts in politics, too.
//! Leaves to: [`super::overlap`] what stays; [`crate::resolve`] for whom somebody acts, which this does not tell.
//! Why: in a report on parties that are known, who promises, refuses, accuses or agrees is one more party. Opinions and plain words are
//! anybody's there, too; and where most speakers are unknown, the text is about something else.

use super::draft::Draft;
use crate::resolve::Scope;
use crate::rules::Rules;
use crate::statement::Act;

/// Records of known speakers that make a text one about politics.
const KNOWN: usize = 5;

/// What anybody says, thinks or feels: such an act tells nothing of who does it.
const ANYBODY: &[Act] = &[
    Act::Say,
    Act::Assess,
    Act::Note,
    Act::Hope,
    Act::Condemn,
    Act::ExpressConcern,
    Act::Emphasize,
];

/// Takes in the unknown speakers of acts that parties do, where those known are at least as many.
pub(super) fn take_in(drafts: &mut [Draft], rules: &Rules) {
    let counts = |d: &&Draft| d.superseded.is_none();
    let known = drafts.iter().filter(counts).filter(|d| is_known(d)).count();
    let unknown = drafts.iter().filter(counts).filter(|d| is_unknown(d)).count();
    if known < KNOWN || known < unknown {
        return;
    }
    for draft in drafts.iter_mut().filter(|d| is_unknown(d)) {
        let acts = rules.rules.get(draft.rule).is_some_and(|r| !ANYBODY.contains(&r.act));
        let guess = draft.guess.take().filter(|g| g.scope == Scope::In && !g.entities.is_empty());
        if let Some(phrase) = draft
            .speaker
            .as_mut()
            .filter(|p| acts && p.tokens.is_some() && p.who.people.is_empty())
        {
            match guess {
                Some(guess) => phrase.who = guess,
                _ => phrase.who.scope = Scope::In,
            }
        }
    }
}

fn is_known(draft: &Draft) -> bool {
    let speaks = |s: Scope, told: bool| s == Scope::In || s != Scope::Out && told;
    draft
        .speaker
        .as_ref()
        .is_some_and(|p| speaks(p.who.scope, !p.who.entities.is_empty()))
}

fn is_unknown(draft: &Draft) -> bool {
    draft
        .speaker
        .as_ref()
        .is_some_and(|p| p.who.scope == Scope::Unknown && p.who.entities.is_empty())
}
