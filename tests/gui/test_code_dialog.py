from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wizard.gui.code_dialog import CodeDialog
from wizard.gui.icons import Icons
from wizard.model.message import Translations


def test_only_six_digits_sign_in(qtbot: QtBot, icons: Icons, english: Translations) -> None:
    dialog = CodeDialog("arn:aws:iam::1:mfa/<b>me</b>", icons, english)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog._go.isEnabled()
    dialog._line.setText("12345")
    qtbot.keyClick(dialog._line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog._line.setText("\uff11\uff12\uff13\uff14\uff15\uff16")
    assert not dialog._go.isEnabled()
    dialog._line.setText("123456")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog._line, Qt.Key.Key_Return)
    assert dialog.code == "123456"
    assert "arn:aws:iam::1:mfa/<b>me</b>" in [label.text() for label in dialog.findChildren(QLabel)]
