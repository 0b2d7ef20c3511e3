//! Tokens: one pass over the bytes of a paragraph.
//!
//! Owns: what a word is. "U.S." and "p.m." are one token with their stops, "Korea's" is two ("Korea", "'s"), "Korea-U.S." is
//! three (a hyphen before a capital divides, "like-minded" and "Won-sik" stay whole).
//! Leaves to: [`super::sentence`] and [`super::quote`] what stops and quotation marks mean.

use super::forms::Forms;
use crate::marks::{is_apostrophe, is_quote};
use crate::span::Bytes;

/// What a token is, by its characters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters, with stops inside an abbreviation.
    Word,
    /// Digits first: "10,000", "25th", "3.5".
    Number,
    /// A possessive ending: "'s", or the apostrophe alone after a plural.
    Clitic,
    /// `,`
    Comma,
    /// `.` `!` `?` and the ellipsis, at the end of a clause.
    Stop,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// A dash between clauses: `—`, `–`, `--`, or a hyphen with spaces around it.
    Dash,
    /// A hyphen or short dash inside a compound.
    Hyphen,
    /// A quotation mark, of any shape; [`super::quote`] says which side it is.
    Quote,
    /// `(` `[`
    Open,
    /// `)` `]`
    Close,
    /// Anything else.
    Symbol,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place in the document's text.
    pub place: Bytes,
    /// What it is.
    pub kind: Kind,
    /// First letter is upper case.
    pub capital: bool,
    /// At least two letters, all upper case.
    pub caps: bool,
    /// White space, or the start of a paragraph, stands before it.
    pub spaced: bool,
    /// It is the first token of a line.
    pub line_start: bool,
    /// The number of its lower-case form.
    pub(super) form: u32,
}

/// Abbreviations that keep their stop and do not end a sentence before a capital.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "sen", "sens", "rep", "reps", "gens", "govs",
    "messrs", "gov", "amb", "st", "rev", "hon", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no",
    "nos", "vs", "cf", "art", "para", "res", "s", "n", "messrs", "brig", "cmdr", "pres", "min", "dept", "vol", "pp",
];
/// Abbreviations that keep their stop but may end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "inc", "ltd", "co", "corp", "jr", "sr", "etc", "al", "bros", "a.m", "p.m", "i.e", "e.g",
];

/// Tokens of one paragraph, appended to `tokens`; `forms` numbers their lower-case forms. `cuts` are the line breaks inside words.
pub(super) fn tokenize(text: &str, place: Bytes, cuts: &[usize], tokens: &mut Vec<Token>, forms: &mut Forms) {
    let mut scan = Scan {
        text,
        end: place.end,
        at: place.start,
        cuts,
        plain: true,
    };
    // nearly every word is nothing but ASCII, so all are lowered at once
    let lowered = place.of(text).to_ascii_lowercase();
    let from = place.start;
    let mut spaced = true;
    let mut line_start = true;
    while scan.at < scan.end {
        let Some(c) = scan.peek() else { break };
        // nearly all of a text is letters of ASCII
        if !c.is_ascii_graphic() && (c.is_whitespace() || is_invisible(c)) {
            spaced = true;
            line_start |= c == '\n';
            scan.at += c.len_utf8();
            continue;
        }
        let start = scan.at;
        let previous = tokens.last().filter(|_| !spaced).map(|t| t.kind);
        scan.plain = true;
        let kind = scan.token(c, spaced, previous);
        let place = Bytes::new(start, scan.at);
        let form = match kind {
            Kind::Clitic => forms.number("'s"),
            Kind::Word | Kind::Number if !scan.plain => forms.number(&lower(place.of(text))),
            _ => forms.number(&lowered[start - from..scan.at - from]),
        };
        let capital = match c {
            '[' => place.of(text).chars().find(|c| *c != '[').is_some_and(char::is_uppercase),
            c => c.is_uppercase(),
        };
        tokens.push(Token {
            place,
            kind,
            capital,
            caps: capital && all_capitals(place.of(text)),
            spaced,
            line_start,
            form,
        });
        spaced = false;
        line_start = false;
    }
}

/// A phrase of a table, cut as the texts are; one is used for many, since a table has thousands.
#[derive(Default)]
pub struct Phrase {
    /// Its tokens.
    pub tokens: Vec<Token>,
    forms: Forms,
}

impl Phrase {
    /// Cuts `phrase`, in the place of the one before.
    pub fn cut(&mut self, phrase: &str) {
        self.tokens.clear();
        tokenize(phrase, Bytes::new(0, phrase.len()), &[], &mut self.tokens, &mut self.forms);
    }

