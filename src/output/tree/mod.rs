//! A record as the validator reads it.
//!
//! Owns: [`Tree`], a JSON value in two allocations: its nodes in the order in which they are written, each with the place behind
//! all that it holds, and the words of all strings in one text. Names of fields are those of our types, and are not copied.
//! Leaves to: `build` the way from our types into a tree; to `node` what a validator asks of it.
//! From: profiles of dense text, where two thirds of the cost of validation went into making a `serde_json::Value` of each record and
//! into taking it apart again.

mod build;
mod node;
#[cfg(test)]
mod tests;

pub use node::{At, Shape};

use serde::Serialize;
use serde_json::Number;

/// A JSON value, its nodes in the order in which they are written.
#[derive(Debug, Default)]
pub struct Tree {
    entries: Vec<Entry>,
    /// The words of all strings, one behind the other.
    words: String,
}

/// One node of a tree.
#[derive(Debug)]
struct Entry {
    /// The name that it has in the object which holds it; empty elsewhere.
    name: &'static str,
    held: Held,
    /// Number of the entry behind this one and all that is inside it.
    next: u32,
}

#[derive(Debug)]
enum Held {
    Null,
    Bool(bool),
    Number(Number),
    /// From where to where in the words, in bytes.
    Words(u32, u32),
    /// With the number of its elements.
    Array(u32),
    /// With the number of its members.
    Object(u32),
}

impl Tree {
    /// The tree of `value`; none where it holds something that no record holds (a map, bytes, more than 4 GB).
    pub fn of(value: &impl Serialize) -> Option<Tree> {
        let mut tree = Tree::default();
        value.serialize(&mut build::Builder::new(&mut tree)).ok()?;
        Some(tree)
    }

    /// Its outermost value.
    pub fn root(&self) -> At<'_> {
        At::new(self, 0)
    }
}
