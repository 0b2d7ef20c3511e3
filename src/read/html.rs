//! A page to its article's text.
//!
//! Owns: which text of a page counts, its paragraphs (divided by blank lines), hints for headings, captions and list items, and
//! the page's title, day and publisher.
//! Leaves to: dom_smoothie (after Mozilla's Readability) to find the article among menus, [`super::layout`] the furniture that it
//! overlooked.

use super::decode::Warning;
use super::layout::ParagraphKind;
use super::published;
use super::tags::{Piece, Pieces};
use crate::spaces::squeezed;
use crate::span::Bytes;
use dom_smoothie::{Metadata, Readability};
use jiff::civil::Date;

/// What was read of a page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The article: headline first, paragraphs divided by a blank line.
    pub text: String,
    /// Headings, captions and list items in `text`, by start.
    pub hints: Vec<(Bytes, ParagraphKind)>,
    /// Title of the article, without the site's name where the page lets it be told.
    pub title: Option<String>,
    /// Day of publication by the page's metadata.
    pub published: Option<Date>,
    /// Name of the site.
    pub publisher: Option<String>,
    /// What went wrong.
    pub warnings: Vec<Warning>,
}

/// Whether `text` begins like a page.
pub fn is_html(text: &str) -> bool {
    let head = super::paragraphs::clip(text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}'), 200).to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|start| head.starts_with(start))
}

/// The encoding that a page declares in its first kilobyte ("iso-8859-1").
pub fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024))?).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label: String = after
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c))
        .collect();
    (!label.is_empty()).then_some(label)
}

/// Deeper pages, and larger ones, are not given to the tree builder: its work on them grows beyond measure.
const DEEPEST: usize = 400;
const LARGEST: usize = 16 << 20;

/// Reads a page.
///
/// ```
/// let page = demarche::read::html::page("<html><title>Talks go on</title><body><p>The ministers agreed to meet again.</p></body>");
/// assert!(page.text.contains("The ministers agreed to meet again."));
/// ```
pub fn page(html: &str) -> Page {
    if html.len() > LARGEST || depth(html) > DEEPEST {
        let mut page = Page {
            warnings: vec![Warning::NoArticle],
            ..Page::default()
        };
        render(html, &mut page);
        return page;
    }
    let mut reader = Readability::from(html);
    let metadata = reader.get_article_metadata(reader.parse_json_ld());
    let mut page = described(&reader, metadata);
    let body = reader.doc.select("body").inner_html().to_string();
    if let Some(title) = page.title.clone() {
        push(&title, Some(ParagraphKind::Headline), &mut page);
    }
    let headline = page.text.len();
    if let Ok(article) = reader.parse() {
        render(&article.content, &mut page);
    }
    if page.text.len() == headline {
        render(&body, &mut page);
        page.warnings.push(Warning::NoArticle);
    }
    page
}

/// Elements that name the day, oftenest right first; the attribute that holds it.
const DAYS: &[(&str, &str)] = &[
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop='datePublished']", "content"),
    ("[itemprop='datePublished']", "datetime"),
    ("meta[name='date']", "content"),
    ("meta[name='pubdate']", "content"),
    ("meta[name='publishdate']", "content"),
    ("meta[name='publish-date']", "content"),
    ("meta[name='DC.date.issued']", "content"),
    ("meta[name='dcterms.date']", "content"),
    ("meta[name='parsely-pub-date']", "content"),
    ("time[pubdate]", "datetime"),
    ("article time[datetime]", "datetime"),
    ("time[datetime]", "datetime"),
];

fn described(reader: &Readability, metadata: Metadata) -> Page {
    let named = |title: String| Some(squeezed(&title)).filter(|t| !t.is_empty());
    let by_element = || {
        DAYS.iter().find_map(|(selector, attribute)| {
            let value = reader.doc.select_single(selector).attr(attribute)?;
            published::field(&value)
        })
    };
    Page {
        title: named(metadata.title),
        published: metadata.published_time.as_deref().and_then(published::field).or_else(by_element),
        publisher: metadata.site_name.and_then(named),
        ..Page::default()
    }
}

