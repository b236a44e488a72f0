"""Which images of an account fit what is recommended."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.recommend.recommendation import Recommendation


def matching(
    images: Sequence[JudgedImage], recommendation: Recommendation, catalog: Catalog
) -> Sequence[JudgedImage]:
    """Those of the recommended virtualization type and architecture that can be launched on at least one
    of its types, and that may hold the system asked for.

    A guess of another system leaves an image out; no guess does not.
    """
    decision = recommendation.decision
    if decision is None:
        return []
    types = sum(1 << catalog.bit(ranked.instance_type) for ranked in recommendation.ranked)
    # Images of one kind fare alike.
    fit = {
        id(image.judged): image.row.kind.virtualization_type in (None, decision.virtualization_type)
        and image.row.kind.architecture in (None, decision.architecture)
        and image.judged.usable_among(types) > 0
        for image in images
    }
    asked = recommendation.needs.os
    return [image for image in images if fit[id(image.judged)] and _may_hold(image, asked)]


def _may_hold(image: JudgedImage, asked: OperatingSystem) -> bool:
    if asked.family is None:
        return True
    guess = image.system
    if guess.family is None:
        return True
    return guess.family == asked.family and (
        None in (asked.version, guess.version) or guess.version == asked.version
    )
