from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.actions import Desk
from wizard.gui.session import Session


@pytest.fixture
def desk(qtbot: QtBot, session: Session, world) -> Desk:
    window = QWidget()
    qtbot.addWidget(window)
    return Desk(window, session, world.services())


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("show_about", "About AMI Wizard"),
        ("explain_error", "Explain an EC2 error"),
        ("show_rules", "Rules"),
        ("show_catalog", "Instance types"),
        ("show_policy", "IAM policy"),
    ],
)
def test_each_dialog_opens(desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str, title: str) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: opened.append(dialog.windowTitle()))
    getattr(desk.dialogs, name)()
    assert opened == [title]
