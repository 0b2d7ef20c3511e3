//! How far a text does nothing but act in its parties' name: "The Ministers welcomed", "3. Takes note of".
//!
//! Owns: which sentences and clauses begin so, and which headings announce such a text.
//! Leaves to: [`super::genre`] what kind of text that makes.

use crate::text::Text;
use crate::text::token::Kind;
use std::ops::Range;

/// Tokens in which a sentence that acts comes to its verb.
const REACH: usize = 32;

/// Acts of parties that are no performative verbs of their own: "decides to", "took note of", "exchanged views".
const DONE: &[&str] = &[
    "agree",
    "agreed",
    "agrees",
    "considered",
    "considers",
    "decide",
    "decided",
    "decides",
    "discussed",
    "exchanged",
    "held",
    "resolved",
    "resolves",
    "reviewed",
    "take",
    "takes",
    "took",
];

/// Words with which the clauses of a resolution begin, beside the performative verbs.
const OPENERS: &[&str] = &[
    "acting",
    "alarmed",
    "aware",
    "bearing",
    "concerned",
    "considering",
    "convinced",
    "deeply",
    "determined",
    "determining",
    "gravely",
    "guided",
    "having",
    "mindful",
    "taking",
];

/// Nouns for those who give out a text together, beside the capitals of a body's name.
pub(super) const GIVERS: &[&str] = &[
    "authority",
    "chancellor",
    "conference",
    "council",
    "delegations",
    "forum",
    "governments",
    "group",
    "heads",
    "leaders",
    "meeting",
    "members",
    "ministers",
    "participants",
    "parties",
    "premiers",
    "presidents",
    "representatives",
    "sides",
    "summit",
];

/// Whether the noun is one for those who give out a text together.
pub(super) fn is_giver(word: &str) -> bool {
    GIVERS.contains(&word)
}

/// What a heading calls a paper that parties give out.
fn is_paper(word: &str) -> bool {
    word.starts_with("communiqu") || matches!(word, "statement" | "declaration" | "conclusions")
}

/// Of a hundred sentences of running text those in which such givers act.
pub(super) fn share(text: &Text, performs: &dyn Fn(&str) -> bool) -> usize {
    let (mut acting, mut all) = (0, 0);
    let own = own_names(text);
    for sentence in text.sentences.iter().filter(|s| s.tokens.len() >= 6) {
        all += 1;
        acting += usize::from(acts(text, sentence.tokens.clone(), &own, performs));
    }
    (acting * 100).checked_div(all).unwrap_or(0)
}

/// Whether the first sentence acts in the name of givers who need no introduction: "The Conference welcomed".
pub(super) fn opens_bare(text: &Text, performs: &dyn Fn(&str) -> bool) -> bool {
    let whole = |r: &Range<usize>| r.len() >= 6 && r.end.checked_sub(1).is_some_and(|last| text.kind(last) == Kind::Stop);
    let mut sentences = text.sentences.iter().map(|s| s.tokens.clone()).filter(whole);
    let first = sentences.next().filter(|_| sentences.nth(1).is_some());
    first.is_some_and(|r| {
        // "The Foreign Ministers of the Forum expressed concern"
        let titled = GIVERS.contains(&text.word(r.start + 2)) && text.tokens[r.start + 1].capital && text.tokens[r.start + 2].capital;
        let giver = text.word(r.start) == "the" && (GIVERS.contains(&text.word(r.start + 1)) || titled);
        giver && acts(text, r, &[], performs)
    })
}

/// "Lakes Forum Statement": the names under which a heading says that somebody speaks.
fn own_names<'t>(text: &'t Text) -> Vec<&'t str> {
    let name =
        |i: &usize| text.kind(*i) == Kind::Word && text.tokens[*i].capital && !matches!(text.word(*i), "joint" | "final" | "the" | "press");
    let before = |range: Range<usize>| {
        let paper = range.clone().find(|i| is_paper(text.word(*i))).unwrap_or(range.start);
        (range.start..paper).filter(name).map(|i| text.word(i)).collect::<Vec<_>>()
    };
    headings(text).flat_map(|(range, _)| before(range)).collect()
}

/// "The ministers further welcomed", "They also call on", "Both sides, in Lima, reaffirmed"; `names` are those of the givers.
fn acts(text: &Text, sentence: Range<usize>, names: &[&str], performs: &dyn Fn(&str) -> bool) -> bool {
    let start = sentence.clone().find(|i| text.kind(*i) == Kind::Word).unwrap_or(sentence.start);
    let end = sentence.end.min(start + REACH);
    let acts = |i: &usize| performs(text.word(*i)) || DONE.contains(&text.word(*i));
    let own = matches!(text.word(start), "we" | "they" | "both" | "it");
    // "Celebrating their ties, the two ministers reaffirmed": who acts may stand behind a participle
    let named = (start..end.min(start + 4)).find(|i| names.contains(&text.word(*i)));
    let giver = named.or_else(|| (start..end).find(|i| GIVERS.contains(&text.word(*i))));
    own && (start + 1..end.min(start + 5)).any(|i| acts(&i)) || giver.is_some_and(|giver| (giver + 1..end).any(|i| acts(&i)))
}

