"""Words kept as one preference."""

from __future__ import annotations

import json
from collections.abc import Sequence


def written(ids: Sequence[str]) -> str:
    """As a preference."""
    return json.dumps(list(ids))


def read(text: object) -> tuple[str, ...]:
    """From a preference; nothing where that is something else."""
    try:
        found = json.loads(text) if isinstance(text, str) else []
    except (ValueError, RecursionError):
        return ()
    return tuple(each for each in found if isinstance(each, str)) if isinstance(found, list) else ()
