//! `demarche rules show`.
//!
//! Owns: a rule as a manual page: what it finds, what it leaves to whom, frames, examples, where it fires in the golden articles.

use super::paint::{ASIDE, GOOD, LOOK, STRONG, frame, marked, paint};
use super::{Format, codes, count, everybody, tell, tell_json};
use crate::cli::Stop;
use crate::cli::packs::RuleArgs;
use crate::extract::Extractor;
use crate::prove::{self, Sighting, Yielded};
use crate::rules::{Rule, Scope, nearest};
use serde::Serialize;
use std::fmt::Write;

/// Show a rule as a manual page.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, mut_arg("rules", |rules| rules.help("Rules of your own, added to the built-in ones; may be repeated")))]
pub struct Args {
    /// Ids of rules, as `demarche rules list` has them
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
    #[command(flatten)]
    packs: RuleArgs,
    /// Format of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  demarche rules show agree.to
  demarche rules show target.set --rules climate.toml";

/// A rule, for programs.
#[derive(Serialize)]
struct Page<'r> {
    id: &'r str,
    act: &'r str,
    meaning: String,
    force: Option<&'r str>,
    codes: Vec<String>,
    pack: &'r str,
    version: &'r str,
    file: &'r str,
    line: usize,
    note: Option<&'r str>,
    #[serde(rename = "in")]
    scope: Option<&'static str>,
    heads: &'r [String],
    subjects: &'r [String],
    frames: &'r [String],
    leaves_to: Vec<Yielded>,
    fires: &'r [String],
    quiet: &'r [String],
    golden: Vec<Sighting>,
}

/// Sentences of the golden articles that are shown.
const SHOWN: usize = 8;

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, Stop> {
    let extractor = args.packs.extractor(everybody(false), "nothing was done")?;
    let rules = &extractor.rules().rules;
    let mut pages = Vec::new();
    for id in &args.ids {
        let Some(place) = rules.iter().position(|rule| rule.id == *id) else {
            let near = nearest(id, rules.iter().map(|rule| rule.id.as_str()));
            let help = match near {
                Some(near) => format!("did you mean {near}?"),
                None => "`demarche rules list` has the ids".to_string(),
            };
            return Err(Stop::usage(format!("no rule is called {id:?}")).help(help));
        };
        pages.push(page(&extractor, place));
    }
    match args.format {
        Format::Json => tell_json(&pages)?,
        Format::Text => tell(&pages.iter().map(text).collect::<Vec<_>>().join("\n\n"))?,
    }
    Ok(0)
}

fn page(extractor: &Extractor, place: usize) -> Page<'_> {
    let rule: &Rule = &extractor.rules().rules[place];
    Page {
        id: &rule.id,
        act: rule.act.as_str(),
        meaning: prove::meaning(rule.act),
        force: rule.force.map(|force| force.as_str()),
        codes: codes(rule),
        pack: &rule.pack,
        version: &rule.version,
        file: &rule.file,
        line: rule.lines.id,
        note: rule.note.as_deref(),
        scope: rule.scope.map(|scope| match scope {
            Scope::Resolution => "resolution",
            Scope::OwnVoice => "own-voice",
            Scope::Attribution => "attribution",
        }),
        heads: &rule.heads,
        subjects: &rule.subjects,
        frames: &rule.frames,
        leaves_to: prove::leaves_to(extractor.rules(), place),
        fires: &rule.fires,
        quiet: &rule.quiet,
        golden: prove::sightings(extractor, place),
    }
}

fn text(page: &Page) -> String {
    let mut text = String::new();
    let heading = |text: &mut String, name: &str| {
        let _ = writeln!(text, "\n{}", paint(STRONG, name));
    };
    let place = format!("{} {}, {}:{}", page.pack, page.version, page.file, page.line);
    let _ = writeln!(text, "{}  {}", paint(STRONG, page.id), paint(ASIDE, place));
    heading(&mut text, "FINDS");
    let meaning = if page.meaning.is_empty() { "" } else { ": " };
    let _ = writeln!(text, "  {}{meaning}{}", page.act.replace('_', " "), page.meaning);
    let mut facts = vec![format!("force {}", page.force.unwrap_or("by what it is about"))];
    facts.extend(page.codes.iter().cloned());
    let _ = writeln!(text, "  {}", facts.join(" · "));
    let limits = [
        page.scope.map(|scope| match scope {
            "resolution" => "only in clauses of a resolution, and first there".to_string(),
            "own-voice" => "only in the speakers' own voice: a joint text, a quotation".to_string(),
            _ => "beside a clause, without a verb of its own".to_string(),
        }),
        (!page.heads.is_empty()).then(|| format!("the main noun of the content is one of: {}", page.heads.join(", "))),
        (!page.subjects.is_empty()).then(|| format!("the main noun of the subject is one of: {}", page.subjects.join(", "))),
    ];
    for limit in limits.into_iter().flatten() {
        let _ = writeln!(text, "  {limit}");
    }
    if let Some(note) = page.note {
        let _ = writeln!(text, "  {note}");
    }
    heading(&mut text, "FRAMES");
    for one in page.frames {
        let _ = writeln!(text, "  {}", frame(one));
    }
    if !page.leaves_to.is_empty() {
        heading(&mut text, "LEAVES TO");
        let wide = page.leaves_to.iter().map(|other| other.id.chars().count()).max().unwrap_or(0);
        for other in &page.leaves_to {
            let _ = writeln!(text, "  {:wide$}  {}", other.id, frame(&other.frame));
        }
    }
    heading(&mut text, "EXAMPLES");
    for example in page.fires {
        let _ = writeln!(text, "  {}  {}", paint(GOOD, "fires"), marked(example, &[], ASIDE));
    }
    for example in page.quiet {
        let _ = writeln!(text, "  {}  {example}", paint(LOOK, "quiet"));
    }
    heading(&mut text, "IN THE GOLDEN ARTICLES");
    if page.golden.is_empty() {
        let _ = writeln!(text, "  nowhere");
    }
    let wide = page
        .golden
        .iter()
        .take(SHOWN)
        .map(|seen| seen.document.chars().count())
        .max()
        .unwrap_or(0);
    for seen in page.golden.iter().take(SHOWN) {
        let _ = writeln!(text, "  {:wide$}  {}", seen.document, marked(&seen.sentence, &[], ASIDE));
    }
    if page.golden.len() > SHOWN {
        let _ = writeln!(text, "  and {} more", count(page.golden.len() - SHOWN, "sentence"));
    }
    text
}
