from __future__ import annotations

import re

import pytest

from wizard.flow.answer_error import AnswerError
from wizard.flow.where import place_of
from wizard.model.knowledge import Knowledge


@pytest.mark.parametrize(
    ("region", "zone", "place"),
    [
        (None, None, {}),
        ("eu-west-1", None, {"region": "eu-west-1"}),
        ("mx-central-1", None, {"region": "mx-central-1"}),
        ("eusc-de-east-1", None, {"other_region": "eusc-de-east-1"}),
        ("eu-west-1", "eu-west-1b", {"region": "eu-west-1", "zone": "eu-west-1b"}),
        (None, "eu-west-1b", {"region": "eu-west-1", "zone": "eu-west-1b"}),
        (None, "us-gov-west-1a", {"region": "us-gov-west-1", "zone": "us-gov-west-1a"}),
        # An ID begins with the Region, shortened.
        (None, "euw1-az2", {"region": "eu-west-1", "zone": "euw1-az2"}),
        (None, "apne1-az4", {"region": "ap-northeast-1", "zone": "apne1-az4"}),
        (None, "usw2-lax1-az1", {"region": "us-west-2", "zone": "usw2-lax1-az1"}),
        (None, "usgw1-az1", {"region": "us-gov-west-1", "zone": "usgw1-az1"}),
        (None, "xyz9-az1", {"zone": "xyz9-az1"}),
        ("eu-west-1", "euw1-az2", {"region": "eu-west-1", "zone": "euw1-az2"}),
    ],
)
def test_where(knowledge: Knowledge, region: object, zone: object, place: dict[str, str]) -> None:
    assert place_of(region, zone, knowledge) == place


@pytest.mark.parametrize(
    ("region", "zone", "said"),
    [
        (7, None, "region: 7 does not fit; expected the name of a Region"),
        (
            "eu-wst-1",
            None,
            "region: 'eu-wst-1' is not known; expected one of the 30 in the catalogue; the nearest is eu-west-1",
        ),
        (None, 7, "zone: 7 does not fit; expected the name of a zone such as us-west-2a"),
        ("eu-west-1", "us-west-2a", "zone: 'us-west-2a' does not fit; expected a zone of eu-west-1"),
    ],
)
def test_nowhere(knowledge: Knowledge, region: object, zone: object, said: str) -> None:
    with pytest.raises(AnswerError, match=f"^{re.escape(said)}"):
        place_of(region, zone, knowledge)
