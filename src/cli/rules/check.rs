//! `demarche rules check`.
//!
//! Owns: what people see of a proof: one line a rule, then what is wrong and what was counted, a summary at the end.
//! Leaves to: [`crate::prove`] finding it out, [`wrong`] and [`corpus`] the longer parts.

mod corpus;
mod wrong;

use super::paint::{ASIDE, BAD, GOOD, LOOK, STRONG, paint};
use super::{Format, count, everybody, tell, tell_json};
use crate::cli::documents::{ReadOptions, documents};
use crate::cli::{DIFFERENCE, Stop, UNREADABLE, packs, report};
use crate::extract::Extractor;
use crate::prove::{self, Over, Report, RuleReport};
use crate::rules::BUILTIN;
use std::fmt::Write;
use std::path::PathBuf;

/// Prove packs: their form, their examples, who else fires.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Packs, which are read together; without one the built-in rules are checked
    #[arg(value_name = "PACK")]
    packs: Vec<PathBuf>,
    /// Leave the built-in rules out; words and names stay
    #[arg(long)]
    no_builtin: bool,
    /// Count how often each rule fires in these texts, a file or a folder; a rule that never does is at fault
    #[arg(long, value_name = "PATH")]
    over: Vec<PathBuf>,
    /// With --over: how often each rule fired, alone or against whom, and the words that no rule knows
    #[arg(long, requires = "over")]
    coverage: bool,
    /// Field of a JSONL line that holds the text
    #[arg(long, value_name = "NAME", default_value = "text", requires = "over")]
    text_field: String,
    /// Format of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  demarche rules check climate.toml                 its examples, with the built-in rules around them
  demarche rules check climate.toml --over texts/   and whether each rule fires in your texts
  demarche rules check --over texts/ --coverage     what each built-in rule did there, and which words no rule knows
  demarche rules check                              the built-in rules

A mistake in the form of a file is told with its line, and nothing is tried until it is mended (exit code 2). Then each example of each rule is
tried with all rules: one in `fires` must give a record by its rule with the marked roles, one in `quiet` none by its rule.

Exit codes: 0 all is as marked, 1 something is not, 2 wrong usage or a pack that cannot be read as one, 3 a file could not be read.";

/// Documents of a corpus that are read before they are worked on by all threads.
const BATCH: usize = 256;

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    let extractor = packs::extractor(everybody(args.no_builtin), &args.packs, "nothing was tried")?;
    let plain = (!args.packs.is_empty() && !args.no_builtin).then(|| Extractor::builtin(everybody(false)));
    let mut proof = prove::check(&extractor, plain.as_ref());
    let (over, unreadable) = over(args, &extractor);
    if let Some(over) = over {
        proof.count(over);
    }
    match args.format {
        Format::Json => tell_json(&proof)?,
        Format::Text => tell(&text(&proof, args))?,
    }
    Ok(match (unreadable, proof.passes()) {
        (true, _) => UNREADABLE,
        (false, false) => DIFFERENCE,
        (false, true) => 0,
    })
}

/// What the rules do in the texts, and whether some could not be read.
fn over(args: &Args, extractor: &Extractor) -> (Option<Over>, bool) {
    if args.over.is_empty() {
        return (None, false);
    }
    let own = !args.packs.is_empty();
    let mut over = Over::new(extractor, &|rule| (rule.pack != BUILTIN) == own);
    let mut unreadable = false;
    let options = ReadOptions {
        text_field: args.text_field.clone(),
        ..ReadOptions::default()
    };
    let mut batch = Vec::new();
    for input in documents(&args.over, options) {
        match input {
            Ok(found) => batch.push(found.document),
            Err(error) => {
                unreadable = true;
                report::error(&error.to_string());
            }
        }
        if batch.len() == BATCH {
            over.add(extractor, &batch);
            batch.clear();
        }
    }
    over.add(extractor, &batch);
    (Some(over), unreadable)
}

