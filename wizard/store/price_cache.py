"""The prices that were last refreshed, fetched or imported, in the user's cache, over those that ship."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from wizard.model.message import Message
from wizard.model.prices.amount import PriceError
from wizard.model.prices.price import Prices
from wizard.model.prices.price_text import read_prices, write_prices
from wizard.store.folders import cache_folder, own_folder
from wizard.store.text_file import NotRead, is_there, read_text
from wizard.store.whole_file import NotWritten, write_whole

_ASIDE = "damaged-prices.json"

Tell = Callable[[Message], object]


def prices_file() -> Path:
    """Where they are kept."""
    return cache_folder() / "prices.json"


def built_in_prices(resources: Path) -> Prices:
    """The prices that ship with the program. Raises NotRead or PriceError for a damaged installation."""
    lists = (
        read_prices(read_text(file), file.name) for file in sorted((resources / "prices").glob("*.json"))
    )
    return Prices.of(each for prices in lists for each in prices.lists.values())


def cached_prices(tell: Tell) -> Prices:
    """The kept prices; none if there are none that can be used.

    A damaged file is set aside under another name in the same folder, and `tell` is told.
    """
    path = prices_file()
    if not is_there(path):
        return Prices()
    try:
        return read_prices(read_text(path), str(path))
    except (NotRead, PriceError) as problem:
        aside = path.with_name(_ASIDE)
        with contextlib.suppress(OSError):
            path.replace(aside)
        values = {"problem": str(problem), "aside": aside}
        tell(
            Message(
                "The kept prices are damaged: {problem}. The file was set aside as {aside}; "
                "the built-in prices count until you refresh them again.",
                values,
            )
        )
        return Prices()


def keep_prices(newer: Prices) -> Prices:
    """Keep these over those kept before; all that are kept now. Raises NotWritten."""
    path = prices_file()
    own_folder(path.parent)
    kept = cached_prices(lambda _: None).updated(newer)
    write_whole(path, write_prices(kept).encode(), private=True)
    return kept


def forget_prices() -> bool:
    """Back to the built-in prices. Whether there were others. Raises NotWritten."""
    path = prices_file()
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as problem:
        raise NotWritten(path, problem) from None
    return True
