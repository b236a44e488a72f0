"""The decision as it stands, at the right of the page, or as one line where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wizard.flow.question import verbatim
from wizard.gui.texts import gettext, ngettext, render
from wizard.gui.theme.locale_format import long_name, number, short_name
from wizard.gui.widgets.icon_label import IconLabel
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.progress import ProgressStrip
from wizard.model.message import Message
from wizard.report.visible import visible

if TYPE_CHECKING:
    from wizard.model.recommend.recommendation import Profile, Recommendation


from typing import TYPE_CHECKING

from wizard.gui.widgets.page import MARGIN

if TYPE_CHECKING:
    from wizard.model.recommend.recommendation import Recommendation


_MOST_REASONS = 3


class SummaryPanel(QScrollArea):
    """Shows a recommendation in brief: the kind of image, how many types remain, the strongest reasons."""

    def __init__(self, types: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._types = types
        self.setAccessibleName(gettext("So far"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        sheet.setBackgroundRole(QPalette.ColorRole.Window)
        sheet.setAutoFillBackground(True)
        self.setWidget(sheet)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 32, 24, 24)
        column.setSpacing(0)
        column.addWidget(Label(gettext("So far"), Style.OVERLINE))
        column.addSpacing(8)
        self._figure = Label("", Style.FIGURE)
        self._meaning = Label("", Style.QUIET)
        column.addWidget(self._figure)
        column.addWidget(self._meaning)
        column.addSpacing(16)
        self._facts = QWidget()
        self._values = self._build_facts()
        column.addWidget(self._facts)
        column.addSpacing(24)
        self._count = Label("", Style.DECISION)
        self._remain = Label("", Style.QUIET)
        self._strip = ProgressStrip()
        column.addWidget(self._count)
        column.addWidget(self._remain)
        column.addSpacing(8)
        column.addWidget(self._strip)
        column.addSpacing(24)
        self._because = Label(gettext("Strongest reasons"), Style.OVERLINE)
        self._otherwise = Label(
            gettext("What other choices would run into, and what to know about this one"), Style.SMALL
        )
        column.addWidget(self._because)
        column.addSpacing(2)
        column.addWidget(self._otherwise)
        column.addSpacing(10)
        self._reasons = [self._reason_row(column) for _ in range(_MOST_REASONS)]
        column.addStretch()
        self._wait()

    def _wait(self) -> None:
        """Before anything is judged: all types, and no decision."""
        self._facts.hide()
        for widget in (self._because, self._otherwise, *(row for row, _, _ in self._reasons)):
            widget.hide()
        self._show_count(self._types)

    def refresh(self, recommendation: Recommendation) -> None:
        decision = recommendation.decision
        count = len(recommendation.ranked)
        if decision is None:
            self._figure.setText(gettext("None"))
            self._meaning.setText(gettext("No type meets all answers. The results say what to relax."))
        else:
            self._figure.setText(render(short_name(decision.virtualization_type)))
            self._meaning.setText(render(long_name(decision.virtualization_type)))
            for label, value in zip(self._values, _facts(decision), strict=True):
                label.setText(render(value))
        self._facts.setVisible(decision is not None)
        self._show_count(count)
        self._show_reasons(recommendation)

    def _show_count(self, count: int) -> None:
        self._count.setText(number(count))
        self._remain.setText(
            ngettext("of {all} instance types fits", "of {all} instance types fit", count).replace(
                "{all}", number(self._types)
            )
        )
        self._strip.show_share(count / self._types)

    def _show_reasons(self, recommendation: Recommendation) -> None:
        findings = recommendation.reasons[:_MOST_REASONS]
        for label in (self._because, self._otherwise):
            label.setVisible(bool(findings))
        for place, (row, sign, label) in enumerate(self._reasons):
            row.setVisible(place < len(findings))
            if place < len(findings):
                sign.become(findings[place].outcome)
                label.setText(visible(render(findings[place].text), 300))

    def _build_facts(self) -> list[Label]:
        grid = QGridLayout(self._facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        values = []
        for row, name in enumerate(
            (gettext("Architecture"), gettext("Boot mode"), gettext("ENA"), gettext("Root device"))
        ):
            value = Label("")
            grid.addWidget(Label(name, Style.QUIET, wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            values.append(value)
        return values

    @staticmethod
    def _reason_row(column: QVBoxLayout) -> tuple[QWidget, IconLabel, Label]:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 8)
        line.setSpacing(8)
        label = Label("")
        sign = IconLabel("works", accented=True)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label, 1)
        column.addWidget(row)
        return row, sign, label


def _facts(decision: Profile) -> tuple[Message, ...]:
    from wizard.report import words

    return (
        verbatim(decision.architecture.value),
        words.BOOT_MODES[decision.boot_mode],
        words.YES if decision.ena else words.NO,
        words.ROOT_DEVICES[decision.root_device_type],
    )


class SummaryLine(QWidget):
    """Says the same as the panel, in brief."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(gettext("So far"))
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self._decision = Label("", Style.STRONG)
        self._count = Label("", Style.QUIET, wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout.setSpacing(16)
        layout.addWidget(self._decision, 1)
        layout.addWidget(self._count)

    def refresh(self, recommendation: Recommendation, types: int) -> None:
        from wizard.report import words

        if recommendation.decision is None:
            self._decision.setText(gettext("No type meets all answers"))
        else:
            self._decision.setText(render(words.profile(recommendation.decision)))
        text = gettext("{count} of {all} types")
        text = text.replace("{count}", number(len(recommendation.ranked)))
        self._count.setText(text.replace("{all}", number(types)))
