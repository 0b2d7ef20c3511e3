//! How a text is laid out: its paragraphs, what kind each is, and where extraction cut a word.
//!
//! Owns: the view that the later stages read the text through; the text itself is never rewritten, so spans hold.
//! Leaves to: [`super::paragraphs`] where one begins and ends, [`super::kinds`] what it is for, [`super::cuts`] words cut by a
//! line break, [`super::asides`] what stands inside a sentence and is none of it, [`crate::text`] everything inside a paragraph.

use super::{asides, cuts, kinds, paragraphs};
use crate::span::Bytes;

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Running text.
    Body,
    /// The headline of the article, or a repetition of it.
    Headline,
    /// A heading inside the text.
    Heading,
    /// One item of a list, its marker not included.
    ListItem,
    /// A caption under a picture.
    Caption,
    /// Menus, share buttons, bylines, copyright, related links, reader reactions: nothing that the article says.
    Furniture,
    /// An interview or a discussion that was put behind the article; its questions and answers are not the report.
    Transcript,
}

impl ParagraphKind {
    /// Whether statements are looked for in it.
    pub fn is_read(self) -> bool {
        !matches!(self, ParagraphKind::Furniture | ParagraphKind::Transcript)
    }
}

/// One paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its place, without the marker, without white space at either end.
    pub place: Bytes,
    /// What it is for.
    pub kind: ParagraphKind,
    /// The bullet or number before it ("1.", "(a)", "-"), where there is one.
    pub marker: Option<Bytes>,
}

/// The layout of one document.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The paragraphs in order; they do not overlap and every non-blank byte belongs to one (or to its marker).
    pub paragraphs: Vec<Paragraph>,
    /// Byte offsets of line breaks that stand inside a word ("Ukrai\nne"), ascending; of `\r\n` both bytes.
    pub cuts: Vec<usize>,
    /// Lists of links inside a sentence, which goes on behind them; in order.
    pub asides: Vec<Bytes>,
}

/// Finds the layout of `text`. `hints` say what markup told of parts of it ([`super::Document::hints`]); `is_word` says whether
/// a lower-case word is known.
///
/// ```
/// use demarche::read::layout::{ParagraphKind, layout};
/// let text = "Ministers meet in Oslo for talks\n\nThe ministers agreed to reopen the ferry line between the two ports.\n";
/// let found = layout(text, &[], &|_| false);
/// assert_eq!(found.paragraphs[0].kind, ParagraphKind::Headline);
/// assert_eq!(found.paragraphs[1].kind, ParagraphKind::Body);
/// ```
pub fn layout(text: &str, hints: &[(Bytes, ParagraphKind)], is_word: &dyn Fn(&str) -> bool) -> Layout {
    let lines = paragraphs::lines(text);
    let found = paragraphs::paragraphs(text, &lines, hints);
    let paragraphs = kinds::with_kinds(text, found, hints);
    let cuts = cuts::cuts(text, &lines, is_word);
    let read = paragraphs.iter().filter(|p| p.kind.is_read());
    let asides = read.flat_map(|p| asides::asides(text, p.place)).collect();
    Layout { paragraphs, cuts, asides }
}

#[cfg(test)]
mod tests {
    use super::{ParagraphKind, layout};
    use crate::span::Bytes;
    use proptest::prelude::*;

    const RUNNING: &str = "The ministers agreed to reopen the ferry line between the two ports by the end of May.";

    fn kinds(text: &str) -> Vec<(ParagraphKind, &str)> {
        layout(text, &[], &|_| false)
            .paragraphs
            .iter()
            .map(|p| (p.kind, p.place.of(text)))
            .collect()
    }

    /// The paragraphs with their white space as one blank each.
    fn words(text: &str) -> Vec<String> {
        kinds(text).into_iter().map(|(_, w)| crate::spaces::squeezed(w)).collect()
    }

    fn kind_of(paragraph: &str) -> ParagraphKind {
        let text = format!("{RUNNING}\n\n{paragraph}\n\n{RUNNING}");
        kinds(&text)[1].0
    }

