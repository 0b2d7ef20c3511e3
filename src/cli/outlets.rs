//! The open destinations of a run.
//!
//! Owns: writing every document to all of them, giving files their names when all is done, and who is told when one fails.
//! Leaves to: [`super::target`] what they are, [`crate::output`] how each is written.

use super::Stop;
use super::destination::{Pending, file, stdout};
use super::target::Target;
use crate::output::database::{Postgres, Sqlite};
use crate::output::{BratWriter, Failed, Format, Maker, Refusal, Style, Writer, writer};
use crate::statement::Extraction;
use std::borrow::Cow;
use std::io;

/// All of them.
pub struct Outlets {
    open: Vec<Outlet>,
}

struct Outlet {
    name: String,
    /// Its number among all that were opened.
    place: usize,
    writer: Box<dyn Writer>,
    pending: Option<Pending>,
    with_text: bool,
}

/// What all destinations of a run share.
pub struct Shared<'s> {
    /// How files look.
    pub style: Style<'s>,
    /// Whether the user wants the text of documents where there is a place for it.
    pub with_text: bool,
}

impl Outlets {
    /// Opens `targets`; the first that cannot be opened stops the run before anything is read.
    pub fn open(targets: &[Target], shared: &Shared) -> Result<Self, Stop> {
        let each = targets.iter().enumerate();
        let open = each
            .map(|(place, target)| outlet(place, target, shared))
            .collect::<Result<_, _>>()?;
        let mut outlets = Self { open };
        outlets.each(|outlet| outlet.writer.begin())?;
        Ok(outlets)
    }

    /// What makes the bytes of documents for them.
    pub fn makers(&mut self) -> Makers {
        let each = self.open.iter_mut();
        Makers(
            each.map(|outlet| Some((outlet.writer.apart()?.maker(), outlet.with_text)))
                .collect(),
        )
    }

    /// Writes one document to all, of which `made` is what was made by their [makers](Self::makers).
    pub fn document(&mut self, extraction: &Extraction, made: Made) -> Result<(), Stop> {
        let mut made = made.0;
        self.each(|outlet| {
            let made = made.get_mut(outlet.place).and_then(Option::take);
            match (made, outlet.writer.apart()) {
                (Some(made), Some(writer)) => writer.put(&made?),
                _ => outlet.writer.document(&shown(extraction, outlet.with_text)),
            }
        })
    }

    /// A batch ends; gives the documents that a destination could not take, with the name of the destination.
    pub fn batch(&mut self) -> Result<Vec<(String, Refusal)>, Stop> {
        self.each(|outlet| outlet.writer.batch())?;
        Ok(self.refusals())
    }

    /// Which of some documents all destinations have already.
    pub fn have(&mut self, documents: &[(&str, &str)]) -> Result<Vec<bool>, Stop> {
        let mut all = vec![true; documents.len()];
        self.each(|outlet| {
            let has = outlet.writer.has(documents)?;
            all.iter_mut().zip(has).for_each(|(all, has)| *all &= has);
            Ok(())
        })?;
        Ok(all)
    }

    /// All is written: files get their names.
    pub fn keep(mut self) -> Result<Vec<(String, Refusal)>, Stop> {
        self.each(|outlet| outlet.writer.end())?;
        let refusals = self.refusals();
        for outlet in self.open {
            // Closed before it is renamed; some systems insist.
            drop(outlet.writer);
            let kept = outlet.pending.map_or(Ok(()), Pending::keep);
            kept.map_err(|error| Stop::unwritten(&outlet.name, &error))?;
        }
        Ok(refusals)
    }

    fn refusals(&mut self) -> Vec<(String, Refusal)> {
        let each = self.open.iter_mut();
        each.flat_map(|outlet| outlet.writer.refusals().into_iter().map(|refusal| (outlet.name.clone(), refusal)))
            .collect()
    }

    fn each(&mut self, mut act: impl FnMut(&mut Outlet) -> Result<(), Failed>) -> Result<(), Stop> {
        let mut at = 0;
        while at < self.open.len() {
            match act(&mut self.open[at]) {
                // Whoever read our stdout has seen enough; the other destinations still want the rest.
                Err(Failed::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe && self.open.len() > 1 => drop(self.open.remove(at)),
                Err(failed) => return Err(stop(&self.open[at].name, failed)),
                Ok(()) => at += 1,
            }
        }
        Ok(())
    }
}

/// The makers of destinations whose documents are made apart, in the order in which they were opened.
pub struct Makers(Vec<Option<(Maker, bool)>>);

/// What makers made of one document.
#[derive(Default)]
pub struct Made(Vec<Option<Result<Vec<u8>, Failed>>>);

impl Makers {
    /// The bytes of one document for each destination that takes it so.
    pub fn make(&self, extraction: &Extraction) -> Made {
        let make = |&(make, with_text): &(Maker, bool)| make(&shown(extraction, with_text));
        Made(self.0.iter().map(|maker| maker.as_ref().map(make)).collect())
    }

    /// Whether no destination needs the records themselves.
    pub fn all(&self) -> bool {
        self.0.iter().all(Option::is_some)
    }
}

/// A document as a destination shows it, with its text or without.
fn shown(extraction: &Extraction, with_text: bool) -> Cow<'_, Extraction> {
    let mut extraction = Cow::Borrowed(extraction);
    if extraction.document.text.is_some() && !with_text {
        extraction.to_mut().document.text = None;
    }
    extraction
}

fn outlet(place: usize, target: &Target, shared: &Shared) -> Result<Outlet, Stop> {
    let name = target.name();
    let told = |failed| stop(&name, failed);
    let (writer, pending): (Box<dyn Writer>, _) = match target {
        Target::Stdout(format) => {
            let style = Style {
                colour: colour(true, *format),
                ..shared.style
            };
            (writer(*format, stdout(style.colour), style).map_err(told)?, None)
        }
        Target::File(path, format) => {
            let (out, pending) = file(path)?;
            let style = Style {
                colour: colour(false, *format),
                ..shared.style
            };
            (writer(*format, out, style).map_err(told)?, pending)
        }
        Target::Folder(path) => (Box::new(BratWriter::new(path).map_err(told)?), None),
        Target::Sqlite(path) => (Box::new(Sqlite::open(path, shared.style.rules).map_err(told)?), None),
        Target::Postgres(address) => (Box::new(Postgres::open(address, shared.style.rules).map_err(told)?), None),
    };
    Ok(Outlet {
        place,
        writer,
        pending,
        with_text: target.needs_text() || (shared.with_text && target.holds_text()),
        name,
    })
}

/// Whether to write colours: asked of the terminal, the environment and `--color`, which has been noted globally.
pub fn colour(to_stdout: bool, format: Format) -> bool {
    use anstream::{AutoStream, ColorChoice};
    match (format, to_stdout) {
        (Format::Text, true) => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
        (Format::Text, false) => matches!(ColorChoice::global(), ColorChoice::Always | ColorChoice::AlwaysAnsi),
        _ => false,
    }
}

fn stop(name: &str, failed: Failed) -> Stop {
    match failed {
        Failed::Io(error) => Stop::unwritten(name, &error),
        Failed::Told { message, help } => Stop::unreadable(format!("cannot write {name}: {message}")).help(help),
    }
}
