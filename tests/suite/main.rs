//! All integration tests, in one binary: each further one would be one more link.

mod bad_input;
mod cli;
mod layers;
mod made;
mod names;
mod packs;
mod program;
mod readme;
mod resolve;
mod schema;
mod score;
mod validate;
mod writers;
