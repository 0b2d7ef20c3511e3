//! Whose text it is, where a heading, a bracket or the first sentence says so: "Lakes Forum Statement", "to issue the following statement:".
//! Documents of our own.
//!
//! What stands here was written from the annotation guide and not from the program's answers.

use crate::documents::{read, records};
use demarche::extract::{Extractor, Options};
use demarche::read::Document;
use demarche::statement::{Genre, Mode};

#[test]
fn a_readout_that_both_give_out_is_their_own_text() {
    let text = "On Monday, Foreign Minister Ana Ruiz of Peru and Foreign Minister Bo Lind of Norway met in Lima. The two ministers reaffirmed their \
                support for the pact.";
    let genre = |id: &str| {
        let document = Document {
            id: id.to_string(),
            text: text.to_string(),
            ..Document::default()
        };
        Extractor::builtin(Options::default()).extract(&document).document.genre
    };
    assert_eq!(genre("joint-readout-of-the-talks"), Genre::Joint);
    assert_eq!(genre("readout-of-the-talks"), Genre::Readout);
}

#[test]
fn a_body_under_whose_name_the_heading_speaks() {
    let text = "Quartet Statement - 3 May 2012\n\nThe Middle East Quartet (United Nations, Russian Federation, United States, European Union) met today to \
         discuss the truce.\n\nThe Quartet expressed serious concern over the raids and called for calm.\n\nQuartet Principals remain committed to the \
         goals of the statement.";
    let found = read(text);
    assert_eq!(found.document.genre, Genre::Joint);
    assert!(found.statements.len() >= 3 && found.statements.iter().all(|s| s.mode == Mode::Direct));
    let records = records(text);
    assert!(records.iter().all(|r| r.starts_with("EU RUS UN USA: ")), "{records:#?}");
}

#[test]
fn what_heads_of_government_agreed_to_issue() {
    let found = read(
        "CARICOM Heads of Government met on Friday to discuss the quarrel and agreed to issue the following statement:\n\nCARICOM firmly supports \
         Guyana.\n\nCARICOM urges Venezuela to respect the order.",
    );
    assert_eq!(found.document.genre, Genre::Joint);
    assert!(found.statements.iter().skip(1).all(|s| s.mode == Mode::Direct));
}

#[test]
fn governments_told_one_by_one() {
    let found = records(
        "Declaration of the Lima Group\n\nThe governments of Argentina, Brazil and Chile express the following:\n\n1. They condemn the raids.\n\n2. They \
         affirm their decision to help.",
    );
    assert_eq!(
        found,
        ["ARG BRA CHL: condemn | the raids", "ARG BRA CHL: affirm | their decision to help"]
    );
}

#[test]
fn the_members_of_a_council_speak_for_it() {
    let found = records(
        "PRESS STATEMENT ON CHAD BY SECURITY COUNCIL PRESIDENT\nPress Release SC/12\nFollowing is the text of the statement by the \
         President of the Security Council:\nMembers of the Security Council heard a report on the mission in \
         Chad, in line with the resolution.\n\nThey reiterated their support.\n\nMembers of the Security Council stressed that all must help.",
    );
    assert!(
        found.iter().any(|r| r == "UNSC: reiterated | their support") && found.iter().all(|r| r.starts_with("UNSC: ")),
        "{found:#?}"
    );
}

#[test]
fn whoever_speaks_for_a_body_says_i() {
    let found = records(
        "Statement by EU High Representative Ana Ruiz on the death of a worker in Kosovo\n\nAna Ruiz, High Representative of the Union, made today the \
         following statement:\n\n\"I condemn the raid in Kosovo.\n\n\"I appeal to all parties to end it.\"",
    );
    assert!(found.iter().any(|r| r == "EU: condemn | the raid in Kosovo"), "{found:#?}");
}

#[test]
fn whoever_gives_out_a_statement_does_it_by_saying_it() {
    let text = "Statement by the Norwegian Minister for Foreign Affairs, Bo Lind\n\nToday the parliament of Peru approved the treaty. Norway supports the \
                treaty and will work with Peru. We look forward to the vote.";
    let found = read(text);
    assert!(found.statements.iter().any(|s| s.mode == Mode::Direct));
    let records = records(text);
    for record in [
        "NOR: supports | the treaty",
        "NOR: will | work with Peru",
        "NOR: look forward to | the vote",
    ] {
        assert!(records.iter().any(|r| r == record), "{record}\n{records:#?}");
    }
}

#[test]
fn a_text_that_opens_with_those_who_give_it_out() {
    let found = records(
        "The Foreign Ministers of ASEAN expressed concern over the raids in Chad. They condemned the attacks against the police of Chad.\n\nThe Foreign \
         Ministers acknowledged that the road is long. They strongly urged all to wait, also in the talks between Chad and Mali.",
    );
    assert!(found.len() >= 4 && found.iter().all(|r| r.starts_with("ASEAN: ")), "{found:#?}");
}

#[test]
fn a_meeting_of_others_on_whose_margins_it_was_adopted() {
    let found = records(
        "Joint Statement of the Heads of Governments of the Visegrád Group\n\nThe Prime Ministers of the Visegrád Group countries (Poland, Slovakia, Hungary \
         and the Czech Republic), on the margins of the European Council meeting, adopted a statement.\n\nThey called for a rule.",
    );
    assert!(found.iter().any(|r| r == "CZE HUN POL SVK: called for | a rule"), "{found:#?}");
}
