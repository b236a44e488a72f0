"""The key `image` of `recommend --json`: which image to take, and the texts that use it."""

from __future__ import annotations

from typing import Any

from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations
from wizard.model.recommend.found_image import FoundImage
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.as_json.json_values import JsonValues, Shapes, shape
from wizard.report.launch.cloudformation import cloudformation
from wizard.report.launch.commands import image_commands
from wizard.report.launch.image_to_take import image_to_take, request_of, said, which_image
from wizard.report.launch.packer import packer
from wizard.report.launch.place_commands import place_commands
from wizard.report.launch.terraform import terraform
from wizard.report.launch.type_commands import dry_run
from wizard.report.report_writer import ReportWriter

_SHAPES: Shapes = {
    FoundImage: shape(
        ("image_id", "image.image_id"),
        ("name", "image.name"),
        ("creation_date", "image.creation_date"),
        ("deprecation_time", "deprecation_date"),
        *("outcome", "runs_on", "text"),
        ("findings", "verdict.findings"),
        ("unknowns", "verdict.unknowns"),
    )
}


def image_to_take_json(
    recommendation: Recommendation,
    knowledge: Knowledge,
    found: FoundImage | None,
    translations: Translations,
) -> dict[str, Any] | None:
    """None where no type is left. found: the very image that AWS has, where it was asked."""
    request = request_of(recommendation, knowledge)
    if request is None:
        return None
    image, writer = image_to_take(recommendation, knowledge), ReportWriter(translations)
    text = which_image(recommendation, knowledge) or (said(image, knowledge) if image else None)
    texts = [
        ("aws-cli", "\n".join(command.lines))
        for command in (
            *image_commands(request, recommendation.needs, writer),
            *place_commands(request, recommendation.needs, writer),
            dry_run(request, writer),
        )
    ]
    texts += [("terraform", terraform(request)), ("cloudformation", cloudformation(request))]
    texts += [("packer", packer(request))] if request.has_a_login else []
    document = {
        "publisher": image.publisher if image else None,
        "owner_id": image.owner_id if image else None,
        "owner": image.owner if image else None,
        "name_pattern": image.name_pattern if image and image.can_be_found else None,
        "ssm_parameter": image.ssm_parameter if image else None,
        "version": image.version or None if image else None,
        "marketplace": image.marketplace if image else None,
        "text": text,
        "note": image.note if image else None,
        "sources": image.sources if image else (),
        "found": found,
        "commands": [{"for": tool, "text": text} for tool, text in texts],
    }
    made: dict[str, Any] = JsonValues(translations, _SHAPES).of(document)
    return made
