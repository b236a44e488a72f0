"""Launches that somebody made and reported in public, with EC2's answer."""

from __future__ import annotations

import json
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest

from wizard.model.ec2.finding import Outcome, Verdict
from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.images.describe_images import image_from
from wizard.model.judging.judge import judge
from wizard.model.knowledge import Knowledge

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "data" / "launch_cases.json").read_text(encoding="utf-8")
)
OUTCOMES = {
    "works": (Outcome.WORKS,),
    "degraded": (Outcome.DEGRADED,),
    "boots-not": (Outcome.NO_BOOT, Outcome.UNREACHABLE),
    "launch-refused": (Outcome.REFUSED,),
}
# EC2 has one sentence for whatever it has no other sentence for.
NO_REASON_GIVEN = "The requested configuration is currently not supported."


def verdict_on(knowledge: Knowledge, case: dict[str, Any]) -> Verdict:
    options = dict(case["options"])
    launch = Launch(
        image=image_from(case["image"], case["id"]),
        os=knowledge.os_catalog.resolve(case["os"].get("family"), case["os"].get("version")),
        region=case["region"],
        tenancy=Tenancy(options.pop("tenancy", "default")),
        **options,
    )
    found = knowledge.catalog.get(case["instance_type"])
    assert found is not None
    return judge(knowledge.rulebook, launch, found)


def in_doubt_of_the_system(verdict: Verdict, case: dict[str, Any]) -> bool:
    """Whether the launch worked, and all that keeps one from saying so is what nobody said of it."""
    doubts = {unknown.fact for unknown in verdict.unknowns if unknown.doubt}
    unsaid = {"launch.subscribed", "launch.seller_allows", "image.sriov_net_support"}
    return case["outcome"] == "works" and all(d.startswith("os.") or d in unsaid for d in doubts)


def of_kind(*kinds: str) -> list[Any]:
    return [pytest.param(case, id=case["id"]) for case in CASES if case["decidable_by"] in kinds]


@pytest.mark.parametrize(
    "case", of_kind("image+type", "image+type+rule", "region-offerings", "request+type", "request+rule")
)
def test_what_image_type_region_and_options_decide_is_right(
    knowledge: Knowledge, case: dict[str, Any]
) -> None:
    verdict = verdict_on(knowledge, case)
    assert verdict.outcome in OUTCOMES[case["outcome"]] or in_doubt_of_the_system(verdict, case)
    if case["outcome"] != "works":
        assert verdict.findings[0].reason == case["reason"]


@pytest.mark.parametrize("case", of_kind("os-knowledge"))
def test_what_the_system_decides_is_right_or_a_named_unknown(
    knowledge: Knowledge, case: dict[str, Any]
) -> None:
    verdict = verdict_on(knowledge, case)
    right = verdict.outcome in OUTCOMES[case["outcome"]]
    doubts = [unknown.fact for unknown in verdict.unknowns if unknown.doubt]
    assert right or (verdict.outcome is Outcome.UNKNOWN and any(d.startswith("os.") for d in doubts))


@pytest.mark.parametrize("case", of_kind("marketplace"))
def test_what_a_seller_decides_is_a_named_unknown(knowledge: Knowledge, case: dict[str, Any]) -> None:
    verdict = verdict_on(knowledge, case)
    assert verdict.outcome is Outcome.UNKNOWN
    assert "launch.seller_allows" in {unknown.fact for unknown in verdict.unknowns if unknown.doubt}


@pytest.mark.parametrize("case", [pytest.param(c, id=c["id"]) for c in CASES if c["outcome"] == "works"])
def test_no_alarm_where_the_launch_worked(knowledge: Knowledge, case: dict[str, Any]) -> None:
    verdict = verdict_on(knowledge, case)
    assert verdict.outcome in (Outcome.WORKS, Outcome.UNKNOWN)
    assert verdict.outcome is Outcome.WORKS or in_doubt_of_the_system(verdict, case)


def test_what_is_known_of_a_launch_that_worked_leaves_no_doubt(knowledge: Knowledge) -> None:
    """Only where the system, its version or the seller is not named, or the system is in no catalogue."""
    worked = [case for case in CASES if case["outcome"] == "works"]
    doubtful = {case["id"] for case in worked if verdict_on(knowledge, case).outcome is Outcome.UNKNOWN}
    assert doubtful == {
        case["id"]
        for case in worked
        if ("version" not in case["os"] and case["os"].get("family") != "flatcar")
        or case["os"].get("family") == "clear-linux"
    }


@pytest.mark.parametrize("case", [pytest.param(c, id=c["id"]) for c in CASES if c["error"]])
def test_the_error_is_foretold_in_ec2s_words(knowledge: Knowledge, case: dict[str, Any]) -> None:
    verdict = verdict_on(knowledge, case)
    if case["decidable_by"] == "marketplace" or NO_REASON_GIVEN in case["error"]:
        return
    foretold = verdict.findings[0].ec2_error
    assert foretold is not None
    words = foretold.render(NullTranslations()).replace("ami-…", "ami-x")
    first = words.partition(". ")[0].rstrip(".")
    assert first in case["error"] or case["error"].rstrip(".") in words


def test_every_case_is_tried() -> None:
    assert len(CASES) == 43
    kinds = {case["decidable_by"] for case in CASES}
    assert kinds == {
        "image+type",
        "image+type+rule",
        "region-offerings",
        "request+type",
        "request+rule",
        "os-knowledge",
        "marketplace",
    }
    assert all(case["source"].startswith("https://") and case["date"] for case in CASES)
