from __future__ import annotations

import json
from gettext import NullTranslations
from typing import Any

import pytest

from tests.report.conftest import Recommend
from tests.report.sample import NOTHING_LEFT, OLD_IMAGE, OLD_TYPE, TPM, UBUNTU, make_finding
from wizard.flow.kind import Value
from wizard.model.ec2.finding import Unknown, Verdict
from wizard.model.ec2.image import Image
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.report.as_json.to_json import recommendation_json, verdict_json

FINDING = {
    "rule",
    "reason",
    "outcome",
    "evidence",
    "text",
    "ec2_error",
    "ec2_error_code",
    "remedy",
    "sources",
}
DECISION = {"virtualization", "architecture", "boot_mode", "ena", "root_device"}


def document(knowledge: Knowledge, recommend: Recommend, answers: dict[str, Value]) -> dict[str, Any]:
    """The document as a script reads it."""
    made = recommendation_json(recommend(answers), knowledge, answers, NullTranslations())
    read: dict[str, Any] = json.loads(json.dumps(made))
    return read


def is_finding(finding: dict[str, Any]) -> bool:
    return finding.keys() >= FINDING and all(
        s.keys() == {"title", "url", "checked"} for s in finding["sources"]
    )


@pytest.mark.parametrize("answers", [UBUNTU, NOTHING_LEFT, OLD_IMAGE, OLD_TYPE, TPM, {}])
def test_every_key_of_the_contract(
    knowledge: Knowledge, recommend: Recommend, answers: dict[str, Value]
) -> None:
    made = document(knowledge, recommend, answers)
    assert made["schema"] == 1
    assert made["answers"] == answers
    assert made["decision"].keys() >= DECISION
    assert isinstance(made["summary"], str)
    assert all(map(is_finding, made["reasons"]))
    for alternative in made["alternatives"]:
        assert alternative.keys() >= {"decision", "outcome", "findings"}
        assert alternative["decision"].keys() >= DECISION
        assert all(map(is_finding, alternative["findings"]))
    assert made["types"]["count"] == len(made["types"]["ranked"])
    ranked = {
        "instance_type",
        "family",
        "vcpus",
        "memory_gib",
        "architecture",
        "hypervisor",
        "outcome",
        "why",
    }
    assert all(row.keys() >= ranked for row in made["types"]["ranked"])
    assert all(row.keys() >= {"reason", "count", "examples"} for row in made["types"]["excluded"])
    left_out = sum(row["count"] for row in made["types"]["excluded"])
    assert left_out + made["types"]["count"] == made["catalog"]["types"] == 1395
    assert all(row.keys() >= {"answer", "instead", "count"} for row in made["relax"])
    assert made["then_and_now"].keys() == {"2014", "current", "changed", "sources"}
    assert made["catalog"].keys() >= {"date", "source", "types", "regions"}
    assert made["rulebook"].keys() >= {"version", "checked"}


def test_decision(knowledge: Knowledge, recommend: Recommend) -> None:
    decision = document(knowledge, recommend, UBUNTU)["decision"]
    assert decision == {
        "virtualization": "hvm",
        "architecture": "x86_64",
        "boot_mode": "uefi-preferred",
        "ena": True,
        "root_device": "ebs",
        "tpm": False,
    }


def test_a_boot_mode_that_is_not_set_is_null(knowledge: Knowledge, recommend: Recommend) -> None:
    decision = document(knowledge, recommend, OLD_TYPE)["decision"]
    assert (decision["virtualization"], decision["boot_mode"], decision["ena"]) == (
        "paravirtual",
        None,
        False,
    )


def test_without_a_decision_all_is_null_and_relax_is_not_empty(
    knowledge: Knowledge, recommend: Recommend
) -> None:
    made = document(knowledge, recommend, NOTHING_LEFT)
    assert set(made["decision"].values()) == {None}
    assert {row["answer"] for row in made["relax"]} == {"family", "region"}
    assert all(row["count"] > 0 for row in made["relax"])
    assert made["types"]["count"] == 0


