//! Reading a rule file.
//!
//! Owns: the head of a rule file (`rules/acts/*.toml` and users' own), and finding all that is wrong in one, not the first thing only.
//! Leaves to: `rule` the keys of one rule, `sections` what stands in a file beside rules, [`super::frame`] the frame language,
//! [`super::problem`] how a complaint looks, [`super::pack`] which rule counts, [`super::form`] the same form as a JSON Schema.
//!
//! The file is read as TOML values with their places, and walked by hand: serde would stop at the first key that it does not know.

mod rule;
mod sections;
mod values;

use super::additions::Additions;
use super::pack::{BUILTIN, Rule, RuleFile};
use super::problem::{PackError, Problem};
use crate::statement::{Act, Code, Force};
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::path::Path;
use toml::de::{DeTable, DeValue};
use values::{Reader, Value, kind};

/// A rule file that was read: its rules, each with the place of its id.
pub(super) struct Read {
    pub(super) file: String,
    pub(super) source: String,
    pub(super) rules: Vec<(Rule, Range<usize>)>,
    pub(super) additions: Additions,
    /// Ids of rules, each with one that it replaces, and where that stands.
    pub(super) replaces: Vec<(String, String, Range<usize>)>,
    /// Codes that the file uses without saying what they stand for.
    pub(super) codes: Vec<(String, Range<usize>)>,
}

/// Keys of a file that holds rules, besides those of [`sections`].
const FILE_KEYS: &[&str] = &["act", "force", "cameo", "plover", "rule", "pack", "version", "note"];

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
    // Some editors begin a file with a byte order mark.
    Reader::new(source.strip_prefix('\u{feff}').unwrap_or(source)).file(&file.name, None)
}

/// What the head of a file says for all of its rules.
#[derive(Default)]
struct Head {
    act: Option<Act>,
    /// There is an `act`, be it a wrong one.
    has_act: bool,
    force: Option<Force>,
    /// There is a `force`.
    has_force: bool,
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
        let known = [FILE_KEYS, sections::KEYS].concat();
        self.keys(root, &known, rule::KEYS, "at the head of the file");
        let head = self.head(root, file, builtin);
        let mut read = Read {
            file: file.to_string(),
            source: String::new(),
            rules: Vec::new(),
            additions: Additions::default(),
            replaces: Vec::new(),
            codes: Vec::new(),
        };
        self.sections(root, &mut read);
        let mut ids = FxHashSet::default();
        for value in self.rule_tables(root) {
            let Some((rule, at)) = self.rule(value, &head, &mut read) else {
                continue;
            };
            if !ids.insert(rule.id.clone()) {
                let message = format!("expected an id of its own, found {:?} a second time", rule.id);
                self.say(Problem::new(message, at, "stands twice").help("give each rule of the file another id"));
                continue;
            }
            read.rules.push((rule, at));
        }
        if read.rules.is_empty() && read.additions.is_empty() && self.problems.is_empty() {
            self.say(
                Problem::new("expected at least one rule, found none", 0..0, "the file")
                    .help("write [[rule]], and under it an id and frames; `demarche rules new` writes a file to begin with"),
            );
        }
        if !self.problems.is_empty() {
            return Err(PackError::new(file, self.source, self.problems));
        }
        // Places are shown in it only where a user's file does not agree with others.
        if builtin.is_none() {
            read.source = self.source.to_string();
        }
        Ok(read)
    }

    fn head(&mut self, root: &DeTable<'s>, file: &str, builtin: Option<(&str, &str)>) -> Head {
        let mut head = Head {
            act: root.get("act").and_then(|v| self.act(v)),
            has_act: root.contains_key("act"),
            has_force: root.contains_key("force"),
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
}
