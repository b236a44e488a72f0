from __future__ import annotations

import datetime
from decimal import Decimal
from gettext import NullTranslations
from itertools import pairwise
from typing import Any

import pytest

from tests.report.images import FULL, judged
from wizard.model.account.usage import Use, User
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.bill import Bill
from wizard.model.assessment.judged_image import JudgedImage, judge_rows
from wizard.model.knowledge import Knowledge
from wizard.report.images.columns import BY_ID, COLUMNS, USUAL
from wizard.report.images.export import EVERYTHING, LICENCES, PRICE_DAY
from wizard.report.images.image_column import plain


def texts(image: JudgedImage) -> dict[str, str]:
    return {column.id: column.text(image, NullTranslations()) for column in COLUMNS}


def test_every_column_of_an_image_that_says_everything(knowledge: Knowledge) -> None:
    said = texts(judged(knowledge, **FULL))
    assert int(said.pop("usable_types")) > 5
    assert said.pop("age") == "1 year"
    assert said == {
        "name": "ubuntu-jammy-22.04",
        "image_id": "ami-1",
        "families": "1 of 2",
        "limitations": "–",
        "os": "Ubuntu 22.04",
        "architecture": "x86_64",
        "virtualization_type": "HVM",
        "boot_mode": "uefi",
        "ena_support": "yes",
        "region": "us-east-1",
        "creation_date": "2025-03-01",
        "deprecation_time": "2030-01-02",
        "outcome": "works",
        "used_by": "not asked",
        "next_step": "–",
        "hourly_usd": "–",
        "billing": "–",
        "profile": "me",
        "owner_id": "123456789012",
        "state": "available",
        "root_device_type": "EBS volume",
        "tpm_support": "yes",
        "imds_v2": "yes",
        "platform_details": "Linux/UNIX",
        "public": "yes",
        "marketplace": "no",
        "description": "forU+0009tests",
    }


def test_families_on_which_the_system_seems_not_to_run_are_in_doubt(knowledge: Knowledge) -> None:
    silent = {name: value for name, value in FULL.items() if name not in ("BootMode", "TpmSupport")}
    mac = {**silent, "Name": "amzn-ec2-macos-14.7-20250601-arm64", "Architecture": "arm64_mac"}
    types = [t for t in knowledge.catalog.types if t.family in ("mac2", "mac-m4")]
    row = judged(knowledge, **mac).row
    (image,) = judge_rows(
        [row], ImageAssessor(knowledge, datetime.date(2026, 11, 23), types), knowledge.os_catalog
    )
    assert texts(image)["families"] == "2 of 2, 1 of them in doubt"


def test_every_column_of_an_image_that_says_nothing(knowledge: Knowledge) -> None:
    said = texts(judged(knowledge, ImageId="ami-2"))
    for id in ("architecture", "virtualization_type", "boot_mode", "root_device_type", "ena_support"):
        assert said[id] == "–"
    for id in ("name", "os", "creation_date", "deprecation_time", "owner_id", "description"):
        assert said[id] == ""
    assert said["age"] == "–"


@pytest.mark.parametrize(
    ("created", "age", "days"),
    [("2026-11-23", "0 days", 0), ("2026-11-22", "1 day", 1), ("2014-11-23", "12 years", 4383)],
)
def test_age_is_told_in_days_and_then_in_years(
    knowledge: Knowledge, created: str, age: str, days: int
) -> None:
    image = judged(knowledge, **FULL | {"CreationDate": created})
    assert texts(image)["age"] == age
    assert BY_ID["age"].key(image) == days


def test_what_keeps_it_on_old_types(knowledge: Knowledge) -> None:
    pv = judged(knowledge, Architecture="x86_64", VirtualizationType="paravirtual", RootDeviceType="ebs")
    assert texts(pv)["limitations"] == "stuck on PV, cannot move to Nitro"
    assert texts(pv)["virtualization_type"] == "Paravirtual (PV)"


def test_uses_are_counted_once_somebody_asked(knowledge: Knowledge) -> None:
    image = judged(knowledge, **FULL)
    assert BY_ID["used_by"].key(image) == -1
    image.uses = (Use("ami-1", User.INSTANCE, "us-east-1", "i-1"),)
    assert texts(image)["used_by"] == "1"
    assert BY_ID["used_by"].key(image) == 1


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.id)
def test_keys_of_a_column_sort(knowledge: Knowledge, column: Any) -> None:
    images = [
        judged(knowledge, **FULL),
        judged(knowledge, ImageId="ami-2"),
        judged(knowledge, Architecture="arm64", VirtualizationType="paravirtual", BootMode="uefi"),
    ]
    keys = [column.key(image) for image in sorted(images, key=column.key)]
    assert all(not later < earlier for earlier, later in pairwise(keys))


