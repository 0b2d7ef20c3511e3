//! An extraction drawn for the eye: each sentence that holds records, the roles marked under its words, a line of facts a record.
//!
//!     (line 3, sentence 5)
//!         The two ministers again urged Peru to reopen the pass and clear the road.
//!     a   ~~~~~~~~~~~~~~~~~       ^^^^^ ====    +---------------    +-------------
//!     a > urge, directive, made, narrated | S NOR+SWE (group) | A PER (name) | infinitive | ... | urge.to
//!
//! `~` speaker, `^` cue, `=` addressee, `-` content, `+` the first character of one of its items. Words that stand in another
//! sentence are quoted in the line of facts.
//!
//! Owns: this drawing, which the snapshots pin. It shares nothing with the writers of the program, so that a prettier output
//! moves no snapshot.

use demarche::span::Span;
use demarche::statement::{Code, Extraction, Party, Sentence, Statement};
use std::fmt::Write;

/// Columns of a line of text.
const WIDTH: usize = 100;

/// The drawing of `extraction`, made from `text`.
pub fn draw(name: &str, extraction: &Extraction, text: &str) -> String {
    let document = &extraction.document;
    let basis = document.published_basis.map_or("", |basis| basis.as_str());
    let published = document.published.as_deref().unwrap_or("no date");
    let number = extraction.statements.len();
    let mut drawing = format!("{name}: {}, {published} {basis}, {number} statements\n", document.genre);
    let chars: Vec<char> = text.chars().collect();
    for statements in extraction.statements.chunk_by(|a, b| a.sentence.span == b.sentence.span) {
        let sentence = &statements[0].sentence;
        writeln!(drawing, "\n({})", place(sentence)).unwrap();
        for line in lines(&cells(&chars, sentence.span)) {
            write_trimmed(&mut drawing, "    ", line.iter().map(|cell| cell.c.to_string()));
            for (number, statement) in statements.iter().enumerate() {
                let marks = |cell: &Cell| mark(statement, cell.place).to_string().repeat(cell.width);
                if line.iter().any(|cell| mark(statement, cell.place) != ' ') {
                    write_trimmed(&mut drawing, &format!("{:<4}", label(number)), line.iter().map(marks));
                }
            }
        }
        for (number, statement) in statements.iter().enumerate() {
            writeln!(drawing, "{} > {}", label(number), facts(statement)).unwrap();
        }
    }
    drawing
}

fn place(sentence: &Sentence) -> String {
    format!("paragraph {}, sentence {}", sentence.paragraph, sentence.index)
}

fn write_trimmed(drawing: &mut String, head: &str, cells: impl Iterator<Item = String>) {
    let line = format!("{head}{}", cells.collect::<String>());
    writeln!(drawing, "{}", line.trim_end()).unwrap();
}

/// a, b, ... z, then 27, 28, ...
fn label(number: usize) -> String {
    u8::try_from(number)
        .ok()
        .filter(|n| *n < 26)
        .map_or((number + 1).to_string(), |n| char::from(b'a' + n).to_string())
}

/// One character as it is drawn.
struct Cell {
    c: char,
    /// Columns that it takes.
    width: usize,
    /// Its place in code points.
    place: u32,
}

/// The characters at `span`; a run of white space is one space.
fn cells(chars: &[char], span: Span) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for place in span.start..span.end {
        let c = chars[place as usize];
        let c = if c.is_whitespace() { ' ' } else { c };
        if c != ' ' || cells.last().is_some_and(|last| last.c != ' ') {
            let width = columns(c);
            cells.push(Cell { c, width, place });
        }
    }
    cells
}

