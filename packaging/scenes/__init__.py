"""Every page, window, dialog and menu in every state, for `screenshots.py`."""

from collections.abc import Iterator

from scenes import cloud, dialogs, images, results, walk
from scenes.scene import Scene


def scenes() -> Iterator[Scene]:
    """In the order of the walk, then what stands beside it."""
    for part in (walk, results, dialogs, cloud, images):
        yield from part.scenes()
