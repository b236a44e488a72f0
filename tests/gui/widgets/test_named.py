from __future__ import annotations

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wizard.gui.widgets.label import WRAPPED
from wizard.gui.widgets.named import set_named


def test_a_value_is_set_by_its_name(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    set_named(label, textFormat="MarkdownText", focusPolicy="StrongFocus")
    assert label.textFormat() is Qt.TextFormat.MarkdownText
    assert label.focusPolicy() is Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("values", [{"textFormat": "Plaintext"}, {"textFormt": "PlainText"}])
def test_what_qt_does_not_know_is_refused(qtbot: QtBot, values: dict[str, str]) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    with pytest.raises(ValueError, match="expected a property and a value of QLabel"):
        set_named(label, **values)


def test_the_number_for_text_that_wraps_is_qts() -> None:
    assert Qt.TextFlag.TextWordWrap.value == WRAPPED