/// Paragraphs that begin as the clauses of a resolution do, behind a number or none: "3. Takes note of", "Welcoming", "Deeply concerned".
pub(super) fn clauses(text: &Text, performs: &dyn Fn(&str) -> bool) -> usize {
    let opens = |range: &Range<usize>| {
        let mut words = range.clone().filter(|i| text.kind(*i) == Kind::Word).map(|i| text.word(i));
        let verb = words.find(|w| !matches!(*w, "also" | "further" | "strongly"));
        // "Press release": no third person
        let form = |w: &str| w.ends_with("ing") || w.ends_with('s') && !w.ends_with("ss");
        verb.is_some_and(|w| OPENERS.contains(&w) || form(w) && range.len() > 2 && (performs(w) || DONE.contains(&w)))
    };
    text.paragraph_tokens.iter().take(60).filter(|range| opens(range)).count()
}

/// Whether a paragraph that names givers leaves its sentence to the clauses behind it: "The Presidents, gathered in Lima:", "1. Strongly condemn",
/// "2. Support".
pub(super) fn leads_clauses(text: &Text, performs: &dyn Fn(&str) -> bool) -> bool {
    let paragraphs = &text.paragraph_tokens;
    let opens = |range: &Range<usize>| {
        let mut words = range.clone().filter(|i| text.kind(*i) == Kind::Word).map(|i| text.word(i));
        let verb = words.find(|w| !w.ends_with("ly") && !matches!(*w, "also" | "further"));
        let bare = |w: &str| !w.ends_with('s') && !w.ends_with("ing") && !w.ends_with("ed");
        range.len() > 3 && verb.is_some_and(|w| bare(w) && performs(w))
    };
    let leads = |range: &Range<usize>| {
        let last = range.end.checked_sub(1).map(|i| text.kind(i));
        let open = matches!(last, Some(Kind::Colon | Kind::Comma));
        open && range.clone().any(|i| GIVERS.contains(&text.word(i)))
    };
    let lead = paragraphs.iter().take(8).position(leads);
    lead.is_some_and(|lead| paragraphs[lead + 1..].iter().take(3).filter(|range| opens(range)).count() >= 2)
}

/// Those of the first lines that announce a document which parties give out: "Final Communiqué of the Summit", "Chair's Statement".
pub(super) fn headings<'t>(text: &'t Text) -> impl Iterator<Item = (Range<usize>, &'t str)> {
    const HEADING: usize = 40;
    let announces = |range: &Range<usize>| {
        let ends = |i: usize| {
            let behind = matches!(text.word(i + 1), "of" | "by" | "on" | "from");
            i + 1 >= range.end || text.kind(i + 1) != Kind::Word || behind
        };
        range.clone().any(|i| match text.word(i) {
            word if word.starts_with("communiqu") => true,
            "statement" | "declaration" | "conclusions" => {
                (text.tokens[i].capital || i == range.start + 1 && text.word(range.start) == "joint") && ends(i)
            }
            _ => false,
        })
    };
    // a sentence is no heading: "We reaffirm the Joint Statement of the Forum."
    let sentence = |range: &Range<usize>| range.end.checked_sub(1).is_some_and(|last| text.kind(last) == Kind::Stop);
    let lines = text.paragraphs.iter().zip(&text.paragraph_tokens).take(4);
    lines
        .filter(move |(_, range)| range.len() <= HEADING && !sentence(range) && announces(range))
        .map(|(p, range)| (range.clone(), text.slice(p.place)))
}

/// The "we" of "We, the ministers of ...", "It is with regret that we, the leaders of ..." in what opens so.
pub(super) fn chapeau(text: &Text, opening: Range<usize>) -> Option<usize> {
    const FIRST: usize = 6;
    let we = opening.clone().take(REACH).find(|i| text.word(*i) == "we")?;
    let near = we < opening.start + FIRST;
    let quoted = (opening.start..we).any(|i| text.kind(i) == Kind::Quote);
    let told = text.word(we + 2) == "the" && GIVERS.contains(&text.word(we + 3)) && !quoted;
    (text.kind(we + 1) == Kind::Comma && (near || told)).then_some(we)
}

/// Whether one of the first lines says whose statement this is: "Statement by Foreign Minister Ana Ruiz".
pub(super) fn is_stated(text: &Text) -> bool {
    text.paragraph_tokens.iter().take(4).any(|range| stated_by(text, range).is_some())
}

/// The same, where it calls itself a statement and is no answer to questions: all in it is said in that one's name.
pub(super) fn is_statement(text: &Text) -> bool {
    let statement = |line: &Range<usize>| text.word(line.start) == "statement" && stated_by(text, line).is_some();
    text.paragraph_tokens.iter().take(4).any(statement)
}

/// The word "by" of such a line.
pub(super) fn stated_by(text: &Text, line: &Range<usize>) -> Option<usize> {
    const LINE: usize = 24;
    let title = matches!(text.word(line.start), "statement" | "statements" | "remarks");
    let whole = line.len() <= LINE && line.end.checked_sub(1).is_some_and(|last| text.kind(last) != Kind::Stop);
    let by = (line.start + 1..line.end.min(line.start + 6)).find(|i| text.word(*i) == "by")?;
    let close = by < line.start + 4 && title;
    // "Press Conference by Minister Lind"
    let spoken = matches!(text.word(by - 1), "conference" | "briefing");
    (whole && (close || spoken)).then_some(by)
}

/// Whether three paragraphs or more are numbered.
pub(super) fn is_numbered(text: &Text) -> bool {
    let number = |words: &str| words.chars().any(|c| c.is_ascii_digit());
    let markers = text.paragraphs.iter().filter_map(|p| p.marker);
    markers.filter(|m| number(text.slice(*m))).count() >= 3
}
