from __future__ import annotations

import pytest

from wizard.gui.widgets.tables.column_layout import ColumnLayout


def test_what_is_written_is_read_again() -> None:
    layout = ColumnLayout({"type": 20.5, "why": 60.0}, ("why", "type"))
    assert ColumnLayout.read(layout.written()) == layout


@pytest.mark.parametrize(
    "kept", [None, 7, "", "{", "[]", '{"widths": 3, "order": "x"}', '{"widths": {"type": "wide", "b": 9000}}']
)
def test_a_broken_preference_is_the_usual_layout(kept: object) -> None:
    assert ColumnLayout.read(kept) == ColumnLayout()
