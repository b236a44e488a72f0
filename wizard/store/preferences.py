"""What a person set once and expects to find again."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs

from wizard.store.text_file import NotRead, read_text
from wizard.store.whole_file import NotWritten, write_whole

_NAME = "ami-wizard"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Preferences:
    """language: two letters, or empty for the system's. scheme: system, light or dark.

    text_percent: how large texts are, 100 as the system has them. folder: where a file was last
    opened or saved. image_columns, image_profiles, image_regions: what was last ticked for the table
    of images, as JSON lists. mask_accounts: whether account numbers are left out of what is exported.
    keep_images: whether what accounts said of their images is kept on this machine.
    """

    language: str = ""
    scheme: str = "system"
    text_percent: int = 100
    folder: str = ""
    image_columns: str = ""
    image_profiles: str = ""
    image_regions: str = ""
    mask_accounts: bool = False
    keep_images: bool = True


def preferences_file() -> Path:
    """Where preferences are kept."""
    return platformdirs.user_config_path(_NAME, appauthor=False) / "preferences.json"


def load_preferences() -> Preferences:
    """The preferences as last saved.

    A value that is missing, unknown or of another kind is the default: a broken preferences file
    never keeps anybody from the program.
    """
    path = preferences_file()
    if not path.exists():
        return Preferences()
    try:
        saved = json.loads(read_text(path))
    except (NotRead, ValueError, RecursionError) as problem:
        _log.info("%s: not used: %s", path, problem)
        return Preferences()
    table = saved if isinstance(saved, dict) else {}
    defaults = asdict(Preferences())
    return Preferences(
        **{name: table[name] for name, like in defaults.items() if type(table.get(name)) is type(like)}
    )


def save_preferences(preferences: Preferences) -> None:
    """Keep the preferences. Raises NotWritten."""
    path = preferences_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise NotWritten(path, problem.strerror or str(problem)) from None
    write_whole(path, json.dumps(asdict(preferences), indent=2).encode(), private=True)
