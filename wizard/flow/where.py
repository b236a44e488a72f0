"""A Region and a zone, as somebody names them."""

from __future__ import annotations

import re
from typing import Any

from wizard.flow.answer_error import AnswerError, unknown_word
from wizard.flow.kind import quoted
from wizard.model.ec2.names import REGION
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message

_ZONE = re.compile(
    rf"(?P<region>{REGION.pattern})(?:[a-z]|(?:-[a-z0-9]+)+)|[a-z0-9]+(?:-[a-z0-9]+)*-[a-z]*z\d+"
)
"""How AWS names its zones, us-west-2a and us-west-2-lax-1a, and their IDs, usw2-az1."""
_COMPASS_LETTERS = {word: word[0] for word in ("north", "south", "east", "west", "central")}
_COMPASS = re.compile("|".join(_COMPASS_LETTERS))


def place_of(region: object, zone: object, knowledge: Knowledge) -> dict[str, Any]:
    """Region and zone. There are more Regions than those that the catalogue knows: GovCloud's, China's, newer ones.

    A zone tells its Region where nobody names it. Raises AnswerError.
    """
    if region is not None and not isinstance(region, str):
        raise unlike("region", region, Message("the name of a Region"))
    found: dict[str, Any] = {}
    if zone is not None:
        if problem := zone_misfit(region, zone):
            raise AnswerError("zone", problem)
        named = _ZONE.fullmatch(str(zone))
        found, region = (
            {"zone": zone},
            region or (named and named["region"]) or _region_of_id(zone, knowledge),
        )
    if region is None:
        return found
    if region in (*knowledge.catalog.regions, *knowledge.catalog.listed_regions):
        return found | {"region": region}
    if not REGION.fullmatch(region):
        raise AnswerError("region", unknown_word(region, knowledge.catalog.regions))
    return found | {"other_region": region}


def zone_misfit(region: str | None, zone: object) -> Message | None:
    """What is wrong with a zone's name, in a Region where one was named; None if nothing is."""
    named = _ZONE.fullmatch(zone) if isinstance(zone, str) else None
    if named is None:
        return _does_not_fit(zone, Message("the name of a zone such as us-west-2a"))
    elsewhere = named["region"] != region if named["region"] else not _is_id_in(str(zone), region or "")
    if region and elsewhere:
        return _does_not_fit(zone, Message("a zone of {region}", {"region": region}))
    return None


def _region_of_id(zone: object, knowledge: Knowledge) -> str | None:
    """use1-az4 is a zone of us-east-1."""
    regions = (*knowledge.catalog.regions, *knowledge.catalog.supplement.partitions)
    return next((region for region in regions if _is_id_in(str(zone), region)), None)


def _is_id_in(zone: str, region: str) -> bool:
    """Whether a zone's ID begins with the Region in AWS's short form: apne1 for ap-northeast-1."""
    short = _COMPASS.sub(lambda word: _COMPASS_LETTERS[word[0]], region).replace("gov", "g").replace("-", "")
    return zone.partition("-")[0] == short


def unlike(place: str, given: object, expected: Message) -> AnswerError:
    """The error of a value that does not fit its place."""
    return AnswerError(place, _does_not_fit(given, expected))


def _does_not_fit(given: object, expected: Message) -> Message:
    return Message(
        "{given} does not fit; expected {expected}", {"given": quoted(given), "expected": expected}
    )
