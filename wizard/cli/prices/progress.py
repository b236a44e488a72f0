"""How far reading a price file has come, and which of its rows were refused."""

from __future__ import annotations

import sys

from wizard.cli.console import complain
from wizard.model.message import Message, Translations
from wizard.model.prices.price_file import PriceFile, Progress

_MEGABYTE = 1_000_000


def progress(name: str, translations: Translations) -> Progress:
    """Says how far it is on a terminal, and nothing elsewhere."""

    def told(done: int) -> None:
        if sys.stderr is not None and sys.stderr.isatty():
            values = {"name": name, "megabytes": done // _MEGABYTE}
            complain(Message("{name}: {megabytes} MB read", values), translations)

    return told


def tell_refused(reader: PriceFile, translations: Translations) -> None:
    """The first of the rows that were refused, and how many more there were."""
    for problem in reader.problems:
        complain(problem, translations)
    if more := reader.refused - len(reader.problems):
        complain(Message("{count} more rows were refused", {"count": more}), translations)
