//! `--format parquet`: one statement a row, nested as the record is or, with `--flat`, in the columns of CSV.
//!
//! Owns: taking records apart into columns (`schema/parquet/statement.txt` says which), the types of the flat columns, and what is said
//! of the file: the version of the schema and of the rules.
//! From: the Dremel paper, by way of the Parquet format: a value stands in its column with how deep it repeats and how deep it is
//! defined. The arrow crates are not used: they would triple the time of a build, and readers make arrow types of Parquet's own.

use super::csv::{COLUMNS, row};
use super::{Failed, Writer, is_known};
use crate::statement::{Extraction, SCHEMA_VERSION};
use jiff::civil::{Date, date};
use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::{Type, TypePtr};
use serde_json::Value;
use std::io::Write;
use std::sync::Arc;

/// The nested columns.
const NESTED: &str = include_str!("../../schema/parquet/statement.txt");
/// Rows of a row group, which is held in memory: enough for columns to compress well.
const ROWS: usize = 10_000;
/// Bytes of text after which a row group is written, however few its rows are.
const BYTES: usize = 32 << 20;

/// One statement a row.
pub struct ParquetWriter<W: Write + Send> {
    /// Nothing once the file is closed.
    file: Option<SerializedFileWriter<W>>,
    schema: TypePtr,
    flat: bool,
    leaves: Vec<Leaf>,
    rows: usize,
    bytes: usize,
}

/// The values of one column that wait to be written.
#[derive(Default)]
struct Leaf {
    physical: Option<Physical>,
    texts: Vec<ByteArray>,
    numbers: Vec<i32>,
    truths: Vec<bool>,
    defined: Vec<i16>,
    repeated: Vec<i16>,
}

impl<W: Write + Send> ParquetWriter<W> {
    /// A writer into `out`; `rules` is the version of the rules.
    ///
    /// # Errors
    /// Where `out` does not take the head of the file.
    pub fn new(out: W, flat: bool, rules: &str) -> Result<Self, Failed> {
        let message = if flat { flat_message() } else { NESTED.to_string() };
        let schema = Arc::new(parse_message_type(&message).map_err(failed)?);
        let said = [
            ("demarche.schema_version", SCHEMA_VERSION),
            ("demarche.rules", rules),
            ("demarche.program", env!("CARGO_PKG_VERSION")),
        ];
        let said = said.map(|(key, value)| KeyValue::new(key.to_string(), value.to_string()));
        // Dictionaries are on by default: an enum is written as small numbers into a list of its words.
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_dictionary_enabled(true)
            .set_key_value_metadata(Some(said.to_vec()))
            .build();
        let file = SerializedFileWriter::new(out, schema.clone(), Arc::new(properties)).map_err(failed)?;
        let mut leaves = Vec::new();
        collect(&schema, &mut leaves);
        Ok(Self {
            file: Some(file),
            schema,
            flat,
            leaves,
            rows: 0,
            bytes: 0,
        })
    }

    fn put(&mut self, record: &Value) {
        let mut leaf = 0;
        for field in self.schema.get_fields() {
            let value = record.get(field.name()).unwrap_or(&Value::Null);
            shred(field, value, Depth::default(), &mut leaf, &mut self.leaves, &mut self.bytes);
        }
        self.rows += 1;
    }

    /// Writes the rows that wait as a row group.
    fn group(&mut self) -> Result<(), ParquetError> {
        let Some(file) = self.file.as_mut().filter(|_| self.rows > 0) else {
            return Ok(());
        };
        let mut group = file.next_row_group()?;
        for leaf in &mut self.leaves {
            let Some(mut column) = group.next_column()? else { break };
            let (defined, repeated) = (Some(leaf.defined.as_slice()), Some(leaf.repeated.as_slice()));
            match leaf.physical {
                Some(Physical::INT32) => column.typed::<Int32Type>().write_batch(&leaf.numbers, defined, repeated)?,
                Some(Physical::BOOLEAN) => column.typed::<BoolType>().write_batch(&leaf.truths, defined, repeated)?,
                _ => column.typed::<ByteArrayType>().write_batch(&leaf.texts, defined, repeated)?,
            };
            column.close()?;
            *leaf = Leaf {
                physical: leaf.physical,
                ..Leaf::default()
            };
        }
        group.close()?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }
}

