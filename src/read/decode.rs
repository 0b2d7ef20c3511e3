//! Bytes to text.
//!
//! Owns: byte order marks, UTF-8 good and bad, older encodings, telling a binary file. Line ends stay as they are.
//! Leaves to: [`super::input`] where the bytes come from. The guess of an encoding is chardetng's, the tables are encoding_rs's.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::fmt;

/// Something that a person should know about a document that was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// There is no text in it.
    Empty,
    /// Some bytes are no UTF-8; each such place became U+FFFD.
    BadUtf8 {
        /// Offset of the first bad byte in the input.
        offset: usize,
    },
    /// The bytes are no UTF-8 at all; this encoding was guessed.
    Guessed {
        /// Its name in the Encoding Standard.
        encoding: &'static str,
        /// Offset of the first byte that is no UTF-8.
        offset: usize,
    },
    /// Some bytes fit the declared or guessed encoding badly; each such place became U+FFFD.
    Malformed {
        /// Its name in the Encoding Standard.
        encoding: &'static str,
    },
    /// The page has no article that could be told from its menus; all its text was taken.
    NoArticle,
    /// A date of the input that could not be read as one; the document has no date of publication.
    BadDate {
        /// What stands there.
        found: String,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Warning::Empty => write!(f, "no text in it"),
            Warning::BadUtf8 { offset } => write!(f, "not valid UTF-8 from byte {offset} on; unreadable bytes are shown as U+FFFD"),
            Warning::Guessed { encoding, offset } => write!(f, "not UTF-8 (byte {offset}); read as {encoding}"),
            Warning::Malformed { encoding } => write!(f, "some bytes are not valid {encoding}; they are shown as U+FFFD"),
            Warning::NoArticle => write!(f, "no article found in the page; all its text was taken"),
            Warning::BadDate { found } => write!(f, "`{found}` is no date like 2024-10-26; the document has no date of publication"),
        }
    }
}

/// The input is no text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected text, found {what}")]
pub struct Binary {
    /// What it looks like: "a PDF file", "a zero byte at offset 12".
    pub what: String,
}

/// Decodes `bytes`. `label` is the encoding that the input declares ("iso-8859-1"); valid UTF-8 and byte order marks beat it.
///
/// # Errors
/// [`Binary`] where the bytes are no text in any encoding.
///
/// ```
/// use demarche::read::decode::{Warning, decode};
/// let (text, warnings) = decode("Zürich".as_bytes(), None).unwrap();
/// assert_eq!((text.as_str(), warnings.len()), ("Zürich", 0));
/// assert!(decode(b"%PDF-1.7 ...", None).is_err());
/// ```
pub fn decode(bytes: &[u8], label: Option<&str>) -> Result<(String, Vec<Warning>), Binary> {
    let (text, mut warnings) = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        marked(bytes.get(mark..).unwrap_or_default(), encoding, mark)?
    } else {
        unmarked(bytes, label)?
    };
    if text.trim().is_empty() {
        warnings.push(Warning::Empty);
    }
    Ok((text, warnings))
}

fn marked(bytes: &[u8], encoding: &'static Encoding, mark: usize) -> Result<(String, Vec<Warning>), Binary> {
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    if let Some(at) = text.bytes().position(|b| b == 0) {
        return Err(Binary {
            what: format!("a zero character at byte {at} of its text"),
        });
    }
    let warning = match std::str::from_utf8(bytes) {
        _ if !bad => None,
        Err(error) if encoding == UTF_8 => Some(Warning::BadUtf8 {
            offset: mark + error.valid_up_to(),
        }),
        _ => Some(Warning::Malformed { encoding: encoding.name() }),
    };
    Ok((text.into_owned(), warning.into_iter().collect()))
}

fn unmarked(bytes: &[u8], label: Option<&str>) -> Result<(String, Vec<Warning>), Binary> {
    if let Some(encoding) = wide(bytes) {
        let (text, warnings) = marked(bytes, encoding, 0)?;
        return Ok((
            text,
            [
                vec![Warning::Guessed {
                    encoding: encoding.name(),
                    offset: 0,
                }],
                warnings,
            ]
            .concat(),
        ));
    }
    if let Some(what) = binary(bytes) {
        return Err(Binary { what });
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok((text.to_string(), Vec::new())),
        Err(error) => error,
    };
    let offset = error.valid_up_to();
    let declared = label.and_then(|l| Encoding::for_label(l.as_bytes())).filter(|e| *e != UTF_8);
    if let Some(encoding) = declared {
        let (text, bad) = encoding.decode_without_bom_handling(bytes);
        return Ok((
            text.into_owned(),
            bad.then_some(Warning::Malformed { encoding: encoding.name() })
                .into_iter()
                .collect(),
        ));
    }
    if is_mostly_utf8(bytes) {
        return Ok((String::from_utf8_lossy(bytes).into_owned(), vec![Warning::BadUtf8 { offset }]));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    let mut warnings = vec![Warning::Guessed {
        encoding: encoding.name(),
        offset,
    }];
    warnings.extend(bad.then_some(Warning::Malformed { encoding: encoding.name() }));
    Ok((text.into_owned(), warnings))
}

/// Bytes of the head from which the nature of a file is told.
const HEAD: usize = 64 * 1024;

/// UTF-16 without a mark: of Latin text in it every second byte is zero, always on the same side.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let pairs = head.len() / 2;
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|b| **b == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    if pairs < 4 {
        return None;
    }
    match () {
        () if second * 10 >= pairs * 4 && first * 50 <= second => Some(UTF_16LE),
        () if first * 10 >= pairs * 4 && second * 50 <= first => Some(UTF_16BE),
        () => None,
    }
}

