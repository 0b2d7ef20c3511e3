//! The check of every record before it is written.
//!
//! Owns: what "valid" means. A record must agree with its schema, and its words must agree with their places: a schema can say
//! that `span` has two numbers, not that they lead to `text`.
//! Leaves to: [`super::sift`] setting aside what fails; in an extraction of ours that is a bug of the program.

use super::is_known;
use super::places::{Slices, misplaced};
use super::schema::{Kind, schema};
use super::tree::{Shape, Tree};
use crate::statement::{Extraction, Statement};
use jsonschema::error::ValidationErrorKind;
use jsonschema::json::Json;
use jsonschema::{ValidationError, Validator};
use serde::Deserialize;
use serde_json::Value;
use std::panic::resume_unwind;
use std::sync::LazyLock;
use std::thread;

/// Checks records; made once, used from all threads.
pub struct Checker {
    /// Says only whether all is right, which it nearly always is. Compiled beside other work: nobody waits for it before the first
    /// record is there.
    quick: LazyLock<Validator<Shape>, Box<dyn FnOnce() -> Validator<Shape> + Send>>,
    /// Says what is wrong; compiled where something is.
    extraction: LazyLock<Validator>,
    /// Compiled where a single statement is checked, which a run over documents never asks.
    statement: LazyLock<Validator>,
}

/// What is wrong with a value, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// JSON Pointer from the top of the value that was checked.
    pub path: String,
    /// What was expected and what was found.
    pub reason: String,
}

/// A record of ours that does not agree with the contract.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("document {document}{}, at {}: {}", .statement.map(|n| format!(", statement {n}")).unwrap_or_default(), .failure.path, .failure.reason)]
pub struct Invalid {
    /// The `id` of the document.
    pub document: String,
    /// The number of the statement in the document, from 0; none where the head of the document is wrong.
    pub statement: Option<usize>,
    /// What is wrong.
    pub failure: Failure,
}

/// All that is wrong with `value`. Nearly always nothing is, and to see only that takes a fifth less than looking for what.
fn errors(validator: &Validator, value: &Value) -> Vec<Failure> {
    match validator.is_valid(value) {
        true => Vec::new(),
        false => validator.iter_errors(value).map(|error| failure(&error)).collect(),
    }
}

/// The schemas come from our own types, and a test compiles them: nothing from outside can make this fail.
fn compile<F: Json>(kind: Kind) -> Validator<F> {
    let compiled = jsonschema::options_for::<F>().build(&schema(kind));
    compiled.expect("the generated schema is a schema")
}

impl Default for Checker {
    fn default() -> Self {
        Self::new()
    }
}

impl Checker {
    /// Begins to compile the schema.
    pub fn new() -> Self {
        let at_work = thread::spawn(|| compile(Kind::Extraction));
        Self {
            quick: LazyLock::new(Box::new(|| at_work.join().unwrap_or_else(|panic| resume_unwind(panic)))),
            extraction: LazyLock::new(|| compile(Kind::Extraction)),
            statement: LazyLock::new(|| compile(Kind::Statement)),
        }
    }

    /// Checks a record that is about to be written; `text` is the text that its spans index.
    ///
    /// # Errors
    /// The first failure. It is a bug of the program, not of the input.
    pub fn check(&self, extraction: &Extraction, text: &str) -> Result<(), Invalid> {
        let invalid = |failure: Failure| Invalid {
            document: extraction.document.id.clone(),
            statement: failure
                .path
                .strip_prefix("/statements/")
                .and_then(|rest| rest.split('/').next()?.parse().ok()),
            failure,
        };
        let slices = Slices::new(text);
        let first = self.unlike_schema(extraction).into_iter().next();
        let first = first.or_else(|| misplaced_in(extraction, Some(&slices)).next());
        first.map_or(Ok(()), |failure| Err(invalid(failure)))
    }

