use super::{Shape, Tree};
use jsonschema::json::Node;
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Serialize)]
struct Inner {
    start: u32,
    share: f64,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Tone {
    Mild,
}

#[derive(Serialize)]
struct Sample {
    name: &'static str,
    empty: Vec<u8>,
    inner: Vec<Inner>,
    none: Option<bool>,
    some: Option<bool>,
    tone: Tone,
    below: i64,
    letter: char,
}

fn sample() -> Sample {
    let inner = |start| Inner { start, share: 0.5 };
    Sample {
        name: "Überfahrt",
        empty: Vec::new(),
        inner: vec![inner(1), inner(7)],
        none: None,
        some: Some(true),
        tone: Tone::Mild,
        below: -3,
        letter: 'é',
    }
}

#[test]
fn a_tree_holds_what_a_json_value_holds() {
    let tree = Tree::of(&sample()).expect("a tree");
    assert_eq!(*tree.root().to_value(), serde_json::to_value(sample()).unwrap());
}

#[test]
fn what_no_record_holds_makes_no_tree() {
    assert!(Tree::of(&json!({"a": 1})).is_none(), "a map");
    assert!(Tree::of(&(1, 2)).is_none(), "a tuple");
    assert!(Tree::of(&vec![Some((1, 2))]).is_none(), "a tuple inside");
}

/// Whether the sample agrees with a schema of its properties, as a tree; a JSON value must say the same.
fn agrees(properties: Value) -> bool {
    let schema = json!({"type": "object", "properties": properties, "required": ["name", "inner"]});
    let tree = Tree::of(&sample()).expect("a tree");
    let quick = jsonschema::options_for::<Shape>().build(&schema).unwrap().is_valid(tree.root());
    assert_eq!(
        quick,
        jsonschema::is_valid(&schema, &serde_json::to_value(sample()).unwrap()),
        "{schema}"
    );
    quick
}

#[test]
fn a_tree_is_judged_as_a_json_value_is() {
    assert!(agrees(json!({"name": {"minLength": 9, "maxLength": 9, "pattern": "^Ü"}})));
    assert!(!agrees(json!({"name": {"maxLength": 8}})));
    assert!(agrees(
        json!({"inner": {"uniqueItems": true, "items": {"required": ["start"], "maxProperties": 2}}})
    ));
    assert!(!agrees(json!({"inner": {"items": {"required": ["end"]}}})));
    assert!(!agrees(
        json!({"inner": {"items": {"properties": {"start": {}}, "additionalProperties": false}}})
    ));
    assert!(!agrees(json!({"inner": {"items": {"properties": {"start": {"maximum": 6}}}}})));
    assert!(agrees(
        json!({"none": {"type": ["string", "null"]}, "some": {"const": true}, "tone": {"enum": ["mild", "harsh"]}})
    ));
    assert!(!agrees(json!({"tone": {"const": "harsh"}})));
    assert!(!agrees(json!({"tone": {"enum": [1, null, "harsh"]}})));
    assert!(agrees(
        json!({"below": {"type": "integer", "enum": [-3.0, "x"]}, "empty": {"maxItems": 0}})
    ));
    assert!(agrees(
        json!({"inner": {"const": [{"start": 1, "share": 0.5}, {"start": 7, "share": 0.5}]}})
    ));
    assert!(!agrees(json!({"inner": {"items": {"propertyNames": {"maxLength": 4}}}})));
}

#[test]
fn a_field_that_is_asked_for_must_be_there() {
    let schema = json!({"required": ["name", "colour"]});
    let tree = Tree::of(&sample()).expect("a tree");
    assert!(!jsonschema::options_for::<Shape>().build(&schema).unwrap().is_valid(tree.root()));
}
