//! Constructions of the news, each in sentences of our own: which acts come out, with their cue and their content.
//!
//! What stands here was written from the annotation guide and not from the program's answers.

use crate::texts::{self, for_everyone};

/// The acts of a sentence: "act | speaker | content", in the order of the text.
pub(crate) fn acts(sentence: &str) -> Vec<String> {
    let extraction = for_everyone().extract(&texts::plain(&format!("{sentence}\n")));
    let line = |s: &demarche::statement::Statement| {
        let who: Vec<&str> = s.speakers.iter().filter_map(|p| p.text.as_deref()).collect();
        let content = s.content.as_ref().map_or("", |c| c.text.as_str());
        format!("{:?} | {} | {content}", s.act, who.join(" "))
    };
    extraction.statements.iter().map(line).collect()
}

pub(crate) fn holds(sentence: &str, expected: &[&str]) {
    let found = acts(sentence);
    for line in expected {
        assert!(
            found.iter().any(|f| f == line),
            "{sentence}\n  expected {line}\n  found    {found:#?}"
        );
    }
}

/// No record of `act` comes out of `sentence`.
pub(crate) fn lacks(sentence: &str, act: &str) {
    let found = acts(sentence);
    assert!(
        found.iter().all(|f| !f.starts_with(act)),
        "{sentence}\n  expected no {act}\n  found    {found:#?}"
    );
}

#[test]
fn a_verb_behind_a_reported_clause_joins_the_verb_that_reports() {
    holds(
        "Denmark announced that the allies would enforce the ban, and accused Peru of delay.",
        &["Announce | Denmark | the allies would enforce the ban", "Accuse | Denmark | delay"],
    );
    holds(
        "France countered that the inspections were working and proposed a summit of neighbours.",
        &[
            "Say | France | the inspections were working",
            "Propose | France | a summit of neighbours",
        ],
    );
    holds(
        "Norway accused Chile of breaking what it had signed and confirmed that the tariffs will double.",
        &["Confirm | Norway | the tariffs will double"],
    );
}

#[test]
fn a_reported_clause_keeps_the_verbs_of_its_own_subject() {
    holds(
        "Norway said Chile valued the treaty but expected its partners to wait.",
        &["Say | Norway | Chile valued the treaty but expected its partners to wait"],
    );
}

#[test]
fn a_participle_between_commas_holds_its_object() {
    holds("Peru, rejecting the map, recalled its envoy.", &["Reject | Peru | the map"]);
}

#[test]
fn the_agent_of_a_passive_may_stand_before_the_complement() {
    holds("Chile was accused by Peru of spying.", &["Accuse | Peru | spying"]);
    holds("Both armies were urged by Norway to withdraw.", &["Urge | Norway | withdraw"]);
}

#[test]
fn what_stands_beside_a_content_is_not_in_it() {
    holds(
        "Norway condemned the raid in the strongest terms.",
        &["Condemn | Norway | the raid"],
    );
    holds(
        "Norway and Peru discussed the raid by phone.",
        &["Discuss | Norway and Peru | the raid"],
    );
    holds("Peru insists on a halt before it will talk.", &["Demand | Peru | a halt"]);
}

#[test]
fn an_attribution_may_stand_inside_the_clause() {
    holds(
        "Until then, the Norwegian minister said, Chile would attend the talks.",
        &["Say | the Norwegian minister | Until then Chile would attend the talks"],
    );
}

#[test]
fn a_deed_that_is_done_by_an_act_tells_the_act() {
    holds(
        "Norway surprised its neighbours by agreeing to share the water.",
        &["Agree | Norway | share the water"],
    );
}

