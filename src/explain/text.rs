//! Explanations for people.
//!
//! Owns: the layout. The sentence with its verbs numbered and its names marked, a table of the verbs, then each cue: what came of it, who
//! speaks and which words told, the rules from the one that won to the ones that stopped first. It shows less than the JSON holds, and
//! its layout may change; programs read the other.
//! Leaves to: the command line whether colours are wanted.

use super::{Cue, Explanation, Fit, Found, Outcome, Resolved, Sentence, Stream, Tried, Unused, Verb};
use crate::output::plain;
use crate::statement::Status;
use anstyle::{AnsiColor, Style};
use std::fmt::Display;
use std::io::{self, Write};

const HEADING: Style = Style::new().bold();
const GOOD: Style = AnsiColor::Green.on_default().bold();
const BAD: Style = AnsiColor::Yellow.on_default().bold();
const NAME: Style = AnsiColor::Cyan.on_default();
const ASIDE: Style = Style::new().dimmed();

/// Columns after which a line is folded.
const WIDTH: usize = 110;
/// Rules of a cue that are shown in full.
const SHOWN: usize = 6;
/// Columns of a frame.
const FRAME: usize = 52;
/// Words of a choice in a frame that are shown: "about|over|…".
const CHOICE: usize = 3;
/// Characters of a content or a told phrase that are shown.
const LONG: usize = 72;

/// Draws explanations.
pub struct Drawing<W> {
    out: W,
    colour: bool,
    first: bool,
}

impl<W: Write> Drawing<W> {
    /// Draws into `out`.
    pub fn new(out: W, colour: bool) -> Self {
        Self { out, colour, first: true }
    }

    fn styled(&self, style: Style, what: impl Display) -> String {
        match self.colour {
            true => format!("{style}{what}{style:#}"),
            false => what.to_string(),
        }
    }

