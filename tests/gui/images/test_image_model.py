from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.gui.fake_cloud import rows as made
from wizard.gui.images.image_model import ImageModel, sign_of
from wizard.gui.images.image_rows import Narrowing
from wizard.gui.padded_row import SIGN_ROLE
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.message import Translations


@pytest.fixture
def model(english: Translations, judge: Callable[..., list[JudgedImage]]) -> ImageModel:
    model = ImageModel(english)
    images = judge(made(6))
    model.change(lambda rows: rows.fill(images))
    return model


def test_it_keeps_what_qt_asks_of_a_model(model: ImageModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.change(lambda rows: rows.narrow(Narrowing("ubuntu")))
    model.change(lambda rows: rows.sort(("name", True)))
    assert tester.model() is model


def test_cells_and_headers_are_those_of_the_rows(model: ImageModel) -> None:
    shown = [
        tuple(model.index(row, place).data() for place in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    assert shown == [tuple(model.rows.cell(i, c) for c in model.rows.columns) for i in model.rows.shown]
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert [str(head).strip("\u00a0") for head in heads] == list(model.rows.header)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 6


def test_figures_stand_at_the_right_and_their_titles_too(model: ImageModel) -> None:
    place = model.rows.header.index("Families")
    for role in (model.index(0, place).data, lambda r: model.headerData(place, Qt.Orientation.Horizontal, r)):
        side = Qt.AlignmentFlag(role(Qt.ItemDataRole.TextAlignmentRole))
        assert side & Qt.AlignmentFlag.AlignRight


def test_a_sign_says_at_a_glance_how_an_image_stands(model: ImageModel) -> None:
    place = model.rows.header.index("Held back")
    signs = {image.row.name: sign_of(image) for image in model.rows.shown}
    assert signs["ubuntu-jammy-22.04-arm-1"] == "works"
    assert signs["legacy-amzn-ami-pv-2014.03-2"] == "degraded"
    assert signs["debian-12-amd64-ci-5"] == "refused"
    assert [model.index(row, place).data(SIGN_ROLE) for row in range(6)] == list(signs.values())
    assert model.index(0, 0).data(SIGN_ROLE) is None
