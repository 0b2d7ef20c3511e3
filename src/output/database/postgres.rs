//! PostgreSQL.
//!
//! Owns: the connection, and bringing a batch in by COPY into staging tables and an upsert, in one transaction; where the server does not
//! take a batch, its documents one by one, so that one bad document stops no run.
//! Leaves to: [`super::rows`] the rows, [`super::schema`] the tables, `schema/sql/merge.sql` the steps.

use super::rows::{self, Value};
use super::schema::{self, Found, Table};
use crate::output::{Failed, Refusal, Writer};
use crate::statement::Extraction;
use postgres::config::SslMode;
use postgres::{Client, Config, Error, NoTls, Transaction};
use std::io::Write;
use std::time::Duration;

/// What only PostgreSQL has.
const OWN: &str = include_str!("../../../schema/sql/postgres.sql");
/// The steps by which a batch comes in.
const MERGE: &str = include_str!("../../../schema/sql/merge.sql");
/// How long to wait for a server that does not answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait for a table that another program holds; an address that says another time (`?options=-clock_timeout%3D5s`) is obeyed.
const LOCK_PATIENCE: &str = "SELECT set_config('lock_timeout', '30s', false) WHERE current_setting('lock_timeout') = '0'";
/// Held while tables are made and runs are named, so that two programs that begin at once do not make them twice; any number will do.
const LOCK: i64 = 0x6465_6d61_7263_6865;

/// A database on a server, open for one run.
pub struct Postgres {
    client: Client,
    run: i32,
    steps: Steps,
    /// Documents of the batch, each with its rows for each of [`rows::TABLES`] as COPY takes them.
    waiting: Vec<(String, Vec<String>)>,
    refusals: Vec<Refusal>,
}

/// The steps of `merge.sql`, ready to run.
struct Steps {
    copies: Vec<String>,
    merge: Vec<String>,
}

impl Postgres {
    /// Connects to `address`, makes the tables where they are missing, and finds or makes the run of the version `rules`.
    ///
    /// # Errors
    /// Where the server cannot be reached, refuses us, or has tables that are not ours; it is as it was then.
    pub fn open(address: &str, rules: &str) -> Result<Self, Failed> {
        let mut client = connect(address)?;
        let wanted = schema::tables(schema::TABLES);
        let mut transaction = client.transaction().map_err(failed)?;
        transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK]).map_err(failed)?;
        if schema::missing(&wanted, &found(&mut transaction, &wanted)?)? {
            let sql = [schema::TABLES, schema::VIEWS, OWN, &comments(&wanted)].concat();
            transaction.batch_execute(&sql).map_err(failed)?;
            let version = i32::try_from(schema::VERSION).unwrap_or(i32::MAX);
            transaction
                .execute("INSERT INTO demarche_schema (version) VALUES ($1)", &[&version])
                .map_err(failed)?;
        }
        transaction
            .execute(
                schema::RUN,
                &[&rules, &env!("CARGO_PKG_VERSION"), &crate::statement::SCHEMA_VERSION],
            )
            .map_err(failed)?;
        let run = transaction
            .query_one("SELECT run_id FROM runs WHERE rules = $1", &[&rules])
            .map_err(failed)?;
        transaction.commit().map_err(failed)?;
        let (once, steps) = steps(&wanted);
        client.batch_execute(&once).map_err(failed)?;
        Ok(Self {
            client,
            run: run.get(0),
            steps,
            waiting: Vec::new(),
            refusals: Vec::new(),
        })
    }

    /// Brings in all that waits; where that fails, one document after the other.
    fn flush(&mut self) -> Result<(), Failed> {
        let waiting = std::mem::take(&mut self.waiting);
        match self.bring(&waiting) {
            Err(error) if of_the_document(&error) && waiting.len() > 1 => {
                for document in waiting {
                    self.waiting.push(document);
                    self.flush()?;
                }
                Ok(())
            }
            Err(error) if of_the_document(&error) => {
                let (document, _) = waiting.into_iter().next().unwrap_or_default();
                self.refusals.push(Refusal {
                    document,
                    reason: message(&error),
                });
                Ok(())
            }
            Err(error) => Err(failed(error)),
            Ok(()) => Ok(()),
        }
    }

    fn bring(&mut self, documents: &[(String, Vec<String>)]) -> Result<(), Error> {
        if documents.is_empty() {
            return Ok(());
        }
        let mut transaction = self.client.transaction()?;
        for (table, copy) in self.steps.copies.iter().enumerate() {
            let mut into = transaction.copy_in(copy.as_str())?;
            for (_, rows) in documents {
                // An error of the server comes back from `finish`; one of the connection as well.
                let _ = into.write_all(rows[table].as_bytes());
            }
            into.finish()?;
        }
        for step in &self.steps.merge {
            transaction.batch_execute(step)?;
        }
        transaction.commit()
    }
}

