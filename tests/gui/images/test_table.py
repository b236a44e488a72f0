from __future__ import annotations

import gettext
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QKeySequence, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import names
from wizard.gui.images.rows import Narrowing
from wizard.gui.images.table import ImageModel, ImageTable, sign_of
from wizard.gui.widgets.tables.item_delegate import SIGN_ROLE
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.overview import Overview
from wizard.model.ec2.finding import Outcome
from wizard.model.images.image_row import RowReader
from wizard.report.images.columns import COLUMNS


@pytest.fixture
def model(judge: Callable[..., list[JudgedImage]]) -> ImageModel:
    model = ImageModel()
    images = judge(made(6))
    model.change(lambda rows: rows.fill(images))
    return model


def test_it_keeps_what_qt_asks_of_a_model(model: ImageModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.change(lambda rows: rows.narrow(Narrowing("ubuntu")))
    model.change(lambda rows: rows.sort(("name", True)))
    assert tester.model() is model


def test_cells_and_headers_are_those_of_the_rows(model: ImageModel) -> None:
    shown = [
        tuple(model.index(row, place).data() for place in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    assert shown == [tuple(model.rows.cell(i, c) for c in model.rows.columns) for i in model.rows.shown]
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert [str(head).strip("\u00a0") for head in heads] == list(model.rows.header)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 6


def test_figures_stand_at_the_right_and_their_titles_too(model: ImageModel) -> None:
    place = model.rows.header.index("Families")
    role = Qt.ItemDataRole.TextAlignmentRole
    title = model.headerData(place, Qt.Orientation.Horizontal, role)
    for side in (model.index(0, place).data(role), title):
        assert isinstance(side, int)
        assert Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight


def test_a_sign_says_at_a_glance_how_an_image_stands(model: ImageModel) -> None:
    place = model.rows.header.index("Held back")
    signs = {image.row.name: sign_of(image) for image in model.rows.shown}
    assert signs["ubuntu-jammy-22.04-arm-1"] == "works"
    assert signs["legacy-amzn-ami-pv-2014.03-2"] == "degraded"
    assert signs["debian-12-amd64-ci-5"] == "refused"
    assert [model.index(row, place).data(SIGN_ROLE) for row in range(6)] == list(signs.values())
    assert model.index(0, 0).data(SIGN_ROLE) is None


@pytest.fixture
def images(judge: Callable[..., list[JudgedImage]]) -> list[JudgedImage]:
    return Overview(judge(made(24))).ordered


@pytest.fixture
def table(images: list[JudgedImage], show: Callable[..., None]) -> ImageTable:
    table = ImageTable()
    show(table, 800, 400)
    table.fill(images)
    return table


def selected(table: ImageTable) -> list[str]:
    return [image.row.name for image in table.selected]


def test_the_first_image_is_the_current_one(table: ImageTable, images: list[JudgedImage]) -> None:
    assert table.current is images[0]
    assert table.selected == images[:1]


def test_the_selected_image_stays_selected_through_filter_order_columns_and_new_rows(
    table: ImageTable, images: list[JudgedImage], judge: Callable[..., list[JudgedImage]]
) -> None:
    wanted = next(image for image in images[10:] if "arm" in image.row.name)
    table.point_at(wanted)
    changes: list[Callable[[], object]] = [
        lambda: table.arrange(("name", True)),
        lambda: table.narrow(Narrowing("arm")),
        lambda: table.narrow(Narrowing()),
        lambda: table.choose(["region", "name"]),
        lambda: table.fill([*judge(made(5, first=100)), *images]),
        lambda: table.fill(images[10:]),
        lambda: table.arrange(None),
    ]
    for change in changes:
        change()
        assert table.current is wanted
        assert table.selected == [wanted]
        assert table.rows.shown[table.currentIndex().row()] is wanted


def test_where_the_selected_image_is_gone_the_first_one_is_selected(
    table: ImageTable, images: list[JudgedImage]
) -> None:
    table.point_at(images[12])
    table.narrow(Narrowing("windows"))
    assert table.current is table.rows.shown[0]
    assert "Windows" in selected(table)[0]


def test_an_empty_table_has_no_current_image(
    qtbot: QtBot, table: ImageTable, images: list[JudgedImage]
) -> None:
    with qtbot.waitSignal(table.pointed):
        table.narrow(Narrowing("no such image"))
    assert table.current is None
    assert table.selected == []
    table.narrow(Narrowing())
    assert table.current is images[0]


def test_the_arrow_keys_go_from_image_to_image(
    qtbot: QtBot, table: ImageTable, images: list[JudgedImage]
) -> None:
    with qtbot.waitSignal(table.pointed):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.current is images[1]
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected == images[1:3]
    # Qt remembers a held key between tests; this one lets go of it.
    qtbot.keyClick(table, Qt.Key.Key_F7)


def test_a_header_asks_to_sort_and_shows_the_order(qtbot: QtBot, table: ImageTable) -> None:
    with qtbot.waitSignal(table.asked_to_sort) as asked:
        table.horizontalHeader().sectionClicked.emit(4)
    assert asked.args == ["families"]
    header = table.horizontalHeader()
    table.arrange(("families", True))
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (4, Qt.SortOrder.DescendingOrder)
    table.choose(["name", "region", "families"])
    assert header.isSortIndicatorShown()
    table.choose(["name"])
    assert not header.isSortIndicatorShown(), "the column that counts is not shown"
    table.choose(["name", "families"])
    table.arrange(None)
    assert not header.isSortIndicatorShown()


def test_the_key_for_copying_asks_to_copy(qtbot: QtBot, table: ImageTable) -> None:
    copy = next(a for a in table.actions() if a.shortcut() == QKeySequence(QKeySequence.StandardKey.Copy))
    with qtbot.waitSignal(table.asked_to_copy):
        copy.trigger()


def test_columns_are_as_wide_as_their_texts_but_no_name_fills_the_window(
    table: ImageTable, judge: Callable[..., list[JudgedImage]]
) -> None:
    table.choose(["name", "region", "creation_date"])
    widths = [table.columnWidth(place) for place in range(2)]
    assert widths[0] > widths[1] > table.fontMetrics().horizontalAdvance("eu-west-1")
    assert widths[0] < 400
    assert len(names(table.rows)) == 24


def test_larger_text_makes_room(qtbot: QtBot, table: ImageTable, qapp: QApplication) -> None:
    width, height = table.columnWidth(1), table.verticalHeader().defaultSectionSize()
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    qtbot.waitUntil(lambda: table.columnWidth(1) > width)
    assert table.verticalHeader().defaultSectionSize() > height


def test_an_image_of_which_too_little_is_known_has_no_tick(judge: Callable[..., list[JudgedImage]]) -> None:
    record = {
        "ImageId": "ami-1",
        "Name": "x",
        "Architecture": "x86_64",
        "VirtualizationType": "hvm",
        "RootDeviceType": "ebs",
        "EnaSupport": True,
        "State": "available",
        "OwnerId": "1",
        "BootMode": "uefi-preferred",
    }
    image = judge([RowReader().read(record, "dev", "us-east-1", "")])[0]
    held_back = next(column for column in COLUMNS if column.id == "limitations")
    assert image.judged.outcome is Outcome.UNKNOWN
    assert sign_of(image) == "unknown"
    assert held_back.text(image, gettext.NullTranslations()) == "depends on what is not known"


def test_columns_keep_the_place_and_the_width_that_they_were_given(
    qtbot: QtBot, judge: Callable[..., list[JudgedImage]]
) -> None:
    table = ImageTable()
    qtbot.addWidget(table)
    table.show()
    table.fill(judge(made(6)))
    qtbot.waitUntil(lambda: table.fitted)
    header, place = table.horizontalHeader(), QPoint(5, 5)
    with qtbot.waitSignal(table.laid_out) as kept:
        qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        header.resizeSection(0, 333)
        header.moveSection(1, 0)
        qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    ids = [column.id for column in table.rows.columns]
    assert ids[:2] == ["limitations", "name"]
    assert [header.visualIndex(section) for section in range(3)] == [0, 1, 2]
    # Another table, with other columns: those that it has stand as they were put.
    again = ImageTable()
    qtbot.addWidget(again)
    again.show()
    again.lay_out(kept.args[0] if kept.args else "")
    again.choose(["name", "limitations", "state"])
    again.fill(judge(made(6)))
    qtbot.waitUntil(lambda: again.fitted)
    assert [column.id for column in again.rows.columns] == ["limitations", "name", "state"]
    assert abs(again.columnWidth(1) - 333) < 8
