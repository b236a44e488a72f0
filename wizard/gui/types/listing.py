"""Which types a table lists, and as what."""

from __future__ import annotations

from collections.abc import Callable

from wizard.gui.session import Session
from wizard.model.frozen import frozen
from wizard.model.recommend.ranked import Ranked


@frozen
class Listing:
    """Which types a table lists, and as what. order: what the order of the rows is called.

    preference: where the chosen columns are kept; layout: their widths and their order. usual: the columns where none are chosen; none: those that tell the types apart.
    """

    name: str
    order: str
    rows: Callable[[Session], tuple[Ranked, ...]]
    preference: str
    layout: str
    usual: tuple[str, ...] = ()
