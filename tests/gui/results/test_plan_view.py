from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.code_box import CodeBox
from wizard.gui.conversation import Conversation
from wizard.gui.desk import Desk
from wizard.gui.icons import Icons
from wizard.gui.results.leg_view import LegView
from wizard.gui.results.plan_view import PlanView
from wizard.model.message import Message, Translations
from wizard.model.migration.plan import plan_of

OLD = {"Name": "old", "Architecture": "x86_64", "VirtualizationType": "paravirtual", "RootDeviceType": "ebs"}


def test_a_plan_is_summary_and_every_change(
    qtbot: QtBot, conversation: Conversation, world, icons: Icons, english: Translations
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    conversation.answer("start", "image")
    conversation.answer("image", OLD)
    plan = plan_of(conversation.knowledge, conversation.recommendation)
    assert plan is not None
    view = PlanView(Desk(window, conversation, world.outside(), icons, english), icons, english)
    qtbot.addWidget(view)
    view.clear()
    view.tell(Message("A {what}.", {"what": "<b>\u202e"}))
    view.add_plan(plan)
    view.done()
    texts = [label.text() for label in view.findChildren(QLabel)]
    assert "A <b>U+202E." in texts
    assert plan.summary.render(english) in texts
    assert len(view.findChildren(LegView)) == len(plan.legs)
    assert view.findChildren(CodeBox)
