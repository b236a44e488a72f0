"""An image, read from a file that holds DescribeImages' reply."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wizard.flow.kind import Value
from wizard.gui.editors.editor import Editor
from wizard.gui.icons import Icons
from wizard.gui.label import Label, Style
from wizard.gui.shelf import Shelf
from wizard.model.message import Translations
from wizard.report.visible import visible

PickImage = Callable[[], Mapping[str, object] | None]
"""Lets the person choose a file and an image in it; None if they think better of it."""

_TOLD = ("ImageId", "Name", "Architecture", "VirtualizationType", "BootMode", "RootDeviceType")


class ImageEditor(Editor):
    """A button that opens a file; afterwards what the image says of itself, and a way to let it go."""

    def __init__(
        self, pick: PickImage, icons: Icons, translations: Translations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pick = pick
        self._open = QPushButton(translations.gettext("Open an image’s DescribeImages &JSON…"))
        self._open.setAutoDefault(True)
        icons.put_on(self._open, "open")
        self._forget = QPushButton(translations.gettext("Forget this &image"))
        self._forget.setAutoDefault(True)
        self._title = Label("", Style.STRONG)
        self._facts = Label("", Style.QUIET)
        self._open.clicked.connect(self._opened)
        self._forget.clicked.connect(lambda: self.answered.emit(None))
        self._buttons = Shelf()
        self._buttons.fill([self._open, self._forget])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._facts)
        layout.addSpacing(4)
        layout.addWidget(self._buttons)
        self.show_value(None)

    def show_value(self, value: Value | None) -> None:
        record = value if isinstance(value, Mapping) else {}
        told = [visible(str(record[key]), 80) for key in _TOLD if record.get(key)]
        self._title.setText(told[0] if told else "")
        self._facts.setText(" · ".join(told[1:]))
        for widget in (self._title, self._facts, self._forget):
            widget.setVisible(bool(record))
        self._buttons.refit()

    def control(self) -> QWidget:
        return self._open

    def name(self, label: str, description: str) -> None:
        self.setAccessibleName(label)
        self._open.setAccessibleDescription(description)

    def _opened(self) -> None:
        record = self._pick()
        if record is not None:
            self.answered.emit(record)
