"""What is known about images and types, and yet not judged, so that nobody takes silence for a yes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wizard.model.ec2.finding import Reason, Source
from wizard.model.frozen import frozen
from wizard.model.toml_text import read_toml


@frozen
class NotJudged:
    """A known reason for trouble that no rule here decides, or that another rule covers.

    why: why it is not judged, or where it is. see: the ids of the rules that cover it.
    errors: EC2's words for it, as templates; error_code: EC2's code. remedy: what to do when one
    meets it.
    """

    id: str
    title: str
    reason: Reason
    why: str
    remedy: str | None
    see: tuple[str, ...]
    errors: tuple[str, ...]
    error_code: str | None
    sources: tuple[Source, ...]


def read_not_judged(text: str, sources: Mapping[str, Source]) -> tuple[NotJudged, ...]:
    """The [[not_judged]] tables of a TOML text. sources: by key. Raises ValueError, KeyError or TypeError."""
    return tuple(_read(card, sources) for card in read_toml(text).get("not_judged", []))


def _read(card: Mapping[str, Any], sources: Mapping[str, Source]) -> NotJudged:
    rest = dict(card)
    return NotJudged(
        reason=Reason(rest.pop("topic")),
        remedy=rest.pop("remedy", None),
        see=tuple(rest.pop("see")),
        errors=tuple(rest.pop("errors", ())),
        error_code=rest.pop("error_code", None),
        sources=tuple(sources[key] for key in rest.pop("sources", ())),
        **rest,
    )
