"""Which of the images in a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from wizard.gui.texts import gettext, ngettext
from wizard.gui.widgets.label import Label, Style
from wizard.report.visible import visible


def choose_image(images: Sequence[Mapping[str, object]], parent: QWidget) -> Mapping[str, object] | None:
    """The only image, or the one that the person picks; None if there is none or they think better of it."""
    if len(images) < 2:
        return images[0] if images else None
    dialog = ImageChoice(images, parent)
    return images[dialog.row()] if dialog.exec() == QDialog.DialogCode.Accepted else None


class ImageChoice(QDialog):
    """A list of images by id and name."""

    def __init__(self, images: Sequence[Mapping[str, object]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(gettext("Choose an image"))
        self.resize(560, 400)
        self._list = QListWidget()
        self._list.setAccessibleName(gettext("Images in the file"))
        self._list.setUniformItemSizes(True)
        for image in images:
            self._list.addItem(
                visible("  ·  ".join(str(image.get(key) or "–") for key in ("ImageId", "Name")), 160)
            )
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        heading = ngettext(
            "The file holds {count} image. Which one?",
            "The file holds {count} images. Which one?",
            len(images),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(heading.replace("{count}", str(len(images))), Style.HEADING))
        layout.addWidget(self._list)
        layout.addWidget(buttons)

    def row(self) -> int:
        """The place of the chosen image."""
        return self._list.currentRow()
