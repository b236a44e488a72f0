"""Asks what runs in an account: instances, launch templates, and the images that both name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from wizard.aws.account import Account, pages_of
from wizard.aws.at_once import Tell, do_all
from wizard.aws.each_region import EachRegion
from wizard.aws.operations import Part
from wizard.model.account.listing_events import Answered
from wizard.model.account.machine import Machine, MachineEvent, MachineKind, Machines
from wizard.model.frozen import replace

_MOST_IN_A_FILTER = 200
# What DescribeInstances says of the image, in DescribeImages' words.
_FACTS = (
    "Architecture",
    "BootMode",
    "EnaSupport",
    "Platform",
    "PlatformDetails",
    "RootDeviceType",
    "VirtualizationType",
)


def ask_machines(account: Account, regions: Sequence[str] | None, tell: Tell[MachineEvent]) -> None:
    """What each Region has, told page by page as in `do_all`. regions: None for all that are enabled."""

    def ask(region: str) -> Iterator[Machines | Answered]:
        count = 0
        with account.client(Part.MACHINES, region, "ec2") as ec2:
            place = _Place(ec2, account.profile.name, region)
            for found in chain(place.instances(), place.templates()):
                count += len(found)
                yield Machines(account.profile.name, region, place.with_images(found))
        yield Answered(account.profile.name, region, count)

    do_all([EachRegion(account, regions, Part.MACHINES, ask).begin], tell)


class _Place:
    """One Region of one account."""

    def __init__(self, ec2: Any, profile: str, region: str) -> None:
        self._ec2, self._profile, self._region = ec2, profile, region
        self._images: dict[str, Mapping[str, object]] = {}

    def instances(self) -> Iterator[list[Machine]]:
        """Those that are not gone, a page at a time."""
        for page in pages_of(self._ec2, "describe_instances", MaxResults=1000):
            found = [
                self._instance(instance)
                for reservation in page.get("Reservations", ())
                for instance in reservation.get("Instances", ())
            ]
            yield [machine for machine in found if machine.detail != "terminated"]

    def templates(self) -> Iterator[list[Machine]]:
        """Of each launch template the default version and the latest one, a page at a time."""
        # Without a template's ID these words mean those of all templates.
        wanted = {"Versions": ["$Default", "$Latest"], "MaxResults": 200}
        seen: set[tuple[str, str]] = set()
        for page in pages_of(self._ec2, "describe_launch_template_versions", **wanted):
            found = [self._template(version) for version in page.get("LaunchTemplateVersions", ())]
            new = {(machine.id, machine.detail): machine for machine in found}
            yield [machine for key, machine in new.items() if key not in seen]
            seen.update(new)

    def with_images(self, machines: Sequence[Machine]) -> tuple[Machine, ...]:
        """The same, with the records of the images that are still there."""
        ids = {machine.image_id for machine in machines if machine.image_id.startswith("ami-")}
        new = sorted(ids - self._images.keys())
        for start in range(0, len(new), _MOST_IN_A_FILTER):
            self._ask_images(new[start : start + _MOST_IN_A_FILTER])
        return tuple(self._with_image(machine) for machine in machines)

    def _ask_images(self, ids: Sequence[str]) -> None:
        # A filter passes over an ID that is gone, where ImageIds would refuse them all.
        wanted = {
            "Filters": [{"Name": "image-id", "Values": ids}],
            "IncludeDeprecated": True,
            "IncludeDisabled": True,
        }
        for page in pages_of(self._ec2, "describe_images", **wanted):
            self._images.update({str(record["ImageId"]): record for record in page.get("Images", ())})

    def _with_image(self, machine: Machine) -> Machine:
        record = self._images.get(machine.image_id)
        if record is None:
            return machine
        platform = machine.platform or str(record.get("PlatformDetails", ""))
        return replace(machine, record=record, platform=platform)

    def _instance(self, instance: Mapping[str, Any]) -> Machine:
        names = [str(tag["Value"]) for tag in instance.get("Tags", ()) if tag.get("Key") == "Name"]
        return Machine(
            self._profile,
            self._region,
            MachineKind.INSTANCE,
            str(instance["InstanceId"]),
            "".join(names[:1]),
            str(instance.get("InstanceType", "")),
            str(instance.get("ImageId", "")),
            str(instance.get("PlatformDetails") or instance.get("Platform", "")),
            str(instance.get("State", {}).get("Name", "")),
            {name: instance[name] for name in _FACTS if name in instance},
        )

    def _template(self, version: Mapping[str, Any]) -> Machine:
        data = version.get("LaunchTemplateData", {})
        return Machine(
            self._profile,
            self._region,
            MachineKind.LAUNCH_TEMPLATE,
            str(version["LaunchTemplateId"]),
            str(version.get("LaunchTemplateName", "")),
            str(data.get("InstanceType", "")),
            str(data.get("ImageId", "")),
            detail=str(version["VersionNumber"]),
        )
