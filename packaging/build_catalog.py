"""Build resources/catalog/instance_types.json from DescribeInstanceTypes data.

    python packaging/build_catalog.py                 from the data inside the moto package
    python packaging/build_catalog.py --profile NAME  from a live account's own answers

Each type becomes one row, named by the columns that stand at the head of the file. Lists of words
are joined by commas; a Region offering is one bit of the row's last number. Written whole or not
at all.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import hashlib
import importlib.metadata
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Raw = Mapping[str, Any]
TARGET = Path(__file__).resolve().parents[1] / "resources" / "catalog" / "instance_types.json"
# The package does not say when its data was collected; its release is the latest it can be from.
RELEASED = {"5.2.5": "2026-10-27"}
_ACCELERATORS = (
    ("gpu", "GpuInfo", "Gpus"),
    ("neuron", "NeuronInfo", "NeuronDevices"),
    ("inference", "InferenceAcceleratorInfo", "Accelerators"),
    ("media", "MediaAcceleratorInfo", "Accelerators"),
    ("fpga", "FpgaInfo", "Fpgas"),
)


def accelerators(raw: Raw) -> list[list[Any]]:
    """kind, manufacturer, name, whole devices, MiB of them all.

    GPU totals are DescribeInstanceTypes' own, because a slice of a GPU has memory and no count;
    NeuronDevices carry no manufacturer: they are AWS's own chips.
    """
    rows = []
    for kind, info, devices in _ACCELERATORS:
        for device in raw.get(info, {}).get(devices, ()):
            each = device.get("MemoryInfo", {}).get("SizeInMiB", 0)
            memory = raw[info]["TotalGpuMemoryInMiB"] if kind == "gpu" else each * device["Count"]
            rows.append([kind, device.get("Manufacturer", "AWS"), device["Name"], device["Count"], memory])
    return rows


def row(raw: Raw) -> dict[str, Any]:
    """One type's row: column -> value, in the order of the file."""
    storage, network, ebs = raw.get("InstanceStorageInfo", {}), raw["NetworkInfo"], raw["EbsInfo"]
    processor, vcpu = raw["ProcessorInfo"], raw["VCpuInfo"]
    bandwidth = ebs.get("EbsOptimizedInfo", {})
    cards = network["NetworkCards"]
    return {
        "name": raw["InstanceType"],
        "current_generation": raw["CurrentGeneration"],
        "bare_metal": raw["BareMetal"],
        "hypervisor": raw.get("Hypervisor", "none"),
        "architectures": ",".join(raw["ProcessorInfo"]["SupportedArchitectures"]),
        "processor_manufacturer": processor["Manufacturer"],
        "processor_features": ",".join(processor.get("SupportedFeatures", [])),
        "virtualization_types": ",".join(raw["SupportedVirtualizationTypes"]),
        "boot_modes": ",".join(raw["SupportedBootModes"]),
        "root_device_types": ",".join(raw["SupportedRootDeviceTypes"]),
        "usage_classes": ",".join(raw["SupportedUsageClasses"]),
        "vcpus": vcpu["DefaultVCpus"],
        "cores": vcpu["DefaultCores"],
        "threads_per_core": vcpu["DefaultThreadsPerCore"],
        "clock_ghz": processor.get("SustainedClockSpeedInGhz"),
        "memory_mib": raw["MemoryInfo"]["SizeInMiB"],
        "accelerators": accelerators(raw),
        "local_storage_gb": storage.get("TotalSizeInGB", 0),
        "local_disks": sum(disk["Count"] for disk in storage.get("Disks", ())),
        "local_nvme": storage.get("NvmeSupport", "unsupported"),
        "network_performance": network["NetworkPerformance"],
        "network_gbps": round(sum(card["BaselineBandwidthInGbps"] for card in cards), 3),
        "network_peak_gbps": round(sum(card["PeakBandwidthInGbps"] for card in cards), 3),
        "network_interfaces": network["MaximumNetworkInterfaces"],
        "network_cards": network["MaximumNetworkCards"],
        "ena": network["EnaSupport"],
        "ena_express": network["EnaSrdSupported"],
        "efa": network["EfaSupported"],
        "ebs_nvme": ebs["NvmeSupport"],
        "ebs_optimized": ebs["EbsOptimizedSupport"],
        "ebs_encryption": ebs["EncryptionSupport"],
        "ebs_attachments": ebs["MaximumEbsAttachments"],
        "ebs_attachment_limit": ebs["AttachmentLimitType"],
        "ebs_baseline_mbps": bandwidth.get("BaselineBandwidthInMbps"),
        "ebs_maximum_mbps": bandwidth.get("MaximumBandwidthInMbps"),
        "ebs_maximum_iops": bandwidth.get("MaximumIops"),
        "tpm": raw["NitroTpmSupport"] == "supported",
        "enclaves": raw["NitroEnclavesSupport"] == "supported",
        "hibernation": raw["HibernationSupported"],
        "burstable": raw["BurstablePerformanceSupported"],
        "dedicated_hosts": raw["DedicatedHostsSupported"],
        "placement_strategies": ",".join(raw["PlacementGroupInfo"]["SupportedStrategies"]),
    }