    /// Draws one sentence of `explanation`.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn sentence(&mut self, explanation: &Explanation, sentence: &Sentence) -> io::Result<()> {
        self.gap()?;
        let place = &sentence.sentence;
        let title = self.styled(HEADING, plain(&explanation.document));
        let facts = format!(
            "sentence {} of {} · {} · characters {} to {}",
            place.index + 1,
            explanation.sentences.len(),
            sentence.paragraph,
            place.span.start,
            place.span.end
        );
        let facts = self.styled(ASIDE, facts);
        writeln!(self.out, "{title}  {facts}")?;
        let marked = self.marked(sentence);
        self.folded("  ", &marked)?;
        self.clauses(&sentence.streams)?;
        if sentence.cues.is_empty() {
            let none = self.styled(ASIDE, "no word here heads a frame of any rule");
            writeln!(self.out, "\n  {none}")?;
        }
        let (nouns, cues): (Vec<&Cue>, Vec<&Cue>) = sentence.cues.iter().partition(|c| c.weak);
        cues.into_iter().try_for_each(|cue| self.cue(cue))?;
        if let Some(first) = nouns.first() {
            let words: Vec<&str> = nouns.iter().map(|c| c.words.text.as_str()).collect();
            let why = match &first.outcome {
                Outcome::LeftOut(left) => left.why.as_str(),
                Outcome::Statement(_) => "",
            };
            let words = self.styled(HEADING, plain(&words.join(", ")));
            let why = self.styled(ASIDE, why);
            writeln!(self.out, "\n  {words}: {why}")?;
        }
        Ok(())
    }

    /// Draws a sentence that gave nothing: the words, and a line for each cue.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn unused(&mut self, unused: &Unused) -> io::Result<()> {
        self.gap()?;
        let title = self.styled(HEADING, plain(&unused.document));
        let span = unused.sentence.span;
        let facts = self.styled(ASIDE, format!("characters {} to {}", span.start, span.end));
        writeln!(self.out, "{title}  {facts}")?;
        self.folded("  ", &plain(&unused.sentence.text))?;
        let wide = unused.left_out.iter().map(|c| width(&c.cue.text)).max().unwrap_or(0).min(30);
        for cue in &unused.left_out {
            let words = pad(&short(&cue.cue.text, 30), wide);
            let words = self.styled(BAD, words);
            let rule = cue.rule.as_ref().map_or(String::new(), |rule| format!(" ({rule})"));
            let rule = self.styled(ASIDE, rule);
            writeln!(self.out, "    {words}  {}{rule}", cue.why)?;
        }
        Ok(())
    }

    /// Writes out what is held back.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn gap(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.first) {
            Ok(())
        } else {
            writeln!(self.out)
        }
    }

    /// The sentence as it stands, verbs as `[1 agreed]`, names as `‹Peru›`.
    fn marked(&self, sentence: &Sentence) -> String {
        let text = &sentence.sentence.text;
        let start = sentence.sentence.span.start;
        let mut chars = text.chars();
        let mut at = start;
        let mut marked = String::with_capacity(text.len() * 2);
        for (n, token) in sentence.tokens.iter().enumerate() {
            let gap: String = chars.by_ref().take(token.words.span.start.saturating_sub(at) as usize).collect();
            let words: String = chars
                .by_ref()
                .take((token.words.span.end - token.words.span.start) as usize)
                .collect();
            at = token.words.span.end;
            let before = n.checked_sub(1).and_then(|b| sentence.tokens.get(b));
            let after = sentence.tokens.get(n + 1);
            marked.push_str(&plain(&gap));
            match token.verb {
                Some(verb) if before.and_then(|b| b.verb) != Some(verb) => marked.push_str(&format!("[{verb} ")),
                _ => {}
            }
            let named = |t: Option<&super::Token>| t.is_some_and(|t| t.name.is_some() && t.name == token.name);
            if token.name.is_some() && !named(before) {
                marked.push('‹');
            }
            match (token.verb, &token.name) {
                (Some(_), _) => marked.push_str(&self.styled(GOOD, plain(&words))),
                (None, Some(_)) => marked.push_str(&self.styled(NAME, plain(&words))),
                (None, None) => marked.push_str(&plain(&words)),
            }
            if token.name.is_some() && !named(after) {
                marked.push('›');
            }
            if token.verb.is_some() && after.and_then(|a| a.verb) != token.verb {
                marked.push(']');
            }
        }
        marked
    }

    fn clauses(&mut self, streams: &[Stream]) -> io::Result<()> {
        let verbs = || streams.iter().flat_map(|s| &s.verbs);
        let group = verbs().map(|v| width(&v.group.text)).max().unwrap_or(0).min(28);
        let roles = verbs().map(|v| width(&role(v))).max().unwrap_or(0);
        let mut begun = false;
        for stream in streams.iter().filter(|s| !s.verbs.is_empty()) {
            if !std::mem::replace(&mut begun, true) {
                writeln!(self.out)?;
            }
            if stream.quotation.is_some() {
                let who = stream.speaker.as_ref().map_or("nobody who is known".to_string(), label);
                let line = self.styled(ASIDE, format!("in the quotation, spoken by {who}"));
                writeln!(self.out, "     {line}")?;
            }
            for verb in &stream.verbs {
                let subject = match (&verb.subject, verb.subject_of) {
                    (Some(subject), _) => format!("subject {}", label(subject)),
                    (None, Some(of)) => format!("subject that of {of}"),
                    (None, None) => "no subject".to_string(),
                };
                let line = format!(
                    "  {:>2}  {}  {}  {subject}",
                    verb.number,
                    pad(&short(&verb.group.text, 28), group),
                    pad(&role(verb), roles)
                );
                writeln!(self.out, "{}", line.trim_end())?;
            }
        }
        Ok(())
    }

    fn cue(&mut self, cue: &Cue) -> io::Result<()> {
        let act = cue.found.as_ref().map(act);
        let (style, came) = match &cue.outcome {
            Outcome::Statement(id) => (GOOD, format!("{}, statement {id}", act.unwrap_or_default())),
            Outcome::LeftOut(_) => (BAD, act.map_or("left out".to_string(), |act| format!("{act}, left out"))),
        };
        let words = self.styled(HEADING, plain(&cue.words.text));
        let came = self.styled(style, came);
        writeln!(self.out, "\n  {words} -> {came}")?;
        if let Outcome::LeftOut(left) = &cue.outcome {
            let instead = left.instead.as_ref().map_or(String::new(), |id| format!(" (statement {id})"));
            self.folded("    ", &format!("{}{instead}", left.why))?;
        }
        if let Some(found) = &cue.found {
            self.found(found)?;
        }
        self.rules(&cue.rules)
    }

    fn found(&mut self, found: &Found) -> io::Result<()> {
        for (name, party) in [
            ("speaker", &found.speaker),
            ("addressee", &found.addressee),
            ("source", &found.source),
        ] {
            if let Some(party) = party {
                let how = how(party);
                self.folded(&format!("    {name:9}  "), &how)?;
            }
        }
        if !found.content.is_empty() {
            let pieces: Vec<String> = found.content.iter().map(|c| format!("\"{}\"", short(&c.text, LONG))).collect();
            writeln!(self.out, "    content    {}", pieces.join(" + "))?;
        }
        Ok(())
    }

    fn rules(&mut self, rules: &[Tried]) -> io::Result<()> {
        let shown = &rules[..rules.len().min(SHOWN)];
        let id = shown.iter().map(|r| width(&r.rule)).max().unwrap_or(0);
        let frame = shown.iter().map(|r| width(&brief(&r.frame))).max().unwrap_or(0).min(FRAME);
        let mut before = "";
        for rule in shown {
            let name = if rule.rule == before { "" } else { &rule.rule };
            before = &rule.rule;
            let result = match (rule.result, rule.points) {
                (Fit::Won, Some(points)) => self.styled(GOOD, format!("won with {points}")),
                (Fit::Won, None) => self.styled(GOOD, "won"),
                (Fit::Outranked, Some(points)) => format!("fits, with {points}"),
                (Fit::Outranked, None) => "fits".to_string(),
                (Fit::Stopped, _) => format!("stopped at {} of {}", rule.filled, rule.of),
            };
            let line = format!("    {}  {}  ", pad(name, id), pad(&short(&brief(&rule.frame), FRAME), frame));
            let why = self.styled(ASIDE, &rule.why);
            writeln!(self.out, "{line}{result}: {why}")?;
        }
        let mut more: Vec<&str> = rules[shown.len()..].iter().map(|r| r.rule.as_str()).collect();
        more.dedup();
        if !more.is_empty() {
            let line = format!(
                "{} more frames stopped sooner or fit less: {}",
                rules.len() - shown.len(),
                more.join(", ")
            );
            let line = self.styled(ASIDE, short(&line, WIDTH - 4));
            writeln!(self.out, "    {line}")?;
        }
        Ok(())
    }

    /// Writes `text` behind `label`, its lines folded between words and indented to the label's width.
    fn folded(&mut self, label: &str, text: &str) -> io::Result<()> {
        let indent = width(label);
        let mut column = 0;
        let mut label = label;
        for word in text.split(' ').filter(|w| !w.is_empty()) {
            let wide = width(word);
            if column > 0 && column + 1 + wide > WIDTH {
                writeln!(self.out)?;
                column = 0;
            }
            match column {
                0 => write!(self.out, "{}{word}", pad(std::mem::take(&mut label), indent))?,
                _ => write!(self.out, " {word}")?,
            }
            column = if column == 0 { indent + wide } else { column + 1 + wide };
        }
        writeln!(self.out)
    }
}

