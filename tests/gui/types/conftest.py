from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from wizard.gui.session import Session
from wizard.gui.types.table import TypeTable


@pytest.fixture
def table(qtbot: QtBot, session: Session) -> TypeTable:
    """The types of four vCPUs."""
    session.answer("vcpus", {"minimum": 4, "maximum": 4})
    table = TypeTable("Instance types that fit")
    qtbot.addWidget(table)
    table.resize(700, 400)
    table.show()
    table.fill(session.recommendation.ranked)
    return table
