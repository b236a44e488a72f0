"""The newest image of a version, as its publisher calls it."""

from __future__ import annotations

from typing import Protocol

from wizard.model.ec2.finding import Evidence, Source
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.frozen import frozen
from wizard.model.message import Message


class ImageKind(Protocol):
    """What an image must be like; a recommendation's Profile is one."""

    @property
    def virtualization_type(self) -> VirtualizationType: ...
    @property
    def architecture(self) -> Architecture: ...
    @property
    def boot_mode(self) -> BootMode: ...
    @property
    def root_device_type(self) -> RootDeviceType: ...
    @property
    def tpm(self) -> bool: ...


@frozen
class PublishedImage:
    """The newest image of one version, as its publisher calls it.

    publisher: for people. system, version: what it holds; version is empty for a system without.
    chosen_version: nobody named the version; it is the one that the publisher goes by today.
    owner: the account or AWS's alias in this partition, None where it is not known.
    name_pattern: for DescribeImages' filter "name", None where no public name is known; `none` then
    says what to do. ssm_parameter: the public parameter with its ID, None where none is known.
    product_code, marketplace: of an image that needs a subscription on the AWS Marketplace, the page.
    minor: the minor release by whose name it is found though nobody named it, the newest that is known;
    "" where there is none; minor_is_last: none follows it. user: the login by SSH, empty where the system has
    none, None where not known.
    root_device_name, root_gib: of its root volume, None where not known.
    flavour: which of the images of the system, as a title says it; "" for the plain one.
    """

    publisher: str
    system: str
    version: str
    chosen_version: bool
    architecture: Architecture
    virtualization_type: VirtualizationType
    root_device_type: RootDeviceType
    owner: str | None
    name_pattern: str | None
    ssm_parameter: str | None
    product_code: str | None
    marketplace: str | None
    minor: str
    user: str | None
    root_device_name: str | None
    root_gib: int | None
    note: Message | None
    evidence: Evidence
    sources: tuple[Source, ...]
    flavour: str = ""
    minor_is_last: bool = False

    @property
    def can_be_found(self) -> bool:
        """Whether a command can find it."""
        return self.name_pattern is not None and self.owner is not None

    @property
    def filters(self) -> dict[str, str]:
        """DescribeImages' filters that leave images of this name and kind only."""
        filters = {
            "name": self.name_pattern or "",
            "architecture": self.architecture.value,
            "virtualization-type": self.virtualization_type.value,
            "root-device-type": self.root_device_type.value,
            "state": "available",
        }
        return filters | ({"product-code": self.product_code} if self.product_code else {})

    @property
    def minor_note(self) -> Message | None:
        """Why the name says a minor release that nobody named; None where it says none."""
        if not self.minor:
            return None
        if self.minor_is_last:
            return Message("The name says {minor}, the last minor release.", {"minor": self.minor})
        return Message(
            "The name says {minor}, the newest minor release that is known here: put in the number of a newer one "
            "where there is one.",
            {"minor": self.minor},
        )

    @property
    def owner_id(self) -> str | None:
        """The owner where it is an account and no alias."""
        return self.owner if self.owner and self.owner.isdigit() else None
