//! Constructions of the wires, one after the other as reporters write them: which acts come out, whose, and with which words. Sentences of our
//! own, expected from the annotation guide and not from the program's answers.

use crate::constructions::{holds, lacks};

#[test]
fn a_plural_noun_behind_a_name_heads_the_subject() {
    holds(
        "EU allies on Monday welcomed a plan by Norway to send engineers to Chad.",
        &["Welcome | EU allies | a plan by Norway to send engineers to Chad"],
    );
    holds(
        "NATO forces in Mali have demanded that the rebels leave.",
        &["Demand | NATO forces in Mali | the rebels leave"],
    );
    // the same words as verbs
    holds("Norway calls for talks.", &["CallFor | Norway | talks"]);
    holds(
        "Norway urged other European states to follow suit.",
        &["Urge | Norway | follow suit"],
    );
}

#[test]
fn no_longer_stands_with_its_verb() {
    holds(
        "On Friday, Peru said that it no longer depends on loans.",
        &["Say | Peru | it no longer depends on loans"],
    );
    holds("Norway no longer backs the envoy.", &["Support | Norway | the envoy"]);
}

#[test]
fn a_subordinator_behind_a_comma_begins_the_subject() {
    holds(
        "Some in Peru call it a gift, though the Peruvian government says there is no proof of that.",
        &["Say | the Peruvian government | there is no proof of that"],
    );
}

#[test]
fn titles_in_capitals_and_in_small_letters_are_no_verbs() {
    holds(
        "Peru and Norway will open talks next year, Peruvian Finance Minister Ana Ruiz said.",
        &["Say | Peruvian Finance Minister Ana Ruiz | Peru and Norway will open talks next year"],
    );
    holds(
        "The port is closed, said senior Peruvian diplomat Ana Ruiz on Friday.",
        &["Say | senior Peruvian diplomat Ana Ruiz | The port is closed"],
    );
}

#[test]
fn hearers_end_before_a_name() {
    holds(
        "Norwegian spokesman Bo Lind told reporters Oslo supported efforts by the Red Cross to reach the valley.",
        &["Support | Oslo | efforts by the Red Cross to reach the valley"],
    );
    holds(
        "Norwegian Prime Minister Bo Lind told \"Morning Talk\" host Ana Ruiz that Norway trusts Chad.",
        &["Say | Norwegian Prime Minister Bo Lind | Norway trusts Chad"],
    );
}

#[test]
fn officials_there_are_the_subject() {
    holds(
        "Chilean officials there said the bridge was unsafe.",
        &["Say | Chilean officials there | the bridge was unsafe"],
    );
}

#[test]
fn what_is_reported_may_hold_a_relative_clause_before_its_verb() {
    holds(
        "Chile said two of the four camps Peru wanted closed had been emptied.",
        &["Say | Chile | two of the four camps Peru wanted closed had been emptied"],
    );
    holds(
        "Peru said the mine in which the rifles were hidden had been blown up.",
        &["Say | Peru | the mine in which the rifles were hidden had been blown up"],
    );
}

#[test]
fn days_and_introductions_are_no_part_of_a_speaker() {
    holds("Last week, Chad denied it.", &["Deny | Chad | it"]);
    holds("Earlier in Oslo, Chad denied it.", &["Deny | Chad | it"]);
    holds("Chad, meanwhile, denied it.", &["Deny | Chad | it"]);
    holds(
        "In a letter dated May 3 and read in Lima, Norway asked the Security Council to lift the embargo.",
        &["Request | Norway | lift the embargo"],
    );
}

#[test]
fn plain_plurals_say_too() {
    holds(
        "Norwegian diplomats say talks have failed.",
        &["Say | Norwegian diplomats | talks have failed"],
    );
}

#[test]
fn dots_and_brackets_are_print() {
    holds(
        "\"We believe that this choice of a venue ... will delay the talks,\" Norwegian envoy Bo Lind said.",
        &["Assess | We | this choice of a venue ... will delay the talks"],
    );
    holds(
        "Chad warned that \"[a]ny ship that enters the bay will be stopped\".",
        &["Warn | Chad | [a]ny ship that enters the bay will be stopped"],
    );
    holds(
        "''We want to give the treaty more depth. It covers only fish,'' Norwegian envoy Bo Lind said.",
        &["Say | Norwegian envoy Bo Lind | We want to give the treaty more depth. It covers only fish"],
    );
    holds(
        "\"Norway repeats its full commitment to the accords\" of the two states on fish, said Norwegian envoy Bo Lind.",
        &["Reaffirm | Norway | its full commitment to the accords\" of the two states on fish"],
    );
}

