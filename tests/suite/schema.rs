//! The schemas in `schema/` are those of the types. `DEMARCHE_UPDATE=1 cargo test` rewrites them; nothing else does.

use demarche::output::schema::{Kind, schema, schema_text};
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
fn says_what_it_is() {
    for kind in Kind::ALL {
        assert_eq!(schema(kind)["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema(kind)["$id"], format!("urn:demarche:schema:1:{}", kind.name()));
    }
}
