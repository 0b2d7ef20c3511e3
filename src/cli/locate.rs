//! The line of a JSON file on which a value stands.
//!
//! Owns: a walk along a JSON Pointer over the bytes of a file that has already been parsed, so that a complaint can name a line;
//! a parsed value has forgotten it. Wrong JSON leads nowhere, never to a panic.

/// The line, from 1, on which the value at `pointer` begins; of the deepest part of the path that is there.
pub fn line_of(text: &str, pointer: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = past_space(bytes, 0);
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        match child(text, at, &step) {
            Some(next) => at = next,
            None => break,
        }
    }
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}

/// Where the child `step` of the value at `at` begins.
fn child(text: &str, at: usize, step: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let object = match bytes.get(at)? {
        b'{' => true,
        b'[' => false,
        _ => return None,
    };
    let mut at = past_space(bytes, at + 1);
    for number in 0usize.. {
        let mut found = !object && step.parse() == Ok(number);
        if object {
            let end = past_string(bytes, at)?;
            found = serde_json::from_str::<String>(text.get(at..end)?).is_ok_and(|key| key == step);
            at = past_space(bytes, end);
            at = past_space(bytes, (bytes.get(at) == Some(&b':')).then_some(at + 1)?);
        }
        if found {
            return Some(at);
        }
        at = past_space(bytes, past_value(bytes, at)?);
        at = past_space(bytes, (bytes.get(at) == Some(&b',')).then_some(at + 1)?);
    }
    None
}

fn past_space(bytes: &[u8], at: usize) -> usize {
    let space = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_whitespace()).count();
    at + space
}

/// Behind the string whose opening quotation mark stands at `at`.
fn past_string(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = (bytes.get(at) == Some(&b'"')).then_some(at + 1)?;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// Behind the value that begins at `at`.
fn past_value(bytes: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 0usize;
    loop {
        match bytes.get(at)? {
            b'"' => at = past_string(bytes, at)?,
            b'{' | b'[' => {
                depth += 1;
                at += 1;
                continue;
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                at += 1;
            }
            b',' | b':' => at += 1,
            byte if byte.is_ascii_whitespace() => at += 1,
            _ => {
                at += bytes
                    .iter()
                    .skip(at)
                    .take_while(|byte| !b",]}".contains(byte) && !byte.is_ascii_whitespace())
                    .count()
            }
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::line_of;

    const FILE: &str = "\n[\n {\"a\": 1,\n  \"b/c\": [true,\n   {\"d\\\"\": \"]\\\"\",\n    \"e\": null}]},\n 7]";

    #[test]
    fn finds_lines() {
        assert_eq!(line_of(FILE, ""), 2);
        assert_eq!(line_of(FILE, "/0"), 3);
        assert_eq!(line_of(FILE, "/0/b~1c"), 4);
        assert_eq!(line_of(FILE, "/0/b~1c/1/d\""), 5);
        assert_eq!(line_of(FILE, "/0/b~1c/1/e"), 6);
        assert_eq!(line_of(FILE, "/1"), 7);
    }

    #[test]
    fn a_path_that_is_not_there_gives_its_deepest_part() {
        assert_eq!(line_of(FILE, "/0/b~1c/9/e"), 4);
        assert_eq!(line_of("{\"a\": \"\\", "/b"), 1);
        assert_eq!(line_of("", "/a/b"), 1);
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic(text in "[\\[\\]{}\"\\\\,:0a \n]{0,40}", pointer in "(/[0a~1]{0,2}){0,4}") {
            proptest::prop_assert!(line_of(&text, &pointer) <= 1 + text.matches('\n').count());
        }
    }
}
