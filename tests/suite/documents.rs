//! Documents that parties give out: by what they are known, whose they are, and how their clauses are read. Documents of our own.
//!
//! What stands here was written from the annotation guide and not from the program's answers.

use crate::texts;
use demarche::extract::{Extractor, Options};
use demarche::statement::{Extraction, Genre, Mode};
use std::sync::OnceLock;

pub(crate) fn read(document: &str) -> Extraction {
    static MADE: OnceLock<Extractor> = OnceLock::new();
    let made = MADE.get_or_init(|| Extractor::builtin(Options::default()));
    made.extract(&texts::plain(&format!("{document}\n")))
}

/// "codes: cue | content" of each record.
pub(crate) fn records(document: &str) -> Vec<String> {
    let found = read(document).statements.into_iter().map(|s| {
        let codes: Vec<&str> = s.speakers.iter().flat_map(|p| &p.entities).map(|e| e.code.as_str()).collect();
        let content = s.content.map(|c| c.text).unwrap_or_default();
        format!("{}: {} | {content}", codes.join(" "), s.cue.text)
    });
    found.collect()
}

#[test]
fn a_communique_is_known_by_its_heading_and_its_acts() {
    let documents = [
        "Final Communiqué of the Summit of the Andean Community\n\nThe Heads of State of the Andean Community met in Lima. The Heads of State welcomed \
         the new road. They called for an end to the strike.",
        "1. The Contact Group met in Oslo on 3 May 1998.\n\n2. The Contact Group condemned the raid on the port.\n\n3. It urged both sides to return \
         to the table.",
        "Chair's Statement\n\nThe Foreign Ministers of Norway, Chile and Peru met in Quito. The Ministers reaffirmed their support for the fund. The \
         Ministers noted the report on rivers.",
    ];
    for document in documents {
        let found = read(document);
        assert_eq!(found.document.genre, Genre::Joint, "{document}");
        assert!(found.statements.iter().all(|s| s.mode == Mode::Direct), "{document}");
    }
    // a report that quotes is one, whatever its headline says
    let report = "Ministers issue joint plan in Summit Declaration\n\nThe ministers welcomed the plan on Monday. \"It is a good and fair plan,\" the \
                  Norwegian minister said. \"We will build it within the year,\" the Chilean minister said. The ministers called for calm.";
    assert_eq!(read(report).document.genre, Genre::News);
}

#[test]
fn clauses_below_a_body_are_those_of_a_resolution() {
    let document = "Decision on the dam\n\nThe Peace and Security Council of the African Union adopted the following decision:\n\nCouncil\n\n1. Takes \
                    note of the report on the dam;\n\n2. Condemns the raid on the dam;\n\n3. Requests the Commission to report again;";
    let found = read(document);
    assert_eq!(found.document.genre, Genre::Resolution);
    assert!(records(document).iter().all(|r| r.starts_with("AU: ")), "{:?}", records(document));
    assert_eq!(found.statements.len(), 3);
}

#[test]
fn those_who_came_together_speak() {
    let met = "Statement of the Ministers\n\nThe Ministers of Foreign Affairs of Norway, Chile and Peru met this morning in Quito, in the light of the \
               troubles in Chad and Mali. We exchanged views on the truce. We call on all sides to keep it.";
    assert_eq!(
        records(met),
        ["CHL NOR PER: exchanged views on | the truce", "CHL NOR PER: call on | keep it"]
    );
    let together = "Joint Statement\n\nThe Ministers of Foreign Affairs of Norway and Chile, together with the High Representative of the European \
                    Union, met in Quito. They welcomed the truce.";
    assert_eq!(records(together), ["CHL EU NOR: welcomed | the truce"]);
    // whom "we" asks for something is none of those who speak
    let asked = "We, the four Ministers of Norway, Chile, Peru and Chad, call for calm.\n\nWe, the four, ask for the strict keeping of the Minsk \
                 agreements.";
    assert!(
        records(asked).iter().all(|r| r.starts_with("CHL NOR PER TCD: ")),
        "{:?}",
        records(asked)
    );
}

#[test]
fn a_body_is_called_by_its_noun() {
    let document = "1. At the invitation of Norway the Organisation of Islamic Cooperation held its summit in Oslo.\n\n2. The Conference welcomed the \
                    new bank.\n\n3. The Conference called for an end to the siege.";
    assert_eq!(
        records(document),
        ["OIC: welcomed | the new bank", "OIC: called for | an end to the siege"]
    );
}

