//! Clauses inside clauses: what is demanded or denied, what commas insert, clauses of time; whose verb it is that stands behind them.
//! Sentences of our own, expected from the annotation guide and not from the program's answers.

use crate::constructions::{holds, lacks};

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
