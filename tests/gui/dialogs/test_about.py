from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wizard import __version__
from wizard.gui.dialogs.about import About
from wizard.model.knowledge import Knowledge


def test_about_says_how_old_the_data_is_and_where_it_comes_from(qtbot: QtBot, knowledge: Knowledge) -> None:
    about = About(knowledge)
    qtbot.addWidget(about)
    text = "\n".join(label.text() for label in about.findChildren(QLabel))
    assert __version__ in text
    assert f"{len(knowledge.catalog.types):,} instance types" in text
    assert knowledge.catalog.provenance.date.isoformat() in text
    assert knowledge.catalog.provenance.licence_name in text
    assert knowledge.rulebook.checked.isoformat() in text