    #[test]
    fn blank_lines_divide_and_hard_wraps_do_not() {
        let text = "The ministers of both countries met in the old harbour town on\nMonday and agreed that the line would be opened again in the\nspring. They thanked the mediators, who had worked hard on the\nUnited Text, and left.\n\nThe talks go on next week in the capital of the third\ncountry, where a mediator lives.\n";
        assert_eq!(words(text).len(), 2);
        assert_eq!(words(&text.replace('\n', "\r\n")), words(text));
    }

    #[test]
    fn in_a_text_of_long_lines_each_line_is_a_paragraph() {
        let text = format!("{RUNNING}\n{RUNNING} {RUNNING}\n{RUNNING}\n{RUNNING}");
        assert_eq!(kinds(&text).len(), 4);
    }

    #[test]
    fn a_long_line_that_was_broken_is_mended() {
        let text = format!(
            "{RUNNING} {RUNNING} It was also confirmed by the Prime\nMinister of the northern country, who spoke to the press.\n{RUNNING}"
        );
        assert_eq!(kinds(&text).len(), 2);
        let quoted = text.replace("May. ", "May, “and in June.” ");
        assert_eq!(kinds(&quoted).len(), 2);
        let torn = format!(
            "{RUNNING} The council noted the great importance of continued work to deal with\n\nirregular traffic on the line and the fares.\n\n{RUNNING}"
        );
        assert_eq!(kinds(&torn).len(), 2);
    }

    #[test]
    fn indented_first_lines_of_old_wire_begin_paragraphs() {
        let text = "PORTS MOVE TOWARDS FERRY DEAL\n  Ministers of the two coastal states ended their talks\n  after adopting a resolution that is aimed at opening\n  the ferry line.\n      But the ministers did not endorse a common fare for\n  all passengers.\n      They will meet again in June.\n";
        assert_eq!(
            words(text),
            [
                "PORTS MOVE TOWARDS FERRY DEAL",
                "Ministers of the two coastal states ended their talks after adopting a resolution that is aimed at opening the ferry line.",
                "But the ministers did not endorse a common fare for all passengers.",
                "They will meet again in June.",
            ]
        );
    }

    #[test]
    fn clauses_of_a_resolution_are_one_paragraph_each() {
        let text = "Resolution 12 (1950)\nof 7 June 1950\n\nThe Harbour Council,\nRecalling its resolution 11 (1950) on the ferry between the two\nports,\nDeploring the closure of the line by one of the companies and the\nloss that follows from it,\n\n1. Demands that the line be opened without delay, and that\nthe fares be set as they were before the\nUnion Day of this year;\n2. Calls upon both companies to hire crews;\n(a) For the northern port, and\n(b) For the southern port;\n\n3. Decides to remain seized of the matter.\n";
        let found = words(text);
        assert_eq!(
            found[1..],
            [
                "The Harbour Council,",
                "Recalling its resolution 11 (1950) on the ferry between the two ports,",
                "Deploring the closure of the line by one of the companies and the loss that follows from it,",
                "Demands that the line be opened without delay, and that the fares be set as they were before the Union Day of this year;",
                "Calls upon both companies to hire crews;",
                "For the northern port, and",
                "For the southern port;",
                "Decides to remain seized of the matter.",
            ]
        );
        assert_eq!(kinds(text)[0].0, ParagraphKind::Headline);
    }

    #[test]
    fn list_items_keep_their_wrapped_lines_and_lose_their_marker() {
        let text = "-   We agreed on the opening of the ferry line between the two\n    northern ports in the spring of next year.\n\n-   We thanked the mediators.\n\n1\\. We will meet again.\n";
        let found = layout(text, &[], &|_| false);
        let markers: Vec<&str> = found.paragraphs.iter().filter_map(|p| p.marker).map(|m| m.of(text)).collect();
        assert_eq!(markers, ["-", "-", "1\\."]);
        assert_eq!(
            words(text)[0],
            "We agreed on the opening of the ferry line between the two northern ports in the spring of next year."
        );
        assert!(found.paragraphs.iter().all(|p| p.kind == ParagraphKind::ListItem));
    }

