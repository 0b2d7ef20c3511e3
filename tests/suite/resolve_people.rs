//! People and offices of reports of our own: by which part of a name somebody is called, for whom an office is held, and where a report begins.
//!
//! What stands here was written from the annotation guide and not from the program's answers.

use crate::resolve_news::speak;

#[test]
fn somebody_may_be_called_by_a_name_inside_his_name() {
    speak(
        "Commission chairperson Mara Bolo Tindemo of the African Union spoke in Oslo. Bolo said it was late.",
        &[("said", "AU")],
    );
    // not before the whole name was told
    speak("Bolo said it was late. Norwegian premier Mara Bolo Tindemo left.", &[("said", "")]);
}

#[test]
fn a_body_behind_for_owns_the_office() {
    let home = "OSLO, May 3 (Reuters) - ";
    speak(
        &format!("{home}Rita Berg, environment minister for the European Union, urged calm."),
        &[("urged", "EU")],
    );
    speak(
        &format!("{home}Rita Berg, special envoy for Sudan, urged calm."),
        &[("urged", "NOR")],
    );
}

#[test]
fn letters_in_brackets_do_not_part_office_and_name() {
    speak(
        "Secretary General of the African Union (AU) Bo Tindemo arrived. Tindemo urged calm.",
        &[("urged", "AU")],
    );
}

#[test]
fn another_holder_behind_and_gives_no_office() {
    speak(
        "The Chadian premier, Bo Tindemo, and the Norwegian premier, Ana Ruiz, met. Tindemo urged calm.",
        &[("urged", "TCD")],
    );
}

#[test]
fn whoever_passed_a_report_on_stands_before_its_dateline() {
    speak(
        "(Newsdesk - Kuwait News Agency (KUNA)) LIMA, May 3 (KUNA) -- The government urged calm.",
        &[("urged", "PER")],
    );
}

#[test]
fn a_congress_of_a_party_is_no_parliament() {
    speak("The 9th National Party Congress urged calm.", &[("urged", "")]);
}

#[test]
fn what_two_share_both_have() {
    let report = "OSLO, May 3 (Reuters) - The Norwegian premier met the Chadian premier on Monday. \"We shared our concern over the raids,\" the \
                  Norwegian premier said.";
    speak(report, &[("shared our concern over", "NOR,TCD")]);
}

#[test]
fn whoever_heads_a_company_speaks_for_no_state() {
    let home = "LIMA, May 3 (Reuters) - ";
    speak(&format!("{home}Chief executive Sir Ronald Hale said sales rose."), &[]);
    speak(&format!("{home}Managing director Ann Hale said sales rose."), &[]);
    speak(
        &format!("{home}Hong Kong Chief Executive Bo Lam condemned the raid."),
        &[("condemned", "HKG")],
    );
    speak(
        &format!("{home}The IMF praised Chad. Managing director Ann Hale urged Chad to pay."),
        &[("praised", "IMF"), ("urged", "IMF")],
    );
}

#[test]
fn it_is_whoever_reported() {
    speak(
        "The Chadian Foreign Ministry said Norway had broken the truce. It urged Peru to help.",
        &[("said", "TCD"), ("urged", "TCD")],
    );
}

#[test]
fn one_person_is_not_two_states() {
    let document = "Press Briefing\n\nLast night the US president and the Norwegian premier agreed to a truce.\n\nI condemn the raids.";
    speak(document, &[("condemn", "")]);
}

#[test]
fn a_shared_organ_is_that_of_the_one_whom_the_text_names() {
    speak("The Foreign Office urged calm. Pakistan will host the talks.", &[("urged", "PAK")]);
    speak(
        "The Foreign Office urged calm. Pakistan and Britain will talk.",
        &[("urged", "GBR")],
    );
    speak("The Foreign Office urged calm.", &[("urged", "GBR")]);
}

#[test]
fn the_two_mediators_are_two() {
    speak(
        "LIMA, May 3 (Reuters) - Norway and Chad met. The two mediators urged calm.",
        &[("urged", "NOR,TCD")],
    );
}

#[test]
fn a_comma_ends_an_apposition() {
    let told = "Norwegian Foreign Ministry spokesman Bo Lind welcomed the pact.\n\n";
    speak(
        &format!("{told}In a call with Chadian Premier Ali Dago, the spokesman urged calm."),
        &[("welcomed", "NOR"), ("urged", "NOR")],
    );
    speak("OSLO - Chad's Ali Dago, the spokesman, urged calm.", &[("urged", "TCD")]);
}

