//! Clauses inside clauses: what is demanded or denied, what commas insert, clauses of time; whose verb it is that stands behind them.
//! Sentences of our own, expected from the annotation guide and not from the program's answers.

use crate::constructions::{acts, holds, lacks};

#[test]
fn what_is_demanded_has_no_tense() {
    holds(
        "Norway demanded that Peru cancel the deal and said it would go to court.",
        &["Demand | Norway | Peru cancel the deal", "Say | Norway | it would go to court"],
    );
    holds(
        "Norway demanded that Peru free 20 sailors, saying the law protects them.",
        &["Demand | Norway | Peru free 20 sailors", "Say | Norway | the law protects them"],
    );
    holds(
        "The rebels demanded that Peru end the siege, that it open the road and that it apologise, and accused it of lies.",
        &[
            "Demand | The rebels | Peru end the siege, that it open the road and that it apologise",
            "Accuse | The rebels | lies",
        ],
    );
    holds(
        "Norway has demanded that Peru accept the map and renounce force, but Peru rejected the terms.",
        &[
            "Demand | Norway | Peru accept the map and renounce force",
            "Reject | Peru | the terms",
        ],
    );
    // a demand is no report
    lacks("Norway has demanded that Peru accept the map and renounce force.", "Accept");
    lacks("Norway has demanded that Peru accept the map and renounce force.", "Reject");
    lacks("Norway asked that the court condemn the raid.", "Condemn");
}

#[test]
fn commas_part_a_subject_from_what_is_asked_or_told() {
    holds(
        "Norway demanded that Chad, the other party, leave the pass, condemned the raid and urged restraint.",
        &[
            "Demand | Norway | Chad, the other party, leave the pass",
            "Condemn | Norway | the raid",
            "Urge | Norway | restraint",
        ],
    );
    holds(
        "Norway said that Chad, the host, had left the talks.",
        &["Say | Norway | Chad, the host, had left the talks"],
    );
    // two objects, and the next verb of the same subject
    holds(
        "Norway recalled the pact, the truce, condemned the raid and left.",
        &["Condemn | Norway | the raid"],
    );
    holds(
        "Norway said that Peru, accusing Chad of lies, had shut the port.",
        &[
            "Say | Norway | Peru, accusing Chad of lies, had shut the port",
            "Accuse | Peru | lies",
        ],
    );
}

#[test]
fn a_participle_with_a_clause_parts_a_subject_from_its_verb() {
    holds(
        "Norway, insisting that Peru had lied, rejected the offer and urged a vote.",
        &[
            "Emphasize | Norway | Peru had lied",
            "Reject | Norway | the offer",
            "Urge | Norway | a vote",
        ],
    );
    holds(
        "Bo Lind, the Norwegian envoy, noting that Peru had agreed to the map, urged Chad to sign it.",
        &[
            "Note | Bo Lind, the Norwegian envoy | Peru had agreed to the map",
            "Agree | Peru | the map",
            "Urge | Bo Lind, the Norwegian envoy | sign it",
        ],
    );
}

#[test]
fn what_is_denied_did_not_happen() {
    holds(
        "Peru denied that it had agreed to the map, stressing that its army obeys the law.",
        &[
            "Deny | Peru | it had agreed to the map",
            "Emphasize | Peru | its army obeys the law",
        ],
    );
    lacks("Peru denied that it had agreed to the map.", "Agree");
    holds(
        "Peru has denied the raid but admits that its ships were near.",
        &["Deny | Peru | the raid", "Confirm | Peru | its ships were near"],
    );
}

