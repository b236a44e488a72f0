from __future__ import annotations

import datetime
from gettext import NullTranslations
from typing import Any

from tests.aws.records import image as record
from wizard.model.account.usage import Launched, Use, User
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.images.image_row import RowReader
from wizard.model.knowledge import Knowledge
from wizard.report.account_mask import AccountMask
from wizard.report.images.uses import cells, header, uses_of


def test_each_use_says_what_it_is_and_why_its_image_is_held_back(knowledge: Knowledge) -> None:
    assessor, reader, images = ImageAssessor(knowledge, datetime.date(2026, 11, 23)), RowReader(), []
    fine: dict[str, Any] = {"Name": "al2023-ami-2023-web", "BootMode": "uefi-preferred"}
    old_one: dict[str, Any] = {"Name": "old", "VirtualizationType": "paravirtual", "EnaSupport": None}
    for number, fields in enumerate((old_one, fine, {"Name": "idle"}), 1):
        row = reader.read(record(number, **fields), "dev", "eu-west-1", "")
        images.append(JudgedImage(row, assessor.judge(row), knowledge.os_catalog))
    old = images[0].row.image_id
    images[0].uses = (
        Use(old, User.REFERENCE, "eu-west-1", "arn:aws:x:123456789012", "", "imagebuilder"),
        Use(old, User.AUTO_SCALING_GROUP, "eu-west-1", "web", "web"),
        Use(old, User.LAUNCH_CONFIGURATION, "eu-west-1", "lc"),
        Use(old, User.LAUNCH_TEMPLATE, "eu-west-1", "lt-1", "web", "3 (default)"),
        Use(old, User.INSTANCE, "eu-west-1", "i-1", "", "running", Launched("m3.large", "", True, True)),
    )
    images[1].uses = (Use(images[1].row.image_id, User.INSTANCE, "eu-west-1", "i-2", "new\n", "stopped"),)
    rows = list(cells(uses_of(images), NullTranslations(), AccountMask(())))
    assert len(header(NullTranslations())) == len(rows[0])
    assert [row[:6] for row in rows] == [
        [
            "i-1",
            "Instance, running",
            "m3.large",
            "stuck on PV, cannot move to Nitro",
            "rebuild as HVM",
            "old",
        ],
        ["web", "Launch template, version 3 (default)", "–", *rows[0][3:6]],
        ["lc", "Launch configuration", "–", *rows[0][3:6]],
        ["web", "Auto Scaling group", "–", *rows[0][3:6]],
        ["arn:aws:x:account-1", "imagebuilder", "–", *rows[0][3:6]],
        ["newU+000A", "Instance, stopped", "–", "–", "–", "al2023-ami-2023-web"],
    ]
    assert rows[0][6:] == [old, "eu-west-1", "i-1"]
