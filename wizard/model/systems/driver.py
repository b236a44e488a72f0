"""Whose accelerators an image has the driver of, by the word that names it."""

from __future__ import annotations

from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.operating_system import OperatingSystem

_WORDS = {"neuron": "AWS"} | dict.fromkeys(("dlami", "deep", "gpu", "nvidia", "cuda"), "NVIDIA")
# AWS's images of Neuron have no driver of the first Inferentia any more, since version 2.26.1.
_LEFT_OUT = "Inferentia"


def has_driver(system: OperatingSystem) -> bool:
    """Whether the image that is meant has the driver of accelerators in it."""
    return _maker(system) is not None


def drives(system: OperatingSystem, instance_type: InstanceType) -> bool:
    """Whether the type has an accelerator that the image has the driver of; any type where it has no such driver."""
    maker = _maker(system)
    return maker is None or any(
        device.manufacturer == maker and device.name != _LEFT_OUT for device in instance_type.accelerators
    )


def _maker(system: OperatingSystem) -> str | None:
    """As AWS's answers name it."""
    words = (system.flavour or "").split("-")
    return next((_WORDS[word] for word in words if word in _WORDS), None)
