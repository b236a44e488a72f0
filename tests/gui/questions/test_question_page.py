from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from wizard.flow.steps import step_named
from wizard.gui.questions.number_editors import Spin
from wizard.gui.questions.question_field import QuestionField
from wizard.gui.questions.question_page import QuestionPage
from wizard.gui.session import Session
from wizard.gui.widgets.option_card import RadioCard

Show = Callable[[str], QuestionPage]


@pytest.fixture
def show(qtbot: QtBot, session: Session) -> Show:
    def shown(step: str) -> QuestionPage:
        session.go(step)
        page = QuestionPage(step_named(step), session, lambda: None)
        session.changed.connect(page.refresh)
        qtbot.addWidget(page)
        page.resize(760, 700)
        page.show()
        return page

    return shown


def asked(page: QuestionPage) -> list[str]:
    return [field.question.id for field in page.findChildren(QuestionField) if not field.isHidden()]


def test_questions_come_and_go_with_the_answers(show: Show, session: Session) -> None:
    page = show("start")
    assert asked(page) == ["start"]
    session.answer("start", "image")
    assert set(asked(page)) == {q.id for q in session.walk.asked("start")}
    session.answer("image", {"ImageId": "ami-1", "Architecture": "arm64"})
    assert asked(page) == ["start", "image"]
    session.answer("start", "new")
    assert asked(page) == ["start"]


def test_a_field_that_stays_keeps_its_place_and_its_focus(qtbot: QtBot, show: Show, session: Session) -> None:
    page = show("start")
    field = page.findChildren(QuestionField)[0]
    with qtbot.waitActive(page):
        page.activateWindow()
    control = page.first_control()
    assert control
    control.setFocus()
    focused = page.focusWidget()
    session.answer("start", "image")
    assert page.findChildren(QuestionField)[0] is field
    assert page.focusWidget() is focused


def test_groups_have_one_heading(show: Show, session: Session) -> None:
    page = show("start")
    session.answer("start", "image")
    heading = next(q.group for q in session.walk.asked("start") if q.group).template
    assert [label.text() for label in page.findChildren(QLabel) if not label.isHidden()].count(heading) == 1


def test_nothing_is_squeezed_when_a_page_grows(qtbot: QtBot, show: Show, session: Session) -> None:
    page = show("start")
    session.answer("start", "image")
    session.answer("image", {"ImageId": "ami-1", "Architecture": "arm64"})
    wait_until_quiet(qtbot, page)
    for field in page.findChildren(QuestionField):
        if not field.isHidden():
            assert field.height() >= field.heightForWidth(field.width())


def test_other_options_are_offered_for_another_system(show: Show, session: Session) -> None:
    page = show("system")
    session.answer("os", "ubuntu")
    assert "22.04" in [card.text() for card in page.findChildren(RadioCard) if not card.isHidden()]
    session.answer("os", "windows")
    texts = [card.text() for card in page.findChildren(RadioCard) if card.isVisibleTo(page)]
    assert "2022" in texts
    assert "22.04" not in texts


def test_a_problem_blocks_and_says_where(show: Show) -> None:
    page = show("size")
    assert page.blocker() is None
    lowest, highest = page.findChildren(Spin)[:2]
    lowest.setValue(8)
    highest.setValue(2)
    blocker = page.blocker()
    assert blocker is not None
    assert blocker.control is lowest
    highest.setValue(0)
    assert page.blocker() is None


def test_a_required_answer_blocks_until_it_is_given(show: Show, session: Session) -> None:
    page = show("start")
    session.answer("start", "instance")
    blocker = page.blocker()
    assert blocker is not None
    assert blocker.text.startswith("Please answer first: ")
    session.answer("current-type", "m3.large")
    assert page.blocker() is None
