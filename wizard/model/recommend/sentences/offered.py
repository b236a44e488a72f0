"""In which Regions a type or a family is that was named, where the Region that was named does not have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from wizard.model.ec2.instance_type import InstanceType
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted
from wizard.model.recommend.needs import Needs

_MOST = 6
_MOST_NAMES = 2


def offered_elsewhere(needs: Needs, knowledge: Knowledge) -> Iterator[Message]:
    """A sentence each for the first two that AWS's answers have in other Regions only, near ones first."""
    yield from islice(_offered(needs, knowledge), _MOST_NAMES)


def _offered(needs: Needs, knowledge: Knowledge) -> Iterator[Message]:
    region, catalog = needs.region, knowledge.catalog
    if region is None or region in catalog.listed_regions:
        return
    for name in needs.types:
        if (t := catalog.get(name)) is not None:
            yield from _said(name, [t], region)
    for family in needs.families:
        yield from _said(family, [t for t in catalog.types if t.family == family], region)


def _said(name: str, types: Iterable[InstanceType], region: str) -> Iterator[Message]:
    regions = {each for t in types for each in t.regions}
    if not regions or region in regions:
        return
    part = region.partition("-")[0]
    ordered = sorted(regions, key=lambda each: (not each.startswith(f"{part}-"), each))
    values: dict[str, object] = {
        "name": name,
        "region": region,
        "regions": ", ".join(ordered[:_MOST]),
        "more": counted(len(ordered) - _MOST),
    }
    if len(ordered) > _MOST:
        yield Message("{name} is not offered in {region}, but in {regions} and {more} other Regions.", values)
    else:
        yield Message("{name} is not offered in {region}, but in {regions}.", values)
