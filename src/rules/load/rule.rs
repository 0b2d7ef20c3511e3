//! The keys of one rule.
//!
//! Owns: what a rule can say, and the examples' marks being in order.
//! Leaves to: [`super`] the head of the file, [`crate::rules::frame`] the frame language, [`crate::rules::marked`] the marks.

use super::values::{Reader, Value};
use super::{Head, Read};
use crate::rules::frame::{self, Element};
use crate::rules::marked::{Marked, ROLES};
use crate::rules::pack::{Lines, Rule, Scope};
use crate::rules::problem::{Problem, nearest};
use crate::statement::{Act, Code, Force, Match, OwnAct};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Keys of a rule.
pub(super) const KEYS: &[&str] = &[
    "id", "act", "force", "cameo", "plover", "in", "heads", "subjects", "frames", "fires", "quiet", "note", "replaces",
];
/// Keys of a code.
const CODE_KEYS: &[&str] = &["code", "match"];
/// Words of `force` that leave it to the content.
const BY_CONTENT: &[&str] = &["by-content", "by_content", "content"];
/// Optional parts of one frame: each doubles the forms that are tried.
const OPTIONAL: usize = 6;
/// Words that a slot of a frame can have.
const SLOTS: &[&str] = &[
    "<addressee>",
    "<content>",
    "<content:verb>",
    "<content:noun>",
    "<content:gerund>",
    "<content:that>",
    "<content:quote>",
];

impl<'s> Reader<'s> {
    /// One rule, and the place of its id.
    pub(super) fn rule(&mut self, value: &Value<'s>, head: &Head, read: &mut Read) -> Option<(Rule, Range<usize>)> {
        let table = self.table(value, "a rule")?;
        self.keys(table, KEYS, &[super::FILE_KEYS, super::sections::KEYS].concat(), "in a rule");
        let at = value.span();
        // The place of a rule is all of it; what is missing in it is shown at its first line.
        let first_line = at.start..at.start + self.source.get(at.clone()).map_or(0, |s| s.lines().next().unwrap_or("").len());
        let id = self.needed(table, "id", &first_line, "id = \"act.what-is-special\"");
        let id_at = id.map_or(first_line.clone(), |v| v.span());
        let id = id.and_then(|v| self.id(v));
        let act = table.get("act").map_or(head.act, |v| self.act(v));
        if !head.has_act && !table.contains_key("act") && self.whole {
            self.say(
                Problem::new(
                    "expected an act, found none in the rule and none at the head of the file",
                    first_line.clone(),
                    "this rule",
                )
                .help("write act = \"urge\", or another act, in one of the two places"),
            );
        }
        let own = matches!(act, Some(Act::Own(_)));
        if own && !table.contains_key("force") && !head.has_force && self.whole {
            let message = format!(
                "expected a `force` for the act {}, found none",
                act.map(|a| a.to_string()).unwrap_or_default()
            );
            let words: Vec<&str> = Force::ALL.iter().map(|f| f.as_str()).collect();
            self.say(
                Problem::new(message, first_line.clone(), "this rule").help(format!("write force = \"...\", one of {}", words.join(", "))),
            );
        }
        let frames = self.needed(table, "frames", &first_line, "frames = [\"urge <addressee> to <content:verb>\"]");
        let parsed = frames.map(|v| self.frames(v)).unwrap_or_default();
        let replaces = table.get("replaces").map(|v| self.strings(v, "replaces")).unwrap_or_default();
        let (fires, fires_at) = self.examples(table, "fires");
        let (quiet, quiet_at) = self.examples(table, "quiet");
        let lines = Lines {
            id: self.line(id_at.start),
            frames: parsed.iter().map(|(.., at)| self.line(*at)).collect(),
            fires: fires_at,
            quiet: quiet_at,
        };
        let rule = Rule {
            id: id.unwrap_or_default(),
            // A rule without an act is a complaint by now; it is never used.
            act: act.or_else(|| Act::ALL.first().copied())?,
            force: table.get("force").map_or(head.force, |v| self.force(v)),
            cameo: table.get("cameo").map_or_else(|| head.cameo.clone(), |v| self.codes(v, "cameo")),
            plover: table.get("plover").map_or_else(|| head.plover.clone(), |v| self.codes(v, "plover")),
            scope: table.get("in").and_then(|v| self.scope(v)),
            heads: self.list(table, "heads"),
            subjects: self.list(table, "subjects"),
            frames: parsed.iter().map(|(frame, ..)| frame.clone()).collect(),
            fires,
            quiet,
            note: table.get("note").and_then(|v| self.string(v, "note")),
            replaces: replaces.iter().map(|(other, _)| other.clone()).collect(),
            file: read.file.clone(),
            lines,
            pack: head.pack.clone(),
            version: head.version.clone(),
            parsed: parsed.into_iter().map(|(_, elements, _)| elements).collect(),
            layer: 0,
        };
        read.replaces
            .extend(replaces.into_iter().map(|(other, at)| (rule.id.clone(), other, at)));
        (!rule.id.is_empty()).then_some((rule, id_at))
    }