impl<W: Write + Send> Writer for ParquetWriter<W> {
    fn document(&mut self, extraction: &Extraction) -> Result<(), Failed> {
        for statement in &extraction.statements {
            let record = match self.flat {
                true => COLUMNS
                    .iter()
                    .zip(row(extraction, statement))
                    .map(|(name, cell)| (name.to_string(), typed(name, cell)))
                    .collect(),
                false => {
                    let mut record = serde_json::to_value(statement).map_err(std::io::Error::from)?;
                    let mut document = serde_json::to_value(&extraction.document).map_err(std::io::Error::from)?;
                    if !is_known(&extraction.document) {
                        ["genre", "language", "sha256", "chars"]
                            .iter()
                            .for_each(|name| document[*name] = Value::Null);
                    }
                    record["document"] = document;
                    record
                }
            };
            self.put(&record);
            if self.rows >= ROWS || self.bytes >= BYTES {
                self.group().map_err(failed)?;
            }
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Failed> {
        self.group().map_err(failed)?;
        match self.file.take() {
            Some(file) => file.into_inner().map_err(failed)?.flush().map_err(Failed::from),
            None => Ok(()),
        }
    }
}

/// The columns of CSV as a message: numbers, truths and days where the names say so.
fn flat_message() -> String {
    let columns = COLUMNS.iter().map(|name| match kind(name) {
        Kind::Number => format!("optional int32 {name};"),
        Kind::Truth => format!("optional boolean {name};"),
        Kind::Day => format!("optional int32 {name} (DATE);"),
        Kind::Text => format!("optional binary {name} (STRING);"),
    });
    format!("message statement {{ {} }}", columns.collect::<Vec<_>>().join(" "))
}

enum Kind {
    Number,
    Truth,
    Day,
    Text,
}

fn kind(column: &str) -> Kind {
    match column {
        "level" | "paragraph" | "sentence_index" => Kind::Number,
        "negated" => Kind::Truth,
        "published" | "time_earliest" | "time_latest" => Kind::Day,
        name if name.ends_with("_start") || name.ends_with("_end") => Kind::Number,
        _ => Kind::Text,
    }
}

/// A cell of CSV with its type; an empty one is nothing.
fn typed(column: &str, cell: String) -> Value {
    match kind(column) {
        _ if cell.is_empty() => Value::Null,
        Kind::Number => cell.parse::<i32>().map_or(Value::Null, Value::from),
        Kind::Truth => Value::Bool(cell == "true"),
        Kind::Day | Kind::Text => Value::String(cell),
    }
}

/// How deep a value is repeated and defined, and how deep the list is in which it stands.
#[derive(Clone, Copy, Default)]
struct Depth {
    repeated: i16,
    defined: i16,
    list: i16,
}

/// Puts `value` into the columns below `node`; `leaf` is the number of the first, and then of the next.
fn shred(node: &Type, value: &Value, depth: Depth, leaf: &mut usize, leaves: &mut [Leaf], bytes: &mut usize) {
    let optional = node.get_basic_info().repetition() == Repetition::OPTIONAL;
    let absent = value.is_null() || (optional && node.is_primitive() && value.as_str() == Some(""));
    if absent {
        return nothing(node, depth, leaf, leaves);
    }
    let depth = Depth {
        defined: depth.defined + i16::from(optional),
        ..depth
    };
    if node.is_primitive() {
        leaves[*leaf].push(node, value, depth, bytes);
        *leaf += 1;
    } else if is_list(node) {
        let elements = value.as_array().map_or(&[][..], Vec::as_slice);
        let element = &node.get_fields()[0].get_fields()[0];
        let first = *leaf;
        if elements.is_empty() {
            return nothing(node, depth, leaf, leaves);
        }
        for (at, inner) in elements.iter().enumerate() {
            *leaf = first;
            let repeated = if at == 0 { depth.repeated } else { depth.list + 1 };
            let within = Depth {
                repeated,
                defined: depth.defined + 1,
                list: depth.list + 1,
            };
            shred(element, inner, within, leaf, leaves, bytes);
        }
    } else {
        for field in node.get_fields() {
            shred(field, value.get(field.name()).unwrap_or(&Value::Null), depth, leaf, leaves, bytes);
        }
    }
}

/// Says in all columns below `node` that nothing is there.
fn nothing(node: &Type, depth: Depth, leaf: &mut usize, leaves: &mut [Leaf]) {
    if node.is_primitive() {
        leaves[*leaf].defined.push(depth.defined);
        leaves[*leaf].repeated.push(depth.repeated);
        *leaf += 1;
    } else {
        node.get_fields().iter().for_each(|field| nothing(field, depth, leaf, leaves));
    }
}

fn is_list(node: &Type) -> bool {
    let info = node.get_basic_info();
    info.converted_type() == ConvertedType::LIST || matches!(info.logical_type_ref(), Some(LogicalType::List))
}

impl Leaf {
    fn push(&mut self, node: &Type, value: &Value, depth: Depth, bytes: &mut usize) {
        self.defined.push(depth.defined);
        self.repeated.push(depth.repeated);
        match (node.get_physical_type(), value) {
            (Physical::INT32, Value::String(day)) => self.numbers.push(day_number(day)),
            (Physical::INT32, number) => self
                .numbers
                .push(number.as_i64().and_then(|number| i32::try_from(number).ok()).unwrap_or(i32::MAX)),
            (Physical::BOOLEAN, truth) => self.truths.push(truth.as_bool().unwrap_or_default()),
            (_, text) => {
                let text = text.as_str().unwrap_or_default();
                *bytes += text.len();
                self.texts.push(ByteArray::from(text));
            }
        }
    }
}

/// Days since 1970; the records are checked, so that a day is one.
fn day_number(day: &str) -> i32 {
    let found: Date = day.parse().unwrap_or(date(1970, 1, 1));
    let days = found.since(date(1970, 1, 1)).map(|span| span.get_days());
    days.unwrap_or_default()
}

fn collect(node: &Type, leaves: &mut Vec<Leaf>) {
    if node.is_primitive() {
        leaves.push(Leaf {
            physical: Some(node.get_physical_type()),
            ..Leaf::default()
        });
    } else {
        node.get_fields().iter().for_each(|field| collect(field, leaves));
    }
}

fn failed(error: ParquetError) -> Failed {
    // What stopped it is mostly the disk; the kind of a closed pipe is not kept by the library.
    Failed::told(error.to_string(), "make room on the disk, or name another file")
}
