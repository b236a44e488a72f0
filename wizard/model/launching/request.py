"""What is asked of EC2 to launch: one set of parameters for the CLI and for every kind of template."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.image import Platform
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.launch import Launch, Tenancy, ZoneKind
from wizard.model.ec2.operating_system import OsKind
from wizard.model.frozen import frozen
from wizard.model.recommend.launches import launch_of, nested
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile
from wizard.model.systems.published_image import PublishedImage

IMAGE = "IMAGE_ID"
ROOT = "ROOT_DEVICE_NAME"
SUBNET = "SUBNET_ID"
GROUP = "PLACEMENT_GROUP"
_BEYOND_THE_REGION = (ZoneKind.LOCAL_ZONE, ZoneKind.WAVELENGTH_ZONE)
_ZONE_ID = re.compile(r"[a-z0-9]+-az\d+")
_SYSTEM_GIB = 8
_WINDOWS_GIB = 30


@frozen
class LaunchRequest:
    """image: an ID, resolve:ssm: and a parameter, or the word IMAGE_ID. ssm_parameter: of the image,
    None where the ID must be found first. parameters: the rest, as RunInstances names them.
    keeps_own: the image is the one that somebody has. published: the image to take instead, None where
    nobody is known to publish one. made_from: the published image from which one registers one's own,
    as it lacks what only RegisterImage gives. efa_interfaces: how many the type takes, of which the
    parameters have the first.
    """

    image: str
    ssm_parameter: str | None
    instance_type: str
    region: str | None
    parameters: Mapping[str, Any]
    keeps_own: bool
    published: PublishedImage | None
    kind: ImageProfile
    made_from: PublishedImage | None = None
    efa_interfaces: int = 0

    @property
    def asks_for_host(self) -> bool:
        """Whether a Dedicated Host must be there first."""
        return bool(self.parameters.get("Placement", {}).get("Tenancy") == Tenancy.HOST)

    @property
    def asks_for_subnet(self) -> bool:
        """Whether it goes where the default VPC has no subnet: to a Local or Wavelength Zone."""
        interfaces = self.parameters.get("NetworkInterfaces", ())
        return "SubnetId" in self.parameters or any("SubnetId" in each for each in interfaces)

    @property
    def asks_for_cluster(self) -> bool:
        """Whether a cluster placement group must be there first."""
        return "GroupName" in self.parameters.get("Placement", {})

    @property
    def has_a_login(self) -> bool:
        """Whether somebody can log in to change the system, as Packer does."""
        return self.published is None or self.published.user != ""

    @property
    def asks_for_efa(self) -> bool:
        """Whether the request needs an Elastic Fabric Adapter."""
        return "NetworkInterfaces" in self.parameters


def launch_request(
    instance_type: InstanceType,
    needs: Needs,
    kind: ImageProfile,
    published: PublishedImage | None,
    own_image: str | None = None,
) -> LaunchRequest:
    """The launch of this type with everything that was asked for.

    own_image: the ID of the image that one has and keeps, empty if it has none; None to take another.
    """
    if own_image is not None or (published and not published.can_be_found):
        published = None
    made_from = published if published and has_to_be_registered(kind, needs) else None
    volume = published
    published = None if made_from else published
    parameter = published.ssm_parameter if published else None
    return LaunchRequest(
        image=own_image or (f"resolve:ssm:{parameter}" if parameter else IMAGE),
        ssm_parameter=parameter,
        instance_type=instance_type.name,
        region=region_of(needs),
        parameters=_parameters(instance_type, launch_of(kind, needs), volume, nested(instance_type, needs)),
        keeps_own=own_image is not None,
        published=published,
        kind=kind,
        made_from=made_from,
        efa_interfaces=instance_type.efa_interfaces,
    )


def has_to_be_registered(kind: ImageProfile, needs: Needs) -> bool:
    """Whether what was asked for is given by RegisterImage only: NitroTPM, and the keys of Secure Boot.

    AWS publishes Windows images that have both, and Bottlerocket's bring their keys; of no other system are such
    images known. Source: Amazon EC2 User Guide, Requirements for NitroTPM.
    """
    return (kind.tpm or keys_to_enrol(kind, needs)) and needs.system.kind is not OsKind.WINDOWS


def keys_to_enrol(kind: ImageProfile, needs: Needs) -> bool:
    """Whether Secure Boot is asked for, and the image does not bring its keys."""
    return Feature.SECURE_BOOT in needs.features and not launch_of(kind, needs).image.secure_boot_keys


def region_of(needs: Needs) -> str | None:
    """The Region, also one of which the catalogue knows no offerings."""
    return needs.region or needs.request.other_region


def _parameters(
    instance_type: InstanceType, launch: Launch, published: PublishedImage | None, guests: bool
) -> dict[str, Any]:
    """In the order in which one reads them; what nobody asked for is left out."""
    asked = {
        "SubnetId": SUBNET if launch.zone_kind in _BEYOND_THE_REGION and not launch.efa else None,
        "Placement": _placement(instance_type, launch),
        "InstanceMarketOptions": _market(launch),
        "CpuOptions": _cpu_options(instance_type, launch, guests),
        "EnclaveOptions": {"Enabled": True} if launch.enclave else None,
        "HibernationOptions": {"Configured": True} if launch.hibernation else None,
        "BlockDeviceMappings": _root_volume(instance_type, launch, published),
        "NetworkInterfaces": _interfaces(launch),
        "MetadataOptions": {"HttpTokens": launch.http_tokens} if launch.http_tokens else None,
        "EbsOptimized": True if launch.ebs_optimized else None,
    }
    return {name: value for name, value in asked.items() if value}


def _market(launch: Launch) -> dict[str, Any] | None:
    """An interrupted Spot Instance hibernates by itself only if its request is a persistent one.

    Source: Amazon EC2 User Guide, Behavior of Spot Instance interruptions.
    """
    if not launch.spot:
        return None
    if not launch.hibernation:
        return {"MarketType": "spot"}
    kept = {"SpotInstanceType": "persistent", "InstanceInterruptionBehavior": "hibernate"}
    return {"MarketType": "spot", "SpotOptions": kept}


def _interfaces(launch: Launch) -> list[dict[str, Any]]:
    """An interface that is named names its subnet itself."""
    if not launch.efa:
        return []
    subnet = {"SubnetId": SUBNET} if launch.zone_kind in _BEYOND_THE_REGION else {}
    return [{"DeviceIndex": 0, "InterfaceType": "efa", **subnet}]


def _placement(instance_type: InstanceType, launch: Launch) -> dict[str, Any]:
    """EFA is for instances that stand close together, in a cluster placement group; a host is in none.

    The subnet of a Local or Wavelength Zone names the zone. Source: Amazon EC2 User Guide, Get started
    with EFA and MPI; Placement groups.
    """
    placement: dict[str, Any] = {} if launch.tenancy is Tenancy.DEFAULT else {"Tenancy": launch.tenancy.value}
    if launch.efa and launch.tenancy is not Tenancy.HOST and "cluster" in instance_type.placement_strategies:
        placement["GroupName"] = GROUP
    if launch.zone_kind in _BEYOND_THE_REGION:
        return placement
    if launch.zone and _ZONE_ID.fullmatch(launch.zone):
        return {**placement, "AvailabilityZoneId": launch.zone}
    return {**placement, "AvailabilityZone": launch.zone} if launch.zone else placement


def _cpu_options(instance_type: InstanceType, launch: Launch, guests: bool) -> dict[str, Any]:
    """Cores and threads go together. guests: whether virtual machines run inside by one of them."""
    options: dict[str, Any] = {}
    if launch.cpu_options:
        options |= {"CoreCount": instance_type.cores, "ThreadsPerCore": 1}
    if launch.sev_snp:
        options["AmdSevSnp"] = "enabled"
    if guests:
        options["NestedVirtualization"] = "enabled"
    return options


def _root_volume(
    instance_type: InstanceType, launch: Launch, published: PublishedImage | None
) -> list[dict[str, Any]]:
    """Encrypted where asked for. Hibernation takes in the memory, so that it is that much larger.

    In a Local or Wavelength Zone of the type that each of them has. Sources: Amazon EC2 User Guide,
    Prerequisites for EC2 instance hibernation; the rules on volumes in such zones.
    """
    ebs: dict[str, Any] = {"Encrypted": True} if launch.root_encrypted else {}
    if launch.zone_kind in _BEYOND_THE_REGION:
        ebs = {"VolumeType": "gp2", **ebs}
    if not ebs:
        return []
    if launch.root_encrypted and launch.hibernation:
        usual = _WINDOWS_GIB if launch.platform is Platform.WINDOWS else _SYSTEM_GIB
        system = (published.root_gib if published else None) or usual
        ebs = {"VolumeSize": math.ceil(instance_type.memory_gib) + system, "VolumeType": "gp3", **ebs}
    name = (published.root_device_name if published else None) or ROOT
    return [{"DeviceName": name, "Ebs": ebs}]
