"""`ami-wizard specification`: the InstanceTypeSpecification that allows exactly what works."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from wizard.cli.check import one_image
from wizard.cli.console import Refusal, complain, print_json, say, the_knowledge
from wizard.flow.answer_error import AnswerError
from wizard.flow.launch import launch_from
from wizard.formats.near_miss import describe_images
from wizard.model.catalog.specification import NoSpecification, Specification
from wizard.model.ec2.image import Image
from wizard.model.frozen import replace
from wizard.model.launching.shell import aws
from wizard.model.message import Message, Translations


def run(options: argparse.Namespace, translations: Translations) -> int:
    """Print the lists and the command that would set them. Raises Refusal."""
    # What the AMI allows today must not decide what it could allow.
    image = replace(one_image(options.image), supported_types=(), unsupported_types=())
    if missing := [name for name, value in _needed(image) if value is None]:
        raise Refusal(_fragment(options.image, image, missing))
    knowledge = the_knowledge()
    family, _, version = (options.os or "").partition(":")
    record = {"os": {"family": family or None, "version": version or None}, "region": options.region}
    try:
        usable = knowledge.judge.survey(launch_from(record, image, knowledge)).usable
        found = knowledge.specifier.specify(usable)
    except AnswerError as problem:
        raise Refusal(AnswerError(f"--{problem.place}", problem.message).located) from None
    except NoSpecification as problem:
        raise Refusal(problem.message) from None
    if image.marketplace:
        complain(Message("an AMI with a Marketplace product code can't carry a specification"), translations)
    command = _command(image, found, options.region)
    if options.json:
        document = {
            "schema": 1,
            "supported": list(found.supported),
            "unsupported": list(found.unsupported),
            "types": usable.bit_count(),
            "command": command,
        }
        print_json(document)
        return 0
    say(_summary(usable.bit_count(), found).render(translations))
    for entry in (*found.supported, *(f"- {entry}" for entry in found.unsupported)):
        say(f"  {entry}")
    for line in command.split("\n"):
        print(line)
    return 0


def _needed(image: Image) -> Iterator[tuple[str, object]]:
    """What decides for every type; without it the lists would shut types in or out by guess."""
    yield "Architecture", image.architecture
    yield "VirtualizationType", image.virtualization_type
    yield "RootDeviceType", image.root_device_type
    yield "BootMode", image.boot_mode
    yield "EnaSupport", image.ena_support


def _fragment(file: str, image: Image, missing: list[str]) -> Message:
    ids = [image.id_of_ec2] if image.id_of_ec2 else []
    return Message(
        "{file}: {fields} not known; expected all that DescribeImages says: {command}",
        {"file": file, "fields": ", ".join(missing), "command": Message(describe_images(ids))},
    )


def _summary(types: int, found: Specification) -> Message:
    values = {"types": types, "supported": len(found.supported), "unsupported": len(found.unsupported)}
    return Message(
        "{types} types work: {supported} entries to support, {unsupported} to leave out (-)", values
    )


def _command(image: Image, found: Specification, region: str | None) -> str:
    """Lines that a shell reads as they are: an ID as EC2 gives them, and names of the catalogue."""
    lists = {"SupportedInstanceTypes": found.supported, "UnsupportedInstanceTypes": found.unsupported}
    value = json.dumps({name: list(entries) for name, entries in lists.items() if entries})
    return "\n".join(
        aws(
            "replace-image-instance-type-specification",
            region,
            ("--image-id", image.id_of_ec2 or "AMI_ID"),
            ("--instance-type-specification", value),
        )
    )
