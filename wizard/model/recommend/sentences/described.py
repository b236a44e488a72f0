"""The kind of image in words."""

from __future__ import annotations

from wizard.model.ec2.instance_type import BootMode, RootDeviceType, VirtualizationType
from wizard.model.message import Message
from wizard.model.recommend.recommendation import ImageProfile


def describe(profile: ImageProfile) -> Message:
    """The kind of image in words: "an HVM AMI for x86_64 with boot mode uefi-preferred, ENA and an EBS root"."""
    values: dict[str, object] = {"architecture": profile.architecture, "boot_mode": profile.boot_mode}
    hvm = profile.virtualization_type is VirtualizationType.HVM
    values["kind"] = Message("an HVM AMI") if hvm else Message("a paravirtual AMI")
    ebs = profile.root_device_type is RootDeviceType.EBS
    values["root"] = Message("an EBS root volume") if ebs else Message("an instance-store root volume")
    if profile.boot_mode is BootMode.UNSET:
        return Message("{kind} for {architecture} with {root}", values)
    if profile.tpm and profile.ena:
        return Message(
            "{kind} for {architecture} with boot mode {boot_mode}, NitroTPM, ENA and {root}", values
        )
    if profile.ena:
        return Message("{kind} for {architecture} with boot mode {boot_mode}, ENA and {root}", values)
    return Message("{kind} for {architecture} with boot mode {boot_mode} and {root}, without ENA", values)
