//! Times in sentences of our own; the days were counted on a printed calendar (26 October 2024 was a Saturday).

use super::*;
use crate::read::layout::layout;
use proptest::prelude::*;

const PUBLISHED: &str = "2024-10-26";

fn date(day: &str) -> Option<Date> {
    day.parse().ok()
}

/// All times of `raw` as "words | earliest..latest granularity basis".
fn times(raw: &str, published: Option<Date>, toward: Toward) -> Vec<String> {
    let text = Text::new(raw, layout(raw, &[], &|_| true));
    let found = find(&Times::new(&text), 0..text.tokens.len(), published, toward);
    let shown = |time: &FoundTime| {
        let record = time.record(&text);
        let day = |date: Option<String>| date.unwrap_or_default();
        format!(
            "{} | {}..{} {} {}",
            record.text,
            day(record.earliest),
            day(record.latest),
            record.granularity,
            record.basis
        )
    };
    found.iter().map(shown).collect()
}

#[track_caller]
fn told(raw: &str, expected: &[&str]) {
    assert_eq!(times(raw, date(PUBLISHED), Toward::Past), expected, "{raw}");
}

#[track_caller]
fn planned(raw: &str, expected: &[&str]) {
    assert_eq!(times(raw, date(PUBLISHED), Toward::Future), expected, "{raw}");
}

#[test]
fn full_dates_need_no_publication() {
    let undated = |raw: &str, expected: &[&str]| assert_eq!(times(raw, None, Toward::Past), expected, "{raw}");
    undated(
        "The pact of 12 August 1949 holds.",
        &["12 August 1949 | 1949-08-12..1949-08-12 day explicit"],
    );
    undated(
        "It was signed on August 12, 1949, in Geneva.",
        &["August 12, 1949 | 1949-08-12..1949-08-12 day explicit"],
    );
    undated(
        "Envoys met on Feb. 23, 2024.",
        &["Feb. 23, 2024 | 2024-02-23..2024-02-23 day explicit"],
    );
    undated("Updated 2024-10-26 at noon.", &["2024-10-26 | 2024-10-26..2024-10-26 day explicit"]);
    undated(
        "The 2nd of March 1999 was cold.",
        &["The 2nd of March 1999 | 1999-03-02..1999-03-02 day explicit"],
    );
    undated(
        "They met in Oslo on May 19-21, 2023.",
        &["May 19-21, 2023 | 2023-05-19..2023-05-21 range explicit"],
    );
    undated(
        "They agreed in May 2022 to talk.",
        &["May 2022 | 2022-05-01..2022-05-31 month explicit"],
    );
    undated("The goals set in 2030 were met.", &["2030 | 2030-01-01..2030-12-31 year explicit"]);
    undated("Growth slowed in 2023-24.", &["2023-24 | 2023-01-01..2024-12-31 range explicit"]);
    undated("That was so in the 1990s.", &["the 1990s | 1990-01-01..1999-12-31 range explicit"]);
    undated(
        "Work starts in the first half of 2025.",
        &["the first half of 2025 | 2025-01-01..2025-06-30 range explicit"],
    );
    undated(
        "Work starts in the third quarter of 2025.",
        &["the third quarter of 2025 | 2025-07-01..2025-09-30 quarter explicit"],
    );
    undated("It opens in mid-2025.", &["mid-2025 | 2025-05-01..2025-08-31 range explicit"]);
    undated(
        "It opens in late May 2025.",
        &["late May 2025 | 2025-05-21..2025-05-31 range explicit"],
    );
}

#[test]
fn deadlines_keep_their_preposition() {
    told("They will leave by 2030.", &["by 2030 | ..2030-12-31 range explicit"]);
    told("They will leave by year-end.", &["by year-end | ..2024-12-31 range published"]);
    told(
        "They will leave by the end of 2025.",
        &["by the end of 2025 | ..2025-12-31 range explicit"],
    );
    told(
        "They will leave by the end of the month.",
        &["by the end of the month | ..2024-10-31 range published"],
    );
    told("The mandate runs until 2030.", &["until 2030 | ..2030-12-31 range explicit"]);
    told(
        "It must end before 15 November 1980.",
        &["before 15 November 1980 | ..1980-11-14 range explicit"],
    );
    told(
        "It must end no later than Friday.",
        &["no later than Friday | ..2024-11-01 range published"],
    );
    told(
        "Both will report within three months.",
        &["within three months | 2024-10-26..2025-01-26 range published"],
    );
    told(
        "Both will report within 30 days of the vote.",
        &["within 30 days | .. range unanchored"],
    );
    told(
        "The border was closed since May.",
        &["since May | 2024-05-01..2024-10-26 range published"],
    );
    told(
        "The border was closed from 2014 to 2020.",
        &["from 2014 to 2020 | 2014-01-01..2020-12-31 range explicit"],
    );
    told(
        "He visits from Nov. 20 to 23.",
        &["from Nov. 20 to 23 | 2023-11-20..2023-11-23 range published"],
    );
    told(
        "Talks ran between May and June 2023.",
        &["between May and June 2023 | 2023-05-01..2023-06-30 range explicit"],
    );
}

