from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from wizard.gui.images.upright_header import UprightHeader


def test_words_on_their_side_have_room_over_narrow_columns(
    qapp: QApplication, show: Callable[..., None]
) -> None:
    view = QTableView()
    model = QStandardItemModel(2, 3, view)
    model.setHorizontalHeaderLabels(["m5", "a-very-long-family", "c5"])
    view.setModel(model)
    header = UprightHeader(view)
    view.setHorizontalHeader(header)
    header.setDefaultSectionSize(20)
    show(view, 300, 300)
    assert header.height() >= view.fontMetrics().horizontalAdvance("a-very-long-family")
    picture = header.grab().toImage()
    ground = picture.pixelColor(0, 0)

    def inked(section: int) -> int:
        left = header.sectionViewportPosition(section)
        return sum(
            picture.pixelColor(x, y) != ground
            for x in range(left, left + 20)
            for y in range(picture.height())
        )

    assert inked(1) > inked(0) > 0


def test_no_column_has_a_header_all_the_same(qapp: QApplication, show: Callable[..., None]) -> None:
    view = QTableView()
    view.setModel(QStandardItemModel(view))
    view.setHorizontalHeader(UprightHeader(view))
    show(view)
    assert view.horizontalHeader().sizeHint().height() > 0
