from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QStandardItemModel, Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import alike, texts
from wizard.gui.images.family_cells import ground_of
from wizard.gui.images.family_map import FamilyKey, FamilyMap, UprightHeader
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.finding import Outcome


@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_key_looks_as_the_cell_does_in_the_light_and_in_the_dark(
    qtbot: QtBot, show: Callable[..., None], outcome: Outcome
) -> None:
    key = FamilyKey(outcome)
    show(key, 24, 24)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        appearance.show(scheme)
        ground = ground_of(outcome, QApplication.palette())
        qtbot.waitUntil(lambda: alike(key.grab().toImage().pixelColor(1, 1), ground))  # noqa: B023  # waited for within the turn
    assert not key.accessibleName()
    assert key.sizeHint().width() == key.sizeHint().height() > 0


def test_words_on_their_side_have_room_over_narrow_columns(
    qapp: QApplication, show: Callable[..., None]
) -> None:
    view = QTableView()
    model = QStandardItemModel(2, 3, view)
    model.setHorizontalHeaderLabels(["m5", "a-very-long-family", "c5"])
    view.setModel(model)
    header = UprightHeader(view)
    view.setHorizontalHeader(header)
    header.setDefaultSectionSize(20)
    show(view, 300, 300)
    assert header.height() >= view.fontMetrics().horizontalAdvance("a-very-long-family")
    picture = header.grab().toImage()
    ground = picture.pixelColor(0, 0)

    def inked(section: int) -> int:
        left = header.sectionViewportPosition(section)
        return sum(
            picture.pixelColor(x, y) != ground
            for x in range(left, left + 20)
            for y in range(picture.height())
        )

    assert inked(1) > inked(0) > 0


def test_no_column_has_a_header_all_the_same(qapp: QApplication, show: Callable[..., None]) -> None:
    view = QTableView()
    view.setModel(QStandardItemModel(view))
    view.setHorizontalHeader(UprightHeader(view))
    show(view)
    assert view.horizontalHeader().sizeHint().height() > 0


@pytest.fixture
def images(judge: Callable[..., list[JudgedImage]]) -> list[JudgedImage]:
    return judge(made(12, "us-east-1"))


@pytest.fixture
def map_(images: list[JudgedImage], show: Callable[..., None]) -> FamilyMap:
    map_ = FamilyMap()
    show(map_)
    map_.fill(images)
    return map_


def view(map_: FamilyMap) -> QTableView:
    return map_.findChildren(QTableView)[0]


def test_a_legend_says_what_each_sign_stands_for(map_: FamilyMap) -> None:
    assert texts(map_)[:6] == [
        "Works",
        "Works with a limitation",
        "Depends on what is not known",
        "Boots, but can't be reached",
        "Does not boot",
        "Refused by EC2",
    ]


def test_the_keyboard_moves_and_the_cell_is_said_in_words(
    qtbot: QtBot, map_: FamilyMap, images: list[JudgedImage]
) -> None:
    pointed: list[object] = []
    map_.pointed.connect(pointed.append)
    map_.point_at(images[1])
    assert texts(map_)[-1].startswith("legacy-amzn-ami-pv-2014.03-2 on a1: refused by EC2, 0 of ")
    qtbot.keyClick(view(map_), Qt.Key.Key_Right)
    assert " on c1: works, " in texts(map_)[-1]
    qtbot.keyClick(view(map_), Qt.Key.Key_Down)
    assert texts(map_)[-1].startswith("centos-6-batch-3 on c1: ")
    assert pointed == [images[1], images[1], images[2]]


def test_tab_leaves_the_map(qtbot: QtBot, map_: FamilyMap) -> None:
    assert not view(map_).tabKeyNavigation()
    assert map_.first_control() is view(map_)
    assert view(map_).accessibleName()


def test_one_stays_at_the_same_family_whichever_images_are_shown(
    map_: FamilyMap, images: list[JudgedImage]
) -> None:
    view(map_).setCurrentIndex(view(map_).model().index(5, 7))
    pointed: list[object] = []
    map_.pointed.connect(pointed.append)
    map_.fill(images[3:])
    assert pointed == [], "no other image is the current one only because it stands in that row"
    map_.point_at(images[5])
    assert (view(map_).currentIndex().row(), view(map_).currentIndex().column()) == (2, 7)
    assert texts(map_)[-1].startswith(images[5].row.name)
    map_.point_at(images[1])
    assert pointed == [images[5]], "an image that is not shown is not gone to"
    map_.fill([])
    assert view(map_).model().rowCount() == 0


def test_larger_text_makes_larger_cells(qtbot: QtBot, map_: FamilyMap, qapp: QApplication) -> None:
    side = view(map_).columnWidth(0)
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    qtbot.waitUntil(lambda: view(map_).columnWidth(0) > side)
    assert view(map_).rowHeight(0) > side


def test_long_names_leave_room_for_the_cells(
    map_: FamilyMap, judge: Callable[..., list[JudgedImage]]
) -> None:
    row = made(1)[0]
    row.name = "x" * 128
    map_.fill(judge([row]))
    assert view(map_).verticalHeader().width() < map_.width() / 2