    #[test]
    fn furniture_is_told_from_running_text() {
        for line in [
            "Share Tweet Email",
            "By Ann Lee and Bo Berg",
            "May 3, 2021 - 10:05 By Ann Lee",
            "Oslo = Reporter Ann Lee [email protected]",
            "© The Example. All rights reserved.",
            "Related Coverage Ferry companies call for higher fares",
            "Slideshow (12 Images)",
            "Ministers asked to explain the fares Read more",
            "바로가기 메뉴",
            "\\###",
            "<!-- -->",
            "Follow Ann on Twitter",
            "(Reporting by Ann Lee; editing by Bo Berg)",
            "2 -",
        ] {
            assert_eq!(kind_of(line), ParagraphKind::Furniture, "{line}");
        }
    }

    #[test]
    fn running_text_is_never_furniture() {
        for line in [
            "By Monday the ministers had agreed.",
            "Share of the costs: both sides pledged to pay half.",
            "Follow-up talks were agreed.",
            "The reporter asked the minister, who denied it.",
            "Read more widely, the minister urged.",
            "Updated rules were adopted by the Council on 4 May 2021.",
            "We agree.",
            "Tel Aviv condemned the attack on the port.",
            "Copyright talks between the two ministries ended.",
            "Three losses were reported from the northern port.",
            "Join us in condemning the attack, the minister said.",
            "The minister told AFP/Reuters that talks go on.",
            "The talks (in Oslo) went on, the ministry said (on Monday).",
            "The editor of the paper is a reporter for the Herald, the ministry said.",
        ] {
            assert!(kind_of(line).is_read(), "{line}");
        }
        assert!(
            kinds("양국 장관은 회담을 열었다.\n\n양국은 합의했다.")
                .iter()
                .all(|(kind, _)| kind.is_read())
        );
    }

    #[test]
    fn the_headline_is_found_behind_menus_and_again_above_a_caption() {
        let text = format!(
            "Text Size\n\nClose\n\nFerry ministers agree on fares in Oslo\n\nFerry ministers agree on fares in Oslo The ministers meet in Oslo on Monday, the ministry reported. [Image source=Example News]\n\n{RUNNING}\n\nSpecial Coverage\n\nTop"
        );
        use ParagraphKind::{Body, Caption, Furniture, Headline};
        assert_eq!(
            kinds(&text),
            [
                (Furniture, "Text Size"),
                (Furniture, "Close"),
                (Headline, "Ferry ministers agree on fares in Oslo"),
                (Headline, "Ferry ministers agree on fares in Oslo"),
                (Caption, "The ministers meet in Oslo on Monday, the ministry reported."),
                (Furniture, "[Image source=Example News]"),
                (Body, RUNNING),
                (Furniture, "Special Coverage"),
                (Furniture, "Top"),
            ]
        );
    }

    #[test]
    fn an_interview_behind_the_article_is_a_transcript_and_a_list_with_catchwords_is_none() {
        let article = format!("{RUNNING}\n{RUNNING}\n{RUNNING}\n");
        let talk = "What does the deal mean?\nHerald Editor: Good day, and thank you for coming to our talk.\nDr. Ann Lee: Thank you. The ministers condemned the strike.\nHerald Editor: And what comes next for the companies?\nDr. Ann Lee: They will have to hire crews.";
        let text = format!("{article}{talk}");
        let found = kinds(&text);
        assert_eq!(found.iter().filter(|(kind, _)| *kind == ParagraphKind::Transcript).count(), 5);
        assert!(found[..3].iter().all(|(kind, _)| kind.is_read()));
        let list = format!(
            "{article}Trade: We will meet again in the spring.\nClimate: We pledge to plant trees.\nSecurity: We condemn the attack.\n"
        );
        assert!(kinds(&list).iter().all(|(kind, _)| kind.is_read()));
        assert!(
            kinds(talk).iter().all(|(kind, _)| kind.is_read()),
            "a text that is an interview from the start is the report itself"
        );
    }

