"""Reads one question of `check`: which image, on which type, how launched."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from wizard.flow.answer_error import AnswerError, unknown_word
from wizard.flow.launch_options import LAUNCH_OPTIONS, LaunchOption
from wizard.flow.where import place_of, unlike
from wizard.model.ec2.finding import Verdict
from wizard.model.ec2.image import Image
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.judging.judge import judge, still_offered
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.systems.os_guess import guess_os

_BY_KEY = {option.key: option for option in LAUNCH_OPTIONS}


def launch_from(record: Mapping[str, object], image: Image, knowledge: Knowledge) -> Launch:
    """The launch that a question describes, image apart. A key that is null is a key left out.

    An operating system or a Region that is not in the catalogue stays what it is called: nothing is
    known of it. A system that nobody names is guessed from the image. Raises AnswerError, which
    names the key and what was expected.
    """
    return Launch(
        image=image,
        os=_system(record.get("os"), image, knowledge),
        **place_of(record.get("region"), _zone(record), knowledge),
        today=datetime.datetime.now(datetime.UTC).date(),
        **_options(record.get("options")),
    )


def verdict_on(record: Mapping[str, object], image: Image, knowledge: Knowledge) -> tuple[str, Verdict]:
    """The name of the type that a question names, and what becomes of the launch on it.

    Of a type that EC2's API knows and the data lacks, the verdict says just that. Raises AnswerError.
    """
    name = record.get("instance_type")
    if not isinstance(name, str):
        raise unlike("instance_type", name, Message("the name of an instance type"))
    found = knowledge.instance_type(name)
    absent = knowledge.catalog.supplement.absent
    if found is None and name not in absent:
        names = [t.name for t in knowledge.catalog.types]
        raise AnswerError("instance_type", unknown_word(name, names, absent))
    launch = launch_from(record, image, knowledge)
    if found is None:
        return name, Verdict((), (still_offered(name),))
    return name, judge(knowledge.rulebook, launch, found)


def _system(given: object, image: Image, knowledge: Knowledge) -> OperatingSystem:
    if given is None:
        return guess_os(image, knowledge.os_catalog)
    if not isinstance(given, Mapping):
        raise unlike("os", given, Message("an object with family and version"))
    for key, value in given.items():
        if value is not None and not (isinstance(value, str) and key in ("family", "version")):
            raise unlike(f"os.{key}", value, Message("family and version, both texts"))
    if given.get("family") is None:
        return guess_os(image, knowledge.os_catalog)
    return knowledge.os_catalog.resolve(given["family"], given.get("version"))


def _zone(record: Mapping[str, object]) -> object:
    """It may stand beside the Region, or among the options as in RunInstances' Placement."""
    options = record.get("options")
    among = options.get("zone") if isinstance(options, Mapping) else None
    beside = record.get("zone")
    return among if beside is None else beside


def _options(given: object) -> dict[str, Any]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise unlike("options", given, Message("an object of launch options"))
    options: dict[str, Any] = {}
    for key, value in given.items():
        if key == "zone":
            continue
        if key not in _BY_KEY:
            raise AnswerError("options", unknown_word(str(key), list(_BY_KEY)))
        if value is not None:
            options[_BY_KEY[key].field] = _value(_BY_KEY[key], value)
    return options


def _value(option: LaunchOption, value: object) -> object:
    if option.words:
        if value not in option.words:
            expected = Message("{known}", {"known": ", ".join(option.words)})
            raise unlike(f"options.{option.key}", value, expected)
        return option.read(str(value))
    if not isinstance(value, bool):
        raise unlike(f"options.{option.key}", value, Message("true or false"))
    return value
