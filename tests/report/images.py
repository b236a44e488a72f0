"""Judged images for tests, against three families."""

from __future__ import annotations

import datetime
from typing import Any

from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.judged_image import JudgedImage, judge_rows
from wizard.model.images.image_row import RowReader
from wizard.model.knowledge import Knowledge

READER = RowReader()
FULL: dict[str, Any] = {
    "ImageId": "ami-1",
    "Name": "ubuntu-jammy-22.04",
    "Description": "for\ttests",
    "OwnerId": "123456789012",
    "CreationDate": "2025-03-01T10:00:00.000Z",
    "DeprecationTime": "2030-01-02T00:00:00.000Z",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "BootMode": "uefi",
    "EnaSupport": True,
    "TpmSupport": "v2.0",
    "ImdsSupport": "v2.0",
    "PlatformDetails": "Linux/UNIX",
    "RootDeviceType": "ebs",
    "State": "available",
    "Public": True,
}


def judged(knowledge: Knowledge, **fields: Any) -> JudgedImage:
    row = READER.read(fields, "me", "us-east-1", "reply.json")
    types = [t for t in knowledge.catalog.types if t.family in ("m5", "m6g", "t1")]
    assessor = ImageAssessor(knowledge, datetime.date(2026, 11, 23), types)
    (image,) = judge_rows([row], assessor, knowledge.os_catalog)
    return image
