//! Nouns inside clauses: counts, nouns that look like verbs, what stands behind a noun, numbers and names with odd marks.
//! Sentences of our own, expected from the annotation guide and not from the program's answers.

use crate::constructions::holds;

#[test]
fn a_count_opens_no_clause() {
    for count in [
        "more than 40,000 boats",
        "less than half of the boats",
        "more than two million boats",
    ] {
        holds(
            &format!("Norway said {count} had been lost since the storm began."),
            &[&format!("Say | Norway | {count} had been lost since the storm began")],
        );
    }
    holds(
        "Norway pledged more than 5 million krone and agreed to talks.",
        &["Pledge | Norway | more than 5 million krone", "Agree | Norway | talks"],
    );
}

#[test]
fn a_noun_that_is_a_verb_here() {
    holds(
        "Norway said the latest rule also sets important limits for other boats.",
        &["Say | Norway | the latest rule also sets important limits for other boats"],
    );
    holds(
        "Norway said the latest decision sets important limits.",
        &["Say | Norway | the latest decision sets important limits"],
    );
    holds(
        "Norway said the government plans new talks in May.",
        &["Say | Norway | the government plans new talks in May"],
    );
    holds("Norway said Peru wants peace.", &["Say | Norway | Peru wants peace"]);
    holds(
        "Norway said the peace talks on Chad were useless.",
        &["Say | Norway | the peace talks on Chad were useless"],
    );
}

#[test]
fn a_panel_that_was_set_up_concluded_something() {
    holds(
        "A Peruvian panel set up to study the deal concluded on Wednesday that it had failed.",
        &["Assess | A Peruvian panel set up to study the deal | it had failed"],
    );
}

#[test]
fn a_second_preposition_and_what_a_participle_says_of_its_noun() {
    holds(
        "Norway expressed concern over the raids in Chad and on issues related to Mali.",
        &["ExpressConcern | Norway | the raids in Chad and on issues related to Mali"],
    );
    holds(
        "Norway condemned the raid and on Monday asked for help.",
        &["Condemn | Norway | the raid", "Request | Norway | help"],
    );
}

#[test]
fn numbers_right_behind_an_abbreviation() {
    holds(
        "Norway recalls the provisions of Decision Sea/Dec.356(XX) adopted by the council in May.",
        &["Note | Norway | the provisions of Decision Sea/Dec.356(XX) adopted by the council in May"],
    );
    holds("Norway agreed to leave by Jan.16.", &["Agree | Norway | leave by Jan.16"]);
}

#[test]
fn nouns_behind_and_that_are_of_something() {
    holds(
        "Norway condemns the raids on schools, markets and places of worship in Chad.",
        &["Condemn | Norway | the raids on schools, markets and places of worship in Chad"],
    );
    holds(
        "Norway recalls the provisions of the plan adopted by the assembly at its session held in Lima.",
        &["Note | Norway | the provisions of the plan adopted by the assembly at its session held in Lima"],
    );
    holds(
        "Norway recalls the provisions of decision COMM/2.(VI) adopted in May.",
        &["Note | Norway | the provisions of decision COMM/2.(VI) adopted in May"],
    );
}

#[test]
fn names_with_a_small_word_behind_a_hyphen() {
    for name in ["Kang Min-Soon", "Kang Jae-In"] {
        let speaker = format!("Peruvian envoy {name}");
        holds(
            &format!("{speaker} said the deal was fair."),
            &[&format!("Say | {speaker} | the deal was fair")],
        );
    }
}
