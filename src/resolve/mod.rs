//! What the words of a match stand for: parties, times, degrees, items.
//!
//! Owns: genre and voice of a document, and the discourse: who "they", "both sides", "the minister" and "we" are.
//! Leaves to: [`crate::names`] which words are names; the grammar, where a phrase stands and what role it plays.

mod acting;
pub mod discourse;
mod games;
pub mod genre;
mod groups;
mod heading;
pub mod items;
mod meetings;
mod phrase;
mod pronouns;
mod row;
pub mod strength;
pub mod time;
pub mod trail;
pub mod voice;

pub use discourse::{Discourse, Role, Voice};

use crate::names::CodeId;
use crate::statement::{Basis, Entity, Genre, Person};

/// What is known of a document before its phrases are resolved.
#[derive(Clone, Debug)]
pub struct Facts<'f> {
    /// Its genre, see [`genre::genre`].
    pub genre: Genre,
    /// Its title, where the input names one.
    pub title: Option<&'f str>,
    /// Its name: a file name often tells the parties of a joint statement.
    pub id: &'f str,
}

/// Whether a party may speak in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scope {
    /// Acts for a state, a body, an organisation, a party, an armed group.
    In,
    /// Either answer is right.
    Optional,
    /// Analysts, companies, courts, media, ordinary people.
    Out,
    /// The words do not tell.
    #[default]
    Unknown,
}

/// A phrase, resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// Its codes by number; sorted, without doubles.
    pub codes: Vec<CodeId>,
    /// The states and organisations for which it stands, sorted by code.
    pub entities: Vec<Entity>,
    /// The people whom it names.
    pub people: Vec<Person>,
    /// How it was resolved.
    pub basis: Basis,
    /// Whether it may speak.
    pub scope: Scope,
    /// By which way it was resolved.
    pub trail: trail::Trail,
}
