//! One document a line.
//!
//! Owns: the fields of such a line and what is said of one that cannot be read.
//! Leaves to: [`super::input`] where the lines come from.

use super::Document;
use super::decode::Warning;
use super::published;
use crate::statement::PublishedBasis;
use serde_json::{Map, Value};

/// Reads one line. `fallback` is the id of a document that has none of its own.
///
/// # Errors
/// What was expected and what was found, as words of a message.
pub(super) fn document(line: &str, text_field: &str, fallback: &str, warnings: &mut Vec<Warning>) -> Result<Document, String> {
    let value: Value = serde_json::from_str(line)
        .map_err(|e| format!("expected a JSON object, found broken JSON (column {}: {})", e.column(), plain(&e)))?;
    let Value::Object(mut fields) = value else {
        return Err(format!("expected a JSON object, found {}", kind(&value)));
    };
    let text = match fields.remove(text_field) {
        Some(Value::String(text)) => text,
        Some(other) => return Err(format!("expected a string in the field `{text_field}`, found {}", kind(&other))),
        None => {
            return Err(format!(
                "expected a field `{text_field}`, found {}; name another with --text-field",
                names(&fields)
            ));
        }
    };
    if text.trim().is_empty() {
        warnings.push(Warning::Empty);
    }
    let date = string(&fields, &["date", "published", "published_at", "datePublished"]);
    let published = date.as_deref().and_then(published::field);
    if let (Some(found), None) = (date, published) {
        warnings.push(Warning::BadDate { found });
    }
    Ok(Document {
        id: string(&fields, &["id"]).unwrap_or_else(|| fallback.to_string()),
        uri: string(&fields, &["url", "uri"]),
        title: string(&fields, &["title"]),
        published: published.map(|date| (date, PublishedBasis::Given)),
        publisher: string(&fields, &["publisher", "source"]),
        text,
        hints: Vec::new(),
    })
}

/// The first of `names` that holds something; numbers as they are written, since ids often are.
fn string(fields: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match fields.get(*name)? {
        Value::String(s) => Some(s.trim().to_string()).filter(|s| !s.is_empty()),
        Value::Number(n) => Some(n.to_string()),
        _ => None,
    })
}

/// serde_json's message without the place, which names a line that is always the first.
fn plain(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or_default().to_string()
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

fn names(fields: &Map<String, Value>) -> String {
    let shown: Vec<String> = fields
        .keys()
        .take(6)
        .map(|k| format!("`{}`", super::paragraphs::clip(k, 40)))
        .collect();
    let more = if fields.len() > shown.len() { " and others" } else { "" };
    if shown.is_empty() {
        "no field at all".to_string()
    } else {
        format!("{}{more}", shown.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::document;
    use crate::read::decode::Warning;

    #[test]
    fn fields_are_taken_and_their_other_names_too() {
        let mut warnings = Vec::new();
        let line = r#"{"id": 7, "text": "They agreed.", "title": "Talks", "published": "2023-05-04T10:00:00Z", "url": "https://example.org/7", "source": "The Example"}"#;
        let found = document(line, "text", "f:1", &mut warnings).unwrap();
        assert_eq!(
            (found.id.as_str(), found.text.as_str(), found.title.as_deref()),
            ("7", "They agreed.", Some("Talks"))
        );
        assert_eq!(found.published.map(|(d, _)| d.to_string()).as_deref(), Some("2023-05-04"));
        assert_eq!(
            (found.uri.as_deref(), found.publisher.as_deref()),
            (Some("https://example.org/7"), Some("The Example"))
        );
        assert!(warnings.is_empty());
    }

    #[test]
    fn another_text_field_and_no_id() {
        let found = document(r#"{"body": "They agreed.", "date": "soon"}"#, "body", "f:1", &mut Vec::new()).unwrap();
        assert_eq!((found.id.as_str(), found.text.as_str()), ("f:1", "They agreed."));
        let mut warnings = Vec::new();
        let _ = document(r#"{"text": "They agreed.", "date": "soon"}"#, "text", "f:1", &mut warnings);
        assert_eq!(warnings, [Warning::BadDate { found: "soon".to_string() }]);
    }

    #[test]
    fn a_bad_line_says_what_was_expected_and_found() {
        let error = |line: &str| document(line, "text", "f:1", &mut Vec::new()).unwrap_err();
        assert!(error("{\"text\": ").contains("broken JSON (column"), "{}", error("{\"text\": "));
        assert!(error("[1]").contains("found an array"));
        assert!(error(r#"{"text": 3}"#).contains("found a number"));
        assert!(error(r#"{"body": "x"}"#).contains("`body`; name another with --text-field"));
    }
}
