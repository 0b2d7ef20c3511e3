//! Constructions of communiques, readouts and resolutions: introductions of reported clauses, joined adjectives, fillers between a verb and
//! its complement, what stands behind a content. Sentences of our own, expected from the annotation guide and not from the program's answers.

use crate::constructions::{holds, lacks};
use crate::resolve_news::speak;

#[test]
fn commas_on_both_sides_part_an_introduction_from_its_clause() {
    holds(
        "Norway noted that, despite all efforts by the League, Chad refuses to comply.",
        &["Note | Norway | despite all efforts by the League, Chad refuses to comply"],
    );
    speak(
        "Norway noted that, despite all efforts by the League, Chad refuses to comply.",
        &[("refuses to", "TCD")],
    );
    holds(
        "Norway demands that, as a first step, Chad and Mali observe the truce and leave.",
        &["Demand | Norway | as a first step, Chad and Mali observe the truce and leave"],
    );
    lacks(
        "Norway demands that, as a first step, Chad and Mali observe the truce and leave.",
        "Note",
    );
    holds(
        "Norway said that due to reasons known to all, ties have suffered.",
        &["Say | Norway | due to reasons known to all, ties have suffered"],
    );
    holds(
        "Norway demands that Chad, as a contribution to clearing the mines in the north, immediately end the raids.",
        &["Demand | Norway | Chad, as a contribution to clearing the mines in the north, immediately end the raids"],
    );
}

#[test]
fn adjectives_are_joined_before_one_noun() {
    holds(
        "Norway welcomed the recent free and fair elections held in Chad.",
        &["Welcome | Norway | the recent free and fair elections held in Chad"],
    );
    holds(
        "Norway stressed the strong and multi-layered friendship of the two peoples based on trade.",
        &["Emphasize | Norway | the strong and multi-layered friendship of the two peoples based on trade"],
    );
    holds(
        "Norway is deeply shocked and distressed by the raid.",
        &["ExpressConcern | Norway | the raid"],
    );
}

#[test]
fn a_noun_keeps_what_describes_it() {
    holds(
        "Norway and Chad discussed the drought and the importance of continued coordinated efforts to end it.",
        &["Discuss | Norway and Chad | the drought and the importance of continued coordinated efforts to end it"],
    );
    holds(
        "Norway and Chad discussed the tasks of their states and the aims they each sought.",
        &["Discuss | Norway and Chad | the tasks of their states and the aims they each sought"],
    );
    holds(
        "Norway demands the withdrawal from Mali of the forces of Chad.",
        &["Demand | Norway | the withdrawal from Mali of the forces of Chad"],
    );
    // of somebody it is demanded all the same
    holds("Norway demanded an apology from Chad.", &["Demand | Norway | an apology"]);
}

#[test]
fn a_place_and_a_request_stand_between_a_meeting_and_its_subject() {
    holds(
        "Norway and Chad met in Manila, Philippines on 13 May 2017, to discuss the port.",
        &["Discuss | Norway and Chad | the port"],
    );
    holds(
        "Norway and Chad spoke on 22 May, at the latter's request, to discuss the port.",
        &["Discuss | Norway and Chad | the port"],
    );
    holds("Norway entered one-on-one talks with Chad.", &["Discuss | Norway | "]);
    holds(
        "Norway and Chad exchanged views with respect to the port.",
        &["Discuss | Norway and Chad | the port"],
    );
}

#[test]
fn what_came_next_is_no_part_of_a_content() {
    holds(
        "Norway called the raid a plot before urging calm.",
        &["Assess | Norway | the raid a plot", "Urge | Norway | calm"],
    );
    lacks("Norway must leave before urging calm.", "Urge");
    holds(
        "Norway rejected the plan Wednesday, making it the first to do so.",
        &["Reject | Norway | the plan"],
    );
    holds("Norway backed the move, albeit with doubts.", &["Support | Norway | the move"]);
}

#[test]
fn the_hearer_of_a_quotation_may_be_described() {
    holds(
        "\"We are building the wall,\" the Norwegian minister told fans gathered in Oslo for a march.",
        &["Say | the Norwegian minister | We are building the wall"],
    );
    holds(
        "Rebels who refuse to disarm will be pursued, the Norwegian minister told reporters.",
        &["Say | the Norwegian minister | Rebels who refuse to disarm will be pursued"],
    );
}

#[test]
fn a_day_of_the_month_is_nothing_of_which_one_speaks() {
    holds(
        "Norway voiced concern in Lima on the 25th (local time) about the raid.",
        &["ExpressConcern | Norway | the raid"],
    );
    holds(
        "Norway voiced concern on the 25th road.",
        &["ExpressConcern | Norway | the 25th road"],
    );
}

#[test]
fn whom_and_joins_before_one_noun_is_a_party() {
    holds("Norway urged the defence and trade ministers to leave.", &["Urge | Norway | leave"]);
    // a deed is none
    lacks("Norway urged the release and return of the crew to build trust.", "Request");
}

#[test]
fn one_is_not_several() {
    holds(
        "Norway says the rebels came from Chad and wants to see them leave.",
        &["Say | Norway | the rebels came from Chad"],
    );
    // several go on
    holds(
        "Norway says the rebels came from Chad and want to stay.",
        &["Say | Norway | the rebels came from Chad and want to stay"],
    );
}

#[test]
fn what_bears_a_statement_out_is_no_part_of_it() {
    holds(
        "Norway said it had concerns, citing threats in the north.",
        &["Say | Norway | it had concerns"],
    );
    holds(
        "Norway agreed to work with Chad on the ice at a meeting between Bo Lind and Ana Ruiz.",
        &["Agree | Norway | work with Chad on the ice"],
    );
}