#[test]
fn clauses_of_time_are_no_part_of_an_act() {
    holds(
        "Norway condemned the raid after soldiers opened fire.",
        &["Condemn | Norway | the raid"],
    );
    holds(
        "Norway urged calm before Chad agreed to talks.",
        &["Urge | Norway | calm", "Agree | Chad | talks"],
    );
    holds(
        "Norway pledged aid after floods killed 90 people in Peru.",
        &["Pledge | Norway | aid"],
    );
    holds(
        "Norway rejected the map before the envoys met in Lima.",
        &["Reject | Norway | the map"],
    );
    holds(
        "Norway announced a boycott after Peru rejected the map.",
        &["Announce | Norway | a boycott", "Reject | Peru | the map"],
    );
    // a participle inside the time
    holds(
        "Norway condemned the raid after an appeal launched by Chad.",
        &["Condemn | Norway | the raid after an appeal launched by Chad"],
    );
}

#[test]
fn one_act_behind_another_reports_nothing() {
    holds(
        "They have urged the council to act, they have warned of war.",
        &["Urge | They | act", "Warn | they | war"],
    );
    holds(
        "Peru has condemned the coup, it has asked for talks, and it has agreed to wait.",
        &["Condemn | Peru | the coup", "Request | it | talks", "Agree | it | wait"],
    );
    holds(
        "\"The port is shut,\" the minister told Chad on Monday.",
        &["Say | the minister | The port is shut"],
    );
}

#[test]
fn who_reports_goes_on_reporting() {
    holds(
        "Norway said that Bo Lind would go to Lima, adding that talks come first.",
        &["Say | Norway | Bo Lind would go to Lima", "Say | Norway | talks come first"],
    );
}

#[test]
fn the_time_of_what_is_said_is_said_too() {
    holds(
        "Norway said it had warned Peru before the raid began.",
        &["Say | Norway | it had warned Peru before the raid began"],
    );
    holds(
        "Norway said on Friday that the talks would go on, a day after Peru walked out.",
        &["Say | Norway | the talks would go on"],
    );
}

#[test]
fn somebody_else_acts_at_the_end_with_with() {
    holds(
        "The rift grew on Tuesday with Norway and Peru denouncing the raid.",
        &["Condemn | Norway and Peru | the raid"],
    );
    holds(
        "The mood was grim, with Norwegian envoy Bo Lind saying if the truce fails, it would leave the port.",
        &["Say | Norwegian envoy Bo Lind | if the truce fails, it would leave the port"],
    );
    lacks("The ruling party hailed the talks.", "Decide");
}

#[test]
fn reports_inside_a_sentence_go_on_behind_their_comma() {
    let asked = "When asked about the pipe, the Peruvian minister said, three states will build it.";
    holds(asked, &["Say | the Peruvian minister | three states will build it"]);
    holds(
        "If anything, the Peruvian minister said, Chile is a friend of peace.",
        &["Say | the Peruvian minister | If anything Chile is a friend of peace"],
    );
    holds(
        "If the council agrees to the text, the Peruvian minister said, Chile will sign it.",
        &["Say | the Peruvian minister | If the council agrees to the text Chile will sign it"],
    );
    holds(
        "Peru would use its rockets if it was attacked, Radio Lima quoted the Norwegian envoy as saying.",
        &["Say | the Norwegian envoy | Peru would use its rockets if it was attacked"],
    );
    holds(
        "The ban is driven by hate, the former president Vladimir Putin has claimed.",
        &["Say | the former president Vladimir Putin | The ban is driven by hate"],
    );
}

#[test]
fn subjects_of_several_names_behind_a_word_that_opens_a_clause() {
    holds(
        "Norway welcomed the talks while officials in Lima and Santiago warned of delay.",
        &["Welcome | Norway | the talks", "Warn | officials in Lima and Santiago | delay"],
    );
    holds(
        "Peru's president said he will never back the map, but Lima and Oslo agree that talks come first.",
        &[
            "Say | Peru's president | he will never back the map, but Lima and Oslo agree that talks come first",
            "Agree | Lima and Oslo | talks come first",
        ],
    );
    holds(
        "The raid came as Norwegian envoy Bo Lind and Peruvian envoy Ana Ruiz agreed to talks.",
        &["Agree | Norwegian envoy Bo Lind and Peruvian envoy Ana Ruiz | talks"],
    );
}

