"""What uses an image, as an account tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wizard.model.asking import Trouble


class User(StrEnum):
    """What kind of thing uses an image."""

    INSTANCE = "instance"
    LAUNCH_TEMPLATE = "launch-template"
    LAUNCH_CONFIGURATION = "launch-configuration"
    AUTO_SCALING_GROUP = "auto-scaling-group"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Use:
    """One thing that uses an image. image_id: as it names it, which may be resolve:ssm:….

    id: an instance's, template's or resource's own; name: what people call it; detail: an instance's
    state, a template's version and whether it is the default or latest one, a resource's type.
    """

    image_id: str
    user: User
    region: str
    id: str
    name: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Uses:
    """Some of what uses the images asked for."""

    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A Region's answer to one part of the question is complete."""

    region: str
    part: str


UsageEvent = Uses | Looked | Trouble
