//! Clauses joined to each other, inserted into each other, opened by others: which words belong to which act. Sentences of our own,
//! expected from the annotation guide and not from the program's answers.

use crate::constructions::{holds, lacks};

#[test]
fn words_that_are_quoted_together_stay_together() {
    holds(
        "Norway said that Chile \"wants no quarrel, but will not wait for ever\".",
        &["Say | Norway | Chile \"wants no quarrel, but will not wait for ever"],
    );
}

#[test]
fn a_clause_behind_an_object_of_ones_own_is_another() {
    holds(
        "Denmark sent its regards to Peru and Chile offered to mediate.",
        &["Offer | Chile | mediate"],
    );
    holds(
        "Panama pledged its support to Kenya and Mexico offered to host talks.",
        &["Offer | Mexico | host talks"],
    );
}

#[test]
fn those_who_are_thanked_for_something_do_nothing() {
    holds(
        "Kenya thanked Norway and Peru for the pumps delivered in May.",
        &["Thank | Kenya | the pumps delivered in May"],
    );
    holds(
        "Malta thanked Chile and Kenya for tents donated in the spring.",
        &["Thank | Malta | tents donated in the spring"],
    );
}

#[test]
fn a_measured_time_opens_a_clause_of_its_own() {
    holds(
        "Kenya said it would keep the levy, a day after Norway requested talks on it.",
        &["Say | Kenya | it would keep the levy", "Request | Norway | talks on it"],
    );
}

#[test]
fn what_somebody_is_asked_is_no_act() {
    lacks("Asked if Peru would demand damages, the envoy of Chile smiled.", "Demand");
    lacks("Asked whether Norway condemned the raid, the envoy of Chile left.", "Condemn");
    holds(
        "Norway warned that it would leave if Chile condemned the raid.",
        &["Condemn | Chile | the raid"],
    );
}

#[test]
fn a_particle_before_a_time_leaves_no_object() {
    lacks("Chile will not back down before the vote.", "Support");
    holds("Chile backed the vote.", &["Support | Chile | the vote"]);
}

#[test]
fn verbs_without_an_object_have_a_tense_behind_a_noun() {
    holds(
        "Norway said recent quarrels between the two ports appeared to be over.",
        &["Say | Norway | recent quarrels between the two ports appeared to be over"],
    );
    holds(
        "Peru said differences with its neighbours remained small.",
        &["Say | Peru | differences with its neighbours remained small"],
    );
}

#[test]
fn a_subordinate_clause_can_open_what_is_reported() {
    holds(
        "Chile said if the papers are found, its envoy will return.",
        &["Say | Chile | if the papers are found, its envoy will return"],
    );
    holds(
        "Chile said while the talks go on, its ships will stay in port.",
        &["Say | Chile | while the talks go on, its ships will stay in port"],
    );
    // behind the verb and a comma it says when
    holds("Chile left the talks after Peru rejected the map.", &["Reject | Peru | the map"]);
}

#[test]
fn what_the_writer_or_somebody_else_makes_of_an_act_ends_its_content() {
    holds(
        "Kenya asked Peru to withdraw its boats, in what its envoy called a gesture.",
        &["Request | Kenya | withdraw its boats"],
    );
    holds("Malta announced the closure last Monday.", &["Announce | Malta | the closure"]);
    holds("Malta accepted the offer last week.", &["Accept | Malta | the offer"]);
}

#[test]
fn capitals_throughout_are_print() {
    let text = "NORWAY WARNS THAT THE ARMED FORCES OF CHILE ARE TAKING ADVANTAGE OF THE TRUCE.";
    holds(
        text,
        &["Warn | NORWAY | THE ARMED FORCES OF CHILE ARE TAKING ADVANTAGE OF THE TRUCE"],
    );
    let text = "THE GOVERNMENT OF KENYA CONDEMNS THE RAID ON THE OLD PORT AND DEMANDS AN APOLOGY.";
    holds(
        text,
        &[
            "Condemn | THE GOVERNMENT OF KENYA | THE RAID ON THE OLD PORT",
            "Demand | THE GOVERNMENT OF KENYA | AN APOLOGY",
        ],
    );
}

