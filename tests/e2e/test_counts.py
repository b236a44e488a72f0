"""The number of types against an independent count over the source data, through the command line."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from functools import cache, partial
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.cli import main

Raw = dict[str, Any]
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
DATA = Path(str(distribution("moto").locate_file("moto/ec2/resources")))


@cache
def raw_types() -> list[Raw]:
    return list(json.loads(gzip.decompress((DATA / "instance_types.json.gz").read_bytes())).values())


@cache
def offered(region: str) -> frozenset[str]:
    packed = (DATA / "instance_type_offerings" / "region" / f"{region}.json.gz").read_bytes()
    return frozenset(offering["InstanceType"] for offering in json.loads(gzip.decompress(packed)))


@cache
def previous_families() -> frozenset[str]:
    """Those that AWS's page on previous generations names; CurrentGeneration is true for some of them."""
    supplement = json.loads((RESOURCES / "catalog" / "supplement.json").read_bytes())
    return frozenset(supplement["previous_generation"])


def gpus(raw: Raw) -> int:
    return sum(gpu["Count"] for gpu in raw.get("GpuInfo", {}).get("Gpus", []))


def sustained(raw: Raw) -> float:
    return float(sum(card["BaselineBandwidthInGbps"] for card in raw["NetworkInfo"]["NetworkCards"]))


def has(feature: str, wanted: bool, raw: Raw) -> bool:
    return FEATURES[feature](raw) is wanted


FEATURES: dict[str, Callable[[Raw], bool]] = {
    "efa": lambda raw: raw["NetworkInfo"]["EfaSupported"],
    "ena": lambda raw: raw["NetworkInfo"]["EnaSupport"] != "unsupported",
    "tpm": lambda raw: raw["NitroTpmSupport"] == "supported",
    "enclaves": lambda raw: raw["NitroEnclavesSupport"] == "supported",
    "bare-metal": lambda raw: raw["BareMetal"],
    "spot": lambda raw: "spot" in raw["SupportedUsageClasses"],
    "burstable": lambda raw: raw["BurstablePerformanceSupported"],
}


@st.composite
def questions(draw: st.DrawFn) -> tuple[list[str], int]:
    """The words of a call, and how many types the source data has for it."""
    architecture = draw(st.sampled_from(["x86_64", "arm64"]))
    words = ["--arch", architecture]
    tests: list[Callable[[Raw], bool]] = [
        lambda raw: architecture in raw["ProcessorInfo"]["SupportedArchitectures"]
    ]
    if low := draw(st.sampled_from([0, 1, 2, 4, 8, 48, 96])):
        high = draw(st.sampled_from([None, low, low * 4]))
        words += ["--vcpus", f"{low}..{high}" if high else str(low)]
        tests.append(lambda raw: low <= raw["VCpuInfo"]["DefaultVCpus"] <= (high or 10**6))
    if memory := draw(st.sampled_from([0, 0.5, 3.75, 16, 512])):
        words += ["--memory-gib", f"{memory:g}"]
        tests.append(lambda raw: raw["MemoryInfo"]["SizeInMiB"] >= memory * 1024)
    if number := draw(st.sampled_from([0, 0, 1, 4])):
        words += ["--gpu", str(number)]
        tests.append(lambda raw: gpus(raw) >= number)
    if storage := draw(st.sampled_from([0, 0, 100, 1900])):
        words += ["--local-storage-gb", str(storage)]
        tests.append(lambda raw: raw.get("InstanceStorageInfo", {}).get("TotalSizeInGB", 0) >= storage)
    if network := draw(st.sampled_from([0, 0, 0.75, 10, 100])):
        words += ["--network-gbps", f"{network:g}"]
        tests.append(lambda raw: sustained(raw) >= network - 1e-9)
    for feature in draw(st.lists(st.sampled_from(sorted(FEATURES)), max_size=2, unique=True)):
        option = draw(st.sampled_from(["--need", "--without"]))
        words += [option, feature]
        tests.append(partial(has, feature, option == "--need"))
    if hypervisor := draw(st.sampled_from([None, "nitro", "xen"])):
        words += ["--hypervisor", hypervisor]
        tests.append(lambda raw: raw.get("Hypervisor") == hypervisor)
    if draw(st.booleans()):
        words += ["--generation", "current"]
        tests.append(lambda raw: raw["InstanceType"].partition(".")[0] not in previous_families())
    if region := draw(st.sampled_from([None, "eu-central-1", "ca-west-1", "us-east-1"])):
        words += ["--region", region]
        tests.append(lambda raw: raw["InstanceType"] in offered(region))
    return words, sum(all(test(raw) for test in tests) for raw in raw_types())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=questions())
def test_counts_agree(run: Callable[[list[str]], Any], question: tuple[list[str], int]) -> None:
    words, expected = question
    document = run(words)
    assert document["types"]["count"] == expected
    assert (document["decision"]["virtualization"] is None) == (expected == 0)


def test_the_count_of_the_readme(run: Callable[[list[str]], Any]) -> None:
    words = ["--arch", "x86_64", "--vcpus", "4", "--memory-gib", "16", "--hypervisor", "nitro"]
    assert run(words)["types"]["count"] == 685


@pytest.fixture
def run(
    knowledge: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[list[str]], Any]:
    """`recommend --json` in this process, over knowledge that is loaded once."""
    monkeypatch.setattr("wizard.cli.console.load_knowledge", lambda **_: knowledge)

    def call(words: list[str]) -> Any:
        assert main(["recommend", *words, "--json"], lambda *_: 1) == 0
        return json.loads(capsys.readouterr().out)

    return call
