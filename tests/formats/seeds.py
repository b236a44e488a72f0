"""Good texts of every kind that a reader knows, to be damaged."""

from __future__ import annotations

from pathlib import Path

from tests.formats.shapes import WHOLE, shapes
from wizard.formats.text_encoding import NotText, text_of

IN_HAND = Path(__file__).parents[1] / "data" / "in_hand"


def files() -> list[Path]:
    """What people have in hand, of our own making: a folder for each origin."""
    return sorted(path for path in IN_HAND.glob("*/*") if path.is_file())


def seeds() -> list[str]:
    """The texts."""
    found = [text for _, text, _ in shapes(WHOLE)]
    for path in files():
        try:
            found.append(text_of(path.read_bytes()))
        except NotText:
            continue
    return found
