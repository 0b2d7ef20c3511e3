//! White space.
//!
//! Owns: when two texts are the same but for their white space; titles, ids, messages and examples go by it.

/// `text` with each run of white space as one space, and none at its ends.
pub fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed
}
