"""The key `image` of `recommend --json`: which image to take, and the texts that use it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.finding_json import source_json
from wizard.report.launch.cloudformation import cloudformation
from wizard.report.launch.commands import image_commands
from wizard.report.launch.image_to_take import image_to_take, request_of, said
from wizard.report.launch.packer import packer
from wizard.report.launch.terraform import terraform
from wizard.report.launch.type_commands import dry_run
from wizard.report.scribe import Scribe


def image_to_take_json(
    recommendation: Recommendation,
    knowledge: Knowledge,
    found: Mapping[str, Any] | None,
    translations: Translations,
) -> dict[str, Any] | None:
    """None where no type is left. found: the very image that AWS answered with, as JSON."""
    request = request_of(recommendation, knowledge)
    if request is None:
        return None
    image, scribe = image_to_take(recommendation, knowledge), Scribe(translations)
    texts = [
        ("aws-cli", "\n".join(command.lines))
        for command in (*image_commands(request, recommendation.needs, scribe), dry_run(request, scribe))
    ]
    texts += [("terraform", terraform(request)), ("cloudformation", cloudformation(request))]
    texts += [("packer", packer(request))]
    return {
        "publisher": image.publisher if image else None,
        "owner_id": image.owner_id if image else None,
        "owner": image.owner if image else None,
        "name_pattern": image.name_pattern if image and image.can_be_found else None,
        "ssm_parameter": image.ssm_parameter if image else None,
        "version": image.version or None if image else None,
        "marketplace": image.marketplace if image else None,
        "text": said(image, knowledge).render(translations) if image else None,
        "note": image.note.render(translations) if image and image.note else None,
        "sources": [source_json(source) for source in image.sources] if image else [],
        "found": found,
        "commands": [{"for": tool, "text": text} for tool, text in texts],
    }
