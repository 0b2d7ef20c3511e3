//! Rules as data: which head in which frame is which act.
//!
//! Owns: the rule files, the frame language, matching a frame against a clause.
//! Leaves to: [`crate::grammar`] inflection, voice, coordination; [`crate::resolve`] who is meant.

pub mod additions;
pub mod builtin;
pub mod form;
pub mod frame;
mod index;
mod load;
pub mod marked;
pub mod matcher;
pub mod pack;
mod problem;
mod shadow;

pub use matcher::{Captured, View, tries};
pub use pack::{BUILTIN, Rule, RuleFile, Rules, Scope};
pub use problem::{PackError, Problem, SHOWN, nearest};
pub use shadow::Shadow;
