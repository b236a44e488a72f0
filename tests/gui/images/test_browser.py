from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLineEdit, QSplitter, QTabWidget, QToolButton, QTreeView
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import FakeCloud
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import names, texts
from tests.gui.quiet import wait_until_quiet
from wizard.gui.aws_service import Request
from wizard.gui.images.browser import Browser
from wizard.gui.images.controller import ImagesController
from wizard.gui.images.details import Details
from wizard.gui.images.group_cells import STEP_ROLE, GroupModel
from wizard.gui.images.group_map import GroupMap
from wizard.gui.images.image_loader import Origin
from wizard.model.account.usage import Looked, Use, User
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.overview import Group
from wizard.model.assessment.pattern import STEPS


@pytest.fixture
def browser(controller: ImagesController, show: Callable[..., None]) -> Browser:
    details = Details(controller.loader, controller.usage, lambda row: row.record)
    browser = Browser(controller.loader, None, controller.usage, details)
    show(browser, 1200, 700)
    controller.loader.show(made(18), Origin.FILE)
    return browser


def line(browser: Browser) -> QLineEdit:
    return browser.findChildren(QLineEdit)[0]


def grid(browser: Browser) -> QTreeView:
    return browser.findChildren(GroupMap)[0].findChildren(QTreeView)[0]


def at_on_map(browser: Browser) -> JudgedImage | None:
    model = grid(browser).model()
    assert isinstance(model, GroupModel)
    return model.image_at(grid(browser).currentIndex())


def at(browser: Browser) -> str:
    """The name at the head of the details."""
    return texts(browser.findChildren(Details)[0])[0]


def test_typing_narrows_the_list_and_the_count_says_so(qtbot: QtBot, browser: Browser) -> None:
    assert "18 of 18" in texts(browser)
    qtbot.keyClicks(line(browser), "arm region:eu")
    assert names(browser.rows) == [f"ubuntu-jammy-22.04-arm-{n}" for n in (1, 7, 13)]
    assert "3 of 18" in texts(browser)
    assert at(browser) == "ubuntu-jammy-22.04-arm-1"
    qtbot.keyClicks(line(browser), "zzz")
    assert "0 of 18" in texts(browser)
    assert not browser.findChildren(Details)[0].isVisible()


def test_limitation_and_family_narrow_too(browser: Browser) -> None:
    browser.overview.choose(Group.STUCK_ON_PV)
    assert {name[:10] for name in names(browser.rows)} == {"legacy-amz"}
    browser.filter.narrow("-2")
    assert len(names(browser.rows)) == 3
    assert "3 of 18" in texts(browser)


def test_tiles_count_and_are_pressed_and_let_go_by_keyboard(
    qtbot: QtBot, browser: Browser, controller: ImagesController
) -> None:
    tiles = {tile.counts: tile for tile in browser.overview.tiles}
    said = {group: tile.accessibleName() for group, tile in tiles.items()}
    assert said[Group.STUCK_ON_PV] == "3 stuck on PV"
    assert said[Group.UNUSABLE] == "3 cannot be launched"
    assert not tiles[Group.DEPRECATED].isEnabled(), "there is none"
    assert tiles[Group.FINE].accessibleDescription() == "use not known"
    tiles[Group.STUCK_ON_PV].setFocus()
    qtbot.keyClick(tiles[Group.STUCK_ON_PV], Qt.Key.Key_Space)
    assert tiles[Group.STUCK_ON_PV].isChecked()
    assert len(browser.rows.shown) == 3
    qtbot.keyClick(tiles[Group.NO_ENA], Qt.Key.Key_Space)
    assert not tiles[Group.STUCK_ON_PV].isChecked(), "one at a time"
    assert len(browser.rows.shown) == 3
    qtbot.keyClick(tiles[Group.NO_ENA], Qt.Key.Key_Space)
    assert len(browser.rows.shown) == 18
    # Brief where there is no room, and never cut.
    for width in (1200, 700):
        browser.resize(width, 700)
        wait_until_quiet(qtbot, browser)
        for tile in tiles.values():
            assert tile.geometry().right() <= browser.overview.width()
            assert tile.height() >= tile.sizeHint().height()
    image = browser.rows.shown[0]
    image.use(
        (Use(image.row.image_id, User.INSTANCE, "eu-west-1", "i-1"),), controller.loader.knowledge.prices
    )
    controller.usage.found.emit([image])
    assert "used by 1 instance" in {tile.accessibleDescription() for tile in tiles.values()}


def test_the_details_follow_the_arrow_keys(qtbot: QtBot, browser: Browser) -> None:
    qtbot.keyClick(browser.table, Qt.Key.Key_Down)
    assert at(browser) == browser.rows.shown[1].row.name
    qtbot.keyClick(browser.table, Qt.Key.Key_Down)
    assert at(browser) == browser.rows.shown[2].row.name


def test_a_header_sorts_up_then_down(browser: Browser) -> None:
    header = browser.table.horizontalHeader()
    for downwards in (False, True, False):
        header.sectionClicked.emit(0)
        assert names(browser.rows) == sorted(names(browser.rows), reverse=downwards)
    header.sectionClicked.emit(4)
    assert browser.rows.order == ("families", False)


