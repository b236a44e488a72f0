"""Asks for a single image by its ID."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.aws.account import Account
from wizard.aws.faults.problem_of import Asking, explained
from wizard.aws.faults.service_faults import no_image
from wizard.aws.operations import Part
from wizard.model.account.problem import Unanswered


def ask_image(account: Account, region: str, image_id: str) -> Mapping[str, object]:
    """The record of DescribeImages. Raises Unanswered, also where there is no such image."""
    wanted = {"ImageIds": [image_id], "IncludeDeprecated": True, "IncludeDisabled": True}
    with explained(Asking(account.profile, region)):
        reply = account.ask(Part.IMAGES, region, "ec2", "describe_images", **wanted)
    images = reply.get("Images", ())
    if not images:
        raise Unanswered(no_image(region))
    record: Mapping[str, object] = images[0]
    return record
