"""One machine image, in DescribeImages' terms."""

from __future__ import annotations

import datetime
import re

from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.names import IMAGE_ID
from wizard.model.frozen import frozen
from wizard.model.word import Word

# AWS's accounts for Windows, in the partitions where it has one of its own.
_WINDOWS_OF_AWS = frozenset({"801119661308", "016951021795", "077303321853", "amazon"})
# The first Nitro type is of November 2017; AWS's images of August 2018 and later need no driver any more.
_BEFORE_NITRO, _FOR_NITRO = "2017-11", "2018-08"
_DAY_IN_NAME = re.compile(r"(20\d\d)\.(\d\d)\.\d\d$")
# AWS's Windows images with NitroTPM and Microsoft's keys, by the beginning of their names.
WITH_KEYS = "TPM-Windows_Server-"
_BOTTLEROCKET = re.compile(r"bottlerocket-aws-(?P<service>k8s|ecs)-(?P<version>\d+(?:\.\d+)?)")
_FIRST_WITH_KEYS = {"k8s": (1, 28), "ecs": (2,)}


class Platform(Word):
    """DescribeImages says windows or leaves the field out, which it prints as Linux/UNIX elsewhere."""

    WINDOWS = "windows"
    LINUX_UNIX = "linux-unix"


class ImageState(Word):
    """Only an available image can be launched."""

    AVAILABLE = "available"
    PENDING = "pending"
    TRANSIENT = "transient"
    FAILED = "failed"
    ERROR = "error"
    INVALID = "invalid"
    DEREGISTERED = "deregistered"
    DISABLED = "disabled"


class ImageType(Word):
    """Only a machine image can be launched."""

    MACHINE = "machine"
    KERNEL = "kernel"
    RAMDISK = "ramdisk"


NEVER = datetime.date.max


@frozen
class BlockDevice:
    """One EBS volume of the image's block device mapping; sizes in GiB."""

    device_name: str = ""
    volume_type: str | None = None
    size_gib: int | None = None
    encrypted: bool | None = None


@frozen
class Image:
    """An image as far as it is known; None means that nobody said.

    DescribeImages leaves a field out to say something: no EnaSupport is False, no BootMode is
    UNSET, no Platform is LINUX_UNIX. `describe_images.image_from` makes that step; a hand-made
    Image says it outright.

    image_allowed: False only where the account's Allowed AMIs setting rules the image out.
    product_code: of AWS Marketplace. supported_types, unsupported_types: the lists of InstanceTypeSpecification, wildcards as given.
    """

    image_id: str = ""
    name: str = ""
    description: str = ""
    owner_id: str = ""
    creation_date: str = ""
    architecture: Architecture | None = None
    virtualization_type: VirtualizationType | None = None
    boot_mode: BootMode | None = None
    ena_support: bool | None = None
    sriov_net_support: bool | None = None
    tpm_support: bool | None = None
    imds_v2: bool | None = None
    platform: Platform | None = None
    platform_details: str = ""
    usage_operation: str = ""
    root_device_type: RootDeviceType | None = None
    root_device_name: str = ""
    block_devices: tuple[BlockDevice, ...] = ()
    kernel_id: str = ""
    ramdisk_id: str = ""
    image_type: ImageType = ImageType.MACHINE
    state: ImageState = ImageState.AVAILABLE
    deprecation_time: datetime.date = NEVER
    image_allowed: bool = True
    public: bool = False
    marketplace: bool = False
    product_code: str = ""
    supported_types: tuple[str, ...] = ()
    unsupported_types: tuple[str, ...] = ()

    @property
    def id_of_ec2(self) -> str:
        """The id if it is one that EC2 could have given, else empty: a file may say anything."""
        return self.image_id if IMAGE_ID.fullmatch(self.image_id) else ""

    @property
    def root_volume(self) -> BlockDevice | None:
        """The volume mapped at the root device's name, where the mapping lists it."""
        for device in self.block_devices:
            if device.device_name == self.root_device_name:
                return device
        return None

    @property
    def root_volume_type(self) -> str:
        """gp3, st1 and so on; empty where the mapping does not list it."""
        volume = self.root_volume
        return (volume.volume_type or "") if volume else ""

    @property
    def root_volume_gib(self) -> int | None:
        """Its size in GiB; None where that is not known."""
        volume = self.root_volume
        return volume.size_gib if volume else None

    @property
    def secure_boot_keys(self) -> bool | None:
        """Whether it brings the keys with which Secure Boot is on at each launch.

        By their name AWS's Windows images with NitroTPM do; one that was made of them has them as well, and of
        another Windows image with NitroTPM no answer of EC2's tells whether it was. So do Bottlerocket's for
        Kubernetes 1.28 and later and for ECS 2.
        Source: AWS Windows AMI Reference, AWS Windows Server NitroTPM enabled AMIs; Bottlerocket, Chain of trust
        (checked 2026-11-29).
        """
        if named := _BOTTLEROCKET.match(self.name):
            return tuple(map(int, named["version"].split("."))) >= _FIRST_WITH_KEYS[named["service"]]
        if self.name.startswith(WITH_KEYS):
            return True
        return None if self.tpm_support and self.platform is Platform.WINDOWS else False

    @property
    def nitro_drivers(self) -> bool | None:
        """Whether a Windows image has AWS's drivers for NVMe and ENA: AWS's own since August 2018.

        None is older than the first Nitro type. Of others nobody knows; one of which nobody said whose it is counts as AWS's.
        Source: Amazon EC2 User Guide, Migrate an EC2 Windows instance to a Nitro-based instance type (checked 2026-11-29).
        """
        if not self.owner_id:
            return True
        named = _DAY_IN_NAME.search(self.name)
        made = self.creation_date[:7] or ("-".join(named.groups()) if named else _FOR_NITRO)
        if made < _BEFORE_NITRO and self.owner_id in _WINDOWS_OF_AWS:
            return False
        return True if made >= _FOR_NITRO and self.owner_id in _WINDOWS_OF_AWS else None

    @property
    def volumes(self) -> int:
        """How many EBS volumes the mapping lists, the root volume among them."""
        return len(self.block_devices)
