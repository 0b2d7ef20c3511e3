//! What kind of text a document is.
//!
//! Owns: the marks by which a resolution, a press statement of a body, a joint statement and a readout are known; the rest is news.
//! Leaves to: [`super::voice`] whose text it is.

use super::acting;
use crate::read::layout::ParagraphKind;
use crate::sought::{self, Sought};
use crate::spaces::squeezed;
use crate::statement::Genre;
use crate::text::Text;
use crate::text::token::Kind;
use std::ops::Range;

/// The genre of `text`; title and id are read, too, since a communique often tells its kind only there. `performs` says whether a word is a
/// form of a verb that is an act by being said ("welcomes").
pub fn genre(text: &Text, title: Option<&str>, id: &str, performs: &dyn Fn(&str) -> bool) -> Genre {
    let head = head(text);
    if is_resolution(text, &head, performs) {
        return Genre::Resolution;
    }
    let label = format!("{} {}", title.unwrap_or(""), id.replace(['-', '_'], " ")).to_lowercase();
    if is_body_statement(text, &head) {
        return Genre::BodyStatement;
    }
    if starts_with_we(text) || names_joint(text, &head) || has_joint_heading(text) || acting::leads_clauses(text, performs) {
        return Genre::Joint;
    }
    if acting::is_statement(text) && !has_attribution(text) {
        return Genre::Joint;
    }
    if names_readout(&head)
        || is_spoken(text) && !has_attribution(text)
        || acting::is_stated(text) && !has_attribution(text)
        || label.contains("readout") && !label.contains("joint readout")
        || label.contains("telephone talk")
    {
        return Genre::Readout;
    }
    if JOINT.iter().chain(&JOINT_LABELS).any(|w| w.is_in(&label)) || label.contains("declaration") && !has_attribution(text) {
        return Genre::Joint;
    }
    let headed = acting::headings(text).next().is_some() || acting::is_numbered(text);
    // nothing but its acts tells a document without a heading, so nobody may report in it
    let reported = || (0..text.tokens.len()).any(|i| matches!(text.word(i), "said" | "told" | "says"));
    // nor is what a press service tells of a meeting: "the Security Council today condemned"
    let covered = COUNCIL_TODAY.is_in(&head);
    let bare = || acting::opens_bare(text, performs) && acting::share(text, performs) >= 60 && !reported();
    let given_out = || !covered && (headed && acting::share(text, performs) >= 40 || bare());
    let ours = we_share(text) > 25;
    match () {
        _ if !(ours || given_out()) || has_attribution(text) => Genre::News,
        _ if !ours && is_told_by_host(text) => Genre::Readout,
        _ => Genre::Joint,
    }
}

/// Words by which a text calls itself joint; "communiqu" also where a file name lost its accent.
static JOINT: [Sought; 8] = sought::all([
    "joint statement",
    "joint communiqu",
    "joint declaration",
    "joint press statement",
    "joint press release",
    "joint vision",
    "joint leaders",
    "joint readout",
]);
/// Words by which only its title or its id does.
static JOINT_LABELS: [Sought; 6] = sought::all([
    "communique",
    "communiqué",
    "leaders statement",
    "leaders' statement",
    "leaders declaration",
    "ministers statement",
]);
/// Words by which it hands on such a text.
static HANDED_ON: [Sought; 9] = sought::all([
    "the following statement was released by",
    "the following statement was issued",
    "the following statement was signed by",
    "following is the text of",
    "text of the following statement was released",
    "following is the joint statement",
    "the following joint statement",
    "text of a joint statement",
    "joint announcement to the press",
]);
/// Words by which a body's own statement says that it is one.
static OF_BODY: [Sought; 5] = sought::all([
    "council press statement",
    "adopted the following press statement",
    "adopted the following communiqu",
    "adopted the following decision",
    "statement by the president of the security council",
]);
static COUNCIL_TODAY: Sought = Sought::new("council today");
static COUNCIL: Sought = Sought::new("security council");
static PRESIDENTIAL: Sought = Sought::new("presidential statement");
static READ_OUT: Sought = Sought::new("statement read out by");
static ATTRIBUTABLE: Sought = Sought::new("below is attributable to");
static TELEPHONE: Sought = Sought::new("telephone talk");
static OF_MINISTERS: Sought = Sought::new("foreign ministers' meeting");
static RELEASE: Sought = Sought::new("press release");
static RESOLUTION: Sought = Sought::new("resolution");

