from __future__ import annotations

import pytest

from wizard.model.errors.filling import Filling
from wizard.model.errors.similar_types import SIMILAR
from wizard.model.knowledge import Knowledge
from wizard.model.message import ENGLISH


@pytest.mark.parametrize("wish", SIMILAR)
def test_a_mac_and_a_new_region_get_types_too_where_none_of_theirs_does_it(
    wish: str, knowledge: Knowledge
) -> None:
    for name in ("mac2.metal", "t1.micro"):
        for region in ("us-east-1", "mx-central-1", "us-iso-west-1"):
            filling = Filling(knowledge.catalog, {"type.name": name, "launch.region": region})
            assert filling.sentence(f"such as {{similar.{wish}}}").render(ENGLISH) > "such as "
