"""Sets of answers drawn at random, many of which contradict each other."""

from __future__ import annotations

import random
from typing import Any

from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.feature import Feature
from wizard.model.knowledge import Knowledge

_FEATURES = [str(feature) for feature in Feature]
_VCPUS = (1, 2, 4, 8, 16, 96, 192, 448, 1000)
_GIB = (0.5, 1, 4, 16, 32, 488, 1024, 12288, 50000)
_ONE_OF: dict[str, tuple[Any, ...]] = {
    "arch": ("x86_64", "arm64", "i386", "arm64_mac", "x86_64_mac"),
    "gpu": (1, 2, 4, 8, 16, 100),
    "local-storage-gb": (50, 900, 7600, 48_000, 10**6),
    "network-gbps": (1, 10, 50, 100, 3200, 9999),
    "hypervisor": ("xen", "nitro"),
    "generation": ("current",),
    "virtualization": ("hvm", "paravirtual"),
    "edition": ("2014",),
    "tenancy": ("dedicated", "host"),
    "free-plan": (True,),
    "purpose": tuple(map(str, Purpose)),
}


def random_answers(chance: random.Random, knowledge: Knowledge) -> dict[str, Any]:
    """Answers to about half of the questions of `recommend`."""
    answers: dict[str, Any] = {
        id: chance.choice(options) for id, options in _ONE_OF.items() if chance.random() < 0.2
    }
    if chance.random() < 0.7:
        family = chance.choice(knowledge.os_catalog.families)
        answers["os"] = family.key
        if family.versions and chance.random() < 0.8:
            answers["os-version"] = chance.choice(family.versions)
    for id, least in (("vcpus", _VCPUS), ("memory-gib", _GIB)):
        if chance.random() < 0.4:
            low = chance.choice(least)
            answers[id] = {"minimum": low, "maximum": low * chance.choice((1, 2, 4))}
    if chance.random() < 0.5:
        answers["need"] = chance.sample(_FEATURES, chance.choice((1, 2, 3, 8)))
    if chance.random() < 0.2:
        answers["without"] = chance.sample(_FEATURES, chance.randint(1, 3))
    if chance.random() < 0.3:
        answers["region"] = chance.choice(knowledge.catalog.regions)
    if chance.random() < 0.1:
        answers["family"] = chance.sample(knowledge.catalog.families, 3)
    if chance.random() < 0.2:
        answers |= {"start": "instance", "current-type": chance.choice(knowledge.catalog.types).name}
    return answers
