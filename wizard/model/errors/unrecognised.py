"""What to say of a text in which there is no known error."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.errors.recognised import Unrecognised
from wizard.model.errors.seen import Seen
from wizard.model.message import Message

# Codes that EC2 gives for many different faults; they tell nothing without their sentence.
GENERAL_CODES = frozenset(
    {
        "ClientException",
        "ClientInvalidParameterValue",
        "GeneralServiceException",
        "IncorrectState",
        "IncorrectStateException",
        "InvalidInput",
        "InvalidParameter",
        "InvalidParameterCombination",
        "InvalidParameterDependency",
        "InvalidParameterValue",
        "InvalidRequest",
        "InvalidState",
        "OperationNotPermitted",
        "Unsupported",
        "UnsupportedOperation",
        "ValidationError",
        "ValidationException",
    }
)

# The tools around EC2 hand its codes on.
_OF_EC2_S_LIST = ("ec2", "tool", "cloudformation", "autoscaling")
_CODES_ADDRESS = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html"


def unrecognised(seen: Seen) -> Unrecognised:
    """What was seen, and what to look at next."""
    said = Message("Not recognised: no error that the program knows is in this text.")
    return Unrecognised(seen, said, tuple(_named(seen)), _next_step(seen))


def _named(seen: Seen) -> Iterator[Message]:
    if seen.service:
        yield Message("It comes from {service}.", {"service": seen.service.title})
    elif seen.foreign:
        yield Message("It comes from a service that is not about images and instance types.")
    if seen.code in GENERAL_CODES:
        yield Message(
            "Its code, {code}, is given for many different faults; the sentence behind it tells which.",
            {"code": seen.code},
        )
    elif seen.code:
        yield Message("Its code seems to be {code}.", {"code": seen.code})
    for path, message in (
        ("type.name", Message("It names the instance type {value}.")),
        ("image.image_id", Message("It names the AMI {value}.")),
        ("launch.region", Message("It names the Region {value}.")),
    ):
        if path in seen.values:
            yield Message(message.template, {"value": seen.values[path]})


def _next_step(seen: Seen) -> Message:
    values = seen.values
    if seen.foreign:
        return Message("Look in that service's own documentation for the code and the operation.")
    if "type.name" in values and "image.image_id" in values:
        command = Message(
            "ami-wizard check --image-id {image} --type {type}",
            {"image": values["image.image_id"], "type": values["type.name"]},
        )
        return Message("Check the image on the type: {command}", {"command": command})
    if "instance" in values:
        command = Message(
            "aws ec2 describe-instances --instance-ids {instance} --query 'Reservations[].Instances[].StateReason'",
            {"instance": values["instance"]},
        )
        return Message(
            "If the instance came up and ended, its state reason says why: {command}", {"command": command}
        )
    if seen.service and seen.service.id not in _OF_EC2_S_LIST:
        return Message(
            "Look in the documentation of {service} for the operation and the sentence behind the code.",
            {"service": seen.service.title},
        )
    if seen.code and seen.code not in GENERAL_CODES and seen.service:
        return Message(
            "Look the code up in AWS's list of EC2 error codes: {address}", {"address": _CODES_ADDRESS}
        )
    return Message("Paste the whole error message, from the error code to its last sentence.")