def test_then_and_now(knowledge: Knowledge, recommend: Recommend) -> None:
    years = document(knowledge, recommend, {"os": "linux"})["then_and_now"]
    assert (years["2014"]["virtualization"], years["current"]["virtualization"]) == ("paravirtual", "hvm")
    assert years["2014"]["sources"][0]["url"].startswith("https://www.computerweekly.com/de/")
    assert (
        document(knowledge, recommend, {"os": "windows", "arch": "arm64"})["then_and_now"]["current"][
            "virtualization"
        ]
        is None
    )


def test_ranked_types(knowledge: Knowledge, recommend: Recommend) -> None:
    (row,) = document(knowledge, recommend, OLD_TYPE)["types"]["ranked"]
    assert row["architecture"] == "x86_64"
    assert row["memory_gib"] == pytest.approx(0.6123, abs=1e-4)
    assert row["hypervisor"] == "xen"
    first = document(knowledge, recommend, UBUNTU)["types"]["ranked"][0]
    assert first["memory_gib"] == 16
    assert isinstance(first["memory_gib"], int)


def test_a_type_of_another_architecture_bears_its_own(knowledge: Knowledge, recommend: Recommend) -> None:
    recommendation = recommend(UBUNTU)
    arm = knowledge.catalog.get("m8g.large")
    old = knowledge.catalog.get("t1.micro")
    assert arm
    assert old
    assert recommendation.decision
    first = recommendation.ranked[0]
    rows = tuple(replace(first, instance_type=t) for t in (arm, old))
    made = recommendation_json(
        replace(recommendation, ranked=rows, decision=None), knowledge, {}, NullTranslations()
    )
    assert [row["architecture"] for row in made["types"]["ranked"]] == ["arm64", "x86_64"]


def test_image_one_has(knowledge: Knowledge, recommend: Recommend) -> None:
    made = document(knowledge, recommend, OLD_IMAGE)
    standing = made["standing"]
    assert standing["image_id"] == "ami-0123456789abcdef0"
    assert standing["count"] > 0
    assert all(map(is_finding, standing["findings"]))
    assert document(knowledge, recommend, UBUNTU)["standing"] is None


def test_the_way_on_from_what_one_has(knowledge: Knowledge, recommend: Recommend) -> None:
    made = document(knowledge, recommend, OLD_IMAGE)["migration"]
    assert made.keys() >= {"from", "to", "changes"}
    assert [change["id"] for change in made["changes"]] == ["pv-to-hvm"]
    assert document(knowledge, recommend, UBUNTU)["migration"] is None


def test_near_misses_and_rules_that_exclude(knowledge: Knowledge, recommend: Recommend) -> None:
    made = document(knowledge, recommend, OLD_IMAGE)
    assert all(is_finding(miss["finding"]) for miss in made["near_misses"])
    excluded = made["types"]["excluded"]
    assert [row for row in excluded if row["finding"]]
    assert [row for row in document(knowledge, recommend, UBUNTU)["types"]["excluded"] if row["answer"]]


def test_verdict() -> None:
    quiet = make_finding("V2", ec2_error=None, ec2_error_code=None)
    unknown = Unknown("os.family", Message("It decides."), Message("Say {what}.", {"what": "it"}))
    made = verdict_json(
        Verdict((make_finding(), quiet), (unknown,)),
        Image(image_id="ami-12345678"),
        "t3.micro",
        NullTranslations(),
    )
    assert list(made) == ["schema", "image_id", "instance_type", "outcome", "findings", "unknowns"]
    assert (made["image_id"], made["instance_type"]) == ("ami-12345678", "t3.micro")
    assert made["outcome"] == "refused"
    assert all(map(is_finding, made["findings"]))
    assert (made["findings"][1]["ec2_error"], made["findings"][1]["ec2_error_code"]) == (None, None)
    assert made["unknowns"] == [
        {"fact": "os.family", "matters_because": "It decides.", "how_to_supply": "Say it."}
    ]


def test_verdict_on_an_image_without_an_id(knowledge: Knowledge) -> None:
    made = verdict_json(Verdict((), ()), Image(), "m5.large", NullTranslations())
    assert made["schema"] == 1
    assert made["image_id"] is None
    assert made["outcome"] == "works"