    #[test]
    fn words_cut_by_a_line_break_are_found() {
        let text = format!(
            "{RUNNING} It was the longest ferry line in Scandi\nnavia. All of Scandinavia was glad of the deal, which was signed there.\n{RUNNING}"
        );
        assert_eq!(layout(&text, &[], &|_| false).cuts, [text.find('\n').unwrap()]);
        let windows = text.replace('\n', "\r\n");
        let at = windows.find('\r').unwrap();
        assert_eq!(layout(&windows, &[], &|_| false).cuts, [at, at + 1]);
        let wrapped = "The council reaffirms all of the relevant pro-\nvisions of the pact and the need for long-\nterm work in\nform and in substance, which it had called for in\nits last text on the inform system for the provisions.";
        let known = |w: &str| ["long", "term", "form", "in"].contains(&w);
        assert_eq!(layout(wrapped, &[], &known).cuts, [wrapped.find('\n').unwrap()]);
    }

    #[test]
    fn hints_of_the_markup_win() {
        let text = format!("{RUNNING}\n\nThe ministers shake hands.\n\n{RUNNING}");
        let start = text.find("The ministers shake").unwrap();
        let hints = [(Bytes::new(start, start + 26), ParagraphKind::Caption)];
        assert_eq!(layout(&text, &hints, &|_| false).paragraphs[1].kind, ParagraphKind::Caption);
    }

    #[test]
    fn a_line_of_many_megabytes_takes_no_longer_than_its_length() {
        for unit in [
            "word ",
            "a",
            "(",
            "\"",
            "The ministers agreed. ",
            "- a\n",
            "A: b\n\n",
            "\n",
            "x-\n",
            "<",
            "1. a\n",
        ] {
            let text = unit.repeat(2_000_000 / unit.len());
            let before = std::time::Instant::now();
            let _ = layout(&text, &[], &|_| false);
            assert!(before.elapsed().as_secs() < 20, "{unit:?} took {:?}", before.elapsed());
        }
    }

    fn check(text: &str) -> Result<(), TestCaseError> {
        let found = layout(text, &[], &|w| w.len() > 3);
        let mut covered = vec![false; text.len()];
        let mut last = 0;
        for paragraph in &found.paragraphs {
            for place in paragraph.marker.into_iter().chain([paragraph.place]) {
                prop_assert!(place.start >= last && place.end > place.start, "{:?}", paragraph);
                let words = text.get(place.start..place.end);
                prop_assert!(words.is_some_and(|w| w.trim() == w), "{:?} of {:?}", words, text);
                covered[place.start..place.end].iter_mut().for_each(|b| *b = true);
                last = place.end;
            }
        }
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            prop_assert!(covered[at], "{:?} at {} of {:?} is in no paragraph", c, at, text);
        }
        prop_assert!(found.cuts.is_sorted());
        prop_assert!(found.cuts.iter().all(|at| matches!(text.as_bytes()[*at], b'\n' | b'\r')));
        Ok(())
    }

    proptest! {
        #[test]
        fn every_letter_is_in_exactly_one_paragraph(text in any::<String>()) {
            check(&text)?;
        }

        #[test]
        fn also_in_texts_that_look_like_pages(
            text in "(The ministers agreed on the plan\\.|Image caption |date 2020-01-02 |Ferry talks go on in the town of Oslo|FILE PHOTO: |\\(AP Photo/X\\)|REUTERS/X|\\[Image source=Y\\]|- |1\\. |\\(a\\) |# |> |Editor: |\n|\r\n|\n\n|  |Ukrai|ne|-|é|한글|“|”|\\.){0,25}"
        ) {
            check(&text)?;
        }
    }
}
