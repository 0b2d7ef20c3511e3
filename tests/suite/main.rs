//! All integration tests, in one binary: each further one would be one more link.

mod cli;
mod made;
mod schema;
mod score;
mod validate;
mod writers;
