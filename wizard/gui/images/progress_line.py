"""How far asking has come: in figures, in words and as a bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.gui.texts import render
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.label import Label, Style, as_tip
from wizard.gui.widgets.progress import ProgressStrip
from wizard.model.account.listing_progress import RegionState
from wizard.model.message import Message
from wizard.report.visible import visible

_MOST_NAMES = 3
_MOST_UNREAD = 20


class ProgressLine(QWidget):
    """Its tooltip tells Region by Region."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label("", Style.SMALL)
        # Qt's own progress bar draws at once, and all that waits to be drawn with it.
        self._bar = ProgressStrip()
        self._bar.setFixedWidth(160)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._bar)
        row.addWidget(self._label, 1)

    def show_states(
        self, states: Sequence[RegionState], images: int, *, asking: bool, unread: Sequence[Message] = ()
    ) -> None:
        """What became of each Region so far. unread: what is wrong with records that could not be read."""
        regions = [state for state in states if state.region]
        done = sum(state.answered or state.problem is not None for state in regions)
        self._bar.setVisible(asking)
        self._bar.show_share(done / len(regions) if regions else 0.0)
        counted = number(images)
        text = Message("{count} image", {"count": counted}, "{count} images", images)
        parts = [render(text)]
        if regions:
            values = {"answered": sum(state.answered for state in regions), "regions": len(regions)}
            told = Message("{answered} of {regions} Regions answered", values)
            parts.append(render(told))
        waiting = [s.region for s in regions if s.asked and not s.answered and s.problem is None]
        if asking and waiting:
            listed = ", ".join(waiting[:_MOST_NAMES]) + ("…" if len(waiting) > _MOST_NAMES else "")
            told = Message("waiting for {regions}", {"regions": listed})
            parts.append(render(told))
        if unread:
            count = {"count": len(unread)}
            told = Message("{count} record unreadable", count, "{count} records unreadable", len(unread))
            parts.append(render(told))
        self._label.setText(visible(" · ".join(parts)))
        told_apart = [self._line(state) for state in regions]
        lines = "\n".join([*told_apart, *(visible(render(line), 300) for line in unread[:_MOST_UNREAD])])
        self.setToolTip(as_tip(lines))
        self.setAccessibleDescription(lines)

    def _line(self, state: RegionState) -> str:
        if state.problem is not None:
            said: Message = state.problem.problem
        elif state.answered:
            said = Message("{count} image", {"count": state.count}, "{count} images", state.count)
        else:
            said = Message("asked") if state.asked else Message("not asked yet")
        return visible(f"{state.profile} {state.region}: {render(said)}", 300)
