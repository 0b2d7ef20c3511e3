//! A run over many documents.
//!
//! Owns: batches read one after the other, extracted and checked by all threads, made ready for their destinations by the thread that read them, and written in their order while
//! the threads go on with the next. A batch bounds the memory, whatever the size of the input, and is one transaction of a database.

use super::checks::Checks;
use super::documents::{Document, Found, Inputs, ReadError};
use super::outlets::{Made, Makers, Outlets};
use super::report::Report;
use super::{DIFFERENCE, Stop, UNREADABLE};
use crate::extract::Extractor;
use crate::output::Refusal;
use crate::output::sift::{Reject, Sieve};
use crate::statement::Extraction;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashSet};
use sha2::{Digest, Sha256};
use std::hash::BuildHasher;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Documents of a batch: enough that all threads have work while the slowest finishes.
const BATCH_DOCUMENTS: usize = 256;
/// Bytes of text after which a batch is full. Dense text gives fifteen times its bytes in lines and some forty in records, and two batches are
/// in memory at once; with these, 150 MB are never reached.
const BATCH_BYTES: usize = 3 << 18;

/// Statements after which a batch is full, where the texts are not at hand.
const BATCH_STATEMENTS: usize = 8192;

/// One run: what works, and where the results go.
pub struct Run {
    pub extractor: &'static Extractor,
    pub pool: Arc<rayon::ThreadPool>,
    pub outlets: Outlets,
    pub report: Report,
    pub checks: Checks,
    /// Skip what the destinations have.
    pub resume: bool,
    /// Hashes of the ids that were written, where a destination keeps one document of an id.
    pub ids: Option<FxHashSet<u64>>,
}

/// What a document gave.
struct Given {
    found: Found,
    /// What agrees with the schemas; without its statements where those are made already.
    extraction: Extraction,
    /// How many statements agree.
    statements: usize,
    made: Made,
    rejects: Vec<Reject>,
    /// Whether the document itself disagrees.
    whole: bool,
}

impl Run {
    /// Reads, extracts and writes everything, and says how much it was; the exit code.
    pub fn all(mut self, inputs: Inputs) -> Result<u8, Stop> {
        if let Some(unasked) = &self.checks.unasked {
            self.report.warn(unasked);
        }
        let done = self.each(inputs);
        let Run {
            outlets,
            checks,
            mut report,
            ..
        } = self;
        let kept = done.and_then(|()| {
            refuse(&mut report, &outlets.keep()?);
            checks.keep()
        });
        report.finish(kept.is_err());
        kept.map(|()| code(&report))
    }

    /// One batch after the other: while the threads work on one, and one of them reads the next, this thread writes the one before. A run
    /// that asks the destinations what they have asks when all is written; and one thread is one thread.
    fn each(&mut self, mut inputs: Inputs) -> Result<(), Stop> {
        let at_once = self.resume || self.pool.current_num_threads() == 1;
        let (pool, sieve, makers) = (Arc::clone(&self.pool), self.checks.sieve.clone(), self.outlets.makers());
        let worker = Worker {
            extractor: self.extractor,
            sieve: sieve.as_deref(),
            makers: &makers,
        };
        let work = |input: Result<Found, ReadError>| worker.work(input.map_err(|unread| unread.to_string())?);
        let mut given = Vec::new();
        let mut current = self.next(&mut inputs)?;
        while let Some(read) = current {
            let mut worked = None;
            pool.in_place_scope(|scope| {
                scope.spawn(|_| worked = Some(rayon::join(|| read.into_par_iter().map(&work).collect(), || batch(&mut inputs))));
                self.write_batch(std::mem::take(&mut given))
            })?;
            let (done, next) = worked.unwrap_or_default();
            given = done;
            if at_once {
                self.write_batch(std::mem::take(&mut given))?;
            }
            current = next.map(|next| self.wanted(next)).transpose()?;
        }
        self.write_batch(given)
    }

    /// Writes what a batch gave, in the order in which it was read.
    fn write_batch(&mut self, done: Vec<Result<Given, String>>) -> Result<(), Stop> {
        if done.is_empty() {
            return Ok(());
        }
        for result in done {
            match result {
                Ok(given) => self.write(given)?,
                Err(skipped) => self.report.skip(&skipped),
            }
        }
        let refusals = self.outlets.batch()?;
        refuse(&mut self.report, &refusals);
        Ok(())
    }

    fn next(&mut self, inputs: &mut Inputs) -> Result<Option<Vec<Result<Found, ReadError>>>, Stop> {
        batch(inputs).map(|batch| self.wanted(batch)).transpose()
    }

    /// What of a batch is to be extracted: all, but for what the destinations have.
    fn wanted(&mut self, batch: Vec<Result<Found, ReadError>>) -> Result<Vec<Result<Found, ReadError>>, Stop> {
        if !self.resume {
            return Ok(batch);
        }
        let digest = |found: &Found| {
            Sha256::digest(&found.document.text)
                .iter()
                .map(|b| format!("{b:02x}"))
                .collect::<String>()
        };
        let keys: Vec<(String, String)> = batch
            .iter()
            .flatten()
            .map(|found| (found.document.id.clone(), digest(found)))
            .collect();
        let asked: Vec<(&str, &str)> = keys.iter().map(|(id, digest)| (id.as_str(), digest.as_str())).collect();
        let mut had = self.outlets.have(&asked)?.into_iter();
        let mut wanted = Vec::new();
        for input in batch {
            match input.is_ok() && had.next().unwrap_or(false) {
                true => self.report.already(),
                false => wanted.push(input),
            }
        }
        Ok(wanted)
    }

