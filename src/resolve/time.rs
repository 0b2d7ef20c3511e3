//! Times in the words of a text, worked out in days.
//!
//! Owns: which words are a time ([`find`]) and which time is a statement's ([`statement_time`]).
//! Leaves to: [`phrase`] and [`bound`] the grammar of times, [`calendar`] counting from the day of publication, the caller to say whether the
//! words look back or ahead.
//! Spans: a preposition that changes the meaning is in the span ("by year-end", "until 2030", "since 2014", "within a month");
//! one that only places it is not ("on Friday" has the span "Friday", "in May 2022" the span "May 2022").
//! The time of a thing is no time of a deed, so "Friday's talks" and "this year's summit" are left out.

mod bound;
mod calendar;
mod phrase;
#[cfg(test)]
mod tests;
mod words;

use crate::statement::{Force, Granularity, Time, TimeBasis};
use crate::text::Text;
use crate::text::slice::Tokens;
use crate::text::token::Kind;
use calendar::{Anchor, Bound, Reckoned, Said, Which};
use jiff::civil::Date;
use std::ops::Range;
use words::Sign;

/// The side to which the teller looks: a bare "Friday" is the last one in a report and the next one in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// The deed is told as done.
    Past,
    /// The deed is planned or promised.
    Future,
}

/// A time and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundTime {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// First day that it can mean; none before a deadline, and where it cannot be counted.
    pub earliest: Option<Date>,
    /// Last day that it can mean; none for "after" and "from", and where it cannot be counted.
    pub latest: Option<Date>,
    /// How exact it is.
    pub granularity: Granularity,
    /// How it was worked out.
    pub basis: TimeBasis,
    /// The words set a last day: "by", "until", "before", "within".
    pub deadline: bool,
}

impl FoundTime {
    /// The record's field.
    pub fn record(&self, text: &Text) -> Time {
        let place = text.place(self.tokens.clone());
        Time {
            text: text.slice(place).to_string(),
            span: text.span(place),
            earliest: self.earliest.map(|date| date.to_string()),
            latest: self.latest.map(|date| date.to_string()),
            granularity: self.granularity,
            basis: self.basis,
        }
    }
}

/// A text, and where it may speak of a time: of most words it does not.
pub struct Times<'t> {
    text: &'t Text<'t>,
    /// The tokens without one of which no words are a time, ascending.
    signs: Vec<usize>,
}

impl<'t> Times<'t> {
    /// The times of `text`, still to be found.
    pub fn new(text: &'t Text<'t>) -> Self {
        let sign = text.by_form(words::sign);
        let signs = sign.tokens(text, |sign| *sign != Sign::Never);
        let is_sign = |i: &usize| *sign.at(text, *i) == Sign::Always || text.tokens[*i].capital;
        Self {
            text,
            signs: signs.filter(is_sign).collect(),
        }
    }

    /// The first sign from token `i` on.
    fn sign_from(&self, i: usize) -> Option<usize> {
        self.signs.get(self.signs.partition_point(|sign| *sign < i)).copied()
    }
}

/// All times in the tokens `range`, in order and without overlap.
pub fn find(times: &Times, range: Range<usize>, published: Option<Date>, toward: Toward) -> Vec<FoundTime> {
    let text = times.text;
    let end = range.end.min(text.tokens.len());
    // no time without a word that only times have
    let next = |from: usize| times.sign_from(from).filter(|sign| *sign < end);
    let Some(sign) = next(range.start) else { return Vec::new() };
    let start = range.start.max(sign.saturating_sub(SIGN_WITHIN));
    let at: Vec<usize> = (start..end).collect();
    let mut tokens = Tokens::new(text, &at);
    let mut found = Vec::new();
    while let Some(first) = tokens.first() {
        // the search goes on where the next one is in reach
        let Some(sign) = next(first) else { break };
        if sign - first > SIGN_WITHIN {
            tokens = Tokens::new(text, &tokens.at[sign - first - SIGN_WITHIN..]);
            continue;
        }
        let Some((rest, (skipped, said))) = words::begins(text, first).then(|| phrase::time(tokens).ok()).flatten() else {
            tokens = Tokens::new(text, tokens.at.get(1..).unwrap_or(&[]));
            continue;
        };
        let eaten = tokens.eaten(&rest);
        if means_a_time(text, first, &said, toward) {
            let reckoned = said.reckon(Anchor { published, toward });
            found.push(found_time(first + skipped..first + eaten, &said, reckoned));
        }
        tokens = rest;
    }
    found
}

