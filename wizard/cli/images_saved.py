"""The images in files that somebody saved, for `ami-wizard images --from`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from wizard.cli.collected import Collected, Tell, Unread
from wizard.cli.console import STANDARD_INPUT, Refusal, read_source
from wizard.formats.image_text import ImageText
from wizard.model.cause import cause_of, quoted
from wizard.model.images.describe_images import ImageError
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.message import Message


def read_saved(sources: Sequence[str], region: str, tell: Tell) -> Collected:
    """The images of files, and of the files in folders, in order. region: where they are from, if known.

    A file that cannot be read is told, and costs its own images only. Raises Refusal where no file can
    be read.
    """
    files = [file for source in sources for file in _files(source)]
    reader = RowReader(keep=False)
    rows: list[ImageRow] = []
    unread: list[Unread] = []
    refused: list[Refusal] = []
    for file in files:
        try:
            images, found = _read(file, region, reader)
        except Refusal as problem:
            refused.append(problem)
            unread.append(Unread(file, problem.message))
            continue
        rows += found
        unread += [Unread(file, message) for message in images.odd]
        if images.page:
            tell(_more_follow(file))
    if len(refused) == len(files):
        raise refused[0]
    for each in unread:
        tell(each.problem)
    return Collected(rows, status=2 if refused else 0, unread=unread)


def _read(file: str, region: str, reader: RowReader) -> tuple[ImageText, list[ImageRow]]:
    images = ImageText(*read_source(file))
    try:
        rows = list(images.rows(region, reader))
    except ImageError as problem:
        raise Refusal(problem.message) from None
    if images.odd and not rows:
        raise Refusal(images.odd[0])
    return images, rows


def _files(source: str) -> Iterator[str]:
    """The file itself; for a folder the files in it, by name, but for hidden ones. Raises Refusal."""
    folder = Path(source)
    try:
        if source == STANDARD_INPUT or not folder.is_dir():
            yield source
            return
        names = sorted(file for file in folder.iterdir() if file.is_file() and not file.name.startswith("."))
    except (OSError, ValueError) as problem:
        values = {"file": quoted(source), "cause": cause_of(problem)}
        raise Refusal(Message("{file}: not read: {cause}; expected a file or a folder", values)) from None
    if not names:
        raise Refusal(Message("{file}: an empty folder; expected saved replies in it", {"file": source}))
    yield from map(str, names)


def _more_follow(file: str) -> Message:
    return Message(
        "{file}: one page of the images, more follow (NextToken). "
        "Ask again without --max-items and --no-paginate to get all of them.",
        {"file": "standard input" if file == STANDARD_INPUT else file},
    )
