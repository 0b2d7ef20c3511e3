//! How far a clause or a content reaches: over participles that describe, "or", clauses of time, dashes and commas that insert something.
//! Sentences of our own, expected from the annotation guide and not from the program's answers.

use crate::constructions::holds;

#[test]
fn participles_that_describe_the_second_of_two_nouns() {
    for second in ["increased aid for the camps", "displaced families", "expanded patrols"] {
        holds(
            &format!("Norway called for restraint and {second}."),
            &[&format!("CallFor | Norway | restraint and {second}")],
        );
    }
    holds(
        "Norway urged the release of all sailors and abducted persons.",
        &["Urge | Norway | the release of all sailors and abducted persons"],
    );
    holds(
        "Norway stressed the duty of all states in whose ports sailors or abducted persons are held to act.",
        &["Emphasize | Norway | the duty of all states in whose ports sailors or abducted persons are held to act"],
    );
    // behind an object with an article, who did one thing did the next
    holds("Norway welcomed the deal and lifted its ban.", &["Welcome | Norway | the deal"]);
}

#[test]
fn or_joins_those_who_did_what_a_noun_is_described_by() {
    holds(
        "Norway and Peru agreed that all posts built by the army or the coast guard in the north would be closed.",
        &["Agree | Norway and Peru | all posts built by the army or the coast guard in the north would be closed"],
    );
}

#[test]
fn what_a_hearer_is_told_stands_behind_a_clause_of_time() {
    holds(
        "Norway's minister told parliament right after the plan was adopted with Chadian support that the plan was wrong.",
        &["Say | Norway's minister | the plan was wrong"],
    );
}

#[test]
fn saying_without_a_comma() {
    holds(
        "Norway's premier ruled out asking the envoy to meet him saying it was right to wait.",
        &[
            "Reject | Norway's premier | asking the envoy to meet him",
            "Say | Norway's premier | it was right to wait",
        ],
    );
}

#[test]
fn what_not_opens_but_ends() {
    holds(
        "Norway said the main thing was to listen, not just to leaders, but to fishermen.",
        &["Say | Norway | the main thing was to listen, not just to leaders, but to fishermen"],
    );
}

#[test]
fn a_gerund_begins_what_is_reported() {
    holds(
        "Norway's minister said on Thursday that paying for the wall that Chad wants is something his country cannot bear.",
        &["Say | Norway's minister | paying for the wall that Chad wants is something his country cannot bear"],
    );
}

#[test]
fn those_involved_in_something_say() {
    holds(
        "Norway and others involved in trying to end the siege say most boats are lost.",
        &["Say | Norway and others involved in trying to end the siege | most boats are lost"],
    );
    holds(
        "Norway said the government wants talks.",
        &["Say | Norway | the government wants talks"],
    );
}

#[test]
fn dashes_insert_something() {
    holds(
        "Norway and Peru agreed that the yard should continue - as it has promised - to mend boats.",
        &["Agree | Norway and Peru | the yard should continue - as it has promised - to mend boats"],
    );
}

#[test]
fn commas_insert_something_before_the_noun_of_a_light_verb() {
    for inserted in ["on behalf of the government and people of Norway", "once again"] {
        holds(
            &format!("Norway's premier expressed, {inserted}, his deep gratitude for the help."),
            &["Thank | Norway's premier | the help"],
        );
    }
    holds(
        "Norway's premier expressed the lasting desire of his government to help.",
        &["Hope | Norway's premier | help"],
    );
    holds("Norway expressed the hope of a better year.", &["Hope | Norway | a better year"]);
}

#[test]
fn where_and_when_behind_an_attribution() {
    holds(
        "Norway will wait, the premier announced on Thursday on arrival at the special summit of the northern leaders.",
        &["Announce | the premier | Norway will wait"],
    );
}

#[test]
fn frames_of_talk_and_belief() {
    holds("The two sides held talks covering trade.", &["Discuss | The two sides | trade"]);
    holds(
        "Norwegian and Chadian leaders convened to deliberate on ways to save cod.",
        &["Discuss | Norwegian and Chadian leaders | ways to save cod"],
    );
    holds(
        "Norway felt that the talks had helped.",
        &["Assess | Norway | the talks had helped"],
    );
    holds(
        "Norway articulated a commitment to ending the siege.",
        &["Pledge | Norway | ending the siege"],
    );
}

#[test]
fn a_pronoun_and_its_verb_in_one_word() {
    for clause in [
        "it's late",
        "he's ready to talk",
        "they're late",
        "there's hope",
        "that's why it left",
        "it's \"vital\" to wait",
        "it's been told",
    ] {
        holds(&format!("Norway said {clause}."), &[&format!("Say | Norway | {clause}")]);
    }
    holds(
        "\"We're ready to help Chad,\" Norway's premier said.",
        &["Offer | We're | help Chad"],
    );
    holds(
        "\"It's time to act and we urge Chad to leave,\" Norway's premier said.",
        &["Urge | we | leave"],
    );
}

#[test]
fn lists_before_their_verb_and_nouns_that_look_like_participles() {
    holds(
        "Norway argued that none of the isles, shoals and reefs in the bay are large enough to count.",
        &["Say | Norway | none of the isles, shoals and reefs in the bay are large enough to count"],
    );
    holds(
        "Norway urged Chad to act against the rebels for fomenting violence and hatred against farmers.",
        &["Urge | Norway | act against the rebels for fomenting violence and hatred against farmers"],
    );
}

#[test]
fn verbs_in_the_plural_behind_a_name() {
    holds(
        "Norway and Chad often hold drills in the bay and regularly accuse each other of theft.",
        &["Accuse | Norway and Chad | theft"],
    );
    holds("The E3 condemn the raid on Chad.", &["Condemn | The E3 | the raid on Chad"]);
}

#[test]
fn nobody_behind_that_noted_it() {
    holds(
        "The ministers of Norway and Peru met. It was noted that this was the first visit by a Peruvian minister to Norway.",
        &["Note |  | this was the first visit by a Peruvian minister to Norway"],
    );
    holds(
        "It was agreed by Peru and Chad that they would meet.",
        &["Agree | Peru and Chad | they would meet"],
    );
}

#[test]
fn the_talk_in_which_it_was_said_is_no_part_of_it() {
    holds(
        "Norway discussed with Peru the latest raids, in a phone conversation.",
        &["Discuss | Norway | the latest raids"],
    );
    holds(
        "Norway and Peru agreed to turn the fort into a park, in talks that the king called good.",
        &["Agree | Norway and Peru | turn the fort into a park"],
    );
    holds(
        "Norway and Peru discussed the state of the port over the phone, on Tuesday.",
        &["Discuss | Norway and Peru | the state of the port"],
    );
    holds(
        "Norway has opposed the pact, over fears it would hurt farmers.",
        &["Oppose | Norway | the pact"],
    );
    // what is reported has its own place
    holds(
        "Norway said the pact had been broken, in talks and in deeds.",
        &["Say | Norway | the pact had been broken, in talks and in deeds"],
    );
}

#[test]
fn what_stands_before_an_object() {
    holds(
        "Norway announced later Tuesday a levy on steel.",
        &["Announce | Norway | a levy on steel"],
    );
    holds(
        "Norway offered Peru comprehensive economic and political cooperation.",
        &["Offer | Norway | comprehensive economic and political cooperation"],
    );
    holds(
        "The Norwegian minister dismissed US claims that its steel was too cheap.",
        &["Deny | The Norwegian minister | US claims that its steel was too cheap"],
    );
}
