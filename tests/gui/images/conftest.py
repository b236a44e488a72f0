from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.fake_cloud import FakeCloud
from tests.gui.images.looking import judged
from wizard.gui.actions import Desk
from wizard.gui.images.controller import ImagesController
from wizard.gui.images.window import ImagesWindow
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.images.image_row import ImageRow
from wizard.model.knowledge import Knowledge

Judge = Callable[[Sequence[ImageRow]], list[JudgedImage]]


@pytest.fixture
def cloud(world: World) -> FakeCloud:
    return world.fake_aws


@pytest.fixture
def controller(desk: Desk) -> ImagesController:
    return desk.images.controller


@pytest.fixture
def images(qtbot: QtBot, desk: Desk) -> ImagesWindow:
    """The images window, as it opens."""
    window = desk.images.window
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def judge(knowledge: Knowledge) -> Judge:
    return lambda rows: judged(knowledge, rows)
