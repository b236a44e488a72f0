from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.model.assessment.test_bill import PRICES, instance
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.judged_image import JudgedImage, judge_rows
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.knowledge import Knowledge
from wizard.model.prices.price import LINUX

TODAY = datetime.date(2026, 11, 23)
HVM = {"Architecture": "x86_64", "VirtualizationType": "hvm", "EnaSupport": True, "RootDeviceType": "ebs"}
READER = RowReader()


def row(**fields: Any) -> ImageRow:
    return READER.read({"ImageId": "ami-1", "Name": "x", **HVM, **fields}, "me", "us-east-1", "reply.json")


def judged(knowledge: Knowledge, *rows: ImageRow) -> list[JudgedImage]:
    return judge_rows(rows, ImageAssessor(knowledge, TODAY), knowledge.os_catalog)


def test_rows_of_one_kind_share_what_is_said(knowledge: Knowledge) -> None:
    rows = [row(Name="a"), row(Name="b"), row(EnaSupport=False)]
    one, other, without_ena = judged(knowledge, *rows)
    assert [image.row for image in (one, other, without_ena)] == rows
    assert one.judged is other.judged
    assert one.judged is not without_ena.judged
    assert one != other


def test_families_are_counted(knowledge: Knowledge) -> None:
    (image,) = judged(knowledge, row())
    assert image.families == image.judged.family_count
    assert image.families + len(image.judged.elsewhere) == len(image.judged.families)
    locked_out = len(image.judged.locked_out)
    assert all(image.judged.families[family].locked_out for family in image.judged.locked_out)
    assert not set(image.judged.locked_out) & set(image.judged.elsewhere)
    assert image.usable_families == image.families - locked_out
    types = [t for t in knowledge.catalog.types if t.family in ("m5", "t1")]
    (few,) = judge_rows([row()], ImageAssessor(knowledge, TODAY, types), knowledge.os_catalog)
    assert (few.usable_families, few.families) == (1, 2)


def test_nobody_has_asked_yet_what_uses_it(knowledge: Knowledge) -> None:
    (image,) = judged(knowledge, row())
    assert image.uses is None


def test_what_uses_it_is_kept_with_what_that_costs(knowledge: Knowledge) -> None:
    (image,) = judged(knowledge, row())
    image.use((instance(operation=LINUX),), PRICES)
    assert image.uses == (instance(operation=LINUX),)
    assert image.bill
    assert image.bill.hourly_usd == Decimal("0.107")
    image.use(None, PRICES)
    assert image.bill is None


def test_its_age_in_days(knowledge: Knowledge) -> None:
    young, unknown = judged(knowledge, row(CreationDate="2026-11-20T23:59:59.000Z"), row())
    assert young.age == 3
    assert unknown.age is None


@given(st.sampled_from(["ubuntu-jammy-22.04", "x", "debian-12", "", "naïve"]) | st.text(max_size=20))
def test_the_title_is_the_guessed_systems(knowledge: Knowledge, name: str) -> None:
    (image,) = judged(knowledge, row(Name=name))
    assert image.system_title == (image.system.title or "")
    assert image.system_title is image.system_title


def test_a_family_on_which_the_system_seems_not_to_run_is_in_doubt(knowledge: Knowledge) -> None:
    """A name is no proof, so macOS 14 is not locked out of the M4; and yet nobody may count on it."""
    mac = row(Name="amzn-ec2-macos-14.7-20250601-arm64", Architecture="arm64_mac")
    graviton = row(Name="al2023-ami-2023.9.20251027.0-kernel-6.1-arm64", Architecture="arm64")
    ubuntu = row(Name="ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20260601")
    of_mac, of_graviton, of_ubuntu = judged(knowledge, mac, graviton, ubuntu)
    assert set(of_mac.judged.in_doubt) == {"mac-m4", "mac-m4pro", "mac-m4max", "mac-m3ultra"}
    assert of_mac.families_in_doubt == 4
    assert of_graviton.judged.in_doubt == ("a1",)
    assert of_ubuntu.families_in_doubt == 0