    /// The lower-case form of one of its tokens.
    pub fn word(&self, token: &Token) -> &str {
        self.forms.word(token.form)
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{2060}')
}

/// At least two letters, and the first of them, up to a bound, are capitals.
fn all_capitals(raw: &str) -> bool {
    let mut letters = raw.chars().filter(|c| c.is_alphabetic()).take(64);
    let pair = [letters.next(), letters.next()];
    pair.iter().all(|c| c.is_some_and(char::is_uppercase)) && letters.all(char::is_uppercase)
}

/// Words of a sentence from which on capitals throughout are its print, and no names: a headline has fewer.
const SHOUTED: usize = 8;

/// In a sentence that is all in capitals a capital says nothing: there no token has one, though it stays [`Token::caps`].
pub(super) fn hush(sentence: &mut [Token]) {
    let long = |t: &&mut Token| t.kind == Kind::Word && t.place.end - t.place.start > 1;
    if !sentence
        .iter()
        .rev()
        .take(SHOUTED)
        .all(|t| t.kind != Kind::Word || t.caps || t.place.end - t.place.start == 1)
    {
        return;
    }
    let words = sentence.iter_mut().filter(long).count();
    let shouted = words >= SHOUTED && sentence.iter_mut().filter(long).all(|t| t.caps);
    for token in sentence.iter_mut().filter(|_| shouted) {
        token.capital = false;
    }
}

/// Lower case, straight apostrophes, no line break or soft hyphen inside.
fn lower(raw: &str) -> String {
    let mut form = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            c if is_apostrophe(c) => form.push('\''),
            '-' | '‐' | '‑' if chars.peek().is_some_and(|n| n.is_whitespace()) => {}
            '‑' | '‐' => form.push('-'),
            c if c.is_whitespace() || is_invisible(c) || matches!(c, '[' | ']') => {}
            c if c.is_ascii() => form.push(c.to_ascii_lowercase()),
            c => form.extend(c.to_lowercase()),
        }
    }
    form
}

struct Scan<'t> {
    text: &'t str,
    end: usize,
    at: usize,
    cuts: &'t [usize],
    /// The token has no letter beyond ASCII and no break, so that its form is what stands there.
    plain: bool,
}