#[test]
fn the_same_modal_again_goes_on_with_what_is_reported() {
    holds(
        "Norway said its envoy would visit Lima to see the fleet, and would also meet the Peruvian premier.",
        &["Say | Norway | its envoy would visit Lima to see the fleet, and would also meet the Peruvian premier"],
    );
    holds(
        "Norway said Peru was ready to talk but would not bow to threats.",
        &["Say | Norway | Peru was ready to talk but would not bow to threats"],
    );
    holds(
        "Chad said it would never give up the isles but was prepared to discuss limits.",
        &["Say | Chad | it would never give up the isles but was prepared to discuss limits"],
    );
    holds(
        "Chad said it would let inspectors in, but only if the ban was eased first.",
        &["Say | Chad | it would let inspectors in, but only if the ban was eased first"],
    );
}

#[test]
fn conferences_and_statements_are_held_to_say_something() {
    holds(
        "Norway held a news conference to announce that it would close its embassy.",
        &["Announce | Norway | it would close its embassy"],
    );
    holds(
        "Chad issued a statement after the meeting saying the truce is over.",
        &["Say | Chad | the truce is over"],
    );
    holds(
        "Chad's army chief was quoted by the agency as warning Norway not to meddle.",
        &["Warn | Chad's army chief | not to meddle"],
    );
    holds(
        "Norway on Friday became the latest country to condemn the coup.",
        &["Condemn | Norway | the coup"],
    );
    holds(
        "Norway responded by threatening to cut off aid.",
        &["Threaten | Norway | cut off aid"],
    );
}

#[test]
fn an_invitation_to_a_meeting_has_its_own_words() {
    holds(
        "Norway has invited party leaders to a meeting on Thursday to discuss the pact which both Chilean and Peruvian farmers oppose.",
        &["Request | Norway | a meeting on Thursday to discuss the pact which both Chilean and Peruvian farmers oppose"],
    );
    lacks(
        "Norwegian envoy Bo Lind told Fish News of the talks that are set to end on Friday.",
        "Demand",
    );
}

#[test]
fn clauses_behind_a_day_an_apposition_and_a_concession() {
    holds(
        "The pact keeps the peace, but Norwegian Prime Minister Bo Lind announced in May he was leaving it.",
        &["Announce | Norwegian Prime Minister Bo Lind | he was leaving it"],
    );
    holds(
        "Norway and Chad agreed late Monday to open a bank in Malta.",
        &["Agree | Norway and Chad | open a bank in Malta"],
    );
    holds(
        "Norwegian envoy Bo Lind said in a speech at the Harbour Club, a hall by the sea, that Chad was using tariffs.",
        &["Say | Norwegian envoy Bo Lind | Chad was using tariffs"],
    );
    holds(
        "Although Norway said on Monday that a deal was near, Chile, head of the group, said the envoys had reached none.",
        &["Say | Norway | a deal was near", "Say | Chile | the envoys had reached none"],
    );
    holds(
        "Norway said besides opening the fair, it would also hold talks with Chad.",
        &["Say | Norway | besides opening the fair, it would also hold talks with Chad"],
    );
    holds(
        "Whether it rains or not, Chad said, the fair will open.",
        &["Say | Chad | Whether it rains or not the fair will open"],
    );
}

#[test]
fn verbs_joined_to_verbs_of_the_same_subject() {
    holds(
        "Norway has refused to recognise the vote and still considers it a breach of the pact.",
        &["Reject | Norway | recognise the vote", "Assess | Norway | it a breach of the pact"],
    );
    holds(
        "Norway met Chad in Lima on Monday and discussed ways of ending the war.",
        &["Discuss | Norway | ways of ending the war"],
    );
    holds(
        "Chad called the draft biased and urged members to vote it down.",
        &["Assess | Chad | the draft biased", "Urge | Chad | vote it down"],
    );
    holds(
        "Norway urged Chad to free a worker held since March, saying her arrest was illegal.",
        &["Say | Norway | her arrest was illegal"],
    );
    holds(
        "Chad has refused even to discuss the border.",
        &["Reject | Chad | discuss the border"],
    );
}

#[test]
fn a_noun_behind_yielding_is_no_infinitive() {
    holds("Riga yielded to pressure.", &["Accept | Riga | pressure"]);
    holds("Oslo agreed to transfer the funds.", &["Agree | Oslo | transfer the funds"]);
}

#[test]
fn what_somebody_is_asked_about_others_is_no_act() {
    lacks(
        "\"They asked me if I wouldn't propose a truce,\" Norwegian envoy Bo Lind said.",
        "Propose",
    );
    lacks("Norway told the rebels it will recognise them.", "Note");
}

#[test]
fn plurals_without_s_have_plural_verbs() {
    holds(
        "France, whose fishermen rely on these waters, warned against any deal.",
        &["Warn | France | any deal"],
    );
}

#[test]
fn by_telephone_is_how_and_not_who() {
    holds(
        "Norway and Chad agreed by telephone on Saturday to step up the talks.",
        &["Agree | Norway and Chad | step up the talks"],
    );
    holds("The plan was backed by 12 states.", &["Support | 12 states | The plan"]);
}

