"""Reads one question of `check`: which image, on which type, how launched."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from wizard.flow.kind import quoted
from wizard.flow.question import AnswerError, unknown_word
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.systems.os_guess import guess_os

_SWITCHES = {
    "spot": "spot",
    "hibernation": "hibernation",
    "enclave": "enclave",
    "ebs_optimized": "ebs_optimized",
    "cpu_options": "cpu_options",
    "amd_sev_snp": "sev_snp",
    "nested_virtualization": "nested_virtualization",
    "root_encrypted": "root_encrypted",
}
"""The contract's names of the options that are on or off, and the launch's own."""

_CHOICES = {"tenancy": tuple(Tenancy), "http_tokens": ("optional", "required")}


_REGION = re.compile(r"[a-z]{2}(?:-[a-z]{2,6})?-(?:central|(?:north|south)(?:east|west)?|east|west)-\d{1,2}")
"""How AWS names its Regions: us-gov-west-1, cn-north-1, ap-southeast-7."""


def launch_from(record: Mapping[str, object], image: Image, knowledge: Knowledge) -> Launch:
    """The launch that a question describes, image apart. A key that is null is a key left out.

    An operating system or a Region that is not in the catalogue stays what it is called: nothing is
    known of it. A system that nobody names is guessed from the image. Raises AnswerError, which
    names the key and what was expected.
    """
    return Launch(
        image=image,
        os=_system(record.get("os"), image, knowledge),
        **_place(record.get("region"), knowledge),
        today=datetime.datetime.now(datetime.UTC).date(),
        **_options(record.get("options")),
    )


def type_from(record: Mapping[str, object], knowledge: Knowledge) -> InstanceType:
    """The instance type that a question names. Raises AnswerError."""
    name = record.get("instance_type")
    if not isinstance(name, str):
        raise _unlike("instance_type", name, Message("the name of an instance type"))
    found = knowledge.catalog.get(name)
    if found is None:
        raise AnswerError("instance_type", unknown_word(name, [t.name for t in knowledge.catalog.types]))
    return found


def _system(given: object, image: Image, knowledge: Knowledge) -> OperatingSystem:
    if given is None:
        return guess_os(image, knowledge.os_catalog)
    if not isinstance(given, Mapping):
        raise _unlike("os", given, Message("an object with family and version"))
    for key, value in given.items():
        if value is not None and not (isinstance(value, str) and key in ("family", "version")):
            raise _unlike(f"os.{key}", value, Message("family and version, both texts"))
    if given.get("family") is None:
        return guess_os(image, knowledge.os_catalog)
    return knowledge.os_catalog.resolve(given["family"], given.get("version"))


def _place(given: object, knowledge: Knowledge) -> dict[str, Any]:
    """The Region. There are more than those that the catalogue knows: GovCloud's, China's, newer ones."""
    if given is None:
        return {}
    if not isinstance(given, str):
        raise _unlike("region", given, Message("the name of a Region"))
    if given in knowledge.catalog.regions:
        return {"region": given}
    if not _REGION.fullmatch(given):
        raise AnswerError("region", unknown_word(given, knowledge.catalog.regions))
    return {"other_region": given}


def _options(given: object) -> dict[str, Any]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise _unlike("options", given, Message("an object of launch options"))
    options: dict[str, Any] = {}
    for key, value in given.items():
        if key not in _SWITCHES and key not in _CHOICES:
            raise AnswerError("options", unknown_word(str(key), [*_SWITCHES, *_CHOICES]))
        if value is None:
            continue
        if key in _SWITCHES:
            if not isinstance(value, bool):
                raise _unlike(f"options.{key}", value, Message("true or false"))
            options[_SWITCHES[key]] = value
        elif value in _CHOICES[key]:
            options[key] = Tenancy(value) if key == "tenancy" else value
        else:
            raise _unlike(f"options.{key}", value, Message("{known}", {"known": ", ".join(_CHOICES[key])}))
    return options


def _unlike(place: str, given: object, expected: Message) -> AnswerError:
    return AnswerError(
        place,
        Message("{given} does not fit; expected {expected}", {"given": quoted(given), "expected": expected}),
    )
