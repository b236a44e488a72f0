from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.gui.fake_cloud import rows as made
from wizard.gui.images.family_model import FamilyModel
from wizard.gui.padded_row import SIGN_ROLE
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.images.image_row import RowReader
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations

Role = Qt.ItemDataRole


@pytest.fixture
def model(english: Translations, judge: Callable[..., list[JudgedImage]]) -> FamilyModel:
    model = FamilyModel(english)
    model.fill(judge(made(6, "us-east-1")))
    return model


def test_it_keeps_what_qt_asks_of_a_model(model: FamilyModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.fill(model.images[:2])
    model.fill([])
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert tester.model() is model


def test_every_family_is_a_column_and_every_image_a_row(model: FamilyModel, knowledge: Knowledge) -> None:
    assert set(model.families) == set(knowledge.catalog.families)
    assert model.headerData(3, Qt.Orientation.Horizontal) == model.families[3]
    assert model.headerData(1, Qt.Orientation.Vertical) == "legacy-amzn-ami-pv-2014.03-2"
    assert model.headerData(1, Qt.Orientation.Vertical, Role.ToolTipRole) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


@pytest.mark.parametrize(
    ("family", "sign", "said"), [("m5", "refused", "refused by EC2, 0 of"), ("m3", "works", "works, ")]
)
def test_a_cell_has_a_sign_and_says_the_same_in_words(
    model: FamilyModel, family: str, sign: str, said: str
) -> None:
    cell = model.index(1, model.families.index(family))
    assert cell.data(SIGN_ROLE) == sign
    words = cell.data(Role.AccessibleTextRole)
    assert words.startswith(f"legacy-amzn-ami-pv-2014.03-2 on {family}: {said}")
    assert words.endswith(" types")
    assert cell.data() is None


def test_an_image_without_a_name_goes_by_its_id_and_hides_nothing(
    model: FamilyModel, judge: Callable[..., list[JudgedImage]]
) -> None:
    reader = RowReader()
    nameless = reader.read({"ImageId": "ami-1"}, "", "", "")
    hidden = reader.read({"ImageId": "ami-2", "Name": "a\u202eb"}, "", "", "")
    model.fill(judge([nameless, hidden]))
    assert [model.headerData(row, Qt.Orientation.Vertical) for row in (0, 1)] == ["ami-1", "aU+202Eb"]
    assert model.index(1, 0).data(Role.AccessibleTextRole).startswith("aU+202Eb on ")


def test_a_tip_is_never_read_as_markup(model: FamilyModel, judge: Callable[..., list[JudgedImage]]) -> None:
    model.fill(judge([RowReader().read({"ImageId": "ami-1", "Name": "<b>bold</b>"}, "", "", "")]))
    tip = model.index(0, 0).data(Role.ToolTipRole)
    assert not Qt.mightBeRichText(tip) or "&lt;b&gt;bold&lt;/b&gt;" in tip
    assert "<b>bold</b> on " in model.index(0, 0).data(Role.AccessibleTextRole)