impl Writer for Postgres {
    fn document(&mut self, extraction: &Extraction) -> Result<(), Failed> {
        let document = extraction.document.id.clone();
        if self.waiting.iter().any(|(waiting, _)| *waiting == document) {
            self.flush()?;
        }
        let fingerprint = rows::fingerprint(extraction);
        let mut copied = vec![String::new(); rows::TABLES.len()];
        for (table, cells) in rows::rows(self.run.into(), extraction, &fingerprint) {
            if cells.iter().any(|cell| cell.text().is_some_and(|text| text.contains('\0'))) {
                let reason = "it holds a NUL character (U+0000), which PostgreSQL stores in no text; take it out of the input".to_string();
                self.refusals.push(Refusal { document, reason });
                return Ok(());
            }
            row(&mut copied[table], &cells);
        }
        self.waiting.push((document, copied));
        Ok(())
    }

    fn batch(&mut self) -> Result<(), Failed> {
        self.flush()
    }

    fn end(&mut self) -> Result<(), Failed> {
        self.flush()
    }

    fn refusals(&mut self) -> Vec<Refusal> {
        std::mem::take(&mut self.refusals)
    }

    fn has(&mut self, documents: &[(&str, &str)]) -> Result<Vec<bool>, Failed> {
        let (ids, digests): (Vec<&str>, Vec<&str>) = documents.iter().copied().unzip();
        let sql = "SELECT EXISTS (SELECT 1 FROM documents WHERE run_id = $1 AND document_id = asked.id AND sha256 = asked.digest) \
            FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS asked (id, digest, at) ORDER BY at";
        let rows = self.client.query(sql, &[&self.run, &ids, &digests]).map_err(failed)?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }
}

/// One row as COPY takes it: cells between tabs, `\N` for nothing.
fn row(out: &mut String, cells: &[Value]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push('\t');
        }
        match cell {
            Value::Null => out.push_str("\\N"),
            Value::Int(number) => out.push_str(&number.to_string()),
            Value::Bool(truth) => out.push(if *truth { 't' } else { 'f' }),
            Value::Text(_) | Value::Made(_) => {
                for c in cell.text().unwrap_or_default().chars() {
                    match c {
                        '\\' => out.push_str("\\\\"),
                        '\t' => out.push_str("\\t"),
                        '\n' => out.push_str("\\n"),
                        '\r' => out.push_str("\\r"),
                        c => out.push(c),
                    }
                }
            }
        }
    }
    out.push('\n');
}

fn connect(address: &str) -> Result<Client, Failed> {
    let form = "the form is postgres://USER:PASSWORD@HOST:PORT/DATABASE; the password may stand in PGPASSWORD instead";
    let mut config: Config = address.parse().map_err(|error: Error| Failed::told(message(&error), form))?;
    if config.get_ssl_mode() == SslMode::Require {
        return Err(Failed::told(
            "this program speaks no TLS, and the address asks for it",
            "leave sslmode=require out, and go through a tunnel where the way is open to others",
        ));
    }
    if let (None, Ok(password)) = (config.get_password(), std::env::var("PGPASSWORD")) {
        config.password(password);
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(PATIENCE);
    }
    config.application_name("demarche");
    let mut client = config.connect(NoTls).map_err(failed)?;
    // Moments are in UTC wherever the server stands; notices are for nobody.
    client
        .batch_execute(&format!("SET TIME ZONE 'UTC'; SET client_min_messages = warning; {LOCK_PATIENCE}"))
        .map_err(failed)?;
    Ok(client)
}

