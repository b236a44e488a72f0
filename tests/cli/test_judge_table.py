from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.api.inventory import inventory
from tests.cli.conftest import Run
from wizard.api.rows import COLUMNS
from wizard.cli import table_files

ROWS = inventory(40)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "kinds.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.DictWriter(file, list(ROWS[0]))
        writer.writeheader()
        writer.writerows(ROWS)
    return path


def lines(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".csv":
        return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_csv_and_json_lines_say_the_same(run: Run, table: Path, tmp_path: Path) -> None:
    json_lines = tmp_path / "rows.jsonl"
    json_lines.write_text("".join(json.dumps(row) + "\n\n" for row in ROWS))
    outputs = []
    for source in (table, json_lines):
        for suffix in ("csv", "jsonl"):
            output = tmp_path / f"out.{suffix}"
            ran = run("judge-table", source, "-o", output)
            assert (ran.status, ran.out) == (0, "")
            assert "40 rows judged" in ran.err
            outputs.append([tuple(str(row[name]) for name in COLUMNS) for row in lines(output)])
            assert [row["image_id"] for row in lines(output)] == [row["image_id"] for row in ROWS]
    assert outputs[0] == outputs[1] == outputs[2] == outputs[3]


def test_parquet(run: Run, tmp_path: Path) -> None:
    source, output = tmp_path / "a.parquet", tmp_path / "b.parquet"
    for rows in (ROWS, ROWS[:0]):
        pq.write_table(pa.Table.from_pylist(rows, schema=pa.Table.from_pylist(ROWS).schema), source)
        assert run("judge-table", source, "-o", output).status == 0
        assert pq.read_table(output).num_rows == len(rows)
        assert set(COLUMNS) <= set(pq.read_table(output).schema.names)
    assert "expected both or none" in run("judge-table", source, "-o", tmp_path / "x.csv").refused()
    source.write_text("no")
    assert "expected Parquet" in run("judge-table", source, "-o", output).refused()


def test_parquet_in_several_groups_keeps_every_row_in_order(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_files, "_AT_ONCE", 3)
    monkeypatch.setattr(table_files, "_IN_A_GROUP", 2)
    source, output = tmp_path / "a.parquet", tmp_path / "b.parquet"
    pq.write_table(pa.Table.from_pylist(ROWS), source)
    assert "40 rows judged" in run("judge-table", source, "-o", output).err
    assert pq.ParquetFile(output).num_row_groups == 7
    assert pq.read_table(output).column("image_id").to_pylist() == [row["image_id"] for row in ROWS]


def test_rows_without_a_verdict_are_counted(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text('{"a": 1}\n')
    ran = run("judge-table", source, "-o", tmp_path / "b.jsonl")
    assert ran.status == 0
    assert "1 row has no verdict" in ran.err
    assert "no facts" in lines(tmp_path / "b.jsonl")[0]["problem"]


@pytest.mark.parametrize(
    ("content", "written", "arguments", "says"),
    [
        (None, "b.jsonl", [], "no such file"),
        ("hello\n", "b.jsonl", [], "line 1: no JSON object"),
        ("[1]\n", "b.jsonl", [], "line 1: no JSON object"),
        ("{}\n", "b.jsonl", ["--type", "m5.tiny"], "'m5.tiny': no instance type or family"),
        ("{}\n", "no/such/folder/b.csv", [], "not written"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    run: Run, tmp_path: Path, content: str | None, written: str, arguments: list[str], says: str
) -> None:
    source = tmp_path / "a.jsonl"
    if content is not None:
        source.write_text(content)
    output = tmp_path / written
    assert says in run("judge-table", source, "-o", output, *arguments).refused()
    assert not output.exists()


def test_an_empty_table_has_its_header(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("image_id,architecture\n")
    assert run("judge-table", tmp_path / "a.csv", "-o", tmp_path / "b.csv").status == 0
    assert (tmp_path / "b.csv").read_text() == ",".join(COLUMNS) + "\n"


def test_kinds_prints_the_sql(run: Run) -> None:
    ran = run("kinds", "--columns", "steampipe", "--dialect", "athena", "--table", "images")
    assert (ran.status, ran.err) == (0, "")
    assert "FROM images\nGROUP BY 1, 2," in ran.out
    assert "JOIN verdicts AS v" in ran.out
