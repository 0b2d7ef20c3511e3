//! Who is asked, thanked or called upon, where something stands between the words that say so; and the clauses of resolutions in which bodies ask.
//! Sentences of our own, expected from the annotation guide and not from the program's answers.

use crate::documents::clause;
use crate::resolve_news::are_addressed;

const HOME: &str = "OSLO, May 3 (Reuters) - ";

#[test]
fn an_insertion_is_no_part_of_who_is_asked() {
    are_addressed(
        &format!("{HOME}Norway asked Peru, on the basis of the pact, to leave."),
        &[("asked", "PER")],
    );
    are_addressed(
        &format!("{HOME}Norway urged Peru's defence and security forces not to fire."),
        &[("urged", "PER")],
    );
    are_addressed(
        &format!("{HOME}Norway's minister discussed with his Chilean counterpart, Ana Ruiz, the latest raids."),
        &[("discussed with", "CHL")],
    );
}

#[test]
fn only_its_owner_can_give_help() {
    are_addressed(
        &format!("{HOME}Norway asked for Peru's help in the search."),
        &[("asked for", "PER")],
    );
    are_addressed(&format!("{HOME}Norway asked for Peru's withdrawal."), &[("asked for", "")]);
    are_addressed(
        &format!("{HOME}Norway's premier expressed his gratitude for the welcome rendered to him and his crew by the Government of Peru."),
        &[("expressed his gratitude for", "PER")],
    );
}

/// The act of a clause of the Council, and what it is about.
fn asks(words: &str, expected: &str) {
    let found = clause(words);
    assert!(
        found.iter().any(|f| f == expected),
        "{words}\n  expected {expected}\n  found    {found:#?}"
    );
}

#[test]
fn a_participle_before_the_clause_names_nobody_who_acts() {
    asks(
        "Acting under Chapter VII of the Charter of the United Nations, decides that Chad shall leave;",
        "decides that | Chad shall leave",
    );
    asks(
        "Acting under Chapter VII of the Charter, calls upon States to use such means;",
        "calls upon | use such means",
    );
}

#[test]
fn bodies_ask_with_insertions_and_lists() {
    asks(
        "Requests the Secretary-General, on the basis of this resolution, to send a mission;",
        "Requests | send a mission",
    );
    asks(
        "Authorizes the Secretary-General and the Member States concerned to make the arrangements;",
        "Authorizes | make the arrangements",
    );
    asks(
        "Calls upon all States, regional organizations and specialized agencies not to trade in gems;",
        "Calls upon | not to trade in gems",
    );
    asks(
        "Decides, in the light of the request of the Government of Chad, to send a force;",
        "Decides, in the light of the request of the Government of Chad, to | send a force",
    );
    asks(
        "Urges that prisoners be freed and sent home without delay;",
        "Urges that | prisoners be freed and sent home without delay",
    );
    asks(
        "Recognizes the damage and, in this regard, requests a report;",
        "Recognizes | the damage",
    );
}

#[test]
fn a_preamble_lists_deeds() {
    asks(
        "Deploring the shelling of ports, attacks on ships and the theft of grain,",
        "Deploring | the shelling of ports, attacks on ships and the theft of grain",
    );
}

#[test]
fn a_pronoun_is_whom_the_act_before_was_directed_at() {
    are_addressed(
        &format!("{HOME}Norway condemned the involvement of Peru in the raid on Chile and called on it to leave."),
        &[("condemned", "PER"), ("called on", "PER")],
    );
}