    fn id(&mut self, value: &Value<'s>) -> Option<String> {
        let id = self.string(value, "id")?;
        if id.is_empty() || id.contains(|c: char| c.is_whitespace() || c.is_control()) {
            self.say(
                Problem::new(format!("expected an id without spaces, found {id:?}"), value.span(), "the id")
                    .help("join its words by hyphens: \"urge.press-for\""),
            );
            return None;
        }
        Some(id)
    }

    pub(super) fn act(&mut self, value: &Value<'s>) -> Option<Act> {
        if let Some(word) = value.get_ref().as_str().filter(|word| word.starts_with("x-")) {
            let own = OwnAct::new(word);
            if own.is_none() {
                let message = format!("expected an act of your own as x-words-in-lower-case, found {word:?}");
                let help = "write x- and then letters a to z and digits, words joined by hyphens: \"x-climate-target\"";
                self.say(Problem::new(message, value.span(), "no such name").help(help));
            }
            return own.map(Act::Own);
        }
        let words: Vec<&str> = Act::ALL.iter().map(|a| a.as_str()).collect();
        self.word(value, "act", &words).and_then(|w| Act::from_word(&w))
    }

    /// Nothing where the content decides.
    pub(super) fn force(&mut self, value: &Value<'s>) -> Option<Force> {
        if value.get_ref().as_str().is_some_and(|w| BY_CONTENT.contains(&w)) {
            return None;
        }
        let words: Vec<&str> = Force::ALL.iter().map(|f| f.as_str()).chain([BY_CONTENT[0]]).collect();
        self.word(value, "force", &words).and_then(|w| Force::from_word(&w))
    }

    fn scope(&mut self, value: &Value<'s>) -> Option<Scope> {
        match self.word(value, "in", &["resolution", "own-voice", "attribution"])?.as_str() {
            "resolution" => Some(Scope::Resolution),
            "own-voice" => Some(Scope::OwnVoice),
            _ => Some(Scope::Attribution),
        }
    }

    pub(super) fn codes(&mut self, value: &Value<'s>, key: &str) -> Vec<Code> {
        let DeValue::Array(list) = value.get_ref() else {
            self.mistyped(value, key, "a list of codes", "write it as [{ code = \"057\", match = \"exact\" }]");
            return Vec::new();
        };
        list.iter().filter_map(|one| self.code(one)).collect()
    }

