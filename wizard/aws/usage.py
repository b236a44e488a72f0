"""Asks what uses an image: instances, launch templates in every version, Auto Scaling groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from functools import partial
from typing import Any

from wizard.aws.account import Account, pages_of
from wizard.aws.at_once import Job, Tell, do_all
from wizard.aws.auto_scaling import Templates, images_of
from wizard.aws.faults.problem_of import Asking, explained
from wizard.aws.operations import Part
from wizard.aws.regions import home_region
from wizard.model.account.listing_events import Trouble
from wizard.model.account.problem import Unanswered
from wizard.model.account.usage import Launched, Looked, UsageEvent, Use, User, Uses
from wizard.model.frozen import replace

_MOST_IN_A_FILTER = 200
_MOST_REFERENCES = 10


Images = Mapping[str, Iterable[str]]
"""Region -> IDs."""


def ask_usage(questions: Iterable[tuple[Account, Images]], tell: Tell[UsageEvent]) -> None:
    """What uses these images, each account's own. tell: as in `do_all`.

    Each part is asked on its own: a right that is missing for one hides nothing of the others. What
    names its image by an SSM parameter is told too, because the image may be one of these.
    """

    def begin(account: Account, images: Images, _tell: Tell[UsageEvent]) -> Iterable[Job[UsageEvent]]:
        # First, so that a code that is waited for keeps one thread waiting and not all.
        with suppress(Exception):  # whatever it is, each part tells it
            account.sign_in(home_region(account))
        places = [_Place(account, region, frozenset(ids)) for region, ids in images.items()]
        return [partial(place.ask, part) for place in places for part in place.parts]

    do_all([partial(begin, account, images) for account, images in questions], tell)


class _Place:
    """Asks what uses images in one Region of one account."""

    def __init__(self, account: Account, region: str, ids: frozenset[str]) -> None:
        self._account, self._region, self._ids = account, region, ids
        self.parts: Mapping[str, Callable[[], Iterator[Use]]] = {
            "instances": self._instances,
            "templates": self._templates_and_groups,
            "references": self._references,
        }

    def ask(self, part: str, tell: Tell[UsageEvent]) -> None:
        """Ask one part; what goes wrong ends that part only."""
        for event in self._events(part):
            tell(event)

    def _events(self, part: str) -> Iterator[UsageEvent]:
        name = self._account.profile.name
        try:
            with explained(Asking(self._account.profile, self._region)):
                for use in self.parts[part]():
                    if use.image_id in self._ids or use.indirect:
                        yield Uses(name, self._region, (use,))
        except Unanswered as unanswered:
            yield Trouble(name, self._region, unanswered.problem)
        else:
            yield Looked(name, self._region, part)

    def _client(self, service: str) -> AbstractContextManager[Any]:
        return self._account.client(Part.USAGE, self._region, service)

    def _instances(self) -> Iterator[Use]:
        chosen: dict[str, object] = {}
        if len(self._ids) <= _MOST_IN_A_FILTER:
            chosen = {"Filters": [{"Name": "image-id", "Values": sorted(self._ids)}]}
        with self._client("ec2") as ec2:
            for page in pages_of(ec2, "describe_instances", MaxResults=1000, **chosen):
                for reservation in page.get("Reservations", ()):
                    for instance in reservation.get("Instances", ()):
                        state = instance.get("State", {}).get("Name", "")
                        if state != "terminated":
                            found = self._use(User.INSTANCE, instance, "InstanceId", _name(instance), state)
                            yield replace(found, launched=_launched(instance, state))

    def _templates_and_groups(self) -> Iterator[Use]:
        """Groups name templates, so that these come first."""
        templates = Templates()
        with self._client("ec2") as ec2:
            for page in pages_of(ec2, "describe_launch_templates", MaxResults=200):
                for template in page.get("LaunchTemplates", ()):
                    yield from self._versions(ec2, template, templates)
        configurations: dict[str, str] = {}
        with self._client("autoscaling") as scaling:
            for page in pages_of(scaling, "describe_launch_configurations", MaxRecords=100):
                for found in page.get("LaunchConfigurations", ()):
                    configurations[found["LaunchConfigurationName"]] = found.get("ImageId", "")
                    yield self._use(User.LAUNCH_CONFIGURATION, found, "LaunchConfigurationName")
            for page in pages_of(scaling, "describe_auto_scaling_groups", MaxRecords=100):
                for group in page.get("AutoScalingGroups", ()):
                    for image_id in images_of(group, templates, configurations):
                        name = group["AutoScalingGroupName"]
                        yield Use(image_id, User.AUTO_SCALING_GROUP, self._region, name, name)

    def _versions(self, ec2: Any, template: Mapping[str, Any], templates: Templates) -> Iterator[Use]:
        id, name = template["LaunchTemplateId"], template.get("LaunchTemplateName", "")
        wanted = {"LaunchTemplateId": id, "MaxResults": 200}
        for page in pages_of(ec2, "describe_launch_template_versions", **wanted):
            for version in page.get("LaunchTemplateVersions", ()):
                number = version["VersionNumber"]
                image_id = version.get("LaunchTemplateData", {}).get("ImageId", "")
                templates.add(id, name, number, image_id, default=version.get("DefaultVersion", False))
                marks = ["default"] if version.get("DefaultVersion") else []
                marks += ["latest"] if number == template.get("LatestVersionNumber") else []
                detail = f"{number} ({', '.join(marks)})" if marks else str(number)
                if image_id:
                    yield Use(image_id, User.LAUNCH_TEMPLATE, self._region, id, name, detail)

    def _references(self) -> Iterator[Use]:
        """AWS's own answer, which knows Systems Manager and Image Builder too, where it is offered."""
        ids: Sequence[str] = sorted(self._ids)
        with self._client("ec2") as ec2:
            for start in range(0, len(ids), _MOST_REFERENCES):
                some = ids[start : start + _MOST_REFERENCES]
                wanted = {"ImageIds": some, "IncludeAllResourceTypes": True}
                for page in pages_of(ec2, "describe_image_references", **wanted):
                    for found in page.get("ImageReferences", ()):
                        kind = str(found.get("ResourceType", ""))
                        yield self._use(User.REFERENCE, found, "Arn", detail=kind)

    def _use(self, user: User, record: Mapping[str, Any], key: str, name: str = "", detail: str = "") -> Use:
        return Use(str(record.get("ImageId", "")), user, self._region, str(record.get(key, "")), name, detail)


def _launched(instance: Mapping[str, Any], state: str) -> Launched:
    """Only Spot and Capacity Block instances have a lifecycle."""
    tenancy = instance.get("Placement", {}).get("Tenancy", "default")
    return Launched(
        str(instance.get("InstanceType", "")),
        str(instance.get("UsageOperation", "")),
        running=state in ("pending", "running"),
        shared=tenancy == "default" and not instance.get("InstanceLifecycle"),
    )


def _name(record: Mapping[str, Any]) -> str:
    """The value of the tag that consoles show as the name."""
    return next((str(tag["Value"]) for tag in record.get("Tags", ()) if tag.get("Key") == "Name"), "")
