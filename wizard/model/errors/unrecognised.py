"""What to say of a text in which there is no known error."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.errors.fault import GENERAL_CODES, Fault
from wizard.model.errors.recognised import Unrecognised
from wizard.model.errors.seen import Seen
from wizard.model.message import Message, joined

# The tools around EC2 hand its codes on.
_OF_EC2_S_LIST = ("ec2", "tool", "cloudformation", "autoscaling")
_CODES_ADDRESS = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html"
_REFERENCES = {
    "ec2": "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_{operation}.html",
    "autoscaling": "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_{operation}.html",
}
_TRAIL = (
    "aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue={operation}"
    " --max-results 5 --query 'Events[].CloudTrailEvent' --output text"
)


def unrecognised(seen: Seen, fault: Fault | None, *, whole: bool = True) -> Unrecognised:
    """What was seen, what kind of fault it is, and what to look at next. whole: whether all of the text was read."""
    said = (
        Message("Not recognised: no error that the program knows is in this text.")
        if whole
        else Message(
            "Not recognised: no error that the program knows is at the beginning or at the end of this long text; "
            "paste the part around the error."
        )
    )
    return Unrecognised(seen, said, tuple(_named(seen, fault)), _next_step(seen, fault))


def _named(seen: Seen, fault: Fault | None) -> Iterator[Message]:
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
    if fault and seen.sentence:
        yield Message("It says: {sentence}.", {"sentence": seen.sentence})
    if fault:
        yield fault.remedy(seen.values).cause
    for path, message in (
        ("type.name", Message("It names the instance type {value}.")),
        ("image.image_id", Message("It names the AMI {value}.")),
        ("launch.region", Message("It names the Region {value}.")),
        ("parameter", Message("It is about the parameter {value}.")),
    ):
        if path in seen.values:
            yield Message(message.template, {"value": seen.values[path]})


def _next_step(seen: Seen, fault: Fault | None) -> Message:
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
    if fault:
        return _cure(seen, fault)
    if seen.service and seen.service.id not in _OF_EC2_S_LIST:
        return Message(
            "Look in the documentation of {service} for the operation and the sentence behind the code.",
            {"service": seen.service.title},
        )
    if _is_listed(seen):
        return _listed()
    if seen.code and (reference := _reference(seen)):
        return reference
    if seen.service and seen.service.id == "ec2" and seen.operation and not seen.code:
        return Message(
            "Paste the whole error message, or read there what EC2 answered: {command}",
            {"command": Message(_TRAIL, {"operation": seen.operation})},
        )
    return Message("Paste the whole error message, from the error code to its last sentence.")


def _cure(seen: Seen, fault: Fault) -> Message:
    """What to do, and where EC2 says more."""
    told = fault.remedy(seen.values).message
    if "parameter" in seen.values and (reference := _reference(seen)):
        return joined((told, reference))
    return joined((told, _listed())) if _is_listed(seen) else told


def _reference(seen: Seen) -> Message | None:
    """Where AWS says what the operation takes."""
    address = _REFERENCES.get(seen.service.id) if seen.service else None
    if not address or not seen.operation:
        return None
    return Message(
        "AWS's reference of {operation} lists what it takes, and its errors: {address}",
        {"operation": seen.operation, "address": address.format(operation=seen.operation)},
    )


def _is_listed(seen: Seen) -> bool:
    """Whether AWS's list of EC2's codes may have it."""
    return bool(
        seen.code and seen.code not in GENERAL_CODES and seen.service and seen.service.id in _OF_EC2_S_LIST
    )


def _listed() -> Message:
    return Message(
        "Look the code up in AWS's list of EC2 error codes: {address}", {"address": _CODES_ADDRESS}
    )
