//! White space.
//!
//! Owns: when two texts are the same but for their white space; titles, ids, messages and examples go by it.

/// `text` with each run of white space as one space, and none at its ends.
pub fn squeezed(text: &str) -> String {
    let mut rest = text.trim();
    if is_squeezed(rest.as_bytes()) {
        return rest.to_string();
    }
    let mut squeezed = String::with_capacity(rest.len());
    // what stands between two such places goes over as it is
    while let Some(at) = run(rest) {
        squeezed.push_str(rest[..at].trim_end());
        squeezed.push(' ');
        rest = rest[at..].trim_start();
    }
    squeezed.push_str(rest);
    squeezed
}

/// Whether a trimmed text is seen to have nothing to squeeze, as most have: no character of control, none beyond ASCII, no two spaces. All
/// of it is looked at, since the compiler takes many bytes at a time where nothing ends it early.
fn is_squeezed(text: &[u8]) -> bool {
    let tells = |before: u8, byte: u8| !(b' '..0x80).contains(&byte) | (byte == b' ') & (before == b' ');
    let first = text.first().is_some_and(|first| tells(0, *first));
    let pairs = text.iter().zip(text.get(1..).unwrap_or_default());
    !pairs.fold(first, |found, (before, byte)| found | tells(*before, *byte))
}

/// Bytes that are looked at in one go.
const STRETCH: usize = 64;

/// The first place of `text`, which is trimmed, that tells of white space other than a single space.
fn run(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let tells = |at: usize| match bytes[at] {
        b' ' => bytes[at - 1] == b' ',
        b'\t'..=b'\r' => true,
        // the first byte of a character decides for its others
        0xC0.. => text[at..].starts_with(char::is_whitespace),
        _ => false,
    };
    (1..bytes.len()).step_by(STRETCH).find_map(|from| {
        let to = bytes.len().min(from + STRETCH);
        if is_squeezed(&bytes[from - 1..to]) {
            None
        } else {
            (from..to).find(|at| tells(*at))
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
