from __future__ import annotations

import datetime
from dataclasses import asdict
from typing import Any

import pytest

from tests.api.inventory import inventory
from wizard.api import RowVerdict, TableJudge, judge_rows
from wizard.api.launch import knowledge
from wizard.formats.image_record import normal
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.images.describe_images import SILENT
from wizard.model.images.image_row import RowReader

TODAY = datetime.date(2026, 11, 28)
ROW: dict[str, Any] = inventory(1)[0] | {
    "architecture": "x86_64",
    "virtualization_type": "hvm",
    "state": "available",
}


def test_each_row_is_judged_as_by_itself() -> None:
    assessor, reader = ImageAssessor(knowledge(), TODAY), RowReader(keep=False)
    rows = [row for row in inventory(300) if row["architecture"] != "riscv64"]
    for row, verdict in zip(rows, judge_rows(rows, today=TODAY), strict=True):
        alone = assessor.judge(reader.read(normal(row).fields, "", row["region"], "row", SILENT))
        assert verdict.outcome == alone.outcome.value
        assert verdict.usable_types == alone.usable
        assert verdict.locked_out.split() == list(alone.locked_out)
        assert verdict.limitations.split() == [limitation.value for limitation in alone.limitations]


def test_forgetting_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = inventory(60)
    whole = list(judge_rows(rows, today=TODAY))
    monkeypatch.setattr("wizard.api.rows._KEPT", 7)
    assert list(judge_rows(rows, today=TODAY)) == whole


def test_a_column_that_is_not_there_says_nothing() -> None:
    judge = TableJudge(today=TODAY)
    silent = judge.judge(ROW | {"ena_support": None})
    missing = judge.judge({key: value for key, value in ROW.items() if key != "ena_support"})
    assert "no-ena" in silent.limitations
    assert "no-ena" not in missing.limitations
    assert missing.usable_types > silent.usable_types


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({}, "no facts of an image"),
        ({"image_id": "ami-1", "name": "x"}, "no facts of an image"),
        (ROW | {"architecture": "riscv64"}, "'riscv64' is not one of"),
    ],
)
def test_a_row_without_a_verdict_says_why(row: dict[str, Any], says: str) -> None:
    verdict = TableJudge().judge(row)
    assert says in verdict.problem
    assert verdict == RowVerdict(problem=verdict.problem)


def test_rows_of_any_spelling() -> None:
    csv = {key: "" if value is None else str(value) for key, value in ROW.items()}
    pascal = dict(normal(ROW).fields) | {"Region": ROW["region"]}
    verdicts = [asdict(verdict) for verdict in judge_rows([ROW, csv, pascal], today=TODAY)]
    assert verdicts[0] == verdicts[1] == verdicts[2]


def test_only_some_types_count() -> None:
    verdict = TableJudge(types=["t3.micro"], families=["m5"], today=TODAY).judge(ROW | {"ena_support": True})
    assert verdict.usable_families == 2
    with pytest.raises(ValueError, match=r"'m5\.tiny': no instance type or family"):
        TableJudge(types=["m5.tiny"])
    with pytest.raises(ValueError, match="'q1': no instance type or family"):
        TableJudge(families=["q1"])


def test_without_names_equal_facts_get_equal_verdicts() -> None:
    judge = TableJudge(names=False, today=TODAY)
    one = judge.judge(ROW | {"name": "centos-6", "owner_id": "099720109477", "ena_support": True})
    assert one == judge.judge(ROW | {"name": "web", "owner_id": "123456789012", "ena_support": True})