/// Tokens from the first of a time to its first sign, at most: "by no later than the end of the first half of next year".
const SIGN_WITHIN: usize = 12;

fn found_time(tokens: Range<usize>, said: &Said, reckoned: Reckoned) -> FoundTime {
    let deadline = match said {
        Said::Bound { bound, .. } => matches!(bound, Bound::Until | Bound::Before),
        Said::Stretch { count, .. } => *count > 0,
        Said::Rest { later, .. } => *later,
        _ => false,
    };
    let Reckoned {
        earliest,
        latest,
        granularity,
        basis,
    } = reckoned;
    FoundTime {
        tokens,
        earliest,
        latest,
        granularity,
        basis,
        deadline,
    }
}

/// "criticised by May" names a person, "reached agreement in two weeks" says how long it took.
fn means_a_time(text: &Text, first: usize, said: &Said, toward: Toward) -> bool {
    match said {
        Said::Hence { .. } => toward == Toward::Future,
        Said::Bound {
            bound: Bound::Until | Bound::From,
            of,
        } => {
            let bare = matches!(
                **of,
                Said::Month {
                    which: Which::Open,
                    month: 3 | 5 | 8
                }
            );
            let participle = first.checked_sub(1).is_some_and(|before| text.word(before).ends_with("ed"));
            !(bare && participle && matches!(text.word(first), "by" | "from"))
        }
        _ => true,
    }
}

/// The time of one statement: when the act was done or is to be done.
///
/// First a time that belongs to the act in its own clause: inside the cue ("agreed Sunday to"), between cue and content,
/// before the cue ("on Friday urged"), at the head of the sentence, behind the content. Else, where the act commits the speaker or
/// asks somebody to do something, a time inside the content that lies ahead, deadlines first ("pledged to leave by 2030").
/// A time in the content of other acts tells of something else: "condemned the launch of 3 May" was not said on that day.
pub fn statement_time(
    times: &Times,
    sentence: Range<usize>,
    cue: Range<usize>,
    content: Option<Range<usize>>,
    published: Option<Date>,
    toward: Toward,
    force: Force,
) -> Option<Time> {
    let clause = Clause {
        times,
        text: times.text,
        sentence,
        cue,
        content,
        published,
        toward,
    };
    let before = || {
        let found = clause.find(clause.before());
        clause.before_cue(&found).or_else(|| clause.at_head(&found))
    };
    let own = clause.beside_cue().or_else(before).or_else(|| clause.behind_content());
    let asked = || {
        if matches!(force, Force::Commissive | Force::Directive) {
            clause.ahead_in_content()
        } else {
            None
        }
    };
    own.or_else(asked).map(|time| time.record(times.text))
}

/// Tokens between an act and a time that may still belong to it: "in a joint statement on" and the like.
const REACH: usize = 7;

/// Tokens within which a time that begins within [`REACH`] ends: no need to look further.
const WIDEST: usize = 4 * REACH;

/// Words that open a new clause or report, so that a time behind them is another deed's.
const BARRIERS: &[&str] = &[
    "that",
    "which",
    "who",
    "whom",
    "whose",
    "when",
    "while",
    "where",
    "because",
    "although",
    "though",
    "if",
    "whether",
    "after",
    "before",
    "said",
    "says",
    "told",
    "added",
    "according",
    "reported",
    "to",
];

struct Clause<'a> {
    times: &'a Times<'a>,
    text: &'a Text<'a>,
    sentence: Range<usize>,
    cue: Range<usize>,
    content: Option<Range<usize>>,
    published: Option<Date>,
    toward: Toward,
}

