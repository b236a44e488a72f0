"""What `terraform plan` prints for people: each resource with the values that it will have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wizard.formats.templates import requests
from wizard.formats.templates.place import NotATemplate, Place
from wizard.model.message import Message

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_PLAN = re.compile(r"^(?:Terraform|OpenTofu) (?:will perform|used the selected)", re.MULTILINE)
_RESOURCE = re.compile(
    r"[ \t]*# (?P<address>aws_\S+|module\.\S+\.aws_\S+) (?P<fate>(?:will|must) be [\w -]+)"
)
_END = re.compile(r"[ \t]{0,4}\}")
# The value after the arrow is the one that will be; what stands deeper belongs to a block within.
_VALUE = re.compile(r"[ \t]*[-+~/]{0,3}[ \t]*(?P<key>\w+)[ \t]*=[ \t]*(?:.*->[ \t]*)?\"(?P<value>[^\"]*)\"")
_GONE = "will be destroyed"


def is_shown(text: str) -> bool:
    """Whether it is a plan as Terraform or OpenTofu prints it."""
    return bool(_PLAN.search(_COLOUR.sub("", text)))


def shown_places(text: str) -> Iterator[Place]:
    """A place for each resource that names an image and a type. Raises NotATemplate where none does.

    A plan hides what does not change, so that a resource whose type alone changes does not say its image.
    """
    found = list(_places(_COLOUR.sub("", text).splitlines()))
    if not found:
        raise NotATemplate(
            Message(
                "what terraform plan prints for people, where no resource shows both image and type; "
                "expected what terraform show -json says of the saved plan"
            )
        )
    return iter(found)


def _places(lines: list[str]) -> Iterator[Place]:
    address, begun = "", 0
    values: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if said := _RESOURCE.match(line):
            gone = said["fate"].startswith(_GONE)
            address, begun, values = "" if gone else said["address"], number, {}
        elif address and _END.fullmatch(line):
            for place in requests.places_in(values):
                yield Place(begun, address, place.image, place.instance_type, place.options, place.region)
            address = ""
        elif address and (said := _VALUE.match(line)):
            values.setdefault(said["key"], said["value"])
