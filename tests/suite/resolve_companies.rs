//! Companies speak for nobody: how a report shows that a name which no table has is that of one. Reports of our own.
//!
//! What stands here was written from the annotation guide and not from the program's answers.

use crate::resolve_news::{cues, speak};

const HOME: &str = "OSLO, May 3 (Reuters) - ";

#[test]
fn a_company_is_no_party() {
    for told in [
        "Peru's Zilco rejected an offer from the Chilean insurer Bardo. It urged its shareholders to wait. Zilco shareholders met.",
        "Shares in Zilco rose. Zilco said it had rejected the offer. It urged all to wait.",
        "Zilco Inc rejected the offer. Zilco said it was low.",
        "The Norwegian lender Zilco rejected the offer. Zilco condemned the bid.",
        "British Airways said on Monday it had rejected an offer. It urged all to wait.",
    ] {
        let found = cues(&format!("{HOME}{told}"));
        assert!(found.is_empty(), "{told}\n  {found:?}");
    }
}

#[test]
fn a_verb_of_the_same_form_makes_no_company() {
    speak(
        &format!("{HOME}Premier Bo Lind shares the view. Lind urged calm."),
        &[("urged", "NOR")],
    );
}