#[test]
fn a_report_looks_back() {
    told(
        "The ministers met on the 25th (local time) in Lima.",
        &["the 25th (local time) | 2024-10-25..2024-10-25 day published"],
    );
    told(
        "The ministers met on the 28th.",
        &["the 28th | 2024-09-28..2024-09-28 day published"],
    );
    told(
        "The ministry said Thursday that it would.",
        &["Thursday | 2024-10-24..2024-10-24 day published"],
    );
    told(
        "The ministry said on Saturday that it would.",
        &["Saturday | 2024-10-26..2024-10-26 day published"],
    );
    told("They met last Saturday.", &["last Saturday | 2024-10-19..2024-10-19 day published"]);
    told("They met last August.", &["last August | 2024-08-01..2024-08-31 month published"]);
    told("They met in November.", &["November | 2023-11-01..2023-11-30 month published"]);
    told("They met on Dec. 3 in Oslo.", &["Dec. 3 | 2023-12-03..2023-12-03 day published"]);
    told(
        "They met in May last year.",
        &["May last year | 2023-05-01..2023-05-31 month published"],
    );
    told("They met this year.", &["this year | 2024-01-01..2024-12-31 year published"]);
    told(
        "They met earlier this month.",
        &["earlier this month | 2024-10-01..2024-10-26 range published"],
    );
    told("They met last week.", &["last week | 2024-10-14..2024-10-20 week published"]);
    told(
        "They met yesterday and today.",
        &[
            "yesterday | 2024-10-25..2024-10-25 day published",
            "today | 2024-10-26..2024-10-26 day published",
        ],
    );
    told(
        "On this day they met; the next day they parted.",
        &["this day | .. day unanchored", "the next day | .. day unanchored"],
    );
    told(
        "They met in the last week of May 2024.",
        &["May 2024 | 2024-05-01..2024-05-31 month explicit"],
    );
    told(
        "They met this afternoon.",
        &["this afternoon | 2024-10-26..2024-10-26 day published"],
    );
    told(
        "They met two weeks ago.",
        &["two weeks ago | 2024-10-07..2024-10-13 week published"],
    );
    told(
        "They met in the third quarter.",
        &["the third quarter | 2024-07-01..2024-09-30 quarter published"],
    );
    told(
        "They met on Friday, Oct. 11, in Bern.",
        &["Friday, Oct. 11 | 2024-10-11..2024-10-11 day published"],
    );
}

#[test]
fn a_plan_looks_ahead() {
    planned("They will meet on Thursday.", &["Thursday | 2024-10-31..2024-10-31 day published"]);
    planned(
        "They will meet in September.",
        &["September | 2025-09-01..2025-09-30 month published"],
    );
    planned("They will meet next week.", &["next week | 2024-10-28..2024-11-03 week published"]);
    planned(
        "They will meet in two weeks.",
        &["in two weeks | 2024-11-04..2024-11-10 week published"],
    );
    planned("They will meet on the 3rd.", &["the 3rd | 2024-11-03..2024-11-03 day published"]);
    planned(
        "They will meet later this year.",
        &["later this year | 2024-10-26..2024-12-31 range published"],
    );
    planned("They will meet in the coming months.", &["the coming months | .. range unanchored"]);
    planned(
        "They will meet over the next five years.",
        &["the next five years | 2024-10-26..2029-10-26 range published"],
    );
}

#[test]
fn without_publication_nothing_is_counted() {
    for raw in [
        "They met on Friday.",
        "They met in May.",
        "They met last year.",
        "They will report within three months.",
    ] {
        let found = times(raw, None, Toward::Past);
        assert_eq!(found.len(), 1, "{raw}");
        assert!(found[0].ends_with("unanchored") && found[0].contains("| .. "), "{found:?}");
    }
}

#[test]
fn words_that_are_no_time() {
    told("It may march on; resolution 1540 stands.", &[]);
    told("The plan was criticised by May and others.", &[]);
    told("They spoke at Friday's talks and this year's summit.", &[]);
    told("The 25th session opened; on the 38th parallel nothing moved.", &[]);
    told("They reached a deal in two weeks.", &[]);
    told("The end of the war is near; the first half was dull.", &[]);
    told("About 2000 people and 12 envoys came.", &[]);
    told("On 31 June 2024 nothing happened.", &["31 June 2024 | .. day unanchored"]);
}

/// The time of the act whose cue and content are given as words of `raw`.
fn time_of(raw: &str, cue: &str, content: &str, toward: Toward, force: Force) -> Option<String> {
    let text = Text::new(raw, layout(raw, &[], &|_| true));
    let tokens = |words: &str| {
        let at = raw.find(words).expect("the words stand in the sentence");
        text.token_at(at)..text.token_at(at + words.len() - 1) + 1
    };
    let content = Some(content).filter(|c| !c.is_empty()).map(tokens);
    statement_time(
        &Times::new(&text),
        0..text.tokens.len(),
        tokens(cue),
        content,
        date(PUBLISHED),
        toward,
        force,
    )
    .map(|time| time.text)
}

