"""From the image or instance one has to the recommendation, as ordered changes of ordered steps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from wizard.model.ec2.instance_type import InstanceType, VirtualizationType
from wizard.model.ec2.names import REGION
from wizard.model.frozen import frozen, replace
from wizard.model.message import Message, joined
from wizard.model.migration.context import CHANGES, MigrationContext, migration_context, missing
from wizard.model.migration.losses import losses
from wizard.model.recommend.moving.upgrade import of_a_fresh_instance
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.sentences.wishes import of_unknown_size
from wizard.model.rules.migration_change import ChangeStep, MigrationChange
from wizard.model.systems.published_image import PublishedImage

if TYPE_CHECKING:
    from wizard.model.knowledge import Knowledge

_AWS = re.compile(r"^(aws [a-z0-9-]+(?: wait)? [a-z0-9-]+)", re.MULTILINE)
_KERNEL = re.compile(r"aki-[0-9a-f]{8,17}")
_DEVICE = re.compile(r"/dev/[a-z0-9]{1,16}")

_ONLY_HVM = Message(
    "The steps are those for an HVM AMI. A paravirtual one cannot take them and is rebuilt as HVM instead; look first: "
    "aws ec2 describe-instances --instance-ids INSTANCE_ID --query Reservations[].Instances[].VirtualizationType"
)


@frozen
class Plan:
    """The changes in the order to take them.

    ready: nothing that is known keeps the image from `context.there`. missing: what nobody knows of it
    and could ask for one more change. losses: what the instance loses by the change of its type, to be
    said before any command.
    """

    context: MigrationContext
    changes: tuple[MigrationChange, ...]
    ready: bool
    missing: tuple[Message, ...]
    losses: tuple[Message, ...] = ()

    @property
    def summary(self) -> Message:
        """How far it is, in one sentence or two."""
        here, there = self.context.here, self.context.there
        resized = here is not None and here.name != there.name
        values = {"from": here.name if here and resized else Message("your AMI"), "target": there.name}
        if self.changes:
            return Message(
                "One change leads from {from} to {target}.",
                values | {"count": len(self.changes)},
                "{count} changes lead from {from} to {target}, in this order.",
                len(self.changes),
            )
        if not self.ready:
            return Message(
                "Your AMI does not work on {target}, and none of the known changes mends that. Follow the remedy "
                "among its findings, or launch a fresh instance from an AMI of the recommended kind and move "
                "software, configuration and data to it.",
                values,
            )
        if self.missing:
            return Message("Nothing that is known of your AMI asks for a change.")
        if resized:
            return Message("Your AMI can go on as it is: launch it on {target}.", values)
        return Message("Your AMI can go on as it is.")

    @property
    def doubt(self) -> Message | None:
        """What to find out before one relies on the plan."""
        if not self.missing:
            return None
        places = {f"fact{place}": fact for place, fact in enumerate(self.missing)}
        facts = Message(", ".join(f"{{{place}}}" for place in places), places)
        doubt = Message("Not known of your AMI: {facts}. Any of it may add a change.", {"facts": facts})
        return joined([doubt, _ONLY_HVM]) if self.changes and self._of_either_kind else doubt

    @property
    def _of_either_kind(self) -> bool:
        """Whether the image could be paravirtual, and the way be another one."""
        profile = self.context.profile
        return (
            self.context.image.virtualization_type is None
            and profile.virtualization_type is VirtualizationType.HVM
        )


def plan(
    changes: Mapping[str, MigrationChange],
    recommendation: Recommendation,
    here: InstanceType | None,
    published: PublishedImage | None = None,
) -> Plan | None:
    """The way from the image one has to the decision; None without an image or a decision.

    published: the newest image of the system's publisher, where the way starts from a fresh one.
    """
    context, own_image = migration_context(recommendation, here), recommendation.own_image
    if context is None:
        return None
    here_and_there = context.here is not None and context.here.name != context.there.name
    lost = tuple(losses(context.here, context.there)) if context.here is not None and here_and_there else ()
    return Plan(
        context,
        _warned(
            tuple(
                _filled(changes[id], context, published) for id, asked in CHANGES.items() if asked(context)
            ),
            lost,
        ),
        ready=own_image is not None and context.there in own_image.types,
        missing=tuple(missing(context)),
        losses=lost,
    )


def _warned(changes: tuple[MigrationChange, ...], lost: tuple[Message, ...]) -> tuple[MigrationChange, ...]:
    """No command stands before what it loses: that is the first step, and the first caution."""
    if not changes or not lost:
        return changes
    first = changes[0]
    warning = Message(
        "Before anything else: {losses} Go on only if that is what you want.", {"losses": joined(lost)}
    )
    steps = (ChangeStep(warning, None, None), *first.steps)
    return (replace(first, cautions=(*lost, *first.cautions), steps=steps), *changes[1:])


def plan_of(knowledge: Knowledge, recommendation: Recommendation) -> Plan | None:
    """The same, with the changes and the type in use today as the program knows them.

    None also where no type can be named: today's size is not known, and no other was said.
    """
    if of_unknown_size(recommendation.needs, knowledge):
        return None
    here = knowledge.instance_type(recommendation.needs.current_type)
    needs, decision = recommendation.needs, recommendation.decision
    published = None
    if decision is not None:
        fresh = of_a_fresh_instance(needs, decision, recommendation.ranked[0].instance_type)
        published = knowledge.publishers.newest(needs.system, fresh, needs.region)
    return plan(knowledge.migration_changes, recommendation, here, published)


def _filled(
    change: MigrationChange, context: MigrationContext, published: PublishedImage | None
) -> MigrationChange:
    image = context.image
    paravirtual = image.virtualization_type is VirtualizationType.PARAVIRTUAL
    kernel = image.kernel_id if _KERNEL.fullmatch(image.kernel_id) else "KERNEL_ID"
    found = published if published and published.can_be_found else None
    values = {
        "owner": found.owner if found and found.owner else "OWNER_ID",
        "name": f"'Name=name,Values={found.name_pattern}' \\\n    " if found else "",
        "image": image.id_of_ec2 or "AMI_ID",
        "here": context.here.name if context.here else "OLD_TYPE",
        "system": context.system_after or "the new system",
        "target": context.there.name,
        "upgrade": (context.upgrade and context.upgrade.before) or "",
        "reached": (context.upgrade and context.upgrade.after) or "",
        "virtualization": image.virtualization_type or context.profile.virtualization_type,
        "architecture": context.profile.architecture,
        "kernel": f" --kernel-id {kernel}" if paravirtual else "",
        "root": image.root_device_name if _DEVICE.fullmatch(image.root_device_name) else "/dev/sda1",
        "tpm": " --tpm-support v2.0" if context.profile.tpm else "",
    }

    def text(message: Message) -> Message:
        return replace(message, values=values)

    def command(template: str) -> str:
        for name, value in values.items():
            template = template.replace("{" + name + "}", value)
        if context.region and REGION.fullmatch(context.region):
            return _AWS.sub(rf"\1 --region {context.region}", template)
        return template

    return replace(
        change,
        title=text(change.title),
        why=text(change.why),
        preconditions=tuple(map(text, change.preconditions)),
        steps=tuple(ChangeStep(text(s.text), s.command and command(s.command), s.tool) for s in change.steps),
        cautions=tuple(map(text, change.cautions)),
        way_back=text(change.way_back),
    )
