"""Judged images as JSON, for scripts: what each image is, how it stands with each family, what uses it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wizard.model.account.listing_progress import RegionState
from wizard.model.account.usage import Use
from wizard.model.assessment.assessment import Assessment
from wizard.model.assessment.bill import Bill, sum_of
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.image import NEVER
from wizard.model.ec2.instance_type import BootMode
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.message import Message, Translations
from wizard.model.prices.billing import BILLING_CODES
from wizard.report.account_mask import Mask, unmasked
from wizard.report.as_json.json_values import JsonValues, Shapes, shape
from wizard.report.prices.price_json import bill_json

_IMAGE = shape(
    *("description", "owner_id", "creation_date", "architecture", "virtualization_type"),
    ("boot_mode", lambda image: None if image.boot_mode is BootMode.UNSET else image.boot_mode),
    *("ena_support", "tpm_support", "imds_v2", "root_device_type", "platform", "platform_details", "state"),
    ("deprecation_time", lambda image: None if image.deprecation_time == NEVER else image.deprecation_time),
    *("public", "marketplace"),
)
_SHAPES: Shapes = {
    OperatingSystem: shape("family", "version", "title", "guess"),
    Use: shape(("kind", "user"), "id", "name", "region", "detail"),
    RegionState: shape(
        *("profile", "region", "asked", "answered"),
        ("problem", lambda state: state.problem.message if state.problem else None),
        "kept",
    ),
}


def json_document(
    images: Iterable[JudgedImage],
    regions: Sequence[RegionState],
    translations: Translations,
    mask: Mask = unmasked,
    unread: Sequence[tuple[str, Message]] = (),
) -> Iterator[str]:
    """One document in pieces, so that many images need no more memory than one.

    unread: files, and what in each could not be read.
    """
    yield '{"schema": 1, "images": ['
    bills: list[Bill | None] = []
    for number, row in enumerate(json_rows(_noting(images, bills), translations, mask)):
        yield f"{',' if number else ''}\n{row}"
    write = JsonValues(translations, _SHAPES, None if mask is unmasked else mask)
    states = write.of(list(regions))
    problems = write.of([{"file": file, "problem": problem} for file, problem in unread])
    yield f'\n], "in_use": {json.dumps(bill_json(sum_of(bills), translations), ensure_ascii=False)}'
    yield f', "regions": {json.dumps(states, ensure_ascii=False)}'
    yield f', "unread": {json.dumps(problems, ensure_ascii=False)}}}\n'


def _noting(images: Iterable[JudgedImage], bills: list[Bill | None]) -> Iterator[JudgedImage]:
    """The same images; what each costs is noted, for the sum."""
    for image in images:
        bills.append(image.bill)
        yield image


def json_rows(
    images: Iterable[JudgedImage], translations: Translations, mask: Mask = unmasked
) -> Iterator[str]:
    """An object for each image; what images of one kind share is written once and kept."""
    write = JsonValues(translations, _SHAPES, None if mask is unmasked else mask)
    shared: dict[int, tuple[Assessment, str]] = {}
    for image in images:
        judged = image.judged
        # The judgement is kept as well, so that no other can come to be at its address.
        known = shared.get(id(judged)) or shared.setdefault(id(judged), (judged, _judged(judged)))
        own = json.dumps(write.of(_own(image, translations)), ensure_ascii=False)
        yield f"{own[:-1]}, {known[1][1:]}"


def _own(judged: JudgedImage, translations: Translations) -> dict[str, object]:
    # A row makes its image anew each time that it is asked for it.
    row, image, system = judged.row, judged.row.image, judged.system
    return {
        "profile": row.profile or None,
        "region": row.region or None,
        "image_id": row.image_id or None,
        "name": row.name,
        **{key: read(image) for key, read in _IMAGE.items()},
        "os": None if system.guess is None else system,
        "billing": {"operation": image.usage_operation, "title": BILLING_CODES.get(image.usage_operation)}
        if image.usage_operation
        else None,
        "in_use": bill_json(judged.bill, translations),
        "used_by": judged.uses,
    }


def _judged(judged: Assessment) -> str:
    shared = {
        "outcome": judged.outcome.value,
        "usable_types": judged.usable,
        "usable_families": judged.family_count - len(judged.locked_out),
        "own_families": judged.family_count,
        "limitations": [limitation.value for limitation in judged.limitations],
        "families": {family: standing.outcome.value for family, standing in judged.families.items()},
        "elsewhere": list(judged.elsewhere),
        "locked_out": [_locked_out(judged, family) for family in judged.locked_out],
    }
    return json.dumps(shared, ensure_ascii=False)


def _locked_out(judged: Assessment, family: str) -> dict[str, Any]:
    standing = judged.families[family]
    return {
        "family": family,
        "outcome": standing.outcome.value,
        "reasons": list(dict.fromkeys(rule.reason.value for rule in standing.rules)),
        "rules": [rule.id for rule in standing.rules],
    }
