//! Reading a rule file.
//!
//! Owns: the form of a rule file (`rules/acts/*.toml` and users' own), and finding all that is wrong in one, not the first thing only.
//! Leaves to: [`super::frame`] the frame language, [`super::problem`] how a complaint looks, [`super::pack`] which rule counts.
//!
//! The file is read as TOML values with their places, and walked by hand: serde would stop at the first key that it does not know.

use super::frame::{self, Element};
use super::pack::{BUILTIN, Rule, RuleFile, Scope};
use super::problem::{PackError, Problem, nearest};
use super::values::{Reader, Value, kind};
use crate::statement::{Act, Code, Force, Match};
use std::ops::Range;
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// A rule file that was read: its rules, each with the place of its id.
pub(super) struct Read {
    pub(super) file: String,
    pub(super) source: String,
    pub(super) builtin: bool,
    pub(super) rules: Vec<(Rule, Range<usize>)>,
}

/// Keys at the head of a file.
const FILE_KEYS: &[&str] = &["act", "force", "cameo", "plover", "rule", "pack", "version"];
/// Keys of a rule.
const RULE_KEYS: &[&str] = &[
    "id", "act", "force", "cameo", "plover", "in", "heads", "subjects", "frames", "fires", "quiet", "note",
];
/// Keys of a code.
const CODE_KEYS: &[&str] = &["code", "match"];
/// Words of `force` that leave it to the content.
const BY_CONTENT: &[&str] = &["by-content", "by_content", "content"];
/// Optional parts of one frame: each doubles the forms that are tried.
const OPTIONAL: usize = 6;

/// Reads a file of the built-in pack.
pub(super) fn builtin(file: &str, source: &str) -> Result<Read, PackError> {
    Reader::new(source).file(file, Some((BUILTIN, env!("CARGO_PKG_VERSION"))))
}

/// Reads a user's file.
pub(super) fn user(file: &RuleFile) -> Result<Read, PackError> {
    let source = std::str::from_utf8(&file.bytes).map_err(|error| {
        let at = error.valid_up_to();
        let problem = Problem::new(
            "expected UTF-8, found bytes that are none",
            at..at + 1,
            format!("byte {at} of the file"),
        );
        let help = "save the file as UTF-8 (in most editors: \"save with encoding\")";
        PackError::new(&file.name, &String::from_utf8_lossy(&file.bytes), vec![problem.help(help)])
    })?;
    Reader::new(source).file(&file.name, None)
}

/// What the head of a file says for all of its rules.
#[derive(Default)]
struct Head {
    act: Option<Act>,
    /// There is an `act`, be it a wrong one.
    has_act: bool,
    force: Option<Force>,
    cameo: Vec<Code>,
    plover: Vec<Code>,
    pack: String,
    version: String,
}

impl<'s> Reader<'s> {
    fn file(mut self, file: &str, builtin: Option<(&str, &str)>) -> Result<Read, PackError> {
        let (root, errors) = DeTable::parse_recoverable(self.source);
        self.whole = errors.is_empty();
        for error in errors {
            let at = error.span().unwrap_or(0..0);
            let help = "the file must be TOML: key = \"text\", lists in [ ], each rule under a line [[rule]]";
            self.say(Problem::new(format!("not TOML: {}", error.message().replace('\n', ", ")), at, "here").help(help));
        }
        let root = root.get_ref();
        self.keys(root, FILE_KEYS, RULE_KEYS, "at the head of the file");
        let head = self.head(root, file, builtin);
        let mut rules: Vec<(Rule, Range<usize>)> = Vec::new();
        for value in self.rule_tables(root) {
            let Some((rule, at)) = self.rule(value, &head, file) else {
                continue;
            };
            if rules.iter().any(|(r, _)| r.id == rule.id) {
                self.say(
                    Problem::new(
                        format!("expected an id of its own, found {:?} a second time", rule.id),
                        at,
                        "stands twice",
                    )
                    .help("give each rule of the file another id"),
                );
                continue;
            }
            rules.push((rule, at));
        }
        if rules.is_empty() && self.problems.is_empty() {
            self.say(
                Problem::new("expected at least one rule, found none", 0..0, "the file")
                    .help("write [[rule]], and under it an id and frames"),
            );
        }
        match self.problems.is_empty() {
            true => Ok(Read {
                file: file.to_string(),
                source: self.source.to_string(),
                builtin: builtin.is_some(),
                rules,
            }),
            false => Err(PackError::new(file, self.source, self.problems)),
        }
    }

