"""Options and a question for editors, and a hand on the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from wizard.flow.kind import QuestionKind
from wizard.flow.question import Option, Question
from wizard.gui.questions.editor import Editor
from wizard.gui.questions.editor_factory import MOST_CARDS
from wizard.model.frozen import replace
from wizard.model.message import Message

FEW = tuple(Option(word, Message(word.upper()), Message("")) for word in ("any", "nitro", "xen"))
MANY = tuple(
    Option(f"m{number}", Message(f"m{number}"), Message(f"{number} GiB")) for number in range(MOST_CARDS + 5)
)
Make = Callable[..., tuple[Editor, list[object]]]


def question(kind: QuestionKind, **more: Any) -> Question:
    return replace(Question(id="q", kind=kind, label=Message("Which?"), help=Message("Why.")), **more)


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)
