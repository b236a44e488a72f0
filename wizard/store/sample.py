"""The made-up account that ships with the program, for a look round without AWS."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wizard.model.account.usage import Launched, Use, User, Uses
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.store.resources import resources
from wizard.store.text_file import read_text

SAMPLE = "sample"
"""What stands where a profile's name would."""


def load_sample(file: Path | None = None) -> tuple[ImageRow, ...]:
    """All images of the sample account, Region by Region. file: another account than the built-in one.

    Raises NotRead, or ImageError for a damaged file.
    """
    path = file or _built_in()
    reader = RowReader()
    return tuple(
        reader.read(record, SAMPLE, region, path.name)
        for region, reply in _regions(path)
        for record in reply["Images"]
    )


def load_sample_uses() -> tuple[Uses, ...]:
    """What uses the images of the sample account, as if each of its Regions had answered. Raises NotRead."""
    return tuple(
        Uses(SAMPLE, region, tuple(_use(record, region) for record in reply["Uses"]))
        for region, reply in _regions(_built_in())
    )


def _built_in() -> Path:
    return resources() / "sample" / "account.json"


def _regions(path: Path) -> list[tuple[str, Mapping[str, Any]]]:
    return list(json.loads(read_text(path))["regions"].items())


def _use(record: Mapping[str, str], region: str) -> Use:
    launched = None
    if "InstanceType" in record:
        # Without a billing code of its own, an instance is paid as its image says.
        launched = Launched(record["InstanceType"], "", running=record["Detail"] == "running", shared=True)
    return Use(
        record["ImageId"],
        User(record["User"]),
        region,
        record["Id"],
        record["Name"],
        record.get("Detail", ""),
        launched,
    )
