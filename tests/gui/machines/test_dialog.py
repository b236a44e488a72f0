from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.aws.records import image
from tests.gui.conftest import World
from tests.gui.fake_cloud import LOGIN, FakeCloud
from tests.gui.quiet import wait_until_quiet
from tests.gui.results.looking import texts
from wizard.gui.findings.problem_list import ProblemCard
from wizard.gui.machines.dialog import MachineDialog
from wizard.gui.shell.main_window import MainWindow
from wizard.model.account.listing_events import Answered, Regions, Started, Trouble
from wizard.model.account.machine import Machine, MachineKind, Machines

REGIONS = ("eu-west-1", "eu-west-2")
WEB = Machine(
    "dev", "eu-west-1", MachineKind.INSTANCE, "i-1", "web", "m4.large", image(1)["ImageId"], "Linux/UNIX", "running",
    record=image(1),
)  # fmt: skip
NAMELESS = Machine(
    "dev", "eu-west-2", MachineKind.INSTANCE, "i-2", "", "t2.micro", "ami-2", "Windows", "stopped"
)
TEMPLATE = Machine(
    "dev", "eu-west-2", MachineKind.LAUNCH_TEMPLATE, "lt-1", "batch <b>", "", "resolve:ssm:/image", detail="3"
)


@pytest.fixture
def fake(world: World) -> FakeCloud:
    fake = world.fake_aws
    fake.machines = [
        Regions("dev", REGIONS),
        Started("dev", "eu-west-1"),
        Machines("dev", "eu-west-1", (WEB,)),
        Answered("dev", "eu-west-1", 1),
        Machines("dev", "eu-west-2", (NAMELESS, TEMPLATE)),
        Answered("dev", "eu-west-2", 2),
    ]
    return fake


@pytest.fixture
def dialog(qtbot: QtBot, fake: FakeCloud) -> Iterator[MachineDialog]:
    dialog = MachineDialog(fake.cloud())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.reject()


def button(dialog: MachineDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == words)