#[test]
fn a_party_is_called_by_its_initials() {
    speak(
        "Chad's Patriotic Front welcomed the pact. The PF urged calm.",
        &[("welcomed", "PF"), ("urged", "PF")],
    );
    speak("The Blue Reform Party urged calm.", &[("urged", "BLUE REFORM PARTY")]);
    speak(
        "BRP URGES CALM\n\nThe Blue Reform Party urged calm on Monday in Lima.",
        &[("urged", "BLUE REFORM PARTY")],
    );
}

#[test]
fn a_rank_is_no_family_name() {
    let home = "LIMA, May 3 (Reuters) - ";
    speak(&format!("{home}Major General Bo Arevalo urged calm."), &[("urged", "PER")]);
    speak(
        &format!("{home}British Prime Minister John Major met Norway's premier. Major urged calm."),
        &[("urged", "GBR")],
    );
}

#[test]
fn a_house_that_others_have_too_is_that_of_home() {
    speak("NAIROBI, Kenya, May 3 - The Foreign Office urged calm.", &[("urged", "KEN")]);
    speak(
        "NAIROBI, Kenya, May 3 - The Foreign Office urged calm after talks with British officials.",
        &[("urged", "GBR")],
    );
}

#[test]
fn a_former_minister_is_the_envoy_of_the_body_that_sends_him() {
    speak(
        "The UN chief's envoy for Chad, Sergei Lavrov, arrived. Lavrov urged calm.",
        &[("urged", "UN")],
    );
    speak("UN ambassador Susan Rice arrived. Rice urged calm.", &[("urged", "USA")]);
}

#[test]
fn whoever_reports_stays_the_one_of_whom_the_next_sentence_speaks() {
    speak(
        "The Norwegian minister met his colleague from Chad. The minister said his Chadian counterpart responded well. He said it was late.",
        &[("said", "NOR"), ("said", "NOR")],
    );
}

#[test]
fn one_of_two_who_acted_together_is_one() {
    speak(
        "Norwegian president Ana Lind met the UN envoy, Bo Ruiz. The president and Norwegian party leader Rita Berg left. Ruiz went on. The \
         president called it late. \"I urge calm,\" she said.",
        &[("called it", "NOR"), ("urge", "NOR"), ("said", "NOR")],
    );
}

#[test]
fn what_somebody_holds_is_not_he() {
    speak(
        "Norway and Peru met in Oslo. Posts held by Chad or Mali were closed. They agreed to talk.",
        &[("agreed to", "NOR,PER")],
    );
}

#[test]
fn what_stands_below_what_is_reported_leaves_who_reports() {
    speak(
        "Norwegian premier Ana Lind spoke. Lind says leaders have said they want to see whether Chad's military leader Bo Berg will act. She says it is \
         late.",
        &[("says", "NOR"), ("have said", ""), ("says", "NOR")],
    );
}

#[test]
fn a_deputy_sent_to_a_body_is_of_the_state_that_sends_him() {
    speak("Peru's deputy U.N. ambassador, Wu Lind, said it was late.", &[("said", "PER")]);
}

#[test]
fn a_verb_at_the_head_of_a_sentence_is_no_given_name() {
    speak(
        "Accusing Putin of lies, Norway left. Putin said it was late.",
        &[("Accusing", "NOR"), ("said", "RUS")],
    );
}

#[test]
fn an_envoy_whose_name_stands_behind_his_words() {
    speak(
        "OSLO, May 3 (Reuters) - Peru's chief envoy in the talks with Chile on Friday told reporters that Peru would wait.\n\n\"It will take \
         time,\" Bo Tindemo said during a visit to the port.",
        &[("said", "PER")],
    );
}

#[test]
fn the_members_are_those_of_the_body_that_acted() {
    let report = "OSLO, May 3 (Reuters) - The Permanent Council of the Organization of American States (OAS) urged the United Nations Security Council to \
                  act.\n\nThe Permanent Council condemned the raid. The member states renewed their support for the truce.\n\nThe Council reaffirmed its \
                  goals.";
    speak(report, &[("renewed", "OAS"), ("reaffirmed", "OAS")]);
}

#[test]
fn a_place_alone_before_a_report() {
    speak(
        "Nairobi - Eritrea has accepted a detailed plan to end the war with Ethiopia, its ministry said on Sunday. The foreign ministry urged calm.",
        &[("has accepted", "ERI")],
    );
}

#[test]
fn whom_nothing_places_may_have_his_family_name_first() {
    speak(
        "China said it would wait. \"It is late,\" said Liu Zhenmin, vice foreign minister.\n\n\"It is over,\" Liu told reporters.",
        &[("told", "CHN")],
    );
}