    /// All in which `extraction` does not agree with its schema.
    fn unlike_schema(&self, extraction: &Extraction) -> Vec<Failure> {
        if Tree::of(extraction).is_some_and(|tree| self.quick.is_valid(tree.root())) {
            return Vec::new();
        }
        let value = serde_json::to_value(extraction).unwrap_or_default();
        errors(&self.extraction, &value)
    }

    /// All that is wrong with a record that is about to be written; paths start at the extraction. Of a document that is not known
    /// only the statements are looked at.
    pub(super) fn all(&self, extraction: &Extraction, text: Option<&str>) -> Vec<Failure> {
        let failures: Vec<Failure> = match is_known(&extraction.document) {
            true => self.unlike_schema(extraction),
            false => {
                let statements = extraction.statements.iter().enumerate();
                let failures = statements.flat_map(|(number, statement)| {
                    let value = serde_json::to_value(statement).unwrap_or_default();
                    errors(&self.statement, &value)
                        .into_iter()
                        .map(move |failure| within(number, failure))
                });
                failures.collect()
            }
        };
        if !failures.is_empty() {
            return failures;
        }
        let slices = text.map(Slices::new);
        misplaced_in(extraction, slices.as_ref()).collect()
    }

    /// All that is wrong with `value`, read as a `kind`: against the schema, then, where that holds, words against places.
    pub fn failures(&self, kind: Kind, value: &Value) -> Vec<Failure> {
        let validator: &Validator = match kind {
            Kind::Statement => &self.statement,
            Kind::Extraction => &self.extraction,
        };
        let failures = errors(validator, value);
        if !failures.is_empty() {
            return failures;
        }
        let misplaced = match kind {
            Kind::Statement => Statement::deserialize(value).map(|statement| misplaced(&statement, None)),
            Kind::Extraction => Extraction::deserialize(value).map(|extraction| {
                let slices = extraction.document.text.as_deref().map(Slices::new);
                misplaced_in(&extraction, slices.as_ref()).collect()
            }),
        };
        misplaced.unwrap_or_else(|error| {
            vec![Failure {
                path: String::new(),
                reason: error.to_string(),
            }]
        })
    }
}

/// What [`misplaced`] finds in all statements, with paths from the top of the extraction.
fn misplaced_in<'e>(extraction: &'e Extraction, slices: Option<&'e Slices>) -> impl Iterator<Item = Failure> + 'e {
    extraction.statements.iter().enumerate().flat_map(move |(number, statement)| {
        let failures = misplaced(statement, slices);
        failures.into_iter().map(move |failure| within(number, failure))
    })
}

/// A failure in a statement, with its path from the top of the extraction.
pub(super) fn within(number: usize, failure: Failure) -> Failure {
    Failure {
        path: format!("/statements/{number}{}", failure.path),
        ..failure
    }
}

/// An error of the validator, in our words.
pub(super) fn failure(error: &ValidationError) -> Failure {
    let error = deepest(error);
    Failure {
        path: error.instance_path().to_string(),
        reason: shortened(&error.to_string()),
    }
}

/// A field that may be null has a schema of two branches; what is wrong inside the value is told by the branch that got furthest.
fn deepest<'e, 'v>(error: &'e ValidationError<'v>) -> &'e ValidationError<'v> {
    let branches = match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => context,
        _ => return error,
    };
    let depth = |error: &ValidationError| error.instance_path().as_str().matches('/').count();
    let inner = branches.iter().flatten().map(deepest).max_by_key(|inner| depth(inner));
    inner.filter(|inner| depth(inner) > depth(error)).unwrap_or(error)
}

/// Longest reason that is shown: jsonschema quotes the whole value that it dislikes, which may be a document.
const LONGEST: usize = 300;

fn shortened(reason: &str) -> String {
    if reason.chars().count() <= LONGEST {
        return reason.to_string();
    }
    let head: String = reason.chars().take(LONGEST / 2).collect();
    let tail: Vec<char> = reason.chars().rev().take(LONGEST / 2).collect();
    format!("{head} … {}", tail.into_iter().rev().collect::<String>())
}
