"""Finds the translations of the program's texts."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

from wizard.store.resources import resources

DOMAIN = "wizard"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def translations(language: str | None = None, folder: Path | None = None) -> gettext.NullTranslations:
    """The texts of a language such as "de"; English where there is no catalogue for it.

    language: None for the system's. folder: where the catalogues are, as LANG/LC_MESSAGES/wizard.mo.
    """
    wanted = [language] if language else system_languages()
    if "en" in wanted:
        wanted = wanted[: wanted.index("en")]
    return gettext.translation(DOMAIN, folder or resources() / "i18n", wanted, fallback=True)


def system_languages() -> list[str]:
    """The languages that the person's system asks for, best first, as two letters."""
    named = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    names = named.split(":") if named else [_of_the_system()]
    return [_short(name) for name in names if name]


def _short(name: str) -> str:
    """Two letters: de for de_DE.UTF-8 and for German_Germany; en for the languageless C and POSIX."""
    first = name.replace(".", "_").partition("_")[0].lower()
    if first in ("c", "posix"):
        return "en"
    if len(first) == 2:
        return first
    from locale import normalize  # only for what is no language's two letters

    return normalize(first).partition("_")[0].lower()


def _of_the_system() -> str:
    from locale import getlocale  # where no variable says it, as on Windows

    return getlocale()[0] or ""
