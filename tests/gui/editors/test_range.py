from __future__ import annotations

from PySide6.QtWidgets import QLabel

from tests.gui.editors.making import Make
from wizard.flow.kind import Kind
from wizard.gui.editors.spin import Spin
from wizard.model.message import Message


def test_a_range_is_open_where_nothing_is_said(make: Make) -> None:
    editor, answers = make(Kind.RANGE, unit=Message("GiB"))
    lowest, highest = editor.findChildren(Spin)
    lowest.setValue(4)
    highest.setValue(8)
    lowest.setValue(0)
    highest.setValue(0)
    assert answers == [{"minimum": 4}, {"minimum": 4, "maximum": 8}, {"maximum": 8}, None]
    editor.show_value({"minimum": 2})
    assert (lowest.value(), highest.value()) == (2, 0)
    assert len(answers) == 4
    assert (lowest.accessibleName(), highest.accessibleName()) == ("Which?, at least", "Which?, at most")
    assert {label.buddy() for label in editor.findChildren(QLabel) if label.buddy()} == {lowest, highest}
