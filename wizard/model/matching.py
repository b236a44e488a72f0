"""Which images of an account fit what is recommended."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.model.catalog import Catalog
from wizard.model.judged_image import JudgedImage
from wizard.model.recommendation import Recommendation


def matching(
    images: Sequence[JudgedImage], recommendation: Recommendation, catalog: Catalog
) -> Sequence[JudgedImage]:
    """Those that can be launched on at least one of the recommended types, and may hold the system asked for.

    A guess of another family leaves an image out; no guess does not.
    """
    types = sum(1 << catalog.bit(ranked.instance_type) for ranked in recommendation.ranked)
    # Images of one kind fare alike.
    fit = {id(image.judged): image.judged.usable_among(types) > 0 for image in images}
    family = recommendation.needs.os.family
    return [
        image
        for image in images
        if fit[id(image.judged)] and (family is None or image.system.family in (None, family))
    ]
