"""How long it takes to judge 100,000 images on all types: `python -m tests.benchmarks.bulk`.

Against asking every rule for every image and type, one pair after the other, which is timed on a
sample of pairs and scaled up: all of them would take the better part of a day.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace

from wizard.model.image import Image, Platform
from wizard.model.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.judge import judge
from wizard.model.launch import Launch
from wizard.store.resources import load_knowledge

IMAGES = 100_000
PAIRS = 500


def seconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def main() -> None:
    """Measure and print one line."""
    knowledge, chance = load_knowledge(), random.Random(1)
    image = Image(platform=Platform.LINUX_UNIX)
    launches = [
        Launch(
            replace(
                image,
                image_id=f"ami-{number:017x}",
                architecture=chance.choice(list(Architecture)),
                virtualization_type=chance.choice(list(VirtualizationType)),
                boot_mode=chance.choice(list(BootMode)),
                ena_support=chance.random() < 0.8,
                tpm_support=chance.random() < 0.1,
                root_device_type=chance.choice(list(RootDeviceType)),
            )
        )
        for number in range(IMAGES)
    ]
    types = knowledge.catalog.types
    took = seconds(lambda: [knowledge.judge.survey(launch).usable for launch in launches])
    pairs = [(chance.choice(launches), chance.choice(types)) for _ in range(PAIRS)]
    each = seconds(lambda: [judge(knowledge.rulebook, launch, t) for launch, t in pairs]) / PAIRS
    plain = each * IMAGES * len(types)
    print(
        f"{IMAGES:,} images x {len(types):,} types: {took:.2f} s, {plain / took:,.0f} times as fast as pair by pair"
    )


if __name__ == "__main__":
    main()
