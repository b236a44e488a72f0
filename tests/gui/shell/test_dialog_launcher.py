from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from wizard.gui.file_actions import FileActions
from wizard.gui.images.launcher import ImagesLauncher
from wizard.gui.session import Session
from wizard.gui.shell.dialog_launcher import DialogLauncher


@pytest.fixture
def launcher(qtbot: QtBot, session: Session, world: World) -> DialogLauncher:
    window = QWidget()
    qtbot.addWidget(window)
    services = world.services()
    images = ImagesLauncher(window, session, FileActions(window, session, services))
    return DialogLauncher(window, session, services, images)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("show_about", "About AMI Wizard"),
        ("explain_error", "Explain an EC2 error"),
        ("show_rules", "Rules"),
        ("show_catalog", "Instance types"),
        ("show_prices", "Prices"),
        ("show_policy", "IAM policy"),
    ],
)
def test_each_dialog_opens(
    launcher: DialogLauncher, monkeypatch: pytest.MonkeyPatch, name: str, title: str
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: opened.append(dialog.windowTitle()))
    getattr(launcher, name)()
    assert opened == [title]
