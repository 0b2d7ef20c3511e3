//! `--format webannotation`: W3C Web Annotations, one a statement, as JSON-LD.
//!
//! Owns: what of a record is body and what is target: the act is a tag on the cue, the parties with their codes and the content are
//! further bodies with the role as purpose, each with its own place.
//! From: the W3C recommendations Web Annotation Data Model and Vocabulary (February 2017). A text position counts code points there, as
//! it does here.

use super::places::Slices;
use super::{Failed, Refusal, Writer};
use crate::span::Span;
use crate::statement::{Extraction, Party, Statement};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Code points before and after the words that a quote selector carries, so that the words are found again in a text that has moved.
const AROUND: u32 = 32;

/// A page of annotations.
pub struct WebannotationWriter<W> {
    out: W,
    written: usize,
    refusals: Vec<Refusal>,
}

impl<W: Write> WebannotationWriter<W> {
    pub fn new(out: W) -> Self {
        Self {
            out,
            written: 0,
            refusals: Vec::new(),
        }
    }
}

impl<W: Write> Writer for WebannotationWriter<W> {
    fn begin(&mut self) -> Result<(), Failed> {
        let head = "{\"@context\": [\"http://www.w3.org/ns/anno.jsonld\", {\"demarche\": \"urn:demarche:\"}], \"id\": \"urn:demarche:page\", \"type\": \"AnnotationPage\", \"items\": [";
        Ok(self.out.write_all(head.as_bytes())?)
    }

    fn document(&mut self, extraction: &Extraction) -> Result<(), Failed> {
        let document = &extraction.document;
        let Some(text) = &document.text else {
            self.refusals.push(Refusal::without_text(document));
            return Ok(());
        };
        let place = Place {
            slices: Slices::new(text),
            chars: document.chars,
            // A path is no IRI, and neither is a bare id.
            source: match &document.uri {
                Some(uri) if uri.contains("://") => uri.clone(),
                _ => format!("urn:demarche:document:{}", escaped(&document.id)),
            },
        };
        for statement in &extraction.statements {
            self.out.write_all(if self.written == 0 { b"\n" } else { b",\n" })?;
            self.written += 1;
            serde_json::to_writer(&mut self.out, &place.annotation(statement)).map_err(io::Error::from)?;
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Failed> {
        self.out.write_all(b"\n]}\n")?;
        Ok(self.out.flush()?)
    }

    fn refusals(&mut self) -> Vec<Refusal> {
        std::mem::take(&mut self.refusals)
    }
}

/// The document in which places are.
struct Place<'t> {
    slices: Slices<'t>,
    chars: u32,
    source: String,
}

impl Place<'_> {
    fn annotation(&self, statement: &Statement) -> Value {
        let tag = |value: &str, purpose: &str| json!({"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"});
        let mut bodies = vec![tag(statement.act.as_str(), "tagging")];
        bodies.extend([statement.force.as_str(), statement.status.as_str(), statement.mode.as_str()].map(|word| tag(word, "classifying")));
        if statement.negated {
            bodies.push(tag("negated", "classifying"));
        }
        for (role, parties) in [
            ("speaker", statement.speakers.as_slice()),
            ("addressee", &statement.addressees),
            ("source", statement.source.as_slice()),
        ] {
            bodies.extend(parties.iter().map(|party| self.party(role, party)));
        }
        if let Some(content) = &statement.content {
            let pieces: Vec<Value> = content.pieces.iter().map(|piece| self.specific(piece.span)).collect();
            bodies.push(json!({"type": "TextualBody", "purpose": "describing", "value": content.text, "demarche:role": "content", "demarche:at": pieces}));
        }
        json!({
            "id": format!("urn:demarche:statement:{}", statement.id),
            "type": "Annotation",
            "motivation": "tagging",
            "body": bodies,
            "target": self.specific(statement.cue.span),
        })
    }

    fn party(&self, role: &str, party: &Party) -> Value {
        let codes: Vec<&str> = party.entities.iter().map(|entity| entity.code.as_str()).collect();
        let mut body = json!({"type": "TextualBody", "purpose": "identifying", "value": codes.join(" "), "demarche:role": role});
        if let Some(span) = party.span {
            body["demarche:at"] = self.specific(span);
        }
        body
    }

    /// The words at `span`, by their place and by what stands around them.
    fn specific(&self, span: Span) -> Value {
        let at = |start, end| self.slices.at(Span { start, end }).unwrap_or_default();
        let after = span.end.saturating_add(AROUND).min(self.chars.max(span.end));
        json!({
            "type": "SpecificResource",
            "source": self.source,
            "selector": [
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": at(span.start, span.end),
                    "prefix": at(span.start.saturating_sub(AROUND), span.start),
                    "suffix": at(span.end, after),
                },
            ],
        })
    }
}

/// An id as it may stand in an IRI.
fn escaped(id: &str) -> String {
    let mut text = String::new();
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' | b':' => text.push(byte.into()),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}
