"""Judged images as JSON, for scripts: what each image is, how it stands with each family, what uses it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from wizard.model.account.listing_progress import RegionState
from wizard.model.account.usage import Use
from wizard.model.assessment.assess import Assessment
from wizard.model.assessment.bill import Bill, sum_of
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.image import NEVER, Image
from wizard.model.ec2.instance_type import BootMode
from wizard.model.message import Message, Translations
from wizard.model.prices.billing import BILLING_CODES
from wizard.report.account_mask import Mask, unmasked
from wizard.report.prices.price_json import bill_json

_FIELDS: Mapping[str, Callable[[Image], object]] = {
    "description": lambda image: image.description,
    "owner_id": lambda image: image.owner_id,
    "creation_date": lambda image: image.creation_date,
    "architecture": lambda image: image.architecture,
    "virtualization_type": lambda image: image.virtualization_type,
    "boot_mode": lambda image: None if image.boot_mode is BootMode.UNSET else image.boot_mode,
    "ena_support": lambda image: image.ena_support,
    "tpm_support": lambda image: image.tpm_support,
    "imds_v2": lambda image: image.imds_v2,
    "root_device_type": lambda image: image.root_device_type,
    "platform": lambda image: image.platform,
    "platform_details": lambda image: image.platform_details,
    "state": lambda image: image.state,
    "deprecation_time": lambda image: (
        None if image.deprecation_time == NEVER else image.deprecation_time.isoformat()
    ),
    "public": lambda image: image.public,
    "marketplace": lambda image: image.marketplace,
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
    states = [_masked(_state(state, translations), mask) for state in regions]
    problems = [
        _masked({"file": file, "problem": problem.render(translations)}, mask) for file, problem in unread
    ]
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
    shared: dict[int, tuple[Assessment, str]] = {}
    for image in images:
        judged = image.judged
        # The judgement is kept as well, so that no other can come to be at its address.
        known = shared.get(id(judged)) or shared.setdefault(id(judged), (judged, _judged(judged)))
        own = json.dumps(_masked(_own(image, translations), mask), ensure_ascii=False)
        yield f"{own[:-1]}, {known[1][1:]}"


def _own(judged: JudgedImage, translations: Translations) -> dict[str, Any]:
    row, image, system = judged.row, judged.row.image, judged.system
    return {
        "profile": row.profile or None,
        "region": row.region or None,
        "image_id": row.image_id or None,
        "name": row.name,
        **{name: value(image) for name, value in _FIELDS.items()},
        "os": None
        if system.guess is None
        else {
            "family": system.family,
            "version": system.version,
            "title": system.title,
            "guess": system.guess.render(translations),
        },
        "billing": {"operation": image.usage_operation, "title": BILLING_CODES.get(image.usage_operation)}
        if image.usage_operation
        else None,
        "in_use": bill_json(judged.bill, translations),
        "used_by": None if judged.uses is None else [_use(use) for use in judged.uses],
    }


def _use(use: Use) -> dict[str, str]:
    return {
        "kind": use.user.value,
        "id": use.id,
        "name": use.name,
        "region": use.region,
        "detail": use.detail,
    }


def _masked(value: Any, mask: Mask) -> Any:
    if mask is unmasked:
        return value
    if isinstance(value, dict):
        return {key: _masked(inner, mask) for key, inner in value.items()}
    if isinstance(value, list):
        return [_masked(inner, mask) for inner in value]
    return mask(value) if type(value) is str else value


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


def _state(state: RegionState, translations: Translations) -> dict[str, Any]:
    return {
        "profile": state.profile,
        "region": state.region,
        "asked": state.asked,
        "answered": state.answered,
        "problem": state.problem.message.render(translations) if state.problem else None,
        "kept": None if state.kept is None else state.kept.isoformat(),
    }
