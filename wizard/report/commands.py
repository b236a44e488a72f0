"""AWS CLI commands that follow from a recommendation, ready to copy into a POSIX shell."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.recommend.recommendation import Recommendation
from wizard.report.document import Command
from wizard.report.image_commands import can_be_registered, find_image, register_image, show_image
from wizard.report.owners import owners_of
from wizard.report.scribe import Scribe
from wizard.report.type_commands import ask_offerings, dry_run, show_type, show_zones


def commands(recommendation: Recommendation, scribe: Scribe) -> Iterator[Command]:
    """What to run next, in order. Where nothing is left: what asks AWS about the same wishes."""
    needs, decision, standing = recommendation.needs, recommendation.decision, recommendation.standing
    own = needs.image.id_of_ec2 if needs.image else ""
    if own:
        yield show_image(own, needs, scribe)
    if decision is None:
        yield from ask_offerings(needs, scribe)
        return
    best = recommendation.ranked[0].instance_type
    goes_on = standing is not None and best in standing.types
    if not goes_on:
        yield find_image(decision, needs, scribe)
        if not owners_of(needs.os.family) and can_be_registered(decision):
            yield register_image(decision, needs, scribe)
    yield show_type(best, needs, scribe)
    yield show_zones(best, needs, scribe)
    yield dry_run(best, own if goes_on else "", needs, scribe)