impl Clause<'_> {
    fn find(&self, range: Range<usize>) -> Vec<FoundTime> {
        find(self.times, range, self.published, self.toward)
    }

    /// Inside the cue, or between it and a content that follows; else in what follows the cue, up to a barrier.
    fn beside_cue(&self) -> Option<FoundTime> {
        let follows = self.content.as_ref().map(|c| c.start).filter(|start| *start >= self.cue.end);
        let end = follows.unwrap_or_else(|| self.reach(self.cue.end, &[]));
        self.find(self.cue.start..end).into_iter().next()
    }

    /// The tokens right before the cue.
    fn before(&self) -> Range<usize> {
        self.sentence.start.max(self.cue.start.saturating_sub(WIDEST))..self.cue.start
    }

    /// "on Friday strongly condemned": only commas and adverbs stand between the time and the cue. `found` are the times right before it.
    fn before_cue(&self, found: &[FoundTime]) -> Option<FoundTime> {
        let time = found.last()?;
        let between = time.tokens.end..self.cue.start;
        let small = |i: usize| {
            let word = self.text.word(i);
            self.text.kind(i) == Kind::Comma || word.ends_with("ly") || matches!(word, "also" | "again" | "once" | "has" | "have" | "had")
        };
        (between.len() <= 3 && between.into_iter().all(small)).then(|| time.clone())
    }

    /// "On 3 May, ...", "In a statement on Friday, ...": at the head of the sentence, with no barrier between it and the cue but a subject.
    /// `found` are the times right before the cue.
    fn at_head(&self, found: &[FoundTime]) -> Option<FoundTime> {
        let head = self.sentence.start..self.cue.start.min(self.sentence.start.saturating_add(WIDEST));
        // nearly always the cue is near
        let time = match head == self.before() {
            true => found.first()?.clone(),
            false => self.find(head).into_iter().next()?,
        };
        let lead = self.sentence.start..time.tokens.start;
        let comma = self.text.kind(time.tokens.end) == Kind::Comma;
        let opens = lead.len() <= 1 || (comma && lead.len() <= REACH && lead.clone().all(|i| !self.is_barrier(i)));
        let clear = (time.tokens.end..self.cue.start).all(|i| self.text.word(i) == "to" || !self.is_barrier(i));
        (opens && clear).then_some(time)
    }

    /// "agreed to reopen the border in talks in Oslo on Friday": behind the content, before anything new begins.
    fn behind_content(&self) -> Option<FoundTime> {
        let content = self.content.as_ref().filter(|c| c.start >= self.cue.end)?;
        // ", the ministry announced on Friday" tells when it was told
        let comma = self.text.kind(content.end) == Kind::Comma;
        let end = if comma {
            self.sentence.end.min(content.end + 6)
        } else {
            self.reach(content.end, &["and", "but"])
        };
        let near = |time: &FoundTime| !comma || time.tokens.start <= content.end + 2;
        self.find(content.end..end).into_iter().next().filter(near)
    }

    /// A deadline, else another time that lies ahead.
    fn ahead_in_content(&self) -> Option<FoundTime> {
        let content = self.content.clone()?;
        let times = find(self.times, content, self.published, Toward::Future);
        let deadline = times.iter().find(|time| time.deadline && !self.tells_past(time));
        deadline.or_else(|| times.iter().find(|time| self.is_ahead(time))).cloned()
    }

    fn is_ahead(&self, time: &FoundTime) -> bool {
        let counted = time.earliest.zip(self.published).is_some_and(|(first, today)| first >= today);
        let words = || {
            time.tokens
                .clone()
                .any(|i| matches!(self.text.word(i), "coming" | "upcoming" | "next" | "future"))
        };
        (counted || (time.basis == TimeBasis::Unanchored && words())) && !self.tells_past(time)
    }

    /// "the accord signed in May", or a day that was over at publication.
    fn tells_past(&self, time: &FoundTime) -> bool {
        let over = time.latest.zip(self.published).is_some_and(|(last, today)| last < today);
        let start = self.content.as_ref().map_or(self.cue.end, |content| content.start);
        let mut before = (start.max(time.tokens.start.saturating_sub(4))..time.tokens.start).map(|i| self.text.word(i));
        over || before.any(|word| word.ends_with("ed") || matches!(word, "made" | "held" | "begun" | "taken"))
    }

    /// The end of the tokens from `start` on that still belong to the act: up to a barrier, the sentence's end, or [`REACH`] and a time.
    fn reach(&self, start: usize, more_barriers: &[&str]) -> usize {
        let limit = self.sentence.end.min(start.saturating_add(REACH));
        let stop = (start..limit).find(|i| self.is_barrier(*i) || more_barriers.contains(&self.text.word(*i)));
        // a time that begins within reach may end beyond it
        stop.unwrap_or_else(|| self.sentence.end.min(limit.saturating_add(REACH)))
            .max(start)
    }

    fn is_barrier(&self, i: usize) -> bool {
        let kind = self.text.kind(i);
        matches!(kind, Kind::Stop | Kind::Semicolon | Kind::Colon | Kind::Quote | Kind::Dash) || BARRIERS.contains(&self.text.word(i))
    }
}