def shown(dialog: MachineDialog) -> list[list[str]]:
    rows = dialog._table.rows
    return [
        [str(rows.data(rows.index(row, column))) for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def listed(qtbot: QtBot, dialog: MachineDialog) -> None:
    button(dialog, "List them").click()
    qtbot.waitUntil(lambda: not dialog._runner.running)
    wait_until_quiet(qtbot, dialog)


def test_nobody_is_asked_before_the_person_wants_it(dialog: MachineDialog, fake: FakeCloud) -> None:
    assert fake.asked_machines == []
    assert not button(dialog, "Take this one").isEnabled()
    assert not button(dialog, "Cancel").isEnabled()


def test_all_are_shown_by_name_with_what_they_are(
    qtbot: QtBot, dialog: MachineDialog, fake: FakeCloud
) -> None:
    listed(qtbot, dialog)
    assert fake.asked_machines == [("dev", None)]
    assert shown(dialog) == [
        ["batch <b>", "–", "Launch template, version 3", "eu-west-2", "–", "resolve:ssm:/image", "lt-1"],
        ["web", "m4.large", "Instance, running", "eu-west-1", "Linux/UNIX", image(1)["ImageId"], "i-1"],
        ["–", "t2.micro", "Instance, stopped", "eu-west-2", "Windows", "ami-2", "i-2"],
    ]
    assert "3 found in 2 Regions." in texts(dialog)


def test_only_the_regions_that_are_ticked(qtbot: QtBot, dialog: MachineDialog, fake: FakeCloud) -> None:
    dialog._regions.choose(["us-east-1"])
    listed(qtbot, dialog)
    assert fake.asked_machines == [("dev", ("us-east-1",))]


def test_with_the_keyboard_alone(qtbot: QtBot, dialog: MachineDialog, fake: FakeCloud) -> None:
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog._table)
    qtbot.waitUntil(lambda: not dialog._runner.running)
    # The row that came first stays the current one wherever those after it are put in.
    qtbot.keyClick(dialog._table, Qt.Key.Key_PageUp)
    qtbot.keyClick(dialog._table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog._table, Qt.Key.Key_Return)
    assert dialog.picked is WEB
    assert not dialog.isVisible()


def test_the_filter_looks_at_every_text_and_the_row_stays(qtbot: QtBot, dialog: MachineDialog) -> None:
    listed(qtbot, dialog)
    (line,) = [each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Filter"]
    line.setText("WEST-2 windows")
    assert [row[-1] for row in shown(dialog)] == ["i-2"]
    button(dialog, "Take this one").click()
    assert dialog.picked is NAMELESS


def test_where_nothing_fits_nothing_can_be_taken(qtbot: QtBot, dialog: MachineDialog) -> None:
    listed(qtbot, dialog)
    (line,) = [each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Filter"]
    line.setText("no such thing")
    assert not button(dialog, "Take this one").isEnabled()
    dialog.pick()
    assert dialog.picked is None
    line.setText("")
    assert button(dialog, "Take this one").isEnabled()


def test_an_account_without_any_is_said(qtbot: QtBot, dialog: MachineDialog, fake: FakeCloud) -> None:
    fake.machines = [
        Regions("dev", REGIONS),
        Answered("dev", "eu-west-1", 0),
        Answered("dev", "eu-west-2", 0),
    ]
    listed(qtbot, dialog)
    assert "There is no instance and no launch template in these Regions." in texts(dialog)


def test_a_login_that_ended_is_said_with_the_way_out_and_can_be_tried_again(
    qtbot: QtBot, dialog: MachineDialog, fake: FakeCloud
) -> None:
    good, fake.machines = fake.machines, [Trouble("dev", "", LOGIN)]
    listed(qtbot, dialog)
    (card,) = dialog.findChildren(ProblemCard)
    assert "aws sso login --profile dev" in texts(card)
    fake.machines = good
    button(dialog, "Try again").click()
    qtbot.waitUntil(lambda: len(shown(dialog)) == 3)
    assert not [card for card in dialog.findChildren(ProblemCard) if card.isVisible()]


def test_who_logs_in_elsewhere_is_asked_again_by_itself(
    qtbot: QtBot, dialog: MachineDialog, fake: FakeCloud
) -> None:
    good, fake.machines = fake.machines, [Trouble("dev", "", LOGIN)]
    listed(qtbot, dialog)
    dialog.look()
    assert len(fake.asked_machines) == 1
    fake.machines, fake.stamp = good, 1
    dialog.look()
    qtbot.waitUntil(lambda: len(shown(dialog)) == 3)


def test_cancelling_keeps_what_came(qtbot: QtBot, dialog: MachineDialog, fake: FakeCloud) -> None:
    fake.machines, fake.hold = fake.machines[:4], threading.Event()
    button(dialog, "List them").click()
    qtbot.waitUntil(lambda: len(shown(dialog)) == 1)
    assert "Asking: 1 of 2 Regions answered, 1 found." in texts(dialog)
    button(dialog, "Cancel").click()
    qtbot.waitUntil(lambda: not dialog._runner.running)
    assert "Cancelled: 1 of 2 Regions answered, 1 found." in texts(dialog)
    assert button(dialog, "Take this one").isEnabled()


def test_closing_ends_the_asking(dialog: MachineDialog, fake: FakeCloud) -> None:
    fake.hold = threading.Event()
    button(dialog, "List them").click()
    dialog.reject()
    assert not dialog._runner.running


def test_without_a_profile_the_person_is_told_how_to_get_one(qtbot: QtBot, fake: FakeCloud) -> None:
    fake.profiles = []
    dialog = MachineDialog(fake.cloud())
    qtbot.addWidget(dialog)
    dialog.show()
    assert "aws configure sso" in texts(dialog)
    assert not button(dialog, "List them").isEnabled()


@pytest.fixture
def picking(monkeypatch: pytest.MonkeyPatch) -> list[Machine | None]:
    """What the person takes in the dialog, one after the other."""
    taken: list[Machine | None] = []

    def execute(dialog: MachineDialog) -> None:
        dialog.picked = taken.pop(0)
        dialog.reject()

    monkeypatch.setattr(MachineDialog, "exec", execute)
    return taken


def pick(window: MainWindow) -> None:
    (pick,) = [
        b for b in window.page.findChildren(QPushButton) if "Pick from my" in b.text() and b.isVisible()
    ]
    assert window.page.tab_chain().count(pick) == 1
    pick.click()


def test_what_is_picked_is_todays_type_and_image_and_other_answers_stay(
    window: MainWindow, told: list[str], picking: list[Machine | None]
) -> None:
    for question, answer in (("os", "debian"), ("start", "instance"), ("current-type", "m3.medium")):
        window.session.answer(question, answer)
    before = dict(window.session.walk.answers)
    picking += [None, WEB, NAMELESS, TEMPLATE]
    pick(window)
    assert window.session.walk.answers == before
    pick(window)
    answers = window.session.walk.answers
    assert (answers["current-type"], answers["image"], answers["os"]) == ("m4.large", image(1), "debian")
    assert told[-1] == f"Today m4.large with {image(1)['ImageId']}. Go on with Next."
    assert window.session.walk.step == "start"
    pick(window)
    assert window.session.walk.answers["current-type"] == "t2.micro"
    assert "image" not in window.session.walk.answers
    assert "no longer shows ami-2" in told[-1]
    pick(window)
    assert "current-type" not in window.session.walk.answers
    assert told[-1] == "lt-1 names no instance type. Choose the type that it runs on."


def test_a_type_that_nobody_knows_yet_is_said(
    window: MainWindow, told: list[str], picking: list[Machine | None]
) -> None:
    window.session.answer("start", "instance")
    picking.append(Machine("dev", "eu-west-1", MachineKind.INSTANCE, "i-9", "", "z99.large", "ami-1"))
    pick(window)
    assert "does not know z99.large" in told[-1]


def test_the_button_is_there_only_where_it_helps(window: MainWindow) -> None:
    def there() -> bool:
        return any(
            "Pick from my" in b.text() and b.isVisible() for b in window.page.findChildren(QPushButton)
        )

    assert not there()
    window.session.answer("start", "instance")
    assert there()
    window.session.answer("start", "image")
    assert not there()