    fn write(&mut self, given: Given) -> Result<(), Stop> {
        let found = &given.found;
        let document = &given.extraction.document;
        let name = document.uri.as_deref().unwrap_or(&document.id);
        for warning in &found.warnings {
            self.report.warn(&format!("{name}: {warning}"));
        }
        if let Some(ids) = &mut self.ids {
            let new = ids.insert(FxBuildHasher.hash_one(&document.id));
            if !new {
                self.report.warn(&format!(
                    "{name}: the id {:?} stood before in this run; a database keeps the later of two documents",
                    document.id
                ));
            }
        }
        let empty = found.document.text.trim().is_empty();
        if document.language != "en" && !empty {
            self.report.warn(&format!(
                "{name}: the language is {:?}, not English; no statements",
                document.language
            ));
        }
        for reject in &given.rejects {
            let line = self.checks.reject(reject)?;
            self.report.reject(&line);
        }
        if !given.whole {
            self.outlets.document(&given.extraction, given.made)?;
            self.report.document(given.statements);
        }
        Ok(())
    }
}

/// The exit code of a run.
pub fn code(report: &Report) -> u8 {
    match (report.skipped(), report.rejects()) {
        (0, 0) => 0,
        (0, _) => DIFFERENCE,
        _ => UNREADABLE,
    }
}

/// Whether so many documents and statements are enough for one transaction.
pub fn batch_is_full((documents, statements): (usize, usize)) -> bool {
    documents >= BATCH_DOCUMENTS || statements >= BATCH_STATEMENTS
}

/// Tells which documents a destination could not take.
pub fn refuse(report: &mut Report, refusals: &[(String, Refusal)]) {
    for (name, refusal) in refusals {
        let Refusal { document, reason } = refusal;
        report.skip(&format!("{name}: the document {document} is left out: {reason}"));
    }
}

/// What `work` gives. No document should make the program panic; one that does is left out, and the run goes on.
fn guarded<T>(document: &Document, work: impl FnOnce() -> T) -> Result<T, String> {
    // What a panic could leave half done is this document's alone.
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let name = document.uri.as_deref().unwrap_or(&document.id);
        format!(
            "{name}: demarche failed on this document, which is a bug of demarche; it is left out: please report it, with the lines above"
        )
    })
}

/// What the threads share.
struct Worker<'r> {
    extractor: &'static Extractor,
    sieve: Option<&'r Sieve>,
    makers: &'r Makers,
}

impl Worker<'_> {
    /// All that is done with one document before its turn to be written.
    fn work(&self, found: Found) -> Result<Given, String> {
        let (extraction, statements, made, rejects, whole) = guarded(&found.document, || {
            let mut extraction = self.extractor.extract(&found.document);
            let sift = |sieve: &Sieve| sieve.sift(&mut extraction, Some(&found.document.text));
            let (rejects, whole) = self.sieve.map_or_else(Default::default, sift);
            let statements = extraction.statements.len();
            let made = self.makers.make(&extraction);
            if self.makers.all() {
                // bytes take less memory than records, and what a thread made it takes apart fastest
                extraction.statements = Vec::new();
            }
            (extraction, statements, made, rejects, whole)
        })?;
        Ok(Given {
            found,
            extraction,
            statements,
            made,
            rejects,
            whole,
        })
    }
}

/// The next inputs, up to the bounds of a batch; nothing at the end.
pub fn batch(inputs: &mut impl Iterator<Item = Result<Found, ReadError>>) -> Option<Vec<Result<Found, ReadError>>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH_DOCUMENTS && bytes < BATCH_BYTES {
        let Some(input) = inputs.next() else { break };
        bytes += input.as_ref().map_or(0, |found| found.document.text.len());
        batch.push(input);
    }
    (!batch.is_empty()).then_some(batch)
}

/// Threads to work with; as many as there are cores where nobody says.
pub fn pool(threads: Option<NonZeroUsize>) -> Result<rayon::ThreadPool, Stop> {
    let builder = rayon::ThreadPoolBuilder::new().num_threads(threads.map_or(0, NonZeroUsize::get));
    builder
        .build()
        .map_err(|error| Stop::unreadable(format!("cannot start threads: {error}")))
}

#[cfg(test)]
mod tests {
    use super::{Document, guarded};

    #[test]
    fn a_panic_is_an_error_of_one_document() {
        let document = Document {
            id: "d7".to_string(),
            ..Document::default()
        };
        assert_eq!(guarded(&document, || 3), Ok(3));
        let failed = guarded(&document, || panic!("on purpose, for a test")).map(|(): ()| 0);
        assert!(failed.unwrap_err().starts_with("d7: demarche failed"));
    }
}