#[test]
fn texts_that_somebody_issued_speak() {
    holds(
        "A statement issued at a meeting of the EU foreign ministers called on Chad to sign.",
        &["Urge | A statement issued at a meeting of the EU foreign ministers | sign"],
    );
    holds(
        "The ministers agreed in Lima on a text called for by Peru.",
        &["Agree | The ministers | a text called for by Peru"],
    );
    lacks("Norway has pressed the council to adopt a statement condemning Peru.", "Condemn");
}

#[test]
fn small_things_between_a_verb_and_its_own() {
    holds(
        "Norway resolved last June to send ships to Chad.",
        &["Decide | Norway | send ships to Chad"],
    );
    holds(
        "Norway has refused, saying it wants talks.",
        &["Reject | Norway | ", "Say | Norway | it wants talks"],
    );
    holds("Norway is about to sign the treaty.", &["Sign | Norway | the treaty"]);
    holds(
        "Peru warned the top commander in Chad of war if the army goes on with drills set to begin next month.",
        &["Warn | Peru | war if the army goes on with drills set to begin next month"],
    );
    lacks("Police said three suspected Norwegian spies were held.", "Assess");
}

/// British papers quote with single marks, a new one at the head of each paragraph.
#[test]
fn single_marks_go_on_over_paragraphs() {
    let text = "Norwegian Prime Minister Bo Lind spoke in Oslo. He said: 'The plan has no merit, and we demand answers.\n\n\
                'We urge Chad to help.\n\n'It is a threat to us.'\n\nLind also condemned the raid.\n";
    let found = crate::texts::for_everyone().extract(&crate::texts::plain(text));
    let told: Vec<_> = found.statements.iter().map(|s| (s.cue.text.as_str(), s.mode)).collect();
    use demarche::statement::Mode::{Direct, Narrated};
    let expected = [("said", Direct), ("demand", Direct), ("urge", Direct), ("also condemned", Narrated)];
    assert_eq!(told, expected);
}

#[test]
fn what_is_said_in_the_present_goes_on_in_the_present() {
    holds(
        "Norway expressed its hope that the United States and Iran are ready for talks.",
        &["Hope | Norway | the United States and Iran are ready for talks"],
    );
    holds(
        "They shared the view that the treaty and its annexes are binding.",
        &["Agree | They | the treaty and its annexes are binding"],
    );
    holds(
        "Norway condemned those who say Peru and Chad are enemies.",
        &["Condemn | Norway | those who say Peru and Chad are enemies"],
    );
    holds(
        "Norway vowed to act as long as Peru and Chad are at war.",
        &["Pledge | Norway | act as long as Peru and Chad are at war"],
    );
    holds(
        "Norway vowed that Peru will fight until its land is free and its people are home.",
        &["Pledge | Norway | Peru will fight until its land is free and its people are home"],
    );
    // a new clause in the past is the report's own
    holds(
        "Norway said the pact is dead, and Peru rejected the charge.",
        &["Say | Norway | the pact is dead"],
    );
}

#[test]
fn where_it_was_done_stands_behind_the_day() {
    holds(
        "Norway signed an accord on cod Thursday in a hall by the sea.",
        &["Sign | Norway | an accord on cod"],
    );
    holds("Norway signed an accord on cod.", &["Sign | Norway | an accord on cod"]);
    holds(
        "Norway agreed to meet on Thursday in Lima.",
        &["Agree | Norway | meet on Thursday in Lima"],
    );
}

#[test]
fn what_a_report_makes_of_an_act_is_no_part_of_it() {
    holds(
        "Norway signed the pact, a largely symbolic move that angered Chad.",
        &["Sign | Norway | the pact"],
    );
    holds(
        "Norway agreed to close the pier, a step which angered Chad.",
        &["Agree | Norway | close the pier"],
    );
    holds(
        "Norway agreed to take a step that angers Chad.",
        &["Agree | Norway | take a step that angers Chad"],
    );
    holds(
        "Norway announced a tax on oil, the first of its kind.",
        &["Announce | Norway | a tax on oil, the first of its kind"],
    );
}

