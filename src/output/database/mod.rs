//! Databases as destinations.
//!
//! Owns: one relational schema in SQLite and PostgreSQL (`schema/sql/`), and that loading is idempotent: a document that comes again
//! changes nothing, a changed one replaces its statements in one transaction.
//! Leaves to: [`super::Writer`] what a destination is.
//!
//! Rows belong to a run, which is a version of the rules: documents read with two versions stand side by side.

mod postgres;
pub mod rows;
pub mod schema;
mod sqlite;

pub use postgres::Postgres;
pub use sqlite::Sqlite;
