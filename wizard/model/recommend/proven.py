"""What is certain of an image and of its system because they run, though nobody said it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.finding import PREVENTS, Evidence, Finding
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import BootMode, InstanceType, Support, VirtualizationType
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import Ground, OperatingSystem
from wizard.model.frozen import field, frozen, names_of, replace
from wizard.model.judging.survey import CatalogResult
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.needs import Needs

_OF_BOTH = frozenset(
    f"{root}.{name}"
    for root, record in (("image", Image), ("os", OperatingSystem))
    for name in names_of(record)
)


@frozen
class Proven:
    """because: for each fact that a rule leaves but one answer, by its path, what the other would have met."""

    image: Image
    os: OperatingSystem
    because: Mapping[str, Finding] = field(default_factory=dict)


def proven_by(
    knowledge: Knowledge, image: Image, system: OperatingSystem, here: InstanceType | None
) -> Proven:
    """The image and its system with what nobody said, where only one answer lets them run on `here`.

    The rules decide: of the values that a fact may have, those with which no instance could be used there
    are none. Nothing is proven where the two are known not to run there.
    """
    image = proven(image, here)
    if here is None or knowledge.catalog.get(here.name) is not here:
        return Proven(image, system)
    bit = 1 << knowledge.catalog.bit(here)
    launch, because = Launch(image=image, os=system), dict[str, Finding]()
    survey = knowledge.judge.survey(launch)
    if survey.results.prevented & bit:
        return Proven(image, system)
    asked: set[str] = set()
    while facts := [path for path in survey.doubts(bit) if path not in asked and _is_of_both(path)]:
        asked.add(facts[0])
        left = []
        for value in _values(facts[0]):
            other = _with(launch, facts[0], value)
            tried = knowledge.judge.survey(other)
            if not tried.results.prevented & bit:
                left.append((other, tried))
            else:
                because[facts[0]] = _met(tried, bit, here)
        if len(left) == 1:
            # What it proves may settle what was open before.
            ((launch, survey),) = left
            asked.clear()
        else:
            because.pop(facts[0], None)
    if launch.os.pv_images is False and "os.xen_pv_kernel" in because:
        # Nobody made such an image: it does not run there at all, or it is another system.
        return Proven(image, system)
    return Proven(launch.image, _grounded(launch.os, because), because)


def as_it_runs(knowledge: Knowledge, needs: Needs) -> Needs:
    """The needs, where today's system has what it needs to run on today's type."""
    here = knowledge.instance_type(needs.current_type or "")
    if here is None:
        return needs
    known = proven_by(knowledge, needs.image or Image(), needs.os, here).os
    found = {name: getattr(known, name) for name in known.grounds if name not in needs.os.grounds}
    if not found:
        return needs
    updated = needs.os_updated
    return replace(
        needs,
        os=known,
        os_updated=updated and replace(updated, **found, grounds={**known.grounds, **updated.grounds}),
    )


def _is_of_both(path: str) -> bool:
    """Whether it is a fact of the image or the system itself, with a handful of values."""
    return path in _OF_BOTH and all_facts()[path].closed


def _values(path: str) -> Iterator[Any]:
    kind = all_facts()[path].kind
    yield from kind if issubclass(kind, Enum) else (True, False)


def _with(launch: Launch, path: str, value: object) -> Launch:
    root, name = path.split(".")
    told = replace(getattr(launch, root), **{name: value})
    if root == "image":
        told = _as_paravirtual(told)
    return replace(launch, **{root: told})


def _met(survey: CatalogResult, bit: int, here: InstanceType) -> Finding:
    """The worst that the instance would have met."""
    return next(
        r.rule.finding(survey.launch, here)
        for r in survey.results.by_rule
        if r.broken & bit and r.rule.outcome in PREVENTS
    )


def _grounded(system: OperatingSystem, because: Mapping[str, Finding]) -> OperatingSystem:
    """With the ground of what follows from where it runs."""
    grounds = {
        path.removeprefix("os."): Ground(Evidence.INFERRED, finding.sources)
        for path, finding in because.items()
        if path.startswith("os.")
    }
    return replace(system, grounds={**system.grounds, **grounds}) if grounds else system


def proven(image: Image, here: InstanceType | None) -> Image:
    """The image with what nobody said, where the record of the type it runs on leaves but one answer.

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
