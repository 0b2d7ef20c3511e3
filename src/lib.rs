//! Reads diplomatic text and writes down, record by record, who agreed to, pledged, reaffirmed, urged, condemned or
//! welcomed what, toward whom, when and according to whom.

pub mod assemble;
pub mod cli;
pub mod compiled;
pub mod diff;
pub mod explain;
pub mod extract;
pub mod grammar;
pub mod marks;
pub mod names;
pub mod output;
pub mod prove;
pub mod read;
pub mod resolve;
pub mod rules;
pub mod schema;
pub mod score;
pub mod sought;
pub mod spaces;
pub mod span;
pub mod statement;
pub mod text;
