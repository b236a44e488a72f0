from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import Qt
from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from wizard.flow.steps import step_named
from wizard.gui.questions.number_editors import Spin
from wizard.gui.questions.question_field import QuestionField
from wizard.gui.questions.question_page import QuestionPage
from wizard.gui.session import Session
from wizard.gui.widgets.disclosure import Disclosure
from wizard.gui.widgets.option_card import RadioCard
from wizard.gui.widgets.page import tab_chain

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
    # What only some can answer is folded.
    assert asked(page) == ["start", "image", "image-virtualization"]
    page.findChildren(Disclosure)[0].click()
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


def test_a_group_has_one_heading_that_folds_and_opens_for_an_answer(
    qtbot: QtBot, show: Show, session: Session
) -> None:
    page = show("start")
    session.answer("start", "image")
    (heading,) = [each for each in page.findChildren(Disclosure) if not each.isHidden()]
    assert heading.accessibleName() == "What else is known about the image – 6 questions, optional"
    chain = page.tab_chain()
    fields = {field.question.id: field for field in page.findChildren(QuestionField)}
    assert chain.index(heading) < chain.index(tab_chain(fields["image-ena"])[0])
    assert chain.index(heading) > chain.index(tab_chain(fields["image"])[0])
    height = heading.height()
    qtbot.keyClick(heading, Qt.Key.Key_Space)
    assert "image-ena" in asked(page)
    qtbot.keyClick(heading, Qt.Key.Key_Space)
    assert "image-ena" not in asked(page)
    # An answer from a file, and who is led there, find it open; it stays open while other questions come and go.
    session.answer("image-ena", "yes")
    assert "image-ena" in asked(page)
    session.answer("start", "instance")
    assert {"current-type", "image-ena"} <= set(asked(page))
    page.findChildren(Disclosure)[-1].setChecked(False)
    page.show_question("image-tpm")
    assert "image-tpm" in asked(page)
    assert heading.heightForWidth(10_000) >= heading.sizeHint().height() >= height - 1 > 0
    assert heading.heightForWidth(150) > heading.heightForWidth(600)


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