def build(types: Iterable[Raw], offerings: Mapping[str, Iterable[str]], provenance: Mapping[str, str]) -> str:
    """The whole file's text. offerings: Region -> names of the types offered there."""
    regions = sorted(offerings)
    offered = {region: frozenset(names) for region, names in offerings.items()}
    rows = [row(raw) for raw in sorted(types, key=lambda raw: str(raw["InstanceType"]))]
    lines = [
        [*r.values(), sum(1 << bit for bit, region in enumerate(regions) if r["name"] in offered[region])]
        for r in rows
    ]
    body = ",\n".join(json.dumps(line, separators=(",", ":")) for line in lines)
    head = {
        "schema": 1,
        "provenance": {**provenance, "checksum": hashlib.sha256(body.encode()).hexdigest()},
        "regions": regions,
        "columns": [*rows[0], "regions"],
    }
    return json.dumps(head, indent=1)[:-2] + ',\n "types": [\n' + body + "\n]\n}\n"


def from_moto() -> str:
    """The catalogue in the moto package that is installed, a pinned development dependency."""
    distribution = importlib.metadata.distribution("moto")
    if distribution.version not in RELEASED:
        raise SystemExit(f"moto {distribution.version}: add its release date to RELEASED in {__file__}")
    data = Path(str(distribution.locate_file("moto/ec2/resources")))
    types = json.loads(gzip.decompress((data / "instance_types.json.gz").read_bytes()))
    offerings = {
        file.name.partition(".")[0]: [
            o["InstanceType"] for o in json.loads(gzip.decompress(file.read_bytes()))
        ]
        for file in (data / "instance_type_offerings" / "region").glob("*.json.gz")
    }
    provenance = {
        "source": "DescribeInstanceTypes and DescribeInstanceTypeOfferings, as shipped by the moto package",
        "version": f"moto {distribution.version}",
        "date": RELEASED[distribution.version],
        "licence": "Apache-2.0, see NOTICE beside this file",
    }
    return build(types.values(), offerings, provenance)


def from_account(profile: str) -> str:
    """What a live account answers now, for every Region that is enabled for it."""
    import boto3

    session = boto3.Session(profile_name=profile)
    home = session.client("ec2", region_name=session.region_name or "us-east-1")
    types: dict[str, Raw] = {}
    offerings: dict[str, list[str]] = {}
    for region in sorted(r["RegionName"] for r in home.describe_regions()["Regions"]):
        client = session.client("ec2", region_name=region)
        print(f"asking {region}", file=sys.stderr)
        for page in client.get_paginator("describe_instance_types").paginate():
            types.update({str(raw["InstanceType"]): raw for raw in page["InstanceTypes"]})
        pages = client.get_paginator("describe_instance_type_offerings").paginate(LocationType="region")
        offerings[region] = [o["InstanceType"] for page in pages for o in page["InstanceTypeOfferings"]]
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    provenance = {
        "source": "DescribeInstanceTypes and DescribeInstanceTypeOfferings of an account",
        "version": today,
        "date": today,
        "licence": "the account's own data",
    }
    return build(types.values(), offerings, provenance)


def main() -> int:
    """Read the command line, build, and put the file in place."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--profile", help="an AWS profile to ask instead of the moto package")
    parser.add_argument("--output", type=Path, default=TARGET)
    arguments = parser.parse_args()
    text = from_account(arguments.profile) if arguments.profile else from_moto()
    half_written = arguments.output.with_suffix(".part")
    half_written.write_text(text, encoding="utf-8")
    half_written.replace(arguments.output)
    print(f"{arguments.output}: {len(json.loads(text)['types'])} types", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
