//! Words that look like a verb and describe a noun, or the other way round: "increased trade", "remains convinced", "a resolution calling for"; and what
//! is governed by a verb whose first words stand before it. Sentences of our own, expected from the annotation guide and not from the program's answers.

use crate::constructions::{acts, holds, lacks};

#[test]
fn more_of_a_thing_is_no_deed() {
    holds(
        "Norway and Peru agreed on enhanced cooperation and increased trade.",
        &["Agree | Norway and Peru | enhanced cooperation and increased trade"],
    );
    holds(
        "Norway and Peru agreed that a path is open towards the resumption of talks and improved relations with Chile.",
        &["Agree | Norway and Peru | a path is open towards the resumption of talks and improved relations with Chile"],
    );
    // an object with its article, and a verb that is no such word
    holds(
        "Norway condemned the raid and increased the levy.",
        &["Condemn | Norway | the raid"],
    );
    holds(
        "Norway called for talks and urged restraint.",
        &["CallFor | Norway | talks", "Urge | Norway | restraint"],
    );
}

#[test]
fn whoever_remains_convinced_has_that_for_a_verb() {
    holds(
        "The Norwegian premier remains convinced that the truce will hold.",
        &["Assess | The Norwegian premier | the truce will hold"],
    );
    holds(
        "Norwegian ministers remain committed to the truce.",
        &["Pledge | Norwegian ministers | the truce"],
    );
    assert!(acts("Human remains found in Norway were sent home.").is_empty());
}

#[test]
fn what_says_something_calls_for_something() {
    holds(
        "The Security Council adopted, by a large majority, a resolution calling for an end to the siege.",
        &["CallFor | The Security Council | an end to the siege"],
    );
    holds(
        "Norway issued a statement calling on Peru to end the siege.",
        &["Urge | Norway | end the siege"],
    );
}

#[test]
fn a_subject_of_two_behind_a_time_or_a_measure() {
    holds(
        "Norway deplored that last week at least nine boats and two ferries were sunk.",
        &["Condemn | Norway | last week at least nine boats and two ferries were sunk"],
    );
    holds(
        "Norway voiced deep concern over the impact that the economic, financial and commercial ban has had on Chad.",
        &["ExpressConcern | Norway | the impact that the economic, financial and commercial ban has had on Chad"],
    );
}

#[test]
fn that_is_why_somebody_acted() {
    holds(
        "The road is closed. That is why Norwegian ministers underlined their commitment to the pact.",
        &["Emphasize | Norwegian ministers | their commitment to the pact"],
    );
}

#[test]
fn those_who_are_asked_stand_before_the_verb() {
    holds(
        "Norway urged calm. Peru was also called upon by Norway to open its ports.",
        &["Urge | Norway | calm", "Urge | Norway | open its ports"],
    );
    lacks("Ana Ruiz left because she was not authorized to speak to reporters.", "Decide");
    holds(
        "It was agreed between the Norwegian president and Peru that steps would be taken.",
        &["Agree | the Norwegian president and Peru | steps would be taken"],
    );
}

#[test]
fn what_somebody_is_told_of_ends_who_is_told() {
    lacks("Norway told Lind of the need for tolls to help Chad.", "Demand");
    holds(
        "Norway and Peru held a dialogue to exchange views on the price of fish.",
        &["Discuss | Norway and Peru | the price of fish"],
    );
    holds(
        "Norway and Peru congratulated Chad on the summit, hosted recently by Mali in Bamako.",
        &["Congratulate | Norway and Peru | the summit, hosted recently by Mali in Bamako"],
    );
    holds(
        "The Norwegian premier recalled with gratitude the invitation of Peru.",
        &["Note | The Norwegian premier | the invitation of Peru"],
    );
}

#[test]
fn a_modal_before_its_pronoun_promises_nothing() {
    lacks("Norway said that only if the talks went on could it hope to win.", "Hope");
}

#[test]
fn an_ing_form_that_governs_a_phrase_is_no_adjective() {
    holds(
        "Norway said that it looked forward also to participating in the summit, and welcoming Peru in Oslo.",
        &["Say | Norway | it looked forward also to participating in the summit, and welcoming Peru in Oslo"],
    );
    lacks(
        "Norway said that it looked forward also to participating in the summit, and welcoming Peru in Oslo.",
        "Welcome",
    );
}

#[test]
fn names_that_a_hyphen_joins_have_no_verb_behind_them() {
    holds(
        "Norway and Peru agreed to continue working to strengthen Norway-Peru ties in all fields.",
        &["Agree | Norway and Peru | continue working to strengthen Norway-Peru ties in all fields"],
    );
}

#[test]
fn subjects_behind_what_opens_a_sentence() {
    holds(
        "Norway met Chad. Today's resolution, introduced by Peru this morning, also urged states to disarm.",
        &["Urge | Today's resolution | disarm"],
    );
    holds(
        "As the fund grows, the members of the Andean Community again stress the need for a pact.",
        &["Emphasize | the members of the Andean Community | the need for a pact"],
    );
    holds(
        "In the third session, exhausted Norwegian ministers had agreed on a series of measures.",
        &["Agree | exhausted Norwegian ministers | a series of measures"],
    );
    holds(
        "Today the United States, Japan and Norway agreed on a fund.",
        &["Agree | the United States, Japan and Norway | a fund"],
    );
}
