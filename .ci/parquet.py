"""Reads the Parquet files of a folder with pyarrow and compares them with what JSON and CSV say of the same documents."""

import csv
import json
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

folder = Path(sys.argv[1])


def plain(value):
    """Days as text, as JSON has them."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


documents = [json.loads(line) for line in (folder / "documents.jsonl").open(encoding="utf-8")]
expected = []
for document in documents:
    for statement in document["statements"]:
        for code in statement["codes"]["cameo"] + statement["codes"]["plover"]:
            code["code"] = code["code"] or None
        expected.append({"document": document["document"], **statement})

nested = pq.read_table(folder / "nested.parquet")
rows = [plain(row) for row in nested.to_pylist()]
assert len(rows) == len(expected) > 100, (len(rows), len(expected))
for row, record in zip(rows, expected):
    assert row == record, (row, record)
speakers = nested.schema.field("speakers").type
assert pa.types.is_list(speakers) and pa.types.is_list(speakers.value_type.field("entities").type), speakers
assert pa.types.is_date32(nested.schema.field("time").type.field("latest").type)

file = pq.ParquetFile(folder / "nested.parquet")
said = {key.decode(): value.decode() for key, value in file.metadata.metadata.items()}
assert said["demarche.schema_version"] == "1" and said["demarche.rules"].startswith("builtin "), said
enums = {"act", "force", "status", "mode"}
group = file.metadata.row_group(0)
for column in (group.column(at) for at in range(group.num_columns)):
    if column.path_in_schema in enums:
        assert column.has_dictionary_page, column.path_in_schema
        enums.remove(column.path_in_schema)
assert not enums, enums
words = pq.read_table(folder / "nested.parquet", columns=["act"], read_dictionary=["act"])
assert pa.types.is_dictionary(words.schema.field("act").type), words.schema

flat = pq.read_table(folder / "flat.parquet")
with (folder / "golden.csv").open(encoding="utf-8", newline="") as table:
    cells = list(csv.DictReader(table))
assert flat.column_names == list(cells[0]), flat.column_names
assert not any(pa.types.is_nested(field.type) for field in flat.schema)
assert pa.types.is_int32(flat.schema.field("cue_start").type) and pa.types.is_boolean(flat.schema.field("negated").type)
for row, record in zip(flat.to_pylist(), cells, strict=True):
    shown = {key: "" if value is None else str(value).lower() if isinstance(value, bool) else str(plain(value)) for key, value in row.items()}
    assert shown == record, (shown, record)
print(f"{len(rows)} statements, nested and flat, read by pyarrow {pa.__version__}")
