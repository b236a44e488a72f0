"""What is certain of an image though nobody said it."""

from __future__ import annotations

from dataclasses import replace

from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import BootMode, InstanceType, Support, VirtualizationType


def proven(image: Image, here: InstanceType | None) -> Image:
    """The image with what nobody said, where the type it runs on leaves but one answer.

    A paravirtual image has no boot mode, no NitroTPM and no enhanced networking.
    """

    def only(said: object, possible: tuple[object, ...]) -> object:
        return possible[0] if said is None and len(possible) == 1 else said

    if here is None:
        return _as_paravirtual(image)
    facts = {
        "virtualization_type": only(image.virtualization_type, here.virtualization_types),
        "architecture": only(image.architecture, here.architectures),
        "root_device_type": only(image.root_device_type, here.root_device_types),
        "ena_support": only(image.ena_support, (True,) if here.ena is Support.REQUIRED else ()),
    }
    return _as_paravirtual(replace(image, **facts))  # type: ignore[arg-type]  # each is of its own field's type


def _as_paravirtual(image: Image) -> Image:
    if image.virtualization_type is not VirtualizationType.PARAVIRTUAL:
        return image
    return replace(
        image,
        boot_mode=image.boot_mode or BootMode.UNSET,
        ena_support=bool(image.ena_support),
        sriov_net_support=bool(image.sriov_net_support),
        tpm_support=bool(image.tpm_support),
    )