/// First bytes of kinds of files that people give by mistake.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (perhaps .docx or .epub)"),
    (b"\xD0\xCF\x11\xE0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7FELF", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "an SQLite database"),
];

/// What makes the bytes binary, if they are.
fn binary(bytes: &[u8]) -> Option<String> {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some((*what).to_string());
    }
    if let Some(at) = bytes.iter().position(|b| *b == 0) {
        return Some(format!("a zero byte at offset {at}"));
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    // tab, line feed, vertical tab, form feed, return and escape stand in texts of old terminals too
    let control = head
        .iter()
        .filter(|b| **b < 0x20 && !matches!(b, 0x08..=0x0D | 0x1A | 0x1B))
        .count();
    (control * 20 > head.len()).then(|| format!("{control} control characters in its first {} bytes", head.len()))
}

/// Whether bytes beyond ASCII are UTF-8 oftener than not.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad
}

#[cfg(test)]
mod tests {
    use super::{Warning, decode};
    use proptest::prelude::*;

    fn wide(text: &str, big: bool, mark: bool) -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units
            .flat_map(|u: u16| if big { u.to_be_bytes() } else { u.to_le_bytes() })
            .collect()
    }

    #[test]
    fn byte_order_marks_decide_and_are_no_text() {
        let said = "“We agree,” said Łódź.";
        assert_eq!(decode(format!("\u{feff}{said}").as_bytes(), None), Ok((said.to_string(), vec![])));
        for big in [false, true] {
            assert_eq!(decode(&wide(said, big, true), None), Ok((said.to_string(), vec![])));
        }
    }

    #[test]
    fn utf16_without_a_mark_is_told_by_its_zeros() {
        for (big, encoding) in [(false, "UTF-16LE"), (true, "UTF-16BE")] {
            let (text, warnings) = decode(&wide("The ministers met in Oslo.", big, false), None).unwrap();
            assert_eq!(text, "The ministers met in Oslo.");
            assert_eq!(warnings, [Warning::Guessed { encoding, offset: 0 }]);
        }
    }

    #[test]
    fn a_bad_byte_in_utf8_is_replaced_and_its_offset_told() {
        let (text, warnings) = decode(b"Z\xC3\xBCrich and Gen\xE8ve \xC3\xA0", None).unwrap();
        assert_eq!(text, "Zürich and Gen\u{fffd}ve à");
        assert_eq!(warnings, [Warning::BadUtf8 { offset: 15 }]);
    }

    #[test]
    fn latin_1_is_guessed_or_taken_as_declared() {
        let bytes = b"Le ministre d\xE9l\xE9gu\xE9 a r\xE9it\xE9r\xE9 son soutien \xE0 la Gr\xE8ce.";
        let expected = "Le ministre délégué a réitéré son soutien à la Grèce.";
        let (text, warnings) = decode(bytes, None).unwrap();
        assert_eq!(text, expected);
        assert_eq!(
            warnings,
            [Warning::Guessed {
                encoding: "windows-1252",
                offset: 13
            }]
        );
        assert_eq!(decode(bytes, Some("iso-8859-1")), Ok((expected.to_string(), vec![])));
    }

    #[test]
    fn binary_files_are_refused_with_what_they_are() {
        for (bytes, what) in [
            (&b"%PDF-1.4\n..."[..], "PDF"),
            (b"PK\x03\x04abc", "ZIP"),
            (b"ab\0cd", "zero byte at offset 2"),
            (b"a\x01\x02\x03b", "control"),
        ] {
            let error = decode(bytes, None).unwrap_err();
            assert!(error.to_string().contains(what), "{error}");
        }
    }

    #[test]
    fn an_empty_file_is_a_document_with_a_warning() {
        assert_eq!(decode(b"", None), Ok((String::new(), vec![Warning::Empty])));
        assert_eq!(decode(b" \r\n\t", None), Ok((" \r\n\t".to_string(), vec![Warning::Empty])));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), label in proptest::option::of("[a-z0-9-]{0,12}")) {
            let _ = decode(&bytes, label.as_deref());
        }

        #[test]
        fn valid_utf8_without_zeros_comes_back_as_it_is(text in "[a-zA-Zäöüß한글“” \r\n]{0,200}") {
            let (decoded, _) = decode(text.as_bytes(), None).unwrap();
            prop_assert_eq!(decoded, text);
        }
    }
}
