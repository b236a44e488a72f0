"""What is asked of EC2 to launch: one set of parameters for the CLI and for every kind of template."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import Architecture, InstanceType
from wizard.model.ec2.launch import Tenancy
from wizard.model.ec2.operating_system import OsKind
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Profile
from wizard.model.systems.published_image import PublishedImage

IMAGE = "IMAGE_ID"
ROOT = "ROOT_DEVICE_NAME"
_MAC = (Architecture.ARM64_MAC, Architecture.X86_64_MAC)
_SYSTEM_GIB = 8
_WINDOWS_GIB = 30


@dataclass(frozen=True, slots=True)
class LaunchRequest:
    """image: an ID, resolve:ssm: and a parameter, or the word IMAGE_ID. ssm_parameter: of the image,
    None where the ID must be found first. parameters: the rest, as RunInstances names them.
    keeps_own: the image is the one that somebody has. published: the image to take instead, None where
    nobody is known to publish one.
    """

    image: str
    ssm_parameter: str | None
    instance_type: str
    region: str | None
    parameters: Mapping[str, Any]
    keeps_own: bool
    published: PublishedImage | None
    kind: Profile

    @property
    def asks_for_host(self) -> bool:
        """Whether a Dedicated Host must be there first."""
        return bool(self.parameters.get("Placement", {}).get("Tenancy") == Tenancy.HOST)

    @property
    def asks_for_efa(self) -> bool:
        return "NetworkInterfaces" in self.parameters


def launch_request(
    instance_type: InstanceType,
    needs: Needs,
    kind: Profile,
    published: PublishedImage | None,
    own_image: str | None = None,
) -> LaunchRequest:
    """The launch of this type with everything that was asked for.

    own_image: the ID of the image that one has and keeps, empty if it has none; None to take another.
    """
    if own_image is not None or (published and not published.can_be_found):
        published = None
    parameter = published.ssm_parameter if published else None
    return LaunchRequest(
        image=own_image or (f"resolve:ssm:{parameter}" if parameter else IMAGE),
        ssm_parameter=parameter,
        instance_type=instance_type.name,
        region=needs.region,
        parameters=_parameters(instance_type, needs, kind, published),
        keeps_own=own_image is not None,
        published=published,
        kind=kind,
    )


def _parameters(
    instance_type: InstanceType, needs: Needs, kind: Profile, published: PublishedImage | None
) -> dict[str, Any]:
    """In the order in which one reads them; what nobody asked for is left out."""
    wanted = needs.features
    asked: dict[str, Any] = {
        "Placement": _placement(kind),
        "InstanceMarketOptions": {"MarketType": "spot"} if Feature.SPOT in wanted else None,
        "CpuOptions": _cpu_options(instance_type, wanted),
        "EnclaveOptions": {"Enabled": True} if Feature.ENCLAVES in wanted else None,
    }
    if Feature.HIBERNATION in wanted:
        asked["HibernationOptions"] = {"Configured": True}
        asked["BlockDeviceMappings"] = [_root_volume(instance_type, needs, published)]
    if Feature.EFA in wanted:
        asked["NetworkInterfaces"] = [{"DeviceIndex": 0, "InterfaceType": "efa"}]
    return {name: value for name, value in asked.items() if value}


def _placement(kind: Profile) -> dict[str, Any]:
    return {"Tenancy": Tenancy.HOST.value} if kind.architecture in _MAC else {}


def _cpu_options(instance_type: InstanceType, wanted: frozenset[Feature]) -> dict[str, Any]:
    """Bare metal virtualizes without being told to, and knows no such option."""
    options = {}
    if Feature.SEV_SNP in wanted:
        options["AmdSevSnp"] = "enabled"
    if Feature.NESTED_VIRTUALIZATION in wanted and not instance_type.bare_metal:
        options["NestedVirtualization"] = "enabled"
    return options


def _root_volume(
    instance_type: InstanceType, needs: Needs, published: PublishedImage | None
) -> dict[str, Any]:
    """Encrypted, and as large as the memory that it takes in, and the system beside it.

    Source: Amazon EC2 User Guide, Prerequisites for EC2 instance hibernation.
    """
    usual = _WINDOWS_GIB if needs.os.kind is OsKind.WINDOWS else _SYSTEM_GIB
    system = (published.root_gib if published else None) or usual
    return {
        "DeviceName": (published.root_device_name if published else None) or ROOT,
        "Ebs": {
            "VolumeSize": math.ceil(instance_type.memory_gib) + system,
            "VolumeType": "gp3",
            "Encrypted": True,
        },
    }
