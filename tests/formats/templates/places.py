"""Places in short, for tests."""

from __future__ import annotations

import json
from typing import Any

from wizard.formats.templates.place import Place
from wizard.formats.templates.template import places_in


def found(text: Any) -> list[Place]:
    return places_in(text if isinstance(text, str) else json.dumps(text))


def short(text: Any) -> list[tuple[str, str, str]]:
    """Address, image as written, and type of each place."""
    return [(place.address, place.image.written, place.instance_type) for place in found(text)]