/// Elements whose text is none of the article's.
const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "head", "button", "form", "select", "iframe", "nav", "aside", "footer", "math",
];
/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "blockquote",
    "figure",
    "figcaption",
    "table",
    "tr",
    "td",
    "th",
    "section",
    "article",
    "header",
    "main",
    "body",
    "html",
    "dl",
    "dt",
    "dd",
    "pre",
    "hr",
    "address",
    "details",
    "summary",
    "title",
];
/// Elements that are never closed.
const VOID: &[&str] = &[
    "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr",
];

/// How deep the elements of `html` lie in each other at most; elements that nobody closes count as they stand.
fn depth(html: &str) -> usize {
    let (mut deep, mut deepest) = (0_usize, 0);
    for piece in Pieces::new(html) {
        match piece {
            Piece::Open(name)
                if !VOID.contains(&name.as_str()) && !matches!(name.as_str(), "p" | "li" | "td" | "tr" | "th" | "dt" | "dd" | "option") =>
            {
                deep += 1;
                deepest = deepest.max(deep);
            }
            Piece::Close(_) => deep = deep.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Adds the text of `html` to `page`, paragraph by paragraph.
fn render(html: &str, page: &mut Page) {
    let mut open: Vec<ParagraphKind> = Vec::new();
    let mut skipping: Option<(String, usize)> = None;
    let mut words = String::new();
    let mut breaks = 0;
    for piece in Pieces::new(html) {
        if let Some((name, depth)) = &mut skipping {
            match &piece {
                Piece::Open(inner) if inner == name => *depth += 1,
                Piece::Close(inner) if inner == name => *depth -= 1,
                _ => {}
            }
            if *depth == 0 {
                skipping = None;
            }
            continue;
        }
        match piece {
            Piece::Text(text) => {
                breaks = if text.trim().is_empty() { breaks } else { 0 };
                words.push_str(&text);
            }
            Piece::Open(name) if SKIPPED.contains(&name.as_str()) => skipping = Some((name, 1)),
            Piece::Open(name) if name == "br" => {
                breaks += 1;
                words.push(' ');
                if breaks > 1 || super::paragraphs::ends_sentence(&words) {
                    flush(&mut words, &open, page);
                }
            }
            Piece::Open(name) | Piece::Close(name) if kind(&name).is_none() && BLOCKS.contains(&name.as_str()) => {
                flush(&mut words, &open, page)
            }
            Piece::Open(name) => {
                if let Some(kind) = kind(&name) {
                    flush(&mut words, &open, page);
                    open.push(kind);
                }
            }
            Piece::Close(name) => {
                if let Some(kind) = kind(&name) {
                    flush(&mut words, &open, page);
                    if let Some(at) = open.iter().rposition(|k| *k == kind) {
                        open.truncate(at);
                    }
                }
            }
        }
    }
    flush(&mut words, &open, page);
}

/// What an element says of the text in it.
fn kind(name: &str) -> Option<ParagraphKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(ParagraphKind::Heading),
        "figcaption" | "caption" => Some(ParagraphKind::Caption),
        "li" => Some(ParagraphKind::ListItem),
        _ => None,
    }
}

fn flush(words: &mut String, open: &[ParagraphKind], page: &mut Page) {
    let paragraph = squeezed(words);
    words.clear();
    push(&paragraph, open.last().copied(), page);
}

/// Adds a paragraph; the headline again in the article's body is dropped, since it stands at the top.
fn push(paragraph: &str, kind: Option<ParagraphKind>, page: &mut Page) {
    let repeated = kind == Some(ParagraphKind::Heading) && page.title.as_deref() == Some(paragraph);
    if paragraph.is_empty() || repeated {
        return;
    }
    if !page.text.is_empty() {
        page.text.push_str("\n\n");
    }
    let start = page.text.len();
    page.text.push_str(paragraph);
    if let Some(kind) = kind {
        page.hints.push((Bytes::new(start, page.text.len()), kind));
    }
}

#[cfg(test)]
mod tests {
    use super::{ParagraphKind, declared_encoding, is_html, page};
    use crate::read::decode::Warning;
    use proptest::prelude::*;

    const PAGE: &str = r#"<!DOCTYPE html><html><head><title>Ferry talks end in Oslo | The Example</title>
        <meta property="og:site_name" content="The Example"><meta property="article:published_time" content="2023-05-04T08:00:00Z">
        <style>p { color: red }</style></head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
        <article><h1>Ferry talks end in Oslo</h1>
        <figure><img src="a.jpg"><figcaption>The ministers shake hands.</figcaption></figure>
        <p>The foreign ministers of Norway and Denmark agreed on Thursday to reopen the ferry line between the two ports by the
        end of the year, the Norwegian ministry said.</p>
        <h2>What comes next</h2>
        <p>They also pledged to share the costs &amp; to meet again in spring, which both called a sign of good will after years of quarrel
        over the fares, the timetable and the harbour at the northern end of the line.</p>
        <ul><li>The line opens in June.</li><li>Both sides pay half.</li></ul>
        <p>Observers had expected the talks to last until the weekend. The ministers thanked the mediators, who had worked on the text for
        more than three months, and urged the companies to hire crews in time.</p></article>
        <footer>© The Example</footer><script>var a = "<p>not text</p>";</script></body></html>"#;

    #[test]
    fn a_page_gives_its_article_and_what_the_page_says_of_it() {
        let page = page(PAGE);
        assert!(page.text.starts_with("Ferry talks end in Oslo\n\n"), "{}", page.text);
        assert!(page.text.contains("The foreign ministers of Norway and Denmark agreed on Thursday to reopen the ferry line between the two ports by the end of the year"));
        assert!(page.text.contains("share the costs & to meet"));
        assert!(
            !page.text.contains("Home") && !page.text.contains("not text") && !page.text.contains("color"),
            "{}",
            page.text
        );
        assert_eq!(page.text.matches("Ferry talks end in Oslo").count(), 1);
        assert_eq!(page.published.map(|d| d.to_string()).as_deref(), Some("2023-05-04"));
        assert_eq!(page.publisher.as_deref(), Some("The Example"));
        let hinted = |kind| {
            page.hints
                .iter()
                .filter(|(_, k)| *k == kind)
                .map(|(place, _)| place.of(&page.text))
                .collect::<Vec<_>>()
        };
        assert_eq!(hinted(ParagraphKind::Headline), ["Ferry talks end in Oslo"]);
        assert_eq!(hinted(ParagraphKind::Heading), ["What comes next"]);
        assert_eq!(hinted(ParagraphKind::Caption), ["The ministers shake hands."]);
        assert_eq!(hinted(ParagraphKind::ListItem), ["The line opens in June.", "Both sides pay half."]);
    }

    #[test]
    fn a_page_without_an_article_gives_its_visible_text() {
        let page = page("<html><body><p>Both sides agreed.</p><script>x()</script></body></html>");
        assert!(page.text.ends_with("Both sides agreed."), "{}", page.text);
        assert!(!page.text.contains("x()"));
    }

    #[test]
    fn the_day_is_found_in_other_places_too() {
        let days = [
            r#"<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Talks","datePublished":"2023-05-04"}</script>"#,
            r#"<time datetime="2023-05-04T10:00">yesterday</time>"#,
            r#"<meta itemprop="datePublished" content="2023-05-04">"#,
        ];
        for day in days {
            let found = page(&format!(
                "<html><head>{day}</head><body>{day}<p>Both sides agreed.</p></body></html>"
            ))
            .published;
            assert_eq!(found.map(|d| d.to_string()).as_deref(), Some("2023-05-04"), "{day}");
        }
    }

    #[test]
    fn very_deep_pages_are_read_without_a_tree() {
        let page = page(&format!("<html><body>{}<p>Both sides agreed.</p>", "<div>".repeat(50_000)));
        assert_eq!(page.text, "Both sides agreed.");
        assert_eq!(page.warnings, [Warning::NoArticle]);
    }

    #[test]
    fn pages_and_their_encodings_are_told_by_their_head() {
        assert!(is_html("\u{feff} <!DOCTYPE HTML>\n<html>"));
        assert!(!is_html("The ministers met. <html> is a tag."));
        assert_eq!(declared_encoding(b"<meta charset=\"ISO-8859-1\">").as_deref(), Some("iso-8859-1"));
        assert_eq!(declared_encoding(b"<p>no"), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_page_makes_it_panic(html in "(<(p|div|/p|/div|h1|li|br|table|td|script|a href=\"x|!--|figure)>?|&amp;|&#x|[a-z ]{1,8}|-->){0,40}") {
            let page = page(&html);
            for (place, _) in &page.hints {
                prop_assert!(page.text.get(place.start..place.end).is_some());
            }
        }
    }
}
