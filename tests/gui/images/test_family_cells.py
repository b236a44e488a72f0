from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QStandardItem, QStandardItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import alike
from wizard.gui.images.family_cells import FamilyCell, FamilyModel, ground_of
from wizard.gui.theme import colors as color
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme
from wizard.gui.widgets.table import SIGN_ROLE
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.finding import Outcome
from wizard.model.images.image_row import RowReader
from wizard.model.knowledge import Knowledge

EACH_SCHEME = pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])


def drawn(cell: FamilyCell, outcome: Outcome, *, focused: bool = False) -> QImage:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    model = QStandardItemModel()
    item = QStandardItem()
    item.setData(outcome.value, SIGN_ROLE)
    model.appendRow(item)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 40, 40)
    option.palette = QApplication.palette()
    if focused:
        option.state |= QStyle.StateFlag.State_HasFocus
    painter = QPainter(picture)
    cell.paint(painter, option, model.index(0, 0))
    painter.end()
    return picture


def inks(picture: QImage) -> set[str]:
    return {picture.pixelColor(x, y).name() for x in range(39) for y in range(39)}


@EACH_SCHEME
def test_each_outcome_has_a_sign_that_can_be_read_on_its_colour(qapp: QApplication, scheme: Scheme) -> None:
    appearance.show(scheme)
    cell = FamilyCell()
    for outcome in Outcome:
        ground = ground_of(outcome, QApplication.palette())
        picture = drawn(cell, outcome)
        assert alike(picture.pixelColor(1, 1), ground)
        best = max(color.contrast(QColor(name), ground) for name in inks(picture))
        # What WCAG 2.2 asks of graphics; thin lines are drawn softer than they are meant.
        assert best >= 3, outcome


@EACH_SCHEME
def test_no_two_outcomes_look_alike_and_not_by_colour_alone(qapp: QApplication, scheme: Scheme) -> None:
    appearance.show(scheme)
    cell = FamilyCell()
    for one, other in combinations(Outcome, 2):
        assert drawn(cell, one) != drawn(cell, other)
    accent, base = (
        QApplication.palette().color(role) for role in (QPalette.ColorRole.Accent, QPalette.ColorRole.Base)
    )
    works, refused = (
        ground_of(outcome, QApplication.palette()) for outcome in (Outcome.WORKS, Outcome.REFUSED)
    )
    assert color.contrast(works, accent) < color.contrast(refused, accent)
    assert color.contrast(refused, base) < color.contrast(works, base)


def test_the_cell_with_the_keys_has_a_frame(qapp: QApplication) -> None:
    cell = FamilyCell()
    assert drawn(cell, Outcome.WORKS, focused=True) != drawn(cell, Outcome.WORKS)


def test_a_cell_grows_with_the_text(qapp: QApplication) -> None:
    small = FamilyCell.side()
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    assert FamilyCell.side() > small >= 18


Role = Qt.ItemDataRole


@pytest.fixture
def model(judge: Callable[..., list[JudgedImage]]) -> FamilyModel:
    model = FamilyModel()
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