/// Whether one of the first lines is such a title.
fn has_joint_heading(text: &Text) -> bool {
    text.paragraphs
        .iter()
        .zip(&text.paragraph_tokens)
        .take(8)
        .any(|(paragraph, tokens)| {
            // a title is short: longer paragraphs are not looked at
            let line = (tokens.len() <= 24).then(|| squeezed(&paragraph.place.of(text.raw).to_lowercase()));
            line.is_some_and(|line| {
                // "Full text of the two sides' joint communique"
                let whole = line.starts_with("full text of") || line.starts_with("text of");
                // "Iran - United States - Joint statement by"
                let titled = |w: &str| {
                    [" - ", " – ", ": "]
                        .iter()
                        .any(|mark| line.split(mark).any(|part| part.starts_with(w)))
                };
                JOINT.iter().any(|w| titled(w.words) || whole && w.is_in(&line))
            }) && !has_attribution(text)
        })
}

/// Characters of the first lines that are looked at.
const HEAD: usize = 1500;

/// The first lines in lower case: titles, chapeau.
fn head(text: &Text) -> String {
    let end = text
        .paragraphs
        .get(text.paragraphs.len().min(6).saturating_sub(1))
        .map_or(0, |p| p.place.end);
    let head = text.raw.get(..end).unwrap_or("");
    let end = match head.get(..HEAD) {
        Some(part) if part.is_ascii() => HEAD,
        _ => head.char_indices().nth(HEAD).map_or(head.len(), |(at, _)| at),
    };
    squeezed(&head[..end].to_lowercase())
}

/// Whether the text is what somebody said aloud: a heading says so, and a paragraph opens with whoever speaks ("Minister Lind: Today").
pub fn is_spoken(text: &Text) -> bool {
    static OCCASIONS: [Sought; 7] = sought::all([
        "press conference",
        "news conference",
        "press briefing",
        "transcript",
        "remarks by",
        "doorstop",
        "interview",
    ]);
    let is_heading = |kind| matches!(kind, ParagraphKind::Headline | ParagraphKind::Heading);
    let headings = text.paragraphs.iter().take(3).filter(|p| is_heading(p.kind));
    let mut lines = headings
        .filter_map(|p| text.raw.get(p.place.start..p.place.end))
        .map(str::to_lowercase);
    let told = lines.any(|line| OCCASIONS.iter().any(|occasion| occasion.is_in(&line)));
    told && text
        .paragraph_tokens
        .iter()
        .zip(&text.paragraphs)
        .any(|(range, p)| !is_heading(p.kind) && opens_turn(text, range.clone()))
}

/// "Minister Anna Lind of Norway: Today": a name and a colon at the head of a paragraph, behind a dateline if there is one.
fn opens_turn(text: &Text, paragraph: Range<usize>) -> bool {
    const NAME: usize = 12;
    let start = text.report_start(paragraph.start);
    let colon = (start + 1..paragraph.end.min(start + NAME)).find(|i| text.kind(*i) == Kind::Colon);
    let named = |i: usize| !matches!(text.word(i), "said" | "told" | "says" | "added");
    text.tokens.get(start).is_some_and(|t| t.capital) && colon.is_some_and(|colon| (start..colon).all(named))
}

/// A line that is a body's name and a comma alone, then clauses; or a body's noun alone; or a document number.
fn is_resolution(text: &Text, head: &str, performs: &dyn Fn(&str) -> bool) -> bool {
    let body = text.paragraph_tokens.iter().take(60).any(|range| {
        let words: Vec<&str> = (range.start..range.end.min(range.start + 4)).map(|i| text.word(i)).collect();
        let comma = range.end.checked_sub(1).is_some_and(|last| text.kind(last) == Kind::Comma);
        let known = matches!(words[..], ["the", "security", "council", ","] | ["the", "general", "assembly", ","]);
        known || words.first() == Some(&"the") && range.len() <= 8 && comma
    });
    let least = match body {
        true => 1,
        false if names_body_alone(text) => 3,
        false if RESOLUTION.is_in(head) => 4,
        false => return false,
    };
    acting::clauses(text, performs) >= least
}

/// A line of one or two words that is a body, before its clauses: "Council", "The Authority,".
fn names_body_alone(text: &Text) -> bool {
    text.paragraph_tokens.iter().take(12).any(|range| {
        let words = range.clone().filter(|i| text.kind(*i) == Kind::Word);
        let body = |i: usize| {
            matches!(
                text.word(i),
                "assembly" | "authority" | "commission" | "committee" | "conference" | "council" | "summit"
            )
        };
        range.len() <= 4 && words.last().is_some_and(body)
    })
}

