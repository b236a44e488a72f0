from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from tests.api.inventory import inventory
from wizard.api import judge_batches, judge_rows
from wizard.api.rows import COLUMNS
from wizard.formats.kinds_sql import COLUMNS as NAMES
from wizard.formats.kinds_sql import DIALECTS, kinds_sql

TODAY = datetime.date(2026, 11, 28)


def expected(rows: list[dict[str, Any]], **options: Any) -> list[tuple[Any, ...]]:
    verdicts = judge_rows(rows, today=TODAY, **options)
    return [tuple(getattr(verdict, name) for name in COLUMNS) for verdict in verdicts]


def test_batches_come_back_with_the_verdicts_behind_their_columns() -> None:
    rows = inventory(250)
    table = pa.Table.from_pylist(rows)
    judged = list(judge_batches(table.to_batches(max_chunksize=100), today=TODAY))
    assert [batch.num_rows for batch in judged] == [100, 100, 50]
    whole = pa.Table.from_batches(judged)
    assert whole.select(table.schema.names).to_pylist() == rows
    assert [tuple(row.values()) for row in whole.select(list(COLUMNS)).to_pylist()] == expected(rows)
    again = list(judge_batches(judged, today=TODAY))
    assert pa.Table.from_batches(again).equals(whole)


def test_a_batch_of_something_else_has_no_verdict() -> None:
    (judged,) = judge_batches([pa.RecordBatch.from_pylist([{"a": 1}, {"a": 2}])])
    assert judged.num_rows == 2
    assert all("no facts" in problem for problem in judged.column("problem").to_pylist())


@pytest.mark.parametrize("columns", NAMES)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_sql_for_each_inventory_and_engine(columns: str, dialect: str) -> None:
    sql = kinds_sql(columns, dialect, "t")
    assert sql.count(";") == 3
    assert "FROM t AS i\nJOIN verdicts AS v" in sql
    assert ("region" in sql) == (columns in ("steampipe", "cloudquery"))
    assert ("image_allowed" in sql) == (columns in ("steampipe", "describe-images"))


def test_duckdb_judges_the_kinds_and_joins_them_back(tmp_path: Path) -> None:
    rows = inventory(2_000)
    inventory_table = pa.Table.from_pylist(rows)
    select, join = kinds_sql("steampipe", "duckdb", "inventory_table").split(";\n\n")
    database = duckdb.connect()
    database.register("inventory_table", inventory_table)
    kinds = database.sql(select).to_arrow_table()
    assert kinds.num_rows < len(rows) / 5
    judged = pa.Table.from_batches(list(judge_batches(kinds.to_batches(), today=TODAY)))
    database.register("verdicts", judged)
    answer = database.execute(
        f"SELECT * FROM ({join.rstrip().rstrip(';').partition(chr(10))[2]}) ORDER BY image_id"
    )
    names = [column[0] for column in answer.description]
    found = [
        tuple(dict(zip(names, row, strict=True)).get(c) for c in COLUMNS[:-1]) for row in answer.fetchall()
    ]
    assert found == [verdict[:-1] for verdict in expected(rows, names=False)]


def test_a_dask_cluster_gives_the_same_rows() -> None:
    import distributed  # it takes a second to import, and each process of a run reads this file

    rows = inventory(400)
    parts = [rows[start : start + 100] for start in range(0, 400, 100)]

    def judged(part: list[dict[str, Any]]) -> list[dict[str, Any]]:
        (batch,) = judge_batches([pa.RecordBatch.from_pylist(part)], today=TODAY)
        found: list[dict[str, Any]] = batch.select(list(COLUMNS)).to_pylist()
        return found

    with (
        distributed.LocalCluster(
            host="127.0.0.1",
            protocol="tcp",
            n_workers=1,
            threads_per_worker=2,
            processes=False,
            dashboard_address=None,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        answers = client.gather(client.map(judged, parts))
    assert [tuple(row.values()) for part in answers for row in part] == expected(rows)
