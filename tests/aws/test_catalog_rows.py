from __future__ import annotations

import gzip
import importlib.metadata
import json
from pathlib import Path
from typing import Any

import pytest

from wizard.aws.catalog_rows import build, merge, row, write
from wizard.model.catalog.catalog import read_catalog

MOTO = Path(str(importlib.metadata.distribution("moto").locate_file("moto/ec2/resources")))
RAW: dict[str, dict[str, Any]] = json.loads(gzip.decompress((MOTO / "instance_types.json.gz").read_bytes()))
PROVENANCE = {"source": "test", "version": "1", "date": "2026-01-01", "licence": "none"}
SOME = [RAW[name] for name in ("t1.micro", "m5.large", "g4dn.xlarge", "inf2.xlarge", "f2.6xlarge")]


def test_a_catalogue_of_some_types() -> None:
    catalog = read_catalog(
        build(SOME, {"eu-west-1": ["m5.large", "t1.micro"], "eu-west-2": ["m5.large"]}, PROVENANCE), "x"
    )
    assert [t.name for t in catalog.types] == sorted(raw["InstanceType"] for raw in SOME)
    found = catalog.get("m5.large")
    assert found is not None
    assert found.regions == {"eu-west-1", "eu-west-2"}


def test_what_was_not_asked_stays_and_what_nobody_offers_goes() -> None:
    before = build(SOME[:2], {"eu-west-1": ["m5.large", "t1.micro"], "eu-west-2": ["m5.large"]}, PROVENANCE)
    after = read_catalog(merge(before, [SOME[2]], {"eu-west-1": ["g4dn.xlarge"]}, PROVENANCE), "x")
    assert [(t.name, set(t.regions)) for t in after.types] == [
        ("g4dn.xlarge", {"eu-west-1"}),
        ("m5.large", {"eu-west-2"}),
    ]


def test_the_same_answers_give_the_same_bytes() -> None:
    offerings = {"eu-west-1": [raw["InstanceType"] for raw in SOME]}
    before = build(SOME, offerings, PROVENANCE)
    assert merge(before, SOME, offerings, PROVENANCE) == before


def test_a_type_that_lacks_a_field_is_refused() -> None:
    with pytest.raises(KeyError, match="EbsInfo"):
        build(
            [{key: value for key, value in SOME[0].items() if key != "EbsInfo"}],
            {"eu-west-1": []},
            PROVENANCE,
        )


def test_no_types_are_no_catalogue() -> None:
    with pytest.raises(ValueError, match="at least one"):
        write([], {}, PROVENANCE)


def test_a_row_says_what_aws_said_of_an_old_type() -> None:
    assert row(RAW["t1.micro"]) == {
        "name": "t1.micro",
        "current_generation": False,
        "bare_metal": False,
        "hypervisor": "xen",
        "architectures": "i386,x86_64",
        "processor_manufacturer": "Intel",
        "processor_features": "",
        "virtualization_types": "hvm,paravirtual",
        "boot_modes": "legacy-bios",
        "root_device_types": "ebs",
        "usage_classes": "on-demand,spot",
        "vcpus": 1,
        "cores": 1,
        "threads_per_core": 1,
        "clock_ghz": None,
        "memory_mib": 627,
        "accelerators": [],
        "local_storage_gb": 0,
        "local_disks": 0,
        "local_nvme": "unsupported",
        "network_performance": "Very Low",
        "network_gbps": 0.07,
        "network_peak_gbps": 0.28,
        "network_interfaces": 2,
        "network_cards": 1,
        "ena": "unsupported",
        "ena_express": False,
        "efa": False,
        "ebs_nvme": "unsupported",
        "ebs_optimized": "unsupported",
        "ebs_encryption": "supported",
        "ebs_attachments": 39,
        "ebs_attachment_limit": "shared",
        "ebs_baseline_mbps": None,
        "ebs_maximum_mbps": None,
        "ebs_maximum_iops": None,
        "tpm": False,
        "enclaves": False,
        "hibernation": False,
        "burstable": False,
        "dedicated_hosts": False,
        "placement_strategies": "partition,spread",
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("p4d.24xlarge", {"local_disks": 8, "local_storage_gb": 8000, "local_nvme": "required"}),
        ("p4d.24xlarge", {"network_gbps": 400.0, "network_peak_gbps": 400.0, "network_cards": 4}),
        ("p4d.24xlarge", {"ebs_baseline_mbps": 19000, "ebs_maximum_iops": 80000, "tpm": False}),
        ("p4d.24xlarge", {"enclaves": True, "efa": True, "cores": 48, "clock_ghz": 3.0}),
        ("m5.large", {"tpm": True, "enclaves": False, "hibernation": True, "ebs_maximum_mbps": 4750}),
        ("vt1.3xlarge", {"network_gbps": 3.125, "accelerators": [["media", "Xilinx", "U30", 1, 24576]]}),
        ("p4d.24xlarge", {"accelerators": [["gpu", "NVIDIA", "A100", 8, 327680]]}),
        ("g6f.large", {"accelerators": [["gpu", "NVIDIA", "L4", 0, 2861]]}),
        ("trn1.32xlarge", {"accelerators": [["neuron", "AWS", "Trainium", 16, 524288]]}),
    ],
)
def test_a_row_says_what_aws_said(name: str, said: dict[str, Any]) -> None:
    """Of a slice of a GPU there is no whole one, and memory; of chips that are AWS's nobody says the maker."""
    found = row(RAW[name])
    assert {key: found[key] for key in said} == said


def test_who_offers_a_type_stands_in_its_last_column() -> None:
    offerings = {"eu-west-2": ["m5.large"], "eu-west-1": ["m5.large", "t1.micro"], "ap-south-1": ["t1.micro"]}
    text = json.loads(build(SOME[:2], offerings, PROVENANCE))
    assert text["schema"] == 1
    assert text["regions"] == ["ap-south-1", "eu-west-1", "eu-west-2"]
    assert {each[0]: each[-1] for each in text["types"]} == {"m5.large": 0b110, "t1.micro": 0b011}
