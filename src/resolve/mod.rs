//! What the words of a match stand for: parties, times, degrees, items.

pub mod items;
pub mod strength;
pub mod time;
