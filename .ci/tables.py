"""Reads CSV and TSV with pandas, and with the dialect of Excel, and compares every cell with what JSON says of the same documents."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd

folder, program = Path(sys.argv[1]), sys.argv[2]
golden = Path(__file__).parent.parent / "golden"

# What tables trip over: quotes, separators, tabs, line breaks of both kinds inside a cell, ids that look like numbers, words that
# look like nothing, a cell that begins like a formula, letters outside ASCII.
odd = [
    {"id": "007", "date": "2024-05-03", "text": 'Peru agreed to "open"; shared,\tquick\r\ntalks \\ visits in Lima.\n\n=Peru agreed to talks.'},
    {"id": "1e5", "text": "Türkiye and Norway agreed to reopen the pass, \u201cthe road\u201d and the port in June 🌍."},
    {"id": "NA", "text": "Chile urged Peru to wait. \u201cWe will not,\u201d Chilean Foreign Minister Rosa Quispe said, \u201cwait.\u201d"},
]
lines = "".join(json.dumps(document) + "\n" for document in odd)
(folder / "odd.jsonl").write_text(lines, encoding="utf-8")


def extract(*args):
    done = subprocess.run([program, "extract", str(golden), str(folder / "odd.jsonl"), "--quiet", *args], check=True)
    assert done.returncode == 0


extract("--format", "documents", "--to", str(folder / "tables.jsonl"))
extract("--to", str(folder / "plain.csv"), "--to", str(folder / "plain.tsv"))
extract("--to", str(folder / "marked.csv"), "--to", str(folder / "marked.tsv"), "--bom")


def listed(elements):
    return ";".join(element.replace("\\", "\\\\").replace(";", "\\;") for element in elements)


def parties(name, found):
    return {
        f"{name}s": listed(party["text"] for party in found if party["text"] is not None),
        f"{name}_codes": listed(entity["code"] for party in found for entity in party["entities"]),
        f"{name}_people": listed(person["name"] for party in found for person in party["people"]),
        f"{name}_basis": listed(party["basis"] for party in found),
    }


def row(document, statement):
    """The cells of a statement, worked out from the JSON by what the README says of the columns."""
    content, time, strength = statement["content"] or {}, statement["time"] or {}, statement["strength"]
    source = parties("source", [statement["source"]] if statement["source"] else [])
    cells = {
        "document": document["id"],
        "published": document["published"],
        **{name: statement[name] for name in ("id", "act", "force", "status", "negated", "mode")},
        **parties("speaker", statement["speakers"]),
        **parties("addressee", statement["addressees"]),
        "source": source["sources"],
        "source_codes": source["source_codes"],
        "source_people": source["source_people"],
        "content": content.get("text"),
        "content_form": content.get("form"),
        "items": listed(item["text"] for item in content.get("items", [])),
        "degree": (strength["degree"] or {}).get("text"),
        "level": strength["level"],
        "hedges": listed(hedge["text"] for hedge in strength["hedges"]),
        "time": time.get("text"),
        **{f"time_{name}": time.get(name) for name in ("earliest", "latest", "granularity", "basis")},
        **{scheme: ";".join(f"{code['code']}:{code['match']}" for code in statement["codes"][scheme]) for scheme in ("cameo", "plover")},
        "paragraph": statement["sentence"]["paragraph"],
        "sentence_index": statement["sentence"]["index"],
        "rule": statement["rule"]["id"],
        "pack": statement["rule"]["pack"],
        "pack_version": statement["rule"]["version"],
    }
    for name in ("cue", "sentence"):
        cells[name] = statement[name]["text"]
    for name, words in (("cue", statement["cue"]), ("content", content), ("sentence", statement["sentence"])):
        span = words.get("span") or {}
        cells[f"{name}_start"], cells[f"{name}_end"] = span.get("start"), span.get("end")
    shown = lambda value: "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return {name: shown(value) for name, value in cells.items()}


documents = [json.loads(line) for line in (folder / "tables.jsonl").open(encoding="utf-8")]
expected = [row(document["document"], statement) for document in documents for statement in document["statements"]]
assert len(expected) > 100 and {"007", "1e5", "NA"} <= {cells["document"] for cells in expected}
for sign in ('"', ";", "\t", "\r\n", "\\", "🌍"):
    assert any(sign in cells["sentence"] for cells in expected), sign
assert any(cells["sentence"].startswith("=") for cells in expected)
assert any("\\;" in cells["content"] or ";" in cells["content"] for cells in expected)

for name in ("plain.csv", "plain.tsv", "marked.csv", "marked.tsv"):
    path, tab = folder / name, name.endswith(".tsv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") == name.startswith("marked"), name
    # As the README says: everything is text, and an empty cell is an empty text.
    table = pd.read_csv(path, sep="\t" if tab else ",", dtype=str, keep_default_na=False)
    assert list(table.columns)[0] == "document" and set(table.columns) == set(expected[0]), (name, set(table.columns) ^ set(expected[0]))
    assert table.to_dict("records") == [{column: cells[column] for column in table.columns} for cells in expected], name
    # Without a word about types pandas guesses; codes stay text all the same, and no row is torn.
    guessed = pd.read_csv(path, sep="\t" if tab else ",")
    assert len(guessed) == len(expected), name
    assert [code for code in guessed["cameo"].dropna()] == [cells["cameo"] for cells in expected if cells["cameo"]], name
    assert guessed["cameo"].dropna().str.match(r"^([0-9]{2,4}:|:)").all(), name
    assert guessed["negated"].dtype == bool and guessed["cue_start"].dtype == "int64" and guessed["level"].dtype == "int64", name
    # The dialect of Excel, from which the mark is taken as Excel takes it.
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, dialect="excel-tab" if tab else "excel", strict=True))
    assert rows == [{column: cells[column] for column in rows[0]} for cells in expected], name
    # Lists come apart at `;` where no `\` stands before it.
    codes = guessed["speaker_codes"].dropna().str.split(";").explode()
    assert codes.str.match(r"^[^;\\]+$").all(), name
print(f"{len(expected)} rows of CSV and TSV, with and without a mark, read by pandas {pd.__version__}")
