"""Persons as different as people are ask for advice, and get what a senior EC2 engineer would say.

`persons_first.json` holds the first eighteen, `persons.json` sixty more: who asks, with which options or
answers, what the advice must hold (`tests.cli.wants`) and why.
"""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.wants import WANTS, Advice, contradictions, lacks
from wizard.model.knowledge import Knowledge

DATA = Path(__file__).parents[1] / "data"
FIRST: list[dict[str, Any]] = json.loads((DATA / "persons_first.json").read_text())
SIXTY: list[dict[str, Any]] = json.loads((DATA / "persons.json").read_text())
PERSONS = {person["id"]: person for person in (*FIRST, *SIXTY)}

# Whom the advice does not serve yet.
NOT_YET: frozenset[str] = frozenset(
    {
        "al2-x86",
        "bahrain",
        "beijing",
        "bottlerocket",
        "centos6-32bit",
        "current-m6i",
        "custom-old",
        "dedicated-burstable",
        "efa-old-ubuntu",
        "eight-gpus",
        "enclaves-large",
        "fewest-vcpus",
        "free-plan",
        "govcloud",
        "hana-12tib",
        "hana-1tib",
        "hibernate-128",
        "hibernate-16",
        "hobby",
        "host-license",
        "image-arm",
        "image-pv-precise",
        "kali",
        "keep-32-bit",
        "kvm-on-metal",
        "linux-tpm",
        "local-zone",
        "mac-12",
        "mac-ci",
        "memory-only",
        "mexico",
        "move-a1-large",
        "move-c4-8xlarge",
        "move-d2-xlarge",
        "move-g4dn-12xlarge",
        "move-i2-xlarge",
        "move-i3-8xlarge",
        "move-m1-small-pv",
        "move-m3-medium",
        "move-m4-large",
        "move-m6g-to-x86",
        "move-p3-2xlarge",
        "move-r4-16xlarge",
        "move-smaller",
        "move-t2-micro",
        "move-windows-2012r2",
        "move-windows-2019",
        "move-x1-32xlarge",
        "network-100",
        "no-wishes",
        "purpose-build",
        "purpose-database",
        "purpose-hpc",
        "purpose-inference",
        "purpose-storage",
        "purpose-training",
        "purpose-vms",
        "purpose-web",
        "pv-insists",
        "r7g-before-r6g",
        "rhel-10-xen",
        "snp-ireland",
        "spot-gpu",
        "sql-server",
        "ubuntu-noble",
        "vcpus-only",
        "web-server",
        "windows-2003",
        "windows-2012",
        "windows-2022",
        "windows-tpm",
    }
)

CASES = [
    pytest.param(person, id=id, marks=[pytest.mark.xfail(strict=True)] if id in NOT_YET else [])
    for id, person in PERSONS.items()
]


def arguments(person: dict[str, Any], folder: Path) -> list[str]:
    if "recommend" in person:
        return shlex.split(person["recommend"])
    file = folder / "person.amiwizard"
    file.write_text(json.dumps({"schema": 1, "answers": person["answers"]}))
    return ["--answers", str(file)]


@pytest.mark.parametrize("person", CASES)
def test_gets_what_an_expert_would_say(
    run: Run, tmp_path: Path, knowledge: Knowledge, person: dict[str, Any]
) -> None:
    markdown = tmp_path / "advice.md"
    ran = run("recommend", *arguments(person, tmp_path), "--json", "--markdown", markdown)
    advice = Advice(ran, markdown.read_text() if markdown.exists() else "", knowledge.catalog)
    assert lacks(person["want"], advice) == []
    if ran.status == 0:
        assert list(contradictions(advice)) == []


def test_are_sixty_and_eighteen_with_a_reason_each() -> None:
    assert (len(FIRST), len(SIXTY), len(PERSONS)) == (18, 60, 78)
    assert all(person["who"] and person["why"] and person["want"] for person in SIXTY)
    assert all(person["want"].keys() <= WANTS.keys() for person in PERSONS.values())
