"""The answers of the window beside those of a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wizard.gui import feedback
from wizard.gui.texts import gettext, ngettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.frame import Framed
from wizard.gui.widgets.label import Label, Style, line_width
from wizard.gui.widgets.scroll_pane import ScrollPane
from wizard.report import table_text
from wizard.report.answers_comparison import AnswersComparison
from wizard.report.visible import visible

_MOST_NAMES = 40
_LONGEST = 2000


class CompareAnswersDialog(QDialog):
    """What each leads to, the answers that differ, and the types that only one of both reaches."""

    def __init__(self, found: AnswersComparison, file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found = found
        self._names = (gettext("These answers"), visible(file, 60))
        self.setWindowTitle(gettext("Compare with {file}").replace("{file}", self._names[1]))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        body = ScrollPane()
        body.column.addLayout(self._decisions())
        body.column.addWidget(Label(gettext("Answers that differ"), Style.HEADING))
        if found.answers:
            body.column.addWidget(self._answers())
        else:
            body.column.addWidget(Label(gettext("None: both answer the same.")))
        body.column.addWidget(Label(gettext("Types"), Style.HEADING))
        for text, names in self._types():
            body.column.addWidget(Label(text, Style.STRONG))
            if names:
                body.column.addWidget(Label(names, Style.QUIET))
        body.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(body, 1)
        column.addLayout(self._buttons())
        self.resize(QSize(max(720, line_width(110)), 520).boundedTo(self.screen().availableSize()))
        body.make_room(self)

    def _decisions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, recommendation in zip(self._names, (self._found.here, self._found.there), strict=True):
            card = Framed()
            inside = QVBoxLayout(card)
            inside.setContentsMargins(16, 10, 16, 12)
            inside.setSpacing(4)
            inside.addWidget(Label(name, Style.OVERLINE))
            count = len(recommendation.ranked)
            said = ngettext("{count} type fits", "{count} types fit", count).replace("{count}", number(count))
            inside.addWidget(Label(said, Style.HEADING))
            inside.addWidget(Label(render(recommendation.summary, _LONGEST)))
            inside.addStretch()
            row.addWidget(card, 1)
        return row

    def _rows(self) -> list[tuple[str, ...]]:
        return [
            (render(each.question.label), render(each.here, _LONGEST), render(each.there, _LONGEST))
            for each in self._found.answers
        ]

    def _answers(self) -> QWidget:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        for column, name in enumerate(self._names, 1):
            grid.addWidget(Label(name, Style.OVERLINE), 0, column)
        for row, cells in enumerate(self._rows(), 1):
            for column, text in enumerate(cells):
                style = Style.QUIET if column == 0 else Style.BODY
                grid.addWidget(Label(text, style), row, column, Qt.AlignmentFlag.AlignTop)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        return sheet

    def _types(self) -> Iterator[tuple[str, str]]:
        """A sentence for each side, with names."""
        here, there = self._found.only_here, self._found.only_there
        said = ngettext("{count} only with these answers", "{count} only with these answers", len(here))
        yield said.replace("{count}", number(len(here))), _listed(here)
        said = ngettext("{count} only with {file}", "{count} only with {file}", len(there))
        yield said.replace("{count}", number(len(there))).replace("{file}", self._names[1]), _listed(there)
        yield gettext("{count} with both").replace("{count}", number(self._found.both)), ""

    def _buttons(self) -> QHBoxLayout:
        copy = QPushButton(gettext("&Copy as Markdown"))
        put_icon(copy, "copy")
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch()
        row.addWidget(close)
        return row

    def _copy(self) -> None:
        header = (gettext("Question"), *self._names)
        decisions = (
            gettext("Recommendation"),
            *(render(each.summary, _LONGEST) for each in (self._found.here, self._found.there)),
        )
        text = table_text.markdown(header, [decisions, *self._rows()])
        types = "".join(f"\n{said}: {names}\n" if names else f"\n{said}\n" for said, names in self._types())
        feedback.copy(text + types, gettext("The comparison is on the clipboard."))


def _listed(names: Sequence[str]) -> str:
    """The best first; how many more there are."""
    shown = ", ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    if more <= 0:
        return shown
    text = ngettext("{names} and {more} more", "{names} and {more} more", more)
    return text.replace("{names}", shown).replace("{more}", number(more))