#[test]
fn datelines_are_no_subjects() {
    for dateline in [
        "LIMA (Agency) -",
        "Lima, 3 Nov 88 (Radio of the Coast) -- [Text]",
        "LIMA, Peru (AB) _",
        "Lima, Nov 3 (AB)",
        "LIMA (AB):",
        "LIMA / OSLO —",
        "LIMA, Nov. 3 -",
    ] {
        holds(&format!("{dateline} Norway welcomed the vote."), &["Welcome | Norway | the vote"]);
    }
    holds("Lima (a port) - Norway welcomed the vote.", &["Welcome | Norway | the vote"]);
}

#[test]
fn an_introduction_behind_that_is_part_of_what_is_said() {
    holds(
        "Norway said that this coming week, a team will arrive in Lima.",
        &["Say | Norway | this coming week, a team will arrive in Lima"],
    );
    holds(
        "Norway stated that in addition to the tolls, the panel also looked into fares.",
        &["Say | Norway | in addition to the tolls, the panel also looked into fares"],
    );
}

#[test]
fn participles_report_clauses_without_that() {
    holds(
        "Chile closed the pier, saying early tests showed that the water was foul.",
        &["Say | Chile | early tests showed that the water was foul"],
    );
    holds(
        "Chile rejected the offer, saying pieces found at the pier bore foreign marks.",
        &[
            "Reject | Chile | the offer",
            "Say | Chile | pieces found at the pier bore foreign marks",
        ],
    );
}

#[test]
fn a_verb_that_awaits_a_clause_gets_one() {
    holds(
        "Kenya said flights to supply camps in both northern and southern Chad doubled over the winter.",
        &["Say | Kenya | flights to supply camps in both northern and southern Chad doubled over the winter"],
    );
    holds(
        "Kenya said 40 lorries, including ten with tents, were on their way.",
        &["Say | Kenya | 40 lorries, including ten with tents, were on their way"],
    );
    holds(
        "Norway pointed out that the states of the pact and NATO had agreed on the text.",
        &["Emphasize | Norway | the states of the pact and NATO had agreed on the text"],
    );
}

#[test]
fn the_same_speakers_act_twice() {
    holds(
        "\"We reject the map and we reject the delay,\" the minister of Chile said.",
        &["Reject | We | the map", "Reject | we | the delay"],
    );
    holds(
        "The parties call on Chile to refrain from doing anything to harm the truce, and condemn the raid.",
        &["Condemn | The parties | the raid"],
    );
    holds(
        "Peru neither confirmed nor denied the report.",
        &["Confirm | Peru | the report", "Deny | Peru | the report"],
    );
}

#[test]
fn introductions_have_no_tense() {
    holds(
        "In a letter faxed from Lima, Norway apologized for the delay, but blamed Chile for the leak.",
        &["Regret | Norway | the delay", "Accuse | Norway | the leak"],
    );
    holds(
        "Kenya denounced Friday a decision to tax its tea, calling it unjust.",
        &["Condemn | Kenya | a decision to tax its tea"],
    );
    holds("Not to be outdone, Peru accused Chile of lies.", &["Accuse | Peru | lies"]);
}

#[test]
fn an_adjective_in_ed_is_no_verb() {
    holds(
        "Kenya warned Chad to open the road or face unspecified steps.",
        &["Warn | Kenya | open the road or face unspecified steps"],
    );
}

#[test]
fn times_of_a_description_and_of_an_aside() {
    holds("Peru called the plan weak on Monday.", &["Assess | Peru | the plan weak"]);
    holds(
        "Norway said it aims at a balance with Chile, which fell silent after Peru left.",
        &["Say | Norway | it aims at a balance with Chile, which fell silent after Peru left"],
    );
}

#[test]
fn a_verb_behind_quoted_words_goes_on_with_who_speaks() {
    holds(
        "Peru said its army \"will do what is needed\" and accused Chile of lies.",
        &["Say | Peru | its army \"will do what is needed", "Accuse | Peru | lies"],
    );
    // where the tenses leave it open, the nearer verb goes on
    holds(
        "Peru said it was \"pleased\" but wanted time.",
        &["Say | Peru | it was \"pleased\" but wanted time"],
    );
}

#[test]
fn what_somebody_stopped_short_of_was_not_done() {
    holds("Peru stopped short of condemning the raid.", &["Condemn | Peru | the raid"]);
    lacks("Peru stopped short of condemning the raid.", "Reject");
}

