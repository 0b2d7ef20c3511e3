//! Constructions of clauses: what governs one without "that", what is a noun phrase all the same, and where a content ends beside a clause.
//! Sentences of our own, expected from the annotation guide and not from the program's answers.

use crate::constructions::{holds, lacks};

#[test]
fn adjectives_govern_a_clause_without_that() {
    holds(
        "Norway was confident the talks would succeed.",
        &["Assess | Norway | the talks would succeed"],
    );
    holds(
        "Norway is very concerned the dam will fail.",
        &["ExpressConcern | Norway | the dam will fail"],
    );
    holds("Chad was glad the road would open.", &["Welcome | Chad | the road would open"]);
    holds(
        "Chad said it was hopeful the truce would hold.",
        &["Hope | it | the truce would hold"],
    );
    // an adjective before a noun governs nothing
    holds(
        "Norway was happy with the plan the ministers drew up.",
        &["Welcome | Norway | the plan the ministers drew up"],
    );
    // nobody in particular
    lacks("Chad said it was certain that the dam would fail.", "Assess");
}

#[test]
fn that_is_a_subject_before_an_auxiliary() {
    holds("Norway said that was wrong.", &["Say | Norway | that was wrong"]);
    holds("Chad says that will never happen.", &["Say | Chad | that will never happen"]);
    holds("Norway said that plan was wrong.", &["Say | Norway | plan was wrong"]);
}

#[test]
fn what_is_called_so_is_a_noun_phrase() {
    holds(
        "Norway criticised what it called the hasty approach of Chad.",
        &["Condemn | Norway | what it called the hasty approach of Chad"],
    );
    holds("Chad welcomed what Norway had done.", &["Welcome | Chad | what Norway had done"]);
}

#[test]
fn a_time_without_a_preposition_stands_before_the_clause() {
    holds(
        "Norway said last week it accepted the plan.",
        &["Say | Norway | it accepted the plan", "Accept | it | the plan"],
    );
    holds("Norway said the same day it rejected the plan.", &["Reject | it | the plan"]);
    // the subject is what happened then
    holds(
        "Norway said last month's talks had failed.",
        &["Say | Norway | last month's talks had failed"],
    );
    holds(
        "Norway said next week would be decisive.",
        &["Say | Norway | next week would be decisive"],
    );
}

#[test]
fn nothing_that_is_there_acts_again() {
    holds(
        "Norway denied there was a plot to sink the ferry and accused Chad of lying.",
        &["Deny | Norway | there was a plot to sink the ferry", "Accuse | Norway | lying"],
    );
    // a subject of its own goes on with what is said
    holds(
        "Norway said there were talks and Chad agreed to the plan.",
        &["Say | Norway | there were talks and Chad agreed to the plan"],
    );
}

#[test]
fn prompt_and_occasional_acts_are_done() {
    holds("Norway was quick to condemn the raid.", &["Condemn | Norway | the raid"]);
    holds("Norway took the opportunity to urge Chad to act.", &["Urge | Norway | act"]);
    holds(
        "Norway used a telephone call with Chad to urge it to act.",
        &["Urge | Norway | act"],
    );
    lacks("Norway used the money to condemn a house.", "Condemn");
}

#[test]
fn a_content_ends_beside_the_time_of_the_act_and_holds_its_reason() {
    holds(
        "Norway blamed Chad for the delay when it spoke to the council.",
        &["Accuse | Norway | the delay"],
    );
    holds(
        "Norway denied any part in the raid; the pilot remains in hospital.",
        &["Deny | Norway | any part in the raid"],
    );
    holds(
        "Norway agreed to pull back the guns; open the road; and free the crew.",
        &["Agree | Norway | pull back the guns; open the road; and free the crew"],
    );
    holds(
        "Norway said the talks were hard, because Chad had brought maps.",
        &["Say | Norway | the talks were hard, because Chad had brought maps"],
    );
}

#[test]
fn what_somebody_should_do_is_what_is_demanded() {
    holds(
        "Norway demanded that Chad should order its army to leave.",
        &["Demand | Norway | Chad should order its army to leave"],
    );
    lacks("Norway demanded that Chad should order its army to leave.", "Request");
}

#[test]
fn a_talk_by_telephone_is_for_something() {
    holds(
        "Norway and Chad spoke by telephone on 9 June to discuss the ferry.",
        &["Discuss | Norway and Chad | the ferry"],
    );
}

#[test]
fn a_plural_far_from_its_verb_is_its_subject() {
    holds(
        "The members of the Security Council call on the parties to leave.",
        &["Urge | The members of the Security Council | leave"],
    );
    holds(
        "The ministers of the Arab League demand an end to the siege.",
        &["Demand | The ministers of the Arab League | an end to the siege"],
    );
    holds(
        "We, the ministers of Chile, Chad and Norway, reiterate our hope for peace.",
        &["Reaffirm | We, the ministers of Chile, Chad and Norway | our hope for peace"],
    );
    // another word of the clause has the tense
    lacks("Reports of a Security Council call for calm were denied by Norway.", "CallFor");
}

#[test]
fn the_object_of_an_active_verb_has_no_tense() {
    holds(
        "Norway and Chad exchanged views on follow-up measures to the deal.",
        &["Discuss | Norway and Chad | follow-up measures to the deal"],
    );
    holds(
        "Norway and Chad expressed satisfaction with the progress of relief measures to the north.",
        &["Welcome | Norway and Chad | the progress of relief measures to the north"],
    );
    // a participle has no object
    holds(
        "Norway welcomed the plan. The plan announced on Monday requires money.",
        &["Welcome | Norway | the plan"],
    );
}

