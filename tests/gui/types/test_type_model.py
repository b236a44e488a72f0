from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtTest import QAbstractItemModelTester

from wizard.gui.session import Session
from wizard.gui.types.columns import COLUMNS, RESULT
from wizard.gui.types.table import TypeModel, TypeTable
from wizard.gui.widgets.tables.item_delegate import SIGN_ROLE


def test_the_model_is_a_proper_one(qapp: object, session: Session) -> None:
    model = TypeModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.fill(session.recommendation.ranked)
    model.narrow("m5")
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.sort(-1)
    index = model.index(0, RESULT)
    assert model.data(index, SIGN_ROLE) == "works"
    assert model.data(model.index(0, 0), SIGN_ROLE) is None
    assert model.data(index, Qt.ItemDataRole.ToolTipRole) is None
    assert (model.rowCount(index), model.columnCount(index)) == (0, 0)
    assert model.columnCount() == len(COLUMNS)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) is None
    titles = [str(model.headerData(at, Qt.Orientation.Horizontal)).strip() for at in range(len(COLUMNS))]
    assert titles[0] == "Instance type"
    assert [line.strip() for line in titles[3].splitlines()] == ["Memory", "(GiB)"]
    assert tester.model() is model


def test_numbers_stand_flush_right(table: TypeTable) -> None:
    model = table.model()
    numeric = next(place for place, column in enumerate(COLUMNS) if column.numeric)
    align = model.index(0, numeric).data(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(align) & Qt.AlignmentFlag.AlignRight
    title = model.headerData(numeric, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert title == align
