"""What a record says of an image or an instance, as answers to the questions of the first step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wizard.model.account.machine import Machine
from wizard.model.images.describe_images import is_whole
from wizard.model.knowledge import Knowledge

# DescribeInstances' words for an image -> the questions on it.
_ASKED = {
    "VirtualizationType": "image-virtualization",
    "Architecture": "image-architecture",
    "BootMode": "image-boot-mode",
    "RootDeviceType": "image-root-device",
}


def facts_of(fields: Mapping[str, object]) -> dict[str, Any]:
    """Answers to the questions on an image. What the record does not say is not answered."""
    answers: dict[str, Any] = {
        question: str(fields[name]) for name, question in _ASKED.items() if fields.get(name)
    }
    if isinstance(ena := fields.get("EnaSupport"), bool):
        answers["image-ena"] = "yes" if ena else "no"
    if str(fields.get("Platform", "")).lower() == "windows":
        answers["image-platform"] = "windows"
    return answers


def instance_answers(instance_type: str, fields: Mapping[str, object]) -> dict[str, Any]:
    """The start of a move. fields: what DescribeInstances says of the instance's image."""
    answers = {"start": "instance", "current-type": instance_type, **facts_of(fields)}
    if answers.get("image-platform") == "windows":
        answers["os"] = "windows"
    return answers


def machine_answers(machine: Machine, knowledge: Knowledge) -> dict[str, Any]:
    """The start of a move away from what an account has.

    A type that the catalogue lacks is no answer; the image's whole record stands before its parts.
    """
    answers = instance_answers(machine.instance_type, machine.facts)
    if knowledge.instance_type(machine.instance_type) is None:
        del answers["current-type"]
    if machine.record is not None and is_whole(machine.record):
        answers = {name: value for name, value in answers.items() if not name.startswith("image-")}
        answers["image"] = dict(machine.record)
    return answers


def taken_over(answers: Mapping[str, Any], machine: Mapping[str, Any]) -> dict[str, Any]:
    """Earlier answers with those of another machine: of the one before nothing stays."""
    rest = {
        name: value
        for name, value in answers.items()
        if name not in ("current-type", "image") and not name.startswith("image-")
    }
    return rest | dict(machine)
