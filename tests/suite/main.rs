//! All integration tests, in one binary: each further one would be one more link.

mod bad_input;
mod cli;
mod data;
mod drawing;
mod golden;
mod golden_file;
mod known;
mod layers;
mod made;
mod names;
mod pack_words;
mod packs;
mod program;
mod properties;
mod prove;
mod published;
mod readme;
mod resolve;
mod rules;
mod schema;
mod score;
mod snapshots;
mod status;
mod texts;
mod validate;
mod writers;
