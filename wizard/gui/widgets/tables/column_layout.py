"""How wide the columns of a table are and in which order, as a person made them, kept as one preference."""

from __future__ import annotations

import json
from collections.abc import Mapping

from wizard.model.frozen import field, frozen

_NARROWEST, _WIDEST = 3.0, 300.0
_MOST = 100


@frozen
class ColumnLayout:
    """widths: in average characters, of the columns that somebody dragged; order: of all, empty for the usual one.

    Both by the ids of columns.
    """

    widths: Mapping[str, float] = field(default_factory=dict)
    order: tuple[str, ...] = ()

    def written(self) -> str:
        """As a preference."""
        return json.dumps({"widths": dict(self.widths), "order": list(self.order)})

    @classmethod
    def read(cls, text: object) -> ColumnLayout:
        """From a preference; the usual one where that is something else."""
        try:
            found = json.loads(text) if isinstance(text, str) and text else {}
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(found, dict):
            return cls()
        widths, order = found.get("widths"), found.get("order")
        kept = {
            id: float(width)
            for id, width in (widths.items() if isinstance(widths, dict) else ())
            if isinstance(width, int | float) and _NARROWEST <= width <= _WIDEST
        }
        ids = [id for id in order if isinstance(id, str)] if isinstance(order, list) else []
        return cls(dict(list(kept.items())[:_MOST]), tuple(ids[:_MOST]))
