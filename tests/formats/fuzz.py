"""Damaged and invented inputs for every reader; what they make of them must be images with an id, or one line.

At length, by hand: `python -m tests.formats.fuzz 1000000 --seed 7`. Every input that a reader fails on is
printed, as Python writes bytes; the exit status is 1 then.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

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
KEYS = [
    "ImageId",
    "imageId",
    "image_id",
    "id",
    "ami",
    "Images",
    "images",
    "Architecture",
    "architecture",
    "VirtualizationType",
    "State",
    "EnaSupport",
    "BlockDeviceMappings",
    "Ebs",
    "VolumeSize",
    "NextToken",
    "Region",
    "region",
    "InstanceId",
    "InstanceType",
    "instance_type",
    "Resources",
    "Type",
    "Properties",
    "Ref",
    "Fn::FindInMap",
    "Fn::If",
    "Fn::Sub",
    "Fn::Join",
    "Fn::Select",
    "Conditions",
    "Parameters",
    "Default",
    "AllowedValues",
    "Mappings",
    "values",
    "root_module",
    "child_modules",
    "resources",
    "attributes",
    "planned_values",
    "prior_state",
    "configuration",
    "format_version",
    "version",
    "terraform_version",
    "builders",
    "source_ami",
    "source_ami_filter",
    "filters",
    "amiType",
    "instanceTypes",
    "nodeRole",
    "Value",
    "answers",
    "schema",
    "LaunchTemplateData",
    "Reservations",
    "Instances",
    "Placement",
    "AvailabilityZone",
    "CpuOptions",
    "MixedInstancesPolicy",
    "Overrides",
    "references",
    "expressions",
]
WORDS = [
    "ami-0123456789abcdef0",
    "x86_64",
    "arm64",
    "hvm",
    "paravirtual",
    "ebs",
    "instance-store",
    "available",
    "true",
    "false",
    "8",
    "AWS::EC2::Instance",
    "AWS::EC2::LaunchTemplate",
    "eu-west-1",
    "t2.micro",
    "m5.large",
    "aws_instance",
    "aws_launch_template",
    "data",
    "managed",
    "amazon-ebs",
    "AL2_x86_64",
    "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
    "{{resolve:ssm:/x}}",
    "windows",
    "uefi",
    "2026-01-02T03:04:05.000Z",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31",
]
PIECES = [
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    ",",
    ":",
    "\n",
    "\x00",
    "\\",
    "null",
    "9" * 40,
    "\ufeff",
    "\r\n",
    "- ",
    "\t",
    "&a *a",
    "!Ref x",
]
PIECES += [
    "${",
    "}}",
    "\ud83d".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    "1e999",
    "NaN",
    "-0",
    "\u2028",
    "<<EOF\n",
    "#",
    "//",
]


def inputs(random: Random, texts: list[str]) -> Iterator[bytes]:
    """Inputs without end."""
    while True:
        text = random.choice(_WAYS)(random, texts)
        yield _encoded(random, text)


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


def _cut(random: Random, texts: list[str]) -> str:
    """A good text with something cut out of it, put into it, or said twice."""
    text = random.choice(texts)
    for _ in range(random.randint(1, 4)):
        start = random.randint(0, len(text))
        end = min(len(text), start + random.choice((0, 1, 5, 30, 300)))
        put = random.choice([*PIECES, "", "", random.choice(KEYS), random.choice(WORDS), text[start:end] * 2])
        text = text[:start] + put + text[end:]
    return text


def _spliced(random: Random, texts: list[str]) -> str:
    """Two texts, one after another, or one within another."""
    one, two = random.choice(texts), random.choice(texts)
    at = random.choice((len(one), random.randint(0, len(one))))
    return (
        one[:at]
        + random.choice(("", "\n", ",", "\n---\n"))
        + two[random.choice((0, 0, len(two) // 2)) :]
        + random.choice(("", one[at:]))
    )


def _value(random: Random, texts: list[str]) -> str:
    """A JSON value with some of it replaced, renamed, left out or put deeper."""
    for _ in range(20):
        try:
            value = json.loads(random.choice(texts))
            break
        except ValueError:
            continue
    else:
        return _cut(random, texts)
    for _ in range(random.randint(1, 5)):
        value = _changed(random, value)
    return json.dumps(value, indent=random.choice((None, None, 1)), ensure_ascii=random.random() < 0.5)


def _invented(random: Random, _: list[str]) -> str:
    return json.dumps(_any(random, random.randint(1, 6)))


def _noise(random: Random, _: list[str]) -> str:
    return "".join(
        random.choice(
            (
                random.choice(PIECES),
                random.choice(KEYS),
                random.choice(WORDS),
                " ",
                chr(random.randint(1, 0x2FF)),
            )
        )
        for _ in range(random.randint(0, 60))
    )


_WAYS: list[Callable[[Random, list[str]], str]] = [
    _cut,
    _cut,
    _cut,
    _value,
    _value,
    _value,
    _value,
    _spliced,
    _invented,
    _noise,
]


def _changed(random: Random, value: Any) -> Any:
    """The same with one change somewhere in it."""
    deeper = isinstance(value, dict | list) and value and random.random() < 0.85
    if not deeper:
        return random.choice(
            (
                lambda: _any(random, 2),
                lambda: [value],
                lambda: {random.choice(KEYS): value},
                lambda: [value, value],
                lambda: str(value),
                lambda: json.dumps(value),
            )
        )()
    if isinstance(value, list):
        at = random.randrange(len(value))
        return [
            *value[:at],
            *([] if random.random() < 0.1 else [_changed(random, value[at])]),
            *value[at + 1 :],
        ]
    key = random.choice(list(value))
    chance = random.random()
    if chance < 0.12:
        return {k: v for k, v in value.items() if k != key}
    if chance < 0.3:
        return {
            (random.choice((random.choice(KEYS), k.upper(), k[:-1], f"{k}_")) if k == key else k): v
            for k, v in value.items()
        }
    return {k: _changed(random, v) if k == key else v for k, v in value.items()}


def _any(random: Random, deep: int) -> Any:
    kind = random.random()
    if deep <= 0 or kind < 0.35:
        return random.choice(
            (
                None,
                True,
                False,
                0,
                -1,
                2**70,
                1.5,
                float("inf"),
                float("nan"),
                "",
                random.choice(WORDS),
                random.choice(WORDS),
                "\ud800",
                "ami-" + "0" * random.randint(0, 20),
            )
        )
    if kind < 0.55:
        return [_any(random, deep - 1) for _ in range(random.randint(0, 4))]
    return {random.choice(KEYS): _any(random, deep - 1) for _ in range(random.randint(0, 7))}


def _encoded(random: Random, text: str) -> bytes:
    encoding = random.choice(("utf-8",) * 12 + ("utf-16", "utf-16-le", "cp1252", "utf-8-sig", "utf-32"))
    data = text.encode(
        encoding, "surrogatepass" if encoding.startswith("utf-") and random.random() < 0.5 else "replace"
    )
    if random.random() < 0.1 and data:
        at = random.randrange(len(data))
        data = data[:at] + random.randbytes(random.randint(0, 3)) + data[at + random.randint(0, 2) :]
    return data


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
    texts = sorted(seeds() * 10, key=lambda text: 'source "' in text)
    texts = texts[: -9 * sum('source "' in text for text in texts) // 10]
    failed = slow = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(inputs(random, texts), 1):
            began = time.monotonic()
            try:
                read_by_all(data, router=number % 10 == 0)
                if number % 20 == 0:
                    read_table(data, Path(folder), random.choice((".csv", ".jsonl")))
            except Exception:  # noqa: BLE001  # whatever it is, the run goes on and tells it
                failed += 1
                say(f"{number}: {data!r}\n{traceback.format_exc()}")
            if (took := time.monotonic() - began) > max(slow, 1):
                slow = took
                say(f"{number}: {took:.1f} s for {data[:3000]!r}")
            if number % 10_000 == 0:
                say(f"{number} inputs, {failed:.0f} failed")
            if number >= options.count:
                break
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
