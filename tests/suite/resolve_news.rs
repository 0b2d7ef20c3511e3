//! Who speaks in short reports of our own, read whole: people whom a text introduces in unlike ways, groups, and words for those told before.
//!
//! What stands here was written from the annotation guide and not from the program's answers.

use crate::texts::{self, for_everyone};
use demarche::extract::{Extractor, Options};
use demarche::statement::{Party, Statement};
use std::sync::OnceLock;

fn codes(parties: &[Party]) -> String {
    let mut codes: Vec<&str> = parties.iter().flat_map(|p| &p.entities).map(|e| e.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.join(",")
}

fn statements(report: &str) -> Vec<Statement> {
    for_everyone().extract(&texts::plain(&format!("{report}\n"))).statements
}

/// For each cue the codes of its speakers, in the order given; every cue must be there.
pub fn speak(report: &str, expected: &[(&str, &str)]) {
    told(report, expected, |s| codes(&s.speakers));
}

/// The same for addressees.
pub fn are_addressed(report: &str, expected: &[(&str, &str)]) {
    told(report, expected, |s| codes(&s.addressees));
}

/// The cues of the records of a report, where only parties speak.
pub fn cues(report: &str) -> Vec<String> {
    static MADE: OnceLock<Extractor> = OnceLock::new();
    let parties = MADE.get_or_init(|| Extractor::builtin(Options::default()));
    let found = parties.extract(&texts::plain(&format!("{report}\n"))).statements;
    found.into_iter().map(|s| s.cue.text).collect()
}

fn told(report: &str, expected: &[(&str, &str)], who: impl Fn(&Statement) -> String) {
    let found = statements(report);
    for (cue, want) in expected {
        let hit = found.iter().find(|s| s.cue.text == *cue);
        let hit = hit.unwrap_or_else(|| {
            panic!(
                "{report}\n  no record with {cue:?}: {:?}",
                found.iter().map(|s| &s.cue.text).collect::<Vec<_>>()
            )
        });
        assert_eq!(who(hit), *want, "{report}\n  {cue:?}");
    }
}

#[test]
fn an_office_has_its_owner_over_words_that_no_list_holds() {
    speak(
        "Ana Lindqvist, the UN refugee envoy for the Sahel, arrived. Peru closed its border.\n\n\"We are late,\" Lindqvist remarked.",
        &[("remarked", "UN")],
    );
    speak(
        "The Dutch fisheries envoy Piet Kuiper left Lima on Monday. Peru had sent for him.\n\nKuiper denied the report.",
        &[("denied", "NLD")],
    );
    speak(
        "Bo Holm, the NATO human resources official, saw nobody. Chile refused to wait.\n\nHolm apologised for the delay.",
        &[("apologised for", "NATO")],
    );
}

#[test]
fn an_owner_may_be_known_only_later() {
    speak(
        "Tom Quill, Obama's adviser on trade and customs, flew to Lima on 4 May 2015. \"We tried,\" Quill said.",
        &[("said", "USA")],
    );
    speak(
        "Special envoy Kim Sand, sent by President Macron, saw the Peruvian minister Ana Ruiz.\n\nSand ruled out a second trip.",
        &[("ruled out", "FRA")],
    );
}

#[test]
fn offices_of_one_country_need_no_owner() {
    speak(
        "Moscow knew of the plan. Assistant Attorney General Bill Trott pledged to end it.",
        &[("pledged to", "USA")],
    );
    speak(
        "The European Union waited. Chile sells copper. Trade Commissioner Ana Lind rejected the offer.",
        &[("rejected", "EU")],
    );
}

#[test]
fn a_state_may_be_a_family_name() {
    speak(
        "Lisa B. Chad, the Peruvian envoy for water, flew in.\n\n\"It is late,\" Chad said.",
        &[("said", "PER")],
    );
    // without an initial the state is the state
    speak("Chad condemned the raid.", &[("condemned", "TCD")]);
}

#[test]
fn one_of_those_told_before() {
    speak(
        "GENEVA (AP) - EU officials explained the plan. Peru listened.\n\n\"We are late,\" an official admitted.",
        &[("admitted", "EU")],
    );
    speak(
        "Norwegian officials flew to Lima. Peru paid for it. One senior official denied that shots were fired.",
        &[("denied that", "NOR")],
    );
}

#[test]
fn both_leaders_are_those_called_so() {
    speak(
        "The leaders of Peru and Chile met in Tacna. The US-Peru trade summit was put off.\n\nBoth leaders exchanged views on the border.",
        &[("exchanged views on", "CHL,PER")],
    );
    speak(
        "Norway's prime minister met with the president of Ghana. They spoke of a possible Ghana-Togo summit in the spring. \
         The road is long. Few believe in it.\n\nThe two sides agreed to build a port.",
        &[("agreed to", "GHA,NOR")],
    );
    // a dash behind a place joins nobody
    let found = statements("BRUSSELS — President Mahama of Ghana left early. Both sides agreed to wait.");
    let agreed = found.iter().find(|s| s.cue.text == "agreed to").expect("a record");
    assert_ne!(codes(&agreed.speakers), "EU,GHA");
}

#[test]
fn those_of_a_summit_are_its_body() {
    speak(
        "NATO met in Riga. In the text the leaders condemned the raid.",
        &[("condemned", "NATO")],
    );
    speak(
        "NATO grew again. In 2014 the allies agreed to spend more.",
        &[("agreed to", "NATO")],
    );
    // a capital that nobody knows says whose leaders they are
    speak(
        "NATO leaders praised Peru. Kurdish leaders called for a vote.",
        &[("praised", "NATO"), ("called for", "")],
    );
}

#[test]
fn a_document_has_the_giver_whom_it_names() {
    speak(
        "GENEVA (AP) - Norway accused Chad of theft. \"We are sorry,\" said a statement from the foreign ministry of Chad.",
        &[("said", "TCD")],
    );
    speak(
        "GENEVA (AP) - The State Department and the Pentagon took part. \"It was Peru,\" said a report by the two departments.",
        &[("said", "USA")],
    );
}

#[test]
fn a_quotation_alone_goes_on_with_the_last_speaker() {
    speak(
        "GENEVA (AP) - If built, the Peruvian president said, the dam would harm fishermen.\n\n\"I call on Chile to stop.\"",
        &[("call on", "PER")],
    );
    speak(
        "GENEVA (AP) - Ghana's foreign minister welcomed the truce.\n\n\"We thank Togo for its help.\"\n\nTogo agreed to go on.",
        &[("thank", "GHA"), ("agreed to", "TGO")],
    );
}

#[test]
fn what_a_person_owns_is_no_person() {
    speak(
        "President Boric saw Dina Boluarte of Peru. The talks were short, Boric's office said. \"They were frank,\" it added.",
        &[("added", "CHL")],
    );
    // "he" is never the television
    speak(
        "The Iraqi president praised Peru, state television reported. He promised to pay.",
        &[("promised to", "IRQ")],
    );
}

#[test]
fn he_is_who_reports_and_not_who_is_reported() {
    speak(
        "Peruvian Foreign Minister Ana Ruiz rejected the note, saying Chilean President Bo Lind had lost his mind. She warned of delays.",
        &[("warned of", "PER")],
    );
    speak(
        "Norwegian envoy Per Holm said Ghana's president had left. He urged calm.",
        &[("urged", "NOR")],
    );
}

#[test]
fn we_of_two_who_met() {
    speak(
        "GENEVA (AP) - Ghana's president met the president of Togo in Accra.\n\n\"We agreed to open the border,\" the Ghanaian president said.",
        &[("agreed to", "GHA,TGO")],
    );
    speak(
        "GENEVA (AP) - Peru's foreign minister met the foreign minister of Chile.\n\n\"We condemn the raid,\" the Peruvian minister told a joint news conference.",
        &[("condemn", "CHL,PER")],
    );
    // one who met nobody is alone
    speak(
        "\"We condemn the raid,\" the Peruvian minister told reporters.",
        &[("condemn", "PER")],
    );
}

#[test]
fn others_who_stand_with_one_who_is_named() {
    speak(
        "Norwegian envoy Per Holm, Ghanaian envoy Kofi Mensah and Peruvian envoy Ana Ruiz met in Lima. Holm and his counterparts urged Chile to wait.",
        &[("urged", "GHA,NOR,PER")],
    );
    speak(
        "Chilean Foreign Minister Bo Lind met his Peruvian counterpart in Tacna. Both sides agreed to wait.",
        &[("agreed to", "CHL,PER")],
    );
}

#[test]
fn a_body_told_before_has_its_spokesmen() {
    speak(
        "GENEVA (AP) - NATO ruled it out. Peru was told. \"We reject the plan,\" a spokeswoman for the alliance, Ingrid Solheim, said.",
        &[("reject", "NATO")],
    );
    speak(
        "GENEVA - The European Commission waited. The bloc's trade chief welcomed the vote. The Commission's spokesman denied the report.",
        &[("welcomed", "EU"), ("denied", "EU")],
    );
    speak(
        "Lima shut its ports. The Ghanaian navy denied any part in it. A navy spokesman apologised for the noise.",
        &[("apologised for", "GHA")],
    );
}

#[test]
fn an_apposition_tells_more_than_the_table() {
    speak(
        "Donald Tusk, the president of the European Council, welcomed the vote.",
        &[("welcomed", "EU")],
    );
    speak(
        "LONDON (Reuters) - According to a minute, Philip Hammond, the chancellor, warned ministers of a slump.",
        &[("warned", "GBR")],
    );
}

#[test]
fn organs_in_lower_case() {
    speak(
        "Guatemala moved its embassy. The state department welcomed the move.",
        &[("welcomed", "USA")],
    );
    speak(
        "South Korea hailed the talks with Pyongyang. North Korea left them. The presidential office regretted it.",
        &[("regretted", "KOR")],
    );
}

#[test]
fn a_body_is_its_members_where_they_are_told() {
    are_addressed(
        "Kofi Annan urged the Middle East Quartet - the EU, Russia, the UN and the United States - to act.",
        &[("urged", "EU,RUS,UN,USA")],
    );
    are_addressed(
        "Kofi Annan urged the Middle East Quartet to act.",
        &[("urged", "MIDDLE EAST QUARTET")],
    );
}

#[test]
fn whom_a_demand_or_a_complaint_is_about() {
    are_addressed("Chile demanded that Peruvian troops leave the island.", &[("demanded that", "PER")]);
    are_addressed("Ghana complained that Togo had shut the road.", &[("complained that", "TGO")]);
    // its own promise is no demand on itself
    are_addressed("Chile insisted that Chile would pay.", &[("insisted that", "")]);
}

#[test]
fn the_international_community_is_nobody() {
    are_addressed("Chile urged the international community to send tents.", &[("urged", "")]);
    are_addressed("Chile urged the Andean Community to send tents.", &[("urged", "ANDEAN COMMUNITY")]);
}

#[test]
fn whoever_speaks_and_urges_at_once_has_no_source() {
    let found = crate::texts::for_everyone().extract(&crate::texts::plain("The port is shut, Chile said, urging Peru to leave.\n"));
    let urged = found.statements.iter().find(|s| s.cue.text == "urging").expect("an urging");
    assert!(urged.source.is_none(), "{urged:?}");
}

#[test]
fn a_statement_is_whose_meeting_gave_it() {
    speak(
        "Norway left. A statement issued at a meeting of the EU foreign ministers condemned the raid. It urged Chad to act.",
        &[("condemned", "EU"), ("urged", "EU")],
    );
    speak(
        "Norway left. A letter sent to the council by Peru demanded an end to the raids.",
        &[("demanded", "PER")],
    );
    speak("Officials in Lima and Oslo rejected the plan.", &[("rejected", "NOR,PER")]);
}

#[test]
fn offices_without_a_state_are_those_of_home() {
    are_addressed(
        "WASHINGTON, June 4 -- The talks ended. South Korea's spy agency told lawmakers that the port is shut.",
        &[("told", "KOR")],
    );
    speak(
        "LIMA, June 4 -- Chile closed the road. The talks ended. A senior official regretted the move.",
        &[("regretted", "PER")],
    );
}

#[test]
fn who_acts_in_the_headline_is_meant_before_anybody_else_acts() {
    speak(
        "Vladimir Putin leaves Sochi\n\nThe road was long. He welcomed the crowd.\n\nIt was late.",
        &[("welcomed", "RUS")],
    );
}

#[test]
fn nothing_is_owned_across_the_end_of_a_headline() {
    // a headline without a stop ends in a state, and the text begins with an office
    speak(
        "Lind sees chances with Cuba, Venezuela\n\nPresident Barack Obama has hailed the talks. Mr. Obama urged Norway to act.",
        &[("has hailed", "USA"), ("urged", "USA")],
    );
    // or in an office, and the text begins with a name
    speak("Peru expels foreign minister\n\nBo Lind urged Chad to act.", &[("urged", "")]);
    // the house of a state is not owned by the last word of the headline
    speak(
        "Envoys leave Peru\n\nKremlin spokesman Bo Lind urged Chad to act.",
        &[("urged", "RUS")],
    );
    // nor is an envoy a rebel by it
    speak("Army hunts rebel\n\nPeruvian envoy Bo Lind urged Chad to act.", &[("urged", "PER")]);
    speak(
        "Court frees guerrilla\n\nPresident Barack Obama urged Chad to act.",
        &[("urged", "USA")],
    );
    // within a paragraph the state owns the office as before
    speak("Peru President Bo Lind urged Chad to act.", &[("urged", "PER")]);
}

#[test]
fn a_day_alone_opens_a_report() {
    speak(
        "10 October 2008 – Voicing concern at the raid, Secretary-General Ban Ki-moon today called on Chad to act.",
        &[("Voicing concern at", "UN"), ("called on", "UN")],
    );
}

#[test]
fn each_other_are_those_who_act() {
    are_addressed("Peru and Chad have blamed each other for the raid.", &[("have blamed", "PER,TCD")]);
    are_addressed("Peru and Chad urged one another to act.", &[("urged", "PER,TCD")]);
}

#[test]
fn two_bodies_may_send_one_envoy() {
    speak("UN-Arab League envoy Bo Lind urged Chad to act.", &[("urged", "ARAB LEAGUE,UN")]);
    // "un-" before a name in small letters is no body
    speak("The un-Peruvian plan failed. Chad urged Norway to act.", &[("urged", "TCD")]);
}

#[test]
fn condolences_go_to_all_whom_the_same_word_governs() {
    are_addressed(
        "Norway expressed its deepest sympathy and condolences to the families of the victims and to the Governments of Chad, Mali and Peru.",
        &[("expressed its deepest sympathy and condolences to", "MLI,PER,TCD")],
    );
}

#[test]
fn what_was_said_on_the_telephone_was_said() {
    are_addressed(
        "Norwegian Foreign Minister Bo Lind spoke with the Chilean foreign minister Ana Ruiz to congratulate her on her election.",
        &[("to congratulate", "CHL")],
    );
    speak(
        "Norwegian Foreign Minister Bo Lind called Chilean Foreign Minister Ana Ruiz to urge her to leave.",
        &[("to urge", "NOR")],
    );
}

#[test]
fn rebels_of_a_state_are_not_the_state() {
    speak("Chad's largest rebel group announced a truce.", &[("announced", "")]);
    are_addressed("Norway urged eastern rebels in Chad to leave.", &[("urged", "")]);
}

#[test]
fn a_movement_is_called_by_its_noun() {
    speak(
        "The Chad government and the rebel Patriotic Front agreed to hold talks, front spokesman Bo Lind said. He rejected the offer of Mali.",
        &[("said", "PATRIOTIC FRONT"), ("rejected", "PATRIOTIC FRONT")],
    );
}

#[test]
fn leaders_of_many_states_are_not_those_of_home() {
    speak(
        "OSLO, May 3 (Reuters) - The Security Council met on Monday. International leaders welcomed the deal. Arab leaders rejected it.",
        &[("welcomed", ""), ("rejected", "")],
    );
    speak(
        "OSLO, May 3 (Reuters) - A statement signed by the leaders meeting in the Chilean capital Santiago urged Mali to leave.",
        &[("urged", "NOR")],
    );
}

#[test]
fn who_is_threatened_stands_in_what_would_be_done() {
    for (report, expected) in [
        ("Norway threatened to impose duties on Peruvian copper.", "PER"),
        ("Norway threatened to abolish its pacts with Ghana if the mine opened.", "GHA"),
        ("Norway threatened retaliation against Malta.", "MLT"),
        ("Norway threatened sanctions unless Chad left the pact.", "TCD"),
        ("Norway threatened to close its port in Samoa.", ""),
        ("Norway threatened to fine firms that trade with Cuba.", ""),
        ("Norway threatened to bring the Norwegian economy to a halt.", ""),
    ] {
        let found = statements(report);
        assert_eq!(found.len(), 1, "{report}");
        assert_eq!(codes(&found[0].addressees), expected, "{report}");
    }
}

#[test]
fn a_draft_speaks_for_who_set_it_out() {
    speak(
        "OSLO, May 3 (Reuters) - Peru set out the deal in a draft for envoys on Monday. The draft, seen by reporters, says the plan is good. It stresses \
         that it is short.",
        &[("says", "PER"), ("stresses that", "PER")],
    );
}
