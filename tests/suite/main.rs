//! All integration tests, in one binary: each further one would be one more link.

mod bad_input;
mod cli;
mod made;
mod program;
mod schema;
mod score;
mod validate;
mod writers;