#[test]
fn a_participle_with_a_clause_opens_the_sentence_of_who_acts() {
    holds(
        "Stressing that terror was a threat, Norway urged calm.",
        &["Emphasize | Norway | terror was a threat", "Urge | Norway | calm"],
    );
    holds(
        "Noting that the fund was empty, the Chadian minister said Norway would help.",
        &[
            "Note | the Chadian minister | the fund was empty",
            "Say | the Chadian minister | Norway would help",
        ],
    );
    holds(
        "Taking into account the report, the members of the council recognise the need for aid.",
        &["Note | the members of the council | the need for aid"],
    );
}

#[test]
fn what_is_inserted_in_a_reported_clause_ends_nothing() {
    holds(
        "Norway said that the raid carried out by Chad, on 6 May 2024, was a breach and was a crime.",
        &["Say | Norway | the raid carried out by Chad, on 6 May 2024, was a breach and was a crime"],
    );
    holds(
        "Norway agreed that so long as Chad remains closed, there can be no trade.",
        &["Agree | Norway | so long as Chad remains closed, there can be no trade"],
    );
    holds(
        "Norway agreed Chad must be held to account and prevented from blocking the port.",
        &["Agree | Norway | Chad must be held to account and prevented from blocking the port"],
    );
}

#[test]
fn what_describes_a_noun_belongs_to_it() {
    holds(
        "Norway decided to open a process of talks, aimed at peace.",
        &["Decide | Norway | open a process of talks, aimed at peace"],
    );
    holds(
        "Norway underscored the need to act in a way that serves peace and achieves the aims of all.",
        &["Emphasize | Norway | the need to act in a way that serves peace and achieves the aims of all"],
    );
    holds(
        "Norway condemned the raid in Lima, Peru resulting in the loss of 20 lives.",
        &["Condemn | Norway | the raid in Lima, Peru resulting in the loss of 20 lives"],
    );
    holds(
        "Norway discussed how to get aid to Mali and other parts of the north.",
        &["Discuss | Norway | how to get aid to Mali and other parts of the north"],
    );
    // a cue behind the comma is what was done next
    holds(
        "Norway left the talks, called for calm and urged Chad to wait.",
        &["CallFor | Norway | calm"],
    );
}

#[test]
fn whoever_reports_reports_again() {
    holds(
        "Norway said that the plight was worse since fighting had broken out again and said the aid was late.",
        &[
            "Say | Norway | the plight was worse since fighting had broken out again",
            "Say | Norway | the aid was late",
        ],
    );
}

#[test]
fn what_is_done_between_two_is_done_by_both() {
    holds(
        "Talks on the port were held between Norway and Chad.",
        &["Discuss | Norway and Chad | the port"],
    );
    lacks("Calls for peace from Norway were ignored.", "CallFor");
}

/// The set phrases of the lexicon: each of their words is an adverb, so none is a subject, a hearer or an object.
#[test]
fn a_set_phrase_is_an_adverb() {
    for set in [
        "in the meantime",
        "at the same time",
        "a week later",
        "last month",
        "behind closed doors",
        "as a matter of urgency",
        "once again",
    ] {
        holds(&format!("Norway {set} urged Chad to wait."), &["Urge | Norway | wait"]);
        holds(
            &format!("Norway agreed {set} to share the water."),
            &["Agree | Norway | share the water"],
        );
        holds(&format!("Norway condemned {set} such raids."), &["Condemn | Norway | such raids"]);
    }
    holds(
        "Norway condemns once again in the strongest possible terms such raids.",
        &["Condemn | Norway | such raids"],
    );
    holds("Norway conceded last week it was late.", &["Confirm | Norway | it was late"]);
    holds("Norway conceded on Monday it was late.", &["Confirm | Norway | it was late"]);
}

#[test]
fn what_counts_or_governs_is_no_set_phrase() {
    holds(
        "Norway said at least 30 people were hurt.",
        &["Say | Norway | at least 30 people were hurt"],
    );
    holds(
        "Norway said the police, as well as the army, were late.",
        &["Say | Norway | the police, as well as the army, were late"],
    );
    holds(
        "The visit came one day after Norway discussed the port with Chad.",
        &["Discuss | Norway | the port"],
    );
    holds(
        "Norway said next week would be decisive.",
        &["Say | Norway | next week would be decisive"],
    );
    holds("Norway rejected last week's offer.", &["Reject | Norway | last week's offer"]);
}

#[test]
fn behind_a_set_phrase_a_subject_may_be_left_out() {
    holds(
        "The ministers of Norway and Chad met in Lima. In addition, concurred that the raid was a threat.",
        &["Agree |  | the raid was a threat"],
    );
}

#[test]
fn a_duration_and_a_judgment_stand_before_the_object() {
    holds(
        "The ministers of Norway and Peru spoke for over 30 minutes on Tuesday to discuss the port.",
        &["Discuss | The ministers of Norway and Peru | the port"],
    );
    holds(
        "Norway endorsed as fair and reasonable the plan of Peru.",
        &["Support | Norway | the plan of Peru"],
    );
    holds(
        "Norway pledged aid for two years to Peru.",
        &["Pledge | Norway | aid for two years"],
    );
}
