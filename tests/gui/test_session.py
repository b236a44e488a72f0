from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from wizard.flow.answer_error import AnswerError
from wizard.gui.session import Session
from wizard.model.ec2.instance_type import VirtualizationType
from wizard.model.knowledge import Knowledge


def test_the_recommendation_follows_the_answers(session: Session) -> None:
    everything = session.recommendation
    assert everything.decision is not None
    session.answer("os", "linux")
    session.answer("type", ["t1.micro"])
    decision = session.recommendation.decision
    assert decision is not None
    assert decision.virtualization_type is VirtualizationType.PARAVIRTUAL
    session.answer("type", None)
    assert len(session.recommendation.ranked) > 100


def test_the_same_answers_are_judged_once(session: Session) -> None:
    first = session.recommendation
    session.go("results")
    assert session.recommendation is first
    session.answer("vcpus", {"minimum": 2})
    assert session.recommendation is not first


def test_changed_and_moved_are_told(qtbot: QtBot, session: Session) -> None:
    with qtbot.assertNotEmitted(session.moved), qtbot.waitSignal(session.changed):
        session.answer("os", "ubuntu")
    for move in (
        session.next,
        session.back,
        lambda: session.go("review"),
        session.start_over,
    ):
        with qtbot.waitSignals([session.moved, session.changed]):
            move()


def test_a_refused_answer_changes_nothing(qtbot: QtBot, session: Session) -> None:
    walk = session.walk
    with qtbot.assertNotEmitted(session.changed), pytest.raises(AnswerError):
        session.answer("vcpus", {"minimum": 8, "maximum": 2})
    assert session.walk is walk


def test_what_is_unsaved(session: Session) -> None:
    steps: list[tuple[Callable[[], object], bool]] = [
        (lambda: None, False),
        (lambda: session.answer("os", "ubuntu"), True),
        (session.mark_saved, False),
        (lambda: session.answer("os", "debian"), True),
        (lambda: session.answer("os", "ubuntu"), False),
        (lambda: session.resume({"os": "debian"}, saved=False), True),
        (lambda: session.resume({"os": "debian"}, saved=True), False),
        (session.start_over, False),
    ]
    for step, unsaved in steps:
        step()
        assert session.unsaved is unsaved
    assert not session.walk.answers


def test_answers_that_cannot_be_are_not_gone_on_with(session: Session) -> None:
    session.answer("os", "ubuntu")
    with pytest.raises(AnswerError):
        session.resume({"region": "atlantis-1"}, saved=True)
    assert dict(session.walk.answers) == {"os": "ubuntu"}


def test_an_answer_is_undone_and_done_again(knowledge: Knowledge) -> None:
    session = Session(knowledge)
    session.answer("os", "ubuntu")
    session.go("size")
    session.answer("vcpus", {"minimum": 4})
    session.go("results")
    session.undo()
    assert dict(session.walk.answers) == {"os": "ubuntu"}
    assert session.walk.step == "size"
    session.undo()
    assert dict(session.walk.answers) == {}
    assert (session.can_undo, session.can_redo) == (False, True)
    session.redo()
    session.redo()
    assert session.walk.answers["vcpus"] == {"minimum": 4}
    assert (session.can_undo, session.can_redo) == (True, False)


def test_starting_over_is_undone_and_a_new_answer_forgets_what_was_undone(knowledge: Knowledge) -> None:
    session = Session(knowledge)
    session.answer("os", "ubuntu")
    session.mark_saved()
    session.start_over()
    session.undo()
    assert session.walk.answers["os"] == "ubuntu"
    assert not session.unsaved
    session.answer("os", "windows")
    assert not session.can_redo


def test_undo_with_nothing_to_undo_changes_nothing(knowledge: Knowledge, qtbot: QtBot) -> None:
    session = Session(knowledge)
    with qtbot.assertNotEmitted(session.changed):
        session.undo()
        session.redo()


def test_only_the_last_changes_are_kept(knowledge: Knowledge) -> None:
    session = Session(knowledge)
    for count in range(1, 260):
        session.answer("vcpus", {"minimum": count})
    for _ in range(300):
        session.undo()
    assert session.walk.answers["vcpus"] == {"minimum": 59}


def test_several_answers_are_one_change(session: Session) -> None:
    session.answer("need", ["tpm"])
    session.answer_all({"need": None, "without": ["tpm"]})
    assert session.walk.answers == {"without": ["tpm"]}
    assert session.last_answered is None
    session.undo()
    assert session.walk.answers == {"need": ["tpm"]}
    assert session.last_answered is None
    with pytest.raises(AnswerError):
        session.answer_all({"need": None, "without": ["wings"]})
    assert session.walk.answers == {"need": ["tpm"]}
    session.answer("vcpus", {"minimum": 2})
    assert session.last_answered == "vcpus"