    fn head(&mut self, root: &DeTable<'s>, file: &str, builtin: Option<(&str, &str)>) -> Head {
        let mut head = Head {
            act: root.get("act").and_then(|v| self.act(v)),
            has_act: root.contains_key("act"),
            force: root.get("force").and_then(|v| self.force(v)),
            cameo: root.get("cameo").map(|v| self.codes(v, "cameo")).unwrap_or_default(),
            plover: root.get("plover").map(|v| self.codes(v, "plover")).unwrap_or_default(),
            ..Head::default()
        };
        if let Some((pack, version)) = builtin {
            (head.pack, head.version) = (pack.to_string(), version.to_string());
            return head;
        }
        let stem = Path::new(file)
            .file_stem()
            .map(|s| s.to_string_lossy().into_owned())
            .unwrap_or_default();
        let pack = root.get("pack");
        let at = pack.map_or(0..0, |v| v.span());
        head.pack = pack.map_or(Some(stem), |v| self.string(v, "pack")).unwrap_or_default();
        head.version = root
            .get("version")
            .map_or(Some("0".to_string()), |v| self.string(v, "version"))
            .unwrap_or_default();
        let taken = head.pack == BUILTIN || pack.is_some() && head.pack.trim().is_empty();
        if taken {
            let message = format!("expected a name for the pack, found {:?}", head.pack);
            self.say(
                Problem::new(message, at, "cannot be the name")
                    .help("write pack = \"a-name-of-your-own\" at the head of the file; records carry it"),
            );
        }
        head
    }

    /// The tables under `[[rule]]`.
    fn rule_tables<'v>(&mut self, root: &'v DeTable<'s>) -> Vec<&'v Value<'s>> {
        let Some(value) = root.get("rule") else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(list) => list.iter().collect(),
            other => {
                let message = format!("expected [[rule]], found {}", kind(other));
                self.say(Problem::new(message, value.span(), "one rule of many").help("write [[rule]] with two brackets on each side"));
                Vec::new()
            }
        }
    }

    fn rule(&mut self, value: &Value<'s>, head: &Head, file: &str) -> Option<(Rule, Range<usize>)> {
        let table = self.table(value, "a rule")?;
        self.keys(table, RULE_KEYS, FILE_KEYS, "in a rule");
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
        let frames = self.needed(table, "frames", &first_line, "frames = [\"urge <addressee> to <content:verb>\"]");
        let parsed = frames.map(|v| self.frames(v)).unwrap_or_default();
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
            frames: parsed.iter().map(|(frame, _)| frame.clone()).collect(),
            fires: self.list(table, "fires"),
            quiet: self.list(table, "quiet"),
            note: table.get("note").and_then(|v| self.string(v, "note")),
            file: file.to_string(),
            pack: head.pack.clone(),
            version: head.version.clone(),
            parsed: parsed.into_iter().map(|(_, elements)| elements).collect(),
            layer: 0,
        };
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

    fn act(&mut self, value: &Value<'s>) -> Option<Act> {
        let words: Vec<&str> = Act::ALL.iter().map(|a| a.as_str()).collect();
        self.word(value, "act", &words).and_then(|w| Act::from_word(&w))
    }

    /// Nothing where the content decides.
    fn force(&mut self, value: &Value<'s>) -> Option<Force> {
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

    fn codes(&mut self, value: &Value<'s>, key: &str) -> Vec<Code> {
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

    fn frames(&mut self, value: &Value<'s>) -> Vec<(String, Vec<Element>)> {
        let texts = self.strings(value, "frames");
        if texts.is_empty() && value.get_ref().as_array().is_some_and(|list| list.is_empty()) {
            self.say(
                Problem::new("expected a frame, found an empty list", value.span(), "no frame")
                    .help("write at least one: [\"agree to <content:verb>\"]"),
            );
        }
        texts
            .into_iter()
            .filter_map(|(text, at)| self.frame(&text, at).map(|elements| (text, elements)))
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

    fn list(&mut self, table: &DeTable<'s>, key: &str) -> Vec<String> {
        let texts = table.get(key).map(|v| self.strings(v, key)).unwrap_or_default();
        texts.into_iter().map(|(text, _)| text).collect()
    }
}

/// What to do about a frame that cannot be read from `rest` on.
fn frame_help(rest: &str, at: usize) -> String {
    const SLOTS: &[&str] = &[
        "<addressee>",
        "<content>",
        "<content:verb>",
        "<content:noun>",
        "<content:gerund>",
        "<content:that>",
        "<content:quote>",
    ];
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
