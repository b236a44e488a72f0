"""Asks what uses an image: instances, launch templates in every version, Auto Scaling groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from typing import Any

from wizard.aws.account import Account
from wizard.aws.auto_scaling import Templates, images_of
from wizard.aws.cancel import Cancel, Cancelled
from wizard.aws.faults.problem_of import Asking, problem_of
from wizard.aws.operations import NotAllowed, Part
from wizard.aws.retries import PATIENT, Reply, RetryingClient, RetryPolicy
from wizard.aws.task_pool import TaskPool
from wizard.model.account.listing_events import Trouble
from wizard.model.account.usage import Looked, UsageEvent, Use, User, Uses

_MOST_IN_A_FILTER = 200
_MOST_REFERENCES = 10


Images = Mapping[str, Iterable[str]]
"""Region -> IDs."""


def ask_usage(
    account: Account, images: Images, cancel: Cancel, patience: RetryPolicy = PATIENT
) -> Iterator[UsageEvent]:
    """What uses these images of one account, told as `ask_usages` does."""
    return ask_usages([(account, images)], cancel, patience)


def ask_usages(
    questions: Iterable[tuple[Account, Images]], cancel: Cancel, patience: RetryPolicy = PATIENT
) -> Iterator[UsageEvent]:
    """What uses these images, each account's own.

    Each part is asked on its own: a right that is missing for one hides nothing of the others. What
    names its image by an SSM parameter is told too, because the image may be one of these. Ends
    within a second of cancelling.
    """
    pool: TaskPool[UsageEvent] = TaskPool(cancel)
    for account, images in questions:
        for region, ids in images.items():
            asking = _Asking(account, region, frozenset(ids), cancel, patience)
            for part, ask in asking.parts.items():
                pool.add(partial(asking.careful, pool, part, ask))
    return pool.events()


class _Asking:
    """One Region."""

    def __init__(
        self, account: Account, region: str, ids: frozenset[str], cancel: Cancel, patience: RetryPolicy
    ) -> None:
        self._account, self._region, self._ids = account, region, ids
        self._cancel, self._patience = cancel, patience
        self.parts: Mapping[str, Callable[[], Iterator[Use]]] = {
            "instances": self._instances,
            "templates": self._templates_and_groups,
            "references": self._references,
        }

    def careful(self, pool: TaskPool[UsageEvent], part: str, ask: Callable[[], Iterator[Use]]) -> None:
        """Ask one part; what goes wrong ends that part only."""
        problem = self._account.profile.problem
        if problem is not None:
            pool.tell(Trouble(self._account.profile.name, self._region, problem))
            return
        try:
            for use in ask():
                if use.image_id in self._ids or use.indirect:
                    pool.tell(Uses(self._account.profile.name, self._region, (use,)))
        except (Cancelled, NotAllowed):
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is, the other parts go on
            where = Asking(self._account.profile, self._region)
            pool.tell(Trouble(self._account.profile.name, self._region, problem_of(error, where)))
        else:
            pool.tell(Looked(self._account.profile.name, self._region, part))

    def _pages(self, service: str, operation: str, **parameters: object) -> Iterator[Reply]:
        with self._cancel.current():
            client = self._account.client(Part.USAGE, service, self._region)
        with closing(client):
            yield from RetryingClient(client, self._cancel, self._patience).pages(operation, **parameters)

    def _instances(self) -> Iterator[Use]:
        chosen: dict[str, object] = {}
        if len(self._ids) <= _MOST_IN_A_FILTER:
            chosen = {"Filters": [{"Name": "image-id", "Values": sorted(self._ids)}]}
        for page in self._pages("ec2", "describe_instances", MaxResults=1000, **chosen):
            for reservation in page.get("Reservations", ()):
                for instance in reservation.get("Instances", ()):
                    state = instance.get("State", {}).get("Name", "")
                    if state != "terminated":
                        yield self._use(User.INSTANCE, instance, "InstanceId", _name(instance), state)

    def _templates_and_groups(self) -> Iterator[Use]:
        """Groups name templates, so that these come first."""
        templates = Templates()
        for page in self._pages("ec2", "describe_launch_templates", MaxResults=200):
            for template in page.get("LaunchTemplates", ()):
                yield from self._versions(template, templates)
        configurations: dict[str, str] = {}
        for page in self._pages("autoscaling", "describe_launch_configurations", MaxRecords=100):
            for found in page.get("LaunchConfigurations", ()):
                configurations[found["LaunchConfigurationName"]] = found.get("ImageId", "")
                yield self._use(User.LAUNCH_CONFIGURATION, found, "LaunchConfigurationName")
        for page in self._pages("autoscaling", "describe_auto_scaling_groups", MaxRecords=100):
            for group in page.get("AutoScalingGroups", ()):
                for image_id in images_of(group, templates, configurations):
                    name = group["AutoScalingGroupName"]
                    yield Use(image_id, User.AUTO_SCALING_GROUP, self._region, name, name)

    def _versions(self, template: Mapping[str, Any], templates: Templates) -> Iterator[Use]:
        id, name = template["LaunchTemplateId"], template.get("LaunchTemplateName", "")
        pages = self._pages("ec2", "describe_launch_template_versions", LaunchTemplateId=id, MaxResults=200)
        for page in pages:
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
        for start in range(0, len(ids), _MOST_REFERENCES):
            for page in self._pages(
                "ec2",
                "describe_image_references",
                ImageIds=ids[start : start + _MOST_REFERENCES],
                IncludeAllResourceTypes=True,
            ):
                for found in page.get("ImageReferences", ()):
                    kind = str(found.get("ResourceType", ""))
                    yield self._use(User.REFERENCE, found, "Arn", detail=kind)

    def _use(self, user: User, record: Mapping[str, Any], key: str, name: str = "", detail: str = "") -> Use:
        return Use(str(record.get("ImageId", "")), user, self._region, str(record.get(key, "")), name, detail)


def _name(record: Mapping[str, Any]) -> str:
    """The value of the tag that consoles show as the name."""
    return next((str(tag["Value"]) for tag in record.get("Tags", ()) if tag.get("Key") == "Name"), "")
