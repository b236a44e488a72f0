from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import LOGIN
from wizard.gui.catalog.region_grid import RegionGrid
from wizard.model.account.listing_progress import RegionState

STATES = [
    RegionState("dev", "eu-west-1", asked=True, answered=True),
    RegionState("dev", "eu-west-2", asked=True),
    RegionState("dev", "eu-west-3"),
    RegionState("dev", "us-east-1", asked=True, problem=LOGIN),
]


def test_every_region_is_told_in_words_too(qtbot: QtBot) -> None:
    board = RegionGrid()
    qtbot.addWidget(board)
    assert board.heightForWidth(400) == 0
    board.show_states(STATES)
    assert board.accessibleName() == "Regions"
    assert board.accessibleDescription().splitlines() == [
        "eu-west-1: answered",
        "eu-west-2: asked",
        "eu-west-3: not asked yet",
        "us-east-1: The login of the profile dev has ended.",
    ]
    board.resize(400, board.heightForWidth(400))
    board.show()
    assert not board.grab().isNull()


def test_as_many_columns_as_there_is_room_for(qtbot: QtBot, qapp: QApplication) -> None:
    board = RegionGrid()
    qtbot.addWidget(board)
    board.show_states(STATES)
    narrow, wide = board.heightForWidth(board.minimumSizeHint().width()), board.heightForWidth(2000)
    assert narrow > 4 * wide
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    assert board.heightForWidth(2000) > wide