#[test]
fn a_progressive_joins_a_progressive() {
    holds(
        "Lind of Norway is insisting he is the only judge and balking at a second panel.",
        &["Emphasize | Lind of Norway | he is the only judge"],
    );
}

#[test]
fn a_pronoun_makes_a_verb_of_an_adjective() {
    holds(
        "Peru announced that tolls will fall, although they left open the question of when.",
        &["Announce | Peru | tolls will fall"],
    );
}

#[test]
fn somebody_behind_a_thing_acts_for_himself() {
    // no clause without "that" behind such verbs
    holds(
        "Norway rejected the plan and Peru backed it.",
        &["Reject | Norway | the plan", "Support | Peru | it"],
    );
    holds(
        "Norway welcomed the truce and the ministry was silent.",
        &["Welcome | Norway | the truce"],
    );
    holds("Norway rejected that it was at fault.", &["Reject | Norway | it was at fault"]);
    // a thing and a name are no pair that acts
    holds(
        "Norway confirmed the raid and Peru denied it.",
        &["Confirm | Norway | the raid", "Deny | Peru | it"],
    );
    holds(
        "Norway confirmed the minister and the president were dead.",
        &["Confirm | Norway | the minister and the president were dead"],
    );
    holds(
        "Norway condemned the vote, calling it odd in a tense region and Peru and Chad voiced alarm at it.",
        &["Condemn | Norway | the vote", "ExpressConcern | Peru and Chad | it"],
    );
}

#[test]
fn pairs_behind_a_governed_relative_are_its_subject() {
    holds(
        "Norway endorsed a plan under which 30 boats, 20 cars and 10 planes would leave the gulf.",
        &["Support | Norway | a plan under which 30 boats, 20 cars and 10 planes would leave the gulf"],
    );
    holds(
        "Norway welcomed the Conference on Trade and Growth held in Lima.",
        &["Welcome | Norway | the Conference on Trade and Growth held in Lima"],
    );
}

#[test]
fn what_was_done_is_not_joined_to_what_is() {
    holds(
        "The ministers of Norway and Peru discussed the floods they both face and agreed to work together.",
        &[
            "Discuss | The ministers of Norway and Peru | the floods they both face",
            "Agree | The ministers of Norway and Peru | work together",
        ],
    );
    holds(
        "Norway noted the need for a region that is inclusive and based on law.",
        &["Note | Norway | the need for a region that is inclusive and based on law"],
    );
    holds(
        "Norway applauded the progress thus far and looks forward to more talks.",
        &["Welcome | Norway | the progress thus far", "Hope | Norway | more talks"],
    );
}

#[test]
fn a_pair_behind_a_comma_and_and() {
    for (sentence, pair) in [
        (
            "The raid was seen all over the world, and Norway and the European Union called for talks.",
            "Norway and the European Union",
        ),
        ("Norway left, and Chad and Mali called for talks.", "Chad and Mali"),
    ] {
        holds(sentence, &[&format!("CallFor | {pair} | talks")]);
    }
}

#[test]
fn a_semicolon_ends_a_relative_clause() {
    holds(
        "Norway praised the plan which will help the lake; and urged Chad to read it.",
        &["Welcome | Norway | the plan which will help the lake", "Urge | Norway | read it"],
    );
}

#[test]
fn so_long_after_another_spoke() {
    for time in ["hours", "a day", "two weeks"] {
        holds(
            &format!("Norway rejected the plan, {time} after Chad said it was sound."),
            &["Reject | Norway | the plan", "Say | Chad | it was sound"],
        );
    }
}

#[test]
fn those_who_did_it_end_before_the_next_clause() {
    holds(
        "The move was applauded by Chad but Mali has vowed to fight it.",
        &["Welcome | Chad | The move", "Pledge | Mali | fight it"],
    );
    holds("The move was applauded by Chad and Mali.", &["Welcome | Chad and Mali | The move"]);
}

#[test]
fn each_of_two_passives_has_those_who_did_it() {
    holds(
        "The plan was welcomed by Chad but rejected by the Malian government.",
        &["Welcome | Chad | The plan", "Reject | the Malian government | The plan"],
    );
    holds(
        "Norway was criticised by Chad and urged by Mali to leave.",
        &["Condemn | Chad | Norway", "Urge | Mali | leave"],
    );
    lacks("The pact drafted by Chad and rejected by Mali is long.", "Reject");
}
