//! The whole way for one document: layout, tokens, grammar, rules, resolution, records.

use crate::read::Document;
use crate::statement::{DocumentInfo, Extraction, Genre, SCHEMA_VERSION};
use sha2::{Digest, Sha256};

/// Extracts statements with one set of rules; make it once, use it for many documents and from many threads.
pub struct Extractor {
    options: Options,
}

/// What a user can switch.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Keep every speaker, not only those whom the guide puts in scope.
    pub all_speakers: bool,
    /// Write the text along with the document.
    pub with_text: bool,
}

impl Extractor {
    /// An extractor with the built-in rules.
    pub fn builtin(options: Options) -> Self {
        Self { options }
    }

    /// All statements of `document`, by the place of their cue.
    pub fn extract(&self, document: &Document) -> Extraction {
        Extraction {
            schema_version: SCHEMA_VERSION.to_string(),
            document: DocumentInfo {
                id: document.id.clone(),
                uri: document.uri.clone(),
                title: document.title.clone(),
                published: document.published.map(|(date, _)| date.to_string()),
                published_basis: document.published.map(|(_, basis)| basis),
                genre: Genre::News,
                language: "en".to_string(),
                sha256: Sha256::digest(&document.text).iter().map(|byte| format!("{byte:02x}")).collect(),
                chars: document.text.chars().count() as u32,
                text: self.options.with_text.then(|| document.text.clone()),
            },
            statements: Vec::new(),
        }
    }
}
