//! White space.
//!
//! Owns: when two texts are the same but for their white space; titles, ids, messages and examples go by it.

/// `text` with each run of white space as one space, and none at its ends.
pub fn squeezed(text: &str) -> String {
    // most texts that are asked about have nothing to squeeze
    let plain = text.bytes().all(|b| b >= b' ' && b.is_ascii()) && !text.contains("  ");
    if plain {
        return text.trim().to_string();
    }
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed
}

#[cfg(test)]
mod tests {
    use super::squeezed;

    #[test]
    fn runs_of_white_space_are_one_space() {
        for text in ["a b", " a b ", "a  b", "a\n\tb", "\u{a0}a\u{2003}b\u{b}", "  a b"] {
            assert_eq!(squeezed(text), "a b", "{text:?}");
        }
        assert_eq!(squeezed("  "), "");
    }
}
