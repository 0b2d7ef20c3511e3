//! What is wrong with a rule.
//!
//! Owns: the words for it: where, what was expected, what was found, and what to do.
//! Leaves to: [`crate::prove::faults`] what a fault is.

use crate::cli::rules::count;
use crate::cli::rules::paint::{ASIDE, BAD, GOOD, STRONG, marked, paint};
use crate::prove::{Fault, Role, RuleReport, Trial};
use std::fmt::Write;

/// All that is wrong with a rule.
pub fn rule(text: &mut String, rule: &RuleReport) {
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
pub fn trial(text: &mut String, trial: &Trial, help: bool) {
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
