"""Which images an Auto Scaling group launches, by way of templates and configurations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class Templates:
    """The images of all launch templates' versions, by ID and by name, as groups name them."""

    def __init__(self) -> None:
        self._images: dict[tuple[str, str], str] = {}
        self._latest: dict[str, int] = {}

    def add(self, id: str, name: str, number: int, image_id: str, *, default: bool) -> None:
        """Take a version into account."""
        for key in (id, name):
            self._images[key, str(number)] = image_id
            if default:
                self._images[key, "$Default"] = image_id
            if number >= self._latest.get(key, 0):
                self._latest[key] = number
                self._images[key, "$Latest"] = image_id

    def image(self, specification: Mapping[str, Any]) -> str:
        """The image that a LaunchTemplateSpecification leads to; empty if it is not known."""
        key = specification.get("LaunchTemplateId") or specification.get("LaunchTemplateName") or ""
        # A group that names no version takes the default one.
        return self._images.get((key, specification.get("Version") or "$Default"), "")


def images_of(
    group: Mapping[str, Any], templates: Templates, configurations: Mapping[str, str]
) -> tuple[str, ...]:
    """The images with which a group launches instances, each once."""
    found = [configurations.get(group.get("LaunchConfigurationName", ""), "")]
    found += map(templates.image, _specifications(group))
    found += [override.get("ImageId", "") for override in _overrides(group)]
    return tuple(dict.fromkeys(image_id for image_id in found if image_id))


def _specifications(group: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if "LaunchTemplate" in group:
        yield group["LaunchTemplate"]
    mixed = group.get("MixedInstancesPolicy", {}).get("LaunchTemplate", {})
    for holder in (mixed, *_overrides(group)):
        if "LaunchTemplateSpecification" in holder:
            yield holder["LaunchTemplateSpecification"]


def _overrides(group: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    return tuple(group.get("MixedInstancesPolicy", {}).get("LaunchTemplate", {}).get("Overrides", ()))