#[test]
fn nouns_that_look_like_verbs_stay_nouns() {
    holds(
        "Chad threatened Friday to walk out of peace talks unless the government halted its raids.",
        &["Threaten | Chad | walk out of peace talks unless the government halted its raids"],
    );
    holds(
        "Norwegian envoy Bo Lind left, telling reporters that 50 years of isolation had not worked.",
        &["Say | Norwegian envoy Bo Lind | 50 years of isolation had not worked"],
    );
}

#[test]
fn officials_who_asked_not_to_be_named_speak() {
    holds(
        "A Norwegian official who asked not to be identified said the plan was dead.",
        &["Say | A Norwegian official | the plan was dead"],
    );
    holds(
        "Botswana and Mozambique, which depend on the port, made clear they could not join in.",
        &["Emphasize | Botswana and Mozambique | they could not join in"],
    );
}

#[test]
fn conditions_keep_their_own_words() {
    holds(
        "Norway offered Chad more aid if its rulers agreed to free elections.",
        &["Offer | Norway | more aid if its rulers agreed to free elections"],
    );
    holds(
        "Norway has demanded that they leave and has threatened more attacks.",
        &["Demand | Norway | they leave", "Threaten | Norway | more attacks"],
    );
    holds(
        "Chad said it wanted a deal, but not at any price.",
        &["Say | Chad | it wanted a deal, but not at any price"],
    );
}

#[test]
fn agencies_quote_others() {
    holds(
        "The Xinhua news agency quoted Norwegian envoy Bo Lind as saying that talks would resume.",
        &["Say | Norwegian envoy Bo Lind | talks would resume"],
    );
    holds(
        "\"They have not kept their word,\" the Fars news agency quoted Norwegian envoy Bo Lind as saying.",
        &["Say | Norwegian envoy Bo Lind | They have not kept their word"],
    );
    holds(
        "State radio quoted Norwegian envoy Bo Lind as warning Chad not to meddle.",
        &["Warn | Norwegian envoy Bo Lind | not to meddle"],
    );
    lacks("Norwegian envoy Bo Lind cited the raid as proof.", "Say");
}

#[test]
fn phrases_between_commas_part_a_verb_from_its_words() {
    holds(
        "Chad agreed, under pressure from Norway, to free the pilot.",
        &["Agree | Chad | free the pilot"],
    );
    holds(
        "Chad finally agreed on Sunday, after weeks of pressure, to free the pilot.",
        &["Agree | Chad | free the pilot"],
    );
    holds(
        "Norway has proposed that the summit be moved and asked Chad for its view.",
        &["Propose | Norway | the summit be moved", "Request | Norway | its view"],
    );
    holds("Talks ended in deadlock after Chad refused to sign.", &["Reject | Chad | sign"]);
}

#[test]
fn letters_and_notes_ask() {
    holds(
        "Norway has written to the Security Council asking it to act.",
        &["Request | Norway | act"],
    );
    holds(
        "Norway handed the Chadian envoy a note demanding an explanation.",
        &["Demand | Norway | an explanation"],
    );
}

#[test]
fn who_somebody_is_stands_between_the_name_and_the_verb() {
    holds(
        "Peru will tighten its rules, Ana Ruiz, director of the Peruvian office of trade and industry, said here Thursday.",
        &["Say | Ana Ruiz, director of the Peruvian office of trade and industry | Peru will tighten its rules"],
    );
    holds("Chad, on the other hand, denied it.", &["Deny | Chad | it"]);
    holds(
        "Norwegian envoy Bo Lind, in a message, denied it.",
        &["Deny | Norwegian envoy Bo Lind | it"],
    );
}

#[test]
fn what_is_said_in_the_present_goes_on_in_the_future() {
    holds(
        "Norway said its people cherish the friendship with Chad, and will firmly support its cause.",
        &["Say | Norway | its people cherish the friendship with Chad, and will firmly support its cause"],
    );
}

#[test]
fn statements_may_do_two_things() {
    holds(
        "China issued a rare statement opposing the coup and urging the rebels to leave.",
        &["Urge | China | leave"],
    );
    holds("Norway agreed last month to halt its raids.", &["Agree | Norway | halt its raids"]);
}

#[test]
fn a_second_clause_ends_what_the_first_one_offers() {
    holds(
        "Norway said that it was ready to talk but that Chad kept changing its mind.",
        &[
            "Offer | it | talk",
            "Say | Norway | it was ready to talk but that Chad kept changing its mind",
        ],
    );
}

#[test]
fn archives_set_primes_for_quotation_marks() {
    holds(
        "″We reject the plan,″ Norway′s minister said.",
        &["Reject | We | the plan", "Say | Norway′s minister | We reject the plan"],
    );
    holds("＂We welcome it,＂ Norway's minister said.", &["Welcome | We | it"]);
    // feet and inches open nothing
    holds("Norway said the 6′2″ envoy would leave, and urged calm.", &["Urge | Norway | calm"]);
}
