"""One image's record in the spelling of DescribeImages, whoever wrote it down.

Terraform, Steampipe, CloudQuery and Ansible write image_id, SDKs imageId, PowerShell wraps a word in
{"Value": …}; the fields and what they say are DescribeImages' own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from wizard.model.frozen import frozen
from wizard.model.images.describe_images import SILENT, is_whole

Record = Mapping[str, object]

_FIELDS = (
    *("ImageId", "Name", "Description", "OwnerId", "ImageOwnerAlias", "CreationDate", "DeprecationTime"),
    *("Architecture", "VirtualizationType", "BootMode", "EnaSupport", "SriovNetSupport", "TpmSupport"),
    *("ImdsSupport", "Platform", "PlatformDetails", "UsageOperation", "RootDeviceType", "RootDeviceName"),
    *("BlockDeviceMappings", "KernelId", "RamdiskId", "ImageType", "State", "Public", "ProductCodes"),
    *("ImageAllowed", "InstanceTypeSpecification", "SupportedInstanceTypes", "UnsupportedInstanceTypes"),
    *("DeviceName", "VirtualName", "NoDevice", "Ebs", "VolumeType", "VolumeSize", "Encrypted", "SnapshotId"),
    *("ProductCodeId", "ProductCodeType", "InstanceType", "ImageLocation", "Hypervisor"),
)
_NAMES = {field.casefold(): field for field in _FIELDS} | {
    "amiid": "ImageId",
    "imagestate": "State",
    "imageownerid": "OwnerId",
    "ispublic": "Public",
    "sriov": "SriovNetSupport",
    "arch": "Architecture",
    "virtualization": "VirtualizationType",
    "virt": "VirtualizationType",
    "virttype": "VirtualizationType",
    "ena": "EnaSupport",
    "boot": "BootMode",
    "rootdevice": "RootDeviceType",
    "rootdevtype": "RootDeviceType",
}
"""A field's name without capitals, lines and dashes -> DescribeImages' name."""
_FLAGS = frozenset({"EnaSupport", "Public", "ImageAllowed", "Encrypted"})
# As shells and databases write them, and spreadsheets in German, French, Spanish, Portuguese, Italian, Dutch.
_YES = frozenset({"true", "t", "wahr", "vrai", "verdadero", "verdadeiro", "vero", "waar"})
_NO = frozenset({"false", "f", "falsch", "faux", "falso", "onwaar"})
_NUMBERS = frozenset({"VolumeSize"})
_LISTS = frozenset({"BlockDeviceMappings", "ProductCodes", "InstanceTypeSpecification"})
_NO_TEXTS = ("EnaSupport", "Public", "ImageAllowed", "BlockDeviceMappings", "ProductCodes")
_ENUMS = (
    "Architecture",
    "VirtualizationType",
    "RootDeviceType",
    "BootMode",
    "State",
    "Platform",
    "ImageType",
)
_AMI = re.compile(r"ami-[0-9A-Za-z]+")
_AMI_WITHIN = re.compile(r"\bami-(?:[0-9a-f]{17}|[0-9a-f]{8})\b")
# What decides about a launch; a record that has none of it says nothing that could be judged.
FACTS = ("Architecture", "VirtualizationType", "RootDeviceType", "EnaSupport", "BootMode", "TpmSupport")
# What rules read beside that.
_FURTHER = (
    *(
        "State",
        "ImageType",
        "Platform",
        "PlatformDetails",
        "UsageOperation",
        "SriovNetSupport",
        "ImdsSupport",
    ),
    *("BlockDeviceMappings", "RootDeviceName", "KernelId", "ProductCodes", "InstanceTypeSpecification"),
    *("ImageAllowed", "DeprecationTime"),
)
# Fields of things that name an image and are none.
_OTHERS = frozenset(
    {"instanceid", "launchtemplateid", "launchconfigurationname", "spotinstancerequestid", "instancearn"}
)
_AWS_OTHERS = frozenset({"InstanceId", "InstanceType", "LaunchTemplateId"})
# A table's own columns, which an image as AWS says it does not have.
_TABLE = frozenset({"id", "arn", "akas", "title", "accountid", "partition", "cqid", "amiid"})


_CLASS = "Amazon.EC2.Model."
_GRAPH = "imageid"  # Cartography's name, which has columns for some of the fields only
_FOLDED = ("Array", "Object")
_NOTHING: frozenset[str] = frozenset()


@frozen
class Normal:
    """fields: in DescribeImages' names. silent: those whose being left out, or empty, says "no"."""

    fields: Record
    silent: frozenset[str]


