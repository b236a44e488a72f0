"""The table of instances and launch templates."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from wizard.gui.machines.table import MachineTable
from wizard.model.account.machine import Machine, MachineKind

REGION = 3


def machine(region: str) -> Machine:
    return Machine(
        "dev", region, MachineKind.INSTANCE, f"i-{region}", "web", "m4.large", "ami-1", "Windows", "running"
    )


def test_what_another_region_adds_is_not_cut_off(qtbot: QtBot) -> None:
    table = MachineTable()
    qtbot.addWidget(table)
    table.resize(1200, 300)
    table.show()
    table.change(lambda rows: rows.add([machine("eu-west-1")]))
    before = table.columnWidth(REGION)
    table.change(lambda rows: rows.add([machine("ap-southeast-2")]))
    assert table.columnWidth(REGION) > before
    assert table.columnWidth(REGION) >= table.sizeHintForColumn(REGION)
    assert table.horizontalHeader().length() == table.viewport().width(), "the last column takes what is left"
    # What the filter leaves does not move the columns.
    wide = table.columnWidth(REGION)
    table.change(lambda rows: rows.narrow("eu-west-1"))
    assert table.columnWidth(REGION) == wide
