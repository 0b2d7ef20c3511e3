//! From clauses to statements: the walk through a document.
//!
//! Owns: which matches are acts that count, in which order phrases are resolved, who is the source, what a quotation holds, and
//! the one overlap policy ([`overlap`]).
//! Leaves to: [`crate::grammar`] and [`crate::rules`] what matches, [`crate::resolve`] who is meant, [`record`] the fields.

mod about;
mod among;
mod attributed;
pub mod draft;
mod keep;
pub mod left;
pub mod licence;
mod nonfinite;
pub mod overlap;
pub mod quotation;
pub mod record;
mod status;
pub mod walk;
pub mod watch;

pub use left::Left;
pub use walk::Walk;
