from __future__ import annotations

import copy
import gzip
import importlib.metadata
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.cli.conftest import Run
from wizard.model.knowledge import Knowledge
from wizard.store.catalog_cache import catalog_file
from wizard.store.resources import load_knowledge

MOTO = Path(str(importlib.metadata.distribution("moto").locate_file("moto/ec2/resources")))
RAW: dict[str, dict[str, Any]] = json.loads(gzip.decompress((MOTO / "instance_types.json.gz").read_bytes()))
# The first has t1.micro, and both have few types as Regions go.
REGIONS = ("us-west-1", "me-south-1")


def offer(*names: str) -> dict[str, Any]:
    return {
        "InstanceTypeOfferings": [{"InstanceType": name, "LocationType": "region"} for name in names],
        "InstanceTypes": [RAW[name] for name in names],
    }


@pytest.fixture
def aws(run: Run, monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[Endpoint]:
    # After `run`, which has a catalogue that never changes.
    (home / ".aws").mkdir()
    keys = "[default]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = very/secret\n"
    (home / ".aws" / "credentials").write_text(keys)
    monkeypatch.setattr("wizard.cli.console.load_knowledge", load_knowledge)
    with Endpoint().running() as endpoint:
        monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint.url)
        yield endpoint
    assert endpoint.broken == []


@pytest.fixture
def as_known(aws: Endpoint, knowledge: Knowledge) -> Endpoint:
    """Two Regions that offer what the built-in catalogue says."""
    for region in REGIONS:
        names = [t.name for t in knowledge.catalog.types if region in t.regions]
        aws.regions[region] = offer(*names)
    return aws


def test_an_account_that_offers_what_is_known_changes_nothing_but_the_date(
    as_known: Endpoint, run: Run, knowledge: Knowledge
) -> None:
    ran = run("catalog", "refresh")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[-2:] == ["Nothing has changed.", "Refreshed from 2 Regions."]
    assert load_knowledge(whole=False).catalog.types == knowledge.catalog.types
    assert catalog_file().stat().st_mode & 0o077 == 0
    assert as_known.asked() == {
        "ec2:DescribeRegions",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeInstanceTypeOfferings",
    }


def test_what_changed_is_told_and_counts(as_known: Endpoint, run: Run) -> None:
    new = copy.deepcopy(RAW["m5.large"]) | {"InstanceType": "m99.large"}
    known = as_known.regions["us-west-1"]
    smaller = copy.deepcopy(RAW["m5.xlarge"])
    smaller["MemoryInfo"]["SizeInMiB"] = 1024
    known["InstanceTypes"] = [
        new,
        smaller,
        *(t for t in known["InstanceTypes"] if t["InstanceType"] not in ("m5.xlarge", "t1.micro")),
    ]
    known["InstanceTypeOfferings"] = [
        o for o in known["InstanceTypeOfferings"] if o["InstanceType"] != "t1.micro"
    ]
    known["InstanceTypeOfferings"].append({"InstanceType": "m99.large", "LocationType": "region"})
    document = run("catalog", "refresh", "--region", "us-west-1", "--json").json
    assert document["added"] == ["m99.large"]
    assert document["changed"] == {"m5.xlarge": ["memory_mib"]}
    assert document["withdrawn"] == {"us-west-1": ["t1.micro"]}
    assert (document["removed"], document["regions"]) == ([], ["us-west-1"])
    assert run("catalog", "show", "--json").json["types"] == 1396
    assert "built-in catalogue counts again" in run("catalog", "reset").out
    assert run("catalog", "show", "--json").json["types"] == 1395
    assert "counts already" in run("catalog", "reset").out


def test_a_region_that_does_not_answer_stays_as_it_was(
    as_known: Endpoint, run: Run, knowledge: Knowledge
) -> None:
    as_known.faults = [
        refuse(
            "UnauthorizedOperation",
            "no",
            status=403,
            action="DescribeInstanceTypeOfferings",
            region="me-south-1",
        )
    ]
    ran = run("catalog", "refresh")
    assert ran.status == 3
    assert "ec2:DescribeInstanceTypeOfferings" in ran.err
    assert load_knowledge(whole=False).catalog.types == knowledge.catalog.types


def test_without_an_answer_nothing_is_written(as_known: Endpoint, run: Run) -> None:
    as_known.faults = [refuse("ExpiredToken", "expired", action="DescribeRegions")]
    assert run("catalog", "refresh").status == 3
    assert not catalog_file().exists()


def test_a_word_that_is_not_known_keeps_the_old_one(as_known: Endpoint, run: Run) -> None:
    odd = copy.deepcopy(RAW["m5.large"]) | {"InstanceType": "q1.large", "Hypervisor": "quantum"}
    as_known.regions = {"us-west-1": offer("m5.large")}
    as_known.regions["us-west-1"]["InstanceTypes"] = [odd]
    as_known.regions["us-west-1"]["InstanceTypeOfferings"].append({"InstanceType": "q1.large"})
    ran = run("catalog", "refresh")
    assert "quantum" in ran.refused()
    assert not catalog_file().exists()


def test_a_damaged_cache_is_set_aside_named_and_replaced(
    as_known: Endpoint, run: Run, knowledge: Knowledge
) -> None:
    run("catalog", "refresh")
    catalog_file().write_text(catalog_file().read_text().replace("m5.large", "m5.larger"))
    ran = run("catalog", "show", "--json")
    assert (ran.status, ran.json["date"]) == (0, knowledge.catalog.provenance.date.isoformat())
    assert "damaged" in ran.err
    assert str(catalog_file()) in ran.err
    assert [file.name for file in catalog_file().parent.iterdir()] == ["damaged-instance_types.json"]
    assert run("catalog", "show").err == ""
