//! Markdown, read as the text that it is.
//!
//! Owns: what its markup tells: front matter, the title, code, pictures and link definitions, as hints. Emphasis marks and links
//! stay in the text, since spans index the file as it is.
//! Leaves to: [`super::marker`] headings and list items, which plain texts have as well.

use super::layout::ParagraphKind;
use super::published;
use crate::span::Bytes;
use jiff::civil::Date;

/// What the markup of a text tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Title from the front matter, else the first heading of the first level.
    pub title: Option<String>,
    /// Date from the front matter.
    pub published: Option<Date>,
    /// Parts of the text that are no prose, by start.
    pub hints: Vec<(Bytes, ParagraphKind)>,
}

/// Reads the markup of `text`.
///
/// ```
/// let marks = demarche::read::markdown::marks("---\ntitle: Talks\ndate: 2023-05-04\n---\n\nThe ministers agreed.\n");
/// assert_eq!(marks.title.as_deref(), Some("Talks"));
/// assert_eq!(marks.published.map(|d| d.to_string()).as_deref(), Some("2023-05-04"));
/// ```
pub fn marks(text: &str) -> Marks {
    let mut marks = Marks::default();
    let mut at = front_matter(text, &mut marks);
    let mut fence: Option<(usize, &str)> = None;
    let mut headline = false;
    for line in text.get(at..).unwrap_or("").split_inclusive('\n') {
        let place = Bytes::new(at, at + line.trim_end().len());
        at += line.len();
        let bare = line.trim();
        if let Some((start, mark)) = fence {
            if bare.starts_with(mark) {
                marks.hints.push((Bytes::new(start, place.end), ParagraphKind::Furniture));
                fence = None;
            }
        } else if let Some(mark) = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark)) {
            fence = Some((place.start, mark));
        } else if is_definition(bare) || bare.starts_with("![") && bare.ends_with(')') {
            marks.hints.push((place, ParagraphKind::Furniture));
        } else if let Some(title) = bare.strip_prefix("# ").filter(|_| !headline) {
            headline = true;
            marks
                .title
                .get_or_insert_with(|| title.trim_end_matches(['#', ' ']).trim().to_string());
            marks.hints.push((place, ParagraphKind::Headline));
        }
    }
    // a fence that is never closed is rather a stray mark than a text full of code
    marks
}

/// `[name]: address`, but no footnote.
fn is_definition(line: &str) -> bool {
    line.strip_prefix('[')
        .filter(|rest| !rest.starts_with('^'))
        .and_then(|rest| rest.split_once("]: "))
        .is_some_and(|(_, address)| !address.trim().is_empty() && !address.trim().contains(' ') || address.contains("://"))
}

/// Reads the lines between two `---` (or `+++`) at the top; the length of all that, 0 where there are none.
fn front_matter(text: &str, marks: &mut Marks) -> usize {
    let Some(first) = text.split_inclusive('\n').next() else { return 0 };
    let fence = first.trim();
    if !matches!(fence, "---" | "+++") {
        return 0;
    }
    let mut at = first.len();
    let mut fields = Vec::new();
    // front matter is short; a rule at the top of a long text is no opening
    for line in text[at..].split_inclusive('\n').take(200) {
        at += line.len();
        let bare = line.trim();
        if bare == fence || fence == "---" && bare == "..." {
            if fields.is_empty() {
                return 0;
            }
            for (key, value) in fields {
                take(key, value, marks);
            }
            marks
                .hints
                .push((Bytes::new(0, text[..at].trim_end().len()), ParagraphKind::Furniture));
            return at;
        }
        if let Some((key, value)) = bare.split_once([':', '=']) {
            fields.push((key.trim(), value.trim().trim_matches(['"', '\''])));
        } else if bare.is_empty() && fields.is_empty() {
            return 0;
        }
    }
    0
}

fn take(key: &str, value: &str, marks: &mut Marks) {
    match key.to_ascii_lowercase().as_str() {
        "title" if !value.is_empty() => marks.title = Some(value.to_string()),
        "date" | "published" | "publishdate" | "pubdate" => marks.published = published::field(value).or(marks.published),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Marks, marks};
    use crate::read::layout::{ParagraphKind, layout};
    use proptest::prelude::*;

    fn kinds(text: &str) -> Vec<(ParagraphKind, &str)> {
        layout(text, &marks(text).hints, &|_| false)
            .paragraphs
            .iter()
            .map(|p| (p.kind, p.place.of(text)))
            .collect()
    }

    #[test]
    fn front_matter_title_and_prose_are_told_apart() {
        let text = "---\ntitle: \"Ferry talks\"\ndate: 2023-05-04\n---\n# Talks end\n\nThe ministers agreed to [reopen](https://example.org) the line.\n\n## Next\n\n- They **pledged** to pay half.\n";
        let found = marks(text);
        assert_eq!(found.title.as_deref(), Some("Ferry talks"));
        assert_eq!(found.published.map(|d| d.to_string()).as_deref(), Some("2023-05-04"));
        let read: Vec<_> = kinds(text).into_iter().filter(|(kind, _)| kind.is_read()).collect();
        assert_eq!(
            read,
            [
                (ParagraphKind::Headline, "Talks end"),
                (
                    ParagraphKind::Body,
                    "The ministers agreed to [reopen](https://example.org) the line."
                ),
                (ParagraphKind::Heading, "Next"),
                (ParagraphKind::ListItem, "They **pledged** to pay half."),
            ]
        );
    }

    #[test]
    fn code_pictures_and_definitions_are_furniture() {
        let text = "The ministers agreed on the plan, both said.\n\n```\nWe urge x = 1.\n\nagreed\n```\n\n![a photo](b.jpg)\n\n[1]: https://example.org\n\nThey urged all sides to wait for the vote.\n";
        let read: Vec<_> = kinds(text)
            .into_iter()
            .filter(|(kind, _)| kind.is_read())
            .map(|(_, words)| words)
            .collect();
        assert_eq!(
            read,
            [
                "The ministers agreed on the plan, both said.",
                "They urged all sides to wait for the vote."
            ]
        );
    }

    #[test]
    fn a_rule_at_the_top_is_no_front_matter() {
        assert_eq!(marks("---\n\nThe ministers agreed: nothing else.\n\n---\n"), Marks::default());
        assert_eq!(marks("```\nThe ministers agreed."), Marks::default());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(---\n|\\+\\+\\+\n|# a|```|~~~|a: b|\\[x\\]: y|\r\n|\n|é){0,30}") {
            for (place, _) in marks(&text).hints {
                prop_assert!(text.get(place.start..place.end).is_some());
            }
        }
    }
}
