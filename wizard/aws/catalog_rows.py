"""The catalogue's text, row by row, from DescribeInstanceTypes and the offerings of Regions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

Raw = Mapping[str, Any]
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
    return write([row(raw) for raw in types], offerings, provenance)


def write(
    rows: Iterable[Mapping[str, Any]], offerings: Mapping[str, Iterable[str]], provenance: Mapping[str, str]
) -> str:
    """The text of finished rows, each without its Regions. Raises ValueError if there is none."""
    rows = sorted(rows, key=lambda r: str(r["name"]))
    if not rows:
        raise ValueError("types: expected at least one")
    regions = sorted(offerings)
    offered = {region: frozenset(names) for region, names in offerings.items()}
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


def merge(
    text: str, types: Iterable[Raw], offerings: Mapping[str, Iterable[str]], provenance: Mapping[str, str]
) -> str:
    """A catalogue's text brought up to date by what some Regions answered; all others stay as they are.

    A type that no Region offers any more is left out. Raises KeyError for a type that lacks a field.
    """
    known = json.loads(text)
    rows = {
        values[0]: dict(zip(known["columns"][:-1], values[:-1], strict=True)) for values in known["types"]
    }
    offered = {
        region: {values[0] for values in known["types"] if values[-1] >> bit & 1}
        for bit, region in enumerate(known["regions"])
    }
    offered |= {region: set(names) for region, names in offerings.items()}
    rows |= {str(raw["InstanceType"]): row(raw) for raw in types}
    somewhere = frozenset(name for names in offered.values() for name in names)
    return write([r for name, r in rows.items() if name in somewhere], offered, provenance)