/// "agree", "not agree", "discuss (planned)".
fn act(found: &Found) -> String {
    let not = if found.negated { "not " } else { "" };
    let status = found
        .status
        .filter(|s| *s != Status::Made)
        .map_or(String::new(), |s| format!(" ({s})"));
    format!("{not}{}{status}", found.act.replace('_', " "))
}

fn role(verb: &Verb) -> String {
    match verb.under {
        Some(under) => format!("{} of {under}", verb.role),
        None => verb.role.clone(),
    }
}

/// "the ministers (PER, CHL)"; the codes alone where no words name the party.
fn label(party: &Resolved) -> String {
    let words = party.words.as_ref().map(|w| short(&w.text, 44));
    match (words, party.codes.is_empty()) {
        (Some(words), true) => words,
        (Some(words), false) => format!("{words} ({})", party.codes.join(", ")),
        (None, false) => party.codes.join(", "),
        (None, true) => "nobody who is known".to_string(),
    }
}

/// "the ministers = PER, CHL: those who ... ("Peru and Chile", character 12)".
fn how(party: &Resolved) -> String {
    let words = party.words.as_ref().map(|w| format!("\"{}\"", short(&w.text, LONG)));
    let codes = if party.codes.is_empty() {
        "nobody".to_string()
    } else {
        party.codes.join(", ")
    };
    let who = words.map_or(codes.clone(), |words| format!("{words} = {codes}"));
    let told = party.told.as_ref().filter(|told| Some(*told) != party.words.as_ref());
    let told = told.map_or(String::new(), |told| {
        format!(" (\"{}\", character {})", short(&told.text, LONG), told.span.start)
    });
    let people = if party.people.is_empty() {
        String::new()
    } else {
        format!(", {}", party.people.join(", "))
    };
    format!("{who}{people}: {}{told}", party.how)
}

/// The frame with its long choices cut.
fn brief(frame: &str) -> String {
    let element = |element: &str| match element.match_indices('|').nth(CHOICE) {
        Some(_) => {
            let words: Vec<&str> = element.split('|').take(CHOICE - 1).collect();
            format!("{}|…", words.join("|"))
        }
        None => element.to_string(),
    };
    frame.split(' ').map(element).collect::<Vec<_>>().join(" ")
}

/// At most `points` characters of `text`, on one line.
fn short(text: &str, points: usize) -> String {
    let line = plain(text);
    if line.chars().count() <= points {
        return line.into_owned();
    }
    let head: String = line.chars().take(points.saturating_sub(1)).collect();
    format!("{}…", head.trim_end())
}

/// Characters that show: escape sequences of colours do not.
fn width(text: &str) -> usize {
    let mut wide = 0;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\u{1b}' => drop(chars.by_ref().find(|c| *c == 'm')),
            _ => wide += 1,
        }
    }
    wide
}

fn pad(text: &str, wide: usize) -> String {
    format!("{text}{:1$}", "", wide.saturating_sub(width(text)))
}
