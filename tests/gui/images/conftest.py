from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from tests.gui.fake_cloud import FakeCloud
from tests.gui.images.looking import judged
from wizard.gui.conversation import Conversation
from wizard.gui.desk import Desk
from wizard.gui.icons import Icons
from wizard.gui.images.gallery import Gallery
from wizard.gui.images.images_window import ImagesWindow
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.images.image_row import ImageRow
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations

Judge = Callable[[Sequence[ImageRow]], list[JudgedImage]]


@pytest.fixture
def cloud(world: World) -> FakeCloud:
    return world.clouds


@pytest.fixture
def desk(
    qtbot: QtBot, conversation: Conversation, world: World, icons: Icons, english: Translations
) -> Iterator[Desk]:
    """The desk of a window that nobody sees; nothing asks any more once the test is over."""
    owner = QWidget()
    qtbot.addWidget(owner)
    desk = Desk(owner, conversation, world.outside(), icons, english)
    yield desk
    desk.leave()


@pytest.fixture
def gallery(desk: Desk) -> Gallery:
    return desk.images.gallery


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


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., None]:
    """Shows a part of the window by itself."""

    def show(widget: QWidget, width: int = 900, height: int = 600) -> None:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()

    return show
