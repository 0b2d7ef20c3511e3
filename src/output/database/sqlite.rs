//! SQLite: the database in a file.
//!
//! Owns: opening or making it, one transaction a batch with a savepoint a document, so that what is killed or fails leaves whole
//! documents only. The lock is held while a batch is written, not while the next one is extracted: two programs can fill one file.
//! Leaves to: [`super::rows`] the rows, [`super::schema`] the tables.

use super::rows::{self, Value};
use super::schema::{self, Found};
use crate::output::{Failed, Refusal, Writer};
use crate::statement::Extraction;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql, params};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What only SQLite has.
const OWN: &str = include_str!("../../../schema/sql/sqlite.sql");
/// How long to wait for another program that writes into the same file.
const PATIENCE: Duration = Duration::from_secs(30);

/// Memory for pages of the database, in kB.
const CACHE: i64 = 32 << 10;

/// A database in a file, open for one run.
pub struct Sqlite {
    connection: Connection,
    run: i64,
    /// How rows go into each of [`rows::TABLES`].
    inserts: Vec<String>,
    refusals: Vec<Refusal>,
    /// Removed again where the run fails before a document is in it, of ours or of another program's.
    made: Option<PathBuf>,
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Bool(truth) => ValueRef::Integer((*truth).into()),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Made(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

impl Sqlite {
    /// Opens or makes the database at `path`, and finds or makes the run of the version `rules`.
    ///
    /// # Errors
    /// Where it cannot be opened, is no database, or has tables that are not ours; it is as it was then.
    pub fn open(path: &Path, rules: &str) -> Result<Self, Failed> {
        let made = (!path.exists()).then(|| path.to_path_buf());
        let opened = Self::opened(path, rules);
        if let (Err(_), Some(made)) = (&opened, &made) {
            remove_unused(made);
        }
        opened.map(|mut database| {
            database.made = made;
            database
        })
    }

    fn opened(path: &Path, rules: &str) -> Result<Self, Failed> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        let wanted = schema::tables(schema::TABLES);
        let names = || wanted.iter().map(|table| table.name.as_str());
        // Asked before anything is changed, since the kind of log is a change of the file too; and again when nobody else can. In one
        // transaction: table by table, another program could make them all in between, and half of them would look like a stranger's.
        connection.execute_batch("BEGIN").map_err(failed)?;
        let there = found(&connection, names()).map_err(failed)?;
        connection.execute_batch("COMMIT").map_err(failed)?;
        schema::missing(&wanted, &there)?;
        prepare(&connection).map_err(failed)?;
        connection.execute_batch("BEGIN IMMEDIATE").map_err(failed)?;
        let found = found(&connection, names()).map_err(failed)?;
        if schema::missing(&wanted, &found)? {
            let views = schema::VIEWS.replace("string_agg(", "group_concat(");
            let sql = [schema::TABLES, &views, OWN].concat();
            connection.execute_batch(&sql).map_err(failed)?;
            connection
                .execute("INSERT INTO demarche_schema (version) VALUES (?1)", [schema::VERSION])
                .map_err(failed)?;
        }
        let version = [rules, env!("CARGO_PKG_VERSION"), crate::statement::SCHEMA_VERSION];
        connection.execute(schema::RUN, version).map_err(failed)?;
        let run = connection
            .query_row("SELECT run_id FROM runs WHERE rules = ?1", [rules], |row| row.get(0))
            .map_err(failed)?;
        connection.execute_batch("COMMIT").map_err(failed)?;
        let insert = |(at, name): (usize, &&str)| {
            let table = wanted.iter().find(|table| table.name == **name)?;
            let written = table.written();
            let marks = vec!["?"; written.split(", ").count()].join(", ");
            let behind = if at == 0 { schema::UPSERT } else { "" };
            Some(format!("INSERT INTO {name} ({written}) VALUES ({marks})\n{behind}"))
        };
        let inserts = rows::TABLES.iter().enumerate().filter_map(insert).collect();
        Ok(Self {
            connection,
            run,
            inserts,
            refusals: Vec::new(),
            made: None,
        })
    }

    /// Ends the transaction, where one is open.
    fn commit(&mut self) -> Result<(), Failed> {
        if !self.connection.is_autocommit() {
            self.connection.execute_batch("COMMIT").map_err(failed)?;
            self.made = None;
        }
        Ok(())
    }

    /// Writes a document, where it is new or changed.
    fn put(&self, extraction: &Extraction) -> rusqlite::Result<()> {
        let fingerprint = rows::fingerprint(extraction);
        for (table, cells) in rows::rows(self.run, extraction, &fingerprint) {
            let mut insert = self.connection.prepare_cached(&self.inserts[table])?;
            let changed = insert.execute(rusqlite::params_from_iter(&cells))?;
            if table > 0 {
                continue;
            }
            if changed == 0 {
                return Ok(());
            }
            // What hangs on them goes with them.
            let mut delete = self
                .connection
                .prepare_cached("DELETE FROM statements WHERE run_id = ?1 AND document_id = ?2")?;
            delete.execute(params![self.run, extraction.document.id])?;
        }
        Ok(())
    }
}

impl Writer for Sqlite {
    fn document(&mut self, extraction: &Extraction) -> Result<(), Failed> {
        if self.connection.is_autocommit() {
            self.connection.execute_batch("BEGIN IMMEDIATE").map_err(failed)?;
        }
        self.connection.execute_batch("SAVEPOINT document").map_err(failed)?;
        match self.put(extraction) {
            Ok(()) => self.connection.execute_batch("RELEASE document").map_err(failed),
            Err(error) if of_the_document(&error) => {
                self.connection
                    .execute_batch("ROLLBACK TO document; RELEASE document")
                    .map_err(failed)?;
                self.refusals.push(Refusal {
                    document: extraction.document.id.clone(),
                    reason: error.to_string(),
                });
                Ok(())
            }
            Err(error) => Err(failed(error)),
        }
    }

