"""How large the pages of the report are shown."""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from wizard.gui.review.preview import Preview
from wizard.gui.texts import gettext
from wizard.gui.theme.icons import put_icon
from wizard.gui.theme.locale_format import number


class ZoomBar(QWidget):
    """Smaller, larger, and between them how large: pressed it fits the pages to the width again."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._fit = QToolButton()
        self._fit.setToolTip(gettext("Fit the pages to the width"))
        self._fit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fit.clicked.connect(lambda: preview.zoom(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._button("smaller", gettext("Smaller pages"), larger=False))
        row.addWidget(self._fit)
        row.addWidget(self._button("larger", gettext("Larger pages"), larger=True))
        preview.drawn.connect(lambda _: self._say())
        self._say()

    def _button(self, sign: str, name: str, *, larger: bool) -> QToolButton:
        button = QToolButton()
        put_icon(button, sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._preview.step(larger=larger))
        return button

    def _say(self) -> None:
        text = gettext("{percent} %").replace("{percent}", number(round(100 * self._preview.scale)))
        self._fit.setText(text)
        self._fit.setMinimumWidth(self._fit.fontMetrics().horizontalAdvance("000 %") + 16)
        name = gettext("Pages at {percent}: fit them to the width").replace("{percent}", text)
        self._fit.setAccessibleName(name)
