"""Judged images as JSON, as a table for a spreadsheet, and as lines for a terminal."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from wizard.cli.console import Refusal, say
from wizard.model.image import NEVER, Image
from wizard.model.image_row import ImageRow
from wizard.model.instance_type import BootMode
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, Translations
from wizard.model.os_guess import guess_os
from wizard.model.portfolio import Judged, Plight, Portfolio
from wizard.model.region_state import RegionState
from wizard.report.visible import visible
from wizard.report.words import OUTCOMES
from wizard.store.whole_file import NotWritten, write_whole

PLIGHTS = {
    Plight.STUCK_ON_PV: Message("stuck on PV"),
    Plight.NO_ENA: Message("no ENA"),
    Plight.BIOS_ONLY: Message("BIOS only"),
    Plight.NOT_TO_NITRO: Message("cannot move to Nitro"),
}
_COLUMNS: Mapping[str, Callable[[Image], object]] = {
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
# What a spreadsheet would take for a formula or a command, in its wide forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def print_json(
    rows: Sequence[ImageRow],
    regions: Sequence[RegionState],
    portfolio: Portfolio,
    knowledge: Knowledge,
    translations: Translations,
) -> None:
    """One document, row by row, so that many rows need no more memory than one."""
    write = _Writer(portfolio, knowledge, translations)
    print('{"schema": 1, "images": [', end="")
    for number, row in enumerate(rows):
        print(",\n" if number else "\n", write.row(row), sep="", end="")
    states = [
        {
            "profile": state.profile,
            "region": state.region,
            "asked": state.asked,
            "answered": state.answered,
            "problem": state.problem.message.render(translations) if state.problem else None,
        }
        for state in regions
    ]
    print('\n], "regions": ', json.dumps(states, ensure_ascii=False), "}", sep="")


class _Writer:
    """Rows as JSON; what rows of one kind share is written once and kept."""

    def __init__(self, portfolio: Portfolio, knowledge: Knowledge, translations: Translations) -> None:
        self._portfolio, self._knowledge, self._translations = portfolio, knowledge, translations
        self._shared: dict[int, tuple[Judged, str]] = {}

    def row(self, row: ImageRow) -> str:
        judged = self._portfolio.judge(row)
        image = row.image
        system = guess_os(image, self._knowledge.os_catalog)
        own = {
            "profile": row.profile or None,
            "region": row.region or None,
            "image_id": row.image_id or None,
            "name": row.name,
            **{name: value(image) for name, value in _COLUMNS.items()},
            "os": None
            if system.guess is None
            else {
                "family": system.family,
                "version": system.version,
                "title": system.title,
                "guess": system.guess.render(self._translations),
            },
            "used_by": None,
        }
        return json.dumps(own, ensure_ascii=False)[:-1] + self._judged(judged)

    def _judged(self, judged: Judged) -> str:
        known = self._shared.get(id(judged))
        if known is None:
            shared = {
                "outcome": judged.outcome.value,
                "usable_types": judged.usable,
                "plights": [plight.value for plight in judged.plights],
                "families": {family: standing.outcome.value for family, standing in judged.families.items()},
                "locked_out": [_locked_out(judged, family) for family in judged.locked_out],
            }
            known = self._shared[id(judged)] = (judged, ", " + json.dumps(shared, ensure_ascii=False)[1:])
        return known[1]


def _locked_out(judged: Judged, family: str) -> dict[str, Any]:
    standing = judged.families[family]
    return {
        "family": family,
        "outcome": standing.outcome.value,
        "reasons": list(dict.fromkeys(rule.reason.value for rule in standing.rules)),
        "rules": [rule.id for rule in standing.rules],
    }


def write_csv(
    file: str,
    rows: Sequence[ImageRow],
    portfolio: Portfolio,
    knowledge: Knowledge,
    translations: Translations,
) -> None:
    """A row for each image, whole or not at all. Raises Refusal."""
    text = io.StringIO()
    table = csv.writer(text)
    heads = ("profile", "region", "image_id", "name", *_COLUMNS)
    table.writerow([*heads, "os", "outcome", "usable_types", "plights", "locked_out", "reasons"])
    shared: dict[int, list[str]] = {}
    for row in rows:
        judged, image = portfolio.judge(row), row.image
        tail = shared.get(id(judged)) or shared.setdefault(id(judged), _tail(judged, translations))
        own = [
            row.profile,
            row.region,
            row.image_id,
            row.name,
            *(value(image) for value in _COLUMNS.values()),
        ]
        table.writerow([*map(cell, own), cell(guess_os(image, knowledge.os_catalog).title), *tail])
    try:
        # A spreadsheet knows UTF-8 by its mark.
        write_whole(Path(file), text.getvalue().encode("utf-8-sig"))
    except NotWritten as problem:
        raise Refusal(problem.message) from None


def _tail(judged: Judged, translations: Translations) -> list[str]:
    """The cells that rows of one kind share."""
    reasons = dict.fromkeys(
        rule.reason.value for family in judged.locked_out for rule in judged.families[family].rules
    )
    cells: tuple[object, ...] = (
        OUTCOMES[judged.outcome].render(translations),
        judged.usable,
        ", ".join(PLIGHTS[plight].render(translations) for plight in judged.plights),
        " ".join(judged.locked_out),
        " ".join(reasons),
    )
    return [cell(value) for value in cells]


def cell(value: object) -> str:
    """A value as a spreadsheet shows it and never runs it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    if not (text.isascii() and text.isprintable() and len(text) < 1000):
        text = visible(text)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def print_lines(
    rows: Sequence[ImageRow], portfolio: Portfolio, knowledge: Knowledge, translations: Translations
) -> None:
    """A line for each image, and what keeps it on old types."""
    for line in _lines(rows, portfolio, knowledge, translations):
        say(line)


def _lines(
    rows: Sequence[ImageRow], portfolio: Portfolio, knowledge: Knowledge, translations: Translations
) -> Iterator[str]:
    families = 0
    for row in rows:
        judged = portfolio.judge(row)
        families = len(judged.families)
        values = {"usable": families - len(judged.locked_out), "families": families}
        parts = [Message("{usable} of {families} families", values).render(translations)]
        parts += [PLIGHTS[plight].render(translations) for plight in judged.plights]
        system = row.guess(knowledge.os_catalog).title
        parts += [system] if system else []
        where = " ".join(part for part in (row.profile, row.region) if part)
        yield f"{where:<24} {row.image_id:<22} {row.name}: {'; '.join(parts)}"
    yield Message("{count} image", {"count": len(rows)}, "{count} images", len(rows)).render(translations)
