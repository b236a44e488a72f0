from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.fake_cloud import LOGIN, FakeCloud
from tests.gui.quiet import wait_until_quiet
from tests.gui.results.looking import Make, open_tab, texts
from wizard.gui.findings.find_image_dialog import FindImageDialog
from wizard.gui.findings.problem_list import ProblemCard
from wizard.gui.results.image_tab import ImageTab
from wizard.gui.session import Session
from wizard.model.account.listing_events import Trouble
from wizard.model.images.describe_images import image_from
from wizard.model.recommend.found_image import FoundImage, judged

RECORD = {
    "ImageId": "ami-0abc0abc0abc0abc0",
    "Name": "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20261101",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "EnaSupport": True,
    "State": "available",
    "PlatformDetails": "Linux/UNIX",
    "CreationDate": "2026-11-01T00:00:00.000Z",
    "OwnerId": "099720109477",
}


@pytest.fixture
def session(session: Session) -> Session:
    session.answer("os", "ubuntu")
    session.answer("os-version", "22.04")
    return session


@pytest.fixture
def fake(world: World) -> FakeCloud:
    return world.fake_aws


@pytest.fixture
def found(session: Session) -> FoundImage:
    return judged(session.knowledge, session.recommendation, image_from(RECORD, "eu-west-1"))


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, fake: FakeCloud) -> Iterator[FindImageDialog]:
    dialog = FindImageDialog(fake.cloud(), session.recommendation)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.reject()


def press(dialog: FindImageDialog, words: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    next(b for b in buttons if b.isVisible() and words in b.text().replace("&", "")).click()


def find(qtbot: QtBot, dialog: FindImageDialog) -> None:
    press(dialog, "Find")
    qtbot.waitUntil(lambda: not dialog._runner.running)
    wait_until_quiet(qtbot, dialog)


def test_nobody_is_asked_before_the_person_wants_it(dialog: FindImageDialog, fake: FakeCloud) -> None:
    assert not dialog._runner.running
    assert not any("Asking" in text for text in texts(dialog))


def test_the_image_is_named_with_its_day_and_its_id_to_copy(
    qtbot: QtBot, dialog: FindImageDialog, fake: FakeCloud, found: FoundImage
) -> None:
    fake.found = [found]
    find(qtbot, dialog)
    said = "\n".join(texts(dialog))
    assert "ami-0abc0abc0abc0abc0, of 2026-11-01" in said
    press(dialog, "Copy")
    assert QGuiApplication.clipboard().text() == "ami-0abc0abc0abc0abc0"


def test_trouble_is_said_with_the_way_out_and_can_be_tried_again(
    qtbot: QtBot, dialog: FindImageDialog, fake: FakeCloud, found: FoundImage
) -> None:
    fake.found = [Trouble("dev", "eu-west-1", LOGIN)]
    find(qtbot, dialog)
    assert dialog.findChildren(ProblemCard)
    fake.found = [found]
    press(dialog, "Try again")
    qtbot.waitUntil(lambda: any("ami-0abc" in text for text in texts(dialog)))
    assert not [card for card in dialog.findChildren(ProblemCard) if card.isVisible()]


def test_closing_ends_the_asking(qtbot: QtBot, dialog: FindImageDialog, fake: FakeCloud) -> None:
    fake.hold = threading.Event()
    before = threading.active_count()
    press(dialog, "Find")
    dialog.reject()
    assert not dialog._runner.running
    assert threading.active_count() <= before


def test_without_a_profile_the_person_is_told_how_to_get_one(
    qtbot: QtBot, session: Session, fake: FakeCloud
) -> None:
    fake.profiles = []
    dialog = FindImageDialog(fake.cloud(), session.recommendation)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "aws configure sso" in texts(dialog)


def test_the_results_have_a_button_for_it(
    qtbot: QtBot, make_window: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(FindImageDialog, "exec", lambda dialog: opened.append(dialog.windowTitle()))
    tab = open_tab(make_window({"os": "ubuntu", "os-version": "22.04"}, "results"), qtbot, "Image")
    assert isinstance(tab, ImageTab)
    next(
        b for b in tab.findChildren(QPushButton) if "Find it in my account" in b.text().replace("&", "")
    ).click()
    assert opened == ["Find the image"]
