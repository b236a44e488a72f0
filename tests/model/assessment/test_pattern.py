from __future__ import annotations

import datetime
from typing import Any

import pytest

from tests.aws.records import image as record
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.pattern import Share, clusters, share
from wizard.model.images.image_row import RowReader
from wizard.model.knowledge import Knowledge

PV: dict[str, Any] = {"VirtualizationType": "paravirtual", "EnaSupport": None}


@pytest.mark.parametrize(
    ("usable", "own", "step"),
    [(0, 0, None), (0, 9, 0), (9, 9, 10), (1, 900, 1), (899, 900, 9), (1, 2, 5), (1, 3, 3)],
)
def test_neither_none_nor_all_is_ever_rounded_to(usable: int, own: int, step: int | None) -> None:
    assert Share(usable, own).step == step


def test_images_with_the_same_pattern_are_together_wherever_they_are(knowledge: Knowledge) -> None:
    assessor, reader = ImageAssessor(knowledge, datetime.date(2026, 11, 23)), RowReader()

    def judged(number: int, region: str, **fields: Any) -> JudgedImage:
        row = reader.read(record(number, **fields), "dev", region, "")
        return JudgedImage(row, assessor.judge(row), knowledge.os_catalog)

    images = [
        judged(1, "us-east-1", **PV),
        judged(2, "us-east-1", Architecture="arm64", BootMode="uefi"),
        judged(3, "eu-west-1", **PV),
        judged(4, "us-east-1", **PV),
    ]
    columns = list(assessor.groups.values())
    found = clusters(images, columns)
    assert [cluster.images for cluster in found] == [(images[0], images[2], images[3]), (images[1],)]
    # What they have in common is a share; the number of types differs from Region to Region.
    old, arm = found
    nitro_intel, pv_era, graviton = columns[2], columns[0], columns[4]
    least, most = old.shares(nitro_intel)
    assert (least.usable, most.usable) == (0, 0)
    assert least.own < most.own
    assert share(images[0].judged, pv_era) == Share(19, 19)
    assert arm.shares(pv_era)[0].step is None
    assert arm.shares(graviton)[0] == arm.shares(graviton)[1]
    assert clusters([], columns) == []
