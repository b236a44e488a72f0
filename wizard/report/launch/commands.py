"""AWS CLI commands that follow from a recommendation, ready to copy into a POSIX shell."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.knowledge import Knowledge
from wizard.model.launching.request import LaunchRequest
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.sentences.buying import fleet
from wizard.report.document import Command
from wizard.report.launch.fleet_commands import fleet_commands
from wizard.report.launch.image_commands import (
    can_be_registered,
    find_own,
    find_published,
    register_from_published,
    register_image,
    show_image,
)
from wizard.report.launch.image_to_take import request_of
from wizard.report.launch.place_commands import place_commands
from wizard.report.launch.type_commands import ask_offerings, dry_run, show_type, show_zones
from wizard.report.report_writer import ReportWriter


def commands(recommendation: Recommendation, knowledge: Knowledge, writer: ReportWriter) -> Iterator[Command]:
    """What to run next, in order. Where nothing is left: what asks AWS about the same wishes."""
    needs = recommendation.needs
    if needs.image and needs.image.id_of_ec2:
        yield show_image(needs.image.id_of_ec2, needs, writer)
    request = request_of(recommendation, knowledge)
    if request is None:
        yield from ask_offerings(needs, writer)
        return
    best = recommendation.ranked[0].instance_type
    yield from image_commands(request, needs, writer)
    yield show_type(best, needs, writer)
    yield show_zones(best, needs, writer)
    yield from place_commands(request, needs, writer)
    yield dry_run(request, writer)
    yield from fleet_commands(fleet(needs, recommendation.ranked), needs, writer)


def image_commands(request: LaunchRequest, needs: Needs, writer: ReportWriter) -> Iterator[Command]:
    """Those that find the image to take; none for an image that one has and keeps."""
    if image := request.published or request.made_from:
        yield from find_published(image, needs, writer)
        if request.made_from:
            yield register_from_published(image, request.kind, needs, writer)
    elif not request.keeps_own:
        yield find_own(request.kind, needs, writer)
        if can_be_registered(request.kind):
            yield register_image(request.kind, needs, writer)
