//! An extraction made by hand, for the tests of what happens to one; it fills every field of the contract at least once.

use demarche::span::Span;
use demarche::statement::*;
use sha2::{Digest, Sha256};

/// The text of [`extraction`]. A quote is interrupted, and code points, bytes and UTF-16 units all count differently.
pub const TEXT: &str = "ZÜRICH, May 3 — 🌍 The envoys of Norway and Türkiye did not agree on a toll; they \"deeply regret\" it.\n\n\
    “We will seek to reopen the pass and widen the road by June,” Minister Ayşe Demir said, “with \u{1b}[31mcare; and soon.”\n";

/// The place of the first `needle` in [`TEXT`], in code points.
pub fn span(needle: &str) -> Span {
    let at = TEXT.find(needle).unwrap_or_else(|| panic!("{needle:?} is not in the text"));
    let start = TEXT[..at].chars().count();
    Span {
        start: start as u32,
        end: (start + needle.chars().count()) as u32,
    }
}

pub fn words(needle: &str) -> Words {
    Words {
        text: needle.to_string(),
        span: span(needle),
    }
}

fn party(text: Option<&str>, entities: &[(&str, &str)], people: &[(&str, Option<&str>)], basis: Basis) -> Party {
    let entity = |(code, name): &(&str, &str)| Entity {
        code: code.to_string(),
        kind: EntityKind::State,
        name: name.to_string(),
    };
    let person = |(name, role): &(&str, Option<&str>)| Person {
        name: name.to_string(),
        role: role.map(String::from),
    };
    Party {
        text: text.map(String::from),
        span: text.map(span),
        entities: entities.iter().map(entity).collect(),
        people: people.iter().map(person).collect(),
        basis,
    }
}

fn sentence(text: &str, paragraph: u32, index: u32) -> Sentence {
    Sentence {
        text: text.to_string(),
        span: span(text),
        paragraph,
        index,
    }
}

fn rule(id: &str) -> RuleRef {
    RuleRef {
        id: id.to_string(),
        pack: "builtin".to_string(),
        version: "1".to_string(),
    }
}

/// Two statements over [`TEXT`].
pub fn extraction() -> Extraction {
    let code = |code: &str, r#match| Code {
        code: code.to_string(),
        r#match,
    };
    let agree = Statement {
        id: "00000000000000aa".to_string(),
        document: None,
        act: Act::Agree,
        force: Force::Commissive,
        status: Status::Made,
        negated: true,
        mode: Mode::Narrated,
        speakers: vec![party(
            Some("The envoys of Norway and Türkiye"),
            &[("NOR", "Norway"), ("TUR", "Türkiye")],
            &[],
            Basis::Group,
        )],
        addressees: vec![],
        source: None,
        cue: words("did not agree on"),
        content: Some(Content {
            text: "a toll".to_string(),
            span: span("a toll"),
            form: ContentForm::NounPhrase,
            pieces: vec![words("a toll")],
            items: vec![],
        }),
        strength: Strength {
            degree: Some(words("deeply")),
            level: 3,
            hedges: vec![],
        },
        time: Some(Time {
            text: "May 3".to_string(),
            span: span("May 3"),
            earliest: Some("2024-05-03".to_string()),
            latest: Some("2024-05-03".to_string()),
            granularity: Granularity::Day,
            basis: TimeBasis::Published,
        }),
        codes: Codes {
            cameo: vec![code("057", Match::Exact)],
            plover: vec![code("AGREE", Match::Broad), code("", Match::None)],
        },
        sentence: sentence(TEXT.lines().next().unwrap(), 0, 0),
        rule: rule("agree.on"),
    };
    let (first, last) = (
        words("We will seek to reopen the pass and widen the road by June,"),
        words("with \u{1b}[31mcare; and soon."),
    );
    let intend = Statement {
        id: "00000000000000bb".to_string(),
        act: Act::Intend,
        status: Status::Planned,
        negated: false,
        mode: Mode::Direct,
        speakers: vec![party(
            None,
            &[("TUR", "Türkiye")],
            &[("Ayşe Demir", Some("Minister"))],
            Basis::Implied,
        )],
        addressees: vec![party(Some("Norway"), &[("NOR", "Norway")], &[], Basis::Name)],
        source: Some(party(
            Some("Minister Ayşe Demir"),
            &[("TUR", "Türkiye")],
            &[("Ayşe Demir", Some("Minister"))],
            Basis::Office,
        )),
        cue: words("will"),
        content: Some(Content {
            text: format!("{} {}", first.text, last.text),
            span: Span {
                start: first.span.start,
                end: last.span.end,
            },
            form: ContentForm::Quote,
            pieces: vec![first, last],
            items: vec![words("reopen the pass"), words("care; and soon")],
        }),
        strength: Strength {
            degree: None,
            level: 0,
            hedges: vec![words("seek to")],
        },
        time: None,
        codes: Codes {
            cameo: vec![],
            plover: vec![],
        },
        sentence: sentence(TEXT.lines().nth(2).unwrap(), 1, 1),
        rule: rule("intend.will"),
        ..agree.clone()
    };
    Extraction {
        schema_version: SCHEMA_VERSION.to_string(),
        document: DocumentInfo {
            id: "pass".to_string(),
            uri: Some("news/pass.txt".to_string()),
            title: Some("No toll on the pass".to_string()),
            published: Some("2024-05-03".to_string()),
            published_basis: Some(PublishedBasis::Given),
            genre: Genre::News,
            language: "en".to_string(),
            sha256: Sha256::digest(TEXT).iter().map(|byte| format!("{byte:02x}")).collect(),
            chars: TEXT.chars().count() as u32,
            text: None,
        },
        statements: vec![agree, intend],
    }
}
