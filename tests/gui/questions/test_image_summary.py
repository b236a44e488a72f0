"""An image of a file, as an answer that is filled in."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.seen import visible_texts
from wizard.gui.questions.image_summary import ImageSummary


@pytest.fixture
def summary(qtbot: QtBot) -> ImageSummary:
    summary = ImageSummary()
    qtbot.addWidget(summary)
    return summary


def test_each_field_that_was_said_stands_beside_its_word(summary: ImageSummary) -> None:
    record = {
        "ImageId": "ami-0123456789abcdef0",
        "Name": "webserver-2013-07",
        "VirtualizationType": "paravirtual",
        "Architecture": "x86_64",
        "EnaSupport": False,
    }
    summary.show_record(record)
    summary.show()
    assert visible_texts(summary) == [
        "ami-0123456789abcdef0",
        "webserver-2013-07",
        "Virtualization type",
        "paravirtual",
        "Architecture",
        "x86_64",
        "ENA",
        "no",
    ]


def test_an_image_that_has_no_name_is_told_as_one(summary: ImageSummary) -> None:
    summary.show_record({"BootMode": "uefi"})
    assert summary.isVisible()
    assert visible_texts(summary) == ["An image without a name", "Boot mode", "uefi"]
    summary.show_record({})
    assert not summary.isVisible()
