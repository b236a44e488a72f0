from __future__ import annotations

import datetime
from gettext import NullTranslations
from typing import Any

import pytest

from tests.aws.records import image as record
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.overview import Overview, Tally
from wizard.model.images.image_row import RowReader
from wizard.model.knowledge import Knowledge
from wizard.report.images.groups import chips, tally_said


def said(knowledge: Knowledge, fields: dict[str, Any], silent: frozenset[str] | None = None) -> list[str]:
    row = RowReader().read(fields, "dev", "eu-west-1", "", silent)
    judged = ImageAssessor(knowledge, datetime.date(2026, 11, 23)).judge(row)
    image = JudgedImage(row, judged, knowledge.os_catalog)
    return [chip.render(NullTranslations()) for chip in chips(image, Overview([image]).groups(image))]


def test_chips_say_what_holds_an_image_back_the_deciding_one_first(knowledge: Knowledge) -> None:
    pv = {"VirtualizationType": "paravirtual", "EnaSupport": None}
    assert said(knowledge, record(1, BootMode="uefi-preferred", Name="al2023-ami-2023-web")) == []
    assert said(knowledge, record(1, **pv)) == ["PV", "no Nitro"]
    assert said(knowledge, record(1, EnaSupport=None)) == ["no ENA", "BIOS", "no Nitro"]
    old = record(1, State="disabled", DeprecationTime="2020-01-01T00:00:00.000Z")
    assert said(knowledge, old) == ["disabled", "BIOS", "deprecated"]
    assert said(knowledge, record(1, BootMode="uefi", ImageType="kernel"))[0] == "no type"
    assert said(knowledge, {"ImageId": "ami-1", "State": "available"}, frozenset()) == ["unknown"]


@pytest.mark.parametrize(
    ("tally", "says"),
    [
        (Tally(3), "use not known"),
        (Tally(3, asked=1), "nothing uses them"),
        (Tally(3, 3, 1, 1, 1, 1), "used by 1 instance, 1 launch template, 1 Auto Scaling group and 1 other"),
        (Tally(3, 3, 1200, 0, 2), "used by 1,200 instances and 2 Auto Scaling groups"),
        (Tally(3, 3, 0, 2, 0, 2), "used by 2 launch templates and 2 others"),
    ],
)
def test_what_uses_the_images_of_a_group(tally: Tally, says: str) -> None:
    assert tally_said(tally).render(NullTranslations()) == says
