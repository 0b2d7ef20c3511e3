//! Constructions of how speech is told: a comma where others write "that", participles that report, openings before who speaks, what is
//! inserted in what is said. Sentences of our own, expected from the annotation guide and not from the program's answers.

use crate::constructions::{acts, holds, lacks};
use crate::resolve_news::speak;

#[test]
fn a_comma_may_stand_for_that() {
    holds(
        "The Norwegian spokesperson said, the claims made by the envoy are false.",
        &["Say | The Norwegian spokesperson | the claims made by the envoy are false"],
    );
    holds(
        "The Norwegian minister said, as always, this is an attempt to hide the facts.",
        &["Say | The Norwegian minister | as always, this is an attempt to hide the facts"],
    );
    holds(
        "The Norwegian minister said, with regard to the note that was found, no such note was sent.",
        &["Say | The Norwegian minister | with regard to the note that was found, no such note was sent"],
    );
    holds(
        "The Norwegian minister told reporters, Chad must talk and not fight.",
        &["Say | The Norwegian minister | Chad must talk and not fight"],
    );
    // an apposition to the hearer opens no clause
    holds(
        "The Norwegian minister told Bo Lind, the envoy who led the talks, that Chad was ready.",
        &["Say | The Norwegian minister | Chad was ready"],
    );
}

#[test]
fn a_participle_reports_a_clause_without_that() {
    holds(
        "Norway hailed the summit, hinting more work needed to be done.",
        &["Welcome | Norway | the summit", "Say | Norway | more work needed to be done"],
    );
    holds(
        "Norway said most people backed the sanctions adding Chad was no different from Mali.",
        &[
            "Say | Norway | most people backed the sanctions",
            "Say | Norway | Chad was no different from Mali",
        ],
    );
    // what a text says is its own
    lacks("Norway rejected the letter adding that Chad was ready.", "Say");
}

#[test]
fn who_opens_a_sentence_by_what_he_does_is_its_subject() {
    holds(
        "Briefing reporters in Oslo, Norwegian minister Bo Lind said Chad was ready.",
        &["Say | Norwegian minister Bo Lind | Chad was ready"],
    );
    // what was said stands with the verb that tells it
    lacks("Briefing the press, Norwegian minister Bo Lind rejected the plan.", "Say");
    holds(
        "In addition to urging Chad to leave, Norway demanded talks.",
        &["Urge | Norway | leave", "Demand | Norway | talks"],
    );
    holds(
        "After rejecting the offer, Norway demanded talks.",
        &["Reject | Norway | the offer", "Demand | Norway | talks"],
    );
    // the subject behind "apart from" is not read, so nobody urges
    lacks("Apart from urging Chad to leave, Norway demanded talks.", "Urge");
    // what is still to come was not done
    lacks("By rejecting the offer, Norway would anger Chad.", "Reject");
}

#[test]
fn what_is_inserted_parts_no_clause() {
    holds(
        "Norway said that the people of the capital, Oslo, have left.",
        &["Say | Norway | the people of the capital, Oslo, have left"],
    );
    holds(
        "Norway said that the port — a large one — has closed.",
        &["Say | Norway | the port — a large one — has closed"],
    );
    holds(
        "Norway said that half of the crew, sixty of them, have left.",
        &["Say | Norway | half of the crew, sixty of them, have left"],
    );
    holds(
        "Norway said in a statement following the talks the accord would hold.",
        &["Say | Norway | the accord would hold"],
    );
}

#[test]
fn a_clause_that_another_speaks_of_describes_its_noun() {
    holds(
        "Norway announced an accord with Chad that Mali says could end the strikes.",
        &["Announce | Norway | an accord with Chad that Mali says could end the strikes"],
    );
    holds(
        "Norway announced on Monday that Mali says it could end the strikes.",
        &["Announce | Norway | Mali says it could end the strikes"],
    );
}

#[test]
fn deeds_agreed_at_a_meeting_are_no_clause() {
    holds(
        "Norway agreed to review the use of the principles and decisions agreed at the summit.",
        &["Agree | Norway | review the use of the principles and decisions agreed at the summit"],
    );
    // people do agree
    holds(
        "Norway reviewed the plan and ministers agreed at the summit to leave.",
        &["Discuss | Norway | the plan", "Agree | ministers | leave"],
    );
}

