from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.fake_cloud import LOGIN, FakeCloud
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import (
    NO_RIGHT,
    button,
    clipboard,
    entries,
    in_menu_bar,
    list_images,
    names,
    settle,
    texts,
)
from tests.gui.quiet import wait_until_quiet
from wizard.gui import feedback
from wizard.gui.aws_service import Kept, Request
from wizard.gui.findings.problem_list import ProblemCard
from wizard.gui.images.panel import ImagesPanel
from wizard.gui.images.source_bar import SourceBar
from wizard.gui.images.start_view import StartView
from wizard.gui.images.usage_loader import UsageLoader
from wizard.gui.images.uses_table import UsesTable
from wizard.gui.images.window import ImagesWindow
from wizard.gui.user_error import UserError
from wizard.gui.widgets.tables.check_menu import CheckMenuButton
from wizard.model.account.listing_events import Trouble
from wizard.model.account.usage import Looked, Use, User, Uses
from wizard.model.assessment.overview import Group
from wizard.report.images.columns import USUAL


@pytest.fixture
def panel(images: ImagesWindow) -> ImagesPanel:
    return images.panel


def cards(panel: ImagesPanel) -> list[ProblemCard]:
    return [card for card in panel.findChildren(ProblemCard) if card.isVisible()]


def copies(panel: ImagesPanel) -> dict[str, QAction]:
    opener = button(panel, "Copy")
    assert isinstance(opener, QPushButton)
    return entries(opener.menu())


def test_before_there_are_images_it_offers_the_ways_to_begin(
    qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud
) -> None:
    assert panel.findChildren(StartView)[0].isVisible()
    before = panel.has_images
    assert panel.first_control().hasFocus()
    cloud.answer("eu-west-1", *made(3))
    button(panel, "List the images of an account").click()
    settle(qtbot, panel)
    assert (before, panel.has_images) == (False, True)
    assert len(panel.browser.rows.shown) == 3
    assert "3 images · 1 of 1 Regions answered" in texts(panel)