fn found(transaction: &mut Transaction, wanted: &[Table]) -> Result<Found, Failed> {
    let schema: Option<String> = transaction.query_one("SELECT current_schema()::text", &[]).map_err(failed)?.get(0);
    if schema.is_none() {
        return Err(Failed::told(
            "no schema of its search path exists",
            "CREATE SCHEMA first, or name another in ?options=-csearch_path%3DNAME",
        ));
    }
    let sql = "SELECT column_name::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position";
    let mut tables = Vec::new();
    for table in wanted {
        let rows = transaction.query(sql, &[&table.name]).map_err(failed)?;
        if !rows.is_empty() {
            tables.push((table.name.clone(), rows.iter().map(|row| row.get(0)).collect::<Vec<String>>()));
        }
    }
    let ours = tables
        .first()
        .is_some_and(|(name, columns)| name == "demarche_schema" && columns == &["version"]);
    let version: Option<i32> = match ours {
        true => transaction
            .query_one("SELECT max(version) FROM demarche_schema", &[])
            .map_err(failed)?
            .get(0),
        false => None,
    };
    Ok(Found {
        tables,
        version: version.map(i64::from),
    })
}

/// The comments of tables and columns, as SQL.
fn comments(tables: &[Table]) -> String {
    let quoted = |text: &str| text.replace('\'', "''");
    let comments = tables.iter().flat_map(|table| {
        let name = &table.name;
        let own = format!("COMMENT ON TABLE {name} IS '{}';\n", quoted(&table.comment));
        let columns = table
            .columns
            .iter()
            .map(move |column| format!("COMMENT ON COLUMN {name}.{} IS '{}';\n", column.name, quoted(&column.comment)));
        std::iter::once(own).chain(columns)
    });
    comments.collect()
}

/// What runs once a session, and the steps of every batch.
fn steps(wanted: &[Table]) -> (String, Steps) {
    let templates: Vec<&str> = MERGE
        .split("\n-- then")
        .map(|step| step.split_once('\n').map_or("", |(_, sql)| sql))
        .collect();
    let tables: Vec<&Table> = rows::TABLES
        .iter()
        .filter_map(|name| wanted.iter().find(|table| table.name == *name))
        .collect();
    let each = |template: &str, from: usize| -> Vec<String> {
        let filled = |table: &&Table| template.replace("{table}", &table.name).replace("{columns}", &table.written());
        tables[from..].iter().map(filled).collect()
    };
    let documents = templates[3]
        .replace("{columns}", &tables[0].written())
        .replace("{upsert}", schema::UPSERT);
    let mut merge = vec![documents, templates[4].to_string(), templates[5].to_string()];
    merge.extend(each(templates[6], 1));
    let once = format!("{};\n{}", each(templates[0], 0).join(";\n"), templates[1]);
    (
        once,
        Steps {
            copies: each(templates[2], 0),
            merge,
        },
    )
}

/// Whether the next document may fare better: the data are wrong, or the limits of the server do not hold them.
fn of_the_document(error: &Error) -> bool {
    // Data exceptions, violated constraints, program limits: classes 22, 23 and 54 of the standard.
    error
        .code()
        .is_some_and(|code| ["22", "23", "54"].iter().any(|class| code.code().starts_with(class)))
}

/// An error in one line.
fn message(error: &Error) -> String {
    let text = match error.as_db_error() {
        Some(found) => match found.detail() {
            Some(detail) => format!("{} ({detail})", found.message()),
            None => found.message().to_string(),
        },
        // What the system says stands behind it.
        None => match std::error::Error::source(error) {
            Some(cause) => format!("{error}: {cause}"),
            None => error.to_string(),
        },
    };
    crate::spaces::squeezed(&text)
}

fn failed(error: Error) -> Failed {
    let class = error.code().map(|code| code.code().get(..2).unwrap_or_default().to_string());
    let help = match class.as_deref() {
        None => "is the server running, and are host and port right? what came in before is whole, and with --resume it is not read again",
        Some("28") => "check user and password, which may stand in PGPASSWORD, and pg_hba.conf on the server",
        Some("3D") => "create the database first: createdb NAME",
        Some("55") => {
            "another program holds the table; wait until it is done, and run again: what came in before is whole, and with --resume it is not read again"
        }
        Some("42") => "the user must be allowed to create tables in the schema, and to write into them",
        Some("53") => "the server has no room or no connection left; what came in before is whole, and with --resume it is not read again",
        _ => "see the log of the server; what came in before is whole, and with --resume it is not read again",
    };
    Failed::told(message(&error), help)
}
