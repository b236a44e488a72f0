"""What a refreshed catalogue changes: in figures, and sentence by sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from wizard.gui.figures import Figures
from wizard.gui.label import Label, Style
from wizard.gui.spoken import number
from wizard.model.catalog.change import CatalogChange
from wizard.model.message import Translations
from wizard.report.visible import visible

_LEAST_LINES = 7


class ChangeView(QWidget):
    """The sentences can be selected and copied."""

    def __init__(self, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translations = translations
        self._figures = Figures()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(translations.gettext("What changed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(translations.gettext("What changed"), Style.HEADING))
        column.addWidget(self._figures)
        column.addWidget(self._text, 1)
        self.hide()

    def show_change(self, change: CatalogChange) -> None:
        ngettext = self._translations.ngettext
        moved = len({*change.offered, *change.withdrawn})
        counts = (
            (len(change.added), ngettext("new type", "new types", len(change.added))),
            (len(change.removed), ngettext("type gone", "types gone", len(change.removed))),
            (len(change.changed), ngettext("type changed", "types changed", len(change.changed))),
            (moved, ngettext("Region offers others", "Regions offer others", moved)),
        )
        self._figures.show_figures([(number(count, self._translations), words) for count, words in counts])
        self._text.setPlainText(
            "\n".join(visible(message.render(self._translations), 600) for message in change.told())
        )
        self._text.setMinimumHeight(self._text.fontMetrics().lineSpacing() * _LEAST_LINES)
        self.show()