    fn code(&mut self, value: &Value<'s>) -> Option<Code> {
        let table = self.table(value, "a code")?;
        self.keys(table, CODE_KEYS, &[], "in a code");
        let words: Vec<&str> = Match::ALL.iter().map(|m| m.as_str()).collect();
        let fit = self.needed(table, "match", &value.span(), "match = \"exact\", broad, narrow or none");
        let fit = fit.and_then(|v| self.word(v, "match", &words));
        let code = table.get("code").map_or(Some(String::new()), |v| self.string(v, "code"))?;
        let fit = Match::from_word(&fit?)?;
        if code.is_empty() != (fit == Match::None) {
            let message = format!(
                "expected a code, or the match \"none\" without one, found {code:?} with {:?}",
                fit.as_str()
            );
            self.say(
                Problem::new(message, value.span(), "does not agree with itself")
                    .help("write { code = \"\", match = \"none\" } where the scheme has nothing"),
            );
            return None;
        }
        Some(Code { code, r#match: fit })
    }

    fn frames(&mut self, value: &Value<'s>) -> Vec<(String, Vec<Element>, usize)> {
        let texts = self.strings(value, "frames");
        if texts.is_empty() && value.get_ref().as_array().is_some_and(|list| list.is_empty()) {
            self.say(
                Problem::new("expected a frame, found an empty list", value.span(), "no frame")
                    .help("write at least one: [\"agree to <content:verb>\"]"),
            );
        }
        texts
            .into_iter()
            .filter_map(|(text, at)| {
                let start = at.start;
                self.frame(&text, at).map(|elements| (text, elements, start))
            })
            .collect()
    }

    fn frame(&mut self, text: &str, at: Range<usize>) -> Option<Vec<Element>> {
        if text.matches('(').count() > OPTIONAL {
            let message = format!("expected at most {OPTIONAL} optional parts, found {}", text.matches('(').count());
            self.say(Problem::new(message, at, "this frame").help("write two frames"));
            return None;
        }
        if let Some(found) = text
            .split(|c: char| !c.is_alphanumeric())
            .find(|w| w.chars().any(char::is_uppercase))
        {
            let place = self.inside(&at, text, text.find(found).unwrap_or(0), found.len());
            self.say(
                Problem::new(format!("expected lower case, found {found:?}"), place, "capitals")
                    .help("frames are in lower case and fit texts in any case"),
            );
            return None;
        }
        frame::parse(text)
            .map_err(|error| {
                let rest = text.get(error.at..).unwrap_or("");
                let wide = rest.split_whitespace().next().map_or(1, str::len);
                let place = self.inside(&at, text, error.at, wide);
                let message = format!("expected {}, found {}", error.expected, error.found);
                self.say(Problem::new(message, place, "in this frame").help(frame_help(rest, error.at)));
            })
            .ok()
    }

    /// The examples of a rule with their lines; their marks are read.
    fn examples(&mut self, table: &DeTable<'s>, key: &str) -> (Vec<String>, Vec<usize>) {
        let texts = table.get(key).map(|v| self.strings(v, key)).unwrap_or_default();
        for (text, at) in &texts {
            let Err(error) = Marked::parse(text) else { continue };
            let place = self.inside(at, text, error.at, error.length);
            let near = error.role.as_deref().and_then(|role| nearest(role, ROLES));
            let help = match near {
                Some(near) => format!("did you mean [{near} ...]?"),
                None => "mark roles as in \"[speaker Fiji] [cue urged] [addressee Spain] to [content share its data].\"".to_string(),
            };
            self.say(Problem::new(error.to_string(), place, "in this example").help(help));
        }
        let lines = texts.iter().map(|(_, at)| self.line(at.start)).collect();
        (texts.into_iter().map(|(text, _)| text).collect(), lines)
    }

    fn list(&mut self, table: &DeTable<'s>, key: &str) -> Vec<String> {
        let texts = table.get(key).map(|v| self.strings(v, key)).unwrap_or_default();
        texts.into_iter().map(|(text, _)| text).collect()
    }
}

/// What to do about a frame that cannot be read from `rest` on.
fn frame_help(rest: &str, at: usize) -> String {
    let word: String = rest.chars().take_while(|c| !c.is_whitespace()).take(40).collect();
    if let Some(near) = nearest(&word, SLOTS.iter().copied()).filter(|_| word.starts_with('<')) {
        return format!("did you mean {near}?");
    }
    match (at, rest.chars().next()) {
        (0, Some('(')) => "a frame cannot be optional as a whole: take the brackets off its verb".to_string(),
        (0, _) => "begin the frame with its verb: \"agree to <content:verb>\"".to_string(),
        _ => format!(
            "a frame is made of words in lower case (this|that for either), {{degree}}, {} and ( ... )",
            SLOTS.join(" ")
        ),
    }
}
