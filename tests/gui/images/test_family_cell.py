from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from tests.gui.images.looking import alike
from wizard.gui import appearance, color
from wizard.gui.appearance import Scheme
from wizard.gui.icons import Icons
from wizard.gui.images.family_cell import FamilyCell, ground_of
from wizard.gui.padded_row import SIGN_ROLE
from wizard.model.ec2.finding import Outcome

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
def test_each_outcome_has_a_sign_that_can_be_read_on_its_colour(
    qapp: QApplication, icons: Icons, scheme: Scheme
) -> None:
    appearance.show(scheme)
    cell = FamilyCell(icons)
    for outcome in Outcome:
        ground = ground_of(outcome, QApplication.palette())
        picture = drawn(cell, outcome)
        assert alike(picture.pixelColor(1, 1), ground)
        best = max(color.contrast(QColor(name), ground) for name in inks(picture))
        # What WCAG 2.2 asks of graphics; thin lines are drawn softer than they are meant.
        assert best >= 3, outcome


@EACH_SCHEME
def test_no_two_outcomes_look_alike_and_not_by_colour_alone(
    qapp: QApplication, icons: Icons, scheme: Scheme
) -> None:
    appearance.show(scheme)
    cell = FamilyCell(icons)
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


def test_the_cell_with_the_keys_has_a_frame(qapp: QApplication, icons: Icons) -> None:
    cell = FamilyCell(icons)
    assert drawn(cell, Outcome.WORKS, focused=True) != drawn(cell, Outcome.WORKS)


def test_a_cell_grows_with_the_text(qapp: QApplication) -> None:
    small = FamilyCell.side()
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    assert FamilyCell.side() > small >= 18