#[test]
fn the_time_beside_the_act_comes_first() {
    let of = |raw, cue, content, force| time_of(raw, cue, content, Toward::Past, force);
    let told = [
        (
            "Peru agreed Sunday to open the port by 2030.",
            "agreed Sunday to",
            "open the port by 2030",
            "Sunday",
        ),
        ("Peru urged Chile on Friday to open the port.", "urged", "open the port", "Friday"),
        (
            "Peru on Friday strongly urged Chile to open the port.",
            "strongly urged",
            "open the port",
            "Friday",
        ),
        ("On 3 May, Peru agreed to open the port.", "agreed to", "open the port", "3 May"),
        (
            "Peru agreed to open the port at talks in Lima on Friday.",
            "agreed to",
            "open the port",
            "Friday",
        ),
        (
            "Peru agreed to open the port by 2030.",
            "agreed to",
            "open the port by 2030",
            "by 2030",
        ),
        (
            "Peru agreed to hold talks next week.",
            "agreed to",
            "hold talks next week",
            "next week",
        ),
    ];
    for (raw, cue, content, expected) in told {
        assert_eq!(of(raw, cue, content, Force::Commissive).as_deref(), Some(expected), "{raw}");
    }
}

#[test]
fn the_time_of_something_else_is_left_alone() {
    let of = |raw, cue, content, force| time_of(raw, cue, content, Toward::Past, force);
    assert_eq!(
        of(
            "Peru condemned the launch of 3 May.",
            "condemned",
            "the launch of 3 May",
            Force::Expressive
        ),
        None
    );
    assert_eq!(
        of(
            "Peru agreed to a truce, the ministry said Friday.",
            "agreed to",
            "a truce",
            Force::Commissive
        ),
        None
    );
    assert_eq!(
        of(
            "Peru pledged to honour the pact signed in May.",
            "pledged to",
            "honour the pact signed in May",
            Force::Commissive
        ),
        None
    );
    assert_eq!(
        of(
            "Peru said talks would go on until May.",
            "said",
            "talks would go on until May",
            Force::Assertive
        ),
        None
    );
    assert_eq!(
        of(
            "Peru agreed to a truce, the ministry announced Friday.",
            "agreed to",
            "a truce",
            Force::Commissive
        ),
        None
    );
    assert_eq!(
        of(
            "On Friday the rift grew when Peru rejected a truce.",
            "rejected",
            "a truce",
            Force::Expressive
        ),
        None
    );
    assert_eq!(
        of(
            "Peru agreed to a truce and pledged aid on Friday.",
            "agreed to",
            "a truce",
            Force::Commissive
        ),
        None
    );
}

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "by", "the", "end", "of", "2030", "May", "12", "25th", "on", "Friday", "last", "next", "week", "three", "months", "ago", "within",
        "-", ",", "'s", "early", "third", "quarter", "from", "to", "since", "in", "31", "February", "this", "year", "9999", "1000",
        "decades", "(", "local", "time", ")",
    ]);
    prop::collection::vec(word, 0..14).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_string_gives_times_in_order(raw in prop_oneof!["\\PC*", words()], year in -9999i16..=9999, day in 1i8..=28, ahead: bool) {
        let text = Text::new(&raw, layout(&raw, &[], &|_| true));
        let published = Date::new(year, 12, day).ok();
        let toward = if ahead { Toward::Future } else { Toward::Past };
        let mut end = 0;
        for time in find(&Times::new(&text), 0..text.tokens.len(), published, toward) {
            prop_assert!(end <= time.tokens.start && time.tokens.start < time.tokens.end && time.tokens.end <= text.tokens.len());
            prop_assert!(time.earliest.zip(time.latest).is_none_or(|(first, last)| first <= last), "{:?} in {:?}", time, raw);
            prop_assert_eq!(time.basis == TimeBasis::Unanchored, time.earliest.is_none() && time.latest.is_none());
            end = time.tokens.end;
        }
        let all = text.tokens.len();
        let (cue, content) = (all / 3..all / 2, all / 2..all);
        statement_time(&Times::new(&text), 0..all, cue, Some(content), published, toward, Force::Commissive);
    }
}

#[test]
fn the_grammar_is_tried_wherever_it_can_parse() {
    let golden = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let mut parsed = 0;
    for folder in std::fs::read_dir(golden).expect("the golden articles") {
        let Ok(raw) = std::fs::read_to_string(folder.expect("an entry").path().join("article.txt")) else {
            continue;
        };
        let text = Text::new(&raw, layout(&raw, &[], &|_| true));
        let at: Vec<usize> = (0..text.tokens.len()).collect();
        for i in 0..at.len() {
            if phrase::time(Tokens::new(&text, &at[i..])).is_ok() {
                parsed += 1;
                assert!(words::begins(&text, i), "a time begins with {:?}", text.word(i));
            }
        }
    }
    assert!(parsed > 50, "{parsed} times");
}
