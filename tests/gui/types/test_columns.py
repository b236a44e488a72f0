"""What the columns of a table of types say of some types, and what they sort by."""

from __future__ import annotations

from typing import Any

import pytest

from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.gui.types.columns import COLUMNS
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.ranked import Ranked

TODAY: dict[str, Value] = {
    "start": "instance",
    "current-type": "m4.large",
    "os": "ubuntu",
    "region": "us-east-1",
}


def ranked(knowledge: Knowledge, name: str, **more: Value) -> Ranked:
    answers = TODAY | {key.replace("_", "-"): value for key, value in more.items()}
    found = advise(knowledge, needs_of(answers, knowledge)).ranked
    return next(row for row in found if row.instance_type.name == name)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        (
            "p4d.24xlarge",
            {
                "type": "p4d.24xlarge",
                "vcpus": "96",
                "memory": "1,152",
                "today": "+94 vCPUs, +1,144 GiB",
                "processor": "Intel 3 GHz",
                "generation": "4",
                "network": "400",
                "storage": "8,000",
                "accelerators": "8 × A100",
                "hypervisor": "Nitro",
                "virtualization": "hvm",
                "boot": "legacy-bios",
                "ebs": "19,000",
            },
        ),
        (
            "m5.large",
            {
                "result": "works",
                "today": "+0 vCPUs, +0 GiB",
                "processor": "Intel 3.1 GHz",
                "network": "0.75–10",
                "storage": "–",
                "accelerators": "–",
                "architecture": "x86_64",
                "boot": "legacy-bios, uefi",
                "ebs": "650–4,750",
            },
        ),
    ],
)
def test_cells(knowledge: Knowledge, name: str, cells: dict[str, str]) -> None:
    row = ranked(knowledge, name)
    said = {column.id: column.text(row) for column in COLUMNS}
    assert {id: said[id] for id in cells} == cells


@pytest.mark.parametrize(
    ("id", "key", "amount"),
    [
        ("vcpus", 96, (96, 96)),
        ("memory", 1179648, (1152.0, 1152.0)),
        ("today", (94, 1144.0), None),
        ("processor", ("Intel", 3.0), None),
        ("generation", 4, (4, 4)),
        ("network", (400.0, 400.0), (400.0, 400.0)),
        ("storage", 8000, (8000, 8000)),
        ("accelerators", (8, "8 × A100"), None),
        ("architecture", False, None),
        ("ebs", (19000, 19000), (19000, 19000)),
        ("result", 0, None),
    ],
)
def test_what_a_column_sorts_by(knowledge: Knowledge, id: str, key: Any, amount: Any) -> None:
    column = next(column for column in COLUMNS if column.id == id)
    row = ranked(knowledge, "p4d.24xlarge")
    assert column.key(row) == key
    assert (column.amount(row) if column.amount else None) == amount


def test_a_price_is_said_with_all_its_digits_and_what_has_none_comes_last(knowledge: Knowledge) -> None:
    column = next(column for column in COLUMNS if column.id == "price")
    priced = ranked(knowledge, "m5.large")
    unpriced = ranked(knowledge, "m5.large", region="eu-south-1")
    assert priced.price is not None
    assert unpriced.price is None
    assert (column.text(priced), column.text(unpriced)) == ("0.09600", "–")
    assert column.key(priced) == (False, priced.price.hourly_usd)
    assert column.key(unpriced) == (True, 0)
    assert column.amount is not None
    assert column.amount(priced) == (float(priced.price.hourly_usd),) * 2
    assert column.amount(unpriced) is None


def test_which_columns_are_shown_where_all_rows_say_the_same_and_which_to_who_asks() -> None:
    assert [column.id for column in COLUMNS if not column.always] == [
        "result", "today", "generation", "price", "storage", "accelerators", "architecture", "hypervisor",
    ]  # fmt: skip
    assert [column.id for column in COLUMNS if column.asked] == ["virtualization", "boot", "ebs", "regions"]
    assert [column.id for column in COLUMNS if column.numeric] == [
        "vcpus", "memory", "generation", "network", "price", "storage", "ebs", "regions",
    ]  # fmt: skip
