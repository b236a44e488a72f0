"""From the image or instance one has to the recommendation, as ordered changes of ordered steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.model.ec2.instance_type import InstanceType, VirtualizationType
from wizard.model.frozen import frozen, replace
from wizard.model.launching.request import launch_request
from wizard.model.message import Message, joined
from wizard.model.migration.changes import CHANGES
from wizard.model.migration.context import MigrationContext, migration_context
from wizard.model.migration.filled import Route, filled
from wizard.model.migration.in_place import beside_a_fresh_one
from wizard.model.migration.losses import losses
from wizard.model.migration.missing import missing
from wizard.model.recommend.moving.upgrade import of_a_fresh_instance
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.sentences.wishes import of_unknown_size
from wizard.model.rules.migration_change import ChangeStep, MigrationChange
from wizard.model.systems.published_image import PublishedImage

if TYPE_CHECKING:
    from wizard.model.knowledge import Knowledge

_LOOKS_FIRST = ("bios-to-uefi", "to-nitrotpm")
_SHOWN_FIRST = frozenset({"boot mode", "NitroTPM"})
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
        looks_first = any(change.id in _LOOKS_FIRST for change in self.changes)
        if looks_first and {fact.template for fact in self.missing} <= _SHOWN_FIRST:
            return Message(
                "Not known of your AMI: {facts}. The steps are the longest that it may take; the first of them shows "
                "what is there already.",
                {"facts": facts},
            )
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
    knowledge: Knowledge,
    recommendation: Recommendation,
    here: InstanceType | None,
    published: PublishedImage | None = None,
) -> Plan | None:
    """The way from the image one has to the decision; None without an image or a decision.

    published: the newest image of the system's publisher, where the way starts from a fresh one.
    """
    needs, own_image = recommendation.needs, recommendation.own_image
    context = migration_context(recommendation, here, knowledge.instance_options)
    if context is None:
        return None
    requests = {
        own: launch_request(context.there, needs, context.profile, published, "" if own else None)
        for own in (True, False)
    }
    asked = [knowledge.migration_changes[id] for id, is_asked in CHANGES.items() if is_asked(context)]
    route = Route(context, published, requests, knowledge.runbooks)
    here_and_there = context.here is not None and context.here.name != context.there.name
    lost = tuple(losses(context.here, context.there)) if context.here is not None and here_and_there else ()
    return Plan(
        context,
        _warned(
            tuple(
                beside_a_fresh_one(filled(each, route), needs, knowledge.system_upgrades) for each in asked
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
        best = recommendation.ranked[0].instance_type
        fresh = of_a_fresh_instance(needs, decision, best)
        published = knowledge.publishers.newest(needs.system, fresh, needs.region, best)
    return plan(knowledge, recommendation, here, published)
