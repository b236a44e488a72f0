"""Launches that somebody could make, with an image of a kind or one that there is, for the judge."""

from __future__ import annotations

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.image import WITH_KEYS, BlockDevice, Image, Platform
from wizard.model.ec2.instance_type import MACS, InstanceType, RootDeviceType
from wizard.model.ec2.launch import Launch, Tenancy, ZoneKind
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import replace
from wizard.model.prices.billing import operation_of
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile

# What AWS's own images have: a gp3 root volume, small enough for any boot mode and partition table.
_ROOT = BlockDevice("/dev/xvda", "gp3", size_gib=8)
# Its size is chosen in the launch request, and whoever hibernates makes room for the memory.
_ROOT_FOR_HIBERNATION = replace(_ROOT, size_gib=1024)
_OF_BOTTLEROCKET = "bottlerocket-aws-ecs-2"


def launch_of(profile: ImageProfile, needs: Needs) -> Launch:
    """The launch one would make with an image of this kind and the options that the needs imply."""
    image = Image(
        name=_name(profile, needs),
        architecture=profile.architecture,
        virtualization_type=profile.virtualization_type,
        boot_mode=profile.boot_mode,
        ena_support=profile.ena,
        sriov_net_support=profile.ena,
        tpm_support=profile.tpm,
        imds_v2=False,
        platform=_platform(needs),
        usage_operation=_operation(needs),
        root_device_type=profile.root_device_type,
        root_device_name=_ROOT.device_name,
        block_devices=_block_devices(profile, needs),
    )
    return _launch(image, needs, needs.system)


def launch_with(image: Image, needs: Needs) -> Launch:
    """The launch one would make with an image that one has and the options that the needs imply."""
    return _launch(image, needs, needs.os)


def _launch(image: Image, needs: Needs, system: OperatingSystem) -> Launch:
    """A Mac is launched on a Dedicated Host or not at all."""
    is_mac = image.architecture in MACS or system.kind is OsKind.MACOS
    features = needs.features
    return replace(
        needs.request,
        image=image,
        os=system,
        tenancy=Tenancy.HOST if is_mac else needs.request.tenancy,
        region=needs.region,
        edition=needs.edition,
        spot=Feature.SPOT in features,
        hibernation=Feature.HIBERNATION in features,
        enclave=Feature.ENCLAVES in features,
        sev_snp=Feature.SEV_SNP in features,
        nested_virtualization=Feature.NESTED_VIRTUALIZATION in features,
        secure_boot=Feature.SECURE_BOOT in features,
        efa=Feature.EFA in features,
        # Hibernation is launched with an encrypted root, unless the person says that it will be none.
        root_encrypted=needs.request.root_encrypted is not False
        if Feature.HIBERNATION in features
        else needs.request.root_encrypted,
    )


def nested(instance_type: InstanceType, needs: Needs) -> bool:
    """Whether the launch asks for nested virtualization: it was named, or the purpose needs it and the type has it.

    Bare metal virtualizes without being told to, and knows no such option; with it no Windows hibernates.
    """
    if not needs.wants_guests or instance_type.bare_metal:
        return False
    if Feature.NESTED_VIRTUALIZATION in needs.features:
        return True
    hibernates = Feature.HIBERNATION in needs.features and needs.system.kind is OsKind.WINDOWS
    return instance_type.nested_virtualization and not hibernates


def _block_devices(profile: ImageProfile, needs: Needs) -> tuple[BlockDevice, ...]:
    if profile.root_device_type is not RootDeviceType.EBS:
        return ()
    root = _ROOT_FOR_HIBERNATION if Feature.HIBERNATION in needs.features else _ROOT
    if needs.request.zone_kind in (ZoneKind.LOCAL_ZONE, ZoneKind.WAVELENGTH_ZONE):
        # The launch request names the type that such zones have.
        root = replace(root, volume_type="gp2")
    return (root,)


def _name(profile: ImageProfile, needs: Needs) -> str:
    """How the name of the image begins that one takes, where that tells what is in it."""
    system = needs.system
    if system.family == "bottlerocket" and Feature.SECURE_BOOT in needs.features:
        return f"bottlerocket-aws-k8s-{system.kubernetes}" if system.kubernetes else _OF_BOTTLEROCKET
    return WITH_KEYS if profile.tpm and needs.takes_windows_of_aws else ""


def _operation(needs: Needs) -> str:
    """What the Windows image that one has is billed as, or AWS's; of a Linux there may be one with another subscription."""
    if needs.system.kind is not OsKind.WINDOWS:
        return ""
    kept = needs.image.usage_operation if needs.image and needs.os_after is None else ""
    return kept or operation_of(needs.system) or ""


def _platform(needs: Needs) -> Platform | None:
    kind = needs.system.kind
    if kind is None:
        return None
    return Platform.WINDOWS if kind is OsKind.WINDOWS else Platform.LINUX_UNIX
