//! The tables and views as the files in `schema/sql/` describe them.
//!
//! Owns: the version of the tables, reading names, columns and comments out of the SQL text, and what is said of a database whose
//! tables are others.
//! Leaves to: [`super::sqlite`] and [`super::postgres`] asking a database what it has.

use crate::output::Failed;

/// The version of the tables; it changes when a table or a column does, and then a step of `MIGRATIONS` leads to it.
pub const VERSION: i64 = 1;

/// The tables, in both databases.
pub const TABLES: &str = include_str!("../../../schema/sql/tables.sql");
/// The views, in both databases.
pub const VIEWS: &str = include_str!("../../../schema/sql/views.sql");
/// Makes or finds the row of a run.
pub const RUN: &str = include_str!("../../../schema/sql/run.sql");
/// What follows the insertion of documents.
pub const UPSERT: &str = include_str!("../../../schema/sql/upsert.sql");

/// One table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub comment: String,
    /// Its columns, in order.
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it says.
    pub comment: String,
    /// Whether the database fills it: the columns that say when a row came in.
    pub filled: bool,
}

impl Table {
    /// The columns that the program fills, joined by a comma.
    pub fn written(&self) -> String {
        let written: Vec<&str> = self.columns.iter().filter(|c| !c.filled).map(|c| c.name.as_str()).collect();
        written.join(", ")
    }
}

/// The tables of `sql`, which has one column a line with its comment behind it.
pub fn tables(sql: &str) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let (mut open, mut before) = (false, Vec::new());
    for line in sql.lines() {
        let trimmed = line.trim();
        if let Some(name) = trimmed.strip_prefix("CREATE TABLE ") {
            let name = name.trim_end_matches(['(', ' ']).to_string();
            let comment = std::mem::take(&mut before).join(" ");
            tables.push(Table {
                name,
                comment,
                columns: Vec::new(),
            });
            open = true;
        } else if let Some(comment) = trimmed.strip_prefix("-- ") {
            before.push(comment.to_string());
        } else if trimmed == ");" {
            open = false;
        } else if open {
            // A key or a reference has no comment: columns do, every one.
            if let (Some(table), Some((column, comment))) = (tables.last_mut(), trimmed.split_once(" -- ")) {
                table.columns.push(Column {
                    name: column.split(' ').next().unwrap_or_default().to_string(),
                    comment: comment.to_string(),
                    filled: column.contains(" DEFAULT "),
                });
            }
        } else {
            before.clear();
        }
    }
    tables
}

/// What a database has: its tables by name with their columns, and the version that it records.
pub struct Found {
    /// Name and columns of each table that is called like one of ours.
    pub tables: Vec<(String, Vec<String>)>,
    /// The version, where the table of the version is there and holds one.
    pub version: Option<i64>,
}

/// Whether the tables must be made (true) or are there as they should (false).
///
/// # Errors
/// Where they are there but others; nothing has been changed then.
pub fn missing(wanted: &[Table], found: &Found) -> Result<bool, Failed> {
    if found.tables.is_empty() {
        return Ok(true);
    }
    let elsewhere = "name another database (or, in PostgreSQL, another schema: ?options=-csearch_path%3DNAME), or rename the table";
    match found.version {
        None => {
            let (name, _) = &found.tables[0];
            return Err(Failed::told(
                format!("it has a table `{name}` that demarche did not make"),
                elsewhere,
            ));
        }
        Some(version) if version > VERSION => {
            return Err(Failed::told(
                format!("its tables have version {version}, and this demarche knows version {VERSION}"),
                "use a newer demarche, or name another database",
            ));
        }
        Some(version) if version < VERSION => {
            return Err(Failed::told(
                format!(
                    "its tables have version {version}, this demarche writes version {VERSION}, and no way leads from one to the other"
                ),
                "extract (or load) into a new database; the old one stays as it is",
            ));
        }
        Some(_) => (),
    }
    for table in wanted {
        let Some((_, columns)) = found.tables.iter().find(|(name, _)| *name == table.name) else {
            return Err(Failed::told(format!("its table `{}` is gone", table.name), elsewhere));
        };
        if let Some(column) = table.columns.iter().find(|column| !columns.contains(&column.name)) {
            return Err(Failed::told(
                format!("its table `{}` has other columns: `{}` is not among them", table.name, column.name),
                elsewhere,
            ));
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_comment_and_every_table() {
        let tables = tables(TABLES);
        assert_eq!(tables.len(), 11);
        for table in &tables {
            assert!(table.comment.len() > 10, "{}", table.name);
            assert!(!table.columns.is_empty(), "{}", table.name);
            assert!(table.columns.iter().all(|column| column.comment.len() > 3), "{table:?}");
        }
        let inside = TABLES
            .lines()
            .filter(|line| line.starts_with("    ") && !line.trim_start().starts_with(|c: char| c.is_uppercase()));
        assert_eq!(
            inside.count(),
            tables.iter().map(|table| table.columns.len()).sum::<usize>(),
            "a column without a comment"
        );
        assert_eq!(tables[1].columns[4].name, "begun_at");
        assert!(tables[1].columns[4].filled && !tables[1].columns[1].filled);
    }

    #[test]
    fn tables_of_others_and_of_other_versions_are_refused() {
        let wanted = tables(TABLES);
        let right: Vec<(String, Vec<String>)> = wanted
            .iter()
            .map(|table| (table.name.clone(), table.columns.iter().map(|column| column.name.clone()).collect()))
            .collect();
        let ask = |tables: &[(String, Vec<String>)], version| {
            let found = Found {
                tables: tables.to_vec(),
                version,
            };
            missing(&wanted, &found).map_err(|failed| failed.to_string())
        };
        assert_eq!(ask(&[], None), Ok(true));
        assert_eq!(ask(&right, Some(VERSION)), Ok(false));
        assert!(ask(&right, Some(VERSION + 1)).unwrap_err().contains("knows version"));
        assert!(ask(&right, Some(VERSION - 1)).unwrap_err().contains("no way leads"));
        assert!(
            ask(&right[2..3], None)
                .unwrap_err()
                .contains("`documents` that demarche did not make")
        );
        assert!(ask(&right[1..], Some(VERSION)).unwrap_err().contains("`demarche_schema` is gone"));
        let mut other = right.clone();
        other[2].1.retain(|column| column != "sha256");
        assert!(
            ask(&other, Some(VERSION))
                .unwrap_err()
                .contains("`documents` has other columns: `sha256`")
        );
    }
}
