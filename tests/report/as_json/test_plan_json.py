from __future__ import annotations

import gettext
import json
from gettext import NullTranslations
from typing import Any

import pytest

from tests.report.conftest import Recommend
from tests.report.sample import OLD_IMAGE, UBUNTU, WINDOWS_INSTANCE
from wizard.flow.kind import Value
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.migration.plan import plan_of
from wizard.report.as_json.plan_json import plan_json


@pytest.fixture
def document(knowledge: Knowledge, recommend: Recommend) -> Any:
    """The plan as a script reads it."""

    def read(answers: dict[str, Value]) -> Any:
        return json.loads(json.dumps(plan_json(plan_of(knowledge, recommend(answers)), NullTranslations())))

    return read


def test_no_plan_is_null(document: Any) -> None:
    assert document(UBUNTU) is None


def test_from_an_image(document: Any) -> None:
    made = document(OLD_IMAGE)
    assert list(made) == ["from", "to", "summary", "losses", "missing", "changes"]
    assert made["from"] == {"image_id": "ami-0123456789abcdef0", "instance_type": None}
    assert made["to"].keys() == {"instance_type"}
    assert made["summary"] == f"One change leads from your AMI to {made['to']['instance_type']}."
    assert made["missing"] == []


def test_from_an_instance(document: Any) -> None:
    made = document(WINDOWS_INSTANCE)
    assert made["from"] == {"image_id": "ami-0fedcba9876543210", "instance_type": "m4.large"}
    (change,) = made["changes"]
    assert list(change) == [
        "id",
        "title",
        "why",
        "preconditions",
        "steps",
        "cautions",
        "way_back",
        "sources",
    ]
    assert all(step.keys() == {"text", "command", "tool"} for step in change["steps"])
    assert [step["tool"] for step in change["steps"] if step["tool"]] == [
        "AWSSupport-UpgradeWindowsAWSDrivers"
    ]
    assert any(step["command"] is None for step in change["steps"])
    assert all(source.keys() == {"title", "url", "checked"} for source in change["sources"])
    assert change["way_back"].startswith("Launch m4.large from the backup AMI")


def test_facts_that_are_missing(document: Any) -> None:
    made = document({"start": "image"})
    assert made["from"]["image_id"] is None
    assert "architecture" in made["missing"]
    assert made["changes"] == []


def test_texts_are_translated(knowledge: Knowledge, recommend: Recommend) -> None:
    class Shouting(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper()

        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            return (msgid1 if n == 1 else msgid2).upper()

    plan = plan_of(knowledge, recommend(OLD_IMAGE))
    assert plan
    made = plan_json(replace(plan, missing=()), Shouting())
    assert made
    assert made["changes"][0]["title"] == "FROM PARAVIRTUAL TO HVM"
