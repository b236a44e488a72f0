"""The catalogue against its source: DescribeInstanceTypes data of 1,395 types, and their offerings."""

from __future__ import annotations

import gzip
import importlib.metadata
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.aws.endpoint import Endpoint
from wizard.model.catalog.catalog import read_catalog
from wizard.model.ec2.instance_type import AcceleratorKind
from wizard.model.frozen import replace
from wizard.store.resources import resources

MOTO = Path(str(importlib.metadata.distribution("moto").locate_file("moto/ec2/resources")))
RAW: dict[str, dict[str, Any]] = json.loads(gzip.decompress((MOTO / "instance_types.json.gz").read_bytes()))
FILE = resources() / "catalog" / "instance_types.json"
CATALOG = read_catalog(FILE.read_text(encoding="utf-8"), FILE.name)


@pytest.fixture
def build_catalog(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "packaging"))
    import build_catalog

    return build_catalog


def offered() -> dict[str, set[str]]:
    """Region -> types, as the source lists them."""
    return {
        file.name.partition(".")[0]: {
            offering["InstanceType"] for offering in json.loads(gzip.decompress(file.read_bytes()))
        }
        for file in (MOTO / "instance_type_offerings" / "region").glob("*.json.gz")
    }


def accelerators(raw: dict[str, Any]) -> set[tuple[str, str, int]]:
    kinds = {
        "gpu": raw.get("GpuInfo", {}).get("Gpus", []),
        "neuron": raw.get("NeuronInfo", {}).get("NeuronDevices", []),
        "inference": raw.get("InferenceAcceleratorInfo", {}).get("Accelerators", []),
        "media": raw.get("MediaAcceleratorInfo", {}).get("Accelerators", []),
        "fpga": raw.get("FpgaInfo", {}).get("Fpgas", []),
    }
    return {(kind, device["Name"], device["Count"]) for kind, devices in kinds.items() for device in devices}


def test_every_type_is_there_and_no_other() -> None:
    assert {t.name for t in CATALOG.types} == RAW.keys()
    assert len(CATALOG.types) == 1395


def test_every_accelerator() -> None:
    for t in CATALOG.types:
        raw = RAW[t.name]
        assert {(a.kind, a.name, a.count) for a in t.accelerators} == accelerators(raw), t.name
        gpus = sum(a.memory_mib for a in t.accelerators if a.kind is AcceleratorKind.GPU)
        assert gpus == raw.get("GpuInfo", {}).get("TotalGpuMemoryInMiB", 0), t.name
        assert all(a.manufacturer for a in t.accelerators)


def test_every_offering() -> None:
    regions = offered()
    assert set(CATALOG.regions) == regions.keys()
    for t in CATALOG.types:
        assert t.regions == {region for region, names in regions.items() if t.name in names}, t.name


def test_the_file_is_what_the_script_writes(build_catalog: ModuleType) -> None:
    assert build_catalog.from_moto() == FILE.read_text(encoding="utf-8")


def test_the_script_writes_the_file_whole(
    build_catalog: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target = tmp_path / "types.json"
    monkeypatch.setattr(sys, "argv", ["build_catalog.py", "--output", str(target)])
    assert build_catalog.main() == 0
    assert list(tmp_path.iterdir()) == [target]
    assert "1395 types" in capsys.readouterr().err
    assert read_catalog(target.read_text(encoding="utf-8"), target.name).types == CATALOG.types


def test_another_release_of_the_source_wants_its_date(
    build_catalog: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_catalog, "RELEASED", {})
    with pytest.raises(SystemExit, match="add its release date to RELEASED"):
        build_catalog.from_moto()


def test_an_account_gives_the_same_rows(
    build_catalog: ModuleType, monkeypatch: pytest.MonkeyPatch, home: Path, tmp_path: Path
) -> None:
    (home / ".aws").mkdir()
    keys = "[build]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = very/secret\n"
    (home / ".aws" / "credentials").write_text(keys)
    names = ("m5.large", "t1.micro")
    offers = {
        "InstanceTypeOfferings": [{"InstanceType": name, "LocationType": "region"} for name in names],
        "InstanceTypes": [RAW[name] for name in names],
    }
    file = tmp_path / "types.json"
    with Endpoint().running() as endpoint:
        monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint.url)
        endpoint.regions["eu-west-1"] = offers
        monkeypatch.setattr(sys, "argv", ["build_catalog.py", "--profile", "build", "--output", str(file)])
        assert build_catalog.main() == 0
    built = read_catalog(file.read_text(encoding="utf-8"), file.name)
    for t in built.types:
        known = CATALOG.get(t.name)
        assert known is not None
        assert t == replace(known, regions=frozenset({"eu-west-1"}))
    assert [t.name for t in built.types] == list(names)


def test_a_region_that_does_not_answer_ends_the_building(
    build_catalog: ModuleType, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    with pytest.raises(SystemExit, match="nowhere"):
        build_catalog.from_account("nowhere")