impl Scan<'_> {
    fn peek(&self) -> Option<char> {
        self.char_at(self.at)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            // nearly all of a text
            Some(byte) if byte.is_ascii() && at < self.end => Some(char::from(*byte)),
            _ => self.text.get(at..self.end).and_then(|rest| rest.chars().next()),
        }
    }

    /// Eats one token that begins with `c` and says what it is.
    fn token(&mut self, c: char, spaced: bool, previous: Option<Kind>) -> Kind {
        if c.is_alphabetic() {
            self.word();
            return Kind::Word;
        }
        if c == '[' && self.is_bracketed_letter() {
            self.at += "[t]".len();
            self.plain = false;
            self.word();
            return Kind::Word;
        }
        if c.is_ascii_digit() {
            self.number();
            return Kind::Number;
        }
        self.at += c.len_utf8();
        let next = self.peek();
        let after_word = matches!(previous, Some(Kind::Word | Kind::Number));
        match c {
            ',' | '،' | '、' => Kind::Comma,
            '.' | '!' | '?' | '…' | '。' => {
                while self.peek().is_some_and(|c| matches!(c, '.' | '!' | '?')) {
                    self.at += 1;
                }
                Kind::Stop
            }
            ':' => Kind::Colon,
            ';' => Kind::Semicolon,
            '(' | '[' => Kind::Open,
            ')' | ']' => Kind::Close,
            '`' | '‘' => self.apostrophe(c, next, after_word),
            c if is_apostrophe(c) => self.apostrophe(c, next, after_word),
            c if is_quote(c) => Kind::Quote,
            '—' | '―' | '‒' => Kind::Dash,
            '-' | '–' | '‐' | '‑' | '−' => self.hyphen(c, next, spaced),
            _ => Kind::Symbol,
        }
    }

    /// After an apostrophe: `'s` and a plural's bare apostrophe are possessive, two in a row are a quotation mark.
    fn apostrophe(&mut self, c: char, next: Option<char>, after_word: bool) -> Kind {
        if next == Some(c) && c != '’' {
            self.at += c.len_utf8();
            return Kind::Quote;
        }
        let follows = self.char_at(self.at + 1);
        if after_word && next.is_some_and(|n| n == 's' || n == 'S') && !follows.is_some_and(char::is_alphanumeric) {
            self.at += 1;
            return Kind::Clitic;
        }
        Kind::Quote
    }

    fn hyphen(&mut self, c: char, next: Option<char>, spaced: bool) -> Kind {
        if next == Some(c) {
            self.at += c.len_utf8();
            return Kind::Dash;
        }
        match (spaced, next) {
            (true, Some(n)) if n.is_whitespace() => Kind::Dash,
            (false, Some(n)) if n.is_whitespace() && c == '–' => Kind::Dash,
            _ => Kind::Hyphen,
        }
    }

    /// `word = letter { letter | digit | "'" letter | "-" lower | "." letter } [ "." ]`, over the cuts of the layout.
    #[inline]
    fn word(&mut self) {
        let start = self.at;
        self.letters();
        // what ends most words
        if !matches!(self.text.as_bytes().get(self.at), Some(b' ' | b',' | b';' | b':' | b')')) {
            self.rest_of_word(start);
        }
    }

    /// Eats the rest of the word that began at `start`.
    fn rest_of_word(&mut self, start: usize) {
        let mut dotted = false;
        loop {
            self.letters();
            let Some(c) = self.peek() else { break };
            let next = self.char_at(self.at + c.len_utf8());
            let go_on = match c {
                c if c.is_alphanumeric() || is_combining(c) => true,
                c if is_apostrophe(c) => self.apostrophe_inside(next),
                '-' | '‑' | '‐' => self.hyphen_inside(next),
                '\u{ad}' => true,
                '&' => next.is_some_and(char::is_uppercase) && self.at - start <= 2,
                '.' if dotted || self.single_letters(start) => {
                    let inside = next.is_some_and(char::is_alphabetic);
                    dotted |= inside;
                    if !inside {
                        // the last stop of "U.S." belongs to the word; a lone initial keeps its stop too
                        self.at += 1;
                        return;
                    }
                    true
                }
                '\n' | '\r' if self.cuts.binary_search(&self.at).is_ok() => true,
                _ => false,
            };
            if !go_on {
                break;
            }
            self.plain &= c.is_ascii_graphic();
            self.at += c.len_utf8();
        }
        if self.peek() == Some('.') {
            let word = &self.text[start..self.at];
            let one_of = |list: &[&str]| word.len() <= 5 && list.iter().any(|known| known.eq_ignore_ascii_case(word));
            let next = self.char_at(self.at + 1);
            let more = next.is_some_and(|n| n.is_whitespace() || matches!(n, ',' | ')' | ';'));
            // "Dec.356", "Jan.16"
            let number = next.is_some_and(|n| n.is_ascii_digit());
            if (more || number) && one_of(TITLES) && word.starts_with(char::is_uppercase) || more && one_of(ABBREVIATIONS) {
                self.at += 1;
            }
        }
    }

    /// "[t]he": a quotation begins in the midst of somebody's sentence, and print says so.
    fn is_bracketed_letter(&self) -> bool {
        let rest = self.text.as_bytes().get(self.at..self.end).unwrap_or(&[]);
        matches!(rest, [b'[', letter, b']', next, ..] if letter.is_ascii_alphabetic() && next.is_ascii_lowercase())
    }

    /// Eats letters and digits of ASCII, which most words are made of.
    fn letters(&mut self) {
        let rest = self.text.as_bytes().get(self.at..self.end).unwrap_or(&[]);
        self.at += rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    }

    /// "o'clock", "didn't", "O'Brien"; not before "s" and the end of the word.
    fn apostrophe_inside(&self, next: Option<char>) -> bool {
        let Some(n) = next else { return false };
        let apostrophe = self.peek().map_or(1, char::len_utf8);
        let follows = self.char_at(self.at + apostrophe + n.len_utf8());
        n.is_alphabetic() && !((n == 's' || n == 'S') && !follows.is_some_and(char::is_alphanumeric))
    }

    /// A hyphen stays inside a word before a small letter or a digit.
    fn hyphen_inside(&self, next: Option<char>) -> bool {
        next.is_some_and(|n| n.is_lowercase() || n.is_ascii_digit() || self.cuts.binary_search(&(self.at + 1)).is_ok())
    }

    /// Whether all that was eaten since `start` is one capital letter or letters each with a stop ("U", "U.S").
    fn single_letters(&self, start: usize) -> bool {
        let eaten = &self.text[start..self.at];
        let mut chars = eaten.chars();
        matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase())
            || eaten.len() == 1
                && matches!(eaten, "p" | "a" | "i" | "e")
                && self.char_at(self.at + 1).is_some_and(|n| matches!(n, 'm' | 'e' | 'g'))
    }

    fn number(&mut self) {
        while let Some(c) = self.peek() {
            let next = self.char_at(self.at + c.len_utf8());
            let go_on = match c {
                c if c.is_alphanumeric() => true,
                '.' | ',' | ':' | '/' => next.is_some_and(|n| n.is_ascii_digit()),
                '-' => next.is_some_and(char::is_lowercase),
                '%' => true,
                _ => false,
            };
            if !go_on {
                break;
            }
            self.plain &= c.is_ascii_graphic();
            self.at += c.len_utf8();
        }
    }
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}