fn text(proof: &Report, args: &Args) -> String {
    let builtin = args.packs.is_empty();
    let mut text = String::new();
    // Writing to a String cannot fail.
    for pack in &proof.packs {
        let file = if builtin { "rules/acts".to_string() } else { pack.files.join(", ") };
        let facts = format!("{}, {}  {file}", count(pack.rules, "rule"), count(pack.examples, "example"));
        let _ = writeln!(text, "{} {}  {}", paint(STRONG, &pack.name), pack.version, paint(ASIDE, facts));
    }
    let _ = writeln!(text);
    let wide = proof.rules.iter().map(|rule| rule.id.chars().count()).max().unwrap_or(0).min(36);
    for rule in &proof.rules {
        line(&mut text, rule, wide, builtin);
    }
    for rule in proof.rules.iter().filter(|rule| !rule.passes()) {
        wrong::rule(&mut text, rule);
    }
    if !proof.changes.is_empty() {
        let _ = writeln!(
            text,
            "\n{}",
            paint(LOOK, "examples of built-in rules that give something else with these packs")
        );
        for change in &proof.changes {
            let _ = writeln!(text, "\n  {}", paint(STRONG, &change.rule));
            wrong::trial(&mut text, &change.example, false);
        }
    }
    if let Some(over) = &proof.over {
        if args.coverage {
            corpus::table(&mut text, over);
            corpus::words(&mut text, over);
        }
        let _ = writeln!(text, "\n{}", corpus::coverage(over));
    }
    let _ = writeln!(text, "\n{}", summary(proof));
    text
}

/// The rule in one line, and who else has to do with its examples.
fn line(text: &mut String, rule: &RuleReport, wide: usize, brief: bool) {
    let wrong = rule.examples.iter().filter(|trial| !trial.wrong.is_empty()).count();
    let mut facts = vec![count(rule.examples.len(), "example")];
    if wrong > 0 {
        facts.push(paint(BAD, format!("{wrong} not as marked")));
    }
    if !rule.faults.is_empty() {
        facts.push(paint(BAD, count(rule.faults.len(), "fault")));
    }
    let sign = if rule.passes() { paint(GOOD, "ok  ") } else { paint(BAD, "FAIL") };
    let _ = writeln!(text, "{sign} {:wide$}  {}", rule.id, facts.join(", "));
    let mut also: Vec<&str> = rule.examples.iter().flat_map(|trial| &trial.others).map(String::as_str).collect();
    also.sort_unstable();
    also.dedup();
    let mut aside = |told: String| {
        let _ = writeln!(text, "        {}", paint(ASIDE, told));
    };
    if !also.is_empty() {
        aside(format!("in its examples also fire: {}", also.join(", ")));
    }
    if brief {
        return;
    }
    let mut elsewhere: Vec<&str> = rule.elsewhere.iter().map(|(id, _)| id.as_str()).collect();
    elsewhere.sort_unstable();
    elsewhere.dedup();
    if !elsewhere.is_empty() {
        aside(format!("it fires in examples of: {}", elsewhere.join(", ")));
    }
    for (id, whole) in &rule.takes_over {
        let how_much = if *whole { "all frames" } else { "frames" };
        aside(format!("it has {how_much} of {id}, and goes before it"));
    }
}

fn summary(proof: &Report) -> String {
    let (tried, wrong) = proof.examples();
    let faults: usize = proof.rules.iter().map(|rule| rule.faults.len()).sum();
    let mut tried = format!("{}, {}", count(proof.rules.len(), "rule"), count(tried, "example"));
    if proof.words_and_names > 0 {
        tried.push_str(&format!(
            ", {} for words and names",
            match proof.words_and_names {
                1 => "1 entry".to_string(),
                n => format!("{n} entries"),
            }
        ));
    }
    let mut parts = Vec::new();
    if wrong > 0 {
        parts.push(format!("{wrong} not as marked"));
    }
    if faults > 0 {
        parts.push(count(faults, "fault"));
    }
    let changed = match proof.changes.len() {
        0 => String::new(),
        n => format!("; {} of built-in rules changed", count(n, "example")),
    };
    match parts.is_empty() {
        true => format!("{}    {tried}, all as marked{changed}", paint(GOOD, "ok")),
        false => format!("{}  {tried}: {}{changed}", paint(BAD, "FAIL"), parts.join(", ")),
    }
}
