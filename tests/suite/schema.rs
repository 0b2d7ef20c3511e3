//! The schemas in `schema/` are those of the types. `DEMARCHE_UPDATE=1 cargo test` rewrites them; nothing else does.

use demarche::output::schema::{Kind, schema, schema_text};
use demarche::rules::form;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn file(kind: Kind) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("schema")
        .join(format!("{}.json", kind.name()))
}

#[test]
fn files_are_those_of_the_types() {
    for kind in Kind::ALL {
        let path = file(kind);
        if std::env::var_os("DEMARCHE_UPDATE").is_some() {
            std::fs::write(&path, schema_text(kind)).unwrap();
        }
        let stands = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            stands == schema_text(kind),
            "{} is out of date; `DEMARCHE_UPDATE=1 cargo test` rewrites it",
            path.display()
        );
    }
}

/// Every object and every value of an enum, wherever in the schema, with a path for the message.
fn walk<'v>(value: &'v Value, path: &str, see: &mut impl FnMut(&str, &'v Value)) {
    see(path, value);
    match value {
        Value::Object(map) => map.iter().for_each(|(key, child)| walk(child, &format!("{path}/{key}"), see)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(n, child)| walk(child, &format!("{path}/{n}"), see)),
        _ => (),
    }
}

#[test]
fn objects_are_closed_and_complete() {
    // Written by some formats only.
    let conditional = ["/$defs/Statement/document", "/document", "/$defs/DocumentInfo/text"];
    for kind in Kind::ALL {
        let schema = schema(kind);
        let (mut objects, mut optional) = (0, 0);
        walk(&schema, "", &mut |path, value| {
            let Some(properties) = value.get("properties").filter(|_| value["type"] == "object") else {
                return;
            };
            objects += 1;
            assert_eq!(value["additionalProperties"], false, "{}{path} is open", kind.name());
            let required = value["required"].as_array().unwrap();
            for name in properties.as_object().unwrap().keys() {
                let field = format!("{path}/{name}");
                if !required.contains(&Value::from(name.as_str())) {
                    optional += 1;
                    assert!(conditional.contains(&field.as_str()), "{field} may be left out");
                }
            }
        });
        let all = match kind {
            Kind::Statement => (13, 1),
            Kind::Extraction => (15, 2),
        };
        assert_eq!((objects, optional), all, "{}", kind.name());
    }
}

#[test]
fn everything_is_described() {
    for kind in Kind::ALL {
        let schema = schema(kind);
        let mut words = 0;
        walk(&schema, "", &mut |path, value| {
            let parent_is_properties = path.rsplit_once('/').is_some_and(|(parent, _)| parent.ends_with("/properties"));
            let is_word = value.get("const").is_some() && (path.contains("/oneOf/") || path.contains("/anyOf/"));
            words += usize::from(is_word);
            if parent_is_properties || is_word {
                let text = value.get("description").and_then(Value::as_str).unwrap_or("");
                assert!(!text.is_empty(), "{}: {path} has no description", kind.name());
            }
        });
        assert!(words >= 60, "{words} words of enums");
    }
}

#[test]
fn the_form_of_a_pack_is_published() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/rules.json");
    if std::env::var_os("DEMARCHE_UPDATE").is_some() {
        std::fs::write(&path, form::schema_text()).unwrap();
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stands == form::schema_text(),
        "schema/rules.json is out of date; `DEMARCHE_UPDATE=1 cargo test` rewrites it"
    );
    let schema = form::schema();
    assert_eq!(schema["$id"], "urn:demarche:schema:1:rules");
    let mut objects = 0;
    walk(&schema, "", &mut |path, value| {
        if value.get("properties").is_some() && value["type"] == "object" {
            objects += 1;
            assert_eq!(value["additionalProperties"], false, "{path} is open");
        }
        let is_property = path.rsplit_once('/').is_some_and(|(parent, _)| parent.ends_with("/properties"));
        assert!(!is_property || value.get("description").is_some(), "{path} has no description");
    });
    assert_eq!(objects, 10, "the pack, a rule, a code and seven sections");
}

/// What can be loaded agrees with the schema, and the keys of both are the same.
#[test]
fn the_form_and_the_loader_agree() {
    let validator = jsonschema::validator_for(&form::schema()).expect("a schema");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let acts = std::fs::read_dir(root.join("rules/acts"))
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let packs: Vec<PathBuf> = acts
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .chain([root.join("examples/climate.toml"), root.join("rules/skeleton.toml")])
        .collect();
    assert!(packs.len() > 30);
    for path in packs {
        let table: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
        let value = serde_json::to_value(table).unwrap();
        let wrong: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", path.display());
    }
    for broken in [
        r#"{"acts": "agree"}"#,
        r#"{"act": "agre"}"#,
        r#"{"rule": [{"id": "a b", "frames": ["agree"]}]}"#,
        r#"{"rule": [{"id": "a", "frames": []}]}"#,
        r#"{"person": [{"name": "A", "code": "B", "role": "c", "from": "last year"}]}"#,
        r#"{"degree": [{"level": 5}]}"#,
    ] {
        assert!(!validator.is_valid(&serde_json::from_str(broken).unwrap()), "{broken}");
    }
    // A key that there is not makes the loader list those that there are.
    let schema = form::schema();
    let of = |at: &str| -> Vec<String> {
        let place = if at.is_empty() { &schema } else { &schema["$defs"][at] };
        let mut keys: Vec<String> = place["properties"].as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    for (source, at) in [
        (
            "zzz = 1
", "",
        ),
        (
            "[[rule]]
zzz = 1
",
            "Rule",
        ),
        (
            "[[verb]]
zzz = 1
",
            "Verb",
        ),
        (
            "[[synonym]]
zzz = 1
",
            "Synonym",
        ),
        (
            "[[degree]]
zzz = 1
",
            "Degree",
        ),
        (
            "[[hedge]]
zzz = 1
",
            "Hedge",
        ),
        (
            "[[name]]
zzz = 1
",
            "Name",
        ),
        (
            "[[person]]
zzz = 1
",
            "Person",
        ),
        (
            "[[office]]
zzz = 1
",
            "Office",
        ),
    ] {
        let file = demarche::rules::RuleFile {
            name: "x.toml".to_string(),
            bytes: source.as_bytes().to_vec(),
        };
        let errors = demarche::extract::Extractor::with_packs(Default::default(), &[file])
            .err()
            .expect("a wrong key");
        let told = errors[0]
            .problems
            .iter()
            .map(|p| p.message.as_str())
            .find(|m| m.ends_with("found `zzz`"))
            .expect("told");
        let list = told
            .strip_prefix("expected ")
            .and_then(|rest| rest.split(" in ").next())
            .unwrap_or("");
        let list = list.split(" at the head").next().unwrap_or("");
        let mut keys: Vec<String> = list.split(", ").map(|key| key.trim_matches('`').to_string()).collect();
        keys.sort();
        assert_eq!(keys, of(at), "{at}");
    }
}

#[test]
fn says_what_it_is() {
    for kind in Kind::ALL {
        assert_eq!(schema(kind)["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema(kind)["$id"], format!("urn:demarche:schema:1:{}", kind.name()));
    }
}
