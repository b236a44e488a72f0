from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QTabWidget, QTreeWidget
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import FakeCloud
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import button, texts
from tests.gui.quiet import wait_until_quiet
from wizard.gui.aws_service import Request
from wizard.gui.images.controller import ImagesController
from wizard.gui.images.details import Details
from wizard.gui.images.details_tabs import LockedOutTab
from wizard.gui.images.image_loader import Origin
from wizard.gui.widgets.link import Link
from wizard.model.account.usage import Looked, Use, User, Uses
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.images.image_row import RowReader


@pytest.fixture
def details(controller: ImagesController, show: Callable[..., None]) -> Details:
    details = Details(controller.loader, controller.usage, lambda row: row.record)
    show(details, 520, 700)
    return details


@pytest.fixture
def images(qtbot: QtBot, controller: ImagesController, cloud: FakeCloud) -> list[JudgedImage]:
    cloud.answer("eu-west-1", *made(6))
    with qtbot.waitSignal(controller.loader.ended):
        controller.ask([Request("dev")])
    return list(controller.loader.images)


def seen(qtbot: QtBot, details: Details, image: JudgedImage, tab: int = 0) -> list[str]:
    details.show_image(image)
    details.show_tab(tab)
    wait_until_quiet(qtbot, details)
    verdict = details.findChildren(LockedOutTab)[0]
    qtbot.waitUntil(lambda: not verdict._building.isActive())
    return texts(details)


def links(details: Details) -> list[Link]:
    return [
        link
        for link in details.findChildren(Link)
        if link.isVisible() and link.text() == "" and link.accessibleName() == "Open in the AWS console"
    ]


def test_no_image_shows_nothing(details: Details, images: list[JudgedImage]) -> None:
    details.show_image(None)
    assert not details.isVisible()
    details.show_image(images[0])
    assert details.isVisible()


def test_the_head_says_which_image_it_is(qtbot: QtBot, details: Details, images: list[JudgedImage]) -> None:
    pv = next(image for image in images if "pv" in image.row.name)
    said = seen(qtbot, details, pv)
    assert said[0] == pv.row.name
    assert said[1] == f"{pv.row.image_id} · eu-west-1 · dev · Amazon Linux 2014.03"


def test_the_console_is_one_click_away_where_the_image_exists(
    qtbot: QtBot,
    details: Details,
    images: list[JudgedImage],
    controller: ImagesController,
    opened: list[str],
) -> None:
    for image in images[:2]:
        seen(qtbot, details, image)
        assert len(links(details)) == 1
        links(details)[0].click()
    assert [address[-21:] for address in opened] == [image.row.image_id[-21:] for image in images[:2]]
    controller.show_sample()
    seen(qtbot, details, controller.loader.images[0])
    assert links(details) == []


def test_each_tab_is_filled_for_the_image_that_one_is_at(
    qtbot: QtBot, details: Details, images: list[JudgedImage]
) -> None:
    tabs = details.findChildren(QTabWidget)[0]
    assert [tabs.tabText(at).replace("&", "") for at in range(4)] == [
        "Verdict",
        "Fields",
        "Moving on",
        "Used by",
    ]
    pv = next(image for image in images if "pv" in image.row.name)
    assert f"Works with {pv.usable_families} of {pv.families} families" in seen(qtbot, details, pv)
    seen(qtbot, details, pv, 1)
    tree = details.findChildren(QTreeWidget)[0]
    items = [tree.topLevelItem(at) for at in range(8)]
    fields = {item.text(0): item.text(1) for item in items if item}
    assert fields["Architecture"] == "x86_64"
    assert "From paravirtual to HVM" in seen(qtbot, details, pv, 2)
    assert "Nobody has asked yet what uses this image." in seen(qtbot, details, pv, 3)


def test_what_uses_it_is_asked_for_this_image_alone_and_then_told(
    qtbot: QtBot, details: Details, images: list[JudgedImage], controller: ImagesController, cloud: FakeCloud
) -> None:
    image = images[2]
    use = Use(image.row.image_id, User.INSTANCE, "eu-west-1", "i-1", "web", "running")
    cloud.usage = [Uses("dev", "eu-west-1", (use,)), Looked("dev", "eu-west-1", "instances")]
    seen(qtbot, details, image, 3)
    with qtbot.waitSignal(controller.usage.ended):
        button(details, "Ask what uses it").click()
        assert "Asking…" in texts(details)
    assert cloud.asked_usage == [{"dev": {"eu-west-1": [image.row.image_id]}}]
    assert "Instance i-1 web running" in texts(details)
    assert "Nobody has asked yet what uses this image." in seen(qtbot, details, images[0], 3)


def test_a_file_has_no_account_to_ask(qtbot: QtBot, details: Details, controller: ImagesController) -> None:
    controller.loader.show(made(2, "", ""), Origin.FILE)
    said = seen(qtbot, details, controller.loader.images[0], 3)
    assert "Images of a file have no account to ask." in said
    assert links(details) == []


def test_the_walk_can_be_started_with_the_image(
    qtbot: QtBot, details: Details, images: list[JudgedImage]
) -> None:
    seen(qtbot, details, images[3])
    with qtbot.waitSignal(details.wanted) as wanted:
        button(details, "Recommend for this image").click()
    assert wanted.args == [images[3]]


def test_a_name_without_a_space_does_not_push_the_window_apart(
    qtbot: QtBot, details: Details, images: list[JudgedImage]
) -> None:
    widest = details.minimumSizeHint().width()
    record = {"ImageId": "ami-0123456789abcdef0", "Name": "my_very_own_image_" + "x" * 110}
    row = RowReader().read(record, "a_profile_" + "y" * 60, "eu-west-1", "")
    image = JudgedImage(row, images[0].judged, details._loader.knowledge.os_catalog)
    for tab in range(4):
        seen(qtbot, details, image, tab)
        assert details.minimumSizeHint().width() <= max(widest, 520)
    for control in details.findChildren(QAbstractButton):
        assert control.mapTo(details, control.rect().topRight()).x() <= 520 or not control.isVisible()