def normal(record: Record) -> Normal:
    """The record in DescribeImages' spelling."""
    if (
        "ImageId" in record
        and not any(isinstance(record.get(name), dict) for name in _ENUMS)
        and not any(isinstance(record.get(name), str) for name in _NO_TEXTS)
        and not _unfolded(record.get("BlockDeviceMappings"))
    ):
        return Normal(record, SILENT if is_whole(record) else _NOTHING)
    fields: dict[str, object] = {}
    for key, value in record.items():
        name = _NAMES.get(_plain(key))
        if not name or _unfolded(value):
            continue
        said = _value(name, value)
        # Where a field stands there twice, the one in DescribeImages' own spelling counts if it says anything.
        if fields.get(name) is None or (key == name and said is not None):
            fields[name] = said
    image_id = next(
        (record[key] for key in ("id", "ID", "Id", "ami", "AMI", "Ami") if _is_id(record.get(key))), None
    )
    if image_id is not None:
        fields.setdefault("ImageId", image_id)
    return Normal(fields, _silent(record, fields))


def field_of(column: str) -> str:
    """DescribeImages' name of the field that a table's column of this name holds; empty for any other."""
    return _NAMES.get(_plain(column), "ImageId" if column.casefold() in ("id", "ami") else "")


def is_image(record: Record) -> bool:
    """Whether it says of an image what decides about a launch. For a record of any spelling."""
    if _is_id(record.get("ImageId")) and record.get("Architecture") and not _AWS_OTHERS & record.keys():
        return True  # as AWS writes it, a hundred thousand times
    plain = {_plain(key) for key in record}
    if plain & _OTHERS or "instancetype" in plain:
        return False
    fields = normal(record).fields
    return bool(fields.get("ImageId")) and has_facts(fields)


def has_facts(fields: Record) -> bool:
    """Whether anything is there that decides about a launch. fields: in DescribeImages' names."""
    return any(fields.get(name) not in (None, "") for name in FACTS)


def says_anything(fields: Record) -> bool:
    """Whether any rule would read something in it. fields: in DescribeImages' names."""
    return has_facts(fields) or any(fields.get(name) not in (None, "", [], {}) for name in _FURTHER)


def ids_in(value: object, most: int = 50) -> tuple[str, ...]:
    """The AMI ids that stand anywhere in a value or a text, each once, in order."""
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    return tuple(dict.fromkeys(_AMI_WITHIN.findall(text)))[:most]


@lru_cache(maxsize=4096)
def _plain(key: str) -> str:
    return key.replace("_", "").replace("-", "").replace(" ", "").casefold()


def _unfolded(value: object) -> bool:
    """Whether PowerShell or Node wrote only of what class it is, which says nothing."""
    text = value[0] if isinstance(value, list) and value else value
    return isinstance(text, str) and (text.startswith(_CLASS) or text in _FOLDED)


def _is_id(value: object) -> bool:
    return isinstance(value, str) and bool(_AMI.fullmatch(value))


def _silent(record: Record, fields: Record) -> frozenset[str]:
    """In a table a column that is there and empty says "no"; one that nobody asked for says nothing."""
    if not is_whole(fields):
        return _NOTHING
    columns = any("_" in key for key in record) and not _TABLE.isdisjoint(_plain(key) for key in record)
    table = columns or _GRAPH in record
    return frozenset(name for name in SILENT if name in fields) if table else SILENT


def _value(name: str, value: object) -> object:
    value = unwrapped(value)
    if name in _LISTS or name == "Ebs":
        return _inner(value)
    if name in _FLAGS and isinstance(value, str):
        word = value.casefold()
        return True if word in _YES else False if word in _NO else value or None
    if name in _NUMBERS and isinstance(value, str):
        return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None
    if name == "SriovNetSupport" and isinstance(value, bool):
        return "simple" if value else None
    return None if value == "" else value


def unwrapped(value: object) -> object:
    """The word, where PowerShell and Azure write one of a closed set as {"Value": "x86_64"}."""
    if isinstance(value, dict) and len(value) == 1:
        key, inner = next(iter(value.items()))
        if key.casefold() == "value" and not isinstance(inner, dict | list):
            return inner
    return value


def _inner(value: object) -> object:
    """Lists and objects within, which some tables hold as a text of JSON."""
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return value
    if isinstance(value, list):
        return [_inner(item) for item in value] if not _flat(value) else value
    if isinstance(value, dict):
        return {name: _value(name, each) for name, each in _renamed(value.items()) if not _unfolded(each)}
    return None if value == "" else value


def _flat(value: Iterable[object]) -> bool:
    return not any(isinstance(item, dict | list) for item in value)


def _renamed(items: Iterable[tuple[str, object]]) -> Iterable[tuple[str, object]]:
    return ((_NAMES.get(_plain(key), key), value) for key, value in items)