#[test]
fn a_past_behind_a_clause_in_the_present_goes_back_to_the_reporter() {
    holds(
        "Norway said that the law will remain as it has been but noted that it must be read again.",
        &[
            "Say | Norway | the law will remain as it has been",
            "Note | Norway | it must be read again",
        ],
    );
}

#[test]
fn where_a_thing_was_done_is_no_part_of_it() {
    holds(
        "Norway reaffirmed its belief in free trade at the conference.",
        &["Reaffirm | Norway | its belief in free trade"],
    );
    holds(
        "Norway adopted a plan for the year in a regional summit held in Oslo.",
        &["Sign | Norway | a plan for the year"],
    );
    // what is still to be done is to be done there
    holds(
        "Norway offered to sign the deal at the meeting on Monday.",
        &["Offer | Norway | sign the deal at the meeting on Monday"],
    );
    // what came out of a meeting stands there itself
    holds(
        "Norway welcomed the progress at the conference.",
        &["Welcome | Norway | the progress at the conference"],
    );
}

#[test]
fn a_minister_of_home_affairs_is_somebody() {
    speak(
        "The Norwegian government said it would not amend the law. Minister of Home Affairs Bo Lind said the law will stay.",
        &[("said", "NOR"), ("said", "NOR")],
    );
    speak(
        "The Norwegian government said it would not amend the law. Minister of Employment and Labour Relations, Bo Lind, said the law will stay.",
        &[("said", "NOR"), ("said", "NOR")],
    );
}

#[test]
fn all_that_is_quoted_is_said() {
    holds(
        "Norway added that \"Chad failed to build a pact, while its friends left.\"",
        &["Say | Norway | Chad failed to build a pact, while its friends left"],
    );
}

#[test]
fn a_time_may_open_what_is_said() {
    holds(
        "Norway said that last year, when Chad left, Mali eased the limits.",
        &["Say | Norway | last year, when Chad left, Mali eased the limits"],
    );
    holds(
        "Norway said that when Chad moved towards holding a vote, Mali eased the limits.",
        &["Say | Norway | when Chad moved towards holding a vote, Mali eased the limits"],
    );
}

#[test]
fn a_meeting_has_its_own_with() {
    holds("Norway discussed relations with Chad.", &["Discuss | Norway | relations with Chad"]);
    holds(
        "Norway discussed yesterday's meeting with Chad.",
        &["Discuss | Norway | yesterday's meeting with Chad"],
    );
    holds("Norway discussed trade in fish with Chad.", &["Discuss | Norway | trade in fish"]);
}

#[test]
fn two_nouns_share_a_preposition() {
    holds(
        "Norway expressed its concern and alarm over the raid.",
        &["ExpressConcern | Norway | the raid"],
    );
    holds(
        "Norway wished a full recovery to the injured.",
        &["Hope | Norway | a full recovery to the injured"],
    );
}

#[test]
fn an_assessment_is_given() {
    holds(
        "Norway gave a positive assessment of the talks by a group held in Lima and noted the role of Chad.",
        &[
            "Assess | Norway | the talks by a group held in Lima",
            "Note | Norway | the role of Chad",
        ],
    );
    holds(
        "Norway emphasized to Chad how grave it was.",
        &["Emphasize | Norway | how grave it was"],
    );
}

#[test]
fn what_is_told_behind_a_clause_of_time_belongs_to_who_reports() {
    holds(
        "Norway had said after parliament was dissolved in May that the law allowed a vote.",
        &["Say | Norway | the law allowed a vote"],
    );
}

#[test]
fn how_a_report_knows_it_is_no_part_of_it() {
    holds(
        "Norway pledged to build the road according to officials in Oslo.",
        &["Pledge | Norway | build the road"],
    );
    holds("Norway discussed trade during a dinner in Oslo.", &["Discuss | Norway | trade"]);
    holds(
        "Norway met for a comprehensive review of the pact.",
        &["Discuss | Norway | the pact"],
    );
}

