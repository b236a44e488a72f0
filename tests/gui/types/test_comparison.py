from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.session import Session
from wizard.gui.types.comparison import ComparisonDialog
from wizard.gui.widgets.tables.item_delegate import SIGN_ROLE


def test_types_stand_beside_each_other_and_what_differs_is_marked_and_carried_away(
    qtbot: QtBot, session: Session, world: World, chosen_file: Callable[[Path], None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    entries = session.recommendation.ranked[:3]
    dialog = ComparisonDialog(entries, FileDialogs(window, world.services()), window)
    qtbot.addWidget(dialog)
    dialog.show()
    model = dialog.table.model()
    names = [entry.instance_type.name for entry in entries]
    assert model.columnCount() == 4
    assert dialog.windowTitle() == ", ".join(names)

    def rows() -> dict[str, tuple[list[str], str, object]]:
        return {
            model.index(row, 0).data(): (
                [model.index(row, column).data() for column in range(1, 4)],
                model.index(row, 0).data(SIGN_ROLE),
                model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole),
            )
            for row in range(model.rowCount())
        }

    everything = rows()
    for values, sign, spoken in everything.values():
        assert (sign == "comparison/differs") is (len(set(values)) > 1)
        assert (spoken is not None) is (sign == "comparison/differs")
    assert everything["Processor"][2] == "Processor, differs"
    dialog.findChildren(QCheckBox)[0].click()
    assert list(rows()) == [
        title for title, (_, sign, _) in everything.items() if sign == "comparison/differs"
    ]
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Copy")
    for action, lines in zip(copy.menu().actions(), (len(rows()) + 1, len(rows()) + 2), strict=True):
        action.trigger()
        assert len(QGuiApplication.clipboard().text().splitlines()) == lines
    chosen_file(Path("/x/c.csv"))
    next(b for b in dialog.findChildren(QPushButton) if "CSV" in b.text()).click()
    read = list(csv.reader(io.StringIO(world.files[Path("/x/c.csv")].decode("utf-8-sig"))))
    assert read[0] == ["Property", *names]
    assert len(read) == len(rows()) + 1


def test_one_type_has_nothing_to_differ_from(qtbot: QtBot, session: Session, world: World) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ComparisonDialog(
        session.recommendation.ranked[:1], FileDialogs(window, world.services()), window
    )
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.findChildren(QCheckBox)[0].isVisible()
    assert dialog.table.model().index(0, 0).data(SIGN_ROLE) is None
    assert dialog.table.model().rowCount() > 20
