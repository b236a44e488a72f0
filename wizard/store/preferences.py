"""What a person set once and expects to find again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from wizard.model.frozen import frozen, replace, values_of
from wizard.store.file_lock import locked
from wizard.store.folders import config_folder, own_folder
from wizard.store.text_file import NotRead, is_there, read_text
from wizard.store.whole_file import NotWritten, write_whole


@frozen
class Preferences:
    """language: two letters, or empty for the system's. scheme: system, light or dark.

    text_percent: how large texts are, 100 as the system has them. folder: where a file was last
    opened or saved. recent_files: what was opened or saved last, as a JSON list. type_columns,
    catalog_columns: what was last ticked for the table of types that fit, and for that of all. type_layout,
    catalog_layout, image_layout: how wide columns are and in which order. window_place, types_place,
    types_shares: where the windows were, and how table and findings share theirs. image_columns,
    image_profiles, image_regions: what was last ticked for the table of images, as JSON lists. mask_accounts: whether account numbers are left out of what is exported.
    keep_images: whether what accounts said of their images is kept on this machine. report_reader,
    report_author: for whom and by whom reports are.
    """

    language: str = ""
    scheme: str = "system"
    text_percent: int = 100
    folder: str = ""
    recent_files: str = ""
    type_columns: str = ""
    type_layout: str = ""
    catalog_layout: str = ""
    image_layout: str = ""
    window_place: str = ""
    types_place: str = ""
    types_shares: str = ""
    catalog_columns: str = ""
    image_columns: str = ""
    image_profiles: str = ""
    image_regions: str = ""
    mask_accounts: bool = False
    keep_images: bool = True
    report_reader: str = ""
    report_author: str = ""


def preferences_file() -> Path:
    """Where preferences are kept."""
    return config_folder() / "preferences.json"


def load_preferences() -> Preferences:
    """The preferences as last saved.

    A value that is missing, unknown or of another kind is the default: a broken preferences file
    never keeps anybody from the program.
    """
    table = _saved()
    defaults = values_of(Preferences())
    return Preferences(
        **{name: table[name] for name, like in defaults.items() if type(table.get(name)) is type(like)}
    )


def change_preference(name: str, value: object) -> Preferences:
    """Keep one preference, and whatever else the file says by now; all of them.

    Two windows may be open, and a newer version may have keys of its own. Raises NotWritten.
    """
    path = preferences_file()
    own_folder(path.parent)
    try:
        with locked(path.with_suffix(".lock")):
            now = replace(load_preferences(), **{name: value})  # type: ignore[arg-type]  # each of its field's type
            write_whole(path, json.dumps(_saved() | values_of(now), indent=2).encode(), private=True)
    except NotWritten:
        raise
    except OSError as problem:
        raise NotWritten(path, problem) from None
    return now


def _saved() -> dict[str, Any]:
    path = preferences_file()
    if not is_there(path):
        return {}
    try:
        saved = json.loads(read_text(path))
    except (NotRead, ValueError, RecursionError) as problem:
        import logging  # no other start waits for it

        logging.getLogger(__name__).info("%s: not used: %s", path, problem)
        return {}
    return saved if isinstance(saved, dict) else {}
