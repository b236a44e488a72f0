"""Whose accelerators an image has the driver of, by the word that names it."""

from __future__ import annotations

from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.operating_system import OperatingSystem

# Neuron before deep learning: AWS's Deep Learning AMI Neuron has its driver, and not NVIDIA's.
_WORDS = {"neuron": "AWS"} | dict.fromkeys(("dlami", "deep", "gpu", "nvidia", "cuda"), "NVIDIA")
_DRIVERS = {"nvidia": "NVIDIA", "neuron": "AWS"}
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


def driver_for(instance_type: InstanceType) -> str | None:
    """The word for the driver that the type's accelerators need, as images are named by it; None where there is none."""
    makers = {device.manufacturer for device in instance_type.accelerators if device.name != _LEFT_OUT}
    return next((word for word, maker in _DRIVERS.items() if maker in makers), None)


def _maker(system: OperatingSystem) -> str | None:
    """As AWS's answers name it."""
    words = (system.flavour or "").split("-")
    return next((maker for word, maker in _WORDS.items() if word in words), None)
