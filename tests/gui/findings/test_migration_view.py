from __future__ import annotations

import datetime

from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.seen import texts
from wizard.gui import feedback
from wizard.gui.findings.migration_view import MigrationChangeView, MigrationView
from wizard.gui.findings.source_link import SourceLink
from wizard.gui.session import Session
from wizard.gui.widgets.command_box import CommandBox
from wizard.model.ec2.finding import Source
from wizard.model.message import Message, Translations
from wizard.model.migration.plan import plan_of
from wizard.model.rules.migration_change import ChangeStep, MigrationChange

CHANGE = MigrationChange(
    id="x",
    title=Message("From <b>A</b> to B"),
    why=Message("B is more than A."),
    preconditions=(Message("A stands."), Message("B is near.")),
    steps=(
        ChangeStep(Message("Look at {name}."), "aws ec2 look \\\n  --at A", "AWSSupport-Look"),
        ChangeStep(Message("Think.")),
        ChangeStep(Message("Go."), "aws ec2 go"),
    ),
    cautions=(Message("Mind the gap."),),
    way_back=Message("Turn round."),
    sources=(Source("Where it stands", "https://example.org/a", datetime.date(2026, 11, 23)),),
)


def test_a_change_is_told_from_why_to_the_way_back(qtbot: QtBot) -> None:
    view = MigrationChangeView(CHANGE, 0)
    qtbot.addWidget(view)
    said = texts(view)
    order = [
        "From <b>A</b> to B",
        "B is more than A.",
        "Before you start",
        "A stands.",
        "B is near.",
        "Take care",
        "Mind the gap.",
        "Steps",
        "1.",
        "Look at {name}.",
        "AWS's own tool for this: AWSSupport-Look",
        "aws ec2 look \\\n  --at A",
        "2.",
        "Think.",
        "3.",
        "Go.",
        "aws ec2 go",
        "The way back",
        "Turn round.",
        "Sources",
    ]
    assert [text for text in said if text in order] == order
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in view.findChildren(QLabel))
    assert [link.accessibleDescription() for link in view.findChildren(SourceLink)] == [
        "https://example.org/a"
    ]


def test_several_changes_are_numbered(qtbot: QtBot) -> None:
    view = MigrationChangeView(CHANGE, 2)
    qtbot.addWidget(view)
    assert texts(view)[0] == "2. From <b>A</b> to B"
    assert view.accessibleName() == "From <b>A</b> to B"


def test_only_steps_with_a_command_have_a_box_and_it_copies_exactly_that(qtbot: QtBot) -> None:
    view = MigrationChangeView(CHANGE, 0)
    qtbot.addWidget(view)
    assert len(view.findChildren(CommandBox)) == 2
    first, third = view.findChildren(QPushButton)
    assert [first.accessibleName(), third.accessibleName()] == [
        "Copy the command of step 1",
        "Copy the command of step 3",
    ]
    for button, command, step in ((first, CHANGE.steps[0].command, 1), (third, CHANGE.steps[2].command, 3)):
        with qtbot.waitSignal(feedback.bridge.told) as told:
            button.click()
        assert told.args == [f"The command of step {step} is on the clipboard."]
        assert QGuiApplication.clipboard().text() == command


OLD = {"Name": "old", "Architecture": "x86_64", "VirtualizationType": "paravirtual", "RootDeviceType": "ebs"}


def test_a_plan_is_summary_and_every_change(
    qtbot: QtBot, session: Session, world: World, english: Translations
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    session.answer("start", "image")
    session.answer("image", OLD)
    plan = plan_of(session.knowledge, session.recommendation)
    assert plan is not None
    view = MigrationView()
    qtbot.addWidget(view)
    view.clear()
    view.tell(Message("A {what}.", {"what": "<b>\u202e"}))
    view.add_plan(plan)
    view.done()
    texts = [label.text() for label in view.findChildren(QLabel)]
    assert "A <b>U+202E." in texts
    assert plan.summary.render(english) in texts
    assert len(view.findChildren(MigrationChangeView)) == len(plan.changes)
    assert view.findChildren(CommandBox)
