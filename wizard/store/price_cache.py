"""The prices that were last refreshed, fetched or imported, in the user's cache, over those that ship."""

from __future__ import annotations

from pathlib import Path

from wizard.model.message import Message
from wizard.model.prices.price import Prices
from wizard.model.prices.price_text import read_prices, write_prices
from wizard.store.folders import cache_folder, own_folder
from wizard.store.own_copy import Tell, forget_own, read_own
from wizard.store.text_file import read_text
from wizard.store.whole_file import write_whole

_DAMAGED = Message(
    "The kept prices are damaged: {problem}. The file was set aside as {aside}; "
    "the built-in prices count until you refresh them again."
)


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
    return read_own(path, lambda text: read_prices(text, str(path)), _DAMAGED, tell) or Prices()


def keep_prices(newer: Prices) -> Prices:
    """Keep these over those kept before; all that are kept now. Raises NotWritten."""
    path = prices_file()
    own_folder(path.parent)
    kept = cached_prices(lambda _: None).updated(newer)
    write_whole(path, write_prices(kept).encode(), private=True)
    return kept


def forget_prices() -> bool:
    """Back to the built-in prices. Whether there were others. Raises NotWritten."""
    return forget_own(prices_file())
