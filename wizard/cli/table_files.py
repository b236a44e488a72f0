"""Tables of images in files: CSV and JSON Lines row by row, Parquet batch by batch."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from wizard.api.rows import COLUMNS, TableJudge
from wizard.cli.output import STANDARD_OUTPUT, opened
from wizard.model.cause import cause_of, quoted
from wizard.model.frozen import values_of
from wizard.model.message import Message
from wizard.store.whole_file import whole_file

Row = Mapping[str, Any]
_LINES = (".jsonl", ".ndjson", ".json")
_AT_ONCE = 10_000
_IN_A_GROUP = 12  # of so many rows
_LONGEST_FIELD = 16 * 2**20


class NotATable(Exception):
    """The file is no table that can be read or written. message: one line."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.template)


def judge_file(source: Path, target: Path, judge: TableJudge) -> tuple[int, int]:
    """Write the rows of a file with their verdicts to another, whole or not at all.

    How many rows there were, and how many of them have no verdict. Raises NotATable or NotWritten.
    """
    if source.suffix == ".parquet" or target.suffix == ".parquet":
        if source.suffix != target.suffix:
            raise NotATable(Message("a Parquet file is judged into a Parquet file; expected both or none"))
        return _parquet(source, target, judge)
    counts = [0, 0]

    def judged() -> Iterator[Row]:
        for row in _rows(source):
            verdict = judge.judge(row)
            counts[0] += 1
            counts[1] += bool(verdict.problem)
            yield {**row, **values_of(verdict)}

    with opened(str(target)) as file:
        _writer(source if str(target) == STANDARD_OUTPUT else target)(judged(), file)
    return counts[0], counts[1]


def _rows(source: Path) -> Iterator[Row]:
    try:
        with source.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            if source.suffix in _LINES:
                yield from _json_rows(file, source)
                return
            csv.field_size_limit(_LONGEST_FIELD)
            yield from ({k: v for k, v in row.items() if k and v is not None} for row in csv.DictReader(file))
    except csv.Error as problem:
        raise NotATable(
            Message("{file}: {problem}", {"file": str(source), "problem": str(problem)})
        ) from None
    except OSError as problem:
        values = {"file": quoted(source), "cause": cause_of(problem)}
        raise NotATable(
            Message("{file}: not read: {cause}; expected CSV, JSON Lines or Parquet", values)
        ) from None


def _json_rows(file: io.TextIOWrapper, source: Path) -> Iterator[Row]:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            values = {"file": str(source), "line": number}
            raise NotATable(Message("{file}: line {line}: no JSON object; expected one on each line", values))
        yield row


def _writer(target: Path) -> Callable[[Iterator[Row], BinaryIO], None]:
    return _write_lines if target.suffix in _LINES else _write_csv


def _write_lines(rows: Iterator[Row], file: BinaryIO) -> None:
    file.writelines(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n" for row in rows)


def _write_csv(rows: Iterator[Row], file: BinaryIO) -> None:
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    first = next(rows, {})
    columns = list(dict.fromkeys([*first, *COLUMNS]))
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    if first:
        writer.writerow(first)
    writer.writerows(rows)
    text.flush()
    text.detach()


def _parquet(source: Path, target: Path, judge: TableJudge) -> tuple[int, int]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise NotATable(Message("Parquet needs pyarrow: pip install pyarrow")) from None
    from wizard.api.arrow import judged_batch

    rows = problems = 0
    writer = None
    try:
        file = pq.ParquetFile(source)
    except (OSError, pa.ArrowException) as problem:
        values = {"file": quoted(source), "cause": str(problem).splitlines()[0]}
        raise NotATable(Message("{file}: not read: {cause}; expected Parquet", values)) from None
    with whole_file(target) as output:
        group: list[pa.RecordBatch] = []
        for batch in file.iter_batches(batch_size=_AT_ONCE):
            judged = judged_batch(batch, judge)
            writer = writer or pq.ParquetWriter(output, judged.schema)
            group.append(judged)
            # A file keeps what it says of each group of rows until it is closed, so groups are large.
            if len(group) == _IN_A_GROUP:
                writer.write_table(pa.Table.from_batches(group))
                group.clear()
            rows += judged.num_rows
            problems += sum(problem != "" for problem in judged.column("problem").to_pylist())
        if writer is not None and group:
            writer.write_table(pa.Table.from_batches(group))
        if writer is None:
            empty = pa.RecordBatch.from_pylist([], schema=file.schema_arrow)
            writer = pq.ParquetWriter(output, judged_batch(empty, judge).schema)
        writer.close()
    return rows, problems