/// Columns of a character on a terminal: none for marks that join the one before, two for East Asian letters and pictures.
fn columns(c: char) -> usize {
    match u32::from(c) {
        0x300..=0x36F | 0x200B..=0x200F | 0xFE00..=0xFE0F => 0,
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 => 2,
        0x1F300..=0x1FAFF | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

/// Cut at spaces, so that a line takes [`WIDTH`] columns at most; a longer word stands alone.
fn lines(cells: &[Cell]) -> Vec<&[Cell]> {
    let mut lines = Vec::new();
    let (mut start, mut space, mut width) = (0, None, 0);
    for (at, cell) in cells.iter().enumerate() {
        width += cell.width;
        if cell.c == ' ' {
            space = Some(at);
        }
        if width > WIDTH
            && let Some(cut) = space.filter(|cut| *cut > start)
        {
            lines.push(&cells[start..cut]);
            (start, space) = (cut + 1, None);
            width = cells[start..=at.max(start).min(cells.len() - 1)]
                .iter()
                .map(|cell| cell.width)
                .sum();
        }
    }
    lines.push(&cells[start..]);
    lines
}

/// What the character at `place` is in `statement`.
fn mark(statement: &Statement, place: u32) -> char {
    let inside = |span: Span| span.start <= place && place < span.end;
    let party = |parties: &[Party]| parties.iter().filter_map(|party| party.span).any(inside);
    let content = statement.content.as_ref();
    if inside(statement.cue.span) {
        '^'
    } else if party(&statement.speakers) {
        '~'
    } else if party(&statement.addressees) {
        '='
    } else if content.is_some_and(|content| content.items.iter().any(|item| item.span.start == place)) {
        '+'
    } else if content.is_some_and(|content| content.pieces.iter().any(|piece| inside(piece.span))) {
        '-'
    } else {
        ' '
    }
}

/// The line of facts.
fn facts(statement: &Statement) -> String {
    let sentence = statement.sentence.span;
    let negated = if statement.negated { ", negated" } else { "" };
    let mut facts = vec![format!(
        "{}, {}, {}{negated}, {}",
        statement.act, statement.force, statement.status, statement.mode
    )];
    facts.extend(statement.speakers.iter().map(|speaker| format!("S {}", party(speaker, sentence))));
    facts.extend(
        statement
            .addressees
            .iter()
            .map(|addressee| format!("A {}", party(addressee, sentence))),
    );
    facts.extend(statement.source.iter().map(|source| {
        let words = source.text.as_deref().unwrap_or("");
        format!("source {words:?} {}", party(source, source.span.unwrap_or(sentence)))
    }));
    if let Some(content) = &statement.content {
        let form = content.form.as_str();
        let pieces = if content.pieces.len() > 1 {
            format!(", {} pieces", content.pieces.len())
        } else {
            String::new()
        };
        let on = if content.span.end > sentence.end {
            format!(", on to {:?}", tail(&content.text))
        } else {
            String::new()
        };
        let before = if content.span.start < sentence.start {
            format!(", from {:?}", head(&content.text))
        } else {
            String::new()
        };
        facts.push(format!("{form}{pieces}{before}{on}"));
    }
    let degree = statement.strength.degree.iter().map(|degree| format!(" {:?}", degree.text));
    let hedges = statement.strength.hedges.iter().map(|hedge| format!(" hedge {:?}", hedge.text));
    facts.push(format!(
        "level {}{}",
        statement.strength.level,
        degree.chain(hedges).collect::<String>()
    ));
    if let Some(time) = &statement.time {
        let day = |day: &Option<String>| day.clone().unwrap_or("?".to_string());
        let days = if time.earliest == time.latest {
            day(&time.earliest)
        } else {
            format!("{}..{}", day(&time.earliest), day(&time.latest))
        };
        facts.push(format!("{:?} = {days}, {}, {}", time.text, time.granularity, time.basis));
    }
    facts.push(format!(
        "cameo {}, plover {}",
        codes(&statement.codes.cameo),
        codes(&statement.codes.plover)
    ));
    facts.push(statement.rule.id.clone());
    facts.join(" | ")
}

fn codes(codes: &[Code]) -> String {
    let codes: Vec<String> = codes.iter().map(|code| format!("{}:{}", code.code, code.r#match)).collect();
    codes.join(" ").replace(":none", "none")
}

/// Codes, people and basis; the words, too, where they stand outside `sentence`.
fn party(party: &Party, sentence: Span) -> String {
    let codes: Vec<&str> = party.entities.iter().map(|entity| entity.code.as_str()).collect();
    let people = party.people.iter().map(|person| match &person.role {
        Some(role) => format!(" {}, {role}", person.name),
        None => format!(" {}", person.name),
    });
    let people: String = people.collect();
    let codes = if codes.is_empty() { "-".to_string() } else { codes.join("+") };
    let outside = party.span.filter(|span| span.end <= sentence.start || span.start >= sentence.end);
    let words = outside
        .and(party.text.as_ref())
        .map_or(String::new(), |words| format!(" {words:?}"));
    format!("{codes}{people} ({}){words}", party.basis)
}

fn head(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(4).collect();
    words.join(" ")
}

fn tail(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words[words.len().saturating_sub(4)..].join(" ")
}

#[test]
fn marks_stand_under_their_words() {
    let made = crate::made::extraction();
    let drawn = draw("made", &made, crate::made::TEXT);
    let lines: Vec<&str> = drawn.lines().collect();
    // The globe takes two columns, so the words after it stand one column further than their characters count.
    let text = lines
        .iter()
        .position(|line| line.contains("The envoys of Norway"))
        .expect("the sentence is drawn");
    let column = |line: &str, needle: &str| line[..line.find(needle).unwrap()].chars().map(columns).sum::<usize>();
    assert_eq!(column(lines[text], "The envoys"), column(lines[text + 1], "~"), "{drawn}");
    assert_eq!(column(lines[text], "did not agree on"), column(lines[text + 1], "^"), "{drawn}");
    assert_eq!(column(lines[text], "a toll"), column(lines[text + 1], "-"), "{drawn}");
    assert!(
        drawn.contains("a > agree, commissive, made, negated, narrated | S NOR+TUR (group) | noun_phrase | level 3 \"deeply\""),
        "{drawn}"
    );
    assert!(
        lines
            .iter()
            .all(|line| line.contains(" > ") || line.chars().map(columns).sum::<usize>() <= WIDTH + 4),
        "{drawn}"
    );
}
