from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.fake_cloud import LOGIN, FakeCloud
from tests.gui.seen import button_saying, visible_texts
from wizard.gui.aws_service import PriceProgress, PricesKept, PriceTrouble
from wizard.gui.prices.dialog import PricesDialog
from wizard.gui.session import Session
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.user_error import UserError
from wizard.model.message import Message

KEPT = PricesKept(Message("2 lists of prices are new and count now."))
MB = 1_000_000


@pytest.fixture
def fake(world: World) -> FakeCloud:
    return world.fake_aws


@pytest.fixture
def renewed() -> list[str]:
    return []


@pytest.fixture
def make_dialog(qtbot: QtBot, fake: FakeCloud, renewed: list[str]) -> Callable[..., PricesDialog]:
    def make(region: str | None = None, chosen: Path | None = Path("index.csv")) -> PricesDialog:
        dialog = PricesDialog(fake.cloud(), lambda: chosen, lambda: renewed.append("renewed"))
        if region is not None:
            dialog.choose_region(region)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def text_of(dialog: PricesDialog) -> str:
    return "\n".join(visible_texts(dialog))


def said(dialog: PricesDialog) -> str:
    return dialog._said.text()


def test_it_says_what_is_known_and_what_a_price_lacks(make_dialog: Callable[..., PricesDialog]) -> None:
    dialog = make_dialog("eu-west-1")
    lists = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert lists.startswith("us-east-1, Linux/UNIX (RunInstances): 1,147 instance types")
    assert "Not in it: EBS volumes." in text_of(dialog)
    assert not button_saying(dialog, "Cancel").isVisible()


@pytest.mark.parametrize(
    ("words", "question"),
    [("Fetch", "fetch eu-west-1"), ("Refresh", "refresh dev eu-west-1"), ("Import", "read index.csv")],
)
def test_each_way_asks_and_the_new_prices_count_at_once(
    qtbot: QtBot,
    make_dialog: Callable[..., PricesDialog],
    fake: FakeCloud,
    renewed: list[str],
    words: str,
    question: str,
) -> None:
    fake.price_events = [PriceProgress(1, 2), KEPT]
    dialog = make_dialog("eu-west-1")
    button_saying(dialog, words).click()
    qtbot.waitUntil(lambda: said(dialog) == "2 lists of prices are new and count now.")
    assert fake.price_questions == [question]
    assert renewed == ["renewed"]


@pytest.mark.parametrize(
    ("words", "progress", "expected"),
    [
        ("Import", PriceProgress(120 * MB, 300 * MB), "120 of 300 MB read"),
        ("Fetch", PriceProgress(120 * MB, 0), "120 MB read"),
        ("Refresh", PriceProgress(3, 8), "3 of 8 lists answered"),
        ("Refresh", PriceProgress(0, 0), "Asking…"),
    ],
)
def test_progress_is_shown_and_can_be_cancelled(
    qtbot: QtBot,
    make_dialog: Callable[..., PricesDialog],
    fake: FakeCloud,
    renewed: list[str],
    words: str,
    progress: PriceProgress,
    expected: str,
) -> None:
    fake.hold, fake.price_events = threading.Event(), [progress]
    dialog = make_dialog()
    button_saying(dialog, words).click()
    qtbot.waitUntil(lambda: said(dialog) == expected)
    assert not button_saying(dialog, "Fetch").isEnabled()
    dialog.fetch()
    assert len(fake.price_questions) == 1
    dialog.reject()
    qtbot.waitUntil(lambda: said(dialog) == "Cancelled. The prices known before stay.")
    assert renewed == []
    dialog.reject()
    assert not dialog.isVisible()


def test_what_failed_is_told_with_its_command_and_asked_again(
    qtbot: QtBot, make_dialog: Callable[..., PricesDialog], fake: FakeCloud
) -> None:
    refused = [PriceTrouble(text=Message("product {n}: 0 is not above zero", {"n": n})) for n in range(7)]
    fake.price_events = [PriceTrouble(problem=LOGIN), PriceTrouble(problem=LOGIN), *refused]
    dialog = make_dialog()
    button_saying(dialog, "Refresh").click()
    qtbot.waitUntil(lambda: said(dialog) == "Nothing is new. The prices known before stay.")
    assert "The login of the profile dev has ended." in text_of(dialog)
    assert "product 4: 0 is not above zero\n2 more rows were refused" in text_of(dialog)
    button_saying(dialog, "Try again").click()
    qtbot.waitUntil(lambda: len(fake.price_questions) == 2)
    assert fake.price_questions[0] == fake.price_questions[1]


def test_who_chooses_no_file_asks_nothing(make_dialog: Callable[..., PricesDialog], fake: FakeCloud) -> None:
    button_saying(make_dialog(chosen=None), "Import").click()
    assert fake.price_questions == []


def test_without_a_profile_the_public_file_can_still_be_fetched(
    make_dialog: Callable[..., PricesDialog], fake: FakeCloud
) -> None:
    fake.profiles = []
    dialog = make_dialog()
    dialog.refresh()
    assert fake.price_questions == []
    assert not button_saying(dialog, "Refresh").isEnabled()
    assert button_saying(dialog, "Fetch").isEnabled()


def test_a_disk_that_is_full_is_told(
    qtbot: QtBot, make_dialog: Callable[..., PricesDialog], fake: FakeCloud, world: World
) -> None:
    fake.error = UserError("Unable to write.", "The disk is full.", "Make room.")
    dialog = make_dialog()
    dialog.fetch()
    qtbot.waitUntil(lambda: said(dialog).startswith("Nothing is new"))


def test_back_to_the_built_in_prices(
    make_dialog: Callable[..., PricesDialog], fake: FakeCloud, renewed: list[str]
) -> None:
    fake.renewed_prices = True
    dialog = make_dialog()
    button_saying(dialog, "built-in").click()
    assert said(dialog) == "The built-in prices count again."
    button_saying(dialog, "built-in").click()
    assert said(dialog) == "The built-in prices count already."
    assert renewed == ["renewed", "renewed"]


def test_new_prices_judge_the_answers_anew(session: Session) -> None:
    before = session.recommendation
    changes: list[bool] = []
    session.changed.connect(lambda: changes.append(True))
    session.judge_anew()
    assert session.recommendation is not before
    assert changes == [True]


def test_the_menu_opens_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(PricesDialog, "exec", lambda self: opened.append(self.windowTitle()))
    window.menus.dialogs.show_prices()
    assert opened == ["Prices"]
