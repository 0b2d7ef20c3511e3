//! Writers.
pub mod id;
