//! `demarche rules list`.
//!
//! Owns: the overview: acts, their rules, a frame of each.

use super::paint::{ASIDE, STRONG, frame, paint};
use super::{Format, count, everybody, tell, tell_json};
use crate::cli::Stop;
use crate::cli::packs::RuleArgs;
use crate::rules::{BUILTIN, Rule};
use serde::Serialize;
use std::fmt::Write;

/// List the rules.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, mut_arg("rules", |rules| rules.help("Rules of your own, added to the built-in ones; may be repeated")))]
pub struct Args {
    #[command(flatten)]
    packs: RuleArgs,
    /// Only rules of this act
    #[arg(long, value_name = "ACT")]
    act: Option<String>,
    /// Format of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  demarche rules list                                    all built-in rules
  demarche rules list --rules climate.toml --no-builtin  those of a pack
  demarche rules list --act urge --format json";

/// One rule, for programs.
#[derive(Serialize)]
struct Listed<'r> {
    id: &'r str,
    act: &'r str,
    force: Option<&'r str>,
    pack: &'r str,
    version: &'r str,
    file: &'r str,
    line: usize,
    frames: &'r [String],
    note: Option<&'r str>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    let extractor = args.packs.extractor(everybody(false), "nothing was done")?;
    let rules = &extractor.rules().rules;
    let wanted: Vec<&Rule> = rules
        .iter()
        .filter(|rule| args.act.as_deref().is_none_or(|act| rule.act.as_str() == act))
        .collect();
    if let (Some(act), true) = (&args.act, wanted.is_empty()) {
        let mut acts: Vec<&str> = rules.iter().map(|rule| rule.act.as_str()).collect();
        acts.dedup();
        return Err(Stop::usage(format!("no rule finds the act {act:?}")).help(format!("acts with rules: {}", acts.join(", "))));
    }
    match args.format {
        Format::Json => tell_json(&wanted.iter().map(|rule| listed(rule)).collect::<Vec<_>>())?,
        Format::Text => tell(&overview(&wanted))?,
    }
    Ok(0)
}

fn listed(rule: &Rule) -> Listed<'_> {
    Listed {
        id: &rule.id,
        act: rule.act.as_str(),
        force: rule.force.map(|force| force.as_str()),
        pack: &rule.pack,
        version: &rule.version,
        file: &rule.file,
        line: rule.lines.id,
        frames: &rule.frames,
        note: rule.note.as_deref(),
    }
}

/// Widest column of ids; a longer one pushes its line to the right.
const WIDEST: usize = 32;

fn overview(rules: &[&Rule]) -> String {
    let wide = rules.iter().map(|rule| rule.id.chars().count()).max().unwrap_or(0).min(WIDEST);
    let mut text = String::new();
    let mut acts: Vec<&str> = Vec::new();
    for rule in rules {
        if !acts.contains(&rule.act.as_str()) {
            acts.push(rule.act.as_str());
        }
    }
    for (n, act) in acts.iter().enumerate() {
        let of_act: Vec<&&Rule> = rules.iter().filter(|rule| rule.act.as_str() == *act).collect();
        let force = of_act[0].force.map_or("by content", |force| force.as_str());
        let gap = if n > 0 { "\n" } else { "" };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{gap}{}  {}", paint(STRONG, act), paint(ASIDE, force));
        for rule in of_act {
            let more = match rule.frames.len() {
                0 | 1 => String::new(),
                n => paint(ASIDE, format!("  and {}", count(n - 1, "more frame"))),
            };
            let pack = if rule.pack == BUILTIN {
                String::new()
            } else {
                paint(ASIDE, format!("  ({})", super::pack(rule)))
            };
            let first = typical(rule).map_or(String::new(), |first| frame(&shortened(first)));
            let _ = writeln!(text, "  {:wide$}  {first}{more}{pack}", rule.id);
        }
    }
    let _ = writeln!(text, "\n{}; `demarche rules show ID` tells of one", count(rules.len(), "rule"));
    text
}

/// The frame by which a reader knows the rule: the first with the act's own verb, else the first.
fn typical(rule: &Rule) -> Option<&String> {
    let has_verb = |frame: &&String| {
        frame
            .split(' ')
            .next()
            .is_some_and(|head| head.split('|').any(|verb| verb == rule.act.as_str()))
    };
    rule.frames.iter().find(has_verb).or(rule.frames.first())
}

/// A frame whose long lists of alternatives are cut: "express|voice|convey|... {degree} concern".
fn shortened(frame: &str) -> String {
    const SHOWN: usize = 4;
    let words = frame.split(' ').map(|word| {
        let alternatives: Vec<&str> = word.split('|').collect();
        match alternatives.len() > SHOWN && !word.contains('<') {
            true => format!("{}|...", alternatives[..SHOWN - 1].join("|")),
            false => word.to_string(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