#[test]
fn one_promises_in_his_own_words_behind_that() {
    holds(
        "Norway told Chad that \"we will help you build it.\"",
        &["Intend | we | help you build it"],
    );
    lacks("Norway told Chad that we will see.", "Intend");
}

#[test]
fn the_mark_may_stand_before_the_comma() {
    for (sentence, expected) in [
        (
            "\"We will not sell the port\", said Chile.",
            "Say | Chile | We will not sell the port",
        ),
        (
            "\"We lost the vote. We will go to court\", said President Ruiz of Peru.",
            "Say | President Ruiz of Peru | We lost the vote. We will go to court",
        ),
        (
            "\"We will not sell the port,\" said Chile.",
            "Say | Chile | We will not sell the port",
        ),
    ] {
        holds(sentence, &[expected]);
    }
    lacks("The film \"Home\", directed by Norway, won.", "");
}

#[test]
fn a_word_marked_inside_a_quotation_ends_it_not() {
    holds(
        "\"We wait for the \"paper\" from Oslo, as was agreed. We wait in vain,\" Chad emphasized.",
        &["Emphasize | Chad | We wait for the \"paper\" from Oslo, as was agreed. We wait in vain"],
    );
    holds(
        "\"We lost it. \"We will stay,\" Peru said. \"We will go,\" Chad said.",
        &["Say | Peru | We will stay", "Say | Chad | We will go"],
    );
}

#[test]
fn a_clause_is_reported_whatever_its_verb() {
    holds(
        "Norway said that the flood qwerties the valley.",
        &["Say | Norway | the flood qwerties the valley"],
    );
    holds(
        "Norway said the men who left will come back.",
        &["Say | Norway | the men who left will come back"],
    );
    holds("Norway said Chile tops the list.", &["Say | Norway | Chile tops the list"]);
}

#[test]
fn what_one_speaks_about_is_no_report() {
    let sentence = "Speaking about the truce, Norway warned that it was weak.";
    holds(sentence, &["Warn | Norway | it was weak"]);
    lacks(sentence, "Say");
}

#[test]
fn what_is_said_politely_is_done() {
    holds(
        "\"We would like to thank Chad for the boats,\" Norway said.",
        &["Thank | We | the boats"],
    );
    holds(
        "\"I want to express our regret over the raid,\" Norway said.",
        &["Regret | I | the raid"],
    );
    holds("Norway would like to urge Chad to wait.", &["Urge | Norway | wait"]);
    for wish in [
        "\"We would like to visit Chad,\" Norway said.",
        "Norway wishes to discuss the plan.",
    ] {
        assert!(acts(wish).iter().any(|f| f.starts_with("Hope")), "{wish}");
        lacks(wish, "Discuss");
    }
    lacks("\"I wanted to thank Chad,\" Norway said.", "Thank");
}

#[test]
fn whoever_joins_in_an_act_does_it() {
    holds(
        "Norway joins Chad in strongly condemning the raid.",
        &["Condemn | Norway | the raid"],
    );
    lacks("Norway may join Chad in condemning the raid.", "Condemn");
}

#[test]
fn a_mark_that_slipped_before_the_name() {
    holds(
        "\"This is not helpful, but it can be mended, \"Norwegian minister Lind said. \"We urge calm,\" he added.",
        &["Say | Norwegian minister Lind | This is not helpful, but it can be mended"],
    );
}

#[test]
fn what_somebody_wrote_to_others() {
    holds(
        "\"Work goes on,\" the Norwegian premier wrote to leaders inviting them to Oslo.",
        &["Say | the Norwegian premier | Work goes on"],
    );
    holds(
        "\"It is late,\" Norwegian minister Lind said to reporters.",
        &["Say | Norwegian minister Lind | It is late"],
    );
}

#[test]
fn whoever_warns_may_stand_behind_the_words() {
    holds(
        "\"Chad will have little choice,\" warned Norwegian premier Ana Lind in a letter to Berg.",
        &["Warn | Norwegian premier Ana Lind | Chad will have little choice"],
    );
}
