"""The whole table of instance types, in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.services import Services
from wizard.gui.session import Session
from wizard.gui.texts import gettext
from wizard.gui.theme.locale_format import number
from wizard.gui.types.browser import TypesBrowser
from wizard.gui.types.cells import natural
from wizard.gui.types.listing import Listing
from wizard.gui.widgets.label import Label, Style
from wizard.gui.window_place import keep_place, restore_place
from wizard.model.recommend.listed import listed
from wizard.model.recommend.ranked import Ranked

_USUAL = (
    "type",
    "vcpus",
    "memory",
    "processor",
    "generation",
    "network",
    "ebs",
    "storage",
    "accelerators",
    "hypervisor",
    "virtualization",
    "price",
    "regions",
)


def _all(session: Session) -> tuple[Ranked, ...]:
    rows = listed(session.knowledge, session.recommendation.costs)
    return tuple(sorted(rows, key=lambda row: natural(row.instance_type.name)))


class TypesWindow(QMainWindow):
    """Nothing is left out; what the answers say to a type stands under the table. Ctrl+W closes, Esc never does."""

    def __init__(self, session: Session, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(gettext("Instance types – AMI Wizard"))
        self.setMinimumSize(720, 480)
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        self._services = services
        restore_place(self, services, "types_place")
        self._session = session
        self._heading = Label("", Style.TITLE)
        listing = Listing(
            gettext("All instance types"),
            gettext("Order of names"),
            _all,
            "catalog_columns",
            "catalog_layout",
            _USUAL,
        )
        self.browser = TypesBrowser(session, FileDialogs(self, services), listing)
        sheet = QWidget()
        sheet.setBackgroundRole(QPalette.ColorRole.Base)
        sheet.setAutoFillBackground(True)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(20, 16, 20, 14)
        column.addWidget(self._heading)
        column.addWidget(self.browser, 1)
        self.setCentralWidget(sheet)
        close = QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self)
        close.activated.connect(self.close)
        session.changed.connect(self._refresh)

    def narrow(self, text: str) -> None:
        """Filter as if the person had typed this."""
        self.browser.narrow(text)

    def closeEvent(self, event: QCloseEvent) -> None:
        keep_place(self, self._services, "types_place")
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self.browser.first_control().setFocus()

    def _refresh(self) -> None:
        if self.isVisible():
            count = number(len(self._session.knowledge.catalog.types))
            self._heading.setText(gettext("{count} instance types").replace("{count}", count))
            self.browser.refresh()