#[test]
fn the_members_that_a_dash_tells_are_those_of_the_body() {
    let document = "Joint statement of the Nordic-Baltic Eight\n\nThe Ministers of the Nordic-Baltic 8 - Denmark, Estonia, Finland, Iceland, Latvia, \
                    Lithuania, Norway and Sweden - met in Tartu. Ministers welcomed the bridge.";
    assert_eq!(records(document), ["DNK EST FIN ISL LTU LVA NOR SWE: welcomed | the bridge"]);
}

/// The records of a resolution of one clause.
pub(crate) fn clause(words: &str) -> Vec<String> {
    let of_both = |r: String| r.strip_prefix("UNSC: ").map(str::to_string);
    let found = records(&format!("The Security Council,\n\nRecalling its earlier work,\n\n{words}"));
    found.into_iter().skip(1).filter_map(of_both).collect()
}

#[test]
fn a_preamble_has_no_tense_of_its_own() {
    assert_eq!(
        clause("Taking note of the efforts of mediation pursued by the League,"),
        ["Taking note of | the efforts of mediation pursued by the League"]
    );
    assert_eq!(
        clause("Also concerned at the growth of the trade and the threat posed to all States,"),
        ["Also concerned at | the growth of the trade and the threat posed to all States"]
    );
    assert_eq!(
        clause("Recalling its resolution 479 (1980), adopted on 28 September 1980, as well as the words of its President,"),
        ["Recalling | its resolution 479 (1980), adopted on 28 September 1980, as well as the words of its President"]
    );
    // a clause that "that" opens has one
    assert_eq!(
        clause("Noting that the truce agreed in Oslo failed,"),
        ["Noting that | the truce agreed in Oslo failed"]
    );
}

#[test]
fn a_body_asks_further() {
    assert_eq!(
        clause("1. Calls further for a withdrawal of forces;"),
        ["Calls further for | a withdrawal of forces"]
    );
    assert_eq!(
        clause("1. Requests further that Peru report to it;"),
        ["Requests | Peru report to it"]
    );
}

#[test]
fn a_body_goes_on_as_they() {
    let document = "Security Council Press Statement on the roads\n\nThe members of the Security Council welcomed the flights between Norway and Chad. \
                    They called on all sides to open the roads. They will follow the talks closely.";
    assert_eq!(
        records(document),
        [
            "UNSC: welcomed | the flights between Norway and Chad",
            "UNSC: called on | open the roads",
            "UNSC: will | follow the talks closely"
        ]
    );
}

