from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.questions.making import Make, question
from wizard.flow.kind import QuestionKind
from wizard.flow.question import Option
from wizard.gui.questions.editor import Editor
from wizard.gui.questions.editor_factory import make_editor
from wizard.gui.questions.simple_editors import PickImage


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(
        kind: QuestionKind, options: tuple[Option, ...] = (), pick: PickImage | None = None, **more: object
    ) -> tuple[Editor, list[object]]:
        asked = question(kind, options=options, **more)
        editor = make_editor(asked, options, pick or (lambda: None))
        qtbot.addWidget(editor)
        editor.name("Which?", "Why.")
        editor.show_value(None)
        answers: list[object] = []
        editor.answered.connect(answers.append)
        editor.show()
        return editor, answers

    return made
