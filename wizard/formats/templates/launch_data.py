"""The part of a request that launches: options in RunInstances' words, in whatever spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Table = Mapping[str, Any]


def plain(key: object) -> str:
    """A key without capitals, lines and dashes, as it is the same in every tool's spelling."""
    return str(key).replace("_", "").replace("-", "").casefold()


def get(table: object, *path: str) -> Any:
    """The value at the end of a path of plain keys; lists of one, as Terraform's blocks, are looked into."""
    for key in path:
        if isinstance(table, list):
            table = table[0] if table else None
        if not isinstance(table, Mapping):
            return None
        table = next((value for name, value in table.items() if plain(name) == key), None)
    return table


def first(table: object, *keys: str) -> Any:
    """The first of these plain keys that has a value."""
    return next((found for key in keys if (found := get(table, key)) not in (None, "", [], {})), None)


def tables(value: object) -> list[Table]:
    """The objects of a list, or the one object."""
    found = value if isinstance(value, list) else [value]
    return [each for each in found if isinstance(each, Mapping)]


def words(value: object) -> list[str]:
    """The texts of a list, or the one text."""
    found = value if isinstance(value, list) else [value]
    return [each for each in found if isinstance(each, str) and each]


def launch_options(data: Table) -> dict[str, object]:
    """What the request asks for beside image and type, as a line of `check --batch` names it."""
    return dict(_options(data))


def described_options(data: Table) -> dict[str, object]:
    """The same, of something that runs: how many cores it has is told of each, whoever asked for it."""
    return {name: value for name, value in _options(data) if name != "cpu_options"}


def _options(data: Table) -> Iterator[tuple[str, object]]:
    tenancy = first(data, "tenancy", "placementtenancy") or get(data, "placement", "tenancy")
    if tenancy in ("dedicated", "host", "default"):
        yield "tenancy", tenancy
    if get(data, "instancemarketoptions", "markettype") == "spot" or first(data, "spotprice"):
        yield "spot", True
    yield from ((name, True) for name, path in _SWITCHES if _true(get(data, *path)))
    tokens = get(data, "metadataoptions", "httptokens")
    if tokens in ("required", "optional"):
        yield "http_tokens", tokens
    for each in tables(get(data, "cpuoptions")):
        if first(each, "corecount", "threadspercore"):
            yield "cpu_options", True
        yield from ((name, True) for name, key in _CPU_OPTIONS if get(each, key) == "enabled")
    roots = (
        each
        for each in tables(get(data, "blockdevicemappings"))
        if get(each, "devicename") in _ROOTS and _true(get(each, "ebs", "encrypted"))
    )
    if _true(get(data, "rootblockdevice", "encrypted")) or any(roots):
        yield "root_encrypted", True


# EC2's device names that are kept for the root volume: docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html
_ROOTS = ("/dev/xvda", "/dev/sda1")
_SWITCHES = (
    ("hibernation", ("hibernationoptions", "configured")),
    ("hibernation", ("hibernation",)),
    ("enclave", ("enclaveoptions", "enabled")),
    ("ebs_optimized", ("ebsoptimized",)),
)


_CPU_OPTIONS = (("amd_sev_snp", "amdsevsnp"), ("nested_virtualization", "nestedvirtualization"))


def _true(value: object) -> bool:
    return value is True or (isinstance(value, str) and value.casefold() == "true")
