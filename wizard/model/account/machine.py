"""What runs today in an account, or would: instances and launch templates."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.account.listing_events import Answered, Regions, Started, Trouble
from wizard.model.frozen import field, frozen
from wizard.model.images.image_row import Record
from wizard.model.word import Word


class MachineKind(Word):
    """Where it is said."""

    INSTANCE = "instance"
    LAUNCH_TEMPLATE = "launch-template"


@frozen(eq=False)
class Machine:
    """An instance, or a version of a launch template. Texts are empty where nothing is said.

    id: the instance's or the template's. name: its Name tag, or the template's name. image_id: as it is
    named, which may be resolve:ssm:…. platform: as DescribeImages or DescribeInstances says it. detail:
    an instance's state, a template's version. facts: what DescribeInstances says of the image beside
    that. record: what DescribeImages says of it, where it is still there.
    """

    profile: str
    region: str
    kind: MachineKind
    id: str
    name: str = ""
    instance_type: str = ""
    image_id: str = ""
    platform: str = ""
    detail: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    record: Record | None = None


@frozen
class Machines:
    """Some of what a Region has."""

    profile: str
    region: str
    machines: tuple[Machine, ...]


MachineEvent = Regions | Started | Machines | Answered | Trouble
