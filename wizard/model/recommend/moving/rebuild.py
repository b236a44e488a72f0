"""That an image cannot be converted, and on what to rebuild it."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import RootDeviceType, VirtualizationType
from wizard.model.message import Message
from wizard.model.recommend.lifecycle.system_support import SystemSupport
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile


def rebuild(
    needs: Needs, image: Image | None, profile: ImageProfile, support: SystemSupport | None
) -> Iterator[Message]:
    """What becomes of an image that no change of its own leads to the kind decided on; nothing of any other.

    image: with what is certain of it because it runs.
    """
    if image is None:
        return
    hvm = profile.virtualization_type is VirtualizationType.HVM
    values: dict[str, object] = {"arch": profile.architecture.value, "system": _newer(needs, support)}
    if image.virtualization_type is VirtualizationType.PARAVIRTUAL and hvm:
        yield (
            Message("It cannot be converted: rebuild it as HVM, on {system}.", values)
            if values["system"]
            else Message("It cannot be converted: rebuild it as HVM.")
        )
    elif image.architecture not in (None, profile.architecture):
        yield (
            Message("It cannot be converted: rebuild it for {arch}, on {system}.", values)
            if values["system"]
            else Message("It cannot be converted: rebuild it for {arch}.", values)
        )
    elif (
        image.root_device_type is RootDeviceType.INSTANCE_STORE
        and profile.root_device_type is RootDeviceType.EBS
        and not needs.other_system
    ):
        yield Message(
            "Its root is an instance store, from which only old families start: put it on EBS first."
        )


def _newer(needs: Needs, support: SystemSupport | None) -> str:
    """The system to rebuild on: the one that was asked for, or what follows one out of support."""
    if needs.os_after is not None:
        return needs.os_after.title or ""
    if support is None or not support.regular_ended or not support.successors:
        return ""
    return support.successors[0]
