from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from wizard.flow.walk import StepState
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.icons import application_icon, icon, icon_pixmap
from wizard.gui.theme.scheme import Scheme
from wizard.model.ec2.finding import Outcome

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "icons"
DRAWINGS = sorted(file.relative_to(FOLDER).with_suffix("").as_posix() for file in FOLDER.rglob("*.svg"))


def colors(picture: QPixmap | QImage) -> set[str]:
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_can_be_drawn_and_is_tinted(qapp: object, name: str) -> None:
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert QSvgRenderer(text.encode()).isValid()
    if name != "ami-wizard":
        assert "currentColor" in text
        assert not re.search(r"#[0-9a-fA-F]{3}", text)
        assert "#ff0000" in colors(icon_pixmap(name, 48, QColor("#ff0000"), 2.0))


@pytest.mark.parametrize("name", [*Outcome, *(f"steps/{state}" for state in StepState)])
def test_every_outcome_and_state_has_a_drawing(name: str) -> None:
    assert (FOLDER / f"{name}.svg").is_file()


def test_outcomes_differ_in_shape_and_not_only_in_colour(qapp: object) -> None:
    pictures = [icon_pixmap(name, 32, QColor("#000000"), 1.0).toImage() for name in Outcome]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def test_a_button_turns_with_the_palette(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icon("copy"))
    light = colors(button.icon().pixmap(32, 32))
    appearance.show(Scheme.DARK)
    assert colors(button.icon().pixmap(32, 32)) - light


def test_a_button_that_does_nothing_just_now_looks_so(qtbot: QtBot) -> None:
    drawing = icon("copy")
    lively = colors(drawing.pixmap(32, 32))
    assert colors(drawing.pixmap(32, 32, QIcon.Mode.Disabled)) - lively


def test_a_picture_is_sharp_on_a_dense_screen(qapp: object) -> None:
    picture = icon_pixmap("copy", 16, QColor("#000000"), 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2)


def test_the_program_has_a_sign_of_its_own(qapp: object) -> None:
    assert "#2a5bd7" in colors(application_icon().pixmap(64, 64))
