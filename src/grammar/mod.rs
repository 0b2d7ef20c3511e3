//! The grammar, once: verb groups, clauses, their subjects and what they govern, over the tokens of one stream.
//!
//! Owns: syntax. It knows no act and no country; which words are names it is told.
//! Leaves to: [`crate::rules`] which head in which frame is which act, [`crate::resolve`] who a phrase is.
//!
//! The way through: [`stream`] turns a paragraph into streams (the outer text with a speech quotation as one node, and the
//! inside of each quotation as a stream of its own), [`verb`] finds the verb groups with nom, [`clause`] gives each its role,
//! its parent and its subject, [`extent`] says where what it governs ends, `adjunct` what of it
//! tells of the act alone.

mod adjunct;
mod base;
pub mod clause;
pub mod cursor;
pub mod extent;
pub mod lexicon;
pub mod phrase;
pub mod reading;
pub mod stream;
mod subjunctive;
mod third_person;
pub mod verb;

pub use clause::{Clauses, Role, Subject, Verb};
pub use lexicon::{Class, Entry, Form, Lemma, Lexicon, Valency};
pub use stream::{Known, Node, NodeKind, Stream};
