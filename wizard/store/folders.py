"""The person's own folders for settings, caches and drafts, wherever the system keeps them."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import platformdirs

from wizard.store.whole_file import NotWritten, is_part

_NAME = "ami-wizard"
# A file that is being written is younger; an older one was left by a killed process.
_ABANDONED_SECONDS = 3600


def config_folder() -> Path:
    """Where settings are kept."""
    return _folder(platformdirs.user_config_path)


def cache_folder() -> Path:
    """Where what can be asked again is kept."""
    return _folder(platformdirs.user_cache_path)


def state_folder() -> Path:
    """Where unsaved work is kept."""
    return _folder(platformdirs.user_state_path)


def own_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter, and clear it of what killed processes left half written.

    Raises NotWritten.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as problem:
        raise NotWritten(folder, problem) from None
    with contextlib.suppress(OSError):
        for file in folder.iterdir():
            if is_part(file.name) and file.lstat().st_mtime < time.time() - _ABANDONED_SECONDS:
                file.unlink()


def _folder(find: Callable[..., Path]) -> Path:
    try:
        return find(_NAME, appauthor=False)
    except RuntimeError:
        # No HOME and no entry in the table of users, as in many containers: nothing can be kept, and
        # nothing is found below a device.
        return Path(os.devnull) / _NAME
