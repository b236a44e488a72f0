"""A change with the values of the way in its texts and commands, and with what was asked for among its steps."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from itertools import chain

from wizard.model.ec2.instance_type import Support, VirtualizationType
from wizard.model.ec2.names import REGION
from wizard.model.frozen import frozen, replace
from wizard.model.launching.place import place_steps
from wizard.model.launching.request import SUBNET, LaunchRequest
from wizard.model.launching.shorthand import option_groups
from wizard.model.message import Message, joined
from wizard.model.migration.changes import sets_options
from wizard.model.migration.context import MigrationContext
from wizard.model.migration.losses import named
from wizard.model.rules.instance_option import InstanceOption
from wizard.model.rules.migration_change import ChangeStep, MigrationChange
from wizard.model.rules.runbook import Runbook
from wizard.model.systems.driver import least_driver
from wizard.model.systems.published_image import PublishedImage

_AWS = re.compile(r"^(aws [a-z0-9-]+(?: wait)? [a-z0-9-]+)", re.MULTILINE)
_KERNEL = re.compile(r"aki-[0-9a-f]{8,17}")
_DEVICE = re.compile(r"/dev/[a-z0-9]{1,16}")
_GROUP = "GROUP_ID"
_OPTIONS = "{options}"
_STOP, _START = "aws ec2 stop-instances", "aws ec2 start-instances"
# What a launch does not set by itself.
_FROM_WITHIN = ("secure-boot", "nvidia-driver", "nvidia-driver-since")
_FROM_THE_PUBLISHER_S = ("new-system", "pv-to-hvm", "x86-to-arm")

_TENANCY_BACK = Message(
    "Before the start its tenancy goes back as well, to the old one: aws ec2 modify-instance-placement --instance-id "
    "INSTANCE_ID --tenancy default."
)
_SET_BACK: Mapping[str, Message] = {
    "own-licence": Message(
        "Red Hat's licence of AWS comes back by another conversion only; with the subscription of your own the system runs "
        "on shared hardware, too."
    ),
    "tenancy-dedicated": _TENANCY_BACK,
    "tenancy-default": Message(
        "Before the start its tenancy goes back to the host as well, as long as you keep that: aws ec2 "
        "modify-instance-placement --instance-id INSTANCE_ID --tenancy host."
    ),
    "tenancy-host": _TENANCY_BACK,
}


@frozen
class Route:
    """From where to where, with what the changes on it are filled in.

    published: the newest image of the system's publisher. requests: the launch that ends the way, of an AMI of one's
    own (True) or of the publisher's (False).
    """

    context: MigrationContext
    published: PublishedImage | None
    requests: Mapping[bool, LaunchRequest]
    runbooks: Mapping[str, Runbook]


def filled(change: MigrationChange, route: Route) -> MigrationChange:
    """The change as it is on this way: a runbook that does not take the instance is left out, and said to be."""
    context = route.context
    fill = _Fill(route, change)
    unfit = {of.tool: why for of in change.steps if (why := _unfit(of, route))}
    steps = tuple(chain.from_iterable(fill.steps(of) for of in change.steps if of.tool not in unfit))
    last, reasons = fill.last_options, context.wishes.at_launch if fill.launches else ()
    used = (*(context.wishes.stopped if fill.sets else ()), *last, *reasons)
    return replace(
        change,
        title=fill.text(change.title),
        why=joined([fill.text(change.why), *(fill.text(of.text) for of in reasons)]),
        preconditions=tuple(map(fill.text, (*change.preconditions, *fill.preconditions))),
        steps=(*steps, *map(fill.option, last)),
        cautions=(*unfit.values(), *map(fill.text, change.cautions)),
        way_back=joined([fill.text(change.way_back), *fill.set_back]),
        sources=tuple(dict.fromkeys([*change.sources, *(source for of in used for source in of.sources)])),
    )


class _Fill:
    """Fills in the texts and commands of one change."""

    def __init__(self, route: Route, change: MigrationChange) -> None:
        self._context = route.context
        self._request = route.requests[change.id not in _FROM_THE_PUBLISHER_S]
        self._values = _values(route) | {"options": _options(self._request)}
        commands = [step.command or "" for step in change.steps]
        # Whether it ends in a launch; whether it stops and starts the instance that one has, and that one stays.
        self.launches = any(_OPTIONS in command for command in commands)
        self.sets = sets_options(route.context) and any(command.startswith(_START) for command in commands)

    @property
    def last_options(self) -> tuple[InstanceOption, ...]:
        """What is set at the end, on a running instance; a launch sets itself all but what is done from within."""
        running = self._context.wishes.running
        return tuple(of for of in running if self.sets or (self.launches and of.id in _FROM_WITHIN))

    @property
    def preconditions(self) -> Iterator[Message]:
        """That the instance is in the zone that was asked for, where it is not launched anew."""
        if self.sets and self._context.wishes.zone:
            yield Message(
                "The instance is in {zone} already: no change brings it to another zone, only a launch from an AMI of it."
            )

    @property
    def set_back(self) -> Iterator[Message]:
        """What goes back with the type, where the way has set it."""
        set_here = {of.id for of in self._context.wishes.stopped} if self.sets else set[str]()
        for id in sorted(set_here & _SET_BACK.keys()):
            yield _SET_BACK[id]

    def text(self, message: Message) -> Message:
        return replace(message, values=self._values)

    def option(self, option: InstanceOption) -> ChangeStep:
        return ChangeStep(self.text(option.text), self._command(option.command))

    def steps(self, step: ChangeStep) -> Iterator[ChangeStep]:
        """The step, behind what has to be there or to be set before."""
        command = step.command or ""
        if _OPTIONS in command or (self.sets and command.startswith(_STOP)):
            for place in place_steps(self._request, self._context.wishes.zone):
                said = joined([text for text in (place.purpose, place.note) if text])
                yield ChangeStep(said, "\n".join(place.lines))
        if self.sets and command.startswith(_START):
            yield from map(self.option, self._context.wishes.stopped)
        yield ChangeStep(self.text(step.text), self._command(step.command), step.tool)

    def _command(self, template: str | None) -> str | None:
        if template is None:
            return None
        for name, value in self._values.items():
            template = template.replace("{" + name + "}", value)
        if self._context.region and REGION.fullmatch(self._context.region):
            return _AWS.sub(rf"\1 --region {self._context.region}", template)
        return template


def _values(route: Route) -> dict[str, str]:
    context, published = route.context, route.published
    image = context.image
    paravirtual = image.virtualization_type is VirtualizationType.PARAVIRTUAL
    kernel = image.kernel_id if _KERNEL.fullmatch(image.kernel_id) else "KERNEL_ID"
    found = published if published and published.can_be_found else None
    return {
        "owner": found.owner if found and found.owner else "OWNER_ID",
        "name": f"'Name=name,Values={found.name_pattern}' \\\n    " if found else "",
        "image": image.id_of_ec2 or "AMI_ID",
        "here": context.here.name if context.here else "OLD_TYPE",
        "system": context.system_after or "the new system",
        "target": context.there.name,
        "gpus": named(context.there),
        "had_gpus": named(context.here) if context.here else "",
        "driver": least_driver(context.there) or "",
        "cores": str(context.there.cores),
        "zone": context.wishes.zone or "ZONE",
        "upgrade": (context.upgrade and context.upgrade.before) or "",
        "reached": (context.upgrade and context.upgrade.after) or "",
        "virtualization": image.virtualization_type or context.profile.virtualization_type,
        "architecture": context.profile.architecture,
        "kernel": f" --kernel-id {kernel}" if paravirtual else "",
        "root": image.root_device_name if _DEVICE.fullmatch(image.root_device_name) else "/dev/sda1",
        "tpm": " --tpm-support v2.0" if context.profile.tpm else "",
    }


def _options(request: LaunchRequest) -> str:
    """Everything that was asked for, and the subnet and security group, as further lines of run-instances."""
    parameters = dict(request.parameters)
    if interfaces := parameters.get("NetworkInterfaces"):
        # An interface that is named names both itself.
        parameters["NetworkInterfaces"] = [
            {**each, "SubnetId": SUBNET, "Groups": _GROUP} for each in interfaces
        ]
        groups: Iterator[tuple[str, ...]] = option_groups(parameters)
    else:
        groups = option_groups({"SubnetId": SUBNET, "SecurityGroupIds": _GROUP, **parameters})
    return "".join(f" \\\n  {shlex.join(group)}" for group in groups)


def _unfit(step: ChangeStep, route: Route) -> Message | None:
    """Why a runbook is not one for this instance; None where it is, as far as is known."""
    context, runbook = route.context, route.runbooks.get(step.tool or "")
    if runbook is None:
        return None
    if not runbook.takes(context.family, context.system_version):
        return Message(
            "AWS's runbook {runbook} is not for this instance: its page does not name the system.",
            {"runbook": runbook.name},
        )
    here = context.here
    if here is not None and here.local_nvme is Support.REQUIRED and not runbook.takes_instance_store:
        return Message(
            "AWS's runbook {runbook} is not for this instance: it takes none with instance-store volumes, which {here} "
            "always has.",
            {"runbook": runbook.name, "here": here.name},
        )
    return None
