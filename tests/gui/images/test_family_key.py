from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.images.looking import alike
from wizard.gui import appearance
from wizard.gui.appearance import Scheme
from wizard.gui.icons import Icons
from wizard.gui.images.family_cell import ground_of
from wizard.gui.images.family_key import FamilyKey
from wizard.model.ec2.finding import Outcome


@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_key_looks_as_the_cell_does_in_the_light_and_in_the_dark(
    qtbot: QtBot, icons: Icons, show: Callable[..., None], outcome: Outcome
) -> None:
    key = FamilyKey(icons, outcome)
    show(key, 24, 24)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        appearance.show(scheme)
        ground = ground_of(outcome, QApplication.palette())
        qtbot.waitUntil(lambda: alike(key.grab().toImage().pixelColor(1, 1), ground))  # noqa: B023
    assert not key.accessibleName()
    assert key.sizeHint().width() == key.sizeHint().height() > 0
