"""Whose accelerators an image has the driver of, by the words that name it."""

from __future__ import annotations

import re

from wizard.model.ec2.operating_system import OperatingSystem

NVIDIA, NEURON = "NVIDIA", "AWS"
"""The makers, as DescribeInstanceTypes names them."""

# Neuron before deep learning: AWS's Deep Learning AMI Neuron has its driver, and not NVIDIA's.
_FLAVOURS = {"neuron": NEURON} | dict.fromkeys(("dlami", "deep", "gpu", "nvidia", "cuda"), NVIDIA)
# EKS had one image for all accelerators on Amazon Linux 2. Source: Amazon EKS User Guide, EKS optimized accelerated
# Amazon Linux AMIs (checked 2026-11-29).
_NAMES = (
    (re.compile(r"amazon-eks-gpu-node"), (NVIDIA, NEURON)),
    (re.compile(r"(?<![a-z])neuron(?![a-z])", re.IGNORECASE), (NEURON,)),
    (re.compile(r"(?<![a-z])nvidia(?![a-z])|ecs-gpu", re.IGNORECASE), (NVIDIA,)),
)
_OF_ANY_MAKER = frozenset({"dlami", "deep", "learning"})
_SERVICES = frozenset({"ecs", "eks"})


def flavour_driver(system: OperatingSystem) -> str | None:
    """The maker for whose accelerators the flavour is."""
    return next((maker for word, maker in _FLAVOURS.items() if word in _words(system)), None)


def for_any_maker(system: OperatingSystem) -> bool:
    """Whether a Deep Learning AMI is meant of which nobody said for whose accelerators: AWS has one for each maker."""
    return set(_words(system)) <= _OF_ANY_MAKER


def drivers_of(name: str, system: OperatingSystem) -> tuple[str, ...]:
    """The makers whose driver an image has, by its name and by the flavour of its system.

    name: of the image; empty where the one meant is the newest of its publisher. That is then the one with the
    driver of the type's accelerators, for a Deep Learning AMI and for a node of Amazon ECS or Amazon EKS; of
    Bottlerocket there is one for NVIDIA's.
    """
    by_name = next((makers for pattern, makers in _NAMES if pattern.search(name)), ())
    if by_name:
        return by_name
    if for_any_maker(system) or (not name and _SERVICES.intersection(_words(system))):
        return NVIDIA, NEURON
    maker = NVIDIA if not name and system.family == "bottlerocket" else flavour_driver(system)
    return (maker,) if maker else ()


def _words(system: OperatingSystem) -> list[str]:
    return (system.flavour or "").split("-")
