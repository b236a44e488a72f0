from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from wizard.flow.walk import StepState
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.icons import Icons
from wizard.gui.theme.scheme import Scheme
from wizard.model.ec2.finding import Outcome

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "icons"
DRAWINGS = sorted(FOLDER.glob("*.svg"))


def colors(picture: QPixmap | QImage) -> set[str]:
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_every_drawing_can_be_drawn_and_is_tinted(qapp: object, icons: Icons, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert QSvgRenderer(text.encode()).isValid()
    if file.stem != "ami-wizard":
        assert "currentColor" in text
        assert not re.search(r"#[0-9a-fA-F]{3}", text)
        assert "#ff0000" in colors(icons.pixmap(file.stem, 48, QColor("#ff0000"), 2.0))


@pytest.mark.parametrize("name", [*Outcome, *(f"step-{state}" for state in StepState)])
def test_every_outcome_and_state_has_a_drawing(name: str) -> None:
    assert (FOLDER / f"{name}.svg").is_file()


def test_outcomes_differ_in_shape_and_not_only_in_colour(qapp: object, icons: Icons) -> None:
    pictures = [icons.pixmap(name, 32, QColor("#000000"), 1.0).toImage() for name in Outcome]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def test_a_button_is_dressed_anew_for_the_dark(qtbot: QtBot, icons: Icons) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    icons.put_on(button, "copy")
    light = colors(button.icon().pixmap(32, 32))
    appearance.show(Scheme.DARK)
    icons.repaint()
    assert colors(button.icon().pixmap(32, 32)) - light


def test_a_picture_is_sharp_on_a_dense_screen(qapp: object, icons: Icons) -> None:
    picture = icons.pixmap("copy", 16, QColor("#000000"), 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2)


def test_the_program_has_a_sign_of_its_own(qapp: object, icons: Icons) -> None:
    assert "#2a5bd7" in colors(icons.application_icon().pixmap(64, 64))


def test_a_button_that_is_gone_is_forgotten(qapp: object, icons: Icons) -> None:
    button = QPushButton()
    icons.put_on(button, "copy")
    del button
    icons.repaint()