#[test]
fn the_day_of_a_deed_and_the_talks_before_it_are_not_in_its_content() {
    holds("Peru accepted the offer on Saturday.", &["Accept | Peru | the offer"]);
    holds("Chile rejected the map in May.", &["Reject | Chile | the map"]);
    // a raid happens on a day
    holds(
        "Norway condemned the raid on Saturday.",
        &["Condemn | Norway | the raid on Saturday"],
    );
    holds(
        "Peru and Chile agreed to share the port after three days of talks in Oslo.",
        &["Agree | Peru and Chile | share the port"],
    );
    holds(
        "Peru ruled out a truce, hours after Chile offered one.",
        &["Reject | Peru | a truce"],
    );
    holds(
        "Norway announced a fund for its ties with Peru, after a meeting in Lima.",
        &["Announce | Norway | a fund for its ties with Peru"],
    );
    holds("Chile backed the canal despite its price.", &["Support | Chile | the canal"]);
    holds("Peru endorsed the plan amid doubts at home.", &["Support | Peru | the plan"]);
    holds(
        "Chile announced a tax on copper, just two days after a vote in Peru.",
        &["Announce | Chile | a tax on copper"],
    );
    holds(
        "Peru accepted a draft on tolls at the last minute.",
        &["Accept | Peru | a draft on tolls"],
    );
    holds(
        "Peru said the pier would open despite its price.",
        &["Say | Peru | the pier would open despite its price"],
    );
    // the day of what is said is the clause's own
    holds(
        "Peru said the talks had failed on Saturday.",
        &["Say | Peru | the talks had failed on Saturday"],
    );
}

#[test]
fn an_intention_joined_to_what_was_agreed_is_no_part_of_it() {
    holds(
        "Peru and Chile have agreed to reopen the pier and aim to widen it by May.",
        &[
            "Agree | Peru and Chile | reopen the pier",
            "Intend | Peru and Chile | widen it by May",
        ],
    );
    holds(
        "Peru and Chile have agreed to dredge the canal and work to shorten queues.",
        &["Agree | Peru and Chile | dredge the canal and work to shorten queues"],
    );
}

#[test]
fn a_noun_keeps_its_that_clause() {
    holds(
        "Norway reaffirmed Chile's position that tolls are needed.",
        &["Reaffirm | Norway | Chile's position that tolls are needed"],
    );
    lacks("Norway responded to a question about a report that Peru had left.", "Say");
}

#[test]
fn a_verb_in_quotation_marks_joins_none_outside() {
    holds(
        "Norway called the vote \"flawed\" and urged a recount.",
        &["Assess | Norway | the vote \"flawed", "Urge | Norway | a recount"],
    );
}

#[test]
fn a_bare_verb_may_be_what_is_asked() {
    holds(
        "Norway voiced concern over the spill, asking that Peru share all data.",
        &["ExpressConcern | Norway | the spill", "Request | Norway | Peru share all data"],
    );
}

#[test]
fn since_may_stand_between_an_auxiliary_and_its_verb() {
    holds("Norway has since urged restraint.", &["Urge | Norway | restraint"]);
}

#[test]
fn no_before_the_noun_of_an_act_denies_it() {
    let extraction = for_everyone().extract(&texts::plain("Peru expressed no objection to the canal.\n"));
    assert!(extraction.statements.iter().any(|s| s.negated), "{:#?}", extraction.statements);
}

#[test]
fn what_somebody_will_not_do_is_an_intention_denied() {
    let extraction = for_everyone().extract(&texts::plain("\"We will not pass this burden on,\" the Peruvian president said.\n"));
    let denied = |s: &&demarche::statement::Statement| s.negated && format!("{:?}", s.act) == "Intend";
    let found = extraction.statements.iter().find(denied);
    let content = found.and_then(|s| s.content.as_ref()).map(|c| c.text.as_str());
    assert_eq!(content, Some("pass this burden on"), "{:#?}", extraction.statements);
}

#[test]
fn links_inside_a_sentence_are_none_of_it() {
    let text = "Peru's President Ana RojasRojas pledges to widen the port | Chile rejects the budget MORE on Monday urged Norway to wait.";
    holds(text, &["Urge | Peru's President Ana Rojas | wait"]);
    lacks(text, "pledge");
    lacks(text, "reject");
}