def test_the_map_puts_together_what_behaves_alike_and_follows_the_list(
    qtbot: QtBot, browser: Browser
) -> None:
    browser.show_view(1)
    view, model = grid(browser), grid(browser).model()
    assert model.columnCount() == 1 + 8
    assert view.horizontalScrollBar().maximum() == 0, "all groups are seen"
    rows = {str(model.index(row, 0).data()): row for row in range(model.rowCount())}
    assert len(rows) == 6, "eighteen images of six kinds"
    stuck = next(row for name, row in rows.items() if name.startswith("legacy"))
    assert str(model.index(stuck, 0).data()).endswith(" (+2)")
    assert str(model.index(stuck, 0).data(Qt.ItemDataRole.AccessibleTextRole)).endswith(" and 2 like it")
    assert model.rowCount(model.index(stuck, 0)) == 3
    # A cell says its share as a bar, as a number and in words.
    pv_era, graviton = model.index(stuck, 1), model.index(stuck, 5)
    assert (pv_era.data(), pv_era.data(STEP_ROLE)) == ("19", STEPS)
    assert "on PV era: 19 of 19 types" in str(pv_era.data(Qt.ItemDataRole.AccessibleTextRole))
    assert (graviton.data(), graviton.data(STEP_ROLE)) == ("–", None)
    # By keyboard to a cell, a cluster unfolded, and the details with it.
    view.setFocus()
    view.setCurrentIndex(model.index(stuck, 0))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.isExpanded(model.index(stuck, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert at(browser) == "legacy-amzn-ami-pv-2014.03-8"
    assert browser.table.current is at_on_map(browser)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "legacy-amzn-ami-pv-2014.03-8 on PV era: 19 of 19 types" in texts(browser)
    browser.findChildren(Details)[0].show_tab(2)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert "Verdict" in {
        bar.tabText(bar.currentIndex()).replace("&", "") for bar in browser.findChildren(QTabWidget)
    }
    # A group unfolds to its families.
    fold = next(b for b in browser.findChildren(QToolButton) if b.text() == "PV era")
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert model.columnCount() == 1 + 8 + 6
    assert model.headerData(2, Qt.Orientation.Horizontal) == "c1"
    # It is drawn, chosen cells too, and follows filter and list.
    view.setCurrentIndex(model.index(0, 1))
    assert not view.grab().isNull()
    browser.filter.narrow("arm")
    browser.table.point_at(browser.rows.shown[2])
    assert model.rowCount() == 1
    browser.filter.narrow("")
    wanted = next(image for image in browser.rows.shown if image.row.name.startswith("centos"))
    browser.table.point_at(wanted)
    found = at_on_map(browser)
    assert found is not None
    assert found.judged is wanted.judged


@pytest.mark.parametrize("view", [0, 1])
def test_the_image_one_is_at_stays_through_filter_order_and_new_images(
    qtbot: QtBot, browser: Browser, controller: ImagesController, view: int
) -> None:
    browser.show_view(view)
    wanted = next(image for image in browser.rows.shown if image.row.name.endswith("arm-7"))
    browser.table.point_at(wanted)
    changes: list[Callable[[], object]] = [
        lambda: browser.arrange(("name", True)),
        lambda: browser.filter.narrow("arm"),
        lambda: browser.filter.narrow(""),
        lambda: browser.arrange(None),
        lambda: controller.loader._have(
            [*made(3, "ap-south-1", first=90), *(image.row for image in controller.loader.images[3:])]
        ),
    ]
    for change in changes:
        change()
        assert browser.table.current is wanted
        assert at(browser) == wanted.row.name
        if view:
            on_map = at_on_map(browser)
            assert on_map is not None
            assert on_map.judged is wanted.judged


def test_an_image_that_is_listed_anew_stays_the_one_that_one_is_at(
    qtbot: QtBot, browser: Browser, controller: ImagesController, cloud: FakeCloud
) -> None:
    def listed() -> None:
        cloud.events = []
        cloud.answer("eu-west-1", *made(12))
        with qtbot.waitSignal(controller.loader.ended):
            controller.ask([Request("dev")])

    listed()
    before = browser.rows.shown[7]
    browser.table.point_at(before)
    listed()
    assert browser.table.current is not None
    assert browser.table.current is not before
    assert browser.table.current.row.image_id == before.row.image_id
    assert at(browser) == before.row.name


def test_what_an_image_is_used_by_is_filtered_by_once_it_is_known(
    qtbot: QtBot, browser: Browser, controller: ImagesController, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1", *made(6))
    with qtbot.waitSignal(controller.loader.ended):
        controller.ask([Request("dev")])
    browser.choose(["name", "used_by"])
    cloud.usage = [Looked("dev", "eu-west-1", "instances")]
    with qtbot.waitSignal(controller.usage.ended):
        controller.usage.ask(browser.rows.shown[:2])
    browser.filter.narrow("used:asked")
    assert len(browser.rows.shown) == 4


def test_list_and_details_stand_below_each_other_where_there_is_no_room(browser: Browser) -> None:
    splitter = browser.findChildren(QSplitter)[0]
    assert splitter.orientation() is Qt.Orientation.Horizontal
    browser.resize(700, 700)
    assert splitter.orientation() is Qt.Orientation.Vertical


def test_the_views_are_named_and_have_keys(browser: Browser) -> None:
    views = browser.findChildren(QTabWidget)
    bar = next(tabs for tabs in views if tabs.accessibleName() == "List, map or instances")
    assert [bar.tabText(at).replace("&", "") for at in range(3)] == ["List", "Map", "Instances"]


def test_what_a_filter_finds_late_comes_by_itself(
    qtbot: QtBot, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wizard.gui.images.rows._AT_ONCE_SECONDS", -1)
    browser.choose(["name", "limitations"])
    line(browser).setText("jammy")
    assert any("searching" in text for text in texts(browser))
    qtbot.waitUntil(lambda: "3 of 18" in texts(browser))
    assert len(names(browser.rows)) == 3
