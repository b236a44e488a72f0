"""Everything about the image that the person is at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QTabWidget, QVBoxLayout, QWidget

from wizard.gui.images.details_tabs import (
    FieldsTab,
    ImageMigrationTab,
    LockedOutTab,
    console_address,
)
from wizard.gui.images.image_loader import ImageLoader, Origin
from wizard.gui.images.usage_loader import UsageLoader
from wizard.gui.images.uses_tab import UsesTab
from wizard.gui.texts import gettext
from wizard.gui.widgets.frame import set_margins
from wizard.gui.widgets.label import Label, Style, breakable
from wizard.gui.widgets.link import Link
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.images.image_row import ImageRow, Record
from wizard.report.visible import visible

_FINDINGS, _FIELDS, _MOVING_ON, _USES = range(4)


class Details(QWidget):
    """Each tab is filled when it is looked at. wanted: start the walk with this image."""

    wanted = Signal(object)

    def __init__(
        self,
        loader: ImageLoader,
        usage: UsageLoader,
        record: Callable[[ImageRow], Record | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._loader = loader
        self._usage = usage
        self._record = record
        self._image: JudgedImage | None = None
        self._name = Label("", Style.HEADING)
        self._where = Label("", Style.SMALL)
        self._link_row = QVBoxLayout()
        self._recommend = QPushButton(gettext("&Recommend for this image"))
        self._recommend.setAutoDefault(True)
        self._recommend.clicked.connect(lambda: self.wanted.emit(self._image))
        self._findings = LockedOutTab()
        self._fields = FieldsTab()
        self._moving = ImageMigrationTab()
        self._uses = UsesTab()
        self._uses.asked.connect(self._ask_uses)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName(gettext("About this image"))
        self._tabs.setUsesScrollButtons(True)
        for tab, title in (
            (self._findings, gettext("Ver&dict")),
            (self._fields, gettext("Fi&elds")),
            (self._moving, gettext("&Moving on")),
            (self._uses, gettext("&Used by")),
        ):
            self._tabs.addTab(tab, title)
        self._tabs.currentChanged.connect(lambda _: self._fill())
        # Findings follow when the table has been drawn: walking down it stays quick.
        self._later = QTimer(self, singleShot=True, interval=30)
        self._later.timeout.connect(self._fill)
        usage.began.connect(self._show_uses)
        usage.found.connect(lambda _: self._show_uses())
        column = QVBoxLayout(self)
        set_margins(column, 12, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._where)
        column.addLayout(self._link_row)
        column.addSpacing(4)
        column.addWidget(self._recommend, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(self._tabs, 1)

    def show_image(self, image: JudgedImage | None) -> None:
        """Nothing is shown of no image."""
        if image is self._image and image is not None:
            return
        self._image = image
        self.setVisible(image is not None)
        if image is None:
            return
        row = image.row
        self._name.setText(breakable(visible(row.name or row.image_id, 300)))
        parts = [part for part in (row.image_id, row.region, row.profile, image.system_title) if part]
        self._where.setText(breakable(visible(" · ".join(parts), 300)))
        self._show_link(row)
        self._later.start()

    def show_tab(self, place: int) -> None:
        """Bring a tab to the front: verdict, fields, moving on, used by."""
        self._tabs.setCurrentIndex(place)

    def _show_link(self, row: ImageRow) -> None:
        for link in self.findChildren(Link, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._link_row.removeWidget(link)
            link.deleteLater()
        address = console_address(row) if self._loader.origin is not Origin.SAMPLE else None
        if address is not None:
            text = gettext("Open in the AWS console")
            self._link_row.addWidget(Link(text, address, text))

    def _fill(self) -> None:
        image = self._image
        if image is None:
            return
        place = self._tabs.currentIndex()
        if place == _FINDINGS:
            self._findings.show_image(image, self._loader.assessor)
        elif place == _FIELDS:
            self._fields.show_record(self._record(image.row))
        elif place == _MOVING_ON:
            self._moving.show_image(image, self._loader.knowledge)
        else:
            self._show_uses()

    def _show_uses(self) -> None:
        if self._image is not None and self._tabs.currentIndex() == _USES:
            self._uses.show_image(
                self._image,
                can_ask=self._loader.origin in (Origin.ACCOUNT, Origin.KEPT),
                asking=self._usage.is_asking(self._image),
                unresolved=self._usage.unresolved,
            )

    def _ask_uses(self) -> None:
        if self._image is not None:
            self._usage.ask([self._image])
