//! The language of a text.
//!
//! Owns: when the guess of whatlang is asked for and when it is overruled. Trigrams are whatlang's; they are good on a kilobyte
//! of prose and poor on menus and headlines, so the small words of English are counted where they are in doubt.
//! Leaves to: [`crate::extract`] what follows from it.

use super::kinds::is_latin;
use super::paragraphs::clip;
use whatlang::Lang;

/// Fewer letters than this tell nothing.
const LEAST: usize = 60;
/// Fewer letters than this tell little.
const SHORT: usize = 200;
/// Fewer letters than this tell nothing in a script that is not the Latin one either.
const LEAST_FOREIGN: usize = 10;
/// What is shown to whatlang.
const HEAD: usize = 1024;

/// Words that English prose cannot do without and that few other languages have in this number.
const SMALL_WORDS: &[&str] = &[
    "the", "of", "and", "to", "in", "that", "for", "on", "with", "by", "is", "was", "as", "it", "at", "from", "said", "its", "this", "has",
    "we", "our", "will", "be", "are", "an", "or", "not", "their", "they",
];

/// Letters of the longest of them.
const LONGEST_SMALL: usize = 5;

/// The same words, each as one number.
const SMALL: [u64; SMALL_WORDS.len()] = {
    let mut packed_words = [0; SMALL_WORDS.len()];
    let mut i = 0;
    while i < packed_words.len() {
        packed_words[i] = packed(SMALL_WORDS[i].as_bytes());
        i += 1;
    }
    packed_words
};

/// A word of eight bytes or less as one number, whatever its case.
const fn packed(bytes: &[u8]) -> u64 {
    let (mut number, mut i) = (0, 0);
    while i < bytes.len() {
        number = number << 8 | bytes[i].to_ascii_lowercase() as u64;
        i += 1;
    }
    number
}

/// ISO 639-1 code of the language of `text`, `en` where it is too short to tell; three letters where there are no two.
///
/// ```
/// use demarche::read::language::language;
/// assert_eq!(language("The two ministers met in Oslo on Monday and agreed that the talks would go on."), "en");
/// assert_eq!(language("Oslo"), "en");
/// assert_eq!(language("Peru's foreign ministry said Chile, Lima's main trading partner, could do more."), "en");
/// assert_eq!(language("양국은 회담을 계속하기로 합의했다."), "ko");
/// ```
pub fn language(text: &str) -> &'static str {
    let head = clip(text, HEAD);
    if text.len() <= HEAD && head.chars().filter(|c| c.is_alphabetic()).take(LEAST).count() < LEAST {
        // a few words tell nothing, but a script does
        let foreign = head.chars().filter(|c| c.is_alphabetic() && !is_latin(*c)).count();
        let latin = head.chars().filter(|c| is_latin(*c)).count();
        let asked = foreign >= LEAST_FOREIGN && foreign > latin;
        return whatlang::detect(head).filter(|_| asked).map_or("en", |info| code(info.lang()));
    }
    if is_english(head) {
        return "en";
    }
    // a page may begin with its menus: look further where the head alone is not English
    let middle = window(text, text.len() / 3);
    if is_english(middle) {
        return "en";
    }
    let letters = |part: &str| part.chars().filter(|c| c.is_alphabetic()).take(SHORT).count();
    // of a sentence or two only what whatlang is sure of
    let tells = |part: &str, sure: bool| letters(part) >= LEAST && (sure || letters(part) >= SHORT);
    let of = |part: &str| whatlang::detect(part).filter(|info| tells(part, info.is_reliable()));
    match (of(head), of(middle)) {
        (Some(head), Some(middle)) if middle.lang() != head.lang() && middle.is_reliable() => code(middle.lang()),
        (Some(info), _) | (None, Some(info)) => code(info.lang()),
        (None, None) => "en",
    }
}

/// Two kilobytes from `at` on, at character borders.
fn window(text: &str, at: usize) -> &str {
    let from = clip(text, at).len();
    clip(text.get(from..).unwrap_or(""), 2 * HEAD)
}

/// Latin letters, and at least one small word in nine: English prose has one in three.
fn is_english(part: &str) -> bool {
    // nearly always nothing but ASCII, whose letters are all Latin ones
    if part.is_ascii() {
        return is_of_english(part.as_bytes().split(|b| !b.is_ascii_alphabetic()));
    }
    let letters = part.chars().filter(|c| c.is_alphabetic());
    let (latin, all) = letters.fold((0_usize, 0_usize), |(latin, all), c| (latin + usize::from(is_latin(c)), all + 1));
    latin * 2 > all && is_of_english(part.split(|c: char| !c.is_alphabetic()).map(str::as_bytes))
}

/// Whether one of nine of these words is a small one; empty ones do not count.
fn is_of_english<'t>(parts: impl Iterator<Item = &'t [u8]>) -> bool {
    let (mut words, mut small) = (0_usize, 0_usize);
    for word in parts.filter(|w| !w.is_empty()) {
        words += 1;
        small += usize::from(word.len() <= LONGEST_SMALL && SMALL.contains(&packed(word)));
    }
    words >= 8 && small * 9 >= words
}

fn code(lang: Lang) -> &'static str {
    let three = lang.code();
    TWO_LETTERS
        .iter()
        .find(|(long, _)| *long == three)
        .map_or(three, |(_, short)| short)
}

/// ISO 639-3 (as whatlang has it) to ISO 639-1.
const TWO_LETTERS: &[(&str, &str)] = &[
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zul", "zu"),
];

#[cfg(test)]
mod tests {
    use super::{TWO_LETTERS, code, language};
    use proptest::prelude::*;

    const ENGLISH: &str =
        "The two ministers met in the capital on Monday and agreed that the talks on the border would go on in the spring. ";
    const KOREAN: &str =
        "양국 외교장관은 월요일 서울에서 회담을 열고 한반도의 평화와 안정을 위해 긴밀히 협력하기로 합의했다고 외교부가 밝혔다. ";
    const FRENCH: &str = "Les deux ministres se sont entretenus lundi à Paris et ont réaffirmé leur volonté de poursuivre les négociations dans les prochains mois. ";

    #[test]
    fn languages_are_told_on_a_few_sentences() {
        assert_eq!(language(&ENGLISH.repeat(3)), "en");
        assert_eq!(language(&KOREAN.repeat(3)), "ko");
        assert_eq!(language(&FRENCH.repeat(3)), "fr");
    }

    #[test]
    fn short_texts_count_as_english() {
        assert_eq!(language(""), "en");
        assert_eq!(language("Accord à Genève"), "en");
    }

    #[test]
    fn an_english_article_under_a_foreign_menu_is_english() {
        assert_eq!(
            language(&format!(
                "{}\n\n{}",
                "본문 바로가기 주메뉴 검색창 열기 ".repeat(30),
                ENGLISH.repeat(30)
            )),
            "en"
        );
    }

    #[test]
    fn every_language_of_the_detector_has_a_code() {
        let without: Vec<&str> = whatlang::Lang::all().iter().map(|l| code(*l)).filter(|c| c.len() != 2).collect();
        assert_eq!(without, Vec::<&str>::new());
        assert!(TWO_LETTERS.is_sorted());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            prop_assert!(!language(&text).is_empty());
        }
    }
}