#[test]
fn what_counts_is_no_head() {
    holds(
        "Norway threatened a $3bn package of sanctions.",
        &["Threaten | Norway | a $3bn package of sanctions"],
    );
    lacks("Norway threatened a package of cheese.", "Threaten");
}

#[test]
fn others_and_what_goes_on_belong_to_the_phrase() {
    holds(
        "Norway reiterated its will to work with Chad and other partners in order to keep the sea free.",
        &["Reaffirm | Norway | its will to work with Chad and other partners in order to keep the sea free"],
    );
    holds(
        "Norway commended the premier of Chad for his work and continued efforts in finding peace.",
        &["Welcome | Norway | his work and continued efforts in finding peace"],
    );
    holds(
        "Norway met the rebels and discussed ways of ending the war.",
        &["Discuss | Norway | ways of ending the war"],
    );
}

#[test]
fn those_to_whom_something_was_done() {
    holds(
        "Norway thanked those involved in the talks for their work.",
        &["Thank | Norway | their work"],
    );
    let found = crate::constructions::acts(
        "Norway extends its condolences to the families of those killed in the raid and to the Government of Chad.",
    );
    assert_eq!(found, ["Regret | Norway | "]);
}

#[test]
fn a_day_before_the_noun_of_a_light_verb() {
    holds(
        "Norway voiced on Sunday its strong support for the dam.",
        &["Support | Norway | the dam"],
    );
    holds(
        "Norway and Chad held talks later on Sunday to discuss the dam.",
        &["Discuss | Norway and Chad | the dam"],
    );
    holds(
        "Norway met with the Chadian premier later on Friday to discuss the dam.",
        &["Discuss | Norway | the dam"],
    );
}

#[test]
fn two_feelings_of_one_thing() {
    holds(
        "Norway is appalled and deeply saddened by the raid.",
        &["Condemn | Norway | the raid"],
    );
}

#[test]
fn by_what_one_acts_and_who_says_so() {
    holds(
        "Norway agreed to share the river, according to the terms of the pact.",
        &["Agree | Norway | share the river, according to the terms of the pact"],
    );
    for source in ["a draft resolution seen by the press", "its envoy"] {
        holds(
            &format!("Norway agreed to share the river, according to {source}."),
            &["Agree | Norway | share the river"],
        );
    }
}

/// No place inside a clause is told by two words in the wrong order, whatever the words are.
#[test]
fn odd_orders_are_no_reason_to_fail() {
    holds("We are neither judges nor advocates for particular positions.", &[]);
    holds(
        "Chad and Mali are neither judges nor advocates for particular views, but they urged Norway to wait.",
        &["Urge | they | wait"],
    );
    holds(
        "The following statement, on Chad was delivered by the Norwegian premier.",
        &["Say | the Norwegian premier | Chad"],
    );
    holds(
        "Norway says no decisions on joining a pact let have been taken.",
        &["Say | Norway | no decisions on joining a pact let have been taken"],
    );
}

#[test]
fn a_day_or_the_margins_between_whom_one_met_and_what_for() {
    for between in [
        " on April 16",
        ", Minister Ana Ruiz, on 16 April",
        " on the sidelines of the summit",
    ] {
        holds(
            &format!("The Norwegian premier met her Chilean counterpart{between} to discuss cod."),
            &["Discuss | The Norwegian premier | cod"],
        );
    }
}

#[test]
fn on_the_same_day_is_outside() {
    holds(
        "Norway threatened to veto the pact, on the same day it won enough votes.",
        &["Threaten | Norway | veto the pact"],
    );
}

#[test]
fn what_a_participle_before_it_responds_to_is_no_quotation() {
    let found = acts("Responding to Chadian criticism, the Norwegian spokesman said: \"Chad needs to wait.\"");
    assert_eq!(found, ["Say | the Norwegian spokesman | Chad needs to wait"]);
    holds("Responding, Norway said Chad should wait.", &["Say | Norway | Chad should wait"]);
}
