//! Whose text it is, where the text says so in passing: "As Norway, we", "Following is the communique". Documents of our own.
//!
//! What stands here was written from the annotation guide and not from the program's answers.

use crate::documents::{read, records};
use demarche::statement::{Genre, Mode};

#[test]
fn those_as_whom_we_speak() {
    let document = "Press Release Regarding the Raids between Chad and Mali\n\nWe are concerned about the raids in Chad and Mali.\n\nWe condemn them.\n\n\
                    As Norway, we are ready to help.";
    let found = records(document);
    assert!(!found.is_empty() && found.iter().all(|r| r.starts_with("NOR: ")), "{found:#?}");
    // a clause of time names nobody who speaks
    let other = "Joint Statement by Norway and Peru\n\nAs Chad defends its coast, we condemn the raid.";
    assert_eq!(records(other), ["NOR PER: condemn | the raid"]);
}

#[test]
fn where_something_happens_nobody_speaks() {
    let found = records("We are concerned about the raids in Chad and Mali.\n\nWe condemn the raids.\n\nWe welcome the truce.");
    assert!(found.len() > 1 && found.iter().all(|r| r.starts_with(": ")), "{found:#?}");
}

#[test]
fn a_sentence_is_no_heading() {
    let document = "Today Norway, Peru and Chile held a dialogue on fish.\n\nWe reaffirmed our commitment to the Joint Statement of the African \
                    Union.\n\nWe agreed on the need for a road.";
    let found = records(document);
    assert!(
        found.iter().any(|r| r == "CHL NOR PER: agreed on | the need for a road"),
        "{found:#?}"
    );
}

#[test]
fn a_line_that_hands_on_a_communique() {
    let document = "Oslo, 3 May 1976\n\nFollowing is the communique issued on 3 May at the end of the visit to Norway by the Peruvian Prime Minister:\n\n\
                    The Prime Minister of Peru visited Norway. The two Prime Ministers agreed that the talks had been useful.";
    let found = read(document);
    assert_eq!(found.document.genre, Genre::Joint);
    assert!(found.statements.iter().all(|s| s.mode == Mode::Direct));
}

#[test]
fn a_body_that_adopted_the_statement_below() {
    let document = "PEACE AND SECURITY COUNCIL 12TH MEETING\n\nThe Peace and Security Council of the African Union (AU), at its 12th meeting, adopted the \
                    following press statement on the raid in London, United Kingdom.\n\nCouncil welcomed the report by the envoy of Chad.";
    assert_eq!(records(document), ["AU: welcomed | the report by the envoy of Chad"]);
}

#[test]
fn one_of_two_who_met_tells_it() {
    let document = "Outcome of the Meeting of Ministers\n\n1. On the margins of the forum, Minister Bo Lind of Norway had a meeting with Minister Ana Ruiz \
                    of Peru and exchanged views on fish.\n\n2. During the meeting, Minister Lind reiterated the need for a pact.\n\n3. The two sides agreed \
                    to meet again.";
    let found = read(document);
    assert_eq!(found.document.genre, Genre::Readout);
    assert!(found.statements.iter().all(|s| s.mode == Mode::Narrated), "{:#?}", found.statements);
}

#[test]
fn a_bloc_beside_a_state_is_its_members_where_they_met() {
    let document = "Readout of the Summit\n\nOn 3 May, the Presidents of Finland and Peru and the Prime Ministers of Denmark, Iceland, Norway and Sweden met \
                    in Lima. The Nordic countries and Peru condemned the raid.";
    let found = records(document);
    assert!(
        found.contains(&"DNK FIN ISL NOR PER SWE: condemned | the raid".to_string()),
        "{found:#?}"
    );
}
