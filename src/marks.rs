//! Quotation marks and apostrophes.
//!
//! Owns: which characters stand for them; printers and archives set primes and accents where others have curls.

/// Whether the character is a quotation mark made of two strokes; ″ is that of agency archives.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' | '〝' | '〞' | '❝' | '❞')
}

/// Whether the character is an apostrophe; each of them may be a quotation mark of one stroke as well.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '′' | '＇' | '´')
}
