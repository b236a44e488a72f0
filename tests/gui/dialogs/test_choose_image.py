from __future__ import annotations

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.dialogs.choose_image import ImageChoice, choose_image

IMAGES = [
    {"ImageId": "ami-1", "Name": "one"},
    {"ImageId": "ami-2", "Name": "\u202etwo<b>"},
    {"Name": "three"},
]


def test_none_and_one_need_no_question(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert choose_image([], parent) is None
    assert choose_image(IMAGES[:1], parent) is IMAGES[0]


def test_of_several_the_person_chooses(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def choose(dialog: ImageChoice) -> int:
        dialog.findChildren(QListWidget)[0].setCurrentRow(1)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ImageChoice, "exec", choose)
    assert choose_image(IMAGES, parent) is IMAGES[1]
    monkeypatch.setattr(ImageChoice, "exec", lambda _: QDialog.DialogCode.Rejected)
    assert choose_image(IMAGES, parent) is None


def test_names_show_what_they_hide(qtbot: QtBot) -> None:
    dialog = ImageChoice(IMAGES)
    qtbot.addWidget(dialog)
    listed = dialog.findChildren(QListWidget)[0]
    assert [listed.item(row).text() for row in range(3)] == [
        "ami-1  ·  one",
        "ami-2  ·  U+202Etwo<b>",
        "–  ·  three",
    ]
    dialog.show()
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert dialog.row() == 1
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
