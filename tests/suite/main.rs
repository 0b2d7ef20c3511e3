//! All tests in one binary.

mod names;
mod resolve;
