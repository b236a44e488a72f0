"""Build supplement.json, earlier_types.json and documented_types.json in resources/catalog: what AWS's answers lack.

    python packaging/build_supplement.py MOTO_WHEEL...

What is sold in Regions that the catalogue lacks is taken from the lists of cfn-lint, the names of all
types and Regions from botocore; both are pinned development dependencies. Types that the newest
answers lack are described by the answers inside older wheels of moto, the newest wheel first:
moto 5.1.5 and 5.0.20 have all that were ever there in DescribeInstanceTypes' form. Types that were
gone before there was such an answer are written down below, by AWS's page of previous generations as
moto 1.3.14 has it (by way of ec2instances.info), their GPUs by AWS's announcements; and so are the
high memory types of bare metal, which no answer ever had as they are not sold by the hour, by AWS's User Guide.
"""

from __future__ import annotations

import datetime
import gzip
import importlib.metadata
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import botocore.session

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from wizard.aws.catalog_rows import accelerators, build, write

CATALOG = ROOT / "resources" / "catalog"
RELEASED = {"cfn-lint 1.58.0": "2026-10-20"}
PARTITIONS = ("aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f")
# Named since botocore 1.44.8 of 2026-11-20, without an endpoint of EC2 in the version that is locked.
ANNOUNCED = {"me-west-1": "aws", "sa-west-1": "aws"}

# Read off AWS's pages, which differ from the API's fields CurrentGeneration and
# BurstablePerformanceSupported.
PREVIOUS_GENERATION = [
    "a1",
    "c1",
    "c3",
    "c4",
    "g3",
    "g3s",
    "i2",
    "m1",
    "m2",
    "m3",
    "m4",
    "p3",
    "p3dn",
    "r3",
    "r4",
    "t1",
    "t2",
    "cc1",
    "cc2",
    "cg1",
    "cr1",
    "f1",
    "g2",
    "hi1",
    "hs1",
    "p2",
]
BURSTABLE = ["t2", "t3", "t3a", "t4g", "t8i"]
PAGES = {
    "previous_generation": {
        "title": "Amazon EC2 instance types: Previous generation; User Guide: Burstable performance instances, for T2",
        "url": "https://docs.aws.amazon.com/ec2/latest/instancetypes/pg.html",
        "checked": "2026-11-28",
    },
    "burstable": {
        "title": "Amazon EC2 User Guide: Burstable performance instances",
        "url": "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html",
        "checked": "2026-11-28",
    },
    "partitions": {
        "title": "botocore {botocore}: the Regions in which EC2 has an endpoint; botocore 1.44.8 for those that are announced",
        "url": "https://github.com/boto/botocore/tree/{botocore}",
        "checked": "2026-11-28",
    },
    "absent": {
        "title": "botocore {botocore}: the instance types that EC2's API knows",
        "url": "https://github.com/boto/botocore/tree/{botocore}",
        "checked": "2026-11-28",
    },
    "listed": {
        "title": "cfn-lint {cfn-lint} of {released}: the instance types of each Region, from AWS's price lists",
        "url": "https://github.com/aws-cloudformation/cfn-lint",
        "checked": "2026-11-28",
    },
}


def type_lists() -> dict[str, list[str]]:
    """Region -> its types, as the cfn-lint that is installed has them."""
    files = importlib.metadata.distribution("cfn-lint")
    path = "cfnlint/data/schemas/extensions/aws_ec2_instance/instancetype_enum.json"
    table = json.loads(Path(str(files.locate_file(path))).read_text(encoding="utf-8"))
    return {
        region: found["enum"] for region, found in table.items() if isinstance(found, dict) and found["enum"]
    }


def supplement(known: dict[str, Any], lists: dict[str, list[str]]) -> str:
    """The text of supplement.json. known: the catalogue's own."""
    session = botocore.session.get_session()
    partitions = {r: p for p in PARTITIONS for r in session.get_available_regions("ec2", p)}
    partitions |= ANNOUNCED
    names = {row[0] for row in known["types"]}
    api = set(session.get_service_model("ec2").shape_for("InstanceType").enum)
    version = importlib.metadata.version("cfn-lint")
    values = {
        "botocore": importlib.metadata.version("botocore"),
        "cfn-lint": version,
        "released": RELEASED[f"cfn-lint {version}"],
    }
    table = {
        "previous_generation": PREVIOUS_GENERATION,
        "burstable": BURSTABLE,
        "partitions": {r: p for r, p in sorted(partitions.items()) if r not in known["regions"]},
        "listed": {r: " ".join(sorted(lists[r])) for r in sorted(lists.keys() - set(known["regions"]))},
        "absent": sorted(api - names),
        "sources": {
            key: page | {"title": page["title"].format_map(values), "url": page["url"].format_map(values)}
            for key, page in PAGES.items()
        },
    }
    return json.dumps(table, indent=1) + "\n"


def with_volume_limit(raw: dict[str, Any]) -> dict[str, Any]:
    """The answer with the two fields on EBS volumes that answers of its time had not yet.

    By AWS's page of volume limits: 40 on Xen, 31 on bare metal, and on Nitro 28 that the network
    interface, local disks and accelerators take away from.
    """
    if raw.get("BareMetal"):
        limit = 31
    elif raw.get("Hypervisor") == "xen":
        limit = 40
    else:
        disks = sum(disk["Count"] for disk in raw.get("InstanceStorageInfo", {}).get("Disks", ()))
        limit = 27 - disks - sum(device[3] for device in accelerators(raw))
    volumes = {"MaximumEbsAttachments": limit, "AttachmentLimitType": "shared"}
    return raw | {"EbsInfo": volumes | raw["EbsInfo"]}


