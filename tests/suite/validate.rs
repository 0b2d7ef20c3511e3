//! What the check of records lets through, and what not.

use crate::made;
use demarche::output::schema::Kind;
use demarche::output::validate::Checker;
use demarche::statement::Extraction;
use serde_json::{Value, json};

#[test]
fn a_right_extraction_passes() {
    let checker = Checker::new();
    let made = made::extraction();
    assert_eq!(checker.check(&made, made::TEXT), Ok(()));
    let mut with_text = serde_json::to_value(&made).unwrap();
    with_text["document"]["text"] = made::TEXT.into();
    assert_eq!(checker.failures(Kind::Extraction, &with_text), []);
    assert_eq!(checker.failures(Kind::Statement, &with_text["statements"][1]), []);
}

/// The path at which `change` makes the check fail, and the statement.
fn failing(change: impl Fn(&mut Extraction)) -> (Option<usize>, String) {
    let mut made = made::extraction();
    change(&mut made);
    let invalid = Checker::new().check(&made, made::TEXT).expect_err("it passes");
    assert_eq!(invalid.document, "pass");
    assert!(invalid.to_string().contains(&invalid.failure.path) && !invalid.failure.reason.is_empty());
    (invalid.statement, invalid.failure.path)
}

#[test]
fn a_wrong_record_is_named_with_its_path() {
    assert_eq!(failing(|made| made.document.sha256.clear()), (None, "/document/sha256".to_string()));
    assert_eq!(
        failing(|made| made.schema_version = "2".into()),
        (None, "/schema_version".to_string())
    );
    assert_eq!(
        failing(|made| made.statements[1].strength.level = 5),
        (Some(1), "/statements/1/strength/level".to_string())
    );
    assert_eq!(
        failing(|made| made.statements[0].id.push('x')),
        (Some(0), "/statements/0/id".to_string())
    );
    let far = |made: &mut Extraction| made.statements[0].time.as_mut().unwrap().latest = Some("in May".into());
    assert_eq!(failing(far), (Some(0), "/statements/0/time/latest".to_string()));
}

#[test]
fn words_that_are_not_at_their_place_are_named() {
    assert_eq!(
        failing(|made| made.statements[0].cue.span.start += 1),
        (Some(0), "/statements/0/cue".to_string())
    );
    let shifted = |made: &mut Extraction| {
        let span = &mut made.statements[1].strength.hedges[0].span;
        (span.start, span.end) = (span.start + 1, span.end + 1);
    };
    assert_eq!(failing(shifted), (Some(1), "/statements/1/strength/hedges/0".to_string()));
    let beyond = |made: &mut Extraction| {
        let span = &mut made.statements[0].speakers[0].span.as_mut().unwrap();
        (span.start, span.end) = (span.start + 9000, span.end + 9000);
    };
    assert_eq!(failing(beyond), (Some(0), "/statements/0/speakers/0".to_string()));
    let unjoined = |made: &mut Extraction| made.statements[1].content.as_mut().unwrap().text.push('!');
    assert_eq!(failing(unjoined), (Some(1), "/statements/1/content/text".to_string()));
    let short = |made: &mut Extraction| made.statements[1].content.as_mut().unwrap().span.end -= 1;
    assert_eq!(failing(short), (Some(1), "/statements/1/content/span".to_string()));
    let backwards = |made: &mut Extraction| made.statements[0].cue.span.end = 0;
    assert_eq!(failing(backwards), (Some(0), "/statements/0/cue".to_string()));
}

#[test]
fn somebody_elses_record_is_told_everything() {
    let checker = Checker::new();
    let paths = |value: &Value| -> Vec<String> {
        let failures = checker.failures(Kind::Statement, value);
        failures.into_iter().map(|failure| failure.path).collect()
    };
    let right = serde_json::to_value(&made::extraction().statements[0]).unwrap();
    let mut wrong = right.clone();
    wrong["act"] = json!("agrees");
    wrong["cue"]["span"]["end"] = json!(-1);
    wrong["colour"] = json!("red");
    assert_eq!(paths(&wrong).len(), 3, "{:?}", paths(&wrong));
    assert!(paths(&wrong).contains(&"/act".to_string()) && paths(&wrong).contains(&"/cue/span/end".to_string()));
    let mut short = right.clone();
    short.as_object_mut().unwrap().remove("source");
    assert_eq!(paths(&short).len(), 1, "absent things are null, never left out");
    let mut shifted = right;
    shifted["cue"]["text"] = json!("agree");
    assert_eq!(paths(&shifted), ["/cue"]);
}