def test_what_works_best_sorts_last(knowledge: Knowledge) -> None:
    best, worst = judged(knowledge, **FULL), judged(knowledge, **{**FULL, "State": "disabled"})
    key: Any = BY_ID["outcome"].key
    assert key(worst) < key(best)


def test_ids_are_one_each_and_the_usual_ones_are_among_them() -> None:
    assert [BY_ID[column.id] for column in COLUMNS] == list(COLUMNS)
    assert set(USUAL) < set(BY_ID)
    assert USUAL[0] == "name"


def test_images_of_one_kind_say_the_same_in_shared_columns(knowledge: Knowledge) -> None:
    one, other = (
        judged(knowledge, **FULL),
        judged(knowledge, **FULL | {"Name": "ubuntu-22.04", "ImageId": "ami-3"}),
    )
    for column in COLUMNS:
        if column.shared:
            assert column.text(one, NullTranslations()) == column.text(other, NullTranslations())


@pytest.mark.parametrize(
    ("text", "shown"), [("a b", "a b"), ("é", "é"), ("a\nb", "aU+000Ab"), ("\u202eb", "U+202Eb")]
)
def test_plain_texts_stay(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert len(plain("x" * 10_000)) < 2000


def test_an_image_that_is_not_available_says_so_before_all_else(knowledge: Knowledge) -> None:
    image = judged(knowledge, **{**FULL, "State": "failed"})
    assert texts(image)["limitations"] == "cannot be launched (failed)"


@pytest.mark.parametrize(
    ("bill", "said"),
    [
        (None, "–"),
        (Bill(), "–"),
        (Bill(2, Decimal("0.192"), Decimal(0), oldest=datetime.date(2026, 11, 1)), "0.192"),
        (Bill(1, Decimal("0.096"), None, unknown=1), "0.096+"),
        (Bill(other=1), "?"),
    ],
)
def test_what_its_instances_cost_an_hour(knowledge: Knowledge, bill: Bill | None, said: str) -> None:
    image = judged(knowledge, **FULL)
    image.bill = bill
    assert BY_ID["hourly_usd"].text(image, NullTranslations()) == said
    assert BY_ID["hourly_usd"].key(image) == (-1 if bill is None else bill.hourly_usd)
    day, licences = (column.text(image, NullTranslations()) for column in (PRICE_DAY, LICENCES))
    assert (day, licences) == (("2026-11-01", "0") if bill and bill.oldest else ("", ""))
    assert LICENCES.key(image) == 0
    assert PRICE_DAY.key(image) == day


def test_what_it_is_billed_as_is_in_awss_words(knowledge: Knowledge) -> None:
    assert texts(judged(knowledge, **FULL, UsageOperation="RunInstances:0002"))["billing"] == "Windows"
    assert (
        texts(judged(knowledge, **FULL, UsageOperation="RunInstances:9999"))["billing"] == "RunInstances:9999"
    )


def test_an_image_of_no_known_age_is_younger_than_one_of_today(knowledge: Knowledge) -> None:
    unknown, old = judged(knowledge, ImageId="ami-2"), judged(knowledge, **FULL)
    assert unknown.age is None
    assert BY_ID["age"].key(unknown) == -1
    assert BY_ID["age"].key(old) == old.age


def test_figures_stand_flush_right_and_the_usual_columns_are_shown_first() -> None:
    assert {column.id for column in COLUMNS if column.numeric} == {
        "age", "families", "hourly_usd", "usable_types", "used_by",
    }  # fmt: skip
    assert [column.id for column in COLUMNS if column.usual] == [
        "name", "limitations", "used_by", "next_step", "families", "os",
        "architecture", "virtualization_type", "region", "creation_date", "image_id",
    ]  # fmt: skip


def test_what_is_shown_first_what_stands_flush_right_and_what_images_of_a_kind_share() -> None:
    assert USUAL == (
        "name", "limitations", "used_by", "next_step", "families", "os", "architecture", "virtualization_type",
        "region", "creation_date", "image_id",
    )  # fmt: skip
    numeric = [column.id for column in COLUMNS if column.numeric]
    assert numeric == ["used_by", "families", "age", "usable_types", "hourly_usd"]
    own = [column.id for column in EVERYTHING if not column.shared]
    assert own[:6] == ["name", "used_by", "next_step", "creation_date", "age", "image_id"]
    assert {"locked_out", "reasons", "limitations", "outcome"}.isdisjoint(own)