#[test]
fn another_council_is_not_the_security_council() {
    let document = "Final Communiqué\n\nThe Council of the Arctic Council met in Oslo. The Council welcomed the plan. The Council noted the report of the \
                    Security Council. The Council called for calm.";
    let others: Vec<String> = records(document).into_iter().filter(|r| r.starts_with("UNSC")).collect();
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn clauses_of_a_preamble_may_stand_in_one_paragraph() {
    let document = "The General Assembly, Considering the words of its members, Recalling its earlier work, Deeply concerned at the raid,\n\n1. Condemns the \
                    raid;";
    assert_eq!(
        records(document),
        [
            "UNGA: Considering | the words of its members",
            "UNGA: Recalling | its earlier work",
            "UNGA: Deeply concerned at | the raid",
            "UNGA: Condemns | the raid"
        ]
    );
}

#[test]
fn what_is_noted_is_done_by_whoever_did_it() {
    assert_eq!(
        clause("Noting also that, despite the progress made, many people are not accounted for and an envoy has been appointed,"),
        ["Noting | despite the progress made, many people are not accounted for and an envoy has been appointed"]
    );
}

#[test]
fn what_a_ministry_says_in_the_present_it_does_by_saying_it() {
    let told = "Readout of the call of the Norwegian Foreign Minister\n\nOSLO - Norway urges both sides to stop the raids. Norway condemned the raid \
                on the port in May.";
    let found = read(told);
    assert_eq!(found.document.genre, Genre::Readout);
    let modes: Vec<(&str, Mode)> = found.statements.iter().map(|s| (s.cue.text.as_str(), s.mode)).collect();
    assert_eq!(modes, [("urges", Mode::Direct), ("condemned", Mode::Narrated)]);
}

#[test]
fn a_text_of_a_body_may_have_no_heading() {
    let document = "OPEC: 12th Meeting of the Conference ends\n\nThe Conference welcomed the ministers of Iraq and Venezuela to the table. The \
                    Conference considered the report of the board. It took note of the state of the market. It was emphasized that the cuts had \
                    brought calm.";
    let found = read(document);
    assert_eq!(found.document.genre, Genre::Joint);
    let records = records(document);
    assert_eq!(records.len(), 4, "{records:?}");
    assert!(records.iter().all(|r| r.starts_with("OPEC: ")), "{records:?}");
    // a report of such a meeting says who said so
    let report = "OPEC ministers meet in Vienna\n\nThe ministers welcomed the plan on Monday, the Iraqi minister said. The Conference took note of the \
                  report. The Conference considered the market.";
    assert_eq!(read(report).document.genre, Genre::News);
}

#[test]
fn the_ministers_of_a_body_are_the_body() {
    let document = "COMMUNIQUE\n\nMEETING OF THE BUREAU OF THE NON-ALIGNED MOVEMENT\n\n1. The Ministers welcomed the report on rivers.\n\n2. The \
                    Ministers of Foreign Affairs and Heads of Delegation emphasized that the world is still far from peace.\n\n3. The Heads of \
                    Delegation urged Chad to leave.";
    let records = records(document);
    assert_eq!(records.len(), 3, "{records:?}");
    assert!(records.iter().all(|r| r.starts_with("NAM GROUP: ")), "{records:?}");
}

#[test]
fn a_letterhead_tells_whose_text_it_is() {
    let document = "Press release on the raids on the people of Chad\n\nRepublic of Peru Ministry of Foreign Affairs\n\nWe condemn the raids in the \
                    north of Chad. We call on Chad to protect the camps. We hope for a swift end of the siege.";
    let records = records(document);
    assert_eq!(records.len(), 3, "{records:?}");
    assert!(records.iter().all(|r| r.starts_with("PER: ")), "{records:?}");
}

#[test]
fn clauses_may_have_letters() {
    let document = "Resolution on the dam\n\nThe European Parliament,\n\nA. recalling that both in May and in June the dam was closed,\n\nB. noting \
                    the report on the lake,\n\nC. calling attention to the plan of the farmers,\n\n1. Urges Chad to open the dam,\n\n2. Considers that \
                    the plan could end the strike.";
    let records = records(document);
    assert_eq!(
        records,
        [
            "EU: recalling that | both in May and in June the dam was closed",
            "EU: noting | the report on the lake",
            "EU: calling attention to | the plan of the farmers",
            "EU: Urges | open the dam",
            "EU: Considers that | the plan could end the strike",
        ]
    );
    // somebody's initial is no letter of a list
    assert!(self::records("The talks\n\nA. Ruiz, the foreign minister of Peru, urged Chad to leave.")[0].starts_with("PER: urged"));
}

#[test]
fn those_who_were_represented_are_the_body() {
    let document = "Communique of the ANZUS Council\n\nThe ANZUS Council met in Oslo on 3 May. Bo Lind represented New Zealand, Ana Ruiz represented \
                    Australia, and Al Burr represented the United States.\n\nThe Council members paid tribute to the dead. They recalled the founding of \
                    the pact. The Ministers reaffirmed their ties.";
    let records = records(document);
    assert!(records.iter().any(|r| r.starts_with("AUS NZL USA: recalled")), "{records:?}");
    assert!(records.iter().any(|r| r.starts_with("AUS NZL USA: reaffirmed")), "{records:?}");
}

#[test]
fn a_minister_speaks_for_the_state_that_the_line_tells() {
    let document = "Peruvian minister issues statement on Chad\n\nStatement by Peruvian Minister for Foreign Affairs, Ana Ruiz\n\nThe Government condemns \
                    the coup in Chad. We are prepared to send doctors to Chad. Chad must return to the rule of law, and Chad knows it.";
    let found = read(document);
    assert!(found.statements.len() >= 2);
    let records = records(document);
    assert!(records.iter().all(|r| r.starts_with("PER: ")), "{records:?}");
}

#[test]
fn a_report_of_a_meeting_of_the_council_is_no_text_of_the_council() {
    let report = "Security Council Issues Presidential Statement on Mali\n\nThe Security Council today strongly condemned the raids in Mali.\n\nIn a \
                  statement read out by its President for July, the Council reiterated its support for the mission.";
    assert!(read(report).statements.iter().all(|s| s.mode == Mode::Narrated));
}

#[test]
fn what_the_clauses_name_is_not_the_body_above_them() {
    let document = "Resolution on the safeguards\n\nThe General Conference,\n\nRecalling the report,\n\nNoting that the board told the United Nations \
                    Security Council of the breach,\n\n1. Urges Chad to open the plant;";
    let records = records(document);
    assert!(records.iter().any(|r| r == ": Urges | open the plant"), "{records:?}");
}

/// The verbs inside what a preamble notes have subjects of their own, and none of these is who notes it.
#[test]
fn the_body_heads_each_clause_of_its_preamble() {
    let document = "Resolution 2801 (2030)\n\nThe Security Council,\n\nDismayed by the delay of the convoys, and in particular reports of looting of \
                    goods destined for Chad,\n\nDeeply concerned that, despite its calls for calm, the war between Chad and Mali continues,\n\n\
                    Convinced that a full, just and durable settlement should be reached between Chad and Mali,\n\n\
                    1. Urges Chad to open the roads;";
    let records = records(document);
    for line in [
        "UNSC: Dismayed by | the delay of the convoys, and in particular reports of looting of goods destined for Chad",
        "UNSC: Deeply concerned that | despite its calls for calm, the war between Chad and Mali continues",
        "UNSC: Convinced that | a full, just and durable settlement should be reached between Chad and Mali",
        "UNSC: Urges | open the roads",
    ] {
        assert!(records.iter().any(|r| r == line), "{line}\n{records:#?}");
    }
}

#[test]
fn a_bloc_is_its_members_where_the_text_tells_them() {
    let quad = "Joint Statement by the Leaders of Australia, India, Japan and the United States\n\nWe, the leaders of Australia, India, Japan and \
                the United States, met in Perth. The Quad looks forward to the summit. We welcome the new cable.";
    let records = records(quad);
    assert!(records.iter().all(|r| r.starts_with("AUS IND JPN USA: ")), "{records:#?}");
    assert!(records.iter().any(|r| r.contains("looks forward to")), "{records:#?}");
    let seven = "Statement of the G7\n\nWe, the G7 foreign ministers of Canada, France, Germany, Italy, Japan, the United Kingdom and the United \
                 States, and the High Representative of the European Union, condemn the raid. We urge Chad to leave.";
    let records = self::records(seven);
    assert!(!records.is_empty());
    assert!(records.iter().all(|r| !r.contains("G7")), "{records:#?}");
}

#[test]
fn whom_an_introduction_names_is_no_subject() {
    let document = "Joint press statement\n\nAt the invitation of His Excellency Bo Lind, President of Norway, Her Excellency Ana Ruiz Soto, President of \
                    Peru paid a visit to Norway. During the visit, President Ana Ruiz Soto held talks with President Bo Lind.";
    assert_eq!(records(document), ["PER: held talks with | "]);
    let document = "Joint Statement\n\nAt the invitation of the Custodian, King Olav bin Aksel, King of Norway, the leaders of Chad and Peru met in Oslo. The \
                    leaders welcomed the plan.";
    assert_eq!(records(document), ["PER TCD: welcomed | the plan"]);
}

#[test]
fn headings_and_release_lines_call_a_text_its_parties_own() {
    for document in [
        "Full text of the two sides' joint press statement\n\nThe leaders of Norway and Peru met in Oslo. The two leaders welcomed the plan.",
        "The following statement was issued today by the Spokesperson for the UN Secretary-General:\n\nThe Secretary-General welcomed the plan.",
    ] {
        let found = read(document);
        assert!(found.statements.iter().any(|s| s.cue.text == "welcomed"), "{document}");
        assert!(found.statements.iter().all(|s| s.mode == Mode::Direct), "{document}");
    }
}

#[test]
fn a_joint_statement_is_not_of_those_whom_it_is_on() {
    let document = "Joint statement by Ursula von der Leyen and Commissioner Bo Lind on raids in Chad\n\nThe raids near Abeche are bad. We reiterate our call \
                    for peace in Chad. We call on the Chadian government to stop.";
    let records = records(document);
    assert_eq!(records.len(), 2, "{records:#?}");
    assert!(records.iter().all(|r| r.starts_with("EU: ")), "{records:#?}");
}

#[test]
fn of_two_holders_one_of_whom_nothing_places() {
    let document = "Joint Communique of Norway and Peru\n\nThe Minister of Peru, Ana Ruiz, received the envoy of Norway in Lima. Her Highness the Regent and \
                    Minister Ana Ruiz of Peru welcomed the plan.";
    assert!(
        records(document).iter().any(|r| r == "NOR PER: welcomed | the plan"),
        "{:#?}",
        records(document)
    );
}

#[test]
fn two_leaders_are_those_whom_a_readout_names_most() {
    let document = "Readout of a visit\n\nIn a warm mood, the two leaders discussed trade. The Peruvian president welcomed the Norwegian president to Lima. The \
                    Norwegian president thanked the Peruvian people and the Government of Norway. The strike in Chad goes on.";
    assert!(
        records(document).iter().any(|r| r == "NOR PER: discussed | trade"),
        "{:#?}",
        records(document)
    );
}

#[test]
fn after_another_and_i_we_are_both() {
    let document = "Statement by the Norwegian Minister for Foreign Affairs, Bo Lind\n\nThe Foreign Minister of Peru, Ana Ruiz, visited Norway. Ms Ruiz and I discussed \
                    trade. We agreed to build a pier. I thanked Peru for its cod.";
    let records = records(document);
    assert!(records.iter().any(|r| r == "NOR PER: agreed to | build a pier"), "{records:#?}");
    assert!(records.iter().any(|r| r == "NOR: thanked | its cod"), "{records:#?}");
}

#[test]
fn lists_behind_to_and_numbers_without_a_space() {
    let document = "Joint Declaration of Norway and Peru\n\nThe leaders decided to:\n\n- build a pier;\n\n- open a road.";
    assert_eq!(records(document), ["NOR PER: decided to | build a pier open a road"]);
    let document = "Communiqué of the Summit of the African Union\n\n1.Summit welcomed the road.\n\n2.Summit urged Chad to mend it.";
    assert_eq!(records(document), ["AU: welcomed | the road", "AU: urged | mend it"]);
}

#[test]
fn a_third_participle_of_a_preamble() {
    let document = "The Security Council,\n\nRecalling its resolution 5 (2003) and reaffirming the rules of peace, including consent, and recognizing that each \
                    mission is different,\n\n1. Calls for calm;";
    assert!(
        records(document)
            .iter()
            .any(|r| r == "UNSC: recognizing that | each mission is different")
    );
}

#[test]
fn what_will_also_be_done() {
    let document = "Joint Statement of Norway and Peru\n\nWe, the leaders of Norway and Peru, met in Oslo.\n\nWe will also save the sea, according to the principle of \
                    equity and common but differentiated duties, in the light of our needs.";
    assert_eq!(
        records(document),
        [
            "NOR PER: will | save the sea, according to the principle of equity and common but differentiated duties, in the light of our needs"
        ]
    );
}

#[test]
fn a_name_for_the_rest_of_the_text_is_no_judgment() {
    let document = "Communiqué\n\nThe 5th Assembly of the African Union, hereafter called the Assembly, was held in Lima.\n\nThe Assembly welcomed the plan.";
    assert_eq!(records(document), ["AU: welcomed | the plan"]);
}

#[test]
fn who_speaks_to_the_press_does_so_of_the_past_too() {
    let said = |heading: &str| {
        let document = format!("{heading}\n\nMinister Anna Lind of Norway: Today I met the minister of Peru, and I welcomed the truce.");
        let found = read(&document);
        let of = |s: &&demarche::statement::Statement| s.cue.text == "welcomed";
        found.statements.iter().find(of).map(|s| s.mode)
    };
    assert_eq!(said("Press Conference by Foreign Minister Anna Lind of Norway"), Some(Mode::Direct));
    assert_eq!(
        said("Readout of Foreign Minister Anna Lind of Norway's meeting"),
        Some(Mode::Narrated)
    );
}

/// A heading may tell of a press conference that the text reports; only what was said there opens with whoever says it.
#[test]
fn a_report_on_a_press_conference_is_none() {
    let genre = |first: &str| {
        read(&format!(
            "Peru holds press conference on truce\n\n{first} I welcomed the truce.\"\n"
        ))
        .document
        .genre
    };
    assert_eq!(genre("LIMA, May 3 - Peru's minister told reporters on Monday: \""), Genre::News);
    assert_eq!(genre("Minister Ana Ruiz: \"Good morning."), Genre::Readout);
}

#[test]
fn where_a_declaration_was_made_gave_it_out_to_nobody() {
    let document = "Lima Declaration of the Heads of SCO Member States\n\nThe heads of the member states, meeting in Lima, state the following:\n\n1. The \
                    member states reaffirm their friendship.";
    assert_eq!(records(document), ["SCO: reaffirm | their friendship"]);
}

#[test]
fn a_chapeau_may_stand_behind_it_is() {
    let document = "Norway - Peru - Joint statement by Ms Ana Lind and Mr Bo Ruiz on cod\n\nIt is with regret that we, the leaders of Norway and Peru, take \
                    note of the ban. We urge Chad to lift it.";
    assert_eq!(read(document).document.genre, Genre::Joint);
    let records = records(document);
    assert!(records.contains(&"NOR PER: urge | lift it".to_string()), "{records:#?}");
}

#[test]
fn clauses_in_the_base_form_have_the_subject_of_the_paragraph_above_them() {
    let document = "Declaration of the Blue Group\n\nThe governments of Norway, Chile and Peru, members of the Blue Group, gathered in Lima, and \
                    expressing their support for Chad:\n\n1. Strongly condemn the raid on the camp, and reject the new law.\n\n2. Support Chad in its \
                    quest for peace, urging Mali to help.\n\n3. Denounce Nicolás Maduro as a liar.";
    assert_eq!(
        records(document),
        [
            "CHL NOR PER: expressing their support for | Chad",
            "CHL NOR PER: Strongly condemn | the raid on the camp",
            "CHL NOR PER: reject | the new law",
            "CHL NOR PER: Support | Chad in its quest for peace",
            "CHL NOR PER: urging | help",
            "CHL NOR PER: Denounce | Nicolás Maduro as a liar",
        ]
    );
    // what was agreed to are the items themselves
    let agreed = "Joint Declaration\n\nThe ministers of Norway and Peru agreed to:\n\n1. Condemn the raid.\n\n2. Urge all to wait.";
    assert_eq!(records(agreed), ["NOR PER: agreed to | Condemn the raid Urge all to wait"]);
}

#[test]
fn a_body_is_its_members_where_they_stand_before_it() {
    let document = "Statement of the G7\n\nCanada, France, Germany, Italy, Japan, the United Kingdom and the United States, members of the G7, met in \
                    Rome. We condemn the raid.";
    assert_eq!(records(document), ["CAN DEU FRA GBR ITA JPN USA: condemn | the raid"]);
}

#[test]
fn a_letterhead_tells_whose_briefing_it_is() {
    let document = "Ministry of Foreign Affairs, Government of Norway\n\nTranscript of the Media Briefing by the Spokesperson\n\nWe welcome the report \
                    on raids in Chad and urge Chad to act. Chad must act now, and Chad knows it.";
    let records = records(document);
    assert!(records.iter().all(|r| r.starts_with("NOR: ")) && records.len() > 1, "{records:#?}");
}

#[test]
fn a_vision_in_numbered_paragraphs_is_its_parties_own() {
    let document = "Vision for the Partnership\n\n1. The premier of Peru is on a visit to Norway. The two premiers held talks on cod.\n\n2. Welcoming the \
                    anniversary of the ties of the two countries, the two premiers stressed the need for trade.\n\n3. They praised the crews of both lands.";
    let found = read(document);
    assert_eq!(found.document.genre, Genre::Joint);
    assert!(found.statements.iter().all(|s| s.mode == Mode::Direct), "{:#?}", found.statements);
}

#[test]
fn clauses_may_have_a_number_and_a_dash() {
    let document = "Joint Declaration of Norway and Peru\n\nThe text of the decision of the ministers:\n\n1- Condemning the raid on Chad.\n\n2- Urging \
                    Mali to wait.";
    assert_eq!(
        records(document),
        ["NOR PER: Condemning | the raid on Chad", "NOR PER: Urging | wait"]
    );
}
