//! `demarche rules check`.
//!
//! Owns: what people see of a proof: one line a rule, then each thing that is wrong with what was expected, what was found and what to do.
//! Leaves to: [`crate::prove`] finding it out.

use super::paint::{ASIDE, BAD, GOOD, LOOK, STRONG, marked, paint};
use super::{Format, count, everybody, tell, tell_json};
use crate::cli::documents::{ReadOptions, documents};
use crate::cli::{DIFFERENCE, Stop, UNREADABLE, packs, report};
use crate::extract::Extractor;
use crate::prove::{self, Fault, Over, Report, Role, RuleReport, Trial};
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
/// Characters of a sentence that are shown beside a word.
const SENTENCE: usize = 70;
/// Words that no rule knows, which people are shown; the JSON has all.
const WORDS: usize = 25;

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    let extractor = packs::made(everybody(args.no_builtin), &args.packs, "nothing was tried")?;
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
        failures(&mut text, rule);
    }
    if !proof.changes.is_empty() {
        let _ = writeln!(
            text,
            "\n{}",
            paint(LOOK, "examples of built-in rules that give something else with these packs")
        );
        for change in &proof.changes {
            let _ = writeln!(text, "\n  {}", paint(STRONG, &change.rule));
            trial(&mut text, &change.example, false);
        }
    }
    if let Some(over) = &proof.over {
        if args.coverage {
            table(&mut text, over);
            words(&mut text, over);
        }
        let _ = writeln!(text, "\n{}", coverage(over));
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

/// All that is wrong with a rule.
fn failures(text: &mut String, rule: &RuleReport) {
    let _ = writeln!(
        text,
        "\n{}  {}",
        paint(STRONG, &rule.id),
        paint(ASIDE, format!("{}:{}", rule.file, rule.line))
    );
    for fault in &rule.faults {
        let (line, what, example, help) = told(fault);
        let line = line.map_or(String::new(), |line| format!("line {line}  "));
        let _ = writeln!(text, "\n  {line}{}", paint(BAD, what));
        if let Some(example) = example {
            let _ = writeln!(text, "    {}   {example}", paint(ASIDE, "example"));
        }
        let _ = writeln!(text, "    {}      {help}", paint(GOOD, "help"));
    }
    for one in rule.examples.iter().filter(|one| !one.wrong.is_empty()) {
        trial(text, one, true);
    }
}

/// An example that is not as marked: both sentences, and what to do.
fn trial(text: &mut String, trial: &Trial, help: bool) {
    let wrong: Vec<&str> = trial.wrong.iter().map(|wrong| wrong.what.as_str()).collect();
    let what = match trial.wrong[0].what {
        Role::Panic => "the program panicked".to_string(),
        Role::Silent => "the rule does not fire".to_string(),
        Role::Fires => "the rule fires, and should be quiet".to_string(),
        _ => format!("another {} comes out", wrong.join(", another ")),
    };
    let _ = writeln!(text, "\n  line {}  {}", trial.line, paint(BAD, what));
    let shown: Vec<&str> = match trial.wrong[0].what {
        Role::Silent | Role::Fires => vec!["cue"],
        _ => wrong,
    };
    let label = if trial.fires { "expected" } else { "quiet   " };
    let _ = writeln!(text, "    {}  {}", paint(ASIDE, label), marked(&trial.example, &shown, GOOD));
    let found = match (&trial.found, trial.wrong[0].what) {
        (Some(found), Role::Silent) => format!(
            "{}  {}",
            marked(found, &shown, BAD),
            paint(ASIDE, format!("by {}", trial.others.join(", ")))
        ),
        (Some(found), _) => marked(found, &shown, BAD),
        (None, _) if trial.others.is_empty() => paint(ASIDE, "nothing"),
        (None, _) => paint(ASIDE, format!("nothing there; elsewhere in it {}", trial.others.join(", "))),
    };
    let _ = writeln!(text, "    {}     {found}", paint(ASIDE, "found"));
    if help {
        let _ = writeln!(text, "    {}      {}", paint(GOOD, "help"), mend(trial));
    }
}

/// What to do about an example.
fn mend(trial: &Trial) -> String {
    match (trial.wrong[0].what, &trial.found) {
        (Role::Panic, _) => "this is a bug of demarche: please report the sentence".to_string(),
        (Role::Silent, Some(_)) => format!(
            "another rule finds it: a frame with more words of its own wins, or replaces = [{:?}]",
            trial.others.first().map_or("", String::as_str)
        ),
        (Role::Silent, None) => "`demarche explain` tells how far each frame got and what stopped it".to_string(),
        (Role::Fires, _) => "give the frame another word, a narrower slot or `heads`; or the sentence belongs to `fires`".to_string(),
        (Role::Content, _) => {
            "mark the content to the end of its modifiers, without its `to` or `that`; or choose another slot".to_string()
        }
        (Role::Speaker, _) => "mark the whole noun phrase that acts, with its articles".to_string(),
        (Role::Addressee, _) => "mark the whole noun phrase; only <addressee> in a frame makes one".to_string(),
        (Role::Source, _) => "mark the phrase that names who reported it".to_string(),
    }
}

/// A fault: its line where it has one, what it is, the example, what to do.
fn told(fault: &Fault) -> (Option<usize>, String, Option<&str>, String) {
    match fault {
        Fault::FewFiring { examples } => (
            None,
            format!("expected at least two examples in which it fires, found {examples}"),
            None,
            "fires = [\"[speaker Fiji] [cue urged] [addressee Spain] to [content share its data].\"]".to_string(),
        ),
        Fault::FewQuiet { examples } => (
            None,
            format!("expected at least two examples in which it is quiet, found {examples}"),
            None,
            "quiet = [\"The urge to travel is old.\"]: the rule's word, used otherwise".to_string(),
        ),
        Fault::NoCue { line, example, words } => (
            Some(*line),
            "expected a word of the rule in a quiet example, found none: it tests nothing".to_string(),
            Some(example),
            format!("write a sentence with a form of {}", words.join(", ")),
        ),
        Fault::Unmarked { line, example, cues } => (
            Some(*line),
            format!("expected one [cue ...], found {cues}"),
            Some(example),
            "mark the verb with its auxiliaries and adverbs, up to the preposition, `to` or `that`".to_string(),
        ),
        Fault::Marked { line, example } => (
            Some(*line),
            "expected a quiet example without marks, found some".to_string(),
            Some(example),
            "take the brackets out: nothing is to be found in it".to_string(),
        ),
        Fault::Twice { line, example } => (
            Some(*line),
            "this example stands twice in the rule".to_string(),
            Some(example),
            "write another one".to_string(),
        ),
        Fault::Shadowed { by, pack } => (
            None,
            format!("it can never fire: all its frames stand in {by} ({pack}), which goes before it"),
            None,
            format!("write frames of its own, or put them into {by}"),
        ),
        Fault::NeverFired { documents } => (
            None,
            format!("it never fired in {}", count(*documents, "document")),
            None,
            "read a text in which it should have: `demarche explain` tells what stopped it".to_string(),
        ),
    }
}

/// How often each rule fired, and against whom.
fn table(text: &mut String, over: &Over) {
    let wide = over
        .rules
        .iter()
        .map(|fired| fired.id.chars().count())
        .max()
        .unwrap_or(0)
        .clamp(4, 36);
    let _ = writeln!(text, "\n{}", paint(STRONG, format!("{:wide$}  fired  alone  against", "rule")));
    for fired in over.rules.iter().filter(|fired| fired.records > 0) {
        let mut against: Vec<(&String, &usize)> = fired.against.iter().collect();
        against.sort_by_key(|(id, times)| (std::cmp::Reverse(**times), id.as_str()));
        let against: Vec<String> = against.iter().map(|(id, times)| format!("{id} {times}")).collect();
        let _ = writeln!(
            text,
            "{:wide$}  {:5}  {:5}  {}",
            fired.id,
            fired.records,
            fired.alone,
            paint(ASIDE, against.join(", "))
        );
    }
}

/// The verbs that no rule knows.
fn words(text: &mut String, over: &Over) {
    let shown = &over.unknown[..over.unknown.len().min(WORDS)];
    if shown.is_empty() {
        let _ = writeln!(
            text,
            "\nevery verb before \"to\", \"that\", a quotation or \"on\" heads a frame of some rule"
        );
        return;
    }
    let wide = shown.iter().map(|one| one.word.chars().count()).max().unwrap_or(0).clamp(21, 36);
    let head = format!("{:wide$}  to  that  quote  on  first", "verbs that no rule has");
    let _ = writeln!(text, "\n{}", paint(STRONG, head));
    for one in shown {
        let example: String = one
            .example
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .take(SENTENCE)
            .collect();
        let dots = if one.example.chars().count() > SENTENCE { "..." } else { "" };
        let counts = [(one.to, 2), (one.that, 4), (one.quote, 5), (one.on, 2)].map(|(n, wide)| match n {
            0 => format!("{:>wide$}", "·"),
            n => format!("{n:>wide$}"),
        });
        let _ = writeln!(
            text,
            "{:wide$}  {}  {}",
            one.word,
            counts.join("  "),
            paint(ASIDE, format!("{example}{dots}"))
        );
    }
    if over.unknown.len() > WORDS {
        let _ = writeln!(
            text,
            "{}",
            paint(
                ASIDE,
                format!("and {}; --format json has all", count(over.unknown.len() - WORDS, "more verb"))
            )
        );
    }
}

fn coverage(over: &Over) -> String {
    let never: Vec<&str> = over.never().map(|fired| fired.id.as_str()).collect();
    let fired = over.rules.len() - never.len();
    let mut told = format!(
        "{fired} of {} fired in {}",
        count(over.rules.len(), "rule"),
        count(over.documents, "document")
    );
    if !never.is_empty() {
        told.push_str(&format!("; never: {}", never.join(", ")));
    }
    told
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
