"""What nobody knows of the image and could ask for one more change."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.instance_type import Architecture, BootMode, Support
from wizard.model.ec2.operating_system import OsKind
from wizard.model.message import Message
from wizard.model.migration.changes import by_the_steps_for_linux, in_place, xen_to_nitro
from wizard.model.migration.context import MigrationContext


def missing(context: MigrationContext) -> Iterator[Message]:
    """What nobody knows of the image and could ask for one more change."""
    image, profile = context.image, context.profile
    if not in_place(context):
        return
    if image.virtualization_type is None:
        yield Message("virtualization type")
    if image.architecture is None:
        yield Message("architecture")
    if image.root_device_type is None:
        yield Message("root device")
    if image.ena_support is None and context.here is None and context.there.ena is Support.REQUIRED:
        yield Message("ENA")
    if (
        image.boot_mode is None
        and profile.boot_mode is BootMode.UEFI
        and profile.architecture is Architecture.X86_64
    ):
        yield Message("boot mode")
    if image.tpm_support is None and profile.tpm:
        yield Message("NitroTPM")
    if context.kind in (None, OsKind.OTHER) and by_the_steps_for_linux(context):
        yield Message("operating system")
    if context.kind is OsKind.BSD and xen_to_nitro(context) and not context.has_drivers:
        yield Message("drivers for ENA and NVMe")
