"""The decision as it stands, at the right of the page, or as one line where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wizard.flow.question import verbatim
from wizard.gui.texts import gettext, ngettext, render
from wizard.gui.theme.locale_format import long_name, number, short_name
from wizard.gui.widgets.label import Label, Style
from wizard.gui.widgets.named import set_named
from wizard.model.message import Message

if TYPE_CHECKING:
    from wizard.flow.effects import Effect
    from wizard.model.recommend.recommendation import ImageProfile, Recommendation


_TERMS = ("architecture", "boot-mode", "ena", "root-device")


class SummaryPanel(QScrollArea):
    """A recommendation in brief: what ends, what becomes of what one has, the kind of image, how many
    types remain, and what each answer did. As long as nothing is answered it promises nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(gettext("So far"))
        set_named(
            self,
            frameShape="NoFrame",
            focusPolicy="NoFocus",
            horizontalScrollBarPolicy="ScrollBarAlwaysOff",
        )
        self.setWidgetResizable(True)
        sheet = QWidget()
        sheet.setBackgroundRole(QPalette.ColorRole.Window)
        sheet.setAutoFillBackground(True)
        self.setWidget(sheet)
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(24, 32, 24, 24)
        self._column.setSpacing(0)
        self._column.addWidget(Label(gettext("So far"), Style.OVERLINE))
        self._column.addStretch()
        self._filled = False

    def _fill(self) -> None:
        """Put in what says a decision; the first picture has none."""
        from wizard.gui.shell.effect_list import EffectList
        from wizard.gui.widgets.progress import ProgressStrip

        self._filled = True
        self._column.takeAt(self._column.count() - 1)
        column = self._column
        column.addSpacing(8)
        self._ended = QWidget()
        self._support: Label | None = None
        column.addWidget(self._ended)
        self._own = Label("", Style.BODY)
        self._own.setContentsMargins(0, 0, 0, 12)
        self._figure = Label("", Style.FIGURE)
        self._meaning = Label("", Style.QUIET)
        for label in (self._own, self._figure, self._meaning):
            column.addWidget(label)
        column.addSpacing(16)
        self._facts = QWidget()
        self._values: list[Label] = []
        column.addWidget(self._facts)
        column.addSpacing(24)
        self._count = Label("", Style.DECISION)
        self._remain = Label("", Style.QUIET)
        self._strip = ProgressStrip()
        self._elsewhere = Label("", Style.QUIET)
        self._doubt = Label("", Style.QUIET)
        for widget in (self._count, self._remain, self._strip, self._doubt, self._elsewhere):
            column.addWidget(widget)
            column.addSpacing(4)
        column.addSpacing(20)
        self._effects = EffectList()
        column.addWidget(self._effects)
        column.addStretch()
        # What comes into a window that is shown already is shown by Qt a moment later.
        for label in (self._figure, self._meaning, self._count, self._remain):
            label.show()
        self._wait()

    def _wait(self) -> None:
        """Before anything is judged."""
        for widget in (self._ended, self._own, self._facts, self._strip, self._doubt, self._elsewhere):
            widget.hide()

    def refresh(
        self, recommendation: Recommendation, effects: Sequence[Effect], last: str | None = None
    ) -> None:
        """Show this one. effects: what each answer did; last: the question that was answered last."""
        if not self._filled:
            self._fill()
        self._effects.show_effects(effects, last)
        self._show_what_one_has(recommendation)
        self._show_decision(recommendation, nothing=not effects)
        self._show_count(len(recommendation.ranked), recommendation.total)
        self._show_doubt(recommendation)
        self._show_elsewhere(recommendation)
        if not effects:
            self._count.clear()
            self._remain.clear()
            self._wait()

    def _show_decision(self, recommendation: Recommendation, *, nothing: bool) -> None:
        """The kind of image. nothing: nobody has answered anything."""
        decision = recommendation.decision
        if nothing:
            self._figure.setText(number(recommendation.total))
            self._meaning.setText(gettext("instance types. Nothing is answered yet."))
        elif decision is None:
            self._figure.setText(gettext("None"))
            self._meaning.setText(gettext("No type meets all answers. The results say what to relax."))
        else:
            self._figure.setText(render(short_name(decision.virtualization_type)))
            self._meaning.setText(render(long_name(decision.virtualization_type)))
            self._values = self._values or self._build_facts()
            for label, value in zip(self._values, _facts(decision), strict=True):
                label.setText(render(value))
        self._facts.setVisible(decision is not None)

    def _show_what_one_has(self, recommendation: Recommendation) -> None:
        support, own = recommendation.support, recommendation.own_image
        ended = support is not None and support.regular_ended
        if support is not None and ended:
            self._support = self._support or self._build_ended()
            self._support.setText(render(support.text, 300))
        self._ended.setVisible(ended)
        said = own is not None and own.image.virtualization_type is not None
        self._own.setVisible(said)
        if own is not None and said:
            self._own.setText(render(own.text, 300))

    def _show_count(self, count: int, total: int) -> None:
        self._count.setText(number(count))
        self._remain.setText(
            ngettext("of {all} instance types fits", "of {all} instance types fit", count).replace(
                "{all}", number(total)
            )
        )
        self._strip.show()
        self._strip.show_share(count / total)

    def _show_doubt(self, recommendation: Recommendation) -> None:
        """On how many of the types it depends on what is not known."""
        from wizard.model.ec2.finding import Outcome

        count = recommendation.by_outcome[Outcome.UNKNOWN]
        self._doubt.setVisible(bool(count))
        values = {"count": number(count)}
        every = count == len(recommendation.ranked)
        said = (
            Message("On each of them that depends on what is not known.")
            if every
            else Message("On {count} of them that depends on what is not known.", values)
        )
        self._doubt.setText(render(said))

    def _show_elsewhere(self, recommendation: Recommendation) -> None:
        """What another architecture would reach, where that was left open."""
        decided = recommendation.decision.architecture if recommendation.decision else None
        others = [
            f"{architecture.value}:\u00a0{number(count)}"
            for architecture, count in recommendation.by_architecture
            if count and architecture is not decided
        ]
        self._elsewhere.setVisible(bool(others))
        self._elsewhere.setText(
            gettext("With another image – {others}").replace("{others}", "\u00a0· ".join(others))
        )

    def _build_facts(self) -> list[Label]:
        from PySide6.QtCore import Qt

        from wizard.gui.widgets.explained import TermLabel

        grid = QGridLayout(self._facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        values = []
        names = (gettext("Architecture"), gettext("Boot mode"), gettext("ENA"), gettext("Root device"))
        for row, (name, term) in enumerate(zip(names, _TERMS, strict=True)):
            value = Label("")
            grid.addWidget(TermLabel(name, term), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            values.append(value)
        return values

    def _build_ended(self) -> Label:
        from PySide6.QtCore import Qt

        from wizard.gui.widgets.icon_label import IconLabel

        line = QHBoxLayout(self._ended)
        line.setContentsMargins(0, 0, 0, 12)
        line.setSpacing(8)
        label = Label("", Style.STRONG)
        line.addWidget(IconLabel("degraded", accented=True), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label, 1)
        return label


def _facts(decision: ImageProfile) -> tuple[Message, ...]:
    from wizard.report import words

    return (
        verbatim(decision.architecture.value),
        words.BOOT_MODES[decision.boot_mode],
        words.YES if decision.ena else words.NO,
        words.ROOT_DEVICES[decision.root_device_type],
    )
