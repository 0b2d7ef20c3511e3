//! How the news reports: attributions before, behind and inside what is said, and where what is said ends.
//!
//! What stands here was written from the annotation guide and not from the program's answers.

use crate::constructions::{holds, lacks};

#[test]
fn an_attribution_behind_a_quotation_may_be_long() {
    holds(
        "\"The pier is safe,\" Norway said at the harbour as it greeted the first Danish crew on its return from a week of drills at sea.",
        &["Say | Norway | The pier is safe"],
    );
    holds(
        "\"We waited too long,\" Peru said in a speech in which it also spoke of the war.",
        &["Say | Peru | We waited too long"],
    );
    holds(
        "Chile \"will guard the strait,\" Peru said in a statement released here.",
        &["Say | Peru | Chile \"will guard the strait"],
    );
}

#[test]
fn an_apposition_may_stand_before_the_reporting_verb() {
    holds(
        "Peru opposes the canal, its envoy to Norway, Ana Ruiz, said.",
        &[
            "Oppose | Peru | the canal",
            "Say | its envoy to Norway, Ana Ruiz | Peru opposes the canal",
        ],
    );
    holds(
        "Chile will \"keep its word,\" its foreign minister, Pablo Soto, told Swedish radio.",
        &["Say | its foreign minister, Pablo Soto | Chile will \"keep its word"],
    );
}

#[test]
fn an_attribution_interrupts_what_is_said() {
    holds(
        "\"The sea,\" the Norwegian minister said, \"has no owner.\"",
        &["Say | the Norwegian minister | The sea has no owner"],
    );
    holds(
        "The Norwegian panel, Denmark said, should report within a year.",
        &["Say | Denmark | The Norwegian panel should report within a year"],
    );
    holds(
        "Peru and Chile agreed, Norway said, that no boat would be boarded.",
        &["Agree | Peru and Chile | no boat would be boarded"],
    );
    holds(
        "The port must close, Peru said, because the pier is unsafe.",
        &["Say | Peru | The port must close because the pier is unsafe"],
    );
}

#[test]
fn what_commas_insert_behind_a_reported_subject_ends_no_clause() {
    holds(
        "Peru said the old claim, which dates from the war, was void.",
        &["Say | Peru | the old claim, which dates from the war, was void"],
    );
    holds(
        "Chile said the talks, held behind closed doors, had failed.",
        &["Say | Chile | the talks, held behind closed doors, had failed"],
    );
    holds(
        "Peru and Chile agreed that the patrol, to be led by Norway, would sail in May.",
        &["Agree | Peru and Chile | the patrol, to be led by Norway, would sail in May"],
    );
    holds(
        "Norway said that Chile, a neighbour it has long distrusted, had broken the pact.",
        &["Say | Norway | Chile, a neighbour it has long distrusted, had broken the pact"],
    );
}

#[test]
fn a_reported_clause_keeps_what_but_and_and_join_to_it() {
    holds(
        "Peru said the plan was sound, but that it came too late.",
        &["Say | Peru | the plan was sound, but that it came too late"],
    );
    holds(
        "Peru told parliament its troops had brought fuel, but had not fought.",
        &["Say | Peru | its troops had brought fuel, but had not fought"],
    );
    holds(
        "Norway said Chile welcomed the truce, but Peru stressed that more was needed.",
        &["Say | Norway | Chile welcomed the truce"],
    );
    holds(
        "Norway told reporters it would sail in May and that it hoped for fair weather.",
        &["Say | Norway | it would sail in May and that it hoped for fair weather"],
    );
    holds(
        "Norway said Peru has proposed a patrol but Chile had not replied.",
        &["Propose | Peru | a patrol"],
    );
    holds(
        "Norway said its neighbours had held talks and agreed to meet again.",
        &["Agree | its neighbours | meet again"],
    );
}

#[test]
fn a_hearer_is_no_part_of_what_is_told() {
    holds(
        "Peru told reporters the refusal by Chile to lease the pier was a mistake.",
        &["Say | Peru | the refusal by Chile to lease the pier was a mistake"],
    );
    holds(
        "The Omani minister was quoted by a daily as saying that the well was dry.",
        &["Say | The Omani minister | the well was dry"],
    );
}

#[test]
fn a_plural_subject_may_end_in_a_single_noun() {
    holds(
        "Norway said serious gaps in the plan remain.",
        &["Say | Norway | serious gaps in the plan remain"],
    );
    holds("Peru said chances for a deal exist.", &["Say | Peru | chances for a deal exist"]);
}

#[test]
fn an_insertion_between_dashes_is_no_subject() {
    holds(
        "Iceland — which has no navy — asked Norway to send two cutters.",
        &["Request | Iceland | send two cutters"],
    );
}

#[test]
fn a_relative_clause_with_whose_is_told_in_passing() {
    let sentence = "Peru's foreign minister, whose party has backed the canal, rejected the map.";
    holds(sentence, &["Reject | Peru's foreign minister | the map"]);
    lacks(sentence, "Support");
}

#[test]
fn who_was_asked_asks_nothing() {
    let sentence = "Asked to comment on the map, Norway said it was old.";
    holds(sentence, &["Say | Norway | it was old"]);
    lacks(sentence, "Request");
}

#[test]
fn a_colon_or_a_comma_parts_what_is_said() {
    holds(
        "The minister of Norway said: the toll will rise.",
        &["Say | The minister of Norway | the toll will rise"],
    );
    holds(
        "The minister of Norway said, the toll will rise.",
        &["Say | The minister of Norway | the toll will rise"],
    );
    holds(
        "The minister of Norway said on Monday, the two sides will meet again.",
        &["Say | The minister of Norway | the two sides will meet again"],
    );
    holds(
        "The minister of Norway added that, the toll will rise.",
        &["Say | The minister of Norway | the toll will rise"],
    );
}

#[test]
fn a_clause_is_found_behind_what_stands_before_it() {
    holds(
        "Norway announced on Monday in the wake of the talks between the presidents of Chad and Peru that the toll had doubled.",
        &["Announce | Norway | the toll had doubled"],
    );
    holds(
        "Norway said that according to papers obtained by Peru, the mines were shut.",
        &["Say | Norway | the mines were shut"],
    );
    holds(
        "Norway said Peru, Chad's main ally, could do more.",
        &["Say | Norway | Peru, Chad's main ally, could do more"],
    );
    holds(
        "Norway said the plan to fish off the cape, a key outpost in the north, was a threat.",
        &["Say | Norway | the plan to fish off the cape, a key outpost in the north, was a threat"],
    );
    holds("Norway has made it plain it will stay.", &["Emphasize | Norway | it will stay"]);
    holds(
        "Norway sought a truce, urging Chad not to build the dam and calling for the aid sought by Peru.",
        &["Urge | Norway | not to build the dam", "CallFor | Norway | the aid sought by Peru"],
    );
}
