"""Regions by name: which there are and what they are called, from the SDK's data and the account's answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from wizard.aws.account import Account
from wizard.aws.operations import Part
from wizard.model.frozen import frozen

FALLBACK = "us-east-1"


@frozen
class Region:
    """name: eu-west-1. title: Europe (Ireland); the name again if the data has no title."""

    name: str
    title: str


def ask_regions(account: Account, part: Part = Part.IMAGES) -> tuple[Region, ...]:
    """The Regions that are enabled for the account, by name. Raises what `Account.ask` raises."""
    reply = account.ask(part, home_region(account), "ec2", "describe_regions")
    names = sorted(str(found["RegionName"]) for found in reply["Regions"])
    return tuple(Region(name, title_of(name)) for name in names if name)


def home_region(account: Account) -> str:
    """The Region to ask what Regions there are: the profile's own."""
    return account.profile.region or FALLBACK


def title_of(name: str) -> str:
    """The Region's name for people, as the SDK's data has it."""
    return titles().get(name, name)


@cache
def titles() -> Mapping[str, str]:
    """Names and titles of all Regions, of all partitions, by name.

    From botocore's endpoints.json, read without botocore: a window that only lists Regions would
    stand still for half a second while it is imported.
    """
    package = find_spec("botocore")
    folder = Path(package.origin).parent if package and package.origin else Path()
    data: Any = json.loads(_endpoints(folder / "data"))
    found = {
        name: str(region["description"])
        for partition in data["partitions"]
        for name, region in partition["regions"].items()
    }
    return dict(sorted(found.items()))


def _endpoints(data: Path) -> bytes:
    """As it comes, or packed, as botocore takes it too."""
    packed = data / "endpoints.json.gz"
    if packed.is_file():
        import gzip  # no start from a checkout waits for it

        return gzip.decompress(packed.read_bytes())
    return (data / "endpoints.json").read_bytes()
