"""The Regions to ask, to be ticked; nothing ticked means all that are enabled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from wizard.gui.texts import gettext, render
from wizard.gui.widgets.tables.check_menu import CheckMenuButton
from wizard.model.message import Message


class RegionMenu(CheckMenuButton):
    """The button says which Regions are ticked, or how many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Regions"), _said, parent)


def _said(texts: Sequence[str]) -> str:
    if not texts:
        return gettext("All enabled Regions")
    if len(texts) == 1:
        return texts[0].partition(" · ")[0]
    values = {"count": len(texts)}
    return render(Message("{count} Region", values, "{count} Regions", len(texts)))
