//! Names by their letters alone, so that hyphens, accents and the order of family and given name do not matter.
//!
//! Owns: the letters of a name. Leaves to: [`super::tables`] whose they are.

/// The letters of a name as written and with its first word last: "Yoon Suk-yeol" is "Yoon Suk Yeol", "Abe Shinzo" is "Shinzo Abe".
pub(super) fn letters(name: &str) -> Vec<String> {
    let plain = |s: &str| {
        s.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .map(without_accent)
            .collect::<String>()
    };
    let mut keys = vec![plain(name)];
    let words: Vec<&str> = name.split_whitespace().collect();
    if let [first, rest @ ..] = words.as_slice()
        && !rest.is_empty()
    {
        keys.push(plain(&format!("{}{first}", rest.concat())));
        keys.push(plain(&format!(
            "{}{}",
            rest.last().unwrap_or(&""),
            words[..words.len() - 1].concat()
        )));
    }
    keys.dedup();
    keys
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
