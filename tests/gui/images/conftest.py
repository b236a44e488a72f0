from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.fake_cloud import FakeCloud
from tests.gui.images.looking import judged
from wizard.gui.file_actions import FileActions
from wizard.gui.images.controller import ImagesController
from wizard.gui.images.launcher import ImagesLauncher
from wizard.gui.images.window import ImagesWindow
from wizard.gui.session import Session
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.images.image_row import ImageRow
from wizard.model.knowledge import Knowledge

Judge = Callable[[Sequence[ImageRow]], list[JudgedImage]]


@pytest.fixture
def cloud(world: World) -> FakeCloud:
    return world.fake_aws


@pytest.fixture
def launcher(qtbot: QtBot, session: Session, world: World) -> Iterator[ImagesLauncher]:
    """The images of a window that nobody sees; nothing asks any more once the test is over."""
    owner = QWidget()
    qtbot.addWidget(owner)
    launcher = ImagesLauncher(owner, session, FileActions(owner, session, world.services()))
    yield launcher
    launcher.leave()


@pytest.fixture
def controller(launcher: ImagesLauncher) -> ImagesController:
    return launcher.controller


@pytest.fixture
def images(qtbot: QtBot, launcher: ImagesLauncher) -> ImagesWindow:
    """The images window, as it opens."""
    window = launcher.window
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def judge(knowledge: Knowledge) -> Judge:
    return lambda rows: judged(knowledge, rows)
