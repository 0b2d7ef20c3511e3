//! Clauses whose parts stand apart: subjects behind relative clauses and insertions, verbs that an adverb between commas parts from their auxiliary,
//! and words that stand behind their noun. Sentences of our own, expected from the annotation guide and not from the program's answers.

use crate::constructions::{holds, lacks};

#[test]
fn the_verb_of_a_clause_behind_a_relative_clause_and_its_infinitive() {
    holds(
        "Norway and Peru agreed that any new rules that were to be tested would need to be fair.",
        &["Agree | Norway and Peru | any new rules that were to be tested would need to be fair"],
    );
}

#[test]
fn a_subject_with_an_insertion_behind_clear_that() {
    holds(
        "Norway made clear that the assembly, as a keeper of peace and order, had to act.",
        &["Emphasize | Norway | the assembly, as a keeper of peace and order, had to act"],
    );
}

#[test]
fn two_nouns_are_the_subject_of_a_clause_that_opens_before_them() {
    holds(
        "Norway and Peru agreed to open the pass as soon as the surveys and practical steps are complete.",
        &["Agree | Norway and Peru | open the pass as soon as the surveys and practical steps are complete"],
    );
}

#[test]
fn what_is_told_of_a_thing_in_the_same_past_goes_on() {
    holds(
        "Norway said that the visit had been short on many counts, and had also added warmth to the ties.",
        &["Say | Norway | the visit had been short on many counts, and had also added warmth to the ties"],
    );
    // another tense is that of who reports
    holds(
        "Norway said the plan was dead and urged talks.",
        &["Say | Norway | the plan was dead", "Urge | Norway | talks"],
    );
}

#[test]
fn a_pronoun_behind_and_begins_a_clause_of_its_own() {
    holds(
        "We stressed the role of trade as a driver of growth in Norway and we reaffirmed our pledge to help.",
        &[
            "Emphasize | We | the role of trade as a driver of growth in Norway",
            "Reaffirm | we | our pledge to help",
        ],
    );
}

#[test]
fn who_told_what_was_done_speaks_now() {
    holds(
        "We took note of yesterday's report by the envoys and welcome the talks held in Bergen.",
        &[
            "Note | We | yesterday's report by the envoys",
            "Welcome | We | the talks held in Bergen",
        ],
    );
    holds(
        "We condemn the raid and stand united in solidarity with Norway.",
        &["Condemn | We | the raid", "Support | We | Norway"],
    );
}

#[test]
fn an_adverb_between_commas_parts_no_verb_from_its_auxiliary() {
    holds("We will, therefore, work for a truce.", &["Intend | We | work for a truce"]);
    holds("We have, in this regard, agreed to leave.", &["Agree | We | leave"]);
    holds(
        "Norway is, however, deeply concerned about the raid.",
        &["ExpressConcern | Norway | the raid"],
    );
}

#[test]
fn participles_that_stand_behind_their_noun() {
    holds(
        "Norway urged all the parties involved to avoid raids.",
        &["Urge | Norway | avoid raids"],
    );
    holds(
        "Norway welcomed a pact, based on fair rules and rooted in law.",
        &["Welcome | Norway | a pact, based on fair rules and rooted in law"],
    );
    holds(
        "We acclaim our partnership, built on trust and rooted in law.",
        &["Welcome | We | our partnership, built on trust and rooted in law"],
    );
    // with an object it is a verb
    holds(
        "Norway said that the drill involved ten ships.",
        &["Say | Norway | the drill involved ten ships"],
    );
}

#[test]
fn adjectives_of_two_states_before_one_noun() {
    holds(
        "Norway insisted that it would work with the Peruvian and Chilean governments to see that the truce held.",
        &["Emphasize | Norway | it would work with the Peruvian and Chilean governments to see that the truce held"],
    );
}

#[test]
fn a_measure_and_a_word_of_time_open_a_clause() {
    let sentence = "A day after Norway said it would leave, Peru rejected the plan.";
    holds(sentence, &["Reject | Peru | the plan"]);
    lacks(sentence, "Say | A day after");
    holds(
        "Norway proposed the inquiry just as officials met in Bergen.",
        &["Propose | Norway | the inquiry"],
    );
}

#[test]
fn a_clause_that_is_awaited_behind_two_places() {
    holds(
        "Norway and Peru concluded that progress in building the pier at Bergen and in this field gave hope.",
        &["Assess | Norway and Peru | progress in building the pier at Bergen and in this field gave hope"],
    );
}
