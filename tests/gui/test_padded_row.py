from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QStandardItem, QStandardItemModel, Qt
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from wizard.gui.icons import Icons
from wizard.gui.padded_row import SIGN_ROLE, PaddedRow


def test_a_sign_needs_room_and_is_painted_in_the_rows_colour(qtbot: QtBot, icons: Icons) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model = QStandardItemModel()
    for sign in ("", "works"):
        item = QStandardItem("the same words")
        item.setData(sign, SIGN_ROLE)
        model.appendRow(item)
    view.setModel(model)
    row = PaddedRow(icons, view)
    view.setItemDelegate(row)
    option = QStyleOptionViewItem()
    option.font = view.font()
    plain, signed = (row.sizeHint(option, model.index(at, 0)) for at in (0, 1))
    assert isinstance(plain, QSize)
    assert signed.width() > plain.width()
    view.show()
    looks = [view.grab().toImage()]
    view.setCurrentIndex(model.index(1, 0))
    looks.append(view.grab().toImage())
    model.item(0).setTextAlignment(Qt.AlignmentFlag.AlignRight)
    looks.append(view.grab().toImage())
    assert looks[0] != looks[1] != looks[2]
