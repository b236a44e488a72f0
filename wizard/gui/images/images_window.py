"""The images one owns, in a window beside the walk."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPalette, QShowEvent, Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from wizard.gui.desk import Desk
from wizard.gui.icons import Icons
from wizard.gui.images.gallery import Gallery
from wizard.gui.images.image_menus import ImageMenus
from wizard.gui.images.images_panel import ImagesPanel
from wizard.model.message import Translations


class ImagesWindow(QMainWindow):
    """All images of the gallery. Esc cancels what is asked; once more, it closes."""

    def __init__(
        self,
        gallery: Gallery,
        desk: Desk,
        icons: Icons,
        translations: Translations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translations.gettext("Images – AMI Wizard"))
        self.setMinimumSize(720, 480)
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        self.panel = ImagesPanel(gallery, list, desk, icons, translations)
        sheet = QWidget()
        sheet.setBackgroundRole(QPalette.ColorRole.Base)
        sheet.setAutoFillBackground(True)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 12, 16, 10)
        column.addWidget(self.panel)
        self.setCentralWidget(sheet)
        self.menus = ImageMenus(self, self.panel, desk, translations)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panel.first_control().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.panel.gallery.busy:
            self.panel.gallery.cancel()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        # What came stays for the next time that it is opened.
        self.panel.gallery.cancel()
        super().closeEvent(event)
