//! Who is no party: teams in reports on games, deeds and things as subjects and hearers, "they" where nobody has acted; and who is one
//! although nobody introduces him. Short reports of our own.
//!
//! What stands here was written from the annotation guide and not from the program's answers.

use crate::constructions::{holds, lacks};
use crate::resolve_news::{cues, speak};

#[test]
fn a_team_is_no_state() {
    let report = "The players of Washington's football team said the coach had insulted them. Washington said it would review the \
                  season. The league promised fans a report. England captain Eva Holm criticised the club. Norway denied it.";
    assert!(cues(report).is_empty(), "{:?}", cues(report));
    // a minister speaks for the government there, too
    let minister = format!("{report} Peru's sports minister, Aldo Quispe, condemned the striker.");
    assert_eq!(cues(&minister), ["condemned"]);
    // the politics of games are politics
    let boycott = "China condemned the boycott of the cup. Its players and coaches will stay. Diplomats said fans and teams may \
                   travel. Norway backed the boycott.";
    assert!(cues(boycott).contains(&"backed".to_string()), "{:?}", cues(boycott));
}

#[test]
fn nobody_known_is_meant_by_they() {
    assert!(cues("Some of the women left. They stressed that the staff knew. They expressed concern.").is_empty());
    assert_eq!(cues("Peru and Chile met. They expressed concern."), ["expressed concern"]);
}

#[test]
fn a_deed_acts_for_nobody() {
    for report in [
        "The exchange of fire between Peru and Chile threatened to end the truce.",
        "The visit of Norway's king reaffirmed the friendship.",
        "Norway's missile test raised concerns about the gulf.",
    ] {
        assert!(cues(report).is_empty(), "{report} {:?}", cues(report));
    }
    // a text does speak, and talks are held
    holds(
        "Norway's proposal called for a ceasefire.",
        &["CallFor | Norway's proposal | a ceasefire"],
    );
    // nor does it share a verb with those who act
    holds(
        "Norway said the plan was dead and urged talks.",
        &["Say | Norway | the plan was dead", "Urge | Norway | talks"],
    );
    holds(
        "Norway announced sanctions and the ministry said they would last.",
        &["Announce | Norway | sanctions", "Say | the ministry | they would last"],
    );
}

#[test]
fn nobody_urges_a_deed() {
    holds("Norway urged action to end the war.", &["Urge | Norway | action to end the war"]);
    holds(
        "Norway urged the creation of a fund to help the poor.",
        &["Urge | Norway | the creation of a fund to help the poor"],
    );
    holds(
        "Norway criticised Peru's role as a policeman of the gulf.",
        &["Condemn | Norway | Peru's role as a policeman of the gulf"],
    );
    holds(
        "Norway urged the opposition to join the talks.",
        &["Urge | Norway | join the talks"],
    );
}

#[test]
fn leaders_of_an_armed_group_speak_for_it() {
    let farc = "BOGOTA, Oct 1 (Agency) -- The FARC attacked a town.";
    for introduced in [
        "Jailed FARC leader Aldo Quispe",
        "The rebels' top commander, Aldo Quispe,",
        "Its jailed leader Aldo Quispe",
        "Aldo Quispe, deputy leader of the outlawed FARC,",
        "The outlawed Revolutionary Armed Forces of Colombia (FARC) leader Aldo Quispe",
        "Aldo Quispe, number two in the FARC,",
        "Spokesman of the movement Aldo Quispe",
        "Aldo Quispe, a senior leader of the movement,",
        "FARC political wing leader Aldo Quispe",
        "Colombian rebel leader Aldo Quispe",
        "FARC leaders Bo Lind and Aldo Quispe",
        "Aldo Quispe, the man who commands the FARC,",
    ] {
        speak(
            &format!("{farc} {introduced} vowed to fight on. Quispe urged the army to leave."),
            &[("vowed to", "FARC"), ("urged", "FARC")],
        );
    }
}

#[test]
fn brackets_and_letters_belong_to_a_name() {
    speak("The Communist Party of Nepal (Maoist) promised peace.", &[("promised", "CPN-M")]);
    speak("The National Liberation Army (ELN) promised peace.", &[("promised", "ELN")]);
    speak("The Sudan People's Liberation Movement promised peace.", &[("promised", "SPLM")]);
    speak("LTTE fighters left. The Tigers promised peace.", &[("promised", "LTTE")]);
    speak("Peru met the IMF. The Fund promised a loan.", &[("promised", "IMF")]);
}

#[test]
fn somebody_whom_nothing_places_acts_for_no_armed_group() {
    // among parties that are known; a report that speaks of one armed group alone says not that everybody else belongs to it
    let report = "GAZA, Oct 1 (Agency) -- Hamas promised peace. Israel rejected the offer. Hamas urged Egypt to help. Egypt agreed to \
                  help. Israel accused Egypt of lies.";
    for named in [
        "The Cedar Hospital",
        "Bo Lind, a baker,",
        "Save the Gardens",
        "Aldo Quispe",
        "Bo al-Lind",
    ] {
        speak(&format!("{report} {named} refused to leave."), &[("refused to", "")]);
    }
}

#[test]
fn leaders_of_armed_groups_are_known() {
    for (day, who, group) in [
        ("May 4, 1992", "John Garang", "SPLM"),
        ("August 9, 2006", "Joseph Kony", "LRA"),
        ("August 9, 2006", "Subcomandante Marcos", "EZLN"),
        ("June 1, 1994", "Charles Taylor", "NPFL"),
        ("June 1, 2001", "Charles Taylor", "LBR"),
    ] {
        speak(
            &format!("NEW YORK, {day} (Agency) -- {who} refused to leave the camp."),
            &[("refused to", group)],
        );
    }
}

#[test]
fn a_way_of_speaking_promises_nothing() {
    lacks("\"I will tell you this, the pact is dead,\" the minister of Norway said.", "Intend");
    lacks("\"We will see what happens,\" the minister of Norway said.", "Intend");
}
