//! White space.
//!
//! Owns: when two texts are the same but for their white space; titles, ids, messages and examples go by it.

/// `text` with each run of white space as one space, and none at its ends.
pub fn squeezed(text: &str) -> String {
    let mut rest = text.trim();
    let mut squeezed = String::with_capacity(rest.len());
    // what stands between two such places goes over as it is: most texts that are asked about have hardly one
    while let Some(at) = run(rest) {
        squeezed.push_str(rest[..at].trim_end());
        squeezed.push(' ');
        rest = rest[at..].trim_start();
    }
    squeezed.push_str(rest);
    squeezed
}

/// The first place of `text` that tells of white space other than a single space.
fn run(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut before = 0;
    bytes.iter().enumerate().position(|(at, byte)| {
        let twice = *byte == b' ' && before == b' ';
        before = *byte;
        match byte {
            b' ' => twice,
            b'\t'..=b'\r' => true,
            // the first byte of a character decides for its others
            0xC0.. => text[at..].starts_with(char::is_whitespace),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::squeezed;

    #[test]
    fn runs_of_white_space_are_one_space() {
        assert_eq!(squeezed("é\u{b}\tb "), "é b");
        assert_eq!(squeezed("a b\u{a0} c \nd"), "a b c d");
        for text in ["a b", " a b ", "a  b", "a\n\tb", "\u{a0}a\u{2003}b\u{b}", "  a b"] {
            assert_eq!(squeezed(text), "a b", "{text:?}");
        }
        assert_eq!(squeezed("  "), "");
    }
}
