"""Record batches of Arrow, which Spark, Dask, Ray, DuckDB and Polars hand over without copying."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from wizard.api.rows import COLUMNS, TableJudge
from wizard.formats.image_record import field_of

if TYPE_CHECKING:
    import pyarrow as pa

_NUMBERS = ("usable_types", "usable_families")


def judge_batches(batches: Iterable[pa.RecordBatch], **options: Any) -> Iterator[pa.RecordBatch]:
    """The same batches, each with the columns of RowVerdict behind its own, as they come.

    What mapInArrow, map_partitions and map_batches take. options: as for TableJudge. Columns that say
    nothing of an image are not looked at. Needs pyarrow.
    """
    judge = TableJudge(**options)
    for batch in batches:
        yield judged_batch(batch, judge)


def judged_batch(batch: pa.RecordBatch, judge: TableJudge) -> pa.RecordBatch:
    """One batch with its verdicts."""
    import pyarrow as pa

    names = [name for name in batch.schema.names if field_of(name) or name.casefold() == "region"]
    columns = [batch.column(name).to_pylist() for name in names]
    verdicts = [judge.judge(dict(zip(names, row, strict=True))) for row in zip(*columns, strict=True)]
    if not names:
        verdicts = [judge.judge({})] * batch.num_rows
    own = [name for name in batch.schema.names if name not in COLUMNS]
    arrays = [batch.column(name) for name in own]
    schema = [batch.schema.field(name) for name in own]
    for name in COLUMNS:
        kind = pa.int64() if name in _NUMBERS else pa.string()
        schema.append(pa.field(name, kind))
        arrays.append(pa.array([getattr(verdict, name) for verdict in verdicts], kind))
    return pa.RecordBatch.from_arrays(arrays, schema=pa.schema(schema))
