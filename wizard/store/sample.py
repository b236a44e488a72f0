"""The made-up account that ships with the program, for a look round without AWS."""

from __future__ import annotations

import json
from pathlib import Path

from wizard.model.images.image_row import ImageRow, RowReader
from wizard.store.resources import resources
from wizard.store.text_file import read_text

SAMPLE = "sample"
"""What stands where a profile's name would."""


def load_sample(file: Path | None = None) -> tuple[ImageRow, ...]:
    """All images of the sample account, Region by Region. file: another account than the built-in one.

    Raises NotRead, or ImageError for a damaged file.
    """
    path = file or resources() / "sample" / "account.json"
    reader = RowReader()
    return tuple(
        reader.read(record, SAMPLE, region, path.name)
        for region, reply in json.loads(read_text(path))["regions"].items()
        for record in reply["Images"]
    )
