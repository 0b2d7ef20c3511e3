//! Records that do not agree with a schema are set aside, the others go on.
//!
//! Owns: what is set aside, and the schema that a user brings: one for a statement, as `demarche schema statement` prints it, or one
//! for an extraction, told apart by whether it has a property `statements`.
//! Leaves to: [`super::validate`] what valid means; to the command line where rejects go.

use super::schema::{Kind, schema};
use super::validate::{Checker, Failure, failure, within};
use crate::statement::Extraction;
use jsonschema::Validator;
use serde::Serialize;
use serde_json::Value;

/// Checks records against the contract and against a schema of the user's.
pub struct Sieve {
    contract: Checker,
    own: Option<(Kind, Validator)>,
}

/// A record that was set aside: a line of `--rejects`.
#[derive(Clone, Debug, Serialize)]
pub struct Reject {
    /// The `id` of the document.
    pub document: String,
    /// The `id` of the statement; null where what is wrong is said of the document.
    pub statement: Option<String>,
    /// JSON Pointer from the top of `record`.
    pub path: String,
    /// What was expected and what was found.
    pub reason: String,
    /// The record as it would have been written.
    pub record: Value,
}

impl Sieve {
    /// A sieve with the contract, and with `own` beside it.
    ///
    /// # Errors
    /// What is wrong with `own`, as a schema.
    pub fn new(own: Option<&Value>) -> Result<Self, String> {
        let own = own.map(|own| -> Result<_, String> {
            let kind = match own.pointer("/properties/statements") {
                Some(_) => Kind::Extraction,
                None => Kind::Statement,
            };
            // What a stricter schema builds upon is at hand by its name; nothing is fetched.
            let published = Kind::ALL.map(|kind| {
                (
                    format!("urn:demarche:schema:{}:{}", crate::statement::SCHEMA_VERSION, kind.name()),
                    schema(kind),
                )
            });
            let mut registry = jsonschema::Registry::new();
            for (name, schema) in &published {
                registry = registry.add(name, schema).map_err(|error| error.to_string())?;
            }
            let registry = registry.prepare().map_err(|error| error.to_string())?;
            let validator = jsonschema::options()
                .with_registry(&registry)
                .offline()
                .build(own)
                .map_err(|error| error.to_string())?;
            Ok((kind, validator))
        });
        Ok(Self {
            contract: Checker::new(),
            own: own.transpose()?,
        })
    }

    /// Takes out of `extraction` what does not agree, with the reasons; true where the document itself does not.
    pub fn sift(&self, extraction: &mut Extraction, text: Option<&str>) -> (Vec<Reject>, bool) {
        let mut wrong = self.contract.all(extraction, text);
        if let Some((kind, validator)) = &self.own {
            wrong.extend(own(*kind, validator, extraction));
        }
        if wrong.is_empty() {
            return (Vec::new(), false);
        }
        let document = extraction.document.id.clone();
        let whole = wrong.iter().any(|failure| place(&failure.path).is_none());
        let mut out = vec![false; extraction.statements.len()];
        let rejects = wrong.into_iter().map(|failure| {
            let at = place(&failure.path);
            let statement = at.as_ref().and_then(|(number, _)| extraction.statements.get(*number));
            if let Some(out) = at.as_ref().and_then(|(number, _)| out.get_mut(*number)) {
                *out = true;
            }
            let record = match statement {
                Some(statement) => serde_json::to_value(statement),
                None => serde_json::to_value(&extraction.document),
            };
            Reject {
                document: document.clone(),
                statement: statement.map(|statement| statement.id.clone()),
                path: at.map_or(failure.path, |(_, inside)| inside),
                reason: failure.reason,
                record: record.unwrap_or_default(),
            }
        });
        let rejects = rejects.collect();
        let mut out = out.into_iter();
        extraction.statements.retain(|_| !out.next().unwrap_or(false));
        (rejects, whole)
    }
}

/// Number of the statement and path inside it, of a path from the top of an extraction.
fn place(path: &str) -> Option<(usize, String)> {
    let rest = path.strip_prefix("/statements/")?;
    let (number, inside) = rest.split_once('/').unwrap_or((rest, ""));
    let inside = if inside.is_empty() { String::new() } else { format!("/{inside}") };
    Some((number.parse().ok()?, inside))
}

/// What the user's schema says, with paths from the top of the extraction.
fn own(kind: Kind, validator: &Validator, extraction: &Extraction) -> Vec<Failure> {
    match kind {
        Kind::Extraction => {
            let value = serde_json::to_value(extraction).unwrap_or_default();
            validator.iter_errors(&value).map(|error| failure(&error)).collect()
        }
        Kind::Statement => {
            let statements = extraction.statements.iter().enumerate();
            let failures = statements.flat_map(|(number, statement)| {
                let mut value = serde_json::to_value(statement).unwrap_or_default();
                // As it stands in a line of its own.
                value["document"] = extraction.document.id.clone().into();
                let failures: Vec<_> = validator.iter_errors(&value).map(|error| failure(&error)).collect();
                failures.into_iter().map(move |failure| within(number, failure))
            });
            failures.collect()
        }
    }
}
