"""What Regions said of their images when they were last asked, so that it outlives a killed program."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from wizard.model.frozen import frozen
from wizard.model.images.describe_images import ImageError
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.message import Message
from wizard.store.folders import cache_folder, own_folder
from wizard.store.text_file import NotRead, read_text
from wizard.store.whole_file import NotWritten, write_whole

_NAME = re.compile(r"[0-9a-f]{64}\.json")
_ASIDE = "damaged-"
_OURS = re.compile(rf"(?:{_ASIDE})?{_NAME.pattern}|\.ami-wizard-[0-9a-f]+\.part")


@frozen
class KeptRegion:
    """The images of one Region of one profile. when: the moment it had answered."""

    profile: str
    region: str
    when: datetime.datetime
    rows: tuple[ImageRow, ...]


def images_folder() -> Path:
    """Where they are kept."""
    return cache_folder() / "images"


def keep_region(
    profile: str, region: str, records: Iterable[Mapping[str, object]], when: datetime.datetime
) -> None:
    """Keep DescribeImages' records, in place of this Region's last ones, for their owner only.

    Raises NotWritten.
    """
    kept = {"profile": profile, "region": region, "when": when.isoformat(), "Images": list(records)}
    path = _file(profile, region)
    own_folder(path.parent)
    write_whole(path, json.dumps(kept, default=str).encode(), private=True)


def kept_codes() -> frozenset[str]:
    """The billing codes of the images that were kept; what is damaged has none."""
    return frozenset(row.kind.usage_operation for region in kept(lambda _: None) for row in region.rows)


def kept(tell: Callable[[Message], object]) -> Iterator[KeptRegion]:
    """All that was kept, by profile and Region.

    A damaged file is left out and set aside under another name in the same folder; `tell` is told.
    """
    found = []
    for path in _files():
        if _NAME.fullmatch(path.name):
            try:
                found.append(_read(path))
            except (NotRead, ImageError, ValueError, KeyError, TypeError, RecursionError) as problem:
                _set_aside(path, problem, tell)
    yield from sorted(found, key=lambda region: (region.profile, region.region))


def wipe() -> int:
    """Remove everything that was kept; how many files that were. Raises NotWritten."""
    files = [path for path in _files() if _OURS.fullmatch(path.name)]
    for path in files:
        try:
            path.unlink(missing_ok=True)
        except OSError as problem:
            raise NotWritten(path, problem) from None
    return len(files)


def _file(profile: str, region: str) -> Path:
    """Nothing that a config file or AWS says becomes part of a path."""
    name = hashlib.sha256(json.dumps([profile, region]).encode()).hexdigest()
    return images_folder() / f"{name}.json"


def _files() -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(images_folder().iterdir())
    return []


def _read(path: Path) -> KeptRegion:
    found = json.loads(read_text(path))
    profile, region, when = found["profile"], found["region"], datetime.datetime.fromisoformat(found["when"])
    if path != _file(profile, region) or when.tzinfo is None:
        raise ValueError("it says another profile, Region or time than it was kept for")
    reader = RowReader()
    rows = []
    for number, record in enumerate(found["Images"]):
        if not isinstance(record, dict):
            raise TypeError(f"Images[{number}]: expected an object")
        rows.append(reader.read(record, profile, region, f"Images[{number}]"))
    return KeptRegion(profile, region, when, tuple(rows))


def _set_aside(path: Path, problem: Exception, tell: Callable[[Message], object]) -> None:
    aside = path.with_name(f"{_ASIDE}{path.name}")
    with contextlib.suppress(OSError):
        path.replace(aside)
    said = problem.message if isinstance(problem, NotRead) else f"{path}: {problem}"
    tell(
        Message(
            "Images that were kept are damaged: {problem}. The file was set aside as {aside}; "
            "ask the account again.",
            {"problem": said, "aside": str(aside)},
        )
    )
