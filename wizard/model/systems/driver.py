"""Whose accelerators an image has the driver of, by the word that names it."""

from __future__ import annotations

from wizard.model.ec2.accelerator_driver import NEURON, NVIDIA, flavour_driver
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.operating_system import OperatingSystem

_DRIVERS = {"nvidia": NVIDIA, "neuron": NEURON}

# Source: Amazon EC2 User Guide, Install NVIDIA public drivers, "Minimum driver version"; it names none for G3,
# G4dn, P3 and P4. Checked 2026-11-29.
_LEAST = {
    **dict.fromkeys(("g6", "gr6"), "525.0"),
    **dict.fromkeys(("p5e", "p5en"), "550"),
    **dict.fromkeys(("p6-b200", "p6e-gb200"), "570"),
    "g5": "470.00",
    "g5g": "470.82.01",
    "g6e": "535.0",
    "g7e": "575.0",
    "p5": "530",
    "p6-b300": "580",
}
# AWS's images of Neuron have no driver of the first Inferentia any more, since version 2.26.1.
_LEFT_OUT = "Inferentia"


def has_driver(system: OperatingSystem) -> bool:
    """Whether the image that is meant has the driver of accelerators in it."""
    return flavour_driver(system) is not None


def drives(system: OperatingSystem, instance_type: InstanceType) -> bool:
    """Whether the type has an accelerator that the image has the driver of; any type where it has no such driver."""
    maker = flavour_driver(system)
    return maker is None or any(
        device.manufacturer == maker and device.name != _LEFT_OUT for device in instance_type.accelerators
    )


def other_nvidia(here: InstanceType, there: InstanceType) -> bool:
    """Whether there are other GPUs of NVIDIA than the accelerators here: a driver that is installed may not know them."""
    had, has = ({(a.manufacturer, a.name) for a in each.accelerators} for each in (here, there))
    return bool(had) and had != has and any(maker == NVIDIA for maker, _ in has)


def least_driver(instance_type: InstanceType) -> str | None:
    """The least version of NVIDIA's driver for the type by AWS's page; None where it names none."""
    return _LEAST.get(instance_type.family)


def driver_for(instance_type: InstanceType) -> str | None:
    """The word for the driver that the type's accelerators need, as images are named by it; None where there is none."""
    makers = {device.manufacturer for device in instance_type.accelerators if device.name != _LEFT_OUT}
    return next((word for word, maker in _DRIVERS.items() if maker in makers), None)
