from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from wizard.flow.question import AnswerError
from wizard.gui.session import Conversation
from wizard.model.ec2.instance_type import VirtualizationType


def test_the_recommendation_follows_the_answers(conversation: Conversation) -> None:
    everything = conversation.recommendation
    assert everything.decision is not None
    conversation.answer("os", "linux")
    conversation.answer("type", ["t1.micro"])
    decision = conversation.recommendation.decision
    assert decision is not None
    assert decision.virtualization_type is VirtualizationType.PARAVIRTUAL
    conversation.answer("type", None)
    assert len(conversation.recommendation.ranked) > 100


def test_the_same_answers_are_judged_once(conversation: Conversation) -> None:
    first = conversation.recommendation
    conversation.go("results")
    assert conversation.recommendation is first
    conversation.answer("vcpus", {"minimum": 2})
    assert conversation.recommendation is not first


def test_changed_and_moved_are_told(qtbot: QtBot, conversation: Conversation) -> None:
    with qtbot.assertNotEmitted(conversation.moved), qtbot.waitSignal(conversation.changed):
        conversation.answer("os", "ubuntu")
    for move in (
        conversation.next,
        conversation.back,
        lambda: conversation.go("review"),
        conversation.start_over,
    ):
        with qtbot.waitSignals([conversation.moved, conversation.changed]):
            move()


def test_a_refused_answer_changes_nothing(qtbot: QtBot, conversation: Conversation) -> None:
    walk = conversation.walk
    with qtbot.assertNotEmitted(conversation.changed), pytest.raises(AnswerError):
        conversation.answer("vcpus", {"minimum": 8, "maximum": 2})
    assert conversation.walk is walk


def test_what_is_unsaved(conversation: Conversation) -> None:
    assert not conversation.unsaved
    conversation.answer("os", "ubuntu")
    assert conversation.unsaved
    conversation.mark_saved()
    assert not conversation.unsaved
    conversation.answer("os", "debian")
    conversation.answer("os", "ubuntu")
    assert not conversation.unsaved
    conversation.resume({"os": "debian"}, saved=False)
    assert conversation.unsaved
    conversation.resume({"os": "debian"}, saved=True)
    assert not conversation.unsaved
    conversation.start_over()
    assert not conversation.unsaved
    assert not conversation.walk.answers


def test_answers_that_cannot_be_are_not_gone_on_with(conversation: Conversation) -> None:
    conversation.answer("os", "ubuntu")
    with pytest.raises(AnswerError):
        conversation.resume({"region": "atlantis-1"}, saved=True)
    assert dict(conversation.walk.answers) == {"os": "ubuntu"}
