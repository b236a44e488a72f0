"""One answer to change, so that types come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from wizard.model.ec2.launch import Edition, Launch
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import frozen, replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.decide import Met
from wizard.model.recommend.needs import Needs
from wizard.model.systems.system_after import current_version

ANY = "any"
"""What to answer in place of an answer that is taken back."""


@frozen(eq=False)
class Change:
    """answer: the question's id; instead: what to answer. types: those that do not meet it as it stands."""

    answer: str
    instead: str
    relax: Callable[[Needs], Needs]
    types: int = 0


def about_types(met: Met) -> list[Change]:
    """The answers that ask something of a type, each once: today's size is taken back as one."""
    found: dict[tuple[str, str], Change] = {}
    for criterion, mask in met:
        key = criterion.answer, criterion.instead
        unmet = ~mask | (found[key].types if key in found else 0)
        found[key] = Change(*key, criterion.relax, unmet)
    return list(found.values())


def about_today(needs: Needs, known: Sequence[Change]) -> Iterator[Change]:
    """Today's size, where it is not among the answers already: it counts again once others are taken back."""
    if needs.today is not None and all(change.answer != "same-size" for change in known):
        yield Change("same-size", "no", lambda n: replace(n, today=None))


def about_the_move(knowledge: Knowledge, needs: Needs) -> Iterator[Change]:
    """The current version of the system in place of today's, where nobody named another one for after the move."""
    if needs.image is None or needs.os_after is not None:
        return
    current = knowledge.publishers.current_version(needs.os.family)
    after = current_version(needs.os, knowledge.os_catalog, knowledge.date, current)
    if after is not None and after.version != needs.os.version:
        yield Change("os-after", "current", lambda n: replace(n, os_after=after))


def about_launch(needs: Needs) -> Iterator[Change]:
    """The answers that decide what an image is like, or how and where it is launched."""
    if needs.virtualization_type is not None:
        yield Change("virtualization", ANY, lambda n: replace(n, virtualization_type=None))
    if needs.os_after is not None:
        yield Change("os-after", "same", lambda n: replace(n, os_after=None))
    elif needs.os != OperatingSystem():
        yield Change("os", ANY, lambda n: replace(n, os=OperatingSystem()))
    if needs.region is not None:
        yield Change("region", ANY, lambda n: replace(n, region=None))
    if needs.edition is not Edition.CURRENT:
        yield Change("edition", Edition.CURRENT, lambda n: replace(n, edition=Edition.CURRENT))
    for field, answer in _REQUEST.items():
        if getattr(needs.request, field) != getattr(_PLAIN, field):
            yield Change(answer, ANY, partial(_take_back, field))


_PLAIN = Launch()
_REQUEST = {
    "tenancy": "tenancy",
    "zone": "zone",
    "zone_offers": "zone-offers",
    "free_plan": "free-plan",
    "http_tokens": "http-tokens",
    "cpu_options": "cpu-options",
    "ebs_optimized": "ebs-optimized",
    "root_encrypted": "encrypted-root",
    "subscribed": "subscribed",
    "seller_allows": "seller-allows",
}
"""The options of a launch, and the questions that set them."""


def _take_back(field: str, needs: Needs) -> Needs:
    """The needs without this option of the launch."""
    return replace(needs, request=replace(needs.request, **{field: getattr(_PLAIN, field)}))
