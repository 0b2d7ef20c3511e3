//! How types become JSON Schemas, 2020-12.
//!
//! Owns: what all published schemas have in common: a name, and descriptions on one line.
//! Leaves to: the types their doc comments, which are the descriptions; to whoever owns them which there are.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

/// The schema of what is written as `T`, or, where it is `read`, of what can be read as one; `name` and `version` make its `$id`.
pub fn generate<T: JsonSchema>(name: &str, version: &str, read: bool) -> Value {
    let settings = SchemaSettings::draft2020_12();
    let settings = if read {
        settings.for_deserialize()
    } else {
        settings.for_serialize()
    };
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    // A name, not an address: the schema travels with the program and nothing is fetched.
    schema.insert("$id".to_string(), format!("urn:demarche:schema:{version}:{name}").into());
    // Doc comments are broken into lines for the reader of the source.
    let mut one_line = RecursiveTransform(|schema: &mut Schema| {
        if let Some(Value::String(text)) = schema.get_mut("description") {
            let paragraphs: Vec<String> = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect();
            *text = paragraphs.join("\n\n");
        }
        // That a key can be left out is said by `required`; what stands for it then is nobody's to write.
        if read {
            schema.remove("default");
        }
    });
    one_line.transform(&mut schema);
    schema.to_value()
}
