from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from wizard.flow.checked_place import CheckedPlace
from wizard.formats.templates.checker import Checker
from wizard.formats.templates.template import places_in
from wizard.gui.places.dialog import PlacesDialog
from wizard.gui.places.table import PlaceTable
from wizard.gui.widgets.tables.item_delegate import SIGN_ROLE
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.store.resources import load_public_images

AL2023 = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
STACK = f"""
Resources:
  Web: {{Type: AWS::EC2::Instance, Properties: {{ImageId: {AL2023}, InstanceType: t3.micro}}}}
  Arm: {{Type: AWS::EC2::Instance, Properties: {{ImageId: {AL2023}, InstanceType: m6g.large}}}}
  Old: {{Type: AWS::EC2::Instance, Properties: {{ImageId: ami-0123456789abcdef0, InstanceType: m5.large}}}}
"""


@pytest.fixture
def places(knowledge: Knowledge) -> Sequence[CheckedPlace]:
    checker = Checker(knowledge, load_public_images(), {}, Message("open it"))
    return checker.checked("stack.yaml", places_in(STACK))


@pytest.fixture
def dialog(qtbot: QtBot, places: Sequence[CheckedPlace]) -> PlacesDialog:
    made = PlacesDialog("stack.yaml", places, lambda: None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test looks at it afterwards
    qtbot.addWidget(made)
    made.show()
    return made


def table(dialog: PlacesDialog) -> PlaceTable:
    (found,) = dialog.findChildren(PlaceTable)
    return found


def row(dialog: PlacesDialog, number: int) -> list[str]:
    model = table(dialog).model()
    return [model.index(number, column).data() for column in range(model.columnCount())]


def said(dialog: PlacesDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_each_place_has_its_line_with_the_answer_first(dialog: PlacesDialog) -> None:
    assert dialog.windowTitle() == "Images and types in stack.yaml"
    assert "3 places: 1 cannot be used, 1 not known" in said(dialog)
    assert row(dialog, 0) == ["Works", "3", "Web", "t3.micro", AL2023]
    assert row(dialog, 1)[:3] == ["Refused by EC2", "4", "Arm"]
    assert row(dialog, 2)[0] == "Depends on what is not known"
    model = table(dialog).model()
    assert [model.index(n, 0).data(SIGN_ROLE) for n in range(3)] == ["works", "refused", "unknown"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(3, Qt.Orientation.Horizontal).strip() == "Instance type"
    assert model.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) is None
    assert model.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert model.index(0, 1).data(SIGN_ROLE) is None


def test_one_stands_at_the_worst_and_reads_why(dialog: PlacesDialog) -> None:
    assert f"{AL2023} on m6g.large: refused by EC2" in said(dialog)
    assert "m6g.large runs arm64, so EC2 refuses an AMI built for x86_64." in said(dialog)


def test_what_is_not_known_comes_with_the_command_to_copy(qtbot: QtBot, dialog: PlacesDialog) -> None:
    qtbot.keyClick(table(dialog), Qt.Key.Key_Down)
    assert "What this image is cannot be seen here." in said(dialog)
    (copy,) = [button for button in dialog.findChildren(QPushButton) if button.text() == "Copy"]
    copy.click()
    command = "aws ec2 describe-images --image-ids ami-0123456789abcdef0 --output json > images.json"
    assert QGuiApplication.clipboard().text() == command


def test_the_keyboard_goes_to_a_place_and_starts_with_it(qtbot: QtBot, dialog: PlacesDialog) -> None:
    qtbot.keyClick(table(dialog), Qt.Key.Key_Up)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    (place,) = chosen.args
    assert (place.address, place.instance_type) == ("Web", "t3.micro")
    assert not dialog.isVisible()


def test_a_row_is_copied_with_its_cells(qtbot: QtBot, dialog: PlacesDialog) -> None:
    table(dialog).asked_to_copy.emit()
    assert QGuiApplication.clipboard().text().split("\t")[:4] == ["Refused by EC2", "4", "Arm", "m6g.large"]


def test_facts_that_are_lent_change_the_answers(
    qtbot: QtBot, places: Sequence[CheckedPlace], knowledge: Knowledge
) -> None:
    given: list[Sequence[CheckedPlace] | None] = [None, places[:1]]
    dialog = PlacesDialog("stack.yaml", places[2:], lambda: given.pop(0))
    qtbot.addWidget(dialog)
    add = next(b for b in dialog.findChildren(QPushButton) if "Add facts" in b.text())
    add.click()
    assert row(dialog, 0)[2] == "Old"
    add.click()
    assert row(dialog, 0)[2] == "Web"
    assert "on t3.micro: works" in said(dialog)


def test_without_a_place_there_is_nothing_to_start_with(qtbot: QtBot) -> None:
    dialog = PlacesDialog("stack.yaml", [], lambda: None)
    qtbot.addWidget(dialog)
    start = next(b for b in dialog.findChildren(QPushButton) if "Start" in b.text())
    assert not start.isEnabled()
    dialog._choose()
    assert table(dialog).current() is None