def test_an_account_without_images_says_so_and_offers_no_beginning(
    qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1")
    list_images(qtbot, panel)
    assert panel.has_images
    assert "0 images · 1 of 1 Regions answered" in texts(panel)
    assert "0 of 0" in texts(panel)


def test_what_was_ticked_is_asked_and_remembered(
    qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud, world: World
) -> None:
    panel.source.choose(["prod"], ["us-east-1"])
    list_images(qtbot, panel)
    assert cloud.requests == [(Request("prod", ("us-east-1",)),)]
    assert world.preferences["image_profiles"] == '["prod"]'
    assert world.preferences["image_regions"] == '["us-east-1"]'


def test_what_was_ticked_last_time_is_ticked_again(
    world: World, images: ImagesWindow, show: Callable[..., None]
) -> None:
    world.preferences |= {
        "image_profiles": '["prod"]',
        "image_regions": '["eu-west-1"]',
        "image_columns": '["name", "state"]',
    }
    panel = ImagesPanel(images.panel.controller, list, world.services())
    show(panel)
    assert panel.source.requests == (Request("prod", ("eu-west-1",)),)
    assert panel.browser.rows.header == ("Name", "State")


def test_the_choice_of_columns_is_remembered(panel: ImagesPanel, world: World) -> None:
    assert tuple(column.id for column in panel.browser.rows.columns) == USUAL
    panel.export_bar.show_columns(["region", "name"])
    assert panel.browser.rows.header == ("Name", "Region")
    assert world.preferences["image_columns"] == '["name", "region"]'


def test_columns_that_no_longer_exist_leave_the_usual_ones(
    world: World, images: ImagesWindow, show: Callable[..., None]
) -> None:
    world.preferences["image_columns"] = '["colour-of-the-sky"]'
    panel = ImagesPanel(images.panel.controller, list, world.services())
    show(panel)
    assert tuple(column.id for column in panel.browser.rows.columns) == USUAL


def test_a_problem_of_many_regions_is_one_card_and_the_images_stay(
    qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1", *made(4))
    for region in ("us-east-1", "ap-south-1", "ca-central-1"):
        cloud.fail(region)
    list_images(qtbot, panel)
    assert len(cards(panel)) == 1
    assert "dev ap-south-1, dev ca-central-1, dev us-east-1" in texts(panel)
    assert len(panel.browser.rows.shown) == 4
    cloud.events = []
    cloud.answer("us-east-1", *made(1, "us-east-1", first=50))
    button(panel, "Try again").click()
    settle(qtbot, panel)
    assert cloud.requests[-1] == (Request("dev", ("ap-south-1", "ca-central-1", "us-east-1")),)
    assert "dev ap-south-1, dev ca-central-1" in texts(panel)
    assert len(panel.browser.rows.shown) == 5


def test_trying_again_by_key_leaves_the_keys_somewhere(
    qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud
) -> None:
    cloud.fail("us-east-1")
    list_images(qtbot, panel)
    cloud.events = []
    cloud.answer("us-east-1", *made(1, "us-east-1"))
    retry = button(panel, "Try again")
    retry.setFocus()
    qtbot.keyClick(retry, Qt.Key.Key_Return)
    settle(qtbot, panel)
    assert not cards(panel)
    focused = panel.window().focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_cancel_keeps_what_came(qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud) -> None:
    cloud.hold = threading.Event()
    cloud.answer("eu-west-1", *made(4))
    panel.ask()
    qtbot.waitUntil(lambda: len(panel.browser.rows.shown) == 4)
    assert not button(panel, "List images").isEnabled()
    button(panel, "Cancel").click()
    qtbot.waitUntil(lambda: not panel.controller.busy)
    qtbot.waitUntil(lambda: button(panel, "List images").isEnabled())
    assert len(panel.browser.rows.shown) == 4


def test_what_uses_the_shown_images_is_asked_and_can_be_cancelled(
    qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1", *made(6))
    list_images(qtbot, panel)
    panel.browser.filter.narrow("arm")
    cloud.hold = threading.Event()
    panel.ask_uses_of_shown()
    assert cloud.asked_usage == [{"dev": {"eu-west-1": [panel.browser.rows.shown[0].row.image_id]}}]
    assert button(panel, "Cancel").isEnabled()
    button(panel, "Cancel").click()
    settle(qtbot, panel)
    assert panel.browser.rows.shown[0].uses is None


def test_asking_for_one_image_can_be_cancelled_too(
    qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1", *made(6))
    list_images(qtbot, panel)
    cloud.hold = threading.Event()
    panel.details.show_tab(3)
    wait_until_quiet(qtbot, panel)
    button(panel, "Ask what uses it").click()
    assert button(panel, "Cancel").isEnabled()
    button(panel, "Cancel").click()
    settle(qtbot, panel)
    assert not [
        each for each in panel.findChildren(QPushButton) if each.text() == "&Cancel" and each.isVisible()
    ]


def test_trouble_with_the_uses_is_a_card_and_asked_again_alone(
    qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1", *made(6))
    list_images(qtbot, panel)
    image = panel.browser.rows.shown[1]
    cloud.usage = [Looked("dev", "eu-west-1", "templates"), Trouble("dev", "eu-west-1", NO_RIGHT)]
    panel.controller.usage.ask([image])
    settle(qtbot, panel)
    assert [card.accessibleName() for card in cards(panel)] == ["ec2:DescribeImages is not allowed."]
    assert image.uses is None
    cloud.usage = [Looked("dev", "eu-west-1", "templates")]
    button(panel, "Try again").click()
    settle(qtbot, panel)
    assert cloud.asked_usage == [{"dev": {"eu-west-1": [image.row.image_id]}}] * 2
    assert len(cloud.requests) == 1
    assert not cards(panel)
    assert image.uses == ()


def test_the_sample_has_nobody_to_ask_and_is_marked(
    qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud
) -> None:
    button(panel, "Look round in the sample account").click()
    assert "Sample account: none of these images exists." in texts(panel)
    assert len(panel.browser.rows.shown) == 12
    panel.ask_uses_of_shown()
    assert cloud.asked_usage == []
    cloud.answer("eu-west-1", *made(1))
    list_images(qtbot, panel)
    assert "Sample account: none of these images exists." not in texts(panel)
    assert len(panel.browser.rows.shown) == 1


def test_one_press_asks_what_uses_the_blocked_ones(
    qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud
) -> None:
    cloud.answer("eu-west-1", *made(12))
    list_images(qtbot, panel)
    blocked = [image for image in panel.browser.rows.shown if image.row.name[:6] in ("legacy", "centos")]
    assert len(blocked) == 4
    cloud.usage = [Looked("dev", "eu-west-1", "instances")]
    button(panel, "Ask what uses the 4 blocked images").click()
    settle(qtbot, panel)
    assert set(cloud.asked_usage[0]["dev"]["eu-west-1"]) == {image.row.image_id for image in blocked}
    assert not [b for b in panel.findChildren(QPushButton) if b.isVisible() and "blocked" in b.text()]


def test_instances_lead_to_the_image_that_holds_them_back_and_can_be_carried_away(
    qtbot: QtBot,
    panel: ImagesPanel,
    cloud: FakeCloud,
    chosen_file: Callable[[Path | None], None],
    world: World,
) -> None:
    cloud.answer("eu-west-1", *made(12))
    list_images(qtbot, panel)
    panel.browser.show_view(2)
    assert "Nobody has asked yet what uses these images." in texts(panel)
    stuck = next(i for i in panel.browser.rows.shown if i.row.name.startswith("legacy"))
    fine = next(i for i in panel.browser.rows.shown if i.row.name.startswith("al2023"))
    cloud.usage = [
        Uses("dev", "eu-west-1", (Use(image.row.image_id, User.INSTANCE, "eu-west-1", id, id, "running"),))
        for image, id in ((fine, "i-fine"), (stuck, "i-stuck"))
    ]
    panel.ask_uses_of_shown()
    settle(qtbot, panel)
    uses = panel.findChildren(UsesTable)[0]
    assert [it.use.id for it in uses.shown] == ["i-stuck", "i-fine"], "what is held back comes first"
    table = uses.first_control()
    assert isinstance(table, QTableView)
    qtbot.keyClick(table, Qt.Key.Key_Home)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert panel.browser.table.current is fine
    panel.export_bar.copy_selected()
    assert [row[0] for row in clipboard()] == ["Name", "i-fine"]
    menus = [menu for menu in panel.export_bar.findChildren(QMenu) if menu.actions()]
    actions = {text: action for menu in menus for text, action in entries(menu).items()}
    actions["All shown rows as Markdown"].trigger()
    assert len(clipboard()) == 4
    for text, suffix in (("CSV…", ".csv"), ("JSON…", ".json"), ("Markdown…", ".md")):
        chosen_file(Path(f"/x/uses{suffix}"))
        actions[text].trigger()
        assert b"i-stuck" in world.private[Path(f"/x/uses{suffix}")]
    # Tiles and filter count here too.
    panel.browser.overview.choose(Group.STUCK_ON_PV)
    assert [it.use.id for it in uses.shown] == ["i-stuck"]
    panel.browser.filter.narrow("no such image")
    assert "Nothing that the account told of uses these images." in texts(panel)


def test_a_file_is_marked_by_its_name(panel: ImagesPanel, chosen_file: Callable[[Path | None], None]) -> None:
    chosen_file(Path("/x/re\u202eply.json"))
    button(panel, "Open a saved reply").click()
    assert "From the file reU+202Eply.json" in texts(panel)
    assert len(panel.browser.rows.shown) == 6


def test_a_page_of_a_file_says_so_and_what_could_not_be_read_is_counted(
    panel: ImagesPanel, chosen_file: Callable[[Path | None], None]
) -> None:
    chosen_file(Path("/x/page.json"))
    button(panel, "Open a saved reply").click()
    assert "From the file page.json, which is one page of the images: more follow" in texts(panel)
    assert len(panel.browser.rows.shown) == 5
    assert any("1 record unreadable" in text for text in texts(panel))
    chosen_file(Path("/x/reply.json"))
    panel.open_file()
    assert "From the file reply.json" in texts(panel)
    assert not any("unreadable" in text for text in texts(panel))


def test_a_broken_file_is_a_dialog_and_nothing_changes(
    panel: ImagesPanel, chosen_file: Callable[[Path | None], None], problems: list[UserError]
) -> None:
    panel.show_sample()
    shown = names(panel.browser.rows)
    chosen_file(Path("/x/broken.json"))
    panel.open_file()
    assert [problem.problem for problem in problems] == ["Unable to use broken.json."]
    assert names(panel.browser.rows) == shown
    assert "Sample account: none of these images exists." in texts(panel)
    chosen_file(None)
    panel.open_file()
    assert len(problems) == 1


def test_what_was_kept_is_shown_with_its_date(
    cloud: FakeCloud, images: ImagesWindow, world: World, show: Callable[..., None]
) -> None:
    cloud.kept = Kept(made(3), "24 November 2026")
    panel = ImagesPanel(images.panel.controller, list, world.services())
    show(panel)
    assert "As found on 24 November 2026. List them again to see today’s." in texts(panel)
    assert len(panel.browser.rows.shown) == 3


def test_what_cannot_be_read_of_profiles_or_of_what_was_kept_is_a_dialog(
    images: ImagesWindow,
    world: World,
    show: Callable[..., None],
    problems: list[UserError],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> None:
        raise UserError("Unable to read.", "Spoilt.", "Mend it.")

    monkeypatch.setattr(images.panel.controller, "show_kept", fail)
    show(ImagesPanel(images.panel.controller, list, world.services()))
    monkeypatch.setattr(images.panel.controller, "logins", fail)
    show(ImagesPanel(images.panel.controller, list, world.services()))
    assert [problem.problem for problem in problems] == ["Unable to read."] * 2


def test_a_profile_that_is_new_can_be_ticked_at_once(panel: ImagesPanel, cloud: FakeCloud) -> None:
    cloud.profiles = cloud.profiles[1:]
    cloud.stamp = 1
    panel.controller.look()
    assert panel.source.requests == (Request("prod"),)
    assert panel.findChildren(SourceBar)[0].findChildren(CheckMenuButton)[0].text() == "prod"


def test_account_numbers_stay_behind_if_the_person_wants_it(
    qtbot: QtBot, panel: ImagesPanel, images: ImagesWindow, world: World
) -> None:
    panel.show_sample()
    panel.export_bar.show_columns(["name", "owner_id"])
    copies(panel)["All shown rows, tab-separated"].trigger()
    assert clipboard()[1][1] == "123456789012"
    in_menu_bar(images)["Leave account numbers out of copies and exports"].trigger()
    copies(panel)["All shown rows, tab-separated"].trigger()
    assert clipboard()[1][1] == "account-1"
    assert world.preferences["mask_accounts"] is True
    assert "12 rows are on the clipboard." in texts(panel)


def test_ctrl_c_copies_the_selected_row(qtbot: QtBot, panel: ImagesPanel) -> None:
    panel.show_sample()
    panel.browser.table.setFocus()
    qtbot.keyClick(panel.browser.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [row[0] for row in clipboard()[1:]] == names(panel.browser.rows)[:1]


def test_the_walk_is_started_with_the_image_as_aws_described_it(qtbot: QtBot, panel: ImagesPanel) -> None:
    panel.show_sample()
    with qtbot.waitSignal(panel.wanted) as wanted:
        button(panel, "Recommend for this image").click()
    assert wanted.args == [panel.browser.rows.shown[0].row.record]


@pytest.mark.parametrize("profiles", [0, 2])
def test_where_nothing_can_be_asked_the_person_is_told_why(
    qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud, world: World, profiles: int
) -> None:
    cloud.profiles = cloud.profiles[:profiles]
    cloud.stamp = 1
    panel.controller.look()
    if profiles:
        panel.source._owner.setEditText("12")
    with qtbot.waitSignal(feedback.bridge.told) as told:
        button(panel, "List the images of an account").click()
    assert cloud.requests == []
    assert told.args[0]
    assert told.args[0] in texts(panel)


def test_both_troubles_are_shown_together(qtbot: QtBot, panel: ImagesPanel, cloud: FakeCloud) -> None:
    cloud.answer("eu-west-1", *made(1))
    cloud.fail("us-east-1", LOGIN)
    cloud.fail("ap-south-1", NO_RIGHT)
    list_images(qtbot, panel)
    assert {card.accessibleName() for card in cards(panel)} == {
        "The login of the profile dev has ended.",
        "ec2:DescribeImages is not allowed.",
    }
    assert isinstance(panel.controller.usage, UsageLoader)