fn is_body_statement(text: &Text, head: &str) -> bool {
    let members = text.sentences.iter().take(40).filter(|s| {
        let at = s.tokens.start;
        text.word(at) == "the"
            && text.word(at + 1) == "members"
            && text.word(at + 2) == "of"
            && matches!(text.word(at + 5), "council" | "assembly")
    });
    let quoted = text.quotes.iter().filter(|q| !q.single).count();
    // "the Security Council today condemned", "in a statement read out by its President": told by those who report the meeting
    if READ_OUT.is_in(head) && head.contains("security council today") {
        return false;
    }
    OF_BODY.iter().any(|w| w.is_in(head)) || PRESIDENTIAL.is_in(head) && COUNCIL.is_in(head) || members.count() >= 2 && quoted == 0
}

fn names_joint(text: &Text, head: &str) -> bool {
    HANDED_ON.iter().any(|w| w.is_in(head))
        || JOINT.iter().any(|w| head.starts_with(w.words))
        || text.sentences.iter().take(6).any(|s| hands_on(text, s.tokens.clone()))
}

/// "Following is the communique issued on 3 May at the conclusion of the visit": the sentence that hands on another paper.
fn hands_on(text: &Text, sentence: Range<usize>) -> bool {
    let first = (text.word(sentence.start), text.word(sentence.start + 1));
    let opens = matches!(first, ("following", "is" | "are") | ("the", "following") | ("text", "of"));
    let paper = |i: usize| {
        let joint = i > 0 && text.word(i - 1) == "joint";
        text.word(i).starts_with("communiqu") || joint && matches!(text.word(i), "statement" | "declaration")
    };
    // "The heads of government met in Lima and agreed to issue the following statement:"
    let gives = || {
        let following = |i: usize| text.word(i) == "following" && matches!(text.word(i + 1), "statement" | "declaration");
        let colon = sentence.end.checked_sub(1).is_some_and(|last| text.kind(last) == Kind::Colon);
        colon
            && text.kind(sentence.end) != Kind::Quote
            && sentence.clone().any(following)
            && sentence.clone().any(|i| acting::is_giver(text.word(i)))
    };
    opens && sentence.clone().any(paper) && !sentence.clone().any(|i| text.word(i) == "said") || gives()
}

fn names_readout(head: &str) -> bool {
    ATTRIBUTABLE.is_in(head) || head.starts_with("readout of") || TELEPHONE.is_in(head) || OF_MINISTERS.is_in(head) && RELEASE.is_in(head)
}

/// "On the occasion of the conference, Minister Ruiz had a meeting with Minister Lind of Chile": one of two who met tells it, in a text without a
/// heading that says more.
fn is_told_by_host(text: &Text) -> bool {
    const WORDS: usize = 8;
    let met = |i: usize| {
        let end = i + WORDS;
        let talk = (i + 1..end).find(|k| matches!(text.word(*k), "meeting" | "call" | "conversation" | "talk"));
        matches!(text.word(i), "had" | "held") && talk.is_some_and(|k| text.word(k + 1) == "with")
    };
    let opens = text.sentences.iter().filter(|s| s.tokens.len() > WORDS).take(2);
    acting::headings(text).next().is_none() && opens.clone().any(|s| s.tokens.clone().any(met))
}

/// Whether the text opens in its parties' own voice: "We, the ...", "1. We ...".
fn starts_with_we(text: &Text) -> bool {
    text.paragraph_tokens.iter().take(8).any(|range| {
        let first = range.clone().find(|i| text.kind(*i) == Kind::Word);
        let quoted = range.clone().take(2).any(|i| text.kind(i) == Kind::Quote);
        let opens = acting::chapeau(text, range.clone()).is_some() || first.is_some_and(|i| text.word(i) == "we" && we_share(text) > 25);
        opens && !quoted && !has_attribution(text)
    })
}

/// Of a hundred sentences of the outer text those that begin with "we".
fn we_share(text: &Text) -> usize {
    let mut ours = 0;
    let mut all = 0;
    for sentence in &text.sentences {
        if sentence.tokens.len() < 5 {
            continue;
        }
        all += 1;
        // somebody quoted is not the text's own voice
        let quoted = text.kind(sentence.tokens.start) == Kind::Quote;
        let first = sentence.tokens.clone().take(4).find(|i| text.kind(*i) == Kind::Word);
        ours += usize::from(!quoted && first.is_some_and(|i| text.word(i) == "we"));
    }
    (ours * 100).checked_div(all).unwrap_or(0)
}

/// Whether somebody is quoted as by a reporter.
fn has_attribution(text: &Text) -> bool {
    let quotes = text.quotes.iter().filter(|q| !q.single && q.inside.len() > 4).count();
    let said = (0..text.tokens.len())
        .filter(|i| matches!(text.word(*i), "said" | "told" | "says"))
        .count();
    said >= 2 && (quotes >= 1 || said >= 4)
}
