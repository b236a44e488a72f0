"""A system that becomes a newer one: in place where a runbook or its publisher's tool leads there, else on a fresh instance."""

from __future__ import annotations

from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import InstanceType, VirtualizationType
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile


def of_a_fresh_instance(needs: Needs, profile: ImageProfile, best: InstanceType) -> ImageProfile:
    """The kind of image to take where the upgrade in place is not: as AWS publishes it, if `best` boots so."""
    published = needs.system.vendor_boot_mode
    if not needs.upgraded_in_place or profile.tpm or published is None or published not in best.boot_modes:
        return profile
    return replace(profile, boot_mode=published)


def upgrade_beside(needs: Needs) -> Message | None:
    """How a newer Windows Server comes in, beside the type: nothing where none does."""
    if not needs.between_windows or needs.image is None:
        return None
    values: dict[str, object] = {"system": needs.system.title, "today": needs.os.title}
    if needs.upgraded_in_place:
        return Message(
            "{system} comes by an upgrade in place, as the steps say; the other way is a fresh instance from the image "
            "named here.",
            values,
        )
    return Message(
        "AWS's runbook upgrades no {today} in place to {system}: that comes on a fresh instance from the image named here.",
        values,
    )


def in_place_as_well(
    needs: Needs, image: Image | None, profile: ImageProfile | None, knowledge: Knowledge
) -> Message | None:
    """That a newer Linux comes in place, too, where its publisher describes that; nothing where the image can't be upgraded."""
    if image is None or profile is None or image.virtualization_type is VirtualizationType.PARAVIRTUAL:
        return None
    here = knowledge.instance_type(needs.current_type)
    built_for = here.architectures if here else (profile.architecture,)
    if image.architecture is not None:
        built_for = (image.architecture,)
    upgrade = next((each for each in knowledge.system_upgrades if each.way(needs.os, needs.system)), None)
    if upgrade is None or profile.architecture not in built_for:
        return None
    return Message(
        "{system} comes on a fresh instance, or in place by {tool}, as the steps say.",
        {"system": needs.system.title, "tool": upgrade.tool},
    )
