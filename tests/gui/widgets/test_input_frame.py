from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import Qt, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import wizard.gui
from tests.gui.quiet import wait_until_quiet
from wizard.flow.steps import STEPS
from wizard.gui.questions.number_editors import Spin
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.theme import colors as color
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme
from wizard.gui.widgets.combo_box import ComboBox
from wizard.gui.widgets.line_edit import LineEdit


def roll(widget: QWidget) -> None:
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_rolling_past_a_field_changes_nothing(qtbot: QtBot) -> None:
    page = QWidget()
    spin, other = Spin("any", "GiB", whole=True), LineEdit()
    column = QVBoxLayout(page)
    column.addWidget(spin)
    column.addWidget(other)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    for focused in (other, spin):
        focused.setFocus()
        roll(spin)
        assert spin.value() == 0


def test_rolling_over_a_list_changes_nothing(qtbot: QtBot) -> None:
    box = ComboBox()
    qtbot.addWidget(box)
    box.addItems(["one", "two"])
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    box.setFocus()
    box.setCurrentIndex(1)
    roll(box)
    assert box.currentText() == "two"


def test_every_list_and_every_number_stays_as_it_is_under_the_wheel(
    make_window: Callable[..., MainWindow],
) -> None:
    window = make_window({"start": "instance"})
    for step in STEPS:
        window.session.go(step.id)
        for field in window.findChildren(QComboBox) + window.findChildren(QAbstractSpinBox):
            before = field.currentText() if isinstance(field, QComboBox) else field.text()
            field.setFocus()
            roll(field)
            assert before == (field.currentText() if isinstance(field, QComboBox) else field.text())


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_edge_of_a_field_can_be_seen(qtbot: QtBot, scheme: Scheme) -> None:
    page = QWidget()
    page.setBackgroundRole(page.palette().ColorRole.Base)
    page.setAutoFillBackground(True)
    line = LineEdit()
    column = QVBoxLayout(page)
    column.addWidget(line)
    qtbot.addWidget(page)
    page.show()
    appearance.show(scheme)
    wait_until_quiet(qtbot, page)
    picture = page.grab().toImage()
    place = line.geometry()
    paper = picture.pixelColor(2, 2)
    edge = [picture.pixelColor(place.center().x(), place.top() + step) for step in (0, 1)]
    assert max(color.contrast(pixel, paper) for pixel in edge) >= (3 if scheme is Scheme.DARK else 1.3)


def test_a_box_to_type_in_has_one_edge_in_the_dark(qtbot: QtBot) -> None:
    page = QWidget()
    box, line = ComboBox(), LineEdit()
    box.setEditable(True)
    box.setLineEdit(line)
    QVBoxLayout(page).addWidget(box)
    qtbot.addWidget(page)
    page.show()
    appearance.show(Scheme.DARK)
    wait_until_quiet(qtbot, page)
    picture = page.grab().toImage()

    def seen(place: QPoint) -> float:
        ground = page.palette().color(page.palette().ColorRole.Base)
        return color.contrast(picture.pixelColor(place), ground)

    top = box.geometry().topLeft() + QPoint(20, 0)
    assert max(seen(top), seen(top + QPoint(0, 1))) >= 3, "the box has one"
    inner = line.mapTo(page, QPoint(20, 0))
    assert max(seen(inner), seen(inner + QPoint(0, 1))) < 1.5, "the line in it none"


def test_every_field_that_is_made_is_one_with_an_edge() -> None:
    plain = {"QLineEdit", "QComboBox", "QSpinBox", "QDoubleSpinBox"}
    made = [
        f"{path.name}:{node.lineno}"
        for path in Path(*wizard.gui.__path__).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in plain
    ]
    assert not made, "in the dark nobody sees where one types"
