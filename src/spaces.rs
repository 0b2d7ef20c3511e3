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
    let mut push = |word: &str| {
        if !word.is_empty() {
            squeezed.push_str(if squeezed.is_empty() { "" } else { " " });
            squeezed.push_str(word);
        }
    };
    if text.is_ascii() {
        let mut rest = text;
        while let Some(end) = rest.bytes().position(|b| matches!(b, b' ' | b'\t'..=b'\r')) {
            push(&rest[..end]);
            rest = &rest[end + 1..];
        }
        push(rest);
    } else {
        text.split_whitespace().for_each(push);
    }
    squeezed
}

#[cfg(test)]
mod tests {
    use super::squeezed;

    #[test]
    fn runs_of_white_space_are_one_space() {
        assert_eq!(squeezed("é\u{b}\tb "), "é b");
        for text in ["a b", " a b ", "a  b", "a\n\tb", "\u{a0}a\u{2003}b\u{b}", "  a b"] {
            assert_eq!(squeezed(text), "a b", "{text:?}");
        }
        assert_eq!(squeezed("  "), "");
    }
}
