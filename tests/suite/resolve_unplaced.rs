//! Speakers whom no table places, in short reports of our own: movements told by the form of their name, offices whose owner the paragraph tells,
//! and who is taken for a party because of the company that he keeps.
//!
//! What stands here was written from the annotation guide and not from the program's answers.

use crate::resolve_news::{cues, speak};

#[test]
fn a_movement_that_no_table_holds_is_not_home() {
    speak(
        "MAPUTO, May 3 (Agency) - Mozambique offered talks.\n\nThe National Movement for the Liberation of Gaza (NMLG) rejected the offer. It demanded new elections.",
        &[("rejected", "NMLG"), ("demanded", "NMLG")],
    );
    speak(
        "ACCRA, May 3 (Agency) - Ghana sent troops. The hardline Volta Salvation Front condemned the march.",
        &[("condemned", "VOLTA SALVATION FRONT")],
    );
    // a table's own name wins
    speak("The African National Congress rejected the offer.", &[("rejected", "ANC")]);
    assert!(cues("The Volta Salvation Front refused to disarm. It threatened to march on Accra.").len() == 2);
}

#[test]
fn a_party_of_friends_is_no_movement() {
    assert!(cues("The birthday party was announced by a cook. It promised cake.").is_empty());
}

#[test]
fn an_office_belongs_to_the_government_that_its_paragraph_speaks_of() {
    speak(
        "LIMA, May 3 (Agency) - Peru closed the border.\n\nThe Chilean government called the step unfair. \"We are patient,\" said Trade Minister Ana Holm.",
        &[("said", "CHL")],
    );
    speak(
        "LIMA, May 3 (Agency) - Peru closed the border.\n\nThe step was swiftly attacked by Quito. \"We are patient,\" Defence Minister Bo Holm told reporters.",
        &[("told", "ECU")],
    );
    speak(
        "LIMA, May 3 (Agency) - Peru closed the border.\n\nIn Santiago, nobody slept. \"We are patient,\" the top government spokesman said.",
        &[("said", "CHL")],
    );
    speak(
        "LIMA, May 3 (Agency) - Peru closed the border.\n\nThe African Union denied the report, with commission chief Bo Holm rejecting any delay.",
        &[("rejecting", "AU")],
    );
}

#[test]
fn the_other_of_two() {
    speak(
        "LIMA, May 3 (Agency) - Peruvian delegate Ana Holm spoke of talks with Chile. Her counterpart, Bo Lind, rejected the plan.",
        &[("rejected", "CHL")],
    );
    speak(
        "Lao Foreign Minister Ana Holm met here Monday with visiting Thai Foreign Minister Bo Lind, and the two sides pledged to cut tariffs.",
        &[("pledged to", "LAO,THA")],
    );
}

#[test]
fn who_stands_between_commas_does_not_speak() {
    speak(
        "France, Ghana's last friend in the north, demanded a truce.",
        &[("demanded", "FRA")],
    );
    speak(
        "His brother, Peruvian Defence Minister Bo Holm, rejected the plan.",
        &[("rejected", "PER")],
    );
    speak(
        "\"The plan is late,\" said the official, Peruvian envoy Bo Holm, on Monday.",
        &[("said", "PER")],
    );
}

#[test]
fn a_verb_behind_what_commas_insert() {
    speak("Lima and Quito, wary of delay, say the bridge must close.", &[("say", "ECU,PER")]);
    speak(
        "The World Bank, which had been asked for a loan, says talks go on.",
        &[("says", "WORLD BANK")],
    );
}

const POLITICS: &str = "Peru rejected the plan. Chile accepted the plan. Bolivia demanded a truce. Ecuador called for talks. Brazil promised aid. Argentina offered ships.";

#[test]
fn among_known_parties_an_unknown_one_that_acts_is_one_too() {
    assert!(
        cues(&format!("{POLITICS} The breakaway wing refused to disarm."))
            .iter()
            .any(|c| c == "refused to")
    );
    // what anybody says or feels tells nothing of who it is
    assert!(
        !cues(&format!("{POLITICS} The breakaway wing was alarmed by the plan."))
            .iter()
            .any(|c| c.starts_with("was alarmed"))
    );
    // and alone it is nobody
    assert!(cues("The breakaway wing refused to disarm.").is_empty());
    // nor does the company make a party of those whose noun says that they are none
    assert!(
        !cues(&format!("{POLITICS} The shareholders refused to pay."))
            .iter()
            .any(|c| c == "refused to")
    );
}

#[test]
fn it_is_the_company_that_acted_last() {
    assert!(
        !cues("Peru rejected the plan. The company closed its mine. It promised to reopen the mine.")
            .iter()
            .any(|c| c == "promised to")
    );
}

#[test]
fn an_ambassador_here_or_there() {
    speak(
        "Peru and Chile met in Vienna. The Ghanaian ambassador there, Bo Holm, was absent.\n\nHolm declined to comment.",
        &[("declined to", "GHA")],
    );
}

#[test]
fn a_party_has_the_code_that_the_text_gives_it() {
    speak(
        "LIMA, June 4 -- The National Reform Party (NRP) rejected the plan. The NRP urged Chile to leave. \
         The party condemned the raid. NRP leader Aldo Quispe denied the report.",
        &[("rejected", "NRP"), ("urged", "NRP"), ("condemned", "NRP"), ("denied", "NRP")],
    );
    speak(
        "LIMA, June 4 -- The Democratic Workers' Union rejected the plan. Quispe's Progress Party backed it.",
        &[("rejected", "DEMOCRATIC WORKERS' UNION"), ("backed", "PROGRESS")],
    );
    // letters that mean a state are no party's
    speak(
        "OSLO, June 4 -- The People's Reform Party (PER) rejected the plan.",
        &[("rejected", "PEOPLE'S REFORM PARTY")],
    );
}

#[test]
fn some_of_others_are_not_both_sides() {
    speak(
        "LIMA, June 4 -- Peru and Chile met. Bolivia is the home of groups including the National Reform Party and the Progress Party. \
         The two sides agreed to meet again.",
        &[("agreed to", "CHL,PER")],
    );
}

#[test]
fn nobody_urges_himself() {
    let report = "OSLO, Oct 1 (Agency) -- Norway welcomed the talks.";
    speak(&format!("{report} Chile was urged to leave."), &[("was urged to", "NOR")]);
    speak(
        &format!("{report} Its army left. Chile was asked to help."),
        &[("was asked to", "NOR")],
    );
}
