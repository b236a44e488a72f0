"""A source as a link: its title, and the day it was last checked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.gui.texts import gettext, render
from wizard.gui.widgets.link import Link
from wizard.model.ec2.finding import Source
from wizard.report.finding_words import checked


class SourceLink(Link):
    """A link to the page of a source, with its title and the day that it was checked."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        text = render(checked(source))
        name = gettext("Open source: {source}").replace("{source}", text)
        super().__init__(text, source.url, name, parent)
