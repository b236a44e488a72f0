from __future__ import annotations

import datetime
import threading
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication, Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.fake_cloud import LOGIN, FakeCloud
from tests.gui.seen import button_saying, visible_texts
from wizard.gui.aws_service import CatalogEvent, Refreshed
from wizard.gui.catalog.dialog import CatalogDialog
from wizard.gui.session import Session
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.user_error import UserError
from wizard.model.account.listing_events import Answered, Regions, Started, Trouble
from wizard.model.catalog.change import CatalogChange

CHANGE = CatalogChange(("m9g.large",), (), {}, {}, {})
EVENTS: list[CatalogEvent] = [
    Regions("dev", ("eu-west-1", "eu-west-2")),
    Started("dev", "eu-west-1"),
    Answered("dev", "eu-west-1", 700),
]
DAY = datetime.date(2026, 11, 27)


@pytest.fixture
def fake(world: World) -> FakeCloud:
    return world.fake_aws


@pytest.fixture
def make_dialog(qtbot: QtBot, session: Session, world: World, fake: FakeCloud) -> Callable[[], CatalogDialog]:
    def make() -> CatalogDialog:
        window = QWidget()
        qtbot.addWidget(window)
        dialog = CatalogDialog(fake.cloud(), today=DAY)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def text_of(dialog: QWidget) -> str:
    return "\n".join(visible_texts(dialog))


def said(dialog: CatalogDialog) -> str:
    return dialog._said.text()


def test_it_says_what_counts_and_offers_the_profiles(make_dialog: Callable[[], CatalogDialog]) -> None:
    dialog = make_dialog()
    assert "31\ndays old" in text_of(dialog)
    assert "next start of the program" in text_of(dialog)
    box = dialog.findChildren(QComboBox)[0]
    assert [box.itemData(place) for place in range(box.count())] == ["dev", "prod"]
    assert button_saying(dialog, "Refresh").isDefault()
    assert not button_saying(dialog, "Cancel").isEnabled()


def test_refreshing_shows_progress_and_then_what_changed(
    qtbot: QtBot, make_dialog: Callable[[], CatalogDialog], fake: FakeCloud
) -> None:
    fake.hold, fake.catalog_events = threading.Event(), [*EVENTS]
    dialog = make_dialog()
    dialog.activateWindow()
    button_saying(dialog, "Refresh").click()
    qtbot.waitUntil(lambda: said(dialog) == "1 of 2 Regions answered")
    assert dialog._board.isVisible()
    assert dialog._strip.isVisible()
    assert not dialog.findChildren(QComboBox)[0].isEnabled()
    dialog.refresh()
    fake.hold.set()
    qtbot.waitUntil(lambda: said(dialog).startswith("Nothing was refreshed"))
    fake.catalog_events.append(Refreshed(CHANGE, 2))
    dialog.refresh()
    qtbot.waitUntil(lambda: said(dialog).startswith("Refreshed from 2 Regions."))
    assert dialog.findChildren(QPlainTextEdit)[0].toPlainText() == "New types (1): m9g.large"
    assert not dialog._board.isVisible()


def test_escape_ends_the_asking_first_and_then_the_dialog(
    qtbot: QtBot, make_dialog: Callable[[], CatalogDialog], fake: FakeCloud
) -> None:
    fake.hold = threading.Event()
    dialog = make_dialog()
    dialog.refresh()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: said(dialog).startswith("Cancelled."))
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_closing_in_the_middle_leaves_no_thread(
    qtbot: QtBot, make_dialog: Callable[[], CatalogDialog], fake: FakeCloud
) -> None:
    fake.hold = threading.Event()
    dialog = make_dialog()
    dialog.refresh()
    button_saying(dialog, "Close").click()
    assert not dialog.isVisible()
    assert not [thread for thread in threading.enumerate() if thread.name == "asking"]


def test_a_login_that_ended_is_said_with_the_command_and_goes_on_by_itself(
    qtbot: QtBot, make_dialog: Callable[[], CatalogDialog], fake: FakeCloud
) -> None:
    fake.catalog_events = [Trouble("dev", "", LOGIN)]
    dialog = make_dialog()
    dialog.refresh()
    qtbot.waitUntil(lambda: "aws sso login --profile dev" in text_of(dialog))
    button_saying(dialog, "Copy").click()
    assert QGuiApplication.clipboard().text() == "aws sso login --profile dev"
    assert said(dialog) == "The command is on the clipboard."
    fake.stamp, fake.catalog_events = 1, [*EVENTS, Refreshed(CHANGE, 1)]
    dialog._asking.look()
    qtbot.waitUntil(lambda: said(dialog).startswith("Refreshed from 1 Region."))
    assert "aws sso login" not in text_of(dialog)


def test_without_a_profile_it_says_how_to_get_one_and_notices_it(
    qtbot: QtBot, make_dialog: Callable[[], CatalogDialog], fake: FakeCloud
) -> None:
    profiles, fake.profiles = fake.profiles, []
    dialog = make_dialog()
    assert "aws configure sso" in text_of(dialog)
    assert not button_saying(dialog, "Refresh").isEnabled()
    dialog.refresh()
    assert said(dialog) == ""
    fake.stamp, fake.profiles = 1, profiles
    dialog._asking.look()
    assert "aws configure sso" not in text_of(dialog)
    assert button_saying(dialog, "Refresh").isEnabled()


def test_a_problem_is_a_dialog_and_a_fault_stays_one(
    qtbot: QtBot, make_dialog: Callable[[], CatalogDialog], fake: FakeCloud, problems: list[UserError]
) -> None:
    fake.error = UserError(
        "The account’s answer does not fit the catalogue.", "quantum", "Look for a newer one."
    )
    dialog = make_dialog()
    dialog.refresh()
    qtbot.waitUntil(lambda: problems == [fake.error])
    assert said(dialog).startswith("Nothing was refreshed")
    fake.error = ZeroDivisionError()
    with qtbot.captureExceptions() as caught:
        dialog.refresh()
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_back_to_the_built_in_catalogue(make_dialog: Callable[[], CatalogDialog], fake: FakeCloud) -> None:
    fake.refreshed = True
    dialog = make_dialog()
    assert "Refreshed from an account" in text_of(dialog)
    button_saying(dialog, "Back to the built-in").click()
    assert said(dialog) == "The built-in catalogue counts from the next start on."
    button_saying(dialog, "Back to the built-in").click()
    assert said(dialog) == "The built-in catalogue counts already."


def test_every_control_has_a_name_and_no_letter_is_given_twice(
    make_dialog: Callable[[], CatalogDialog],
) -> None:
    dialog = make_dialog()
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip(), widget
    buttons = [b.text() for b in dialog.findChildren(QPushButton) if b.isVisible()]
    letters = [text[text.index("&") + 1].lower() for text in [*buttons, "&Profile"] if "&" in text]
    assert len(letters) == len(set(letters)), letters


def test_the_menu_opens_it_and_it_leaves_nothing_behind(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def close(dialog: CatalogDialog) -> int:
        opened.append(dialog.windowTitle())
        dialog.show()
        dialog.close()
        return 0

    monkeypatch.setattr(CatalogDialog, "exec", close)
    window.menus.dialogs.show_catalog()
    assert opened == ["Instance types"]
    qtbot.waitUntil(lambda: not window.findChildren(CatalogDialog))
