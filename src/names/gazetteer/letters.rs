//! Names by their letters alone, so that hyphens, accents and the order of family and given name do not matter.
//!
//! Owns: the letters of a name. Leaves to: [`super::tables`] whose they are.

use smallvec::{SmallVec, smallvec};

/// The letters of a name as written, with its first word last ("Yoon Suk-yeol" is "Yoon Suk Yeol") and with its last word first ("Abe
/// Shinzo" is "Shinzo Abe").
pub(super) fn letters(name: &str) -> SmallVec<[String; 3]> {
    let mut keys: SmallVec<[String; 3]> = smallvec![plain([name, ""])];
    let name = name.trim();
    let words = (name.split_once(char::is_whitespace), name.rsplit_once(char::is_whitespace));
    if let (Some((first, rest)), Some((start, last))) = words {
        for parts in [[rest, first], [last, start]] {
            let key = plain(parts);
            if keys.last() != Some(&key) {
                keys.push(key);
            }
        }
    }
    keys
}

/// Letters and digits alone, small and without accents.
fn plain(parts: [&str; 2]) -> String {
    let mut key = String::with_capacity(parts[0].len() + parts[1].len());
    for c in parts.iter().flat_map(|part| part.chars()) {
        if c.is_ascii() {
            key.extend(c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase()));
        } else if c.is_alphanumeric() {
            key.extend(c.to_lowercase().map(without_accent));
        }
    }
    key
}

/// The letter under an accent of Latin script, Vietnamese included; any other letter as it is.
pub(in crate::names) fn without_accent(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'đ' | 'ď' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' | 'ỉ' | 'ị' | 'ĩ' => 'i',
        'ł' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ț' | 'ţ' | 'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ư' | 'ũ' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ž' | 'ż' => 'z',
        c => c,
    }
}