def earlier_types(absent: set[str], lists: dict[str, list[str]], wheels: list[Path]) -> str:
    """The text of earlier_types.json: each type as the first wheel that has it describes it."""
    found: dict[str, Any] = {}
    versions, dates = [], []
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            member = archive.getinfo("moto/ec2/resources/instance_types.json.gz")
            types = json.loads(gzip.decompress(archive.read(member)))
        new = {name: types[name] for name in sorted(absent - found.keys()) if name in types}
        versions.append(
            f"{wheel.name.split('-')[1]} ({', '.join(sorted({n.partition('.')[0] for n in new}))})"
        )
        dates.append(datetime.date(*member.date_time[:3]).isoformat())
        found |= new
    provenance = {
        "source": "Earlier answers of DescribeInstanceTypes, as shipped by the moto package; Regions by cfn-lint",
        "version": f"moto {', '.join(versions)}",
        "date": max(dates),
        "licence": "Apache-2.0 and MIT-0, see NOTICE beside this file",
    }
    offerings = {r: names for r, names in lists.items() if found.keys() & set(names)}
    return build(map(with_volume_limit, found.values()), offerings, provenance)


# vCPUs, GiB, disks and GB of them all, what else differs from I2. They all were Intel on Xen.
DOCUMENTED: dict[str, tuple[int, float, int, int, dict[str, Any]]] = {
    "cc2.8xlarge": (32, 60.5, 4, 3360, {}),
    "cg1.4xlarge": (16, 22.5, 2, 1680, {"accelerators": [["gpu", "NVIDIA", "Tesla M2050", 2, 6144]]}),
    "cr1.8xlarge": (32, 244, 2, 240, {}),
    "g2.2xlarge": (8, 15, 1, 60, {"accelerators": [["gpu", "NVIDIA", "GRID K520", 1, 4096]]}),
    "g2.8xlarge": (32, 60, 2, 240, {"accelerators": [["gpu", "NVIDIA", "GRID K520", 4, 16384]]}),
    "hi1.4xlarge": (16, 60.5, 2, 2048, {"virtualization_types": "hvm,paravirtual"}),
    "hs1.8xlarge": (16, 117, 24, 48000, {"virtualization_types": "hvm,paravirtual"}),
}

# GiB. By the User Guide's pages of memory optimized and of EBS-optimized instances they share all else with
# u-6tb1.112xlarge (448 vCPUs, 100 Gbit/s by ENA, 38,000 Mbit/s and 160,000 IOPS to EBS), on bare metal,
# which boots by BIOS only.
HIGH_MEMORY = {
    "u-12tb1.metal": 12288,
    "u-18tb1.metal": 18432,
    "u-24tb1.metal": 24576,
    "u-6tb1.metal": 6144,
    "u-9tb1.metal": 9216,
}


def _like(known: dict[str, Any], name: str) -> dict[str, Any]:
    """The fields of a type of the catalogue, but for its Regions."""
    like = next(dict(zip(known["columns"], row, strict=True)) for row in known["types"] if row[0] == name)
    del like["regions"]
    return like


def documented_types(known: dict[str, Any]) -> str:
    """The text of documented_types.json. known: the catalogue's own.

    Where they may still be sold nobody knows, so they count as offered everywhere.
    """
    like = _like(known, "i2.8xlarge")
    rows = [
        like
        | {
            "name": name,
            "vcpus": vcpus,
            "cores": vcpus // 2,
            "clock_ghz": None,
            "memory_mib": int(memory * 1024),
            "local_disks": disks,
            "local_storage_gb": storage,
            "dedicated_hosts": False,
        }
        | more
        for name, (vcpus, memory, disks, storage, more) in DOCUMENTED.items()
    ]
    virtual = _like(known, "u-6tb1.112xlarge")
    rows += [
        virtual
        | {
            "name": name,
            "bare_metal": True,
            "hypervisor": "none",
            "clock_ghz": None,
            "memory_mib": memory * 1024,
            "ebs_attachments": 31,
        }
        for name, memory in HIGH_MEMORY.items()
    ]
    provenance = {
        "source": "AWS's page of previous generation instances, as shipped by the moto package, and for high memory "
        "types of bare metal AWS's User Guide as it was on GitHub (awsdocs/amazon-ec2-user-guide)",
        "version": "moto 1.3.14 of 2018-03-06, with the GPUs of AWS's announcements of G2 and CG1; User Guide of "
        "2023-05-31",
        "date": "2023-05-31",
        "licence": "Apache-2.0, see NOTICE beside this file",
    }
    named = [*DOCUMENTED, *HIGH_MEMORY]
    return write(rows, dict.fromkeys(known["regions"], named), provenance)


def main() -> int:
    """Build them and put them in place."""
    wheels = [Path(argument) for argument in sys.argv[1:]]
    known = json.loads((CATALOG / "instance_types.json").read_text(encoding="utf-8"))
    lists = type_lists()
    text = supplement(known, lists)
    (CATALOG / "supplement.json").write_text(text, encoding="utf-8")
    (CATALOG / "documented_types.json").write_text(documented_types(known), encoding="utf-8")
    if wheels:
        earlier = earlier_types(set(json.loads(text)["absent"]), lists, wheels)
        (CATALOG / "earlier_types.json").write_text(earlier, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