    fn batch(&mut self) -> Result<(), Failed> {
        self.commit()
    }

    fn end(&mut self) -> Result<(), Failed> {
        self.commit()?;
        // Nothing has come in, and that is what was asked for: the tables stay.
        self.made = None;
        // Statistics for whoever asks queries; where another program writes, it will make them.
        let _ = self.connection.execute_batch("PRAGMA optimize");
        Ok(())
    }

    fn refusals(&mut self) -> Vec<Refusal> {
        std::mem::take(&mut self.refusals)
    }

    fn has(&mut self, documents: &[(&str, &str)]) -> Result<Vec<bool>, Failed> {
        let sql = "SELECT 1 FROM documents WHERE run_id = ?1 AND document_id = ?2 AND sha256 = ?3";
        let mut select = self.connection.prepare_cached(sql).map_err(failed)?;
        let ask = |(id, sha256): &(&str, &str)| select.exists(params![self.run, id, sha256]).map_err(failed);
        documents.iter().map(ask).collect()
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        if let Some(made) = self.made.take() {
            if !self.connection.is_autocommit() {
                let _ = self.connection.execute_batch("ROLLBACK");
            }
            if is_unused(&self.connection) {
                remove(&made);
            }
        }
    }
}

/// The file that we made goes again where nothing has come in.
fn remove_unused(path: &Path) {
    let unused = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).is_ok_and(|connection| is_unused(&connection));
    if unused {
        remove(path);
    }
}

/// Whether there is no document in it, and no other program has it open: only then the log can be given up.
fn is_unused(connection: &Connection) -> bool {
    let _ = connection.busy_timeout(Duration::ZERO);
    let alone = !connection
        .pragma_update(None, "journal_mode", "delete")
        .is_err_and(|error| is_held(&error));
    let document = connection.query_row("SELECT EXISTS (SELECT 1 FROM documents)", [], |row| row.get(0));
    alone && !document.is_ok_and(|found| found)
}

fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(name);
    }
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    // Two programs that begin at once are in each other's way here, and SQLite does not wait by itself.
    let begun = Instant::now();
    while let Err(error) = connection.pragma_update(None, "journal_mode", "wal") {
        if !is_held(&error) || begun.elapsed() > PATIENCE {
            return Err(error);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    // With a write-ahead log, NORMAL loses at most the last batches in a power cut and never corrupts.
    connection.pragma_update(None, "synchronous", "normal")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Keys are digests, so that every row goes to another page: with the 2 MB that are usual most of them would be read again each time.
    connection.pragma_update(None, "cache_size", -CACHE)?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(())
}

fn found<'n>(connection: &Connection, names: impl Iterator<Item = &'n str>) -> rusqlite::Result<Found> {
    let mut tables = Vec::new();
    for name in names {
        let mut columns = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
        let columns: Vec<String> = columns.query_map([name], |row| row.get(0))?.collect::<Result<_, _>>()?;
        if !columns.is_empty() {
            tables.push((name.to_string(), columns));
        }
    }
    let ours = tables
        .first()
        .is_some_and(|(name, columns)| name == "demarche_schema" && columns == &["version"]);
    let version = match ours {
        true => connection.query_row("SELECT max(version) FROM demarche_schema", [], |row| row.get(0))?,
        false => None,
    };
    Ok(Found { tables, version })
}

/// Whether another program is at it.
fn is_held(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// Whether the next document may fare better.
fn of_the_document(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::ConstraintViolation | ErrorCode::TooBig | ErrorCode::TypeMismatch)
    )
}

fn failed(error: rusqlite::Error) -> Failed {
    let help = match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => "the file is something else; name a new one, or an SQLite database",
        Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure) => {
            "make room on the disk and run again: what came in before is whole, and with --resume it is not read again"
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "another program writes into it; wait until it is done, and run again",
        _ => "name a file in a folder that exists and that you may write to",
    };
    Failed::told(error.to_string(), help)
}
