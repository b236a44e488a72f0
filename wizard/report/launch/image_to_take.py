"""Which image to take: its publisher's newest, in words, as JSON, and the launch with it."""

from __future__ import annotations

from wizard.model.ec2.operating_system import OperatingSystem, title_of
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.launching.request import (
    LaunchRequest,
    has_to_be_registered,
    keys_to_enrol,
    launch_request,
    region_of,
)
from wizard.model.message import Message, joined
from wizard.model.recommend.decide import decide
from wizard.model.recommend.moving.successor import successor_plan
from wizard.model.recommend.moving.upgrade import of_a_fresh_instance
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.sentences.wishes import of_unknown_size
from wizard.model.systems.driver import has_driver
from wizard.model.systems.published_image import PublishedImage
from wizard.model.systems.ready_made import ready_made_for

_REGISTERED = Message(
    "It is not known to come with the {asked} that you asked for: launch it, and register an image of your own from a "
    "snapshot of its root volume, as the steps show."
)
_TPM, _KEYS = Message("NitroTPM"), Message("Secure Boot keys")
_TPM_AND_KEYS = Message("NitroTPM and the Secure Boot keys")


def image_to_take(recommendation: Recommendation, knowledge: Knowledge) -> PublishedImage | None:
    """The publisher's newest image of the kind decided on. None without a decision or a publisher.

    Where the best type has accelerators, and the image has not their driver, its note names AWS's image with it, too.
    """
    needs, decision = recommendation.needs, recommendation.decision
    if decision is None:
        return None
    region, best = region_of(needs), recommendation.ranked[0].instance_type
    kind = of_a_fresh_instance(needs, decision, best)
    image = knowledge.publishers.newest(needs.system, kind, region, best)
    ready = ready_made_for(knowledge.publishers.ready_made, needs.system, decision.architecture, best, region)
    if (
        image is None
        or ready is None
        or has_driver(needs.system)
        or image.flavour != (needs.system.flavour_title or "")
    ):
        return image
    notes = [*filter(None, [image.note]), ready.said(needs.system, decision.architecture)]
    return replace(image, note=joined(notes), sources=(*image.sources, *ready.sources))


def request_of(recommendation: Recommendation, knowledge: Knowledge) -> LaunchRequest | None:
    """The launch of the best type: with the image one has where it can stay, else the publisher's.

    None where no type can be named.
    """
    decision, needs = recommendation.decision, recommendation.needs
    if decision is None or of_unknown_size(needs, knowledge):
        return None
    best = recommendation.ranked[0].instance_type
    published = image_to_take(recommendation, knowledge)
    own = needs.image.id_of_ec2 if needs.image and keeps_own_image(recommendation) else None
    return launch_request(best, needs, decision, published, own)


def keeps_own_image(recommendation: Recommendation) -> bool:
    """Whether the image that one has runs on the best type."""
    own = recommendation.own_image
    return own is not None and own.kept


def which_image(recommendation: Recommendation, knowledge: Knowledge) -> Message | None:
    """The image to take in a few words, or that nobody is known to publish one.

    Of a system out of support then that of the one to move to. None without a decision,
    for an image that one has and keeps, and for a system that has no name.
    """
    if recommendation.decision is None:
        return None
    newer = _to_move_to(recommendation, knowledge)
    today = None if keeps_own_image(recommendation) else _of_the_system(recommendation, knowledge)
    if newer is None or today is None:
        return newer or today
    stay = {"system": recommendation.needs.system.title, "take": today}
    return joined([Message("To stay on {system}: {take}", stay), newer])


def _of_the_system(recommendation: Recommendation, knowledge: Knowledge) -> Message | None:
    system = recommendation.needs.system
    if image := image_to_take(recommendation, knowledge):
        take = said(image, knowledge)
        kind = recommendation.decision
        if kind and image.can_be_found and has_to_be_registered(kind, recommendation.needs):
            keys = keys_to_enrol(kind, recommendation.needs)
            asked = _TPM_AND_KEYS if kind.tpm and keys else _KEYS if keys else _TPM
            take = joined([take, replace(_REGISTERED, values={"asked": asked})])
        if recommendation.needs.upgraded_in_place:
            return Message("For a fresh instance in place of the upgrade: {take}", {"take": take})
        if image.can_be_found and system.newest_known:
            return Message("If there is one: {take}", {"take": take})
        return take
    return None if system.family in (None, "custom") else _of_nobody(system)


def _of_nobody(system: OperatingSystem) -> Message:
    return Message(
        "Nobody is known here who publishes such an image of {system}: "
        "look at the page of its makers, or build an image of your own.",
        {"system": system.title},
    )


def _to_move_to(recommendation: Recommendation, knowledge: Knowledge) -> Message | None:
    """The image of the system that the headline says to move to, and the answer that leads there.

    None where today's may stay, or where what was decided is for another system already.
    """
    plan = successor_plan(knowledge, recommendation.needs, recommendation.support)
    if plan is None:
        return None
    newer, needs = plan.system, plan.needs
    kind = decide(knowledge, needs).profile or recommendation.judged
    best = recommendation.ranked[0].instance_type
    kind = of_a_fresh_instance(needs, kind, best)
    image = knowledge.publishers.newest(newer, kind, region_of(needs), best)
    values: dict[str, object] = {
        "system": newer.title,
        "take": said(image, knowledge) if image else _of_nobody(newer),
        "word": plan.word,
    }
    if needs.image is None:
        return Message("For {system}: {take} Name it as the system: --os {word}.", values)
    return Message(
        "To move to {system}: {take} The steps there: name it as what shall run after the move, --os-after {word}.",
        values,
    )


def said(image: PublishedImage, knowledge: Knowledge) -> Message:
    """The image in one sentence."""
    family = knowledge.os_catalog.family(image.system)
    name, titled = (family.title, family.titled) if family else (image.system, "")
    title = title_of(name, image.version, image.flavour, titled)
    values = {
        "publisher": image.publisher,
        "system": title,
        "architecture": image.architecture.value,
        "parameter": image.ssm_parameter or "",
        "owner": image.owner or "",
        "pattern": image.name_pattern or "",
    }
    if not image.can_be_found:
        none = image.note or Message("")
        return Message("{system}, {architecture}: {none}", values | {"none": none})
    take = (
        Message(
            "Take the newest {system} image for {architecture} that {publisher} publishes: SSM parameter {parameter}.",
            values,
        )
        if image.ssm_parameter
        else Message(
            "Take the newest {system} image for {architecture} that {publisher} publishes: "
            "owner {owner}, named {pattern}.",
            values,
        )
    )
    if image.minor_note:
        take = joined([take, image.minor_note])
    if image.marketplace:
        sold = Message("It needs a subscription on the AWS Marketplace: {page}", {"page": image.marketplace})
        take = Message("{take} {sold}", {"take": take, "sold": sold})
    return Message("You named no version. {take}", {"take": take}) if image.chosen_version else take
