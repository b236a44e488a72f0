"""botocore's descriptions of AWS's services, with the operations that the program asks for and no other."""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any


def pared(description: dict[str, Any], operations: Collection[str]) -> dict[str, Any]:
    """A service-2.json with these operations, and of its shapes those that they reach."""
    kept = {name: asked for name, asked in description["operations"].items() if name in operations}
    shapes = description["shapes"]
    reached: dict[str, Any] = {}
    waiting = [*_shapes_in(kept)]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached[name] = shapes[name]
            waiting += _shapes_in(shapes[name])
    return {**description, "operations": kept, "shapes": {name: reached[name] for name in sorted(reached)}}


def _shapes_in(part: object) -> Iterator[str]:
    """The names of the shapes that a part of a description refers to."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "shape" and isinstance(value, str):
                yield value
            else:
                yield from _shapes_in(value)
    elif isinstance(part, list):
        for value in part:
            yield from _shapes_in(value)


def read(file: Path) -> Any:
    """A file of botocore's data, packed or not."""
    data = file.read_bytes()
    return json.loads(gzip.decompress(data) if file.suffix == ".gz" else data)


def write(target: Path, told: object) -> Path:
    """The same packed, with nothing in it of when that was done."""
    text = json.dumps(told, separators=(",", ":"))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    return target
