"""Damaged and invented inputs for every reader; what they make of them must be images with an id, or one line.

At length, by hand: `python -m tests.formats.fuzz 1000000 --seed 7`. Every input that a reader fails on is
printed, as Python writes bytes; the exit status is 1 then.
"""

from __future__ import annotations

import argparse
import cProfile
import datetime
import json
import re
import sys
import tempfile
import traceback
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from random import Random

from tests.formats.damaged import inputs
from tests.formats.seeds import seeds
from wizard.api.launch import knowledge
from wizard.api.rows import TableJudge
from wizard.cli.table_files import NotATable, judge_file
from wizard.flow.answers import AnswersError, read_answers
from wizard.formats.image_text import ImageText, image_given
from wizard.formats.recognise import recognise
from wizard.formats.saved_reply import SavedReply
from wizard.formats.templates.place import NotATemplate
from wizard.formats.templates.template import places_in
from wizard.formats.text_encoding import NotText, text_of
from wizard.model.images.describe_images import ImageError, image_from
from wizard.model.images.image_row import RowReader

TODAY = datetime.date(2026, 11, 29)


def read_by_all(data: bytes, router: bool = True) -> None:
    """Read it as everything. Raises whatever a reader should not have raised.

    router: also as the window does, which looks through two thousand sentences for an error.
    """
    try:
        text = text_of(data)
    except NotText as problem:
        _one_line(problem.message.template)
        return
    for read in (_images, _saved, _places, _record, _answers, *((_hand,) if router else ())):
        read(text)


def read_table(data: bytes, folder: Path, suffix: str) -> None:
    """Judge it as a table."""
    source, target = folder / f"in{suffix}", folder / f"out{suffix}"
    source.write_bytes(data)
    try:
        judge_file(source, target, _judge())
    except NotATable as problem:
        _one_line(problem.message.template)


def _images(text: str) -> None:
    images = ImageText(text, "f")
    reader = RowReader()
    try:
        for record in images.records():
            assert record.fields.get("ImageId")
            row = images.row(record, "", reader)
            assert row is None or row.image_id
            if row is not None:
                assert image_from(record.fields, record.where, record.silent).image_id
    except ImageError as problem:
        _one_line(str(problem))


def _saved(text: str) -> None:
    saved = SavedReply(text, "f")
    try:
        for row in saved.rows("", RowReader(keep=False)):
            assert row.image_id
            assert saved.record(row) is not None
    except ImageError as problem:
        _one_line(str(problem))


def _places(text: str) -> None:
    try:
        for place in places_in(text):
            assert place.line >= 1
            for word in (place.address, place.instance_type, place.image.written, place.region):
                assert isinstance(word, str)
    except NotATemplate as problem:
        _one_line(str(problem))


def _hand(text: str) -> None:
    found = recognise(text, "f", knowledge())
    assert all(record.get("ImageId") for record in found.images)


def _record(text: str) -> None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    if isinstance(value, dict):
        try:
            image_given(value, "f")
        except ImageError as problem:
            _one_line(str(problem))
        _judge().judge(value)


def _answers(text: str) -> None:
    try:
        read_answers(text, "f")
    except AnswersError:
        return


@lru_cache(maxsize=1)
def _judge() -> TableJudge:
    return TableJudge(families=["m5", "t2", "m3"], today=TODAY)


def _one_line(said: str) -> None:
    assert said
    assert "\n" not in said
    assert len(said) < 2500


def calls_of(read: Callable[[bytes], object], data: bytes) -> int:
    """How many calls of functions it takes to read it: work that is the same on every machine. Raises what `read` does."""
    profile = cProfile.Profile()
    profile.enable()
    try:
        read(data)
    finally:
        profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


def _is_hcl(text: str) -> bool:
    return (
        re.search(
            r"^[ \t]*(?:source|resource|data|module|variable|locals|terraform) [^\n]*\{", text, re.MULTILINE
        )
        is not None
    )


def say(line: str) -> None:
    """To standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Run at length."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    random = Random(options.seed)
    # HCL's parser takes a hundred times as long as JSON's, so it comes more rarely.
    texts = sorted(seeds() * 10, key=_is_hcl)
    texts = texts[: -9 * sum(map(_is_hcl, texts)) // 10]
    failed, most = 0, 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(inputs(random, texts), 1):
            calls = 0
            try:
                calls = calls_of(partial(read_by_all, router=number % 10 == 0), data)
                if number % 20 == 0:
                    read_table(data, Path(folder), random.choice((".csv", ".jsonl")))
            except Exception:  # noqa: BLE001  # whatever it is, the run goes on and tells it
                failed += 1
                say(f"{number}: {data!r}\n{traceback.format_exc()}")
            if calls > most:
                most = calls
                say(f"{number}: {calls:,} calls for {data[:3000]!r}")
            if number % 10_000 == 0:
                say(f"{number} inputs, {failed} failed")
            if number >= options.count:
                break
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
