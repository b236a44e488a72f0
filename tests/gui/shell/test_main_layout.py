from __future__ import annotations

from collections.abc import Callable

import pytest

from wizard.gui.shell.main_layout import Columns
from wizard.gui.shell.main_window import Window
from wizard.gui.shell.summary_panel import SoFar, SoFarLine


@pytest.mark.parametrize(("width", "beside"), [(760, False), (900, False), (1280, True), (1920, True)])
def test_the_panel_needs_room_beside_a_question_page(
    make_window: Callable[..., Window], width: int, beside: bool
) -> None:
    window = make_window(step="size", size=(width, 700))
    assert window.findChildren(SoFar)[0].isVisible() is beside
    assert window.findChildren(SoFarLine)[0].isVisible() is not beside


def test_a_table_is_given_the_panels_room(make_window: Callable[..., Window]) -> None:
    window = make_window(step="size", size=(1100, 800))
    assert window.findChildren(SoFar)[0].isVisible()
    window.conversation.go("results")
    assert not window.findChildren(SoFar)[0].isVisible()
    window.findChildren(Columns)[0].share(wide=False)
    assert window.findChildren(SoFar)[0].isVisible()
