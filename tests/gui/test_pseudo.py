"""Every page in a language that is longer than any and runs from right to left: nothing is cut off."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from tests.gui.test_accessibility import assert_whole
from wizard.flow.steps import STEPS
from wizard.gui import texts
from wizard.gui.shell.main_window import MainWindow

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

from pseudo import Pseudo


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    texts.use(Pseudo())
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_placeholders_and_letters_for_alt_stay() -> None:
    said = Pseudo().gettext("&Save {count} pages to {file}")
    assert said.startswith("\N{HEBREW LETTER ALEF}[&S")
    assert "{count}" in said
    assert "{file}" in said
    assert "pages" not in said
    assert len(said) > len("&Save {count} pages to {file}") * 1.2
    assert Pseudo().gettext("") == ""
    command = "aws ec2 describe-images --image-ids {image}"
    assert Pseudo().gettext(command) == command
    assert Pseudo().ngettext("one", "many", 1) == Pseudo().gettext("one")
    assert Pseudo().ngettext("one", "many", 2) == Pseudo().gettext("many")


@pytest.mark.usefixtures("pseudo")
def test_nothing_is_cut_off_on_any_page(qtbot: QtBot, make_window: Callable[..., MainWindow]) -> None:
    window = make_window({"os": "ubuntu", "vcpus": {"minimum": 4}}, "start", (1024, 700))
    assert "[" in window.windowTitle()
    for step in STEPS:
        window.session.go(step.id)
        wait_until_quiet(qtbot, window)
        assert window.page.horizontalScrollBar().maximum() == 0, step.id
        assert_whole(window)
    window.resize(760, 480)
    for step in STEPS:
        window.session.go(step.id)
        wait_until_quiet(qtbot, window)
        assert window.page.horizontalScrollBar().maximum() == 0, step.id
        assert_whole(window)
    images = window.images.window
    window.images.show()
    images.resize(1024, 700)
    images.panel.show_sample()
    for view in range(3):
        images.panel.browser.show_view(view)
        wait_until_quiet(qtbot, images)
        assert_whole(images)
    window.images.leave()
